// lineAccept, lineAnswer, lineDrop (reference: tapi2-operations 4).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

OfficeSpec with_answer(pbx::OnAnswer how) {
    OfficeSpec spec;
    spec.policy.on_answer = how;
    return spec;
}

// A talks to B when C calls A.
struct Waiting {
    explicit Waiting(const OfficeSpec& spec = {})
        : office(spec),
          a(office.open(0)),
          b(office.open(1)),
          c(office.open(2)),
          first(office.connect(b, a).second),
          second(office.ring(c, a).second) {}
    Office office;
    Seat& a;
    Seat& b;
    Seat& c;
    HCall first, second;
};

TEST(Accept, ClaimsTheCall) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_GT(b.app->accept(offered), 0);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 ACCEPTED");
    EXPECT_EQ(a.told(), "") << "it was ringing already";
    EXPECT_EQ(outcome(b.app->accept(offered)), "INVALCALLSTATE");
}

TEST(Accept, StartsTheRingingWhereItIsNeededForThat) {  // edge case 28
    pbx::Policy policy;
    policy.accept_to_alert = true;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    b.want_everything();
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(a.state(call), "PROCEEDING");
    b.app->accept(offered);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 ACCEPTED; LDS RINGING 1 0");
    EXPECT_EQ(a.told(), "CS h1 RINGBACK");
}

TEST(Accept, SomeTelephonesDoItByThemselves) {  // edge case 29
    pbx::Policy policy;
    policy.auto_accept = true;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    a.make("1002");
    office.run();
    EXPECT_EQ(b.told(), "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER; CS h1 ACCEPTED");
    EXPECT_EQ(outcome(b.app->accept(b.h(1))), "INVALCALLSTATE");
    EXPECT_GT(b.app->answer(b.h(1)), 0);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID");
}

TEST(Answer, NeedsAnOfferedCall) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(outcome(a.app->answer(call)), "INVALCALLSTATE");
    EXPECT_GT(b.app->answer(offered), 0);
    office.run();
    EXPECT_EQ(outcome(b.app->answer(offered)), "INVALCALLSTATE");
}

TEST(Answer, HoldsTheActiveCall) {  // edge case 25, LINEANSWERMODE_HOLD
    Waiting w;
    w.a.app->answer(w.second);
    w.office.run();
    EXPECT_EQ(w.a.told(), "REPLY ok; CS h1 ONHOLD; CS h2 CONNECTED/ACTIVE; INFO h2 CONNECTEDID");
    EXPECT_EQ(w.b.told(), "CS h1 CONNECTED/ACTIVEHELD");
    EXPECT_EQ(w.a.counts(), "1/1/0");
}

TEST(Answer, DropsTheActiveCall) {  // LINEANSWERMODE_DROP
    Waiting w{with_answer(pbx::OnAnswer::DropActive)};
    w.a.app->answer(w.second);
    w.office.run();
    EXPECT_EQ(w.a.told(), "REPLY ok; CS h1 IDLE; CS h2 CONNECTED/ACTIVE; INFO h2 CONNECTEDID");
    EXPECT_EQ(w.b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(Answer, LeavesTheActiveCallAlone) {  // LINEANSWERMODE_NONE
    Waiting w{with_answer(pbx::OnAnswer::LeaveActive)};
    w.a.app->answer(w.second);
    w.office.run();
    EXPECT_EQ(w.a.told(), "REPLY ok; CS h2 CONNECTED/ACTIVE; INFO h2 CONNECTEDID");
    EXPECT_EQ(w.b.told(), "");
    EXPECT_EQ(w.a.counts(), "2/0/0");
}

TEST(Answer, IsRefusedWhereTheActiveCallCannotBeHeld) {  // edge case 44
    OfficeSpec spec;
    spec.lines[0].max_held = 0;
    Waiting w{spec};
    EXPECT_EQ(outcome(w.a.app->answer(w.second)), "INUSE");
    EXPECT_EQ(w.a.status(w.second).call_features & LINECALLFEATURE_ANSWER, 0U);
}

TEST(Answer, CountsEveryActiveCallThatWouldHaveToBeHeld) {
    OfficeSpec spec;
    spec.lines = std::vector<LineSpec>(4);
    spec.lines[0].max_active = 3;
    spec.lines[0].max_held = 1;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    Seat& d = office.open(3);
    office.connect(a, b);
    office.connect(a, c);  // making a second call leaves the first alone
    EXPECT_EQ(a.counts(), "2/0/0");
    const auto offered = office.ring(d, a).second;
    EXPECT_EQ(outcome(a.app->answer(offered)), "INUSE");
}

TEST(Answer, FailsInTheReplyWhenTheCallerWasFaster) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    a.app->drop(call);
    office.run(35ms);
    EXPECT_GT(b.app->answer(offered), 0);
    office.run();
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL; CS h1 IDLE; REPLY INVALCALLSTATE");
}

TEST(Answer, ByHandNeedsNoRequest) {  // edge case 19
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_GT(b.app->answer(offered), 0);
    EXPECT_EQ(office.exchange.phone_lift(office.station(1)), pbx::Refusal::None);
    office.run();
    EXPECT_EQ(b.told(), "CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID; REPLY INVALCALLSTATE");
}

TEST(Drop, BeforeTheAnswerAbandonsTheCall) {  // edge case 11
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL; CS h1 IDLE");
}

TEST(Drop, EndsAnAttemptInEveryState) {
    for (const auto& [to, state] : {std::pair{static_cast<const char*>(nullptr), "DIALTONE/NORMAL"},
                                    std::pair{"10;", "DIALING"}, std::pair{"1001", "BUSY/STATION"},
                                    std::pair{"7777", "DISCONNECTED/BADADDRESS"}}) {
        Office office;
        Seat& a = office.open(0);
        const HCall& call = a.make(to);
        office.run();
        EXPECT_EQ(a.state(call), state);
        a.told();
        a.app->drop(call);
        office.run_until_quiet();
        EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
        EXPECT_EQ(office.exchange.connection_count(), 0U);
    }
}

TEST(Drop, OfAnOfferedCallRejectsIt) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    b.app->drop(offered);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/REJECT");
}

TEST(Drop, ARejectedCallerMayHearBusy) {
    pbx::Policy policy;
    policy.on_reject = pbx::OnReject::BusyCaller;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    b.app->drop(offered);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 BUSY/STATION");
}

TEST(Drop, WithAReasonTellsItToWhoeverCalled) {
    pbx::Policy policy;
    policy.on_reject = pbx::OnReject::BusyCaller;
    for (const auto& [reason, told] :
         {std::pair{DropReason::Plain, "CS h1 BUSY/STATION"},
          std::pair{DropReason::Rejected, "CS h1 DISCONNECTED/REJECT"},
          std::pair{DropReason::NotAnswered, "CS h1 DISCONNECTED/NOANSWER"}}) {
        Office office{with(policy)};
        Seat& a = office.open(0);
        Seat& b = office.open(1);
        const auto [call, offered] = office.ring(a, b);
        EXPECT_GT(b.app->drop_as(offered, reason), 0);
        office.run();
        EXPECT_EQ(b.told(), "REPLY ok; CS h1 IDLE");
        EXPECT_EQ(a.told(), told);
    }
}

TEST(Drop, WithAReasonThatTheProviderKeepsToItselfIsOneWithout) {
    OfficeSpec spec;
    spec.lines[1].profile.tapi3.passes_disconnect_code = false;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    b.app->drop_as(offered, DropReason::NotAnswered);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/REJECT");
}

TEST(Drop, WithAReasonIsRefusedAsEver) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.monitor(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(outcome(b.app->drop_as(offered, DropReason::Rejected)), "NOTOWNER");
    EXPECT_EQ(outcome(a.app->drop_as(call, DropReason::Plain, std::string(129, 'u'))),
              "USERUSERINFOTOOBIG");
}

TEST(Drop, RejectingCanBeForbidden) {
    pbx::Policy policy;
    policy.reject_allowed = false;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(outcome(b.app->drop(offered)), "OPERATIONUNAVAIL");
    EXPECT_EQ(b.features(offered), "ACCEPT|ANSWER");
    b.app->answer(offered);
    office.run();
    EXPECT_GT(b.app->drop(offered), 0);
}

TEST(Drop, OfAConnectedCallDisconnectsTheOther) {  // edge case 31
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    b.app->drop(other);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/NORMAL");
    a.app->drop(call);
    office.run_until_quiet();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
}

TEST(Drop, OfAHeldCallDisconnectsTheHeldParty) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    a.app->hold(call);
    office.run();
    a.told();
    b.told();
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(Drop, TwiceIsRefused) {  // edge case 32
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    EXPECT_GT(a.app->drop(call), 0);
    EXPECT_GT(a.app->drop(call), 0);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE; REPLY INVALCALLSTATE");
    EXPECT_EQ(outcome(a.app->drop(call)), "INVALCALLSTATE");
    EXPECT_EQ(a.app->deallocate_call(call), 0);
    EXPECT_EQ(outcome(a.app->drop(call)), "INVALCALLHANDLE");
}

TEST(Drop, OfADisconnectedCallThatTheSwitchReleasedIsTooLate) {  // edge case 31
    pbx::Policy policy;
    policy.clear_release_limit = 1s;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    b.app->drop(other);
    office.run(1035ms);
    EXPECT_GT(a.app->drop(call), 0);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/NORMAL; CS h1 IDLE; REPLY INVALCALLSTATE");
}

TEST(Drop, MonitorsMayNot) {  // edge case 106
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    EXPECT_EQ(outcome(m.app->drop(m.h(1))), "NOTOWNER");
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    EXPECT_GT(m.app->drop(m.h(1)), 0);
}

TEST(Respond, UserInfoIsNotLongerThanAnnounced) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    const std::string longest(128, 'u');
    const std::string longer(129, 'u');
    EXPECT_EQ(outcome(b.app->accept(offered, longer)), "USERUSERINFOTOOBIG");
    EXPECT_EQ(outcome(b.app->answer(offered, longer)), "USERUSERINFOTOOBIG");
    EXPECT_EQ(outcome(b.app->drop(offered, longer)), "USERUSERINFOTOOBIG");
    EXPECT_EQ(outcome(b.app->accept(offered, longest)), "asked");
}

TEST(Respond, UserInfoTravelsWithTheCall) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const CallParams params{.user_user_info = std::string("hello\0you", 9)};
    const HCall& call = a.make("1002", &params);
    office.run();
    EXPECT_EQ(b.told(), "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER")
        << "what comes with a new call is told by it";
    EXPECT_EQ(b.info(b.h(1)).user_user_info, std::string("hello\0you", 9));
    a.told();
    b.app->accept(b.h(1), "claimed");
    office.run();
    EXPECT_EQ(a.told(), "INFO h1 USERUSERINFO");
    EXPECT_EQ(a.info(call).user_user_info, "claimed");
}

TEST(Respond, UserInfoOfAnAnswerComesWithIt) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    b.app->answer(offered, "yes?");
    office.run();
    EXPECT_EQ(a.told(), "CS h1 CONNECTED/ACTIVE; INFO h1 USERUSERINFO; INFO h1 CONNECTEDID");
}

TEST(Respond, UserInfoOfADropComesWithTheDisconnect) {  // edge case 38
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    b.app->drop(other, "bye");
    office.run(35ms);
    EXPECT_EQ(a.told(), "");
    EXPECT_EQ(a.info(call).user_user_info, "");
    office.run();
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/NORMAL; INFO h1 USERUSERINFO");
    EXPECT_EQ(a.info(call).user_user_info, "bye");
}

TEST(Respond, UserInfoWaitsForTheReleaseOfEarlier) {  // nf-tapi-linereleaseuseruserinfo
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    b.app->accept(offered, "first");
    office.run();
    a.told();
    b.app->answer(offered, "second");
    office.run();
    EXPECT_EQ(a.told(), "CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID");
    EXPECT_EQ(a.info(call).user_user_info, "first");
}

TEST(Respond, WithheldFeaturesRefuse) {
    Profile profile;
    profile.call_features =
        ~(LINECALLFEATURE_ACCEPT | LINECALLFEATURE_ANSWER | LINECALLFEATURE_DROP);
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(b, a);
    EXPECT_EQ(outcome(a.app->accept(offered)), "OPERATIONUNAVAIL");
    EXPECT_EQ(outcome(a.app->answer(offered)), "OPERATIONUNAVAIL");
    EXPECT_EQ(outcome(a.app->drop(offered)), "OPERATIONUNAVAIL");
    EXPECT_EQ(a.features(offered), "0");
}

TEST(Respond, OutOfServiceNothingIsAnsweredButCallsCanBeDropped) {  // edge case 116
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    office.exchange.set_service(office.station(1), false);
    EXPECT_EQ(outcome(b.app->accept(offered)), "INVALLINESTATE");
    EXPECT_EQ(outcome(b.app->answer(offered)), "INVALLINESTATE");
    EXPECT_EQ(b.features(offered), "DROP");
    EXPECT_GT(b.app->drop(offered), 0);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 IDLE");
}

}  // namespace
}  // namespace pbxlab::lines::test
