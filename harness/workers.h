// Work of one kind spread over threads.
#pragma once

#include <cstddef>
#include <functional>

namespace pbxlab::harness {

// Calls work(0), work(1) ... work(count - 1), each once, on `jobs` threads (0: as many as the
// machine has); they start in that order. Returns when all have ended. `work` must not throw.
void spread(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace pbxlab::harness
