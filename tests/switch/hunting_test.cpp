// Hunt groups: who rings, in which order and for how long, who waits, and what becomes of callers
// whom nobody takes. (reference: call-model 19)
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// Stations 1001 to 1005; 2000 is a group of 1002, 1003 and 1004.
struct Hunting : Sim {
    explicit Hunting(GroupSpec spec = {}, const Policy& policy = {})
        : Sim{policy, {"1001", "1002", "1003", "1004", "1005"}} {
        spec.number = "2000";
        spec.name = "sales";
        if (spec.stages.empty()) spec.stages = one_by_one();
        group = exchange.add_group(spec).value();
    }
    [[nodiscard]] std::vector<HuntStage> one_by_one() const {
        return {{{address("1002")}, 15s}, {{address("1003")}, 15s}, {{address("1004")}, 15s}};
    }
    // 1001 calls the group.
    ConnectionId call(std::string_view from = "1001") {
        const ConnectionId caller = originate(from, "2000");
        run(2s);
        return caller;
    }
    // Who rings now: "1002 1004".
    [[nodiscard]] std::string ringing_now() const {
        std::string all;
        for (const char* number : {"1001", "1002", "1003", "1004", "1005"}) {
            const ConnectionId id = newest(number);
            if (!is_presented(state(id))) continue;
            all += (all.empty() ? "" : " ") + std::string{number};
        }
        return all;
    }
    Refusal answer_at(std::string_view number) { return answer(newest(number)); }
    Refusal decline_at(std::string_view number) {
        const Refusal how = clear(newest(number));
        run(1s);
        return how;
    }
    GroupId group;
};

GroupSpec of(HuntOrder order) {
    GroupSpec spec;
    spec.order = order;
    return spec;
}
GroupSpec with_queue(const QueueSpec& queue) {
    GroupSpec spec;
    spec.queue = queue;
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

// --- the queue

// All three members talk to each other or outside, so that callers must wait.
struct Busy : Hunting {
    explicit Busy(const GroupSpec& spec) : Hunting{spec} {
        talks = connected("1002", "1003");
        exchange.phone_lift(station("1004"));
        run(1s);
    }
    Pair talks;
};

TEST(Queue, KeepsCallersUntilAMemberIsFree) {
    Busy sim{with_queue({.places = 2})};
    const ConnectionId first = sim.call();
    const ConnectionId second = sim.call("1005");
    EXPECT_EQ(sim.state(first), ConnState::Routing);
    EXPECT_EQ(sim.count(EventKind::Queued, "1001"), 1U);
    EXPECT_EQ(sim.exchange.group(sim.group).waiting.size(), 2U);
    sim.exchange.phone_hang_up(sim.station("1004"));
    sim.run(1s);
    EXPECT_EQ(sim.ringing_now(), "1004");
    EXPECT_EQ(sim.state(first), ConnState::Delivered) << "who waits longest is first";
    EXPECT_EQ(sim.state(second), ConnState::Routing);
    sim.answer_at("1004");
    sim.clear(sim.talks.a);
    sim.run(1s);
    EXPECT_EQ(sim.state(second), ConnState::Delivered);
}

TEST(Queue, HasSoManyPlaces) {
    Busy sim{with_queue({.places = 1})};
    sim.call();
    EXPECT_TRUE(sim.trace(sim.call("1005")).ends_with("routing busyTone/busy"));
}

TEST(Queue, IsLeftByACallerWhoGivesUp) {
    Busy sim{with_queue({.places = 1, .longest_wait = 1min, .announce_after = 10s})};
    sim.clear(sim.call());
    EXPECT_TRUE(sim.exchange.group(sim.group).waiting.empty());
    EXPECT_EQ(sim.exchange.scheduler().next_due(), std::nullopt) << "no timer is left";
}

TEST(Queue, EndsAfterTheLongestWait) {
    Busy sim{with_queue({.places = 1, .longest_wait = 1min})};
    const ConnectionId caller = sim.call();
    sim.run(59s);
    EXPECT_TRUE(sim.trace(caller).ends_with("routing busyTone/busy")) << sim.trace(caller);
}

TEST(Queue, SendsWhoWaitedTooLongToTheOverflowNumber) {
    GroupSpec spec = with_queue({.places = 1, .longest_wait = 1min});
    spec.overflow = "1005";
    Busy sim{spec};
    sim.call();
    sim.run(1min);
    EXPECT_EQ(sim.ringing_now(), "1005");
}

TEST(Queue, PlaysAnnouncements) {
    Busy sim{with_queue({.places = 1, .announce_after = 10s, .announce_every = 30s})};
    const ConnectionId caller = sim.call();
    sim.run(1min + 15s);
    EXPECT_EQ(sim.count(EventKind::Announcement, "1001"), 3U);
    EXPECT_EQ(sim.state(caller), ConnState::Routing) << "they do not connect";
}

TEST(Queue, MayConnectTheCallerToTheAnnouncement) {
    Busy sim{with_queue({.places = 1, .announce_after = 10s, .announcement_answers = true})};
    const ConnectionId caller = sim.call();
    sim.run(10s);
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
    EXPECT_EQ(sim.text(sim.at(caller).connected_to.number), "2000");
    sim.exchange.phone_hang_up(sim.station("1004"));
    sim.run(1s);
    EXPECT_EQ(sim.answer_at("1004"), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.text(sim.at(caller).connected_to.number), "1004");
    EXPECT_EQ(sim.trace(caller), "seized dialTone dialing routing connected");
    sim.clear(caller);
    sim.run(1s);
    EXPECT_EQ(sim.state(sim.newest("1004")), ConnState::Cleared);
}

TEST(Queue, ClearsAnAnnouncedCallerWhomNobodyTook) {
    Busy sim{with_queue(
        {.places = 1, .longest_wait = 1min, .announce_after = 10s, .announcement_answers = true})};
    const ConnectionId caller = sim.call();
    sim.run(1min);
    EXPECT_TRUE(sim.trace(caller).ends_with("routing connected cleared/normal"))
        << sim.trace(caller);
}

TEST(Queue, RingsAFreeMemberAgainForWhoWaitsLongest) {
    GroupSpec spec = with_queue({.places = 3});
    Busy sim{spec};
    const ConnectionId first = sim.call();
    const ConnectionId second = sim.call("1005");
    sim.exchange.phone_hang_up(sim.station("1004"));
    sim.run(20s);
    EXPECT_EQ(sim.ringing_now(), "1004") << "it did not answer, but is free";
    EXPECT_EQ(sim.exchange.far_end(sim.newest("1004")), first);
    EXPECT_EQ(sim.exchange.group(sim.group).waiting, std::vector{second});
}

TEST(Queue, RingsOnceMoreWhenTheWaitEndsMeanwhile) {
    Busy sim{with_queue({.places = 1, .longest_wait = 10s})};
    const ConnectionId caller = sim.call();
    sim.run(5s);
    sim.exchange.phone_hang_up(sim.station("1004"));
    sim.run(10s);
    EXPECT_EQ(sim.ringing_now(), "1004") << "its time is not cut short";
    sim.run(15s);
    EXPECT_TRUE(sim.trace(caller).ends_with("delivered cleared/noAnswer")) << sim.trace(caller);
}

TEST(Queue, FindsAMemberWhoseLineIsBackInService) {
    Hunting sim{with_queue({.places = 1})};
    for (const char* number : {"1002", "1003", "1004"})
        sim.exchange.set_service(sim.station(number), false);
    sim.call();
    sim.exchange.set_service(sim.station("1003"), true);
    sim.run(1s);
    EXPECT_EQ(sim.ringing_now(), "1003");
}

}  // namespace
}  // namespace pbxlab::pbx
