// How long a step of the exchange takes: always the same, or another time on every occasion. Drawn
// from a random stream of its own name, so that one more draw of one step shifts no other.
#pragma once

#include <cstddef>

#include "switch/time.h"

namespace pbxlab::pbx {

inline constexpr std::size_t kDelayCount = 14;  // steps of Policy that may be drawn

class Core;
class RandomStream;
struct Policy;

struct Delay {
    Duration least{};
    Duration most{};  // >= least; equal: always that long, and nothing is drawn
    Duration mean{};  // zero: any time between these two is as likely as any other. Else at most
                      // an hour: short times are likelier, so long on average before they are
                      // brought between the two

    constexpr Delay() = default;
    // A time is a delay that is not drawn.
    template <class Rep, class Period>
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr Delay(std::chrono::duration<Rep, Period> always) : least{always}, most{always} {}
    constexpr Delay(Duration from, Duration to, Duration on_average = {})
        : least{from}, most{to}, mean{on_average} {}

    [[nodiscard]] constexpr bool fixed() const { return least == most; }
    bool operator==(const Delay&) const = default;
};

// How long it is this time; draws nothing when that is fixed.
[[nodiscard]] Duration drawn(const Delay& delay, RandomStream& chance);

// How long the step takes this time.
[[nodiscard]] Duration takes(Core& core, const Policy& policy, Delay Policy::*step);

}  // namespace pbxlab::pbx
