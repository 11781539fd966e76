#include "switch/completion_targets.h"

#include "switch/facilities.h"
#include "switch/forwarding.h"
#include "switch/hunting.h"
#include "switch/parties.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

template <class Test>
bool any_member(const Core& core, GroupId group, Test is) {
    for (const HuntStage& stage : core.groups[group.index].spec.stages) {
        for (const AddressId member : stage.members) {
            if (is(member)) return true;
        }
    }
    return false;
}

bool is_at(const Core& core, AddressId address, StationId station) {
    return core.addresses[address.index].station == station;
}

// Whoever has the address elsewhere too would see it as a call that could be joined.
Refusal check_camp_at(const Core& core, AddressId target, StationId caller) {
    const Address& there = core.addresses[target.index];
    const bool elsewhere = there.station == caller || !there.appearances().empty();
    if (elsewhere || !core.serves(target) || has_secured_call(core, there.station))
        return Refusal::NotAllowed;
    return there.held >= there.spec->max_held ? Refusal::HoldFull : Refusal::None;
}

}  // namespace

CompletionTarget target_of(const Core& core, const Connection& caller) {
    using Kind = CompletionTarget::Kind;
    const bool no_trunk = caller.state == ConnState::BusyTone && caller.cause == Cause::TrunksBusy;
    const DialMatch match = core.plan.match(core.calls.find(caller.call)->digits);
    if (match.to == DialMatch::To::Outside) return {.kind = no_trunk ? Kind::Trunk : Kind::None};
    if (match.to == DialMatch::To::Group) return {.kind = Kind::Group, .group = match.group};
    if (match.to == DialMatch::To::Station)
        return {.kind = Kind::Station, .station = match.address};
    return {};
}

TextId number_for(Core& core, const CompletionTarget& target, const Connection& caller) {
    switch (target.kind) {
        case CompletionTarget::Kind::None: return {};
        case CompletionTarget::Kind::Station: return core.at(target.station).number;
        case CompletionTarget::Kind::Group: return core.at(target.group).number;
        case CompletionTarget::Kind::Trunk: break;
    }
    return core.texts.keep(core.find(caller.call)->digits);
}

Refusal check_camp(const Core& core, const CompletionTarget& target, StationId caller) {
    switch (target.kind) {
        case CompletionTarget::Kind::None: return Refusal::WrongState;
        case CompletionTarget::Kind::Station: return check_camp_at(core, target.station, caller);
        case CompletionTarget::Kind::Trunk:
            return core.options.trunks > 0 ? Refusal::None : Refusal::NotAllowed;
        case CompletionTarget::Kind::Group: break;
    }
    const bool somebody = any_member(core, target.group, [&](AddressId member) {
        return core.serves(member) && !is_at(core, member, caller);
    });
    return somebody ? Refusal::None : Refusal::NotAllowed;
}

bool is_part_of(const Core& core, const CompletionTarget& target, StationId station) {
    switch (target.kind) {
        case CompletionTarget::Kind::None:
        case CompletionTarget::Kind::Trunk: return false;
        case CompletionTarget::Kind::Station: return is_at(core, target.station, station);
        case CompletionTarget::Kind::Group: break;
    }
    return any_member(core, target.group,
                      [&](AddressId member) { return is_at(core, member, station); });
}

bool is_idle(const Core& core, AddressId address) {
    const StationId station = core.addresses[address.index].station;
    return core.serves(address) && !first_at(core, station, [](ConnectionId, const Connection& c) {
                                        return !c.camps;
                                    }).valid();
}

bool is_free(const Core& core, const Completion& request) {
    const CompletionTarget& target = request.target;
    const auto takes_call = [&](AddressId address) {
        return is_idle(core, address) &&
               !is_not_to_be_disturbed_by(core, request.by, request.withholds_id, address);
    };
    switch (target.kind) {
        case CompletionTarget::Kind::None: return false;
        case CompletionTarget::Kind::Station: return takes_call(target.station);
        case CompletionTarget::Kind::Trunk: return has_free_trunk(core);
        case CompletionTarget::Kind::Group: break;
    }
    const StationId own = core.addresses[request.by.index].station;
    return any_member(core, target.group, [&](AddressId member) {
        return !is_at(core, member, own) && takes_call(member);
    });
}

bool takes_camped(const Core& core, const Completion& request) {
    const CompletionTarget& target = request.target;
    switch (target.kind) {
        case CompletionTarget::Kind::None: return false;
        case CompletionTarget::Kind::Trunk: return has_free_trunk(core);
        case CompletionTarget::Kind::Group:
            return somebody_can_be_rung(core, target.group, request.connection);
        case CompletionTarget::Kind::Station: break;
    }
    const StationId station = core.addresses[target.station.index].station;
    return core.serves(target.station) && core.stations[station.index].active == 0;
}

Party party_of(Core& core, const Completion& request) {
    return party_called(core, core.texts.text(request.number_dialled));
}

}  // namespace pbxlab::pbx
