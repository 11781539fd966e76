#include "switch/membership.h"

#include <algorithm>
#include <utility>

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/consultation.h"
#include "switch/hold.h"
#include "switch/inband.h"
#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

bool answered(const Core& core, ConnectionId member) {
    const Connection* party = core.find(core.far_end(member));
    return party != nullptr && is_established(party->state);
}

template <class Act>
void for_each_party(Core& core, ConnectionId member, Act act) {
    for_each_other(core, member, [&](ConnectionId other) {
        if (!are_siblings(core, *core.find(member), *core.find(other))) act(other);
    });
}

// The members hear each other, and the one who leads them while it is there: a single one that
// waits for it is on hold.
void settle(Core& core, const Conference& conference) {
    if (core.in_state(conference.parent, ConnState::Forming)) return;
    const auto talking = std::ranges::count_if(
        conference.members, [&core](ConnectionId member) { return answered(core, member); });
    const bool held = talking < 2 && !core.in_state(conference.parent, ConnState::Connected);
    for (const ConnectionId member : conference.members) {
        for_each_party(core, member, [&](ConnectionId party) { set_far_held(core, party, held); });
    }
}

void forget_conference(Core& core, ConferenceId id) {
    const Conference gone = *core.conferences.find(id);
    core.conferences.remove(id);
    for (const ConnectionId each : gone.members) core.find(each)->conference = {};
    for (const ConnectionId each : {gone.parent, gone.joining}) {
        if (Connection* connection = core.find(each)) connection->conference = {};
    }
}

// The last member takes the place of the conference, which ends.
void collapse(Core& core, ConferenceId id) {
    const Conference& conference = *core.conferences.find(id);
    const ConnectionId parent = conference.parent;
    const ConnectionId last = conference.members.front();
    const Connection& makes_way = *core.find(parent);
    const bool waits = makes_way.held_for == HoldFor::Conference;  // for nobody any more
    const bool held = makes_way.state == ConnState::Held &&
                      (!waits || talking_at(core, makes_way.station).valid());
    const AddressId address = core.find(last)->address;
    const bool room = held ? can_hold_more(core, address, HoldFor::Nothing, &makes_way)
                           : has_room(core, address, &makes_way);
    if (!room) return;
    forget_conference(core, id);
    core.move(parent, Cue::Release);
    core.move(last, held ? Cue::Hold : Cue::Retrieve);
    for_each_party(core, last, [&](ConnectionId party) { set_far_held(core, party, held); });
}

void shrink(Core& core, ConferenceId id) {
    const Conference* conference = core.conferences.find(id);
    if (conference == nullptr) return;
    const ConnectionId parent = conference->parent;
    if (conference->members.empty()) return release(core, parent);
    settle(core, *conference);
    const bool grows = core.find(parent)->partner.valid() || conference->joining.valid();
    const bool last = conference->members.size() == 1 && answered(core, conference->members[0]);
    if (last && !grows && core.policy(parent).conference_collapses) collapse(core, id);
}

// Those whom the conference brought together go on talking without who led it.
void leave_talking(Core& core, const std::vector<ConnectionId>& members) {
    const CallId call = core.find(members.front())->call;
    std::vector<ConnectionId> carried;
    for (const ConnectionId member : members) {
        for_each_party(core, member, [&](ConnectionId party) {
            if (core.find(party)->call == call) return;
            core.carry_over(party, call);
            carried.push_back(party);
        });
    }
    for (const ConnectionId member : members) {
        clear_appearances(core, member, Cause::Normal);
        core.move(member, Cue::Release);
    }
    if (core.find(call) == nullptr) return;  // they were each other's parties
    for_each_in(core, call, [&](ConnectionId party) {
        if (!core.far_end(party).valid()) {
            core.later(takes(core, core.policy(party), &Policy::clear_time), Due::FarGone, party);
            return;
        }
        settle_hold(core, party);
        const bool new_call = std::ranges::find(carried, party) != carried.end();
        const Party with = identity_of(core, core.far_end(party));
        change_parties(core, party, new_call ? kConnectedTo | kCallNumber : kConnectedTo,
                       [&](Connection& connection) { connection.connected_to = with; });
    });
}

// Whoever has not answered yet has nobody to talk to.
void part_members(Core& core, std::vector<ConnectionId> members, bool drops) {
    const auto silent = std::stable_partition(
        members.begin(), members.end(),
        [&core, drops](ConnectionId member) { return !drops && answered(core, member); });
    std::vector<ConnectionId> alone(silent, members.end());
    members.erase(silent, members.end());
    if (members.size() == 1) alone.insert(alone.begin(), members.front());
    for (const ConnectionId member : alone) release(core, member);
    if (members.size() > 1) leave_talking(core, members);
}

// Its connection has gone, or is cleared.
void end(Core& core, ConferenceId id, ConnectionId parent) {
    const Conference gone = *core.conferences.find(id);
    const bool drops = core.policy(parent).conference_drops;
    forget_conference(core, id);
    if (gone.joining.valid()) release(core, gone.joining);
    part_members(core, gone.members, drops);
}

// Whoever was called in has answered. A station that has turned to another call meanwhile keeps the
// conference on hold, in the place of the call that it grew from.
void form(Core& core, ConferenceId id) {
    Conference& conference = *core.conferences.find(id);
    const ConnectionId joining = std::exchange(conference.joining, ConnectionId{});
    const ConnectionId original = std::exchange(conference.original, ConnectionId{});
    const ConnectionId parent = conference.parent;
    const Connection* grew_from = core.find(original);
    const HoldFor why = grew_from != nullptr ? grew_from->held_for : HoldFor::Nothing;
    const bool waits = core.in_state(original, ConnState::Held) &&
                       (talking_at(core, core.find(parent)->station, joining).valid() ||
                        !has_room(core, core.find(parent)->address, core.find(joining)));
    admit(core, id, joining);
    if (original.valid()) admit(core, id, original);
    if (!core.in_state(parent, ConnState::Forming)) return;
    if (!waits) {
        core.move(parent, Cue::Confer);
    } else {
        hold(core, parent, why == HoldFor::Nothing ? why : HoldFor::Conference);
    }
}

// Whoever was called in cannot be reached, or the call that was to be part of it is no more.
void give_up(Core& core, ConferenceId id) {
    Conference& conference = *core.conferences.find(id);
    const ConnectionId joining = std::exchange(conference.joining, ConnectionId{});
    const ConnectionId parent = conference.parent;
    if (Connection* connection = core.find(joining)) connection->conference = {};
    release(core, joining);
    if (core.in_state(parent, ConnState::Forming)) release(core, parent);
}

void original_moved(Core& core, ConferenceId id, ConnectionId moved) {
    if (core.in_state(moved, ConnState::Connected) || core.in_state(moved, ConnState::Held)) return;
    core.find(moved)->conference = {};
    core.conferences.find(id)->original = {};
    give_up(core, id);
}

void joining_moved(Core& core, ConferenceId id, ConnectionId moved) {
    const ConnState state = core.find(moved)->state;
    if (state == ConnState::Connected) return form(core, id);
    if (state == ConnState::Cleared || state == ConnState::Null) give_up(core, id);
}

void parent_moved(Core& core, ConferenceId id, ConnectionId parent) {
    const ConnState state = core.find(parent)->state;
    if (state == ConnState::Cleared || state == ConnState::Null) return end(core, id, parent);
    settle(core, *core.conferences.find(id));
}

// A member that is cleared has no line of its own to hang up.
void member_moved(Core& core, ConferenceId id, ConnectionId member, ConnState from) {
    if (core.in_state(member, ConnState::Conferenced)) {
        if (from != ConnState::Conferenced) return settle(core, *core.conferences.find(id));
        return shrink(core, id);  // it is answered
    }
    strike(core, member);
    if (core.in_state(member, ConnState::Cleared)) release(core, member);
    shrink(core, id);
}

}  // namespace

namespace {

// A conference, and the member through which it is entered; invalid: the one it stands for.
struct Entrance {
    ConferenceId conference;
    ConnectionId gate;
};

// Where the call of this connection leads into a conference at its other end.
void add_entrances(Core& core, ConnectionId id, std::vector<Entrance>& found) {
    for_each_other(core, id, [&](ConnectionId other) {
        if (!core.in_state(other, ConnState::Conferenced)) return;
        const ConferenceId to = core.find(other)->conference;
        const bool known = std::ranges::any_of(
            found, [to](const Entrance& each) { return each.conference == to; });
        if (!known) found.push_back({to, other});
    });
}

}  // namespace

std::vector<ConnectionId> beyond(Core& core, ConnectionId id) {
    std::vector<ConnectionId> all;
    std::vector<Entrance> entrances;
    if (stands_for(core, id) != nullptr) entrances.push_back({core.find(id)->conference, {}});
    add_entrances(core, id, entrances);
    for (std::size_t i = 0; i < entrances.size(); ++i) {
        const Entrance entrance = entrances[i];
        const Conference* conference = core.conferences.find(entrance.conference);
        if (conference == nullptr) continue;
        if (conference->parent != id) all.push_back(conference->parent);
        for (const ConnectionId member : conference->members) {
            if (member == entrance.gate) continue;
            for_each_other(core, member, [&all](ConnectionId other) { all.push_back(other); });
            add_entrances(core, member, entrances);
        }
    }
    return all;
}

ConferenceId new_conference(Core& core, AddressId address, std::uint32_t most) {
    const ConnectionId parent = core.new_connection(core.new_call(0), address);
    const ConferenceId id = core.conferences.add();
    Conference& conference = *core.conferences.find(id);
    conference.parent = parent;
    conference.most = most;
    core.find(parent)->conference = id;
    return id;
}

const Conference* stands_for(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    const Conference* conference =
        connection != nullptr ? core.conferences.find(connection->conference) : nullptr;
    return conference != nullptr && conference->parent == id ? conference : nullptr;
}

const Conference* member_of(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    const Conference* conference =
        connection != nullptr ? core.conferences.find(connection->conference) : nullptr;
    return conference != nullptr && conference->parent != id ? conference : nullptr;
}

bool joins_unheard(const Core& core, ConnectionId id) {
    const Conference* conference = member_of(core, id);
    return conference != nullptr && conference->original != id;
}

bool has_place(const Conference& conference, std::uint32_t more) {
    const std::size_t joining = conference.joining.valid() ? 1 : 0;
    return 1 + conference.members.size() + joining + more <= conference.most;
}

void admit(Core& core, ConferenceId to, ConnectionId id) {
    part(core, id);
    Connection& connection = *core.find(id);
    connection.conference = to;
    connection.unanswered = !is_established(connection.state);
    core.conferences.find(to)->members.push_back(id);
    core.move(id, Cue::Confer);
}

void strike(Core& core, ConnectionId member) {
    Connection& connection = *core.find(member);
    Conference* conference = core.conferences.find(connection.conference);
    connection.conference = {};
    connection.unanswered = false;
    if (conference != nullptr) std::erase(conference->members, member);
}

void conference_follows(Core& core, ConnectionId moved, ConnState from) {
    const ConferenceId id = core.find(moved)->conference;
    const Conference* conference = core.conferences.find(id);
    if (conference == nullptr) return;
    if (conference->parent == moved) return parent_moved(core, id, moved);
    if (conference->joining == moved) return joining_moved(core, id, moved);
    if (conference->original == moved) return original_moved(core, id, moved);
    member_moved(core, id, moved, from);
}

void take_up_again(Core& core, ConnectionId parent) {
    shrink(core, core.find(parent)->conference);
    if (stands_for(core, parent) != nullptr) take_back(core, parent);
}

Refusal check_call_off(const Core& core, ConnectionId member) {
    const Conference* conference = member_of(core, member);
    if (conference == nullptr || conference->members.size() != 1) return Refusal::WrongState;
    const Connection& parent = *core.find(conference->parent);
    if (parent.held_for != HoldFor::Conference || !parent.partner.valid())
        return Refusal::WrongState;
    const AddressId address = core.find(member)->address;
    if (!core.serves(address)) return Refusal::OutOfService;
    const bool room = has_room(core, address, core.find(parent.partner));
    return room ? Refusal::None : Refusal::NoAppearance;
}

void call_off(Core& core, ConnectionId member) {
    const ConferenceId id = core.find(member)->conference;
    const ConnectionId parent = core.conferences.find(id)->parent;
    const ConnectionId consultation = core.find(parent)->partner;
    forget_conference(core, id);
    release(core, consultation);
    core.move(parent, Cue::Release);
    core.move(member, Cue::Retrieve);
    for_each_party(core, member, [&](ConnectionId party) { set_far_held(core, party, false); });
}

}  // namespace pbxlab::pbx
