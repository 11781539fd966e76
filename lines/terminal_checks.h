// Conditions that guard rows name on the routing of events to terminals (lines/checks.cpp has the
// rest). Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

[[nodiscard]] bool selected_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool terminal_offered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool terminal_id(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool terminal_modes(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
