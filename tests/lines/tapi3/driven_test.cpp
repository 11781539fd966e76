// A TAPI 3 application on a line that one of TAPI 2 watches, and calls that pass between the two
// (reference: tapi2-tapi3-map 9).
#include "tests/lines/tapi3/trio.h"

namespace pbxlab::lines::tapi3::test {
namespace {

using lines::test::outcome;

constexpr std::uint32_t kInfoToo = kCallsOnly | TE_CALLINFOCHANGE;

// Alice's application is one of TAPI 3, and a seat of TAPI 2 watches it.
struct Driven : Trio {
    explicit Driven(const OfficeSpec& spec = {}) : Trio{spec}, seat{office.monitor(0)} {}
    Seat& seat;
    // Its states alone, of what it was told.
    std::string told() {
        std::string states;
        seat.all.clear();
        seat.told();
        for (const Message& m : seat.all) {
            if (m.id != LINE_CALLSTATE && m.id != LINE_APPNEWCALL) continue;
            if (!states.empty()) states += "; ";
            states += m.id == LINE_APPNEWCALL
                          ? "new"
                          : seat.name(HCall{m.device}) + " " +
                                std::string{tapi_word("LINECALLSTATE", m.param1)};
        }
        return states;
    }
    std::string after(const Returned& returned) {
        EXPECT_EQ(alice.result(returned), "S_OK");
        office.run();
        return told();
    }
};

TEST(Tapi2Watches, ACallThatIsMadeOnlyWhenItIsConnected) {
    Driven d;
    Call& call = d.alice.create("1002");
    d.office.run();
    EXPECT_EQ(d.told(), "");
    EXPECT_EQ(d.after(call.Connect(VARIANT_FALSE)),
              "new; h1 UNKNOWN; h1 DIALTONE; h1 DIALING; h1 PROCEEDING; h1 RINGBACK");
}

TEST(Tapi2Watches, AcceptingOnTheWayToTheAnswer) {
    pbx::Policy policy;
    policy.accept_to_alert = true;
    Driven d{with(policy)};
    Call& call = d.offer();
    d.told();
    EXPECT_EQ(d.after(call.Answer()), "h1 ACCEPTED; h1 CONNECTED");
}

TEST(Tapi2Watches, ADisconnectAsADrop) {
    Driven d;
    Call& call = d.talk();
    d.told();
    EXPECT_EQ(d.after(call.Disconnect(DC_NORMAL)), "h1 IDLE");
}

// P12
TEST(Tapi2Watches, TheReasonOfADisconnectWhereItIsPassedOn) {
    struct Row {
        std::uint32_t code;
        bool passes;
        std::string state;
    };
    for (const Row& row : {Row{DC_REJECTED, true, "DISCONNECTED/REJECT"},
                           Row{DC_NOANSWER, true, "DISCONNECTED/NOANSWER"}}) {
        OfficeSpec spec;
        spec.lines[0].profile.tapi3.passes_disconnect_code = row.passes;
        Driven d{spec};
        Seat& far = d.office.open(2);
        const HCall& call = far.make("1001");
        d.office.run();
        d.alice.told();
        EXPECT_EQ(d.alice.result(d.alice.newest().Disconnect(row.code)), "S_OK");
        d.office.run();
        EXPECT_EQ(far.state(call), row.state);
    }
}

TEST(Tapi2Watches, ATransferWhoseConsultationDialsByItself) {
    Driven d;
    Call& first = d.talk();
    d.told();
    Call& second = d.alice.create("1003");
    EXPECT_EQ(d.after(first.Transfer(&second, VARIANT_FALSE)),
              "new; h2 UNKNOWN; h1 ONHOLDPENDTRANSFER; h2 DIALTONE; h2 DIALING; h2 PROCEEDING; h2 "
              "RINGBACK");
    d.answer(d.carol);
    EXPECT_EQ(d.told(), "h2 CONNECTED");
    EXPECT_EQ(d.after(second.Finish(FM_ASTRANSFER)), "h1 IDLE; h2 IDLE");
}

TEST(Tapi2Watches, AConferenceWithItsParent) {
    Driven d;
    d.confer();
    d.told();
    CallList list;
    // The parent first, and what it had no handle of it gets one of.
    const auto member = std::ranges::find_if(d.seat.calls(), [&](HCall call) {
        return d.seat.status(call).call_state == LINECALLSTATE_CONFERENCED;
    });
    ASSERT_NE(member, d.seat.calls().end());
    EXPECT_EQ(d.seat.app->get_conf_related_calls(*member, &list), 0);
    ASSERT_EQ(list.calls.size(), 3U);
    EXPECT_EQ(d.seat.info(list.calls[0]).origin, LINECALLORIGIN_CONFERENCE);
    EXPECT_EQ(d.seat.status(list.calls[0]).call_privilege, LINECALLPRIVILEGE_MONITOR);
    EXPECT_EQ(d.seat.info(list.calls[0]).num_owners, 1U);  // the TAPI 3 application
}

TEST(Tapi2Watches, WhatIsFetched) {
    Driven d;
    Call& call = d.talk();
    d.told();
    EXPECT_EQ(d.after(call.ParkDirect("701")), "h1 IDLE");
    Call& again = d.alice.create("701");
    EXPECT_EQ(d.after(again.Unpark()), "new; h2 UNKNOWN; h2 CONNECTED");
}

// P13
TEST(Tapi2Watches, AHandOffThatFails) {
    for (const bool disconnects : {true, false}) {
        OfficeSpec spec;
        spec.lines[0].profile.tapi3.failed_handoff_disconnects = disconnects;
        Driven d{spec};
        Call& call = d.talk();
        d.told();
        EXPECT_EQ(d.alice.result(call.HandoffDirect("nobody.exe")), "TAPI_E_TARGETNOTFOUND");
        d.office.run();
        EXPECT_EQ(d.told(), disconnects ? "h1 IDLE" : "");
        EXPECT_EQ(Phone::state(call), disconnects ? "CS_DISCONNECTED" : "CS_CONNECTED");
    }
}

TEST(Tapi2Watches, AReleaseAsOneOwnerLess) {
    Driven d;
    d.talk();
    d.told();
    d.alice.release(1);
    d.office.run();
    EXPECT_EQ(d.seat.info(d.seat.h(1)).num_owners, 0U);
}

// Extra rules.
TEST(Tapi3Mixed, AMemberCannotBeHeldByItself) {
    Trio trio;
    const auto [first, second] = trio.confer();
    EXPECT_EQ(trio.alice.result(first->Hold(VARIANT_TRUE)), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(Phone::state(*first), "CS_CONNECTED");
    EXPECT_EQ(trio.alice.result(second->Disconnect(DC_NORMAL)), "S_OK");
    EXPECT_EQ(Phone::state(*second), "CS_DISCONNECTED");
    EXPECT_EQ(Phone::state(*first), "CS_CONNECTED");
}

TEST(Tapi3Mixed, AConsultationIsSwappedWithTheWholeConference) {
    Trio trio;
    Call& first = trio.talk();
    Call& second = trio.consult(first, true);
    EXPECT_EQ(Phone::state(first), "CS_HOLD");
    EXPECT_EQ(trio.alice.result(second.SwapHold(&first)), "S_OK");
    EXPECT_EQ(Phone::state(first), "CS_CONNECTED");
    EXPECT_EQ(Phone::state(second), "CS_HOLD");
    EXPECT_EQ(trio.alice.result(first.SwapHold(&second)), "S_OK");
    EXPECT_EQ(trio.alice.result(second.Finish(FM_ASCONFERENCE)), "S_OK");
    EXPECT_EQ(Phone::state(first), "CS_CONNECTED");
    EXPECT_EQ(Phone::state(second), "CS_CONNECTED");
}

std::string privilege(Call& call) {
    std::uint32_t value = 9;
    call.get_Privilege(&value);
    return std::string{tapi_word("CALL_PRIVILEGE", value)};
}

// Ownership crosses the border in both directions.
TEST(Tapi3Mixed, ACallIsHandedToAnApplicationOfTapi2) {
    Trio trio{{}, {.events = kInfoToo}};
    Seat& crm = trio.office.open(0, {.module = "crm.exe"});
    Call& call = trio.talk();
    crm.told();
    EXPECT_EQ(trio.alice.result(call.HandoffDirect("C:\\programs\\crm.exe")), "S_OK");
    trio.office.run();
    const HCall there = crm.h(1);
    EXPECT_EQ(crm.status(there).call_privilege, LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(privilege(call), "CP_MONITOR");
    EXPECT_EQ(crm.info(there).num_owners, 1U);
    EXPECT_EQ(crm.info(there).num_monitors, 1U);
    EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "TAPI_E_NOTOWNER");
    trio.forget();
    // And back: the object that there is becomes an owner's again.
    EXPECT_EQ(outcome(crm.app->hand_off(there, "phone.exe", 0)), "ok");
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "c1 CNE_OWNER; c1 CS_CONNECTED");
    EXPECT_EQ(privilege(call), "CP_OWNER");
    EXPECT_EQ(crm.app->deallocate_call(there), 0);
    EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
}

TEST(Tapi3Mixed, ACallIsHandedToAnApplicationOfTapi3) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    Phone phone{office, 0, {.monitor = false}};
    EXPECT_EQ(outcome(a.app->hand_off(call, nullptr, LINEMEDIAMODE_INTERACTIVEVOICE)),
              "TARGETSELF");
    EXPECT_EQ(outcome(a.app->hand_off(call, "phone.exe", 0)), "ok");
    office.run();
    EXPECT_EQ(phone.told(), "c1 CNE_OWNER; c1 CS_CONNECTED");
    EXPECT_EQ(outcome(a.app->deallocate_call(call)), "ok");
    EXPECT_EQ(phone.result(phone.c(1).Disconnect(DC_NORMAL)), "S_OK");
}

TEST(Tapi3Mixed, ACallIsHandedToWhoeverComesFirstForItsMedium) {
    Trio trio;
    Seat& crm = trio.office.open(0, {.module = "crm.exe"});
    Call& call = trio.talk();
    EXPECT_EQ(trio.alice.result(call.HandoffIndirect(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO)),
              "E_INVALIDARG");
    trio.office.telephony.set_priorities(LINEMEDIAMODE_INTERACTIVEVOICE, {"crm.exe"});
    EXPECT_EQ(trio.alice.result(call.HandoffIndirect(TAPIMEDIATYPE_AUDIO)), "S_OK");
    EXPECT_EQ(privilege(call), "CP_MONITOR");
    EXPECT_EQ(crm.status(crm.h(1)).call_privilege, LINECALLPRIVILEGE_OWNER);
}

TEST(Tapi3Mixed, WhoHandsACallToItselfStaysItsOwner) {
    Trio trio;
    Call& call = trio.talk();
    EXPECT_EQ(trio.alice.result(call.HandoffDirect("phone.exe")), "S_OK");
    EXPECT_EQ(privilege(call), "CP_OWNER");
    EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
