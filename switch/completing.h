// What becomes of a request to finish a call: it waits until its target is free, rings its caller
// or the station, and ends when the call is finished or nobody is left to wait. Internal to
// switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// After each move of a connection: who waits for what it was doing, and whose request it was.
void completion_moves_on(Core& core, ConnectionId id, ConnState from);

// Somebody may wait for this station: after policy's completion_time the requests that can go on
// do.
void station_may_be_free(Core& core, StationId station);
// The same for the caller of a request that waits for something else.
void target_may_be_free(Core& core, const Completion& request);
// A trunk to the outside world is free: whoever waits for one tries, those who asked first before.
void trunk_may_be_free(Core& core);
void completion_due(Core& core, StationId station);  // Due::CompletionDue

// Policy keeps the station for a caller that is being called back.
[[nodiscard]] bool is_reserved(const Core& core, AddressId id);

// A caller that is called back has answered: its call begins again.
void call_back(Core& core, ConnectionId id);
void callback_unanswered(Core& core, ConnectionId id);  // Due::CallbackUnanswered
void callback_resolved(Core& core, ConnectionId id);    // Due::CallbackResolved: it did not fail

}  // namespace pbxlab::pbx
