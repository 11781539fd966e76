// Messages waiting for one application, oldest first. Grows to the largest backlog there ever was
// and allocates nothing after that.
#pragma once

#include <cstddef>
#include <vector>

#include "lines/structures.h"

namespace pbxlab::lines {

class MessageQueue {
 public:
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] std::size_t size() const { return count_; }

    void push(const Message& message) {
        if (count_ == ring_.size()) grow();
        ring_[(first_ + count_) & (ring_.size() - 1)] = message;
        ++count_;
    }

    // The oldest message; the queue must not be empty.
    Message pop() {
        const Message message = ring_[first_];
        first_ = (first_ + 1) & (ring_.size() - 1);
        --count_;
        return message;
    }

    void clear() { first_ = count_ = 0; }

 private:
    static constexpr std::size_t kFirstSize = 16;  // sizes are powers of two

    void grow() {
        std::vector<Message> larger(ring_.empty() ? kFirstSize : ring_.size() * 2);
        for (std::size_t i = 0; i < count_; ++i)
            larger[i] = ring_[(first_ + i) & (ring_.size() - 1)];
        ring_ = std::move(larger);
        first_ = 0;
    }

    std::vector<Message> ring_;
    std::size_t first_ = 0;
    std::size_t count_ = 0;
};

}  // namespace pbxlab::lines
