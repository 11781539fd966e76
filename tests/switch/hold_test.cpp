// Holding, retrieving and swapping, and the limits on held calls.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1002 talks to 1003 and holds 1001.
struct Two {
    ConnectionId held, talking;
};
Two two_calls(Sim& sim) {
    const ConnectionId held = sim.connected("1001", "1002").b;
    EXPECT_EQ(sim.hold(held), Refusal::None);
    const ConnectionId talking = sim.connected("1003", "1002").b;
    return {held, talking};
}

TEST(Hold, TellsTheOtherEnd) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.hold(a), Refusal::None);
    EXPECT_EQ(sim.state(a), ConnState::Held);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    EXPECT_TRUE(sim.at(b).far_held);
    EXPECT_EQ(sim.count(EventKind::FarHeld, "1002"), 1U);
    EXPECT_EQ(sim.retrieve(a), Refusal::None);
    EXPECT_FALSE(sim.at(b).far_held);
    EXPECT_EQ(sim.count(EventKind::FarRetrieved, "1002"), 1U);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
}

TEST(Hold, CountsHeldAndActiveCallsApart) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    const AddressId address = sim.address("1001");
    EXPECT_EQ(sim.exchange.address(address).active, 1U);
    sim.hold(a);
    EXPECT_EQ(sim.exchange.address(address).active, 0U);
    EXPECT_EQ(sim.exchange.address(address).held, 1U);
    EXPECT_EQ(sim.exchange.station(sim.station("1001")).active, 0U);
}

TEST(Hold, NeedsAConnectedCall) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.hold(a), Refusal::WrongState);
    EXPECT_EQ(sim.hold(b), Refusal::WrongState);
    EXPECT_EQ(sim.retrieve(a), Refusal::WrongState);
    sim.answer(b);
    sim.run(1s);
    sim.hold(a);
    EXPECT_EQ(sim.hold(a), Refusal::WrongState) << "held already";
}

TEST(Hold, IsRefusedWhenNoMoreCallsCanBeHeld) {
    Sim sim;
    sim.add("2001", {.max_held = 1});
    const ConnectionId first = sim.connected("2001", "1001").a;
    EXPECT_TRUE(sim.exchange.can_hold_more(sim.address("2001")));
    sim.hold(first);
    EXPECT_FALSE(sim.exchange.can_hold_more(sim.address("2001")));
    const ConnectionId second = sim.connected("2001", "1002").a;
    EXPECT_EQ(sim.hold(second), Refusal::HoldFull);
    EXPECT_EQ(sim.state(second), ConnState::Connected);
}

TEST(Hold, BothPartiesCanHoldEachOther) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.hold(a), Refusal::None);
    EXPECT_EQ(sim.hold(b), Refusal::None);
    EXPECT_TRUE(sim.at(a).far_held);
    EXPECT_EQ(sim.retrieve(a), Refusal::None);
    EXPECT_TRUE(sim.at(a).far_held);
    EXPECT_FALSE(sim.at(b).far_held);
}

TEST(Hold, GivesTheHolderANewLineWherePolicySaysSo) {
    Sim sim{Policy{.hold_makes_new = true}, {"1001", "1002"}};
    const auto [a, b] = sim.connected("1001", "1002");
    sim.hold(a);
    sim.run(1s);
    EXPECT_EQ(sim.trace(sim.newest("1001")), "seized dialTone");
    EXPECT_FALSE(sim.at(sim.newest("1001")).by_hand);
}

TEST(Hold, GivesNoNewLineWithoutAFreeAppearance) {
    Sim sim{ExchangeOptions{.policy = {.hold_makes_new = true}}, {"1002", "1003"}};
    sim.add("2001", {.max_active = 2}, {.max_active = 1});
    const ConnectionId first = sim.connected("2001", "1002").a;
    const ConnectionId second = sim.originate("1003", "2001");
    sim.run(2s);
    EXPECT_EQ(sim.state(second), ConnState::BusyTone);
    sim.hold(first);
    sim.run(1s);
    EXPECT_EQ(sim.exchange.station(sim.station("2001")).active, 1U) << "the new line";
    EXPECT_EQ(sim.retrieve(first), Refusal::NoAppearance);
}

TEST(Hold, AHeldPartyThatHangsUpClearsTheHeldCall) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.hold(a);
    sim.clear(b);
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("held cleared/normal"));
    EXPECT_EQ(sim.retrieve(a), Refusal::WrongState);
}

TEST(Hold, AHolderThatHangsUpClearsTheHeldParty) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.hold(a);
    sim.clear(a);
    sim.run(1s);
    EXPECT_TRUE(sim.trace(b).ends_with("connected cleared/normal"));
    EXPECT_FALSE(sim.at(b).far_held) << "there is nobody left to hold it";
}

TEST(Races, TheOtherPartyHangsUpJustBeforeTheHold) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.place({.kind = OrderKind::Clear, .connection = b});
    sim.exchange.place({.kind = OrderKind::Hold, .connection = a});
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("connected held cleared/normal"));
}

TEST(Races, TheHoldComesAfterTheNewsOfClearing) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.clear(b);
    sim.run(25ms);
    EXPECT_EQ(sim.hold(a), Refusal::WrongState);
    EXPECT_TRUE(sim.trace(a).ends_with("connected cleared/normal"));
}

TEST(Races, AHoldRightAfterTheAnswerReachesACallerWhoStillHearsItRing) {
    Sim sim{Policy{.answer_time = 300ms}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.answer(b);
    EXPECT_EQ(sim.hold(b), Refusal::None);
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
    EXPECT_TRUE(sim.at(a).far_held);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
}

TEST(Retrieve, HoldsTheActiveCall) {
    Sim sim;
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.retrieve(held), Refusal::None);
    EXPECT_EQ(sim.state(held), ConnState::Connected);
    EXPECT_EQ(sim.state(talking), ConnState::Held);
    EXPECT_TRUE(sim.at(sim.exchange.far_end(talking)).far_held);
}

TEST(Retrieve, HoldsTheActiveCallThoughNoFurtherCallCouldBeHeld) {
    Sim sim{ExchangeOptions{}, {"1001", "1003"}};
    sim.add("1002", {.max_active = 1, .max_held = 1});
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.retrieve(held), Refusal::None) << "the counts stay";
    EXPECT_EQ(sim.state(talking), ConnState::Held);
}

TEST(Retrieve, DropsTheActiveCallWherePolicySaysSo) {
    Sim sim{Policy{.on_retrieve = OnRetrieve::DropActive}, {"1001", "1002", "1003"}};
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.retrieve(held), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(held), ConnState::Connected);
    EXPECT_TRUE(sim.trace(talking).ends_with("connected null"));
    EXPECT_EQ(sim.state(sim.newest("1003")), ConnState::Cleared);
}

TEST(Retrieve, IsRefusedBesideAnActiveCallWherePolicySaysSo) {
    Sim sim{Policy{.on_retrieve = OnRetrieve::Refuse}, {"1001", "1002", "1003"}};
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.retrieve(held), Refusal::OtherActive);
    EXPECT_EQ(sim.state(talking), ConnState::Connected);
    sim.clear(talking);
    EXPECT_EQ(sim.retrieve(held), Refusal::None);
}

TEST(Retrieve, LeavesAPresentedCallPresented) {
    Sim sim;
    const ConnectionId held = sim.connected("1001", "1002").b;
    sim.hold(held);
    sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.retrieve(held), Refusal::None);
    EXPECT_EQ(sim.state(sim.newest("1002")), ConnState::Offered);
}

TEST(Retrieve, NeedsAFreeAppearance) {
    Sim sim{ExchangeOptions{}, {"1001", "1003"}};
    sim.add("1002", {.max_active = 1});
    const ConnectionId held = sim.connected("1001", "1002").b;
    sim.hold(held);
    sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.retrieve(held), Refusal::NoAppearance) << "the waiting call has it";
}

TEST(Retrieve, BetweenTwoAddressesObeysTheLimitsOfBoth) {
    Sim sim;
    sim.add("2001", {.max_active = 1}, {.name = "desk"});
    sim.add_address("2002", sim.station("2001"), {.max_held = 0});
    const ConnectionId first = sim.connected("2001", "1001").a;
    sim.hold(first);
    const ConnectionId second = sim.connected("2002", "1002").a;
    EXPECT_EQ(sim.retrieve(first), Refusal::HoldFull) << "the second address can hold nothing";
    EXPECT_EQ(sim.swap(second, first), Refusal::HoldFull);
    sim.originate("1003", "2001");
    sim.run(2s);
    EXPECT_EQ(sim.retrieve(first), Refusal::NoAppearance) << "the first address is full";
}

TEST(Swap, ExchangesTheActiveAndTheHeldCall) {
    Sim sim;
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.swap(talking, held), Refusal::None);
    EXPECT_EQ(sim.state(held), ConnState::Connected);
    EXPECT_EQ(sim.state(talking), ConnState::Held);
    EXPECT_EQ(sim.swap(held, talking), Refusal::None);
    EXPECT_EQ(sim.state(held), ConnState::Held);
    EXPECT_EQ(sim.count(EventKind::FarHeld, "1001"), 2U);
    EXPECT_EQ(sim.count(EventKind::FarRetrieved, "1001"), 1U);
}

TEST(Swap, NeedsNoRoomBecauseTheCountsStay) {
    Sim sim{ExchangeOptions{}, {"1001", "1003"}};
    sim.add("1002", {.max_active = 1, .max_held = 1});
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.swap(talking, held), Refusal::None);
    EXPECT_EQ(sim.state(talking), ConnState::Held);
}

TEST(Swap, GivesNoNewLine) {
    Sim sim{Policy{.hold_makes_new = true}, {"1001", "1002", "1003"}};
    const auto [held, talking] = two_calls(sim);
    const std::uint32_t before = sim.exchange.connection_count();
    EXPECT_EQ(sim.swap(talking, held), Refusal::None);
    EXPECT_EQ(sim.exchange.connection_count(), before);
}

TEST(Swap, NeedsAConnectedAndAHeldCallOfOneStation) {
    Sim sim;
    const auto [held, talking] = two_calls(sim);
    EXPECT_EQ(sim.swap(held, talking), Refusal::WrongState);
    EXPECT_EQ(sim.swap(talking, talking), Refusal::WrongState);
    EXPECT_EQ(sim.swap(sim.exchange.far_end(talking), held), Refusal::WrongState) << "1003's call";
    EXPECT_EQ(sim.swap(talking, {}), Refusal::Gone);
    EXPECT_EQ(sim.state(talking), ConnState::Connected);
}

}  // namespace
}  // namespace pbxlab::pbx
