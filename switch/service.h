// A station loses service and gets it back. Internal to switch/. (reference: call-model 20)
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

void set_service(Core& core, StationId id, bool in_service);
// One address of a station; the others go on.
void set_service(Core& core, AddressId id, bool in_service);

// The lamp that tells the station's person of waiting messages.
void set_message_waiting(Core& core, StationId id, bool waiting);

}  // namespace pbxlab::pbx
