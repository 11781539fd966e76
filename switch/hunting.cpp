#include "switch/hunting.h"

#include <algorithm>
#include <utility>

#include "switch/clearing.h"
#include "switch/facilities.h"
#include "switch/forwarding.h"
#include "switch/hunt_moves.h"
#include "switch/offering.h"
#include "switch/parties.h"
#include "switch/routing.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

const GroupSpec& spec_of(Core& core, const Hunt& hunt) { return core.at(hunt.group).spec; }

// --- which stage is next

SimTime idle_since(Core& core, const HuntStage& stage) {
    return core.at(core.at(stage.members.front()).station).idle_since;
}

// By the end of the last call, and where that is the same by place in the list.
bool idler(SimTime a, std::uint32_t a_place, SimTime b, std::uint32_t b_place) {
    return a != b ? a < b : a_place < b_place;
}

// The stage that has been idle longest among those idle for less long than the last one tried.
std::uint32_t next_idlest(Core& core, const Hunt& hunt) {
    const auto& stages = spec_of(core, hunt).stages;
    std::uint32_t best = kNobody;
    SimTime best_since;
    for (std::uint32_t i = 0; i < stages.size(); ++i) {
        const SimTime since = idle_since(core, stages[i]);
        if (hunt.turns > 0 && !idler(hunt.idle_since, hunt.stage, since, i)) continue;
        if (best != kNobody && !idler(since, i, best_since, best)) continue;
        best = i;
        best_since = since;
    }
    return best;
}

// kNobody when every stage has had its turn.
std::uint32_t next_stage(Core& core, const Hunt& hunt) {
    const GroupSpec& spec = spec_of(core, hunt);
    if (spec.order == HuntOrder::LongestIdle) return next_idlest(core, hunt);
    const auto count = static_cast<std::uint32_t>(spec.stages.size());
    return hunt.turns < count ? (hunt.first + hunt.turns) % count : kNobody;
}

// --- who can be rung

bool can_be_rung(const Core& core, const GroupSpec& spec, ConnectionId caller, AddressId member) {
    const StationId station = core.addresses[member.index].station;
    if (!core.serves(member) || core.find(caller)->station == station) return false;
    if (is_not_to_be_disturbed(core, caller, member)) return false;
    if (!spec.rings_busy && core.stations[station.index].first.valid()) return false;
    return core.free_appearance(member) && !has_secured_call(core, station);
}

ConnectionId ringing_at(const Core& core, CallId call, AddressId member) {
    ConnectionId id = core.calls.find(call)->first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (c->address == member && is_presented(c->state)) return id;
        id = c->next_in_call;
    }
    return {};
}

bool anybody_rings(Core& core, ConnectionId caller) {
    bool rings = false;
    for_each_other(core, caller,
                   [&](ConnectionId id) { rings = rings || is_presented(core.find(id)->state); });
    return rings;
}

void stop_ringing(Core& core, ConnectionId caller, Cause cause, const HuntStage* but) {
    for_each_other(core, caller, [&](ConnectionId id) {
        const Connection& other = *core.find(id);
        if (!is_presented(other.state)) return;
        if (but != nullptr && std::ranges::find(but->members, other.address) != but->members.end())
            return;
        core.move(id, Cue::FarClears, cause);
    });
}

// True when somebody rings now.
bool ring_stage(Core& core, const Hunt& hunt, const HuntStage& stage) {
    const ConnectionId caller = hunt.caller;
    stop_ringing(core, caller, Cause::HuntedOn, &stage);
    const CallId call = core.find(caller)->call;
    for (const AddressId member : stage.members) {
        const bool rings = ringing_at(core, call, member).valid();
        if (!rings && can_be_rung(core, spec_of(core, hunt), caller, member))
            offer(core, caller, member);
    }
    return anybody_rings(core, caller);
}

// --- rounds

void begin_round(Core& core, Hunt& hunt) {
    hunt.turns = 0;
    hunt.rang_this_round = false;
    const bool circular = spec_of(core, hunt).order == HuntOrder::Circular;
    hunt.first = circular ? core.at(hunt.group).next : 0;
}

// A round in which nobody could be rung takes no time: another one would not help.
bool another_round(Core& core, Hunt& hunt) {
    ++hunt.rounds;
    const std::uint32_t most = spec_of(core, hunt).rounds;
    if (!hunt.rang_this_round || (most != 0 && hunt.rounds >= most)) return false;
    begin_round(core, hunt);
    return true;
}

void nobody_is_left(Core& core, HuntId id) {
    const Hunt& hunt = *core.hunts.find(id);
    stop_ringing(core, hunt.caller, Cause::HuntedOn, nullptr);
    if (hunt.waited_enough || !wait_in_queue(core, id)) give_up(core, id);
}

void cancel_timers(Core& core, Hunt& hunt) {
    for (TimerId* timer : {&hunt.stage_timer, &hunt.wait_timer, &hunt.announcement_timer})
        core.clock.cancel(*timer);
}

void end_hunt(Core& core, HuntId id) {
    Hunt& hunt = *core.hunts.find(id);
    cancel_timers(core, hunt);
    leave_queue(core, hunt);
    core.find(core.find(hunt.caller)->call)->hunt = {};
    core.hunts.remove(id);
}

// The caller still hears it ring, or nothing, or an announcement.
bool still_seeks(ConnState state) {
    return state == ConnState::Routing || state == ConnState::Camping ||
           state == ConnState::Delivered || is_established(state);
}

// The attempt ends, as an attempt to reach a single station would.
void fail(Core& core, const Hunt& hunt) {
    const ConnectionId caller = hunt.caller;
    if (is_established(core.find(caller)->state) && !is_on_its_way(core, caller)) {
        core.move(caller, Cue::FarClears, Cause::Normal);
    } else if (!hunt.rang) {
        treat_busy(core, caller);
    } else if (hunt.timed_out) {
        if (!comes_back(core, caller)) fail(core, caller, Cue::Fail, Cause::NoAnswer);
    } else {
        treat_reject(core, caller);
    }
}

}  // namespace

bool somebody_can_be_rung(const Core& core, GroupId group, ConnectionId caller) {
    const GroupSpec& spec = core.groups[group.index].spec;
    return std::ranges::any_of(spec.stages, [&](const HuntStage& stage) {
        return std::ranges::any_of(stage.members, [&](AddressId member) {
            return can_be_rung(core, spec, caller, member);
        });
    });
}

void hunt(Core& core, ConnectionId caller, HuntCue cue) {
    const Connection* connection = core.find(caller);
    if (connection == nullptr) return;
    const HuntId id = core.find(connection->call)->hunt;
    const Hunt* hunt = core.hunts.find(id);
    if (hunt == nullptr || hunt->caller != caller) return;
    for (std::size_t row = 0; row < kHuntMoves.size(); ++row) {
        const HuntMove& move = kHuntMoves[row];
        if (move.in != hunt->state || move.on != cue) continue;
        if (!core.muted(MutedRow::Table::Hunts, row)) move.act(core, id);
        return;
    }
}

void seek_member(Core& core, ConnectionId caller, GroupId group) {
    const HuntId id = core.hunts.add();
    Hunt& hunt = *core.hunts.find(id);
    hunt.group = group;
    hunt.caller = caller;
    core.find(core.find(caller)->call)->hunt = id;
    begin_round(core, hunt);
    ring_on(core, id);
}

void ring_on(Core& core, HuntId id) {
    Hunt& hunt = *core.hunts.find(id);
    hunt.timed_out = hunt.timed_out || anybody_rings(core, hunt.caller);
    do {
        for (std::uint32_t i = next_stage(core, hunt); i != kNobody; i = next_stage(core, hunt)) {
            const HuntStage& stage = spec_of(core, hunt).stages[i];
            hunt.stage = i;
            hunt.idle_since = idle_since(core, stage);
            ++hunt.turns;
            core.clock.cancel(hunt.stage_timer);
            if (!ring_stage(core, hunt, stage)) continue;
            hunt.rang = hunt.rang_this_round = true;
            if (stage.time > Duration{})
                hunt.stage_timer = core.later(stage.time, Due::HuntStageOver, hunt.caller);
            return;
        }
    } while (another_round(core, hunt));
    nobody_is_left(core, id);
}

void ring_on_when_nobody_rings(Core& core, HuntId id) {
    if (!anybody_rings(core, core.hunts.find(id)->caller)) ring_on(core, id);
}

void ring_again(Core& core, HuntId id) {
    Hunt& hunt = *core.hunts.find(id);
    leave_queue(core, hunt);
    core.clock.cancel(hunt.announcement_timer);
    hunt.state = HuntState::Ringing;
    hunt.rounds = 0;
    begin_round(core, hunt);
    ring_on(core, id);
}

void wait_no_more(Core& core, HuntId id) { core.hunts.find(id)->waited_enough = true; }

void give_up(Core& core, HuntId id) {
    const Hunt hunt = *core.hunts.find(id);
    const std::string_view overflow = core.at(hunt.group).spec.overflow;
    end_hunt(core, id);
    if (overflow.empty() || !divert(core, hunt.caller, overflow)) fail(core, hunt);
}

void leave_group(Core& core, ConnectionId caller, ConnectionId but, Cause cause) {
    for_each_other(core, caller, [&](ConnectionId id) {
        if (id != but && is_presented(core.find(id)->state)) core.move(id, Cue::FarClears, cause);
    });
    const Connection* connection = core.find(caller);
    if (connection == nullptr) return;
    const HuntId id = core.find(connection->call)->hunt;
    if (core.hunts.find(id) != nullptr) end_hunt(core, id);
}

void hand_over_hunt(Core& core, ConnectionId from, ConnectionId to) {
    const HuntId id = std::exchange(core.find(core.find(from)->call)->hunt, HuntId{});
    Hunt* hunt = core.hunts.find(id);
    if (hunt == nullptr) return;
    core.find(core.find(to)->call)->hunt = id;
    hunt->caller = to;
    std::ranges::replace(core.at(hunt->group).waiting, from, to);
    const std::pair<TimerId*, Due> timers[] = {{&hunt->stage_timer, Due::HuntStageOver},
                                               {&hunt->wait_timer, Due::HuntWaitOver},
                                               {&hunt->announcement_timer, Due::HuntAnnounce}};
    for (const auto& [timer, due] : timers) {
        const auto at = core.clock.due(*timer);
        if (!at) continue;
        core.clock.cancel(*timer);
        *timer = core.later(*at - core.clock.now(), due, to);
    }
}

void taken(Core& core, ConnectionId answering) {
    stop_ringing(core, answering, Cause::PickedUp, nullptr);
    const HuntId id = core.find(core.find(answering)->call)->hunt;
    const Hunt* hunt = core.hunts.find(id);
    if (hunt == nullptr) return;
    const auto stages = static_cast<std::uint32_t>(spec_of(core, *hunt).stages.size());
    core.at(hunt->group).next = (hunt->stage + 1) % stages;
    end_hunt(core, id);
}

void end_hunt_without_caller(Core& core, ConnectionId moved) {
    const Connection& connection = *core.find(moved);
    const HuntId id = core.find(connection.call)->hunt;
    const Hunt* hunt = core.hunts.find(id);
    if (hunt == nullptr || hunt->caller != moved || still_seeks(connection.state)) return;
    end_hunt(core, id);
}

void stage_over(Core& core, ConnectionId caller) { hunt(core, caller, HuntCue::StageOver); }

void member_declines(Core& core, ConnectionId caller) {
    hunt(core, caller, HuntCue::MemberDeclines);
}

}  // namespace pbxlab::pbx
