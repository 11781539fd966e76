#include "switch/dialing.h"
#include "switch/fetching.h"
#include "switch/park.h"
#include "switch/parties.h"
#include "switch/seize.h"

namespace pbxlab::pbx {
namespace {

ConnectionId parked_at(const Core& core, OrbitId orbit) {
    const ConnectionId parked = orbit.valid() ? core.orbits[orbit.index].parked : ConnectionId{};
    return core.find(parked) != nullptr ? parked : ConnectionId{};
}

// Fetching is done as a call that is dialled: always, or to let the attempt fail as one.
bool is_dialled(const Core& core, AddressId from, ConnectionId parked) {
    return core.policy(core.addresses[from.index].station).unpark_dials || !parked.valid();
}

// As a call from who is parked, or as one to the orbit.
void furnish(Core& core, ConnectionId id, ConnectionId parked, const Party& orbit, bool outgoing) {
    const Connection& kept = *core.find(parked);
    Connection& own = *core.find(id);
    own.reason = Reason::Unparked;
    own.connected_to = identity_of(core, parked);
    own.caller = outgoing ? party_of(core, own.address) : own.connected_to;
    own.called = orbit;
    own.far_held = kept.state == ConnState::Held;
    own.direction = outgoing               ? Direction::Outgoing
                    : kept.outside.valid() ? Direction::FromOutside
                                           : Direction::FromInside;
}

// Both are in one call now.
void meet(Core& core, ConnectionId by, ConnectionId parked) {
    leave_orbit(core, parked, by);
    set_party(core, parked, kConnectedTo, party_at(core, by));
}

}  // namespace

Refusal check_unpark(const Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return Refusal::Gone;
    const Refusal room = check_fetch(core, order.address);
    if (room != Refusal::None) return room;
    const OrbitId orbit = orbit_at(core, order.digits);
    if (!orbit.valid()) return Refusal::BadNumber;
    const StationId station = core.addresses[order.address.index].station;
    const Connection* parked = core.find(parked_at(core, orbit));
    if (parked != nullptr) return parked->station == station ? Refusal::BadNumber : Refusal::None;
    return order.may_fail ? Refusal::None : Refusal::Nothing;
}

ConnectionId subject_of_unpark(Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return {};
    const OrbitId orbit = orbit_at(core, order.digits);
    if (!orbit.valid()) return {};
    const ConnectionId parked = parked_at(core, orbit);
    const Party number{core.at(orbit).text, {}, Disclosure::Known};
    if (!is_dialled(core, order.address, parked)) {
        const ConnectionId id = core.new_connection(core.find(parked)->call, order.address);
        furnish(core, id, parked, number, core.policy(id).unpark_outgoing);
        return id;
    }
    const ConnectionId id = new_outgoing(core, order.address, false);
    core.find(id)->reason = Reason::Unparked;
    core.find(id)->called = number;
    return id;
}

void unpark(Core& core, const Order& order, ConnectionId id) {
    if (core.find(id) == nullptr) return;
    const ConnectionId parked = core.far_end(id);
    if (parked.valid()) {
        if (fetch(core, id)) meet(core, id, parked);
        return;
    }
    seize(core, id);
    send_digits(core, id, order.digits, 0, false);
}

void reach_orbit(Core& core, ConnectionId caller, OrbitId orbit) {
    const ConnectionId parked = parked_at(core, orbit);
    const StationId station = core.find(caller)->station;
    const bool in_order = parked.valid() && station.valid() &&
                          core.find(parked)->station != station &&
                          core.in_state(caller, ConnState::Routing);
    if (!in_order) return treat_bad_number(core, caller);
    core.carry_over(caller, core.find(parked)->call);
    furnish(core, caller, parked, {core.at(orbit).text, {}, Disclosure::Known}, true);
    core.move(caller, Cue::FarAnswers);
    meet(core, caller, parked);
}

}  // namespace pbxlab::pbx
