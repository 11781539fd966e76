// Whether a station has room for what is asked of one of its calls: what its addresses can carry
// and hold, and what its other calls leave of that. Internal to lines/.
#pragma once

#include "lines/core.h"

namespace pbxlab::lines {

// Another call is active, and the exchange leaves it alone when one is retrieved; or nobody here
// holds this one, and it is told so only because its caller camps on.
[[nodiscard]] bool must_not_disturb(const Core& core, const Leg& held);

// The held call finds an appearance, and what is active beside it can be held where that is needed.
[[nodiscard]] bool can_come_back(const Core& core, const Leg& held);

// The same when the active call makes way for it.
[[nodiscard]] bool can_change_places(const Core& core, const Leg& active, const Leg& held);

// Every active call can be held, where answering holds them.
[[nodiscard]] bool can_be_answered(const Core& core, const Leg& presented);

}  // namespace pbxlab::lines
