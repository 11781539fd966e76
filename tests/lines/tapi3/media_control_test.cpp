// ITLegacyCallMediaControl and ITLegacyCallMediaControl2 (reference: tapi3-operations 15).
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

constexpr PhoneAs kSounds{.events = kCallsOnly | TE_DIGITEVENT | TE_GATHERDIGITS |
                                    TE_GENERATEEVENT | TE_TONEEVENT | TE_CALLINFOCHANGE};

struct Talk {
    explicit Talk(const OfficeSpec& spec = {}) : office{spec} {
        alice.create("1002");
        EXPECT_EQ(alice.result(alice.c(1).Connect(VARIANT_FALSE)), "S_OK");
        office.run();
        EXPECT_EQ(bob.result(bob.c(1).Answer()), "S_OK");
        office.run();
        alice.told();
        bob.told();
    }
    Call& a() { return alice.c(1); }
    Call& b() { return bob.c(1); }
    std::string gather(std::uint32_t digits, const char* ends, std::uint32_t first = 0,
                       std::uint32_t inter = 0) {
        return bob.result(b().GatherDigits(LINEDIGITMODE_DTMF, digits, ends, first, inter));
    }
    void send(const char* digits) {
        EXPECT_EQ(alice.result(a().GenerateDigits(digits, LINEDIGITMODE_DTMF)), "S_OK");
        office.run();
    }

    Office office;
    Phone alice{office, 0, kSounds};
    Phone bob{office, 1, kSounds};
};

TEST(Tapi3Digits, AreHeardFromWhenTheyAreAskedForToTheEndOfThat) {
    Talk t;
    t.send("1");
    EXPECT_EQ(t.bob.told(), "");
    EXPECT_EQ(t.bob.result(t.b().DetectDigits(LINEDIGITMODE_DTMF)), "S_OK");
    t.send("2#");
    EXPECT_EQ(t.bob.told(), "c1 TE_DIGITEVENT 2; c1 TE_DIGITEVENT #");
    EXPECT_EQ(t.alice.told(),
              "c1 TE_GENERATEEVENT DONE; "
              "c1 TE_GENERATEEVENT DONE");
    EXPECT_EQ(t.bob.result(t.b().DetectDigits(0)), "S_OK");
    t.send("3");
    EXPECT_EQ(t.bob.told(), "");
    EXPECT_EQ(t.bob.result(t.b().DetectDigits(0x8)), "TAPI_E_INVALMODE");
}

TEST(Tapi3Digits, AreSentAsLongAsIsSaid) {
    Talk t;
    const auto start = t.office.exchange.scheduler().now();
    EXPECT_EQ(t.alice.result(t.a().GenerateDigits2("55", LINEDIGITMODE_DTMF, 400)), "S_OK");
    while (t.alice.told().empty()) t.office.step();
    EXPECT_GE(t.office.exchange.scheduler().now() - start, 800ms);
}

TEST(Tapi3Digits, ThatNobodyCanSendAreRefused) {
    Talk t;
    const auto send = [&](const char* digits, std::uint32_t mode) {
        return t.alice.result(t.a().GenerateDigits2(digits, mode, 0));
    };
    EXPECT_EQ(send(nullptr, LINEDIGITMODE_DTMF), "E_POINTER");
    EXPECT_EQ(t.alice.result(t.a().GenerateDigits(nullptr, LINEDIGITMODE_DTMF)), "E_POINTER");
    EXPECT_EQ(send("12x", LINEDIGITMODE_DTMF), "TAPI_E_INVALDIGITS");
    EXPECT_EQ(send("1#", LINEDIGITMODE_PULSE), "TAPI_E_INVALDIGITS");
    EXPECT_EQ(send("12", LINEDIGITMODE_DTMFEND), "TAPI_E_INVALMODE");
    t.office.run();
    EXPECT_EQ(t.alice.told(), "");
}

TEST(Tapi3Gather, EndsWithWhatIsWaitedFor) {
    Talk t;
    EXPECT_EQ(t.gather(3, "#"), "S_OK");
    t.send("123");
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_BUFFERFULL 123");
    EXPECT_EQ(t.gather(5, "#"), "S_OK");
    t.send("12#");
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_TERMDIGIT 12#");
    EXPECT_EQ(t.gather(5, nullptr, 1000, 1000), "S_OK");
    t.office.run(3s);
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_FIRSTTIMEOUT");
    EXPECT_EQ(t.gather(5, nullptr, 1000, 1000), "S_OK");
    t.send("7");
    t.office.run(3s);
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_INTERTIMEOUT 7");
}

TEST(Tapi3Gather, ASecondOneEndsTheFirstWithWhatItHas) {
    Talk t;
    EXPECT_EQ(t.gather(5, nullptr), "S_OK");
    t.send("12");
    EXPECT_EQ(t.gather(2, nullptr), "S_OK");
    t.send("34");
    EXPECT_EQ(t.bob.told(),
              "c1 TE_GATHERDIGITS TGT_CANCEL 12; c1 TE_GATHERDIGITS TGT_BUFFERFULL 34");
    EXPECT_EQ(t.gather(5, nullptr), "S_OK");
    t.send("5");
    EXPECT_EQ(t.gather(0, nullptr), "S_OK");
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_CANCEL 5");
    EXPECT_EQ(t.gather(0, nullptr), "S_OK") << "there is none";
    EXPECT_EQ(t.bob.told(), "");
}

TEST(Tapi3Gather, WhatIsRefusedLeavesNoTrace) {
    Talk t;
    EXPECT_EQ(t.gather(5, nullptr), "S_OK");
    t.send("12");
    EXPECT_EQ(t.gather(5, "x"), "TAPI_E_INVALDIGITS");
    EXPECT_EQ(t.gather(0x2'0000, nullptr), "E_OUTOFMEMORY");
    t.send("345");
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_BUFFERFULL 12345");
    EXPECT_EQ(t.gather(2, nullptr), "S_OK");
    t.send("67");
    EXPECT_EQ(t.bob.told(), "c1 TE_GATHERDIGITS TGT_BUFFERFULL 67");
}

TEST(Tapi3Gather, EndsWithTheCall) {
    Talk t;
    EXPECT_EQ(t.gather(5, nullptr), "S_OK");
    t.send("12");
    EXPECT_EQ(t.alice.result(t.a().Disconnect(DC_NORMAL)), "S_OK");
    t.office.run();
    EXPECT_NE(t.bob.told().find("c1 TE_GATHERDIGITS TGT_CANCEL 12"), std::string::npos);
    EXPECT_EQ(t.gather(5, nullptr), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3Gather, OfACallThatIsReleasedNothingMoreIsTold) {
    Talk t;
    EXPECT_EQ(t.gather(5, nullptr), "S_OK");
    t.send("12");
    t.bob.release(1);
    t.office.run();
    EXPECT_EQ(t.bob.told(), "");
}

TEST(Tapi3Tones, AreHeardByTheirMark) {
    Talk t;
    const std::vector<MonitorTone> beep = {{.app_specific = 7, .frequencies = {1400}}};
    EXPECT_EQ(t.bob.result(t.b().DetectTones(&beep)), "S_OK");
    EXPECT_EQ(t.alice.result(t.a().GenerateTone(TTM_BEEP, 500)), "S_OK");
    t.office.run();
    EXPECT_EQ(t.bob.told(), "c1 TE_TONEEVENT 7");
    EXPECT_EQ(t.alice.told(), "c1 TE_GENERATEEVENT DONE");
    EXPECT_EQ(t.bob.result(t.b().DetectTones(nullptr)), "S_OK");
    EXPECT_EQ(t.alice.result(t.a().GenerateTone(TTM_BEEP, 500)), "S_OK");
    t.office.run();
    EXPECT_EQ(t.bob.told(), "");
    const std::vector<MonitorTone> many(9, beep.front());
    EXPECT_EQ(t.bob.result(t.b().DetectTones(&many)), "E_POINTER") << "more than the line can";
    for (const std::uint32_t mode : {0U, LINETONEMODE_CUSTOM, 3U, 0x20U})
        EXPECT_EQ(t.alice.result(t.a().GenerateTone(mode, 100)), "E_INVALIDARG") << mode;
}

TEST(Tapi3MediaControl, SetsWhatACallCarries) {
    Talk t;
    EXPECT_EQ(t.alice.result(t.a().SetMediaType(TAPIMEDIATYPE_G3FAX)), "S_OK");
    std::uint32_t types = 0;
    EXPECT_EQ(t.a().get_CallInfoLong(CIL_MEDIATYPESAVAILABLE, &types), 0);
    EXPECT_EQ(types, TAPIMEDIATYPE_G3FAX);
    EXPECT_EQ(t.alice.told(), "c1 CIC_MEDIATYPE");
    for (const std::uint32_t wrong : {0U, TAPIMEDIATYPE_MULTITRACK, 0x4U})
        EXPECT_EQ(t.alice.result(t.a().SetMediaType(wrong)), "E_INVALIDARG") << wrong;
}

TEST(Tapi3MediaControl, ListensForMedia) {
    Talk t;
    EXPECT_EQ(t.bob.result(t.b().MonitorMedia(TAPIMEDIATYPE_AUDIO)), "S_OK");
    std::uint32_t modes = 0;
    EXPECT_EQ(t.b().get_CallInfoLong(CIL_MONITORMEDIAMODES, &modes), 0);
    EXPECT_EQ(modes, LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_AUTOMATEDVOICE);
    EXPECT_EQ(t.bob.result(t.b().MonitorMedia(0)), "S_OK");
    EXPECT_EQ(t.b().get_CallInfoLong(CIL_MONITORMEDIAMODES, &modes), 0);
    EXPECT_EQ(modes, 0U);
    EXPECT_EQ(t.bob.result(t.b().MonitorMedia(TAPIMEDIATYPE_MULTITRACK)), "E_INVALIDARG");
}

TEST(Tapi3MediaControl, NeedsACall) {
    Office office;
    Phone alice{office, 0};
    Call& call = alice.create("1002");
    const std::vector<MonitorTone> tones(1);
    for (const Returned& returned :
         {call.DetectDigits(LINEDIGITMODE_DTMF), call.GenerateDigits("1", LINEDIGITMODE_DTMF),
          call.GenerateDigits2("1", LINEDIGITMODE_DTMF, 100),
          call.GatherDigits(LINEDIGITMODE_DTMF, 1, nullptr, 0, 0), call.DetectTones(&tones),
          call.GenerateTone(TTM_BEEP, 100)})
        EXPECT_EQ(alice.result(returned), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(alice.result(call.SetMediaType(TAPIMEDIATYPE_AUDIO)), "E_FAIL");
    EXPECT_EQ(alice.result(call.MonitorMedia(TAPIMEDIATYPE_AUDIO)), "E_FAIL");
    alice.tapi.Shutdown();
    EXPECT_EQ(alice.result(call.DetectDigits(0)), "TAPI_E_NOT_INITIALIZED");
    EXPECT_EQ(alice.result(call.MonitorMedia(0)), "TAPI_E_NOT_INITIALIZED");
}

TEST(Tapi3MediaControl, IsForConnectedCalls) {
    Office office;
    Phone alice{office, 0};
    Call& call = alice.create("1002");
    EXPECT_EQ(alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(alice.result(call.GenerateDigits2("1", LINEDIGITMODE_DTMF, 100)),
              "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(alice.result(call.GenerateTone(TTM_BEEP, 100)), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3MediaControl, OnlyAnOwnerMayDoMoreThanListen) {
    Talk t;
    Phone log{t.office, 1, {.owner = false}};
    Call& second = t.alice.create("1002");
    EXPECT_EQ(t.alice.result(second.Connect(VARIANT_FALSE)), "S_OK");
    t.office.run();
    log.told();
    EXPECT_EQ(log.result(log.c(1).DetectDigits(LINEDIGITMODE_DTMF)), "S_OK");
    EXPECT_EQ(log.result(log.c(1).GenerateDigits("1", LINEDIGITMODE_DTMF)), "TAPI_E_NOTOWNER");
    EXPECT_EQ(log.result(log.c(1).GatherDigits(LINEDIGITMODE_DTMF, 1, nullptr, 0, 0)),
              "TAPI_E_NOTOWNER");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
