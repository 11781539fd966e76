// Calls are sent on by the rules of the address that they reach. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// Exchange::set_forwarding and ask_forwarding.
void set_forwarding(Core& core, AddressId id, const Forwarding& forwarding);
void ask_forwarding(Core& core, AddressId id, const Forwarding& forwarding);
void forwarding_in_force(Core& core, AddressId id);  // Due::ForwardingInForce, of a primary address

// The call has reached the address: where a rule holds it is sent on, or turned away because it may
// not disturb. False, doing nothing, when it may ring.
bool forward(Core& core, ConnectionId caller, AddressId address);

// The call rings at the address: where a rule holds for calls that are not answered, it goes on
// after so many rings. What the rules say then does not matter any more.
void forward_when_unanswered(Core& core, ConnectionId caller, AddressId address);
void forward_unanswered(Core& core, ConnectionId caller, std::uint32_t hops);  // its Due

// The call was turned down at the address: it goes where a busy one would. False, doing nothing,
// without such a rule.
bool forward_rejected(Core& core, ConnectionId caller, AddressId address);

// The caller may not disturb the address, whatever goes on there.
[[nodiscard]] bool is_not_to_be_disturbed(const Core& core, ConnectionId caller, AddressId address);
// The same of a call that this address will make.
[[nodiscard]] bool is_not_to_be_disturbed_by(const Core& core, AddressId by, bool withholds_id,
                                             AddressId address);

}  // namespace pbxlab::pbx
