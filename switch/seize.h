// A line is taken for an outgoing call: by a request, or by a hand that lifts the telephone.
// Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OutOfService, or NoAppearance when the address or its station has no free call appearance.
[[nodiscard]] Refusal check_seize(const Core& core, AddressId address);

// A new call with its caller's connection, still Null.
ConnectionId new_outgoing(Core& core, AddressId address, bool by_hand);
// The same at the order's address, with what the order says of the call.
ConnectionId new_outgoing(Core& core, const Order& order);

// Takes the line; dial tone follows. A connection whose line cannot be taken is gone again.
void seize(Core& core, ConnectionId id);

// OrderKind::Originate. Gone for an address that does not exist, OutOfService, LineTaken (a fresh
// line was asked for and the telephone is off hook), NoAppearance, BadNumber (not dialable,
// nobody's when the order asks for that to be checked, or the caller's own where policy refuses
// it).
[[nodiscard]] Refusal check_originate(const Core& core, const Order& order);

// The connection an Originate is about: the line that a hand has lifted and not yet dialled on, or
// a new one, still Null. Invalid for an address that does not exist.
ConnectionId subject_of_originate(Core& core, const Order& order);
void originate(Core& core, const Order& order, ConnectionId id);

// Due::GiveTone
void give_tone(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
