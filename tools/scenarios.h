// What the subcommands that take PATHs share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/plan.h"
#include "tools/command.h"

namespace pbxlab::tools {

// Adds --filter, --provider, --tag and --exclude-tag.
void add_selection(cxxopts::Options& options);
// Adds --jobs and --color.
void add_output_options(cxxopts::Options& options);

// What --filter, --provider, --tag and --exclude-tag say.
[[nodiscard]] harness::Selection chosen_selection(const cxxopts::ParseResult& given);
// The runs of the files that PATHs stand for; throws UsageError for a path that does not exist, for
// none at all, or for too many runs.
[[nodiscard]] harness::Plan chosen_plan(const cxxopts::ParseResult& given,
                                        const harness::Selection& selection, unsigned jobs = 0);

[[nodiscard]] unsigned chosen_jobs(const cxxopts::ParseResult& given);
[[nodiscard]] bool chosen_colour(const cxxopts::ParseResult& given);

// Says that no scenario matched; its exit code.
int nothing_matched();

}  // namespace pbxlab::tools
