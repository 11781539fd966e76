// Requests that an application has made and whose replies are still to come, or are asked for by
// name.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "harness/scenario.h"
#include "lines/structures.h"

namespace pbxlab::harness {

struct Request {
    const Step* step = nullptr;  // nullptr for those of the clean-up
    std::uint32_t seat = 0;
    lines::LineResult id = 0;   // as returned; negative: refused at once
    std::uint32_t number = 0;   // the same
    lines::HCall target{};      // filled with the new call at the successful reply
    lines::HCall conference{};  // the same, of a new conference
    lines::VarString text;      // the same, with an address
    bool replied = false;
    lines::LineResult result = 0;
    std::uint32_t entry = 0xFFFF'FFFFU;  // the reply in the log
};

class Requests {
 public:
    // A place for a request that is about to be made. Its address stays the same until release().
    std::uint32_t add(const Step* step, std::uint32_t seat);
    // Called with what the function returned; a positive id is remembered, so that the reply finds
    // its request.
    void returned(std::uint32_t request, lines::LineResult result);
    // Names a request for later steps; a name that was given before moves.
    void name(std::uint32_t request, const std::string& name) { names_[name] = request; }
    // Its place may be used again.
    void release(std::uint32_t request) { free_.push_back(request); }

    [[nodiscard]] Request& operator[](std::uint32_t request) { return requests_[request]; }
    // Takes the request that a reply belongs to out of those that wait; 0xFFFFFFFF when it is
    // nobody's.
    std::uint32_t take(std::uint32_t seat, lines::LineResult id);
    // Whether the reply to that request is still to come.
    [[nodiscard]] bool awaits(std::uint32_t seat, lines::LineResult id) const {
        return waiting_.contains(key(seat, id));
    }
    [[nodiscard]] std::uint32_t find(std::string_view name) const;

 private:
    static std::uint64_t key(std::uint32_t seat, lines::LineResult id) {
        return std::uint64_t{seat} << 32U | static_cast<std::uint32_t>(id);
    }
    std::deque<Request> requests_;
    std::vector<std::uint32_t> free_;
    std::unordered_map<std::uint64_t, std::uint32_t> waiting_;  // looked up only
    std::map<std::string, std::uint32_t, std::less<>> names_;
};

}  // namespace pbxlab::harness
