// A TAPI 3 application that watches what one of TAPI 2 does (reference: tapi2-tapi3-map 9), row by
// row.
#include "tests/lines/tapi3/trio.h"

namespace pbxlab::lines::tapi3::test {
namespace {

using lines::test::outcome;

constexpr std::uint32_t kInfoToo = kCallsOnly | TE_CALLINFOCHANGE;
constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_OWNER | LINECALLPRIVILEGE_MONITOR;

// Seats of TAPI 2 on three lines, and a TAPI 3 application that watches the first.
struct Watched {
    explicit Watched(const OfficeSpec& spec = {}, std::uint32_t events = kCallsOnly)
        : office{spec},
          a{office.open(0, {.privileges = kBoth})},
          b{office.open(1)},
          c{office.open(2)},
          watcher{office, 0, {.owner = false, .events = events, .module = "watcher.exe"}} {
        office.exchange.add_orbit("701");
    }

    Office office;
    Seat &a, &b, &c;
    Phone watcher;

    HCall talk() {
        const HCall call = office.connect(a, b).first;
        watcher.told();
        return call;
    }
    HCall offer() {
        b.make("1001");
        office.run();
        a.told();
        watcher.told();
        return a.calls().back();
    }
    std::string after(LineResult asked) {
        EXPECT_GE(asked, 0) << outcome(asked);
        office.run();
        a.told();
        return watcher.told();
    }
};

TEST(Tapi3Watches, ACallThatIsMadeStateByState) {
    Watched w;
    w.a.make("1002");
    w.office.run();
    EXPECT_EQ(w.watcher.told(), "c1 CNE_MONITOR; c1 CS_INPROGRESS");
}

TEST(Tapi3Watches, AcceptingWithoutASign) {
    Watched w;
    const HCall call = w.offer();
    EXPECT_EQ(w.after(w.a.app->accept(call)), "");
    EXPECT_EQ(Phone::state(w.watcher.c(1)), "CS_OFFERING");
    EXPECT_EQ(w.after(w.a.app->answer(call)), "c1 CS_CONNECTED");
}

TEST(Tapi3Watches, ATransfer) {
    Watched w;
    const HCall call = w.talk();
    HCall second{};
    EXPECT_EQ(w.after(w.a.app->setup_transfer(call, &second, nullptr)),
              "c2 CNE_MONITOR; c1 CS_HOLD; c2 CS_INPROGRESS");
    w.after(w.a.app->dial(second, "1003", 0));
    w.c.told();
    EXPECT_EQ(w.after(w.c.app->answer(w.c.calls().back())), "c2 CS_CONNECTED");
    EXPECT_EQ(w.after(w.a.app->complete_transfer(call, second, nullptr, LINETRANSFERMODE_TRANSFER)),
              "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; c2 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
}

TEST(Tapi3Watches, AConferenceWithoutItsParent) {
    Watched w;
    const HCall call = w.talk();
    HCall parent{};
    HCall second{};
    EXPECT_EQ(w.after(w.a.app->setup_conference(call, kNoLine, &parent, &second, 0, nullptr)),
              "c2 CNE_MONITOR; c1 CS_HOLD; c2 CS_INPROGRESS");
    w.after(w.a.app->dial(second, "1003", 0));
    w.c.told();
    EXPECT_EQ(w.after(w.c.app->answer(w.c.calls().back())), "c2 CS_CONNECTED");
    EXPECT_EQ(w.after(w.a.app->add_to_conference(parent, second)), "c1 CS_CONNECTED");
    EXPECT_EQ(w.after(w.a.app->hold(parent)), "c1 CS_HOLD; c2 CS_HOLD");  // P8
    EXPECT_EQ(w.after(w.a.app->unhold(parent)), "c1 CS_CONNECTED; c2 CS_CONNECTED");
}

TEST(Tapi3Watches, WhatIsSentOn) {
    {
        Watched w;
        const HCall call = w.offer();
        EXPECT_EQ(w.after(w.a.app->redirect(call, "1003", 0)),
                  "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
    }
    {
        Watched w;
        const HCall call = w.talk();
        EXPECT_EQ(w.after(w.a.app->park(call, LINEPARKMODE_DIRECTED, "701", nullptr)),
                  "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
    }
    Watched w;
    const HCall call = w.talk();
    EXPECT_EQ(w.after(w.a.app->blind_transfer(call, "1003", 0)),
              "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
}

TEST(Tapi3Watches, CompletionOfACallThatRings) {
    Watched w;
    w.a.make("1002");
    w.office.run();
    w.a.told();
    w.watcher.told();
    std::uint32_t id = 0;
    EXPECT_EQ(w.after(w.a.app->complete_call(w.a.h(1), &id, LINECALLCOMPLMODE_CALLBACK, 0)),
              "c1 CS_DISCONNECTED/CEC_DISCONNECT_CANCELLED");
}

// A call that was busy is over for TAPI 3, whatever becomes of it.
TEST(Tapi3Watches, CompletionOfABusyCall) {
    for (const std::uint32_t mode :
         {LINECALLCOMPLMODE_CALLBACK, LINECALLCOMPLMODE_CAMPON, LINECALLCOMPLMODE_INTRUDE}) {
        OfficeSpec spec;
        spec.lines[1].max_active = 1;
        spec.lines[0].profile.completion_modes |= LINECALLCOMPLMODE_INTRUDE;
        Watched w{spec};
        w.office.connect(w.b, w.c);
        w.a.make("1002");
        w.office.run();
        w.a.told();
        EXPECT_EQ(w.watcher.told(),
                  "c1 CNE_MONITOR; c1 CS_INPROGRESS; c1 CS_DISCONNECTED/CEC_DISCONNECT_BUSY");
        std::uint32_t id = 0;
        const std::string told = w.after(w.a.app->complete_call(w.a.h(1), &id, mode, 0));
        EXPECT_EQ(told, mode == LINECALLCOMPLMODE_INTRUDE ? "c2 CNE_MONITOR; c2 CS_CONNECTED" : "");
        EXPECT_EQ(Phone::state(w.watcher.c(1)), "CS_DISCONNECTED");
    }
}

TEST(Tapi3Watches, ABusyCallThatIsRevivedAsAnother) {
    OfficeSpec spec;
    spec.lines[1].max_active = 1;
    Watched w{spec};
    w.office.connect(w.b, w.c);
    w.a.make("1002");
    w.office.run();
    w.a.told();
    w.watcher.told();
    std::uint32_t id = 0;
    w.after(w.a.app->complete_call(w.a.h(1), &id, LINECALLCOMPLMODE_CAMPON, 0));
    w.b.app->drop(w.b.h(1));
    w.office.run(5s);
    w.b.told();
    EXPECT_EQ(w.b.app->answer(w.b.calls().back()) > 0, true);
    w.office.run();
    const std::string told = w.watcher.told();
    EXPECT_TRUE(told.starts_with("c2 CNE_MONITOR; c2 CS_INPROGRESS")) << told;
    EXPECT_TRUE(told.ends_with("c2 CS_CONNECTED")) << told;
    EXPECT_EQ(Phone::state(w.watcher.c(1)), "CS_DISCONNECTED");
    EXPECT_EQ(w.watcher.result(w.watcher.c(1).Disconnect(DC_NORMAL)), "S_FALSE");
}

TEST(Tapi3Watches, WhatIsSecured) {
    Watched w{{}, kInfoToo};
    EXPECT_EQ(w.after(w.a.app->secure_call(w.talk())), "c1 CIC_OTHER");
}

TEST(Tapi3Watches, NothingOfACallThatIsClearedAfterItHasEnded) {
    Watched w;
    const HCall call = w.talk();
    EXPECT_EQ(w.after(w.b.app->drop(w.b.h(1))), "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
    EXPECT_EQ(w.after(w.a.app->drop(call)), "");
}

TEST(Tapi3Watches, PrivilegesOfOthersByTheirNumber) {
    Watched w{{}, kInfoToo};
    const HCall call = w.talk();
    Seat& second = w.office.open(0, {.privileges = LINECALLPRIVILEGE_MONITOR, .module = "d.exe"});
    CallList list;
    second.app->get_new_calls(second.line, 0, LINECALLSELECT_LINE, &list);
    ASSERT_EQ(list.calls.size(), 1U);
    EXPECT_EQ(w.after(0), "c1 CIC_NUMMONITORS");
    EXPECT_EQ(w.after(second.app->set_call_privilege(list.calls[0], LINECALLPRIVILEGE_OWNER)),
              "c1 CIC_NUMOWNERINCR; c1 CIC_NUMMONITORS");
    EXPECT_EQ(w.after(w.a.app->set_call_privilege(call, LINECALLPRIVILEGE_MONITOR)),
              "c1 CIC_NUMOWNERDECR; c1 CIC_NUMMONITORS");
    EXPECT_EQ(w.after(w.a.app->deallocate_call(call)), "c1 CIC_NUMMONITORS");
    std::uint32_t privilege = 9;
    w.watcher.c(1).get_Privilege(&privilege);
    EXPECT_EQ(privilege, CP_MONITOR);
    EXPECT_EQ(w.after(second.app->deallocate_call(list.calls[0])), "c1 CIC_NUMOWNERDECR");
}

TEST(Tapi3Watches, NothingOfWhetherTheOtherPartyHolds) {
    Watched w;
    const HCall call = w.talk();
    EXPECT_EQ(w.after(w.b.app->hold(w.b.h(1))), "");
    EXPECT_EQ(w.a.state(call), "CONNECTED/ACTIVEHELD");
    EXPECT_EQ(w.after(w.b.app->unhold(w.b.h(1))), "");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
