// What a load has come to, for people and for programs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "harness/load_figures.h"

namespace pbxlab::harness {

struct SuiteResult;

// "500 calls begun, 500 ended, 0 failed".
[[nodiscard]] std::string load_text(const LoadCounts& counts);
// "blocked:  35 (35 trunks busy)": what else there is to tell, a line each, without line breaks.
[[nodiscard]] std::vector<std::string> load_lines(const LoadCounts& counts);
// All figures: "load.blocked" = "35"; times in microseconds, traffic in thousandths of an erlang,
// shares of time in millionths.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> load_properties(
    const LoadCounts& counts);
// The loads of a suite, as JSON: an object of such figures for each.
[[nodiscard]] std::string load_json(const SuiteResult& result);

// "3.51%" of so many; rounded down. Of nothing it is nothing.
[[nodiscard]] std::string share_text(std::uint64_t part, std::uint64_t whole);

}  // namespace pbxlab::harness
