// Functions that are left in the middle.
#include "harness/coroutine.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pbxlab::harness {
namespace {

TEST(Coroutine, GoesOnWhereItWasLeft) {
    std::string told;
    Coroutine* self = nullptr;
    Coroutine body{[&] {
        told += "a";
        self->suspend();
        told += "c";
    }};
    self = &body;
    EXPECT_EQ(told, "");
    body.resume();
    told += "b";
    EXPECT_FALSE(body.over());
    body.resume();
    EXPECT_EQ(told, "abc");
    EXPECT_TRUE(body.over());
}

TEST(Coroutine, MayNeverBegin) {
    bool begun = false;
    {
        const Coroutine body{[&] { begun = true; }};
    }
    EXPECT_FALSE(begun);
}

// Each has a stack of its own, exceptions stay within.
TEST(Coroutine, ManyGoOnInTurns) {
    constexpr int kMany = 200;
    std::vector<std::unique_ptr<Coroutine>> bodies;
    std::vector<int> sums(kMany);
    for (int i = 0; i < kMany; ++i) {
        bodies.push_back(std::make_unique<Coroutine>([&, i] {
            std::vector<int> own(100, i);
            for (const int each : own) {
                try {
                    bodies[static_cast<std::size_t>(i)]->suspend();
                    throw each;
                } catch (int caught) {
                    sums[static_cast<std::size_t>(i)] += caught;
                }
            }
        }));
    }
    while (!bodies.front()->over()) {
        for (const auto& body : bodies) body->resume();
    }
    for (int i = 0; i < kMany; ++i) EXPECT_EQ(sums[static_cast<std::size_t>(i)], 100 * i);
}

TEST(Coroutine, HasRoomForDeepCalls) {
    std::size_t deepest = 0;
    Coroutine body{[&] {
        const auto dive = [&](auto& self, std::size_t depth) -> std::size_t {
            char room[1024];
            std::fill(std::begin(room), std::end(room), static_cast<char>(depth));
            deepest = std::max(deepest, depth);
            return depth == 100 ? 0 : self(self, depth + 1) + static_cast<std::size_t>(room[7]);
        };
        dive(dive, 0);
    }};
    body.resume();
    EXPECT_EQ(deepest, 100U);
}

}  // namespace
}  // namespace pbxlab::harness
