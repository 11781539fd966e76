// Records of what happened, in the order in which it happened: all of them, the last of them, or
// compared with how it should be. A record is a plain value, such as an Event.
//
//   Recording<Event> first;
//   Recorder watch{exchange, first};
//   ...                                        // the same again, elsewhere:
//   Comparison<Event> again{first.records()};  // again.same() at the end
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

#include "switch/events.h"
#include "switch/exchange.h"

namespace pbxlab::pbx {

template <class Record>
concept Recordable = std::is_trivially_copyable_v<Record> && std::equality_comparable<Record>;

// All of them. Allocates as it grows.
template <Recordable Record>
class Recording {
 public:
    void put(const Record& record) { records_.push_back(record); }
    void clear() { records_.clear(); }  // keeps its room
    [[nodiscard]] std::span<const Record> records() const { return records_; }

 private:
    std::vector<Record> records_;
};

// The last ones: at least `most` of them, > 0. Never allocates once it is there.
template <Recordable Record>
class LastRecords {
 public:
    explicit LastRecords(std::size_t most = 4096)
        : ring_(std::bit_ceil(most)), mask_{ring_.size() - 1} {}

    void put(const Record& record) { ring_[count_++ & mask_] = record; }
    // How many there have been.
    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::size_t size() const {
        return count_ < ring_.size() ? static_cast<std::size_t>(count_) : ring_.size();
    }
    // The one `back` places before the last, < size().
    [[nodiscard]] const Record& last(std::size_t back = 0) const {
        return ring_[(count_ - 1 - back) & mask_];
    }

 private:
    std::vector<Record> ring_;
    std::size_t mask_;
    std::uint64_t count_ = 0;
};

// The last ones, each compared with the one that is expected in its place. What is expected must
// outlive it.
template <Recordable Record>
class Comparison {
 public:
    static constexpr std::uint64_t kNowhere = std::numeric_limits<std::uint64_t>::max();

    explicit Comparison(std::span<const Record> expected, std::size_t most = 4096)
        : last_{most}, expected_{expected} {}

    void put(const Record& record) {
        const std::uint64_t place = last_.count();
        last_.put(record);
        if (place < expected_.size() && expected_[place] == record) [[likely]]
            return;
        if (first_difference_ == kNowhere) first_difference_ = place;
    }
    [[nodiscard]] const LastRecords<Record>& last() const { return last_; }
    // Where they first differ, counting from 0; where the shorter ends when it is the start of the
    // longer; kNowhere when they are the same.
    [[nodiscard]] std::uint64_t first_difference() const {
        if (first_difference_ != kNowhere) return first_difference_;
        return last_.count() < expected_.size() ? last_.count() : kNowhere;
    }
    [[nodiscard]] bool same() const { return first_difference() == kNowhere; }

 private:
    LastRecords<Record> last_;
    std::span<const Record> expected_;
    std::uint64_t first_difference_ = kNowhere;
};

// Puts every event of an exchange into `sink`, which must outlive the exchange, as this must.
template <class Sink>
class Recorder final : public Observer {
 public:
    Recorder(Exchange& exchange, Sink& sink) : sink_{sink} { exchange.observe(*this); }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    void on_event(const Event& event) override { sink_.put(event); }

 private:
    Sink& sink_;
};

}  // namespace pbxlab::pbx
