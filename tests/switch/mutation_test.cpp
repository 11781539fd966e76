// Every row matters: with any one row of a table switched off, a compact battery of calls goes
// differently.
#include <string>
#include <utility>
#include <vector>

#include "sim.h"
#include "switch/forward_rows.h"

namespace pbxlab::pbx {
namespace {

// Collects the logs of many small exchanges that all have one row switched off.
class Battery {
 public:
    explicit Battery(MutedRow muted) : muted_{muted} {}

    template <class Course>
    void with(const Policy& policy, Course course) {
        Sim sim{{.policy = policy, .trunks = 2, .muted = muted_}, {"1001", "1002", "1003", "100"}};
        sim.checked = muted_.table == MutedRow::Table::None;
        course(sim);
        sim.run(10s);
        log_.insert(log_.end(), sim.log.lines.begin(), sim.log.lines.end());
        log_.emplace_back("--");
    }

    std::vector<std::string> take() { return std::move(log_); }

 private:
    MutedRow muted_;
    std::vector<std::string> log_;
};

// A call from 1001 to 1002 as far as the rows allow; nothing is expected of it.
struct Ends {
    ConnectionId a, b;
};
Ends ring(Sim& sim) {
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(2s);
    return {a, sim.newest("1002")};
}
Ends talk(Sim& sim) {
    const Ends ends = ring(sim);
    sim.answer(ends.b);
    sim.run(1s);
    return ends;
}

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

// Transferred to somebody who is still to be reached, and may not be.
void transfers(Battery& battery) {
    const auto send_on = [](Sim& sim, std::string_view digits) {
        const auto [a, b] = talk(sim);
        sim.order({.kind = OrderKind::SendOn, .connection = a, .digits = digits});
        sim.run(3s);
        sim.answer(sim.newest("1003"));
        sim.run(3s);
    };
    battery.with({.on_transfer = OnTransfer::CallsAgain}, [&](Sim& sim) { send_on(sim, "1003"); });
    battery.with({.on_transfer_fails = OnTransferFails::Clear},
                 [&](Sim& sim) { send_on(sim, "7"); });
    battery.with(
        {.on_transfer_fails = OnTransferFails::Clear, .on_bad_number = Treatment::Intercept},
        [&](Sim& sim) { send_on(sim, "7"); });
    battery.with({.on_transfer_fails = OnTransferFails::Clear, .call_waiting = false},
                 [&](Sim& sim) {
                     sim.originate("1003");
                     send_on(sim, "1003");
                 });
    battery.with({}, [](Sim& sim) {
        const auto [a, b] = talk(sim);
        sim.ask(OrderKind::Transfer, a, a);
        sim.order({.kind = OrderKind::SendOn, .connection = a, .digits = "x"});
    });
}

// Conferences that are set up with what `called` leads to, and come to every end.
void conferences(Battery& battery) {
    struct Calls {
        ConnectionId first, conference, second;
    };
    const auto confer = [](Sim& sim, std::string_view called, bool no_hold) {
        const auto [a, b] = talk(sim);
        const ConnectionId second = sim.order({.kind = OrderKind::Confer,
                                               .connection = a,
                                               .address = sim.address("1001"),
                                               .digits = called,
                                               .no_hold = no_hold});
        sim.run(2s);
        const Conference* conference = sim.exchange.conference_of(second);
        return Calls{a, conference != nullptr ? conference->parent : ConnectionId{}, second};
    };
    const auto meet = [&](Sim& sim) {
        const Calls calls = confer(sim, "1003", false);
        sim.answer(sim.newest("1003"));
        sim.run(1s);
        sim.ask(OrderKind::AddParty, calls.conference, calls.second);
        return calls;
    };
    battery.with({}, [&](Sim& sim) {  // the station talks on another call when it comes about
        const Calls calls = confer(sim, "1003", true);
        sim.hold(calls.first);
        (void)sim.exchange.phone_lift(sim.station("1001"));
        (void)sim.exchange.phone_dial(sim.station("1001"), "100");
        sim.run(15s);
        sim.answer(sim.newest("100"));
        sim.run(1s);
        sim.answer(sim.newest("1003"));
        sim.run(1s);
    });
    for (const RemovedTo to : {RemovedTo::Released, RemovedTo::Held, RemovedTo::Connected}) {
        battery.with({.removed_to = to}, [&](Sim& sim) {
            const Calls calls = meet(sim);
            sim.ask(OrderKind::RemoveParty, calls.second);
        });
    }
    battery.with({.call_limit = 8s}, [&](Sim& sim) { meet(sim); });
    battery.with({}, [&](Sim& sim) {
        const Calls calls = meet(sim);
        sim.clear(sim.newest("1003"));
        sim.run(1s);
        sim.clear(calls.first);
    });
    battery.with({}, [&](Sim& sim) {
        const Calls calls = meet(sim);
        sim.clear(calls.conference);
    });
    for (const bool answers : {true, false}) {  // it rings when it is added
        battery.with({.call_limit = 8s, .member_answer_limit = 5s}, [&](Sim& sim) {
            const Calls calls = confer(sim, "1003", false);
            sim.ask(OrderKind::AddParty, calls.conference, calls.second);
            if (answers) sim.answer(sim.newest("1003"));
        });
    }
    battery.with({}, [&](Sim& sim) {  // it is still being sought
        sim.outside("555");
        const auto [a, b] = talk(sim);
        const ConnectionId second = sim.order({.kind = OrderKind::Confer,
                                               .connection = a,
                                               .address = sim.address("1001"),
                                               .digits = "9555"});
        sim.run(700ms);
        if (const Conference* conference = sim.exchange.conference_of(second))
            sim.ask(OrderKind::AddParty, conference->parent, second);
    });
    for (const bool answers : {true, false}) {
        battery.with({}, [&](Sim& sim) {
            const Calls calls = confer(sim, "1003", true);
            if (answers) sim.answer(sim.newest("1003"));
            if (!answers) sim.clear(calls.second);
            sim.run(1s);
        });
    }
    battery.with({}, [&](Sim& sim) {
        const auto [a, b] = talk(sim);
        const ConnectionId second = sim.order({.kind = OrderKind::Consult,
                                               .connection = a,
                                               .address = sim.address("1001"),
                                               .digits = "1003"});
        sim.run(2s);
        sim.ask(OrderKind::Merge, a, second);
    });
}

// One refused request for each check.
void refusals(Battery& battery) {
    battery.with({}, [](Sim& sim) {
        sim.originate("1001", "x");
        const auto [a, b] = talk(sim);
        sim.dial(a, "1");
        sim.accept(b);
        sim.answer(b);
        sim.retrieve(b);
        sim.swap(a, b);
        sim.hold(b);
        sim.hold(b);
        sim.clear(a);
        sim.clear(a);
        sim.ask(OrderKind::Secure, a);
        sim.ask(OrderKind::Inform, a);
        sim.ask(OrderKind::Redirect, a);
        sim.order({.kind = OrderKind::Consult, .connection = a, .address = sim.address("1001")});
        sim.ask(OrderKind::Park, a);
        sim.order({.kind = OrderKind::Unpark, .address = sim.address("1001"), .digits = "70"});
        sim.order({.kind = OrderKind::PickUp, .address = sim.address("1001"), .digits = "1002"});
        sim.order({.kind = OrderKind::Confer, .connection = a, .address = sim.address("1001")});
        for (const OrderKind kind : {OrderKind::AddParty, OrderKind::RemoveParty, OrderKind::Merge})
            sim.ask(kind, a, b);
    });
}

// Parked and fetched, recalled and answered, abandoned, recalled and missed, fetched meanwhile.
void park(Battery& battery) {
    Policy policy;
    policy.park_recall = 5s;
    policy.park_recall_ring = 3s;
    const auto parked = [&](auto course) {
        battery.with(policy, [&](Sim& sim) {
            EXPECT_TRUE(sim.exchange.add_orbit("70").has_value());
            const auto [a, b] = talk(sim);
            sim.order({.kind = OrderKind::Park, .connection = b, .digits = "70"});
            course(sim, a);
            sim.run(20s);
            sim.clear(a);
            sim.run(1s);
        });
    };
    const auto fetch = [](Sim& sim) {
        sim.order({.kind = OrderKind::Unpark, .address = sim.address("1003"), .digits = "70"});
        sim.run(20s);
        sim.clear(sim.newest("1003"));
    };
    const auto park_again = [](Sim& sim) {
        sim.run(1s);
        const auto [a, b] = talk(sim);
        sim.order({.kind = OrderKind::Park, .connection = b, .digits = "70"});
        sim.clear(a);
    };
    parked([](Sim&, ConnectionId) {});
    parked([&](Sim& sim, ConnectionId) { fetch(sim); });
    parked([](Sim& sim, ConnectionId) {
        sim.run(6s);
        sim.answer(sim.newest("1002"));
        sim.run(20s);
        sim.clear(sim.newest("1002"));
    });
    parked([&](Sim& sim, ConnectionId a) {
        sim.clear(a);
        park_again(sim);
    });
    parked([&](Sim& sim, ConnectionId a) {
        sim.run(6s);
        sim.clear(a);
        park_again(sim);
    });
    parked([&](Sim& sim, ConnectionId) {
        sim.run(6s);
        fetch(sim);
    });
}

// 1002 is off hook, and 1001 hears busy tone.
struct Refused {
    Sim& sim;
    ConnectionId caller;
    void complete(CompleteBy how) const {
        sim.order({.kind = OrderKind::Complete, .connection = caller, .complete_by = how});
    }
    void uncomplete(std::uint32_t number = 1) const {
        sim.order(
            {.kind = OrderKind::Uncomplete, .address = sim.address("1001"), .completion = number});
    }
    void target_is_free() const {
        (void)sim.exchange.phone_hang_up(sim.station("1002"));
        sim.run(1s);
    }
};
template <class Course>
void refused(Battery& battery, Policy policy, Course course) {
    policy.call_waiting = false;
    battery.with(policy, [&](Sim& sim) {
        (void)sim.exchange.phone_lift(sim.station("1002"));
        const ConnectionId caller = sim.originate("1001", "1002");
        sim.run(2s);
        course(Refused{sim, caller});
    });
}

void callbacks(Battery& battery) {
    const auto called_back = [&](const auto& course) {
        refused(battery, {}, [&](const Refused& r) {
            r.complete(CompleteBy::CallBack);
            r.target_is_free();
            course(r);
        });
    };
    called_back([](const Refused& r) {
        r.sim.answer(r.sim.newest("1001"));
        r.sim.run(2s);
        r.uncomplete();
    });
    called_back([](const Refused& r) { r.uncomplete(); });
    called_back([](const Refused& r) {
        r.sim.run(30s);
        (void)r.sim.exchange.phone_lift(r.sim.station("1002"));
        r.target_is_free();
    });
    called_back([](const Refused& r) {
        (void)r.sim.exchange.phone_lift(r.sim.station("1002"));
        r.sim.answer(r.sim.newest("1001"));
        r.sim.run(2s);
        r.sim.clear(r.sim.newest("1001"));
        r.target_is_free();
    });
    refused(battery, {.routing_time = 2s}, [](const Refused& r) {
        r.sim.run(2s);
        r.complete(CompleteBy::CallBack);
        r.target_is_free();
        r.sim.answer(r.sim.newest("1001"));
        r.uncomplete();
    });
    refused(battery, {}, [](const Refused& r) {
        r.complete(CompleteBy::CallBack);
        r.uncomplete(7);
        r.uncomplete();
        r.target_is_free();
    });
    battery.with({}, [](Sim& sim) {
        const Refused r{sim, ring(sim).a};
        r.complete(CompleteBy::CallBack);
        sim.run(3s);
        (void)sim.exchange.phone_lift(sim.station("1002"));
        r.target_is_free();
    });
    battery.with({}, [](Sim& sim) {
        const Refused r{sim, ring(sim).a};
        r.complete(CompleteBy::CallBack);
        r.uncomplete();
        r.complete(CompleteBy::CallBack);  // of a call that is gone
    });
}

void camping(Battery& battery) {
    const auto camped = [&](const Policy& policy, const auto& course) {
        refused(battery, policy, [&](const Refused& r) {
            r.complete(CompleteBy::CampOn);
            course(r);
        });
    };
    camped({}, [](const Refused& r) {
        r.target_is_free();
        r.sim.answer(r.sim.newest("1002"));
        r.sim.run(1s);
        r.uncomplete();
    });
    camped({.alert_time = 200ms, .answer_time = 5ms}, [](const Refused& r) {
        (void)r.sim.exchange.phone_hang_up(r.sim.station("1002"));
        r.sim.run(550ms);
        r.sim.answer(r.sim.newest("1002"));
    });
    camped({}, [](const Refused& r) { r.sim.retrieve(r.sim.newest("1002")); });
    camped({}, [](const Refused& r) { r.sim.clear(r.caller); });
    camped({}, [](const Refused& r) { r.uncomplete(); });
    camped({}, [](const Refused& r) {
        r.target_is_free();
        r.uncomplete();
    });
    camped({.alert_time = 2s}, [](const Refused& r) {
        r.target_is_free();
        r.uncomplete();
    });
    camped({.on_service_loss = OnServiceLoss::ClearCalls},
           [](const Refused& r) { r.sim.exchange.set_service(r.sim.station("1001"), false); });
    Policy policy;
    policy.call_waiting = false;
    policy.transfer_to_busy = TransferToBusy::CampOn;
    policy.on_transfer = OnTransfer::CallsAgain;
    battery.with(policy, [](Sim& sim) {
        (void)sim.exchange.phone_lift(sim.station("1003"));
        const Ends ends = talk(sim);
        sim.order({.kind = OrderKind::SendOn, .connection = ends.b, .digits = "1003"});
        sim.run(1s);
        (void)sim.exchange.phone_hang_up(sim.station("1003"));
        sim.run(1s);
        sim.answer(sim.newest("1003"));
    });
}

void intrusion(Battery& battery) {
    Policy policy;
    policy.call_waiting = false;
    battery.with(policy, [](Sim& sim) {
        const Ends ends = talk(sim);
        const Refused r{sim, sim.originate("1003", "1002")};
        sim.run(2s);
        r.complete(CompleteBy::Intrude);
        sim.run(1s);
        sim.clear(ends.a);
    });
}

// What only some exchanges do.
void rare_habits(Battery& battery) {
    Policy policy;
    policy.diversion_proceeds = true;
    battery.with(policy, [](Sim& sim) {
        (void)sim.originate("1001", "1002");
        sim.run(2s);
        sim.order(
            {.kind = OrderKind::Redirect, .connection = sim.newest("1002"), .digits = "1003"});
        sim.run(1s);
        sim.answer(sim.newest("1003"));
    });
    policy = {};
    policy.auto_reconnect = false;
    policy.demotes_held = true;
    battery.with(policy, [](Sim& sim) {
        const Ends ends = talk(sim);
        sim.order({.kind = OrderKind::Consult,
                   .connection = ends.a,
                   .address = sim.address("1001"),
                   .hold_for = HoldFor::Transfer});
        sim.run(1s);
        sim.clear(sim.newest("1001"));
    });
}

std::vector<std::string> battery_log(MutedRow muted) {
    Battery battery{muted};
    plain_calls(battery);
    releases(battery);
    numbers(battery);
    nothing_dialled(battery);
    habits(battery);
    rare_habits(battery);
    outside_world(battery);
    groups(battery);
    shared_lines(battery);
    park(battery);
    transfers(battery);
    conferences(battery);
    refusals(battery);
    forwards(battery);
    callbacks(battery);
    camping(battery);
    intrusion(battery);
    return battery.take();
}

class EveryRow : public testing::TestWithParam<MutedRow::Table> {};

TEST_P(EveryRow, IsMissedWhenItIsSwitchedOff) {
    const std::vector<std::string> whole = battery_log({});
    ASSERT_EQ(whole, battery_log({})) << "the battery itself is not the same twice";
    ASSERT_GT(row_count(GetParam()), 0U);
    for (std::uint32_t row = 0; row < row_count(GetParam()); ++row) {
        const MutedRow muted{GetParam(), row};
        EXPECT_NE(whole, battery_log(muted)) << "nothing misses the row " << describe_row(muted);
        ASSERT_FALSE(HasFatalFailure()) << describe_row(muted);
    }
}
INSTANTIATE_TEST_SUITE_P(Tables, EveryRow,
                         testing::Values(MutedRow::Table::ConnectionMoves,
                                         MutedRow::Table::StateTimers, MutedRow::Table::Orders,
                                         MutedRow::Table::Hunts, MutedRow::Table::Orbits,
                                         MutedRow::Table::Forwards, MutedRow::Table::Completions));

}  // namespace
}  // namespace pbxlab::pbx
