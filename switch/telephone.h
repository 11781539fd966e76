// What the person at a telephone does with it. Internal to switch/; see Exchange for the contract.
#pragma once

#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

[[nodiscard]] Refusal phone_lift(Core& core, StationId station, AddressId address);
[[nodiscard]] Refusal phone_dial(Core& core, StationId station, std::string_view digits);
[[nodiscard]] Refusal phone_answer(Core& core, StationId station);
[[nodiscard]] Refusal phone_flash(Core& core, StationId station);
[[nodiscard]] Refusal phone_hang_up(Core& core, StationId station);

}  // namespace pbxlab::pbx
