#include "switch/random.h"

#include <array>
#include <limits>

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

}  // namespace
}  // namespace pbxlab::pbx
