// Once everything has grown to its size, calls cost no allocation: not in the switch, not through
// the lines with an application on either side, and not while they are recorded and compared.
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "tests/bench/count_new.h"
#include "tests/bench/lines_traffic.h"
#include "tests/bench/switch_traffic.h"

namespace pbxlab::bench {
namespace {

constexpr Shape kShape{.lines = 200, .at_once = 20};
constexpr std::uint64_t kCalls = 1000;

template <class Traffic>
std::uint64_t allocations_of(Traffic& traffic) {
    traffic.begin(kCalls);
    const std::uint64_t before = allocations();
    traffic.advance(kCalls);
    return allocations() - before;
}

template <class Traffic>
void expect_none() {
    Traffic traffic{kShape};
    EXPECT_GT(allocations_of(traffic), 0U) << "it has to grow first, or nobody counts";
    EXPECT_EQ(allocations_of(traffic), 0U);
    EXPECT_EQ(traffic.ended(), 2 * kCalls);
    EXPECT_EQ(traffic.wrong(), 0U);
}

TEST(Allocations, AreNotMadeForEventsOfTheSwitch) {
    expect_none<SwitchTraffic<KeptNothing>>();
    expect_none<SwitchTraffic<KeptLast>>();
}

TEST(Allocations, AreNotMadeForEventsThroughTheLines) {
    expect_none<LinesTraffic<KeptNothing>>();
    expect_none<LinesTraffic<KeptLast>>();
}

// Calls that are played a second time, exactly as the first.
template <template <class> class Traffic>
std::uint64_t allocations_compared() {
    Traffic<KeptWhole> first{kShape};
    Traffic<KeptCompared> again{kShape};
    std::uint64_t made = 0;
    for (int round = 0; round < 2; ++round) {
        first.kept.clear();
        (void)allocations_of(first);
        again.kept.expect(first.kept);
        made = allocations_of(again);
        EXPECT_TRUE(again.kept.same());
    }
    return made;
}

TEST(Allocations, AreNotMadeWhileCallsAreCompared) {
    EXPECT_EQ(allocations_compared<SwitchTraffic>(), 0U);
    EXPECT_EQ(allocations_compared<LinesTraffic>(), 0U);
}

TEST(Weighing, CountsWhatIsHeldAndNoMore) {
    const Weighing weighing;
    EXPECT_EQ(weighing.bytes(), 0);
    {
        const std::vector<char> block(1000);
        EXPECT_GE(weighing.bytes(), 1000);
        EXPECT_LT(weighing.bytes(), 1100);
    }
    EXPECT_EQ(weighing.bytes(), 0);
}

}  // namespace
}  // namespace pbxlab::bench
