#include "switch/park.h"

#include <array>

#include "switch/bridging.h"
#include "switch/hunting.h"
#include "switch/offering.h"
#include "switch/park_lines.h"
#include "switch/parties.h"
#include "switch/routing.h"

namespace pbxlab::pbx {
namespace {

OrbitId orbit_of(const Core& core, ConnectionId parked) {
    for (std::uint32_t i = 0; i < core.orbits.size(); ++i) {
        if (core.orbits[i].parked == parked) return OrbitId{i};
    }
    return {};
}

// The one function that changes an orbit's state; what ran in the old one is over.
bool move(Core& core, OrbitId id, OrbitCue cue) {
    Orbit& orbit = core.at(id);
    const int row = find_move(orbit.state, cue);
    if (row < 0 || core.muted(MutedRow::Table::Orbits, static_cast<std::size_t>(row))) return false;
    orbit.state = kOrbitMoves[static_cast<std::size_t>(row)].to;
    core.clock.cancel(orbit.timer);
    orbit.timer = {};
    return true;
}

void set_timer(Core& core, Orbit& orbit, Duration delay) {
    if (delay > Duration{}) orbit.timer = core.later(delay, Due::Orbit, orbit.parked);
}

void empty(Core& core, OrbitId id, OrbitCue cue) {
    const ConnectionId parked = core.at(id).parked;
    if (!move(core, id, cue)) return;
    core.at(id).parked = {};
    if (Connection* connection = core.find(parked)) connection->parked = false;
    show_nobody(core, id, cue == OrbitCue::CallerGone);
}

// --- the recall

bool can_be_rung(const Core& core, AddressId address, ConnectionId parked) {
    if (!address.valid() || !core.serves(address)) return false;
    const bool own = core.addresses[address.index].station == core.find(parked)->station;
    return !own && !takes_no_call(core, address);
}

// The target that policy names, or the other one when that one cannot be rung now.
AddressId recall_target(const Core& core, const Orbit& orbit) {
    const Policy& policy = core.policy(core.addresses[orbit.parker.index].station);
    std::array targets = {orbit.parker, core.attendant};
    if (policy.recall_to == RecallTo::Attendant) targets = {core.attendant, orbit.parker};
    for (const AddressId target : targets) {
        if (can_be_rung(core, target, orbit.parked)) return target;
    }
    return {};
}

const Policy& policy_of(Core& core, const Orbit& orbit) {
    return core.policy(core.at(orbit.parker).station);
}

// Where nobody can be rung the party waits as long again: it is never lost.
void recall(Core& core, OrbitId id) {
    Orbit& orbit = core.at(id);
    const AddressId target = recall_target(core, orbit);
    if (!target.valid()) return set_timer(core, orbit, policy_of(core, orbit).park_recall);
    if (!move(core, id, OrbitCue::RecallDue)) return;
    set_timer(core, orbit, policy_of(core, orbit).park_recall_ring);
    const ConnectionId parked = orbit.parked;
    core.find(core.find(parked)->call)->sent_on = Reason::Reminder;
    offer(core, parked, target);
}

void stop_recall(Core& core, OrbitId id) {
    const ConnectionId parked = core.at(id).parked;
    if (!move(core, id, OrbitCue::RecallMissed)) return;
    set_timer(core, core.at(id), policy_of(core, core.at(id)).park_recall);
    for_each_other(core, parked, [&](ConnectionId other) {
        if (is_presented(core.find(other)->state))
            core.move(other, Cue::FarClears, Cause::Abandoned);
    });
}

}  // namespace

OrbitId next_orbit(const Core& core) {
    for (std::uint32_t i = 0; i < core.orbits.size(); ++i) {
        if (core.orbits[i].state == OrbitState::Free) return OrbitId{i};
    }
    return {};
}

OrbitId orbit_at(const Core& core, std::string_view number) {
    const DialMatch match = core.plan.match(number);
    return match.to == DialMatch::To::Orbit ? match.orbit : OrbitId{};
}

Refusal check_park(const Core& core, const Order& order) {
    const Connection* own = core.find(order.connection);
    if (own == nullptr) return Refusal::Gone;
    if (own->state != ConnState::Connected || !own->station.valid() ||
        !only_partner(core, order.connection).valid())
        return Refusal::WrongState;
    if (!core.serves(own->address)) return Refusal::OutOfService;
    if (!order.digits.empty()) {
        const OrbitId named = orbit_at(core, order.digits);
        if (!named.valid()) return Refusal::BadNumber;
        const bool free = core.orbits[named.index].state == OrbitState::Free;
        return free ? Refusal::None : Refusal::OrbitTaken;
    }
    const OrbitId chosen = next_orbit(core);
    if (!chosen.valid()) return Refusal::NoOrbit;
    const bool fits = core.orbits[chosen.index].number.size() <= order.longest_number;
    return fits ? Refusal::None : Refusal::TooLong;
}

void park(Core& core, const Order& order, ConnectionId id) {
    const OrbitId at = order.digits.empty() ? next_orbit(core) : orbit_at(core, order.digits);
    const ConnectionId partner = core.far_end(id);
    if (!at.valid() || !partner.valid() || !move(core, at, OrbitCue::Park)) return;
    Orbit& orbit = core.at(at);
    orbit.parked = partner;
    orbit.parker = core.find(id)->address;
    Connection& kept = *core.find(partner);
    kept.parked = kept.far_held = true;
    set_timer(core, orbit, policy_of(core, orbit).park_recall);
    clear_appearances(core, id, Cause::Normal);
    core.move(id, Cue::Release, Cause::Parked);
    core.tell(EventKind::FarHeld, partner);
    show_parked(core, at);
}

void leave_orbit(Core& core, ConnectionId parked, ConnectionId by) {
    Connection* connection = core.find(parked);
    if (connection == nullptr || !connection->parked) return;
    empty(core, orbit_of(core, parked), OrbitCue::Fetched);
    leave_group(core, parked, by, Cause::PickedUp);
    connection = core.find(parked);
    connection->far_held = false;
    core.tell(EventKind::FarRetrieved, parked);
}

void orbit_loses(Core& core, ConnectionId parked) {
    const Connection& connection = *core.find(parked);
    if (connection.parked && !is_established(connection.state))
        empty(core, orbit_of(core, parked), OrbitCue::CallerGone);
}

void orbit_timer(Core& core, ConnectionId parked) {
    const OrbitId id = orbit_of(core, parked);
    if (!id.valid() || core.find(parked) == nullptr) return;
    if (core.at(id).state == OrbitState::Recalling) {
        stop_recall(core, id);
    } else {
        recall(core, id);
    }
}

}  // namespace pbxlab::pbx
