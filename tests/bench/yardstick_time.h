// Two ways in which the yardstick keeps its timers, in milliseconds: a hierarchical wheel, for
// many, and a heap, for few. Timers of one instant fire in the order in which they were set.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace pbxlab::bench {

enum class Due : std::uint8_t { Step, NoAnswer, Begin };

struct Timer {
    std::uint64_t at = 0;
    std::uint32_t index = 0, generation = 0;  // of the leg it is for
    Due kind = Due::Step;
};

// Eight levels of 64 slots; a bit for each slot that is not empty.
class TimerWheel {
 public:
    struct Token {
        std::uint32_t node = kNobody;
    };

    void reserve(std::size_t timers) { nodes_.reserve(timers); }

    Token push(std::uint64_t at, Timer timer) {
        std::uint32_t index = free_;
        if (index != kNobody) {
            free_ = nodes_[index].next;
        } else {
            index = static_cast<std::uint32_t>(nodes_.size());
            nodes_.emplace_back();
        }
        Node& node = nodes_[index];
        node.timer = timer;
        node.timer.at = at < now_ ? now_ : at;
        link(index);
        return {index};
    }

    void cancel(Token token) {
        unlink(token.node);
        put_back(token.node);
    }

    bool pop(Timer& timer) {
        while (true) {
            if (const std::uint64_t due = occupied_[0] >> (now_ & kMask); due != 0) {
                const std::uint64_t slot =
                    (now_ & kMask) + static_cast<std::uint64_t>(std::countr_zero(due));
                now_ = (now_ & ~kMask) | slot;
                const std::uint32_t index = slots_[0][slot].head;
                timer = nodes_[index].timer;
                unlink(index);
                put_back(index);
                return true;
            }
            if (!turn()) return false;
        }
    }

 private:
    static constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t kLevels = 8;
    static constexpr std::size_t kBits = 6;
    static constexpr std::uint64_t kMask = 63;

    struct Node {
        Timer timer;
        std::uint32_t next = kNobody, before = kNobody;
        std::uint32_t level = 0, slot = 0;
    };
    struct Slot {
        std::uint32_t head = kNobody, tail = kNobody;
    };

    void put_back(std::uint32_t index) {
        nodes_[index].next = free_;
        free_ = index;
    }
    void link(std::uint32_t index) {
        Node& node = nodes_[index];
        const std::uint64_t differs = node.timer.at ^ now_;
        node.level =
            differs <= kMask
                ? 0
                : static_cast<std::uint32_t>((63 - std::countl_zero(differs)) / int{kBits});
        node.slot = static_cast<std::uint32_t>((node.timer.at >> (kBits * node.level)) & kMask);
        Slot& slot = slots_[node.level][node.slot];
        node.next = kNobody;
        node.before = slot.tail;
        if (slot.tail != kNobody) {
            nodes_[slot.tail].next = index;
        } else {
            slot.head = index;
            occupied_[node.level] |= std::uint64_t{1} << node.slot;
        }
        slot.tail = index;
    }
    void unlink(std::uint32_t index) {
        const Node& node = nodes_[index];
        Slot& slot = slots_[node.level][node.slot];
        (node.before != kNobody ? nodes_[node.before].next : slot.head) = node.next;
        (node.next != kNobody ? nodes_[node.next].before : slot.tail) = node.before;
        if (slot.head == kNobody) occupied_[node.level] &= ~(std::uint64_t{1} << node.slot);
    }
    // Spreads the next slot of the lowest level that has one over the levels below; false when
    // there is none.
    bool turn() {
        for (std::size_t level = 1; level < kLevels; ++level) {
            const std::uint64_t base = now_ >> (kBits * level);
            const std::uint64_t due = occupied_[level] >> (base & kMask);
            if (due == 0) continue;
            const std::uint64_t slot =
                (base & kMask) + static_cast<std::uint64_t>(std::countr_zero(due));
            now_ = ((base & ~kMask) | slot) << (kBits * level);
            Slot spread{};
            std::swap(spread, slots_[level][slot]);
            occupied_[level] &= ~(std::uint64_t{1} << slot);
            for (std::uint32_t index = spread.head; index != kNobody;) {
                const std::uint32_t next = nodes_[index].next;
                link(index);
                index = next;
            }
            return true;
        }
        return false;
    }

    std::vector<Node> nodes_;
    std::uint32_t free_ = kNobody;
    std::uint64_t now_ = 0;
    std::array<std::uint64_t, kLevels> occupied_{};
    std::array<std::array<Slot, 64>, kLevels> slots_{};
};

// A heap of four children a node; what is cancelled stays, and is known by its generation.
class TimerHeap {
 public:
    struct Token {};

    void reserve(std::size_t timers) { heap_.reserve(timers + 8); }

    Token push(std::uint64_t at, const Timer& timer) {
        const Entry entry{.key = at << 28U | (sequence_++ & 0xFFF'FFFFU),
                          .load = std::uint64_t{timer.index} << 32U |
                                  std::uint64_t{timer.generation & 0xFF'FFFFU} << 8U |
                                  static_cast<std::uint64_t>(timer.kind)};
        std::size_t place = heap_.size();
        heap_.push_back(entry);
        while (place != 0) {
            const std::size_t parent = (place - 1) / 4;
            if (heap_[parent].key < entry.key) break;
            heap_[place] = heap_[parent];
            place = parent;
        }
        heap_[place] = entry;
        return {};
    }

    void cancel(Token /*token*/) {}

    bool pop(Timer& timer) {
        if (heap_.empty()) return false;
        const Entry first = heap_.front();
        timer = {.at = first.key >> 28U,
                 .index = static_cast<std::uint32_t>(first.load >> 32U),
                 .generation = static_cast<std::uint32_t>(first.load >> 8U) & 0xFF'FFFFU,
                 .kind = static_cast<Due>(first.load & 0xFFU)};
        const Entry last = heap_.back();
        heap_.pop_back();
        if (!heap_.empty()) sink(last);
        return true;
    }

 private:
    struct Entry {
        std::uint64_t key = 0, load = 0;
    };

    void sink(const Entry& entry) {
        std::size_t place = 0;
        while (true) {
            const std::size_t child = least_child(place);
            if (child == 0 || heap_[child].key >= entry.key) break;
            heap_[place] = heap_[child];
            place = child;
        }
        heap_[place] = entry;
    }
    // 0: there is none.
    [[nodiscard]] std::size_t least_child(std::size_t place) const {
        const std::size_t first = place * 4 + 1;
        const std::size_t size = heap_.size();
        if (first + 4 <= size) {  // without a branch that could be guessed wrong
            const std::size_t a = first + (heap_[first + 1].key < heap_[first].key ? 1 : 0);
            const std::size_t b = first + 2 + (heap_[first + 3].key < heap_[first + 2].key ? 1 : 0);
            return heap_[b].key < heap_[a].key ? b : a;
        }
        if (first >= size) return 0;
        std::size_t least = first;
        for (std::size_t each = first + 1; each < size; ++each) {
            if (heap_[each].key < heap_[least].key) least = each;
        }
        return least;
    }

    std::vector<Entry> heap_;
    std::uint64_t sequence_ = 0;
};

}  // namespace pbxlab::bench
