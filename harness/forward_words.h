// Forwarding as a scenario says it, for applications and for the exchange.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "harness/scenario.h"
#include "lines/structures.h"
#include "switch/forwarding_rules.h"

namespace pbxlab::harness {

[[nodiscard]] lines::ForwardList forward_list(const std::vector<ForwardWords>& words);

// The rules themselves; nothing when one of them has no mode, several, or a number that cannot be
// dialled.
[[nodiscard]] std::optional<pbx::Forwarding> forwarding_of(const std::vector<ForwardWords>& words,
                                                           std::uint32_t rings);

}  // namespace pbxlab::harness
