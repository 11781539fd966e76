// Flat storage for things that come and go: no allocation once it has grown to the largest number
// alive at a time, and a handle to something gone finds nothing instead of its successor.
#pragma once

#include <cstdint>
#include <vector>

#include "switch/ids.h"

namespace pbxlab::pbx {

// A slot that has had Generations things in it is not used again.
template <class T, class HandleType, std::uint32_t Generations = 0xFFFF'FFFF>
class Slots {
 public:
    // A fresh T{}; its handle differs from all earlier ones.
    HandleType add() {
        std::uint32_t index = 0;
        if (free_.empty()) {
            index = static_cast<std::uint32_t>(slots_.size());
            slots_.emplace_back();
            free_.reserve(slots_.capacity());  // so that remove() never allocates
        } else {
            index = free_.back();
            free_.pop_back();
        }
        Slot& slot = slots_[index];
        slot.value = T{};
        ++slot.generation;
        slot.live = true;
        ++size_;
        return HandleType{index, slot.generation};
    }

    void remove(HandleType handle) {
        if (find(handle) == nullptr) return;
        slots_[handle.index].live = false;
        if (handle.generation < Generations) free_.push_back(handle.index);
        --size_;
    }

    [[nodiscard]] T* find(HandleType handle) {
        return is_live(handle) ? &slots_[handle.index].value : nullptr;
    }
    [[nodiscard]] const T* find(HandleType handle) const {
        return is_live(handle) ? &slots_[handle.index].value : nullptr;
    }

    // The live thing in slot `index`, with its handle; nullptr when the slot is free.
    [[nodiscard]] const T* at(std::uint32_t index, HandleType& handle) const {
        const Slot& slot = slots_[index];
        handle = HandleType{index, slot.generation};
        return slot.live ? &slot.value : nullptr;
    }
    [[nodiscard]] std::uint32_t slot_count() const {
        return static_cast<std::uint32_t>(slots_.size());
    }
    [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
    struct Slot {
        T value{};
        std::uint32_t generation = 0;
        bool live = false;
    };
    [[nodiscard]] bool is_live(HandleType handle) const {
        if (handle.index >= slots_.size()) return false;
        const Slot& slot = slots_[handle.index];
        return slot.live && slot.generation == handle.generation;
    }

    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_;
    std::uint32_t size_ = 0;
};

}  // namespace pbxlab::pbx
