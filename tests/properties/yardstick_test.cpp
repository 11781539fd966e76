// The yardstick of the benchmarks does the same work as the model that the goals were set by: the
// same records, whichever way it keeps its timers.
#include "tests/bench/yardstick.h"

#include <cstddef>
#include <cstdint>
#include <span>

#include <gtest/gtest.h>

namespace pbxlab::bench {
namespace {

// FNV-1a over every byte.
std::uint64_t digest(std::span<const Record> records) {
    std::uint64_t hash = 14695981039346656037U;
    for (const std::byte byte : std::as_bytes(records)) {
        hash ^= static_cast<std::uint64_t>(byte);
        hash *= 1099511628211U;
    }
    return hash;
}

template <class Queue>
std::uint64_t played(std::uint32_t lines, std::uint32_t at_once, std::uint64_t calls) {
    WholeTrace trace{calls * Model<Queue, WholeTrace>::kChangesPerCall};
    Model<Queue, WholeTrace> model{lines, at_once, trace};
    model.run(calls);
    EXPECT_EQ(model.ended(), calls);
    EXPECT_EQ(model.wrong(), 0U);
    EXPECT_EQ(trace.records().size(), model.changes());
    return digest(trace.records());
}

// What the model of performance.md writes.
constexpr std::uint64_t kBusy = 0x71e8'ea68'f4bf'3c72;
constexpr std::uint64_t kOneAtATime = 0xe925'e90b'9b9c'0e92;

TEST(Yardstick, RecordsWhatTheModelOfTheGoalsRecords) {
    EXPECT_EQ(played<TimerWheel>(1000, 100, 2000), kBusy);
    EXPECT_EQ(played<TimerHeap>(1000, 100, 2000), kBusy);
    EXPECT_EQ(played<TimerWheel>(10, 1, 50), kOneAtATime);
    EXPECT_EQ(played<TimerHeap>(10, 1, 50), kOneAtATime);
}

TEST(Yardstick, NoticesEveryRecordThatDiffers) {
    WholeTrace expected{24};
    Model<TimerHeap, WholeTrace>{10, 1, expected}.run(2);
    ComparedTrace same{expected.records()};
    Model<TimerHeap, ComparedTrace>{10, 1, same}.run(2);
    EXPECT_EQ(same.differences(), 0U);
    ComparedTrace shorter{expected.records().first(12)};
    Model<TimerHeap, ComparedTrace>{10, 1, shorter}.run(1);
    EXPECT_EQ(shorter.differences(), 0U);
    ComparedTrace other{expected.records()};
    Model<TimerHeap, ComparedTrace>{10, 1, other, 43}.run(2);
    EXPECT_GT(other.differences(), 12U);
    ComparedTrace missing{expected.records()};
    Model<TimerHeap, ComparedTrace>{10, 1, missing}.run(1);
    EXPECT_GT(missing.differences(), 0U);
}

}  // namespace
}  // namespace pbxlab::bench
