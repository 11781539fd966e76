// Lines that model park addresses. (reference: call-model 13)
#include <tuple>

#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1001 has called 1002, which can park it at 70; the line of that orbit has the address `line`.
struct Shown : Sim {
    explicit Shown(const Policy& policy = {}) : Sim{policy, {"1001", "1002", "1003"}} {
        EXPECT_TRUE(exchange.add_orbit("70").has_value());
        EXPECT_TRUE(exchange.add_orbit("71").has_value());
        place = exchange.add_station({.name = "place"});
        line = exchange.add_orbit_address(place, "70").value_or(AddressId{});
        std::tie(party, own) = connected_pair();
    }
    std::pair<ConnectionId, ConnectionId> connected_pair() {
        const auto [a, b] = connected("1001", "1002");
        return {a, b};
    }
    void park(std::string_view orbit = "70") {
        order({.kind = OrderKind::Park, .connection = own, .digits = orbit});
        EXPECT_EQ(refusal, Refusal::None);
        run(1s);
    }
    [[nodiscard]] ConnectionId shown() const { return exchange.station(place).first; }
    StationId place;
    AddressId line;
    ConnectionId party, own;
};

TEST(ParkLine, HasOneOrbitAndThatOne) {
    Shown sim;
    EXPECT_TRUE(sim.line.valid());
    EXPECT_FALSE(sim.exchange.add_orbit_address(sim.place, "70").has_value());
    EXPECT_FALSE(sim.exchange.add_orbit_address(sim.place, "72").has_value());
    EXPECT_TRUE(sim.exchange.add_orbit_address(sim.place, "71").has_value());
}

TEST(ParkLine, ShowsWhoIsParkedOnHoldOnACallOfItsOwn) {
    Shown sim;
    sim.park();
    ASSERT_TRUE(sim.shown().valid());
    EXPECT_EQ(sim.state(sim.shown()), ConnState::Held);
    EXPECT_EQ(sim.at(sim.shown()).reason, Reason::Parked);
    EXPECT_EQ(sim.at(sim.shown()).direction, Direction::FromInside);
    EXPECT_EQ(sim.text(sim.at(sim.shown()).caller.number), "1001");
    EXPECT_EQ(sim.text(sim.at(sim.shown()).called.number), "70");
    EXPECT_FALSE(sim.at(sim.shown()).call == sim.at(sim.party).call);
    EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
}

TEST(ParkLine, ShowsNobodyWhoIsFetchedOrGone) {
    for (const bool fetched : {true, false}) {
        Shown sim;
        sim.park();
        const ConnectionId shown = sim.shown();
        if (fetched) {
            EXPECT_EQ(sim.exchange.phone_unpark(sim.station("1003"), "70"), Refusal::None);
        } else {
            EXPECT_EQ(sim.clear(sim.party), Refusal::None);
        }
        sim.run(1s);
        EXPECT_FALSE(sim.shown().valid());
        EXPECT_EQ(sim.trace(shown), fetched ? "held null" : "held cleared/normal null");
    }
}

TEST(ParkLine, ShowsNobodyElsewhereNorOutOfService) {
    Shown elsewhere;
    elsewhere.park("71");
    EXPECT_FALSE(elsewhere.shown().valid());
    Shown out;
    out.exchange.set_service(out.place, false);
    out.park();
    EXPECT_FALSE(out.shown().valid());
}

TEST(ParkLine, ShowsWhoWasParkedMeanwhileWhenServiceIsBack) {
    for (const bool one_address : {true, false}) {
        Shown sim;
        const auto serve = [&](bool in_service) {
            if (one_address) return sim.exchange.set_service(sim.line, in_service);
            sim.exchange.set_service(sim.place, in_service);
        };
        serve(false);
        sim.park();
        serve(true);
        const ConnectionId shown = sim.shown();
        ASSERT_TRUE(shown.valid());
        EXPECT_EQ(sim.state(shown), ConnState::Held);
        EXPECT_EQ(sim.text(sim.at(shown).caller.number), "1001");
        EXPECT_EQ(sim.clear(sim.party), Refusal::None);
        sim.run(1s);
        EXPECT_FALSE(sim.shown().valid());
    }
}

TEST(ParkLine, ShowsAnewWhoWasClearedWithTheServiceAndNobodyTwice) {
    Policy clears;
    clears.on_service_loss = OnServiceLoss::ClearCalls;
    Policy keeps;
    keeps.on_service_loss = OnServiceLoss::KeepCalls;
    for (const Policy& policy : {clears, keeps}) {
        Shown sim{policy};
        sim.park();
        const ConnectionId first = sim.shown();
        sim.exchange.set_service(sim.place, false);
        sim.exchange.set_service(sim.place, true);
        sim.run(1s);
        const bool anew = policy.on_service_loss == OnServiceLoss::ClearCalls;
        EXPECT_EQ(sim.shown() == first, !anew);
        EXPECT_EQ(sim.state(sim.shown()), ConnState::Held);
        EXPECT_FALSE(sim.at(sim.shown()).next_at_station.valid());
        EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
    }
}

TEST(ParkLine, ShowsNobodyWhoHasBeenFetchedWhileItWasOutOfService) {
    Shown sim;
    sim.exchange.set_service(sim.place, false);
    sim.park();
    EXPECT_EQ(sim.exchange.phone_unpark(sim.station("1003"), "70"), Refusal::None);
    sim.run(1s);
    sim.exchange.set_service(sim.place, true);
    EXPECT_FALSE(sim.shown().valid());
}

TEST(ParkLine, OnlyLooks) {
    Shown sim;
    sim.park();
    EXPECT_EQ(sim.clear(sim.shown()), Refusal::NotAllowed);
    EXPECT_EQ(sim.retrieve(sim.shown()), Refusal::WrongState);
    EXPECT_EQ(sim.exchange.phone_lift(sim.place), Refusal::NoAppearance);
    EXPECT_NE(sim.exchange.phone_flash(sim.place), Refusal::None);
    EXPECT_EQ(sim.state(sim.shown()), ConnState::Held);
}

}  // namespace
}  // namespace pbxlab::pbx
