#include "lines/message_queue.h"

#include <gtest/gtest.h>

namespace pbxlab::lines {
namespace {

Message number(std::uint64_t n) { return {.sequence = n}; }

TEST(MessageQueue, GivesTheOldestFirst) {
    MessageQueue queue;
    EXPECT_TRUE(queue.empty());
    for (std::uint64_t n = 1; n <= 5; ++n) queue.push(number(n));
    EXPECT_EQ(queue.size(), 5U);
    for (std::uint64_t n = 1; n <= 5; ++n) EXPECT_EQ(queue.pop().sequence, n);
    EXPECT_TRUE(queue.empty());
}

TEST(MessageQueue, KeepsTheOrderWhenItGrowsAfterWrappingRound) {
    MessageQueue queue;
    std::uint64_t in = 0;
    std::uint64_t out = 0;
    for (int round = 0; round < 50; ++round) {
        for (int i = 0; i < 7; ++i) queue.push(number(++in));
        for (int i = 0; i < 3; ++i) EXPECT_EQ(queue.pop().sequence, ++out);
    }
    while (!queue.empty()) EXPECT_EQ(queue.pop().sequence, ++out);
    EXPECT_EQ(out, in);
}

TEST(MessageQueue, ForgetsEverythingWhenCleared) {
    MessageQueue queue;
    for (std::uint64_t n = 1; n <= 20; ++n) queue.push(number(n));
    queue.clear();
    EXPECT_TRUE(queue.empty());
    queue.push(number(7));
    EXPECT_EQ(queue.pop().sequence, 7U);
}

}  // namespace
}  // namespace pbxlab::lines
