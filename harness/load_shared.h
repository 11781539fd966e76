// The lines that all calls of a load share: their applications are told of everybody's calls, and
// here it is found out whose a message is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "harness/load_watch.h"
#include "harness/message_log.h"
#include "harness/scenario.h"
#include "harness/world.h"

namespace pbxlab::harness {

class SharedLines {
 public:
    // Nothing where the load has no members.
    SharedLines(const Scenario& scenario, World& world, const LoadWatch& watch);

    [[nodiscard]] const std::vector<std::uint32_t>& seats() const { return seats_; }
    [[nodiscard]] const LineAlias& alias() const { return alias_; }

    // Who has asked for something: whether the reply to this request is awaited by a copy.
    using Asked = std::function<bool(std::size_t copy, std::uint32_t seat, lines::LineResult id)>;
    // Whose a message is; LoadWatch::kNobody: nobody's.
    std::size_t owner(std::uint32_t seat, const lines::Message& message, const Asked& asked);
    // A life is over, and with it its calls.
    void forget(std::size_t copy);

 private:
    [[nodiscard]] std::size_t at(std::uint32_t device) const;

    World& world_;
    const LoadWatch& watch_;
    std::size_t copies_;
    std::vector<std::uint32_t> seats_;
    LineAlias alias_;
    std::unordered_map<std::uint64_t, std::size_t> by_handle_;  // copy; looked up only
};

}  // namespace pbxlab::harness
