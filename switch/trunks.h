// The trunks to the outside world: a call takes one from the moment it turns outwards, or comes in;
// the party outside bears it from then on, into whatever call it passes. A trunk is free again when
// nobody outside takes part any more. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

[[nodiscard]] bool has_free_trunk(const Core& core);

// Gives the call the lowest free trunk; false when all are in use.
bool take_trunk(Core& core, CallId call);

// The call's trunk becomes that of the party outside.
void bear_trunk(Core& core, ConnectionId outside);

// The party outside has gone, as the last thing it does: its trunk goes back to a caller that hears
// the far exchange, or is free.
void give_up_trunk(Core& core, const Connection& outside);

// Frees the trunk of a call that needs none any more.
void free_idle_trunk(Core& core, CallId id);

void set_trunks(Core& core, std::uint32_t count);

}  // namespace pbxlab::pbx
