#include "switch/text_pool.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pbxlab::pbx {
namespace {

TEST(TextPool, KeepsEachTextOnce) {
    TextPool pool;
    const TextId first = pool.keep("1001");
    EXPECT_EQ(pool.keep(std::string{"1001"}), first);
    EXPECT_NE(pool.keep("1002"), first);
    EXPECT_EQ(pool.text(first), "1001");
    EXPECT_FALSE(pool.keep("").valid());
    EXPECT_EQ(pool.text({}), "");
}

TEST(TextPool, TextsStayWhereTheyAreAsItGrows) {
    TextPool pool;
    const std::string_view early = pool.text(pool.keep("the first one"));
    const std::string long_one(100'000, 'x');
    EXPECT_EQ(pool.text(pool.keep(long_one)), long_one);
    std::vector<TextId> ids;
    for (int i = 0; i < 20'000; ++i) ids.push_back(pool.keep(std::to_string(i)));
    for (int i = 0; i < 20'000; ++i) {
        EXPECT_EQ(pool.text(ids[static_cast<std::size_t>(i)]), std::to_string(i));
        EXPECT_EQ(pool.keep(std::to_string(i)), ids[static_cast<std::size_t>(i)]);
    }
    EXPECT_EQ(early, "the first one");
    EXPECT_EQ(early.data(), pool.text(pool.keep("the first one")).data());
}

}  // namespace
}  // namespace pbxlab::pbx
