// Calls end: somebody hangs up, turns a call down or loses patience, and the others notice a little
// later. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Clear. Gone, NotAllowed for a presented call where policy lets nobody turn calls down.
[[nodiscard]] Refusal check_clear(const Core& core, ConnectionId id);

// Order::cause counts for a presented call only: it is turned down for that reason.
void clear(Core& core, const Order& order, ConnectionId id);

// Releases this end by its own will; the others hear of it.
void release(Core& core, ConnectionId id);

// Lets the other connections of the call notice, after the policy's clear_time, that this one goes.
void tell_others_of_going(Core& core, ConnectionId id);

void far_gone(Core& core, ConnectionId id);                               // Due::FarGone
void far_rejects(Core& core, ConnectionId caller, std::uint32_t detail);  // Due::FarRejects
// Due::FarDeclines; detail: the Cause.
void far_declines(Core& core, ConnectionId caller, std::uint32_t detail);
// Who waited for a busy party does so no longer.
void turn_away(Core& core, ConnectionId caller);
void treat_reject(Core& core, ConnectionId caller);  // as policy treats a call that was turned down
void no_answer(Core& core, ConnectionId caller);     // Due::NoAnswer
void time_limit(Core& core, ConnectionId caller);    // Due::TimeLimit
void tone_ends(Core& core, ConnectionId id);         // Due::ToneEnds

}  // namespace pbxlab::pbx
