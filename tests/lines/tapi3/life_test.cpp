// What ends and begins apart from calls: references, registrations, sessions, lines (reference:
// tapi3-operations 1 and 5).
#include <functional>
#include <string_view>
#include <vector>

#include "tests/lines/tapi3/trio.h"

namespace pbxlab::lines::tapi3::test {
namespace {

struct Stage {
    std::string_view name;
    std::function<void(Trio&)> prepare;
};

const std::vector<Stage>& stages() {
    static std::string chosen;
    static const std::vector<Stage> kStages = {
        {"a call that is nowhere", [](Trio& t) { t.alice.create("1002"); }},
        {"in progress", [](Trio& t) { t.ring(); }},
        {"dial tone", [](Trio& t) { t.ring(nullptr); }},
        {"busy", [](Trio& t) { t.ring("1001"); }},
        {"connected", [](Trio& t) { t.talk(); }},
        {"offered", [](Trio& t) { t.offer(); }},
        {"held", [](Trio& t) { EXPECT_EQ(t.alice.result(t.talk().Hold(VARIANT_TRUE)), "S_OK"); }},
        {"consulting", [](Trio& t) { t.consult(t.talk(), false, false); }},
        {"consulted", [](Trio& t) { t.consult(t.talk()); }},
        {"consulting for a conference", [](Trio& t) { t.consult(t.talk(), true, false); }},
        {"a conference", [](Trio& t) { t.confer(); }},
        {"the far end has gone",
         [](Trio& t) {
             t.talk();
             t.bob.newest().Disconnect(DC_NORMAL);
             t.office.run();
         }},
        {"ended",
         [](Trio& t) { EXPECT_EQ(t.alice.result(t.talk().Disconnect(DC_NORMAL)), "S_OK"); }},
        {"Connect waits", [](Trio& t) { t.alice.create("1002").Connect(VARIANT_TRUE); }},
        {"Answer waits", [](Trio& t) { t.offer().Answer(); }},
        {"Disconnect waits", [](Trio& t) { t.talk().Disconnect(DC_NORMAL); }},
        {"Hold waits", [](Trio& t) { t.talk().Hold(VARIANT_TRUE); }},
        {"ParkIndirect waits", [](Trio& t) { t.talk().ParkIndirect(&chosen); }},
        {"Transfer waits",
         [](Trio& t) { t.talk().Transfer(&t.alice.create("1003"), VARIANT_TRUE); }},
        {"Transfer waits for the answer",
         [](Trio& t) {
             t.talk().Transfer(&t.alice.create("1003"), VARIANT_TRUE);
             t.office.run();
         }},
        {"Conference waits",
         [](Trio& t) { t.talk().Conference(&t.alice.create("1003"), VARIANT_TRUE); }},
        {"Finish waits", [](Trio& t) { t.consult(t.talk()).Finish(FM_ASTRANSFER); }},
        {"Finish of a conference waits",
         [](Trio& t) { t.consult(t.talk(), true).Finish(FM_ASCONFERENCE); }},
    };
    return kStages;
}

// The release of an active call drops it (P21), so that nothing of it stays. A method that waits
// has a hold of its calls until it returns.
TEST(Tapi3Life, NothingIsLeftOfCallsWhoseReferencesAreGivenUp) {
    for (const Stage& stage : stages()) {
        SCOPED_TRACE(stage.name);
        for (const bool first_last : {false, true}) {
            Trio trio;
            stage.prepare(trio);
            trio.alice.told();
            const auto release = [&] {
                trio.alice.release(first_last ? 2 : 1);
                trio.alice.release(first_last ? 1 : 2);
            };
            release();
            trio.office.run(5s);
            release();  // of what has been told meanwhile
            trio.office.run(125s);
            release();
            trio.alice.told();
            trio.office.run(5s);
            EXPECT_EQ(trio.alice.told(), "");
            EXPECT_EQ(trio.alice.tapi.call(1), nullptr);
            EXPECT_EQ(trio.alice.tapi.call(2), nullptr);
            const pbx::Exchange& exchange = trio.office.exchange;
            EXPECT_EQ(exchange.find(exchange.station(trio.office.station(0)).first), nullptr);
        }
    }
}

TEST(Tapi3Life, ShutdownEndsEverythingInEveryState) {
    for (const Stage& stage : stages()) {
        SCOPED_TRACE(stage.name);
        Trio trio;
        stage.prepare(trio);
        trio.alice.told();
        EXPECT_EQ(hresult_name(trio.alice.tapi.Shutdown()), "S_OK");
        EXPECT_EQ(hresult_name(trio.alice.tapi.Shutdown()), "S_FALSE");
        trio.office.run(5s);
        const std::string told = trio.alice.told();
        EXPECT_TRUE(told.empty() || told == "-> TAPI_E_NOT_INITIALIZED") << told;
        EXPECT_EQ(hresult_name(trio.alice.tapi.Initialize()), "S_OK");
        EXPECT_EQ(hresult_name(trio.alice.tapi.Initialize()), "S_FALSE");
        std::vector<Ref<Call>> calls;
        trio.alice.address->EnumerateCalls(&calls);
        for (const Ref<Call>& call : calls) {
            if (Phone::state(*call) == "CS_IDLE") continue;
            EXPECT_EQ(trio.alice.result(call->Disconnect(DC_NORMAL)), "S_FALSE");
        }
        trio.office.check();
    }
}

TEST(Tapi3Life, MethodsThatWaitReturnWithTheEndOfTheSession) {
    Trio trio;
    trio.talk().Hold(VARIANT_TRUE);
    trio.alice.tapi.Shutdown();
    EXPECT_EQ(trio.alice.told(), "-> TAPI_E_NOT_INITIALIZED");
}

// itaddress-createcall, ittapi-unregisternotifications: calls that have come go on.
TEST(Tapi3Life, CallsGoOnWhenTheirRegistrationIsTakenBack) {
    Trio trio;
    Call& call = trio.offer();
    EXPECT_EQ(hresult_name(trio.alice.tapi.UnregisterNotifications(trio.alice.cookie)), "S_OK");
    EXPECT_EQ(hresult_name(trio.alice.tapi.UnregisterNotifications(trio.alice.cookie)),
              "E_INVALIDARG");
    EXPECT_EQ(trio.alice.result(call.Answer()), "S_OK");
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "c1 CS_CONNECTED; -> S_OK");
    EXPECT_EQ(trio.carol.result(trio.carol.create("1001").Connect(VARIANT_FALSE)), "S_OK");
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "");  // nothing new comes
    EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "S_OK");
}

TEST(Tapi3Life, AMethodThatWaitsIsRepliedToAfterItsRegistrationIsTakenBack) {
    Trio trio;
    const Returned connect = trio.alice.create("1002").Connect(VARIANT_FALSE);
    trio.alice.tapi.UnregisterNotifications(trio.alice.cookie);
    EXPECT_EQ(trio.alice.result(connect), "S_OK");
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "-> S_OK; c1 CS_INPROGRESS");
    trio.answer(trio.bob);
    const Returned hold = trio.alice.c(1).Hold(VARIANT_TRUE);
    EXPECT_EQ(trio.alice.result(hold), "S_OK");
}

TEST(Tapi3Life, AConferenceGoesOnWhenItsRegistrationIsTakenBack) {
    Trio trio;
    const auto [first, second] = trio.confer();
    trio.alice.tapi.UnregisterNotifications(trio.alice.cookie);
    trio.office.run();
    EXPECT_EQ(Phone::state(*first), "CS_CONNECTED");
    EXPECT_EQ(trio.alice.result(second->RemoveFromConference()), "S_OK");
}

// line-close. What was asked is never replied to, and does not wait two minutes for it.
TEST(Tapi3Life, CallsAreOverWhenTheProviderTakesTheirLineAway) {
    Trio trio{{}, {.events = kCallsOnly | TE_TAPIOBJECT}};
    Call& call = trio.talk();
    const Returned hold = call.Hold(VARIANT_TRUE);
    trio.office.telephony.force_close(0);
    EXPECT_EQ(trio.alice.result(hold), "TAPI_E_OPERATIONFAILED");
    EXPECT_EQ(trio.alice.told(),
              "TE_ADDRESSCLOSE; c1 CS_DISCONNECTED/CEC_DISCONNECT_FAILED; "
              "-> TAPI_E_OPERATIONFAILED");
    EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "S_FALSE");
    EXPECT_EQ(hresult_name(trio.alice.tapi.UnregisterNotifications(trio.alice.cookie)),
              "E_INVALIDARG");
    // The line can be used again.
    EXPECT_EQ(trio.alice.result(trio.alice.create("1003").Connect(VARIANT_FALSE)), "S_OK");
}

TEST(Tapi3Life, AConnectThatAClosedLineForgotCanBeTriedAgain) {
    Trio trio;
    Call& call = trio.alice.create("1002");
    const Returned connect = call.Connect(VARIANT_FALSE);
    trio.office.telephony.force_close(0);
    EXPECT_EQ(trio.alice.result(connect), "TAPI_E_OPERATIONFAILED");
    EXPECT_EQ(Phone::state(call), "CS_IDLE");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
}

TEST(Tapi3Life, LinesComeAndGo) {
    Trio trio{{}, {.events = kCallsOnly | TE_TAPIOBJECT}};
    trio.talk();
    const auto station = trio.office.exchange.add_station({.name = "new"});
    trio.office.exchange.add_address(station, {.number = "1009"});
    const std::uint32_t device = trio.office.telephony.create_line(station, {});
    EXPECT_EQ(trio.alice.told(), "TE_ADDRESSCREATE");
    std::vector<Address*> addresses;
    trio.alice.tapi.EnumerateAddresses(&addresses);
    EXPECT_EQ(addresses.size(), 4U);
    EXPECT_EQ(addresses.back()->device(), device);
    trio.office.telephony.remove_line(0);
    EXPECT_EQ(trio.alice.told(),
              "TE_ADDRESSCLOSE; c1 CS_DISCONNECTED/CEC_DISCONNECT_FAILED; TE_ADDRESSREMOVE");
    trio.alice.tapi.EnumerateAddresses(&addresses);
    EXPECT_EQ(addresses.size(), 3U);
    Ref<Call> call;
    if (trio.alice.address->CreateCall("1002", LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO,
                                       &call) == 0) {
        EXPECT_TRUE(failed(call->Connect(VARIANT_FALSE).result));
    }
}

// linedevstate--constants, REINIT: until all have shut down nothing can be begun.
TEST(Tapi3Life, EveryApplicationIsAskedToStartAnew) {
    Trio trio{{}, {.events = TE_TAPIOBJECT}};
    trio.office.telephony.request_reinit();
    EXPECT_EQ(trio.alice.told(), "TE_REINIT");
    trio.alice.tapi.Shutdown();
    EXPECT_EQ(hresult_name(trio.alice.tapi.Initialize()), "TAPI_E_REINIT");
    trio.bob.tapi.Shutdown();
    trio.carol.tapi.Shutdown();
    EXPECT_EQ(hresult_name(trio.alice.tapi.Initialize()), "S_OK");
}

// ittapi-registercallnotifications: one object of one call, however it came.
TEST(Tapi3Life, ACallThatSeveralRegistrationsBringIsOne) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1, {.owner = false}};
    std::uint32_t second = 0;
    bob.tapi.RegisterCallNotifications(bob.address, VARIANT_FALSE, VARIANT_TRUE,
                                       TAPIMEDIATYPE_AUDIO, 5, &second);
    EXPECT_EQ(alice.result(alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    std::uint32_t privilege = 9;
    bob.c(1).get_Privilege(&privilege);
    EXPECT_EQ(privilege, CP_OWNER);
    std::vector<Ref<Call>> calls;
    bob.address->EnumerateCalls(&calls);
    EXPECT_EQ(calls.size(), 1U);
    EXPECT_EQ(bob.result(bob.c(1).Answer()), "S_OK");
    // It stays the application's with either registration gone.
    EXPECT_EQ(hresult_name(bob.tapi.UnregisterNotifications(second)), "S_OK");
    EXPECT_EQ(bob.result(bob.c(1).Hold(VARIANT_TRUE)), "S_OK");
    EXPECT_EQ(hresult_name(bob.tapi.UnregisterNotifications(bob.cookie)), "S_OK");
    EXPECT_EQ(bob.result(bob.c(1).Hold(VARIANT_FALSE)), "S_OK");
}

// Providers of before 2.0 tell of a new call by its first state alone (line-appnewcall).
TEST(Tapi3Life, ProvidersOfBefore20ServeTapi3Too) {
    OfficeSpec spec;
    for (LineSpec& line : spec.lines) line.profile.highest_api = kTapi14;
    Trio trio{spec};
    EXPECT_EQ(trio.bob.result(trio.bob.create("1001").Connect(VARIANT_FALSE)), "S_OK");
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
    EXPECT_EQ(trio.alice.result(trio.alice.c(1).Answer()), "S_OK");
    trio.office.run();
    Call& first = trio.alice.c(1);
    Call& second = trio.consult(first);
    EXPECT_EQ(trio.alice.result(second.Finish(FM_ASTRANSFER)), "S_OK");
    trio.office.run();
    EXPECT_EQ(Phone::state(trio.carol.newest()), "CS_CONNECTED");
    // A sole owner may not leave a call there, so that it is dropped first.
    Call& call = trio.ring();
    trio.answer(trio.bob);
    trio.alice.release(call.number());
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "");
    EXPECT_EQ(Phone::state(trio.bob.newest()), "CS_DISCONNECTED");
}

TEST(Tapi3Life, AConferenceOfBefore20HasNoObjectEither) {
    OfficeSpec spec;
    for (LineSpec& line : spec.lines) line.profile.highest_api = kTapi14;
    Trio trio{spec};
    Phone watcher{trio.office, 0, {.owner = false, .module = "watcher.exe"}};
    trio.confer();
    std::vector<Ref<Call>> calls;
    trio.alice.address->EnumerateCalls(&calls);
    EXPECT_EQ(calls.size(), 2U);
    watcher.address->EnumerateCalls(&calls);
    EXPECT_EQ(calls.size(), 2U);
}

// Before 2.0 a line cannot be opened for one address alone: calls at the others are no concern of
// who has not registered for them.
TEST(Tapi3Life, BringsNoCallsOfAddressesThatNobodyRegisteredFor) {
    for (const std::uint32_t highest : {kTapi14, kTapi22}) {
        OfficeSpec spec;
        spec.lines[0].addresses = 2;
        for (LineSpec& line : spec.lines) line.profile.highest_api = highest;
        Trio trio{spec};
        EXPECT_EQ(trio.bob.result(trio.bob.create("2001").Connect(VARIANT_FALSE)), "S_OK");
        trio.office.run();
        EXPECT_EQ(trio.alice.told(), "");
        EXPECT_EQ(trio.alice.tapi.call(1), nullptr);
        EXPECT_EQ(trio.carol.result(trio.carol.create("1001").Connect(VARIANT_FALSE)), "S_OK");
        trio.office.run();
        EXPECT_EQ(trio.alice.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
    }
}

// A line that was lifted by hand: the call that is made there was there before, and has one object.
TEST(Tapi3Life, ACallThatIsTakenOverFromTheTelephoneIsOne) {
    Trio trio;
    trio.office.exchange.phone_lift(trio.office.station(0));
    trio.office.run();
    EXPECT_EQ(trio.alice.told(), "c1 CNE_MONITOR; c1 CS_INPROGRESS");
    Call& call = trio.alice.create("1002");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
    trio.office.run();
    EXPECT_EQ(trio.alice.told(),
              "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; c2 CS_INPROGRESS; -> S_OK");
    EXPECT_EQ(trio.alice.result(trio.alice.c(1).Disconnect(DC_NORMAL)), "S_FALSE");
    trio.answer(trio.bob);
    EXPECT_EQ(Phone::state(call), "CS_CONNECTED");
    // Of an application that had not been told of it.
    trio.office.exchange.phone_lift(trio.office.station(2));
    trio.office.run();
    Phone late{trio.office, 2, {.module = "late.exe"}};
    EXPECT_EQ(late.result(late.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    EXPECT_EQ(late.told(), "c1 CS_INPROGRESS; -> S_OK");
}

// P16: a hub that is there before its call joins that of the id which the call turns out to have.
TEST(Tapi3Life, ACallHasTheHubOfItsIdHoweverEarlyItHadOne) {
    OfficeSpec spec;
    for (LineSpec& line : spec.lines) line.profile.tapi3.hub_from = HubFrom::Idle;
    Office office{spec};
    Phone alice{office, 0, {.events = kCallsOnly | TE_CALLHUB}};
    std::uint32_t cookie = 0;
    alice.tapi.RegisterCallNotifications(alice.tapi.address(2, 0), VARIANT_TRUE, VARIANT_FALSE,
                                         TAPIMEDIATYPE_AUDIO, 0, &cookie);
    Phone carol{office, 2};
    EXPECT_EQ(carol.result(carol.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    alice.told();
    Call& call = alice.create("1002");
    EXPECT_EQ(alice.told(), "CHE_CALLHUBNEW; c2 CHE_CALLJOIN");
    EXPECT_EQ(alice.result(call.Pickup(nullptr)), "S_OK");
    office.run();
    Ref<CallHub> hub;
    EXPECT_EQ(hresult_name(call.get_CallHub(&hub)), "S_OK");
    std::uint32_t calls = 0;
    hub->get_NumCalls(&calls);
    EXPECT_EQ(calls, 2U);  // with Carol's, as it is watched at her line
    std::vector<Ref<CallHub>> hubs;
    alice.tapi.EnumerateCallHubs(&hubs);
    EXPECT_EQ(hubs.size(), 1U);
}

// What nothing was told of is there until somebody asks for it, and is the asker's then.
TEST(Tapi3Life, ACallThatNothingWasToldOfIsFoundInItsHub) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1, {.events = 0}};
    EXPECT_EQ(alice.result(alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    std::vector<Ref<CallHub>> hubs;
    bob.tapi.EnumerateCallHubs(&hubs);
    ASSERT_EQ(hubs.size(), 1U);
    std::vector<Ref<Call>> calls;
    EXPECT_EQ(hresult_name(hubs[0]->EnumerateCalls(&calls)), "S_OK");
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(Phone::state(*calls[0]), "CS_OFFERING");
    calls.clear();  // given up
    office.run();
    EXPECT_EQ(alice.told(),
              "-> S_OK; c1 CS_INPROGRESS; c1 CS_DISCONNECTED/CEC_DISCONNECT_REJECTED");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
