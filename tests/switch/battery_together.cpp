// Transfers and conferences, and what is refused.
#include "battery.h"

namespace pbxlab::pbx {

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

}  // namespace pbxlab::pbx
