// Hanging up, turning down, giving up, and limits that end a call.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// reference: call-model 3.4
TEST(Clearing, OnesOwnEndGoesAtOnceAndTheOtherNoticesALittleLater) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.clear(a), Refusal::None);
    const Duration released = sim.now();
    EXPECT_TRUE(sim.trace(a).ends_with("connected null"));
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    sim.run(1s);
    EXPECT_TRUE(sim.trace(b).ends_with("connected cleared/normal"));
    EXPECT_EQ(sim.when(b, ConnState::Cleared), released + 30ms);
    EXPECT_EQ(sim.exchange.far_end(b), ConnectionId{});
}

TEST(Clearing, IsPossibleInEveryState) {
    const Policy policy{.on_bad_number = Treatment::Intercept};
    Sim sim{policy, {"1001", "1002"}};
    const auto gone = [&](ConnectionId id) {
        EXPECT_EQ(sim.clear(id), Refusal::None);
        sim.run(1s);
        EXPECT_EQ(sim.exchange.connection_count(), 0U);
        EXPECT_EQ(sim.exchange.scheduler().size(), 0U) << "no timer is left";
    };
    ConnectionId a = sim.originate("1001");
    gone(a);
    for (const std::string_view digits : {"", "1", "7", "1001"}) {
        a = sim.originate("1001", digits, digits.size() < 4);
        sim.run(2s);
        gone(a);
    }
    a = sim.originate("1001", "1002");
    sim.run(680ms);
    EXPECT_EQ(sim.state(a), ConnState::Routing);
    gone(a);
    gone(sim.ringing("1001", "1002").a);
    EXPECT_EQ(sim.trace("1002"), "offered null/abandoned");
}

TEST(Clearing, AnEndedConnectionCanBeLookedAtUntilEverybodyHasBeenTold) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    bool seen = false;
    sim.log.then = [&, id = a](const Event& e) {
        if (e.kind != EventKind::Moved || e.to != ConnState::Null) return;
        seen = sim.exchange.find(id) != nullptr &&
               sim.exchange.text(sim.exchange.find(id)->caller.number) == "1001" &&
               sim.exchange.find(e.call) != nullptr;
        EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
    };
    sim.clear(a);
    EXPECT_TRUE(seen);
    EXPECT_EQ(sim.exchange.find(a), nullptr);
}

TEST(Rejecting, ClearsTheCaller) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.clear(b), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace(b), "offered null");
    EXPECT_TRUE(sim.trace(a).ends_with("delivered cleared/rejected"));
}

TEST(Rejecting, ShowsTheCallerBusyWherePolicySaysSo) {
    Sim sim{Policy{.on_reject = OnReject::BusyCaller}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.clear(b);
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("delivered busyTone/busy"));
}

TEST(Rejecting, SendsTheCallerWhereTheBusyGoWherePolicySaysSo) {
    Sim sim{Policy{.on_reject = OnReject::ForwardBusy}, {"1001", "1002", "1003"}};
    sim.exchange.set_forwarding(sim.address("1002"),
                                {.rules = {{ForwardWhen::Busy, ForwardFor::Anyone, "", "1003"}}});
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(2s);
    sim.clear(sim.newest("1002"));
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
    EXPECT_EQ(sim.at(sim.newest("1003")).reason, Reason::ForwardedBusy);
    sim.clear(sim.newest("1003"));
    sim.run(1s);
    EXPECT_EQ(sim.at(a).cause, Cause::Rejected) << "there is no such rule at the other one";
}

TEST(Rejecting, ForAReasonTellsTheCallerThatOneWhateverPolicySays) {
    for (const OnReject habit : {OnReject::ClearCaller, OnReject::BusyCaller}) {
        Sim sim{Policy{.on_reject = habit}, {"1001", "1002"}};
        const auto [a, b] = sim.ringing("1001", "1002");
        sim.order({.kind = OrderKind::Clear, .connection = b, .cause = Cause::NoAnswer});
        const Duration released = sim.now();
        sim.run(1s);
        EXPECT_EQ(sim.trace(b), "offered null");
        EXPECT_TRUE(sim.trace(a).ends_with("delivered cleared/noAnswer"));
        EXPECT_EQ(sim.when(a, ConnState::Cleared), released + 30ms);
    }
}

TEST(Rejecting, ForAReasonEndsACallThatIsNotOfferedAsEver) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.order({.kind = OrderKind::Clear, .connection = b, .cause = Cause::NoAnswer});
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("connected cleared/normal"));
}

TEST(Rejecting, BeforeTheCallerHearsItRing) {
    Sim sim{Policy{.accept_to_alert = true, .on_reject = OnReject::BusyCaller}, {"1001", "1002"}};
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(2s);
    sim.clear(sim.newest("1002"));
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("routing busyTone/busy"));
}

TEST(Rejecting, IsRefusedWherePolicyLetsNobodyDoIt) {
    Sim sim{Policy{.reject_allowed = false}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.clear(b), Refusal::NotAllowed);
    EXPECT_EQ(sim.exchange.phone_hang_up(sim.station("1002")), Refusal::NotAllowed);
    EXPECT_EQ(sim.state(b), ConnState::Offered);
    EXPECT_EQ(sim.answer(b), Refusal::None);
    EXPECT_EQ(sim.clear(b), Refusal::None) << "an answered call can be ended";
}

TEST(NoAnswer, EndsTheAttemptAtTheCallersLimit) {
    Sim sim;
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .no_answer_limit = 20s});
    sim.run(1min);
    EXPECT_TRUE(sim.trace(a).ends_with("delivered cleared/noAnswer"));
    EXPECT_EQ(sim.when(a, ConnState::Cleared), 630ms + 20s) << "counted from the complete number";
    EXPECT_EQ(sim.trace("1002"), "offered null/abandoned");
}

TEST(NoAnswer, CannotBeLongerThanPolicyAllows) {
    Sim sim{Policy{.longest_no_answer = 5s}, {"1001", "1002"}};
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .no_answer_limit = 20s});
    sim.run(1min);
    EXPECT_EQ(sim.when(a, ConnState::Cleared), 630ms + 5s);
}

TEST(NoAnswer, EndsWithTheAnswer) {
    Sim sim;
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .no_answer_limit = 20s});
    sim.run(2s);
    sim.answer(sim.newest("1002"));
    sim.run(1h);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
}

TEST(Races, TheLimitAndTheAnswerCross) {
    Sim sim;
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .no_answer_limit = 20s});
    sim.run(20'610ms - sim.now());
    const ConnectionId b = sim.newest("1002");
    sim.answer(b);  // at 20.620 s; the limit is reached at 20.630 s, the answer at 20.650 s
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("delivered cleared/noAnswer"));
    EXPECT_EQ(sim.trace(b), "offered connected cleared/normal");
}

TEST(TimeLimit, ClearsBothParties) {
    Sim sim{Policy{.call_limit = 60s}, {"1001", "1002"}};
    const auto [a, b] = sim.connected("1001", "1002");
    sim.run(2min);
    EXPECT_TRUE(sim.trace(a).ends_with("connected cleared/timeLimit"));
    EXPECT_TRUE(sim.trace(b).ends_with("connected cleared/timeLimit"));
    EXPECT_EQ(sim.when(a, ConnState::Cleared) - sim.when(a, ConnState::Connected), 60s);
}

TEST(TimeLimit, GoesOnWhileTheCallIsHeld) {
    Sim sim{Policy{.call_limit = 60s}, {"1001", "1002"}};
    const auto [a, b] = sim.connected("1001", "1002");
    sim.hold(a);
    sim.run(10s);
    sim.retrieve(a);
    const Duration connected = sim.when(b, ConnState::Connected) + 30ms;
    sim.run(2min);
    EXPECT_EQ(sim.when(a, ConnState::Cleared), connected + 60s);
}

TEST(Cleared, IsReleasedByItselfWherePolicySaysSo) {
    Sim sim{Policy{.clear_release_limit = 2s}, {"1001", "1002"}};
    const auto [a, b] = sim.connected("1001", "1002");
    sim.clear(a);
    sim.run(10s);
    EXPECT_TRUE(sim.trace(b).ends_with("cleared/normal null"));
    EXPECT_EQ(sim.exchange.connection_count(), 0U);
}

TEST(Cleared, StaysUntilItIsReleased) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.clear(a);
    sim.run(24h);
    EXPECT_EQ(sim.state(b), ConnState::Cleared);
}

}  // namespace
}  // namespace pbxlab::pbx
