// Owns "now". Timers due at one instant fire in the order in which they were set. Nothing sleeps:
// time jumps to the next timer when it is stepped.
//
//   Scheduler clock;
//   clock.set(20ms, target, kAnswerDue, 7);
//   while (clock.step()) {}
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "switch/ids.h"
#include "switch/time.h"

namespace pbxlab::pbx {

// Who is told that a timer is due. `what` and `argument` are the target's own.
class TimerTarget {
 public:
    virtual ~TimerTarget() = default;
    virtual void on_timer(std::uint32_t what, std::uint64_t argument) = 0;
};

class Scheduler {
 public:
    Scheduler();
    [[nodiscard]] SimTime now() const { return now_; }

    // Sets a timer `delay` (>= 0) from now. The target must outlive it. Allocates only when more
    // timers are pending than ever before, of which there may be 16 million.
    TimerId set(Duration delay, TimerTarget& target, std::uint32_t what, std::uint64_t argument);

    // Cancels a pending timer; false when it fired, was cancelled or never was.
    bool cancel(TimerId id);

    [[nodiscard]] bool pending(TimerId id) const;
    // When it is due; nothing when it is not pending.
    [[nodiscard]] std::optional<SimTime> due(TimerId timer) const;
    [[nodiscard]] std::size_t size() const { return pending_; }

    // When the next timer is due; nothing when none is pending.
    [[nodiscard]] std::optional<SimTime> next_due() const;

    // Moves to the next timer and fires it; false when none is pending, and from within a timer:
    // one event is over before the next begins.
    bool step();
    // A timer is being fired.
    [[nodiscard]] bool stepping() const { return stepping_; }

    // Moves now to `until` (not before now) without firing; no timer may be due before it.
    void idle_until(SimTime until);

 private:
    // What is due soon lies in a heap, what is due later in the slots of a wheel: each level has 64
    // slots, as wide as all of the level below. Only what lies in the heap is in order; it is
    // filled from the wheel slot by slot. So the heap stays small, however many are pending, and
    // most timers that are cancelled never come near it.
    static constexpr unsigned kTickBits = 16;  // the narrowest slot: 65.536 ms
    static constexpr unsigned kLevelBits = 6;
    static constexpr std::size_t kLevels = 6;  // 2^(16 + 6 * 6) us: longer than any simulation
    static constexpr unsigned kTimerBits = 24;
    static constexpr std::size_t kMostTimers = std::size_t{1} << kTimerBits;  // pending at a time

    enum class Where : std::uint8_t { Free, Heap, Wheel, Cancelled };
    struct Timer {
        SimTime due;
        std::uint64_t order = 0;
        TimerTarget* target = nullptr;
        std::uint64_t argument = 0;
        std::uint32_t what = 0;
        std::uint32_t generation = 0;
        std::uint32_t next = kNobody, before = kNobody;  // in its slot; `next` also when free
        Where where = Where::Free;
        std::uint8_t level = 0, slot = 0;
    };
    struct Entry {
        SimTime due;
        std::uint64_t order;  // and the timer's index in the low kTimerBits
        [[nodiscard]] std::uint32_t index() const {
            return static_cast<std::uint32_t>(order & (kMostTimers - 1));
        }
        [[nodiscard]] bool before(const Entry& other) const {
            return due != other.due ? due < other.due : order < other.order;
        }
    };
    static std::uint64_t tick_of(SimTime at) {
        return static_cast<std::uint64_t>(at.time_since_epoch().count()) >> kTickBits;
    }
    std::uint32_t take();
    void give_back(std::uint32_t index);
    void file(std::uint32_t index);
    void push(std::uint32_t index);
    void pop();
    void sink(const Entry& entry, std::size_t place);
    void link(std::uint32_t index);
    void unlink(std::uint32_t index);
    bool turn();
    void settle();
    void sweep();

    SimTime now_{};
    std::uint64_t next_order_ = 0;
    bool stepping_ = false;
    std::vector<Timer> timers_;
    std::uint32_t free_ = kNobody;
    std::size_t pending_ = 0;
    std::size_t cancelled_ = 0;  // of those in the heap
    std::vector<Entry> heap_;    // of four children a node; the first one is never cancelled
    std::uint64_t turned_ = 0;   // the tick up to which the heap has been filled
    std::array<std::uint64_t, kLevels> occupied_{};             // a bit for each slot
    std::array<std::array<std::uint32_t, 64>, kLevels> wheel_;  // the first of each slot
};

}  // namespace pbxlab::pbx
