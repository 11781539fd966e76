// A call is held and taken back. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Hold. Gone, OutOfService, WrongState unless connected, HoldFull.
[[nodiscard]] Refusal check_hold(const Core& core, ConnectionId id);
void hold(Core& core, ConnectionId id, HoldFor why = HoldFor::Nothing);
// Hold as the party's own act: where policy says so, the holder gets a new line with dial tone.
void hold_by_will(Core& core, ConnectionId id, bool by_hand);

// Whether the address can hold one more call for this, once `leaving` (which may be none) is held
// no more.
[[nodiscard]] bool can_hold_more(const Core& core, AddressId id, HoldFor why,
                                 const Connection* leaving = nullptr);
// Whether the address can take one more active call, once `leaving` is active no more.
[[nodiscard]] bool has_room(const Core& core, AddressId id, const Connection* leaving);
// The connected call of the station that is not `other`; invalid when there is none.
[[nodiscard]] ConnectionId talking_at(const Core& core, StationId station, ConnectionId other = {});

// Writes whether the other party holds this connection, and tells of it when that is new.
void set_far_held(Core& core, ConnectionId id, bool held);
// Nobody holds a party any more but those who are still there.
void settle_hold(Core& core, ConnectionId id);

// The other parties hear that this one is back.
void others_are_back(Core& core, ConnectionId id);

// A call that is held for a consultation ends it: the other call is released. So does the first
// member of a conference whose first party is still being called; the conference ends as well.
// OrderKind::Retrieve.
// Gone, OutOfService, WrongState unless held, OtherActive where policy refuses
// to touch the connected call, HoldFull when that one cannot be held, NoAppearance.
[[nodiscard]] Refusal check_retrieve(const Core& core, ConnectionId id);
void retrieve(Core& core, ConnectionId id);

// OrderKind::Swap. Gone, OutOfService, WrongState unless `id` is connected and `other` held at one
// station; between two addresses, or two kinds of hold, HoldFull and NoAppearance count as well.
// Partners stay partners, each with the other's part, unless policy makes ordinary calls of them.
[[nodiscard]] Refusal check_swap(const Core& core, ConnectionId id, ConnectionId other);
void swap(Core& core, ConnectionId id, ConnectionId other);

}  // namespace pbxlab::pbx
