// A line can model a park address: whoever is parked there is shown at it, on hold, on a call of
// its own, and nobody can do anything with that but look (reference: call-model 13). Internal to
// switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// Somebody has been parked at the orbit. Nothing where it has no line, or that is out of service.
void show_parked(Core& core, OrbitId orbit);
// The line is in service again: whoever is parked there meanwhile is shown now. Nothing where it
// shows somebody already, or models no park address.
void show_parked_again(Core& core, AddressId line);
// Nobody is parked there any more; `cleared`: who was has hung up, and was not fetched.
void show_nobody(Core& core, OrbitId orbit, bool cleared);

// Whether the connection only shows who is parked.
[[nodiscard]] bool shows_parked(const Core& core, const Connection& connection);

}  // namespace pbxlab::pbx
