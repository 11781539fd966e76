// Calls are sent on by the rules of the address that they reach: which rule, when, how often, and
// what everybody is told of the others. (reference: call-model 15)
#include "sim.h"
#include "switch/forward_rows.h"

namespace pbxlab::pbx {
namespace {

// 1001 calls; 1002 forwards; 1003 and 1004 get the calls.
struct Forwards : Sim {
    explicit Forwards(const Policy& policy = {}) : Sim{policy, {"1001", "1002", "1003", "1004"}} {}
    void rule(std::string_view of, ForwardWhen when, std::string to,
              ForwardFor whose = ForwardFor::Anyone, std::string caller = {}) {
        Forwarding all = exchange.forwarding(address(of));
        all.rules.push_back({when, whose, std::move(caller), std::move(to)});
        all.rings = 1;
        exchange.set_forwarding(address(of), all);
    }
    ConnectionId call(std::string_view to = "1002", Duration span = 2s) {
        const ConnectionId caller = originate("1001", to);
        run(span);
        return caller;
    }
    [[nodiscard]] Reason reason_at(std::string_view number) const {
        return at(newest(number)).reason;
    }
};

TEST(Forwarding, SendsEveryCallOnWithoutShowingItWhereItWasCalled) {
    Forwards sim;
    sim.rule("1002", ForwardWhen::Always, "1003");
    const ConnectionId caller = sim.call();
    EXPECT_EQ(sim.trace("1002"), "");
    EXPECT_EQ(sim.trace(caller), "seized dialTone dialing routing delivered");
    const Connection& target = sim.at(sim.newest("1003"));
    EXPECT_EQ(target.reason, Reason::ForwardedAlways);
    EXPECT_EQ(sim.text(target.called.number), "1002");
    EXPECT_EQ(sim.text(target.redirecting.number), "1002");
    EXPECT_EQ(sim.text(target.redirected_to.number), "1003");
    EXPECT_EQ(sim.text(sim.at(caller).redirected_to.number), "1003");
}

TEST(Forwarding, OfABusyStationSparesOneThatIsFree) {
    Forwards sim;
    sim.rule("1002", ForwardWhen::Busy, "1003");
    sim.call();
    EXPECT_EQ(sim.state(sim.newest("1002")), ConnState::Offered);
    Forwards busy;
    busy.rule("1002", ForwardWhen::Busy, "1003");
    EXPECT_EQ(busy.exchange.phone_lift(busy.station("1002")), Refusal::None);
    busy.call();
    EXPECT_EQ(busy.reason_at("1003"), Reason::ForwardedBusy);
}

TEST(Forwarding, WaitsForAFullStationWhereWaitingGoesFirst) {
    Policy policy;
    policy.forwards_before_waiting = false;
    Forwards sim{policy};
    sim.rule("1002", ForwardWhen::Busy, "1003");
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1002")), Refusal::None);
    sim.call();
    EXPECT_EQ(sim.state(sim.newest("1002")), ConnState::Offered);
    EXPECT_FALSE(sim.newest("1003").valid());
    sim.call();
    EXPECT_EQ(sim.reason_at("1003"), Reason::ForwardedBusy);
}

TEST(Forwarding, OfUnansweredCallsComesAfterTheRings) {
    Forwards sim;
    sim.rule("1002", ForwardWhen::NoAnswer, "1003");
    const ConnectionId caller = sim.call("1002", 6s);
    EXPECT_EQ(sim.state(sim.newest("1002")), ConnState::Offered);
    sim.run(1s);
    EXPECT_EQ(sim.trace("1002"), "offered null/huntedOn");
    EXPECT_EQ(sim.reason_at("1003"), Reason::ForwardedNoAnswer);
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
    EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.text(sim.at(caller).connected_to.number), "1003");
}

TEST(Forwarding, LeavesAnAnsweredCallAlone) {
    Forwards sim;
    sim.rule("1002", ForwardWhen::NoAnswer, "1003");
    sim.call();
    EXPECT_EQ(sim.answer(sim.newest("1002")), Refusal::None);
    sim.run(20s);
    EXPECT_EQ(sim.trace("1002"), "offered connected");
    EXPECT_EQ(sim.trace("1003"), "");
}

TEST(Forwarding, ToNobodyTurnsCallsAway) {
    for (const ForwardWhen when : {ForwardWhen::Always, ForwardWhen::NoAnswer}) {
        Forwards sim;
        sim.rule("1002", when, "");
        const ConnectionId caller = sim.call("1002", 10s);
        EXPECT_EQ(sim.state(caller), ConnState::Cleared);
        EXPECT_EQ(sim.at(caller).cause, Cause::DoNotDisturb);
    }
}

TEST(Forwarding, CountsHopsAndThenRingsBusiesOrClears) {
    const auto caller_ends = [](OnForwardLoop style) {
        Policy policy;
        policy.on_forward_loop = style;
        Forwards sim{policy};
        sim.rule("1002", ForwardWhen::Always, "1003");
        sim.rule("1003", ForwardWhen::Always, "1002");
        return sim.state(sim.call());
    };
    EXPECT_EQ(caller_ends(OnForwardLoop::RingAnyway), ConnState::Delivered);
    EXPECT_EQ(caller_ends(OnForwardLoop::Busy), ConnState::BusyTone);
    EXPECT_EQ(caller_ends(OnForwardLoop::Disconnect), ConnState::Cleared);
}

TEST(Forwarding, RingsOnAtTheEndOfAChainOfUnansweredCalls) {
    Policy policy;
    policy.most_diversions = 1;
    Forwards sim{policy};
    sim.rule("1002", ForwardWhen::NoAnswer, "1003");
    sim.rule("1003", ForwardWhen::NoAnswer, "1004");
    sim.call("1002", 30s);
    EXPECT_EQ(sim.state(sim.newest("1003")), ConnState::Offered);
    EXPECT_EQ(sim.trace("1004"), "");
    policy.on_forward_loop = OnForwardLoop::Busy;
    Forwards busy{policy};
    busy.rule("1002", ForwardWhen::NoAnswer, "1003");
    busy.rule("1003", ForwardWhen::NoAnswer, "1004");
    EXPECT_EQ(busy.state(busy.call("1002", 30s)), ConnState::BusyTone);
}

TEST(Forwarding, ThatIsAskedForComesIntoForceLaterAndTheLastCounts) {
    Forwards sim;
    const AddressId own = sim.address("1002");
    sim.exchange.ask_forwarding(own, {.rules = {{.to = "1003"}}});
    sim.exchange.ask_forwarding(own, {.rules = {{.to = "1004"}}});
    EXPECT_TRUE(sim.exchange.forwarding(own).rules.empty());
    sim.run(1s);
    EXPECT_EQ(sim.exchange.forwarding(own).rules.front().to, "1004");
    EXPECT_EQ(sim.count(EventKind::Forwards, "1002"), 1U);
}

TEST(Forwarding, OfASharedAddressBelongsToAllItsAppearances) {
    Forwards sim;
    const AddressId first = *sim.exchange.add_address(
        sim.station("1002"), {.number = "200", .sharing = Sharing::Joined});
    const AddressId second = sim.exchange.add_appearance(sim.station("1004"), first, {});
    sim.exchange.set_forwarding(
        second, {.rules = {{.when = ForwardWhen::NoAnswer, .to = "1003"}}, .rings = 1});
    EXPECT_EQ(sim.exchange.forwarding(first), sim.exchange.forwarding(second));
    sim.call("200", 8s);
    EXPECT_EQ(sim.reason_at("1003"), Reason::ForwardedNoAnswer);
    EXPECT_EQ(sim.trace("200"), "offered offered null/huntedOn null/huntedOn");
}

TEST(Forwarding, OfAnOutsideCallCanGoNowhereWhenNoTrunkIsFree) {
    Sim sim{{.trunks = 1}, {"1002"}};
    const OutsideId caller = sim.outside("555");
    sim.outside("666");
    sim.exchange.set_forwarding(sim.address("1002"), {.rules = {{.to = "9666"}}});
    EXPECT_EQ(sim.exchange.outside_calls(caller, "1002"), Refusal::None);
    sim.run(1min);
    EXPECT_EQ(sim.exchange.connection_count(), 0U);
}

// One call for each row of the table, from whom and when it says.
TEST(Forwarding, EachRowOfItsTableIsMet) {
    for (const ForwardRow& row : kForwardRows) {
        Forwards sim;
        const OutsideId party = sim.outside("555");
        sim.rule("1002", row.when, "1003", row.whose,
                 row.whose == ForwardFor::OneCaller ? "1001" : "");
        if (row.on == ForwardOn::Busy) {
            EXPECT_EQ(sim.exchange.phone_lift(sim.station("1002")), Refusal::None);
        }
        if (row.whose == ForwardFor::Outside) {
            EXPECT_EQ(sim.exchange.outside_calls(party, "1002"), Refusal::None);
        } else {
            sim.originate("1001", "1002");
        }
        sim.run(10s);
        ASSERT_TRUE(sim.newest("1003").valid()) << row.words;
        EXPECT_EQ(sim.reason_at("1003"), row.reason) << row.words;
    }
}

}  // namespace
}  // namespace pbxlab::pbx
