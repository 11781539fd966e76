#include "switch/trunks.h"

#include <algorithm>

#include "switch/state_timers.h"

namespace pbxlab::pbx {
namespace {

// A caller in one of these hears the far exchange, or still waits for it.
constexpr States kAttempting =
    states(ConnState::Routing, ConnState::Delivered, ConnState::BusyTone, ConnState::Intercepted);

bool needs_trunk(const Core& core, const Call& call) {
    ConnectionId id = call.first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (c->state != ConnState::Null && c->outside.valid()) return true;
        if (has(kAttempting, c->state)) return true;
        id = c->next_in_call;
    }
    return false;
}

}  // namespace

bool take_trunk(Core& core, CallId call) {
    const auto end = core.trunks.begin() + core.options.trunks;
    const auto free = std::find(core.trunks.begin(), end, std::uint8_t{0});
    if (free == end) return false;
    *free = 1;
    core.find(call)->trunk = static_cast<std::uint32_t>(free - core.trunks.begin());
    return true;
}

void free_idle_trunk(Core& core, CallId id) {
    Call* call = core.find(id);
    if (call == nullptr || call->trunk == kNobody || needs_trunk(core, *call)) return;
    core.trunks[call->trunk] = 0;
    call->trunk = kNobody;
}

void set_trunks(Core& core, std::uint32_t count) {
    core.options.trunks = count;
    if (core.trunks.size() < count) core.trunks.resize(count);
}

}  // namespace pbxlab::pbx
