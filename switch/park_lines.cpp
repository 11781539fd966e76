#include "switch/park_lines.h"

#include <string>
#include <utility>

#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

CallId call_like(Core& core, CallId parked) {
    const CallId id = core.new_call(core.find(parked)->media);
    Call& call = *core.find(id);
    const Call& like = *core.find(parked);
    call.related = like.number;
    call.data = like.data;
    return id;
}

}  // namespace

void show_parked(Core& core, OrbitId orbit) {
    const AddressId line = core.at(orbit).line;
    const ConnectionId parked = core.at(orbit).parked;
    if (!line.valid() || !core.serves(line) || core.find(parked) == nullptr) return;
    const ConnectionId id = core.new_connection(call_like(core, core.find(parked)->call), line);
    Connection& shown = *core.find(id);
    shown.reason = Reason::Parked;
    shown.direction =
        core.find(parked)->outside.valid() ? Direction::FromOutside : Direction::FromInside;
    shown.caller = shown.connected_to = identity_of(core, parked);
    shown.called = party_of(core, line);
    core.at(orbit).shown = id;
    if (core.move(id, Cue::Hold)) return;
    core.at(orbit).shown = {};
    core.forget(id);
}

void show_parked_again(Core& core, AddressId line) {
    const OrbitId orbit = core.at(line).orbit;
    if (!orbit.valid() || core.in_state(core.at(orbit).shown, ConnState::Held)) return;
    core.move(core.at(orbit).shown, Cue::Release);  // cleared when the service was lost
    show_parked(core, orbit);
}

void show_nobody(Core& core, OrbitId orbit, bool cleared) {
    const ConnectionId shown = std::exchange(core.at(orbit).shown, {});
    if (cleared) core.move(shown, Cue::FarClears, Cause::Normal);
    core.move(shown, Cue::Release);
}

bool shows_parked(const Core& core, const Connection& connection) {
    return connection.address.valid() && core.addresses[connection.address.index].orbit.valid();
}

}  // namespace pbxlab::pbx
