// Conditions that guard rows name on conferences (lines/checks.cpp has the rest). Internal to
// lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// LINECALLPARAMS ask for a party to be called while nobody is held.
[[nodiscard]] bool holds_nobody(const Subject& s);

[[nodiscard]] bool conference_line(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool conference_call(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool is_conference(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool conference_offered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool conference_state(const Subject& s, std::uint32_t states);
[[nodiscard]] bool conference_place(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool conference_hold(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool conference_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool addable(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool add_place(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool add_state(const Subject& s, std::uint32_t states);
[[nodiscard]] bool add_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool remove_state(const Subject& s, std::uint32_t states);
[[nodiscard]] bool remove_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool not_conference(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool in_conference(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool transfer_conference(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
