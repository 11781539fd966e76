// The outside world: every script, trunks, and parties that call in.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

using Does = OutsideScript::Does;

struct ScriptCase {
    Does does;
    Cause tone;
    std::string_view ending;  // of the caller, after "seized dialTone dialing "
    bool keeps_trunk;
};
class OutsideScripts : public testing::TestWithParam<ScriptCase> {};

TEST_P(OutsideScripts, AreWhatTheCallerGets) {
    Sim sim;
    OutsideScript script{.does = GetParam().does, .tone = GetParam().tone};
    script.after_least = script.after_most = 3s;
    sim.outside("5550100", script);
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(1min);
    EXPECT_EQ(sim.trace(a), fmt::format("seized dialTone dialing {}", GetParam().ending));
    const std::uint32_t trunk = sim.exchange.trunk_of(sim.at(a).call);
    EXPECT_EQ(trunk != kNobody, GetParam().keeps_trunk);
}
INSTANTIATE_TEST_SUITE_P(
    Every, OutsideScripts,
    testing::Values(
        ScriptCase{Does::Answers, {}, "routing delivered connected", true},
        ScriptCase{Does::NoAnswer, {}, "routing delivered", true},
        ScriptCase{Does::Busy, {}, "routing busyTone/busy", true},
        ScriptCase{Does::Rejects, {}, "routing delivered cleared/rejected", false},
        ScriptCase{Does::SpecialInfo, Cause::VacantTone, "routing intercepted/vacantTone", true},
        ScriptCase{Does::SpecialInfo, Cause::CircuitTone, "routing intercepted/circuitTone", true},
        ScriptCase{Does::SpecialInfo, Cause::ReorderTone, "routing intercepted/reorderTone", true},
        ScriptCase{Does::DoesNotExist, {}, "routing cleared/badNumber", false},
        ScriptCase{Does::NumberChanged, {}, "routing cleared/numberChanged", false},
        ScriptCase{Does::OutOfOrder, {}, "routing cleared/outOfOrder", false},
        ScriptCase{Does::Unreachable, {}, "routing cleared/unreachable", false},
        ScriptCase{Does::Congestion, {}, "routing cleared/congestion", false}));

TEST(Outside, GivesItsFirstSignAfterTheTrunkIsSetUp) {
    Sim sim;
    sim.outside("5550100", {.after_least = 3s, .after_most = 3s});
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(1min);
    const Duration routing = sim.when(a, ConnState::Routing);
    EXPECT_EQ(sim.when(a, ConnState::Delivered), routing + 500ms + 30ms);
    EXPECT_EQ(sim.when(a, ConnState::Connected), routing + 500ms + 3s + 30ms);
    EXPECT_EQ(sim.text(sim.at(a).connected_to.number), "5550100");
    EXPECT_EQ(sim.text(sim.at(a).called.number), "5550100");
}

TEST(Outside, ANumberThatNobodyHasDoesNotExist) {
    Sim sim;
    const ConnectionId a = sim.originate("1001", "912345");
    sim.run(5s);
    EXPECT_EQ(sim.trace(a), "seized dialTone dialing routing cleared/badNumber");
    EXPECT_EQ(sim.text(sim.at(a).called.number), "912345");
}

TEST(Outside, ANumberThatDoesNotExistIsInterceptedWherePolicySaysSo) {
    Sim sim{Policy{.on_bad_number = Treatment::Intercept}, {"1001"}};
    sim.originate("1001", "912345");
    sim.run(5s);
    EXPECT_TRUE(sim.trace("1001").ends_with("routing intercepted/vacantTone"));
}

TEST(Outside, AnswersWithinItsSpanTheSameForOneSeed) {
    const auto answered = [](std::uint64_t seed) {
        Sim sim{ExchangeOptions{.seed = seed}};
        sim.outside("5550100", {.after_least = 1s, .after_most = 9s});
        const ConnectionId a = sim.originate("1001", "95550100");
        sim.run(1min);
        return sim.when(a, ConnState::Connected) - sim.when(a, ConnState::Delivered);
    };
    EXPECT_EQ(answered(1), answered(1));
    EXPECT_NE(answered(1), answered(2));
    EXPECT_GE(answered(3), 1s);
    EXPECT_LE(answered(3), 9s);
}

TEST(Outside, OnePartysDrawsDoNotShiftAnothers) {
    const auto answered = [](bool other_first) {
        Sim sim;
        sim.outside("5550100", {.after_least = 1s, .after_most = 9s});
        sim.outside("5550200", {.after_least = 1s, .after_most = 9s});
        if (other_first) sim.clear(sim.originate("1002", "95550200"));
        if (other_first) sim.originate("1002", "95550200");
        const ConnectionId a = sim.originate("1001", "95550100");
        sim.run(1min);
        return sim.when(a, ConnState::Connected) - sim.when(a, ConnState::Delivered);
    };
    EXPECT_EQ(answered(false), answered(true));
}

TEST(Outside, HangsUpAfterItsTimeAndFreesTheTrunk) {
    Sim sim;
    sim.outside("5550100", {.clears_after = 10s});
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(1min);
    EXPECT_TRUE(sim.trace(a).ends_with("connected cleared/normal"));
    EXPECT_EQ(sim.exchange.trunk_of(sim.at(a).call), kNobody);
    EXPECT_EQ(sim.trace("5550100"), "offered connected null");
}

TEST(Outside, HangsUpWhenTheOtherPartyHasGone) {
    Sim sim;
    const OutsideId party = sim.outside("5550100");
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(1min);
    sim.clear(a);
    sim.run(1s);
    EXPECT_EQ(sim.trace("5550100"), "offered connected cleared/normal null");
    EXPECT_FALSE(sim.exchange.outside(party).connection.valid());
    EXPECT_EQ(sim.exchange.connection_count(), 0U);
}

TEST(Outside, APartyInACallIsBusy) {
    Sim sim;
    sim.outside("5550100");
    sim.originate("1001", "95550100");
    sim.run(10s);
    sim.originate("1002", "95550100");
    sim.run(5s);
    EXPECT_TRUE(sim.trace("1002").ends_with("routing busyTone/busy"));
}

TEST(Outside, CanBeCalledWithAPlusSign) {
    Sim sim;
    sim.outside("+14255550100");
    sim.originate("1001", "+14255550100");
    sim.run(10s);
    EXPECT_TRUE(sim.trace("1001").ends_with("connected"));
}

TEST(Outside, IsMovedByTheTest) {
    Sim sim;
    const OutsideId party = sim.outside("5550100", {.does = Does::NoAnswer});
    EXPECT_EQ(sim.exchange.outside_answers(party), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.outside_rejects(party), Refusal::Nothing);
    EXPECT_EQ(sim.exchange.outside_hangs_up(party), Refusal::Nothing);
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(10s);
    EXPECT_EQ(sim.exchange.outside_answers(party), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.exchange.outside_answers(party), Refusal::WrongState);
    EXPECT_EQ(sim.exchange.outside_rejects(party), Refusal::WrongState);
    EXPECT_EQ(sim.exchange.outside_hangs_up(party), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(a), ConnState::Cleared);
}

TEST(Outside, RejectsWhenTold) {
    Sim sim;
    const OutsideId party = sim.outside("5550100", {.does = Does::NoAnswer});
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(10s);
    EXPECT_EQ(sim.exchange.outside_rejects(party), Refusal::None);
    sim.run(1s);
    EXPECT_TRUE(sim.trace(a).ends_with("delivered cleared/rejected"));
}

TEST(Outside, ANewScriptHoldsFromTheNextCallOn) {
    Sim sim;
    const OutsideId party = sim.outside("5550100");
    sim.exchange.set_script(party, {.does = Does::Busy});
    sim.originate("1001", "95550100");
    sim.run(5s);
    EXPECT_TRUE(sim.trace("1001").ends_with("busyTone/busy"));
}

TEST(Trunks, ACallThatFindsNoneGetsTheTrunksBusyTone) {
    Sim sim{ExchangeOptions{.trunks = 1}};
    sim.outside("5550100");
    sim.outside("5550200");
    const ConnectionId a = sim.originate("1001", "95550100");
    sim.run(10s);
    EXPECT_EQ(sim.exchange.trunk_of(sim.at(a).call), 0U);
    const ConnectionId b = sim.originate("1002", "95550200");
    sim.run(5s);
    EXPECT_TRUE(sim.trace(b).ends_with("routing busyTone/trunksBusy"));
    sim.clear(a);
    sim.clear(b);
    sim.run(1s);
    const ConnectionId c = sim.originate("1002", "95550200");
    sim.run(10s);
    EXPECT_EQ(sim.state(c), ConnState::Connected) << "the trunk is free again";
}

struct TrunkCase {
    Treatment treatment;
    std::string_view ending;
};
class TrunksBusyTreatment : public testing::TestWithParam<TrunkCase> {};

TEST_P(TrunksBusyTreatment, GivesTheCallerWhatPolicySays) {
    Sim sim{ExchangeOptions{.policy = {.on_trunks_busy = GetParam().treatment}, .trunks = 0}};
    sim.originate("1001", "912345");
    sim.run(1min);
    EXPECT_EQ(sim.trace("1001"),
              fmt::format("seized dialTone dialing routing {}", GetParam().ending));
}
INSTANTIATE_TEST_SUITE_P(Every, TrunksBusyTreatment,
                         testing::Values(TrunkCase{Treatment::Tone, "busyTone/trunksBusy"},
                                         TrunkCase{Treatment::ToneThenClear,
                                                   "busyTone/trunksBusy cleared/trunksBusy"},
                                         TrunkCase{Treatment::Intercept, "intercepted/circuitTone"},
                                         TrunkCase{Treatment::Clear, "cleared/congestion"}));

TEST(Trunks, ACallerWhoStillHearsTheFarExchangeKeepsTheTrunk) {
    Sim sim{Policy{.on_reject = OnReject::BusyCaller}, {"1001"}};
    sim.outside("551", {.does = Does::Rejects});
    const ConnectionId a = sim.originate("1001", "9551");
    sim.run(10s);
    EXPECT_EQ(sim.state(a), ConnState::BusyTone);
    EXPECT_EQ(sim.exchange.trunk_of(sim.at(a).call), 0U);
    sim.clear(a);
    EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
}

TEST(Trunks, TheLowestFreeOneIsTaken) {
    Sim sim;
    for (const char* number : {"551", "552", "553"}) sim.outside(number);
    const ConnectionId a = sim.originate("1001", "9551");
    const ConnectionId b = sim.originate("1002", "9552");
    sim.run(5s);
    EXPECT_EQ(sim.exchange.trunk_of(sim.at(b).call), 1U);
    sim.clear(a);
    sim.run(1s);
    const ConnectionId c = sim.originate("1003", "9553");
    sim.run(5s);
    EXPECT_EQ(sim.exchange.trunk_of(sim.at(c).call), 0U);
}

TEST(Trunks, CallsKeepTheirsWhenThereAreFewer) {
    Sim sim;
    sim.outside("551");
    sim.outside("552");
    const ConnectionId a = sim.originate("1001", "9551");
    sim.run(5s);
    sim.exchange.set_trunks(0);
    sim.originate("1002", "9552");
    sim.run(5s);
    EXPECT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_TRUE(sim.trace("1002").ends_with("busyTone/trunksBusy"));
    sim.clear(a);
    sim.run(1s);
    sim.exchange.set_trunks(20);
    const ConnectionId c = sim.originate("1003", "9552");
    sim.run(5s);
    EXPECT_EQ(sim.state(c), ConnState::Connected);
}

TEST(CallingIn, IsOfferedAtTheStationFromOutside) {
    Sim sim;
    const OutsideId party = sim.outside("5550100");
    EXPECT_EQ(sim.exchange.outside_calls(party, "1001"), Refusal::None);
    EXPECT_EQ(sim.trace("5550100"), "seized routing") << "sent en bloc, at once";
    sim.run(1s);
    const ConnectionId b = sim.newest("1001");
    EXPECT_EQ(sim.when(b, ConnState::Offered), 100ms);
    EXPECT_EQ(sim.at(b).direction, Direction::FromOutside);
    EXPECT_EQ(sim.text(sim.at(b).caller.number), "5550100");
    EXPECT_EQ(sim.exchange.outside_calls(party, "1002"), Refusal::Gone);
    sim.answer(b);
    sim.run(1s);
    EXPECT_EQ(sim.trace("5550100"), "seized routing delivered connected");
    EXPECT_EQ(sim.exchange.outside_hangs_up(party), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(b), ConnState::Cleared);
    EXPECT_EQ(sim.exchange.trunk_of(sim.at(b).call), kNobody) << "its hang-up frees the trunk";
}

TEST(CallingIn, ShowsItsNumberAsItLikes) {
    for (const Disclosure shows : {Disclosure::Withheld, Disclosure::OutOfArea}) {
        Sim sim;
        const OutsideId party =
            *sim.exchange.add_outside({.number = "5550100", .shows_number = shows, .media = 8});
        sim.exchange.outside_calls(party, "1001");
        sim.run(1s);
        const Connection& b = sim.at(sim.newest("1001"));
        EXPECT_EQ(b.caller.disclosure, shows);
        EXPECT_FALSE(b.caller.number.valid());
        EXPECT_EQ(sim.exchange.find(b.call)->media, 8U);
    }
}

TEST(CallingIn, NeedsATrunk) {
    Sim sim{ExchangeOptions{.trunks = 0}};
    EXPECT_EQ(sim.exchange.outside_calls(sim.outside("5550100"), "1001"), Refusal::NoAppearance);
    EXPECT_EQ(sim.exchange.connection_count(), 0U);
    EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
}

TEST(CallingIn, HearsOfABadNumberAndHangsUp) {
    Sim sim;
    const OutsideId party = sim.outside("5550100");
    for (const std::string& digits :
         {std::string{"7"}, std::string{"9123"}, std::string(99, '1')}) {
        EXPECT_EQ(sim.exchange.outside_calls(party, digits), Refusal::None);
        sim.run(5s);
    }
    EXPECT_EQ(sim.trace("5550100"),
              "seized routing cleared/badNumber null seized routing cleared/badNumber null "
              "seized routing cleared/badNumber null");
    EXPECT_EQ(sim.exchange.connection_count(), 0U);
}

TEST(CallingIn, HearsBusyAndHangsUp) {
    Sim sim;
    sim.add("2001", {.max_active = 1});
    sim.originate("2001");
    sim.exchange.outside_calls(sim.outside("5550100"), "2001");
    sim.run(5s);
    EXPECT_EQ(sim.trace("5550100"), "seized routing busyTone/busy null");
}

TEST(CallingIn, HearsAnInterceptAndHangsUp) {
    Sim sim{Policy{.on_bad_number = Treatment::Intercept}, {"1001"}};
    sim.exchange.outside_calls(sim.outside("5550100"), "7");
    sim.run(5s);
    EXPECT_EQ(sim.trace("5550100"), "seized routing intercepted/vacantTone null");
}

TEST(CallingIn, GivesUpWhenNobodyAnswers) {
    Sim sim;
    const OutsideId party = sim.outside("5550100", {.gives_up_after = 20s});
    sim.exchange.outside_calls(party, "1001");
    sim.run(1min);
    EXPECT_EQ(sim.trace("5550100"), "seized routing delivered null");
    EXPECT_EQ(sim.trace("1001"), "offered null/abandoned");
}

TEST(CallingIn, DoesNotGiveUpOnceAnswered) {
    Sim sim;
    const OutsideId party = sim.outside("5550100", {.gives_up_after = 20s});
    sim.exchange.outside_calls(party, "1001");
    sim.run(1s);
    sim.exchange.phone_lift(sim.station("1001"));
    sim.run(1h);
    EXPECT_EQ(sim.trace("5550100"), "seized routing delivered connected");
}

TEST(CallingIn, IsToldOfARejection) {
    Sim sim;
    sim.exchange.outside_calls(sim.outside("5550100"), "1001");
    sim.run(1s);
    sim.exchange.phone_hang_up(sim.station("1001"));
    sim.run(1s);
    EXPECT_EQ(sim.trace("5550100"), "seized routing delivered cleared/rejected null");
}

}  // namespace
}  // namespace pbxlab::pbx
