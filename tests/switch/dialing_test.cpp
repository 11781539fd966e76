// Numbers given whole, in pieces and by hand; numbers nobody has.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

TEST(Dialing, GoesOnWhereThePartialNumberStopped) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "10", true);
    sim.run(5s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing");
    EXPECT_EQ(sim.dial(a, "02", true), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing dialing routing delivered");
    EXPECT_EQ(sim.text(sim.at(a).called.number), "1002");
    EXPECT_EQ(sim.exchange.find(sim.at(a).call)->digits, "1002");
}

// LINECALLSTATUS, tStateEntryTime: when the state was entered (reference: call-model 1)
TEST(Dialing, FurtherDigitsDoNotEnterTheStateAnew) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "1", true);
    sim.run(1s);
    sim.dial(a, "0", true);
    sim.run(1s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing dialing");
    EXPECT_EQ(sim.at(a).since, SimTime{310ms});
}

TEST(Dialing, BeginsAtDialTone) {
    Sim sim;
    const ConnectionId a = sim.originate("1001");
    EXPECT_EQ(sim.dial(a, "1002"), Refusal::WrongState) << "no tone yet";
    sim.run(1s);
    EXPECT_EQ(sim.dial(a, "1002"), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing routing delivered");
    EXPECT_EQ(sim.count(EventKind::PartiesChanged, "1001"), 1U) << "whom it calls is known now";
    EXPECT_EQ(sim.dial(a, "1"), Refusal::WrongState);
}

TEST(Dialing, QueuesDigitsBehindThoseStillBeingSent) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "10", true);
    sim.run(300ms);  // the first digit has just been sent
    EXPECT_EQ(sim.state(a), ConnState::Dialing);
    EXPECT_EQ(sim.dial(a, "02", true), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.when(a, ConnState::Routing), 210ms + 4 * 100ms + 20ms);
}

TEST(Dialing, WaitsForThePausesInTheNumber) {
    Sim sim;
    const ConnectionId a = sim.order({.kind = OrderKind::Originate,
                                      .address = sim.address("1001"),
                                      .digits = "1002",
                                      .pauses = 2});
    sim.run(10s);
    EXPECT_EQ(sim.when(a, ConnState::Routing), 630ms + 4s);
}

TEST(Dialing, ANumberNobodyHasIsCleared) {
    Sim sim;
    sim.originate("1001", "777");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing cleared/badNumber");
}

TEST(Dialing, ANumberNobodyHasIsInterceptedWherePolicySaysSo) {
    Sim sim{Policy{.on_bad_number = Treatment::Intercept}, {"1001"}};
    sim.originate("1001", "777");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing intercepted/vacantTone");
}

TEST(Dialing, AHopelessNumberFailsAtOnceThoughMoreWasToFollow) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "7", true);
    sim.run(1s);
    EXPECT_EQ(sim.when(a, ConnState::Cleared), 210ms + 100ms + 20ms);
}

TEST(Dialing, AWholeNumberThatIsOnlyPartOfOneIsBad) {
    Sim sim;
    sim.originate("1001", "100");
    sim.run(2s);
    EXPECT_EQ(sim.trace("1001"), "seized dialTone dialing cleared/badNumber");
}

TEST(Dialing, ThatWasAllEndsAnOpenNumber) {
    Sim sim{Policy{}, {"1001", "1002", "100"}};
    const ConnectionId a = sim.originate("1001", "100", true);
    sim.run(5s);
    EXPECT_EQ(sim.state(a), ConnState::Dialing) << "1002 could still be meant";
    EXPECT_EQ(sim.dial(a, ""), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace("100"), "offered");
    EXPECT_EQ(sim.trace("1002"), "");
}

TEST(Dialing, ThatWasAllNeedsANumberToWhichMoreCouldCome) {
    Sim sim;
    const ConnectionId a = sim.originate("1001");
    sim.run(1s);
    EXPECT_EQ(sim.dial(a, ""), Refusal::WrongState) << "nothing was dialled";
    sim.dial(a, "1002");
    sim.run(150ms);
    EXPECT_EQ(sim.state(a), ConnState::Dialing);
    EXPECT_EQ(sim.dial(a, ""), Refusal::WrongState) << "that was said already";
}

TEST(Dialing, NothingAndMoreToFollowChangesNothing) {
    Sim sim;
    const ConnectionId a = sim.originate("1001");
    sim.run(1s);
    EXPECT_EQ(sim.dial(a, "", true), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::DialTone);
}

TEST(Dialing, RefusesDigitsThatCannotBeDialled) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "1", true);
    sim.run(1s);
    EXPECT_EQ(sim.dial(a, "x"), Refusal::BadNumber);
    EXPECT_EQ(sim.dial(a, "+1"), Refusal::BadNumber) << "a plus sign only begins a number";
    EXPECT_EQ(sim.dial(a, std::string(40, '1')), Refusal::BadNumber) << "41 digits";
    sim.order({.kind = OrderKind::Dial, .connection = a, .digits = "7", .vet_number = true});
    EXPECT_EQ(sim.refusal, Refusal::BadNumber);
    EXPECT_EQ(sim.exchange.find(sim.at(a).call)->digits, "1") << "nothing changed";
}

TEST(Dialing, AnIncompleteNumberEndsAfterTheInterDigitLimit) {
    Sim sim{Policy{.inter_digit_limit = 4s}, {"1001", "1002", "100"}};
    const ConnectionId a = sim.originate("1001", "10", true);
    sim.run(10s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing cleared/badNumber");
    EXPECT_EQ(sim.when(a, ConnState::Cleared), 210ms + 200ms + 4s) << "from the last digit";
}

TEST(Dialing, AnOpenNumberIsTakenAsItStandsAfterTheInterDigitLimit) {
    Sim sim{Policy{.inter_digit_limit = 4s}, {"1001", "1002", "100"}};
    sim.originate("1001", "100", true);
    sim.run(10s);
    EXPECT_EQ(sim.trace("100"), "offered");
}

TEST(Dialing, ADigitOnItsWayWhenTheLimitIsReachedStillCounts) {
    Sim sim{Policy{.inter_digit_limit = 1s}, {"1001", "1002", "100"}};
    const ConnectionId a = sim.originate("1001", "100", true);
    sim.run(210ms + 300ms + 950ms - sim.now());
    EXPECT_EQ(sim.dial(a, "2", true), Refusal::None);
    const Duration given = sim.now();
    sim.run(3s);
    EXPECT_EQ(sim.when(a, ConnState::Routing), given + 100ms + 20ms) << "not before it was sent";
    EXPECT_EQ(sim.trace("1002"), "offered");
    EXPECT_EQ(sim.trace("100"), "");
}

TEST(Dialing, ByHandGoesDigitByDigit) {
    Sim sim;
    sim.exchange.phone_lift(sim.station("1001"));
    sim.run(1s);
    EXPECT_EQ(sim.exchange.phone_dial(sim.station("1001"), "1002"), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.trace("1001"),
              "seized dialTone dialing dialing dialing dialing routing delivered");
    EXPECT_EQ(sim.when(sim.newest("1001"), ConnState::Routing), 1s + 400ms + 20ms);
}

TEST(Dialing, ByHandHasItsOwnLimit) {
    Sim sim{Policy{.inter_digit_limit = 1s, .hand_digit_limit = 3s}, {"1001", "1002", "100"}};
    sim.exchange.phone_lift(sim.station("1001"));
    sim.exchange.phone_dial(sim.station("1001"), "100");
    sim.run(10s);
    EXPECT_EQ(sim.when(sim.newest("1001"), ConnState::Routing), 200ms + 300ms + 3s);
    EXPECT_EQ(sim.trace("100"), "offered");
}

TEST(Dialing, FurtherDigitsAfterACompleteNumberAreLost) {
    Sim sim;
    sim.exchange.phone_lift(sim.station("1001"));
    sim.exchange.phone_dial(sim.station("1001"), "100299");
    sim.run(3s);
    EXPECT_EQ(sim.trace("1002"), "offered");
    EXPECT_EQ(sim.exchange.find(sim.at(sim.newest("1001")).call)->digits, "1002");
}

// An empty piece ends a number that was announced to come in pieces (nf-tapi-linedialw).
TEST(Dialing, ANumberThatNeverBeganIsNobodys) {
    Sim sim{Policy{}, {"1001"}};
    const ConnectionId a = sim.originate("1001");
    sim.run(1s);
    EXPECT_EQ(sim.dial(a, ""), Refusal::WrongState) << "nothing was announced";
    EXPECT_EQ(sim.dial(a, "", true), Refusal::None);
    EXPECT_EQ(sim.dial(a, ""), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace(a), "seized dialTone cleared/badNumber");
}

// LINESPECIALINFO_REORDER: "off-hook too long" (reference: call-model 2)
TEST(Dialing, DialToneWithoutADigitEndsInReorderTone) {
    Sim sim{Policy{.first_digit_limit = 15s}, {"1001"}};
    const ConnectionId a = sim.originate("1001");
    sim.run(1min);
    EXPECT_EQ(sim.trace(a), "seized dialTone intercepted/reorderTone");
    EXPECT_EQ(sim.when(a, ConnState::Intercepted), 210ms + 15s);
}

TEST(Dialing, TheInformationToneEndsWherePolicyLimitsIt) {
    Sim sim{Policy{.tone_limit = 5s, .on_bad_number = Treatment::Intercept}, {"1001"}};
    sim.originate("1001", "7");
    sim.run(1min);
    EXPECT_EQ(sim.trace("1001"),
              "seized dialTone dialing intercepted/vacantTone cleared/vacantTone");
}

}  // namespace
}  // namespace pbxlab::pbx
