// Owns "now". Timers due at one instant fire in the order in which they were set. Nothing sleeps:
// time jumps to the next timer when it is stepped.
//
//   Scheduler clock;
//   clock.set(20ms, target, kAnswerDue, 7);
//   while (clock.step()) {}
#pragma once

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
    [[nodiscard]] SimTime now() const { return now_; }

    // Sets a timer `delay` (>= 0) from now. The target must outlive it. Allocates only when more
    // timers are pending than ever before.
    TimerId set(Duration delay, TimerTarget& target, std::uint32_t what, std::uint64_t argument);

    // Cancels a pending timer; false when it fired, was cancelled or never was.
    bool cancel(TimerId timer);

    [[nodiscard]] bool pending(TimerId timer) const;
    // When it is due; nothing when it is not pending.
    [[nodiscard]] std::optional<SimTime> due(TimerId timer) const;
    [[nodiscard]] std::size_t size() const { return heap_.size(); }

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
    struct Pending {
        SimTime due;
        std::uint64_t order;
        TimerTarget* target;
        std::uint64_t argument;
        std::uint32_t what;
        std::uint32_t generation;
        std::uint32_t heap_place;  // kNobody while free
    };

    [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const;
    void put(std::size_t place, std::uint32_t slot);
    void sift_up(std::size_t place);
    void sift_down(std::size_t place);
    void remove_at(std::size_t place);

    SimTime now_{};
    std::uint64_t next_order_ = 0;
    bool stepping_ = false;
    std::vector<Pending> slots_;
    std::vector<std::uint32_t> free_;
    std::vector<std::uint32_t> heap_;  // slot numbers, smallest (due, order) first
};

}  // namespace pbxlab::pbx
