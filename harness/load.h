// A load: the steps of a scenario are the life of one call, and many calls arrive, each at its own
// time and on a copy of the scenario's lines that is free.
#pragma once

#include "harness/runner.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// Plays a scenario that has a load. Deterministic like any run: each call goes on in simulated time
// as if it were alone, and of several that could go on at one instant the copy with the lower
// number does so first. No trace is written. The first call that fails is the failure of the run.
[[nodiscard]] RunResult run_load(const Scenario& scenario, const RunOptions& options);

}  // namespace pbxlab::harness
