// Until when each of many waits, and whose turn is next: a tree over all of them that holds the
// earliest time of those below each node.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

#include "switch/time.h"

namespace pbxlab::harness {

class Wakes {
 public:
    static constexpr pbx::SimTime kNever = pbx::SimTime::max();

    // How many there are; none waits.
    void resize(std::size_t count) {
        leaves_ = std::bit_ceil(std::max<std::size_t>(count, 1));
        earliest_.assign(2 * leaves_, kNever);
    }
    // Until then `index` waits; kNever: it does not.
    void set(std::size_t index, pbx::SimTime until) {
        std::size_t node = leaves_ + index;
        earliest_[node] = until;
        for (node /= 2; node > 0; node /= 2)
            earliest_[node] = std::min(earliest_[2 * node], earliest_[2 * node + 1]);
    }
    // When the first wait ends; kNever when nobody waits.
    [[nodiscard]] pbx::SimTime next() const { return earliest_[1]; }
    // Adds those whose wait ends by `now`, lowest first.
    void due(pbx::SimTime now, std::vector<std::size_t>& indices) const { due(1, now, indices); }

 private:
    void due(std::size_t node, pbx::SimTime now, std::vector<std::size_t>& indices) const {
        if (earliest_[node] > now) return;
        if (node >= leaves_) return indices.push_back(node - leaves_);
        due(2 * node, now, indices);
        due(2 * node + 1, now, indices);
    }

    std::size_t leaves_ = 1;
    std::vector<pbx::SimTime> earliest_ = {kNever, kNever};
};

}  // namespace pbxlab::harness
