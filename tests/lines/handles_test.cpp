// lineDeallocateCall, lineSetCallPrivilege, lineGetNewCalls (reference: call-model 7 and 8).
#include <set>

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_MONITOR | LINECALLPRIVILEGE_OWNER;

// A, watched by M, talks to B; everything has been told.
struct Watched {
    explicit Watched(const OfficeSpec& spec = {}, std::uint32_t version = kTapi22)
        : office(spec),
          a(office.open(0, {.version = version})),
          m(office.open(0, {.privileges = LINECALLPRIVILEGE_MONITOR, .version = version})),
          b(office.open(1)),
          call(office.connect(a, b).first),
          watched(m.h(1)) {
        m.told();
    }
    Office office;
    Seat& a;
    Seat& m;
    Seat& b;
    HCall call, watched;
};

TEST(DeallocateCall, MonitorsMayAlways) {
    Watched w;
    EXPECT_EQ(w.m.app->deallocate_call(w.watched), 0);
    EXPECT_EQ(outcome(w.m.app->deallocate_call(w.watched)), "INVALCALLHANDLE");
    EXPECT_EQ(w.a.told(), "INFO h1 NUMMONITORS");
    EXPECT_EQ(w.m.told(), "");
    w.office.run();
    EXPECT_EQ(w.b.told(), "") << "the call itself is not touched";
}

TEST(DeallocateCall, BelowVersion20TheSoleOwnerOfALiveCallMayNot) {
    Watched w{{}, kTapi14};
    EXPECT_EQ(outcome(w.a.app->deallocate_call(w.call)), "INVALCALLSTATE");
    w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(w.a.app->deallocate_call(w.call), 0) << "with another owner it may";
    w.m.app->drop(w.watched);
    w.office.run();
    EXPECT_EQ(w.m.app->deallocate_call(w.watched), 0) << "an IDLE call too";
}

TEST(DeallocateCall, FromVersion20TheSoleOwnerLeavesTheCallUnowned) {
    Watched w;
    EXPECT_EQ(w.a.app->deallocate_call(w.call), 0);
    EXPECT_EQ(w.m.told(), "INFO h1 NUMOWNERDECR");
    w.office.run();
    EXPECT_EQ(w.m.state(w.watched), "CONNECTED/ACTIVE");
    EXPECT_EQ(w.m.info(w.watched).num_owners, 0U);
    EXPECT_EQ(w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_OWNER), 0);
}

TEST(DeallocateCall, ACallThatNobodyHoldsIsDropped) {  // nf-tspi-tspi_lineclosecall
    Watched w;
    w.a.app->deallocate_call(w.call);
    w.m.app->deallocate_call(w.watched);
    w.office.run();
    EXPECT_EQ(w.b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(DeallocateCall, ACallThatNobodyHoldsLivesWhereTheProviderDoesNotDrop) {
    Profile profile;
    profile.drop_on_close = false;
    Watched w{with(profile)};
    w.a.app->deallocate_call(w.call);
    w.m.app->deallocate_call(w.watched);
    w.office.run();
    EXPECT_EQ(w.b.told(), "");
    EXPECT_EQ(w.a.counts(), "1/0/0");
    w.b.app->drop(w.b.h(1));
    w.office.run();
    EXPECT_EQ(w.a.counts(), "1/0/0") << "disconnected, and nobody there to drop it";
}

TEST(DeallocateCall, IdleCallsStayReadableUntilThen) {  // edge case 151
    Watched w;
    w.a.app->drop(w.call);
    w.office.run();
    EXPECT_EQ(w.a.state(w.call), "IDLE");
    EXPECT_EQ(w.a.info(w.call).called.number, "1002");
    w.a.app->deallocate_call(w.call);
    EXPECT_EQ(w.m.told(), "CS h1 IDLE") << "nothing is told of an IDLE call";
    w.m.app->deallocate_call(w.watched);
    w.office.check();
}

TEST(DeallocateCall, AnAbortedRequestIsAnsweredFromVersion20On) {  // edge case 34
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    EXPECT_GT(a.app->drop(call), 0);
    a.app->deallocate_call(call);
    EXPECT_EQ(a.told(), "REPLY OPERATIONFAILED");
    office.run();
    EXPECT_EQ(a.told(), "");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(DeallocateCall, WithOtherHoldersTheRequestGoesOn) {
    Watched w;
    EXPECT_GT(w.a.app->drop(w.call), 0);
    w.a.app->deallocate_call(w.call);
    w.office.run();
    EXPECT_EQ(w.a.told(), "REPLY ok");
    EXPECT_EQ(w.m.told(), "INFO h1 NUMOWNERDECR; CS h1 IDLE");
}

TEST(DeallocateCall, BelowVersion20TheReplyNeverComes) {
    Watched w{{}, kTapi14};
    w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_OWNER);
    w.a.told();
    EXPECT_GT(w.a.app->drop(w.call), 0);
    EXPECT_EQ(w.a.app->deallocate_call(w.call), 0);
    w.office.run();
    EXPECT_EQ(w.a.told(), "");
    EXPECT_EQ(w.m.told(), "INFO h1 NUMOWNERDECR; CS h1 IDLE");
}

TEST(DeallocateCall, AStaleHandleIsNeverItsSuccessors) {
    Office office;
    Seat& a = office.open(0);
    const HCall& first = a.make("1002");
    office.run();
    a.app->deallocate_call(first);
    office.run();
    const HCall& second = a.make("1002");
    office.run();
    EXPECT_NE(first, second);
    EXPECT_EQ(outcome(a.app->drop(first)), "INVALCALLHANDLE");
}

TEST(SetCallPrivilege, AMonitorBecomesOwnerAndOnlyTheOthersAreTold) {  // edge case 115
    Watched w;
    EXPECT_EQ(w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_OWNER), 0);
    EXPECT_EQ(w.m.told(), "");
    EXPECT_EQ(w.a.told(), "INFO h1 NUMOWNERINCR|NUMMONITORS");
    EXPECT_EQ(w.m.status(w.watched).call_privilege, LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(w.a.info(w.call).num_owners, 2U);
    EXPECT_EQ(w.a.info(w.call).num_monitors, 0U);
    EXPECT_EQ(w.a.app->set_call_privilege(w.call, LINECALLPRIVILEGE_MONITOR), 0);
    EXPECT_EQ(w.m.told(), "INFO h1 NUMOWNERDECR|NUMMONITORS");
    EXPECT_EQ(w.a.told(), "");
}

TEST(SetCallPrivilege, WhatChangesNothingIsNotTold) {
    Watched w;
    EXPECT_EQ(w.a.app->set_call_privilege(w.call, LINECALLPRIVILEGE_OWNER), 0);
    EXPECT_EQ(w.m.told(), "");
    EXPECT_EQ(w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_MONITOR), 0);
    EXPECT_EQ(w.a.told(), "");
}

TEST(SetCallPrivilege, TheApplicationThatCausedItIsNotToldOnItsOtherLineEither) {
    Watched w;
    Seat& second = w.office.open(*w.a.app, 0, {.privileges = LINECALLPRIVILEGE_MONITOR});
    CallList list;
    second.app->get_new_calls(second.line, 0, LINECALLSELECT_LINE, &list);
    ASSERT_EQ(list.calls.size(), 1U);
    EXPECT_EQ(w.m.told(), "INFO h1 NUMMONITORS");
    second.app->set_call_privilege(list.calls[0], LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(w.a.told(), "");
    EXPECT_EQ(w.m.told(), "INFO h1 NUMOWNERINCR|NUMMONITORS");
}

TEST(SetCallPrivilege, TheSoleOwnerOfALiveCallStaysOwner) {  // edge case 113, Appendix B-13
    for (const std::uint32_t version : {kTapi13, kTapi14, kTapi20, kTapi22}) {
        Watched w{{}, version};
        EXPECT_EQ(outcome(w.a.app->set_call_privilege(w.call, LINECALLPRIVILEGE_MONITOR)),
                  "INVALCALLSTATE");
        EXPECT_EQ(outcome(w.a.app->set_call_privilege(w.call, LINECALLPRIVILEGE_NONE)),
                  "INVALCALLSTATE");
        EXPECT_EQ(outcome(w.a.app->set_call_privilege(w.call, LINECALLPRIVILEGE_OWNER)), "ok");
        w.a.app->drop(w.call);
        w.office.run();
        EXPECT_EQ(outcome(w.a.app->set_call_privilege(w.call, LINECALLPRIVILEGE_MONITOR)), "ok");
    }
}

TEST(SetCallPrivilege, NoneGivesTheHandleUp) {
    Watched w;
    EXPECT_EQ(w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_NONE), 0);
    EXPECT_EQ(outcome(w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_OWNER)),
              "INVALCALLHANDLE");
    EXPECT_EQ(w.a.told(), "INFO h1 NUMMONITORS");
}

TEST(SetCallPrivilege, TakesExactlyOnePrivilege) {
    Watched w;
    for (const std::uint32_t wrong : {0U, 3U, 6U, 8U, 0x8000'0000U}) {
        EXPECT_EQ(outcome(w.m.app->set_call_privilege(w.watched, wrong)), "INVALCALLPRIVILEGE");
    }
}

TEST(SetCallPrivilege, TellsNothingOfAnIdleCall) {
    Watched w;
    w.a.app->drop(w.call);
    w.office.run();
    w.a.told();
    EXPECT_EQ(w.m.app->set_call_privilege(w.watched, LINECALLPRIVILEGE_OWNER), 0);
    EXPECT_EQ(w.a.told(), "");
}

TEST(GetNewCalls, GivesMonitorHandlesForCallsOneHasNot) {  // edge case 112
    Watched w;
    Seat& late = w.office.open(0, {.privileges = kBoth});
    CallList list;
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    ASSERT_EQ(list.calls.size(), 1U);
    EXPECT_EQ(late.told(), "") << "no state message for handles that were asked for";
    EXPECT_EQ(late.status(list.calls[0]).call_privilege, LINECALLPRIVILEGE_MONITOR);
    EXPECT_EQ(late.state(list.calls[0]), "CONNECTED/ACTIVE");
    EXPECT_EQ(w.a.told(), "INFO h1 NUMMONITORS");
    EXPECT_EQ(w.m.told(), "INFO h1 NUMMONITORS");
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    EXPECT_TRUE(list.calls.empty()) << "only those one has no handle for";
}

TEST(GetNewCalls, SelectsLineOrAddress) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Office office{spec};
    Seat& a = office.open(0);
    const CallParams second{.address_id = 1};
    a.make("1002");
    a.make("1003", &second);
    office.run();
    Seat& late = office.open(0);
    CallList list;
    EXPECT_EQ(late.app->get_new_calls(late.line, 1, LINECALLSELECT_ADDRESS, &list), 0);
    ASSERT_EQ(list.calls.size(), 1U);
    EXPECT_EQ(late.info(list.calls[0]).address_id, 1U);
    EXPECT_EQ(late.app->get_new_calls(late.line, 99, LINECALLSELECT_LINE, &list), 0)
        << "the address is not looked at for a whole line";
    EXPECT_EQ(list.calls.size(), 1U);
}

TEST(GetNewCalls, LeavesIdleCallsOut) {
    Watched w;
    w.a.app->drop(w.call);
    w.office.run();
    Seat& late = w.office.open(0);
    CallList list;
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    EXPECT_TRUE(list.calls.empty());
}

TEST(GetNewCalls, GivesNoMoreHandlesThanThereIsRoomFor) {
    Office office;
    Seat& a = office.open(0);
    a.make("1002");
    a.make("1003");
    office.run();
    Seat& late = office.open(0);
    CallList list;
    list.total_size = 24 + 4;
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    EXPECT_EQ(list.calls.size(), 1U);
    EXPECT_EQ(list.needed_size, 32U);
    EXPECT_EQ(list.used_size, 28U);
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    EXPECT_EQ(list.calls.size(), 1U) << "the other one";
}

TEST(GetNewCalls, ChecksItsArguments) {
    Watched w;
    CallList list;
    const auto asked = [&](std::uint32_t address, std::uint32_t select) {
        return outcome(w.a.app->get_new_calls(w.a.line, address, select, &list));
    };
    EXPECT_EQ(asked(0, 0), "INVALCALLSELECT");
    EXPECT_EQ(asked(0, LINECALLSELECT_LINE | LINECALLSELECT_ADDRESS), "INVALCALLSELECT");
    EXPECT_EQ(asked(0, LINECALLSELECT_CALL), "INVALCALLSELECT");
    EXPECT_EQ(asked(1, LINECALLSELECT_ADDRESS), "INVALADDRESSID");
    EXPECT_EQ(asked(0, LINECALLSELECT_DEVICEID), "ok");
    EXPECT_EQ(outcome(w.a.app->get_new_calls(w.a.line, 0, 1, nullptr)), "INVALPOINTER");
    EXPECT_EQ(outcome(w.a.app->get_new_calls(w.b.line, 0, 1, &list)), "INVALLINEHANDLE");
    list.total_size = 23;
    EXPECT_EQ(asked(0, LINECALLSELECT_LINE), "STRUCTURETOOSMALL");
    Seat& old = w.office.open(0, {.version = kTapi20});
    list.total_size = 24;
    EXPECT_EQ(outcome(old.app->get_new_calls(old.line, 0, LINECALLSELECT_DEVICEID, &list)),
              "INVALCALLSELECT")
        << "selection by device came with 2.1";
}

TEST(Handles, AValueNeverComesBack) {
    Office office;
    Seat& a = office.open(0);
    std::set<HLine> lines{a.line};
    HLine first{};
    for (int i = 0; i < 5'000; ++i) {
        HLine line{};
        ASSERT_EQ(a.app->open(0, &line, kTapi22, 0, 0, LINECALLPRIVILEGE_NONE, 0, nullptr), 0);
        EXPECT_TRUE(lines.insert(line).second);
        if (i == 0) first = line;
        ASSERT_EQ(a.app->close(line), 0);
    }
    EXPECT_EQ(outcome(a.app->close(first)), "INVALLINEHANDLE");
}

}  // namespace
}  // namespace pbxlab::lines::test
