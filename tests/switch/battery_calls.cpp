// Calls between two parties, as far as rows allow.
#include "battery.h"
#include "switch/forward_rows.h"

namespace pbxlab::pbx {

void plain_calls(Battery& battery) {
    battery.with({}, [](Sim& sim) {
        const auto [a, b] = talk(sim);
        sim.hold(a);
        sim.retrieve(a);
        sim.clear(b);
        sim.run(1s);
        sim.clear(a);
    });
    battery.with({}, [](Sim& sim) {
        const auto [a, b] = talk(sim);
        sim.hold(a);
        sim.clear(b);
    });
    battery.with({}, [](Sim& sim) {
        const auto [a, b] = talk(sim);
        sim.hold(a);
        sim.clear(a);
    });
    battery.with({}, [](Sim& sim) {
        const auto [a, b] = ring(sim);
        sim.accept(b);
        sim.answer(b);
    });
    battery.with({.alert_time = 200ms, .answer_time = 5ms}, [](Sim& sim) {
        sim.originate("1001", "1002");
        sim.run(720ms);
        sim.answer(sim.newest("1002"));
    });
}

// The caller goes in each state it can be in.
void releases(Battery& battery) {
    struct Case {
        std::string_view digits;
        bool more;
        Duration after;
    };
    for (const Case& c : {Case{"", false, 50ms}, Case{"", false, 1s}, Case{"1", true, 1s},
                          Case{"1002", false, 680ms}, Case{"1002", false, 2s},
                          Case{"1001", false, 2s}, Case{"7", false, 2s}}) {
        battery.with({.on_bad_number = Treatment::Intercept}, [&](Sim& sim) {
            const ConnectionId a = sim.originate("1001", c.digits, c.more);
            sim.run(c.after);
            sim.clear(a);
        });
    }
    battery.with({}, [](Sim& sim) { sim.clear(ring(sim).b); });
    battery.with({.on_reject = OnReject::BusyCaller}, [](Sim& sim) { sim.clear(ring(sim).b); });
    battery.with({}, [](Sim& sim) {
        const Ends ends = ring(sim);
        sim.accept(ends.b);
        sim.clear(ends.b);
    });
    battery.with({}, [](Sim& sim) {
        const Ends ends = ring(sim);
        sim.accept(ends.b);
        sim.clear(ends.a);
    });
}

void numbers(Battery& battery) {
    battery.with({.inter_digit_limit = 2s}, [](Sim& sim) { sim.originate("1001", "100", true); });
    battery.with({.inter_digit_limit = 2s}, [](Sim& sim) {
        const ConnectionId a = sim.originate("1001", "1", true);
        sim.run(1s);
        sim.dial(a, "00", true);
    });
    battery.with({.hand_digit_limit = 2s}, [](Sim& sim) {
        (void)sim.exchange.phone_lift(sim.station("1001"));
        (void)sim.exchange.phone_dial(sim.station("1001"), "100");
    });
    battery.with({}, [](Sim& sim) { sim.originate("1001", "7"); });
    battery.with({.first_digit_limit = 2s}, [](Sim& sim) { sim.originate("1001"); });
    battery.with({.tone_limit = 2s, .on_bad_number = Treatment::Intercept},
                 [](Sim& sim) { sim.originate("1001", "7"); });
    battery.with({.tone_limit = 2s}, [](Sim& sim) { sim.originate("1001", "1001"); });
    battery.with({}, [](Sim& sim) {
        sim.order({.kind = OrderKind::Originate,
                   .address = sim.address("1001"),
                   .digits = "1002",
                   .no_answer_limit = 3s});
    });
}

void nothing_dialled(Battery& battery) {
    battery.with({}, [](Sim& sim) {
        const ConnectionId a = sim.originate("1001", "", true);
        sim.run(1s);
        sim.dial(a, "");
    });
}

void habits(Battery& battery) {
    battery.with({.clear_release_limit = 1s}, [](Sim& sim) { sim.clear(talk(sim).a); });
    battery.with({.call_limit = 5s}, [](Sim& sim) { talk(sim); });
    battery.with({.auto_accept = true}, [](Sim& sim) { ring(sim); });
    battery.with({.caller_id_delay = 1s}, [](Sim& sim) { ring(sim); });
    battery.with({.accept_to_alert = true}, [](Sim& sim) { sim.accept(ring(sim).b); });
}

void outside_world(Battery& battery) {
    using Does = OutsideScript::Does;
    for (const Does does : {Does::Answers, Does::Busy, Does::SpecialInfo, Does::Unreachable}) {
        battery.with({}, [&](Sim& sim) {
            sim.outside("555", {.does = does, .clears_after = 2s});
            sim.originate("1001", "9555");
        });
    }
    battery.with({}, [](Sim& sim) {
        const OutsideId party = sim.outside("555", {.gives_up_after = 3s});
        (void)sim.exchange.outside_calls(party, "1001");
    });
    battery.with({.on_bad_number = Treatment::Intercept}, [](Sim& sim) {
        const OutsideId party = sim.outside("555");
        (void)sim.exchange.outside_calls(party, "7");
        sim.run(1s);
        sim.originate("1002", "1002");
        (void)sim.exchange.outside_calls(party, "1002");
    });
    battery.with({.self_call = SelfCall::Ring, .call_waiting = false}, [](Sim& sim) {
        sim.originate("1002");
        (void)sim.exchange.outside_calls(sim.outside("555"), "1002");
    });
    battery.with({}, [](Sim& sim) {
        sim.outside("555");
        const ConnectionId a = sim.originate("1001", "9555");
        sim.run(5s);
        sim.clear(a);
    });
}

void groups(Battery& battery) {
    const auto add_group = [](Sim& sim, const QueueSpec& queue, std::string overflow) {
        GroupSpec spec{.number = "200", .queue = queue, .overflow = std::move(overflow)};
        spec.stages = {{{sim.address("1002")}, 10s}, {{sim.address("1003")}, 10s}};
        sim.exchange.add_group(spec);
    };
    battery.with({}, [&](Sim& sim) {
        add_group(sim, {}, "");
        sim.originate("1001", "200");
        sim.run(2s);
        sim.clear(sim.newest("1002"));
        sim.run(12s);
    });
    battery.with({}, [&](Sim& sim) {
        add_group(sim, {.places = 1, .longest_wait = 20s, .announce_after = 5s}, "100");
        sim.exchange.phone_lift(sim.station("1002"));
        sim.exchange.phone_lift(sim.station("1003"));
        sim.originate("1001", "200");
        sim.run(8s);
        sim.exchange.phone_hang_up(sim.station("1003"));
        sim.run(40s);
    });
    battery.with({}, [&](Sim& sim) {
        add_group(sim, {.places = 1, .longest_wait = 5s}, "");
        sim.exchange.phone_lift(sim.station("1002"));
        sim.exchange.phone_lift(sim.station("1003"));
        sim.originate("1001", "200");
    });
}

// One address at two stations.
void shared_lines(Battery& battery) {
    const auto with_call = [&](const auto& course) {
        battery.with({}, [&](Sim& sim) {
            const AddressId first = *sim.exchange.add_address(
                sim.station("1002"), {.number = "200", .sharing = Sharing::Joined});
            const AddressId second = sim.exchange.add_appearance(sim.station("1003"), first, {});
            const ConnectionId caller = sim.originate("1001", "200");
            sim.run(2s);
            const auto at = [&sim](AddressId appearance) {
                return sim.exchange.station(sim.exchange.address(appearance).station).first;
            };
            course(sim, caller, at(first), at(second), at);
        });
    };
    with_call([](Sim& sim, ConnectionId caller, ConnectionId a, ConnectionId b, auto&&) {
        sim.answer(a);
        sim.answer(b);
        sim.clear(a);
        sim.run(1s);
        sim.clear(caller);
    });
    with_call([](Sim& sim, ConnectionId, ConnectionId a, ConnectionId b, auto&&) {
        sim.accept(b);
        sim.answer(a);
        sim.hold(a);
        sim.answer(b);
        sim.clear(a);
    });
    with_call([](Sim& sim, ConnectionId caller, ConnectionId a, ConnectionId b, auto&&) {
        sim.clear(b);
        sim.answer(a);
        sim.run(1s);
        sim.clear(caller);
    });
}

// One call for each row of the table of forwarding.
void forwards(Battery& battery) {
    for (const ForwardRow& row : kForwardRows) {
        battery.with({}, [&](Sim& sim) {
            const bool one = row.whose == ForwardFor::OneCaller;
            sim.exchange.set_forwarding(
                sim.address("1002"),
                {.rules = {{row.when, row.whose, one ? "1001" : "", "1003"}}, .rings = 1});
            if (row.on == ForwardOn::Busy) sim.exchange.phone_lift(sim.station("1002"));
            if (row.whose == ForwardFor::Outside) {
                sim.exchange.outside_calls(sim.outside("556677"), "1002");
            } else {
                sim.originate("1001", "1002");
            }
            sim.run(10s);
        });
    }
}

}  // namespace pbxlab::pbx
