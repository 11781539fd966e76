// From the locations and cards of a scenario to those that address translation works with.
#pragma once

#include <string_view>

#include "harness/scenario.h"

namespace pbxlab::harness {

// The default location and direct dialling first, then what the scenario gives, in its order.
[[nodiscard]] lines::DialingLocations dialing_locations(const TelephonyWords& words);

// The id of a location or card by its name; the scenario has one of that name.
[[nodiscard]] std::uint32_t location_id(const TelephonyWords& words, std::string_view name);
[[nodiscard]] std::uint32_t card_id(const TelephonyWords& words, std::string_view name);

}  // namespace pbxlab::harness
