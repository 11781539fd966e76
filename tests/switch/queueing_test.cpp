// The queue of a hunt group: who waits, for how long, and what they hear. (reference: call-model
// 19)
#include "hunting.h"

namespace pbxlab::pbx {
namespace {

GroupSpec with_queue(const QueueSpec& queue) {
    GroupSpec spec;
    spec.queue = queue;
    return spec;
}

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
