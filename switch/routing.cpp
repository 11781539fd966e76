#include "switch/routing.h"

#include <string_view>

#include "switch/bridging.h"
#include "switch/completing.h"
#include "switch/completion.h"
#include "switch/dialing.h"
#include "switch/facilities.h"
#include "switch/forwarding.h"
#include "switch/hunting.h"
#include "switch/membership.h"
#include "switch/offering.h"
#include "switch/park.h"
#include "switch/parties.h"
#include "switch/transfer.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

struct Failure {
    Cause tone;         // of a busy tone
    Cause information;  // of an information tone
    Cause clearing;     // of clearing without a tone
};
constexpr Failure kPartyBusy{Cause::Busy, Cause::VacantTone, Cause::Busy};
constexpr Failure kNotDisturbed{Cause::DoNotDisturb, Cause::VacantTone, Cause::DoNotDisturb};
constexpr Failure kOutOfOrder{Cause::OutOfOrder, Cause::OutOfOrder, Cause::OutOfOrder};
constexpr Failure kNoTrunk{Cause::TrunksBusy, Cause::CircuitTone, Cause::Congestion};

// Where a call was sent on to can fail as well, when its caller hears it ring, or has heard an
// announcement, and no information tone can follow.
void treat(Core& core, ConnectionId caller, Treatment how, const Failure& failure) {
    const bool transferred = is_on_its_way(core, caller);
    if (comes_back(core, caller)) return;
    if (joins_unheard(core, caller)) return fail_attempt(core, caller, failure.clearing);
    if (!transferred && core.can_move(caller, Cue::FarClears))
        return fail_attempt(core, caller, Cause::Normal);
    if (how == Treatment::Intercept && !core.can_move(caller, Cue::MeetIntercept))
        how = Treatment::Clear;
    switch (how) {
        case Treatment::Tone:
        case Treatment::ToneThenClear:  // the tone's timer knows how long it plays
            fail(core, caller, Cue::MeetBusy, failure.tone);
            return;
        case Treatment::Intercept:
            fail(core, caller, Cue::MeetIntercept, failure.information);
            return;
        case Treatment::Clear: fail(core, caller, Cue::Fail, failure.clearing); return;
    }
}

// At whichever station that has the address.
bool is_own_number(const Core& core, ConnectionId caller, AddressId address) {
    const AddressId own = core.find(caller)->address;
    return own.valid() &&
           core.addresses[own.index].primary == core.addresses[address.index].primary;
}

void reach_own_number(Core& core, ConnectionId caller, AddressId own) {
    switch (core.policy(caller).self_call) {
        case SelfCall::Busy: treat_busy(core, caller); return;
        case SelfCall::Refuse: treat_bad_number(core, caller); return;
        case SelfCall::Ring: break;
    }
    if (takes_no_call(core, own)) {
        treat_busy(core, caller);
    } else {
        offer(core, caller, own);
    }
}

void reach_address(Core& core, ConnectionId caller, AddressId address) {
    if (is_own_number(core, caller, address)) {
        reach_own_number(core, caller, core.find(caller)->address);
    } else if (forward(core, caller, address)) {
        return;
    } else if (!core.serves(address)) {
        treat(core, caller, Treatment::Clear, kOutOfOrder);
    } else if (takes_no_call(core, address)) {
        treat_busy(core, caller);
    } else {
        offer_at_appearances(core, caller, address);
        forward_when_unanswered(core, caller, address);
    }
}

}  // namespace

bool takes_no_call(const Core& core, AddressId id) {
    const StationId station = core.addresses[id.index].station;
    const bool waits = core.policy(station).call_waiting;
    return !core.free_appearance(id) || (!waits && core.stations[station.index].active > 0) ||
           has_secured_call(core, station) || is_reserved(core, id);
}

// A call that was sent on has been through Routing already, and may have heard an announcement.
bool seeks_party(const Core& core, ConnectionId caller) {
    const Connection* connection = core.find(caller);
    if (connection == nullptr) return false;
    if (connection->state == ConnState::Routing || connection->unanswered) return true;
    const bool goes_on = connection->state == ConnState::Delivered ||
                         connection->state == ConnState::Camping ||
                         is_established(connection->state);
    return goes_on && core.calls.find(connection->call)->diversions > 0;
}

void fail_attempt(Core& core, ConnectionId caller, Cause cause) {
    const bool member = core.in_state(caller, ConnState::Conferenced);
    if (!member && core.move(caller, Cue::FarClears, Cause::Normal)) return;
    core.move(caller, Cue::Fail, cause);
}

void route(Core& core, ConnectionId caller, std::size_t count) {
    Call& call = *core.find(core.find(caller)->call);
    if (count < call.digits.size()) call.digits.resize(count);
    if (!core.move(caller, Cue::NumberComplete)) return;
    set_party(core, caller, kCalled, party_called(core, call.digits));
    seek(core, caller);
}

void seek(Core& core, ConnectionId caller) {
    const Policy& policy = core.policy(caller);
    const CallId id = core.find(caller)->call;
    const Call& call = *core.find(id);
    if (core.plan.match(call.digits).to != DialMatch::To::Outside) {
        core.later(takes(core, policy, &Policy::routing_time), Due::ReachStation, caller);
    } else if (call.trunk != kNobody || take_trunk(core, id)) {
        core.later(takes(core, policy, &Policy::trunk_setup_time), Due::ReachOutside, caller);
    } else {
        core.later(takes(core, policy, &Policy::routing_time), Due::TrunksBusy, caller);
    }
}

bool is_busy(const Core& core, std::string_view digits) {
    const DialMatch match = core.plan.match(digits);
    return match.to == DialMatch::To::Station && takes_no_call(core, match.address);
}

bool divert(Core& core, ConnectionId caller, std::string_view number) {
    Call& call = *core.find(core.find(caller)->call);
    if (++call.diversions > kMostDiversions) return false;
    call.digits = number;
    core.later(takes(core, core.policy(caller), &Policy::routing_time), Due::ReachStation, caller);
    return true;
}

void send_on(Core& core, ConnectionId caller, std::string_view number, Reason why,
             const Party& by) {
    if (core.find(caller) == nullptr) return;
    Call& call = *core.find(core.find(caller)->call);
    ++call.diversions;
    call.digits = number;
    const bool again = call.sent_on != Reason::Direct;
    call.sent_on = why;
    const Policy& policy = core.policy(caller);
    if (!again || policy.forward_shows_last) set_party(core, caller, kRedirecting, by);
    set_party(core, caller, kRedirectedTo, party_called(core, number));
    if (policy.diversion_proceeds) core.move(caller, Cue::Divert);
    if (core.find(caller) != nullptr) seek(core, caller);
}

void reach_station(Core& core, ConnectionId caller) {
    if (!seeks_party(core, caller)) return;
    const std::string_view digits = core.find(core.find(caller)->call)->digits;
    const DialMatch match = core.plan.match(digits);
    if (match.to == DialMatch::To::Station) {
        reach_address(core, caller, match.address);
    } else if (match.to == DialMatch::To::Group) {
        seek_member(core, caller, match.group);
    } else if (match.to == DialMatch::To::Orbit) {
        reach_orbit(core, caller, match.orbit);
    } else {
        treat_bad_number(core, caller);  // an outside caller may have sent anything
    }
}

void trunks_busy(Core& core, ConnectionId caller) {
    treat(core, caller, core.policy(caller).on_trunks_busy, kNoTrunk);
}

void treat_busy(Core& core, ConnectionId caller) {
    if (camp_transferred(core, caller)) return;
    treat(core, caller, core.policy(caller).on_busy, kPartyBusy);
}

void treat_do_not_disturb(Core& core, ConnectionId caller) {
    treat(core, caller, core.policy(caller).on_do_not_disturb, kNotDisturbed);
}

}  // namespace pbxlab::pbx
