// Conditions that guard rows name on address translation (lines/checks.cpp has the rest). Internal
// to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

[[nodiscard]] bool app_or_none(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool known_version(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool translate_options(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool card(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool location(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool toll_option(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool toll_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool country(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
