// Stations that lose service and get it back. (reference: call-model 20)
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Service, IsToldOnceForEachChange) {
    Sim sim;
    const StationId station = sim.station("1001");
    sim.exchange.set_service(station, true);
    EXPECT_TRUE(sim.log.events.empty()) << "nothing changed";
    sim.exchange.set_service(station, false);
    sim.exchange.set_service(station, false);
    sim.exchange.set_service(station, true);
    ASSERT_EQ(sim.log.events.size(), 2U);
    EXPECT_EQ(sim.log.events[0].kind, EventKind::ServiceLost);
    EXPECT_EQ(sim.log.events[0].station, station);
    EXPECT_EQ(sim.log.events[1].kind, EventKind::ServiceRestored);
}

TEST(ServiceLoss, KeepsTheCallsAndTheFarEndCanStillClear) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.set_service(sim.station("1001"), false);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.hold(a), Refusal::OutOfService);
    EXPECT_EQ(sim.clear(b), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Cleared);
    EXPECT_EQ(sim.clear(a), Refusal::None) << "what is over can be put away";
}

TEST(ServiceLoss, ClearsTheCallsWherePolicySaysSo) {
    Sim sim{Policy{.on_service_loss = OnServiceLoss::ClearCalls}, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.connected("1001", "1002");
    const ConnectionId c = sim.ringing("1003", "1001").a;
    sim.exchange.set_service(sim.station("1001"), false);
    EXPECT_TRUE(sim.trace(a).ends_with("connected cleared/serviceLost"));
    EXPECT_TRUE(sim.trace("1001").ends_with("offered cleared/serviceLost null/serviceLost"))
        << sim.trace("1001");
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    sim.run(1s);
    EXPECT_TRUE(sim.trace(b).ends_with("connected cleared/normal"));
    EXPECT_TRUE(sim.trace(c).ends_with("delivered cleared/normal"));
}

TEST(ServiceLoss, ClearsACallInEveryState) {
    struct Case {
        std::string_view digits;
        bool more;
        Duration after;
        std::string_view ending;
    };
    for (const Case& c : {
             Case{"", false, 50ms, "seized null/serviceLost"},
             Case{"", false, 1s, "dialTone cleared/serviceLost"},
             Case{"1", true, 2s, "dialing cleared/serviceLost"},
             Case{"1002", false, 680ms, "routing cleared/serviceLost"},
             Case{"1002", false, 2s, "delivered cleared/serviceLost"},
             Case{"1001", false, 2s, "busyTone/busy cleared/serviceLost"},
             Case{"7", false, 2s, "intercepted/vacantTone cleared/serviceLost"},
         }) {
        Sim sim{Policy{.on_service_loss = OnServiceLoss::ClearCalls,
                       .on_bad_number = Treatment::Intercept},
                {"1001", "1002"}};
        sim.originate("1001", c.digits, c.more);
        sim.run(c.after);
        sim.exchange.set_service(sim.station("1001"), false);
        sim.run(1s);
        EXPECT_TRUE(sim.trace("1001").ends_with(c.ending)) << sim.trace("1001");
        EXPECT_TRUE(!sim.trace("1002").starts_with("offered") ||
                    sim.trace("1002") == "offered null/abandoned");
    }
}

TEST(ServiceLoss, LosesSightOfTheCallsWherePolicySaysSo) {
    Sim sim{Policy{.on_service_loss = OnServiceLoss::LoseSight}, {"1001", "1002", "1003"}};
    sim.connected("1001", "1002");
    sim.ringing("1003", "1001");
    sim.exchange.set_service(sim.station("1001"), false);
    EXPECT_EQ(sim.count(EventKind::SightLost, "1001"), 2U);
    EXPECT_EQ(sim.count(EventKind::SightLost, "1002"), 0U);
    sim.run(1s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing routing delivered connected offered");
}

TEST(ServiceLoss, RefusesEverythingButClearing) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    const ConnectionId c = sim.originate("1003", "1", true);
    sim.run(1s);
    for (const char* number : {"1001", "1002", "1003"}) {
        sim.exchange.set_service(sim.station(number), false);
    }
    EXPECT_EQ(sim.accept(b), Refusal::OutOfService);
    EXPECT_EQ(sim.answer(b), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_answer(sim.station("1002")), Refusal::OutOfService);
    EXPECT_EQ(sim.dial(c, "001"), Refusal::OutOfService);
    EXPECT_EQ(sim.clear(a), Refusal::None);
}

TEST(ServiceLoss, EndsWhenServiceIsBack) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.set_service(sim.station("1001"), false);
    EXPECT_EQ(sim.swap(a, a), Refusal::WrongState);
    EXPECT_EQ(sim.hold(b), Refusal::None) << "the other station has service";
    sim.exchange.set_service(sim.station("1001"), true);
    EXPECT_EQ(sim.hold(a), Refusal::None);
}

TEST(AddressService, LeavesTheOtherAddressesOfTheStationAlone) {
    Sim sim{Policy{.on_service_loss = OnServiceLoss::ClearCalls}, {"1001", "1002"}};
    const StationId station = sim.station("1001");
    ASSERT_TRUE(sim.exchange.add_address(station, {.number = "1011"}).has_value());
    const AddressId first = sim.exchange.station(station).addresses[0];
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.set_service(first, false);
    EXPECT_TRUE(sim.trace(a).ends_with("connected cleared/serviceLost"));
    EXPECT_TRUE(sim.exchange.station(station).in_service);
    sim.run(1s);
    EXPECT_EQ(sim.state(b), ConnState::Cleared);
    EXPECT_EQ(sim.exchange.phone_lift(station, first), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_lift(station, sim.exchange.station(station).addresses[1]),
              Refusal::None);
}

TEST(AddressService, IsToldOnceForEachChange) {
    Sim sim;
    const StationId station = sim.station("1001");
    const AddressId address = sim.exchange.station(station).addresses[0];
    sim.exchange.set_service(address, true);
    EXPECT_TRUE(sim.log.events.empty()) << "nothing changed";
    sim.exchange.set_service(address, false);
    sim.exchange.set_service(address, false);
    sim.exchange.set_service(address, true);
    ASSERT_EQ(sim.log.events.size(), 2U);
    EXPECT_EQ(sim.log.events[0].kind, EventKind::AddressLost);
    EXPECT_EQ(sim.log.events[0].address, address);
    EXPECT_EQ(sim.log.events[0].station, station);
    EXPECT_EQ(sim.log.events[1].kind, EventKind::AddressRestored);
}

TEST(Lamp, IsToldOnceForEachChange) {
    Sim sim;
    const StationId station = sim.station("1001");
    sim.exchange.set_message_waiting(station, false);
    EXPECT_TRUE(sim.log.events.empty()) << "nothing changed";
    sim.exchange.set_message_waiting(station, true);
    sim.exchange.set_message_waiting(station, true);
    EXPECT_TRUE(sim.exchange.station(station).message_waiting);
    sim.exchange.set_message_waiting(station, false);
    ASSERT_EQ(sim.log.events.size(), 2U);
    EXPECT_EQ(sim.log.events[0].kind, EventKind::LampLit);
    EXPECT_EQ(sim.log.events[1].kind, EventKind::LampDark);
}

}  // namespace
}  // namespace pbxlab::pbx
