// The trunks to the outside world: a call holds one from the moment it turns outwards, or comes in,
// until nobody outside takes part in it any more. Internal to switch/.
#pragma once

#include <cstdint>

#include "switch/core.h"

namespace pbxlab::pbx {

// Gives the call the lowest free trunk; false when all are in use.
bool take_trunk(Core& core, CallId call);

// Frees the call's trunk unless an outside party, or an attempt to reach one, still needs it.
void free_idle_trunk(Core& core, CallId id);

// Changes how many trunks there are; calls on a trunk that goes keep it to their end.
void set_trunks(Core& core, std::uint32_t count);

}  // namespace pbxlab::pbx
