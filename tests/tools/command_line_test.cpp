// The pbxlab command as a person or a script runs it.
#include "tests/tools/command_line.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace pbxlab::harness::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST_F(CommandLine, RunsAFolder) {
    good("hold/a.json");
    good("b.json");
    const Ended ended = pbxlab({"run", root()});
    EXPECT_EQ(ended.code, 0) << ended.error;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("PASS  b.json  about b.json (3 steps, "),
                                 HasSubstr("2 passed, 0 failed (2 scenarios, ")));
    EXPECT_EQ(ended.error, "");
}

// Whatever a matrix puts into the name of a run, the command that a failure names runs it alone.
TEST_F(CommandLine, RunsAgainWhatAFailureNames) {
    write("it's one.json",
          R"~({"name": "x", "matrix": {"to": ["*72", "?72", "172", "a\tb", "a\u0001b",
        "$(exit 9)", "it's", "`x`", "\"", "-1", "ä"], "opens": [1, 2]},
        "switch": {"lines": {"alice": {"address": "1001"}}},
        "steps": [{"line": "alice", "check": {"opens": "${opens}"}}]})~");
    const Ended all = pbxlab({"run", root()});
    EXPECT_THAT(all.out, HasSubstr("11 passed, 11 failed"));
    constexpr std::string_view kAgain = "again:    pbxlab";
    std::size_t seen = 0;
    for (std::size_t at = all.out.find(kAgain); at != std::string::npos;
         at = all.out.find(kAgain, at + 1)) {
        const std::size_t from = at + kAgain.size();
        const std::string words = all.out.substr(from, all.out.find('\n', from) - from);
        const std::string command = PBXLAB_EXECUTABLE + words + " > '" + out() + "' 2>&1";
        const int status = std::system(command.c_str());  // a shell, as it is pasted into
        EXPECT_EQ(WEXITSTATUS(status), 1) << command;
        EXPECT_THAT(text_of(out()), HasSubstr("0 passed, 1 failed (1 scenario")) << command;
        ++seen;
    }
    EXPECT_EQ(seen, 11U);
}

TEST_F(CommandLine, TellsByItsExitCodeHowItWent) {
    good("good/a.json");
    bad("bad/a.json");
    write("broken/a.json", "{");
    EXPECT_EQ(pbxlab({"run", root() + "/good"}).code, 0);
    EXPECT_EQ(pbxlab({"run", root() + "/bad"}).code, 1);
    EXPECT_EQ(pbxlab({"run", root() + "/broken"}).code, 3);
    EXPECT_EQ(pbxlab({"run", root()}).code, 3);
    EXPECT_EQ(pbxlab({"run", root(), "--filter", "nothing"}).code, 4);
    EXPECT_EQ(pbxlab({"run", root() + "/none"}).code, 2);
    EXPECT_EQ(pbxlab({"run", root() + "/good", "--report", "junit=" + root()}).code, 5);
}

TEST_F(CommandLine, ExplainsAWrongOne) {
    struct Wrong {
        std::vector<std::string> words;
        std::string_view said;
    };
    good("a.json");
    const std::string path = root();
    const std::vector<Wrong> all = {
        {{}, "no command is given"},
        {{"rnu", path}, "pbxlab has no command \"rnu\"; did you mean \"run\"?"},
        {{"run"}, "no PATH of a scenario or a folder of scenarios is given"},
        {{"run", path, "--repeat", "0"}, "--repeat 0: expected a whole number from 1 to 1000000"},
        {{"run", path, "--repeat", "99999999999999999999"}, "--repeat 99999999999999999999: expec"},
        {{"run", path, "--repeat", "2", "--repeat=-1"}, "--repeat -1: expected a whole number"},
        {{"run", path, "--order", "randon"}, "did you mean \"random\"?"},
        {{"run", path, "--shard", "0/2"}, "--shard 0/2: expected i/n such as 1/4"},
        {{"run", path, "--shard", "3/2"}, "--shard 3/2: expected i/n"},
        {{"run", path, "--shard", "1"}, "--shard 1: expected i/n"},
        {{"run", path, "--shard", "1/0"}, "--shard 1/0: expected i/n"},
        {{"run", path, "--shard", "1/2x"}, "--shard 1/2x: expected i/n"},
        {{"run", path, "--shard", "1/10000000000"}, "n at most 1000000"},
        {{"run", path, "--tga", "x"}, "did you mean \"--tag\"?"},
        {{"run", path, "--speed", "fast"}, "--speed fast: expected a number from 0.001 to 1000000"},
        {{"run", path, "--speed", "0"}, "--speed 0: expected a number"},
        {{"run", path, "--speed", "1.2345"}, "--speed 1.2345: expected a number"},
        {{"run", path, "--speed", "1e3"}, "--speed 1e3: expected a number"},
        {{"run", path, "--speed", "99999999999"}, "--speed 99999999999: expected a number"},
        {{"run", path, "--speed=-1"}, "--speed -1: expected a number"},
        {{"run", path, "--speed", "."}, "--speed .: expected a number"},
        {{"run", path, "--update", "--repeat", "2"}, "a file has one set of traces"},
        {{"run", path, "--sede", "4"}, "pbxlab run has no option --sede; did you mean \"--seed\"?"},
        {{"run", path, "--jbos=4"}, "did you mean \"--jobs\"?"},
        {{"run", path, "-x"}, "pbxlab run has no option -x"},
        {{"run", path, "--seed", "many"}, "--seed many: expected a whole number from 0 to 1844"},
        {{"run", path, "--seed=-1"}, "--seed -1: expected a whole number"},
        {{"run", path, "--jobs", "2x"}, "--jobs 2x: expected a whole number from 0 to 1024"},
        {{"run", path, "--seed"}, "seed"},
        {{"run", path, "--jobs", "100000"}, "from 0 to 1024"},
        {{"run", path, "--color", "allways"}, "did you mean \"always\"?"},
        {{"run", path, "--report", "junti=x"}, "did you mean \"junit\"?"},
        {{"run", path, "--report", "junit"}, "expected junit=FILE"},
        {{"run", path, "--trace-dir", path + "/a.json"}, "is no folder"},
        {{"run", path + "/none"}, "there is no such file or folder"},
        {{"describe", "lineHoldd"}, "did you mean \"lineHold\"?"},
        {{"schema", "x"}, "takes no argument"},
        {{"run", path, "--provider", ""}, "--provider is given an empty text"},
        {{"run", path, "--provider", "generic", "--update"}, "--update and --provider"},
        {{"providers", "generc"}, "did you mean \"generic\"?"},
        {{"help", "rum"}, "did you mean \"run\"?"},
    };
    for (const Wrong& wrong : all) {
        const Ended ended = pbxlab(wrong.words);
        EXPECT_EQ(ended.code, 2) << wrong.said;
        EXPECT_THAT(ended.error, HasSubstr(std::string{wrong.said}));
        EXPECT_EQ(ended.out, "");
    }
}

TEST_F(CommandLine, SaysThatItsOutputWentNowhere) {
    const std::string run = "'" PBXLAB_EXECUTABLE "' schema >/dev/full 2>'" + out() + ".error'";
    const int status = std::system(run.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 5);
    EXPECT_EQ(text_of(out() + ".error"),
              "pbxlab: cannot write to standard output: No space left on device\n");
}

TEST_F(CommandLine, ShowsItsHelpAndVersion) {
    EXPECT_THAT(pbxlab({"--version"}).out,
                testing::MatchesRegex("pbxlab [0-9]+\\.[0-9]+\\.[0-9]+\n"));
    const std::string help = pbxlab({"help"}).out;
    for (const char* command :
         {"run", "validate", "list", "schema", "describe", "providers", "help"}) {
        EXPECT_THAT(help, HasSubstr(std::string{"\n  "} + command));
    }
    EXPECT_EQ(pbxlab({"--help"}).out, help);
    const Ended run = pbxlab({"run", "--help"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("--seed N"), HasSubstr("--report KIND=FILE"),
                               HasSubstr("Examples:"), HasSubstr("Exit codes:")));
    EXPECT_EQ(pbxlab({"help", "run"}).out, run.out);
}

TEST_F(CommandLine, PrintsTheSameWithOneJobAsWithEight) {
    for (int i = 0; i < 20; ++i)
        (i % 5 == 2 ? bad(std::to_string(i) + ".json") : good(std::to_string(i) + ".json"));
    EXPECT_EQ(pbxlab({"run", root(), "--jobs", "1"}).out,
              pbxlab({"run", root(), "--jobs", "8"}).out);
}

TEST_F(CommandLine, WritesReportsAndTraces) {
    good("hold/a.json");
    const Ended ended = pbxlab({"run", root(), "--report", "junit=" + root() + "/one, two.xml",
                                "--report", "junit=" + root() + "/2.xml", "--trace-dir",
                                root() + "/traces", "--seed", "18446744073709551615"});
    EXPECT_EQ(ended.code, 0) << ended.error;
    EXPECT_THAT(text_of(path_ / "one, two.xml"), HasSubstr("<testsuite name=\"hold\" tests=\"1\""));
    EXPECT_THAT(text_of(path_ / "2.xml"), HasSubstr("<testsuite name=\"hold\" tests=\"1\""));
    EXPECT_THAT(text_of(path_ / "traces" / "hold" / "a.jsonl"),
                HasSubstr("\"seed\":18446744073709551615,"));
}

TEST_F(CommandLine, RepeatsAFailureWithTheCommandItNames) {
    bad("a.json");
    const std::string text = pbxlab({"run", root(), "--seed", "5", "--check-invariants=false"}).out;
    EXPECT_THAT(text, HasSubstr("  again:    pbxlab run " + root() +
                                "/a.json --seed 5 --check-invariants=false\n"));
}

TEST_F(CommandLine, ChoosesByFilter) {
    for (const char* name : {"hold/a.json", "hold/b.json", "drop/a.json"}) good(name);
    EXPECT_THAT(pbxlab({"run", root(), "--filter", "hold/*", "--filter", "drop"}).out,
                HasSubstr("3 passed"));
    EXPECT_THAT(pbxlab({"run", root(), "--filter", "*/a.json"}).out, HasSubstr("2 passed"));
    const std::string listed = pbxlab({"run", root(), "--filter", "hold", "--list"}).out;
    EXPECT_EQ(listed, root() + "/hold/a.json\n" + root() + "/hold/b.json\n");
}

TEST_F(CommandLine, ChoosesByTagAndListsTags) {
    good("a.json");
    write("b.json", tagged("\"slow\", \"night\""));
    write("c.json", tagged("\"slow\""));
    EXPECT_THAT(pbxlab({"run", root(), "--tag", "slow"}).out, HasSubstr("2 passed"));
    EXPECT_THAT(pbxlab({"run", root(), "--tag", "n?ght", "--tag", "none"}).out,
                HasSubstr("PASS  b.json"));
    EXPECT_THAT(pbxlab({"run", root(), "--exclude-tag", "n*"}).out,
                AllOf(HasSubstr("a.json"), HasSubstr("c.json"), HasSubstr("2 passed")));
    EXPECT_EQ(pbxlab({"list", root(), "--tag", "night"}).out,
              "b.json  tagged  tags: slow, night\n");
    EXPECT_EQ(pbxlab({"validate", root(), "--tag", "nothing"}).code, 4);
}

TEST_F(CommandLine, StopsAtTheFirstFailureWhenAskedTo) {
    good("a.json");
    bad("b.json");
    for (const char* name : {"c.json", "d.json", "e.json"}) good(name);
    for (const char* jobs : {"1", "8"}) {
        const Ended ended = pbxlab({"run", root(), "--fail-fast", "--jobs", jobs});
        EXPECT_EQ(ended.code, 1);
        EXPECT_THAT(ended.out, HasSubstr("1 passed, 1 failed, 3 not run: behind the first failure "
                                         "(5 scenarios, "));
        EXPECT_THAT(ended.out, Not(HasSubstr("c.json")));
    }
}

TEST_F(CommandLine, RepeatsEachScenarioWithASeedOfItsOwn) {
    bad("a.json");
    const std::string text = pbxlab({"run", root(), "--repeat", "3", "--seed", "40"}).out;
    EXPECT_THAT(text, AllOf(HasSubstr("FAIL  a.json#1  about a.json"), HasSubstr("--seed 40\n"),
                            HasSubstr("FAIL  a.json#3  about a.json"), HasSubstr("--seed 42\n"),
                            HasSubstr("0 passed, 3 failed (3 scenarios, ")));
    EXPECT_EQ(pbxlab({"run", root(), "--repeat", "3", "--filter", "#2", "--list"}).out,
              root() + "/a.json#2\n");
}

TEST_F(CommandLine, SaysHowARandomOrderIsHadAgain) {
    for (int i = 0; i < 10; ++i) good(std::to_string(i) + ".json");
    const std::string text = pbxlab({"run", root(), "--order", "random", "--seed", "9"}).out;
    EXPECT_THAT(text, HasSubstr("Random order: again with --order random --seed 9\n"));
    EXPECT_EQ(pbxlab({"run", root(), "--order", "random", "--seed", "9"}).out, text);
    EXPECT_NE(pbxlab({"run", root(), "--order", "random", "--seed", "9", "--list"}).out,
              pbxlab({"run", root(), "--list"}).out);
}

// Sets variables for the commands of one test.
class Variables {
 public:
    explicit Variables(std::vector<std::pair<std::string, std::string>> all)
        : all_{std::move(all)} {
        for (const auto& [name, value] : all_) setenv(name.c_str(), value.c_str(), 1);
    }
    ~Variables() {
        for (const auto& [name, value] : all_) unsetenv(name.c_str());
    }
    Variables(const Variables&) = delete;
    Variables& operator=(const Variables&) = delete;

 private:
    std::vector<std::pair<std::string, std::string>> all_;
};

TEST_F(CommandLine, PlaysItsShardByOptionAndByTheVariablesOfRunners) {
    for (const char* name : {"a.json", "b.json", "c.json"}) good(name);
    const std::string second = root() + "/b.json\n";
    const std::vector<std::string> list = {"run", root(), "--list"};
    EXPECT_EQ(pbxlab({"run", root(), "--list", "--shard", "2/3"}).out, second);
    const std::string status = root() + "/status";
    {
        const Variables set{{{"GTEST_TOTAL_SHARDS", "3"},
                             {"GTEST_SHARD_INDEX", "1"},
                             {"GTEST_SHARD_STATUS_FILE", status}}};
        EXPECT_EQ(pbxlab(list).out, second);
        EXPECT_TRUE(std::filesystem::remove(status));
        EXPECT_EQ(pbxlab({"run", root(), "--list", "--shard", "1/3"}).out, root() + "/a.json\n");
    }
    {
        const Variables set{{{"TEST_TOTAL_SHARDS", "3"},
                             {"TEST_SHARD_INDEX", "1"},
                             {"TEST_SHARD_STATUS_FILE", status}}};
        EXPECT_EQ(pbxlab(list).out, second);
        EXPECT_TRUE(std::filesystem::exists(status));
    }
    const Variables set{{{"GTEST_TOTAL_SHARDS", "3"}, {"GTEST_SHARD_INDEX", "3"}}};
    const Ended wrong = pbxlab(list);
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.error, HasSubstr("the environment variable GTEST_SHARD_INDEX is \"3\": "
                                       "expected a whole number from 0 to 2"));
}

TEST_F(CommandLine, HasNothingToDoInAnEmptyShard) {
    good("a.json");
    const Ended ended = pbxlab({"run", root(), "--shard", "2/2"});
    EXPECT_EQ(ended.code, 0);
    EXPECT_THAT(ended.out, HasSubstr("0 passed, 0 failed (0 scenarios, "));
}

TEST_F(CommandLine, DoesAsBazelsVariablesSay) {
    good("a.json");
    good("b.json");
    const std::string report = root() + "/bazel.xml";
    const Variables set{{{"XML_OUTPUT_FILE", report}, {"TESTBRIDGE_TEST_ONLY", "b.json"}}};
    EXPECT_THAT(pbxlab({"run", root()}).out, HasSubstr("1 passed"));
    EXPECT_THAT(text_of(report), HasSubstr("<testsuites name=\"pbxlab\" tests=\"1\""));
}

TEST_F(CommandLine, ColoursOnlyWhenItShould) {
    good("a.json");
    EXPECT_THAT(pbxlab({"run", root()}).out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(pbxlab({"run", root(), "--color", "always"}).out,
                HasSubstr("\x1b[32mPASS\x1b[0m  a.json"));
    EXPECT_THAT(pbxlab({"run", root(), "--color=never"}).out, Not(HasSubstr("\x1b")));
}

TEST_F(CommandLine, EndsCleanlyWhenInterrupted) {
    good("a.json");
    write("b.json", R"({"name": "long", "switch": {"lines": {"alice": {"address": "1001"}}},
        "steps": [{"line": "alice", "phone": "lift"},
        {"repeat": 1000000, "steps": [{"wait": "1us"}, {"line": "alice", "check": {"opens": 1}},
        {"wait": "1us"}, {"line": "alice", "check": {"opens": 1}}, {"wait": "1us"},
        {"line": "alice", "check": {"opens": 1}}]}]})");
    good("c.json");
    const std::string report = root() + "/report.xml";
    const pid_t process = start({"run", root(), "--jobs", "1", "--report", "junit=" + report});
    while (text_of(out()).find("PASS  a.json") == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    kill(process, SIGINT);
    const Ended ended = finish(process);
    EXPECT_EQ(ended.code, 130);
    EXPECT_THAT(ended.out, HasSubstr("1 passed, 0 failed, 2 not run: interrupted (3 scenarios"));
    EXPECT_THAT(text_of(report), HasSubstr("skipped=\"2\""));
}

TEST_F(CommandLine, EndsCleanlyWhenInterruptedInRealTime) {
    write("a.json", R"({"name": "long", "switch": {"lines": {"alice": {"address": "1001"}}},
        "steps": [{"line": "alice", "phone": "lift"}, {"wait": "24h"}]})");
    const pid_t process = start({"run", root(), "--speed", "1", "--order", "random"});
    while (text_of(out()).find("Random order") == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    kill(process, SIGINT);
    EXPECT_EQ(finish(process).code, 130);
}

TEST_F(CommandLine, SurvivesAReaderThatGoesAway) {
    for (int i = 0; i < 30; ++i) good(std::to_string(i) + ".json");
    const std::string command = std::string{"{ '"} + PBXLAB_EXECUTABLE + "' run '" + root() +
                                "' --jobs 1; echo $? >'" + out() + "'; } | head -n 1 >/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);  // NOLINT(cert-env33-c)
    EXPECT_EQ(text_of(out()), "0\n");
}

}  // namespace
}  // namespace pbxlab::harness::test
