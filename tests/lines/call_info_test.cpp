// lineGetCallInfo and lineGetCallStatus (reference: tapi2-operations 1.6 and 2, call-model 6 and
// 16).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

TEST(CallInfo, TellsOriginReasonAndIds) {  // call-model 16 and 18
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    const CallInfo out = a.info(call);
    const CallInfo in = b.info(offered);
    EXPECT_EQ(out.origin, LINECALLORIGIN_OUTBOUND);
    EXPECT_EQ(in.origin, LINECALLORIGIN_INTERNAL);
    EXPECT_EQ(out.reason, LINECALLREASON_DIRECT);
    EXPECT_EQ(in.reason, LINECALLREASON_DIRECT);
    EXPECT_NE(out.call_id, 0U);
    EXPECT_EQ(out.call_id, in.call_id) << "both legs share the call's id";
    EXPECT_EQ(out.related_call_id, 0U);
    EXPECT_EQ(out.line, a.line);
    EXPECT_EQ(in.line_device_id, 1U);
    EXPECT_EQ(out.trunk, 0xFFFF'FFFFU);
    EXPECT_EQ(out.completion_id, 0U);
    const HCall& second = a.make(nullptr);
    office.run();
    EXPECT_NE(a.info(second).call_id, out.call_id);
}

TEST(CallInfo, CountsOwnersAndMonitors) {
    Office office;
    Seat& a = office.open(0);
    office.monitor(0);
    Seat& m = office.monitor(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(a.info(call).num_owners, 1U);
    EXPECT_EQ(a.info(call).num_monitors, 2U);
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(m.info(m.h(1)).num_owners, 2U);
    EXPECT_EQ(m.info(m.h(1)).num_monitors, 1U);
}

TEST(CallInfo, NamesTheApplicationThatMadeAcceptedOrAnsweredIt) {
    Office office;
    Seat& a = office.open(0, {.module = "dialler.exe"});
    Seat& b = office.open(1, {.module = "phone.exe"});
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(a.info(call).app_name, "dialler.exe");
    EXPECT_EQ(b.info(offered).app_name, "");
    b.app->accept(offered);
    office.run();
    EXPECT_EQ(b.info(offered).app_name, "phone.exe");
}

TEST(CallInfo, StatesAreThoseThatTheLineReports) {
    Profile profile;
    profile.outbound_states = LINECALLSTATE_DIALING;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& call = a.make("1002");
    office.run();
    const std::uint32_t states = a.info(call).call_states;
    EXPECT_EQ(states & LINECALLSTATE_RINGBACK, 0U);
    EXPECT_NE(states & LINECALLSTATE_DIALING, 0U);
    EXPECT_NE(states & LINECALLSTATE_UNKNOWN, 0U);
}

TEST(CallInfo, HasTheFixedSizesOfItsVersion) {  // edge case 122
    struct Row {
        std::uint32_t version, info, status;
    };
    for (const Row& row : {Row{kTapi13, 296, 36}, Row{kTapi14, 296, 36}, Row{kTapi20, 324, 56},
                           Row{kTapi21, 324, 56}, Row{kTapi22, 324, 56}}) {
        Office office;
        Seat& a = office.open(0, {.version = row.version});
        const HCall& call = a.make(nullptr);
        office.run();
        CallInfo info;
        info.total_size = row.info - 1;
        EXPECT_EQ(outcome(a.app->get_call_info(call, &info)), "STRUCTURETOOSMALL");
        EXPECT_EQ(info.needed_size, 0U) << "nothing is filled";
        EXPECT_EQ(info.call_id, 0U);
        info.total_size = row.info;
        EXPECT_EQ(outcome(a.app->get_call_info(call, &info)), "ok");
        EXPECT_EQ(info.used_size, row.info);
        CallStatus status;
        status.total_size = row.status - 1;
        EXPECT_EQ(outcome(a.app->get_call_status(call, &status)), "STRUCTURETOOSMALL");
        EXPECT_EQ(status.call_state, 0U);
        status.total_size = row.status;
        EXPECT_EQ(outcome(a.app->get_call_status(call, &status)), "ok");
        EXPECT_EQ(status.needed_size, row.status);
        EXPECT_EQ(status.used_size, row.status);
    }
}

TEST(CallInfo, TextThatDoesNotFitIsLeftOutAndCountedAsNeeded) {  // edge case 122
    Office office;
    Seat& a = office.open(0);
    const CallParams params{.comment = "hello"};
    const HCall& call = a.make("1002", &params);
    office.run();
    CallInfo all = a.info(call);
    EXPECT_EQ(all.needed_size, all.used_size);
    // Two numbers of four digits, the comment and the application's name, as UTF-16 with
    // terminator.
    EXPECT_EQ(all.needed_size, 324U + 2 * 10 + 12 + 16);
    CallInfo some;
    some.total_size = 324 + 10;
    EXPECT_EQ(outcome(a.app->get_call_info(call, &some)), "ok");
    EXPECT_EQ(some.caller.number, "1001");
    EXPECT_EQ(some.called.number, "");
    EXPECT_EQ(some.called.flags, LINECALLPARTYID_ADDRESS);
    EXPECT_EQ(some.comment, "");
    EXPECT_EQ(some.needed_size, all.needed_size);
    EXPECT_EQ(some.used_size, 334U);
    some.total_size = all.needed_size;
    EXPECT_EQ(outcome(a.app->get_call_info(call, &some)), "ok");
    EXPECT_EQ(some.comment, "hello");
}

TEST(CallInfo, NothingIsFilledThatTheVersionHasNoPlaceFor) {
    Office office;
    office.run(1s);
    Seat& old = office.open(0, {.version = kTapi14});
    const HCall& call = old.make(nullptr);
    office.run();
    CallStatus status;
    status.call_features2 = 77;
    old.app->get_call_status(call, &status);
    EXPECT_EQ(status.call_features2, 77U);
    EXPECT_EQ(status.state_entry_time, pbx::SimTime{});
}

TEST(CallInfo, CanBeReadByEveryHolderInEveryState) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    const HCall& call = a.make("7777");
    office.run();
    EXPECT_EQ(m.state(m.h(1)), "DISCONNECTED/BADADDRESS");
    a.app->drop(call);
    office.run();
    EXPECT_EQ(m.state(m.h(1)), "IDLE");
    EXPECT_EQ(m.info(m.h(1)).caller.number, "1001");
}

TEST(CallInfo, ChecksItsArguments) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    EXPECT_EQ(outcome(a.app->get_call_info(call, nullptr)), "INVALPOINTER");
    EXPECT_EQ(outcome(a.app->get_call_status(call, nullptr)), "INVALPOINTER");
    CallInfo info;
    CallStatus status;
    EXPECT_EQ(outcome(b.app->get_call_info(call, &info)), "INVALCALLHANDLE");
    EXPECT_EQ(outcome(b.app->get_call_status(kNoCall, &status)), "INVALCALLHANDLE");
    EXPECT_EQ(outcome(a.app->get_call_status(HCall{static_cast<std::uint32_t>(a.line)}, &status)),
              "INVALCALLHANDLE")
        << "a line is no call";
}

TEST(CallStatus, TellsSinceWhen) {  // call-model 1
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    const pbx::SimTime since = a.status(call).state_entry_time;
    EXPECT_LT(since, office.exchange.scheduler().now());
    EXPECT_EQ(since, a.all[a.all.size() - 2].at) << "CONNECTED, before CONNECTEDID";
    b.app->hold(other);
    office.run();
    EXPECT_EQ(a.state(call), "CONNECTED/ACTIVEHELD");
    EXPECT_EQ(a.status(call).state_entry_time, since) << "a new mode is no new state";
}

// call-model 6; of this product's operations.
TEST(CallStatus, FeaturesFollowTheState) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(a.features(call), "DIAL|DROP");
    a.app->dial(call, "1;", 0);
    office.run();
    EXPECT_EQ(a.state(call) + " " + a.features(call), "DIALING DIAL|DROP");
    a.app->dial(call, "002", 0);
    office.run(450ms);
    EXPECT_EQ(a.state(call) + " " + a.features(call), "PROCEEDING DROP");
    office.run();
    EXPECT_EQ(a.state(call) + " " + a.features(call), "RINGBACK DROP");
    EXPECT_EQ(b.features(b.h(1)), "ACCEPT|ANSWER|DROP");
    b.app->accept(b.h(1));
    office.run();
    EXPECT_EQ(b.state(b.h(1)) + " " + b.features(b.h(1)), "ACCEPTED ANSWER|DROP");
    b.app->answer(b.h(1));
    office.run();
    EXPECT_EQ(a.features(call), "DROP|HOLD");
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.features(call), "DROP|UNHOLD");
    const HCall second = office.connect(a, c).first;
    EXPECT_EQ(a.features(second), "DROP|HOLD|SWAPHOLD");
    EXPECT_EQ(a.features(call), "DROP|SWAPHOLD|UNHOLD");
    c.app->drop(c.h(1));
    office.run();
    EXPECT_EQ(a.state(second) + " " + a.features(second), "DISCONNECTED/NORMAL DROP");
    EXPECT_EQ(a.features(call), "DROP|UNHOLD");
    a.app->drop(second);
    office.run();
    EXPECT_EQ(a.state(second) + " " + a.features(second), "IDLE 0");
}

TEST(CallStatus, MonitorsHaveNoControlFeatures) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    EXPECT_EQ(m.features(m.h(1)), "0");
    EXPECT_EQ(m.status(m.h(1)).call_privilege, LINECALLPRIVILEGE_MONITOR);
}

TEST(CallStatus, ReducedProfilesOfferLess) {  // edge case 145
    Profile profile;
    profile.call_features = LINECALLFEATURE_DROP;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    EXPECT_EQ(a.features(call), "DROP");
    EXPECT_EQ(outcome(a.app->hold(call)), "OPERATIONUNAVAIL");
}

}  // namespace
}  // namespace pbxlab::lines::test
