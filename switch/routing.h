// A complete number is taken where it leads: to a station, or over a trunk to the outside world.
// Internal to switch/.
#pragma once

#include <cstddef>
#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

// The first `count` of the digits given are the number.
void route(Core& core, ConnectionId caller, std::size_t count);

// Sends a call that was not taken on to another inside number; its caller is where it was. False,
// doing nothing, when it has been sent on too often already.
inline constexpr std::uint32_t kMostDiversions = 10;
bool divert(Core& core, ConnectionId caller, std::string_view number);

void reach_station(Core& core, ConnectionId caller);  // Due::ReachStation
void trunks_busy(Core& core, ConnectionId caller);    // Due::TrunksBusy

// What a caller gets whose party is busy.
void treat_busy(Core& core, ConnectionId caller);

}  // namespace pbxlab::pbx
