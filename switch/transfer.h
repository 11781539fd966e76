// A party is transferred: by whoever has turned to somebody else with it on hold, or blindly to a
// number. Until that one answers it is on its way (Call::transferor), and may come back. Internal
// to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Transfer
[[nodiscard]] Refusal check_transfer(const Core& core, ConnectionId held, ConnectionId other);
[[nodiscard]] Refusal check_transfer_order(const Core& core, const Order& order);
void transfer(Core& core, const Order& order, ConnectionId held);
// The same, known to be possible; both are released in this order.
void join(Core& core, ConnectionId held, ConnectionId other, TransferOrder order);

// OrderKind::SendOn
[[nodiscard]] Refusal check_send_on(const Core& core, const Order& order);
void send_away(Core& core, const Order& order, ConnectionId subject);

// Whether the connection is on its way to whom it was transferred to.
[[nodiscard]] bool is_on_its_way(const Core& core, ConnectionId id);

// A transferred party cannot get any further and is on its way no more: true when it goes back to
// whoever transferred it.
bool comes_back(Core& core, ConnectionId id);
// What cannot be done to a party that holds the call clears it.
void fail(Core& core, ConnectionId id, Cue cue, Cause cause);
void recall_unanswered(Core& core, ConnectionId id, std::uint32_t detail);  // Due::TransferRecall

// What a party that is offered to `called`, on its way, brings with it.
void introduce_transferred(Core& core, ConnectionId called, ConnectionId from);

}  // namespace pbxlab::pbx
