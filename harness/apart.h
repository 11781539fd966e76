// Scenarios that hold elsewhere but not under a provider: what about the provider makes the
// difference. A scenario says how things usually go; that a provider does otherwise is no failure
// of either, unless the scenario names that provider.
#pragma once

#include <optional>
#include <string>

#include "harness/runner.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// For a scenario that was read for a provider's profile and failed with `failure`: why it does not
// apply there, in a line: an operation that the provider does not offer, or the settings of the
// profile without any of which it would not have failed so. Nothing when the profile makes no
// difference, or a rule was broken that always holds: then it is a failure.
[[nodiscard]] std::optional<std::string> why_apart(const Scenario& scenario, const Failure& failure,
                                                   const RunOptions& options);

}  // namespace pbxlab::harness
