// The switch of a scenario with a load, many times over: each copy can carry one call at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "harness/json_words.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// What a scenario with a load may not have: numbers that cannot be counted up far enough, or that
// mean somebody inside and somebody outside; lines that are absent at first and injections that
// change the switch for all copies or for good. Limits that it passes.
[[nodiscard]] std::optional<Complaint> check_load(const Scenario& scenario);

// What a line, application, party outside or group is called in a copy, counting from 1: "alice~2".
[[nodiscard]] std::string name_in_copy(std::string_view name, std::uint32_t copy);

// With LoadWords::members: the lines that are members of groups, which stand there for all calls.
[[nodiscard]] std::set<std::string> shared_lines(const Scenario& scenario);
// Whether an application opens such lines, and stands there for all calls, too.
[[nodiscard]] bool is_shared(const AppWords& app, const std::set<std::string>& lines);

// The switch of all copies and their applications, with numbers counted up from the scenario's own.
// Where it does not say how many trunks there are, each copy brings the usual number. Its steps are
// of no use.
[[nodiscard]] Scenario all_copies(const Scenario& scenario);

// The scenario of one copy: in its steps a text that is a name or number of the switch is that of
// the copy. It has no switch and no applications.
[[nodiscard]] Scenario copy_of(const Scenario& scenario, std::uint32_t copy);

}  // namespace pbxlab::harness
