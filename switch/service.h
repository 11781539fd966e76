// A station loses service and gets it back. Internal to switch/. (reference: call-model 20)
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

void set_service(Core& core, StationId id, bool in_service);

}  // namespace pbxlab::pbx
