// Forwarding in TAPI's words and in those of the exchange (reference: call-model 15.1).
#pragma once

#include <cstdint>
#include <optional>

#include "lines/structures.h"
#include "switch/forwarding_rules.h"

namespace pbxlab::lines {

class SizeCount;

// The rule that an entry of a forwarding list means; nothing when its mode is not exactly one of
// those that can be asked for, or one of its numbers is no dialable address.
[[nodiscard]] std::optional<pbx::ForwardRule> forward_rule(const Forward& entry);

// LINEFORWARDMODE_ of a rule.
[[nodiscard]] std::uint32_t forward_mode(const pbx::ForwardRule& rule);

// Puts the rules into a status; those that the application has no room for are left out.
void fill_forwards(const pbx::Forwarding& forwarding, AddressStatus& status, SizeCount& size);

}  // namespace pbxlab::lines
