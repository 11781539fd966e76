// What the pbxlab command lists and explains.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/command_line.h"

namespace pbxlab::harness::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST_F(CommandLine, Validates) {
    bad("a.json");
    EXPECT_EQ(pbxlab({"validate", root()}).out,
              "PASS  a.json  about a.json\n1 valid (1 scenario)\n");
    write("b.json", R"({"name": "b", "switch": {"lines": {}}, "steps": [{"expct": "idle"}]})");
    const Ended ended = pbxlab({"validate", root()});
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.out, HasSubstr("b.json:1:"));
    EXPECT_THAT(ended.out, HasSubstr("expect"));
}

TEST_F(CommandLine, ListsScenariosAndOperations) {
    good("a.json");
    EXPECT_EQ(pbxlab({"list", root()}).out, "a.json  about a.json  [lineMakeCall]\n");
    EXPECT_THAT(pbxlab({"list", root(), "--operations"}).out,
                AllOf(HasSubstr("lineMakeCall (1)\n    a.json\n"), HasSubstr("lineHold (0)\n")));
}

TEST_F(CommandLine, PrintsTheSchema) {
    const auto schema = nlohmann::json::parse(pbxlab({"schema"}).out);
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    const auto office = nlohmann::json::parse(pbxlab({"schema", "--office"}).out);
    EXPECT_EQ(office.at("title"), "pbxlab office");
    const auto provider = nlohmann::json::parse(pbxlab({"schema", "--provider"}).out);
    EXPECT_EQ(provider.at("title"), "pbxlab provider profile");
}

TEST_F(CommandLine, ListsAndExplainsProviders) {
    write("providers/mine.json",
          R"({"name":"Ours","facts":[{"source":"page 7","says":"It drops.",)"
          R"("settings":{"answer_mode":"drop"}}],"assumptions":[{"why":"Seen so.",)"
          R"("settings":{"ring_cycle":"5s"}}]})");
    const Ended list = pbxlab({"providers", "--root", root()});
    EXPECT_EQ(list.code, 0);
    EXPECT_THAT(list.out, AllOf(HasSubstr("generic "), HasSubstr("mine "),
                                HasSubstr("Ours (2 settings, 1 documented, 1 assumed)\n")));
    const Ended mine = pbxlab({"providers", "mine", "--root", root()});
    EXPECT_EQ(mine.out,
              "mine: Ours\n\n"
              "answer_mode: drop (usually hold)\n"
              "    What answering does to the call that is active. (one of: none, drop, hold)\n"
              "    documented: It drops. (page 7)\n"
              "ring_cycle: 5 s (usually 6 s)\n"
              "    One ring and the silence behind it. (a time)\n"
              "    assumed: Seen so.\n");
    EXPECT_THAT(pbxlab({"providers", "mine", "--keys", "--root", root()}).out,
                HasSubstr("\ncall_waiting: true\n"));
    good("a.json");
    const Ended under = pbxlab({"run", root(), "--provider", "mine", "--provider", "generic"});
    EXPECT_EQ(under.code, 0);
    EXPECT_THAT(under.out, AllOf(HasSubstr("PASS  a.json@mine "), HasSubstr("a.json@generic ")));
    EXPECT_THAT(pbxlab({"list", root(), "--provider", "mine", "--provider", "generic"}).out,
                HasSubstr("  (2 runs)\n"));
    const Ended unknown = pbxlab({"run", root(), "--provider", "mien"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.error, HasSubstr("did you mean \"mine\"?"));
    write("providers/broken.json", "{}");
    const Ended broken = pbxlab({"providers", "--root", root()});
    EXPECT_EQ(broken.code, 3);
    EXPECT_THAT(broken.error, HasSubstr("broken.json:1:1"));
    EXPECT_THAT(broken.out, HasSubstr("mine "));
}

TEST_F(CommandLine, DescribesAnOperationFromItsGuards) {
    const std::string text = pbxlab({"describe", "lineHold"}).out;
    EXPECT_THAT(text, AllOf(HasSubstr("lineHold\n"), HasSubstr("LINEERR_INVALCALLSTATE"),
                            HasSubstr("nf-tapi-linehold")));
    EXPECT_EQ(pbxlab({"describe", "HOLD"}).out, text);
    EXPECT_THAT(pbxlab({"describe"}).out, HasSubstr("lineSwapHold"));
    EXPECT_THAT(pbxlab({"describe"}).out, HasSubstr("ITBasicCallControl::SwapHold"));
    EXPECT_THAT(pbxlab({"describe", "Hold"}).out, HasSubstr("comes down to: lineHold, lineUnhold"));
}

}  // namespace
}  // namespace pbxlab::harness::test
