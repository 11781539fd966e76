// A load as a scenario words it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/mark.h"
#include "switch/delay.h"
#include "switch/time.h"

namespace pbxlab::harness {

// So many calls arrive in such a time.
struct RateWords {
    std::string text;              // as written, "200/s"
    std::uint64_t per_period = 1;  // calls
    pbx::Duration period{};        // a second, a minute or an hour

    [[nodiscard]] std::uint64_t per_hour() const {
        return per_period * static_cast<std::uint64_t>(std::chrono::hours{1} / period);
    }
};

// The rate goes to another one.
struct RampWords {
    Mark mark;
    RateWords to;
    pbx::Duration over{};
};

// A share of calls, or of time, in millionths.
inline constexpr std::uint32_t kWhole = 1'000'000;
struct ShareWords {
    Mark mark;
    std::string least_text, most_text;  // as written, "2.5%"; empty: no bound
    std::uint32_t least = 0, most = kWhole;
};

// The most that each may be.
struct LatencyWords {
    Mark mark;
    std::optional<pbx::Duration> mean, p50, p90, p95, p99, max;
};

// What the calls of a load must come to, taken together.
struct LoadExpectWords {
    Mark mark;
    std::optional<ShareWords> blocked, abandoned, dropped, queued, trunks_busy;
    std::optional<LatencyWords> set_up, answer, queue;
};

struct LoadWords {
    Mark mark;
    std::uint64_t calls = 0;
    RateWords rate;
    std::vector<RampWords> ramp;  // one behind the other, from the first call on
    bool poisson = true;          // by chance, independently of each other; else evenly
    std::uint32_t copies = 100;   // of the lines: so many calls can be going on
    std::uint32_t members = 0;  // of each line of a group, for all calls; 0: each copy has its own
    std::optional<pbx::Delay> patience;  // of callers whom nobody answers
    std::optional<LoadExpectWords> expect;
};

}  // namespace pbxlab::harness
