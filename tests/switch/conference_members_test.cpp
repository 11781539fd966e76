// Who is taken out of a conference or leaves it, and what becomes of the others.
#include "meeting.h"

namespace pbxlab::pbx {
namespace {

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

}  // namespace
}  // namespace pbxlab::pbx
