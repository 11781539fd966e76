#include "harness/update.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "harness/suite.h"
#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

const std::vector<SeenTrace> kSeen = {{"a1", {"dialtone", "idle"}}, {"b1", {"offering"}}};

class Update : public Folder {
 protected:
    // A call from alice to bob that rings, with these words behind its steps.
    std::string call(const std::string& words) const {
        return write("a.json",
                     R"({"name": "x", "switch": {"lines": {"alice": {"address": "1001"},
  "bob": {"address": "1002"}}}, "steps": [
  {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
  {"line": "bob", "expect": "offering", "as": "b1"}])" +
                         words + "}\n");
    }
    SuiteResult run(bool update) const {
        return run_suite(find_scenarios({path_.generic_string()}).value(), {.update = update});
    }
};

TEST_F(Update, WritesOnlyTheTraceThatDiffers) {
    const std::string file =
        call(",\n  \"traces\" : {\n\t\"b1\": [\"...\"],  \"a1\" :\n [ \"dialtone\" ] }");
    const std::string before = text_of(file);
    EXPECT_EQ(run(false).exit_code(), kExitFailed);
    EXPECT_EQ(text_of(file), before);
    const SuiteResult updated = run(true);
    EXPECT_EQ(updated.exit_code(), kExitPassed);
    EXPECT_THAT(updated.cases[0].text, HasSubstr("  wrote the traces of a1 into " + file + "\n"));
    std::string expected = before;
    const std::string old = "[ \"dialtone\" ]";
    expected.replace(expected.find(old), old.size(),
                     R"(["dialtone", "dialing", "proceeding", "ringback"])");
    EXPECT_EQ(text_of(file), expected);
    EXPECT_EQ(run(false).exit_code(), kExitPassed);
}

TEST_F(Update, WritesNothingWhenNothingDiffers) {
    const std::string file = call(R"(, "traces": {"b1": ["offering"]})");
    std::filesystem::last_write_time(file, {});
    EXPECT_EQ(run(true).exit_code(), kExitPassed);
    EXPECT_EQ(std::filesystem::last_write_time(file), std::filesystem::file_time_type{});
}

TEST_F(Update, WritesTheTracesOfAllNamedCallsWhereThereAreNone) {
    const std::string file = call("");
    EXPECT_EQ(run(true).exit_code(), kExitPassed);
    EXPECT_THAT(text_of(file), testing::EndsWith(
                                   R"("as": "b1"}],
  "traces": {
    "a1": ["dialtone", "dialing", "proceeding", "ringback"],
    "b1": ["offering"]
  }}
)"));
    EXPECT_EQ(run(false).exit_code(), kExitPassed);
}

TEST_F(Update, KeepsModesWhereTheTraceNamesThem) {
    const std::string file = call(R"(, "traces": {"b1": ["offering/inactive"]})");
    EXPECT_EQ(run(true).exit_code(), kExitPassed);
    EXPECT_THAT(text_of(file), HasSubstr(R"("traces": {"b1": ["offering/active"]}})"));
}

TEST_F(Update, LeavesAFileAloneThatFailsOtherwise) {
    const std::string file = bad("a.json");
    const std::string before = text_of(file);
    EXPECT_EQ(run(true).exit_code(), kExitFailed);
    EXPECT_EQ(text_of(file), before);
}

TEST_F(Update, FailsATraceOfACallThatNobodyNamed) {
    const std::string file = write("a.json", R"({"name": "x", "switch": {"lines": {"alice":
  {"address": "1001"}}}, "steps": [{"line": "alice", "do": "makeCall", "to": "99", "as": "a1",
  "fails": "LINEERR_INVALADDRESS"}], "traces": {"a1": ["idle"]}})");
    const std::string before = text_of(file);
    EXPECT_EQ(run(true).exit_code(), kExitFailed);
    EXPECT_EQ(text_of(file), before);
}

TEST_F(Update, KeepsLinksAndPermissionsAndLeavesNothingBehind) {
    const std::string file = call("");
    std::filesystem::create_directories(path_ / "real");
    std::filesystem::rename(file, path_ / "real/a.txt");
    std::filesystem::create_symlink("real/a.txt", file);
    std::filesystem::permissions(path_ / "real/a.txt", std::filesystem::perms{0640});
    EXPECT_EQ(run(true).exit_code(), kExitPassed);
    EXPECT_TRUE(std::filesystem::is_symlink(file));
    EXPECT_EQ(std::filesystem::status(path_ / "real/a.txt").permissions(),
              std::filesystem::perms{0640});
    EXPECT_THAT(text_of(path_ / "real/a.txt"), HasSubstr("traces"));
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator{path_ / "real"})
        ++files;
    EXPECT_EQ(files, 1U);
}

TEST_F(Update, FindsWordsThatAreWrittenInEscapes) {
    const std::string file = call(R"(, "\u0074race\u0073": {"\u00621": ["idle"]})");
    EXPECT_EQ(run(true).exit_code(), kExitPassed);
    EXPECT_THAT(text_of(file), HasSubstr(R"(, "\u0074race\u0073": {"\u00621": ["offering"]}})"));
    EXPECT_EQ(run(false).exit_code(), kExitPassed);
}

TEST_F(Update, LeavesAFileAloneThatIsNoScenarioAnyMore) {
    for (const char* changed : {R"({"traces": {"a1": []} "steps": []})", R"({"traces": {"a1": []})",
                                R"({"traces": {"a1": [], "a1": []}, "x": [}]})",
                                R"({"traces": {}, "traces": {"a1": 1}})"}) {
        const std::string file = write("a.json", changed);
        EXPECT_EQ(update_traces(file, kSeen), "there is no place for traces in " + file);
        EXPECT_EQ(text_of(file), changed);
    }
}

TEST_F(Update, IsNotForTheRunsOfAMatrix) {
    const std::string file = call(R"(, "matrix": {"n": [1, 2]}, "traces": {"b1": ["idle"]})");
    const std::string before = text_of(file);
    EXPECT_EQ(run(true).exit_code(), kExitFailed);
    EXPECT_EQ(text_of(file), before);
}

// Runs behind the failure do not count, so nothing of them may be written, although some of them
// have been played by then.
TEST_F(Update, WritesNothingOfRunsThatDoNotCount) {
    const std::string call = R"({"name": "x", "switch": {"lines": {"alice": {"address": "1001"},
        "bob": {"address": "1002"}}}, "steps": [
        {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"}, {"wait": "1s"}]})";
    bad("m.json");
    std::string more = scenario("m.json", "2");
    more.insert(more.find("\"steps\": [") + 10,
                R"({"repeat": 2000, "steps": [{"wait": "1ms"}]}, )");
    write("m.json", more);
    for (int i = 0; i < 10; ++i) {
        write("b" + std::to_string(i) + ".json", call);
        write("z" + std::to_string(i) + ".json", call);
    }
    const auto files = find_scenarios({path_.generic_string()}).value();
    const SuiteResult result = run_suite(files, {.jobs = 8, .fail_fast = true, .update = true});
    EXPECT_EQ(result.count(CaseOutcome::Passed), 10U);
    for (int i = 0; i < 10; ++i) {
        EXPECT_NE(text_of(path_ / ("b" + std::to_string(i) + ".json")), call);
        EXPECT_EQ(text_of(path_ / ("z" + std::to_string(i) + ".json")), call);
    }
}

// The second run of a file reads what the first has written into it, with any number of jobs.
TEST_F(Update, WritesTheSameWithOneJobAsWithEight) {
    const auto updated = [this](unsigned jobs) {
        const std::string file = write("a.json", R"({"name": "x", "switch":
            {"lines": {"alice": {"address": "1001"}}, "outside": {"zoe": {"number": "5551234",
            "does": "answers", "after": {"least": "1s", "most": "40s"}}}}, "settle": "0s",
            "steps": [{"line": "alice", "do": "makeCall", "to": "95551234", "as": "a1"},
                      {"wait": "15s"}]})");
        const auto plan = plan_runs(find_scenarios({file}).value(), {.repeat = 9});
        std::string text;
        const SuiteResult result =
            run_suite(plan->runs, {.jobs = jobs, .update = true},
                      [&text](const CaseResult& each) { text += each.text; });
        return text + result.summary() + text_of(file);
    };
    const std::string once = updated(1);
    EXPECT_THAT(once, HasSubstr("wrote the traces of a1"));
    for (int again = 0; again < 5; ++again) EXPECT_EQ(updated(8), once);
}

TEST_F(Update, ThatCannotBeWrittenEndsTheSuite) {
    const std::string file = call("");
    good("b.json");
    // In the way of the new text.
    write(fmt::format(".a.json.{}.tmp/x", ::getpid()), "");
    const auto files = find_scenarios({file, (path_ / "b.json").generic_string()}).value();
    const SuiteResult result = run_suite(files, {.fail_fast = true, .update = true});
    EXPECT_EQ(result.exit_code(), kExitInternal);
    EXPECT_EQ(result.count(CaseOutcome::Skipped), 1U);
    EXPECT_THAT(result.cases[0].text, HasSubstr("cannot write " + file));
}

TEST(WithTraces, FollowsTheLayoutOfTheFile) {
    EXPECT_EQ(with_traces("{\r\n\t\"name\": \"x\"\r\n}\r\n", kSeen),
              "{\r\n\t\"name\": \"x\",\r\n\t\"traces\": {\r\n\t\t\"a1\": [\"dialtone\", "
              "\"idle\"],\r\n\t\t\"b1\": [\"offering\"]\r\n\t}\r\n}\r\n");
    EXPECT_EQ(
        with_traces("{\n \"traces\": { } }", kSeen),
        "{\n \"traces\": {\n  \"a1\": [\"dialtone\", \"idle\"],\n  \"b1\": [\"offering\"]\n } }");
    EXPECT_EQ(with_traces(R"({"steps": [{"traces": {}}], "traces": {"b1": []}})", kSeen),
              "{\"steps\": [{\"traces\": {}}], \"traces\": {\"b1\": [\"offering\"],\n    \"a1\": "
              "[\"dialtone\", \"idle\"]}}");
}

TEST(WithTraces, IsNotMisledByTexts) {
    const std::string json = R"({"why": "\"traces\": {\\", "a": "}]{", "traces": {"b1": ["x"]}})";
    EXPECT_EQ(with_traces(json, {{kSeen[1]}}),
              R"({"why": "\"traces\": {\\", "a": "}]{", "traces": {"b1": ["offering"]}})");
}

TEST(WithTraces, SurvivesWhatIsNoJson) {
    for (const char* wrong : {"", "[", "{", "{\"", "{\"traces", "{\"traces\"", "{\"traces\":",
                              "{\"traces\":{", "{\"traces\":[]}", "{\"a\":\"\\", "}"}) {
        (void)with_traces(wrong, kSeen);
    }
    EXPECT_EQ(with_traces("[]", kSeen), std::nullopt);
}

}  // namespace
}  // namespace pbxlab::harness::test
