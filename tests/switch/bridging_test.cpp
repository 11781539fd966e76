// One address at several stations: where it rings, who takes part, and what the others show.
// (reference: call-model 5)
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1001 calls 2000, which is at stations "one", "two" and "three".
struct Bridged : Sim {
    explicit Bridged(Sharing sharing = Sharing::Joined, const AddressSpec& second = {},
                     const Policy& policy = {})
        : Sim{policy, {"1001", "1002"}} {
        for (const char* name : {"one", "two", "three"})
            stations.push_back(exchange.add_station({.name = name}));
        primary = *exchange.add_address(stations[0], {.number = "2000", .sharing = sharing});
        exchange.add_appearance(stations[1], primary, second);
        exchange.add_appearance(stations[2], primary, {});
    }
    // The newest connection at a station's appearance.
    [[nodiscard]] ConnectionId on(std::size_t i) const {
        ConnectionId id = exchange.station(stations[i]).first;
        ConnectionId last;
        while (const Connection* c = exchange.find(id)) {
            last = id;
            id = c->next_at_station;
        }
        return last;
    }
    [[nodiscard]] std::string states() const {
        std::string all;
        for (std::size_t i = 0; i < 3; ++i)
            all += (i == 0 ? "" : " ") + std::string{name(state(on(i)))};
        return all;
    }
    ConnectionId call() {
        const ConnectionId caller = originate("1001", "2000");
        run(2s);
        return caller;
    }
    // 1001 talks to the first station.
    ConnectionId talk() {
        const ConnectionId caller = call();
        EXPECT_EQ(answer(on(0)), Refusal::None);
        run(1s);
        return caller;
    }
    std::vector<StationId> stations;
    AddressId primary;
};

TEST(Bridging, OffersACallAtEveryAppearance) {
    Bridged sim;
    sim.call();
    EXPECT_EQ(sim.states(), "offered offered offered");
}

TEST(Bridging, ShowsAtTheOthersWhatOneAnswered) {
    Bridged sim;
    const ConnectionId caller = sim.call();
    EXPECT_EQ(sim.answer(sim.on(1)), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.states(), "bridged connected bridged");
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
}

TEST(Bridging, RingsWhereItIsSaidTo) {
    Bridged quiet{Sharing::Joined, {.rings = false}};
    quiet.call();
    EXPECT_TRUE(quiet.at(quiet.on(1)).silent);
    EXPECT_FALSE(quiet.at(quiet.on(0)).silent);
    quiet.run(1min);
    EXPECT_EQ(quiet.at(quiet.on(1)).rings, 0U);
    Bridged late{Sharing::Joined, {.ring_after = 10s}};
    late.call();
    EXPECT_TRUE(late.at(late.on(1)).silent);
    late.run(10s);
    EXPECT_FALSE(late.at(late.on(1)).silent);
    EXPECT_GT(late.at(late.on(1)).rings, 0U);
}

TEST(Bridging, EndsAtAllAppearancesWhenTheCallerGoes) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    EXPECT_EQ(sim.clear(caller), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.states(), "cleared null null");
}

TEST(Bridging, EndsAtAllAppearancesWhenTheLastThatTookPartGoes) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    sim.clear(sim.on(0));
    sim.run(1s);
    EXPECT_EQ(sim.states(), "null null null");
    EXPECT_EQ(sim.state(caller), ConnState::Cleared);
}

TEST(Bridging, ShowsACallThatOneStationMadeOnceItIsUp) {
    Bridged sim;
    sim.order({.kind = OrderKind::Originate, .address = sim.primary, .digits = "1002"});
    sim.run(2s);
    EXPECT_EQ(sim.states(), "delivered null null");
    sim.answer(sim.newest("1002"));
    sim.run(1s);
    EXPECT_EQ(sim.states(), "connected bridged bridged");
    EXPECT_EQ(sim.text(sim.at(sim.on(1)).called.number), "1002");
}

TEST(Bridging, LetsAStationJoin) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    EXPECT_EQ(sim.answer(sim.on(2)), Refusal::None);
    EXPECT_EQ(sim.states(), "connected bridged connected");
    sim.clear(sim.on(0));
    sim.run(1s);
    EXPECT_EQ(sim.states(), "bridged bridged connected") << "the call goes on without it";
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
    sim.clear(sim.on(2));
    sim.run(1s);
    EXPECT_EQ(sim.states(), "null null null");
}

TEST(Bridging, LetsNobodyJoinWhoHasNoRoom) {
    for (const OnAnswer how : {OnAnswer::LeaveActive, OnAnswer::DropActive}) {
        Sim sim{Policy{.on_answer = how}, {"1001", "1002"}};
        sim.add("1003", {}, {.max_active = 1});
        const AddressId first = *sim.exchange.add_address(
            sim.station("1002"), {.number = "2000", .sharing = Sharing::Joined});
        sim.exchange.add_appearance(sim.station("1003"), first, {});
        sim.originate("1001", "2000");
        sim.run(2s);
        sim.answer(sim.exchange.station(sim.station("1002")).first);
        const ConnectionId shown = sim.exchange.station(sim.station("1003")).first;
        sim.originate("1003");
        sim.run(1s);
        const bool room = how == OnAnswer::DropActive;
        EXPECT_EQ(sim.answer(shown), room ? Refusal::None : Refusal::NoAppearance);
    }
}

TEST(Bridging, LetsNobodyJoinWhereCallsBelongToTheirStation) {
    for (const Sharing sharing : {Sharing::Exclusive, Sharing::PerCall}) {
        Bridged sim{sharing};
        sim.talk();
        EXPECT_EQ(sim.answer(sim.on(2)), Refusal::WrongState);
    }
}

TEST(Bridging, HandsACallOnThroughHold) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    EXPECT_EQ(sim.hold(sim.on(0)), Refusal::None);
    EXPECT_EQ(sim.states(), "held bridged bridged");
    EXPECT_TRUE(sim.at(caller).far_held);
    EXPECT_FALSE(sim.at(sim.on(1)).far_held) << "it is this side that holds";
    EXPECT_EQ(sim.answer(sim.on(1)), Refusal::None);
    EXPECT_EQ(sim.states(), "bridged connected bridged");
    EXPECT_FALSE(sim.at(caller).far_held);
}

TEST(Bridging, HoldsNobodyWhileOthersTakePart) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    sim.answer(sim.on(1));
    EXPECT_EQ(sim.hold(sim.on(0)), Refusal::None);
    EXPECT_EQ(sim.states(), "bridged connected bridged");
    EXPECT_FALSE(sim.at(caller).far_held);
}

TEST(Bridging, TellsAllAppearancesThatTheOtherPartyHolds) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    sim.hold(caller);
    EXPECT_TRUE(sim.at(sim.on(0)).far_held);
    EXPECT_TRUE(sim.at(sim.on(1)).far_held);
}

TEST(Bridging, BarsTheOthersFromAnExclusiveAddressInUse) {
    Bridged sim{Sharing::Exclusive};
    sim.talk();
    EXPECT_FALSE(
        sim.exchange.has_free_appearance(sim.exchange.station(sim.stations[1]).addresses[0]));
    sim.order({.kind = OrderKind::Originate,
               .address = sim.exchange.station(sim.stations[1]).addresses[0]});
    EXPECT_EQ(sim.refusal, Refusal::NoAppearance);
    Bridged other{Sharing::PerCall};
    other.talk();
    other.order({.kind = OrderKind::Originate,
                 .address = other.exchange.station(other.stations[1]).addresses[0]});
    EXPECT_EQ(other.refusal, Refusal::None);
}

TEST(Bridging, OnlyLooksWhereItIsSaidTo) {
    Bridged sim{Sharing::Joined, {.looks_only = true}};
    sim.talk();
    EXPECT_EQ(sim.states(), "connected null bridged");
    sim.order({.kind = OrderKind::Originate,
               .address = sim.exchange.station(sim.stations[1]).addresses[0]});
    EXPECT_EQ(sim.refusal, Refusal::NoAppearance);
}

TEST(Bridging, CountsTheStationsThatUseTheAddress) {
    Bridged sim;
    const ConnectionId caller = sim.call();
    EXPECT_EQ(sim.exchange.address(sim.primary).in_use(), 0U) << "it rings only";
    sim.answer(sim.on(0));
    EXPECT_EQ(sim.exchange.address(sim.primary).in_use(), 1U);
    sim.answer(sim.on(1));
    EXPECT_EQ(sim.exchange.address(sim.primary).in_use(), 2U);
    sim.clear(caller);
    sim.run(1s);
    sim.clear(sim.on(0));
    sim.clear(sim.on(1));
    EXPECT_EQ(sim.exchange.address(sim.primary).in_use(), 0U);
}

TEST(PickupGroup, HasTheAddressesThatNameIt) {
    Sim sim;
    const StationId station = sim.exchange.add_station({.name = "x"});
    sim.add_address("2001", station, {.pickup_group = "front"});
    sim.add_address("2002", station, {.pickup_group = "back"});
    sim.add_address("2003", station, {.pickup_group = "front"});
    EXPECT_EQ(sim.exchange.pickup_group("front"),
              (std::vector{sim.address("2001"), sim.address("2003")}));
    EXPECT_TRUE(sim.exchange.pickup_group("none").empty());
    EXPECT_TRUE(sim.exchange.pickup_group("").empty()) << "who names no group is in none";
}

TEST(Bridging, DeclinesOnlyWhereItIsDeclined) {
    Bridged sim;
    const ConnectionId caller = sim.call();
    sim.clear(sim.on(1));
    sim.run(1s);
    EXPECT_EQ(sim.states(), "offered null offered");
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
    sim.clear(sim.on(0));
    sim.clear(sim.on(2));
    sim.run(1s);
    EXPECT_EQ(sim.state(caller), ConnState::Cleared) << "everybody has declined";
}

TEST(Bridging, SurvivesALineThatLosesService) {
    Bridged sim{Sharing::Joined, {}, Policy{.on_service_loss = OnServiceLoss::ClearCalls}};
    const ConnectionId caller = sim.talk();
    sim.answer(sim.on(1));
    sim.exchange.set_service(sim.stations[0], false);
    sim.run(1s);
    EXPECT_EQ(sim.states(), "cleared connected bridged");
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
    sim.exchange.set_service(sim.stations[2], false);
    EXPECT_EQ(sim.states(), "cleared connected null");
}

TEST(Bridging, GivesUpTheDisplayAloneWhenItIsReleased) {
    Bridged sim;
    const ConnectionId caller = sim.talk();
    sim.clear(sim.on(1));
    sim.run(1s);
    EXPECT_EQ(sim.states(), "connected null bridged");
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
}

TEST(Bridging, TakesACallToTheOwnNumberForWhatItIsAtEveryAppearance) {
    Bridged sim;
    const AddressId second = sim.exchange.station(sim.stations[1]).addresses.front();
    const ConnectionId caller =
        sim.order({.kind = OrderKind::Originate, .address = second, .digits = "2000"});
    sim.run(2s);
    EXPECT_EQ(sim.state(caller), ConnState::BusyTone);
}

TEST(Bridging, SendsNobodyOnToTheirOwnNumber) {
    Bridged sim{Sharing::Joined, {}, Policy{.on_transfer_fails = OnTransferFails::Clear}};
    const ConnectionId caller = sim.talk();
    sim.answer(sim.on(1));
    sim.clear(sim.on(0));
    sim.run(1s);
    EXPECT_EQ(sim.exchange.far_end(caller), sim.on(1));
    sim.order({.kind = OrderKind::SendOn, .connection = caller, .digits = "2000"});
    EXPECT_EQ(sim.refusal, Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.state(sim.on(1)), ConnState::BusyTone);
    EXPECT_EQ(sim.states(), "bridged busyTone bridged");
}

TEST(Bridging, NobodyJoinsTheirOwnCallWithoutRoomForBoth) {
    Bridged sim;
    const StationId tight = sim.exchange.add_station({.name = "tight", .max_active = 1});
    sim.add_address("1003", tight);
    sim.exchange.add_appearance(tight, sim.primary, {});
    const ConnectionId caller = sim.talk();
    const ConnectionId shown = sim.exchange.station(tight).first;
    EXPECT_EQ(sim.state(shown), ConnState::Bridged);
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = caller,
                                          .address = sim.address("1001"),
                                          .digits = "1003"});
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.ask(OrderKind::Transfer, caller, other), Refusal::None);
    EXPECT_EQ(sim.at(shown).call, sim.at(sim.newest("1003")).call);
    EXPECT_EQ(sim.answer(shown), Refusal::NoAppearance);
}

TEST(Bridging, LeavesThePersonAtAStationThatShowsACallFree) {
    Bridged sim;
    sim.talk();
    EXPECT_EQ(sim.exchange.phone_hang_up(sim.stations[1]), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.phone_flash(sim.stations[1]), Refusal::Nothing);
}

}  // namespace
}  // namespace pbxlab::pbx
