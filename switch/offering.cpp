#include "switch/offering.h"

#include "switch/parties.h"
#include "switch/transfer.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

// The caller hears it ring a little after it does.
void alert_caller(Core& core, ConnectionId called) {
    core.later(takes(core, core.policy(called), &Policy::alert_time), Due::TargetRings,
               core.far_end(called));
}

void ring_once(Core& core, ConnectionId id) {
    if (core.find(id)->silent) return;
    core.tell(EventKind::Ring, id, core.find(id)->rings++);
}

void introduce(Core& core, ConnectionId called, ConnectionId caller) {
    const Connection& from = *core.find(caller);
    const Party identity = identity_of(core, caller);
    const bool number_follows =
        core.policy(called).caller_id_delay != Delay{} && identity.disclosure == Disclosure::Known;
    Connection& to = *core.find(called);
    to.direction = from.outside.valid() ? Direction::FromOutside : Direction::FromInside;
    to.caller = number_follows ? Party{{}, {}, Disclosure::NotYet} : identity;
    const Call& call = *core.find(from.call);
    const Hunt* hunt = core.hunts.find(call.hunt);
    to.called = hunt != nullptr ? party_of(core, hunt->group) : party_at(core, called);
    if (call.sent_on != Reason::Direct) to.reason = call.sent_on;
    if (call.sent_on != Reason::Direct &&
        call.sent_on != Reason::Reminder) {  // the number that was called first, whoever is reached
        if (core.policy(called).forward_shows_called)
            to.called = from.completion != 0 ? from.caller : from.called;
        to.redirecting = shown(from.redirecting);
        to.redirected_to = from.redirected_to;
    }
    to.connected_to.disclosure = Disclosure::NotYet;
    introduce_transferred(core, called, caller);
}

void start_ringing(Core& core, ConnectionId id) {
    ring_once(core, id);
    alert_caller(core, id);
}

// False, leaving nothing behind, when the call could not be presented.
bool present(Core& core, ConnectionId called, ConnectionId caller) {
    introduce(core, called, caller);
    core.find(called)->offered_at = core.clock.now();
    if (core.move(called, Cue::Offer)) return true;
    core.forget(called);
    return false;
}

}  // namespace

ConnectionId show_camping(Core& core, ConnectionId caller, AddressId address) {
    const ConnectionId camped = core.new_connection(core.find(caller)->call, address);
    introduce(core, camped, caller);
    core.find(camped)->reason = Reason::CampedOn;
    core.find(camped)->camps = true;
    if (core.move(camped, Cue::CampOn)) return camped;
    core.forget(camped);
    return {};
}

ConnectionId show_intruder(Core& core, ConnectionId caller, AddressId address) {
    const ConnectionId joined = core.new_connection(core.find(caller)->call, address);
    introduce(core, joined, caller);
    core.find(joined)->reason = Reason::Intruded;
    if (core.move(joined, Cue::Fetch)) return joined;
    core.forget(joined);
    return {};
}

void present_and_withdraw(Core& core, ConnectionId caller, AddressId address) {
    if (!core.serves(address) || !core.free_appearance(address)) return;
    const ConnectionId called = core.new_connection(core.find(caller)->call, address);
    core.find(called)->silent = true;
    if (present(core, called, caller)) core.move(called, Cue::Release, Cause::HuntedOn);
}

bool present(Core& core, ConnectionId called) {
    Connection& connection = *core.find(called);
    connection.offered_at = core.clock.now();
    connection.silent = !core.at(connection.address).spec->rings;
    if (!core.move(called, Cue::Offer)) return false;
    if (!core.policy(called).accept_to_alert) start_ringing(core, called);
    return true;
}

void offer(Core& core, ConnectionId caller, AddressId address, Reason why,
           const Party& redirecting) {
    const ConnectionId called = core.new_connection(core.find(caller)->call, address);
    core.find(called)->reason = why;
    core.find(called)->redirecting = redirecting;
    const AddressSpec& spec = *core.at(address).spec;
    core.find(called)->silent = !spec.rings || spec.ring_after > Duration{};
    if (spec.rings && spec.ring_after > Duration{})
        core.later(spec.ring_after, Due::AlertAppearance, called);
    if (!present(core, called, caller)) return;
    if (!core.policy(called).accept_to_alert) start_ringing(core, called);
}

ConnectionId offer(Core& core, ConnectionId caller, OutsideId outside) {
    const ConnectionId called = core.new_connection(core.find(caller)->call, outside);
    if (!present(core, called, caller)) return {};
    bear_trunk(core, called);
    alert_caller(core, called);
    return called;
}

void ring(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr || !is_presented(connection->state)) return;
    ring_once(core, id);
    core.rearm(&Connection::ring_timer, id, core.policy(id).ring_cycle, Due::Ring);
}

void target_rings(Core& core, ConnectionId caller) { core.move(caller, Cue::TargetRings); }

Refusal check_accept(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    if (connection->state != ConnState::Offered) return Refusal::WrongState;
    const bool serves = !connection->station.valid() || core.serves(connection->address);
    return serves ? Refusal::None : Refusal::OutOfService;
}

void accept(Core& core, ConnectionId id) {
    if (!core.move(id, Cue::Accept)) return;
    if (core.policy(id).accept_to_alert) start_ringing(core, id);
}

}  // namespace pbxlab::pbx
