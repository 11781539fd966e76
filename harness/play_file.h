// One run of a suite: its file is read and played.
#pragma once

#include <string>

#include "harness/suite.h"

namespace pbxlab::harness {

// Never throws. `trace_name` is the place of its trace below options.trace_dir.
[[nodiscard]] CaseResult play_file(const PlannedRun& planned, const SuiteOptions& options,
                                   const std::string& trace_name);

}  // namespace pbxlab::harness
