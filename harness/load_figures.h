// What the calls of a load have come to, taken together. All of it is whole numbers, the same on
// every machine.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "switch/time.h"

namespace pbxlab::harness {

// How long something took, over all calls of which it is known.
struct Latency {
    std::uint64_t count = 0;
    pbx::Duration mean{}, p50{}, p90{}, p95{}, p99{}, max{};
};

struct BlockedBy {
    std::string_view cause;  // pbx::name of a cause; "noLine": every line was in use
    std::uint64_t calls = 0;
};

// Of the trunks, or the calls, while calls arrive.
struct TrunkUse {
    std::uint32_t trunks = 0, peak = 0;
    std::uint64_t mean = 0;      // thousandths of an erlang
    std::uint32_t all_busy = 0;  // millionths of the time
};

struct LoadCounts {
    std::uint64_t begun = 0, ended = 0;
    std::uint64_t failed = 0;        // went otherwise than the scenario says: dropped
    std::uint64_t waited = 0;        // of those begun: until lines were free
    std::uint64_t first_failed = 0;  // its number, counting from 1; 0: none
    // Of the first call that each makes:
    std::uint64_t set_up = 0;     // it was answered
    std::uint64_t blocked = 0;    // it could not get through
    std::uint64_t abandoned = 0;  // its caller gave up before
    std::uint64_t queued = 0;     // it waited in the queue of a group
    std::vector<BlockedBy> blocked_by;
    Latency set_up_time;        // from the request to ringback, a queue or the answer
    Latency answer_time;        // from then to the answer
    Latency queue_time;         // from the start of the wait to the answer
    std::uint64_t offered = 0;  // thousandths of an erlang: what would be carried without blocking
    std::uint64_t carried = 0;  // of those set up
    TrunkUse trunk_use;
};

}  // namespace pbxlab::harness
