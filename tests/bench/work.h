// What is measured: pieces of work that can be done again and again, and the watch that they start
// and stop around what counts of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace pbxlab::bench {

// What lies between start() and stop(), added up.
class Stopwatch {
 public:
    void start();
    void stop();
    // Bytes that a piece of this work takes; of work that is weighed instead of timed.
    void weigh(double bytes) { bytes_ = bytes; }

    // Of this program and of those that it has started and waited for.
    [[nodiscard]] std::chrono::nanoseconds processor() const { return processor_; }
    [[nodiscard]] std::chrono::nanoseconds wall() const { return wall_; }
    [[nodiscard]] std::uint64_t allocations() const { return allocations_; }  // of this thread
    [[nodiscard]] double bytes() const { return bytes_; }

 private:
    std::chrono::nanoseconds processor_{}, wall_{};
    std::uint64_t allocations_ = 0;
    double bytes_ = 0;
};

// Thrown by work that does not come out as it must: then no figure of it counts.
class WorkFailed : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};
inline void must(bool holds, const char* what) {
    if (!holds) throw WorkFailed{what};
}

class Work {
 public:
    Work() = default;
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    virtual ~Work() = default;
    // Does as much as ever, and says how many pieces that was. The first time may take longer.
    virtual std::uint64_t run(Stopwatch& watch) = 0;
};

// How much one run of a work does: usually, or where instructions are counted.
enum class Size : std::uint8_t { Full, Small };

struct Case {
    std::string name;   // "lines/1000/compared"
    std::string piece;  // what is counted: "call"
    std::function<std::unique_ptr<Work>(Size)> make;
};
using Cases = std::vector<Case>;

// The programs that are started: the command, and one that does nothing.
struct Programs {
    std::string pbxlab, empty;
};

// One file each.
void add_busy(Cases& cases);
void add_features(Cases& cases);
void add_together(Cases& cases);
void add_writing(Cases& cases);
void add_suite(Cases& cases);
void add_startup(Cases& cases, const Programs& programs);
void add_memory(Cases& cases);
[[nodiscard]] Cases all_cases(const Programs& programs);

}  // namespace pbxlab::bench
