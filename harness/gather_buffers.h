// Where applications have digits gathered to. Each LINE_GATHERDIGITS belongs to the oldest buffer
// of its call that still waits for one (line-gatherdigits).
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <vector>

#include "lines/structures.h"

namespace pbxlab::harness {

class GatherBuffers {
 public:
    // Room for so many digits; it stays where it is until its digits are taken.
    char* add(std::uint32_t seat, lines::HCall call, std::uint32_t digits) {
        buffers_.push_back({seat, call, std::vector<char>(digits, '\0')});
        return buffers_.back().room.data();
    }
    // The request for the latest one was refused.
    void drop_latest() { buffers_.pop_back(); }

    // The digits of the oldest buffer of this call: up to its end or the first NUL.
    std::string take(std::uint32_t seat, lines::HCall call) {
        for (auto at = buffers_.begin(); at != buffers_.end(); ++at) {
            if (at->seat != seat || at->call != call) continue;
            std::string digits{at->room.begin(), at->room.end()};
            buffers_.erase(at);
            return digits.substr(0, digits.find('\0'));
        }
        return {};
    }

 private:
    struct Buffer {
        std::uint32_t seat;
        lines::HCall call;
        std::vector<char> room;
    };
    std::list<Buffer> buffers_;
};

}  // namespace pbxlab::harness
