#include "switch/hold.h"

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/seize.h"

namespace pbxlab::pbx {
namespace {

Refusal check_in(const Core& core, ConnectionId id, ConnState state) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    if (connection->state != state || !connection->station.valid()) return Refusal::WrongState;
    return core.serves(connection->address) ? Refusal::None : Refusal::OutOfService;
}

bool can_hold_more(const Core& core, AddressId id) {
    const Address& address = core.addresses[id.index];
    return address.held < address.spec.max_held;
}

// The connected call that retrieving would disturb.
ConnectionId talking_at(const Core& core, StationId station) {
    return first_at(core, station, [](ConnectionId, const Connection& c) {
        return c.state == ConnState::Connected;
    });
}

// Whether `back` finds an appearance when `away`, connected at the same station, makes room for it.
bool fits(const Core& core, const Connection& back, const Connection& away) {
    const Address& address = core.addresses[back.address.index];
    return back.address == away.address || address.active < address.spec.max_active;
}

Refusal check_exchange(const Core& core, const Connection& back, const Connection& away,
                       bool away_is_held) {
    if (!fits(core, back, away)) return Refusal::NoAppearance;
    const bool makes_room = back.address == away.address;
    if (away_is_held && !makes_room && !can_hold_more(core, away.address)) return Refusal::HoldFull;
    return Refusal::None;
}

// Those at appearances of the same address hold it too, as it were.
void tell_others_of_hold(Core& core, ConnectionId id, bool held) {
    for_each_other(core, id, [&](ConnectionId other) {
        if (are_siblings(core, *core.find(id), *core.find(other))) return;
        core.find(other)->far_held = held;
        core.tell(held ? EventKind::FarHeld : EventKind::FarRetrieved, other);
    });
}

}  // namespace

void others_are_back(Core& core, ConnectionId id) { tell_others_of_hold(core, id, false); }

Refusal check_hold(const Core& core, ConnectionId id) {
    const Refusal refusal = check_in(core, id, ConnState::Connected);
    if (refusal != Refusal::None) return refusal;
    return can_hold_more(core, core.find(id)->address) ? Refusal::None : Refusal::HoldFull;
}

void hold(Core& core, ConnectionId id) {
    if (step_back(core, id) || !core.move(id, Cue::Hold)) return;
    tell_others_of_hold(core, id, true);
}

void hold_by_will(Core& core, ConnectionId id, bool by_hand) {
    if (core.find(id) == nullptr) return;
    hold(core, id);
    const AddressId address = core.find(id)->address;
    if (!core.policy(id).hold_makes_new || check_seize(core, address) != Refusal::None) return;
    seize(core, new_outgoing(core, address, by_hand));
}

Refusal check_retrieve(const Core& core, ConnectionId id) {
    const Refusal refusal = check_in(core, id, ConnState::Held);
    if (refusal != Refusal::None) return refusal;
    const Connection& back = *core.find(id);
    const Connection* away = core.find(talking_at(core, back.station));
    if (away == nullptr) {
        return core.free_appearance(back.address) ? Refusal::None : Refusal::NoAppearance;
    }
    const OnRetrieve how = core.policy(back.station).on_retrieve;
    if (how == OnRetrieve::Refuse) return Refusal::OtherActive;
    return check_exchange(core, back, *away, how == OnRetrieve::HoldActive);
}

void retrieve(Core& core, ConnectionId id) {
    const Connection* back = core.find(id);
    if (back == nullptr || !core.can_move(id, Cue::Retrieve)) return;
    const ConnectionId away = talking_at(core, back->station);
    switch (core.policy(back->station).on_retrieve) {
        case OnRetrieve::HoldActive: hold(core, away); break;
        case OnRetrieve::DropActive: release(core, away); break;
        case OnRetrieve::Refuse: break;
    }
    core.move(id, Cue::Retrieve);
    others_are_back(core, id);
}

Refusal check_swap(const Core& core, ConnectionId id, ConnectionId other) {
    const Refusal away = check_in(core, id, ConnState::Connected);
    const Refusal back = check_in(core, other, ConnState::Held);
    if (away == Refusal::Gone || back == Refusal::Gone) return Refusal::Gone;
    if (back != Refusal::None) return back;
    if (away != Refusal::None) return away;
    if (core.find(id)->station != core.find(other)->station) return Refusal::WrongState;
    return check_exchange(core, *core.find(other), *core.find(id), true);
}

void swap(Core& core, ConnectionId id, ConnectionId other) {
    hold(core, id);
    if (core.move(other, Cue::Retrieve)) others_are_back(core, other);
}

}  // namespace pbxlab::pbx
