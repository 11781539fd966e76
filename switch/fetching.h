// A station takes a call that is not offered to it: one that is parked, or rings elsewhere.
// Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// Whether the address could take one more call, its active call being treated as on_answer says.
// OutOfService, NoAppearance, HoldFull.
[[nodiscard]] Refusal check_fetch(const Core& core, AddressId address);

// Connects a new connection, still Null, to the call that it has been put into. False when it
// cannot; then it is gone again.
bool fetch(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
