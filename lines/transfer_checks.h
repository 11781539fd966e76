// Conditions that guard rows name on transfers (lines/checks.cpp has the rest). Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// The address of a consultation call: the one that its parameters name, or that of the call.
[[nodiscard]] pbx::AddressId consultation_address(const Subject& s);

[[nodiscard]] bool not_shared(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool target_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool consult_model(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool pending_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool consult_room(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
