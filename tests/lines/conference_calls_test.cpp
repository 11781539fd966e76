// The calls of a conference: their features, who lists them, how they come from transfers and end.
#include "tests/lines/fixture/meeting.h"

namespace pbxlab::lines::test {
namespace {

// --- the features of each call

TEST(ConferenceFeatures, AreThoseOfConferencesAndTheirMembers) {  // reference: call-model 6
    constexpr std::uint32_t kOf = LINECALLFEATURE_SETUPCONF | LINECALLFEATURE_PREPAREADDCONF |
                                  LINECALLFEATURE_ADDTOCONF | LINECALLFEATURE_REMOVEFROMCONF |
                                  LINECALLFEATURE_UNHOLD | LINECALLFEATURE_SETUPTRANSFER |
                                  LINECALLFEATURE_PARK | LINECALLFEATURE_BLINDTRANSFER;
    Meeting meeting;
    const auto features = [&](HCall call) {
        return bit_words("LINECALLFEATURE", meeting.a.status(call).call_features & kOf);
    };
    meeting.begin();
    EXPECT_EQ(features(meeting.first), "REMOVEFROMCONF|UNHOLD");
    EXPECT_EQ(features(meeting.conference), "ADDTOCONF|UNHOLD");
    EXPECT_EQ(features(meeting.second), "ADDTOCONF");
    meeting.answer(meeting.c);
    EXPECT_GT(meeting.a.app->add_to_conference(meeting.conference, meeting.second), 0);
    meeting.office.run();
    EXPECT_EQ(features(meeting.first), "REMOVEFROMCONF");
    EXPECT_EQ(features(meeting.conference), "PREPAREADDCONF");
    EXPECT_EQ(features(meeting.second), "REMOVEFROMCONF");
}

// --- lineGetConfRelatedCalls

TEST(GetConfRelatedCalls, ListsTheConferenceAndThenItsMembers) {
    Meeting meeting;
    meeting.begin();
    EXPECT_EQ(meeting.related(meeting.a, meeting.first), "h2 h1");
    EXPECT_EQ(meeting.related(meeting.a, meeting.second), "NOCONFERENCE") << "not yet added";
    meeting.answer(meeting.c);
    EXPECT_GT(meeting.a.app->add_to_conference(meeting.conference, meeting.second), 0);
    EXPECT_EQ(meeting.related(meeting.a, meeting.conference), "h2 h1") << "edge case 65";
    meeting.office.run();
    for (const HCall call : {meeting.conference, meeting.first, meeting.second})
        EXPECT_EQ(meeting.related(meeting.a, call), "h2 h1 h3");
    EXPECT_EQ(meeting.list.needed_size, 24U + 3 * 4);
    EXPECT_EQ(meeting.list.used_size, 24U + 3 * 4);
    EXPECT_EQ(meeting.related(meeting.b, meeting.b.h(1)), "NOCONFERENCE")
        << "the other end has an ordinary call";
}

TEST(GetConfRelatedCalls, FillsWhatThereIsRoomFor) {  // reference: tapi2-operations 1.6
    Meeting meeting;
    meeting.meet();
    EXPECT_EQ(meeting.related(meeting.a, meeting.first, 23), "STRUCTURETOOSMALL");
    EXPECT_EQ(meeting.related(meeting.a, meeting.first, 24), "");
    EXPECT_EQ(meeting.list.needed_size, 36U);
    EXPECT_EQ(meeting.list.used_size, 24U);
    EXPECT_EQ(meeting.related(meeting.a, meeting.first, 36), "h2 h1 h3");
    EXPECT_EQ(meeting.list.used_size, 36U);
}

TEST(GetConfRelatedCalls, GivesHandlesToMonitorWith) {
    Meeting meeting;
    meeting.meet();
    Seat& late = meeting.office.monitor(0);
    CallList list;
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    ASSERT_EQ(list.calls.size(), 3U);
    for (const std::size_t give_up : {1U, 2U})
        EXPECT_EQ(late.app->deallocate_call(list.calls[give_up]), 0);
    late.name(list.calls[0]);
    meeting.a.told();
    EXPECT_EQ(meeting.related(late, late.h(1)), "h2 h1 h3");
    for (const std::size_t n : {2U, 3U})
        EXPECT_EQ(late.status(late.h(n)).call_privilege, LINECALLPRIVILEGE_MONITOR);
    EXPECT_EQ(meeting.a.told(), "INFO h2 NUMMONITORS; INFO h3 NUMMONITORS");
    EXPECT_EQ(late.told(), "");
    EXPECT_EQ(meeting.related(late, late.h(1)), "h2 h1 h3") << "the same handles";
    EXPECT_EQ(meeting.a.told(), "");
}

TEST(GetConfRelatedCalls, GivesNoHandlesThatItHasNoRoomToReturn) {
    Meeting meeting;
    meeting.meet();
    Seat& late = meeting.office.monitor(0);
    CallList list;
    EXPECT_EQ(late.app->get_new_calls(late.line, 0, LINECALLSELECT_LINE, &list), 0);
    ASSERT_EQ(list.calls.size(), 3U);
    for (const std::size_t give_up : {1U, 2U})
        EXPECT_EQ(late.app->deallocate_call(list.calls[give_up]), 0);
    meeting.a.told();
    late.name(list.calls[0]);
    EXPECT_EQ(meeting.related(late, list.calls[0], 28), "h2");
    EXPECT_EQ(meeting.list.needed_size, 36U);
    EXPECT_EQ(meeting.a.info(meeting.second).num_monitors, 0U);
}

// --- a transfer becomes a conference

TEST(TransferToConference, FillsTheConferenceWithItsReply) {  // nf-tapi-linecompletetransfer
    Meeting meeting;
    Seat& monitor = meeting.office.monitor(0);
    meeting.first = meeting.office.connect(meeting.a, meeting.b).first;
    EXPECT_GT(meeting.a.app->setup_transfer(meeting.first, &meeting.second, nullptr), 0);
    meeting.office.run();
    meeting.a.told();
    meeting.a.name(meeting.second);
    EXPECT_GT(meeting.a.app->dial(meeting.second, "1003", 0), 0);
    meeting.office.run();
    meeting.answer(meeting.c);
    monitor.told();
    EXPECT_GT(meeting.a.app->complete_transfer(meeting.first, meeting.second, &meeting.conference,
                                               LINETRANSFERMODE_CONFERENCE),
              0);
    EXPECT_EQ(meeting.conference, kNoCall);
    meeting.office.run();
    EXPECT_EQ(meeting.a.name(meeting.conference), "h3");
    EXPECT_TRUE(meeting.a.told().starts_with("REPLY ok; "));
    EXPECT_EQ(meeting.a.state(meeting.conference), "CONNECTED/ACTIVE");
    for (const HCall member : {meeting.first, meeting.second})
        EXPECT_EQ(Meeting::conference_told(meeting.a, member), meeting.conference);
    EXPECT_EQ(meeting.related(meeting.a, meeting.first), "h3 h1 h2");
    EXPECT_TRUE(monitor.told().starts_with("NEWCALL h3 MONITOR; CS h3 UNKNOWN p3=MONITOR; "));
    EXPECT_EQ(Meeting::conference_told(monitor, monitor.h(1)), monitor.h(3));
}

// --- leaving

TEST(ConferenceDrop, EndsAllCallsOfTheStation) {  // reference: tapi2-operations, lineDrop
    for (const bool drops : {true, false}) {
        Meeting meeting{Meeting::with_policy({.conference_drops = drops})};
        meeting.meet();
        EXPECT_GT(meeting.a.app->drop(meeting.conference), 0);
        meeting.office.run();
        for (const HCall call : {meeting.first, meeting.conference, meeting.second})
            EXPECT_EQ(meeting.a.state(call), "IDLE");
        EXPECT_EQ(meeting.b.state(meeting.b.h(1)),
                  drops ? "DISCONNECTED/NORMAL" : "CONNECTED/ACTIVE");
        EXPECT_EQ(meeting.c.state(meeting.c.h(1)),
                  drops ? "DISCONNECTED/NORMAL" : "CONNECTED/ACTIVE");
        if (!drops) {
            EXPECT_EQ(meeting.b.info(meeting.b.h(1)).connected.number, "1003");
            EXPECT_EQ(meeting.c.info(meeting.c.h(1)).connected.number, "1002");
        }
        EXPECT_EQ(meeting.a.counts(), "0/0/0");
    }
}

TEST(ConferenceDrop, OfTheLastHandleOfTheConferenceLeavesTheMembers) {  // edge case 71
    Meeting meeting;
    meeting.meet();
    EXPECT_EQ(meeting.a.app->deallocate_call(meeting.conference), 0);
    meeting.office.run();
    EXPECT_EQ(meeting.a.status(meeting.first).call_state, LINECALLSTATE_CONFERENCED);
    EXPECT_EQ(meeting.b.state(meeting.b.h(1)), "CONNECTED/ACTIVE");
    EXPECT_EQ(meeting.related(meeting.a, meeting.first), "h4 h1 h3")
        << "the conference gets a handle again";
}

}  // namespace
}  // namespace pbxlab::lines::test
