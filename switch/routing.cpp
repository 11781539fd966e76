#include "switch/routing.h"

#include <string_view>

#include "switch/dialing.h"
#include "switch/offering.h"
#include "switch/parties.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

struct Failure {
    Cause tone;         // of a busy tone
    Cause information;  // of an information tone
    Cause clearing;     // of clearing without a tone
};
constexpr Failure kPartyBusy{Cause::Busy, Cause::VacantTone, Cause::Busy};
constexpr Failure kNoTrunk{Cause::TrunksBusy, Cause::CircuitTone, Cause::Congestion};

void treat(Core& core, ConnectionId caller, Treatment how, const Failure& failure) {
    switch (how) {
        case Treatment::Tone:
        case Treatment::ToneThenClear:  // the tone's timer knows how long it plays
            core.move(caller, Cue::MeetBusy, failure.tone);
            return;
        case Treatment::Intercept:
            core.move(caller, Cue::MeetIntercept, failure.information);
            return;
        case Treatment::Clear: core.move(caller, Cue::Fail, failure.clearing); return;
    }
}

bool takes_no_call(const Core& core, AddressId id) {
    const StationId station = core.addresses[id.index].station;
    const bool waits = core.policy(station).call_waiting;
    return !core.free_appearance(id) || (!waits && core.stations[station.index].active > 0);
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
    if (core.find(caller)->address == address) {
        reach_own_number(core, caller, address);
    } else if (!core.at(core.at(address).station).in_service) {
        core.move(caller, Cue::Fail, Cause::OutOfOrder);
    } else if (takes_no_call(core, address)) {
        treat_busy(core, caller);
    } else {
        offer(core, caller, address);
    }
}

}  // namespace

void route(Core& core, ConnectionId caller, std::size_t count) {
    Call& call = *core.find(core.find(caller)->call);
    if (count < call.digits.size()) call.digits.resize(count);
    if (!core.move(caller, Cue::NumberComplete)) return;
    set_party(core, caller, kCalled, party_called(core, call.digits));
    const Policy& policy = core.policy(caller);
    const CallId call_id = core.find(caller)->call;
    if (core.plan.match(call.digits).to == DialMatch::To::Station) {
        core.later(policy.routing_time, Due::ReachStation, caller);
    } else if (take_trunk(core, call_id)) {
        core.later(policy.trunk_setup_time, Due::ReachOutside, caller);
    } else {
        core.later(policy.routing_time, Due::TrunksBusy, caller);
    }
}

void reach_station(Core& core, ConnectionId caller) {
    if (!core.in_state(caller, ConnState::Routing)) return;
    const std::string_view digits = core.find(core.find(caller)->call)->digits;
    const DialMatch match = core.plan.match(digits);
    if (match.to == DialMatch::To::Station) {
        reach_address(core, caller, match.address);
    } else {
        treat_bad_number(core, caller);  // an outside caller may have sent anything
    }
}

void trunks_busy(Core& core, ConnectionId caller) {
    treat(core, caller, core.policy(caller).on_trunks_busy, kNoTrunk);
}

void treat_busy(Core& core, ConnectionId caller) {
    treat(core, caller, core.policy(caller).on_busy, kPartyBusy);
}

}  // namespace pbxlab::pbx
