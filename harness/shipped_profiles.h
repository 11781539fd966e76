// The provider profiles that are part of pbxlab: the files below scenarios/providers/, as they were
// when it was built.
#pragma once

#include <span>

#include "harness/root_files.h"

namespace pbxlab::harness {

// Sorted by name.
[[nodiscard]] std::span<const ShippedFile> shipped_profiles();

}  // namespace pbxlab::harness
