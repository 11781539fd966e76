// A station brings several calls together, and leads the conference that they become.
#include "meeting.h"

namespace pbxlab::pbx {
namespace {

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

}  // namespace
}  // namespace pbxlab::pbx
