// Conditions that guard rows name on finishing calls later (lines/checks.cpp has the rest).
// Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

[[nodiscard]] bool completion_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool message_id(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool completion_state(const Subject& s, std::uint32_t states);
[[nodiscard]] bool completion_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool completion_id(const Subject& s, std::uint32_t argument);

// What the exchange would say now to finishing the call in the mode of the request.
[[nodiscard]] pbx::Refusal completion_refusal(const Subject& s);

// The address of the line that has this completion outstanding; invalid when none has.
[[nodiscard]] pbx::AddressId completing_address(const Subject& s, std::uint32_t completion);

}  // namespace pbxlab::lines
