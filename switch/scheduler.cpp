#include "switch/scheduler.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace pbxlab::pbx {

namespace {

constexpr std::size_t kChildren = 4;
constexpr std::size_t kSweepFrom = 64;  // cancelled ones

}  // namespace

Scheduler::Scheduler() {
    for (auto& level : wheel_) level.fill(kNobody);
}

TimerId Scheduler::set(Duration delay, TimerTarget& target, std::uint32_t what,
                       std::uint64_t argument) {
    assert(delay >= Duration::zero());
    const std::uint32_t index = take();
    Timer& timer = timers_[index];
    const Duration longest = kLongestSimulation - now_.time_since_epoch();
    timer.due = now_ + std::min(delay, longest);
    timer.order = next_order_++;
    timer.target = &target;
    timer.argument = argument;
    timer.what = what;
    const TimerId id{index, ++timer.generation};
    if (pending_++ == 0) turned_ = std::max(turned_, tick_of(timer.due));
    file(index);
    return id;
}

bool Scheduler::cancel(TimerId id) {
    if (!pending(id)) return false;
    --pending_;
    Timer& timer = timers_[id.index];
    if (timer.where == Where::Wheel) {
        unlink(id.index);
        give_back(id.index);
        return true;
    }
    timer.where = Where::Cancelled;
    ++cancelled_;
    if (heap_.front().index() == id.index) {
        settle();
    } else if (cancelled_ > kSweepFrom && cancelled_ > heap_.size() / 2) {
        sweep();
    }
    return true;
}

bool Scheduler::pending(TimerId id) const {
    if (id.index >= timers_.size()) return false;
    const Timer& timer = timers_[id.index];
    return timer.generation == id.generation &&
           (timer.where == Where::Heap || timer.where == Where::Wheel);
}

std::optional<SimTime> Scheduler::due(TimerId timer) const {
    if (!pending(timer)) return std::nullopt;
    return timers_[timer.index].due;
}

std::optional<SimTime> Scheduler::next_due() const {
    if (heap_.empty()) return std::nullopt;
    return heap_.front().due;
}

bool Scheduler::step() {
    if (stepping_ || heap_.empty()) return false;
    const std::uint32_t index = heap_.front().index();
    const Timer timer = timers_[index];  // a copy: firing it may set others
    pop();
    give_back(index);
    --pending_;
    settle();
    // Of many timers the next one is not in the cache; it comes while this one is seen to.
    if (!heap_.empty()) __builtin_prefetch(&timers_[heap_.front().index()]);
    now_ = timer.due;
    stepping_ = true;
    timer.target->on_timer(timer.what, timer.argument);
    stepping_ = false;
    return true;
}

void Scheduler::idle_until(SimTime until) {
    assert(until >= now_);
    assert(heap_.empty() || heap_.front().due >= until);
    now_ = until;
}

std::uint32_t Scheduler::take() {
    if (free_ == kNobody) {
        assert(timers_.size() < kMostTimers);
        timers_.emplace_back();
        heap_.reserve(timers_.capacity());  // so that filling it never allocates
        return static_cast<std::uint32_t>(timers_.size() - 1);
    }
    const std::uint32_t index = free_;
    free_ = timers_[index].next;
    return index;
}

void Scheduler::give_back(std::uint32_t index) {
    timers_[index].where = Where::Free;
    timers_[index].next = free_;
    free_ = index;
}

void Scheduler::file(std::uint32_t index) {
    if (tick_of(timers_[index].due) <= turned_) {
        push(index);
    } else {
        link(index);
    }
}

// --- the heap

void Scheduler::push(std::uint32_t index) {
    Timer& timer = timers_[index];
    timer.where = Where::Heap;
    const Entry entry{timer.due, timer.order << kTimerBits | index};
    std::size_t place = heap_.size();
    heap_.push_back(entry);
    while (place > 0) {
        const std::size_t parent = (place - 1) / kChildren;
        if (!entry.before(heap_[parent])) break;
        heap_[place] = heap_[parent];
        place = parent;
    }
    heap_[place] = entry;
}

void Scheduler::pop() {
    const Entry last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sink(last, 0);
}

void Scheduler::sink(const Entry& entry, std::size_t place) {
    for (;;) {
        std::size_t child = place * kChildren + 1;
        if (child >= heap_.size()) break;
        const std::size_t end = std::min(child + kChildren, heap_.size());
        for (std::size_t each = child + 1; each < end; ++each) {
            if (heap_[each].before(heap_[child])) child = each;
        }
        if (!heap_[child].before(entry)) break;
        heap_[place] = heap_[child];
        place = child;
    }
    heap_[place] = entry;
}

// Whatever comes next stands in front.
void Scheduler::settle() {
    for (;;) {
        if (heap_.empty() && !turn()) return;
        if (heap_.empty()) continue;  // the slot was spread over the levels below
        const std::uint32_t first = heap_.front().index();
        if (timers_[first].where == Where::Heap) return;
        pop();
        give_back(first);
        --cancelled_;
    }
}

void Scheduler::sweep() {
    std::size_t kept = 0;
    for (const Entry& entry : heap_) {
        if (timers_[entry.index()].where == Where::Heap) {
            heap_[kept++] = entry;
        } else {
            give_back(entry.index());
        }
    }
    heap_.resize(kept, Entry{});
    cancelled_ = 0;
    for (std::size_t place = kept; place-- > 0;) sink(Entry{heap_[place]}, place);
}

// --- the wheel

void Scheduler::link(std::uint32_t index) {
    Timer& timer = timers_[index];
    const std::uint64_t tick = tick_of(timer.due);
    const auto differs = static_cast<unsigned>(std::bit_width(tick ^ turned_) - 1);
    timer.level = static_cast<std::uint8_t>(differs / kLevelBits);
    timer.slot = static_cast<std::uint8_t>(tick >> (kLevelBits * timer.level) & 63U);
    timer.where = Where::Wheel;
    std::uint32_t& first = wheel_[timer.level][timer.slot];
    timer.before = kNobody;
    timer.next = first;
    if (first != kNobody) timers_[first].before = index;
    first = index;
    occupied_[timer.level] |= std::uint64_t{1} << timer.slot;
}

void Scheduler::unlink(std::uint32_t index) {
    const Timer& timer = timers_[index];
    if (timer.next != kNobody) timers_[timer.next].before = timer.before;
    if (timer.before != kNobody) {
        timers_[timer.before].next = timer.next;
        return;
    }
    wheel_[timer.level][timer.slot] = timer.next;
    if (timer.next == kNobody) occupied_[timer.level] &= ~(std::uint64_t{1} << timer.slot);
}

// Takes up the next slot that has timers; false when none has. Those of its first tick come into
// the heap, the others into the levels below.
bool Scheduler::turn() {
    for (std::size_t level = 0; level < kLevels; ++level) {
        const auto shift = static_cast<unsigned>(kLevelBits * level);
        const std::uint64_t at = turned_ >> shift;
        const std::uint64_t later = occupied_[level] & ~((std::uint64_t{2} << (at & 63U)) - 1);
        if (later == 0) continue;
        const auto slot = static_cast<unsigned>(std::countr_zero(later));
        turned_ = ((at & ~std::uint64_t{63}) | slot) << shift;
        std::uint32_t index = wheel_[level][slot];
        wheel_[level][slot] = kNobody;
        occupied_[level] &= ~(std::uint64_t{1} << slot);
        while (index != kNobody) {
            const std::uint32_t next = timers_[index].next;
            if (next != kNobody) __builtin_prefetch(&timers_[next]);
            file(index);
            index = next;
        }
        return true;
    }
    return false;
}

}  // namespace pbxlab::pbx
