#include "switch/trunks.h"

#include <algorithm>
#include <utility>

#include "switch/completing.h"
#include "switch/state_timers.h"

namespace pbxlab::pbx {
namespace {

// A caller in one of these hears the far exchange, or still waits for it.
constexpr States kAttempting = states(ConnState::Routing, ConnState::Delivered, ConnState::BusyTone,
                                      ConnState::Intercepted, ConnState::Camping);

// Somebody is on the way to a party outside that the call has not got yet, or has lost.
bool seeks_outside(const Core& core, const Call& call) {
    if (call.transferor.valid() && call.parties > 0) return true;
    ConnectionId id = call.first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (c->station.valid() && has(kAttempting, c->state)) return true;
        id = c->next_in_call;
    }
    return false;
}

void set_free(Core& core, std::uint32_t trunk) {
    core.trunks[trunk] = 0;
    --core.trunks_used;
    trunk_may_be_free(core);
}

}  // namespace

bool has_free_trunk(const Core& core) {
    const auto end = core.trunks.begin() + core.options.trunks;
    return std::find(core.trunks.begin(), end, std::uint8_t{0}) != end;
}

bool take_trunk(Core& core, CallId call) {
    const auto end = core.trunks.begin() + core.options.trunks;
    const auto free = std::find(core.trunks.begin(), end, std::uint8_t{0});
    if (free == end) return false;
    *free = 1;
    ++core.trunks_used;
    core.find(call)->trunk = static_cast<std::uint32_t>(free - core.trunks.begin());
    return true;
}

void bear_trunk(Core& core, ConnectionId outside) {
    Connection& connection = *core.find(outside);
    connection.trunk = std::exchange(core.find(connection.call)->trunk, kNobody);
}

void give_up_trunk(Core& core, const Connection& outside) {
    if (outside.trunk == kNobody) return;
    Call& call = *core.find(outside.call);
    if (call.trunk == kNobody && seeks_outside(core, call)) {
        call.trunk = outside.trunk;
    } else {
        set_free(core, outside.trunk);
    }
}

void free_idle_trunk(Core& core, CallId id) {
    Call* call = core.find(id);
    if (call == nullptr || call->trunk == kNobody || seeks_outside(core, *call)) return;
    set_free(core, std::exchange(call->trunk, kNobody));
}

void set_trunks(Core& core, std::uint32_t count) {
    core.options.trunks = count;
    if (core.trunks.size() < count) core.trunks.resize(count);
    trunk_may_be_free(core);
}

}  // namespace pbxlab::pbx
