#include "harness/workers.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace pbxlab::harness {

void spread(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next{0};
    const auto take_turns = [&next, &work, count] {
        for (std::size_t mine = next++; mine < count; mine = next++) work(mine);
    };
    // This thread works, too: a single job needs no other one.
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, count); ++i)
        others.emplace_back(take_turns);
    take_turns();
    for (std::thread& other : others) other.join();
}

}  // namespace pbxlab::harness
