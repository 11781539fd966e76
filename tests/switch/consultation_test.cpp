// A party turns to somebody else while it holds a call.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1001 talks to 1002, holds it, and has a line to dial on.
struct Consulting {
    ConnectionId held, other;
};
Consulting consulting(Sim& sim, std::string_view digits = {}) {
    const ConnectionId held = sim.connected("1001", "1002").a;
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = held,
                                          .address = sim.address("1001"),
                                          .digits = digits});
    EXPECT_EQ(sim.refusal, Refusal::None);
    sim.run(2s);
    return {held, other};
}
// The same when 1003 has answered the second call.
Consulting consulting_1003(Sim& sim) {
    const Consulting calls = consulting(sim, "1003");
    EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    return calls;
}

TEST(Consultation, HoldsTheCallAndSeizesALine) {
    Sim sim;
    const auto [held, other] = consulting(sim);
    EXPECT_EQ(sim.state(held), ConnState::Held);
    EXPECT_EQ(sim.at(held).held_for, HoldFor::Transfer);
    EXPECT_EQ(sim.state(other), ConnState::DialTone);
    EXPECT_EQ(sim.at(held).partner, other);
    EXPECT_EQ(sim.at(other).partner, held);
    EXPECT_EQ(sim.exchange.find(sim.at(other).call)->related,
              sim.exchange.find(sim.at(held).call)->number);
    EXPECT_TRUE(sim.at(sim.newest("1002")).far_held);
}

TEST(Consultation, CountsCallsHeldForItApart) {
    Sim sim;
    consulting(sim);
    const Address& address = sim.exchange.address(sim.address("1001"));
    EXPECT_EQ(address.active, 1U);
    EXPECT_EQ(address.held, 0U);
    EXPECT_EQ(address.pending, 1U);
}

TEST(Consultation, NeedsAConnectedCall) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    const auto ask = [&sim](ConnectionId id) {
        sim.order({.kind = OrderKind::Consult, .connection = id, .address = sim.address("1001")});
        return sim.refusal;
    };
    EXPECT_EQ(ask(a), Refusal::WrongState);
    EXPECT_EQ(ask({}), Refusal::Gone);
    EXPECT_EQ(ask(b), Refusal::WrongState);
    sim.answer(b);
    sim.run(1s);
    EXPECT_EQ(ask(b), Refusal::Gone) << "an address of another station";
    EXPECT_EQ(ask(a), Refusal::None);
}

TEST(Consultation, NeedsRoomForTheHeldCallAndForTheOther) {
    Sim sim{ExchangeOptions{}, {"1002"}};
    sim.add("1001", {.max_active = 1, .max_pending = 0});
    sim.add("1003", {.max_active = 1});
    const ConnectionId a = sim.connected("1001", "1002").a;
    EXPECT_EQ(sim.exchange.check_consult(a, sim.address("1001")), Refusal::HoldFull);
    const ConnectionId c = sim.connected("1003", "1002").a;
    EXPECT_EQ(sim.exchange.check_consult(c, sim.address("1003")), Refusal::None)
        << "the held call leaves its appearance";
}

TEST(Consultation, DropOfTheOtherCallTakesTheHeldOneBack) {
    Sim sim;
    const auto [held, other] = consulting_1003(sim);
    EXPECT_EQ(sim.clear(other), Refusal::None);
    EXPECT_EQ(sim.state(held), ConnState::Connected);
    EXPECT_EQ(sim.at(held).held_for, HoldFor::Nothing);
    EXPECT_FALSE(sim.at(held).partner.valid());
}

TEST(Consultation, DropLeavesTheCallHeldWherePolicySaysSo) {
    Sim sim{Policy{.auto_reconnect = false}, {"1001", "1002", "1003"}};
    const auto [held, other] = consulting_1003(sim);
    sim.clear(other);
    EXPECT_EQ(sim.state(held), ConnState::Held);
    EXPECT_EQ(sim.at(held).held_for, HoldFor::Transfer) << "it can still be transferred";
    EXPECT_EQ(sim.retrieve(held), Refusal::None);
}

TEST(Consultation, RetrievingEndsTheOtherCall) {
    Sim sim;
    const auto [held, other] = consulting_1003(sim);
    EXPECT_EQ(sim.retrieve(held), Refusal::None);
    EXPECT_EQ(sim.state(other), ConnState::Null);
    EXPECT_EQ(sim.state(held), ConnState::Connected);
    sim.run(1s);
    EXPECT_TRUE(sim.trace("1003").ends_with("cleared/normal"));
}

TEST(Consultation, SwappingExchangesTheParts) {
    Sim sim;
    const auto [held, other] = consulting_1003(sim);
    EXPECT_EQ(sim.swap(other, held), Refusal::None);
    EXPECT_EQ(sim.at(other).held_for, HoldFor::Transfer);
    EXPECT_EQ(sim.at(held).held_for, HoldFor::Nothing);
    EXPECT_EQ(sim.clear(held), Refusal::None);
    EXPECT_EQ(sim.state(other), ConnState::Connected);
}

TEST(Consultation, SwappingMakesOrdinaryCallsWherePolicySaysSo) {
    Sim sim{Policy{.swap_keeps_consultation = false}, {"1001", "1002", "1003"}};
    const auto [held, other] = consulting_1003(sim);
    EXPECT_EQ(sim.swap(other, held), Refusal::None);
    EXPECT_EQ(sim.at(other).held_for, HoldFor::Nothing);
    EXPECT_FALSE(sim.at(other).partner.valid());
}

TEST(Consultation, SwappingIntoAnotherKindOfHoldNeedsRoomForIt) {
    Sim sim{ExchangeOptions{.policy = {.swap_keeps_consultation = false}}, {"1002", "1003"}};
    sim.add("1001", {.max_held = 0});
    const auto [held, other] = consulting_1003(sim);
    EXPECT_EQ(sim.swap(other, held), Refusal::HoldFull);
}

TEST(Consultation, EndsWhenTheHeldPartyGoes) {
    Sim sim;
    const auto [held, other] = consulting_1003(sim);
    sim.clear(sim.newest("1002"));
    sim.run(1s);
    EXPECT_EQ(sim.state(held), ConnState::Cleared);
    EXPECT_FALSE(sim.at(other).partner.valid());
    sim.clear(other);
    EXPECT_EQ(sim.state(held), ConnState::Cleared);
}

TEST(Consultation, GoesOnWhenTheOtherPartyGoes) {
    Sim sim;
    const auto [held, other] = consulting_1003(sim);
    sim.clear(sim.newest("1003"));
    sim.run(1s);
    EXPECT_EQ(sim.state(other), ConnState::Cleared);
    EXPECT_EQ(sim.at(other).partner, held);
    sim.clear(other);
    EXPECT_EQ(sim.state(held), ConnState::Connected);
}

}  // namespace
}  // namespace pbxlab::pbx
