// What must hold whenever nothing is going on. Internal to switch/.
#pragma once

#include <optional>
#include <string>

#include "switch/core.h"

namespace pbxlab::pbx {

// The first broken invariant in words, or nothing.
[[nodiscard]] std::optional<std::string> broken_invariant(const Core& core);

}  // namespace pbxlab::pbx
