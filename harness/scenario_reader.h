// Reads scenario files: JSON into a typed Scenario in one pass, then a check of what the words
// refer to. A second pass over the text happens only on a mistake, to find its line and column.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "harness/problem.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

struct Place {
    std::uint32_t line = 0;    // 1-based
    std::uint32_t column = 0;  // 1-based, in bytes
    std::string pointer;       // JSON Pointer
};

// Which of its runs a scenario is read for.
struct ScenarioRun {
    std::uint64_t variant = 0;  // of its matrix, below combinations() of it
    // The profile under which it is played; empty: what it says itself, or the usual behaviour. One
    // that a scenario names itself stays.
    std::string provider;
    std::string path;  // Scenario::path where it is known; empty: it is found out
};

// Reads and checks one scenario file. `root` is the scenario root: offices and provider profiles
// are looked up below it and no path leaves it. Refused, with its place: unreadable or too large a
// file, bad JSON or UTF-8, duplicate keys, unknown words, wrong types, limits, unknown lines, calls
// used before they are named, operations and conditions that do not fit their subject. `variant` is
// which run of its matrix is wanted, below combinations() of it.
[[nodiscard]] Result<Scenario> read_scenario(const std::filesystem::path& file,
                                             const std::filesystem::path& root,
                                             const ScenarioRun& run = {});

// The same from text; `file` is only a name for messages.
[[nodiscard]] Result<Scenario> parse_scenario(std::string_view json, const std::string& file,
                                              const std::filesystem::path& root,
                                              const ScenarioRun& run = {});

// Line, column and pointer of a mark in the text it came from.
[[nodiscard]] Place locate(std::string_view json, Mark mark);
// The same for a scenario that was read from a file (reads the file again); a zero place when it is
// gone.
[[nodiscard]] Place locate(const std::filesystem::path& file, Mark mark);

// The root of a scenario file: the nearest folder above it that has an offices/, providers/ or
// schema/ folder, else its own folder.
[[nodiscard]] std::filesystem::path scenario_root(const std::filesystem::path& file);

// The JSON Schema (draft 2020-12) of scenario files, with descriptions, as committed in
// scenarios/schema/scenario.schema.json.
[[nodiscard]] std::string scenario_schema();
// That of the files below offices/, as committed in scenarios/schema/office.schema.json.
[[nodiscard]] std::string office_schema();
// That of the files below providers/, as committed in scenarios/schema/provider.schema.json.
[[nodiscard]] std::string provider_schema();

}  // namespace pbxlab::harness
