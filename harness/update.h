// Traces that were seen, written into the scenario file for review in a diff.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "harness/runner.h"

namespace pbxlab::harness {

// The text of a scenario with these traces in place of its own. A trace that it has is replaced
// where it stands, others are added; nothing else changes. Nothing for a text whose traces cannot
// be found.
[[nodiscard]] std::optional<std::string> with_traces(std::string_view json,
                                                     std::span<const SeenTrace> traces);

// The same for a file, which is replaced in one step, through links, keeping its permissions.
// Nothing is written for no traces, nor when what would be written does not read as the file did
// but for these traces. Why it failed; nothing when it did not.
[[nodiscard]] std::optional<std::string> update_traces(const std::filesystem::path& file,
                                                       std::span<const SeenTrace> traces);

}  // namespace pbxlab::harness
