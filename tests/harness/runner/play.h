// Plays scenarios that tests write as JSON text.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "harness/report.h"
#include "harness/runner.h"
#include "harness/scenario_reader.h"
#include "harness/trace.h"

namespace pbxlab::harness::test {

// Reads a scenario; a scenario that is wrong fails the test, and an empty one is given.
inline Scenario read(const std::string& json) {
    auto scenario = parse_scenario(json, "test.json", "/nowhere");
    if (scenario) return std::move(*scenario);
    ADD_FAILURE() << scenario.error().text();
    return {};
}

// A scenario over alice 1001, bob 1002, carol 1003 and the outside party zoe 5551234 (0 for the
// trunk); `more` holds further members: R"("strict": true)".
inline Scenario over_three_lines(std::string_view steps, std::string_view more = "") {
    return read(fmt::format(R"({{"name": "test", "switch": {{
        "lines": {{"alice": {{"address": "1001"}}, "bob": {{"address": "1002"}},
        "carol": {{"address": "1003"}}}},
        "outside": {{"zoe": {{"number": "5551234", "name": "Zoe"}}}}}},
        "steps": [{}]{}{}}})",
                            steps, more.empty() ? "" : ", ", more));
}

inline RunResult play(std::string_view steps, std::string_view more = "",
                      const RunOptions& options = {}) {
    return run_scenario(over_three_lines(steps, more), options);
}

inline void expect_passed(const RunResult& result) {
    EXPECT_EQ(result.outcome, Outcome::Passed)
        << (result.failure ? failure_summary(*result.failure) + "\n" + result.failure->ladder : "");
}

// What went wrong in one line; empty when nothing did.
inline std::string verdict(const RunResult& result) {
    return result.failure ? failure_summary(*result.failure) : std::string{};
}

// Steps that connect alice (a1) with bob (b1), with a comma behind.
inline constexpr std::string_view kConnected = R"(
    {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
    {"line": "bob", "expect": "offering", "as": "b1"},
    {"call": "b1", "do": "answer"},
    {"call": "a1", "expect": "connected"},
    {"call": "b1", "expect": "connected"},)";

inline std::string connected(std::string_view steps) {
    return std::string{kConnected}.append(steps);
}

}  // namespace pbxlab::harness::test
