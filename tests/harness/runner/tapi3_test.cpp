// Applications of TAPI 3 in a run: their events, returns, objects and traces.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kTapi3 = R"("api": "tapi3")";
constexpr std::string_view kBoth = R"("applications": {"phone": {"lines": ["alice"]},
    "watch": {"api": "tapi3", "lines": [{"line": "alice", "privileges": "monitor"}, "bob"]}})";

// Steps that connect alice (a1) with bob (b1), with a comma behind.
std::string talking(std::string_view steps) {
    return std::string{R"(
        {"line": "alice", "do": "CreateCall", "to": "1002", "as": "a1"},
        {"call": "a1", "do": "Connect"},
        {"line": "bob", "expect": "CS_OFFERING", "as": "b1"},
        {"call": "b1", "do": "Answer"},
        {"call": "b1", "expect": "CS_CONNECTED"},
        {"call": "a1", "expect": "CS_CONNECTED"},)"}
        .append(steps);
}

TEST(Tapi3Run, AnUnansweredMethodSaysWhatItWaitsFor) {
    const RunResult result =
        play(R"({"line": "alice", "do": "CreateCall", "to": "1002", "as": "a1"},
                {"call": "a1", "do": "Connect", "sync": true, "within": "5s"})",
             kTapi3);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->what, "Connect of a1 did not return");
    EXPECT_EQ(result.failure->expected, "its return within 5 s");
    EXPECT_THAT(result.failure->notes, Contains("a1 is CS_INPROGRESS, privilege CP_OWNER"));
}

TEST(Tapi3Run, ARefusalIsToldByItsHresult) {
    const RunResult result = play(talking(R"({"call": "b1", "do": "Answer"})"), kTapi3);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->what, "Answer of b1 was refused");
    EXPECT_EQ(result.failure->expected, "success");
    EXPECT_EQ(result.failure->got, "E_UNEXPECTED");
    EXPECT_THAT(result.failure->messages, Contains(HasSubstr("bob  b1  CS_CONNECTED")));
}

TEST(Tapi3Run, ASuccessOfAnotherKindIsNotTheOneExpected) {
    const RunResult result = play(R"({"line": "alice", "do": "CreateCall", "as": "a1"},
                {"call": "a1", "do": "Disconnect"})",
                                  kTapi3);
    EXPECT_THAT(verdict(result), HasSubstr("Disconnect of a1 did not return what was expected"));
    EXPECT_EQ(result.failure->got, "S_FALSE");
}

TEST(Tapi3Run, WhatAMethodBringsIsComparedByName) {
    const RunResult result =
        play(talking(R"({"call": "a1", "do": "get_CallState", "is": "CS_HOLD"})"), kTapi3);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->what, "get_CallState of a1 brought something else");
    EXPECT_EQ(result.failure->expected, "CS_HOLD");
    EXPECT_EQ(result.failure->got, "CS_CONNECTED");
}

TEST(Tapi3Run, TextsAndTruthsAreComparedToo) {
    const auto got = [](std::string_view step) {
        const RunResult result = play(step, kTapi3);
        return result.failure ? result.failure->got : std::string{};
    };
    EXPECT_EQ(got(R"({"line": "alice", "do": "get_DialableAddress", "is": "1009"})"), "\"1001\"");
    EXPECT_EQ(got(R"({"line": "alice", "do": "get_DoNotDisturb", "is": true})"), "false");
    EXPECT_EQ(got(R"({"app": "alice", "do": "EnumerateAddresses", "brings": 2})"), "3");
}

TEST(Tapi3Run, AnEventThatDoesNotFitIsToldWithTheDifference) {
    const RunResult result = play(talking(R"({"call": "a1", "do": "Disconnect"},
                   {"call": "b1", "expect": "CS_DISCONNECTED", "callerId": "1009"})"),
                                  kTapi3);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->expected, "b1: CS_DISCONNECTED with callerId \"1009\" within 60 s");
    EXPECT_THAT(result.failure->got, HasSubstr("callerId is \"1001\", not \"1009\""));
}

TEST(Tapi3Run, ACauseBelongsToTheState) {
    expect_passed(play(talking(R"({"call": "a1", "do": "Disconnect"},
                   {"call": "b1", "expect": "CS_DISCONNECTED", "cause": "CEC_DISCONNECT_NORMAL"},
                   {"call": "b1", "check": {"state": "CS_DISCONNECTED/CEC_DISCONNECT_NORMAL"}})"),
                       kTapi3));
    const RunResult other = play(talking(R"({"call": "a1", "do": "Disconnect"},
                   {"call": "b1", "expect": "CS_DISCONNECTED/CEC_DISCONNECT_BUSY"})"),
                                 kTapi3);
    EXPECT_THAT(verdict(other), HasSubstr("b1: CS_DISCONNECTED/CEC_DISCONNECT_BUSY within"));
}

TEST(Tapi3Run, NeverHoldsForEvents) {
    const RunResult result = play(
        R"({"line": "bob", "never": "AE_RINGING"},
           {"line": "alice", "do": "CreateCall", "to": "1002", "as": "a1"},
           {"call": "a1", "do": "Connect"}, {"wait": "5s"})",
        kTapi3);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->what, "something happened that never may");
    EXPECT_THAT(result.failure->got, HasSubstr("bob  AE_RINGING"));
}

TEST(Tapi3Run, EventsOfAHubAreOnesOfTheApplicationAndOfItsCalls) {
    expect_passed(play(talking(R"({"app": "alice", "expect": "CHE_CALLHUBNEW"},
                                  {"call": "a1", "check": {"hubCalls": 1}},
                                  {"call": "a1", "do": "Disconnect"},
                                  {"call": "a1", "expect": "CHE_CALLLEAVE"},
                                  {"line": "alice", "expect": "CHE_CALLHUBIDLE"})"),
                       kTapi3));
}

TEST(Tapi3Run, AReleasedCallIsNoMoreTheApplications) {
    const RunResult result = play(
        talking(R"({"call": "b1", "do": "Release"}, {"call": "b1", "do": "Disconnect"})"), kTapi3);
    EXPECT_THAT(verdict(result), HasSubstr("the call b1 has been released"));
    const RunResult looked =
        play(talking(R"({"call": "b1", "do": "Release"}, {"call": "b1", "check": {"owners": 1}})"),
             kTapi3);
    EXPECT_EQ(looked.failure->got, "it has been released");
}

TEST(Tapi3Run, AReturnThatIsAwaitedByNameIsComparedWithItsHresult) {
    const RunResult result = play(
        R"({"line": "alice", "do": "CreateCall", "to": "1002", "as": "a1"},
           {"call": "a1", "do": "Connect", "sync": true, "async": true, "request": "r"},
           {"line": "bob", "expect": "CS_OFFERING", "as": "b1"},
           {"call": "b1", "do": "Disconnect", "code": "DC_REJECTED"},
           {"expect": "reply", "request": "r", "fails": "TAPI_E_TIMEOUT", "within": "1s"})",
        kTapi3);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->expected, "request r: reply TAPI_E_TIMEOUT within 1 s");
    EXPECT_THAT(result.failure->got, HasSubstr("but the reply is TAPI_E_DROPPED"));
}

TEST(Tapi3Run, TracesAreSequencesOfItsStates) {
    expect_passed(play(talking(R"({"call": "a1", "do": "Disconnect"})"),
                       R"("api": "tapi3", "traces": {
                           "a1": ["CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"],
                           "b1": ["...", "CS_DISCONNECTED/CEC_DISCONNECT_NORMAL"]})"));
    const RunResult result = play(talking(R"({"call": "a1", "do": "Disconnect"})"),
                                  R"("api": "tapi3", "traces": {"a1": ["CS_CONNECTED"]})");
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->got, "CS_INPROGRESS, CS_CONNECTED, CS_DISCONNECTED");
}

TEST(Tapi3Run, UpdatingWritesItsStates) {
    const RunResult result =
        play(talking(R"({"call": "a1", "do": "Disconnect"})"),
             R"("api": "tapi3", "traces": {"a1": ["CS_CONNECTED"]})", {.update = true});
    expect_passed(result);
    ASSERT_EQ(result.seen.size(), 1U);
    EXPECT_THAT(result.seen[0].states,
                ElementsAre("CS_INPROGRESS", "CS_CONNECTED", "CS_DISCONNECTED"));
}

TEST(Tapi3Run, AStrictScenarioExpectsItsEventsToo) {
    const RunResult result =
        play(R"({"line": "alice", "do": "CreateCall", "to": "1002", "as": "a1"},
                                     {"call": "a1", "do": "Connect"}, {"wait": "5s"})",
             R"("api": "tapi3", "strict": true)");
    ASSERT_TRUE(result.failure);
    EXPECT_THAT(result.failure->what, HasSubstr("a message came that no step expected"));
    EXPECT_THAT(result.failure->got, HasSubstr("CHE_CALLHUBNEW"));
}

TEST(Tapi3Run, OnlyTheEventsThatItNamesAreTold) {
    expect_passed(
        play(R"({"line": "alice", "app": "a", "do": "CreateCall", "to": "1002", "as": "a1"},
                          {"call": "a1", "do": "Connect"},
                          {"line": "bob", "app": "b", "expect": "CNE_OWNER", "as": "b1"},
                          {"call": "a1", "expect": "CS_INPROGRESS"})",
             R"("strict": true, "applications": {
                           "a": {"api": "tapi3", "events": "TE_CALLSTATE", "lines": ["alice"]},
                           "b": {"api": "tapi3", "events": ["TE_CALLNOTIFICATION"],
                                 "lines": ["bob"]}})"));
}

TEST(Tapi3Run, BothInterfacesAreToldOfOneCall) {
    const std::string_view steps = R"(
        {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"line": "alice", "expect": "CNE_MONITOR", "as": "m1"},
        {"line": "bob", "expect": "CS_OFFERING", "as": "b1"},
        {"call": "m1", "check": {"sameCallIdAs": "a1", "privilege": "monitor"}},
        {"call": "a1", "check": {"sameCallIdAs": "m1", "monitors": 1}},
        {"call": "a1", "do": "drop"})";
    expect_passed(play(steps, std::string{kBoth} + R"(, "faces": {"a1": "m1"})"));
    const RunResult other = play(steps, std::string{kBoth} + R"(, "faces": {"a1": "b1"})");
    ASSERT_TRUE(other.failure);
    EXPECT_EQ(other.failure->what, "b1 did not go as a1 did, as TAPI 3 has it");
    EXPECT_EQ(other.failure->expected, "CS_INPROGRESS, CS_DISCONNECTED");
    EXPECT_EQ(other.failure->got, "CS_OFFERING, CS_DISCONNECTED");
}

TEST(Tapi3Run, OrderHoldsOverBothInterfaces) {
    const std::string before = R"(
        {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"line": "alice", "expect": "CNE_MONITOR", "as": "m1"},
        {"line": "bob", "expect": "CS_OFFERING", "as": "b1"},)";
    expect_passed(play(before + R"({"inOrder": [{"call": "m1", "expect": "CS_INPROGRESS"},
                                                {"call": "a1", "expect": "ringback"}]})",
                       kBoth));
    const RunResult wrong = play(before + R"({"inOrder": [{"call": "a1", "expect": "ringback"},
                                      {"call": "m1", "expect": "CS_INPROGRESS"}]})",
                                 kBoth);
    EXPECT_THAT(wrong.failure->got, HasSubstr("it came too early"));
}

TEST(Tapi3Run, TheTraceHasMethodsReturnsAndEvents) {
    StringSink sink;
    expect_passed(play(talking(R"({"call": "a1", "do": "Disconnect", "code": "DC_NORMAL"},
                                  {"call": "a1", "do": "put_CallInfoLong",
                                   "item": "CIL_CALLID", "value": 7,
                                   "fails": "E_INVALIDARG"})"),
                       kTapi3, {.trace = &sink}));
    EXPECT_THAT(sink.text, HasSubstr(R"("app":"alice","interface":"ITAddress","method":)"
                                     R"("CreateCall","line":"alice","to":"1002")"));
    EXPECT_THAT(sink.text, HasSubstr(R"("interface":"ITBasicCallControl","method":"Connect",)"
                                     R"("pending":1)"));
    EXPECT_THAT(sink.text,
                HasSubstr(R"("kind":"reply","app":"alice","request":1,"result":"S_OK")"));
    EXPECT_THAT(sink.text,
                HasSubstr(R"("event":"TE_CALLSTATE","line":"alice","object":"h1","call":"a1",)"
                          R"("detail":"CS_DISCONNECTED","cause":"CEC_DISCONNECT_NORMAL")"));
    EXPECT_THAT(sink.text, HasSubstr(R"("code":0)"));
    EXPECT_THAT(sink.text, HasSubstr(R"("item":"CIL_CALLID","value":"7")"));
    EXPECT_THAT(sink.text, HasSubstr(R"("result":"E_INVALIDARG")"));
}

TEST(Tapi3Run, RegistrationsAreKnownByTheirNames) {
    expect_passed(play(
        R"({"line": "bob", "app": "b", "do": "RegisterCallNotifications", "registration": "calls",
            "instance": 5},
           {"line": "alice", "app": "a", "do": "CreateCall", "to": "1002", "as": "a1"},
           {"call": "a1", "do": "Connect"},
           {"line": "bob", "app": "b", "expect": "CNE_OWNER", "as": "b1", "instance": 5},
           {"app": "b", "do": "UnregisterNotifications", "registration": "calls"},
           {"app": "b", "do": "UnregisterNotifications", "registration": 99,
            "fails": "E_INVALIDARG"},
           {"call": "b1", "do": "Answer"})",
        R"("applications": {"a": {"api": "tapi3", "lines": [{"line": "alice",
            "privileges": "none"}]}, "b": {"api": "tapi3"}})"));
}

TEST(Tapi3Run, AnApplicationOfTapi2CannotBeFoundForAMethod) {
    const RunResult result = play(R"({"line": "carol", "do": "CreateCall", "as": "c1"})", kBoth);
    expect_passed(result);  // the one of TAPI 3 can call from every line
    const RunResult other =
        play(R"({"line": "bob", "do": "makeCall", "to": "1001", "as": "b1"})", kBoth);
    EXPECT_THAT(verdict(other), HasSubstr("no application can be found that would do this"));
}

}  // namespace
}  // namespace pbxlab::harness::test
