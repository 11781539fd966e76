// The called party answers, and a little later the caller is connected. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// Whether a presented connection can be answered when `how` says what becomes of the other calls of
// its station: Gone, OutOfService, WrongState unless presented or shown and open to be joined,
// HoldFull when a call would have to be held and cannot, NoAppearance when a joining station is
// full.
[[nodiscard]] Refusal check_answer(const Core& core, ConnectionId id, OnAnswer how);

// Answers. Under HoldActive a connected call is held; one that has no talking path (being dialled,
// ringing at the far end, a tone) cannot be held and is released. A cleared call stays as it is: it
// ends when its own party releases it.
void answer(Core& core, ConnectionId id, OnAnswer how);

// Due::FarAnswers, at the caller.
void far_answers(Core& core, ConnectionId caller);

// A call that was merely shown becomes one of the station's own: whether there is room for it when
// the others have made way.
[[nodiscard]] bool can_take_part(const Core& core, const Connection& shown, OnAnswer how);

// What answering, or fetching, a call asks of the station's active call: HoldFull when that is to
// be held and cannot.
[[nodiscard]] Refusal check_way(const Core& core, StationId station);
// The active calls of the station, but for the call itself, are treated as `how` says.
void clear_the_way(Core& core, ConnectionId answering, OnAnswer how);
// A party has been connected that was called, or took the call of one that was: the others are
// called no longer, and its caller is told.
void answered(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
