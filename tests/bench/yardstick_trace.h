// Where the yardstick's records go.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace pbxlab::bench {

// One change of state.
struct Record {
    std::uint64_t at = 0;  // microseconds
    std::uint32_t sequence = 0, call = 0, leg = 0, generation = 0, line = 0, peer = 0;
    std::uint8_t from = 0, to = 0, cause = 0, side = 0;
    std::uint32_t spare = 0;
};
static_assert(sizeof(Record) == 40);

struct NoTrace {
    static constexpr bool kOn = false;
    void put(const Record& /*record*/) {}
};

// All of them, as many as there is room for.
class WholeTrace {
 public:
    static constexpr bool kOn = true;
    explicit WholeTrace(std::size_t records) : records_(records) {}
    void put(const Record& record) { records_.at(count_++) = record; }
    [[nodiscard]] std::span<const Record> records() const { return {records_.data(), count_}; }

 private:
    std::vector<Record> records_;
    std::size_t count_ = 0;
};

// The last ones.
class RingTrace {
 public:
    static constexpr bool kOn = true;
    explicit RingTrace(std::size_t records = 16384)
        : ring_(std::bit_ceil(records)), mask_{ring_.size() - 1} {}
    void put(const Record& record) { ring_[count_++ & mask_] = record; }
    [[nodiscard]] std::size_t count() const { return count_; }

 private:
    std::vector<Record> ring_;
    std::size_t mask_, count_ = 0;
};

// The same, each compared with the one that is expected.
class ComparedTrace {
 public:
    static constexpr bool kOn = true;
    explicit ComparedTrace(std::span<const Record> expected, std::size_t records = 16384)
        : ring_{records}, expected_{expected} {}
    void put(const Record& record) {
        const std::size_t place = ring_.count();
        ring_.put(record);
        const bool same =
            place < expected_.size() && std::memcmp(&expected_[place], &record, sizeof record) == 0;
        if (!same) [[unlikely]]
            ++differences_;
    }
    [[nodiscard]] std::uint64_t differences() const {
        return differences_ + (ring_.count() == expected_.size() ? 0 : 1);
    }

 private:
    RingTrace ring_;
    std::span<const Record> expected_;
    std::uint64_t differences_ = 0;
};

}  // namespace pbxlab::bench
