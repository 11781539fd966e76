// Conditions that guard rows name on the arguments of two families of operations: digits, tones and
// media, and the addresses of a line (lines/checks.cpp has the rest).
// Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// All bits of a group of constants, and whether the value is exactly one of them.
[[nodiscard]] std::uint32_t all_bits(std::string_view group);
[[nodiscard]] bool one_bit_of(std::uint32_t value, std::string_view group);
// The name of a program is not too long and has no control characters.
[[nodiscard]] bool displayable(std::string_view name);

[[nodiscard]] bool number_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool own_number(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool id_select(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool selected_line(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool selected_call(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool device_class(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool call_media(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool monitor_digit_modes(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool gather_modes(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool generate_digit_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool gather_count(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool termination_digits(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool gather_timeouts(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool tone_modes(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool tone_count(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool generated_tones(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool monitor_tone_count(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool monitored_tones(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool monitor_media_modes(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
