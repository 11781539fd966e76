// What is asked of terminals, and how it is said that it is not so.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

constexpr std::string_view kThree = R"("provider": {"terminals": 3})";

// alice is connected, and calls at her address ring at terminal 2 too; then `steps`.
RunResult desk(std::string_view steps) {
    return play(connected(R"({"line": "alice", "do": "setTerminal", "addressId": 0,
        "terminal": 2, "terminalModes": "ringer"},)" +
                          std::string{steps}),
                kThree);
}

TEST(TerminalSteps, LookAtTheLineTheAddressAndTheCall) {
    expect_passed(desk(R"({"line": "alice", "check": {"terminal": 2, "terminalModes": []}},
        {"line": "alice", "check": {"addressId": 0, "terminal": 2, "terminalModes": "ringer"}},
        {"call": "a1", "check": {"terminal": 2, "terminalModes": "ringer"}},
        {"line": "bob", "check": {"addressId": 0, "terminal": 2, "terminalModes": []}})"));
}

TEST(TerminalSteps, SayWhatGoesThereInstead) {
    EXPECT_THAT(verdict(desk(R"({"call": "a1", "check": {"terminal": 2, "terminalModes": []}})")),
                HasSubstr("terminalModes is ringer, not none"));
    EXPECT_THAT(verdict(desk(R"({"line": "alice", "check": {"addressId": 0, "terminal": 2,
                    "terminalModes": ["ringer", "mediaFromLine"]}})")),
                HasSubstr("terminalModes is ringer, not ringer+mediaFromLine"));
    EXPECT_THAT(verdict(desk(R"({"call": "a1", "check": {"terminal": 3, "terminalModes": []}})")),
                HasSubstr("there is no terminal 3"));
    EXPECT_THAT(verdict(desk(R"({"line": "alice", "check": {"terminals": 2}})")),
                HasSubstr("terminals is 3, not 2"));
}

TEST(TerminalSteps, SayWhatATerminalIsAndTakes) {
    expect_passed(desk(R"({"line": "alice", "check": {"terminal": 1, "terminalDevice": "headset",
        "terminalTakes": "mediaBidirect"}})"));
    EXPECT_THAT(
        verdict(desk(R"({"line": "alice", "check": {"terminal": 1, "terminalDevice": "phone"}})")),
        HasSubstr("terminalDevice is headset, not phone"));
    EXPECT_THAT(verdict(desk(R"({"line": "alice", "check": {"terminal": 1,
                    "terminalTakes": []}})")),
                HasSubstr("terminalTakes is mediaBidirect, not none"));
    EXPECT_THAT(verdict(desk(R"({"line": "alice", "check": {"terminal": 3,
                    "terminalDevice": "phone"}})")),
                HasSubstr("terminalDevice is none, not phone"));
}

TEST(TerminalSteps, MeanTheAddressThatIsNamedUnlessTheySayOtherwise) {
    expect_passed(desk(R"({"line": "alice", "do": "setTerminal", "addressId": 0, "select": "line",
        "terminal": 2, "terminalModes": "mediaFromLine"},
        {"line": "alice", "check": {"terminal": 2, "terminalModes": "mediaFromLine"}})"));
}

}  // namespace
}  // namespace pbxlab::harness::test
