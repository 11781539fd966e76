// Figures as a table, as a document, and as JSON that can be compared between commits.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/bench/measure.h"

namespace pbxlab::bench {

// Older values by key.
using Baseline = std::map<std::string, double, std::less<>>;

[[nodiscard]] std::string table(const std::vector<Measured>& all, const Baseline* baseline);
[[nodiscard]] std::string markdown(const std::vector<Measured>& all);
[[nodiscard]] std::string json(const std::vector<Measured>& all);
// Throws std::runtime_error when the text is not what json() writes.
[[nodiscard]] Baseline read_baseline(const std::string& text);

// Whether every goal that is a gate is met, and every figure that has one could be measured.
[[nodiscard]] bool all_met(const std::vector<Measured>& all);

}  // namespace pbxlab::bench
