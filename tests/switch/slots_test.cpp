// Handles that outlive what they name.
#include "switch/slots.h"

#include <set>

#include <gtest/gtest.h>

namespace pbxlab::pbx {
namespace {

struct Thing {
    int value = 0;
};
using ThingId = Handle<Thing>;

TEST(Slots, AnOldHandleFindsNothing) {
    Slots<Thing, ThingId> slots;
    const ThingId first = slots.add();
    slots.remove(first);
    const ThingId second = slots.add();
    EXPECT_EQ(second.index, first.index) << "the place is used again";
    EXPECT_EQ(slots.find(first), nullptr);
    EXPECT_NE(slots.find(second), nullptr);
    slots.remove(first);
    EXPECT_EQ(slots.size(), 1U) << "removing what is gone changes nothing";
}

TEST(Slots, APlaceRetiresWhenItsGenerationsAreUsedUp) {
    Slots<Thing, ThingId, 3> slots;
    std::set<ThingId> all;
    for (int i = 0; i < 10; ++i) {
        const ThingId id = slots.add();
        EXPECT_TRUE(all.insert(id).second) << "no handle comes twice";
        EXPECT_LE(id.generation, 3U);
        slots.remove(id);
    }
    EXPECT_EQ(slots.slot_count(), 4U) << "three things in each";
}

}  // namespace
}  // namespace pbxlab::pbx
