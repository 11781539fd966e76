// Who becomes the first owner of an offered call (reference: call-model 9; nf-tapi-lineopenw).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_MONITOR | LINECALLPRIVILEGE_OWNER;
constexpr std::uint32_t kVoice = LINEMEDIAMODE_INTERACTIVEVOICE;
constexpr std::uint32_t kFax = LINEMEDIAMODE_G3FAX;
constexpr std::uint32_t kData = LINEMEDIAMODE_DATAMODEM;
constexpr std::uint32_t kUnknown = LINEMEDIAMODE_UNKNOWN;

// Line 1 is opened as the test wants; line 2 calls it.
struct Reception {
    explicit Reception(const OfficeSpec& spec = {}) : office(spec), caller(office.open(1)) {}
    Seat& open(const std::string& module, std::uint32_t media,
               std::uint32_t privileges = LINECALLPRIVILEGE_OWNER) {
        return office.open(0, {.privileges = privileges, .media = media, .module = module});
    }
    void call(std::uint32_t media = kVoice, const char* number = "1001") {
        const CallParams params{.media_mode = media};
        caller.make(number, &params);
        office.run();
    }
    Office office;
    Seat& caller;
};
constexpr const char* kOwned = "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER";
constexpr const char* kSeen = "NEWCALL h1 MONITOR; CS h1 OFFERING/ACTIVE p3=MONITOR";

TEST(FirstOwner, IsTheFirstThatOpenedForTheMode) {
    Reception r;
    Seat& fax = r.open("fax.exe", kFax);
    Seat& first = r.open("first.exe", kVoice);
    Seat& second = r.open("second.exe", kVoice);
    r.call();
    EXPECT_EQ(fax.told(), "");
    EXPECT_EQ(first.told(), kOwned);
    EXPECT_EQ(second.told(), "") << "an owner who was not chosen gets no handle";
}

TEST(FirstOwner, OthersWithMonitorGetAMonitorHandleInOrderOfOpening) {
    Reception r;
    Seat& before = r.open("a.exe", kFax, kBoth);
    Seat& owner = r.open("b.exe", kVoice, kBoth);
    Seat& after = r.open("c.exe", 0, LINECALLPRIVILEGE_MONITOR);
    r.call();
    EXPECT_EQ(before.told(), kSeen);
    EXPECT_EQ(owner.told(), kOwned);
    EXPECT_EQ(after.told(), kSeen);
    EXPECT_LT(before.all[1].sequence, owner.all[0].sequence);
    EXPECT_LT(owner.all[1].sequence, after.all[0].sequence);
    EXPECT_EQ(before.all[0].sequence + 1, before.all[1].sequence)
        << "LINE_APPNEWCALL is followed at once by its LINE_CALLSTATE";
}

TEST(FirstOwner, ThePriorityListComesBeforeTheOrderOfOpening) {
    Reception r;
    r.office.telephony.set_priorities(kVoice, {"absent.exe", "SECOND.EXE", "first.exe"});
    Seat& first = r.open("first.exe", kVoice);
    Seat& second = r.open("second.exe", kVoice);
    r.call();
    EXPECT_EQ(first.told(), "");
    EXPECT_EQ(second.told(), kOwned);
}

TEST(FirstOwner, AListedApplicationThatIsNotOpenForTheModeIsPassedOver) {
    Reception r;
    r.office.telephony.set_priorities(kVoice, {"fax.exe", "quiet.exe", "voice.exe"});
    Seat& plain = r.open("plain.exe", kVoice);
    r.open("fax.exe", kFax);
    r.open("quiet.exe", kVoice, LINECALLPRIVILEGE_MONITOR);
    Seat& voice = r.open("voice.exe", kVoice);
    r.call();
    EXPECT_EQ(voice.told(), kOwned);
    EXPECT_EQ(plain.told(), "");
}

TEST(FirstOwner, ThePriorityListIsOfItsModeOnly) {
    Reception r;
    r.office.telephony.set_priorities(kFax, {"second.exe"});
    Seat& first = r.open("first.exe", kVoice | kFax);
    Seat& second = r.open("second.exe", kVoice | kFax);
    r.call(kVoice);
    EXPECT_EQ(first.told(), kOwned);
    r.call(kFax);
    EXPECT_EQ(second.told(), kOwned);
}

TEST(FirstOwner, AutomatedVoiceGetsNoInteractiveCall) {  // edge case 22
    Reception r;
    Seat& machine = r.open("machine.exe", LINEMEDIAMODE_AUTOMATEDVOICE);
    r.call();
    EXPECT_EQ(machine.told(), "");
}

TEST(FirstOwner, ACallOfUnknownKindGoesToWhoIsRegisteredForUnknown) {
    Reception r;
    Seat& voice = r.open("voice.exe", kVoice);
    Seat& prober = r.open("prober.exe", kUnknown);
    r.call(kUnknown | kVoice | kFax);
    EXPECT_EQ(voice.told(), "");
    EXPECT_EQ(prober.told(), kOwned);
}

TEST(FirstOwner, WithoutAProberTheModesAreTriedInTheirOrder) {
    Reception r;
    Seat& fax = r.open("fax.exe", kFax);
    Seat& data = r.open("data.exe", kData);
    r.call(kUnknown | kVoice | kFax | kData);
    EXPECT_EQ(data.told(), kOwned) << "DATAMODEM stands before G3FAX";
    EXPECT_EQ(fax.told(), "");
    r.call(kUnknown | kFax);
    EXPECT_EQ(fax.told(), kOwned);
}

TEST(FirstOwner, ModesThatTheCallMayNotHaveAreNotTried) {
    Reception r;
    Seat& voice = r.open("voice.exe", kVoice);
    r.call(kUnknown | kFax);
    EXPECT_EQ(voice.told(), "");
}

TEST(FirstOwner, SingleAddressOpenersOwnCallsOfTheirAddressOnly) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Reception r{spec};
    const CallParams second{.address_id = 1};
    Seat& single =
        r.office.open(0, {.privileges = kBoth | LINEOPENOPTION_SINGLEADDRESS, .params = &second});
    r.call(kVoice, "1001");
    EXPECT_EQ(single.told(), kSeen) << "monitoring is not restricted";
    r.call(kVoice, "2001");
    EXPECT_EQ(single.told(), "NEWCALL h2 OWNER; CS h2 OFFERING/ACTIVE p3=OWNER");
}

TEST(FirstOwner, NewCallNamesTheAddress) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Reception r{spec};
    Seat& a = r.open("a.exe", kVoice);
    r.call(kVoice, "2001");
    ASSERT_EQ(a.told(), kOwned);
    EXPECT_EQ(a.all[0].param1, 1U);
    EXPECT_EQ(a.all[0].device, static_cast<std::uint32_t>(a.line));
}

TEST(FirstOwner, WithoutOneTheCallGoesOnRinging) {  // edge case 20
    Reception r;
    Seat& m = r.open("m.exe", 0, LINECALLPRIVILEGE_MONITOR);
    r.call();
    EXPECT_EQ(m.told(), kSeen);
    EXPECT_EQ(outcome(m.app->answer(m.h(1))), "NOTOWNER");
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    EXPECT_GT(m.app->answer(m.h(1)), 0);
    r.office.run();
    EXPECT_EQ(m.told(), "REPLY ok; CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID");
}

TEST(FirstOwner, WithoutOneTheCallIsTurnedDownWhereTheProviderDoesSo) {
    Profile profile;
    profile.unowned_incoming = Unowned::Drop;
    Reception r{with(profile)};
    Seat& m = r.open("m.exe", 0, LINECALLPRIVILEGE_MONITOR);
    r.call();
    EXPECT_EQ(m.told(), std::string{kSeen} + "; CS h1 IDLE");
    EXPECT_EQ(r.caller.state(r.caller.h(1)), "DISCONNECTED/REJECT");
}

TEST(FirstOwner, ACallWithoutAModeIsAVoiceCall) {
    Reception r{{.default_media = 0}};
    Seat& a = r.open("a.exe", kVoice);
    r.caller.make("1001");
    r.office.run();
    EXPECT_EQ(a.told(), kOwned);
    EXPECT_EQ(a.info(a.h(1)).media_mode, kVoice);
}

}  // namespace
}  // namespace pbxlab::lines::test
