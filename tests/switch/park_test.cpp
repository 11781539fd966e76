// Parties are parked at orbits, fetched and recalled (nf-tapi-lineparkw, nf-tapi-lineunparkw;
// reference: call-model 13).
#include "sim.h"

namespace pbxlab::pbx {
namespace {

struct Lot : Sim {
    explicit Lot(const Policy& policy = {}) : Sim{policy, {"1001", "1002", "1003"}} {
        for (const char* number : {"70", "71"})
            orbits.push_back(exchange.add_orbit(number).value());
    }
    Refusal park(ConnectionId id, std::string_view at) {
        order({.kind = OrderKind::Park, .connection = id, .digits = at, .longest_number = 2});
        return refusal;
    }
    ConnectionId fetch(std::string_view from, std::string_view at, bool may_fail = false) {
        return order({.kind = OrderKind::Unpark,
                      .address = address(from),
                      .digits = at,
                      .may_fail = may_fail});
    }
    OrbitState orbit(std::size_t i) const { return exchange.orbit(orbits[i]).state; }
    std::vector<OrbitId> orbits;
};

TEST(Park, KeepsThePartyAndReleasesTheParker) {
    Lot lot;
    const auto [a, b] = lot.connected("1001", "1002");
    EXPECT_EQ(lot.park(b, "71"), Refusal::None);
    EXPECT_EQ(lot.trace(b), "offered connected null/parked");
    EXPECT_EQ(lot.state(a), ConnState::Connected);
    EXPECT_TRUE(lot.at(a).far_held);
    EXPECT_FALSE(lot.exchange.far_end(a).valid());
    EXPECT_EQ(lot.orbit(0), OrbitState::Free);
    EXPECT_EQ(lot.exchange.orbit(lot.orbits[1]).parked, a);
    const ConnectionId c = lot.fetch("1003", "71");
    EXPECT_EQ(lot.trace(c), "connected");
    EXPECT_EQ(lot.exchange.far_end(a), c);
    EXPECT_FALSE(lot.at(a).far_held);
    EXPECT_EQ(lot.text(lot.at(a).connected_to.number), "1003");
    EXPECT_EQ(lot.text(lot.at(c).caller.number), "1001");
    EXPECT_EQ(lot.at(c).reason, Reason::Unparked);
    EXPECT_EQ(lot.at(c).direction, Direction::FromInside);
    EXPECT_EQ(lot.orbit(1), OrbitState::Free);
    lot.clear(c);
    lot.run(1s);
    EXPECT_EQ(lot.state(a), ConnState::Cleared);
}

TEST(Park, WorksForTheCallerAsForTheCalled) {
    Lot lot;
    const auto [a, b] = lot.connected("1001", "1002");
    EXPECT_EQ(lot.park(a, "70"), Refusal::None);
    const ConnectionId c = lot.fetch("1003", "70");
    EXPECT_EQ(lot.exchange.far_end(c), b);
    EXPECT_EQ(lot.text(lot.at(c).caller.number), "1002") << "who is parked";
}

TEST(Park, ChoosesTheFirstFreeOrbitWhoseNumberIsShortEnough) {
    Lot lot;
    lot.add("1004");
    const auto [a, b] = lot.connected("1001", "1002");
    lot.order({.kind = OrderKind::Park, .connection = b, .longest_number = 1});
    EXPECT_EQ(lot.refusal, Refusal::TooLong);
    EXPECT_EQ(lot.exchange.next_orbit(), lot.orbits[0]);
    EXPECT_EQ(lot.park(b, ""), Refusal::None);
    EXPECT_EQ(lot.exchange.next_orbit(), lot.orbits[1]);
    const auto [c, d] = lot.connected("1003", "1004");
    EXPECT_EQ(lot.park(d, "70"), Refusal::OrbitTaken);
    EXPECT_EQ(lot.park(d, "72"), Refusal::BadNumber);
    EXPECT_EQ(lot.park(d, "1001"), Refusal::BadNumber);
    EXPECT_EQ(lot.park(d, ""), Refusal::None);
    EXPECT_EQ(lot.exchange.next_orbit(), std::nullopt);
    const auto [e, f] = lot.connected("1002", "1004");
    EXPECT_EQ(lot.park(f, ""), Refusal::NoOrbit);
    EXPECT_EQ(lot.state(f), ConnState::Connected);
}

TEST(Park, NeedsOnePartyThatIsConnected) {
    Lot lot;
    const auto [a, b] = lot.ringing("1001", "1002");
    EXPECT_EQ(lot.park(b, "70"), Refusal::WrongState);
    lot.answer(b);
    lot.run(1s);
    lot.hold(a);
    EXPECT_EQ(lot.park(b, "70"), Refusal::WrongState);
    EXPECT_EQ(lot.park(a, "70"), Refusal::WrongState);
    lot.retrieve(a);
    lot.exchange.set_service(lot.station("1002"), false);
    EXPECT_EQ(lot.park(b, "70"), Refusal::OutOfService);
    lot.exchange.set_service(lot.station("1002"), true);
    EXPECT_EQ(lot.park(b, "70"), Refusal::None);
    EXPECT_EQ(lot.park(a, "71"), Refusal::WrongState) << "nobody is left at its other end";
    EXPECT_EQ(lot.park(b, "71"), Refusal::Gone);
}

TEST(Unpark, RefusesWhatCannotBeFetched) {
    Lot lot;
    const auto [a, b] = lot.connected("1001", "1002");
    lot.fetch("1003", "70");
    EXPECT_EQ(lot.refusal, Refusal::Nothing);
    lot.park(b, "70");
    lot.fetch("1001", "70");
    EXPECT_EQ(lot.refusal, Refusal::BadNumber) << "its own party";
    lot.fetch("1003", "1002");
    EXPECT_EQ(lot.refusal, Refusal::BadNumber);
    lot.order({.kind = OrderKind::Unpark, .address = AddressId{77}, .digits = "70"});
    EXPECT_EQ(lot.refusal, Refusal::Gone);
    lot.exchange.set_service(lot.station("1003"), false);
    lot.fetch("1003", "70");
    EXPECT_EQ(lot.refusal, Refusal::OutOfService);
    EXPECT_EQ(lot.state(a), ConnState::Connected);
    EXPECT_EQ(lot.orbit(0), OrbitState::Holding);
}

TEST(Unpark, CanBeACallThatIsDialledAndMayFailAsOne) {
    Policy policy;
    policy.unpark_dials = true;
    Lot lot{policy};
    const auto [a, b] = lot.connected("1001", "1002");
    lot.park(b, "70");
    const ConnectionId c = lot.fetch("1003", "70");
    lot.run(2s);
    EXPECT_EQ(lot.trace(c), "seized dialTone dialing routing connected");
    EXPECT_EQ(lot.exchange.far_end(c), a);
    EXPECT_EQ(lot.at(c).call, lot.at(a).call);
    lot.clear(a);
    lot.clear(c);
    lot.run(1s);
    const ConnectionId d = lot.fetch("1003", "70", true);
    lot.run(2s);
    EXPECT_EQ(lot.trace(d), "seized dialTone dialing routing cleared/badNumber");
}

TEST(Recall, RingsWhoCanBeRungAndGoesOnUntilSomebodyAnswers) {
    Policy policy;
    policy.park_recall = 30s;
    policy.park_recall_ring = 10s;
    Lot lot{policy};
    lot.exchange.set_attendant(lot.address("1003"));
    const auto [a, b] = lot.connected("1001", "1002");
    lot.park(b, "70");
    lot.run(30s - 1us);
    EXPECT_EQ(lot.orbit(0), OrbitState::Holding);
    lot.run(1us);
    EXPECT_EQ(lot.orbit(0), OrbitState::Recalling);
    const ConnectionId recall = lot.newest("1002");
    EXPECT_EQ(lot.at(recall).reason, Reason::Reminder);
    EXPECT_EQ(lot.text(lot.at(recall).caller.number), "1001");
    lot.run(10s);
    EXPECT_EQ(lot.trace(recall), "offered null/abandoned");
    EXPECT_EQ(lot.orbit(0), OrbitState::Holding);
    lot.exchange.set_service(lot.station("1002"), false);
    lot.run(30s);
    const ConnectionId attendant = lot.newest("1003");
    EXPECT_EQ(lot.at(attendant).reason, Reason::Reminder);
    EXPECT_EQ(lot.answer(attendant), Refusal::None);
    lot.run(1s);
    EXPECT_EQ(lot.orbit(0), OrbitState::Free);
    EXPECT_EQ(lot.exchange.far_end(a), attendant);
    EXPECT_FALSE(lot.at(a).far_held);
    EXPECT_EQ(lot.text(lot.at(a).connected_to.number), "1003");
}

TEST(Recall, EndsWithThePartyThatHangsUp) {
    Policy policy;
    policy.park_recall = 30s;
    Lot lot{policy};
    const auto [a, b] = lot.connected("1001", "1002");
    lot.park(b, "70");
    lot.run(31s);
    lot.clear(a);
    lot.run(1s);
    EXPECT_EQ(lot.orbit(0), OrbitState::Free);
    EXPECT_EQ(lot.exchange.connection_count(), 0U);
    EXPECT_EQ(lot.exchange.scheduler().size(), 0U);
}

TEST(Orbits, AreNumbersOfTheDialPlan) {
    Lot lot;
    EXPECT_EQ(lot.exchange.add_orbit("70"), std::nullopt);
    EXPECT_EQ(lot.exchange.add_orbit("1001"), std::nullopt);
    EXPECT_EQ(lot.exchange.add_orbit("91"), std::nullopt) << "behind the trunk access digits";
    EXPECT_EQ(lot.exchange.add_orbit(""), std::nullopt);
}

}  // namespace
}  // namespace pbxlab::pbx
