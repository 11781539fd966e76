// The lines of a scenario with a load, many times over: each copy can carry one call at a time.
#pragma once

#include <cstdint>
#include <optional>

#include "harness/json_words.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// What a scenario with a load may not have, and limits that it passes.
[[nodiscard]] std::optional<Complaint> check_load(const Scenario& scenario);

// The switch of all copies: lines "alice~1", "bob~1", "alice~2" ..., their numbers counted up from
// the scenario's own. Its steps are of no use.
[[nodiscard]] Scenario all_copies(const Scenario& scenario);

// The scenario of one copy, counting from 1: in its steps a text that is a line's name or number is
// that of the copy. It has no switch.
[[nodiscard]] Scenario copy_of(const Scenario& scenario, std::uint32_t copy);

}  // namespace pbxlab::harness
