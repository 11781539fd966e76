// What a load tells of all its calls taken together, and what may be expected of it.
#include <gmock/gmock.h>

#include "harness/junit.h"
#include "harness/load_report.h"
#include "harness/report.h"
#include "harness/runner.h"
#include "harness/scenario_reader.h"
#include "harness/suite.h"

namespace pbxlab::harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Parties outside call in over five trunks; ten at one instant.
std::string text_of_load(const std::string& more, const std::string& steps = R"(
        {"call": "c1", "do": "answer"}, {"call": "c1", "expect": "connected"}, {"wait": "10s"},
        {"call": "c1", "do": "drop"})") {
    return R"({"name": "x", "why": "y", "settle": "0s",
        "load": {"calls": 10, "rate": "999999/s", "arrivals": "even", "copies": 10)" +
           more + R"(},
        "switch": {"lines": {"desk": {"address": "3000"}}, "outside": {"zoe": {"number":
        "5553000"}}, "trunks": 5}, "steps": [{"outside": "zoe", "inject": "calls", "to": "3000"},
        {"line": "desk", "expect": "offering", "as": "c1"}, )" +
           steps + "]}";
}
Result<Scenario> read(const std::string& text) { return parse_scenario(text, "x.json", "/none"); }
RunResult run(const std::string& more) {
    const auto scenario = read(text_of_load(more));
    EXPECT_TRUE(scenario.has_value()) << scenario.error().text();
    return run_scenario(*scenario);
}
std::string refusal(const std::string& load) {
    const auto scenario = read(text_of_load(load));
    return scenario ? "accepted" : scenario.error().text();
}

TEST(LoadTraffic, CountsWhatIsBlockedApartFromWhatIsDropped) {
    const RunResult result = run(R"(, "expect": {"blocked": {"most": "50%"}})");
    ASSERT_EQ(result.outcome, Outcome::Passed) << result.failure->what << result.failure->got;
    EXPECT_EQ(result.load->begun, 10U);
    EXPECT_EQ(result.load->set_up, 5U);
    EXPECT_EQ(result.load->blocked, 5U);
    EXPECT_EQ(result.load->failed, 0U);
    ASSERT_EQ(result.load->blocked_by.size(), 1U);
    EXPECT_EQ(result.load->blocked_by[0].cause, "trunksBusy");
    EXPECT_EQ(result.load->trunk_use.peak, 5U);
}

TEST(LoadTraffic, FailsABlockedCallWhereNoneIsExpected) {
    const RunResult result = run("");
    ASSERT_EQ(result.outcome, Outcome::Failed);
    EXPECT_EQ(result.load->failed, 5U);
    EXPECT_THAT(result.failure->what, HasSubstr("zoe~6 cannot do this now"));
}

TEST(LoadTraffic, ExplainsWhatItDidNotComeTo) {
    const auto scenario = read(text_of_load(R"(, "expect": {"blocked": {"most": "2.5%"},
        "setUp": {"p99": "1ms"}, "trunksBusy": {"most": "100%"}})"));
    const RunResult result = run_scenario(*scenario);
    ASSERT_EQ(result.outcome, Outcome::Failed);
    EXPECT_EQ(result.failure->what, "the load did not come to what is expected: blocked");
    EXPECT_EQ(result.failure->expected, "at most 2.5% of the calls");
    EXPECT_EQ(result.failure->got, "50.00% (5 of 10)");
    EXPECT_THAT(result.failure->notes, ElementsAre(HasSubstr("setUp p99: expected at most 1 ms")));
    EXPECT_THAT(failed_text(*scenario, result), HasSubstr("10 offered, 5 set up, 5 blocked"));
}

TEST(LoadTraffic, FailsWhenTooFewAreBlocked) {
    EXPECT_EQ(run(R"(, "expect": {"blocked": {"least": "51%"}})").failure->expected,
              "at least 51% of the calls");
    EXPECT_EQ(run(R"(, "expect": {"blocked": {"least": "50%", "most": "50%"}})").outcome,
              Outcome::Passed);
}

// Half of the calls find no trunk; where that is not said, they are calls that fail.
TEST(LoadTraffic, LetsSoManyCallsGoOtherwise) {
    EXPECT_EQ(run(R"(, "expect": {"dropped": {"most": "50%"}})").outcome, Outcome::Passed);
    const RunResult result = run(R"(, "expect": {"dropped": {"most": "49%"}})");
    ASSERT_EQ(result.outcome, Outcome::Failed);
    EXPECT_THAT(result.failure->notes,
                ElementsAre(HasSubstr("the first call that went otherwise was 6: zoe~6")));
}

TEST(LoadTraffic, TellsTimesOfTheSwitch) {
    const RunResult result = run(R"(, "expect": {"blocked": {"most": "50%"}})");
    const LoadCounts& counts = *result.load;
    EXPECT_EQ(counts.set_up_time.count, 5U);
    EXPECT_GT(counts.set_up_time.p50, pbx::Duration{});
    EXPECT_EQ(counts.answer_time.count, 5U);
    EXPECT_GE(counts.answer_time.max, counts.answer_time.p50);
    EXPECT_EQ(counts.queue_time.count, 0U);
}

TEST(LoadTraffic, LosesPatience) {
    const auto scenario = read(text_of_load(
        R"(, "patience": "3s",
           "expect": {"blocked": {"most": "50%"}, "abandoned": {"most": "50%"}})",
        R"({"wait": "8s"}, {"call": "c1", "do": "answer"})"));
    const RunResult result = run_scenario(*scenario);
    ASSERT_EQ(result.outcome, Outcome::Passed) << result.failure->what << result.failure->got;
    EXPECT_EQ(result.load->abandoned, 5U);
    EXPECT_EQ(result.load->set_up, 0U);
    EXPECT_LT(result.simulated, std::chrono::seconds{5});
}

TEST(LoadTraffic, HasPatienceWithWhoAnswers) {
    const RunResult result = run(R"(, "patience": "3s", "expect": {"blocked": {"most": "50%"}})");
    EXPECT_EQ(result.load->abandoned, 0U);
    EXPECT_GT(result.simulated, std::chrono::seconds{10});
}

// Busy lines: the caller hears it, and that is the end of such a call.
TEST(LoadTraffic, NamesWhyCallsAreBlocked) {
    const auto scenario = read(R"({"name": "x", "settle": "0s", "load": {"calls": 4, "rate":
        "999999/s", "copies": 2, "expect": {"blocked": {"least": "100%"}}}, "switch": {"lines":
        {"alice": {"address": "2000"}}, "outside": {"zoe": {"number": "5550", "does": "busy"}}},
        "steps": [{"line": "alice", "do": "makeCall", "to": "95550", "as": "a1"},
        {"call": "a1", "expect": "connected"}]})");
    ASSERT_TRUE(scenario.has_value()) << scenario.error().text();
    const RunResult result = run_scenario(*scenario);
    ASSERT_EQ(result.outcome, Outcome::Passed) << result.failure->what << result.failure->got;
    EXPECT_EQ(result.load->ended, 4U);
    ASSERT_EQ(result.load->blocked_by.size(), 1U);
    EXPECT_EQ(result.load->blocked_by[0].cause, "busy");
    EXPECT_LT(result.simulated, std::chrono::seconds{10});
}

constexpr const char* kCentre = R"({"name": "x", "settle": "0s", "load": {"calls": 12, "rate":
    "999999/s", "arrivals": "even", "copies": 12, "members": 3)";
constexpr const char* kAgents = R"(}, "switch": {"lines": {"agent": {"address": "3000"}},
    "outside": {"zoe": {"number": "5553000"}}, "trunks": 20, "groups": {"support": {"number":
    "3001", "members": ["agent"], "queue": {"places": 9}}}})";
constexpr const char* kAnswered = R"(, "steps": [
    {"outside": "zoe", "inject": "calls", "to": "3001"},
    {"line": "agent", "expect": "offering", "as": "c1", "within": "1h", "callerId": "5553000"},
    {"call": "c1", "do": "answer"}, {"call": "c1", "expect": "connected"}, {"wait": "10s"},
    {"call": "c1", "check": {"connectedId": "5553000"}},
    {"call": "c1", "do": "drop"}, {"call": "c1", "expect": "idle"}]})";

TEST(LoadMembers, AreThereForAllCalls) {
    const auto scenario = read(std::string{kCentre} + kAgents + kAnswered);
    ASSERT_TRUE(scenario.has_value()) << scenario.error().text();
    const RunResult result = run_scenario(*scenario);
    ASSERT_EQ(result.outcome, Outcome::Passed) << failed_text(*scenario, result);
    EXPECT_EQ(result.load->set_up, 12U);
    EXPECT_EQ(result.load->queued, 9U);
    // Three at a time: the last three have waited for three others.
    EXPECT_GT(result.load->queue_time.max, std::chrono::seconds{30});
    EXPECT_LT(result.load->queue_time.max, std::chrono::seconds{35});
}

TEST(LoadMembers, MayHaveOneApplicationForAll) {
    const auto scenario = read(std::string{kCentre} + kAgents +
                               R"(, "applications": {"acd": {"lines": [{"line": "agent",
                               "privileges": ["owner"]}]}, "recorder": {"lines": [{"line": "agent",
                               "privileges": ["monitor"]}]}})" +
                               kAnswered);
    ASSERT_TRUE(scenario.has_value()) << scenario.error().text();
    const RunResult result = run_scenario(*scenario);
    ASSERT_EQ(result.outcome, Outcome::Passed) << failed_text(*scenario, result);
    EXPECT_EQ(result.load->queued, 9U);
}

TEST(LoadMembers, TurnAwayWhomTheQueueHasNoPlaceFor) {
    std::string text =
        std::string{kCentre} + R"(, "expect": {"blocked": {"most": "100%"}})" + kAgents + kAnswered;
    text.replace(text.find("\"places\": 9"), 11, "\"places\": 2");
    const RunResult result = run_scenario(read(text).value());
    ASSERT_EQ(result.outcome, Outcome::Passed) << result.failure->what << result.failure->got;
    EXPECT_EQ(result.load->blocked, 7U);
    ASSERT_EQ(result.load->blocked_by.size(), 1U);
    EXPECT_THAT(std::string{result.load->blocked_by[0].cause}, HasSubstr("usy"));
}

TEST(LoadMembers, AreRefusedWhereTheyMakeNoSense) {
    EXPECT_THAT(refusal(R"(, "members": 3)"), HasSubstr("\"members\" of a load without groups"));
    const auto what = [](const std::string& text) {
        const auto scenario = read(text);
        return scenario ? "accepted" : scenario.error().what;
    };
    EXPECT_THAT(what(std::string{kCentre} + kAgents +
                     R"(, "steps": [{"line": "agent", "do": "makeCall", "to": "3001"}]})"),
                HasSubstr("is a member of which there are many"));
    std::string overflow = kAgents;
    overflow.replace(overflow.find("\"queue\""), 7, R"("overflow": "3000", "queue")");
    EXPECT_THAT(what(std::string{kCentre} + overflow + kAnswered), HasSubstr("the overflow"));
}

TEST(LoadWords, AreHeldToWhatMakesSense) {
    EXPECT_THAT(refusal(R"(, "expect": {"blocked": {"most": "101%"}})"),
                HasSubstr("a share such as"));
    EXPECT_THAT(refusal(R"(, "expect": {"blocked": {"most": "2.12345%"}})"),
                HasSubstr("a share such as"));
    EXPECT_THAT(refusal(R"(, "expect": {"blocked": {"least": "3%", "most": "2%"}})"),
                HasSubstr("\"least\" is more than \"most\""));
    EXPECT_THAT(refusal(R"(, "expect": {"setUp": {}})"), Not(HasSubstr("accepted")));
    EXPECT_THAT(refusal(R"(, "ramp": [])"), HasSubstr("a list of at least one ramp"));
    EXPECT_THAT(refusal(R"(, "ramp": [{"to": "3/s"}])"), HasSubstr("over"));
    EXPECT_THAT(refusal(R"(, "ramp": [{"to": "3/d", "over": "1m"}])"), HasSubstr("a rate such as"));
    EXPECT_THAT(refusal(R"(, "patience": {"least": "3s"})"), Not(HasSubstr("accepted")));
    EXPECT_EQ(refusal(R"(, "patience": {"mean": "3s"}, "ramp": [{"to": "3/s", "over": "1m"}],
        "expect": {"abandoned": {"most": "0.25%"}})"),
              "accepted");
}

TEST(Waits, AreDrawnForEachCallOnItsOwn) {
    const auto simulated = [](const std::string& wait, std::uint64_t seed) {
        const auto scenario = read(R"({"name": "x", "settle": "0s", "switch": {"lines": {"alice":
            {"address": "2000"}}}, "steps": [{"wait": )" +
                                   wait + "}]}");
        EXPECT_TRUE(scenario.has_value()) << scenario.error().text();
        return run_scenario(*scenario, {.seed = seed}).simulated;
    };
    const std::string drawn = R"({"least": "1s", "most": "3s"})";
    EXPECT_GE(simulated(drawn, 1), std::chrono::seconds{1});
    EXPECT_LE(simulated(drawn, 1), std::chrono::seconds{3});
    EXPECT_EQ(simulated(drawn, 1), simulated(drawn, 1));
    EXPECT_NE(simulated(drawn, 1), simulated(drawn, 2));
    EXPECT_LE(simulated(R"({"mean": "2s"})", 1), std::chrono::seconds{40});
    EXPECT_NE(simulated(R"({"mean": "2s"})", 1), simulated(R"({"mean": "2s"})", 2));
    EXPECT_EQ(simulated(R"("2s")", 1), std::chrono::seconds{2});
}

TEST(LoadReports, HaveAllFigures) {
    const RunResult result = run(R"(, "expect": {"blocked": {"most": "50%"}})");
    CaseResult one{.id = "a \"b\".json", .name = "x", .outcome = CaseOutcome::Passed};
    one.load = result.load;
    SuiteResult suite;
    suite.cases = {one, CaseResult{.id = "other.json"}};
    EXPECT_THAT(load_json(suite), HasSubstr("\"id\": \"a \\\"b\\\".json\", \"passed\": true, "
                                            "\"load.offered\": 10, \"load.setUp\": 5, "
                                            "\"load.blocked\": 5"));
    EXPECT_THAT(load_json(suite), Not(HasSubstr("other.json")));
    EXPECT_THAT(junit_xml(suite), HasSubstr(R"(<property name="load.trunks.peak" value="5"/>)"));
    const auto lines = load_lines(*result.load);
    EXPECT_EQ(lines.at(0), "calls:    10 offered, 5 set up, 5 blocked (50.00%)");
    EXPECT_EQ(lines.at(1), "blocked:  5 trunksBusy");
}

}  // namespace
}  // namespace pbxlab::harness
