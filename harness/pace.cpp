#include "harness/pace.h"

#include <algorithm>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace pbxlab::harness {

namespace {

// An interruption is noticed within this time.
constexpr std::chrono::milliseconds kSlice{50};

}  // namespace

struct Pace::Timer {
    boost::asio::io_context context{1};
    boost::asio::steady_timer timer{context};
};

Pace::Pace(Speed speed)
    : timer_{std::make_unique<Timer>()}, start_{std::chrono::steady_clock::now()}, speed_{speed} {}

Pace::~Pace() = default;

bool Pace::wait_until(pbx::SimTime time, const std::atomic<bool>* interrupt) {
    const auto due = start_ + clock_time(time.time_since_epoch(), speed_);
    for (auto now = std::chrono::steady_clock::now(); now < due;
         now = std::chrono::steady_clock::now()) {
        if (interrupt != nullptr && interrupt->load(std::memory_order_relaxed)) return false;
        timer_->timer.expires_at(std::min(due, now + kSlice));
        timer_->timer.async_wait([](const boost::system::error_code&) {});
        timer_->context.restart();
        timer_->context.run();
    }
    return interrupt == nullptr || !interrupt->load(std::memory_order_relaxed);
}

std::chrono::nanoseconds clock_time(pbx::Duration simulated, Speed speed) {
    // A microsecond of the switch is a million nanoseconds divided by thousandths of speed; what no
    // clock reaches is cut off, so that nothing overflows.
    constexpr std::int64_t kPerMicrosecond = 1'000'000;
    const std::int64_t micros = simulated.count();
    const std::int64_t whole = micros / speed;
    const std::int64_t rest = micros % speed;
    constexpr std::int64_t kLongest = std::chrono::nanoseconds::max().count() / 4;
    if (whole > kLongest / kPerMicrosecond) return std::chrono::nanoseconds{kLongest};
    return std::chrono::nanoseconds{whole * kPerMicrosecond + rest * kPerMicrosecond / speed};
}

}  // namespace pbxlab::harness
