// Simulated time. The scheduler is the only one who knows what "now" is; nobody reads a clock.
#pragma once

#include <chrono>
#include <cstdint>

namespace pbxlab::pbx {

// A span of simulated time in whole microseconds; never negative where a public function takes one.
using Duration = std::chrono::microseconds;

// The clock of the simulation. It has no now(): ask the Scheduler.
struct SimClock {
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<SimClock, Duration>;
    static constexpr bool is_steady = true;
};

// Microseconds since the fixed start of every simulation (told to applications as 2000-01-01
// 00:00:00 UTC).
using SimTime = SimClock::time_point;

// No simulation runs past this instant: about 292 years would overflow; 100 years is the named
// limit.
inline constexpr Duration kLongestSimulation = std::chrono::hours{24 * 365 * 100};

using namespace std::chrono_literals;

}  // namespace pbxlab::pbx
