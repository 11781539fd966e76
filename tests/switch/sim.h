// A small exchange for tests: stations named by their numbers, every event kept in words, and the
// invariants checked after every timer.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "switch/exchange.h"

namespace pbxlab::pbx {

// Keeps what the exchange tells.
class EventLog : public Observer {
 public:
    explicit EventLog(const Exchange& exchange) : exchange_{exchange} {}

    void on_event(const Event& event) override {
        events.push_back(event);
        const std::string who = label(event);
        if (event.kind == EventKind::Moved) {
            std::string& trace = traces[who];
            std::string& own = own_traces[event.connection];
            for (std::string* t : {&trace, &own}) {
                if (!t->empty()) *t += ' ';
                *t += words(event);
            }
        }
        lines.push_back(fmt::format("{:>10} {} {} {}->{} {} {} {} {}",
                                    event.at.time_since_epoch().count(), who, name(event.kind),
                                    name(event.from), name(event.to), name(event.cause),
                                    name(event.refusal), event.detail, event.tag));
        if (then) then(event);
    }

    std::vector<Event> events;
    std::vector<std::string> lines;
    std::map<std::string, std::string, std::less<>> traces;
    std::map<ConnectionId, std::string> own_traces;
    std::function<void(const Event&)> then;

 private:
    std::string label(const Event& event) const {
        if (event.address.valid()) return std::string{exchange_.number(event.address)};
        if (const Connection* c = exchange_.find(event.connection)) {
            return exchange_.outside(c->outside).spec.number;
        }
        return event.station.valid() ? std::string{exchange_.name(event.station)} : "nobody";
    }
    static std::string words(const Event& event) {
        if (event.cause == Cause::None) return std::string{name(event.to)};
        return fmt::format("{}/{}", name(event.to), name(event.cause));
    }

    const Exchange& exchange_;
};

class Sim {
 public:
    explicit Sim(const ExchangeOptions& options = {},
                 std::initializer_list<std::string_view> numbers = {"1001", "1002", "1003"})
        : exchange{options} {
        exchange.observe(log);
        for (const std::string_view number : numbers) add(number);
    }
    Sim(const Policy& policy, std::initializer_list<std::string_view> numbers)
        : Sim{ExchangeOptions{.policy = policy}, numbers} {}

    void add(std::string_view number, const AddressSpec& spec = {},
             const StationSpec& station = {}) {
        StationSpec own = station;
        if (own.name.empty()) own.name = std::string{number};
        add_address(number, exchange.add_station(own), spec);
    }
    void add_address(std::string_view number, StationId at, AddressSpec spec = {}) {
        spec.number = std::string{number};
        ASSERT_TRUE(exchange.add_address(at, spec).has_value()) << number;
    }
    OutsideId outside(std::string_view number, const OutsideScript& script = {}) {
        OutsideSpec spec;
        spec.number = std::string{number};
        spec.script = script;
        return exchange.add_outside(spec).value();
    }

    AddressId address(std::string_view number) const {
        return exchange.find_address(number).value();
    }
    StationId station(std::string_view number) const {
        return exchange.address(address(number)).station;
    }

    // --- time
    void step() {
        ASSERT_TRUE(exchange.scheduler().step());
        if (!checked) return;
        const auto broken = exchange.check_invariants();
        ASSERT_FALSE(broken.has_value()) << *broken;
    }
    void run(Duration span) {
        const SimTime until = exchange.scheduler().now() + span;
        for (int steps = 0; exchange.scheduler().next_due().value_or(until + 1us) <= until;
             ++steps) {
            ASSERT_LT(steps, 100'000) << "does not come to rest";
            step();
            if (testing::Test::HasFatalFailure()) return;
        }
        exchange.scheduler().idle_until(until);
    }
    Duration now() const { return exchange.scheduler().now().time_since_epoch(); }

    // --- orders; each is carried out before it returns
    ConnectionId order(Order order) {
        order.tag = ++last_tag;
        refusal = Refusal::None;
        const SimTime due = exchange.scheduler().now() + exchange.policy({}).request_time.least;
        exchange.place(order);
        run(due - exchange.scheduler().now());
        ConnectionId taken;
        for (const Event& e : log.events) {
            if (e.tag != order.tag) continue;
            if (e.kind == EventKind::OrderTaken) taken = e.connection;
            if (e.kind == EventKind::OrderRefused) refusal = e.refusal;
        }
        return taken;
    }
    ConnectionId originate(std::string_view from, std::string_view digits = {}, bool more = false) {
        return order({.kind = OrderKind::Originate,
                      .address = address(from),
                      .digits = digits,
                      .more = more});
    }
    Refusal dial(ConnectionId connection, std::string_view digits, bool more = false) {
        order({.kind = OrderKind::Dial, .connection = connection, .digits = digits, .more = more});
        return refusal;
    }
    Refusal ask(OrderKind kind, ConnectionId connection, ConnectionId other = {}) {
        order({.kind = kind, .connection = connection, .other = other});
        return refusal;
    }
    Refusal accept(ConnectionId c) { return ask(OrderKind::Accept, c); }
    Refusal answer(ConnectionId c) { return ask(OrderKind::Answer, c); }
    Refusal clear(ConnectionId c) { return ask(OrderKind::Clear, c); }
    Refusal hold(ConnectionId c) { return ask(OrderKind::Hold, c); }
    Refusal retrieve(ConnectionId c) { return ask(OrderKind::Retrieve, c); }
    Refusal swap(ConnectionId c, ConnectionId other) { return ask(OrderKind::Swap, c, other); }

    // --- calls in a given situation
    struct Pair {
        ConnectionId a, b;
    };
    // `from` has called `to`, which rings.
    Pair ringing(std::string_view from, std::string_view to) {
        const ConnectionId a = originate(from, to);
        run(2s);
        const Pair pair{a, exchange.far_end(a)};
        EXPECT_EQ(state(pair.a), ConnState::Delivered);
        return pair;
    }
    Pair connected(std::string_view from, std::string_view to) {
        const Pair pair = ringing(from, to);
        EXPECT_EQ(answer(pair.b), Refusal::None);
        run(1s);
        EXPECT_EQ(state(pair.a), ConnState::Connected);
        EXPECT_EQ(state(pair.b), ConnState::Connected);
        return pair;
    }

    // --- looking
    ConnState state(ConnectionId id) const {
        const Connection* connection = exchange.find(id);
        return connection != nullptr ? connection->state : ConnState::Null;
    }
    const Connection& at(ConnectionId id) const { return *exchange.find(id); }
    std::string text(TextId id) const { return std::string{exchange.text(id)}; }
    // The newest connection of an address.
    ConnectionId newest(std::string_view number) const {
        ConnectionId newest;
        ConnectionId id = exchange.station(station(number)).first;
        while (const Connection* connection = exchange.find(id)) {
            if (connection->address == address(number)) newest = id;
            id = connection->next_at_station;
        }
        return newest;
    }
    // Every state that connections of a number went through: "seized dialTone cleared/badNumber".
    std::string trace(std::string_view number) const {
        const auto found = log.traces.find(number);
        return found != log.traces.end() ? found->second : std::string{};
    }
    std::string trace(ConnectionId id) const {
        const auto found = log.own_traces.find(id);
        return found != log.own_traces.end() ? found->second : std::string{};
    }
    std::size_t count(EventKind kind, std::string_view number) const {
        std::size_t count = 0;
        for (const Event& e : log.events) {
            count += e.kind == kind && e.address == address(number) ? 1U : 0U;
        }
        return count;
    }
    // When a connection last entered a state, counted from the start.
    Duration when(ConnectionId id, ConnState to) const {
        Duration when{-1};
        for (const Event& e : log.events) {
            const bool it = e.kind == EventKind::Moved && e.connection == id && e.to == to;
            if (it) when = e.at.time_since_epoch();
        }
        return when;
    }

    Exchange exchange;
    EventLog log{exchange};
    std::uint64_t last_tag = 0;
    Refusal refusal = Refusal::None;  // of the last order
    bool checked = true;
};

}  // namespace pbxlab::pbx
