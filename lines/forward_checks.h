// Conditions that guard rows name on forwarding lists (reference: call-model 15.2; lines/checks.cpp
// has the rest). Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

[[nodiscard]] bool forward_offered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_modes(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_entries(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_callers(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_pairs(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_countries(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_numbers(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool forward_kinds(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
