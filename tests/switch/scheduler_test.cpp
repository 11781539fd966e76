#include "switch/scheduler.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "switch/random.h"

namespace pbxlab::pbx {
namespace {

using testing::ElementsAre;

class Recorder : public TimerTarget {
 public:
    void on_timer(std::uint32_t what, std::uint64_t argument) override {
        fired.push_back(what);
        last_argument = argument;
        if (then) then();
    }
    std::vector<std::uint32_t> fired;
    std::uint64_t last_argument = 0;
    std::function<void()> then;
};

TEST(Scheduler, FiresInTheOrderOfTime) {
    Scheduler clock;
    Recorder target;
    clock.set(30ms, target, 3, 0);
    clock.set(10ms, target, 1, 0);
    clock.set(20ms, target, 2, 77);
    EXPECT_EQ(clock.next_due(), SimTime{10ms});
    EXPECT_TRUE(clock.step());
    EXPECT_EQ(clock.now(), SimTime{10ms});
    EXPECT_TRUE(clock.step());
    EXPECT_EQ(target.last_argument, 77U);
    EXPECT_TRUE(clock.step());
    EXPECT_FALSE(clock.step());
    EXPECT_THAT(target.fired, ElementsAre(1, 2, 3));
    EXPECT_EQ(clock.now(), SimTime{30ms});
}

TEST(Scheduler, FiresWhatIsDueAtOneInstantInTheOrderItWasSet) {
    Scheduler clock;
    Recorder target;
    for (std::uint32_t i = 0; i < 50; ++i) clock.set(i % 2 == 0 ? 5ms : 4ms, target, i, 0);
    while (clock.step()) {
    }
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 1; i < 50; i += 2) expected.push_back(i);
    for (std::uint32_t i = 0; i < 50; i += 2) expected.push_back(i);
    EXPECT_EQ(target.fired, expected);
}

TEST(Scheduler, ATimerSetWhileFiringForTheSameInstantComesLast) {
    Scheduler clock;
    Recorder target;
    clock.set(1ms, target, 1, 0);
    clock.set(1ms, target, 2, 0);
    target.then = [&] {
        if (target.fired.size() == 1) clock.set(0ms, target, 3, 0);
    };
    while (clock.step()) {
    }
    EXPECT_THAT(target.fired, ElementsAre(1, 2, 3));
    EXPECT_EQ(clock.now(), SimTime{1ms});
}

TEST(Scheduler, ACancelledTimerNeverFiresAndIsNoLongerPending) {
    Scheduler clock;
    Recorder target;
    const TimerId a = clock.set(1ms, target, 1, 0);
    const TimerId b = clock.set(2ms, target, 2, 0);
    EXPECT_TRUE(clock.pending(a));
    EXPECT_TRUE(clock.cancel(a));
    EXPECT_FALSE(clock.pending(a));
    EXPECT_FALSE(clock.cancel(a));
    EXPECT_EQ(clock.size(), 1U);
    while (clock.step()) {
    }
    EXPECT_THAT(target.fired, ElementsAre(2));
    EXPECT_FALSE(clock.cancel(b)) << "it has fired";
    EXPECT_FALSE(clock.cancel(TimerId{}));
}

TEST(Scheduler, HowManyWereCancelledBehindTheNextOneMakesNoDifference) {
    Scheduler clock;
    Recorder target;
    clock.set(1ms, target, 0, 0);
    std::vector<TimerId> others;
    for (std::uint32_t i = 1; i <= 1000; ++i) others.push_back(clock.set(2ms, target, i, 0));
    for (std::uint32_t i = 1; i <= 1000; ++i) {
        if (i % 250 != 0) {
            EXPECT_TRUE(clock.cancel(others[i - 1]));
        }
    }
    EXPECT_EQ(clock.size(), 5U);
    while (clock.step()) {
    }
    EXPECT_THAT(target.fired, ElementsAre(0, 250, 500, 750, 1000));
}

TEST(Scheduler, KnowsWhenATimerIsDue) {
    Scheduler clock;
    Recorder target;
    const TimerId timer = clock.set(30ms, target, 1, 0);
    clock.set(10ms, target, 2, 0);
    EXPECT_TRUE(clock.step());
    EXPECT_EQ(clock.due(timer), SimTime{30ms});
    EXPECT_TRUE(clock.step());
    EXPECT_EQ(clock.due(timer), std::nullopt);
    EXPECT_EQ(clock.due({}), std::nullopt);
}

TEST(Scheduler, AStaleNameDoesNotReachTheTimerThatCameAfterIt) {
    Scheduler clock;
    Recorder target;
    const TimerId old = clock.set(1ms, target, 1, 0);
    clock.cancel(old);
    const TimerId young = clock.set(1ms, target, 2, 0);
    EXPECT_EQ(old.index, young.index) << "the slot is used again";
    EXPECT_FALSE(clock.cancel(old));
    EXPECT_TRUE(clock.pending(young));
}

TEST(Scheduler, IdlesUntilAGivenInstantWithoutFiring) {
    Scheduler clock;
    Recorder target;
    clock.set(10ms, target, 1, 0);
    clock.idle_until(SimTime{10ms});
    EXPECT_EQ(clock.now(), SimTime{10ms});
    EXPECT_TRUE(target.fired.empty());
    EXPECT_TRUE(clock.step());
    EXPECT_FALSE(clock.next_due().has_value());
}

TEST(Scheduler, NothingIsDueAfterTheLongestSimulation) {
    Scheduler clock;
    Recorder target;
    clock.set(Duration::max(), target, 1, 0);
    EXPECT_EQ(clock.next_due(), SimTime{kLongestSimulation});
}

TEST(Scheduler, IsNotEnteredAgainFromWithinAnEvent) {
    struct Again : TimerTarget {
        explicit Again(Scheduler& of) : clock{of} {}
        void on_timer(std::uint32_t /*what*/, std::uint64_t /*argument*/) override {
            during = clock.stepping();
            refused = refused || !clock.step();
        }
        Scheduler& clock;
        bool during = false, refused = false;
    };
    Scheduler clock;
    Again target{clock};
    clock.set(1ms, target, 0, 0);
    clock.set(2ms, target, 0, 0);
    EXPECT_TRUE(clock.step());
    EXPECT_TRUE(target.during);
    EXPECT_TRUE(target.refused);
    EXPECT_FALSE(clock.stepping());
    EXPECT_EQ(clock.size(), 1U);
}

TEST(Scheduler, AgreesWithASortedListUnderRandomSettingAndCancelling) {
    struct Entry {
        Duration due;
        std::uint32_t what;
        TimerId timer;
    };
    Scheduler clock;
    Recorder target;
    RandomStream chance{7, "scheduler test"};
    std::vector<Entry> model;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        // From microseconds to years, and often several at one instant.
        const std::uint64_t most = std::uint64_t{1} << chance.between(0, i % 100 == 0 ? 46 : 28);
        const Duration delay{static_cast<Duration::rep>(chance.between(most / 2, most))};
        model.push_back(
            {clock.now().time_since_epoch() + delay, i, clock.set(delay, target, i, 0)});
        if (chance.between(0, 4) == 0) {
            const std::size_t at = chance.between(0, model.size() - 1);
            ASSERT_TRUE(clock.cancel(model[at].timer));
            model.erase(model.begin() + static_cast<std::ptrdiff_t>(at));
        }
        for (auto fires = chance.between(0, 2); fires > 0 && !model.empty(); --fires) {
            const auto first = std::ranges::min_element(model, {}, [](const Entry& e) {
                return std::pair{e.due, e.what};
            });
            ASSERT_EQ(clock.next_due(), SimTime{first->due});
            if (chance.between(0, 9) == 0) {
                const Duration now = clock.now().time_since_epoch();
                clock.idle_until(SimTime{now + (first->due - now) / 2});
                continue;
            }
            ASSERT_TRUE(clock.step());
            ASSERT_EQ(target.fired.back(), first->what);
            ASSERT_EQ(clock.now(), SimTime{first->due});
            model.erase(first);
        }
        ASSERT_EQ(clock.size(), model.size());
    }
}

}  // namespace
}  // namespace pbxlab::pbx
