// When the calls of a load arrive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "harness/load_words.h"
#include "switch/random.h"
#include "switch/time.h"

namespace pbxlab::harness {

class Arrivals {
 public:
    Arrivals(const LoadWords& load, std::uint64_t seed);

    [[nodiscard]] bool more() const { return drawn_ < calls_; }
    [[nodiscard]] pbx::SimTime next() const { return next_; }
    // Takes one; its number, counting from 1.
    std::uint64_t take();

 private:
    // A time in which the rate stays the same.
    struct Stretch {
        pbx::SimTime from;
        std::uint64_t per_period = 1;
    };
    void add_ramp(const RampWords& ramp, std::uint64_t from);

    std::uint64_t calls_;
    bool poisson_;
    pbx::Duration period_;
    std::vector<Stretch> stretches_;
    pbx::RandomStream random_;
    std::size_t stretch_ = 0;
    std::uint64_t drawn_ = 0;
    // From the start of the stretch, in times of one call per period, so that nothing is rounded
    // from one call to the next.
    pbx::Duration sum_{};
    pbx::SimTime next_;
};

}  // namespace pbxlab::harness
