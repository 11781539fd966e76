// Chance that is the same on every machine: a fixed generator, own distributions in integers, and
// named streams, so that one more draw in one place does not shift the draws of another.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "switch/time.h"

namespace pbxlab::pbx {

class RandomStream {
 public:
    // The stream called `name` of the simulation seeded with `seed`.
    RandomStream(std::uint64_t seed, std::string_view name);

    std::uint64_t next();

    // Uniform in [low, high], both included; low <= high. Unbiased.
    std::uint64_t between(std::uint64_t low, std::uint64_t high);
    Duration between(Duration low, Duration high);

    // The time to the next of events that come independently of each other, `mean` (0 up to an
    // hour) apart on average: exponentially distributed, at most 45 times the mean.
    Duration exponential(Duration mean);

 private:
    std::array<std::uint64_t, 4> state_;
};

}  // namespace pbxlab::pbx
