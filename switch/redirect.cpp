#include "switch/redirect.h"

#include "switch/bridging.h"
#include "switch/hunting.h"
#include "switch/parties.h"
#include "switch/routing.h"

namespace pbxlab::pbx {
namespace {

// It was offered here, and nobody but its caller would be left.
bool can_be_sent_on(const Core& core, ConnectionId id) {
    const Connection& own = *core.find(id);
    if (is_presented(own.state)) return true;
    if (own.state != ConnState::Connected || own.direction == Direction::Outgoing) return false;
    return only_partner(core, id).valid();
}

Refusal check_target(const Core& core, const Connection& own, const Order& order) {
    const DialMatch match = core.plan.match(order.digits);
    const bool strict = core.policy(own.station).on_redirect == OnRedirect::Refuse;
    if (match.to == DialMatch::To::Nowhere)
        return strict || order.vet_number ? Refusal::BadNumber : Refusal::None;
    if (match.to != DialMatch::To::Station) return Refusal::None;
    if (match.address == own.address) return Refusal::BadNumber;
    const bool taken = !core.serves(match.address) || takes_no_call(core, match.address);
    return strict && taken ? Refusal::TargetBusy : Refusal::None;
}

}  // namespace

Refusal check_redirect(const Core& core, const Order& order) {
    const Connection* own = core.find(order.connection);
    if (own == nullptr) return Refusal::Gone;
    if (!own->station.valid() || !can_be_sent_on(core, order.connection))
        return Refusal::WrongState;
    if (!core.serves(own->address)) return Refusal::OutOfService;
    if (!DialPlan::dialable(order.digits.substr(order.digits.starts_with('+') ? 1 : 0)))
        return Refusal::BadNumber;
    const Connection* caller = core.find(core.far_end(order.connection));
    if (caller != nullptr && caller->parked)
        return Refusal::NotAllowed;  // it would leave its orbit
    if (own->completion != 0 && is_presented(own->state))
        return Refusal::WrongState;  // there is no caller yet
    const Refusal refusal = check_target(core, *own, order);
    if (refusal != Refusal::None) return refusal;
    const Call& call = *core.calls.find(own->call);
    return call.diversions < core.policy(own->station).most_diversions ? Refusal::None
                                                                       : Refusal::NotAllowed;
}

void redirect(Core& core, const Order& order, ConnectionId id) {
    const ConnectionId caller = core.far_end(id);
    if (!caller.valid()) return;
    const Party by = party_at(core, id);
    leave_group(core, caller, id, Cause::HuntedOn);
    core.move(id, Cue::Release, Cause::SentOn);
    send_on(core, caller, order.digits, Reason::Redirected, by);
}

}  // namespace pbxlab::pbx
