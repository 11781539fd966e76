// Where calls to an address are sent on to, as plain values (reference: call-model 15). Rules are
// the address's own: they follow it to all its appearances. A hunt group rings its members whatever
// they have forwarded, except those that nobody may disturb.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pbxlab::pbx {

// When a rule holds. A station is busy when it can take no further call, or, where policy says so,
// as soon as it is in one; a station with a protected call is busy as well. One that is out of
// service is neither busy nor does it ring.
enum class ForwardWhen : std::uint8_t { Always, Busy, NoAnswer, BusyOrNoAnswer };

// For whose calls it holds.
enum class ForwardFor : std::uint8_t { Anyone, Inside, Outside, OneCaller };

struct ForwardRule {
    ForwardWhen when = ForwardWhen::Always;
    ForwardFor whose = ForwardFor::Anyone;
    std::string caller;  // OneCaller: the number as it is shown; nobody who is not shown has it
    std::string to;      // is dialled, inside or outside; empty: such callers may not disturb
    bool operator==(const ForwardRule&) const = default;
};

struct Forwarding {
    std::vector<ForwardRule> rules;  // of several that say the same the first counts
    std::uint32_t rings = 0;         // before a call counts as not answered; 0: the policy's
    bool operator==(const Forwarding&) const = default;
};

}  // namespace pbxlab::pbx
