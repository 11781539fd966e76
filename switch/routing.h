// A complete number is taken where it leads: to a station, or over a trunk to the outside world.
// Internal to switch/.
#pragma once

#include <cstddef>
#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

// The first `count` of the digits given are the number.
void route(Core& core, ConnectionId caller, std::size_t count);

// Looks for whom the digits of the call name.
void seek(Core& core, ConnectionId caller);
// The digits are those of a station that could take no call now.
[[nodiscard]] bool is_busy(const Core& core, std::string_view digits);

// Sends a call that was not taken on to another inside number; its caller is where it was. False,
// doing nothing, when it has been sent on too often already.
inline constexpr std::uint32_t kMostDiversions = 10;
bool divert(Core& core, ConnectionId caller, std::string_view number);

void reach_station(Core& core, ConnectionId caller);  // Due::ReachStation
void trunks_busy(Core& core, ConnectionId caller);    // Due::TrunksBusy

// A party sends the call that it was offered on to `number`, inside or outside. Whoever is offered
// it there is told `why`, and by whom; so is its caller. Nothing without a caller.
void send_on(Core& core, ConnectionId caller, std::string_view number, Reason why, const Party& by);

// What a caller gets whose party is busy.
void treat_busy(Core& core, ConnectionId caller);

// What a caller gets whose party does not want to be disturbed.
void treat_do_not_disturb(Core& core, ConnectionId caller);

// The attempt ends without a tone: with `cause`, or as any call does when its caller is connected,
// because a party or an announcement had answered.
void fail_attempt(Core& core, ConnectionId caller, Cause cause);

// A new call finds no room, or no leave, at the address now.
[[nodiscard]] bool takes_no_call(const Core& core, AddressId id);

// The caller of a call that still looks for a party; also one that was sent on and waits, hears it
// ring, or is connected.
[[nodiscard]] bool seeks_party(const Core& core, ConnectionId caller);

}  // namespace pbxlab::pbx
