// What becomes of a request to finish a call: it waits until a station is free, rings its caller or
// the station, and ends when the call is finished or nobody is left to wait. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// After each move of a connection: who waits for what it was doing, and whose request it was.
void completion_moves_on(Core& core, ConnectionId id, ConnState from);

// Somebody may wait for this station: after policy's completion_time the requests that can go on
// do.
void station_may_be_free(Core& core, StationId station);
void completion_due(Core& core, StationId station);  // Due::CompletionDue

// A caller that is called back has answered: its call begins again.
void call_back(Core& core, ConnectionId id);
void callback_unanswered(Core& core, ConnectionId id);  // Due::CallbackUnanswered
void callback_resolved(Core& core, ConnectionId id);    // Due::CallbackResolved: it did not fail

}  // namespace pbxlab::pbx
