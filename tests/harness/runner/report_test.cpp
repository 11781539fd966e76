#include "harness/report.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

class Report : public testing::Test {
 protected:
    Report() : folder_{std::filesystem::path{testing::TempDir()} / "report test"} {
        std::filesystem::create_directories(folder_);
    }
    ~Report() override { std::filesystem::remove_all(folder_); }

    Scenario written(std::string_view text) {
        const auto file = folder_ / "hold it.json";
        std::ofstream{file, std::ios::binary} << text;
        auto scenario = read_scenario(file, folder_);
        EXPECT_TRUE(scenario) << scenario.error().text();
        return scenario ? *scenario : Scenario{};
    }

    std::filesystem::path folder_;
};

TEST_F(Report, OfAFailureExplainsItself) {
    const Scenario scenario = written(
        "{\n"
        "  \"name\": \"Holding\", \"why\": \"because\",\n"
        "  \"switch\": {\"lines\": {\"alice\": {\"address\": \"1001\"}}},\n"
        "  \"steps\": [\n"
        "    {\"line\": \"alice\", \"do\": \"makeCall\", \"to\": null, \"as\": \"a1\"},\n"
        "    {\"call\": \"a1\", \"expect\": \"dialtone\"},\n"
        "    {\"call\": \"a1\", \"do\": \"hold\"}\n"
        "  ]\n"
        "}\n");
    const RunResult result = run_scenario(scenario, {.seed = 9});
    ASSERT_EQ(result.outcome, Outcome::Failed);
    const std::string file = scenario.file;
    EXPECT_EQ(failed_text(scenario, result),
              "FAIL  hold it.json  Holding\n"
              "  " +
                  file +
                  ":7:5: step 3\n"
                  "      {\"call\": \"a1\", \"do\": \"hold\"}\n"
                  "  hold of a1 was refused at return at 0.210000 s (step 3)\n"
                  "  expected: success\n"
                  "  got:      LINEERR_INVALCALLSTATE\n"
                  "  notes:\n"
                  "      a rule: lineHold: State CONNECTED else LINEERR_INVALCALLSTATE\n"
                  "      a1 is dialtone/normal, privilege owner\n"
                  "  last messages:\n"
                  "      0.210000  alice  a1  CALLSTATE DIALTONE/NORMAL\n"
                  "  ladder:\n"
                  "              time   alice\n"
                  "          0.000000   [makeCall]\n"
                  "          0.210000   a1 dialtone/normal\n"
                  "          0.210000   [hold a1]\n"
                  "  why:      because\n"
                  "  again:    pbxlab run '" +
                  file + "' --seed 9\n");
}

TEST_F(Report, OfAWatchNamesBothSteps) {
    const Scenario scenario =
        written(R"({"name": "n", "switch": {"lines": {"alice": {"address": "1001"}}}, "steps": [
        {"line": "alice", "do": "makeCall", "to": null, "as": "a1"},
        {"call": "a1", "never": "dialtone"},
        {"wait": "5s"}]})");
    const RunResult result = run_scenario(scenario);
    const std::string text = failed_text(scenario, result);
    EXPECT_THAT(text, HasSubstr(":3:9: watched or listed here"));
    EXPECT_THAT(text, HasSubstr(":4:9: step 3 was being played"));
}

TEST(ReportText, OfASuccessIsOneLine) {
    Scenario scenario = over_three_lines(R"({"wait": "3400ms"})");
    scenario.path = "hold/swap.json";
    EXPECT_EQ(passed_text(scenario, run_scenario(scenario)),
              "PASS  hold/swap.json  test (1 step, 3.4 s simulated)\n");
}

TEST(ReportText, QuotesPathsForAShell) {
    EXPECT_EQ(shell_quoted("scenarios/hold/swap.json"), "scenarios/hold/swap.json");
    EXPECT_EQ(shell_quoted("a b"), "'a b'");
    EXPECT_EQ(shell_quoted("it's"), "'it'\\''s'");
    EXPECT_EQ(shell_quoted("$(rm)"), "'$(rm)'");
    EXPECT_EQ(shell_quoted(""), "''");
    EXPECT_EQ(shell_quoted("-x.json"), "./-x.json");
    EXPECT_EQ(shell_quoted("a\n'\xFF"), R"($'a\012\'\377')");
}

TEST(ReportText, NamesOptionsThatTheRepeatNeeds) {
    Scenario scenario = over_three_lines(R"({"line": "alice", "check": {"opens": 7}})");
    EXPECT_THAT(
        failed_text(scenario, run_scenario(scenario), {.options = "--check-invariants=false"}),
        HasSubstr("pbxlab run test.json --seed 1 --check-invariants=false\n"));
}

TEST(ProgressText, FitsItsWidthAndKeepsTheEndOfTheName) {
    EXPECT_EQ(progress_text(3, 10, "hold/swap.json", 79), "[3/10] hold/swap.json");
    EXPECT_EQ(progress_text(3, 10, "hold/swap.json", 20), "[3/10] .../swap.json");
    EXPECT_EQ(progress_text(3, 10, "hold/swap.json", 8), "[3/10] ");
    EXPECT_EQ(progress_text(3, 10, "hold/swap.json", 3), "[3/");
    EXPECT_EQ(progress_text(3, 10, "a\nb", 79),
              "[3/10] a\xEF\xBF\xBD"
              "b");
    for (std::size_t width = 0; width < 40; ++width) {
        const std::string text = progress_text(
            3, 10, "\xC3\xA4\xC3\xB6\xC3\xBC.../\xE2\x82\xAC\xE2\x82\xAC.json", width);
        EXPECT_LE(text.size(), width);
        EXPECT_EQ(text.find("\xEF\xBF\xBD"), std::string::npos);
    }
}

}  // namespace
}  // namespace pbxlab::harness::test
