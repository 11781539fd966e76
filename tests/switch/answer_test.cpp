// Answering, and what it does to the call that is active.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Answer, ConnectsTheCalledPartyNowAndTheCallerALittleLater) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.answer(b), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
    sim.run(30ms);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(a).connected_to.number), "1002");
    EXPECT_EQ(sim.text(sim.at(b).connected_to.number), "1001");
    EXPECT_EQ(sim.log.events.back().kind, EventKind::PartiesChanged);
    EXPECT_EQ(sim.log.events.back().detail, kConnectedTo);
}

TEST(Answer, OfAnAcceptedCall) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.accept(b);
    EXPECT_EQ(sim.answer(b), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace("1002"), "offered accepted connected");
}

TEST(Answer, CanComeBeforeTheCallerHearsItRing) {
    Sim sim{Policy{.alert_time = 200ms, .answer_time = 5ms}, {"1001", "1002"}};
    sim.originate("1001", "1002");
    sim.run(720ms);
    sim.answer(sim.newest("1002"));
    sim.run(1s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing routing connected");
}

TEST(Answer, IsRefusedWhenNothingIsPresented) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.answer(b), Refusal::WrongState);
    EXPECT_EQ(sim.accept(a), Refusal::WrongState);
}

TEST(Answer, HoldsTheActiveCall) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    const ConnectionId c = sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.exchange.far_end(c)), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Held);
    EXPECT_TRUE(sim.at(a).far_held);
    EXPECT_EQ(sim.count(EventKind::FarHeld, "1001"), 1U);
}

TEST(Answer, IsRefusedWhenTheActiveCallCannotBeHeld) {
    Sim sim;
    sim.add("2001", {.max_held = 0});
    const auto [a, b] = sim.connected("1001", "2001");
    const ConnectionId c = sim.originate("1003", "2001");
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.exchange.far_end(c)), Refusal::HoldFull);
    EXPECT_EQ(sim.state(b), ConnState::Connected) << "nothing changed";
    EXPECT_EQ(sim.state(c), ConnState::Delivered);
}

TEST(Answer, DropsTheActiveCallWherePolicySaysSo) {
    Sim sim{Policy{.on_answer = OnAnswer::DropActive}, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.connected("1001", "1002");
    const ConnectionId c = sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.exchange.far_end(c)), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace(b), "offered connected null");
    EXPECT_EQ(sim.state(a), ConnState::Cleared);
    EXPECT_EQ(sim.state(c), ConnState::Connected);
}

TEST(Answer, LeavesTheActiveCallWherePolicySaysSo) {
    Sim sim{Policy{.on_answer = OnAnswer::LeaveActive}, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.connected("1001", "1002");
    const ConnectionId c = sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.exchange.far_end(c)), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    EXPECT_EQ(sim.state(c), ConnState::Connected);
}

TEST(Answer, ReleasesAnActiveCallThatHasNothingToHold) {
    Sim sim;
    sim.originate("1002");
    sim.run(1s);
    const ConnectionId c = sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.exchange.far_end(c)), Refusal::None);
    EXPECT_EQ(sim.trace("1002"), "seized dialTone offered null connected");
}

TEST(Answer, LeavesOtherPresentedAndHeldCallsAlone) {
    Sim sim;
    sim.add("2001", {.max_active = 3});
    const auto [a, b] = sim.connected("1001", "2001");
    EXPECT_EQ(sim.hold(b), Refusal::None);
    const ConnectionId c = sim.originate("1002", "2001");
    sim.run(1s);
    const ConnectionId d = sim.originate("1003", "2001");
    sim.run(2s);
    EXPECT_EQ(sim.answer(sim.exchange.far_end(d)), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Held);
    EXPECT_EQ(sim.state(sim.exchange.far_end(c)), ConnState::Offered);
}

TEST(Races, TheCallerGivesUpJustBeforeTheAnswer) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.exchange.place({.kind = OrderKind::Clear, .connection = a});
    sim.exchange.place({.kind = OrderKind::Answer, .connection = b, .tag = 5});
    sim.run(1s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing routing delivered null");
    EXPECT_EQ(sim.trace(b), "offered connected cleared/normal") << "the news came after the answer";
}

TEST(Races, TheCallerGivesUpJustAfterTheAnswer) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.exchange.place({.kind = OrderKind::Answer, .connection = b});
    sim.exchange.place({.kind = OrderKind::Clear, .connection = a});
    sim.run(1s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing routing delivered null");
    EXPECT_EQ(sim.trace(b), "offered connected cleared/normal");
}

TEST(Races, TheAnswerIsTooLateOnceTheNewsHasCome) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.clear(a);
    sim.run(25ms);
    EXPECT_EQ(sim.answer(b), Refusal::Gone);
    EXPECT_EQ(sim.trace(b), "offered null/abandoned");
}

TEST(Races, AnAnswerThatIsTakenBackAtOnceStillReachesTheCaller) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.answer(b);
    sim.clear(b);
    sim.run(1s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing routing delivered connected cleared/normal");
}

TEST(Races, WhenClearingIsFasterThanTheAnswerTheCallerIsClearedWithoutOne) {
    Sim sim{Policy{.answer_time = 500ms}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.answer(b);
    sim.clear(b);
    sim.run(2s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing routing delivered cleared/normal");
}

TEST(Races, BothPartiesHangUpAtOneInstant) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.place({.kind = OrderKind::Clear, .connection = a});
    sim.exchange.place({.kind = OrderKind::Clear, .connection = b});
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("connected null"));
    EXPECT_TRUE(sim.trace(b).ends_with("connected null"));
    EXPECT_EQ(sim.exchange.connection_count(), 0U);
    EXPECT_EQ(sim.exchange.scheduler().size(), 0U);
}

TEST(Races, TwoStationsThatCallEachOtherAtOnceBothGetACall) {
    Sim sim;
    const Order there{
        .kind = OrderKind::Originate, .address = sim.address("1001"), .digits = "1002"};
    const Order back{
        .kind = OrderKind::Originate, .address = sim.address("1002"), .digits = "1001"};
    sim.exchange.place(there);
    sim.exchange.place(back);
    sim.run(3s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing routing offered delivered");
    EXPECT_EQ(sim.trace("1002"), "seized dialTone dialing routing offered delivered");
}

TEST(Races, TwoStationsWithOneAppearanceThatCallEachOtherAreBothBusy) {
    Sim sim{ExchangeOptions{}, {}};
    sim.add("2001", {.max_active = 1});
    sim.add("2002", {.max_active = 1});
    sim.exchange.place(
        {.kind = OrderKind::Originate, .address = sim.address("2001"), .digits = "2002"});
    sim.exchange.place(
        {.kind = OrderKind::Originate, .address = sim.address("2002"), .digits = "2001"});
    sim.run(3s);
    EXPECT_TRUE(sim.trace("2001").ends_with("busyTone/busy"));
    EXPECT_TRUE(sim.trace("2002").ends_with("busyTone/busy"));
}

TEST(Races, TwoCallersForTheLastAppearanceOfAStation) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    sim.exchange.place(
        {.kind = OrderKind::Originate, .address = sim.address("1001"), .digits = "2001"});
    sim.exchange.place(
        {.kind = OrderKind::Originate, .address = sim.address("1002"), .digits = "2001"});
    sim.run(3s);
    EXPECT_TRUE(sim.trace("1001").ends_with("delivered"));
    EXPECT_TRUE(sim.trace("1002").ends_with("busyTone/busy"));
}

}  // namespace
}  // namespace pbxlab::pbx
