#include "switch/conference.h"

#include <algorithm>

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/consultation.h"
#include "switch/dialing.h"
#include "switch/hold.h"
#include "switch/membership.h"
#include "switch/seize.h"
#include "switch/state_timers.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

constexpr States kCanBeAdded =
    states(ConnState::Connected, ConnState::Held, ConnState::Delivered, ConnState::Routing);

// Those who would be in it: this station, whoever is called, and who is there already.
bool would_be_too_many(const Core& core, const Order& order) {
    if (const Conference* conference = stands_for(core, order.connection))
        return !has_place(*conference, 1);
    const Connection* first = core.find(order.connection);
    const AddressId leads = first != nullptr ? first->address : order.address;
    const std::uint32_t parties = first != nullptr ? 3 : 2;
    return parties > core.addresses[leads.index].spec->max_conference;
}

// The call, or conference, that the new party is to be brought to.
Refusal check_first(const Core& core, const Order& order) {
    const Connection* first = core.find(order.connection);
    if (first == nullptr) return Refusal::Gone;
    if (core.addresses[order.address.index].station != first->station) return Refusal::Gone;
    if (first->state != ConnState::Connected || is_up_elsewhere(core, order.connection))
        return Refusal::WrongState;
    const Conference* leads = stands_for(core, order.connection);
    const bool busy = leads != nullptr ? leads->joining.valid() : first->conference.valid();
    const bool alone = leads == nullptr && !core.far_end(order.connection).valid();
    if (busy || alone || is_on_its_way(core, order.connection)) return Refusal::WrongState;
    return core.serves(first->address) ? Refusal::None : Refusal::OutOfService;
}

// Whether what is to be held meanwhile can be, and the new party finds an appearance.
Refusal check_places(const Core& core, const Order& order) {
    const Connection* first = core.find(order.connection);
    if (order.no_hold)
        return has_room(core, order.address, nullptr) ? Refusal::None : Refusal::NoAppearance;
    const AddressId holds = first != nullptr ? first->address : order.address;
    if (!can_hold_more(core, holds, HoldFor::Conference)) return Refusal::HoldFull;
    return has_room(core, order.address, first) ? Refusal::None : Refusal::NoAppearance;
}

Refusal check_pair(const Core& core, const Connection& held, const Connection& other) {
    const bool here = held.station.valid() && held.station == other.station;
    if (!here || held.state != ConnState::Held || held.camps || other.camps)
        return Refusal::WrongState;
    return core.serves(held.address) ? Refusal::None : Refusal::OutOfService;
}

bool has_far_end(const Core& core, ConnectionId id) {
    return core.find(id)->state == ConnState::Routing || core.far_end(id).valid();
}

bool hunts(const Core& core, const Connection& connection) {
    return core.calls.find(connection.call)->hunt.valid();
}

// The other end of its call, at this very station, is in the conference.
bool would_meet_itself(const Core& core, const Conference& conference, const Connection& other) {
    return std::ranges::any_of(conference.members, [&](ConnectionId member) {
        return core.find(member)->call == other.call;
    });
}

}  // namespace

Refusal check_confer(const Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return Refusal::Gone;
    if (!core.serves(order.address)) return Refusal::OutOfService;
    if (order.connection.valid()) {
        const Refusal refusal = check_first(core, order);
        if (refusal != Refusal::None) return refusal;
    }
    if (would_be_too_many(core, order)) return Refusal::TooMany;
    const Refusal places = check_places(core, order);
    if (places != Refusal::None) return places;
    return order.digits.empty() ? Refusal::None : check_digits(core, order.address, {}, order);
}

ConnectionId subject_of_confer(Core& core, const Order& order) {
    const Connection* first = core.find(order.connection);
    if (order.address.index >= core.addresses.size()) return {};
    if (order.connection.valid() && first == nullptr) return {};
    const AddressId at = first != nullptr ? first->address : order.address;
    const std::uint32_t related = first != nullptr ? core.find(first->call)->number : 0;
    ConferenceId id = first != nullptr ? first->conference : ConferenceId{};
    if (core.conferences.find(id) == nullptr) {
        id = new_conference(core, at, core.at(at).spec->max_conference);
        core.find(core.find(core.conferences.find(id)->parent)->call)->related = related;
    }
    const ConnectionId called = new_outgoing(core, order);
    core.find(core.find(called)->call)->related = related;
    Conference& conference = *core.conferences.find(id);
    if (order.no_hold) {
        conference.joining = called;
        core.find(called)->conference = id;
    } else {
        make_partners(core, conference.parent, called);
    }
    return called;
}

void confer(Core& core, const Order& order, ConnectionId subject) {
    const Connection* called = core.find(subject);
    if (called == nullptr) return;
    const ConnectionId first = order.connection;
    const ConnectionId parent =
        order.no_hold ? core.conferences.find(called->conference)->parent : called->partner;
    const ConferenceId id = core.find(parent)->conference;
    const bool starts = core.find(first) != nullptr && first != parent;
    if (order.no_hold) {
        if (starts) core.conferences.find(id)->original = first;
        if (starts) core.find(first)->conference = id;
        core.move(parent, Cue::Form);
    } else {
        hold(core, parent, HoldFor::Conference);
        if (starts) admit(core, id, first);
    }
    originate(core, order, subject);
}

Refusal check_add(const Core& core, const Order& order) {
    const Connection* parent = core.find(order.connection);
    const Connection* other = core.find(order.other);
    const Conference* conference = stands_for(core, order.connection);
    if (parent == nullptr || other == nullptr) return Refusal::Gone;
    if (conference == nullptr || other->conference.valid()) return Refusal::WrongState;
    const Refusal pair = check_pair(core, *parent, *other);
    if (pair != Refusal::None) return pair;
    if (!has(kCanBeAdded, other->state) || is_up_elsewhere(core, order.other))
        return Refusal::WrongState;
    if (!has_far_end(core, order.other) || is_on_its_way(core, order.other))
        return Refusal::WrongState;
    if (hunts(core, *other) || would_meet_itself(core, *conference, *other))
        return Refusal::WrongState;
    if (!has_place(*conference, 1)) return Refusal::TooMany;
    if (talking_at(core, parent->station, order.other).valid()) return Refusal::OtherActive;
    return has_room(core, parent->address, other) ? Refusal::None : Refusal::NoAppearance;
}

void add_party(Core& core, const Order& order, ConnectionId parent) {
    if (stands_for(core, parent) == nullptr || core.find(order.other) == nullptr) return;
    admit(core, core.find(parent)->conference, order.other);
    core.move(parent, Cue::Retrieve);
}

Refusal check_remove(const Core& core, ConnectionId id) {
    const Connection* member = core.find(id);
    if (member == nullptr) return Refusal::Gone;
    if (member->state != ConnState::Conferenced) return Refusal::WrongState;
    if (!core.serves(member->address)) return Refusal::OutOfService;
    const Conference& conference = *member_of(core, id);
    const Policy& policy = core.policy(member->station);
    if (policy.remove_party == RemoveParty::Nobody) return Refusal::NotAllowed;
    if (policy.remove_party == RemoveParty::TheLast && conference.members.back() != id)
        return Refusal::WrongState;
    const Connection& parent = *core.find(conference.parent);
    switch (policy.removed_to) {
        case RemovedTo::Released: break;
        case RemovedTo::Held:
            return can_hold_more(core, member->address, HoldFor::Nothing) ? Refusal::None
                                                                          : Refusal::HoldFull;
        case RemovedTo::Connected:
            if (parent.state != ConnState::Connected || member->unanswered)
                return Refusal::WrongState;
            if (!can_hold_more(core, parent.address, HoldFor::Nothing)) return Refusal::HoldFull;
            return has_room(core, member->address, &parent) ? Refusal::None : Refusal::NoAppearance;
    }
    return Refusal::None;
}

void remove_party(Core& core, ConnectionId id) {
    const Conference* conference = member_of(core, id);
    if (conference == nullptr) return;
    switch (core.policy(id).removed_to) {
        case RemovedTo::Released: return release(core, id);
        case RemovedTo::Held: return hold(core, id);
        case RemovedTo::Connected:
            hold(core, conference->parent);
            if (core.move(id, Cue::Retrieve)) others_are_back(core, id);
    }
}

namespace {

// Who joins calls by hand makes an ordinary conference.
std::uint32_t most_of_merged(const Core& core, AddressId leads, bool by_hand) {
    const AddressSpec& spec = *core.addresses[leads.index].spec;
    return by_hand ? spec.max_conference : spec.max_transfer_conference;
}

}  // namespace

Refusal check_merge(const Core& core, ConnectionId held, ConnectionId other, bool by_hand) {
    const Connection* one = core.find(held);
    const Connection* two = core.find(other);
    if (one == nullptr || two == nullptr) return Refusal::Gone;
    const Refusal pair = check_pair(core, *one, *two);
    if (pair != Refusal::None) return pair;
    const bool free = !one->conference.valid() && !two->conference.valid();
    if (!free || two->state == ConnState::Held || !has(kCanBeAdded, two->state))
        return Refusal::WrongState;
    if (!has_far_end(core, held) || !has_far_end(core, other)) return Refusal::WrongState;
    if (is_on_its_way(core, held) || is_on_its_way(core, other) || is_up_elsewhere(core, other))
        return Refusal::WrongState;
    if (hunts(core, *two) || one->call == two->call) return Refusal::WrongState;
    if (most_of_merged(core, one->address, by_hand) < 3) return Refusal::TooMany;
    return has_room(core, one->address, two) ? Refusal::None : Refusal::NoAppearance;
}

Refusal check_merge_order(const Core& core, const Order& order) {
    return check_merge(core, order.connection, order.other, order.by_hand);
}

ConnectionId subject_of_merge(Core& core, const Order& order) {
    const Connection* held = core.find(order.connection);
    if (held == nullptr) return {};
    const std::uint32_t related = core.find(held->call)->number;
    const AddressId at = held->address;
    const ConferenceId id = new_conference(core, at, most_of_merged(core, at, order.by_hand));
    const ConnectionId parent = core.conferences.find(id)->parent;
    core.find(core.find(parent)->call)->related = related;
    return parent;
}

void merge(Core& core, const Order& order, ConnectionId parent) {
    if (core.find(parent) == nullptr) return;
    const ConferenceId id = core.find(parent)->conference;
    core.move(parent, Cue::Confer);
    for (const ConnectionId each : {order.connection, order.other}) {
        if (core.find(each) != nullptr) admit(core, id, each);
    }
}

}  // namespace pbxlab::pbx
