// The edge cases that the library of scenarios shows, by their numbers in the reference.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pbxlab::harness {

struct EdgeCase {
    std::uint32_t number;
    std::string_view title;
};
// In the order of their numbers, which has gaps.
[[nodiscard]] std::span<const EdgeCase> edge_cases();

// The number in "EC-12" or "EC-012"; nothing when the text is no edge case.
[[nodiscard]] std::optional<std::uint32_t> edge_case_number(std::string_view text);

}  // namespace pbxlab::harness
