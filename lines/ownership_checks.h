// Conditions that guard rows name on handing calls off, on priorities, on calls that other programs
// ask for, and on what calls bear (lines/checks.cpp has the rest). Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

[[nodiscard]] bool call_data_size(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool treatment(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool hand_off_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool hand_off_target(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool hand_off_other(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool module_name(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool priority_media(const Subject& s, std::uint32_t several);
[[nodiscard]] bool priority_request(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool priority_value(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool recipient_modes(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool request_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool registered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool request_waits(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool destination_text(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool recipient(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool request_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool never(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
