// What the exchange is made of, and the few primitives of which every verb is made. Internal to
// switch/: a verb is a file of functions on Core (answer.cpp, hold.cpp, ...), and only Core::move
// changes the state of a connection.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "switch/completions.h"
#include "switch/connection_states.h"
#include "switch/dial_plan.h"
#include "switch/due.h"
#include "switch/events.h"
#include "switch/exchange.h"
#include "switch/groups.h"
#include "switch/ids.h"
#include "switch/model.h"
#include "switch/orbits.h"
#include "switch/policy.h"
#include "switch/random.h"
#include "switch/scheduler.h"
#include "switch/slots.h"
#include "switch/text_pool.h"
#include "switch/time.h"

namespace pbxlab::pbx {

struct PendingOrder {
    Order order;  // its digits are in `digits`
    std::array<char, DialPlan::kLongestNumber> digits{};
    std::uint32_t digit_count = 0;
    TimerId timer;
    bool too_long = false;
};

class Core final : public TimerTarget {
 public:
    explicit Core(const ExchangeOptions& options);

    // --- the things
    ExchangeOptions options;
    Scheduler clock;
    TextPool texts;
    DialPlan plan;
    std::vector<Policy> policies;  // the exchange's own first
    std::vector<Station> stations;
    std::deque<AddressSpec> address_kinds;
    std::vector<Address> addresses;
    std::vector<Outside> outsides;
    std::vector<Group> groups;
    std::vector<Orbit> orbits;
    AddressId attendant;
    std::vector<RandomStream> outside_chance;  // one for each outside party
    std::array<std::optional<RandomStream>, kDelayCount> delay_chance;  // of steps drawn so far
    std::vector<std::uint8_t> trunks;                                   // 1: in use
    std::uint32_t trunks_used = 0;
    Slots<Connection, ConnectionId> connections;
    Slots<Call, CallId> calls;
    Slots<Hunt, HuntId> hunts;
    Slots<Conference, ConferenceId> conferences;
    Slots<Sending, SendingId> sendings;
    Slots<Completion, CompletionId> completions;
    std::uint32_t last_completion = 0;
    std::vector<Tone> tones;  // each that was sent or asked for, once
    Slots<PendingOrder, OrderId> orders;
    std::vector<Observer*> observers;

    // --- looking
    [[nodiscard]] Connection* find(ConnectionId id) { return connections.find(id); }
    [[nodiscard]] const Connection* find(ConnectionId id) const { return connections.find(id); }
    [[nodiscard]] Call* find(CallId id) { return calls.find(id); }
    [[nodiscard]] Station& at(StationId id) { return stations[id.index]; }
    [[nodiscard]] Address& at(AddressId id) { return addresses[id.index]; }
    [[nodiscard]] Outside& at(OutsideId id) { return outsides[id.index]; }
    [[nodiscard]] Group& at(GroupId id) { return groups[id.index]; }
    [[nodiscard]] Orbit& at(OrbitId id) { return orbits[id.index]; }
    [[nodiscard]] const Policy& policy(StationId id) const;  // the exchange's for an invalid id
    [[nodiscard]] const Policy& policy(ConnectionId id) const;
    [[nodiscard]] bool in_state(ConnectionId id, ConnState state) const;
    // The first connection of its call that is neither at an appearance of the same address nor one
    // that merely shows the call.
    [[nodiscard]] ConnectionId far_end(ConnectionId id) const;
    [[nodiscard]] bool free_appearance(AddressId id) const;
    // Whether the address and its station are in service.
    [[nodiscard]] bool serves(AddressId id) const;
    [[nodiscard]] bool muted(MutedRow::Table table, std::size_t row) const;
    [[nodiscard]] bool telling() const { return telling_ > 0; }

    // What addresses that are alike share: all of `spec` but number and name.
    const AddressSpec& kind_of(const AddressSpec& spec);

    // --- calls and connections come; they go by moving to Null
    CallId new_call(std::uint32_t media);
    ConnectionId new_connection(CallId call, AddressId address);  // still Null
    ConnectionId new_connection(CallId call, OutsideId outside);  // still Null
    // Makes a connection part of another call, as its newest party; its old call goes when that was
    // the last. Data attached to the old call follow, where the policy says so and the other has
    // none. Nothing is told, and no state changes.
    void carry_over(ConnectionId id, CallId to);
    // Takes away a connection that never left Null, and its call when that was the last.
    void forget(ConnectionId id);

    // --- the one function that changes a connection's state: looks the row up, writes the state,
    // counts, ends and starts the state's timers, tells of it, and takes away what became Null.
    // False, changing nothing, when the table has no row (or it is muted).
    bool move(ConnectionId id, Cue cue, Cause cause = Cause::None);
    [[nodiscard]] bool can_move(ConnectionId id, Cue cue) const;

    // --- time
    // Something to happen to a connection later; nothing happens when it is gone by then.
    TimerId later(Duration delay, Due due, ConnectionId id, std::uint32_t detail = 0);
    TimerId later(Duration delay, Due due, OrderId id);
    TimerId later(Duration delay, Due due, StationId id);
    // Sets one of a connection's own timers; what it stood for before is cancelled.
    void rearm(TimerId Connection::*timer, ConnectionId id, Duration delay, Due due);
    void on_timer(std::uint32_t what, std::uint64_t argument) override;

    // --- telling
    void tell(EventKind kind, ConnectionId id, std::uint32_t detail = 0);
    void tell(EventKind kind, StationId id);
    void tell(EventKind kind, AddressId id);
    void tell(Event event);
    // Events told from here on are the doing of this order; an invalid id ends it.
    void doing(OrderId order, std::uint64_t tag);

 private:
    [[nodiscard]] int row_of(const Connection& connection, Cue cue) const;
    void count(const Connection& connection, ConnState state, bool more);
    [[nodiscard]] bool is_plain(const Connection& connection) const;
    void follow(ConnectionId id, ConnState from);
    void end_timers(Connection& connection, ConnState from, ConnState to);
    void start_timers(ConnectionId id, ConnState from);
    void link(Connection& connection, ConnectionId id);
    void unlink(const Connection& connection, ConnectionId id);
    void link_to_call(Connection& connection, ConnectionId id);
    void unlink_from_call(const Connection& connection, ConnectionId id);

    std::uint32_t last_call_ = 0;
    std::uint32_t telling_ = 0;
    OrderId doing_;
    std::uint64_t doing_tag_ = 0;
};

// Calls `act` with each connection of a station, oldest first; `act` may release the one it is
// given.
template <class Act>
void for_each_at(Core& core, StationId station, Act act) {
    ConnectionId next = core.at(station).first;
    while (const Connection* connection = core.find(next)) {
        const ConnectionId id = next;
        next = connection->next_at_station;
        act(id);
    }
}

// The oldest connection at a station for which `is` holds; invalid when there is none.
template <class Test>
ConnectionId first_at(const Core& core, StationId station, Test is) {
    ConnectionId id = core.stations[station.index].first;
    for (const Connection* c = core.find(id); c != nullptr; c = core.find(id)) {
        if (is(id, *c)) return id;
        id = c->next_at_station;
    }
    return {};
}

// Calls `act` with each connection of a call; `act` may release the one it is given.
template <class Act>
void for_each_in(Core& core, CallId call, Act act) {
    ConnectionId next = core.find(call)->first;
    while (const Connection* connection = core.find(next)) {
        const ConnectionId id = next;
        next = connection->next_in_call;
        act(id);
    }
}

// Calls `act` with each other connection of the call; `act` may release the one it is given.
template <class Act>
void for_each_other(Core& core, ConnectionId self, Act act) {
    const Connection* own = core.find(self);
    const Call* call = own != nullptr ? core.find(own->call) : nullptr;
    ConnectionId next = call != nullptr ? call->first : ConnectionId{};
    while (const Connection* connection = core.find(next)) {
        const ConnectionId id = next;
        next = connection->next_in_call;
        if (id != self) act(id);
    }
}

}  // namespace pbxlab::pbx
