#include "switch/transfer.h"

#include <algorithm>
#include <utility>

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/consultation.h"
#include "switch/dialing.h"
#include "switch/facilities.h"
#include "switch/hold.h"
#include "switch/hunting.h"
#include "switch/offering.h"
#include "switch/parties.h"
#include "switch/routing.h"
#include "switch/state_timers.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

constexpr States kReached = states(ConnState::Connected, ConnState::Delivered);

bool can_be_joined(const Core& core, const Connection& other) {
    if (has(kReached, other.state) || other.state == ConnState::Routing) return true;
    return other.state == ConnState::BusyTone &&
           core.policy(other.station).transfer_to_busy != TransferToBusy::Refuse;
}

// The held party's station is among those at the other end, which may ring at several.
bool would_meet_itself(const Core& core, ConnectionId held, ConnectionId other) {
    const Connection* party = core.find(core.far_end(held));
    if (party == nullptr || !party->station.valid()) return false;
    ConnectionId id = core.calls.find(core.find(other)->call)->first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (c->station == party->station) return true;
        id = c->next_in_call;
    }
    return false;
}

// There is somebody at the other end who is not merely being offered the call.
bool has_party(const Core& core, ConnectionId id) {
    const Connection* party = core.find(core.far_end(id));
    return party != nullptr && !is_presented(party->state);
}

bool hunts(const Core& core, const Connection& other) {
    return core.calls.find(other.call)->hunt.valid();
}

// Takes what the call of `from` has got of the way to its destination into another call.
void take_over_way(Core& core, CallId from, CallId to) {
    free_idle_trunk(core, to);  // of a way that it went before
    const Call& old = *core.find(from);
    Call& call = *core.find(to);
    call.digits = old.digits;
    call.diversions = std::max(call.diversions, old.diversions) + 1;
    call.trunk = old.trunk;
    core.find(from)->trunk = kNobody;
}

// Who has answered is given the party as a new call. Not where the call that it has got is one of
// several appearances, on hold, or one side of a consultation.
bool can_be_renewed(const Core& core, ConnectionId target) {
    const Connection* connection = core.find(target);
    if (connection == nullptr || connection->state != ConnState::Connected) return false;
    if (!connection->address.valid() || connection->partner.valid()) return false;
    const AddressId primary = core.addresses[connection->address.index].primary;
    return core.policy(target).transfer_renews_target &&
           core.addresses[primary.index].appearances().empty();
}

void renew(Core& core, ConnectionId target, ConnectionId party, AddressId by) {
    const AddressId address = core.find(target)->address;
    const bool secure = core.find(target)->secure;
    core.move(target, Cue::Release, Cause::Transferred);
    const ConnectionId id = core.new_connection(core.find(party)->call, address);
    Connection& own = *core.find(id);
    own.reason = Reason::Transferred;
    own.secure = secure;
    own.direction =
        core.find(party)->outside.valid() ? Direction::FromOutside : Direction::FromInside;
    own.caller = own.connected_to = identity_of(core, party);
    own.called = party_of(core, address);
    own.redirecting = party_of(core, by);
    if (!core.move(id, Cue::Fetch)) core.forget(id);
}

// The far parties of `other` pass into the call that `held` is in.
void carry_far_parties(Core& core, ConnectionId other, CallId to) {
    for_each_other(core, other, [&](ConnectionId id) {
        if (!are_siblings(core, *core.find(other), *core.find(id))) core.carry_over(id, to);
    });
}

void leave(Core& core, ConnectionId id) {
    clear_appearances(core, id, Cause::Normal);
    core.move(id, Cue::Release, Cause::Transferred);
}

// What was attached to the call stays behind where policy says so.
void leave_data(Core& core, ConnectionId party, AddressId by) {
    if (!core.policy(core.at(by).station).data_follows) (void)attach_data(core, party, {});
}

void leave_both(Core& core, ConnectionId held, ConnectionId other, TransferOrder order) {
    const bool held_first = order == TransferOrder::HeldFirst;
    leave(core, held_first ? held : other);
    leave(core, held_first ? other : held);
}

bool has_answered(Core& core, ConnectionId other) {
    bool answered = false;
    for_each_other(core, other, [&](ConnectionId id) {
        answered = answered || is_established(core.find(id)->state);
    });
    return answered;
}

// A party learns whom it is connected to, and by whom.
void introduce_connected(Core& core, ConnectionId id, AddressId by, bool new_call) {
    const TransferParties told = core.policy(core.at(by).station).transfer_parties;
    const Party with = identity_of(core, core.far_end(id));
    const Party from = party_of(core, by);
    std::uint32_t bits = new_call ? std::uint32_t{kCallNumber} : 0U;
    if (told != TransferParties::Nothing) bits |= kConnectedTo;
    if (told == TransferParties::ConnectedAndRedirecting) bits |= kRedirecting;
    if (bits == 0) return;
    change_parties(core, id, bits, [&](Connection& connection) {
        if ((bits & kConnectedTo) != 0) connection.connected_to = with;
        if ((bits & kRedirecting) != 0) connection.redirecting = from;
    });
}

// The target rings, and is now offered the transferred party.
void introduce_ringing(Core& core, ConnectionId target, ConnectionId party, const Party& by) {
    const Party caller = identity_of(core, party);
    change_parties(core, target, kCaller | kRedirecting | kReason | kCallNumber,
                   [&](Connection& connection) {
                       connection.caller = caller;
                       connection.redirecting = by;
                       connection.reason = Reason::Transferred;
                   });
}

// The party is told where it is being sent.
void announce_way(Core& core, ConnectionId party, const Party& by, const Party& to) {
    change_parties(core, party, kRedirecting | kRedirectedTo | kConnectedTo,
                   [&](Connection& connection) {
                       connection.redirecting = by;
                       connection.redirected_to = to;
                       connection.connected_to = {{}, {}, Disclosure::NotYet};
                   });
}

void go_on(Core& core, ConnectionId party, bool rings_already) {
    const Call& call = *core.find(core.find(party)->call);
    const std::uint32_t diversions = call.diversions;
    const Policy& policy = core.policy(core.at(call.transferor).station);
    const Duration limit = policy.transfer_recall_time;
    if (policy.on_transfer == OnTransfer::CallsAgain && core.move(party, Cue::SentOn) &&
        rings_already) {
        core.move(party, Cue::TargetRings);
    }
    if (limit > Duration{}) core.later(limit, Due::TransferRecall, party, diversions);
}

void join_connected(Core& core, CallId call, ConnectionId party, AddressId by) {
    for_each_in(core, call, [&](ConnectionId id) { settle_hold(core, id); });
    const ConnectionId target = core.far_end(party);
    const bool renewed = can_be_renewed(core, target);
    for_each_in(core, call, [&](ConnectionId id) {
        const bool stays = id == party || are_siblings(core, *core.find(party), *core.find(id));
        if (id != target || !renewed) introduce_connected(core, id, by, !stays);
    });
    if (renewed) renew(core, target, party, by);
}

void join_on_the_way(Core& core, CallId call, ConnectionId party, AddressId by, ConnState state) {
    core.find(call)->transferor = by;
    settle_hold(core, party);
    announce_way(core, party, party_of(core, by), party_called(core, core.find(call)->digits));
    bool rings = state == ConnState::Delivered;
    for_each_other(core, party, [&](ConnectionId id) {
        if (!is_presented(core.find(id)->state)) return;
        introduce_ringing(core, id, party, party_of(core, by));
        rings = true;
    });
    go_on(core, party, rings);
    const bool hunts = core.find(call)->hunt.valid();
    if (state == ConnState::Routing && !rings && !hunts) seek(core, party);
    if (state == ConnState::BusyTone) treat_busy(core, party);
}

}  // namespace

Refusal check_transfer(const Core& core, ConnectionId held, ConnectionId other) {
    const Connection* one = core.find(held);
    const Connection* two = core.find(other);
    if (one == nullptr || two == nullptr) return Refusal::Gone;
    const bool here = one->station.valid() && one->station == two->station;
    if (!here || one->state != ConnState::Held || one->camps || !can_be_joined(core, *two))
        return Refusal::WrongState;
    if (is_up_elsewhere(core, other) || !has_party(core, held)) return Refusal::WrongState;
    if (is_on_its_way(core, held) || is_on_its_way(core, other)) return Refusal::WrongState;
    if (!core.serves(one->address)) return Refusal::OutOfService;
    const bool lost =
        !core.far_end(other).valid() && has(kReached, two->state) && !hunts(core, *two);
    if (lost) return Refusal::WrongState;  // its far party has just gone
    return would_meet_itself(core, held, other) ? Refusal::NotAllowed : Refusal::None;
}

Refusal check_transfer_order(const Core& core, const Order& order) {
    return check_transfer(core, order.connection, order.other);
}

void transfer(Core& core, const Order& order, ConnectionId held) {
    if (core.find(held) == nullptr || core.find(order.other) == nullptr) return;
    join(core, held, order.other, core.policy(held).transfer_order);
}

void join(Core& core, ConnectionId held, ConnectionId other, TransferOrder order) {
    const ConnectionId party = core.far_end(held);
    const CallId call = core.find(held)->call;
    const CallId old = core.find(other)->call;
    const AddressId by = core.find(held)->address;
    const ConnState state = core.find(other)->state;
    const bool answered = has_answered(core, other);
    if (call == old || !party.valid()) return;
    if (!answered) take_over_way(core, old, call);
    if (!answered) core.find(call)->transferor = by;
    if (!answered) hand_over_hunt(core, other, party);
    core.find(call)->sent_on = Reason::Direct;
    carry_far_parties(core, other, call);
    leave_both(core, held, other, order);
    leave_data(core, party, by);
    if (answered) {
        join_connected(core, call, party, by);
    } else {
        join_on_the_way(core, call, party, by, state);
    }
}

namespace {

Refusal check_transferor(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    const bool talks = connection->state == ConnState::Connected && connection->station.valid();
    if (!talks || is_up_elsewhere(core, id) || !has_party(core, id) || is_on_its_way(core, id))
        return Refusal::WrongState;
    return core.serves(connection->address) ? Refusal::None : Refusal::OutOfService;
}

}  // namespace

Refusal check_send_on(const Core& core, const Order& order) {
    const Refusal refusal = check_transferor(core, order.connection);
    if (refusal != Refusal::None) return refusal;
    const Connection& own = *core.find(order.connection);
    if (order.digits.empty() || order.more) return Refusal::BadNumber;
    const bool refuses = core.policy(own.station).on_transfer_fails == OnTransferFails::Refuse;
    Order vetted = order;
    vetted.vet_number = order.vet_number || refuses;
    const Refusal number = check_digits(core, own.address, {}, vetted);
    if (number != Refusal::None) return number;
    return refuses && is_busy(core, order.digits) ? Refusal::NotAllowed : Refusal::None;
}

void send_away(Core& core, const Order& order, ConnectionId subject) {
    const Connection* own = core.find(subject);
    const ConnectionId party = core.far_end(subject);
    if (own == nullptr || !party.valid()) return;
    const AddressId by = own->address;
    const CallId call_id = own->call;
    Call& call = *core.find(call_id);
    call.digits = order.digits;
    ++call.diversions;
    call.transferor = by;
    call.sent_on = Reason::Direct;
    leave(core, subject);
    leave_data(core, party, by);
    settle_hold(core, party);
    announce_way(core, party, party_of(core, by), party_called(core, core.find(call_id)->digits));
    go_on(core, party, false);
    seek(core, party);
}

bool is_on_its_way(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    return connection != nullptr && core.calls.find(connection->call)->transferor.valid();
}

namespace {

// The party is offered again to whoever transferred it, if that one can take it.
bool recall(Core& core, ConnectionId id, AddressId by) {
    const ConnState state = core.find(id)->state;
    const bool waits = is_established(state) || state == ConnState::Routing ||
                       state == ConnState::Delivered || state == ConnState::Camping;
    if (!waits || !core.serves(by) || !core.free_appearance(by)) return false;
    const Party from = party_called(core, core.find(core.find(id)->call)->digits);
    offer(core, id, by, Reason::Reminder, from);
    return true;
}

AddressId ends_its_way(Core& core, ConnectionId id) {
    const CallId call = core.find(id)->call;
    const AddressId by = std::exchange(core.find(call)->transferor, AddressId{});
    free_idle_trunk(core, call);
    return by;
}

}  // namespace

bool comes_back(Core& core, ConnectionId id) {
    if (!is_on_its_way(core, id)) return false;
    const AddressId by = ends_its_way(core, id);
    const OnTransferFails how = core.policy(core.at(by).station).on_transfer_fails;
    return how == OnTransferFails::Recall && recall(core, id, by);
}

void fail(Core& core, ConnectionId id, Cue cue, Cause cause) {
    core.move(id, core.in_state(id, ConnState::Held) ? Cue::FarClears : cue, cause);
}

// A group has limits of its own.
void recall_unanswered(Core& core, ConnectionId id, std::uint32_t detail) {
    if (!is_on_its_way(core, id)) return;
    const Call& call = *core.find(core.find(id)->call);
    if (call.diversions != detail || call.hunt.valid()) return;
    for_each_other(core, id, [&](ConnectionId target) {
        const Connection& there = *core.find(target);
        if (is_presented(there.state) || there.camps) far_gone(core, target);
    });
    const AddressId by = ends_its_way(core, id);
    if (!recall(core, id, by)) fail(core, id, Cue::Fail, Cause::NoAnswer);
}

void introduce_transferred(Core& core, ConnectionId called, ConnectionId from) {
    Connection& connection = *core.find(called);
    const AddressId by = core.find(connection.call)->transferor;
    const bool sent_on = core.find(connection.call)->sent_on != Reason::Direct;
    if (!by.valid() || sent_on) return;
    connection.reason = Reason::Transferred;
    connection.redirecting = party_of(core, by);
    const Connection& caller = *core.find(from);
    const bool had_called = caller.direction == Direction::Outgoing;
    if (had_called && core.policy(core.at(by).station).transfer_shows_called)
        connection.called = caller.called;
}

}  // namespace pbxlab::pbx
