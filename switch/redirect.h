// A call that is offered is sent on to another number without being answered. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Redirect. Gone, WrongState, OutOfService, BadNumber (its own number; nobody's, where
// the order or policy asks), TargetBusy (where policy asks), NotAllowed (sent on often enough).
[[nodiscard]] Refusal check_redirect(const Core& core, const Order& order);

// Its station has no part in the call any more; the caller hears it ring on, or stays connected.
// Whoever else was offered the call, as a member of a group or at an appearance, is so no longer.
void redirect(Core& core, const Order& order, ConnectionId id);

}  // namespace pbxlab::pbx
