#include "switch/random.h"

#include <array>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace pbxlab::pbx {
namespace {

TEST(RandomStream, GivesTheSameValuesOnEveryMachine) {
    RandomStream a{1, "outside/5550100"};
    const std::array first = {a.next(), a.next(), a.next()};
    EXPECT_EQ(first, (std::array<std::uint64_t, 3>{0x4594'80FE'F0AE'A962U, 0x7645'C87C'5A9C'3DCCU,
                                                   0xB604'179A'4077'1B9CU}));
    RandomStream b{42, "arrivals"};
    EXPECT_EQ(b.next(), 0xA00E'E881'8062'BD90U);
    RandomStream c{0, ""};
    EXPECT_EQ(c.next(), 0x1E28'178E'EDBF'0F30U);
}

TEST(RandomStream, SeedsAndNamesMakeDifferentStreams) {
    const std::uint64_t base = RandomStream{1, "a"}.next();
    EXPECT_NE(base, (RandomStream{2, "a"}.next()));
    EXPECT_NE(base, (RandomStream{1, "b"}.next()));
    EXPECT_EQ(base, (RandomStream{1, "a"}.next()));
}

TEST(RandomStream, ReachesBothEndsOfARangeAndNeverLeavesIt) {
    RandomStream chance{3, "ends"};
    std::array<int, 6> seen{};
    for (int i = 0; i < 6000; ++i) {
        const std::uint64_t value = chance.between(10, 15);
        ASSERT_GE(value, 10U);
        ASSERT_LE(value, 15U);
        ++seen[value - 10];
    }
    for (const int times : seen) EXPECT_NEAR(times, 1000, 150);
}

TEST(RandomStream, DrawsWithoutBiasFromARangeThatDoesNotDivideTheGenerators) {
    RandomStream chance{4, "bias"};
    const std::uint64_t high = std::numeric_limits<std::uint64_t>::max() / 3 * 2;
    int upper = 0;
    for (int i = 0; i < 10'000; ++i) upper += chance.between(0, high) > high / 2 ? 1 : 0;
    EXPECT_NEAR(upper, 5000, 250) << "taking the remainder alone would give about 3333";
}

TEST(RandomStream, TakesRangesOfOneAndOfEverything) {
    RandomStream chance{5, "whole"};
    EXPECT_EQ(chance.between(9, 9), 9U);
    RandomStream twin{5, "whole"};
    twin.between(9, 9);
    EXPECT_EQ(chance.between(0, std::numeric_limits<std::uint64_t>::max()), twin.next());
}

TEST(RandomStream, DrawsDurationsInWholeMicroseconds) {
    RandomStream chance{6, "spans"};
    bool low = false;
    bool high = false;
    for (int i = 0; i < 1000; ++i) {
        const Duration span = chance.between(Duration{5}, Duration{8});
        ASSERT_GE(span, Duration{5});
        ASSERT_LE(span, Duration{8});
        low = low || span == Duration{5};
        high = high || span == Duration{8};
    }
    EXPECT_TRUE(low && high);
}

TEST(RandomStream, DrawsExponentialTimesInIntegersAlone) {
    RandomStream chance{7, "arrivals"};
    constexpr int kDraws = 100'000;
    std::int64_t sum = 0;
    int below_median = 0;
    int beyond_three = 0;
    for (int i = 0; i < kDraws; ++i) {
        const auto time = chance.exponential(std::chrono::milliseconds{100}).count();
        ASSERT_GE(time, 0);
        ASSERT_LE(time, 4'500'000);
        sum += time;
        below_median += time < 69'315 ? 1 : 0;   // ln 2 of the mean
        beyond_three += time > 300'000 ? 1 : 0;  // e^-3 of all
    }
    EXPECT_NEAR(static_cast<double>(sum) / kDraws, 100'000, 1000);
    EXPECT_NEAR(below_median, kDraws / 2, 500);
    EXPECT_NEAR(beyond_three, 4979, 220);
}

TEST(RandomStream, DrawsTheSameExponentialTimesEverywhere) {
    RandomStream chance{1, "arrivals"};
    std::vector<std::int64_t> times;
    for (int i = 0; i < 4; ++i) times.push_back(chance.exponential(std::chrono::hours{1}).count());
    EXPECT_EQ(times, (std::vector<std::int64_t>{666248703, 2029625630, 2499403810, 363089776}));
    EXPECT_EQ(chance.exponential(Duration{}), Duration{});
}

}  // namespace
}  // namespace pbxlab::pbx
