#include "harness/load_arrivals.h"

#include <algorithm>

namespace pbxlab::harness {

namespace {

constexpr std::uint64_t kStairs = 100;  // that a ramp has

using Rep = pbx::Duration::rep;

}  // namespace

Arrivals::Arrivals(const LoadWords& load, std::uint64_t seed)
    : calls_{load.calls},
      poisson_{load.poisson},
      period_{load.ramp.empty() ? load.rate.period : pbx::Duration{std::chrono::hours{1}}},
      random_{seed, "arrivals"} {
    std::uint64_t rate = load.ramp.empty() ? load.rate.per_period : load.rate.per_hour();
    stretches_.push_back({{}, rate});
    for (const RampWords& ramp : load.ramp) {
        add_ramp(ramp, rate);
        rate = ramp.to.per_hour();
    }
}

// In stairs of equal length, each with the rate of its middle. The last one opens the time behind
// the ramp.
void Arrivals::add_ramp(const RampWords& ramp, std::uint64_t from) {
    const std::uint64_t to = ramp.to.per_hour();
    const pbx::SimTime start = stretches_.back().from;
    stretches_.pop_back();
    const pbx::Duration stair = std::max(ramp.over / Rep{kStairs}, pbx::Duration{1});
    for (std::uint64_t i = 0; i < kStairs; ++i) {
        const std::uint64_t done = 2 * i + 1;
        const std::uint64_t rate = (from * (2 * kStairs - done) + to * done) / (2 * kStairs);
        stretches_.push_back({start + stair * static_cast<Rep>(i), rate});
    }
    stretches_.push_back({start + ramp.over, to});
}

std::uint64_t Arrivals::take() {
    ++drawn_;
    sum_ += poisson_ ? random_.exponential(period_) : period_;
    const auto rate = [this] { return static_cast<Rep>(stretches_[stretch_].per_period); };
    const auto left = [this] { return stretches_[stretch_ + 1].from - stretches_[stretch_].from; };
    while (stretch_ + 1 < stretches_.size() && sum_ / rate() >= left()) {
        sum_ -= left() * rate();
        ++stretch_;
    }
    next_ = stretches_[stretch_].from + sum_ / rate();
    return drawn_;
}

}  // namespace pbxlab::harness
