// A station takes a call that is offered to another one. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::PickUp. Gone for an address that does not exist; OutOfService, NoAppearance, HoldFull;
// BadNumber when nobody inside has the number; Nothing when no call can be picked up there.
[[nodiscard]] Refusal check_pick_up(const Core& core, const Order& order);

// The new connection; or, of a call that is offered, or shown on hold, at the address itself, the
// one that is there already.
ConnectionId subject_of_pick_up(Core& core, const Order& order);

// Whoever was offered the call is so no longer.
void pick_up(Core& core, const Order& order, ConnectionId id);

}  // namespace pbxlab::pbx
