// What can be asked for a call beside moving it: protection from interruption, and information for
// the other parties that travels with its signalling. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// From here on nothing may break in on this connection (nf-tapi-linesecurecall).
Refusal check_secure(const Core& core, ConnectionId id);
void secure(Core& core, ConnectionId id);
// True while the station has a call that nothing may break in on.
// Attaches data to the connection's call, in the place of those it had: every party is told.
// Gone: there is no such connection.
Refusal attach_data(Core& core, ConnectionId id, std::string_view data);

[[nodiscard]] bool has_secured_call(const Core& core, StationId station);

// Information for the other parties: connected, presented, or ringing at the other end. What it
// says is none of the switch's business.
Refusal check_inform(const Core& core, ConnectionId id);
void inform(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
