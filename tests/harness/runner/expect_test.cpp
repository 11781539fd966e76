// The rules of `expect`: whose messages, the cursor, the time it waits, its conditions.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

TEST(Expect, IsMetByAMessageThatComesLater) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                          {"call": "a1", "expect": "ringback"})"));
}

TEST(Expect, IsMetByAMessageThatCameBefore) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                          {"wait": "10s"},
                          {"call": "a1", "expect": "dialtone"},
                          {"call": "a1", "expect": "ringback"})"));
}

TEST(Expect, PassesOverWhatLiesBeforeItsMatchForGood) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"call": "a1", "expect": "ringback"},
                                {"call": "a1", "expect": "dialing"})");
    EXPECT_THAT(verdict(result), HasSubstr("a1: dialing within 60 s"));
}

TEST(Expect, TakesEachMessageOnce) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"call": "a1", "expect": "ringback"},
                                {"call": "a1", "expect": "ringback"})");
    EXPECT_THAT(verdict(result), HasSubstr("no message at all"));
}

TEST(Expect, WaitsNoLongerThanWithinAllows) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"call": "a1", "expect": "connected", "within": "5s"})");
    ASSERT_TRUE(result.failure);
    EXPECT_THAT(result.failure->expected, "a1: connected within 5 s");
    EXPECT_LE(result.failure->at.time_since_epoch(), std::chrono::seconds{6});
}

TEST(Expect, WaitsSixtySecondsOfSimulatedTimeUnlessTold) {
    const auto steps = [](std::string_view after) {
        return fmt::format(
            R"({{"outside": "zoe", "inject": "script", "does": "answers", "after": "{}"}},
                              {{"line": "alice", "do": "makeCall", "to": "95551234", "as": "a1"}},
                              {{"call": "a1", "expect": "connected"}})",
            after);
    };
    expect_passed(play(steps("58s")));
    EXPECT_THAT(verdict(play(steps("63s"))), HasSubstr("within 60 s"));
}

TEST(Expect, OnALineFindsACallThatHasNoNameYet) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1003", "as": "a1"},
                          {"line": "bob", "do": "makeCall", "to": "1003", "as": "b1"},
                          {"line": "carol", "expect": "offering", "as": "c1"},
                          {"line": "carol", "expect": "offering", "as": "c2"},
                          {"call": "c1", "check": {"callerId": "1001"}},
                          {"call": "c2", "check": {"callerId": "1002"}})"));
}

TEST(Expect, OnALineIsNotMetByACallWithAName) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"line": "alice", "expect": "ringback", "within": "5s"})");
    EXPECT_THAT(verdict(result), HasSubstr("a call on alice: ringback"));
}

TEST(Expect, OnALinePlacesTheCursorOfTheNamedCallBehindTheMessage) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002"},
                                {"line": "bob", "expect": "offering", "as": "b1"},
                                {"call": "b1", "expect": "offering", "within": "1s"})");
    EXPECT_THAT(verdict(result), HasSubstr("no message at all"));
}

TEST(Expect, GoesOnLookingWhenAConditionDoesNotHold) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1003"},
                          {"line": "bob", "do": "makeCall", "to": "1003"},
                          {"line": "carol", "expect": "offering", "as": "c2", "callerId": "1002"},
                          {"call": "c2", "check": {"callerId": "1002"}})"));
}

TEST(Expect, TellsWhichConditionDidNotHold) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002"},
                                {"line": "bob", "expect": "offering", "callerId": "1003",
                                "within": "5s"})");
    EXPECT_THAT(verdict(result), HasSubstr(R"(callerId is "1001", not "1003")"));
}

TEST(Expect, ReadsThePrivilegeFromTheMessage) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1002"},
                          {"line": "bob", "expect": "offering", "privilege": "owner"})"));
}

TEST(Expect, HearsAnApplicationsNewCall) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1002"},
                          {"line": "bob", "expect": "appNewCall", "as": "b1"},
                          {"call": "b1", "expect": "offering"})"));
}

TEST(Expect, HearsRingsWithTheirCount) {
    expect_passed(play(R"({"line": "bob", "do": "setStatusMessages", "lineStates": ["RINGING"]},
                          {"line": "alice", "do": "makeCall", "to": "1002"},
                          {"line": "bob", "expect": "lineDevState", "bits": "RINGING", "count": 0},
                          {"line": "bob", "expect": "lineDevState", "bits": "RINGING",
                          "count": 1})"));
}

TEST(Expect, HearsChangesOfAnAddress) {
    expect_passed(play(R"({"line": "bob", "do": "setStatusMessages", "addressStates": ["NUMCALLS"]},
                          {"line": "alice", "do": "makeCall", "to": "1002"},
                          {"line": "bob", "expect": "addressState", "bits": "NUMCALLS",
                          "addressId": 0})"));
}

TEST(Expect, HearsCallInfoWithItsBits) {
    expect_passed(
        play(connected(R"({"call": "a1", "expect": "callInfo", "bits": "CONNECTEDID"})")));
}

TEST(Expect, HearsTheReplyOfANamedRequest) {
    expect_passed(play(connected(R"({"call": "a1", "do": "hold", "async": true, "request": "r"},
                                    {"request": "r", "expect": "reply"},
                                    {"call": "a1", "expect": "onHold"})")));
}

TEST(Expect, TellsWhenTheReplyIsAnother) {
    const auto result =
        play(connected(R"({"call": "a1", "do": "hold", "async": true, "request": "r"},
        {"request": "r", "expect": "reply", "fails": "LINEERR_OPERATIONFAILED"})"));
    EXPECT_THAT(verdict(result), HasSubstr("the reply is success"));
}

TEST(Expect, TellsThatARequestWasRefusedAtOnce) {
    const auto result = play(connected(
        R"({"call": "a1", "do": "unhold", "async": true, "request": "r",
            "fails": "LINEERR_INVALCALLSTATE"},
           {"request": "r", "expect": "reply"})"));
    EXPECT_THAT(verdict(result), HasSubstr("the request was refused at once"));
}

// "fails" matches the return value or the reply, whoever waits for it.
TEST(Expect, HoldsANamedRequestToTheFailureItForetold) {
    const auto result = play(connected(
        R"({"call": "a1", "do": "drop", "async": true, "request": "r",
            "fails": "LINEERR_OPERATIONFAILED"},
           {"call": "a1", "expect": "idle"})"));
    EXPECT_THAT(verdict(result), HasSubstr("the reply to drop was not the expected one"));
}

TEST(AnyOrder, IsMetInWhateverOrderTheMessagesCome) {
    expect_passed(play(connected(R"({"call": "a1", "do": "drop"},
        {"anyOrder": [{"call": "b1", "expect": "disconnected"},
        {"call": "a1", "expect": "idle"}]})")));
}

TEST(AnyOrder, NeedsADifferentMessageForEachMember) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"anyOrder": [{"call": "a1", "expect": "ringback", "within": "5s"},
                      {"call": "a1", "expect": "ringback", "within": "5s"}]})");
    EXPECT_THAT(verdict(result), HasSubstr("one of a group of expects was not met"));
}

TEST(AnyOrder, HandsMessagesOutSoThatAllMembersAreMet) {
    // The first member could take either call, the second only alice's.
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1003"},
        {"line": "bob", "do": "makeCall", "to": "1003"},
        {"anyOrder": [{"line": "carol", "expect": "offering", "as": "c1"},
                      {"line": "carol", "expect": "offering", "as": "c2", "callerId": "1001"}]},
        {"call": "c2", "check": {"callerId": "1001"}},
        {"call": "c1", "check": {"callerId": "1002"}})"));
}

TEST(AnyOrder, StandsBehindTheLastMessageThatItTook) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"anyOrder": [{"call": "a1", "expect": "ringback"}, {"call": "a1", "expect": "dialtone"}]},
        {"call": "a1", "expect": "proceeding", "within": "1s"})");
    EXPECT_THAT(verdict(result), HasSubstr("a1: proceeding within 1 s"));
}

TEST(AnyOrder, EndsAtTheTimeOfTheMemberThatIsLate) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"anyOrder": [{"call": "a1", "expect": "connected", "within": "3s"},
        {"call": "a1", "expect": "ringback"}]})");
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->expected, "a1: connected within 3 s");
    EXPECT_THAT(result.failure->notes, testing::Contains("a1: ringback: came"));
    EXPECT_LE(result.failure->at.time_since_epoch(), std::chrono::seconds{4});
}

TEST(InOrder, NeedsEachMessageBehindTheOneBefore) {
    expect_passed(play(connected(R"({"call": "a1", "do": "drop"},
        {"inOrder": [{"call": "a1", "expect": "idle"},
        {"call": "b1", "expect": "disconnected"}]})")));
    EXPECT_THAT(verdict(play(connected(R"({"call": "a1", "do": "drop"},
        {"inOrder": [{"call": "b1", "expect": "disconnected"},
        {"call": "a1", "expect": "idle"}]})"))),
                HasSubstr("it came too early"));
}

TEST(Never, WithASpanLetsItPassAndWatches) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"call": "a1", "never": "ringback", "for": "100ms"},
                                {"call": "a1", "expect": "ringback"})");
    expect_passed(result);
    EXPECT_THAT(verdict(play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"call": "a1", "never": "ringback", "for": "5s"})")),
                HasSubstr("never a1: ringback"));
}

TEST(Never, WithoutASpanIsWatchedToTheEnd) {
    const auto result = play(connected(R"({"call": "b1", "never": "disconnected"}, {"wait": "1s"},
                                          {"call": "a1", "do": "drop"})"));
    ASSERT_TRUE(result.failure);
    EXPECT_THAT(result.failure->what, HasSubstr("never may"));
}

TEST(Never, SaysNothingOfWhatCameBefore) {
    expect_passed(play(connected(R"({"call": "a1", "never": "connected"}, {"wait": "5s"})")));
}

TEST(Never, OnALineWatchesItsNamedCallsToo) {
    const auto result = play(
        connected(R"({"line": "bob", "never": "disconnected"}, {"call": "a1", "do": "drop"})"));
    EXPECT_THAT(verdict(result), HasSubstr("never a call on bob: disconnected"));
}

}  // namespace
}  // namespace pbxlab::harness::test
