// Calls that are finished later: who waits for whom, when they go on, and what ends that.
// (reference: call-model 12)
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1001 calls 1002, which has one appearance and is off hook.
struct Waits : Sim {
    explicit Waits(const Policy& policy = {}) : Sim{policy, {"1001", "1003"}} {
        add("1002", {.max_active = 1});
        EXPECT_EQ(exchange.phone_lift(station("1002")), Refusal::None);
        caller = originate("1001", "1002");
        run(2s);
        EXPECT_EQ(state(caller), ConnState::BusyTone);
    }
    Refusal complete(CompleteBy how) { return complete(caller, how); }
    Refusal complete(ConnectionId id, CompleteBy how) {
        order({.kind = OrderKind::Complete, .connection = id, .complete_by = how});
        return refusal;
    }
    Refusal uncomplete(std::uint32_t number) {
        order({.kind = OrderKind::Uncomplete, .address = address("1001"), .completion = number});
        return refusal;
    }
    void target_hangs_up() {
        EXPECT_EQ(exchange.phone_hang_up(station("1002")), Refusal::None);
        run(2s);
    }
    [[nodiscard]] std::uint32_t outstanding() const {
        return exchange.completion_count(address("1001"));
    }
    ConnectionId caller;
};

TEST(CallBack, RingsAtTheCallerWhenTheStationIsFreeAndDialsWhenAnswered) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None);
    sim.run(10s);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Null);
    EXPECT_EQ(sim.outstanding(), 1U);
    sim.target_hangs_up();
    const ConnectionId back = sim.newest("1001");
    EXPECT_EQ(sim.at(back).reason, Reason::Completed);
    EXPECT_EQ(sim.text(sim.at(back).caller.number), "1002");
    EXPECT_EQ(sim.answer(back), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace(back), "offered connected routing delivered");
    EXPECT_EQ(sim.outstanding(), 0U);
    EXPECT_EQ(sim.answer(sim.newest("1002")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(back), ConnState::Connected);
}

TEST(CallBack, StaysAskedForWhenTheStationIsBusyAgainUnlessPolicyGivesUp) {
    for (const bool keeps : {true, false}) {
        Policy policy;
        policy.keeps_callback = keeps;
        Waits sim{policy};
        EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None);
        sim.target_hangs_up();
        EXPECT_EQ(sim.exchange.phone_lift(sim.station("1002")), Refusal::None);
        const ConnectionId back = sim.newest("1001");
        EXPECT_EQ(sim.answer(back), Refusal::None);
        sim.run(1s);
        EXPECT_EQ(sim.trace(back), "offered connected routing busyTone/busy");
        EXPECT_EQ(sim.outstanding(), keeps ? 1U : 0U);
        EXPECT_EQ(sim.count(EventKind::CompletionCancelled, "1001"), keeps ? 0U : 1U);
    }
}

TEST(CallBack, IsTakenAwayWhenNobodyAnswersIt) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None);
    sim.target_hangs_up();
    const ConnectionId back = sim.newest("1001");
    sim.run(30s);
    EXPECT_EQ(sim.trace(back), "offered null/noAnswer");
    EXPECT_EQ(sim.outstanding(), 1U);
}

TEST(CampOn, ShowsTheCallOnHoldAndRingsWhenTheStationIsFree) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    const ConnectionId camped = sim.newest("1002");
    EXPECT_EQ(sim.state(camped), ConnState::Held);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Camping);
    EXPECT_EQ(sim.at(camped).reason, Reason::CampedOn);
    sim.target_hangs_up();
    EXPECT_EQ(sim.trace(camped), "held offered");
    EXPECT_EQ(sim.state(sim.caller), ConnState::Delivered);
    EXPECT_EQ(sim.outstanding(), 1U) << "it can still be cancelled";
    EXPECT_EQ(sim.answer(camped), Refusal::None);
    EXPECT_EQ(sim.outstanding(), 0U);
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(camped).connected_to.number), "1001");
}

TEST(CampOn, IsFetchedFromHold) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    const ConnectionId camped = sim.newest("1002");
    EXPECT_EQ(sim.exchange.phone_hang_up(sim.station("1002")), Refusal::None);
    EXPECT_EQ(sim.retrieve(camped), Refusal::None);
    EXPECT_EQ(sim.count(EventKind::FarRetrieved, "1001"), 0U) << "it was never answered before";
    sim.run(1s);
    EXPECT_EQ(sim.state(camped), ConnState::Connected);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(sim.caller).connected_to.number), "1002");
    EXPECT_EQ(sim.outstanding(), 0U);
}

TEST(CampOn, EndsWithItsCallerAndWithTheBusyPartysWill) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    const ConnectionId camped = sim.newest("1002");
    EXPECT_EQ(sim.clear(sim.caller), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.outstanding(), 0U);
    EXPECT_EQ(sim.trace(camped), "held null/abandoned");
    EXPECT_EQ(sim.count(EventKind::CompletionCancelled, "1001"), 0U) << "it was its own will";
    Waits other;
    EXPECT_EQ(other.complete(CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(other.clear(other.newest("1002")), Refusal::None);
    other.run(1s);
    EXPECT_EQ(other.outstanding(), 0U);
    EXPECT_EQ(other.state(other.caller), ConnState::BusyTone);
    EXPECT_EQ(other.count(EventKind::CompletionCancelled, "1001"), 1U);
}

TEST(CampOn, IsOverWhenTheCallIsPickedUpOrRedirectedWhileItRings) {
    const auto rings = [](Waits& sim) {
        EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
        sim.target_hangs_up();
    };
    Waits picked;
    rings(picked);
    picked.order({.kind = OrderKind::PickUp, .address = picked.address("1003"), .digits = "1002"});
    picked.run(1s);
    EXPECT_EQ(picked.state(picked.caller), ConnState::Connected);
    EXPECT_EQ(picked.outstanding(), 0U);
    EXPECT_EQ(picked.count(EventKind::CompletionCancelled, "1001"), 0U);
    Waits sent_on;
    rings(sent_on);
    sent_on.order(
        {.kind = OrderKind::Redirect, .connection = sent_on.newest("1002"), .digits = "1003"});
    sent_on.run(1s);
    EXPECT_EQ(sent_on.state(sent_on.newest("1003")), ConnState::Offered);
    EXPECT_EQ(sent_on.outstanding(), 0U);
}

TEST(CampOn, LetsOneRingAfterTheOther) {
    Waits sim;
    const ConnectionId second = sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    const ConnectionId first = sim.newest("1002");
    EXPECT_EQ(sim.complete(second, CompleteBy::CampOn), Refusal::None);
    const ConnectionId later = sim.newest("1002");
    sim.target_hangs_up();
    EXPECT_EQ(sim.state(first), ConnState::Offered);
    EXPECT_EQ(sim.state(later), ConnState::Held);
    EXPECT_EQ(sim.clear(first), Refusal::None) << "turned down";
    sim.run(2s);
    EXPECT_EQ(sim.state(later), ConnState::Offered);
}

TEST(CampOn, GoesOnWhenTheStationIsFreeAlreadyOrInServiceAgain) {
    Waits sim;
    sim.target_hangs_up();
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.newest("1002")), ConnState::Offered);
    Waits out;
    EXPECT_EQ(out.complete(CompleteBy::CampOn), Refusal::None);
    out.exchange.set_service(out.station("1002"), false);
    out.target_hangs_up();
    EXPECT_EQ(out.state(out.newest("1002")), ConnState::Held);
    out.exchange.set_service(out.station("1002"), true);
    out.run(1s);
    EXPECT_EQ(out.state(out.newest("1002")), ConnState::Offered);
}

// A station that loses its calls with its service loses the one that camps on it too.
TEST(CampOn, EndsWithTheServiceOfTheStation) {
    Policy policy;
    policy.on_service_loss = OnServiceLoss::ClearCalls;
    Waits sim{policy};
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    const ConnectionId camped = sim.newest("1002");
    sim.exchange.set_service(sim.station("1002"), false);
    EXPECT_EQ(sim.trace(camped), "held null/serviceLost");
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.caller), ConnState::BusyTone);
    EXPECT_EQ(sim.count(EventKind::CompletionCancelled, "1001"), 1U);
}

TEST(CampOn, IsRefusedAtAStationWithASecuredCall) {
    Waits sim;
    sim.order({.kind = OrderKind::Secure, .connection = sim.newest("1002")});
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::NotAllowed);
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None) << "that disturbs nobody";
}

TEST(CampOn, LeavesItsCallerToBusyToneOrReleasesItWhenCancelled) {
    for (const bool clears : {false, true}) {
        Policy policy;
        policy.uncamping_clears = clears;
        Waits sim{policy};
        EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
        const ConnectionId camped = sim.newest("1002");
        EXPECT_EQ(sim.uncomplete(1), Refusal::None);
        EXPECT_EQ(sim.trace(camped), "held null/abandoned");
        EXPECT_EQ(sim.state(sim.caller), clears ? ConnState::Null : ConnState::BusyTone);
    }
}

// Whoever is transferred to a busy station waits there, where policy says so.
TEST(CampOn, IsWhatATransferredPartyDoesAtABusyStation) {
    Policy policy;
    policy.call_waiting = false;
    policy.transfer_to_busy = TransferToBusy::CampOn;
    for (const OnTransfer how : {OnTransfer::StaysConnected, OnTransfer::CallsAgain}) {
        policy.on_transfer = how;
        Sim sim{policy, {"1001", "1002", "1003"}};
        EXPECT_EQ(sim.exchange.phone_lift(sim.station("1003")), Refusal::None);
        const auto [a, b] = sim.connected("1001", "1002");
        sim.order({.kind = OrderKind::SendOn, .connection = b, .digits = "1003"});
        EXPECT_EQ(sim.refusal, Refusal::None);
        sim.run(1s);
        const bool stays = how == OnTransfer::StaysConnected;
        EXPECT_EQ(sim.state(a), stays ? ConnState::Connected : ConnState::Camping);
        const ConnectionId camped = sim.newest("1003");
        EXPECT_EQ(sim.state(camped), ConnState::Held);
        EXPECT_EQ(sim.at(camped).reason, Reason::CampedOn);
        EXPECT_EQ(sim.exchange.completion_count(sim.address("1002")), 0U) << "nobody's request";
        EXPECT_EQ(sim.exchange.phone_hang_up(sim.station("1003")), Refusal::None);
        sim.run(1s);
        EXPECT_EQ(sim.answer(camped), Refusal::None);
        sim.run(1s);
        EXPECT_EQ(sim.state(a), ConnState::Connected);
        EXPECT_EQ(sim.text(sim.at(a).connected_to.number), "1003");
    }
}

TEST(CampOn, GivesATransferredPartyBackToItsTransferorWhenItIsTurnedAway) {
    Policy policy;
    policy.call_waiting = false;
    policy.transfer_to_busy = TransferToBusy::CampOn;
    Sim sim{policy, {"1001", "1002", "1003"}};
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1003")), Refusal::None);
    const auto [a, b] = sim.connected("1001", "1002");
    sim.order({.kind = OrderKind::SendOn, .connection = b, .digits = "1003"});
    sim.run(1s);
    EXPECT_EQ(sim.clear(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.at(sim.newest("1002")).reason, Reason::Reminder);
    EXPECT_EQ(sim.answer(sim.newest("1002")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
}

TEST(CallBack, FromAStationThatDidNotAnswerWaitsUntilThatHasBeenUsed) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.order({.kind = OrderKind::Complete, .connection = a});
    EXPECT_EQ(sim.refusal, Refusal::None);
    sim.run(30s);
    EXPECT_FALSE(sim.newest("1001").valid()) << "it has only been rung";
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1002")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.exchange.phone_hang_up(sim.station("1002")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
}

TEST(CallBack, KeepsACallersNumberWithheld) {
    Waits sim;
    const ConnectionId shy = sim.order({.kind = OrderKind::Originate,
                                        .address = sim.address("1003"),
                                        .digits = "1002",
                                        .withhold_id = true});
    sim.run(2s);
    EXPECT_EQ(sim.complete(shy, CompleteBy::CallBack), Refusal::None);
    sim.target_hangs_up();
    EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.at(sim.newest("1002")).caller.disclosure, Disclosure::Withheld);
}

TEST(CallBack, CannotBeRedirectedOrPickedUpAsNobodyCallsYet) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None);
    sim.target_hangs_up();
    sim.order({.kind = OrderKind::Redirect, .connection = sim.newest("1001"), .digits = "1003"});
    EXPECT_EQ(sim.refusal, Refusal::WrongState);
    sim.order({.kind = OrderKind::PickUp, .address = sim.address("1003"), .digits = "1001"});
    EXPECT_EQ(sim.refusal, Refusal::Nothing);
}

// A held call does not come back by transferring it, though a call back can be asked for from a
// consultation.
TEST(CallBack, AskedForByAConsultationGivesTheHeldCallBack) {
    Policy policy;
    policy.hang_up_transfers = true;
    Sim sim{policy, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.connected("1001", "1003");
    const ConnectionId asks = sim.order({.kind = OrderKind::Consult,
                                         .connection = a,
                                         .address = sim.address("1001"),
                                         .digits = "1002"});
    sim.run(2s);
    sim.order({.kind = OrderKind::Complete, .connection = asks});
    EXPECT_EQ(sim.refusal, Refusal::None);
    EXPECT_EQ(sim.state(asks), ConnState::Null);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
}

TEST(Completion, IsRefusedWhereNothingCanBeFinished) {
    Waits sim;
    EXPECT_EQ(sim.complete(ConnectionId{}, CompleteBy::CallBack), Refusal::Gone);
    const auto [a, b] = sim.ringing("1003", "1001");
    EXPECT_EQ(sim.complete(a, CompleteBy::CampOn), Refusal::WrongState) << "nobody is busy";
    EXPECT_EQ(sim.complete(b, CompleteBy::CallBack), Refusal::WrongState);
    EXPECT_EQ(sim.complete(CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::WrongState) << "it waits already";
    EXPECT_EQ(sim.uncomplete(2), Refusal::Gone);
    EXPECT_EQ(sim.uncomplete(1), Refusal::None);
    EXPECT_EQ(sim.uncomplete(1), Refusal::Gone);
}

TEST(Completion, HasALimitForEachAddress) {
    Policy policy;
    policy.max_completions = 1;
    Waits sim{policy};
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None);
    const ConnectionId second = sim.originate("1001", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.complete(second, CompleteBy::CallBack), Refusal::Full);
}

TEST(Completion, ByMessageLightsTheLampAndIsOver) {
    Waits sim;
    EXPECT_EQ(sim.complete(CompleteBy::Message), Refusal::None);
    EXPECT_TRUE(sim.exchange.station(sim.station("1002")).message_waiting);
    EXPECT_EQ(sim.outstanding(), 0U);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Null);
}

TEST(Completion, IsCancelledByTheExchange) {
    Waits sim;
    EXPECT_EQ(sim.exchange.cancel_completion(1), Refusal::Gone);
    EXPECT_EQ(sim.complete(CompleteBy::CallBack), Refusal::None);
    EXPECT_EQ(sim.exchange.cancel_completion(1), Refusal::None);
    EXPECT_EQ(sim.outstanding(), 0U);
}

}  // namespace
}  // namespace pbxlab::pbx
