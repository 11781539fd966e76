#include "switch/seize.h"

#include <algorithm>

#include "switch/dialing.h"
#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

bool waits_for_hand(const Connection& c) {
    return c.by_hand && (c.state == ConnState::Seized || c.state == ConnState::DialTone);
}

// The line at this address that a hand has lifted and not yet dialled on.
ConnectionId lifted_line(const Core& core, AddressId address) {
    return first_at(core, core.addresses[address.index].station,
                    [address](ConnectionId, const Connection& c) {
                        return c.address == address && waits_for_hand(c);
                    });
}

bool off_hook(const Core& core, StationId station) {
    return first_at(core, station,
                    [](ConnectionId, const Connection& c) { return waits_for_hand(c); })
        .valid();
}

void identify(Core& core, const Order& order, ConnectionId id) {
    const AddressId address = core.find(id)->address;
    Party caller = party_of(core, address);
    if (order.withhold_id) caller.disclosure = Disclosure::Withheld;
    const bool new_born = core.find(id)->state == ConnState::Null;
    if (new_born) core.find(id)->caller = caller;
    set_party(core, id, kCaller, caller);
    if (order.digits.empty() || order.more) return;
    const Party called = party_called(core, order.digits);
    if (new_born) core.find(id)->called = called;
    set_party(core, id, kCalled, called);
}

void furnish(Core& core, const Order& order, ConnectionId id) {
    Connection& connection = *core.find(id);
    const Duration longest = core.policy(connection.station).longest_no_answer;
    connection.no_answer_limit = std::min(order.no_answer_limit, longest);
    connection.withhold_id = order.withhold_id;
    connection.secure = order.secure;
    Call& call = *core.find(connection.call);
    if (order.media != 0) call.media = order.media;
}

}  // namespace

Refusal check_seize(const Core& core, AddressId address) {
    if (!core.serves(address)) return Refusal::OutOfService;
    return core.free_appearance(address) ? Refusal::None : Refusal::NoAppearance;
}

ConnectionId new_outgoing(Core& core, AddressId address, bool by_hand) {
    const ConnectionId id = core.new_connection(core.new_call(0), address);
    Connection& connection = *core.find(id);
    connection.by_hand = by_hand;
    connection.caller = party_of(core, address);
    connection.called.disclosure = Disclosure::NotYet;
    connection.connected_to.disclosure = Disclosure::NotYet;
    return id;
}

ConnectionId new_outgoing(Core& core, const Order& order) {
    const ConnectionId id = new_outgoing(core, order.address, order.by_hand);
    identify(core, order, id);
    furnish(core, order, id);
    return id;
}

void seize(Core& core, ConnectionId id) {
    if (!core.in_state(id, ConnState::Null)) return;
    const Policy& policy = core.policy(id);
    const bool consults = core.find(id)->partner.valid();
    const Duration delay =
        takes(core, policy, consults ? &Policy::consult_tone_delay : &Policy::dial_tone_delay);
    core.find(core.find(id)->call)->digits_end = core.clock.now() + delay;
    if (!core.move(id, Cue::Seize)) return core.forget(id);
    if (delay == Duration{}) return give_tone(core, id);
    core.later(delay, Due::GiveTone, id);
}

Refusal check_originate(const Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return Refusal::Gone;
    const StationId station = core.addresses[order.address.index].station;
    if (!core.serves(order.address)) return Refusal::OutOfService;
    if (order.fresh_line && off_hook(core, station)) return Refusal::LineTaken;
    const bool joins = !order.fresh_line && lifted_line(core, order.address).valid();
    if (!joins && !core.free_appearance(order.address)) return Refusal::NoAppearance;
    return order.digits.empty() ? Refusal::None : check_digits(core, order.address, {}, order);
}

ConnectionId subject_of_originate(Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return {};
    const ConnectionId lifted = lifted_line(core, order.address);
    if (lifted.valid() && !order.fresh_line) return lifted;
    return new_outgoing(core, order);
}

void originate(Core& core, const Order& order, ConnectionId id) {
    if (!id.valid()) return;
    if (core.in_state(id, ConnState::Null)) {
        seize(core, id);
    } else {
        identify(core, order, id);
        furnish(core, order, id);
    }
    if (!order.digits.empty()) {
        send_digits(core, id, order.digits, order.pauses, order.more);
    } else if (Connection* line = core.find(id)) {
        core.find(line->call)->more_digits = order.more;
    }
}

void give_tone(Core& core, ConnectionId id) { core.move(id, Cue::GiveTone); }

}  // namespace pbxlab::pbx
