// Faults: what is told is wrong, what is so stays true.
#include "lines/faults.h"

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

MessageKind state(std::uint32_t bits) { return {.id = LINE_CALLSTATE, .bits = bits}; }

Fault of_messages(FaultKind kind, const MessageKind& messages, std::uint32_t device) {
    Fault fault;
    fault.kind = kind;
    fault.messages = {messages};
    fault.device = device;
    return fault;
}

Fault of_requests(FaultKind kind, std::vector<Op> ops, std::uint32_t device) {
    Fault fault;
    fault.kind = kind;
    fault.ops = std::move(ops);
    fault.device = device;
    return fault;
}

struct Counter : FaultObserver {
    void on_fault(const FaultFired& fired) override { all.push_back(fired); }
    std::vector<FaultFired> all;
};

TEST(Faults, DropWhatTheySelectAndNothingElse) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const std::uint32_t fault =
        office.telephony.add_fault(of_messages(FaultKind::Drop, state(LINECALLSTATE_ONHOLD), 0));
    const auto [call, other] = office.connect(a, b);
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok");
    EXPECT_EQ(a.state(call), "ONHOLD");
    EXPECT_EQ(b.told(), "CS h1 CONNECTED/ACTIVEHELD");
    b.app->hold(other);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 ONHOLD");
    EXPECT_EQ(office.telephony.fired(fault), 1U);
}

TEST(Faults, CountAnEventOnceHoweverManyApplicationsAreToldOfIt) {
    Office office;
    Fault fault = of_messages(FaultKind::Drop, state(LINECALLSTATE_ONHOLD), 0);
    fault.times = 1;
    const std::uint32_t number = office.telephony.add_fault(fault);
    Counter counter;
    office.telephony.observe_faults(&counter);
    Seat& a = office.open(0);
    Seat& watcher = office.monitor(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    watcher.told();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok");
    EXPECT_EQ(watcher.told(), "");
    EXPECT_EQ(office.telephony.fired(number), 1U);
    EXPECT_EQ(counter.all.size(), 2U) << "each application misses its message";
    a.app->unhold(call);
    office.run();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(watcher.told(), "CS h1 CONNECTED/ACTIVE; CS h1 ONHOLD");
}

TEST(Faults, OfOneApplicationLeaveTheOthersAlone) {
    Office office;
    Seat& a = office.open(0);
    Seat& watcher = office.monitor(0);
    Seat& b = office.open(1);
    Fault fault = of_messages(FaultKind::Drop, state(LINECALLSTATE_ONHOLD), pbx::kNobody);
    fault.application = watcher.app;
    office.telephony.add_fault(fault);
    const auto [call, other] = office.connect(a, b);
    watcher.told();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD");
    EXPECT_EQ(watcher.told(), "");
}

TEST(Faults, TakeOfSeveralBitsOnlyThoseThatTheySelect) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& other = office.monitor(1);
    office.telephony.add_fault(of_messages(
        FaultKind::Drop, {.id = LINE_CALLINFO, .bits = LINECALLINFOSTATE_NUMMONITORS}, 1));
    office.ring(a, b);
    other.told();
    EXPECT_EQ(other.app->set_call_privilege(other.h(1), LINECALLPRIVILEGE_OWNER), 0);
    EXPECT_EQ(b.told(), "INFO h1 NUMOWNERINCR");
}

TEST(Faults, TellNothingOfAHandleThatIsVoidMeanwhile) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Fault fault = of_messages(FaultKind::Delay, state(LINECALLSTATE_IDLE), 0);
    fault.least = fault.most = 1s;
    office.telephony.add_fault(fault);
    const auto [call, other] = office.connect(a, b);
    a.app->drop(call);
    office.run(500ms);
    EXPECT_EQ(a.told(), "REPLY ok");
    EXPECT_EQ(outcome(a.app->deallocate_call(call)), "ok");
    office.run();
    EXPECT_EQ(a.told(), "");
}

TEST(Faults, TellNothingToAnApplicationThatHasLeft) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Fault fault = of_messages(FaultKind::Delay, {}, 1);
    fault.least = fault.most = 1s;
    office.telephony.add_fault(fault);
    a.make("1002");
    office.run(900ms);
    EXPECT_EQ(outcome(b.app->shutdown()), "ok");
    office.run();
    Message message;
    EXPECT_LT(b.app->get_message(&message), 0);
}

TEST(Faults, NumberMessagesInTheOrderInWhichTheyAreTold) {
    Office office;
    Seat& a = office.open(0);
    office.open(1);
    Fault fault = of_messages(FaultKind::Delay, state(LINECALLSTATE_DIALING), 0);
    fault.least = fault.most = 5s;
    office.telephony.add_fault(fault);
    a.make("1002");
    office.run(10s);
    a.told();
    ASSERT_GT(a.all.size(), 3U);
    for (std::size_t i = 1; i < a.all.size(); ++i) {
        EXPECT_GT(a.all[i].sequence, a.all[i - 1].sequence);
        EXPECT_GE(a.all[i].at, a.all[i - 1].at);
    }
    EXPECT_EQ(a.all.back().param1, LINECALLSTATE_DIALING);
}

TEST(Faults, ThatEndLeaveNothingBehind) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Fault fault = of_messages(FaultKind::Delay, state(LINECALLSTATE_ONHOLD), 0);
    fault.least = fault.most = 1h;
    office.telephony.add_fault(fault);
    const auto [call, other] = office.connect(a, b);
    a.app->hold(call);
    office.run();
    const std::size_t timers = office.exchange.scheduler().size();
    office.telephony.end_faults();
    EXPECT_EQ(office.exchange.scheduler().size() + 1, timers);
    EXPECT_EQ(a.told(), "REPLY ok");
}

TEST(Faults, OfRequestsKeepThemFromTheExchange) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    Fault fault = of_requests(FaultKind::Fail, {Op::Hold}, 0);
    fault.error = line_error(LINEERR_RESOURCEUNAVAIL);
    fault.times = 1;
    office.telephony.add_fault(fault);
    EXPECT_EQ(outcome(a.app->hold(call)), "asked");
    EXPECT_EQ(office.exchange.order_count(), 0U);
    office.run();
    EXPECT_EQ(a.told(), "REPLY RESOURCEUNAVAIL");
    EXPECT_EQ(a.state(call), "CONNECTED/ACTIVE");
    EXPECT_EQ(outcome(a.app->hold(call)), "asked");
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD");
}

TEST(Faults, OfRequestsLeaveThoseToTheirRulesThatARuleRefuses) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    const std::uint32_t fault =
        office.telephony.add_fault(of_requests(FaultKind::Fail, {Op::Unhold}, 0));
    EXPECT_EQ(outcome(a.app->unhold(call)), "INVALCALLSTATE");
    EXPECT_EQ(office.telephony.fired(fault), 0U);
}

TEST(Faults, OfCapabilitiesChangeWhatIsToldAndNotWhatIs) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    const std::uint32_t fault =
        office.telephony.add_fault(of_requests(FaultKind::Hide, {Op::Hold}, 0));
    EXPECT_EQ(a.features(call), "DROP");
    EXPECT_EQ(b.features(other), "DROP|HOLD");
    AddressCaps caps;
    EXPECT_EQ(a.app->get_address_caps(0, 0, kTapi22, 0, &caps), 0);
    EXPECT_EQ(caps.call_features & LINECALLFEATURE_HOLD, 0U);
    EXPECT_EQ(office.telephony.fired(fault), 2U);
    EXPECT_EQ(outcome(a.app->hold(call)), "asked");
}

TEST(Faults, SplitACallInTwoThatAreBothInOrder) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& watcher = office.monitor(1);
    office.telephony.add_fault(of_messages(FaultKind::Split, state(LINECALLSTATE_CONNECTED), 1));
    a.make("1002");
    office.run();
    b.told();
    watcher.told();
    EXPECT_GT(b.app->answer(b.h(1)), 0);
    office.run();
    EXPECT_EQ(b.told(),
              "REPLY ok; INFO h1 CONNECTEDID; NEWCALL h2 OWNER; CS h2 CONNECTED/ACTIVE p3=OWNER; "
              "CS h1 IDLE");
    EXPECT_EQ(
        watcher.told(),
        "INFO h1 CONNECTEDID; NEWCALL h2 MONITOR; CS h2 CONNECTED/ACTIVE p3=MONITOR; CS h1 IDLE");
    EXPECT_EQ(b.counts(), "1/0/0");
    EXPECT_NE(b.info(b.h(2)).call_id, b.info(b.h(1)).call_id);
    EXPECT_EQ(b.info(b.h(2)).caller.number, "1001");
    EXPECT_EQ(outcome(b.app->deallocate_call(b.h(1))), "ok");
    EXPECT_EQ(outcome(b.app->hold(b.h(2))), "asked");
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h2 ONHOLD");
    office.check();
}

TEST(Faults, SplitACallWhoseDigitsAreCollected) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    const MonitorTone tone{.duration = 500};
    EXPECT_EQ(b.app->monitor_tones(other, &tone, 1), 0);
    std::array<char, 4> digits{};
    EXPECT_EQ(b.app->gather_digits(other, LINEDIGITMODE_DTMF, digits.data(), 4, nullptr, 0, 0), 0);
    office.telephony.add_fault(of_messages(FaultKind::Split, state(LINECALLSTATE_CONNECTED), 1));
    EXPECT_GT(a.app->hold(call), 0);
    office.run(5s);
    EXPECT_EQ(b.told(),
              "NEWCALL h2 OWNER; CS h2 CONNECTED/ACTIVEHELD p3=OWNER; GATHER h1 CANCEL; "
              "CS h1 IDLE");
}

TEST(Faults, MakeUpACallThatNobodyCanUse) {
    Office office;
    Seat& b = office.open(1);
    Fault fault = of_messages(FaultKind::Happen, {}, 1);
    fault.messages.clear();
    fault.act = FaultAct::SpuriousCall;
    fault.at = pbx::SimTime{1s};
    fault.lasts = 2s;
    office.telephony.add_fault(fault);
    office.run(1s);
    EXPECT_EQ(b.told(), "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER");
    EXPECT_EQ(b.counts(), "0/0/0");
    EXPECT_EQ(outcome(b.app->answer(b.h(1))), "INVALCALLSTATE");
    EXPECT_EQ(outcome(b.app->drop(b.h(1))), "INVALCALLSTATE");
    office.run(2s);
    EXPECT_EQ(b.told(), "CS h1 IDLE");
    EXPECT_EQ(outcome(b.app->deallocate_call(b.h(1))), "ok");
    office.check();
}

TEST(Faults, TellASecondCallAsTheFirst) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    const auto [call, first] = office.connect(a, b);
    office.telephony.add_fault(of_messages(FaultKind::Merge, state(LINECALLSTATE_OFFERING), 1));
    c.make("1002");
    office.run();
    EXPECT_EQ(b.told(), "CS h1 OFFERING/ACTIVE");
    EXPECT_EQ(b.state(first), "CONNECTED/ACTIVE");
    EXPECT_EQ(b.counts(), "2/0/0");
    EXPECT_EQ(outcome(b.app->drop(first)), "asked");
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(outcome(b.app->deallocate_call(first)), "ok");
    EXPECT_EQ(outcome(c.app->drop(c.h(1))), "asked");
    office.run();
    EXPECT_EQ(b.told(), "") << "nobody knows by what name to tell of it";
}

TEST(Faults, OfOneCallWaitForItsName) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Fault fault = of_messages(FaultKind::Drop, state(LINECALLSTATE_ONHOLD), pbx::kNobody);
    fault.call = 1;
    office.telephony.add_fault(fault);
    const auto [call, other] = office.connect(a, b);
    b.app->hold(other);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 ONHOLD");
    b.app->unhold(other);
    office.run();
    b.told();
    office.telephony.call_is(1, *b.app, other);
    b.app->hold(other);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok");
}

}  // namespace
}  // namespace pbxlab::lines::test
