// Hunt groups: who rings, in which order and for how long, and what becomes of callers whom nobody
// takes. (reference: call-model 19)
#include "hunting.h"

namespace pbxlab::pbx {
namespace {

GroupSpec of(HuntOrder order) {
    GroupSpec spec;
    spec.order = order;
    return spec;
}

TEST(HuntGroup, RingsItsMembersOneAfterAnother) {
    Hunting sim;
    const ConnectionId caller = sim.call();
    EXPECT_EQ(sim.ringing_now(), "1002");
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
    sim.run(15s);
    EXPECT_EQ(sim.ringing_now(), "1003");
    EXPECT_EQ(sim.trace("1002"), "offered null/huntedOn");
    sim.run(15s);
    EXPECT_EQ(sim.ringing_now(), "1004");
    EXPECT_EQ(sim.answer_at("1004"), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.trace(caller), "seized dialTone dialing routing delivered connected");
    EXPECT_EQ(sim.text(sim.at(caller).connected_to.number), "1004");
    EXPECT_EQ(sim.text(sim.at(sim.newest("1004")).called.number), "2000") << "what was dialled";
}

TEST(HuntGroup, GoesOnAtOnceWhenAMemberDeclines) {
    Hunting sim;
    sim.call();
    EXPECT_EQ(sim.decline_at("1002"), Refusal::None);
    EXPECT_EQ(sim.ringing_now(), "1003");
}

TEST(HuntGroup, PassesOverMembersThatAreBusyOutOfServiceOrTheCaller) {
    Hunting sim;
    sim.connected("1005", "1002");
    sim.exchange.set_service(sim.station("1003"), false);
    sim.call();
    EXPECT_EQ(sim.ringing_now(), "1004");
    Hunting own;
    own.call("1002");
    EXPECT_EQ(own.ringing_now(), "1003");
}

TEST(HuntGroup, RingsBusyMembersWhereTheGroupSaysSo) {
    GroupSpec spec;
    spec.rings_busy = true;
    Hunting sim{spec};
    sim.connected("1005", "1002");
    sim.call();
    EXPECT_EQ(sim.ringing_now(), "1002");
}

TEST(HuntGroup, AlwaysBeginsWithTheFirstWhenListed) {
    Hunting sim;
    sim.call();
    sim.answer_at("1002");
    sim.clear(sim.newest("1002"));
    sim.run(1s);
    sim.call("1005");
    EXPECT_EQ(sim.ringing_now(), "1002");
}

TEST(HuntGroup, BeginsBehindTheLastOneThatAnsweredWhenCircular) {
    Hunting sim{of(HuntOrder::Circular)};
    for (const char* expected : {"1002", "1003", "1004", "1002"}) {
        const ConnectionId caller = sim.call();
        EXPECT_EQ(sim.ringing_now(), expected);
        sim.answer_at(expected);
        sim.run(1s);
        sim.clear(caller);
        sim.run(1s);
        sim.clear(sim.newest(expected));
        sim.run(1s);
    }
}

TEST(HuntGroup, BeginsWithTheLongestIdle) {
    Hunting sim{of(HuntOrder::LongestIdle)};
    const auto talk = [&sim](const char* number) {
        const auto [a, b] = sim.connected("1005", number);
        sim.clear(b);
        sim.run(1s);
        sim.clear(a);
        sim.run(1s);
    };
    talk("1002");
    talk("1004");
    sim.call();
    EXPECT_EQ(sim.ringing_now(), "1003");
    sim.run(15s);
    EXPECT_EQ(sim.ringing_now(), "1002");
    sim.decline_at("1002");
    EXPECT_EQ(sim.ringing_now(), "1004");
}

TEST(HuntGroup, RingsAllMembersOfAStageTogether) {
    Hunting sim;
    GroupSpec spec{.number = "3000"};
    spec.stages = {{{sim.address("1002"), sim.address("1003"), sim.address("1004")}, 20s}};
    sim.exchange.add_group(spec);
    const ConnectionId caller = sim.originate("1001", "3000");
    sim.run(2s);
    EXPECT_EQ(sim.ringing_now(), "1002 1003 1004");
    sim.decline_at("1003");
    EXPECT_EQ(sim.ringing_now(), "1002 1004") << "the others ring on";
    EXPECT_EQ(sim.answer_at("1004"), Refusal::None);
    EXPECT_EQ(sim.trace("1002"), "offered null/pickedUp");
    sim.run(1s);
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(caller).connected_to.number), "1004");
}

TEST(HuntGroup, LetsOnlyTheFirstOfTwoThatAnswer) {
    Hunting sim;
    GroupSpec spec{.number = "3000"};
    spec.stages = {{{sim.address("1002"), sim.address("1003")}, 20s}};
    sim.exchange.add_group(spec);
    sim.originate("1001", "3000");
    sim.run(2s);
    const ConnectionId late = sim.newest("1003");
    sim.exchange.place({.kind = OrderKind::Answer, .connection = sim.newest("1002")});
    EXPECT_EQ(sim.answer(late), Refusal::Gone);
    EXPECT_EQ(sim.trace("1003"), "offered null/pickedUp");
}

TEST(HuntGroup, ForgetsARefusalThatCrossesAnAnswer) {
    Hunting sim;
    GroupSpec spec{.number = "3000"};
    spec.stages = {{{sim.address("1002"), sim.address("1003")}, 0s}};
    sim.exchange.add_group(spec);
    const ConnectionId caller = sim.originate("1001", "3000");
    sim.run(2s);
    sim.clear(sim.newest("1002"));
    sim.answer(sim.newest("1003"));
    sim.run(1s);
    EXPECT_EQ(sim.state(caller), ConnState::Connected) << sim.trace(caller);
}

TEST(HuntGroup, KeepsRingingWhoStandsInTheNextStageToo) {
    Hunting sim;
    GroupSpec spec{.number = "3000"};
    spec.stages = {{{sim.address("1002")}, 10s},
                   {{sim.address("1002"), sim.address("1003")}, 10s},
                   {{sim.address("1003"), sim.address("1004")}, 0s}};
    sim.exchange.add_group(spec);
    sim.originate("1001", "3000");
    sim.run(2s);
    EXPECT_EQ(sim.ringing_now(), "1002");
    sim.run(10s);
    EXPECT_EQ(sim.ringing_now(), "1002 1003");
    EXPECT_EQ(sim.trace("1002"), "offered") << "rung once, without a break";
    sim.run(10s);
    EXPECT_EQ(sim.ringing_now(), "1003 1004");
    sim.run(1h);
    EXPECT_EQ(sim.ringing_now(), "1003 1004") << "the last stage has no end";
}

TEST(HuntGroup, IsBusyWhenNobodyCanBeRung) {
    Hunting sim;
    for (const char* number : {"1002", "1003", "1004"})
        sim.exchange.set_service(sim.station(number), false);
    EXPECT_EQ(sim.trace(sim.call()), "seized dialTone dialing routing busyTone/busy");
}

TEST(HuntGroup, ClearsTheCallerWhomNobodyAnswered) {
    Hunting sim;
    const ConnectionId caller = sim.call();
    sim.run(45s);
    EXPECT_TRUE(sim.trace(caller).ends_with("delivered cleared/noAnswer")) << sim.trace(caller);
    EXPECT_EQ(sim.ringing_now(), "");
}

TEST(HuntGroup, TreatsACallThatAllDeclineAsTurnedDown) {
    Hunting sim;
    const ConnectionId caller = sim.call();
    for (const char* number : {"1002", "1003", "1004"}) sim.decline_at(number);
    EXPECT_TRUE(sim.trace(caller).ends_with("delivered cleared/rejected")) << sim.trace(caller);
}

TEST(HuntGroup, GoesThroughItsStagesAsOftenAsItSays) {
    GroupSpec spec;
    spec.rounds = 2;
    Hunting sim{spec};
    const ConnectionId caller = sim.call();
    sim.run(45s);
    EXPECT_EQ(sim.ringing_now(), "1002") << "once more from the start";
    sim.run(45s);
    EXPECT_EQ(sim.state(caller), ConnState::Cleared);
}

TEST(HuntGroup, GoesRoundForEverUntilTheCallerGoes) {
    GroupSpec spec;
    spec.rounds = 0;
    Hunting sim{spec};
    const ConnectionId caller = sim.call();
    sim.run(1h);
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
    sim.clear(caller);
    sim.run(1s);
    EXPECT_EQ(sim.ringing_now(), "");
    EXPECT_EQ(sim.exchange.scheduler().next_due(), std::nullopt) << "no timer is left";
}

TEST(HuntGroup, SendsWhatNobodyTookToTheOverflowNumber) {
    GroupSpec spec;
    spec.overflow = "1005";
    Hunting sim{spec};
    const ConnectionId caller = sim.call();
    sim.run(45s);
    EXPECT_EQ(sim.ringing_now(), "1005");
    sim.answer_at("1005");
    sim.run(1s);
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
}

TEST(HuntGroup, MeetsWhateverTheOverflowNumberIsIn) {
    GroupSpec spec;
    spec.overflow = "1005";
    Hunting busy{spec, Policy{.call_waiting = false, .on_busy = Treatment::Intercept}};
    busy.connected("1003", "1005");
    const ConnectionId caller = busy.call();
    busy.run(45s);
    EXPECT_TRUE(busy.trace(caller).ends_with("delivered cleared/busy")) << busy.trace(caller);
    Hunting gone{spec};
    gone.exchange.set_service(gone.station("1005"), false);
    const ConnectionId other = gone.call();
    gone.run(46s);
    EXPECT_TRUE(gone.trace(other).ends_with("delivered cleared/outOfOrder")) << gone.trace(other);
}

TEST(HuntGroup, StopsALoopOfGroupsThatOverflowIntoEachOther) {
    Sim sim;
    GroupSpec one{.number = "2000", .overflow = "3000"};
    one.stages = {{{sim.address("1002")}, 1s}};
    GroupSpec two{.number = "3000", .overflow = "2000"};
    two.stages = {{{sim.address("1003")}, 1s}};
    sim.exchange.add_group(one);
    sim.exchange.add_group(two);
    const ConnectionId caller = sim.originate("1001", "2000");
    sim.run(1min);
    EXPECT_TRUE(sim.trace(caller).ends_with("delivered cleared/noAnswer")) << sim.trace(caller);
    EXPECT_EQ(sim.trace("1003"),
              "offered null/huntedOn offered null/huntedOn offered null/huntedOn "
              "offered null/huntedOn offered null/huntedOn");
}

TEST(HuntGroup, LosesAMemberWithItsLine) {
    Hunting sim{GroupSpec{}, Policy{.on_service_loss = OnServiceLoss::ClearCalls}};
    sim.call();
    sim.exchange.set_service(sim.station("1002"), false);
    sim.run(1s);
    EXPECT_EQ(sim.ringing_now(), "1003");
}

TEST(HuntGroup, CannotHaveANumberThatIsTaken) {
    Hunting sim;
    GroupSpec spec{.number = "1001"};
    EXPECT_EQ(sim.exchange.add_group(spec), std::nullopt);
    spec.number = "2000";
    EXPECT_EQ(sim.exchange.add_group(spec), std::nullopt);
}

}  // namespace
}  // namespace pbxlab::pbx
