// Lines that come, go and change while applications run (reference: edge-cases 11; line-create,
// line-remove, linedevstate--constants).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

pbx::StationId station_of(Office& office, const char* number) {
    const pbx::StationId station = office.exchange.add_station({.name = number});
    EXPECT_TRUE(office.exchange.add_address(station, {.number = number}).has_value());
    return station;
}

TEST(CreatedLine, IsToldToEveryApplicationInTheWordsOfItsVersion) {
    Office office;
    Seat& seat = office.open(0);
    Application* old = nullptr;
    ASSERT_EQ(office.telephony.initialize({.module = "old.exe", .api_version = kTapi13}, &old), 0);
    const std::uint32_t device =
        office.telephony.create_line(station_of(office, "1009"), Profile{});
    EXPECT_EQ(device, 3U);
    seat.told();
    ASSERT_EQ(seat.all.size(), 1U);
    EXPECT_EQ(seat.all[0].id, LINE_CREATE);
    EXPECT_EQ(seat.all[0].device, 0U);
    EXPECT_EQ(seat.all[0].param1, 3U);
    Message told;
    ASSERT_EQ(old->get_message(&told), 0);
    EXPECT_EQ(told.id, LINE_LINEDEVSTATE);
    EXPECT_EQ(told.param1, LINEDEVSTATE_REINIT);
    EXPECT_EQ(told.param2, LINE_CREATE);
    EXPECT_EQ(told.param3, 3U);
    Seat& there = office.open(*seat.app, device);
    seat.make("1009");
    office.run();
    EXPECT_NE(there.told().find("OFFERING"), std::string::npos);
}

TEST(RemovedLine, IsClosedThenGoneWithAllItsCalls) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [from, to] = office.connect(a, b);
    b.told();
    office.telephony.remove_line(1);
    office.check();
    EXPECT_EQ(b.told().substr(0, 5), "CLOSE");
    EXPECT_EQ(b.all.back().id, LINE_REMOVE);
    EXPECT_EQ(b.all.back().param1, 1U);
    std::uint32_t version = 0;
    EXPECT_EQ(outcome(b.app->negotiate_api_version(1, kTapi13, kTapi22, &version)), "NODEVICE");
    CallStatus status;
    EXPECT_EQ(outcome(b.app->get_call_status(to, &status)), "INVALCALLHANDLE");
    office.run();
    EXPECT_EQ(a.state(from), "DISCONNECTED/NORMAL") << "the owner's leaving drops the call";
    a.told();
    office.telephony.remove_line(1);
    EXPECT_EQ(a.told(), "") << "it is gone already";
}

TEST(RemovedLine, TakesItsOutstandingRequestsWithIt) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [from, to] = office.connect(a, b);
    EXPECT_GT(b.app->hold(to), 0);
    HCall made{};
    EXPECT_GT(b.app->make_call(b.line, &made, "1003", 0, nullptr), 0);
    office.telephony.remove_line(1);
    office.run();
    EXPECT_EQ(b.told().find("REPLY"), std::string::npos);
    EXPECT_EQ(a.status(from).call_state, LINECALLSTATE_DISCONNECTED);
    Seat& again = office.open(*b.app, 2);
    a.make("1003");
    office.run();
    EXPECT_NE(again.told().find("OFFERING"), std::string::npos);
}

TEST(Reinit, LastsUntilEverybodyHasShutDown) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.telephony.request_reinit();
    EXPECT_EQ(a.told(), "LDS REINIT");
    HLine line{};
    EXPECT_EQ(outcome(a.app->open(0, &line, kTapi22, 0, 0, LINECALLPRIVILEGE_NONE, 0, nullptr)),
              "REINIT");
    a.app->shutdown();
    Application* app = nullptr;
    EXPECT_EQ(outcome(office.telephony.initialize({.module = "a.exe"}, &app)), "REINIT");
    b.app->shutdown();
    EXPECT_EQ(outcome(office.telephony.initialize({.module = "a.exe"}, &app)), "ok");
}

TEST(Reinit, ConcernsNobodyWhereNobodyRuns) {
    Office office;
    office.telephony.request_reinit();
    Application* app = nullptr;
    EXPECT_EQ(outcome(office.telephony.initialize({.module = "a.exe"}, &app)), "ok");
}

TEST(Link, HidesWhatHappensUntilItIsBack) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [from, to] = office.connect(a, b);
    b.want_everything();
    office.telephony.set_connected(1, false);
    EXPECT_EQ(b.told(), "LDS DISCONNECTED");
    a.app->drop(from);
    office.run(30s);
    EXPECT_EQ(b.told(), "");
    EXPECT_EQ(b.state(to), "CONNECTED/ACTIVE");
    office.telephony.set_connected(1, true);
    office.check();
    EXPECT_EQ(b.told(), "LDS CONNECTED; CS h1 DISCONNECTED/NORMAL");
    office.telephony.set_connected(1, true);
    EXPECT_EQ(b.told(), "") << "nothing changes";
}

// A call that came and went unseen was never there; one whose slot another has taken is not
// mistaken for it.
TEST(Link, CatchesUpWithCallsThatAreNoMore) {
    OfficeSpec spec;
    spec.policy.clear_release_limit = 1s;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    const auto [from, to] = office.connect(a, b);
    office.telephony.set_connected(1, false);
    a.app->drop(from);
    office.run(10s);
    c.make("1002");
    office.run();
    office.telephony.set_connected(1, true);
    office.check();
    EXPECT_EQ(b.told(), "CS h1 IDLE; NEWCALL h2 OWNER; CS h2 OFFERING/ACTIVE p3=OWNER");
    EXPECT_EQ(b.counts(), "1/0/0");
    EXPECT_EQ(b.status(to).call_state, LINECALLSTATE_IDLE);
}

TEST(Capabilities, ChangeForTheLineAndEachOfItsAddresses) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Office office{spec};
    Seat& seat = office.open(0);
    Seat& old = office.open(0, {.version = kTapi13});
    seat.want_everything();
    seat.told();
    Profile less;
    less.dial_billing = false;
    office.telephony.change_profile(0, less);
    EXPECT_EQ(seat.told(), "LDS CAPSCHANGE; AS 0 CAPSCHANGE; AS 1 CAPSCHANGE");
    EXPECT_EQ(old.told(), "LDS REINIT 8 1048576; LDS REINIT; LDS REINIT 0 1");
    EXPECT_EQ(office.telephony.profile_of(0), less);
    DevCaps caps;
    seat.app->get_dev_caps(0, kTapi22, 0, &caps);
    EXPECT_EQ(caps.dev_cap_flags & LINEDEVCAPFLAGS_DIALBILLING, 0U);
    office.telephony.change_profile(0, less);
    EXPECT_EQ(seat.told(), "");
}

TEST(Lamp, IsSetByApplications) {
    Office office;
    Seat& seat = office.open(0);
    Seat& monitor = office.monitor(0);
    for (const Seat* each : {&seat, &monitor})
        each->app->set_status_messages(each->line, LINEDEVSTATE_MSGWAITON | LINEDEVSTATE_MSGWAITOFF,
                                       0);
    const auto lit = [&seat] {
        LineDevStatus status;
        EXPECT_EQ(seat.app->get_line_dev_status(seat.line, &status), 0);
        return (status.dev_status_flags & LINEDEVSTATUSFLAGS_MSGWAIT) != 0;
    };
    EXPECT_GT(seat.app->set_line_dev_status(seat.line, LINEDEVSTATUSFLAGS_MSGWAIT, true), 0);
    EXPECT_FALSE(lit()) << "not before the reply";
    office.run();
    EXPECT_EQ(seat.told(), "REPLY ok; LDS MSGWAITON");
    EXPECT_EQ(monitor.told(), "LDS MSGWAITON");
    EXPECT_TRUE(lit());
    EXPECT_TRUE(office.exchange.station(office.station(0)).message_waiting);
    EXPECT_FALSE(office.exchange.station(office.station(1)).message_waiting);
    EXPECT_GT(monitor.app->set_line_dev_status(monitor.line, LINEDEVSTATUSFLAGS_MSGWAIT, false), 0);
    office.run();
    EXPECT_EQ(seat.told(), "LDS MSGWAITOFF") << "a line is whoever's that has it open";
    EXPECT_FALSE(lit());
    EXPECT_GT(seat.app->set_line_dev_status(seat.line, LINEDEVSTATUSFLAGS_MSGWAIT, false), 0);
    office.run();
    EXPECT_EQ(seat.told(), "REPLY ok") << "nothing has changed";
}

TEST(Lamp, IsOfferedWhereTheProviderKnowsOfIt) {
    Profile profile;
    for (const bool known : {true, false}) {
        profile.message_waiting = known;
        Office office{with(profile)};
        Seat& seat = office.open(0);
        DevCaps caps;
        seat.app->get_dev_caps(0, kTapi22, 0, &caps);
        EXPECT_EQ(caps.settable_dev_status, known ? LINEDEVSTATUSFLAGS_MSGWAIT : 0U);
        EXPECT_EQ((caps.line_features & LINEFEATURE_SETDEVSTATUS) != 0, known);
        EXPECT_EQ(
            outcome(seat.app->set_line_dev_status(seat.line, LINEDEVSTATUSFLAGS_MSGWAIT, true)),
            known ? "asked" : "OPERATIONUNAVAIL");
        seat.app->get_dev_caps(0, kTapi14, 0, &caps);
        EXPECT_EQ(caps.settable_dev_status, 0U) << "it came with 2.0";
    }
}

TEST(Lamp, IsNotSetWhenTheProviderHasLostSightOfItMeanwhile) {
    Office office;
    Seat& seat = office.open(0);
    EXPECT_GT(seat.app->set_line_dev_status(seat.line, LINEDEVSTATUSFLAGS_MSGWAIT, true), 0);
    Profile less;
    less.message_waiting = false;
    office.telephony.change_profile(0, less);
    office.run();
    EXPECT_EQ(seat.told(), "REPLY OPERATIONFAILED");
    EXPECT_FALSE(office.exchange.station(office.station(0)).message_waiting);
}

TEST(Lamp, MakesTheDialToneSpecialWhereTheProviderSaysSo) {
    Profile profile;
    profile.special_dial_tone = true;
    Office office{with(profile)};
    Seat& seat = office.open(0);
    office.exchange.set_message_waiting(office.station(0), true);
    const HCall& call = seat.make(nullptr);
    office.run(1s);
    EXPECT_EQ(seat.state(call), "DIALTONE/SPECIAL");
    AddressCaps caps;
    seat.app->get_address_caps(0, 0, kTapi22, 0, &caps);
    EXPECT_EQ(caps.dial_tone_modes, LINEDIALTONEMODE_NORMAL | LINEDIALTONEMODE_SPECIAL);
}

}  // namespace
}  // namespace pbxlab::lines::test
