#include "switch/invariants.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "switch/state_timers.h"

namespace pbxlab::pbx {
namespace {

using Broken = std::optional<std::string>;

struct Counts {
    std::uint32_t links = 0;
    std::uint32_t active = 0;
    std::uint32_t held = 0;
    std::uint32_t pending = 0;
    std::uint32_t at_station = 0;  // active, and not merely shown
    std::uint32_t wanted = 0;  // active by somebody's will; a held call whose far end goes becomes
                               // active as it is cleared, whatever the limit
};

std::string who(const Core& core, const Connection& c) {
    const TextId number = c.outside.valid() ? core.outsides[c.outside.index].number
                                            : core.addresses[c.address.index].number;
    return fmt::format("the connection of {} ({})", core.texts.text(number), name(c.state));
}

// How often `id` stands in the chain of its call, and of its station.
std::uint32_t links_in_call(const Core& core, const Call& call, ConnectionId id) {
    std::uint32_t links = 0;
    std::uint32_t length = 0;
    for (ConnectionId at = call.first; at.valid() && length <= call.parties; ++length) {
        links += at == id ? 1U : 0U;
        const Connection* connection = core.find(at);
        at = connection != nullptr ? connection->next_in_call : ConnectionId{};
    }
    return length == call.parties ? links : kNobody;
}

bool timer_fits(const Core& core, const Connection& c) {
    const bool ringing = is_presented(c.state) || !core.clock.pending(c.ring_timer);
    const bool limited = has(timer_table::kWaits | timer_table::kTalks, c.state) ||
                         !core.clock.pending(c.limit_timer);
    return ringing && limited;
}

bool partner_fits(const Core& core, ConnectionId id, const Connection& c) {
    if (!c.partner.valid()) return true;
    const Connection* partner = core.find(c.partner);
    return partner != nullptr && partner->partner == id && partner->station == c.station;
}

Broken broken_connection(const Core& core, ConnectionId id, const Connection& c) {
    const Call* call = core.calls.find(c.call);
    if (call == nullptr) return fmt::format("{} has no call", who(core, c));
    if (c.state == ConnState::Null && !core.telling()) {
        return fmt::format("{} has ended and is still there", who(core, c));
    }
    if (links_in_call(core, *call, id) != 1) {
        return fmt::format("the chain of call {} is not whole at {}", call->number, who(core, c));
    }
    if (!timer_fits(core, c)) return fmt::format("{} has a timer too many", who(core, c));
    if (c.station.valid() == c.outside.valid()) {
        return fmt::format("{} is both inside and outside, or neither", who(core, c));
    }
    if (!partner_fits(core, id, c)) {
        return fmt::format("{} has a partner that is not its own", who(core, c));
    }
    if (c.held_for != HoldFor::Nothing && c.state != ConnState::Held && !core.telling()) {
        return fmt::format("{} is held for something without being held", who(core, c));
    }
    if (c.camps && c.state != ConnState::Held && !core.telling()) {
        return fmt::format("{} camps on without being held", who(core, c));
    }
    if (c.outside.valid() && core.outsides[c.outside.index].connection != id) {
        return fmt::format("{} is not known to its party", who(core, c));
    }
    return std::nullopt;
}

// Counts a station's connections at one address, or at all of them.
Counts counts_at(const Core& core, StationId station, AddressId address) {
    Counts counts;
    first_at(core, station, [&](ConnectionId, const Connection& c) {
        if (address.valid() && c.address != address) return false;
        ++counts.links;
        const bool held = c.state == ConnState::Held;
        const bool pending = held && c.held_for != HoldFor::Nothing;
        counts.held += held && !pending ? 1U : 0U;
        counts.pending += pending ? 1U : 0U;
        const bool active = !held && c.state != ConnState::Null && !is_of_conference(c.state);
        counts.active += active ? 1U : 0U;
        // An appearance shows what goes on elsewhere, whether it has room or not.
        const bool own = c.state != ConnState::Cleared && c.state != ConnState::Bridged;
        counts.wanted += active && own ? 1U : 0U;
        counts.at_station += active && c.state != ConnState::Bridged ? 1U : 0U;
        return counts.links > core.connections.size();  // a chain that bites its tail
    });
    return counts;
}

Broken broken_address(const Core& core, AddressId id) {
    const Address& address = core.addresses[id.index];
    const std::string_view number = core.texts.text(address.number);
    const Counts counts = counts_at(core, address.station, id);
    if (counts.active != address.active || counts.held != address.held ||
        counts.pending != address.pending) {
        return fmt::format("address {} counts {} active and {}+{} held, but has {} and {}+{}",
                           number, address.active, address.held, address.pending, counts.active,
                           counts.held, counts.pending);
    }
    if (core.telling()) return std::nullopt;  // a swap passes through one too many
    if (counts.wanted > address.spec->max_active || address.held > address.spec->max_held ||
        address.pending > address.spec->max_pending) {
        return fmt::format("address {} has {} active and {}+{} held calls, more than it can",
                           number, address.active, address.held, address.pending);
    }
    return std::nullopt;
}

Broken broken_station(const Core& core, StationId id, std::uint32_t& links) {
    const Station& station = core.stations[id.index];
    const Counts counts = counts_at(core, id, {});
    links += counts.links;
    if (counts.at_station != station.active) {
        return fmt::format("station {} counts {} active calls, but has {}",
                           core.texts.text(station.name), station.active, counts.at_station);
    }
    const std::uint32_t most = station.max_active;
    if (most != 0 && counts.wanted > most && !core.telling()) {
        return fmt::format("station {} has {} active calls, more than {}",
                           core.texts.text(station.name), station.active, most);
    }
    return std::nullopt;
}

Broken broken_trunks(const Core& core) {
    std::uint32_t taken = 0;
    Broken broken;
    const auto count = [&](std::uint32_t trunk) {
        if (trunk == kNobody) return;
        ++taken;
        if (trunk >= core.trunks.size() || core.trunks[trunk] == 0)
            broken = fmt::format("trunk {} is used, and free", trunk);
    };
    for (std::uint32_t i = 0; i < core.calls.slot_count(); ++i) {
        CallId id;
        if (const Call* call = core.calls.at(i, id)) count(call->trunk);
    }
    for (std::uint32_t i = 0; i < core.connections.slot_count(); ++i) {
        ConnectionId id;
        if (const Connection* connection = core.connections.at(i, id)) count(connection->trunk);
    }
    const auto used = std::ranges::count(core.trunks, std::uint8_t{1});
    if (broken || (std::cmp_equal(used, taken) && std::cmp_equal(used, core.trunks_used)))
        return broken;
    return fmt::format("{} trunks are in use, {} are needed", used, taken);
}

Broken broken_call(const Core& core) {
    std::uint32_t parties = 0;
    for (std::uint32_t i = 0; i < core.calls.slot_count(); ++i) {
        CallId id;
        const Call* call = core.calls.at(i, id);
        if (call == nullptr) continue;
        parties += call->parties;
        if (call->parties == 0) return fmt::format("call {} has no parties", call->number);
    }
    if (parties == core.connections.size()) return std::nullopt;
    return fmt::format("the calls have {} parties, but there are {} connections", parties,
                       core.connections.size());
}

Broken broken_hunt(const Core& core) {
    std::size_t waiting = 0;
    for (const Group& group : core.groups) waiting += group.waiting.size();
    for (std::uint32_t i = 0; i < core.hunts.slot_count(); ++i) {
        HuntId id;
        const Hunt* hunt = core.hunts.at(i, id);
        if (hunt == nullptr) continue;
        const Connection* caller = core.find(hunt->caller);
        const Call* call = caller != nullptr ? core.calls.find(caller->call) : nullptr;
        if (call == nullptr || call->hunt != id) return "a hunt has no caller";
        const auto& queue = core.groups[hunt->group.index].waiting;
        const bool queued = std::ranges::find(queue, hunt->caller) != queue.end();
        if (queued != (hunt->state == HuntState::Waiting)) return "a caller waits in no queue";
        if (queued) --waiting;
    }
    return waiting == 0 ? Broken{} : "a queue holds somebody who does not wait";
}

Broken broken_orbit(const Core& core) {
    std::size_t parked = 0;
    for (const Orbit& orbit : core.orbits) {
        if ((orbit.state == OrbitState::Free) == orbit.parked.valid())
            return fmt::format("orbit {} is free and keeps somebody, or neither", orbit.number);
        if (orbit.state == OrbitState::Free) continue;
        ++parked;
        const Connection* connection = core.find(orbit.parked);
        if (connection == nullptr || !connection->parked || !is_established(connection->state))
            return fmt::format("orbit {} keeps who is not there", orbit.number);
        const Connection* shown = core.find(orbit.shown);
        const bool there = shown == nullptr ||
                           (shown->address == orbit.line && (shown->state == ConnState::Held ||
                                                             shown->state == ConnState::Cleared));
        if (!there) return fmt::format("orbit {} is not shown as it should be", orbit.number);
        if (orbit.timer.valid() && !core.clock.pending(orbit.timer) && !core.telling())
            return fmt::format("orbit {} waits for nothing", orbit.number);
    }
    for (std::uint32_t i = 0; i < core.connections.slot_count(); ++i) {
        ConnectionId id;
        const Connection* connection = core.connections.at(i, id);
        if (connection == nullptr) continue;
        if (connection->parked) --parked;
        const OrbitId at = connection->address.valid()
                               ? core.addresses[connection->address.index].orbit
                               : OrbitId{};
        const bool stray = at.valid() && core.orbits[at.index].shown != id;
        if (stray && !core.telling()) return "a line shows somebody who is not parked there";
    }
    return parked == 0 ? Broken{} : "somebody is parked at no orbit";
}

Broken broken_conference(const Core& core) {
    std::size_t members = 0;
    for (std::uint32_t i = 0; i < core.conferences.slot_count(); ++i) {
        ConferenceId id;
        const Conference* conference = core.conferences.at(i, id);
        if (conference == nullptr) continue;
        const Connection* parent = core.find(conference->parent);
        if (parent == nullptr || parent->conference != id)
            return "a conference has no connection of its own";
        if (conference->joining.valid() && core.find(conference->joining) == nullptr)
            return "a conference waits for nobody";
        if (conference->members.size() + 1 > conference->most)
            return "a conference has more parties than it can";
        for (const ConnectionId each : conference->members) {
            const Connection* member = core.find(each);
            if (member == nullptr || member->conference != id)
                return "a conference has a member that is not its own";
        }
        members += conference->members.size();
    }
    if (core.telling()) return std::nullopt;
    for (std::uint32_t i = 0; i < core.connections.slot_count(); ++i) {
        ConnectionId id;
        const Connection* connection = core.connections.at(i, id);
        if (connection != nullptr && connection->state == ConnState::Conferenced) --members;
    }
    return members == 0 ? Broken{} : "somebody is in a conference, and is no member";
}

Broken broken_request(const Core& core, const Completion& request) {
    const Connection* caller = core.find(request.connection);
    const Connection* camped = core.find(request.camped);
    switch (request.state) {
        case CompletionState::None: return "a request that is over is still there";
        case CompletionState::Unused:
        case CompletionState::Waiting:
            return caller == nullptr ? Broken{} : "a request waits, and somebody is called back";
        case CompletionState::Ringing:
        case CompletionState::Calling:
            return caller != nullptr && caller->completion == request.number
                       ? Broken{}
                       : "a request calls nobody back";
        case CompletionState::Camped:
        case CompletionState::Alerting: break;
    }
    if (request.target.kind != CompletionTarget::Kind::Station) {
        const bool waits = caller != nullptr && caller->state == ConnState::Camping;
        return waits ? Broken{} : "a request waits for a group or a trunk without its caller";
    }
    if (caller == nullptr || camped == nullptr || caller->call != camped->call)
        return "a call camps on without its caller";
    const bool shown = request.state == CompletionState::Camped
                           ? camped->camps && camped->state == ConnState::Held
                           : is_presented(camped->state);
    return shown ? Broken{} : "a call camps on and is not shown";
}

Broken broken_completion(const Core& core) {
    for (std::uint32_t i = 0; i < core.completions.slot_count(); ++i) {
        CompletionId id;
        const Completion* request = core.completions.at(i, id);
        if (request == nullptr) continue;
        if (auto broken = broken_request(core, *request)) return broken;
    }
    return std::nullopt;
}

Broken broken_order(const Core& core) {
    for (std::uint32_t i = 0; i < core.orders.slot_count(); ++i) {
        OrderId id;
        const PendingOrder* order = core.orders.at(i, id);
        if (order != nullptr && !core.clock.pending(order->timer)) {
            return "an order waits for nothing";
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> broken_invariant(const Core& core) {
    std::uint32_t outside = 0;
    for (std::uint32_t i = 0; i < core.connections.slot_count(); ++i) {
        ConnectionId id;
        const Connection* connection = core.connections.at(i, id);
        if (connection == nullptr) continue;
        if (auto broken = broken_connection(core, id, *connection)) return broken;
        outside += connection->outside.valid() ? 1U : 0U;
    }
    for (std::uint32_t i = 0; i < core.addresses.size(); ++i) {
        if (auto broken = broken_address(core, AddressId{i})) return broken;
    }
    std::uint32_t links = outside;
    for (std::uint32_t i = 0; i < core.stations.size(); ++i) {
        if (auto broken = broken_station(core, StationId{i}, links)) return broken;
    }
    if (links != core.connections.size()) return "a connection is missing from its station's chain";
    if (auto broken = broken_trunks(core)) return broken;
    if (auto broken = broken_call(core)) return broken;
    if (auto broken = broken_hunt(core)) return broken;
    if (auto broken = broken_orbit(core)) return broken;
    if (auto broken = broken_conference(core)) return broken;
    if (core.telling()) return broken_order(core);  // a request may be in the making
    if (auto broken = broken_completion(core)) return broken;
    return broken_order(core);
}

}  // namespace pbxlab::pbx
