// Real time for people who watch: simulated time may not run ahead of the clock. The switch's
// scheduler stays the owner of time, and what happens is the same at any speed.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>

#include "switch/time.h"

namespace pbxlab::harness {

// How much simulated time passes in a second of the clock, in thousandths: 1000 is real time.
using Speed = std::uint32_t;
inline constexpr Speed kRealTime = 1000;
inline constexpr Speed kMaxSpeed = 1'000'000'000;  // a million times as fast

// Starts the clock when it is made.
class Pace {
 public:
    explicit Pace(Speed speed);
    ~Pace();
    Pace(const Pace&) = delete;
    Pace& operator=(const Pace&) = delete;

    // Returns when the clock has reached a simulated time, or a little after `interrupt` has become
    // true (it may be nullptr): false then.
    bool wait_until(pbx::SimTime time, const std::atomic<bool>* interrupt);

 private:
    struct Timer;
    std::unique_ptr<Timer> timer_;
    std::chrono::steady_clock::time_point start_;
    Speed speed_;
};

// How long after its start a run at `speed` reaches a simulated time.
[[nodiscard]] std::chrono::nanoseconds clock_time(pbx::Duration simulated, Speed speed);

}  // namespace pbxlab::harness
