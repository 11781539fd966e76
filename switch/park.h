// Calls are parked at orbits, recalled from there and fetched again. Internal to switch/.
#pragma once

#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Park. Gone; WrongState unless connected to exactly one party that is connected too;
// OutOfService; of a named orbit: BadNumber when there is none of that number, OrbitTaken; of one
// that the exchange chooses: NoOrbit when all are taken, TooLong.
[[nodiscard]] Refusal check_park(const Core& core, const Order& order);
// The parker's connection ends; the other party stays connected and is held.
void park(Core& core, const Order& order, ConnectionId id);

// The free orbit that comes first in the order in which they were added; invalid: none is free.
[[nodiscard]] OrbitId next_orbit(const Core& core);
// The orbit with this number; invalid: there is none.
[[nodiscard]] OrbitId orbit_at(const Core& core, std::string_view number);

// Who is parked has its partner again: `by` has answered the recall, or fetched it. Nothing for a
// connection that is not parked.
void leave_orbit(Core& core, ConnectionId parked, ConnectionId by);
// After each move of a parked connection: when it has ended, so has its stay.
void orbit_loses(Core& core, ConnectionId parked);
void orbit_timer(Core& core, ConnectionId parked);  // Due::Orbit

// --- unpark.cpp

// OrderKind::Unpark. Gone for an address that does not exist; OutOfService, NoAppearance, HoldFull;
// BadNumber when there is no such orbit, or the station's own party is parked there; Nothing when
// it is empty and the order does not let the attempt fail as a call.
[[nodiscard]] Refusal check_unpark(const Core& core, const Order& order);
ConnectionId subject_of_unpark(Core& core, const Order& order);
void unpark(Core& core, const Order& order, ConnectionId id);

// A call that was dialled has reached an orbit: it fetches who is parked there, or fails.
void reach_orbit(Core& core, ConnectionId caller, OrbitId orbit);

}  // namespace pbxlab::pbx
