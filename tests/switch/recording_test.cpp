// Events kept, and compared with how they should be.
#include "switch/recording.h"

#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Recording, ComparesOneRunWithAnother) {
    Recording<Event> events;
    {
        Sim sim;
        Recorder watch{sim.exchange, events};
        sim.connected("1001", "1002");
    }
    ASSERT_GT(events.records().size(), 10U);
    Comparison<Event> again{events.records()};
    Sim sim;
    Recorder watch{sim.exchange, again};
    EXPECT_EQ(again.first_difference(), 0U) << "nothing has come yet";
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_TRUE(again.same());
    sim.hold(a);
    EXPECT_EQ(again.first_difference(), events.records().size()) << "more than was expected";
}

TEST(Recording, FindsWhereTheyFirstDiffer) {
    const std::vector<int> expected{1, 2, 3, 4};
    Comparison<int> shorter{expected};
    for (const int each : {1, 2}) shorter.put(each);
    EXPECT_EQ(shorter.first_difference(), 2U);
    Comparison<int> different{expected};
    for (const int each : {1, 9, 3, 8}) different.put(each);
    EXPECT_EQ(different.first_difference(), 1U);
    Comparison<int> same{expected};
    for (const int each : expected) same.put(each);
    EXPECT_TRUE(same.same());
}

TEST(Recording, KeepsTheLastOnes) {
    LastRecords<int> last{3};  // four: the next power of two
    EXPECT_EQ(last.size(), 0U);
    for (int each = 1; each <= 6; ++each) last.put(each);
    EXPECT_EQ(last.count(), 6U);
    EXPECT_EQ(last.size(), 4U);
    EXPECT_EQ(last.last(), 6);
    EXPECT_EQ(last.last(3), 3);
}

}  // namespace
}  // namespace pbxlab::pbx
