// Keys and codes of a telephone.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

struct Desk : Sim {
    Desk() : Sim{ExchangeOptions{}, {}} {
        for (const char* number : {"1001", "1002", "1003"}) add(number, {.pickup_group = "desk"});
        EXPECT_TRUE(exchange.add_orbit("70").has_value());
    }
};

TEST(TelephoneFeatures, NeedACall) {
    Desk sim;
    const StationId at = sim.station("1001");
    EXPECT_EQ(sim.exchange.phone_park(at), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_consult(at), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_transfer(at), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_transfer(at, "1003"), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_pick_up(at), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_unpark(at, "70"), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_confer(at), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_complete(at, CompleteBy::CallBack), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_uncomplete(at), Refusal::Nothing);
}

TEST(TelephoneFeatures, NeedAStationInService) {
    Desk sim;
    sim.connected("1002", "1001");
    const StationId at = sim.station("1001");
    sim.exchange.set_service(at, false);
    EXPECT_EQ(sim.exchange.phone_park(at), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_unpark(at, "70"), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_pick_up(at), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_consult(at), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_transfer(at, "1003"), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_confer(at), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_complete(at, CompleteBy::CallBack), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_uncomplete(at), Refusal::OutOfService);
}

TEST(TelephoneFeatures, ParkAndFetch) {
    Desk sim;
    const auto [party, own] = sim.connected("1002", "1001");
    EXPECT_EQ(sim.exchange.phone_park(sim.station("1001"), "71"), Refusal::BadNumber);
    EXPECT_EQ(sim.exchange.phone_park(sim.station("1001")), Refusal::None);
    EXPECT_EQ(sim.state(own), ConnState::Null);
    EXPECT_EQ(sim.exchange.phone_unpark(sim.station("1003"), "70"), Refusal::None);
    EXPECT_EQ(sim.exchange.far_end(party), sim.newest("1003"));
}

TEST(TelephoneFeatures, PickUpWhatRingsInTheGroup) {
    Desk sim;
    const ConnectionId caller = sim.originate("1001", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.exchange.phone_pick_up(sim.station("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.exchange.far_end(caller), sim.newest("1003"));
}

TEST(TelephoneFeatures, ConsultAndTransfer) {
    Desk sim;
    const auto [party, own] = sim.connected("1002", "1001");
    const StationId at = sim.station("1001");
    EXPECT_EQ(sim.exchange.phone_consult(at), Refusal::None);
    EXPECT_EQ(sim.at(own).held_for, HoldFor::Transfer);
    EXPECT_EQ(sim.exchange.phone_transfer(at), Refusal::WrongState) << "nobody is reached yet";
    EXPECT_EQ(sim.exchange.phone_dial(at, "1003"), Refusal::None);
    sim.run(2s);
    sim.answer(sim.newest("1003"));
    sim.run(1s);
    EXPECT_EQ(sim.exchange.phone_transfer(at), Refusal::None);
    EXPECT_EQ(sim.exchange.far_end(party), sim.newest("1003"));
    EXPECT_FALSE(sim.exchange.station(at).first.valid());
}

TEST(TelephoneFeatures, SendThePartyOnToANumber) {
    Desk sim;
    const auto [party, own] = sim.connected("1002", "1001");
    EXPECT_EQ(sim.exchange.phone_transfer(sim.station("1001"), "1003"), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.at(sim.newest("1003")).reason, Reason::Transferred);
    EXPECT_EQ(sim.state(own), ConnState::Null);
    EXPECT_EQ(sim.state(party), ConnState::Connected);
}

TEST(TelephoneFeatures, ConsultAndBringAllTogetherTwice) {
    Desk sim;
    sim.add("1004");
    const auto [party, own] = sim.connected("1002", "1001");
    const StationId at = sim.station("1001");
    for (const char* number : {"1003", "1004"}) {
        EXPECT_EQ(sim.exchange.phone_consult(at), Refusal::None);
        EXPECT_EQ(sim.exchange.phone_confer(at), Refusal::WrongState) << "nobody is reached yet";
        EXPECT_EQ(sim.exchange.phone_dial(at, number), Refusal::None);
        sim.run(2s);
        sim.answer(sim.newest(number));
        sim.run(1s);
        EXPECT_EQ(sim.exchange.phone_confer(at), Refusal::None);
        EXPECT_EQ(sim.state(own), ConnState::Conferenced);
    }
    const Conference* conference = sim.exchange.conference_of(own);
    ASSERT_NE(conference, nullptr);
    EXPECT_EQ(conference->members.size(), 3U);
    EXPECT_EQ(sim.exchange.phone_confer(at), Refusal::Nothing) << "nobody is consulted";
    EXPECT_FALSE(sim.at(party).far_held);
}

TEST(TelephoneFeatures, CampOnAndChangeOnesMind) {
    Desk sim;
    sim.add("1004", {.max_active = 1});
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1004")), Refusal::None);
    const StationId at = sim.station("1001");
    EXPECT_EQ(sim.exchange.phone_lift(at), Refusal::None);
    EXPECT_EQ(sim.exchange.phone_dial(at, "1004"), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.state(sim.newest("1001")), ConnState::BusyTone);
    EXPECT_EQ(sim.exchange.phone_complete(at, CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(sim.state(sim.newest("1001")), ConnState::Camping);
    EXPECT_EQ(sim.exchange.phone_uncomplete(at), Refusal::None);
    EXPECT_EQ(sim.state(sim.newest("1001")), ConnState::BusyTone);
    EXPECT_EQ(sim.exchange.phone_uncomplete(at), Refusal::Nothing);
}

TEST(TelephoneFeatures, TheLatestRequestIsWantedNoMore) {
    Desk sim;
    const StationId at = sim.station("1001");
    for (const char* number : {"1002", "1003"}) {
        EXPECT_EQ(sim.exchange.phone_lift(at), Refusal::None);
        EXPECT_EQ(sim.exchange.phone_dial(at, number), Refusal::None);
        sim.run(2s);
        EXPECT_EQ(sim.exchange.phone_complete(at, CompleteBy::CallBack), Refusal::None);
        sim.run(2s);
    }
    const AddressId by = sim.address("1001");
    EXPECT_EQ(sim.exchange.phone_uncomplete(at), Refusal::None);
    EXPECT_TRUE(sim.exchange.has_completion(by, 1));
    EXPECT_FALSE(sim.exchange.has_completion(by, 2));
}

}  // namespace
}  // namespace pbxlab::pbx
