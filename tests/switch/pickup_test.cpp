// A call is taken that is offered elsewhere (nf-tapi-linepickupw; reference: call-model 14).
#include "sim.h"

namespace pbxlab::pbx {
namespace {

constexpr std::uint8_t kAnyPick = kPickWaiting | kPickGroup | kPickHeld;

ConnectionId pick(Sim& sim, std::string_view from, std::string_view number) {
    return sim.order({.kind = OrderKind::PickUp, .address = sim.address(from), .digits = number});
}
ConnectionId pick_any(Sim& sim, std::string_view from, std::uint8_t picks = kAnyPick) {
    return sim.order({.kind = OrderKind::PickUp, .address = sim.address(from), .picks = picks});
}

TEST(PickUp, TakesTheCallAndEndsItWhereItRang) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    const ConnectionId c = pick(sim, "1003", "1002");
    EXPECT_EQ(sim.refusal, Refusal::None);
    EXPECT_EQ(sim.trace(b), "offered null/pickedUp");
    EXPECT_EQ(sim.trace(c), "connected");
    EXPECT_EQ(sim.at(c).reason, Reason::PickedUp);
    EXPECT_EQ(sim.text(sim.at(c).called.number), "1002");
    EXPECT_EQ(sim.text(sim.at(c).connected_to.number), "1001");
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(a).connected_to.number), "1003");
    EXPECT_EQ(sim.text(sim.at(a).redirecting.number), "1002");
}

TEST(PickUp, FindsNothingWhereNothingMayBeTaken) {
    Sim sim;
    pick(sim, "1003", "1002");
    EXPECT_EQ(sim.refusal, Refusal::Nothing);
    pick(sim, "1003", "7777");
    EXPECT_EQ(sim.refusal, Refusal::BadNumber);
    pick_any(sim, "1003");
    EXPECT_EQ(sim.refusal, Refusal::Nothing);
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .secure = true});
    sim.run(2s);
    ASSERT_EQ(sim.state(a), ConnState::Delivered);
    pick(sim, "1003", "1002");
    EXPECT_EQ(sim.refusal, Refusal::Nothing) << "it is secured";
    sim.order({.kind = OrderKind::PickUp, .address = AddressId{77}, .digits = "1002"});
    EXPECT_EQ(sim.refusal, Refusal::Gone);
    sim.exchange.set_service(sim.station("1003"), false);
    pick(sim, "1003", "1002");
    EXPECT_EQ(sim.refusal, Refusal::OutOfService);
}

TEST(PickUp, TakesTheLongestOfferedOfItsGroup) {
    Sim sim{ExchangeOptions{}, {"1001"}};
    for (const char* number : {"1002", "1003", "1004", "1005"})
        sim.add(number, {.pickup_group = "desk"});
    const auto [a, c] = sim.ringing("1001", "1003");
    const auto [d, b] = sim.ringing("1004", "1002");
    sim.accept(c);
    const ConnectionId first = pick_any(sim, "1005", kPickGroup);
    EXPECT_EQ(sim.exchange.far_end(first), a) << "also when it was accepted later";
    const ConnectionId second = pick_any(sim, "1005", kPickGroup);
    EXPECT_EQ(sim.exchange.far_end(second), d);
    EXPECT_EQ(sim.state(first), ConnState::Held);
    pick_any(sim, "1005", kPickWaiting);
    EXPECT_EQ(sim.refusal, Refusal::Nothing);
    EXPECT_EQ(sim.state(b), ConnState::Null);
}

TEST(PickUp, AnswersWhatIsOfferedAtTheAddressItself) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(pick_any(sim, "1002"), b);
    EXPECT_EQ(sim.trace(b), "offered connected");
    const auto [c, d] = sim.ringing("1003", "1002");
    EXPECT_EQ(pick_any(sim, "1002"), d);
    EXPECT_EQ(sim.state(b), ConnState::Held);
}

TEST(PickUp, NeedsRoom) {
    Sim sim{ExchangeOptions{}, {"1001", "1002"}};
    sim.add("1003", {.max_active = 1});
    sim.add("1004", {.max_held = 0});
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.originate("1003");
    pick(sim, "1003", "1002");
    EXPECT_EQ(sim.refusal, Refusal::NoAppearance);
    sim.add("1005");
    sim.connected("1004", "1005");
    pick(sim, "1004", "1002");
    EXPECT_EQ(sim.refusal, Refusal::HoldFull);
    EXPECT_EQ(sim.state(b), ConnState::Offered);
}

TEST(PickUp, TakesACallThatIsHeldOnAnExclusiveAddress) {
    Sim sim;
    const StationId first = sim.station("1002");
    const auto shared = sim.exchange.add_address(
        first, {.number = "2000", .max_active = 2, .sharing = Sharing::Exclusive});
    const AddressId second =
        sim.exchange.add_appearance(sim.station("1003"), *shared, {.max_active = 2});
    const ConnectionId a = sim.originate("1001", "2000");
    sim.run(2s);
    const ConnectionId b = sim.newest("2000");
    sim.answer(b);
    sim.run(1s);
    const auto pick_held = [&] {
        return sim.order({.kind = OrderKind::PickUp, .address = second, .picks = kPickHeld});
    };
    pick_held();
    EXPECT_EQ(sim.refusal, Refusal::Nothing) << "it is not on hold";
    sim.hold(b);
    const ConnectionId c = pick_held();
    EXPECT_EQ(sim.refusal, Refusal::None);
    EXPECT_EQ(sim.state(c), ConnState::Connected);
    EXPECT_EQ(sim.state(b), ConnState::Bridged);
    EXPECT_FALSE(sim.at(a).far_held);
}

}  // namespace
}  // namespace pbxlab::pbx
