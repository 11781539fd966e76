// Closing a line, and losing it by force (reference: tapi2-operations 2).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

TEST(Close, MakesTheHandlesVoid) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    EXPECT_EQ(a.app->close(a.line), 0);
    EXPECT_EQ(outcome(a.app->close(a.line)), "INVALLINEHANDLE");
    CallStatus status;
    EXPECT_EQ(outcome(a.app->get_call_status(call, &status)), "INVALCALLHANDLE");
    EXPECT_EQ(a.app->line_of(call), kNoLine);
    EXPECT_EQ(a.app->device_of(a.line), LINEMAPPER);
}

TEST(Close, DropsTheCallsOfTheirSoleOwner) {  // Appendix B-2
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
    EXPECT_EQ(a.told(), "");
}

TEST(Close, LeavesCallsAloneWhereTheProviderDoesNotDropThem) {
    Profile profile;
    profile.drop_on_close = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(b.told(), "");
    EXPECT_EQ(b.counts(), "1/0/0");
}

TEST(Close, OtherHoldersAreToldAndACallWithAnotherOwnerLives) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    m.told();
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(a.told(), "INFO h1 NUMOWNERINCR|NUMMONITORS");
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(m.told(), "INFO h1 NUMOWNERDECR");
    EXPECT_EQ(b.told(), "");
    m.app->close(m.line);
    office.run();
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(Close, TheSoleOwnersCallIsDroppedUnderItsMonitors) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    m.told();
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(m.told(), "INFO h1 NUMOWNERDECR; CS h1 IDLE");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(Close, AnOfferedCallGoesOnRinging) {  // edge case 152
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& m = office.monitor(1);
    office.ring(a, b);
    m.told();
    b.app->close(b.line);
    office.run();
    EXPECT_EQ(m.told(), "INFO h1 NUMOWNERDECR");
    EXPECT_EQ(a.told(), "");
    EXPECT_EQ(m.state(m.h(1)), "OFFERING/ACTIVE");
}

TEST(Close, AnOfferedCallGoesOnRingingEvenWhenNobodyHoldsIt) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.ring(a, b);
    b.app->close(b.line);
    office.run();
    EXPECT_EQ(a.told(), "");
    Seat& late = office.open(1);
    CallList list;
    late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list);
    ASSERT_EQ(list.calls.size(), 1U);
    EXPECT_EQ(late.state(list.calls[0]), "OFFERING/ACTIVE");
}

TEST(Close, SuppressesOutstandingReplies) {  // Appendix B-5
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    EXPECT_GT(a.app->hold(call), 0);
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(a.told(), "");
}

TEST(Close, WhatWasAskedOfACallThatOthersHoldIsCarriedOut) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    m.told();
    EXPECT_GT(a.app->hold(call), 0);
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(m.told(), "INFO h1 NUMOWNERDECR; CS h1 ONHOLD");
}

TEST(Close, ACallStillToBeMadeIsNotMade) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    a.make("1002");
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(m.told(), "");
    EXPECT_EQ(office.exchange.connection_count(), 0U);
}

TEST(ForceClose, TakesTheLineFromEverybodyAtOnce) {  // line-close
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.open(0, {.privileges = LINECALLPRIVILEGE_MONITOR, .instance = 5});
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    m.told();
    a.want_everything();
    EXPECT_GT(a.app->hold(call), 0);
    office.telephony.force_close(0);
    office.check();
    office.run();
    EXPECT_EQ(a.told(), "CLOSE");
    EXPECT_EQ(m.told(), "CLOSE");
    EXPECT_EQ(m.all.back().device, static_cast<std::uint32_t>(m.line));
    EXPECT_EQ(m.all.back().callback_instance, 5U);
    EXPECT_EQ(outcome(a.app->drop(call)), "INVALCALLHANDLE");
    EXPECT_EQ(outcome(a.app->close(a.line)), "INVALLINEHANDLE");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
    Seat& again = office.open(*a.app, 0);
    EXPECT_EQ(again.counts(), "0/0/0");
}

}  // namespace
}  // namespace pbxlab::lines::test
