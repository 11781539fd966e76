#include "switch/scheduler.h"

#include <algorithm>
#include <cassert>

namespace pbxlab::pbx {

TimerId Scheduler::set(Duration delay, TimerTarget& target, std::uint32_t what,
                       std::uint64_t argument) {
    assert(delay >= Duration::zero());
    std::uint32_t slot = 0;
    if (free_.empty()) {
        slot = static_cast<std::uint32_t>(slots_.size());
        slots_.push_back({});
        free_.reserve(slots_.capacity());  // so that cancelling never allocates
    } else {
        slot = free_.back();
        free_.pop_back();
    }
    Pending& timer = slots_[slot];
    const Duration longest = kLongestSimulation - now_.time_since_epoch();
    timer.due = now_ + std::min(delay, longest);
    timer.order = next_order_++;
    timer.target = &target;
    timer.argument = argument;
    timer.what = what;
    ++timer.generation;
    heap_.push_back(slot);
    sift_up(heap_.size() - 1);
    return {slot, slots_[slot].generation};
}

bool Scheduler::cancel(TimerId timer) {
    if (!pending(timer)) return false;
    remove_at(slots_[timer.index].heap_place);
    return true;
}

bool Scheduler::pending(TimerId timer) const {
    if (timer.index >= slots_.size()) return false;
    const Pending& slot = slots_[timer.index];
    return slot.generation == timer.generation && slot.heap_place != kNobody;
}

std::optional<SimTime> Scheduler::due(TimerId timer) const {
    if (!pending(timer)) return std::nullopt;
    return slots_[timer.index].due;
}

std::optional<SimTime> Scheduler::next_due() const {
    if (heap_.empty()) return std::nullopt;
    return slots_[heap_.front()].due;
}

bool Scheduler::step() {
    if (stepping_ || heap_.empty()) return false;
    const Pending timer = slots_[heap_.front()];  // a copy: firing it may set others
    remove_at(0);
    now_ = timer.due;
    stepping_ = true;
    timer.target->on_timer(timer.what, timer.argument);
    stepping_ = false;
    return true;
}

void Scheduler::idle_until(SimTime until) {
    assert(until >= now_);
    assert(heap_.empty() || slots_[heap_.front()].due >= until);
    now_ = until;
}

bool Scheduler::before(std::uint32_t a, std::uint32_t b) const {
    const Pending& x = slots_[a];
    const Pending& y = slots_[b];
    return x.due != y.due ? x.due < y.due : x.order < y.order;
}

void Scheduler::put(std::size_t place, std::uint32_t slot) {
    heap_[place] = slot;
    slots_[slot].heap_place = static_cast<std::uint32_t>(place);
}

void Scheduler::sift_up(std::size_t place) {
    const std::uint32_t slot = heap_[place];
    while (place > 0) {
        const std::size_t parent = (place - 1) / 2;
        if (!before(slot, heap_[parent])) break;
        put(place, heap_[parent]);
        place = parent;
    }
    put(place, slot);
}

void Scheduler::sift_down(std::size_t place) {
    const std::uint32_t slot = heap_[place];
    for (;;) {
        std::size_t child = 2 * place + 1;
        if (child >= heap_.size()) break;
        if (child + 1 < heap_.size() && before(heap_[child + 1], heap_[child])) ++child;
        if (!before(heap_[child], slot)) break;
        put(place, heap_[child]);
        place = child;
    }
    put(place, slot);
}

void Scheduler::remove_at(std::size_t place) {
    const std::uint32_t slot = heap_[place];
    const std::uint32_t last = heap_.back();
    heap_.pop_back();
    if (last != slot) {
        put(place, last);
        sift_up(place);
        sift_down(slots_[last].heap_place);
    }
    slots_[slot].heap_place = kNobody;
    free_.push_back(slot);
}

}  // namespace pbxlab::pbx
