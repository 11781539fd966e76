// Spans of time as scenarios write them: a decimal number and its unit, "250ms", "1.5s", "2m",
// "24h", "10us".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "switch/time.h"

namespace pbxlab::harness {

enum class DurationFault : std::uint8_t {
    Malformed,  // not a decimal number directly followed by one of the units
    TooFine,    // not a whole number of microseconds
    TooLong,    // more than pbx::kLongestSimulation
};

// What every duration looks like, as a regular expression for the schema.
inline constexpr std::string_view kDurationPattern = "^[0-9]+(\\.[0-9]+)?(us|ms|s|m|h)$";

// Reads a duration exactly; no floating point is involved.
[[nodiscard]] tl::expected<pbx::Duration, DurationFault> parse_duration(std::string_view text);

// The shortest way to write it without a decimal point: "1500ms", "90s", "2h", "0s".
[[nodiscard]] std::string duration_text(pbx::Duration duration);

}  // namespace pbxlab::harness
