// The rules of `do`: which application and handle, replies, refusals, names.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

TEST(Do, WaitsForTheReply) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                                {"call": "a1", "check": {"privilege": "owner"}})");
    expect_passed(result);
    EXPECT_EQ(result.steps, 2U);
}

TEST(Do, AcceptsARefusalThatIsExpected) {
    expect_passed(
        play(connected(R"({"call": "a1", "do": "unhold", "fails": "LINEERR_INVALCALLSTATE"})")));
}

TEST(Do, ExplainsARefusalThatIsNot) {
    const auto result = play(connected(R"({"call": "a1", "do": "unhold"})"));
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->what, "unhold of a1 was refused at return");
    EXPECT_EQ(result.failure->expected, "success");
    EXPECT_EQ(result.failure->got, "LINEERR_INVALCALLSTATE");
    EXPECT_THAT(result.failure->notes, Contains(HasSubstr("lineUnhold")));
    EXPECT_THAT(result.failure->notes, Contains("a1 is connected/active, privilege owner"));
}

TEST(Do, FailsWhenAnotherErrorComes) {
    const auto result =
        play(connected(R"({"call": "a1", "do": "unhold", "fails": "LINEERR_NOTOWNER"})"));
    EXPECT_EQ(verdict(result),
              "unhold of a1 was refused at return; expected LINEERR_NOTOWNER; got "
              "LINEERR_INVALCALLSTATE");
}

TEST(Do, FailsWhenARefusalDoesNotCome) {
    const auto result =
        play(connected(R"({"call": "a1", "do": "hold", "fails": "LINEERR_INVALCALLSTATE"})"));
    EXPECT_EQ(
        verdict(result),
        "hold of a1 was not refused in the reply; expected LINEERR_INVALCALLSTATE; got success");
}

TEST(Do, CanPinWhereARefusalComes) {
    expect_passed(play(connected(
        R"({"call": "a1", "do": "unhold", "fails": "LINEERR_INVALCALLSTATE",
        "failsAt": "return"})")));
    const auto late = play(connected(
        R"({"call": "a1", "do": "unhold", "fails": "LINEERR_INVALCALLSTATE",
        "failsAt": "reply"})"));
    EXPECT_THAT(verdict(late), HasSubstr("expected LINEERR_INVALCALLSTATE in the reply"));
    // Two requests race for one call: the second is refused when the switch gets to it.
    expect_passed(play(connected(R"({"call": "a1", "do": "hold", "async": true},
        {"call": "a1", "do": "hold", "fails": "LINEERR_INVALCALLSTATE", "failsAt": "reply"})")));
}

TEST(Do, FailsWhenAnAsynchronousRequestIsRefusedAndNobodyAsks) {
    const auto result = play(connected(R"({"call": "a1", "do": "hold", "async": true},
        {"call": "a1", "do": "hold", "async": true}, {"wait": "1s"})"));
    EXPECT_THAT(verdict(result),
                HasSubstr("the reply to hold was not the expected one; expected success"));
}

TEST(Do, LeavesTheReplyOfANamedRequestToLaterSteps) {
    expect_passed(play(connected(R"({"call": "a1", "do": "hold", "async": true},
        {"call": "a1", "do": "hold", "async": true, "request": "r"}, {"wait": "1s"},
        {"request": "r", "expect": "reply", "fails": "LINEERR_INVALCALLSTATE"})")));
}

TEST(Do, UsesTheHandleOfACallThatIsGone) {
    expect_passed(
        play(connected(R"({"call": "a1", "do": "drop"}, {"call": "a1", "do": "deallocateCall"},
        {"call": "a1", "do": "getCallInfo", "fails": "LINEERR_INVALCALLHANDLE"})")));
}

TEST(Do, UsesAHandleThatNeverWas) {
    expect_passed(play(
        R"({"line": "alice", "do": "hold", "handle": 12345, "fails": "LINEERR_INVALCALLHANDLE"})"));
}

TEST(Do, ActsForTheApplicationOfTheCall) {
    expect_passed(play(
        R"({"line": "alice", "app": "one", "do": "makeCall", "to": "1002", "as": "a1"},
           {"line": "alice", "app": "two", "expect": "unknown", "as": "watched"},
           {"call": "watched", "do": "hold", "fails": "LINEERR_NOTOWNER"},
           {"call": "a1", "do": "drop"})",
        R"("applications": {"one": {"lines": ["alice"]},
        "two": {"lines": [{"line": "alice", "privileges": ["monitor"]}]}})"));
}

TEST(Do, NamesNewCallsInTheOrderOfTheList) {
    const std::string apps =
        R"("applications": {"one": {"lines": ["alice"]},
        "late": {"lines": [{"line": "alice", "privileges": "none"}]}})";
    const std::string made =
        R"({"line": "alice", "app": "one", "do": "makeCall", "to": "1002", "as": "a1"},)";
    expect_passed(play(made + R"({"line": "alice", "app": "late", "do": "getNewCalls", "as": ["x"]},
                                 {"call": "x", "check": {"privilege": "monitor",
                                 "sameCallIdAs": "a1"}})",
                       apps));
    EXPECT_THAT(
        verdict(play(
            made + R"({"line": "alice", "app": "late", "do": "getNewCalls", "as": ["x", "y"]})",
            apps)),
        HasSubstr("expected 2; got 1"));
}

TEST(Do, OpensAndClosesLines) {
    expect_passed(play(R"({"line": "alice", "do": "close"},
        {"line": "alice", "do": "makeCall", "to": "1002", "fails": "LINEERR_INVALLINEHANDLE"},
        {"line": "alice", "do": "open"},
        {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"})"));
}

TEST(Do, ShutsDownAndInitialisesAgain) {
    expect_passed(play(R"({"app": "alice", "do": "shutdown"},
        {"app": "alice", "do": "shutdown", "fails": "LINEERR_INVALAPPHANDLE"},
        {"app": "alice", "do": "initializeEx"}, {"line": "alice", "do": "open"},
        {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"})"));
}

TEST(Check, LooksAfterEverythingThatIsDueNow) {
    // The wait ends at the very instant of the dial tone.
    expect_passed(
        play(R"({"line": "alice", "do": "makeCall", "to": null, "as": "a1"}, {"wait": "200ms"},
                          {"call": "a1", "check": {"state": "dialtone"}})"));
}

TEST(Check, TellsEveryConditionThatDoesNotHold) {
    const auto result = play(connected(
        R"({"call": "a1", "check": {"state": "onHold", "reason": "transfer", "owners": 1}})"));
    EXPECT_EQ(verdict(result),
              "a1 is not as it should be; got state is connected/active, not onHold; reason is "
              "direct, not transfer");
}

TEST(Check, LooksAtFeaturesOfACall) {
    expect_passed(play(connected(
        R"({"call": "a1", "check": {"features": ["hold", "drop"], "lacks": ["answer"]}})")));
    EXPECT_THAT(
        verdict(play(connected(R"({"call": "a1", "check": {"features": ["hold", "answer"]}})"))),
        HasSubstr("features: answer missing"));
}

TEST(Check, LooksAtALine) {
    expect_passed(play(connected(
        R"({"line": "alice", "check": {"activeCalls": 1, "heldCalls": 0, "opens": 1,
        "inService": true}},
        {"call": "a1", "do": "hold"},
        {"line": "alice", "check": {"activeCalls": 0, "heldCalls": 1, "addressId": 0}})")));
    EXPECT_EQ(verdict(play(R"({"line": "alice", "check": {"activeCalls": 3}})")),
              "alice is not as it should be; got activeCalls is 0, not 3");
}

TEST(Check, TellsThatAHandleIsGone) {
    const auto result =
        play(connected(R"({"call": "a1", "do": "drop"}, {"call": "a1", "do": "deallocateCall"},
                                          {"call": "a1", "check": {"state": "idle"}})"));
    EXPECT_THAT(verdict(result), HasSubstr("it cannot be looked at: LINEERR_INVALCALLHANDLE"));
}

TEST(Phone, ActsForThePersonAtTheStation) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"line": "bob", "expect": "offering", "as": "b1"}, {"line": "bob", "phone": "answer"},
        {"call": "b1", "expect": "connected"}, {"line": "bob", "phone": "hangUp"},
        {"call": "b1", "expect": "idle"}, {"call": "a1", "expect": "disconnected/normal"})"));
}

TEST(Phone, IsRefusedWhatCannotBeDone) {
    EXPECT_THAT(verdict(play(R"({"line": "bob", "phone": "answer"})")),
                HasSubstr("the person at bob cannot do this now: answer"));
}

TEST(Inject, ActsForTheOutsideWorld) {
    expect_passed(play(R"({"outside": "zoe", "inject": "calls", "to": "1002"},
        {"line": "bob", "expect": "offering", "as": "b1", "callerId": "5551234",
        "origin": "external"},
        {"wait": "1s"}, {"outside": "zoe", "check": {"is": "hearsRinging"}},
        {"call": "b1", "do": "answer"}, {"wait": "1s"},
        {"outside": "zoe", "check": {"is": "talking"}},
        {"call": "b1", "do": "hold"}, {"wait": "1s"}, {"outside": "zoe", "check": {"is": "held"}},
        {"outside": "zoe", "inject": "hangsUp"}, {"call": "b1", "expect": "disconnected"},
        {"outside": "zoe", "check": {"is": "idle"}})"));
}

TEST(Inject, TakesAStationOutOfService) {
    expect_passed(play(
        R"({"line": "bob", "inject": "outOfService"},
        {"line": "bob", "check": {"inService": false}},
        {"line": "bob", "do": "makeCall", "to": "1001", "fails": "LINEERR_INVALLINESTATE"},
        {"line": "bob", "inject": "inService"}, {"line": "bob", "check": {"inService": true}})"));
}

TEST(Inject, IsRefusedWhatCannotBeDone) {
    EXPECT_THAT(verdict(play(R"({"outside": "zoe", "inject": "answers"})")),
                HasSubstr("zoe cannot do this now: answers"));
}

TEST(Repeat, PlaysItsStepsSoManyTimes) {
    const auto result = play(
        R"({"repeat": 3, "steps": [{"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"line": "bob", "expect": "offering", "as": "b1"}, {"call": "a1", "do": "drop"},
        {"call": "a1", "do": "deallocateCall"},
        {"call": "b1", "expect": "idle"}]})");
    expect_passed(result);
    EXPECT_EQ(result.steps, 15U);
}

TEST(Repeat, TellsCallsApartWhenValuesOfHandlesComeAgain) {
    const auto result = play(R"({"repeat": 5000, "steps": [
        {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"line": "bob", "expect": "offering", "as": "b1"}, {"call": "a1", "do": "drop"},
        {"call": "a1", "do": "deallocateCall"}, {"call": "b1", "expect": "idle"},
        {"call": "b1", "do": "deallocateCall"}]})",
                             "", {.check_invariants = false});
    expect_passed(result);
    EXPECT_EQ(result.steps, 30000U);
}

}  // namespace
}  // namespace pbxlab::harness::test
