// What the subcommands that take PATHs share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/find_files.h"
#include "tools/command.h"

namespace pbxlab::tools {

// Adds --filter.
void add_filter(cxxopts::Options& options);
// Adds --jobs and --color.
void add_output_options(cxxopts::Options& options);

// The files that PATHs and --filter choose; throws UsageError for a path that does not exist or for
// none at all.
[[nodiscard]] std::vector<harness::ScenarioFile> chosen_files(const cxxopts::ParseResult& given);

[[nodiscard]] unsigned chosen_jobs(const cxxopts::ParseResult& given);
[[nodiscard]] bool chosen_colour(const cxxopts::ParseResult& given);

// Says that no scenario matched; its exit code.
int nothing_matched();

}  // namespace pbxlab::tools
