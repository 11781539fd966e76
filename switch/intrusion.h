// A caller breaks in on the call of a station that is busy: that becomes a conference, led by the
// station, or, where policy says so, the station has one more connected call. Internal to switch/.
// (reference: tapi2-operations, lineCompleteCall)
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// NotAllowed unless the station is another one, talks to somebody, neither of the two has protected
// the call, nobody else has the address, and one more party, or call, finds a place. OutOfService.
[[nodiscard]] Refusal check_intrude(const Core& core, ConnectionId caller, AddressId target);
void intrude(Core& core, ConnectionId caller, AddressId target);

}  // namespace pbxlab::pbx
