// lineHold, lineUnhold, lineSwapHold (reference: tapi2-operations 5).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

// A has a held call to B and an active one to C.
struct TwoCalls {
    explicit TwoCalls(const OfficeSpec& spec = {})
        : office(spec), a(office.open(0)), b(office.open(1)), c(office.open(2)) {
        held = office.connect(a, b).first;
        a.app->hold(held);
        office.run();
        active = office.connect(a, c).first;
        a.told();
        b.told();
    }
    Office office;
    Seat& a;
    Seat& b;
    Seat& c;
    HCall held{}, active{};
};

TEST(Hold, HoldsAndRetrieves) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD");
    EXPECT_EQ(b.told(), "CS h1 CONNECTED/ACTIVEHELD");
    EXPECT_EQ(a.counts(), "0/1/0");
    EXPECT_EQ(b.counts(), "1/0/0");
    a.app->unhold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(b.told(), "CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(a.counts(), "1/0/0");
}

TEST(Hold, TheHeldPartyMayNotSeeIt) {
    Profile profile;
    profile.remote_hold_visible = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    b.app->hold(other);
    office.run();
    EXPECT_EQ(a.told(), "");
    EXPECT_EQ(a.state(call), "CONNECTED/ACTIVE");
}

TEST(Hold, BelowVersion20TheHeldPartyIsToldNothing) {
    Office office;
    Seat& a = office.open(0, {.version = kTapi14});
    Seat& newer = office.monitor(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    newer.told();
    b.app->hold(other);
    office.run();
    EXPECT_EQ(a.told(), "");
    EXPECT_EQ(newer.told(), "CS h1 CONNECTED/ACTIVEHELD");
    EXPECT_EQ(a.state(call), "CONNECTED/ACTIVE");
}

TEST(Hold, BothEndsMayHoldEachOther) {  // edge case 43
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    a.app->hold(call);
    office.run();
    b.told();
    b.app->hold(other);
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 ONHOLD");
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD");
    a.app->unhold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 CONNECTED/ACTIVEHELD");
    EXPECT_EQ(b.told(), "");
}

TEST(Hold, NeedsAConnectedCall) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, offered] = office.ring(a, b);
    EXPECT_EQ(outcome(a.app->hold(call)), "INVALCALLSTATE");
    EXPECT_EQ(outcome(b.app->hold(offered)), "INVALCALLSTATE");
    EXPECT_EQ(outcome(a.app->unhold(call)), "INVALCALLSTATE");
}

TEST(Hold, ReachesItsLimit) {  // edge case 44
    OfficeSpec spec;
    spec.lines[0].max_held = 1;
    TwoCalls t{spec};
    EXPECT_EQ(t.a.features(t.active), "DROP|SWAPHOLD");
    EXPECT_EQ(outcome(t.a.app->hold(t.active)), "RESOURCEUNAVAIL");
}

TEST(Hold, HeldPartyHangsUp) {  // edge case 40
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    a.app->hold(call);
    office.run();
    a.told();
    a.want_everything();
    b.app->drop(other);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 DISCONNECTED/NORMAL; AS 0 NUMCALLS; AS 0 NUMCALLS");
    EXPECT_EQ(outcome(a.app->unhold(call)), "INVALCALLSTATE");
    EXPECT_EQ(a.counts(), "1/0/0");
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE; AS 0 INUSEZERO|NUMCALLS; LDS NUMCALLS");
}

TEST(Hold, MayBringANewLine) {  // LINEADDRCAPFLAGS_HOLDMAKESNEW
    pbx::Policy policy;
    policy.hold_makes_new = true;
    Office office{with(policy)};
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    m.told();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD; NEWCALL h2 OWNER; CS h2 DIALTONE/NORMAL p3=OWNER");
    EXPECT_EQ(m.told(), "CS h1 ONHOLD; NEWCALL h2 MONITOR; CS h2 DIALTONE/NORMAL p3=MONITOR");
}

TEST(Hold, HoldingByHandIsToldWithoutAReply) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    office.exchange.phone_flash(office.station(0));
    office.run();
    EXPECT_EQ(a.told(), "CS h1 ONHOLD");
    office.exchange.phone_flash(office.station(0));
    office.run();
    EXPECT_EQ(a.told(), "CS h1 CONNECTED/ACTIVE");
}

TEST(Unhold, HoldsTheActiveCall) {  // edge case 41
    TwoCalls t;
    t.a.app->unhold(t.held);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; CS h2 ONHOLD; CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(t.a.counts(), "1/1/0");
}

TEST(Unhold, DropsTheActiveCall) {
    OfficeSpec spec;
    spec.policy.on_retrieve = pbx::OnRetrieve::DropActive;
    TwoCalls t{spec};
    t.a.app->unhold(t.held);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; CS h2 IDLE; CS h1 CONNECTED/ACTIVE");
}

TEST(Unhold, IsRefusedWhereTheActiveCallIsLeftAlone) {
    OfficeSpec spec;
    spec.policy.on_retrieve = pbx::OnRetrieve::Refuse;
    TwoCalls t{spec};
    EXPECT_EQ(outcome(t.a.app->unhold(t.held)), "INVALCALLSTATE");
    EXPECT_EQ(t.a.features(t.held), "DROP|SWAPHOLD");
    t.a.app->drop(t.active);
    t.office.run();
    EXPECT_EQ(t.a.features(t.held), "DROP|UNHOLD");
    EXPECT_GT(t.a.app->unhold(t.held), 0);
}

TEST(Unhold, NeedsAnAppearance) {
    OfficeSpec spec;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    const HCall held = office.connect(a, b).first;
    a.app->hold(held);
    office.run();
    office.ring(c, a);  // the offered call has the only appearance
    EXPECT_EQ(outcome(a.app->unhold(held)), "RESOURCEUNAVAIL");
    EXPECT_EQ(a.features(held), "DROP");
}

TEST(Unhold, RacesAreDecidedByTheSwitch) {
    OfficeSpec spec;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall held = office.connect(a, b).first;
    a.app->hold(held);
    office.run();
    a.told();
    a.make("1003");
    EXPECT_GT(a.app->unhold(held), 0);
    office.run(20ms);
    EXPECT_EQ(a.told(), "REPLY ok; REPLY RESOURCEUNAVAIL");
}

TEST(SwapHold, ExchangesTheTwo) {
    TwoCalls t;
    t.a.app->swap_hold(t.active, t.held);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; CS h2 ONHOLD; CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(t.b.told(), "CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(t.c.told(), "CS h1 CONNECTED/ACTIVEHELD");
}

TEST(SwapHold, WorksAtTheLimitOfHeldCalls) {
    OfficeSpec spec;
    spec.lines[0].max_held = 1;
    spec.lines[0].max_active = 1;
    TwoCalls t{spec};
    EXPECT_GT(t.a.app->swap_hold(t.active, t.held), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; CS h2 ONHOLD; CS h1 CONNECTED/ACTIVE");
}

TEST(SwapHold, NeedsBothStatesAndBothHandles) {
    TwoCalls t;
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.held, t.active)), "INVALCALLSTATE");
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.active, t.active)), "INVALCALLSTATE");
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.active, kNoCall)), "INVALCALLHANDLE");
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.active, t.b.h(1))), "INVALCALLHANDLE");
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.b.h(1), t.held)), "INVALCALLHANDLE");
}

TEST(SwapHold, NeedsOwnershipOfBoth) {
    TwoCalls t;
    Seat& m = t.office.monitor(0);
    CallList list;
    m.app->get_new_calls(m.line, 0, LINECALLSELECT_LINE, &list);
    ASSERT_EQ(list.calls.size(), 2U);
    EXPECT_EQ(outcome(m.app->swap_hold(list.calls[1], list.calls[0])), "NOTOWNER");
    m.app->set_call_privilege(list.calls[1], LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(outcome(m.app->swap_hold(list.calls[1], list.calls[0])), "NOTOWNER");
    m.app->set_call_privilege(list.calls[0], LINECALLPRIVILEGE_OWNER);
    EXPECT_GT(m.app->swap_hold(list.calls[1], list.calls[0]), 0);
}

TEST(SwapHold, BothCallsBelongToOneOpenLine) {
    TwoCalls t;
    Seat& second = t.office.open(*t.a.app, 0, {.privileges = LINECALLPRIVILEGE_MONITOR});
    CallList list;
    second.app->get_new_calls(second.line, 0, LINECALLSELECT_LINE, &list);
    ASSERT_EQ(list.calls.size(), 2U);
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.active, list.calls[0])), "INVALCALLHANDLE");
}

TEST(SwapHold, AcrossAddressesNeedsRoomOnBoth) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    spec.lines[0].max_active = 1;
    spec.lines[0].max_held = 1;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    const HCall held = office.connect(a, b).first;
    a.app->hold(held);
    office.run();
    const CallParams second{.address_id = 1};
    const HCall& active = a.make("1003", &second);
    office.run();
    c.app->answer(c.h(1));
    office.run();
    EXPECT_GT(a.app->swap_hold(active, held), 0);
    office.run();
    EXPECT_EQ(a.state(held) + " " + a.state(active), "CONNECTED/ACTIVE ONHOLD");
    const HCall& third = a.make("1002", &second);
    office.run();
    EXPECT_EQ(a.state(third), "RINGBACK");
    EXPECT_EQ(outcome(a.app->swap_hold(held, active)), "RESOURCEUNAVAIL");
    EXPECT_EQ(a.features(active), "DROP") << "neither unhold nor swap finds an appearance";
}

TEST(Unhold, AcrossAddressesTheActiveCallMustFindAHold) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    spec.lines[0].max_held = 1;
    spec.lines = std::vector<LineSpec>(4, spec.lines[0]);
    Office office{spec};
    Seat& a = office.open(0);
    std::vector<HCall> calls;
    for (const std::uint32_t address : {0U, 1U, 1U}) {
        Seat& far = office.open(static_cast<std::uint32_t>(calls.size()) + 1);
        const CallParams params{.address_id = address};
        const std::string number = std::to_string(1002 + calls.size());
        const HCall& call = a.make(number.c_str(), &params);
        office.run();
        far.app->answer(far.h(1));
        office.run();
        calls.push_back(call);
        if (calls.size() < 3) a.app->hold(call);
        office.run();
    }
    EXPECT_EQ(a.counts(0) + " " + a.counts(1), "0/1/0 1/1/0");
    EXPECT_EQ(outcome(a.app->swap_hold(calls[2], calls[0])), "RESOURCEUNAVAIL")
        << "the second address holds as many as it can";
    EXPECT_EQ(outcome(a.app->unhold(calls[0])), "RESOURCEUNAVAIL");
    EXPECT_EQ(outcome(a.app->swap_hold(calls[2], calls[1])), "asked");
}

TEST(Hold, OutOfServiceRefusesAllThree) {
    TwoCalls t;
    t.office.exchange.set_service(t.office.station(0), false);
    EXPECT_EQ(outcome(t.a.app->hold(t.active)), "INVALLINESTATE");
    EXPECT_EQ(outcome(t.a.app->unhold(t.held)), "INVALLINESTATE");
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.active, t.held)), "INVALLINESTATE");
}

TEST(Hold, WithheldFeaturesRefuse) {
    Profile profile;
    profile.call_features = ~(LINECALLFEATURE_UNHOLD | LINECALLFEATURE_SWAPHOLD);
    TwoCalls t{with(profile)};
    EXPECT_EQ(outcome(t.a.app->unhold(t.held)), "OPERATIONUNAVAIL");
    EXPECT_EQ(outcome(t.a.app->swap_hold(t.active, t.held)), "OPERATIONUNAVAIL");
    EXPECT_EQ(t.a.features(t.held), "DROP");
}

}  // namespace
}  // namespace pbxlab::lines::test
