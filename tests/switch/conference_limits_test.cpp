// How large conferences can be, and what is refused of them.
#include "meeting.h"

namespace pbxlab::pbx {
namespace {

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
