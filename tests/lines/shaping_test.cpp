// How a provider's habits change what is told (reference: tapi2-operations Appendix A).
#include "lines/shaping.h"

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

// What A is told of a call to B that is answered after three seconds and then dropped by A.
std::string course(const Profile& profile) {
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    a.make("1002");
    office.run(3s);
    b.app->answer(b.h(1));
    office.run();
    a.app->drop(a.h(1));
    office.run();
    return a.told();
}

TEST(Shaping, StatesThatAProviderNeverReportsAreLeftOut) {  // edge case 5
    Profile profile;
    profile.outbound_states = LINECALLSTATE_DIALING;
    EXPECT_EQ(course(profile),
              "REPLY ok; CS h1 DIALING; CS h1 CONNECTED/ACTIVE; "
              "INFO h1 CONNECTEDID; REPLY ok; CS h1 IDLE");
    profile.outbound_states = 0;
    EXPECT_EQ(course(profile),
              "REPLY ok; CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID; REPLY ok; CS h1 IDLE");
    profile.outbound_states = LINECALLSTATE_DIALTONE | LINECALLSTATE_RINGBACK;
    EXPECT_EQ(course(profile),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 RINGBACK; "
              "CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID; REPLY ok; CS h1 IDLE");
}

TEST(Shaping, AProviderWithoutCallProgressIsConnectedWhenItHasDialled) {
    Profile profile;
    profile.connect_on_dial_end = true;
    EXPECT_EQ(course(profile),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; "
              "CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID; REPLY ok; CS h1 IDLE");
}

TEST(Shaping, WhatSuchAProviderCannotHearIsNotToldLater) {
    Profile profile;
    profile.connect_on_dial_end = true;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& busy = a.make("1001");
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 CONNECTED/ACTIVE");
    a.app->drop(busy);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
    const CallParams params{.no_answer_timeout = 5};
    a.make("1002", &params);
    office.run(10s);
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h2 DIALTONE/NORMAL; CS h2 DIALING; CS h2 CONNECTED/ACTIVE; "
              "CS h2 DISCONNECTED/NOANSWER");
}

TEST(Shaping, ADropMayBeToldInTwoSteps) {
    Profile profile;
    profile.drop_reports_disconnected = true;
    EXPECT_TRUE(course(profile).ends_with("REPLY ok; CS h1 DISCONNECTED/NORMAL; CS h1 IDLE"));
}

TEST(Shaping, ADisconnectedCallIsDroppedInOneStep) {
    Profile profile;
    profile.drop_reports_disconnected = true;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    b.app->drop(other);
    office.run();
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/NORMAL; REPLY ok; CS h1 IDLE");
}

TEST(Shaping, AnAbandonedCallMayGoInOneStep) {  // edge case 11
    Profile profile;
    profile.abandon_style = AbandonStyle::Idle;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.ring(b, a).first;
    b.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 IDLE");
}

TEST(Shaping, RingsMayBeCountedFromOne) {  // edge case 160, Appendix B-20
    for (const std::uint32_t base : {0U, 1U}) {
        Profile profile;
        profile.ring_count_base = base;
        Office office{with(profile)};
        Seat& a = office.open(0);
        Seat& b = office.open(1);
        a.app->set_status_messages(a.line, LINEDEVSTATE_RINGING, 0);
        b.make("1001");
        office.run(14s);
        EXPECT_EQ(a.told(), base == 0 ? "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER; LDS "
                                        "RINGING 1 0; LDS RINGING 1 1; LDS RINGING 1 2"
                                      : "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER; LDS "
                                        "RINGING 1 1; LDS RINGING 1 2; LDS RINGING 1 3");
        a.app->answer(a.h(1));
        office.run(60s);
        EXPECT_EQ(a.told(), "REPLY ok; CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID");
    }
}

TEST(Shaping, OlderVersionsAreToldModesTheyKnow) {  // call-model 2; edge case 37
    EXPECT_EQ(mode_for(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_BLOCKED, kTapi14),
              LINEDISCONNECTMODE_UNKNOWN);
    EXPECT_EQ(mode_for(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_OUTOFORDER, kTapi14),
              LINEDISCONNECTMODE_UNKNOWN);
    EXPECT_EQ(mode_for(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_OUTOFORDER, kTapi20),
              LINEDISCONNECTMODE_OUTOFORDER);
    EXPECT_EQ(mode_for(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_NODIALTONE, kTapi13),
              LINEDISCONNECTMODE_UNKNOWN);
    EXPECT_EQ(mode_for(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_NODIALTONE, kTapi14),
              LINEDISCONNECTMODE_NODIALTONE);
    EXPECT_EQ(mode_for(LINECALLSTATE_DISCONNECTED, LINEDISCONNECTMODE_REJECT, kTapi13),
              LINEDISCONNECTMODE_REJECT);
    EXPECT_EQ(mode_for(LINECALLSTATE_CONNECTED, LINECONNECTEDMODE_ACTIVEHELD, kTapi14),
              LINECONNECTEDMODE_ACTIVE);
    EXPECT_EQ(mode_for(LINECALLSTATE_OFFERING, LINEOFFERINGMODE_ACTIVE, kTapi13), 0U);
    EXPECT_EQ(mode_for(LINECALLSTATE_OFFERING, LINEOFFERINGMODE_ACTIVE, kTapi14),
              LINEOFFERINGMODE_ACTIVE);
    EXPECT_EQ(mode_for(LINECALLSTATE_BUSY, LINEBUSYMODE_TRUNK, kTapi13), LINEBUSYMODE_TRUNK);
}

TEST(Shaping, StatusTellsTheModeThatTheMessageTold) {
    Office office;
    office.outside("5551234", {.does = pbx::OutsideScript::Does::OutOfOrder});
    Seat& old = office.open(0, {.version = kTapi14});
    Seat& newer = office.monitor(0);
    const HCall& call = old.make("95551234");
    office.run();
    EXPECT_TRUE(old.told().ends_with("CS h1 DISCONNECTED/UNKNOWN"));
    EXPECT_TRUE(newer.told().ends_with("CS h1 DISCONNECTED/OUTOFORDER"));
    EXPECT_EQ(old.state(call), "DISCONNECTED/UNKNOWN");
    EXPECT_EQ(newer.state(newer.h(1)), "DISCONNECTED/OUTOFORDER");
}

}  // namespace
}  // namespace pbxlab::lines::test
