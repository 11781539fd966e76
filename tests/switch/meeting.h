// A station that leads a conference, for tests of what becomes of it.
#pragma once

#include "sim.h"

namespace pbxlab::pbx {

// 1001 leads; 1002 is the first member, 1003 the next.
struct Meeting : Sim {
    explicit Meeting(const Policy& policy = {}, const AddressSpec& leader = {},
                     std::uint32_t trunks = 8)
        : Sim{ExchangeOptions{.policy = policy, .trunks = trunks},
              {"1002", "1003", "1004", "1005", "1006"}} {
        add("1001", leader);
    }

    ConnectionId confer(ConnectionId from, std::string_view digits, bool no_hold = false) {
        const ConnectionId called = order({.kind = OrderKind::Confer,
                                           .connection = from,
                                           .address = address("1001"),
                                           .digits = digits,
                                           .no_hold = no_hold});
        if (const Conference* conference = exchange.conference_of(called))
            parent = conference->parent;
        run(2s);
        return called;
    }
    void pick_up(std::string_view number) {
        EXPECT_EQ(answer(newest(number)), Refusal::None);
        run(1s);
    }
    Refusal add_party(ConnectionId call) { return ask(OrderKind::AddParty, parent, call); }
    Refusal remove(ConnectionId member) { return ask(OrderKind::RemoveParty, member); }

    // 1003 is called, and the conference waits for it.
    void begin(bool no_hold = false) {
        const auto [own, far] = connected("1001", "1002");
        first = own;
        party = far;
        second = confer(first, "1003", no_hold);
    }
    // 1003 has answered, and is in it.
    void meet() {
        begin();
        pick_up("1003");
        EXPECT_EQ(add_party(second), Refusal::None);
        other = newest("1003");
    }
    // And so is who has this number.
    ConnectionId meet_more(std::string_view number) {
        const ConnectionId more = confer(parent, number);
        run(1s);
        if (number.front() == '1') pick_up(number);
        EXPECT_EQ(add_party(more), Refusal::None);
        return more;
    }
    [[nodiscard]] std::size_t members() const {
        const Conference* conference = exchange.conference_of(parent);
        return conference != nullptr ? conference->members.size() : 0;
    }
    // Where digits that one party sends are heard.
    std::string hearers(ConnectionId from) {
        const std::size_t before = log.events.size();
        EXPECT_EQ(exchange.send_digits(from, "5", false, {}), Refusal::None);
        run(1s);
        std::string heard;
        for (std::size_t i = before; i < log.events.size(); ++i) {
            const Event& event = log.events[i];
            if (event.kind != EventKind::SoundStarts) continue;
            const bool own = event.connection == parent;
            heard += heard.empty() ? "" : " ";
            heard += own ? "parent" : exchange.number(event.address);
        }
        return heard;
    }

    ConnectionId parent, first, second;  // 1001's own
    ConnectionId party, other;           // of 1002 and of 1003
};

}  // namespace pbxlab::pbx
