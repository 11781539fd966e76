// A call is held and taken back. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Hold. Gone, OutOfService, WrongState unless connected, HoldFull.
[[nodiscard]] Refusal check_hold(const Core& core, ConnectionId id);
void hold(Core& core, ConnectionId id);
// Hold as the party's own act: where policy says so, the holder gets a new line with dial tone.
void hold_by_will(Core& core, ConnectionId id, bool by_hand);

// The other parties hear that this one is back.
void others_are_back(Core& core, ConnectionId id);

// OrderKind::Retrieve. Gone, OutOfService, WrongState unless held, OtherActive where policy refuses
// to touch the connected call, HoldFull when that one cannot be held, NoAppearance.
[[nodiscard]] Refusal check_retrieve(const Core& core, ConnectionId id);
void retrieve(Core& core, ConnectionId id);

// OrderKind::Swap. Gone, OutOfService, WrongState unless `id` is connected and `other` held at one
// station; between two addresses HoldFull and NoAppearance count as well.
[[nodiscard]] Refusal check_swap(const Core& core, ConnectionId id, ConnectionId other);
void swap(Core& core, ConnectionId id, ConnectionId other);

}  // namespace pbxlab::pbx
