// Conferences as applications see them (nf-tapi-linesetupconferencew and the pages beside it).
#include "tests/lines/fixture/meeting.h"

namespace pbxlab::lines::test {
namespace {

TEST(SetupConference, FillsBothHandlesWithItsReplyAndSaysNothingBefore) {
    Meeting meeting;
    meeting.first = meeting.office.connect(meeting.a, meeting.b).first;
    EXPECT_GT(meeting.set_up(), 0);
    EXPECT_EQ(meeting.conference, kNoCall);
    EXPECT_EQ(meeting.second, kNoCall);
    EXPECT_EQ(meeting.a.told(), "");
    meeting.office.run(10ms);
    EXPECT_NE(meeting.conference, kNoCall);
    EXPECT_NE(meeting.second, kNoCall);
    meeting.a.name(meeting.conference);
    meeting.a.name(meeting.second);
    EXPECT_TRUE(meeting.a.told().starts_with("REPLY ok; "));
    EXPECT_EQ(meeting.a.state(meeting.conference), "ONHOLDPENDCONF");
    EXPECT_EQ(meeting.a.state(meeting.second), "DIALTONE/NORMAL");
    EXPECT_EQ(meeting.a.status(meeting.first).call_state, LINECALLSTATE_CONFERENCED);
    EXPECT_EQ(Meeting::conference_told(meeting.a, meeting.first), meeting.conference);
    EXPECT_EQ(meeting.b.told(), "CS h1 CONNECTED/ACTIVEHELD") << "it hears hold";
}

TEST(SetupConference, MakesTheRequesterSoleOwnerOfBothCalls) {
    Meeting meeting;
    Seat& monitor = meeting.office.monitor(0);
    meeting.begin();
    for (const HCall call : {meeting.conference, meeting.second}) {
        const CallInfo info = meeting.a.info(call);
        EXPECT_EQ(info.num_owners, 1U);
        EXPECT_EQ(info.num_monitors, 1U);
        EXPECT_EQ(meeting.a.status(call).call_privilege, LINECALLPRIVILEGE_OWNER);
    }
    monitor.told();
    EXPECT_EQ(monitor.status(monitor.h(2)).call_privilege, LINECALLPRIVILEGE_MONITOR);
    EXPECT_EQ(monitor.info(monitor.h(2)).origin, LINECALLORIGIN_CONFERENCE);
}

TEST(SetupConference, TellsMonitorsOfUnknownCallsFirst) {  // reference: tapi2-operations 1.3
    Meeting meeting;
    Seat& monitor = meeting.office.monitor(0);
    meeting.first = meeting.office.connect(meeting.a, meeting.b).first;
    monitor.told();
    EXPECT_GT(meeting.set_up(), 0);
    meeting.office.run(10ms);
    const std::string told = monitor.told();
    EXPECT_TRUE(told.starts_with("NEWCALL h2 MONITOR; CS h2 UNKNOWN p3=MONITOR; ")) << told;
    EXPECT_NE(told.find("NEWCALL h3 MONITOR; CS h3 UNKNOWN p3=MONITOR"), std::string::npos) << told;
    EXPECT_NE(told.find("CS h2 ONHOLDPENDCONF"), std::string::npos) << told;
    EXPECT_EQ(told.find("REPLY"), std::string::npos);
    EXPECT_EQ(Meeting::conference_told(monitor, monitor.h(1)), monitor.h(2))
        << "each is told its own handle";
}

TEST(SetupConference, TheConferenceHasNoSinglePartyAndAnOriginOfItsOwn) {  // call-model 17, 18
    Meeting meeting;
    meeting.meet();
    const CallInfo info = meeting.a.info(meeting.conference);
    EXPECT_EQ(info.origin, LINECALLORIGIN_CONFERENCE);
    EXPECT_EQ(info.connected.flags, LINECALLPARTYID_UNAVAIL);
    EXPECT_EQ(info.related_call_id, meeting.a.info(meeting.first).call_id);
    EXPECT_EQ(meeting.a.info(meeting.second).related_call_id,
              meeting.a.info(meeting.first).call_id);
    EXPECT_EQ(meeting.a.info(meeting.first).connected.number, "1002") << "members keep their own";
    EXPECT_EQ(meeting.a.info(meeting.second).connected.number, "1003");
}

TEST(SetupConference, KeepsItsOriginWhenItIsOver) {
    Meeting meeting;
    meeting.meet();
    EXPECT_GT(meeting.a.app->drop(meeting.conference), 0);
    meeting.office.run();
    EXPECT_EQ(meeting.a.state(meeting.conference), "IDLE");
    EXPECT_EQ(meeting.a.info(meeting.conference).origin, LINECALLORIGIN_CONFERENCE);
    EXPECT_EQ(meeting.related(meeting.a, meeting.conference), "h2") << "a conference in any state";
}

TEST(SetupConference, HoldsNobodyWhereThatIsAskedFor) {  // reference: call-model 4.3
    Meeting meeting;
    meeting.first = meeting.office.connect(meeting.a, meeting.b).first;
    const CallParams params{.call_param_flags = LINECALLPARAMFLAGS_NOHOLDCONFERENCE,
                            .target_address = "1003"};
    EXPECT_GT(meeting.set_up(&params), 0);
    meeting.office.run();
    meeting.name_calls();
    EXPECT_EQ(meeting.a.state(meeting.first), "CONNECTED/ACTIVE");
    EXPECT_EQ(meeting.a.state(meeting.second), "RINGBACK");
    EXPECT_EQ(meeting.b.told(), "");
    meeting.answer(meeting.c);
    EXPECT_EQ(meeting.a.state(meeting.conference), "CONNECTED/ACTIVE");
    for (const HCall member : {meeting.first, meeting.second}) {
        EXPECT_EQ(meeting.a.status(member).call_state, LINECALLSTATE_CONFERENCED);
        EXPECT_EQ(Meeting::conference_told(meeting.a, member), meeting.conference);
    }
}

TEST(SetupConference, VoidsBothHandlesWhenItIsRefusedInTheReply) {  // tapi2-operations 1.1
    Meeting meeting;
    meeting.first = meeting.office.connect(meeting.a, meeting.b).first;
    EXPECT_GT(meeting.a.app->drop(meeting.first), 0);
    EXPECT_GT(meeting.set_up(), 0) << "nothing stands against it yet";
    meeting.office.run();
    EXPECT_EQ(meeting.a.told(), "REPLY ok; CS h1 IDLE; REPLY INVALCALLSTATE");
    EXPECT_EQ(meeting.conference, kNoCall);
    EXPECT_EQ(meeting.second, kNoCall);
}

TEST(SetupConference, StartsFromALineWhereTheProviderSaysSo) {  // LINEADDRCAPFLAGS_SETUPCONFNULL
    Profile profile;
    profile.setup_conf_null = true;
    Meeting meeting{with(profile)};
    EXPECT_GT(meeting.set_up(), 0);
    meeting.office.run();
    EXPECT_EQ(meeting.a.state(meeting.conference), "ONHOLDPENDCONF");
    EXPECT_EQ(meeting.a.state(meeting.second), "DIALTONE/NORMAL");
    EXPECT_EQ(meeting.a.counts(), "1/0/1");
}

TEST(PrepareAddToConference, HoldsTheConferenceAndMakesOneMoreCall) {
    Meeting meeting;
    meeting.meet();
    HCall third = kNoCall;
    EXPECT_GT(meeting.a.app->prepare_add_to_conference(meeting.conference, &third, nullptr), 0);
    EXPECT_EQ(third, kNoCall);
    meeting.office.run();
    EXPECT_EQ(meeting.a.name(third), "h4");
    EXPECT_TRUE(meeting.a.told().starts_with("REPLY ok; "));
    EXPECT_EQ(meeting.a.state(meeting.conference), "ONHOLDPENDCONF");
    EXPECT_EQ(meeting.a.state(third), "DIALTONE/NORMAL");
    EXPECT_EQ(meeting.b.told(), "") << "the members talk on";
    EXPECT_EQ(meeting.related(meeting.a, meeting.conference), "h2 h1 h3")
        << "a consultation call is not in it";
}

TEST(AddToConference, RepliesAndThenTellsBothStates) {
    Meeting meeting;
    meeting.begin();
    meeting.answer(meeting.c);
    EXPECT_GT(meeting.a.app->add_to_conference(meeting.conference, meeting.second), 0);
    meeting.office.run();
    const std::string told = meeting.a.told();
    EXPECT_TRUE(told.starts_with("REPLY ok; ")) << told;
    EXPECT_EQ(meeting.a.state(meeting.conference), "CONNECTED/ACTIVE");
    EXPECT_EQ(Meeting::conference_told(meeting.a, meeting.second), meeting.conference);
    EXPECT_EQ(meeting.b.told(), "CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(meeting.a.counts(), "3/0/0") << "CONFERENCED calls count as active";
}

TEST(AddToConference, NamesNoConferenceToWhoHasNoHandleOfIt) {  // call-model 4.2
    Meeting meeting;
    meeting.begin();
    meeting.answer(meeting.c);
    Seat& monitor = meeting.office.monitor(0);
    CallList list;
    EXPECT_EQ(monitor.app->get_new_calls(monitor.line, 0, LINECALLSELECT_LINE, &list), 0);
    ASSERT_EQ(list.calls.size(), 3U);
    for (const HCall call : list.calls) monitor.name(call);
    EXPECT_EQ(monitor.app->deallocate_call(monitor.h(2)), 0);
    EXPECT_GT(meeting.a.app->add_to_conference(meeting.conference, meeting.second), 0);
    meeting.office.run();
    monitor.told();
    meeting.a.told();
    EXPECT_EQ(monitor.status(monitor.h(3)).call_state, LINECALLSTATE_CONFERENCED);
    EXPECT_EQ(Meeting::conference_told(monitor, monitor.h(3)), kNoCall);
    EXPECT_EQ(Meeting::conference_told(meeting.a, meeting.second), meeting.conference);
}

TEST(RemoveFromConference, EndsTheCallAndTheConferenceCollapses) {
    Meeting meeting;
    meeting.meet();
    EXPECT_GT(meeting.a.app->remove_from_conference(meeting.second), 0);
    meeting.office.run();
    EXPECT_TRUE(meeting.a.told().starts_with("REPLY ok; CS h3 IDLE; "));
    EXPECT_EQ(meeting.a.state(meeting.conference), "IDLE");
    EXPECT_EQ(meeting.a.state(meeting.first), "CONNECTED/ACTIVE");
    EXPECT_EQ(meeting.c.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(RemoveFromConference, LeavesTheStateThatTheCapabilitiesName) {  // dwRemoveFromConfState
    using Row = std::pair<pbx::RemovedTo, const char*>;
    for (const auto& [to, state] :
         {Row{pbx::RemovedTo::Released, "IDLE"}, Row{pbx::RemovedTo::Held, "ONHOLD"},
          Row{pbx::RemovedTo::Connected, "CONNECTED/ACTIVE"}}) {
        Meeting meeting{Meeting::with_policy({.conference_collapses = false, .removed_to = to})};
        meeting.meet();
        EXPECT_GT(meeting.a.app->remove_from_conference(meeting.second), 0);
        meeting.office.run();
        EXPECT_EQ(meeting.a.state(meeting.second), state);
        AddressCaps caps;
        EXPECT_EQ(meeting.a.app->get_address_caps(0, 0, kTapi22, 0, &caps), 0);
        EXPECT_EQ(caps.remove_from_conf_state, meeting.a.status(meeting.second).call_state);
    }
}

}  // namespace
}  // namespace pbxlab::lines::test
