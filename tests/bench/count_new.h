// What this program gets from operator new, for programs that link count_new.cpp. Each thread
// counts for itself, so that counting makes none of them wait.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pbxlab::bench {

// How often the calling thread has called operator new so far.
[[nodiscard]] std::uint64_t allocations();

// Bytes that operator new has given out, and operator delete not taken back, while it lived; as the
// allocator rounds them, without its own headers. On one thread, and one at a time.
class Weighing {
 public:
    Weighing();
    ~Weighing();
    Weighing(const Weighing&) = delete;
    Weighing& operator=(const Weighing&) = delete;
    [[nodiscard]] std::int64_t bytes() const;
};

}  // namespace pbxlab::bench
