// Conditions that guard rows name on a call to be made: its parameters and its number
// (lines/checks.cpp has the rest). Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// The first character of the number that the line cannot process; 0: it can process all.
[[nodiscard]] char offender(const Subject& s);

[[nodiscard]] bool media_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool rate(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool rate_offered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool param_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool orig_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool modifier(const Subject& s, std::uint32_t character);
[[nodiscard]] bool dial_string(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool partial_dial(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool whole_number(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool park_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool pickup_offered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool pickup_group(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool known_number(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
