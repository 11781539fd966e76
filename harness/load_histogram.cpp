#include "harness/load_histogram.h"

#include <algorithm>

namespace pbxlab::harness {

void Histogram::add(pbx::Duration time) {
    const auto value = static_cast<std::uint64_t>(std::max(time, pbx::Duration{}).count());
    ++counts_[class_of(value)];
    ++count_;
    sum_ += value;
    max_ = std::max(max_, value);
}

pbx::Duration Histogram::percentile(std::uint64_t part) const {
    const std::uint64_t rank = (count_ * part + 99) / 100;
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < kClasses; ++i) {
        below += counts_[i];
        if (below >= rank)
            return pbx::Duration{static_cast<pbx::Duration::rep>(std::min(largest_in(i), max_))};
    }
    return {};
}

Latency Histogram::latency() const {
    if (count_ == 0) return {};
    constexpr std::uint64_t k50 = 50;
    constexpr std::uint64_t k90 = 90;
    constexpr std::uint64_t k95 = 95;
    constexpr std::uint64_t k99 = 99;
    return {.count = count_,
            .mean = pbx::Duration{static_cast<pbx::Duration::rep>(sum_ / count_)},
            .p50 = percentile(k50),
            .p90 = percentile(k90),
            .p95 = percentile(k95),
            .p99 = percentile(k99),
            .max = pbx::Duration{static_cast<pbx::Duration::rep>(max_)}};
}

}  // namespace pbxlab::harness
