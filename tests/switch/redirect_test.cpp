// An offered call is sent on to another number (nf-tapi-lineredirectw; reference: call-model 17).
#include "sim.h"

namespace pbxlab::pbx {
namespace {

Refusal redirect(Sim& sim, ConnectionId id, std::string_view to, bool vet = false) {
    sim.order({.kind = OrderKind::Redirect, .connection = id, .digits = to, .vet_number = vet});
    return sim.refusal;
}

TEST(Redirect, TakesTheOfferElsewhereAndTellsBothEndsBetweenWhom) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::None);
    EXPECT_EQ(sim.trace(b), "offered null/sentOn");
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
    sim.run(1s);
    const Connection& c = sim.at(sim.newest("1003"));
    EXPECT_EQ(c.state, ConnState::Offered);
    EXPECT_EQ(c.reason, Reason::Redirected);
    EXPECT_EQ(sim.text(c.caller.number), "1001");
    EXPECT_EQ(sim.text(c.called.number), "1002");
    for (const Connection* end : {&c, &sim.at(a)}) {
        EXPECT_EQ(sim.text(end->redirecting.number), "1002");
        EXPECT_EQ(sim.text(end->redirected_to.number), "1003");
    }
    EXPECT_EQ(sim.at(a).reason, Reason::Direct);
    EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.text(sim.at(a).connected_to.number), "1003");
}

TEST(Redirect, IsRefusedInOtherStatesAndToItself) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(redirect(sim, a, "1003"), Refusal::WrongState);
    EXPECT_EQ(redirect(sim, b, "1002"), Refusal::BadNumber);
    EXPECT_EQ(redirect(sim, b, "x"), Refusal::BadNumber);
    EXPECT_EQ(redirect(sim, b, "7777", true), Refusal::BadNumber);
    sim.exchange.set_service(sim.station("1002"), false);
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::OutOfService);
    sim.clear(a);
    sim.run(1s);
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::Gone);
}

TEST(Redirect, OfAConnectedCallNeedsACallerWhoIsThere) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    EXPECT_EQ(redirect(sim, a, "1003"), Refusal::WrongState) << "it was not offered there";
    EXPECT_EQ(sim.hold(a), Refusal::None);
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::WrongState);
    EXPECT_EQ(sim.retrieve(a), Refusal::None);
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.state(sim.newest("1003")), ConnState::Offered);
}

TEST(Redirect, FailsForTheCallerWhereTheTargetCannotTakeIt) {
    Sim sim{ExchangeOptions{.trunks = 0}, {"1001", "1002", "1003"}};
    sim.outside("555");
    for (const auto& [number, state] :
         {std::pair{"1001", ConnState::BusyTone}, std::pair{"7777", ConnState::Cleared},
          std::pair{"9555", ConnState::BusyTone}}) {
        const auto [a, b] = sim.ringing("1001", "1002");
        EXPECT_EQ(redirect(sim, b, number), Refusal::None);
        sim.run(1s);
        EXPECT_EQ(sim.state(a), state) << number;
        sim.clear(a);
    }
}

TEST(Redirect, IsRefusedFirstByAnExchangeThatLooks) {
    Policy policy;
    policy.on_redirect = OnRedirect::Refuse;
    Sim sim{policy, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(redirect(sim, b, "7777"), Refusal::BadNumber);
    sim.exchange.set_service(sim.station("1003"), false);
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::TargetBusy);
    EXPECT_EQ(sim.at(a).redirecting, Party{});
    sim.exchange.set_service(sim.station("1003"), true);
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::None);
}

TEST(Redirect, EndsWithTheLongestChain) {
    Policy policy;
    policy.most_diversions = 1;
    Sim sim{policy, {"1001", "1002", "1003"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(redirect(sim, b, "1003"), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(redirect(sim, sim.newest("1003"), "1002"), Refusal::NotAllowed);
    EXPECT_EQ(sim.state(sim.newest("1003")), ConnState::Offered);
}

TEST(Redirect, ReachesTheOutsideFromWhereverItRang) {
    for (const auto does :
         {OutsideScript::Does::Answers, OutsideScript::Does::Busy, OutsideScript::Does::SpecialInfo,
          OutsideScript::Does::DoesNotExist, OutsideScript::Does::Congestion}) {
        Sim sim;
        sim.outside("555", {.does = does});
        const auto [a, b] = sim.ringing("1001", "1002");
        EXPECT_EQ(redirect(sim, b, "9555"), Refusal::None);
        sim.run(5s);
        const ConnState state = sim.state(a);
        EXPECT_EQ(state, does == OutsideScript::Does::Answers ? ConnState::Connected
                         : does == OutsideScript::Does::Busy  ? ConnState::BusyTone
                                                              : ConnState::Cleared);
        sim.clear(a);
        sim.run(1s);
        EXPECT_EQ(sim.exchange.connection_count(), 0U);
    }
}

}  // namespace
}  // namespace pbxlab::pbx
