// What an application is told, when, and in which order (reference: tapi3-operations 3.1 and 3.4).
#include "tests/lines/tapi3/trio.h"

namespace pbxlab::lines::tapi3::test {
namespace {

// The next event of this kind; nothing else is looked at.
bool next(Phone& phone, std::uint32_t kind, Event* event) {
    for (Notice notice; phone.tapi.next(&notice);) {
        if (notice.event.kind != kind) continue;
        *event = notice.event;
        return true;
    }
    return false;
}

// 3.4, rule 1: answered on the notification, or on the state: both work.
TEST(Tapi3Order, ANewCallIsOfferedWhenItsNotificationComes) {
    for (const std::uint32_t kind : {TE_CALLNOTIFICATION, TE_CALLSTATE}) {
        Trio trio;
        EXPECT_EQ(trio.alice.result(trio.alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
        Event event;
        while (!next(trio.bob, kind, &event)) trio.office.step();
        EXPECT_EQ(Phone::state(*event.call), "CS_OFFERING");
        const Returned answer = event.call->Answer();
        EXPECT_EQ(trio.bob.result(answer), "S_OK");
        EXPECT_EQ(Phone::state(*event.call), "CS_CONNECTED");  // rule 4
        EXPECT_EQ(trio.bob.told(), kind == TE_CALLNOTIFICATION
                                       ? "c1 CS_OFFERING; c1 CS_CONNECTED; -> S_OK"
                                       : "c1 CS_CONNECTED; -> S_OK");
    }
}

// Rule 2.
TEST(Tapi3Order, OneApplicationOwnsANewCallAndTheOthersWatch) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1, {.module = "first.exe"}};
    Phone second{office, 1, {.module = "second.exe"}};
    Phone watcher{office, 1, {.owner = false, .module = "watcher.exe"}};
    EXPECT_EQ(alice.result(alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(bob.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
    EXPECT_EQ(second.told(), "c1 CNE_MONITOR; c1 CS_OFFERING");
    EXPECT_EQ(watcher.told(), "c1 CNE_MONITOR; c1 CS_OFFERING");
    std::uint32_t privilege = 9;
    bob.c(1).get_Privilege(&privilege);
    EXPECT_EQ(privilege, CP_OWNER);
    second.c(1).get_Privilege(&privilege);
    EXPECT_EQ(privilege, CP_MONITOR);
    EXPECT_EQ(second.result(second.c(1).Answer()), "TAPI_E_NOTOWNER");
    EXPECT_EQ(watcher.result(watcher.c(1).Disconnect(DC_NORMAL)), "TAPI_E_NOTOWNER");
}

// Rule 3.
TEST(Tapi3Order, WhatIsAskedForIsToldToWhoAsksToo) {
    Trio trio;
    Call& call = trio.talk();
    EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
    EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "S_OK");
    EXPECT_EQ(trio.alice.told(),
              "c1 CS_HOLD; -> S_OK; c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; -> S_OK");
}

// Rule 4, P26.
TEST(Tapi3Order, ReturnsComeBeforeTheirEventsWhereTheProviderHasItSo) {
    Profile profile;
    profile.tapi3.return_first = true;
    Trio trio{with(profile)};
    Call& call = trio.talk();
    EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
    EXPECT_EQ(trio.alice.told(), "-> S_OK; c1 CS_HOLD");
    EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "S_OK");
    EXPECT_EQ(trio.alice.told(), "-> S_OK; c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
}

// Rule 6.
TEST(Tapi3Order, AnEventIsAsItWasWhenItAroseWhateverComesAfter) {
    Trio trio;
    EXPECT_EQ(trio.alice.result(trio.alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    trio.office.run();
    Event event;
    ASSERT_TRUE(next(trio.bob, TE_CALLSTATE, &event));
    trio.alice.c(1).Disconnect(DC_NORMAL);
    trio.office.run();
    EXPECT_EQ(event.detail, CS_OFFERING);
    EXPECT_EQ(event.cause, CEC_NONE);
    EXPECT_EQ(Phone::state(*event.call), "CS_DISCONNECTED");
}

// 3.1: until put_EventFilter nothing is told, and then what is asked for.
TEST(Tapi3Order, NothingIsToldThatTheFilterDoesNotName) {
    Office office;
    Phone alice{office, 0, {.events = 0}};
    Phone bob{office, 1, {.events = TE_CALLNOTIFICATION}};
    Call& call = alice.create("1002");
    EXPECT_EQ(alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(), "-> S_OK");
    EXPECT_EQ(Phone::state(call), "CS_INPROGRESS");
    EXPECT_EQ(bob.told(), "c1 CNE_OWNER");
    alice.tapi.put_EventFilter(TE_CALLSTATE);
    EXPECT_EQ(bob.result(bob.c(1).Answer()), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(), "c1 CS_CONNECTED");
    EXPECT_EQ(bob.told(), "-> S_OK");
    std::uint32_t mask = 0;
    alice.tapi.get_EventFilter(&mask);
    EXPECT_EQ(mask, TE_CALLSTATE);
}

TEST(Tapi3Order, EventsCarryTheInstanceOfTheRegistrationThatBroughtTheCall) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1, {.owner = false, .monitor = false}};
    std::uint32_t cookie = 0;
    bob.tapi.RegisterCallNotifications(bob.address, VARIANT_TRUE, VARIANT_TRUE, TAPIMEDIATYPE_AUDIO,
                                       77, &cookie);
    EXPECT_EQ(alice.result(alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    Event event;
    ASSERT_TRUE(next(bob, TE_CALLNOTIFICATION, &event));
    EXPECT_EQ(event.callback_instance, 77U);
    ASSERT_TRUE(next(alice, TE_CALLSTATE, &event));
    EXPECT_EQ(event.callback_instance, 0U);
}

// P1 and P2.
TEST(Tapi3Order, ProgressIsToldOnceNeverOrAtEveryStep) {
    Profile profile;
    profile.tapi3.in_progress = false;
    Trio silent{with(profile)};
    Call& call = silent.alice.create("1002");
    EXPECT_EQ(silent.alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
    silent.office.run();
    EXPECT_EQ(silent.alice.told(), "-> S_OK");
    EXPECT_EQ(Phone::state(call), "CS_INPROGRESS");

    profile.tapi3.in_progress = true;
    profile.tapi3.repeats_states = true;
    Trio wordy{with(profile)};
    EXPECT_EQ(wordy.alice.result(wordy.alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    wordy.office.run();
    EXPECT_EQ(wordy.alice.told(),
              "-> S_OK; c1 CS_INPROGRESS; c1 CS_INPROGRESS; c1 CS_INPROGRESS; c1 CS_INPROGRESS");
}

// P4: the others are told UNKNOWN of a call that is made, and it is not shown.
TEST(Tapi3Order, AnUnknownStateChangesNothing) {
    for (const bool again : {false, true}) {
        OfficeSpec spec;
        spec.policy.on_service_loss = pbx::OnServiceLoss::LoseSight;
        spec.lines[0].profile.tapi3.unknown =
            again ? UnknownShown::StateAgain : UnknownShown::Nothing;
        Trio trio{spec};
        Call& call = trio.talk();
        trio.office.exchange.set_service(trio.office.station(0), false);
        trio.office.run();
        EXPECT_EQ(trio.alice.told(), again ? "c1 CS_CONNECTED" : "");
        EXPECT_EQ(Phone::state(call), "CS_CONNECTED");
    }
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
