// The person at the telephone.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Telephone, LiftingSeizesALineOfItsFirstAddress) {
    Sim sim;
    sim.add_address("1009", sim.station("1001"));
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1001")), Refusal::None);
    EXPECT_EQ(sim.now(), 0ms) << "a hand needs no request time";
    sim.run(1s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone");
    EXPECT_TRUE(sim.at(sim.newest("1001")).by_hand);
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1001"), sim.address("1009")), Refusal::None);
    EXPECT_EQ(sim.trace("1009"), "seized");
}

TEST(Telephone, LiftingAnswersWhatRings) {
    Sim sim;
    const auto [a, b] = sim.ringing("1001", "1002");
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1002")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
}

TEST(Telephone, LiftingIsRefusedWithoutServiceOrAppearance) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("2001")), Refusal::None);
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("2001")), Refusal::NoAppearance);
    sim.exchange.set_service(sim.station("1001"), false);
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1001")), Refusal::OutOfService);
    const StationId bare = sim.exchange.add_station({.name = "bare"});
    EXPECT_EQ(sim.exchange.phone_lift(bare), Refusal::NoAppearance);
}

TEST(Telephone, DiallingNeedsALineThatTakesDigits) {
    Sim sim;
    const StationId station = sim.station("1001");
    EXPECT_EQ(sim.exchange.phone_dial(station, "1"), Refusal::Nothing);
    sim.ringing("1001", "1002");
    EXPECT_EQ(sim.exchange.phone_dial(station, "1"), Refusal::WrongState);
}

TEST(Telephone, DiallingRefusesWhatIsNotOnTheKeys) {
    Sim sim;
    const StationId station = sim.station("1001");
    sim.exchange.phone_lift(station);
    EXPECT_EQ(sim.exchange.phone_dial(station, "1x"), Refusal::BadNumber);
    EXPECT_EQ(sim.exchange.phone_dial(station, ""), Refusal::BadNumber);
    EXPECT_EQ(sim.exchange.phone_dial(station, std::string(41, '1')), Refusal::BadNumber);
}

TEST(Telephone, DiallingByHandContinuesARequestedCall) {
    Sim sim;
    const ConnectionId a = sim.originate("1001");
    sim.run(1s);
    EXPECT_EQ(sim.exchange.phone_dial(sim.station("1001"), "1002"), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.state(a), ConnState::Delivered);
}

TEST(Telephone, DiallingPrefersTheLineThatTheHandLifted) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "1", true);
    sim.run(1s);
    sim.exchange.phone_lift(sim.station("1001"));
    EXPECT_EQ(sim.exchange.phone_dial(sim.station("1001"), "1002"), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.state(a), ConnState::Dialing);
    EXPECT_EQ(sim.state(sim.newest("1001")), ConnState::Delivered);
}

TEST(Telephone, AnswersTheOldestPresentedCall) {
    Sim sim;
    EXPECT_EQ(sim.exchange.phone_answer(sim.station("1003")), Refusal::Nothing);
    const ConnectionId first = sim.ringing("1001", "1003").b;
    const ConnectionId second = sim.ringing("1002", "1003").b;
    EXPECT_EQ(sim.exchange.phone_answer(sim.station("1003")), Refusal::None);
    EXPECT_EQ(sim.state(first), ConnState::Connected);
    EXPECT_EQ(sim.state(second), ConnState::Offered);
    EXPECT_EQ(sim.exchange.phone_answer(sim.station("1003")), Refusal::None);
    EXPECT_EQ(sim.state(first), ConnState::Held);
}

TEST(Telephone, FlashTakesAWaitingCallAndHoldsTheOther) {
    Sim sim{Policy{.on_answer = OnAnswer::DropActive}, {"1001", "1002", "1003"}};
    const ConnectionId b = sim.connected("1001", "1002").b;
    const ConnectionId waiting = sim.ringing("1003", "1002").b;
    EXPECT_EQ(sim.exchange.phone_flash(sim.station("1002")), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Held) << "a flash never drops";
    EXPECT_EQ(sim.state(waiting), ConnState::Connected);
}

TEST(Telephone, FlashSwapsHoldsAndRetrieves) {
    Sim sim;
    const StationId station = sim.station("1002");
    EXPECT_EQ(sim.exchange.phone_flash(station), Refusal::Nothing);
    const ConnectionId b = sim.connected("1001", "1002").b;
    EXPECT_EQ(sim.exchange.phone_flash(station), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Held);
    EXPECT_EQ(sim.exchange.phone_flash(station), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    sim.exchange.phone_flash(station);
    const ConnectionId c = sim.connected("1003", "1002").b;
    EXPECT_EQ(sim.exchange.phone_flash(station), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    EXPECT_EQ(sim.state(c), ConnState::Held);
}

TEST(Telephone, FlashTakesBackTheCallHeldLongest) {
    Sim sim;
    const ConnectionId b = sim.connected("1001", "1002").b;
    sim.exchange.phone_flash(sim.station("1002"));
    const ConnectionId c = sim.connected("1003", "1002").b;
    sim.hold(c);
    EXPECT_EQ(sim.exchange.phone_flash(sim.station("1002")), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Connected);
    EXPECT_EQ(sim.state(c), ConnState::Held);
}

TEST(Telephone, FlashIsRefusedWhenTheCallCannotBeHeld) {
    Sim sim;
    sim.add("2001", {.max_held = 0});
    const ConnectionId a = sim.connected("2001", "1002").a;
    EXPECT_EQ(sim.exchange.phone_flash(sim.station("2001")), Refusal::HoldFull);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    sim.ringing("1001", "2001");
    EXPECT_EQ(sim.exchange.phone_flash(sim.station("2001")), Refusal::HoldFull);
}

TEST(Telephone, FlashGivesANewLineByHandWherePolicySaysSo) {
    Sim sim{Policy{.hold_makes_new = true}, {"1001", "1002"}};
    sim.connected("1001", "1002");
    EXPECT_EQ(sim.exchange.phone_flash(sim.station("1001")), Refusal::None);
    EXPECT_TRUE(sim.at(sim.newest("1001")).by_hand);
}

TEST(Telephone, HangingUpReleasesTheActiveCallFirst) {
    Sim sim;
    const StationId station = sim.station("1002");
    EXPECT_EQ(sim.exchange.phone_hang_up(station), Refusal::Nothing);
    const ConnectionId b = sim.connected("1001", "1002").b;
    const ConnectionId waiting = sim.ringing("1003", "1002").b;
    EXPECT_EQ(sim.exchange.phone_hang_up(station), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Null);
    EXPECT_EQ(sim.state(waiting), ConnState::Offered);
    EXPECT_EQ(sim.exchange.phone_hang_up(station), Refusal::None);
    EXPECT_EQ(sim.trace(waiting), "offered null") << "turned down";
    sim.run(1s);
    EXPECT_TRUE(sim.trace("1003").ends_with("cleared/rejected"));
}

TEST(Telephone, HangingUpDoesNotTouchHeldCalls) {
    Sim sim;
    const ConnectionId b = sim.connected("1001", "1002").b;
    sim.hold(b);
    EXPECT_EQ(sim.exchange.phone_hang_up(sim.station("1002")), Refusal::Nothing);
    EXPECT_EQ(sim.state(b), ConnState::Held);
}

TEST(Telephone, WithoutServiceDoesNothingButHangUp) {
    Sim sim;
    const ConnectionId b = sim.connected("1001", "1002").b;
    const StationId station = sim.station("1002");
    sim.exchange.set_service(station, false);
    EXPECT_EQ(sim.exchange.phone_flash(station), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_dial(station, "1"), Refusal::OutOfService);
    EXPECT_EQ(sim.exchange.phone_hang_up(station), Refusal::None);
    EXPECT_EQ(sim.state(b), ConnState::Null);
}

}  // namespace
}  // namespace pbxlab::pbx
