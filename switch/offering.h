// A call is presented to the party it is for: it rings, and may be claimed before it is answered.
// Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// Presents the caller's call at a station's address, or to an outside party, that can take it.
void offer(Core& core, ConnectionId caller, AddressId address, Reason why = Reason::Direct,
           const Party& redirecting = {});
ConnectionId offer(Core& core, ConnectionId caller, OutsideId outside);

// Connects a station to a caller that breaks in; invalid when it cannot.
ConnectionId show_intruder(Core& core, ConnectionId caller, AddressId address);

// Shows the caller's call at an address that cannot take it now, as one that waits on hold there.
ConnectionId show_camping(Core& core, ConnectionId caller, AddressId address);

// Presents the caller's call, silently, at a station that has room for it, and withdraws it: it is
// forwarded from there.
void present_and_withdraw(Core& core, ConnectionId caller, AddressId address);

// Presents a call at a connection that has been furnished already; false when that cannot be.
bool present(Core& core, ConnectionId called);

void ring(Core& core, ConnectionId id);              // Due::Ring
void target_rings(Core& core, ConnectionId caller);  // Due::TargetRings

// OrderKind::Accept. Gone, OutOfService, WrongState unless offered and not yet accepted.
[[nodiscard]] Refusal check_accept(const Core& core, ConnectionId id);
void accept(Core& core, ConnectionId id);  // also Due::AutoAccept

}  // namespace pbxlab::pbx
