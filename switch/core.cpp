#include "switch/core.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "switch/bridging.h"
#include "switch/completing.h"
#include "switch/consultation.h"
#include "switch/hunting.h"
#include "switch/inband.h"
#include "switch/membership.h"
#include "switch/park.h"
#include "switch/state_timers.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

constexpr std::size_t index(ConnState state) { return static_cast<std::size_t>(state); }

using RowOf = std::array<std::array<std::int16_t, kCueCount>, kConnStateCount>;
constexpr RowOf kRowOf = [] {
    RowOf rows{};
    for (std::size_t s = 0; s < kConnStateCount; ++s) {
        for (std::size_t c = 0; c < kCueCount; ++c) {
            rows[s][c] = static_cast<std::int16_t>(
                find_move(static_cast<ConnState>(s), static_cast<Cue>(c)));
        }
    }
    return rows;
}();

// The timer rows that start on entering a state, one bit each: at a station, and outside.
using Rows = std::array<std::uint32_t, kConnStateCount>;
constexpr Rows rows_for(Side side) {
    Rows starts{};
    for (std::size_t i = 0; i < kStateTimers.size(); ++i) {
        const Side whose = kStateTimers[i].side;
        if (whose == Side::Anybody || whose == side)
            starts[index(kStateTimers[i].state)] |= 1U << i;
    }
    return starts;
}
constexpr Rows kStartsAtStation = rows_for(Side::Station);
constexpr Rows kStartsOutside = rows_for(Side::Outside);

// For each state and place: the states to which a timer kept there runs on.
constexpr std::array<std::array<States, kTimerPlaceCount>, kConnStateCount> kRunsOn = [] {
    std::array<std::array<States, kTimerPlaceCount>, kConnStateCount> runs{};
    for (const StateTimer& row : kStateTimers) {
        for (std::size_t s = 0; s < kConnStateCount; ++s) {
            if (!has(row.through, static_cast<ConnState>(s))) continue;
            runs[s][static_cast<std::size_t>(row.place)] |= row.through;
        }
    }
    return runs;
}();

constexpr std::uint64_t pack(std::uint32_t index, std::uint32_t generation) {
    return (static_cast<std::uint64_t>(generation) << 32U) | index;
}

}  // namespace

Core::Core(const ExchangeOptions& o) : options{o}, policies{o.policy}, trunks(o.trunks) {}

const Policy& Core::policy(StationId id) const {
    if (!id.valid()) return policies.front();
    const PolicyId own = stations[id.index].policy;
    return own.valid() ? policies[own.index] : policies.front();
}

const Policy& Core::policy(ConnectionId id) const {
    const Connection* connection = find(id);
    return policy(connection != nullptr ? connection->station : StationId{});
}

bool Core::in_state(ConnectionId id, ConnState state) const {
    const Connection* connection = find(id);
    return connection != nullptr && connection->state == state;
}

ConnectionId Core::far_end(ConnectionId id) const {
    const Connection* own = find(id);
    const Call* call = own != nullptr ? calls.find(own->call) : nullptr;
    if (call == nullptr) return {};
    ConnectionId other = call->first;
    for (const Connection* c = find(other); c != nullptr; c = find(other)) {
        if (other != id && c->state != ConnState::Bridged && !are_siblings(*this, *own, *c))
            return other;
        other = c->next_in_call;
    }
    return {};
}

bool Core::serves(AddressId id) const {
    const Address& address = addresses[id.index];
    return address.in_service && stations[address.station.index].in_service;
}

bool Core::free_appearance(AddressId id) const {
    const Address& address = addresses[id.index];
    if (is_barred(*this, id)) return false;
    const Station& station = stations[address.station.index];
    return address.active < address.spec->max_active &&
           (station.max_active == 0 || station.active < station.max_active);
}

bool Core::muted(MutedRow::Table table, std::size_t row) const {
    return options.muted.table == table && options.muted.row == row;
}

const AddressSpec& Core::kind_of(const AddressSpec& spec) {
    constexpr std::ptrdiff_t kMostLookedAt = 64;  // an exchange has few kinds of address
    AddressSpec kind = spec;
    kind.number.clear();
    kind.name.clear();
    const auto from = address_kinds.end() - std::min(std::ssize(address_kinds), kMostLookedAt);
    const auto known = std::find(from, address_kinds.end(), kind);
    if (known != address_kinds.end()) return *known;
    return address_kinds.emplace_back(std::move(kind));
}

CallId Core::new_call(std::uint32_t media) {
    const CallId id = calls.add();
    Call& call = *find(id);
    call.number = ++last_call_;
    call.media = media != 0 ? media : options.default_media;
    return id;
}

ConnectionId Core::new_connection(CallId call, AddressId address) {
    const ConnectionId id = connections.add();
    Connection& connection = *find(id);
    connection.call = call;
    connection.address = address;
    connection.station = at(address).station;
    connection.appearance = at(address).made++;
    connection.since = clock.now();
    link(connection, id);
    return id;
}

ConnectionId Core::new_connection(CallId call, OutsideId outside) {
    const ConnectionId id = connections.add();
    Connection& connection = *find(id);
    connection.call = call;
    connection.outside = outside;
    connection.since = clock.now();
    at(outside).connection = id;
    link(connection, id);
    return id;
}

void Core::link_to_call(Connection& connection, ConnectionId id) {
    Call& call = *find(connection.call);
    ConnectionId* end = &call.first;
    while (end->valid()) end = &find(*end)->next_in_call;
    *end = id;
    ++call.parties;
}

void Core::unlink_from_call(const Connection& connection, ConnectionId id) {
    Call& call = *find(connection.call);
    ConnectionId* link = &call.first;
    while (*link != id) link = &find(*link)->next_in_call;
    *link = connection.next_in_call;
    --call.parties;
}

void Core::carry_over(ConnectionId id, CallId to) {
    Connection& connection = *find(id);
    const CallId from = connection.call;
    unlink_from_call(connection, id);
    Call& joined = *find(to);
    if (policy(id).data_follows && joined.data.empty()) joined.data = find(from)->data;
    connection.call = to;
    connection.next_in_call = {};
    link_to_call(connection, id);
    free_idle_trunk(*this, from);
    if (find(from)->parties == 0) calls.remove(from);
}

void Core::link(Connection& connection, ConnectionId id) {
    link_to_call(connection, id);
    if (!connection.station.valid()) return;
    ConnectionId* end = &at(connection.station).first;
    while (end->valid()) end = &find(*end)->next_at_station;
    *end = id;
}

void Core::unlink(const Connection& connection, ConnectionId id) {
    unlink_from_call(connection, id);
    if (connection.outside.valid()) at(connection.outside).connection = {};
    if (!connection.station.valid()) return;
    ConnectionId* link = &at(connection.station).first;
    while (*link != id) link = &find(*link)->next_at_station;
    *link = connection.next_at_station;
}

void Core::forget(ConnectionId id) {
    const Connection* connection = find(id);
    if (connection == nullptr) return;
    assert(connection->state == ConnState::Null);
    const CallId call = connection->call;
    give_up_trunk(*this, *connection);
    unlink(*connection, id);
    connections.remove(id);
    free_idle_trunk(*this, call);
    if (find(call)->parties == 0) calls.remove(call);
}

int Core::row_of(const Connection& connection, Cue cue) const {
    const int row = kRowOf[index(connection.state)][static_cast<std::size_t>(cue)];
    if (row < 0) return row;
    return muted(MutedRow::Table::ConnectionMoves, static_cast<std::size_t>(row)) ? -1 : row;
}

bool Core::can_move(ConnectionId id, Cue cue) const {
    const Connection* connection = find(id);
    return connection != nullptr && row_of(*connection, cue) >= 0;
}

bool Core::move(ConnectionId id, Cue cue, Cause cause) {
    Connection* connection = find(id);
    const int row = connection != nullptr ? row_of(*connection, cue) : -1;
    if (row < 0) return false;
    const ConnState from = connection->state;
    const ConnState to = kConnectionMoves[static_cast<std::size_t>(row)].to;
    constexpr States kBearsNothing =
        states(ConnState::Cleared, ConnState::Null, ConnState::Bridged);
    if (connection->sending.valid() && has(kBearsNothing, to)) break_off_sending(*this, id);
    if (from == ConnState::Connected) path_closes(*this, id);
    if (from == ConnState::Conferenced && to != from) bridge_closes(*this, id);
    count(*connection, from, false);
    if (from == ConnState::Held) connection->held_for = HoldFor::Nothing;
    count(*connection, to, true);
    connection->state = to;
    connection->cause = cause;
    if (from != to) connection->since = clock.now();
    if (connection->partner.valid()) consultation_may_end(*this, id, from);
    end_timers(*connection, from, to);
    start_timers(id, from);
    if (connection->parked) orbit_loses(*this, id);
    tell({.connection = id, .kind = EventKind::Moved, .from = from, .to = to, .cause = cause});
    if (from != to && to == ConnState::Connected) open_path(*this, id);
    if (from != to && to == ConnState::Conferenced) bridge_opens(*this, id);
    if (to == ConnState::Cleared) free_idle_trunk(*this, find(id)->call);
    if (!is_plain(*connection)) follow(id, from);
    if (to != ConnState::Null) return true;
    const StationId station = find(id)->station;
    if (station.valid() && !is_presented(from)) at(station).idle_since = clock.now();
    forget(id);
    if (station.valid()) member_may_be_free(*this, station);
    return true;
}

// Part of nothing but a call of its own, as most are.
bool Core::is_plain(const Connection& connection) const {
    const bool in_a_group = connection.conference.valid() || connection.camps ||
                            calls.find(connection.call)->hunt.valid();
    const bool shared = connection.address.valid() &&
                        addresses[addresses[connection.address.index].primary.index].is_shared();
    return !in_a_group && !shared && completions.size() == 0;
}

// What a move means to whatever the connection is part of.
void Core::follow(ConnectionId id, ConnState from) {
    if (find(find(id)->call)->hunt.valid()) end_hunt_without_caller(*this, id);
    const AddressId own = find(id)->address;
    if (own.valid() && at(at(own).primary).is_shared()) count_use(*this, id);
    if (completions.size() != 0 || find(id)->camps) completion_moves_on(*this, id, from);
    if (find(id)->conference.valid()) conference_follows(*this, id, from);  // may release it
}

void Core::count(const Connection& connection, ConnState state, bool more) {
    if (!connection.address.valid() || state == ConnState::Null) return;
    if (is_of_conference(state)) return;
    const std::uint32_t by = more ? 1U : ~0U;  // adding ~0 takes one away
    if (state == ConnState::Held) {
        Address& address = at(connection.address);
        (connection.held_for == HoldFor::Nothing ? address.held : address.pending) += by;
        return;
    }
    at(connection.address).active += by;
    if (state != ConnState::Bridged) at(connection.station).active += by;
}

void Core::end_timers(Connection& connection, ConnState from, ConnState to) {
    for (std::size_t place = 0; place < kTimerPlaceCount; ++place) {
        TimerId& timer = connection.*kTimerPlaces[place];
        if (!timer.valid() || has(kRunsOn[index(from)][place], to)) continue;
        clock.cancel(timer);
        timer = {};
    }
}

void Core::start_timers(ConnectionId id, ConnState from) {
    const Connection& connection = *find(id);
    const bool outside = connection.outside.valid();
    std::uint32_t rows = (outside ? kStartsOutside : kStartsAtStation)[index(connection.state)];
    if (rows == 0) return;
    const SimTime sent = find(connection.call)->digits_end;
    const Situation situation{*this, policy(connection.station), connection,
                              outside ? &at(connection.outside).spec.script : nullptr,
                              std::max(Duration{}, sent - clock.now())};
    for (; rows != 0; rows &= rows - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(rows));
        if (muted(MutedRow::Table::StateTimers, row)) continue;
        const StateTimer& timer = kStateTimers[row];
        const auto place = kTimerPlaces[static_cast<std::size_t>(timer.place)];
        const Duration limit = timer.limit(situation);
        if (limit <= Duration{}) continue;
        const bool runs_on = has(timer.through, from) && clock.pending(connection.*place);
        if (!runs_on) rearm(place, id, limit, timer.then);
    }
}

TimerId Core::later(Duration delay, Due due, ConnectionId id, std::uint32_t detail) {
    const std::uint32_t what = static_cast<std::uint32_t>(due) | (detail << 8U);
    return clock.set(delay, *this, what, pack(id.index, id.generation));
}

TimerId Core::later(Duration delay, Due due, OrderId id) {
    return later(delay, due, ConnectionId{id.index, id.generation});
}

TimerId Core::later(Duration delay, Due due, StationId id) {
    return later(delay, due, ConnectionId{id.index, 0});
}

void Core::rearm(TimerId Connection::*timer, ConnectionId id, Duration delay, Due due) {
    Connection& connection = *find(id);
    clock.cancel(connection.*timer);
    connection.*timer = later(delay, due, id);
}

void Core::on_timer(std::uint32_t what, std::uint64_t argument) {
    const ConnectionId subject{static_cast<std::uint32_t>(argument & 0xFFFF'FFFFU),
                               static_cast<std::uint32_t>(argument >> 32U)};
    fall_due(*this, static_cast<Due>(what & 0xFFU), subject, what >> 8U);
}

void Core::tell(EventKind kind, ConnectionId id, std::uint32_t detail) {
    tell({.connection = id, .detail = detail, .kind = kind});
}

void Core::tell(EventKind kind, StationId id) { tell({.station = id, .kind = kind}); }

void Core::tell(EventKind kind, AddressId id) {
    tell({.address = id, .station = at(id).station, .kind = kind});
}

void Core::tell(Event event) {
    event.at = clock.now();
    if (const Connection* connection = find(event.connection)) {
        event.call = connection->call;
        event.address = connection->address;
        event.station = connection->station;
    }
    if (doing_.valid()) {
        event.order = doing_;
        event.tag = doing_tag_;
    }
    ++telling_;
    for (Observer* observer : observers) observer->on_event(event);
    --telling_;
}

void Core::doing(OrderId order, std::uint64_t tag) {
    doing_ = order;
    doing_tag_ = tag;
}

}  // namespace pbxlab::pbx
