// A caller breaks in on the call of a busy station.
// (reference: tapi2-operations, lineCompleteCall; edge case 103)
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1001 and 1002 talk, and 1003 hears that 1002 is busy.
struct Busy : Sim {
    explicit Busy(Policy policy = {}) : Sim{quiet(policy), {"1001", "1002", "1003", "1004"}} {
        first = originate("1001", "1002");
        run(2s);
        second = newest("1002");
        EXPECT_EQ(answer(second), Refusal::None);
        run(1s);
        caller = originate("1003", "1002");
        run(2s);
        EXPECT_EQ(state(caller), ConnState::BusyTone);
    }
    static Policy quiet(Policy policy) {
        policy.call_waiting = false;
        return policy;
    }
    Refusal intrude() {
        order({.kind = OrderKind::Complete,
               .connection = caller,
               .complete_by = CompleteBy::Intrude});
        run(1s);
        return refusal;
    }
    ConnectionId first, second, caller;
};

TEST(Intrusion, MakesAConferenceOfTheCallThatMadeTheStationBusy) {
    Busy sim;
    EXPECT_EQ(sim.intrude(), Refusal::None);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Connected);
    EXPECT_EQ(sim.state(sim.first), ConnState::Connected);
    EXPECT_EQ(sim.state(sim.second), ConnState::Conferenced);
    const Conference* conference = sim.exchange.conference_of(sim.second);
    ASSERT_NE(conference, nullptr);
    EXPECT_EQ(sim.state(conference->parent), ConnState::Connected);
    ASSERT_EQ(conference->members.size(), 2U);
    const ConnectionId joined = conference->members[1];
    EXPECT_EQ(sim.at(joined).reason, Reason::Intruded);
    EXPECT_EQ(sim.text(sim.at(joined).caller.number), "1003");
    EXPECT_EQ(sim.text(sim.at(sim.caller).connected_to.number), "1002");
}

TEST(Intrusion, LeavesAnOrdinaryCallBehindWhenTheIntruderGoes) {
    Busy sim;
    EXPECT_EQ(sim.intrude(), Refusal::None);
    sim.clear(sim.caller);
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.second), ConnState::Connected);
    EXPECT_EQ(sim.exchange.conference_of(sim.second), nullptr);
    EXPECT_EQ(sim.state(sim.first), ConnState::Connected);
}

TEST(Intrusion, IsRefusedWhereEitherPartyHasSecuredTheCall) {
    for (const bool at_the_station : {true, false}) {
        Busy sim;
        sim.order(
            {.kind = OrderKind::Secure, .connection = at_the_station ? sim.second : sim.first});
        EXPECT_EQ(sim.intrude(), Refusal::NotAllowed);
        EXPECT_EQ(sim.state(sim.caller), ConnState::BusyTone);
        EXPECT_EQ(sim.state(sim.second), ConnState::Connected);
    }
}

TEST(Intrusion, IsRefusedWhereNobodyTalks) {
    Busy sim;
    EXPECT_EQ(sim.hold(sim.second), Refusal::None);
    EXPECT_EQ(sim.intrude(), Refusal::NotAllowed);
    EXPECT_EQ(sim.state(sim.caller), ConnState::BusyTone);
}

// --- where who breaks in gets a call of its own

TEST(IntrusionOfItsOwn, IsOneMoreConnectedCallOfTheStation) {
    Busy sim{Policy{.intrusion_joins = false}};
    EXPECT_EQ(sim.intrude(), Refusal::None);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Connected);
    EXPECT_EQ(sim.state(sim.second), ConnState::Connected);
    const ConnectionId joined = sim.newest("1002");
    EXPECT_EQ(sim.state(joined), ConnState::Connected);
    EXPECT_EQ(sim.at(joined).reason, Reason::Intruded);
    EXPECT_EQ(sim.exchange.conference_of(joined), nullptr);
    EXPECT_EQ(sim.clear(joined), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.caller), ConnState::Cleared);
    EXPECT_EQ(sim.state(sim.second), ConnState::Connected);
}

TEST(IntrusionOfItsOwn, NeedsAnAppearance) {
    Sim sim{Policy{.intrusion_joins = false}, {"1001", "1003"}};
    sim.add("1002", {.max_active = 1});
    sim.connected("1001", "1002");
    const ConnectionId caller = sim.originate("1003", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.state(caller), ConnState::BusyTone);
    sim.order(
        {.kind = OrderKind::Complete, .connection = caller, .complete_by = CompleteBy::Intrude});
    EXPECT_EQ(sim.refusal, Refusal::NotAllowed);
}

}  // namespace
}  // namespace pbxlab::pbx
