#include "switch/bridging.h"

#include <algorithm>

#include "switch/hold.h"
#include "switch/offering.h"
#include "switch/routing.h"

namespace pbxlab::pbx {
namespace {

const Address& primary_of(const Core& core, AddressId id) {
    return core.addresses[core.addresses[id.index].primary.index];
}

// Takes part in a call, or is about to: not merely rung, and not merely shown one.
bool uses(ConnState state) {
    return state != ConnState::Null && state != ConnState::Bridged && !is_presented(state);
}

bool station_uses(const Core& core, AddressId appearance) {
    const StationId station = core.addresses[appearance.index].station;
    return first_at(core, station,
                    [appearance](ConnectionId, const Connection& c) {
                        return c.address == appearance && uses(c.state);
                    })
        .valid();
}

template <class Act>
void for_each_sibling(Core& core, ConnectionId self, Act act) {
    for_each_other(core, self, [&](ConnectionId id) {
        if (are_siblings(core, *core.find(self), *core.find(id))) act(id);
    });
}

bool can_be_shown(const Core& core, AddressId appearance) {
    const Address& address = core.addresses[appearance.index];
    return !address.spec->looks_only && core.serves(appearance);
}

// A station that calls its own appearance does not see the call twice.
bool takes_part(const Core& core, CallId call, StationId station) {
    return first_at(core, station,
                    [call](ConnectionId, const Connection& c) { return c.call == call; })
        .valid();
}

ConnectionId at_appearance(const Core& core, CallId call, AddressId appearance) {
    ConnectionId id = core.calls.find(call)->first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (c->address == appearance) return id;
        id = c->next_in_call;
    }
    return {};
}

// A call that this appearance has heard nothing of yet.
void show_new(Core& core, ConnectionId up, AddressId appearance) {
    const ConnectionId id = core.new_connection(core.find(up)->call, appearance);
    const Connection& from = *core.find(up);
    Connection& to = *core.find(id);
    to.direction = from.direction;
    to.caller = from.caller;
    to.called = from.called;
    to.connected_to = from.connected_to;
    to.far_held = from.far_held;
    if (!core.move(id, Cue::UsedElsewhere)) core.forget(id);
}

}  // namespace

bool are_siblings(const Core& core, const Connection& a, const Connection& b) {
    return a.address.valid() && b.address.valid() && a.address != b.address &&
           core.addresses[a.address.index].primary == core.addresses[b.address.index].primary;
}

void offer_at_appearances(Core& core, ConnectionId caller, AddressId address) {
    if (primary_of(core, address).appearances().empty()) return offer(core, caller, address);
    const std::vector<AddressId>& all = primary_of(core, address).appearances();
    for (std::size_t i = 0; i < all.size() && core.find(caller) != nullptr; ++i) {
        const bool own = core.at(all[i]).station == core.find(caller)->station;
        if (!own && can_be_shown(core, all[i]) && core.free_appearance(all[i]))
            offer(core, caller, all[i]);
    }
    if (core.find(core.find(caller)->call)->parties == 1) treat_busy(core, caller);
}

void show_elsewhere(Core& core, ConnectionId up) {
    const AddressId own = core.find(up)->address;
    if (!own.valid() || primary_of(core, own).appearances().empty()) return;
    const CallId call = core.find(up)->call;
    for (const AddressId appearance : primary_of(core, own).appearances()) {
        if (appearance == own || !can_be_shown(core, appearance)) continue;
        const ConnectionId id = at_appearance(core, call, appearance);
        if (id.valid()) {
            core.move(id, Cue::UsedElsewhere);
        } else if (!takes_part(core, call, core.at(appearance).station)) {
            show_new(core, up, appearance);
        }
    }
}

bool can_join(const Core& core, ConnectionId id) {
    const Connection& connection = *core.find(id);
    return connection.state == ConnState::Bridged &&
           primary_of(core, connection.address).spec->sharing == Sharing::Joined;
}

void join(Core& core, ConnectionId id) {
    if (!core.move(id, Cue::Answer)) return;
    bool was_held = false;
    for_each_sibling(core, id, [&](ConnectionId other) {
        if (core.in_state(other, ConnState::Held)) was_held = core.move(other, Cue::StepBack);
    });
    if (was_held) others_are_back(core, id);
}

bool is_up_elsewhere(const Core& core, ConnectionId id) {
    const Connection* own = core.find(id);
    if (own == nullptr) return false;
    ConnectionId at = core.calls.find(own->call)->first;
    for (const Connection* c = core.find(at); c != nullptr; c = core.find(at)) {
        if (at != id && c->state == ConnState::Connected && are_siblings(core, *own, *c))
            return true;
        at = c->next_in_call;
    }
    return false;
}

bool is_held_elsewhere(const Core& core, ConnectionId id) {
    const Connection& own = *core.find(id);
    bool held = false;
    ConnectionId at = core.calls.find(own.call)->first;
    for (const Connection* c = core.find(at); c != nullptr; c = core.find(at)) {
        held = held || (c->state == ConnState::Held && are_siblings(core, own, *c));
        at = c->next_in_call;
    }
    return held && !is_up_elsewhere(core, id);
}

ConnectionId only_partner(const Core& core, ConnectionId id) {
    ConnectionId partner;
    std::uint32_t others = 0;
    ConnectionId at = core.calls.find(core.find(id)->call)->first;
    for (const Connection* c = core.find(at); c != nullptr; c = core.find(at)) {
        if (at != id && c->state != ConnState::Bridged) {
            partner = at;
            ++others;
        }
        at = c->next_in_call;
    }
    return others == 1 && core.in_state(partner, ConnState::Connected) ? partner : ConnectionId{};
}

bool step_back(Core& core, ConnectionId id) {
    return is_up_elsewhere(core, id) && core.move(id, Cue::StepBack);
}

void clear_appearances(Core& core, ConnectionId gone, Cause cause) {
    for_each_sibling(core, gone, [&](ConnectionId id) {
        if (core.in_state(id, ConnState::Bridged)) core.move(id, Cue::FarClears, cause);
    });
}

bool is_barred(const Core& core, AddressId id) {
    if (core.addresses[id.index].spec->looks_only) return true;
    const Address& primary = primary_of(core, id);
    if (primary.spec->sharing != Sharing::Exclusive) return false;
    return std::ranges::any_of(primary.appearances(), [&](AddressId other) {
        return other != id && station_uses(core, other);
    });
}

void count_use(Core& core, ConnectionId moved) {
    const AddressId own = core.find(moved)->address;
    if (!own.valid() || primary_of(core, own).appearances().empty()) return;
    Address& primary = core.at(core.at(own).primary);
    const auto now = static_cast<std::uint32_t>(std::ranges::count_if(
        primary.appearances(), [&](AddressId each) { return station_uses(core, each); }));
    if (now == primary.in_use()) return;
    primary.rare().in_use = now;
    core.tell(EventKind::InUse, moved, now);
}

void alert_appearance(Core& core, ConnectionId id) {
    Connection* connection = core.find(id);
    if (connection == nullptr || !is_presented(connection->state)) return;
    connection->silent = false;
    core.tell(EventKind::Alerts, id);
    ring(core, id);
}

}  // namespace pbxlab::pbx
