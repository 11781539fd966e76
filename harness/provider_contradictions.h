// Provider settings that cannot hold together.
#pragma once

#include <optional>

#include "harness/json_words.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// The first contradiction among settings that are given: an offer without any way to carry it out
// ("park" without a park mode), or a bound beyond its counterpart. What is left to its default
// follows what is set, and contradicts nothing. It is placed at a setting that has a place.
[[nodiscard]] std::optional<Complaint> contradiction(const Settings& settings);

// The same of what a scenario says for all lines, together with what one line says besides.
[[nodiscard]] std::optional<Complaint> contradiction(const Scenario& scenario);

}  // namespace pbxlab::harness
