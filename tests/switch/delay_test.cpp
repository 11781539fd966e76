// How long steps take that do not always take the same time.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "switch/core.h"
#include "tests/switch/sim.h"

namespace pbxlab::pbx {
namespace {

std::vector<Duration> draws(std::uint64_t seed, const Policy& policy, Delay Policy::*step) {
    Core core{{.seed = seed, .policy = policy}};
    std::vector<Duration> all;
    for (int i = 0; i < 2000; ++i) all.push_back(takes(core, policy, step));
    return all;
}

TEST(Delay, IsAlwaysTheSameWhereItsBoundsAre) {
    const Policy policy;
    for (const Duration each : draws(1, policy, &Policy::answer_time)) EXPECT_EQ(each, 30ms);
}

TEST(Delay, IsDrawnBetweenItsBoundsWhichAreReached) {
    Policy policy;
    policy.answer_time = {10us, 19us};
    const auto all = draws(1, policy, &Policy::answer_time);
    const auto [least, most] = std::ranges::minmax(all);
    EXPECT_EQ(least, 10us);
    EXPECT_EQ(most, 19us);
}

TEST(Delay, HasItsMeanAndNoLongerTailThanItsMost) {
    Policy policy;
    policy.answer_time = {1us, 1s, 100ms};
    const auto all = draws(1, policy, &Policy::answer_time);
    Duration sum{};
    for (const Duration each : all) {
        EXPECT_GE(each, 1us);
        EXPECT_LE(each, 1s);
        sum += each;
    }
    EXPECT_GT(sum / 2000, 90ms);
    EXPECT_LT(sum / 2000, 110ms);
    EXPECT_GT(std::ranges::count_if(all, [](Duration each) { return each < 100ms; }), 1100);
}

TEST(Delay, DependsOnTheSeedAndOnNoOtherStep) {
    Policy policy;
    policy.answer_time = {1ms, 1s};
    policy.alert_time = {1ms, 1s};
    const auto all = draws(1, policy, &Policy::answer_time);
    EXPECT_EQ(all, draws(1, policy, &Policy::answer_time));
    EXPECT_NE(all, draws(2, policy, &Policy::answer_time));
    EXPECT_NE(all, draws(1, policy, &Policy::alert_time));
    Core core{{.seed = 1, .policy = policy}};
    for (const Duration each : all) {
        (void)takes(core, policy, &Policy::alert_time);
        EXPECT_EQ(takes(core, policy, &Policy::answer_time), each);
    }
}

// What an application asks for first is done first, however long each request takes.
TEST(Delay, OfRequestsKeepsThemInOrder) {
    Policy policy;
    policy.request_time = {1ms, 1s};
    Sim sim{ExchangeOptions{.seed = 3, .policy = policy}};
    std::vector<OrderId> asked;
    for (int i = 0; i < 50; ++i) {
        asked.push_back(sim.exchange.place({.kind = OrderKind::Originate,
                                            .address = sim.address("1001"),
                                            .tag = static_cast<std::uint64_t>(i)}));
    }
    sim.run(10s);
    std::vector<std::uint64_t> done;
    for (const Event& event : sim.log.events) {
        const bool ends =
            event.kind == EventKind::OrderTaken || event.kind == EventKind::OrderRefused;
        if (ends) done.push_back(event.tag);
    }
    ASSERT_EQ(done.size(), asked.size());
    EXPECT_TRUE(std::ranges::is_sorted(done));
}

}  // namespace
}  // namespace pbxlab::pbx
