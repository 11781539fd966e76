// Taking a line, by request and by hand, and all that can be in the way.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Originate, TakesTheLineStepByStepEachWithItsOwnDelay) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(5s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing routing delivered");
    EXPECT_EQ(sim.trace("1002"), "offered");
    EXPECT_EQ(sim.when(a, ConnState::Seized), 10ms);
    EXPECT_EQ(sim.when(a, ConnState::DialTone), 210ms);
    EXPECT_EQ(sim.when(a, ConnState::Dialing), 310ms);
    EXPECT_EQ(sim.when(a, ConnState::Routing), 630ms);
    EXPECT_EQ(sim.when(sim.newest("1002"), ConnState::Offered), 730ms);
    EXPECT_EQ(sim.when(a, ConnState::Delivered), 760ms);
    EXPECT_EQ(sim.at(a).since, SimTime{760ms});
}

TEST(Originate, NamesItsConnectionBeforeAnythingHappensToIt) {
    Sim sim;
    const ConnectionId a = sim.originate("1001");
    ASSERT_GE(sim.log.events.size(), 3U);
    EXPECT_EQ(sim.log.events[0].kind, EventKind::OrderTaken);
    EXPECT_EQ(sim.log.events[0].connection, a);
    EXPECT_EQ(sim.log.events[1].kind, EventKind::Moved);
    EXPECT_EQ(sim.log.events[1].tag, 1U) << "what an order does bears its tag";
    EXPECT_EQ(sim.log.events[2].kind, EventKind::OrderDone);
    sim.run(1s);
    EXPECT_EQ(sim.log.events[3].tag, 0U) << "dial tone comes later, of itself";
}

TEST(Originate, WithoutDigitsWaitsAtDialTone) {
    Sim sim;
    const ConnectionId a = sim.originate("1001");
    sim.run(1h);
    EXPECT_EQ(sim.trace(a), "seized dialTone");
}

TEST(Originate, KnowsWhoCallsAtOnceAndWhomWithTheWholeNumber) {
    Sim sim;
    sim.add("2001", {.name = "Zoe"});
    const ConnectionId a = sim.originate("2001", "1002");
    EXPECT_EQ(sim.text(sim.at(a).caller.number), "2001");
    EXPECT_EQ(sim.text(sim.at(a).caller.name), "Zoe");
    EXPECT_EQ(sim.at(a).caller.disclosure, Disclosure::Known);
    EXPECT_EQ(sim.text(sim.at(a).called.number), "1002");
    EXPECT_EQ(sim.at(a).connected_to.disclosure, Disclosure::NotYet);
    EXPECT_EQ(sim.count(EventKind::PartiesChanged, "2001"), 0U) << "it was born with them";
    const ConnectionId b = sim.originate("1001", "10", true);
    EXPECT_EQ(sim.at(b).called.disclosure, Disclosure::NotYet);
}

TEST(Originate, IsRefusedWhenEveryAppearanceIsInUse) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    EXPECT_TRUE(sim.originate("2001").valid());
    EXPECT_FALSE(sim.originate("2001").valid());
    EXPECT_EQ(sim.refusal, Refusal::NoAppearance);
    EXPECT_EQ(sim.exchange.connection_count(), 1U);
}

TEST(Originate, IsRefusedWhenTheStationHasEnoughCallsOverAllItsAddresses) {
    Sim sim;
    sim.add("2001", {}, {.name = "desk", .max_active = 1});
    sim.add_address("2002", sim.station("2001"));
    sim.originate("2001");
    EXPECT_FALSE(sim.originate("2002").valid());
    EXPECT_EQ(sim.refusal, Refusal::NoAppearance);
}

TEST(Originate, IsRefusedOutOfService) {
    Sim sim;
    sim.exchange.set_service(sim.station("1001"), false);
    EXPECT_FALSE(sim.originate("1001", "1002").valid());
    EXPECT_EQ(sim.refusal, Refusal::OutOfService);
}

TEST(Originate, IsRefusedForAnAddressThatDoesNotExist) {
    Sim sim;
    sim.order({.kind = OrderKind::Originate, .address = AddressId{99}});
    EXPECT_EQ(sim.refusal, Refusal::Gone);
}

TEST(Originate, IsRefusedWhenTheNumberCannotBeDialled) {
    Sim sim;
    for (const std::string& digits :
         {std::string{"10x2"}, std::string(41, '1'), std::string{"1+2"}}) {
        EXPECT_FALSE(sim.originate("1001", digits).valid()) << digits;
        EXPECT_EQ(sim.refusal, Refusal::BadNumber) << digits;
    }
}

TEST(Originate, VetsTheNumberOnlyWhenAsked) {
    Sim sim;
    Order order{.kind = OrderKind::Originate, .address = sim.address("1001"), .digits = "777"};
    EXPECT_TRUE(sim.order(order).valid());
    order.vet_number = true;
    EXPECT_FALSE(sim.order(order).valid());
    EXPECT_EQ(sim.refusal, Refusal::BadNumber);
    order.digits = "100";
    sim.order(order);
    EXPECT_EQ(sim.refusal, Refusal::BadNumber) << "part of a number, said to be the whole";
    order.more = true;
    EXPECT_TRUE(sim.order(order).valid());
}

TEST(Originate, OfOnesOwnNumberIsRefusedWherePolicySaysSo) {
    Sim sim{Policy{.self_call = SelfCall::Refuse}, {"1001", "1002"}};
    EXPECT_FALSE(sim.originate("1001", "1001").valid());
    EXPECT_EQ(sim.refusal, Refusal::BadNumber);
    const ConnectionId a = sim.originate("1001", "100", true);
    sim.run(2s);
    EXPECT_EQ(sim.dial(a, "1"), Refusal::BadNumber);
    EXPECT_EQ(sim.dial(a, "2"), Refusal::None);
}

TEST(Originate, AsksForAFreshLineAndFindsTheTelephoneOffHook) {
    Sim sim;
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1001")), Refusal::None);
    sim.run(1s);
    sim.order({.kind = OrderKind::Originate, .address = sim.address("1001"), .fresh_line = true});
    EXPECT_EQ(sim.refusal, Refusal::LineTaken);
    EXPECT_EQ(sim.exchange.connection_count(), 1U);
}

TEST(Originate, JoinsTheLineThatAHandHasLifted) {
    Sim sim;
    sim.exchange.phone_lift(sim.station("1001"));
    sim.run(1s);
    const ConnectionId lifted = sim.newest("1001");
    EXPECT_EQ(sim.originate("1001", "1002"), lifted);
    EXPECT_EQ(sim.text(sim.at(lifted).called.number), "1002");
    EXPECT_EQ(sim.count(EventKind::PartiesChanged, "1001"), 1U);
    sim.run(2s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing routing delivered");
}

TEST(Originate, JoiningBeforeTheToneDialsAfterIt) {
    Sim sim;
    sim.exchange.phone_lift(sim.station("1001"));
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.when(a, ConnState::DialTone), 200ms);
    EXPECT_EQ(sim.when(a, ConnState::Dialing), 300ms);
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
}

TEST(Originate, NeedsNoFurtherAppearanceToJoin) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    sim.exchange.phone_lift(sim.station("2001"));
    EXPECT_TRUE(sim.originate("2001", "1002").valid());
}

TEST(Originate, TakesALineOfItsOwnOnceTheHandHasBegunToDial) {
    Sim sim;
    sim.exchange.phone_lift(sim.station("1001"));
    sim.exchange.phone_dial(sim.station("1001"), "1");
    sim.run(1s);
    const ConnectionId lifted = sim.newest("1001");
    EXPECT_NE(sim.originate("1001", "1002"), lifted);
    EXPECT_EQ(sim.exchange.connection_count(), 2U);
}

TEST(Originate, CarriesTheMediaAskedForOrTheExchangesOwn) {
    Sim sim{ExchangeOptions{.default_media = 4}};
    const ConnectionId plain = sim.originate("1001");
    const ConnectionId data = sim.order({.kind = OrderKind::Originate,
                                         .address = sim.address("1002"),
                                         .media = 16,
                                         .secure = true});
    EXPECT_EQ(sim.exchange.find(sim.at(plain).call)->media, 4U);
    EXPECT_EQ(sim.exchange.find(sim.at(data).call)->media, 16U);
    EXPECT_TRUE(sim.at(data).secure);
}

TEST(Originate, NumbersCallsFromOneAndNeverAgain) {
    Sim sim;
    const ConnectionId first = sim.originate("1001");
    EXPECT_EQ(sim.exchange.find(sim.at(first).call)->number, 1U);
    sim.clear(first);
    const ConnectionId second = sim.originate("1001");
    EXPECT_EQ(sim.exchange.find(sim.at(second).call)->number, 2U);
}

TEST(Order, CanBeWithdrawnUntilItIsCarriedOut) {
    Sim sim;
    const OrderId order =
        sim.exchange.place({.kind = OrderKind::Originate, .address = sim.address("1001")});
    EXPECT_EQ(sim.exchange.order_count(), 1U);
    EXPECT_TRUE(sim.exchange.withdraw(order));
    EXPECT_FALSE(sim.exchange.withdraw(order));
    EXPECT_EQ(sim.exchange.order_count(), 0U);
    sim.run(1s);
    EXPECT_TRUE(sim.log.events.empty());
    const OrderId late =
        sim.exchange.place({.kind = OrderKind::Originate, .address = sim.address("1001")});
    sim.run(10ms);
    EXPECT_FALSE(sim.exchange.withdraw(late));
}

TEST(Order, MayBePlacedByWhoIsBeingTold) {
    Sim sim;
    int placed = 0;
    sim.log.then = [&](const Event& e) {
        if (e.kind != EventKind::OrderTaken || ++placed > 40) return;
        sim.exchange.place(
            {.kind = OrderKind::Originate, .address = sim.address("1002"), .tag = 9});
    };
    sim.originate("1001", "1002");
    sim.run(5s);
    EXPECT_EQ(sim.exchange.order_count(), 0U);
    EXPECT_GT(placed, 1);
}

TEST(Order, KeepsItsDigitsWhenTheirOwnerForgetsThem) {
    Sim sim;
    {
        std::string digits = "1002";
        sim.exchange.place(
            {.kind = OrderKind::Originate, .address = sim.address("1001"), .digits = digits});
        digits.assign("9999");
    }
    sim.run(2s);
    EXPECT_EQ(sim.trace("1002"), "offered");
}

TEST(Order, AboutAConnectionThatIsGoneIsRefused) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(sim.clear(a), Refusal::None);
    for (const OrderKind kind : {OrderKind::Dial, OrderKind::Accept, OrderKind::Answer,
                                 OrderKind::Clear, OrderKind::Hold, OrderKind::Retrieve}) {
        EXPECT_EQ(sim.ask(kind, a), Refusal::Gone) << static_cast<int>(kind);
    }
    EXPECT_EQ(sim.swap(b, a), Refusal::Gone);
}

TEST(Limits, TwoOrdersForTheLastAppearanceLeaveOneWithoutIt) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    const Order order{.kind = OrderKind::Originate, .address = sim.address("2001")};
    sim.exchange.place(order);
    sim.exchange.place(order);
    sim.run(1s);
    std::string outcome;
    for (const Event& e : sim.log.events) {
        if (e.kind == EventKind::OrderTaken) outcome += "taken ";
        if (e.kind == EventKind::OrderRefused) outcome += name(e.refusal);
    }
    EXPECT_EQ(outcome, "taken noAppearance");
}

TEST(Limits, ACallThatIsClearedButNotReleasedStillUsesItsAppearance) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    const auto [a, b] = sim.connected("2001", "1002");
    sim.clear(b);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Cleared);
    EXPECT_EQ(sim.exchange.address(sim.address("2001")).active, 1U);
    EXPECT_FALSE(sim.originate("2001").valid());
    sim.clear(a);
    EXPECT_TRUE(sim.exchange.has_free_appearance(sim.address("2001")));
    EXPECT_TRUE(sim.originate("2001").valid());
}

}  // namespace
}  // namespace pbxlab::pbx
