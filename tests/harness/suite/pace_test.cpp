#include "harness/pace.h"

#include <thread>

#include <gmock/gmock.h>

#include "harness/suite.h"
#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

TEST(Pace, DividesTimeByItsSpeed) {
    EXPECT_EQ(clock_time(seconds{3}, kRealTime), seconds{3});
    EXPECT_EQ(clock_time(seconds{3}, 10 * kRealTime), milliseconds{300});
    EXPECT_EQ(clock_time(seconds{3}, 1), seconds{3000});
    EXPECT_EQ(clock_time(milliseconds{1}, kMaxSpeed), nanoseconds{1});
    EXPECT_EQ(clock_time(hours{1}, 3), nanoseconds{1'200'000'000'000'000});
    EXPECT_GT(clock_time(pbx::Duration::max(), 1), hours{24 * 366});
}

TEST(Pace, LetsNothingComeBeforeItsTime) {
    const auto start = Clock::now();
    Pace pace{20 * kRealTime};
    EXPECT_TRUE(pace.wait_until(pbx::SimTime{seconds{2}}, nullptr));
    EXPECT_GE(Clock::now() - start, milliseconds{100});
    const auto then = Clock::now();
    EXPECT_TRUE(pace.wait_until(pbx::SimTime{seconds{1}}, nullptr));
    EXPECT_LT(Clock::now() - then, seconds{1});
}

TEST(Pace, EndsSoonAfterAnInterruption) {
    std::atomic<bool> interrupt{false};
    Pace pace{1};
    std::thread other{[&interrupt] {
        std::this_thread::sleep_for(milliseconds{20});
        interrupt = true;
    }};
    const auto start = Clock::now();
    EXPECT_FALSE(pace.wait_until(pbx::SimTime{hours{1}}, &interrupt));
    EXPECT_LT(Clock::now() - start, seconds{30});
    other.join();
}

class PacedSuite : public Folder {};

TEST_F(PacedSuite, ResultsAndTracesAreThoseOfSimulatedTime) {
    good("a.json");
    bad("b.json");
    const auto files = find_scenarios({path_.generic_string()}).value();
    const auto texts = [&](const char* folder, Speed speed) {
        const SuiteResult result =
            run_suite(files, {.jobs = 2, .trace_dir = path_ / folder, .speed = speed});
        std::string all;
        for (const CaseResult& each : result.cases) all += each.text;
        return all + text_of(path_ / folder / "a.jsonl") + text_of(path_ / folder / "b.jsonl");
    };
    const std::string simulated = texts("one", 0);
    const auto start = Clock::now();
    EXPECT_EQ(texts("two", 20 * kRealTime), simulated);
    EXPECT_GE(Clock::now() - start, milliseconds{35});  // 760 ms of it
    EXPECT_FALSE(simulated.empty());
}

}  // namespace
}  // namespace pbxlab::harness::test
