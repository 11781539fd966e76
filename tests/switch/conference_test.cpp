// A station brings several calls together, and leads the conference that they become.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1001 leads; 1002 is the first member, 1003 the next.
struct Meeting : Sim {
    explicit Meeting(const Policy& policy = {}, const AddressSpec& leader = {},
                     std::uint32_t trunks = 8)
        : Sim{ExchangeOptions{.policy = policy, .trunks = trunks},
              {"1002", "1003", "1004", "1005", "1006"}} {
        add("1001", leader);
    }

    ConnectionId confer(ConnectionId from, std::string_view digits, bool no_hold = false) {
        const ConnectionId called = order({.kind = OrderKind::Confer,
                                           .connection = from,
                                           .address = address("1001"),
                                           .digits = digits,
                                           .no_hold = no_hold});
        if (const Conference* conference = exchange.conference_of(called))
            parent = conference->parent;
        run(2s);
        return called;
    }
    void pick_up(std::string_view number) {
        EXPECT_EQ(answer(newest(number)), Refusal::None);
        run(1s);
    }
    Refusal add_party(ConnectionId call) { return ask(OrderKind::AddParty, parent, call); }
    Refusal remove(ConnectionId member) { return ask(OrderKind::RemoveParty, member); }

    // 1003 is called, and the conference waits for it.
    void begin(bool no_hold = false) {
        const auto [own, far] = connected("1001", "1002");
        first = own;
        party = far;
        second = confer(first, "1003", no_hold);
    }
    // 1003 has answered, and is in it.
    void meet() {
        begin();
        pick_up("1003");
        EXPECT_EQ(add_party(second), Refusal::None);
        other = newest("1003");
    }
    // And so is who has this number.
    ConnectionId meet_more(std::string_view number) {
        const ConnectionId more = confer(parent, number);
        run(1s);
        if (number.front() == '1') pick_up(number);
        EXPECT_EQ(add_party(more), Refusal::None);
        return more;
    }
    [[nodiscard]] std::size_t members() const {
        const Conference* conference = exchange.conference_of(parent);
        return conference != nullptr ? conference->members.size() : 0;
    }
    // Where digits that one party sends are heard.
    std::string hearers(ConnectionId from) {
        const std::size_t before = log.events.size();
        EXPECT_EQ(exchange.send_digits(from, "5", false, {}), Refusal::None);
        run(1s);
        std::string heard;
        for (std::size_t i = before; i < log.events.size(); ++i) {
            const Event& event = log.events[i];
            if (event.kind != EventKind::SoundStarts) continue;
            const bool own = event.connection == parent;
            heard += heard.empty() ? "" : " ";
            heard += own ? "parent" : exchange.address(event.address).spec.number;
        }
        return heard;
    }

    ConnectionId parent, first, second;  // 1001's own
    ConnectionId party, other;           // of 1002 and of 1003
};

// --- set-up

TEST(Conference, IsHeldWhileTheNextPartyIsCalled) {  // reference: call-model 4.2
    Meeting meeting;
    const auto [own, far] = meeting.connected("1001", "1002");
    const ConnectionId second = meeting.confer(own, "");
    EXPECT_EQ(meeting.state(own), ConnState::Conferenced);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Held);
    EXPECT_EQ(meeting.at(meeting.parent).held_for, HoldFor::Conference);
    EXPECT_EQ(meeting.at(meeting.parent).partner, second);
    EXPECT_EQ(meeting.state(second), ConnState::DialTone);
    EXPECT_TRUE(meeting.at(far).far_held);
    EXPECT_EQ(meeting.exchange.conference_of(second)->parent, meeting.parent);
    EXPECT_EQ(meeting.exchange.address(meeting.address("1001")).active, 1U) << "the consultation";
    EXPECT_EQ(meeting.exchange.address(meeting.address("1001")).pending, 1U);
}

TEST(Conference, BelongsWithTheCallThatItStartsFrom) {  // reference: call-model 16
    Meeting meeting;
    meeting.begin();
    const std::uint32_t number = meeting.exchange.find(meeting.at(meeting.first).call)->number;
    for (const ConnectionId id : {meeting.parent, meeting.second}) {
        EXPECT_EQ(meeting.exchange.find(meeting.at(id).call)->related, number);
        EXPECT_NE(meeting.exchange.find(meeting.at(id).call)->number, number);
    }
}

TEST(Conference, StartsWithoutAnyCallToo) {
    Meeting meeting;
    const ConnectionId called = meeting.confer({}, "1002");
    EXPECT_EQ(meeting.members(), 0U);
    meeting.pick_up("1002");
    EXPECT_EQ(meeting.add_party(called), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.members(), 1U);
    EXPECT_EQ(meeting.state(called), ConnState::Conferenced) << "nothing has shrunk to it";
}

TEST(Conference, OfNobodyEndsWithItsConsultation) {
    Meeting meeting;
    const ConnectionId called = meeting.confer({}, "1002");
    EXPECT_EQ(meeting.clear(called), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null);
}

// --- adding

TEST(Conference, TakesInWhoWasCalledAndIsTakenBack) {
    Meeting meeting;
    meeting.meet();
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Conferenced);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
    EXPECT_FALSE(meeting.at(meeting.other).far_held);
    EXPECT_FALSE(meeting.at(meeting.parent).partner.valid());
    EXPECT_EQ(meeting.exchange.address(meeting.address("1001")).active, 1U)
        << "the conference as a whole has one appearance";
    EXPECT_EQ(meeting.exchange.others_of(meeting.party).size(), 3U);
}

TEST(Conference, TakesInHeldAndIndependentCalls) {
    Meeting meeting{{}, {.max_active = 3}};
    const auto [held, far] = meeting.connected("1001", "1004");
    meeting.hold(held);
    meeting.begin();
    EXPECT_EQ(meeting.add_party(held), Refusal::None) << "1003 merely rings";
    EXPECT_EQ(meeting.state(held), ConnState::Conferenced);
    EXPECT_FALSE(meeting.at(far).far_held);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Delivered) << "it is still being called";
}

TEST(Conference, IsNotTakenBackBesideAThirdCall) {
    Meeting meeting{{}, {.max_active = 3}};
    const auto [held, far] = meeting.connected("1001", "1004");
    meeting.hold(held);
    meeting.begin();
    meeting.pick_up("1003");
    EXPECT_EQ(meeting.add_party(held), Refusal::OtherActive);
    EXPECT_EQ(meeting.state(held), ConnState::Held);
    EXPECT_TRUE(meeting.at(far).far_held);
}

TEST(Conference, TheCallerOfAGroupIsNoPartyUntilSomebodyAnswers) {
    Meeting meeting;
    GroupSpec spec{.number = "2000"};
    spec.stages = {{{meeting.address("1004")}, 30s}};
    ASSERT_TRUE(meeting.exchange.add_group(spec).has_value());
    meeting.first = meeting.connected("1001", "1002").a;
    const ConnectionId called = meeting.confer(meeting.first, "2000");
    EXPECT_EQ(meeting.state(called), ConnState::Delivered);
    EXPECT_EQ(meeting.add_party(called), Refusal::WrongState);
    meeting.pick_up("1004");
    EXPECT_EQ(meeting.add_party(called), Refusal::None);
}

// --- a party that has not answered

TEST(UnansweredMember, TalksAsLongAsCallsCanFromItsAnswerOn) {
    Meeting meeting{Policy{.call_limit = 60s}};
    meeting.begin();
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::None);
    meeting.run(10s);
    const Duration answers = meeting.exchange.scheduler().now().time_since_epoch();
    meeting.pick_up("1003");
    meeting.run(2min);
    const Duration cleared = meeting.when(meeting.newest("1003"), ConnState::Cleared);
    EXPECT_GE(cleared, answers + 60s);
    EXPECT_LT(cleared, answers + 61s);
}

TEST(UnansweredMember, IsHeardFromItsAnswerOn) {
    Meeting meeting;
    meeting.begin();
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Conferenced);
    EXPECT_TRUE(meeting.at(meeting.second).unanswered);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent");
    meeting.pick_up("1003");
    EXPECT_FALSE(meeting.at(meeting.second).unanswered);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003");
}

TEST(UnansweredMember, LeavesWhenNobodyAnswers) {
    Meeting meeting{{.member_answer_limit = 10s}};
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004");
    EXPECT_EQ(meeting.add_party(third), Refusal::None);
    meeting.run(9900ms);
    EXPECT_EQ(meeting.state(third), ConnState::Conferenced);
    meeting.run(1s);
    EXPECT_EQ(meeting.trace(third),
              "seized dialTone dialing routing delivered conferenced "
              "cleared/noAnswer null");
    EXPECT_FALSE(meeting.newest("1004").valid()) << "it does not ring any more";
    EXPECT_EQ(meeting.members(), 2U);
}

TEST(UnansweredMember, RingsOnWherePolicySaysSo) {
    Meeting meeting{{.member_answer_limit = 10s, .members_wait = true}};
    meeting.begin();
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::None);
    meeting.run(1h);
    EXPECT_EQ(meeting.state(meeting.newest("1003")), ConnState::Offered);
}

TEST(UnansweredMember, LeavesWhenItTurnsTheCallDown) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004");
    EXPECT_EQ(meeting.add_party(third), Refusal::None);
    EXPECT_EQ(meeting.clear(meeting.newest("1004")), Refusal::None);
    meeting.run(1s);
    EXPECT_TRUE(meeting.trace(third).ends_with("conferenced cleared/rejected null"));
    EXPECT_EQ(meeting.members(), 2U);
}

// --- taking out

struct Removal {
    RemovedTo to;
    ConnState member, parent;
    bool far_held;
};
class Removed : public testing::TestWithParam<Removal> {};

TEST_P(Removed, BecomesWhatPolicySays) {  // lineaddresscaps: dwRemoveFromConfState
    const Removal& wanted = GetParam();
    Meeting meeting{{.removed_to = wanted.to}};
    meeting.meet();
    meeting.meet_more("1004");
    EXPECT_EQ(meeting.remove(meeting.second), Refusal::None);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.second), wanted.member);
    EXPECT_EQ(meeting.state(meeting.parent), wanted.parent);
    EXPECT_EQ(meeting.members(), 2U);
    EXPECT_EQ(meeting.at(meeting.other).far_held, wanted.far_held);
    EXPECT_FALSE(meeting.at(meeting.party).far_held) << "two members talk on";
    EXPECT_EQ(meeting.hearers(meeting.party),
              wanted.parent == ConnState::Connected ? "parent 1004" : "1004");
}
INSTANTIATE_TEST_SUITE_P(
    Policies, Removed,
    testing::Values(Removal{RemovedTo::Released, ConnState::Null, ConnState::Connected, false},
                    Removal{RemovedTo::Held, ConnState::Held, ConnState::Connected, true},
                    Removal{RemovedTo::Connected, ConnState::Connected, ConnState::Held, false}));

TEST(Removing, TakesOutOnlyTheLastWherePolicySaysSo) {  // lineremovefromconf--constants
    Meeting meeting{{.remove_party = RemoveParty::TheLast}};
    meeting.meet();
    EXPECT_EQ(meeting.remove(meeting.first), Refusal::WrongState);
    EXPECT_EQ(meeting.remove(meeting.second), Refusal::None);
}

TEST(Removing, TakesOutNobodyWherePolicySaysSo) {
    Meeting meeting{{.remove_party = RemoveParty::Nobody}};
    meeting.meet();
    EXPECT_EQ(meeting.remove(meeting.second), Refusal::NotAllowed);
    EXPECT_EQ(meeting.members(), 2U);
}

TEST(Removing, IsOfMembersOnly) {
    Meeting meeting;
    meeting.begin();
    EXPECT_EQ(meeting.remove(meeting.second), Refusal::WrongState);
    EXPECT_EQ(meeting.remove(meeting.parent), Refusal::WrongState);
    EXPECT_EQ(meeting.remove(ConnectionId{77, 1}), Refusal::Gone);
}

TEST(Removing, NeedsAPlaceForTheCall) {
    Meeting held{{.removed_to = RemovedTo::Held}, {.max_held = 0}};
    held.meet();
    EXPECT_EQ(held.remove(held.second), Refusal::HoldFull);
    Meeting connected{{.removed_to = RemovedTo::Connected}, {.max_held = 0}};
    connected.meet();
    EXPECT_EQ(connected.remove(connected.second), Refusal::HoldFull);
    EXPECT_EQ(connected.members(), 2U);
}

// --- members come and go

TEST(Conference, WithOneMemberLeftBecomesAnOrdinaryCall) {
    Meeting meeting;
    meeting.meet();
    meeting.clear(meeting.other);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Connected);
    EXPECT_EQ(meeting.exchange.far_end(meeting.first), meeting.party);
    EXPECT_EQ(meeting.exchange.conference_of(meeting.first), nullptr);
    EXPECT_EQ(meeting.exchange.others_of(meeting.party).size(), 1U);
}

TEST(Conference, ThatIsHeldBecomesAHeldCall) {
    Meeting meeting;
    meeting.meet();
    meeting.hold(meeting.parent);
    EXPECT_FALSE(meeting.at(meeting.party).far_held) << "they talk to each other";
    meeting.clear(meeting.other);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Held);
    EXPECT_TRUE(meeting.at(meeting.party).far_held);
}

TEST(Conference, StaysWithOneMemberWherePolicySaysSo) {
    Meeting meeting{{.conference_collapses = false}};
    meeting.meet();
    meeting.clear(meeting.other);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Conferenced);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent");
    meeting.clear(meeting.party);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null) << "nobody is left";
    EXPECT_EQ(meeting.exchange.connection_count(), 0U);
}

TEST(Conference, HoldsItsOnlyMember) {
    Meeting meeting{{.conference_collapses = false}};
    meeting.meet();
    meeting.clear(meeting.other);
    meeting.run(1s);
    meeting.hold(meeting.parent);
    EXPECT_TRUE(meeting.at(meeting.party).far_held);
    EXPECT_EQ(meeting.retrieve(meeting.parent), Refusal::None);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
}

TEST(Conference, AMemberThatIsDroppedIsOutOfIt) {
    Meeting meeting;
    meeting.meet();
    meeting.meet_more("1004");
    EXPECT_EQ(meeting.clear(meeting.first), Refusal::None);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.party), ConnState::Cleared);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.members(), 2U);
}

// --- the leader leaves

TEST(Leader, EndsTheConferenceForAll) {  // lineaddrcapflags--constants: CONFDROP
    Meeting meeting;
    meeting.meet();
    EXPECT_EQ(meeting.clear(meeting.parent), Refusal::None);
    for (const ConnectionId own : {meeting.parent, meeting.first, meeting.second})
        EXPECT_EQ(meeting.state(own), ConnState::Null);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.party), ConnState::Cleared);
    EXPECT_EQ(meeting.state(meeting.other), ConnState::Cleared);
}

TEST(Leader, LeavesTheOthersTalking) {
    Meeting meeting{{.conference_drops = false}};
    meeting.meet();
    EXPECT_EQ(meeting.clear(meeting.parent), Refusal::None);
    meeting.run(1s);
    for (const ConnectionId own : {meeting.parent, meeting.first, meeting.second})
        EXPECT_EQ(meeting.state(own), ConnState::Null);
    EXPECT_EQ(meeting.exchange.far_end(meeting.party), meeting.other);
    EXPECT_EQ(meeting.text(meeting.at(meeting.party).connected_to.number), "1003");
    EXPECT_EQ(meeting.text(meeting.at(meeting.other).connected_to.number), "1002");
    EXPECT_EQ(meeting.hearers(meeting.party), "1003");
    meeting.clear(meeting.party);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.other), ConnState::Cleared);
}

TEST(Leader, LeavesSeveralTalking) {
    Meeting meeting{{.conference_drops = false}};
    meeting.meet();
    meeting.meet_more("1004");
    const ConnectionId third = meeting.newest("1004");
    meeting.clear(meeting.parent);
    meeting.run(1s);
    EXPECT_EQ(meeting.exchange.others_of(meeting.party).size(), 2U);
    meeting.clear(meeting.party);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(third), ConnState::Connected) << "with 1003";
    EXPECT_EQ(meeting.exchange.far_end(third), meeting.other);
}

TEST(Leader, LeavesNobodyTalkingToThemselves) {
    Meeting meeting{{.conference_drops = false}};
    meeting.begin();
    meeting.add_party(meeting.second);
    EXPECT_EQ(meeting.clear(meeting.parent), Refusal::None) << "1003 has not answered yet";
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.party), ConnState::Cleared);
    EXPECT_FALSE(meeting.newest("1003").valid());
}

TEST(Leader, ThatLeavesGivesUpTheNextPartyToo) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004", true);
    EXPECT_EQ(meeting.state(third), ConnState::Delivered);
    meeting.clear(meeting.parent);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(third), ConnState::Null);
    EXPECT_FALSE(meeting.newest("1004").valid());
}

TEST(Leader, KeepsTheTrunksOfThoseWhoTalkOn) {
    Meeting meeting{{.conference_drops = false}, {}, 2};
    const OutsideId one = meeting.outside("555");
    const OutsideId two = meeting.outside("666");
    (void)meeting.exchange.outside_calls(one, "1001");
    meeting.run(1s);
    meeting.first = meeting.newest("1001");
    meeting.answer(meeting.first);
    meeting.run(1s);
    meeting.second = meeting.confer(meeting.first, "9666");
    meeting.run(10s);
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::None);
    meeting.clear(meeting.parent);
    meeting.run(1s);
    EXPECT_EQ(meeting.exchange.far_end(meeting.exchange.outside(one).connection),
              meeting.exchange.outside(two).connection);
    const OutsideId third = meeting.outside("777");
    EXPECT_EQ(meeting.exchange.outside_calls(third, "1002"), Refusal::NoAppearance);
    (void)meeting.exchange.outside_hangs_up(one);
    meeting.run(1s);
    EXPECT_EQ(meeting.exchange.outside_calls(third, "1002"), Refusal::None);
}

// --- nobody is held

TEST(NoHold, ComesAboutWhenThePartyAnswers) {  // reference: call-model 4.3
    Meeting meeting;
    meeting.begin(true);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Connected);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Forming);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Delivered);
    meeting.pick_up("1003");
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Conferenced);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Conferenced);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003");
}

TEST(NoHold, LeavesTheCallAloneWhenThePartyCannotBeReached) {
    Meeting meeting;
    meeting.first = meeting.connected("1001", "1002").a;
    const ConnectionId called = meeting.confer(meeting.first, "7", true);
    EXPECT_EQ(meeting.state(called), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Connected);
    EXPECT_EQ(meeting.exchange.conference_of(meeting.first), nullptr);
}

TEST(NoHold, IsGivenUpWithTheCall) {
    Meeting meeting;
    meeting.begin(true);
    meeting.clear(meeting.party);
    meeting.run(1s);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Null);
    EXPECT_FALSE(meeting.newest("1003").valid());
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Cleared);
}

TEST(NoHold, AddsToAConferenceThatGoesOn) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004", true);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003");
    meeting.pick_up("1004");
    EXPECT_EQ(meeting.state(third), ConnState::Conferenced);
    EXPECT_EQ(meeting.members(), 3U);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003 1004");
}

TEST(NoHold, AttemptThatFailsLeavesTheConferenceAlone) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "7", true);
    EXPECT_EQ(meeting.state(third), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.members(), 2U);
}

TEST(NoHold, WaitsForOnePartyAtATime) {
    Meeting meeting{{}, {.max_active = 4}};
    meeting.meet();
    meeting.confer(meeting.parent, "1004", true);
    meeting.confer(meeting.parent, "1005", true);
    EXPECT_EQ(meeting.refusal, Refusal::WrongState);
}

// --- the consultation is given up

TEST(GivingUp, GivesTheFirstMemberBackItsCall) {  // reference: tapi2-operations, lineDrop
    Meeting meeting;
    meeting.begin();
    EXPECT_EQ(meeting.clear(meeting.second), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Connected);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
}

TEST(GivingUp, KeepsTheConferenceWherePolicySaysSo) {
    Meeting meeting{{.conference_collapses = false}};
    meeting.begin();
    EXPECT_EQ(meeting.clear(meeting.second), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Conferenced);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
}

TEST(GivingUp, OfALaterPartyTakesTheConferenceBack) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004");
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Held);
    EXPECT_EQ(meeting.clear(third), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.members(), 2U);
}

TEST(GivingUp, TheSetUpMayBeCalledOffByTakingTheFirstCallBack) {  // nf-tapi-linesetupconferencew
    Meeting meeting;
    meeting.begin();
    EXPECT_EQ(meeting.exchange.check_retrieve(meeting.first), Refusal::None);
    EXPECT_EQ(meeting.retrieve(meeting.first), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.first), ConnState::Connected);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.second), ConnState::Null);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
    EXPECT_EQ(meeting.exchange.conference_of(meeting.first), nullptr);
}

TEST(GivingUp, TakesNoCallBackOnceTheConferenceIsThere) {
    Meeting meeting;
    meeting.meet();
    EXPECT_EQ(meeting.retrieve(meeting.first), Refusal::WrongState);
    meeting.confer(meeting.parent, "1004");
    EXPECT_EQ(meeting.retrieve(meeting.first), Refusal::WrongState);
}

TEST(GivingUp, TakingTheConferenceBackEndsTheConsultation) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004");
    EXPECT_EQ(meeting.retrieve(meeting.parent), Refusal::None);
    EXPECT_EQ(meeting.state(third), ConnState::Null);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
}

TEST(GivingUp, OneWhoCannotBeReachedLeavesTheConferenceHeld) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "7");
    EXPECT_EQ(meeting.state(third), ConnState::Cleared);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Held);
}

// --- changing places

TEST(Swapping, KeepsTheConsultation) {  // reference: call-model 4.2
    Meeting meeting;
    meeting.begin();
    meeting.pick_up("1003");
    EXPECT_EQ(meeting.swap(meeting.second, meeting.parent), Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.at(meeting.second).held_for, HoldFor::Conference);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
    EXPECT_TRUE(meeting.at(meeting.newest("1003")).far_held);
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::WrongState) << "it is not held";
    EXPECT_EQ(meeting.swap(meeting.parent, meeting.second), Refusal::None);
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::None);
}

// --- a transfer becomes a conference

struct Consultation {
    ConnectionId held, other;
};
Consultation consult(Meeting& meeting, bool answers) {
    const auto [own, far] = meeting.connected("1001", "1002");
    meeting.party = far;
    const ConnectionId other = meeting.order({.kind = OrderKind::Consult,
                                              .connection = own,
                                              .address = meeting.address("1001"),
                                              .digits = "1003"});
    meeting.run(2s);
    if (answers) meeting.pick_up("1003");
    return {own, other};
}

TEST(Merging, BringsBothCallsTogether) {  // nf-tapi-linecompletetransfer
    Meeting meeting;
    const auto [held, other] = consult(meeting, true);
    EXPECT_EQ(meeting.exchange.check_merge(held, other), Refusal::None);
    meeting.parent = meeting.order({.kind = OrderKind::Merge, .connection = held, .other = other});
    EXPECT_EQ(meeting.refusal, Refusal::None);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    EXPECT_EQ(meeting.state(held), ConnState::Conferenced);
    EXPECT_EQ(meeting.state(other), ConnState::Conferenced);
    EXPECT_FALSE(meeting.at(meeting.party).far_held);
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003");
    EXPECT_EQ(meeting.exchange.find(meeting.at(meeting.parent).call)->related,
              meeting.exchange.find(meeting.at(held).call)->number);
}

TEST(Merging, TakesInAPartyThatRings) {
    Meeting meeting;
    const auto [held, other] = consult(meeting, false);
    meeting.parent = meeting.order({.kind = OrderKind::Merge, .connection = held, .other = other});
    EXPECT_EQ(meeting.refusal, Refusal::None);
    EXPECT_TRUE(meeting.at(other).unanswered);
    meeting.pick_up("1003");
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003");
}

TEST(Merging, NeedsRoomForThree) {  // lineaddresscaps: dwMaxNumTransConf
    Meeting meeting{{}, {.max_transfer_conference = 2}};
    const auto [held, other] = consult(meeting, true);
    EXPECT_EQ(meeting.ask(OrderKind::Merge, held, other), Refusal::TooMany);
    EXPECT_EQ(meeting.state(held), ConnState::Held);
}

TEST(Merging, NeedsAHeldCallAndAnotherOne) {
    Meeting meeting;
    const auto [held, other] = consult(meeting, true);
    EXPECT_EQ(meeting.ask(OrderKind::Merge, other, held), Refusal::WrongState);
    EXPECT_EQ(meeting.ask(OrderKind::Merge, held, held), Refusal::WrongState);
    EXPECT_EQ(meeting.ask(OrderKind::Merge, held, {}), Refusal::Gone);
    EXPECT_EQ(meeting.ask(OrderKind::Merge, held, meeting.party), Refusal::WrongState);
}

// --- what is said

TEST(Hearing, GoesFromEachToAll) {
    Meeting meeting;
    meeting.meet();
    meeting.meet_more("1004");
    EXPECT_EQ(meeting.hearers(meeting.party), "parent 1003 1004");
    EXPECT_EQ(meeting.hearers(meeting.newest("1004")), "parent 1002 1003");
    EXPECT_EQ(meeting.hearers(meeting.parent), "1002 1003 1004");
}

TEST(Hearing, GoesOnWhileTheLeaderIsAway) {
    Meeting meeting;
    meeting.meet();
    meeting.hold(meeting.parent);
    EXPECT_EQ(meeting.hearers(meeting.party), "1003");
    EXPECT_EQ(meeting.hearers(meeting.other), "1002");
}

TEST(Hearing, AToneGoesOnForWhoComes) {
    Meeting meeting;
    meeting.meet();
    EXPECT_EQ(meeting.exchange.send_tone(meeting.party, {.hertz = {440}}, {}), Refusal::None);
    meeting.run(1s);
    EXPECT_NE(meeting.at(meeting.other).hears, kSilence);
    const ConnectionId third = meeting.meet_more("1004");
    EXPECT_NE(meeting.at(meeting.newest("1004")).hears, kSilence);
    EXPECT_EQ(meeting.remove(third), Refusal::None);
    meeting.exchange.stop_sending(meeting.party);
    EXPECT_EQ(meeting.at(meeting.other).hears, kSilence);
    EXPECT_EQ(meeting.at(meeting.parent).hears, kSilence);
}

// --- limits, and what is refused

TEST(Limits, OfPartiesCountTheLeader) {  // lineaddresscaps: dwMaxNumConference
    Meeting meeting{{}, {.max_conference = 3}};
    meeting.meet();
    meeting.confer(meeting.parent, "1004");
    EXPECT_EQ(meeting.refusal, Refusal::TooMany);
    EXPECT_EQ(meeting.state(meeting.parent), ConnState::Connected);
    Meeting two{{}, {.max_conference = 2}};
    const ConnectionId first = two.connected("1001", "1002").a;
    two.confer(first, "1003");
    EXPECT_EQ(two.refusal, Refusal::TooMany);
    EXPECT_EQ(two.state(first), ConnState::Connected);
    two.clear(first);
    two.confer({}, "1003");
    EXPECT_EQ(two.refusal, Refusal::None) << "a conference of two has room for it";
}

TEST(Limits, AreThoseOfTheConferencesAddress) {
    for (const bool no_hold : {true, false}) {
        Meeting meeting{{}, {.max_conference = 2}};
        meeting.add_address("1011", meeting.station("1001"), {.max_conference = 9});
        const ConnectionId first = meeting.connected("1001", "1002").a;
        meeting.order({.kind = OrderKind::Confer,
                       .connection = first,
                       .address = meeting.address("1011"),
                       .digits = "1003",
                       .no_hold = no_hold});
        EXPECT_EQ(meeting.refusal, Refusal::TooMany);
    }
}

TEST(Limits, APartyIsCountedFromWhenItIsAdded) {
    Meeting meeting{{}, {.max_active = 3, .max_conference = 3}};
    const ConnectionId spare = meeting.connected("1001", "1004").a;
    meeting.hold(spare);
    meeting.begin();
    EXPECT_EQ(meeting.add_party(spare), Refusal::None);
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::WrongState) << "taken back already";
    meeting.hold(meeting.parent);
    EXPECT_EQ(meeting.add_party(meeting.second), Refusal::TooMany);
}

TEST(Limits, OfHeldCallsCountForTheConferenceApart) {
    Meeting meeting{{}, {.max_held = 0}};
    meeting.meet();
    EXPECT_EQ(meeting.hold(meeting.parent), Refusal::HoldFull);
    Meeting pending{{}, {.max_pending = 0}};
    const ConnectionId first = pending.connected("1001", "1002").a;
    pending.confer(first, "1003");
    EXPECT_EQ(pending.refusal, Refusal::HoldFull);
    pending.confer(first, "1003", true);
    EXPECT_EQ(pending.refusal, Refusal::None) << "nothing is held";
}

TEST(Limits, OfCallsLeaveRoomForTheConsultation) {
    Meeting meeting{{}, {.max_active = 1}};
    meeting.begin();
    EXPECT_EQ(meeting.refusal, Refusal::None) << "what is held needs no appearance";
    Meeting no_hold{{}, {.max_active = 1}};
    const ConnectionId first = no_hold.connected("1001", "1002").a;
    no_hold.confer(first, "1003", true);
    EXPECT_EQ(no_hold.refusal, Refusal::NoAppearance);
}

// Whatever is refused, everything stays as it was.
TEST(Refused, OrdersChangeNothing) {
    struct Case {
        const char* what;
        OrderKind kind;
        ConnectionId Meeting::*connection;
        ConnectionId Meeting::*other;
        Refusal refusal;
    };
    using M = Meeting;
    for (const Case& c : {
             Case{"confer from a member", OrderKind::Confer, &M::first, {}, Refusal::WrongState},
             Case{"confer from the other end", OrderKind::Confer, &M::party, {}, Refusal::Gone},
             Case{"add a member", OrderKind::AddParty, &M::parent, &M::first, Refusal::WrongState},
             Case{"add the conference", OrderKind::AddParty, &M::parent, &M::parent,
                  Refusal::WrongState},
             Case{"add to a member", OrderKind::AddParty, &M::first, &M::second,
                  Refusal::WrongState},
             Case{"add somebody else's call", OrderKind::AddParty, &M::parent, &M::party,
                  Refusal::WrongState},
             Case{"remove the conference",
                  OrderKind::RemoveParty,
                  &M::parent,
                  {},
                  Refusal::WrongState},
             Case{"merge members", OrderKind::Merge, &M::first, &M::second, Refusal::WrongState},
             Case{"hold a member", OrderKind::Hold, &M::first, {}, Refusal::WrongState},
             Case{"swap members", OrderKind::Swap, &M::first, &M::second, Refusal::WrongState},
             Case{"consult from the conference",
                  OrderKind::Consult,
                  &M::parent,
                  {},
                  Refusal::WrongState},
         }) {
        SCOPED_TRACE(c.what);
        Meeting meeting;
        meeting.meet();
        const std::size_t before = meeting.log.events.size();
        Order order{.kind = c.kind, .connection = meeting.*(c.connection)};
        if (c.other != nullptr) order.other = meeting.*(c.other);
        order.address = meeting.address("1001");
        meeting.order(order);
        EXPECT_EQ(meeting.refusal, c.refusal) << name(meeting.refusal);
        EXPECT_EQ(meeting.log.events.size(), before + 1) << meeting.log.lines.back();
        EXPECT_EQ(meeting.exchange.check_invariants(), std::nullopt);
    }
}

TEST(Refused, AConferenceIsNotParkedNorSentOn) {
    Meeting meeting;
    meeting.meet();
    EXPECT_TRUE(meeting.exchange.add_orbit("70").has_value());
    meeting.order({.kind = OrderKind::Park, .connection = meeting.parent, .digits = "70"});
    EXPECT_EQ(meeting.refusal, Refusal::WrongState);
    meeting.order({.kind = OrderKind::SendOn, .connection = meeting.parent, .digits = "1004"});
    EXPECT_EQ(meeting.refusal, Refusal::WrongState);
    EXPECT_EQ(meeting.members(), 2U);
}

// 1001 has called 1011, which is its own, and answered.
TEST(Refused, NoCallIsBroughtTogetherWithItsOwnOtherEnd) {
    Meeting meeting{{}, {.max_active = 3, .max_held = 3}};
    meeting.add_address("1011", meeting.station("1001"), {.max_active = 3});
    const auto [calls, called] = meeting.connected("1001", "1011");
    EXPECT_EQ(meeting.hold(calls), Refusal::None);
    EXPECT_EQ(meeting.ask(OrderKind::Merge, calls, called), Refusal::WrongState);
    meeting.confer(called, "1003");
    EXPECT_EQ(meeting.refusal, Refusal::None);
    EXPECT_EQ(meeting.add_party(calls), Refusal::WrongState);
}

TEST(Refused, OutOfServiceNothingChanges) {
    Meeting meeting;
    meeting.meet();
    const ConnectionId third = meeting.confer(meeting.parent, "1004");
    meeting.exchange.set_service(meeting.station("1001"), false);
    EXPECT_EQ(meeting.add_party(third), Refusal::OutOfService);
    EXPECT_EQ(meeting.remove(meeting.first), Refusal::OutOfService);
    meeting.confer(meeting.parent, "1005");
    EXPECT_EQ(meeting.refusal, Refusal::OutOfService);
}

}  // namespace
}  // namespace pbxlab::pbx
