#include "switch/hold.h"

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/consultation.h"
#include "switch/membership.h"
#include "switch/park_lines.h"
#include "switch/seize.h"

namespace pbxlab::pbx {
namespace {

Refusal check_in(const Core& core, ConnectionId id, ConnState state) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    if (connection->state != state || !connection->station.valid()) return Refusal::WrongState;
    if (state == ConnState::Held && shows_parked(core, *connection)) return Refusal::WrongState;
    return core.serves(connection->address) ? Refusal::None : Refusal::OutOfService;
}

// Whether `back` finds an appearance when `away`, connected at the same station, makes room for it.
bool fits(const Core& core, const Connection& back, const Connection& away) {
    const Address& address = core.addresses[back.address.index];
    return back.address == away.address || address.active < address.spec->max_active;
}

Refusal check_exchange(const Core& core, const Connection& back, const Connection& away,
                       HoldFor away_for) {
    if (!fits(core, back, away)) return Refusal::NoAppearance;
    return can_hold_more(core, away.address, away_for, &back) ? Refusal::None : Refusal::HoldFull;
}

// The call that ends when this one, held for it, is retrieved.
ConnectionId consultation_of(const Connection& held) {
    return held.held_for != HoldFor::Nothing ? held.partner : ConnectionId{};
}

// What `away` is held for when it changes places with `back`.
HoldFor kind_after_swap(const Core& core, const Connection& away, ConnectionId back) {
    const bool keeps = away.partner == back && core.policy(away.station).swap_keeps_consultation;
    return keeps ? core.find(back)->held_for : HoldFor::Nothing;
}

// Those at appearances of the same address hold it too, as it were.
void tell_others_of_hold(Core& core, ConnectionId id, bool held) {
    for_each_other(core, id, [&](ConnectionId other) {
        if (are_siblings(core, *core.find(id), *core.find(other))) return;
        if (!held && !core.find(other)->far_held) return;  // it waited for an answer
        core.find(other)->far_held = held;
        core.tell(held ? EventKind::FarHeld : EventKind::FarRetrieved, other);
    });
}

}  // namespace

bool can_hold_more(const Core& core, AddressId id, HoldFor why, const Connection* leaving) {
    const Address& address = core.addresses[id.index];
    const bool plain = why == HoldFor::Nothing;
    const bool one_leaves = leaving != nullptr && leaving->address == id &&
                            leaving->state == ConnState::Held &&
                            (leaving->held_for == HoldFor::Nothing) == plain;
    const std::uint32_t now = plain ? address.held : address.pending;
    const std::uint32_t most = plain ? address.spec->max_held : address.spec->max_pending;
    return one_leaves || now < most;
}

bool has_room(const Core& core, AddressId id, const Connection* leaving) {
    if (is_barred(core, id)) return false;
    const Address& address = core.addresses[id.index];
    const Station& station = core.stations[address.station.index];
    const bool frees = leaving != nullptr && leaving->state != ConnState::Held &&
                       leaving->state != ConnState::Bridged;
    const std::uint32_t here = frees && leaving->address == id ? 1 : 0;
    const std::uint32_t there = frees ? 1 : 0;
    return address.active - here < address.spec->max_active &&
           (station.max_active == 0 || station.active - there < station.max_active);
}

ConnectionId talking_at(const Core& core, StationId station, ConnectionId other) {
    return first_at(core, station, [other](ConnectionId id, const Connection& c) {
        return id != other && c.state == ConnState::Connected;
    });
}

void set_far_held(Core& core, ConnectionId id, bool held) {
    Connection& connection = *core.find(id);
    if (connection.far_held == held) return;
    connection.far_held = held;
    core.tell(held ? EventKind::FarHeld : EventKind::FarRetrieved, id);
}

void settle_hold(Core& core, ConnectionId id) {
    bool held = false;
    for_each_other(core, id, [&](ConnectionId far) {
        const bool sibling = are_siblings(core, *core.find(id), *core.find(far));
        held = held || (!sibling && core.in_state(far, ConnState::Held));
    });
    set_far_held(core, id, held);
}

void others_are_back(Core& core, ConnectionId id) { tell_others_of_hold(core, id, false); }

Refusal check_hold(const Core& core, ConnectionId id) {
    const Refusal refusal = check_in(core, id, ConnState::Connected);
    if (refusal != Refusal::None) return refusal;
    const AddressId address = core.find(id)->address;
    return can_hold_more(core, address, HoldFor::Nothing) ? Refusal::None : Refusal::HoldFull;
}

void hold(Core& core, ConnectionId id, HoldFor why) {
    if (step_back(core, id) || !core.can_move(id, Cue::Hold)) return;
    core.find(id)->held_for = why;
    core.move(id, Cue::Hold);
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
    if (core.in_state(id, ConnState::Conferenced)) return check_call_off(core, id);
    const Refusal refusal = check_in(core, id, ConnState::Held);
    if (refusal != Refusal::None) return refusal;
    const Connection& back = *core.find(id);
    const ConnectionId ends = consultation_of(back);
    const Connection* away = core.find(talking_at(core, back.station, ends));
    if (away == nullptr) {
        const bool room = has_room(core, back.address, core.find(ends));
        return room ? Refusal::None : Refusal::NoAppearance;
    }
    const OnRetrieve how = core.policy(back.station).on_retrieve;
    if (how == OnRetrieve::Refuse) return Refusal::OtherActive;
    if (how == OnRetrieve::HoldActive) return check_exchange(core, back, *away, HoldFor::Nothing);
    return fits(core, back, *away) ? Refusal::None : Refusal::NoAppearance;
}

void retrieve(Core& core, ConnectionId id) {
    const Connection* back = core.find(id);
    if (back == nullptr || !core.can_move(id, Cue::Retrieve)) return;
    if (back->state == ConnState::Conferenced) return call_off(core, id);
    release(core, consultation_of(*back));
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
    const Connection& making_way = *core.find(id);
    return check_exchange(core, *core.find(other), making_way,
                          kind_after_swap(core, making_way, other));
}

void swap(Core& core, ConnectionId id, ConnectionId other) {
    const bool are_there = core.find(id) != nullptr && core.find(other) != nullptr;
    const HoldFor why = are_there ? kind_after_swap(core, *core.find(id), other) : HoldFor::Nothing;
    if (why == HoldFor::Nothing && are_there && core.find(id)->partner == other) part(core, id);
    hold(core, id, why);
    if (core.move(other, Cue::Retrieve)) others_are_back(core, other);
}

}  // namespace pbxlab::pbx
