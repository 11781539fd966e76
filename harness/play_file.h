// One run of a suite: its file is read and played.
#pragma once

#include <string>

#include "harness/suite.h"

namespace pbxlab::harness {

// Never throws. `trace_name` is the place of its trace below options.trace_dir. Nothing is written
// into the file yet.
[[nodiscard]] CaseResult play_file(const PlannedRun& planned, const SuiteOptions& options,
                                   const std::string& trace_name);

// Writes what a run has seen into its file, for runs that count. Never throws.
void write_seen(CaseResult& result);

}  // namespace pbxlab::harness
