// Whether a load has come to what its scenario expects.
#pragma once

#include <optional>

#include "harness/runner.h"

namespace pbxlab::harness {

// What was expected and did not come, the first thing in front; nothing when all is as it should
// be.
[[nodiscard]] std::optional<Failure> judge_load(const LoadExpectWords& expected,
                                                const LoadCounts& counts);

}  // namespace pbxlab::harness
