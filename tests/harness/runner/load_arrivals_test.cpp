// When the calls of a load arrive, and how long what they do takes.
#include "harness/load_arrivals.h"

#include <gtest/gtest.h>

#include "harness/load_histogram.h"
#include "harness/load_wakes.h"
#include "harness/load_watch.h"

namespace pbxlab::harness {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

LoadWords even(std::uint64_t calls, std::uint64_t per_minute) {
    LoadWords load;
    load.calls = calls;
    load.poisson = false;
    load.rate = {.text = {}, .per_period = per_minute, .period = minutes{1}};
    return load;
}
std::vector<pbx::Duration> times(const LoadWords& load, std::uint64_t seed = 1) {
    std::vector<pbx::Duration> all;
    for (Arrivals arrivals{load, seed}; arrivals.more(); arrivals.take())
        all.push_back(arrivals.next().time_since_epoch());
    return all;
}
std::size_t between(const std::vector<pbx::Duration>& all, pbx::Duration from, pbx::Duration to) {
    std::size_t count = 0;
    for (const pbx::Duration at : all) count += at >= from && at < to ? 1U : 0U;
    return count;
}

TEST(LoadArrivals, ComeAtEqualDistances) {
    const auto all = times(even(4, 30));
    EXPECT_EQ(all, (std::vector<pbx::Duration>{seconds{0}, seconds{2}, seconds{4}, seconds{6}}));
}

// From 60 to 120 a minute within ten minutes: 90 on average, 15 in the middle ten seconds.
TEST(LoadArrivals, ComeFasterOnARampAndStayAtItsEnd) {
    LoadWords load = even(1500, 60);
    load.ramp = {{.mark = {},
                  .to = {.text = {}, .per_period = 120, .period = minutes{1}},
                  .over = minutes{10}}};
    const auto all = times(load);
    EXPECT_NEAR(static_cast<double>(between(all, {}, minutes{10})), 900, 2);
    EXPECT_NEAR(static_cast<double>(between(all, {}, minutes{1})), 63, 2);
    EXPECT_NEAR(static_cast<double>(between(all, minutes{9}, minutes{10})), 117, 2);
    EXPECT_NEAR(static_cast<double>(between(all, minutes{11}, minutes{12})), 120, 1);
}

TEST(LoadArrivals, GoFromOneRampToTheNext) {
    LoadWords load = even(1000, 60);
    const RateWords fast{.text = {}, .per_period = 10, .period = seconds{1}};
    const RateWords slow{.text = {}, .per_period = 60, .period = minutes{1}};
    load.ramp = {{.mark = {}, .to = fast, .over = seconds{10}},
                 {.mark = {}, .to = fast, .over = seconds{20}},
                 {.mark = {}, .to = slow, .over = std::chrono::milliseconds{1}}};
    const auto all = times(load);
    EXPECT_NEAR(static_cast<double>(between(all, seconds{10}, seconds{30})), 200, 2);
    EXPECT_NEAR(static_cast<double>(between(all, seconds{31}, seconds{91})), 60, 2);
}

TEST(LoadArrivals, ByChanceAreAsManyOnAverage) {
    LoadWords load = even(4000, 60);
    load.poisson = true;
    load.ramp = {{.mark = {},
                  .to = {.text = {}, .per_period = 180, .period = minutes{1}},
                  .over = minutes{20}}};
    const auto all = times(load, 3);
    EXPECT_NEAR(static_cast<double>(between(all, {}, minutes{20})), 2400, 4 * 49);
    EXPECT_NE(all, times(load, 4));
}

TEST(LoadHistogram, IsExactForShortTimesAndNearForLongOnes) {
    Histogram histogram;
    for (int i = 1; i <= 100; ++i) histogram.add(pbx::Duration{i});
    const Latency small = histogram.latency();
    EXPECT_EQ(small.p50, pbx::Duration{50});
    EXPECT_EQ(small.p90, pbx::Duration{90});
    EXPECT_EQ(small.p99, pbx::Duration{99});
    EXPECT_EQ(small.max, pbx::Duration{100});
    EXPECT_EQ(small.mean, pbx::Duration{50});

    Histogram large;
    for (int i = 1; i <= 1000; ++i) large.add(seconds{i});
    const Latency latency = large.latency();
    EXPECT_GE(latency.p90, seconds{900});
    EXPECT_LE(latency.p90, seconds{900} + seconds{900} / 64);
    EXPECT_EQ(latency.max, seconds{1000});
    EXPECT_EQ(latency.count, 1000U);
}

TEST(LoadHistogram, OfNothingIsNothing) { EXPECT_EQ(Histogram{}.latency().p99, pbx::Duration{}); }

TEST(LoadHistogram, OfOneTimeIsThatTime) {
    Histogram histogram;
    histogram.add(minutes{3});
    EXPECT_EQ(histogram.latency().p50, minutes{3});
}

TEST(LoadWakes, KnowWhoIsNext) {
    Wakes wakes;
    wakes.resize(5);
    EXPECT_EQ(wakes.next(), Wakes::kNever);
    wakes.set(4, pbx::SimTime{seconds{3}});
    wakes.set(1, pbx::SimTime{seconds{5}});
    wakes.set(0, pbx::SimTime{seconds{9}});
    EXPECT_EQ(wakes.next(), pbx::SimTime{seconds{3}});
    std::vector<std::size_t> due;
    wakes.due(pbx::SimTime{seconds{5}}, due);
    EXPECT_EQ(due, (std::vector<std::size_t>{1, 4}));
    wakes.set(4, Wakes::kNever);
    EXPECT_EQ(wakes.next(), pbx::SimTime{seconds{5}});
}

TEST(TrunkWatch, WeighsByTime) {
    TrunkWatch watch;
    watch.pass(seconds{1}, 2, 4);
    watch.pass(seconds{3}, 4, 4);
    watch.pass({}, 9, 4);
    const TrunkUse use = watch.use(4);
    EXPECT_EQ(use.mean, 3500U);
    EXPECT_EQ(use.peak, 4U);
    EXPECT_EQ(use.all_busy, 750'000U);
}

TEST(Scaled, DoesNotOverflow) {
    EXPECT_EQ(scaled(1, 3, 1000), 333U);
    EXPECT_EQ(scaled(7'000'000'000'000'000, 1'000'000'000'000'000, 1000), 7000U);
    EXPECT_EQ(scaled(1, 0, 1000), 0U);
}

}  // namespace
}  // namespace pbxlab::harness
