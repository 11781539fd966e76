// The tables of states and causes (reference: tapi3-operations 2.1, 2.2 and 2.4), each row of them.
#include "lines/tapi3/fold.h"

#include <array>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace pbxlab::lines::tapi3 {
namespace {

std::string shown(const LineState& from, const Tapi3Habits& habits = {}) {
    const auto to = fold(from, habits);
    return to ? std::string{tapi_word("CALL_STATE", *to)} : "nothing";
}

// Every LINECALLSTATE_ with its CALL_STATE (2.2).
const std::map<std::uint32_t, std::string>& states() {
    static const std::map<std::uint32_t, std::string> kStates = {
        {LINECALLSTATE_IDLE, "CS_DISCONNECTED"},
        {LINECALLSTATE_OFFERING, "CS_OFFERING"},
        {LINECALLSTATE_ACCEPTED, "CS_OFFERING"},
        {LINECALLSTATE_DIALTONE, "CS_INPROGRESS"},
        {LINECALLSTATE_DIALING, "CS_INPROGRESS"},
        {LINECALLSTATE_RINGBACK, "CS_INPROGRESS"},
        {LINECALLSTATE_BUSY, "CS_DISCONNECTED"},
        {LINECALLSTATE_SPECIALINFO, "CS_INPROGRESS"},
        {LINECALLSTATE_CONNECTED, "CS_CONNECTED"},
        {LINECALLSTATE_PROCEEDING, "CS_INPROGRESS"},
        {LINECALLSTATE_ONHOLD, "CS_HOLD"},
        {LINECALLSTATE_CONFERENCED, "CS_CONNECTED"},
        {LINECALLSTATE_ONHOLDPENDCONF, "CS_HOLD"},
        {LINECALLSTATE_ONHOLDPENDTRANSFER, "CS_HOLD"},
        {LINECALLSTATE_DISCONNECTED, "CS_DISCONNECTED"},
        {LINECALLSTATE_UNKNOWN, "nothing"},
    };
    return kStates;
}

TEST(Tapi3Fold, HasARowForEveryStateOfTapi2) {
    std::size_t rows = 0;
    for (const TapiName& name : tapi_group("LINECALLSTATE")) {
        const auto row = states().find(name.value);
        ASSERT_NE(row, states().end()) << name.full;
        EXPECT_EQ(shown({.state = name.value}), row->second) << name.full;
        EXPECT_NE(shown({.state = name.value}), "CS_IDLE") << name.full;
        ++rows;
    }
    EXPECT_EQ(rows, states().size());
}

TEST(Tapi3Fold, LosesTheModeOfAConnectedCall) {
    for (const std::uint32_t mode :
         {LINECONNECTEDMODE_ACTIVE, LINECONNECTEDMODE_INACTIVE, LINECONNECTEDMODE_ACTIVEHELD})
        EXPECT_EQ(shown({.state = LINECALLSTATE_CONNECTED, .mode = mode}), "CS_CONNECTED");
}

// P3
TEST(Tapi3Fold, ShowsSpecialInformationAsTheProviderHasIt) {
    Tapi3Habits habits;
    habits.special_info = CS_DISCONNECTED;
    EXPECT_EQ(shown({.state = LINECALLSTATE_SPECIALINFO}, habits), "CS_DISCONNECTED");
}

// P8
TEST(Tapi3Fold, HoldsMembersWithTheirConference) {
    const LineState held{.state = LINECALLSTATE_CONFERENCED, .conference_held = true};
    EXPECT_EQ(shown(held), "CS_HOLD");
    Tapi3Habits habits;
    habits.members_hold = false;
    EXPECT_EQ(shown(held, habits), "CS_CONNECTED");
    EXPECT_EQ(shown({.state = LINECALLSTATE_CONNECTED, .conference_held = true}), "CS_CONNECTED");
}

// P27
TEST(Tapi3Fold, ShowsWhatBeginsOnAQueueAsQueued) {
    Tapi3Habits habits;
    for (const std::uint32_t state : {LINECALLSTATE_OFFERING, LINECALLSTATE_ONHOLD}) {
        EXPECT_EQ(shown({.state = state, .first_on_queue = true}), "CS_QUEUED");
        habits.queue_state = false;
        EXPECT_EQ(shown({.state = state, .first_on_queue = true}, habits), shown({.state = state}));
        habits.queue_state = true;
    }
}

// 2.1. A call can begin queued, although no row of the page leads there (reference: 19).
TEST(Tapi3Fold, KnowsTheTransitionsOfTheTable) {
    const std::map<std::uint32_t, std::set<std::uint32_t>> table = {
        {CS_IDLE, {CS_INPROGRESS, CS_CONNECTED, CS_DISCONNECTED, CS_OFFERING, CS_HOLD, CS_QUEUED}},
        {CS_INPROGRESS, {CS_CONNECTED, CS_DISCONNECTED, CS_HOLD}},
        {CS_CONNECTED, {CS_HOLD, CS_DISCONNECTED}},
        {CS_OFFERING, {CS_CONNECTED, CS_DISCONNECTED, CS_HOLD}},
        {CS_HOLD, {CS_CONNECTED, CS_DISCONNECTED}},
        {CS_QUEUED, {CS_CONNECTED, CS_DISCONNECTED, CS_HOLD}},
        {CS_DISCONNECTED, {}},
    };
    for (const TapiName& from : tapi_group("CALL_STATE")) {
        for (const TapiName& to : tapi_group("CALL_STATE")) {
            EXPECT_EQ(may_follow(from.value, to.value), table.at(from.value).contains(to.value))
                << from.full << " to " << to.full;
        }
    }
}

std::string cause(const Ended& ended, const Tapi3Habits& habits = {}) {
    const std::uint32_t value = disconnect_cause(ended, habits);
    EXPECT_NE(value, CEC_NONE);
    std::string word{tapi_word("CALL_STATE_EVENT_CAUSE", value)};
    constexpr std::string_view kPrefix = "CEC_DISCONNECT_";
    return word.starts_with(kPrefix) ? word.substr(kPrefix.size()) : word;
}

// How an outgoing attempt ends that is disconnected with this mode.
Ended failed(std::uint32_t mode, bool connected = false) {
    return {.state = LINECALLSTATE_DISCONNECTED,
            .mode = mode,
            .before = connected ? CS_CONNECTED : CS_INPROGRESS,
            .outgoing = true,
            .connected = connected};
}

// 2.4, every LINEDISCONNECTMODE_
TEST(Tapi3Cause, HasARowForEveryModeOfTapi2) {
    const std::map<std::uint32_t, std::string> rows = {
        {LINEDISCONNECTMODE_NORMAL, "NORMAL"},
        {LINEDISCONNECTMODE_UNKNOWN, "FAILED"},
        {LINEDISCONNECTMODE_REJECT, "REJECTED"},
        {LINEDISCONNECTMODE_PICKUP, "NORMAL"},
        {LINEDISCONNECTMODE_FORWARDED, "NORMAL"},
        {LINEDISCONNECTMODE_BUSY, "BUSY"},
        {LINEDISCONNECTMODE_NOANSWER, "NOANSWER"},
        {LINEDISCONNECTMODE_BADADDRESS, "BADADDRESS"},
        {LINEDISCONNECTMODE_UNREACHABLE, "FAILED"},
        {LINEDISCONNECTMODE_CONGESTION, "FAILED"},
        {LINEDISCONNECTMODE_INCOMPATIBLE, "FAILED"},
        {LINEDISCONNECTMODE_UNAVAIL, "FAILED"},
        {LINEDISCONNECTMODE_NODIALTONE, "FAILED"},
        {LINEDISCONNECTMODE_NUMBERCHANGED, "BADADDRESS"},
        {LINEDISCONNECTMODE_OUTOFORDER, "FAILED"},
        {LINEDISCONNECTMODE_TEMPFAILURE, "FAILED"},
        {LINEDISCONNECTMODE_QOSUNAVAIL, "FAILED"},
        {LINEDISCONNECTMODE_BLOCKED, "BLOCKED"},
        {LINEDISCONNECTMODE_DONOTDISTURB, "FAILED"},
        {LINEDISCONNECTMODE_CANCELLED, "CANCELLED"},
    };
    std::size_t found = 0;
    for (const TapiName& mode : tapi_group("LINEDISCONNECTMODE")) {
        const auto row = rows.find(mode.value);
        ASSERT_NE(row, rows.end()) << mode.full;
        EXPECT_EQ(cause(failed(mode.value)), row->second) << mode.full;
        ++found;
    }
    EXPECT_EQ(found, rows.size());
}

TEST(Tapi3Cause, OfABusyPartyIsBusyWhateverWentBefore) {
    for (const bool connected : {true, false})
        EXPECT_EQ(cause({.state = LINECALLSTATE_BUSY, .connected = connected}), "BUSY");
}

TEST(Tapi3Cause, OfAnUnknownReasonDependsOnWhetherPartiesHadTalked) {
    EXPECT_EQ(cause(failed(LINEDISCONNECTMODE_UNKNOWN, true)), "NORMAL");
    EXPECT_EQ(cause(failed(LINEDISCONNECTMODE_UNKNOWN, false)), "FAILED");
}

// P5
TEST(Tapi3Cause, IsWhatTheProviderSaysWhereItVaries) {
    Tapi3Habits habits;
    habits.cause_do_not_disturb = CEC_DISCONNECT_REJECTED;
    habits.cause_unknown = CEC_DISCONNECT_BLOCKED;
    habits.cause_taken = CEC_DISCONNECT_CANCELLED;
    habits.cause_offering = CEC_DISCONNECT_NOANSWER;
    EXPECT_EQ(cause(failed(LINEDISCONNECTMODE_DONOTDISTURB), habits), "REJECTED");
    EXPECT_EQ(cause(failed(LINEDISCONNECTMODE_UNKNOWN), habits), "BLOCKED");
    EXPECT_EQ(cause(failed(LINEDISCONNECTMODE_UNKNOWN, true), habits), "BLOCKED");
    for (const std::uint32_t mode : {LINEDISCONNECTMODE_PICKUP, LINEDISCONNECTMODE_FORWARDED}) {
        const Ended taken{.state = LINECALLSTATE_DISCONNECTED, .mode = mode, .before = CS_OFFERING};
        EXPECT_EQ(cause(taken, habits), "CANCELLED");
    }
    EXPECT_EQ(cause({.state = LINECALLSTATE_IDLE, .before = CS_OFFERING}, habits), "NOANSWER");
}

TEST(Tapi3Cause, OfWhatWasOfferedIsNormalWhoeverEndsIt) {
    for (const std::uint32_t before : {CS_OFFERING, CS_QUEUED}) {
        EXPECT_EQ(cause({.state = LINECALLSTATE_IDLE, .before = before}), "NORMAL");
        for (const std::uint32_t mode : {LINEDISCONNECTMODE_NORMAL, LINEDISCONNECTMODE_CANCELLED,
                                         LINEDISCONNECTMODE_NOANSWER, LINEDISCONNECTMODE_REJECT}) {
            EXPECT_EQ(cause({.state = LINECALLSTATE_DISCONNECTED, .mode = mode, .before = before}),
                      "NORMAL");
        }
    }
    // Picked up, and offered first where the switch does that (P14).
    EXPECT_EQ(cause({.state = LINECALLSTATE_IDLE, .before = CS_OFFERING, .outgoing = true}),
              "NORMAL");
}

TEST(Tapi3Cause, OfAnAttemptThatIsGivenUpIsCancelled) {
    const Ended given_up{.state = LINECALLSTATE_IDLE, .before = CS_INPROGRESS, .outgoing = true};
    EXPECT_EQ(cause(given_up), "CANCELLED");
    Ended later = given_up;
    later.connected = true;
    EXPECT_EQ(cause(later), "NORMAL");
    Ended transferred = given_up;
    transferred.sent_on = true;
    EXPECT_EQ(cause(transferred), "NORMAL");
}

// 2.2, SPECIALINFO: until the call ends
TEST(Tapi3Cause, AfterSpecialInformationIsAFailure) {
    EXPECT_EQ(cause({.state = LINECALLSTATE_SPECIALINFO, .outgoing = true}), "FAILED");
    Ended ended = failed(LINEDISCONNECTMODE_NORMAL);
    ended.special = true;
    EXPECT_EQ(cause(ended), "FAILED");
    ended.state = LINECALLSTATE_IDLE;
    EXPECT_EQ(cause(ended), "FAILED");
    ended = failed(LINEDISCONNECTMODE_BADADDRESS);
    ended.special = true;
    EXPECT_EQ(cause(ended), "BADADDRESS");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3
