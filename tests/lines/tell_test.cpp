// What happens at the exchange, as lines are told it (reference: call-model 11, 17 and 20).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

OfficeSpec with_loss(pbx::OnServiceLoss how) {
    OfficeSpec spec;
    spec.policy.on_service_loss = how;
    return spec;
}

// A, below and above version 2.0, talks to B when A's line goes out of service.
struct Loss {
    explicit Loss(pbx::OnServiceLoss how)
        : office(with_loss(how)),
          a(office.open(0)),
          old(office.open(0, {.privileges = LINECALLPRIVILEGE_MONITOR, .version = kTapi14})),
          b(office.open(1)) {
        call = office.connect(a, b).first;
        old.told();
        a.want_everything();
        office.exchange.set_service(office.station(0), false);
        office.run();
    }
    Office office;
    Seat& a;
    Seat& old;
    Seat& b;
    HCall call{};
};

TEST(Service, CallsMayBeKept) {  // edge case 116
    Loss l{pbx::OnServiceLoss::KeepCalls};
    EXPECT_EQ(l.a.told(), "LDS OUTOFSERVICE");
    EXPECT_EQ(l.old.told(), "");
    EXPECT_EQ(l.b.told(), "");
    EXPECT_EQ(l.a.state(l.call), "CONNECTED/ACTIVE");
    EXPECT_EQ(outcome(l.a.app->hold(l.call)), "INVALLINESTATE");
    l.office.exchange.set_service(l.office.station(0), true);
    EXPECT_EQ(l.a.told(), "LDS INSERVICE");
    EXPECT_EQ(outcome(l.a.app->hold(l.call)), "asked");
}

TEST(Service, CallsMayBeCleared) {  // edge case 116
    Loss l{pbx::OnServiceLoss::ClearCalls};
    EXPECT_EQ(l.a.told(), "LDS OUTOFSERVICE; CS h1 DISCONNECTED/OUTOFORDER");
    EXPECT_EQ(l.old.told(), "CS h1 DISCONNECTED/UNKNOWN");
    EXPECT_EQ(l.b.told(), "CS h1 DISCONNECTED/NORMAL");
    l.a.app->drop(l.call);
    l.office.run();
    EXPECT_EQ(l.a.state(l.call), "IDLE");
}

TEST(Service, TheExchangeMayLoseSightOfCalls) {  // edge cases 116 and 139
    Loss l{pbx::OnServiceLoss::LoseSight};
    EXPECT_EQ(l.a.told(), "LDS OUTOFSERVICE; CS h1 UNKNOWN");
    EXPECT_EQ(l.b.told(), "");
    EXPECT_EQ(l.a.features(l.call), "DROP");
    l.office.exchange.set_service(l.office.station(0), true);
    EXPECT_EQ(outcome(l.a.app->hold(l.call)), "INVALCALLSTATE");
    l.b.app->drop(l.b.h(1));
    l.office.run();
    EXPECT_EQ(l.a.told(), "LDS INSERVICE; CS h1 DISCONNECTED/NORMAL");
}

TEST(Service, AnOfferedCallIsWithdrawnFromALineThatLosesItsCalls) {
    Office office{with_loss(pbx::OnServiceLoss::ClearCalls)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.ring(b, a);
    office.exchange.set_service(office.station(0), false);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/OUTOFORDER; CS h1 IDLE");
}

TEST(Service, SomeProvidersReportNoService) {
    Profile profile;
    profile.reports_inservice = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    a.want_everything();
    office.exchange.set_service(office.station(0), false);
    EXPECT_EQ(a.told(), "");
    LineDevStatus status;
    a.app->get_line_dev_status(a.line, &status);
    EXPECT_EQ(status.dev_status_flags, LINEDEVSTATUSFLAGS_CONNECTED);
}

TEST(Service, ALineMayBeOutOfServiceFromTheBeginning) {
    pbx::Exchange exchange;
    const auto station = exchange.add_station({.name = "x"});
    exchange.add_address(station, {.number = "1001"});
    exchange.set_service(station, false);
    Telephony telephony{exchange};
    telephony.add_line(station, {});
    Application* app = nullptr;
    telephony.initialize({.module = "a"}, &app);
    Seat seat{*app, 0, {}};
    HCall call{};
    EXPECT_EQ(outcome(app->make_call(seat.line, &call, "1", 0, nullptr)), "INVALLINESTATE");
}

TEST(Parties, BothEndsKnowEachOtherByTheAnswer) {  // call-model 17
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    CallInfo caller = a.info(call);
    EXPECT_EQ(caller.caller.number, "1001");
    EXPECT_EQ(caller.called.number, "1002");
    EXPECT_EQ(caller.connected.flags, LINECALLPARTYID_UNKNOWN);
    EXPECT_EQ(caller.redirecting.flags, LINECALLPARTYID_UNAVAIL);
    EXPECT_EQ(caller.redirection.flags, LINECALLPARTYID_UNAVAIL);
    CallInfo called = b.info(offered);
    EXPECT_EQ(called.caller.number, "1001");
    EXPECT_EQ(called.caller.flags, LINECALLPARTYID_ADDRESS);
    EXPECT_EQ(called.called.number, "1002");
    EXPECT_EQ(called.connected.flags, LINECALLPARTYID_UNKNOWN);
    b.app->answer(offered);
    office.run();
    EXPECT_EQ(a.info(call).connected.number, "1002");
    EXPECT_EQ(b.info(offered).connected.number, "1001");
}

TEST(Parties, NamesAreToldWhereThereAreAny) {
    OfficeSpec spec;
    spec.lines[0].person = "Alice";
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(b.info(offered).caller.name, "Alice");
    EXPECT_EQ(b.info(offered).caller.flags, LINECALLPARTYID_ADDRESS | LINECALLPARTYID_NAME);
    EXPECT_EQ(b.info(offered).called.flags, LINECALLPARTYID_ADDRESS);
    EXPECT_EQ(b.info(offered).called.name, "");
}

TEST(Parties, ACallerMayBlockItsNumber) {  // LINECALLPARAMFLAGS_BLOCKID
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const CallParams params{.call_param_flags = LINECALLPARAMFLAGS_BLOCKID};
    const HCall& call = a.make("1002", &params);
    office.run();
    EXPECT_EQ(a.info(call).caller.number, "1001") << "it is hidden from others";
    const CallInfo info = b.info(b.h(1));
    EXPECT_EQ(info.caller.flags, LINECALLPARTYID_BLOCKED);
    EXPECT_EQ(info.caller.number, "");
    b.app->answer(b.h(1));
    office.run();
    EXPECT_EQ(b.info(b.h(1)).connected.flags, LINECALLPARTYID_BLOCKED);
}

TEST(Parties, ASecureCallIsSecureForWhoMadeItSo) {  // LINECALLPARAMFLAGS_SECURE
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const CallParams params{.call_param_flags = LINECALLPARAMFLAGS_SECURE};
    const HCall& call = a.make("1002", &params);
    office.run();
    EXPECT_EQ(a.info(call).call_param_flags, LINECALLPARAMFLAGS_SECURE);
    EXPECT_EQ(b.info(b.h(1)).call_param_flags, 0U);
}

TEST(Parties, TheCallersNumberMayComeLate) {  // edge case 23
    pbx::Policy policy;
    policy.caller_id_delay = 2s;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    a.make("1002");
    office.run(1s);
    EXPECT_EQ(b.told(), "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER");
    EXPECT_EQ(b.info(b.h(1)).caller.flags, LINECALLPARTYID_UNKNOWN);
    office.run(3s);
    EXPECT_EQ(b.told(), "INFO h1 CALLERID");
    EXPECT_EQ(b.info(b.h(1)).caller.number, "1001");
}

TEST(Parties, OutsideCallersAreExternal) {
    Office office;
    const auto shown = office.outside("+4930123", {}, {.name = "Berlin"});
    const auto hidden = office.outside("555", {}, {.shows_number = pbx::Disclosure::Withheld});
    const auto far = office.outside("556", {}, {.shows_number = pbx::Disclosure::OutOfArea});
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    office.exchange.outside_calls(shown, "1001");
    office.exchange.outside_calls(hidden, "1002");
    office.exchange.outside_calls(far, "1003");
    office.run();
    const CallInfo known = a.info(a.h(1));
    EXPECT_EQ(known.origin, LINECALLORIGIN_EXTERNAL);
    EXPECT_EQ(known.reason, LINECALLREASON_DIRECT);
    EXPECT_EQ(known.caller.number, "+4930123");
    EXPECT_EQ(known.caller.name, "Berlin");
    EXPECT_NE(known.trunk, 0xFFFF'FFFFU);
    EXPECT_EQ(b.info(b.h(1)).caller.flags, LINECALLPARTYID_BLOCKED);
    EXPECT_EQ(c.info(c.h(1)).caller.flags, LINECALLPARTYID_OUTOFAREA);
}

TEST(Ring, IsToldToTheLineThatRings) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& m = office.monitor(1);
    a.want_everything();
    m.app->set_status_messages(m.line, LINEDEVSTATE_RINGING, 0);
    office.ring(a, b);
    m.told();
    office.run(5s);
    EXPECT_EQ(m.told(), "LDS RINGING 1 1");
    EXPECT_EQ(m.all.back().device, static_cast<std::uint32_t>(m.line));
}

}  // namespace
}  // namespace pbxlab::lines::test
