#include "switch/consultation.h"

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/dialing.h"
#include "switch/hold.h"
#include "switch/membership.h"
#include "switch/seize.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

Refusal check_original(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    const bool talks = connection->state == ConnState::Connected && connection->station.valid();
    if (!talks || is_up_elsewhere(core, id)) return Refusal::WrongState;
    if (stands_for(core, id) != nullptr) return Refusal::WrongState;
    return core.serves(connection->address) ? Refusal::None : Refusal::OutOfService;
}

}  // namespace

void make_partners(Core& core, ConnectionId held, ConnectionId other) {
    part(core, held);
    part(core, other);
    core.find(held)->partner = other;
    core.find(other)->partner = held;
}

void take_back(Core& core, ConnectionId held) {
    const Connection& connection = *core.find(held);
    if (talking_at(core, connection.station).valid()) return;
    if (!core.free_appearance(connection.address)) return;
    if (core.move(held, Cue::Retrieve)) others_are_back(core, held);
}

Refusal check_consult(const Core& core, const Order& order) {
    const Refusal refusal = check_original(core, order.connection);
    if (refusal != Refusal::None) return refusal;
    const Connection& original = *core.find(order.connection);
    if (order.address.index >= core.addresses.size()) return Refusal::Gone;
    if (core.addresses[order.address.index].station != original.station) return Refusal::Gone;
    if (!core.serves(order.address)) return Refusal::OutOfService;
    if (!can_hold_more(core, original.address, HoldFor::Transfer)) return Refusal::HoldFull;
    if (!has_room(core, order.address, &original)) return Refusal::NoAppearance;
    return order.digits.empty() ? Refusal::None : check_digits(core, order.address, {}, order);
}

ConnectionId subject_of_consult(Core& core, const Order& order) {
    const Connection* original = core.find(order.connection);
    if (original == nullptr || order.address.index >= core.addresses.size()) return {};
    const std::uint32_t number = core.find(original->call)->number;
    const ConnectionId id = new_outgoing(core, order);
    core.find(core.find(id)->call)->related = number;
    return id;
}

void consult(Core& core, const Order& order, ConnectionId subject) {
    if (!subject.valid()) return;
    make_partners(core, order.connection, subject);
    hold(core, order.connection, order.hold_for);
    originate(core, order, subject);
}

ConnectionId held_for(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    const Connection* partner = connection != nullptr ? core.find(connection->partner) : nullptr;
    const bool held = partner != nullptr && partner->held_for != HoldFor::Nothing;
    return held ? connection->partner : ConnectionId{};
}

void part(Core& core, ConnectionId id) {
    Connection* connection = core.find(id);
    if (connection == nullptr || !connection->partner.valid()) return;
    if (Connection* partner = core.find(connection->partner)) partner->partner = {};
    connection->partner = {};
}

void consultation_may_end(Core& core, ConnectionId id, ConnState from) {
    const Connection& connection = *core.find(id);
    if (!connection.partner.valid()) return;
    const bool gone = connection.state == ConnState::Null || connection.state == ConnState::Bridged;
    const bool held_party_gone = from == ConnState::Held && connection.state == ConnState::Cleared;
    if (gone || held_party_gone) part(core, id);
}

namespace {

// Where no more calls can be held it stays what it is.
void demote(Core& core, ConnectionId held) {
    const AddressId address = core.find(held)->address;
    if (can_hold_more(core, address, HoldFor::Nothing)) core.move(held, Cue::Demote);
}

}  // namespace

void let_go(Core& core, ConnectionId id) {
    const ConnectionId held = held_for(core, id);
    const bool completes = held.valid() && core.policy(held).hang_up_transfers;
    if (completes && check_transfer(core, held, id) == Refusal::None)
        return join(core, held, id, TransferOrder::OtherFirst);
    leave_consultation(core, id);
}

void leave_consultation(Core& core, ConnectionId id) {
    const ConnectionId held = held_for(core, id);
    release(core, id);
    if (core.find(id) != nullptr || core.find(held) == nullptr) return;
    if (stands_for(core, held) != nullptr) return take_up_again(core, held);
    if (core.policy(held).auto_reconnect) return take_back(core, held);
    if (core.policy(held).demotes_held) demote(core, held);
}

}  // namespace pbxlab::pbx
