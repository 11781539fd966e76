// Presenting a call: who is called, what it is told, how it rings; busy and own numbers.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Offering, TellsTheCalledPartyWhoCalls) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.text(sim.at(b).caller.number), "1001");
    EXPECT_EQ(sim.text(sim.at(b).called.number), "1002");
    EXPECT_EQ(sim.at(b).direction, Direction::FromInside);
    EXPECT_EQ(sim.at(a).direction, Direction::Outgoing);
    EXPECT_EQ(sim.at(b).connected_to.disclosure, Disclosure::NotYet);
    EXPECT_EQ(sim.at(a).call, sim.at(b).call) << "both ends are in one call";
    EXPECT_EQ(sim.exchange.far_end(b), a);
}

TEST(Offering, HidesAWithheldNumber) {
    Sim sim;
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .withhold_id = true});
    sim.run(2s);
    const Connection& b = sim.at(sim.newest("1002"));
    EXPECT_EQ(b.caller.disclosure, Disclosure::Withheld);
    EXPECT_FALSE(b.caller.number.valid());
    EXPECT_EQ(sim.text(sim.at(a).caller.number), "1001") << "one knows one's own number";
    EXPECT_EQ(sim.at(a).caller.disclosure, Disclosure::Withheld);
    sim.answer(sim.newest("1002"));
    EXPECT_FALSE(sim.at(sim.newest("1002")).connected_to.number.valid());
}

TEST(Offering, TheCallersNumberFollowsLaterWherePolicySaysSo) {
    Sim sim{Policy{.caller_id_delay = 3s}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.at(b).caller.disclosure, Disclosure::NotYet);
    EXPECT_FALSE(sim.at(b).caller.number.valid());
    sim.run(3s);
    EXPECT_EQ(sim.text(sim.at(b).caller.number), "1001");
    EXPECT_EQ(sim.count(EventKind::PartiesChanged, "1002"), 1U);
}

TEST(Offering, TheCallersNumberFollowsEvenAfterTheAnswer) {
    Sim sim{Policy{.caller_id_delay = 5s}, {"1001", "1002"}};
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.at(b).caller.disclosure, Disclosure::NotYet);
    sim.run(5s);
    EXPECT_EQ(sim.at(b).caller.disclosure, Disclosure::Known);
}

TEST(Offering, AWithheldNumberIsKnownToBeWithheldFromTheFirst) {
    Sim sim{Policy{.caller_id_delay = 3s}, {"1001", "1002"}};
    sim.order({.kind = OrderKind::Originate,
               .address = sim.address("1001"),
               .digits = "1002",
               .withhold_id = true});
    sim.run(1s);
    EXPECT_EQ(sim.at(sim.newest("1002")).caller.disclosure, Disclosure::Withheld);
    sim.run(5s);
    EXPECT_EQ(sim.count(EventKind::PartiesChanged, "1002"), 0U) << "nothing follows";
}

TEST(Offering, ANumberThatFollowsACallerWhoHasGoneNeverComes) {
    Sim sim{Policy{.caller_id_delay = 5s}, {"1001", "1002"}};
    const auto [a, b] = sim.connected("1001", "1002");
    sim.clear(a);
    sim.run(1min);
    EXPECT_EQ(sim.at(b).caller.disclosure, Disclosure::NotYet);
}

// LINEDEVSTATE_RINGING (reference: call-model 11): one for each ring cycle
TEST(Offering, RingsAtOnceAndThenEveryCycle) {
    Sim sim;
    sim.ringing("1001", "1002");
    sim.run(13s);
    std::string rings;
    for (const Event& e : sim.log.events) {
        if (e.kind != EventKind::Ring) continue;
        rings += fmt::format("{}@{} ", e.detail, e.at.time_since_epoch() / 1ms);
    }
    EXPECT_EQ(rings, "0@730 1@6730 2@12730 ");
    EXPECT_EQ(sim.at(sim.newest("1002")).rings, 3U);
}

TEST(Offering, GoesOnRingingWithTheSameCountWhenAccepted) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.accept(b), Refusal::None);
    sim.run(6s);
    EXPECT_EQ(sim.count(EventKind::Ring, "1002"), 2U);
    EXPECT_EQ(sim.log.events.back().detail, 1U);
    EXPECT_EQ(sim.log.events.back().at, SimTime{6730ms}) << "accepting does not shift the rings";
    EXPECT_EQ(sim.accept(b), Refusal::WrongState);
    sim.answer(b);
    sim.run(1min);
    EXPECT_EQ(sim.count(EventKind::Ring, "1002"), 2U) << "an answered call is silent";
}

TEST(Offering, RingsOnlyOnceAcceptedWherePolicySaysSo) {
    Sim sim{Policy{.accept_to_alert = true}, {"1001", "1002"}};
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(20s);
    EXPECT_EQ(sim.count(EventKind::Ring, "1002"), 0U);
    EXPECT_EQ(sim.state(a), ConnState::Routing) << "the caller hears nothing yet";
    sim.accept(sim.newest("1002"));
    EXPECT_EQ(sim.count(EventKind::Ring, "1002"), 1U);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
    sim.run(6s);
    EXPECT_EQ(sim.count(EventKind::Ring, "1002"), 2U);
}

TEST(Offering, IsAcceptedByTheTelephoneItselfWherePolicySaysSo) {
    Sim sim{Policy{.auto_accept = true}, {"1001", "1002"}};
    sim.originate("1001", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1002"), "offered accepted");
    EXPECT_EQ(sim.when(sim.newest("1002"), ConnState::Accepted), 730ms + 20ms);
}

TEST(Offering, AStationOutOfServiceIsOutOfOrder) {
    Sim sim;
    sim.exchange.set_service(sim.station("1002"), false);
    sim.originate("1001", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing routing cleared/outOfOrder");
}

TEST(Offering, ASecondCallWaitsWhileAnAppearanceIsFree) {
    Sim sim;
    sim.connected("1001", "1002");
    sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1002"), "offered connected offered");
}

TEST(Busy, WhenEveryAppearanceIsInUse) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    sim.connected("1001", "2001");
    sim.originate("1003", "2001");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1003"), "seized dialTone dialing routing busyTone/busy");
}

TEST(Busy, WithoutCallWaitingOnceThereIsOneActiveCall) {
    Sim sim{Policy{.call_waiting = false}, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.connected("1001", "1002");
    sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1003"), "seized dialTone dialing routing busyTone/busy");
    sim.clear(sim.newest("1003"));
    EXPECT_EQ(sim.hold(b), Refusal::None);
    sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.state(sim.newest("1002")), ConnState::Offered) << "a held call is not active";
}

struct BusyCase {
    Treatment treatment;
    std::string_view ending;
};
class BusyTreatment : public testing::TestWithParam<BusyCase> {};

TEST_P(BusyTreatment, GivesTheCallerWhatPolicySays) {
    Sim sim{Policy{.on_busy = GetParam().treatment}, {"1001"}};
    sim.originate("1001", "1001");
    sim.run(1min);
    EXPECT_EQ(sim.trace("1001"),
              fmt::format("seized dialTone dialing routing {}", GetParam().ending));
}
INSTANTIATE_TEST_SUITE_P(Every, BusyTreatment,
                         testing::Values(BusyCase{Treatment::Tone, "busyTone/busy"},
                                         BusyCase{Treatment::ToneThenClear,
                                                  "busyTone/busy cleared/busy"},
                                         BusyCase{Treatment::Intercept, "intercepted/vacantTone"},
                                         BusyCase{Treatment::Clear, "cleared/busy"}));

TEST(Busy, ToneEndsAtItsLimit) {
    Sim sim{Policy{.tone_limit = 7s}, {"1001"}};
    const ConnectionId a = sim.originate("1001", "1001");
    sim.run(1min);
    EXPECT_EQ(sim.when(a, ConnState::Cleared) - sim.when(a, ConnState::BusyTone), 7s);
}

TEST(Busy, ToneThenClearComesAClearTimeLater) {
    Sim sim{Policy{.on_busy = Treatment::ToneThenClear}, {"1001"}};
    const ConnectionId a = sim.originate("1001", "1001");
    sim.run(1min);
    EXPECT_EQ(sim.when(a, ConnState::Cleared) - sim.when(a, ConnState::BusyTone), 30ms);
}

TEST(OwnNumber, RingsTheOtherAppearanceWherePolicySaysSo) {
    Sim sim{Policy{.self_call = SelfCall::Ring}, {"1001"}};
    sim.originate("1001", "1001");
    sim.run(2s);
    const ConnectionId b = sim.newest("1001");
    EXPECT_EQ(sim.state(b), ConnState::Offered);
    EXPECT_EQ(sim.answer(b), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.exchange.far_end(b)), ConnState::Connected)
        << "answering does not drop the other end of the same call";
}

TEST(OwnNumber, IsBusyWhenTheOnlyAppearanceIsTheCallersOwn) {
    Sim sim{ExchangeOptions{.policy = {.self_call = SelfCall::Ring}}, {}};
    sim.add("2001", {.max_active = 1});
    sim.originate("2001", "2001");
    sim.run(2s);
    EXPECT_EQ(sim.trace("2001"), "seized dialTone dialing routing busyTone/busy");
}

TEST(OwnNumber, DialledByHandWherePolicyRefusesItIsABadNumber) {
    Sim sim{Policy{.self_call = SelfCall::Refuse}, {"1001"}};
    sim.exchange.phone_lift(sim.station("1001"));
    sim.exchange.phone_dial(sim.station("1001"), "1001");
    sim.run(2s);
    EXPECT_TRUE(sim.trace("1001").ends_with("routing cleared/badNumber")) << sim.trace("1001");
}

}  // namespace
}  // namespace pbxlab::pbx
