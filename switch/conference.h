// A station brings several calls together and leads the conference that they become. Internal to
// switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Confer
[[nodiscard]] Refusal check_confer(const Core& core, const Order& order);
// The party's new connection, still Null, like the one that stands for a new conference.
ConnectionId subject_of_confer(Core& core, const Order& order);
void confer(Core& core, const Order& order, ConnectionId subject);

// OrderKind::AddParty
[[nodiscard]] Refusal check_add(const Core& core, const Order& order);
void add_party(Core& core, const Order& order, ConnectionId parent);

// OrderKind::RemoveParty
[[nodiscard]] Refusal check_remove(const Core& core, ConnectionId id);
void remove_party(Core& core, ConnectionId id);

// OrderKind::Merge
[[nodiscard]] Refusal check_merge(const Core& core, ConnectionId held, ConnectionId other,
                                  bool by_hand = false);
[[nodiscard]] Refusal check_merge_order(const Core& core, const Order& order);
ConnectionId subject_of_merge(Core& core, const Order& order);
void merge(Core& core, const Order& order, ConnectionId parent);

}  // namespace pbxlab::pbx
