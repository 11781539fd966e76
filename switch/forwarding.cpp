#include "switch/forwarding.h"

#include <algorithm>

#include "switch/completing.h"
#include "switch/forward_rows.h"
#include "switch/hunting.h"
#include "switch/offering.h"
#include "switch/parties.h"
#include "switch/routing.h"

namespace pbxlab::pbx {
namespace {

// A rule that a call meets.
struct Met {
    const ForwardRule* rule = nullptr;
    Reason reason = Reason::Direct;
};

AddressId primary_of(const Core& core, AddressId id) { return core.addresses[id.index].primary; }
const Forwarding& forwarding_of(const Core& core, AddressId id) {
    return core.addresses[primary_of(core, id).index].forwarding();
}

// What rules tell callers apart by.
struct Caller {
    bool outside = false;
    bool known = false;
    TextId number;
};

Caller caller_of(const Core& core, ConnectionId id) {
    const Connection& caller = *core.find(id);
    return {caller.outside.valid(), caller.caller.disclosure == Disclosure::Known,
            caller.caller.number};
}

// The caller's number counts only when it is shown as the call arrives (edge case 91).
bool is_shown_as(const Core& core, const Caller& caller, AddressId at, std::string_view number) {
    const Policy& policy = core.policy(core.addresses[at.index].station);
    return caller.known && policy.caller_id_delay == Delay{} &&
           core.texts.text(caller.number) == number;
}

bool fits(const Core& core, const ForwardRule& rule, const Caller& caller, AddressId at) {
    switch (rule.whose) {
        case ForwardFor::Anyone: return true;
        case ForwardFor::Inside: return !caller.outside;
        case ForwardFor::Outside: return caller.outside;
        case ForwardFor::OneCaller: return is_shown_as(core, caller, at, rule.caller);
    }
    return false;
}

// Where policy puts rules for some callers first, one of them keeps the rule for all calls from
// being met (edge case 146).
bool gives_way(const Core& core, const ForwardRow& row, const Caller& caller, AddressId at) {
    if (row.on != ForwardOn::Arrival || row.whose != ForwardFor::Anyone) return false;
    if (!core.policy(core.addresses[at.index].station).caller_rules_first) return false;
    return std::ranges::any_of(forwarding_of(core, at).rules, [&](const ForwardRule& rule) {
        return rule.whose != ForwardFor::Anyone && fits(core, rule, caller, at);
    });
}

Met meet(const Core& core, ForwardOn on, const Caller& caller, AddressId at) {
    const std::vector<ForwardRule>& rules = forwarding_of(core, at).rules;
    if (rules.empty()) return {};
    for (std::size_t row = 0; row < kForwardRows.size(); ++row) {
        const ForwardRow& entry = kForwardRows[row];
        if (entry.on != on || core.muted(MutedRow::Table::Forwards, row)) continue;
        if (gives_way(core, entry, caller, at)) continue;
        const auto rule = std::ranges::find_if(rules, [&](const ForwardRule& each) {
            return each.when == entry.when && each.whose == entry.whose &&
                   fits(core, each, caller, at);
        });
        if (rule != rules.end()) return {&*rule, entry.reason};
    }
    return {};
}
Met meet(const Core& core, ForwardOn on, ConnectionId caller, AddressId at) {
    return meet(core, on, caller_of(core, caller), at);
}

bool turns_away(const Met& met) { return met.rule != nullptr && met.rule->to.empty(); }

bool is_in_a_call(const Core& core, StationId station) {
    return first_at(core, station,
                    [](ConnectionId, const Connection& c) {
                        return c.state != ConnState::Null && c.state != ConnState::Cleared &&
                               c.state != ConnState::Bridged && !is_presented(c.state) && !c.camps;
                    })
        .valid();
}

bool is_busy(const Core& core, AddressId address) {
    const StationId station = core.addresses[address.index].station;
    return takes_no_call(core, address) ||
           (core.policy(station).forwards_before_waiting && is_in_a_call(core, station));
}

bool sent_on_enough(const Core& core, ConnectionId caller, AddressId by) {
    const Call& call = *core.calls.find(core.find(caller)->call);
    return call.diversions >= core.policy(core.addresses[by.index].station).most_diversions;
}

// The call may go no further: false when it is to ring where it is (edge case 88).
bool stop(Core& core, ConnectionId caller, AddressId at) {
    switch (core.policy(core.at(at).station).on_forward_loop) {
        case OnForwardLoop::RingAnyway: return false;
        case OnForwardLoop::Busy: treat_busy(core, caller); return true;
        case OnForwardLoop::Disconnect: fail_attempt(core, caller, Cause::TooOften); return true;
    }
    return false;
}

bool rings_at(const Core& core, ConnectionId caller, AddressId primary) {
    ConnectionId id = core.calls.find(core.find(caller)->call)->first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (is_presented(c->state) && c->address.valid() && primary_of(core, c->address) == primary)
            return true;
        id = c->next_in_call;
    }
    return false;
}

void put_in_force(Core& core, AddressId primary, const Forwarding& forwarding, bool by_request) {
    core.at(primary).rare().forwarding = forwarding;
    core.tell({.detail = by_request ? 0U : 1U,
               .address = primary,
               .station = core.at(primary).station,
               .kind = EventKind::Forwards});
    if (core.at(primary).appearances().empty())
        station_may_be_free(core, core.at(primary).station);  // to be disturbed again
    for (const AddressId appearance : core.at(primary).appearances())
        station_may_be_free(core, core.at(appearance).station);
}

}  // namespace

void set_forwarding(Core& core, AddressId id, const Forwarding& forwarding) {
    put_in_force(core, primary_of(core, id), forwarding, false);
}

void ask_forwarding(Core& core, AddressId id, const Forwarding& forwarding) {
    const AddressId primary = primary_of(core, id);
    const StationId station = core.at(primary).station;
    AddressExtras& address = core.at(primary).rare();
    address.forwarding_to_come = forwarding;
    core.clock.cancel(address.forwarding_timer);
    address.forwarding_timer =
        core.later(takes(core, core.policy(station), &Policy::forwarding_time),
                   Due::ForwardingInForce, ConnectionId{primary.index, 0});
}

void forwarding_in_force(Core& core, AddressId id) {
    AddressExtras& address = core.at(id).rare();
    address.forwarding_timer = {};
    put_in_force(core, id, address.forwarding_to_come, true);
}

bool forward(Core& core, ConnectionId caller, AddressId address) {
    Met met = meet(core, ForwardOn::Arrival, caller, address);
    if (met.rule == nullptr && core.serves(address) && is_busy(core, address))
        met = meet(core, ForwardOn::Busy, caller, address);
    if (met.rule == nullptr) return false;
    if (met.rule->to.empty()) {
        treat_do_not_disturb(core, caller);
        return true;
    }
    if (sent_on_enough(core, caller, address)) return stop(core, caller, address);
    if (core.policy(core.at(address).station).forward_presents)
        present_and_withdraw(core, caller, address);
    send_on(core, caller, met.rule->to, met.reason, party_of(core, address));
    return true;
}

void forward_when_unanswered(Core& core, ConnectionId caller, AddressId address) {
    const Connection* from = core.find(caller);
    if (from == nullptr || !rings_at(core, caller, primary_of(core, address))) return;
    const Met met = meet(core, ForwardOn::NoAnswer, caller, address);
    Call& call = *core.find(from->call);
    call.forward_by = {};
    if (met.rule == nullptr) return;
    call.forward_by = primary_of(core, address);
    call.forward_to = core.texts.keep(met.rule->to);
    const Policy& policy = core.policy(core.at(address).station);
    const std::uint32_t rings = forwarding_of(core, address).rings;
    core.later((rings != 0 ? rings : policy.forward_rings) * policy.ring_cycle,
               Due::ForwardUnanswered, caller, call.diversions);
}

void forward_unanswered(Core& core, ConnectionId caller, std::uint32_t hops) {
    const Connection* from = core.find(caller);
    if (from == nullptr) return;
    const Call& call = *core.find(from->call);
    const AddressId by = call.forward_by;
    const std::string_view to = core.texts.text(call.forward_to);
    if (!by.valid() || call.diversions != hops || !rings_at(core, caller, by)) return;
    const bool goes_on = !to.empty() && !sent_on_enough(core, caller, by);
    if (!to.empty() && !goes_on &&
        core.policy(core.at(by).station).on_forward_loop == OnForwardLoop::RingAnyway)
        return;
    leave_group(core, caller, {}, Cause::HuntedOn);
    if (goes_on) {
        send_on(core, caller, to, Reason::ForwardedNoAnswer, party_of(core, by));
    } else if (to.empty()) {
        treat_do_not_disturb(core, caller);
    } else {
        stop(core, caller, by);
    }
}

bool forward_rejected(Core& core, ConnectionId caller, AddressId address) {
    const Met met = meet(core, ForwardOn::Busy, caller, address);
    if (met.rule == nullptr || met.rule->to.empty() || sent_on_enough(core, caller, address))
        return false;
    send_on(core, caller, met.rule->to, met.reason, party_of(core, address));
    return true;
}

bool is_not_to_be_disturbed(const Core& core, ConnectionId caller, AddressId address) {
    return turns_away(meet(core, ForwardOn::Arrival, caller, address));
}

bool is_not_to_be_disturbed_by(const Core& core, AddressId by, bool withholds_id,
                               AddressId address) {
    const Caller caller{.known = !withholds_id, .number = core.addresses[by.index].number};
    return turns_away(meet(core, ForwardOn::Arrival, caller, address));
}

}  // namespace pbxlab::pbx
