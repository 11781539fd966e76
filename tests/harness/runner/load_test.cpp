// Many calls at once, each as if it were alone.
#include <thread>

#include <gmock/gmock.h>

#include "harness/report.h"
#include "harness/runner.h"
#include "harness/scenario_reader.h"
#include "harness/trace.h"

namespace pbxlab::harness {
namespace {

using testing::HasSubstr;

constexpr const char* kCall = R"(
    {"line": "alice", "do": "makeCall", "to": "2001", "as": "a1"},
    {"line": "bob", "expect": "offering", "as": "b1", "callerId": "2000"},
    {"call": "b1", "do": "answer"},
    {"call": "a1", "expect": "connected"},
    {"wait": "3s"},
    {"call": "a1", "do": "drop"},
    {"call": "b1", "expect": "disconnected"},
    {"call": "b1", "do": "drop"})";

Result<Scenario> read(const std::string& load, const std::string& steps = kCall) {
    return parse_scenario(R"({"name": "x", "settle": "0s", "load": )" + load +
                              R"(, "switch": {"lines": {"alice": {"address": "2000"},
                              "bob": {"address": "2001"}}}, "steps": [)" +
                              steps + "]}",
                          "x.json", "/nowhere");
}
RunResult run(const std::string& load, const std::string& steps = kCall, RunOptions options = {}) {
    const auto scenario = read(load, steps);
    EXPECT_TRUE(scenario.has_value()) << scenario.error().text();
    return run_scenario(*scenario, options);
}
// Everything that a result tells.
std::string told(const RunResult& result) {
    std::string text =
        std::to_string(result.steps) + ' ' + std::to_string(result.messages) + ' ' +
        std::to_string(result.simulated.count()) + ' ' + std::to_string(result.load->failed) + ' ' +
        std::to_string(result.load->waited) + ' ' + std::to_string(result.load->first_failed);
    if (result.failure) text += result.failure->what + result.failure->ladder;
    return text;
}

TEST(Load, PlaysItsStepsForEachCall) {
    const RunResult result = run(R"({"calls": 200, "rate": "10/s", "copies": 60})");
    EXPECT_EQ(result.outcome, Outcome::Passed) << result.failure->what;
    EXPECT_EQ(result.load->begun, 200U);
    EXPECT_EQ(result.load->ended, 200U);
    EXPECT_EQ(result.load->failed, 0U);
    EXPECT_EQ(result.steps, 200U * 8);
}

TEST(Load, LetsCallsOverlap) {
    const RunResult alone = run(R"({"calls": 1, "rate": "1/s"})");
    const RunResult many = run(R"({"calls": 20, "rate": "999999/s", "arrivals": "even"})");
    EXPECT_EQ(many.load->waited, 0U);
    EXPECT_LT(many.simulated, alone.simulated + std::chrono::milliseconds{1});
}

TEST(Load, HasEvenArrivalsAtEqualDistances) {
    const RunResult alone = run(R"({"calls": 1, "rate": "1/s"})");
    const RunResult many = run(R"({"calls": 61, "rate": "30/m", "arrivals": "even"})");
    EXPECT_EQ(many.simulated, alone.simulated + std::chrono::minutes{2});
}

TEST(Load, LetsCallsWaitForFreeLines) {
    const RunResult result = run(R"({"calls": 5, "rate": "100/s", "copies": 1})");
    EXPECT_EQ(result.outcome, Outcome::Passed);
    EXPECT_EQ(result.load->waited, 4U);
    EXPECT_GT(result.simulated, std::chrono::seconds{15});
}

TEST(Load, IsTheSameForTheSameSeed) {
    constexpr const char* kLoad = R"({"calls": 50, "rate": "20/s", "copies": 40})";
    const std::string once = told(run(kLoad, kCall, {.seed = 7}));
    EXPECT_EQ(told(run(kLoad, kCall, {.seed = 7})), once);
    EXPECT_NE(told(run(kLoad, kCall, {.seed = 8})), once);
    std::string beside;
    std::thread other{[&] { beside = told(run(kLoad, kCall, {.seed = 7})); }};
    EXPECT_EQ(told(run(kLoad, kCall, {.seed = 7})), once);
    other.join();
    EXPECT_EQ(beside, once);
}

// A call whose other side is busy with a call of its own fails; the others are as they were.
TEST(Load, ExplainsTheFirstCallThatFails) {
    const auto scenario = read(R"({"calls": 30, "rate": "1/s", "arrivals": "even", "copies": 2})",
                               std::string{kCall} + R"(, {"call": "b1", "expect": "idle"},
        {"line": "alice", "check": {"opens": 2}})");
    const RunResult result = run_scenario(*scenario, {.seed = 3});
    ASSERT_EQ(result.outcome, Outcome::Failed);
    EXPECT_EQ(result.load->ended, 30U);
    EXPECT_EQ(result.load->failed, 30U);
    EXPECT_EQ(result.load->first_failed, 1U);
    EXPECT_EQ(result.failure->what, "alice~1 is not as it should be");
    const std::string text = failed_text(*scenario, result);
    EXPECT_THAT(text, HasSubstr("load:     30 calls begun, 30 ended, 30 failed"));
    EXPECT_THAT(text, HasSubstr("call 1 of 30"));
    EXPECT_THAT(text, HasSubstr("--seed 3"));
    EXPECT_THAT(text, HasSubstr("bob~1"));
    EXPECT_THAT(text, testing::Not(HasSubstr("bob~2")));
}

TEST(Load, JudgesTheTracesOfEachCall) {
    const auto scenario = parse_scenario(
        R"({"name": "x", "load": {"calls": 3, "rate": "1/s"}, "settle": "1s",
        "switch": {"lines": {"alice": {"address": "2000"}, "bob": {"address": "2001"}}},
        "steps": [)" +
            std::string{kCall} + R"(], "traces": {"b1": ["offering", "connected"]}})",
        "x.json", "/nowhere");
    const RunResult result = run_scenario(*scenario);
    EXPECT_EQ(result.load->failed, 3U);
    EXPECT_EQ(result.failure->what, "the states of b1 were not those of its trace");
}

TEST(Load, PutsAwayWhatACallLeaves) {
    const RunResult result = run(R"({"calls": 6, "rate": "1/s", "copies": 1})",
                                 R"({"line": "alice", "do": "makeCall", "to": "2001", "as": "a1"},
        {"line": "bob", "expect": "offering", "as": "b1"}, {"call": "b1", "do": "answer"},
        {"call": "a1", "expect": "connected"}, {"call": "a1", "do": "hold"},
        {"line": "alice", "check": {"heldCalls": 1}})");
    EXPECT_EQ(result.outcome, Outcome::Passed) << result.failure->what << result.failure->got;
    EXPECT_EQ(result.load->ended, 6U);
}

// A held call, one that rings, a caller in a queue, and parties outside at both ends.
TEST(Load, PutsAwayWhatPersonsAndPartiesOutsideLeave) {
    const auto scenario = parse_scenario(
        R"({"name": "x", "settle": "0s", "load": {"calls": 6, "rate": "1/s", "copies": 1},
        "switch": {"lines": {"alice": {"address": "2000"}, "bob": {"address": "2001"},
        "carol": {"address": "2002"}}, "outside": {"zoe": {"number": "5551000"},
        "yan": {"number": "5551001"}, "xia": {"number": "5551002"}},
        "groups": {"sales": {"number": "2003", "members": ["bob"], "queue": {"places": 2}}}},
        "applications": {"crm": {"lines": [{"line": "alice", "privileges": ["monitor"]}]}},
        "steps": [
        {"outside": "zoe", "inject": "calls", "to": "2000"}, {"wait": "1s"},
        {"line": "alice", "phone": "answer"}, {"line": "alice", "phone": "flash"},
        {"outside": "yan", "inject": "calls", "to": "2003"}, {"wait": "1s"},
        {"line": "bob", "phone": "answer"},
        {"outside": "xia", "inject": "calls", "to": "2003"}, {"wait": "1s"},
        {"line": "carol", "phone": "lift"},
        {"outside": "zoe", "check": {"is": "held"}}, {"outside": "yan", "check": {"is": "talking"}},
        {"line": "carol", "inject": "outOfService"}]})",
        "x.json", "/nowhere");
    ASSERT_TRUE(scenario.has_value()) << scenario.error().text();
    const RunResult result = run_scenario(*scenario);
    EXPECT_EQ(result.outcome, Outcome::Passed) << result.failure->what << result.failure->got;
    EXPECT_EQ(result.load->ended, 6U);
    EXPECT_LT(result.simulated, std::chrono::minutes{1});
}

TEST(Load, HasTheTrunksThatItSaysForAllItsCalls) {
    const auto failed = [](const std::string& trunks) {
        const auto scenario = parse_scenario(
            R"({"name": "x", "load": {"calls": 20, "rate": "999999/s", "copies": 20}, "switch":
            {"lines": {"alice": {"address": "2000"}}, "outside": {"zoe": {"number": "5551000"}})" +
                trunks + R"(}, "steps": [
            {"line": "alice", "do": "makeCall", "to": "95551000", "as": "a1"},
            {"call": "a1", "expect": "connected"}]})",
            "x.json", "/nowhere");
        return run_scenario(scenario.value()).load->failed;
    };
    EXPECT_EQ(failed(""), 0U);
    EXPECT_EQ(failed(R"(, "trunks": 15)"), 5U);
}

TEST(Load, StopsWhenItIsInterrupted) {
    const std::atomic<bool> interrupt{true};
    const RunResult result =
        run(R"({"calls": 100, "rate": "10/s"})", kCall, {.interrupt = &interrupt});
    EXPECT_EQ(result.outcome, Outcome::Interrupted);
}

}  // namespace
}  // namespace pbxlab::harness
