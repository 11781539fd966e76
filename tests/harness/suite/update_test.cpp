#include "harness/update.h"

#include <gmock/gmock.h>

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

TEST_F(Update, IsNotForTheRunsOfAMatrix) {
    const std::string file = call(R"(, "matrix": {"n": [1, 2]}, "traces": {"b1": ["idle"]})");
    const std::string before = text_of(file);
    EXPECT_EQ(run(true).exit_code(), kExitFailed);
    EXPECT_EQ(text_of(file), before);
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
