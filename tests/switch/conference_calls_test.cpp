// Ways into a conference and back: without holding anybody, given up, out of a transfer; and what
// is said in it.
#include "meeting.h"

namespace pbxlab::pbx {
namespace {

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

}  // namespace
}  // namespace pbxlab::pbx
