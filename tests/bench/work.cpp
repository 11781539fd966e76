#include "tests/bench/work.h"

#include <ctime>

#include <sys/resource.h>

#include "tests/bench/count_new.h"

namespace pbxlab::bench {

namespace {

std::chrono::nanoseconds of(const timespec& time) {
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}
std::chrono::nanoseconds of(const timeval& time) {
    return std::chrono::seconds{time.tv_sec} + std::chrono::microseconds{time.tv_usec};
}

std::chrono::nanoseconds processor_time() {
    timespec own{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
    rusage children{};
    getrusage(RUSAGE_CHILDREN, &children);
    return of(own) + of(children.ru_utime) + of(children.ru_stime);
}
std::chrono::nanoseconds wall_time() { return std::chrono::steady_clock::now().time_since_epoch(); }

}  // namespace

void Stopwatch::start() {
    allocations_ -= bench::allocations();
    wall_ -= wall_time();
    processor_ -= processor_time();
}

void Stopwatch::stop() {
    processor_ += processor_time();
    wall_ += wall_time();
    allocations_ += bench::allocations();
}

Cases all_cases(const Programs& programs) {
    Cases cases;
    add_busy(cases);
    add_features(cases);
    add_together(cases);
    add_writing(cases);
    add_suite(cases);
    add_startup(cases, programs);
    add_memory(cases);
    return cases;
}

}  // namespace pbxlab::bench
