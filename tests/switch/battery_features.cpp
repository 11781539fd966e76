// Parking, calls that are finished later, and what only some exchanges do.
#include "battery.h"

namespace pbxlab::pbx {

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

namespace {

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

}  // namespace

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

}  // namespace pbxlab::pbx
