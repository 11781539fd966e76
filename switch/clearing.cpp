#include "switch/clearing.h"

#include "switch/bridging.h"
#include "switch/consultation.h"
#include "switch/forwarding.h"
#include "switch/hunting.h"
#include "switch/membership.h"
#include "switch/park_lines.h"
#include "switch/routing.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

// Several parties, at addresses of their own, have a call to go on with when this one leaves.
bool others_go_on(const Core& core, ConnectionId id) {
    const Connection& own = *core.find(id);
    ConnectionId first;
    ConnectionId at = core.calls.find(own.call)->first;
    for (const Connection* c = core.find(at); c != nullptr; c = core.find(at)) {
        const bool talks = at != id && is_established(c->state) && !are_siblings(core, own, *c);
        const Connection* other = core.find(first);
        if (talks && other != nullptr && !are_siblings(core, *other, *c)) return true;
        if (talks && other == nullptr) first = at;
        at = c->next_in_call;
    }
    return false;
}

void tell_others(Core& core, ConnectionId id, Due news) {
    if (core.in_state(id, ConnState::Bridged) || is_up_elsewhere(core, id)) return;
    const Duration delay = takes(core, core.policy(id), &Policy::clear_time);
    const Connection& own = *core.find(id);
    const bool hunts = core.find(own.call)->hunt.valid();
    // One of perhaps several that ring: who else rings has no part in it.
    if (is_presented(own.state)) {
        core.later(delay, hunts ? Due::FarRejects : news, core.far_end(id),
                   own.address.valid() ? own.address.index + 1 : 0);
        return;
    }
    const bool go_on = others_go_on(core, id);
    for_each_other(core, id, [&](ConnectionId other) {
        const bool sibling = are_siblings(core, *core.find(id), *core.find(other));
        const bool waits = is_presented(core.find(other)->state);
        if (!sibling && (!go_on || waits)) core.later(delay, news, other);
    });
    clear_appearances(core, id, Cause::Normal);
}

// Somebody who was called has the call, or is still being offered it.
bool has_party(Core& core, ConnectionId caller) {
    bool has = false;
    for_each_other(core, caller, [&](ConnectionId id) {
        const ConnState state = core.find(id)->state;
        has = has || is_presented(state) || is_established(state);
    });
    return has;
}

// Where a party has turned the call down: whether it goes on all the same, or is looked after
// already.
bool goes_on_without(Core& core, ConnectionId caller) {
    const Connection& connection = *core.find(caller);
    if (connection.parked) return true;  // a recall turned down: it stays
    if (core.find(connection.call)->hunt.valid()) {
        member_declines(core, caller);
        return true;
    }
    if (has_party(core, caller)) return true;  // another one has answered meanwhile
    if (connection.state != ConnState::Camping) return false;
    turn_away(core, caller);
    return true;
}

void turn_down(Core& core, ConnectionId id, Cause why) {
    const Duration delay = takes(core, core.policy(id), &Policy::clear_time);
    if (!is_up_elsewhere(core, id))
        core.later(delay, Due::FarDeclines, core.far_end(id), static_cast<std::uint32_t>(why));
    core.move(id, Cue::Release);
}

void far_clears(Core& core, ConnectionId id, Cause cause) {
    if (!core.can_move(id, Cue::FarClears)) return;
    if (core.find(id)->camps) {  // it never was answered: nothing to release
        core.move(id, Cue::Release, cause);
        return;
    }
    core.find(id)->far_held = false;
    core.move(id, Cue::FarClears, cause);
}

}  // namespace

Refusal check_clear(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    const bool shows = connection->state == ConnState::Held && shows_parked(core, *connection);
    if (shows) return Refusal::NotAllowed;
    const bool rejects = is_presented(connection->state);
    return rejects && !core.policy(connection->station).reject_allowed ? Refusal::NotAllowed
                                                                       : Refusal::None;
}

void clear(Core& core, const Order& order, ConnectionId id) {
    const Connection* connection = core.find(id);
    const bool presented = connection != nullptr && is_presented(connection->state);
    if (presented && order.cause != Cause::None) return turn_down(core, id, order.cause);
    let_go(core, id);
}

void release(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr || !core.can_move(id, Cue::Release)) return;
    if (connection->state == ConnState::Connected && step_back(core, id)) return;
    const bool rejects = is_presented(connection->state) || connection->camps;
    tell_others(core, id, rejects ? Due::FarRejects : Due::FarGone);
    core.move(id, Cue::Release);
}

void tell_others_of_going(Core& core, ConnectionId id) { tell_others(core, id, Due::FarGone); }

void far_gone(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return;
    if (is_presented(connection->state)) {
        far_clears(core, id, Cause::Abandoned);
    } else if (connection->camps) {
        core.move(id, Cue::Release, Cause::Abandoned);
    } else if (connection->state == ConnState::Camping) {
        turn_away(core, id);
    } else if (is_established(connection->state) || connection->state == ConnState::Bridged) {
        far_clears(core, id, Cause::Normal);
    } else {
        core.move(id, Cue::Fail, Cause::Normal);  // a caller whom the answer has not reached yet
    }
}

void far_rejects(Core& core, ConnectionId caller, std::uint32_t detail) {
    if (core.find(caller) == nullptr || goes_on_without(core, caller)) return;
    const AddressId by{detail != 0 ? detail - 1 : kNobody};
    const bool forwards = by.valid() && core.policy(caller).on_reject == OnReject::ForwardBusy;
    if (forwards && forward_rejected(core, caller, by)) return;
    treat_reject(core, caller);
}

void far_declines(Core& core, ConnectionId caller, std::uint32_t detail) {
    if (core.find(caller) == nullptr || goes_on_without(core, caller)) return;
    const auto why = static_cast<Cause>(detail);
    if (comes_back(core, caller)) return;
    if (joins_unheard(core, caller)) return fail_attempt(core, caller, why);
    fail(core, caller, Cue::Fail, why);
}

void turn_away(Core& core, ConnectionId caller) {
    if (is_on_its_way(core, caller)) return treat_reject(core, caller);
    treat_busy(core, caller);
}

void treat_reject(Core& core, ConnectionId caller) {
    if (comes_back(core, caller)) return;
    if (joins_unheard(core, caller)) return fail_attempt(core, caller, Cause::Rejected);
    if (core.policy(caller).on_reject == OnReject::BusyCaller) {
        fail(core, caller, Cue::MeetBusy, Cause::Busy);
    } else {
        fail(core, caller, Cue::Fail, Cause::Rejected);
    }
}

void no_answer(Core& core, ConnectionId caller) {
    if (!core.can_move(caller, Cue::Fail)) return;
    tell_others(core, caller, Due::FarGone);
    core.move(caller, Cue::Fail, Cause::NoAnswer);
}

void time_limit(Core& core, ConnectionId caller) {
    for_each_other(core, caller,
                   [&](ConnectionId other) { far_clears(core, other, Cause::TimeLimit); });
    far_clears(core, caller, Cause::TimeLimit);
}

void tone_ends(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection != nullptr) core.move(id, Cue::ToneEnds, connection->cause);
}

}  // namespace pbxlab::pbx
