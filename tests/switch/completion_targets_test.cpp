// Calls that are finished later at a group, or when there is a trunk. (reference: call-model 12)
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// The group 300 has the members 1002 and 1003, and everybody else can call it.
struct Group : Sim {
    explicit Group(const Policy& policy = {}, const GroupSpec& spec = {.number = "300"})
        : Sim{policy, {"1001", "1002", "1003", "1004", "1005"}} {
        GroupSpec own = spec;
        own.stages = {{{address("1002"), address("1003")}, 20s}};
        EXPECT_TRUE(exchange.add_group(own).has_value());
    }
    void lift(std::string_view number) {
        EXPECT_EQ(exchange.phone_lift(station(number)), Refusal::None);
    }
    void hang_up(std::string_view number) {
        EXPECT_EQ(exchange.phone_hang_up(station(number)), Refusal::None);
        run(2s);
    }
    // The caller hears busy.
    ConnectionId busy(std::string_view from) {
        const ConnectionId caller = originate(from, "300");
        run(2s);
        EXPECT_EQ(state(caller), ConnState::BusyTone);
        return caller;
    }
    Refusal complete(ConnectionId id, CompleteBy how) { return ask(OrderKind::Complete, id, how); }
    Refusal ask(OrderKind kind, ConnectionId id, CompleteBy how) {
        order({.kind = kind, .connection = id, .complete_by = how});
        return refusal;
    }
    // Nobody may disturb the member, or everybody again.
    void quiet(std::string_view number, bool on) {
        exchange.set_forwarding(
            address(number),
            on ? Forwarding{.rules = {{.when = ForwardWhen::Always}}} : Forwarding{});
        run(2s);
    }
    [[nodiscard]] std::uint32_t outstanding(std::string_view number) const {
        return exchange.completion_count(address(number));
    }
};

TEST(CampOnAGroup, RingsTheFirstMemberThatIsFreeForWhoHasWaitedLongest) {
    Group sim;
    sim.lift("1002");
    sim.lift("1003");
    const ConnectionId first = sim.busy("1001");
    const ConnectionId second = sim.busy("1004");
    EXPECT_EQ(sim.complete(first, CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(sim.complete(second, CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(sim.state(first), ConnState::Camping);
    EXPECT_EQ(sim.exchange.far_end(first), ConnectionId{}) << "nothing is shown at the members";
    sim.hang_up("1003");
    EXPECT_EQ(sim.state(first), ConnState::Delivered);
    EXPECT_EQ(sim.exchange.far_end(first), sim.newest("1003"));
    EXPECT_EQ(sim.outstanding("1001"), 0U);
    EXPECT_EQ(sim.state(second), ConnState::Camping);
    EXPECT_EQ(sim.answer(sim.newest("1003")), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(first), ConnState::Connected);
    sim.hang_up("1002");
    EXPECT_EQ(sim.exchange.far_end(second), sim.newest("1002"));
    EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
}

TEST(CampOnAGroup, RingsAMemberThatIsFreeByThen) {
    Group sim;
    sim.lift("1002");
    sim.lift("1003");
    const ConnectionId caller = sim.busy("1001");
    sim.hang_up("1003");
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.exchange.far_end(caller), sim.newest("1003"));
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
}

TEST(CampOnAGroup, NoMoreWhenItIsNotWantedOrTheCallerGoes) {
    Group sim;
    sim.lift("1002");
    sim.lift("1003");
    const ConnectionId first = sim.busy("1001");
    EXPECT_EQ(sim.complete(first, CompleteBy::CampOn), Refusal::None);
    sim.order({.kind = OrderKind::Uncomplete, .address = sim.address("1001"), .completion = 1});
    EXPECT_EQ(sim.state(first), ConnState::BusyTone);
    const ConnectionId second = sim.busy("1004");
    EXPECT_EQ(sim.complete(second, CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(sim.clear(second), Refusal::None);
    EXPECT_EQ(sim.outstanding("1004"), 0U);
    sim.hang_up("1003");
    EXPECT_FALSE(sim.exchange.station(sim.station("1003")).first.valid());
}

TEST(CampOnAGroup, OfWhichOnlyTheCallerIsInServiceIsForNobody) {
    Group sim;
    const ConnectionId caller = [&] {
        sim.exchange.set_service(sim.station("1003"), false);
        return sim.busy("1002");
    }();
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::NotAllowed);
}

TEST(CampOnAGroup, RingsAMemberThatMayBeDisturbedAgain) {
    Group sim;
    sim.lift("1002");
    sim.quiet("1003", true);
    const ConnectionId caller = sim.busy("1001");
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::None);
    sim.run(10s);
    EXPECT_EQ(sim.state(caller), ConnState::Camping);
    sim.quiet("1003", false);
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
    EXPECT_EQ(sim.exchange.far_end(caller), sim.newest("1003"));
}

TEST(CallBackOfAGroup, DoesNotComeForAMemberThatIsNotToBeDisturbed) {
    Group sim;
    sim.lift("1002");
    sim.quiet("1003", true);
    EXPECT_EQ(sim.complete(sim.busy("1001"), CompleteBy::CallBack), Refusal::None);
    sim.run(10s);
    EXPECT_FALSE(sim.exchange.station(sim.station("1001")).first.valid());
    sim.quiet("1003", false);
    EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
}

TEST(CallBackOfAGroup, ComesWhenAnyMemberIsFree) {
    Group sim;
    sim.lift("1002");
    sim.lift("1003");
    EXPECT_EQ(sim.complete(sim.busy("1001"), CompleteBy::CallBack), Refusal::None);
    sim.hang_up("1003");
    const ConnectionId back = sim.newest("1001");
    EXPECT_EQ(sim.at(back).reason, Reason::Completed);
    EXPECT_EQ(sim.text(sim.at(back).caller.number), "300");
    EXPECT_EQ(sim.answer(back), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.state(back), ConnState::Delivered);
    EXPECT_EQ(sim.exchange.far_end(back), sim.newest("1003"));
    EXPECT_EQ(sim.outstanding("1001"), 0U);
}

TEST(CallBackOfAGroup, ThatDidNotAnswerComesWhenAMemberHasBeenUsed) {
    Group sim;
    const ConnectionId caller = sim.originate("1001", "300");
    sim.run(2s);
    EXPECT_EQ(sim.state(caller), ConnState::Delivered);
    EXPECT_EQ(sim.complete(caller, CompleteBy::CallBack), Refusal::None);
    sim.run(10s);
    EXPECT_FALSE(sim.exchange.station(sim.station("1001")).first.valid());
    sim.lift("1002");
    sim.hang_up("1002");
    EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
}

TEST(CallBackOfAGroup, DoesNotComeForAMemberThatIsTheCallersOwnStation) {
    Group sim;
    sim.lift("1003");
    EXPECT_EQ(sim.complete(sim.busy("1002"), CompleteBy::CallBack), Refusal::None);
    sim.run(10s);
    EXPECT_FALSE(sim.exchange.station(sim.station("1002")).first.valid());
    sim.hang_up("1003");
    EXPECT_EQ(sim.at(sim.newest("1002")).reason, Reason::Completed);
}

TEST(CallBackOfAStation, DoesNotComeWhileItsCallerMayNotDisturbIt) {
    for (const ForwardFor whose : {ForwardFor::Anyone, ForwardFor::Inside, ForwardFor::OneCaller}) {
        Group sim{{.call_waiting = false}};
        sim.lift("1002");
        const ConnectionId caller = sim.originate("1001", "1002");
        sim.run(2s);
        EXPECT_EQ(sim.state(caller), ConnState::BusyTone);
        EXPECT_EQ(sim.complete(caller, CompleteBy::CallBack), Refusal::None);
        sim.exchange.set_forwarding(
            sim.address("1002"),
            {.rules = {{.when = ForwardWhen::Always, .whose = whose, .caller = "1001"}}});
        sim.hang_up("1002");
        sim.run(10s);
        EXPECT_FALSE(sim.exchange.station(sim.station("1001")).first.valid());
        sim.quiet("1002", false);
        EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
    }
}

TEST(CallBackOfAStation, ComesWhereOnlyANumberThatItsCallerWithholdsMayNotDisturb) {
    Group sim{{.call_waiting = false}};
    sim.lift("1002");
    sim.order({.kind = OrderKind::Originate,
               .address = sim.address("1001"),
               .digits = "1002",
               .withhold_id = true});
    sim.run(2s);
    EXPECT_EQ(sim.complete(sim.newest("1001"), CompleteBy::CallBack), Refusal::None);
    sim.exchange.set_forwarding(sim.address("1002"),
                                {.rules = {{.whose = ForwardFor::OneCaller, .caller = "1001"}}});
    sim.hang_up("1002");
    EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
}

TEST(CallBackOfAStation, ComesThoughACallThatWasMadeLaterCampsThere) {
    Group sim{{.call_waiting = false}};
    sim.lift("1002");
    const ConnectionId first = sim.originate("1001", "1002");
    const ConnectionId second = sim.originate("1004", "1002");
    sim.run(2s);
    EXPECT_EQ(sim.complete(first, CompleteBy::CallBack), Refusal::None);
    EXPECT_EQ(sim.complete(second, CompleteBy::CampOn), Refusal::None);
    sim.hang_up("1002");
    EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
    EXPECT_EQ(sim.state(second), ConnState::Delivered);
}

TEST(CallBackOfAStation, ComesWhenOthersMayNotDisturbIt) {
    for (const ForwardRule& others :
         {ForwardRule{.whose = ForwardFor::Outside},
          ForwardRule{.whose = ForwardFor::OneCaller, .caller = "1004"}}) {
        Group sim{{.call_waiting = false}};
        sim.lift("1002");
        const ConnectionId caller = sim.originate("1001", "1002");
        sim.run(2s);
        EXPECT_EQ(sim.state(caller), ConnState::BusyTone);
        EXPECT_EQ(sim.complete(caller, CompleteBy::CallBack), Refusal::None);
        sim.exchange.set_forwarding(sim.address("1002"), {.rules = {others}});
        sim.hang_up("1002");
        EXPECT_EQ(sim.at(sim.newest("1001")).reason, Reason::Completed);
    }
}

TEST(Group, HasNoLampAndNoCallToBreakInOn) {
    Group sim;
    sim.lift("1002");
    sim.lift("1003");
    const ConnectionId caller = sim.busy("1001");
    EXPECT_EQ(sim.complete(caller, CompleteBy::Message), Refusal::NotAllowed);
    EXPECT_EQ(sim.complete(caller, CompleteBy::Intrude), Refusal::NotAllowed);
    EXPECT_EQ(sim.state(caller), ConnState::BusyTone);
}

// One trunk, which 1003 uses; 555 answers.
struct OneTrunk : Sim {
    explicit OneTrunk(const Policy& policy = {})
        : Sim{ExchangeOptions{.policy = policy, .trunks = 1}, {"1001", "1002", "1003"}} {
        party = *exchange.add_outside({.number = "555", .script = {.after_least = 1s}});
        other = *exchange.add_outside({.number = "556"});
        user = originate("1003", "9556");
        run(10s);
        EXPECT_EQ(state(user), ConnState::Connected);
    }
    ConnectionId busy(std::string_view from) {
        const ConnectionId caller = originate(from, "9555");
        run(2s);
        EXPECT_EQ(state(caller), ConnState::BusyTone);
        EXPECT_EQ(at(caller).cause, Cause::TrunksBusy);
        return caller;
    }
    Refusal complete(ConnectionId id, CompleteBy how) {
        order({.kind = OrderKind::Complete, .connection = id, .complete_by = how});
        return refusal;
    }
    void free_trunk() {
        run(3s);  // whatever has been asked for has been looked at
        EXPECT_EQ(clear(user), Refusal::None);
        run(3s);
    }
    OutsideId party, other;
    ConnectionId user;
};

TEST(CampOnATrunk, TakesItAsSoonAsItIsFreeAndGoesOn) {
    OneTrunk sim;
    const ConnectionId first = sim.busy("1001");
    const ConnectionId second = sim.busy("1002");
    EXPECT_EQ(sim.complete(first, CompleteBy::CampOn), Refusal::None);
    EXPECT_EQ(sim.complete(second, CompleteBy::CampOn), Refusal::None);
    sim.free_trunk();
    EXPECT_EQ(sim.state(second), ConnState::Camping) << "there was only one";
    EXPECT_EQ(sim.exchange.completion_count(sim.address("1001")), 0U);
    EXPECT_EQ(sim.exchange.far_end(first), sim.exchange.outside(sim.party).connection);
    sim.run(10s);
    EXPECT_EQ(sim.state(first), ConnState::Connected);
    EXPECT_EQ(sim.clear(first), Refusal::None);
    sim.run(10s);
    EXPECT_EQ(sim.state(second), ConnState::Connected);
    EXPECT_EQ(sim.exchange.check_invariants(), std::nullopt);
}

TEST(CampOnATrunk, FindsThePartyOutsideBusy) {
    OneTrunk sim;
    sim.exchange.set_script(sim.party, {.does = OutsideScript::Does::Busy});
    const ConnectionId caller = sim.busy("1001");
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::None);
    sim.free_trunk();
    EXPECT_EQ(sim.state(caller), ConnState::BusyTone);
    EXPECT_EQ(sim.at(caller).cause, Cause::Busy);
    for (const CompleteBy how : {CompleteBy::CampOn, CompleteBy::CallBack})
        EXPECT_EQ(sim.complete(caller, how), Refusal::WrongState) << "when it is free nobody says";
    sim.busy("1002");  // the tone comes over the trunk
}

TEST(CampOnATrunk, GoesOnAtOnceWhenOneIsFreeByThen) {
    OneTrunk sim;
    const ConnectionId caller = sim.busy("1001");
    sim.free_trunk();
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::None);
    sim.run(10s);
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
}

TEST(CampOnATrunk, GoesOnWhenSomebodyGivesUpWhoHeardBusyOutside) {
    OneTrunk sim;
    sim.exchange.set_script(sim.other, {.does = OutsideScript::Does::Busy});
    EXPECT_EQ(sim.clear(sim.user), Refusal::None);
    sim.run(3s);
    sim.user = sim.originate("1003", "9556");
    sim.run(3s);
    EXPECT_EQ(sim.at(sim.user).cause, Cause::Busy);
    const ConnectionId caller = sim.busy("1001");
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::None);
    sim.free_trunk();
    sim.run(10s);
    EXPECT_EQ(sim.state(caller), ConnState::Connected);
}

TEST(CampOnATrunk, IsNotHeldUpByACallBackWhoseCallerIsBusy) {
    OneTrunk sim;
    EXPECT_EQ(sim.complete(sim.busy("1001"), CompleteBy::CallBack), Refusal::None);
    EXPECT_EQ(sim.exchange.phone_lift(sim.station("1001")), Refusal::None);
    const ConnectionId second = sim.busy("1002");
    EXPECT_EQ(sim.complete(second, CompleteBy::CampOn), Refusal::None);
    sim.free_trunk();
    sim.run(10s);
    EXPECT_EQ(sim.state(second), ConnState::Connected);
}

TEST(CampOnATrunk, WhereThereAreNoneIsForNobody) {
    OneTrunk sim;
    const ConnectionId caller = sim.busy("1001");
    sim.exchange.set_trunks(0);
    EXPECT_EQ(sim.complete(caller, CompleteBy::CampOn), Refusal::NotAllowed);
    EXPECT_EQ(sim.complete(caller, CompleteBy::Message), Refusal::NotAllowed);
    EXPECT_EQ(sim.complete(caller, CompleteBy::Intrude), Refusal::NotAllowed);
}

TEST(CallBackForATrunk, ComesWhenOneIsFreeOrAddedAndDials) {
    for (const bool added : {false, true}) {
        OneTrunk sim;
        EXPECT_EQ(sim.complete(sim.busy("1001"), CompleteBy::CallBack), Refusal::None);
        sim.run(5s);
        EXPECT_FALSE(sim.exchange.station(sim.station("1001")).first.valid());
        if (added) sim.exchange.set_trunks(2);
        if (!added) sim.free_trunk();
        sim.run(3s);
        const ConnectionId back = sim.newest("1001");
        EXPECT_EQ(sim.text(sim.at(back).caller.number), "555");
        EXPECT_EQ(sim.answer(back), Refusal::None);
        sim.run(10s);
        EXPECT_EQ(sim.state(back), ConnState::Connected);
        EXPECT_EQ(sim.exchange.far_end(back), sim.exchange.outside(sim.party).connection);
    }
}

TEST(CallBackForATrunk, IsAskedForStillWhenItIsTakenAgain) {
    OneTrunk sim;
    EXPECT_EQ(sim.complete(sim.busy("1001"), CompleteBy::CallBack), Refusal::None);
    sim.free_trunk();
    sim.originate("1002", "9556");
    sim.run(2s);
    const ConnectionId back = sim.newest("1001");
    EXPECT_EQ(sim.answer(back), Refusal::None);
    sim.run(2s);
    EXPECT_EQ(sim.state(back), ConnState::BusyTone);
    EXPECT_EQ(sim.exchange.completion_count(sim.address("1001")), 1U);
}

}  // namespace
}  // namespace pbxlab::pbx
