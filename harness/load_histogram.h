// How often something took how long, in bounded memory: exact up to 127 us, and from there on to
// the 64th part.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "harness/load_figures.h"
#include "switch/time.h"

namespace pbxlab::harness {

class Histogram {
 public:
    void add(pbx::Duration time);
    // The largest time of each class stands for all in it, but none above the maximum.
    [[nodiscard]] Latency latency() const;

 private:
    static constexpr unsigned kPartBits = 6;
    static constexpr std::uint64_t kParts = 1U << kPartBits;  // of each power of two
    static constexpr std::size_t kClasses = (64 - kPartBits + 1) * kParts;

    static constexpr std::size_t class_of(std::uint64_t value) {
        const auto bits = static_cast<unsigned>(std::bit_width(value));
        if (bits <= kPartBits + 1) return value;
        const unsigned shift = bits - (kPartBits + 1);
        return shift * kParts + (value >> shift);
    }
    static constexpr std::uint64_t largest_in(std::size_t index) {
        if (index < 2 * kParts) return index;
        const std::size_t shift = index / kParts - 1;
        return (((index - shift * kParts) + 1) << shift) - 1;
    }
    // Of the time that `part` in a hundred do not pass.
    [[nodiscard]] pbx::Duration percentile(std::uint64_t part) const;

    std::array<std::uint64_t, kClasses> counts_{};
    std::uint64_t count_ = 0, sum_ = 0, max_ = 0;
};

}  // namespace pbxlab::harness
