#include "switch/pickup.h"

#include "switch/answer.h"
#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/fetching.h"
#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

// Protected calls stay with whom they were meant for.
bool can_be_taken(const Core& core, ConnectionId id) {
    const Connection& offered = *core.find(id);
    const Connection* caller = core.find(core.far_end(id));
    return is_presented(offered.state) && caller != nullptr && !offered.secure && !caller->secure;
}

// The one that has been offered longer; one of an address that was looked at before, when both have
// been for as long.
ConnectionId longer_offered(const Core& core, ConnectionId a, ConnectionId b) {
    if (!a.valid() || !b.valid()) return a.valid() ? a : b;
    return core.find(b)->offered_at < core.find(a)->offered_at ? b : a;
}

ConnectionId offered_at(const Core& core, AddressId address) {
    ConnectionId longest;
    first_at(core, core.addresses[address.index].station,
             [&](ConnectionId id, const Connection& c) {
                 if (c.address == address && can_be_taken(core, id))
                     longest = longer_offered(core, longest, id);
                 return false;
             });
    return longest;
}

ConnectionId offered_in_group(const Core& core, AddressId member) {
    const std::string& group = core.addresses[member.index].spec->pickup_group;
    ConnectionId longest;
    for (std::uint32_t i = 0; i < core.addresses.size() && !group.empty(); ++i) {
        if (core.addresses[i].spec->pickup_group == group)
            longest = longer_offered(core, longest, offered_at(core, AddressId{i}));
    }
    return longest;
}

// A call that another station has put on hold at an address which one uses at a time.
ConnectionId held_elsewhere(const Core& core, AddressId address) {
    if (core.addresses[address.index].spec->sharing != Sharing::Exclusive) return {};
    return first_at(core, core.addresses[address.index].station,
                    [&](ConnectionId id, const Connection& c) {
                        return c.address == address && c.state == ConnState::Bridged &&
                               is_held_elsewhere(core, id);
                    });
}

AddressId address_of(const Core& core, const Order& order) {
    const DialMatch match = core.plan.match(order.digits);
    return match.to == DialMatch::To::Station ? match.address : AddressId{};
}

// At every appearance of the number.
ConnectionId offered_at_number(const Core& core, const Order& order) {
    const AddressId named = address_of(core, order);
    if (!named.valid()) return {};
    const std::string& group =
        order.group_of.valid() ? core.addresses[order.group_of.index].spec->pickup_group : "";
    if (!group.empty() && core.addresses[named.index].spec->pickup_group != group) return {};
    ConnectionId longest = offered_at(core, named);
    for (const AddressId appearance : core.addresses[named.index].appearances())
        longest = longer_offered(core, longest, offered_at(core, appearance));
    return longest;
}

ConnectionId candidate(const Core& core, const Order& order) {
    if (!order.digits.empty()) return offered_at_number(core, order);
    if (order.group_of.valid()) return offered_in_group(core, order.group_of);
    if ((order.picks & kPickWaiting) != 0) {
        const ConnectionId waiting = offered_at(core, order.address);
        if (waiting.valid()) return waiting;
    }
    if ((order.picks & kPickGroup) != 0) {
        const ConnectionId ringing = offered_in_group(core, order.address);
        if (ringing.valid()) return ringing;
    }
    return (order.picks & kPickHeld) != 0 ? held_elsewhere(core, order.address) : ConnectionId{};
}

// It is at the station that picks up already: there it is answered, or joined.
bool is_own(const Core& core, const Order& order, ConnectionId id) {
    return core.find(id)->station == core.addresses[order.address.index].station;
}

void furnish(Core& core, ConnectionId id, ConnectionId from) {
    const Connection& offered = *core.find(from);
    Connection& own = *core.find(id);
    own.reason = Reason::PickedUp;
    own.direction = offered.direction;
    own.caller = offered.caller;
    own.called = offered.called;
    own.connected_to.disclosure = Disclosure::NotYet;
    own.redirecting = offered.redirecting;
    own.redirected_to = offered.redirected_to;
    if (core.policy(id).pickup_tells_redirecting) own.redirecting = party_of(core, offered.address);
}

}  // namespace

Refusal check_pick_up(const Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return Refusal::Gone;
    if (!core.serves(order.address)) return Refusal::OutOfService;
    const bool nobody = !order.digits.empty() && !address_of(core, order).valid();
    if (nobody) return Refusal::BadNumber;
    const ConnectionId from = candidate(core, order);
    if (!from.valid()) return Refusal::Nothing;
    if (is_own(core, order, from) && is_presented(core.find(from)->state))
        return check_answer(core, from, core.policy(from).on_answer);
    if (!is_own(core, order, from)) return check_fetch(core, order.address);
    const Connection& shown = *core.find(from);
    const Refusal way = check_way(core, shown.station);
    if (way != Refusal::None) return way;
    const bool room = can_take_part(core, shown, core.policy(shown.station).on_answer);
    return room ? Refusal::None : Refusal::NoAppearance;
}

ConnectionId subject_of_pick_up(Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return {};
    const ConnectionId from = candidate(core, order);
    if (!from.valid() || is_own(core, order, from)) return from;
    const ConnectionId id = core.new_connection(core.find(from)->call, order.address);
    furnish(core, id, from);
    return id;
}

void pick_up(Core& core, const Order& /*order*/, ConnectionId id) {
    const Connection* own = core.find(id);
    if (own == nullptr) return;
    const OnAnswer how = core.policy(id).on_answer;
    if (is_presented(own->state)) return answer(core, id, how);
    clear_the_way(core, id, how);
    if (own->state == ConnState::Bridged) {
        core.find(id)->reason = Reason::PickedUp;
        return join(core, id);
    }
    const Party original = own->redirecting;
    const ConnectionId caller = core.far_end(id);
    if (core.policy(id).pickup_offers && core.move(id, Cue::Offer)) {
        core.move(id, Cue::Answer);
        show_elsewhere(core, id);
    } else if (!fetch(core, id)) {
        return;
    }
    if (core.policy(id).pickup_tells_redirecting) set_party(core, caller, kRedirecting, original);
    answered(core, id);
}

}  // namespace pbxlab::pbx
