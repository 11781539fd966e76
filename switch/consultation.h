// A party turns to somebody else while it holds a call, and is going to bring the two together: the
// held connection and the one it turns to are partners. Which of them is held can change; whichever
// is, is the call that the other one is about. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Consult. Gone, OutOfService, WrongState unless connected and taken part in at no other
// appearance, HoldFull when no further call can be held so, NoAppearance, BadNumber.
[[nodiscard]] Refusal check_consult(const Core& core, const Order& order);
// The new connection, still Null; invalid when there is nothing to consult from.
ConnectionId subject_of_consult(Core& core, const Order& order);
void consult(Core& core, const Order& order, ConnectionId subject);

// The one that is held while `id` is turned to; invalid when there is none.
[[nodiscard]] ConnectionId held_for(const Core& core, ConnectionId id);

void make_partners(Core& core, ConnectionId held, ConnectionId other);
void part(Core& core, ConnectionId id);  // partners no longer
// Takes the held call back, unless the station talks or has no room.
void take_back(Core& core, ConnectionId held);
// After a move of `id` from this state: its consultation is over when it went or its held party
// did.
void consultation_may_end(Core& core, ConnectionId id, ConnState from);

// Releases this end; where policy says so, the call that was held meanwhile is taken back. It stays
// held when its party talks to somebody else again. Where policy says so, it is transferred
// instead.
void let_go(Core& core, ConnectionId id);
void leave_consultation(Core& core, ConnectionId id);  // the same, without any transfer

}  // namespace pbxlab::pbx
