// Protection from interruption, and information between the parties of a call.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Secure, KeepsFurtherCallersOutUntilTheCallIsCleared) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.ask(OrderKind::Secure, b), Refusal::None);
    EXPECT_EQ(sim.count(EventKind::Secured, "1002"), 1U);
    EXPECT_TRUE(sim.at(b).secure);
    EXPECT_FALSE(sim.at(a).secure) << "the other side is not protected by it";
    const ConnectionId kept_out = sim.originate("1003", "1002");
    sim.run(1s);
    EXPECT_EQ(sim.state(kept_out), ConnState::BusyTone);
    sim.clear(kept_out);
    sim.hold(b);
    const ConnectionId again = sim.originate("1003", "1002");
    sim.run(1s);
    EXPECT_EQ(sim.state(again), ConnState::BusyTone) << "held calls stay protected";
    sim.clear(again);
    sim.clear(a);
    sim.run(1s);
    const ConnectionId last = sim.originate("1003", "1002");
    sim.run(1s);
    EXPECT_EQ(sim.state(last), ConnState::Delivered) << "a cleared call is not";
}

TEST(Secure, NeedsACallAndService) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.set_service(sim.station("1001"), false);
    EXPECT_EQ(sim.ask(OrderKind::Secure, a), Refusal::OutOfService);
    EXPECT_EQ(sim.ask(OrderKind::Inform, a), Refusal::OutOfService);
    sim.exchange.set_service(sim.station("1001"), true);
    sim.clear(a);
    EXPECT_EQ(sim.ask(OrderKind::Secure, a), Refusal::Gone);
    EXPECT_EQ(sim.ask(OrderKind::Inform, a), Refusal::Gone);
}

TEST(Inform, NeedsAnotherPartyThatCanBeReached) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.ask(OrderKind::Inform, a), Refusal::None);
    EXPECT_EQ(sim.ask(OrderKind::Inform, b), Refusal::None);
    sim.answer(b);
    sim.run(1s);
    EXPECT_EQ(sim.ask(OrderKind::Inform, a), Refusal::None);
    sim.hold(a);
    EXPECT_EQ(sim.ask(OrderKind::Inform, a), Refusal::WrongState);
    EXPECT_EQ(sim.ask(OrderKind::Inform, sim.originate("1003")), Refusal::WrongState);
}

TEST(AttachedData, AreTheCallsAndToldToEveryParty) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.exchange.attach_data(a, "one"), Refusal::None);
    EXPECT_EQ(sim.count(EventKind::DataChanged, "1001"), 1U);
    EXPECT_EQ(sim.count(EventKind::DataChanged, "1002"), 1U);
    EXPECT_EQ(sim.exchange.find(sim.at(b).call)->data, "one");
    EXPECT_EQ(sim.exchange.attach_data(b, "one"), Refusal::None);
    EXPECT_EQ(sim.count(EventKind::DataChanged, "1001"), 1U) << "the same are no change";
    sim.clear(a);
    EXPECT_EQ(sim.exchange.attach_data(a, "two"), Refusal::Gone);
}

}  // namespace
}  // namespace pbxlab::pbx
