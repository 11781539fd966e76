// Bridged appearances: one address that several stations have. A call there is presented at all of
// them; at those that do not take part it is shown as in use elsewhere (ConnState::Bridged).
// Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// Presents the caller's call wherever the address appears.
void offer_at_appearances(Core& core, ConnectionId caller, AddressId address);

// The call is up at this connection: the other appearances of its address show it as in use.
void show_elsewhere(Core& core, ConnectionId up);

// A connection that shows a call in use elsewhere takes part in it. WrongState where the address
// lets nobody join.
[[nodiscard]] bool can_join(const Core& core, ConnectionId id);
void join(Core& core, ConnectionId id);

// Somebody at another appearance takes part in the call.
[[nodiscard]] bool is_up_elsewhere(const Core& core, ConnectionId id);
// Where that is so, this one only shows the call from now on; else false, and nothing is done.
bool step_back(Core& core, ConnectionId id);

// The last that took part has gone: the others show nothing any more.
void clear_appearances(Core& core, ConnectionId gone, Cause cause);

// Another station has the whole address to itself, or this appearance is for looking only.
[[nodiscard]] bool is_barred(const Core& core, AddressId id);

// After each move: how many stations use an address that several have.
void count_use(Core& core, ConnectionId moved);

void alert_appearance(Core& core, ConnectionId id);  // Due::AlertAppearance

// Whether two connections of a call are at appearances of one address.
[[nodiscard]] bool are_siblings(const Core& core, const Connection& a, const Connection& b);

// Whether another station at an appearance of the same address has the call on hold, and nobody
// there talks.
[[nodiscard]] bool is_held_elsewhere(const Core& core, ConnectionId id);

// The other party of a call when there is exactly one and it is connected, leaving out those to
// whom the call is merely shown; invalid otherwise.
[[nodiscard]] ConnectionId only_partner(const Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
