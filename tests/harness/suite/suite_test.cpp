#include "harness/suite.h"

#include <map>
#include <numeric>

#include <gmock/gmock.h>

#include "harness/workers.h"
#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

class Suite : public Folder {
 protected:
    SuiteResult run(const SuiteOptions& options = {}) {
        printed_.clear();
        const auto files = find_scenarios({path_.generic_string()});
        EXPECT_TRUE(files);
        return run_suite(*files, options,
                         [this](const CaseResult& each) { printed_ += each.text; });
    }
    void many() {
        for (int i = 0; i < 40; ++i) {
            const std::string name =
                "folder" + std::to_string(i % 3) + "/" + std::to_string(i) + ".json";
            if (i % 11 == 3) {
                bad(name);
            } else if (i % 13 == 5) {
                write(name, "{\"name\": }");
            } else {
                good(name);
            }
        }
    }
    // Every file below a folder, with its text.
    static std::map<std::string, std::string> texts(const std::filesystem::path& folder) {
        std::map<std::string, std::string> all;
        for (const auto& each : std::filesystem::recursive_directory_iterator{folder}) {
            if (each.is_regular_file())
                all[each.path().lexically_relative(folder).generic_string()] = text_of(each.path());
        }
        return all;
    }

    std::string printed_;
};

TEST_F(Suite, PrintsAndTracesTheSameWithOneJobAsWithEight) {
    many();
    const auto traces = std::filesystem::path{testing::TempDir()} / "pbxlab-suite-traces";
    std::filesystem::remove_all(traces);
    const SuiteResult one = run({.jobs = 1, .trace_dir = traces / "1"});
    const std::string with_one = printed_;
    const SuiteResult eight = run({.jobs = 8, .trace_dir = traces / "8"});
    EXPECT_EQ(with_one, printed_);
    EXPECT_EQ(one.summary(), eight.summary());
    EXPECT_EQ(texts(traces / "1"), texts(traces / "8"));
    EXPECT_EQ(texts(traces / "1").size(),
              one.count(CaseOutcome::Passed) + one.count(CaseOutcome::Failed));
    std::filesystem::remove_all(traces);
}

TEST_F(Suite, RunsTheOthersWhenAFileIsBroken) {
    good("a.json");
    write("b.json", "{\"name\": \"b\", \"swich\": {}}");
    good("c.json");
    const SuiteResult result = run();
    EXPECT_EQ(result.count(CaseOutcome::Passed), 2U);
    EXPECT_EQ(result.count(CaseOutcome::Broken), 1U);
    EXPECT_THAT(printed_, HasSubstr("b.json:1:"));
    EXPECT_THAT(printed_, HasSubstr("switch"));
    EXPECT_THAT(result.summary(), HasSubstr("2 passed, 0 failed, 1 broken (3 scenarios, "));
}

TEST_F(Suite, EndsWithTheWorstExitCode) {
    EXPECT_EQ(run().exit_code(), kExitNothing);
    good("a.json");
    EXPECT_EQ(run().exit_code(), kExitPassed);
    bad("b.json");
    EXPECT_EQ(run().exit_code(), kExitFailed);
    write("c.json", "[]");
    EXPECT_EQ(run().exit_code(), kExitBroken);
    // A folder stands where the trace should go.
    std::filesystem::create_directories(path_ / "traces" / "a.jsonl");
    EXPECT_EQ(run({.trace_dir = path_ / "traces"}).exit_code(), kExitInternal);
    EXPECT_THAT(printed_, HasSubstr("pbxlab itself failed: cannot write the trace"));
    const std::atomic<bool> interrupt{true};
    EXPECT_EQ(run({.run = {.interrupt = &interrupt}}).exit_code(), kExitInterrupted);
}

TEST_F(Suite, KeepsWhatIsDoneWhenInterrupted) {
    for (const char* name : {"a.json", "b.json", "c.json"}) good(name);
    std::atomic<bool> interrupt{false};
    const auto files = find_scenarios({path_.generic_string()});
    const SuiteResult result = run_suite(*files, {.jobs = 1, .run = {.interrupt = &interrupt}},
                                         [&interrupt](const CaseResult&) { interrupt = true; });
    EXPECT_EQ(result.count(CaseOutcome::Passed), 1U);
    EXPECT_EQ(result.count(CaseOutcome::Skipped), 2U);
    EXPECT_THAT(result.summary(),
                HasSubstr("1 passed, 0 failed, 2 not run: interrupted (3 scenarios"));
}

TEST_F(Suite, EndsAtTheFirstFailureInOrderWhateverTheJobs) {
    many();
    const auto traces = std::filesystem::path{testing::TempDir()} / "pbxlab-fail-fast-traces";
    std::filesystem::remove_all(traces);
    const SuiteResult one = run({.jobs = 1, .trace_dir = traces / "1", .fail_fast = true});
    const std::string with_one = printed_;
    EXPECT_EQ(one.count(CaseOutcome::Failed) + one.count(CaseOutcome::Broken), 1U);
    EXPECT_THAT(one.summary(), HasSubstr(" not run: behind the first failure (40 scenarios"));
    for (int again = 0; again < 5; ++again) {
        const SuiteResult eight = run({.jobs = 8, .trace_dir = traces / "8", .fail_fast = true});
        EXPECT_EQ(with_one, printed_);
        EXPECT_EQ(one.summary(), eight.summary());
        EXPECT_EQ(texts(traces / "1"), texts(traces / "8"));
    }
    std::filesystem::remove_all(traces);
}

TEST_F(Suite, ToldOfAMatrixNamesTheRunAndHowToHaveItAgain) {
    const std::string file =
        write("a.json", R"({"name": "to ${to}", "matrix": {"to": ["1", "../2"], "opens": [1, 2]},
        "switch": {"lines": {"alice": {"address": "1001"}}},
        "steps": [{"line": "alice", "check": {"opens": "${opens}"}}]})");
    const auto plan = plan_runs(find_scenarios({file}).value(), {});
    ASSERT_EQ(plan->runs.size(), 4U);
    const SuiteResult result = run_suite(plan->runs, {.trace_dir = path_ / "traces"});
    EXPECT_EQ(result.count(CaseOutcome::Failed), 2U);
    EXPECT_THAT(result.cases[1].text, HasSubstr("FAIL  a.json[to=1,opens=2]  to 1\n"));
    EXPECT_THAT(result.cases[1].text, HasSubstr("again:    pbxlab run " + file +
                                                " --seed 1 --filter '[to=1,opens=2]'\n"));
    EXPECT_EQ(result.cases[3].suffix, "[to=../2,opens=2]");
    EXPECT_THAT(text_of(path_ / "traces" / "a[to=.._2,opens=2].jsonl"),
                HasSubstr(R"("run":"[to=../2,opens=2]")"));
}

TEST_F(Suite, SaysInWhichRunOfAMatrixAFileIsBroken) {
    const std::string file = write("a.json", R"({"name": "x", "matrix": {"t": ["1s", "soon"]},
        "switch": {}, "steps": [{"wait": "${t}"}]})");
    const auto plan = plan_runs(find_scenarios({file}).value(), {});
    const SuiteResult result = run_suite(plan->runs, {});
    EXPECT_EQ(result.cases[0].outcome, CaseOutcome::Passed);
    EXPECT_THAT(result.cases[1].text, HasSubstr("is not a duration (in the run [t=soon])"));
}

TEST_F(Suite, OnlyReadsWhenItValidates) {
    bad("a.json");
    write("b.json", "{}");
    const SuiteResult result = run({.validate_only = true});
    EXPECT_EQ(result.exit_code(), kExitBroken);
    EXPECT_EQ(result.summary(true), "1 valid, 1 broken (2 scenarios)");
    EXPECT_THAT(printed_, HasSubstr("PASS  a.json  about a.json\n"));
}

TEST_F(Suite, RepeatsAFailureWithTheSeedItNames) {
    const std::string file = write(
        "chance.json", R"({"name": "chance", "switch": {"lines": {"alice": {"address": "1001"}},
        "outside": {"zoe": {"number": "5551234", "does": "answers", "after": {"least": "1s",
        "most": "40s"}}}},
        "steps": [{"line": "alice", "do": "makeCall", "to": "95551234", "as": "a1"},
                  {"call": "a1", "expect": "connected", "within": "15s"}]})");
    std::uint64_t seed = 1;
    while (seed < 100 && run({.run = {.seed = seed}}).exit_code() == kExitPassed) ++seed;
    const std::string first = printed_;
    EXPECT_THAT(first, HasSubstr("--seed " + std::to_string(seed) + "\n"));
    // The command that it names: the file alone, with the same seed.
    const auto alone = find_scenarios({file});
    const SuiteResult again = run_suite(*alone, {.run = {.seed = seed}});
    EXPECT_EQ(again.cases.front().text, first);
}

TEST_F(Suite, PutsEachTraceBelowItsFolder) {
    const ScenarioFile x{.file = "a/hold/x.json", .root = "a", .id = "hold/x.json"};
    const ScenarioFile other{.file = "b/hold/x.json", .root = "b", .id = "hold/x.json"};
    const ScenarioFile y{.file = "b/y.json", .root = "b", .id = "y.json"};
    EXPECT_THAT(trace_names({{x, x.id}, {other, other.id}, {y, "y.json#1"}, {y, "y.json#2"}}),
                testing::ElementsAre("hold/x.jsonl", "hold/x~2.jsonl", "y#1.jsonl", "y#2.jsonl"));
}

TEST(Workers, DoEachPieceOnce) {
    for (const unsigned jobs : {0U, 1U, 3U, 64U}) {
        std::vector<int> done(100);
        spread(done.size(), jobs, [&done](std::size_t i) { ++done[i]; });
        EXPECT_EQ(done, std::vector<int>(100, 1));
    }
    spread(0, 4, [](std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace pbxlab::harness::test
