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

// --- telephone_features.cpp
[[nodiscard]] Refusal phone_park(Core& core, StationId station, std::string_view orbit);
[[nodiscard]] Refusal phone_unpark(Core& core, StationId station, std::string_view orbit);
[[nodiscard]] Refusal phone_pick_up(Core& core, StationId station, std::string_view number);
[[nodiscard]] Refusal phone_consult(Core& core, StationId station);
[[nodiscard]] Refusal phone_transfer(Core& core, StationId station, std::string_view number);
[[nodiscard]] Refusal phone_confer(Core& core, StationId station);
[[nodiscard]] Refusal phone_complete(Core& core, StationId station, CompleteBy how);
[[nodiscard]] Refusal phone_uncomplete(Core& core, StationId station);

}  // namespace pbxlab::pbx
