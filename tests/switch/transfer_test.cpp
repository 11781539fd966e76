// A party is transferred, to somebody who has answered or is still to be reached.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// 1002 has called 1001, which holds it and has turned to 1003.
struct Scene {
    ConnectionId party, held, other;
};
Scene consulting(Sim& sim, bool answers) {
    const auto [party, own] = sim.connected("1002", "1001");
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = own,
                                          .address = sim.address("1001"),
                                          .digits = "1003"});
    sim.run(2s);
    if (answers) {
        EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
        sim.run(1s);
    }
    return {party, own, other};
}
Refusal transfer(Sim& sim, const Scene& scene) {
    return sim.ask(OrderKind::Transfer, scene.held, scene.other);
}
Refusal send_on(Sim& sim, ConnectionId from, std::string_view digits) {
    sim.order({.kind = OrderKind::SendOn, .connection = from, .digits = digits});
    return sim.refusal;
}

TEST(Transfer, ConnectsTheOthersAndReleasesBothCalls) {
    Sim sim;
    const Scene scene = consulting(sim, true);
    const ConnectionId target = sim.newest("1003");
    EXPECT_EQ(transfer(sim, scene), Refusal::None);
    EXPECT_EQ(sim.state(scene.held), ConnState::Null);
    EXPECT_EQ(sim.state(scene.other), ConnState::Null);
    EXPECT_EQ(sim.exchange.far_end(scene.party), target);
    EXPECT_FALSE(sim.at(scene.party).far_held);
    EXPECT_EQ(sim.text(sim.at(target).connected_to.number), "1002");
    EXPECT_EQ(sim.text(sim.at(target).redirecting.number), "1001");
    EXPECT_EQ(sim.text(sim.at(scene.party).connected_to.number), "1003");
    sim.clear(target);
    sim.run(1s);
    EXPECT_EQ(sim.state(scene.party), ConnState::Cleared);
}

TEST(Transfer, OffersARingingTargetTheOtherParty) {
    Sim sim;
    const Scene scene = consulting(sim, false);
    const ConnectionId target = sim.newest("1003");
    EXPECT_EQ(transfer(sim, scene), Refusal::None);
    EXPECT_EQ(sim.state(target), ConnState::Offered);
    EXPECT_EQ(sim.text(sim.at(target).caller.number), "1002");
    EXPECT_EQ(sim.at(target).reason, Reason::Transferred);
    EXPECT_EQ(sim.answer(target), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(scene.party), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(scene.party).connected_to.number), "1003");
}

TEST(Transfer, MakesAStationNoPartnerOfItself) {
    Sim sim;
    const auto [party, own] = sim.connected("1002", "1001");
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = own,
                                          .address = sim.address("1001"),
                                          .digits = "1002"});
    sim.run(2s);
    EXPECT_EQ(sim.ask(OrderKind::Transfer, own, other), Refusal::NotAllowed);
    EXPECT_EQ(sim.state(own), ConnState::Held);
}

TEST(Transfer, WhileTheTargetHasJustBeenReachedOffersItOneCall) {
    Sim sim;
    const auto [party, own] = sim.connected("1002", "1001");
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = own,
                                          .address = sim.address("1001"),
                                          .digits = "1003"});
    while (!sim.newest("1003").valid()) sim.step();
    EXPECT_EQ(sim.state(other), ConnState::Routing) << "nothing of the ringing is heard yet";
    EXPECT_EQ(sim.ask(OrderKind::Transfer, own, other), Refusal::None);
    sim.run(10s);
    EXPECT_EQ(sim.exchange.connection_count(), 2U);
    EXPECT_EQ(sim.at(sim.newest("1003")).reason, Reason::Transferred);
}

TEST(Transfer, GivesTheTargetANewConnectionWherePolicySaysSo) {
    Sim sim{Policy{.transfer_renews_target = true}, {"1001", "1002", "1003"}};
    const Scene scene = consulting(sim, true);
    const ConnectionId old = sim.newest("1003");
    EXPECT_EQ(transfer(sim, scene), Refusal::None);
    EXPECT_EQ(sim.state(old), ConnState::Null);
    const ConnectionId target = sim.newest("1003");
    EXPECT_EQ(sim.state(target), ConnState::Connected);
    EXPECT_EQ(sim.exchange.far_end(scene.party), target);
    EXPECT_EQ(sim.at(target).reason, Reason::Transferred);
    EXPECT_EQ(sim.text(sim.at(target).caller.number), "1002");
}

TEST(Transfer, LeavesASharedAddressTheCallThatItHas) {
    Sim sim{Policy{.transfer_renews_target = true}, {"1001", "1002"}};
    sim.add("1003", {.sharing = Sharing::Joined});
    sim.exchange.add_appearance(sim.exchange.add_station({.name = "next"}), sim.address("1003"),
                                {});
    const Scene scene = consulting(sim, true);
    const ConnectionId target = sim.exchange.far_end(scene.other);
    EXPECT_EQ(transfer(sim, scene), Refusal::None);
    EXPECT_EQ(sim.state(target), ConnState::Connected);
}

TEST(Transfer, HandsAHuntOnWithTheTimeThatItsStageHasLeft) {
    Sim sim{Policy{}, {"1001", "1002", "1003", "1004"}};
    GroupSpec sales{.number = "300"};
    sales.stages = {{{sim.address("1003")}, 10s}, {{sim.address("1004")}, 10s}};
    ASSERT_TRUE(sim.exchange.add_group(sales).has_value());
    const auto [party, own] = sim.connected("1002", "1001");
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = own,
                                          .address = sim.address("1001"),
                                          .digits = "300"});
    sim.run(6s);
    EXPECT_EQ(sim.ask(OrderKind::Transfer, own, other), Refusal::None);
    EXPECT_EQ(sim.at(sim.newest("1003")).reason, Reason::Transferred);
    EXPECT_EQ(sim.text(sim.at(sim.newest("1003")).caller.number), "1002");
    sim.run(3s);
    EXPECT_FALSE(sim.newest("1004").valid()) << "the stage has some of its time left";
    sim.run(2s);
    ASSERT_TRUE(sim.newest("1004").valid());
    EXPECT_EQ(sim.answer(sim.newest("1004")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.exchange.far_end(party), sim.newest("1004"));
}

TEST(Transfer, NeedsAPartyThatIsStillThere) {
    Sim sim;
    const Scene scene = consulting(sim, true);
    sim.clear(sim.newest("1003"));
    EXPECT_EQ(transfer(sim, scene), Refusal::WrongState) << "the news of it is on its way";
}

TEST(Transfer, OfAPartyThatIsOnItsWayHasToWait) {
    Sim sim{ExchangeOptions{}, {"1001", "1002", "1003", "1004"}};
    const Scene scene = consulting(sim, false);
    EXPECT_EQ(transfer(sim, scene), Refusal::None);
    EXPECT_EQ(send_on(sim, scene.party, "1004"), Refusal::WrongState);
    sim.answer(sim.newest("1003"));
    sim.run(1s);
    EXPECT_EQ(send_on(sim, scene.party, "1004"), Refusal::None);
}

TEST(Transfer, KeepsTheTrunksOfBothParties) {
    Sim sim{ExchangeOptions{.trunks = 2}, {"1001", "1002"}};
    const OutsideId one = sim.outside("555");
    const OutsideId two = sim.outside("666");
    (void)sim.exchange.outside_calls(one, "1001");
    sim.run(1s);
    const ConnectionId held = sim.newest("1001");
    sim.answer(held);
    const ConnectionId other = sim.order({.kind = OrderKind::Consult,
                                          .connection = held,
                                          .address = sim.address("1001"),
                                          .digits = "9666"});
    sim.run(10s);
    EXPECT_EQ(sim.ask(OrderKind::Transfer, held, other), Refusal::None);
    EXPECT_EQ(sim.exchange.outside_calls(sim.outside("777"), "1002"), Refusal::NoAppearance);
    (void)sim.exchange.outside_hangs_up(one);
    sim.run(1s);
    EXPECT_FALSE(sim.exchange.outside(two).connection.valid());
    EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
}

TEST(SendOn, BringsThePartyToTheNumber) {
    Sim sim;
    const auto [party, own] = sim.connected("1002", "1001");
    EXPECT_EQ(send_on(sim, own, "1003"), Refusal::None);
    EXPECT_EQ(sim.state(own), ConnState::Null);
    sim.run(1s);
    const ConnectionId target = sim.newest("1003");
    EXPECT_EQ(sim.at(target).reason, Reason::Transferred);
    EXPECT_EQ(sim.text(sim.at(target).caller.number), "1002");
    EXPECT_EQ(sim.text(sim.at(target).called.number), "1001") << "whom the party had called";
    EXPECT_EQ(sim.answer(target), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.text(sim.at(party).connected_to.number), "1003");
}

TEST(SendOn, APartyThatFindsNobodyComesBack) {
    Sim sim;
    const auto [party, own] = sim.connected("1002", "1001");
    EXPECT_EQ(send_on(sim, own, "7"), Refusal::None);
    sim.run(1s);
    const ConnectionId back = sim.newest("1001");
    EXPECT_EQ(sim.state(back), ConnState::Offered);
    EXPECT_EQ(sim.at(back).reason, Reason::Reminder);
    EXPECT_EQ(sim.state(party), ConnState::Connected);
}

TEST(SendOn, APartyThatNobodyAnswersComesBackInTime) {
    Sim sim{Policy{.transfer_recall_time = 20s}, {"1001", "1002", "1003"}};
    const auto [party, own] = sim.connected("1002", "1001");
    EXPECT_EQ(send_on(sim, own, "1003"), Refusal::None);
    sim.run(19s);
    EXPECT_FALSE(sim.newest("1001").valid());
    sim.run(2s);
    EXPECT_EQ(sim.state(sim.newest("1001")), ConnState::Offered);
    EXPECT_FALSE(sim.newest("1003").valid());
}

TEST(SendOn, ThePartyMayCallAgain) {
    Sim sim{Policy{.on_transfer = OnTransfer::CallsAgain}, {"1001", "1002", "1003"}};
    const auto [party, own] = sim.connected("1002", "1001");
    EXPECT_EQ(send_on(sim, own, "1003"), Refusal::None);
    sim.run(2s);
    sim.answer(sim.newest("1003"));
    sim.run(1s);
    EXPECT_TRUE(sim.trace(party).ends_with("connected routing delivered connected"));
}

}  // namespace
}  // namespace pbxlab::pbx
