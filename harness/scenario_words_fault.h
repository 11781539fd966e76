// What the words of a fault take: selectors of messages, and operations.
#pragma once

#include <cstdint>
#include <span>

#include "harness/json_words.h"

namespace pbxlab::harness {

inline constexpr std::int64_t kAnyOperation = 0xFFFF;

// Every selector; those of one call state; the value is a place in fault_selectors().
[[nodiscard]] std::span<const Choice> selector_words(const Type& type);
[[nodiscard]] std::span<const Choice> state_selector_words(const Type& type);
// Operations, and "any": those that can be made to fail; that are replied to; that are, and make no
// call; that a feature bit offers (there is no "any" of these).
[[nodiscard]] std::span<const Choice> failing_words(const Type& type);
[[nodiscard]] std::span<const Choice> slow_words(const Type& type);
[[nodiscard]] std::span<const Choice> early_words(const Type& type);
[[nodiscard]] std::span<const Choice> feature_words(const Type& type);

[[nodiscard]] const ObjectWords& fault_words();  // into FaultWords
// A list of faults: into std::vector<FaultWords>.
extern const Type kFaults;

}  // namespace pbxlab::harness
