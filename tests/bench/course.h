// What is done in an office again and again, as a case: a feature, or calls under a condition.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "tests/bench/office.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {

struct Course {
    std::string_view name;   // "features/hold"
    std::string_view piece;  // "hold and unhold"
    BenchOffice::Plan (*plan)();
    void (*prepare)(BenchOffice& office);
    // Ends as it began, and says how many pieces it was.
    std::uint64_t (*play)(BenchOffice& office);
    std::uint64_t times = 200;  // a run
};

class CourseWork final : public Work {
 public:
    CourseWork(const Course& course, std::uint64_t times)
        : course_{course}, times_{times}, office_{course.plan()} {
        course.prepare(office_);
    }
    std::uint64_t run(Stopwatch& watch) override {
        std::uint64_t pieces = 0;
        watch.start();
        for (std::uint64_t i = 0; i < times_; ++i) pieces += course_.play(office_);
        watch.stop();
        return pieces;
    }

 private:
    const Course& course_;
    std::uint64_t times_;
    BenchOffice office_;
};

// `course` lives as long as the program.
inline void add_course(Cases& cases, const Course& course) {
    cases.push_back({std::string{course.name}, std::string{course.piece},
                     [&course](Size size) -> std::unique_ptr<Work> {
                         return std::make_unique<CourseWork>(
                             course, size == Size::Full ? course.times : course.times / 10 + 1);
                     }});
}

inline BenchOffice::Plan usual_plan() { return {}; }
inline void nothing_to_prepare(BenchOffice& /*office*/) {}

}  // namespace pbxlab::bench
