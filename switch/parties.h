// Who is who in a call: what each connection is told of the others. Internal to switch/.
// (reference: call-model 17)
#pragma once

#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

[[nodiscard]] Party party_of(const Core& core, AddressId id);
[[nodiscard]] Party party_of(const Core& core, OutsideId id);
// The party at a connection's own end.
[[nodiscard]] Party party_of(const Core& core, GroupId id);
[[nodiscard]] Party party_at(const Core& core, ConnectionId id);

// Who a connection is to the others, as far as it lets them see.
[[nodiscard]] Party identity_of(const Core& core, ConnectionId id);

// What others may see of `party`: nothing but the reason when it is not to be shown.
[[nodiscard]] Party shown(const Party& party);

// Whom these digits call, as far as the dial plan knows; a number nobody has stands for itself.
[[nodiscard]] Party party_called(Core& core, std::string_view digits);

// Writes one identity and, when it changed, tells of it.
void set_party(Core& core, ConnectionId id, PartyBits which, const Party& party);

// The same for several: what `change` writes in the connection is told as one change of `bits`.
template <class Change>
void change_parties(Core& core, ConnectionId id, std::uint32_t bits, Change change) {
    change(*core.find(id));
    core.tell(EventKind::PartiesChanged, id, bits);
}

// Due::ShowCaller: the caller's number follows the offer, unless the caller has gone.
void show_caller(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
