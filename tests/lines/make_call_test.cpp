// lineMakeCall (reference: tapi2-operations 4; nf-tapi-linemakecall).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr const char* kToRingback =
    "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 PROCEEDING; CS h1 RINGBACK";

std::string asked(Seat& seat, const CallParams& params, const char* to = "1002") {
    static HCall call;
    return outcome(seat.app->make_call(seat.line, &call, to, 0, &params));
}

TEST(MakeCall, BasicCallIsToldOnBothLines) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    a.make("1002");
    office.run();
    EXPECT_EQ(a.told(), kToRingback);
    EXPECT_EQ(b.told(), "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER");
    b.app->answer(b.h(1));
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID");
    EXPECT_EQ(a.told(), "CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID");
    a.app->drop(a.h(1));
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
    b.app->drop(b.h(1));
    office.run();
    EXPECT_EQ(b.told(), "REPLY ok; CS h1 IDLE");
}

TEST(MakeCall, TheHandleIsFilledByTheReplyAndNotBefore) {  // async-replies-versus-events
    Office office;
    Seat& a = office.open(0);
    const HCall& call = a.make("1002");
    EXPECT_EQ(call, kNoCall);
    EXPECT_EQ(a.counts(), "0/0/0") << "a pending call is not counted";
    EXPECT_EQ(a.told(), "");
    while (a.told().empty()) office.step();
    EXPECT_NE(call, kNoCall);
    EXPECT_EQ(a.counts(), "1/0/0");
    EXPECT_EQ(a.app->line_of(call), a.line);
}

TEST(MakeCall, MonitorsHearOfAnUnknownCallAtTheReply) {  // line-callstate; edge case 4
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    a.make("1002");
    while (a.told().empty()) office.step();
    EXPECT_EQ(m.told(), "NEWCALL h1 MONITOR; CS h1 UNKNOWN p3=MONITOR");
    office.run();
    EXPECT_EQ(m.told(), "CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 PROCEEDING; CS h1 RINGBACK");
}

TEST(MakeCall, OwnersOfTheLineWhoDoNotMonitorHearNothing) {
    Office office;
    Seat& a = office.open(0);
    Seat& other = office.open(0);
    a.make("1002");
    office.run();
    EXPECT_EQ(other.told(), "");
}

TEST(MakeCall, AnyOpenLineMayCall) {
    Office office;
    Seat& a = office.open(0, {.privileges = LINECALLPRIVILEGE_NONE});
    const HCall& call = a.make("1002");
    office.run();
    EXPECT_EQ(a.told(), kToRingback);
    EXPECT_EQ(a.status(call).call_privilege, LINECALLPRIVILEGE_OWNER);
}

TEST(MakeCall, BelowVersion20ThereIsNoNewCallMessage) {  // edge case 121
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.open(0, {.privileges = LINECALLPRIVILEGE_MONITOR, .version = kTapi14});
    a.make("1002");
    while (a.told().empty()) office.step();
    EXPECT_EQ(m.told(), "CS h1 UNKNOWN p3=MONITOR");
}

TEST(MakeCall, WithoutANumberTheLineWaitsForDigits) {
    Office office;
    Seat& a = office.open(0);
    for (const char* nothing : {static_cast<const char*>(nullptr), ";", ""}) {
        const HCall& call = a.make(nothing);
        office.run();
        EXPECT_EQ(a.state(call), "DIALTONE/NORMAL");
        a.app->drop(call);
        office.run();
    }
}

TEST(MakeCall, PartialNumberWaitsForTheRest) {  // edge cases 8 and 159
    Office office;
    Seat& a = office.open(0);
    a.make("10;");
    office.run(60s);
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING");
}

TEST(MakeCall, RefusesTheFirstModifierItCannotProcess) {  // edge case 7
    Profile profile;
    profile.dial_billing = profile.dial_quiet = profile.dial_dialtone = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const CallParams plain;
    EXPECT_EQ(asked(a, plain, "9W5551234"), "DIALDIALTONE");
    EXPECT_EQ(asked(a, plain, "9@W"), "DIALQUIET");
    EXPECT_EQ(asked(a, plain, "9$W@"), "DIALBILLING");
    EXPECT_EQ(asked(a, plain, "9?W"), "DIALPROMPT");
    EXPECT_EQ(asked(a, plain, "9W?"), "DIALDIALTONE");
    EXPECT_EQ(asked(a, plain, "9:1"), "DIALVOICEDETECT");
    office.run();
    EXPECT_EQ(a.told(), "") << "nothing at all has been done";
}

TEST(MakeCall, EveryProviderRefusesThePrompt) {
    Office office;
    Seat& a = office.open(0);
    EXPECT_EQ(asked(a, {}, "9W1?2"), "DIALPROMPT");
    EXPECT_EQ(asked(a, {}, "9W@$1002"), "asked");
}

TEST(MakeCall, VoiceDetectionCameWithVersion20) {  // reference: tapi2-operations 3.2
    Office office;
    Seat& old = office.open(0, {.version = kTapi14});
    EXPECT_EQ(asked(old, {.total_size = 112}, "9:1"), "INVALADDRESS");
}

TEST(MakeCall, RefusesAddressesThatCannotBeDialled) {
    Office office;
    Seat& a = office.open(0);
    for (const char* bad : {"10-02", "(1)", "1;2", "x", "1+1"})
        EXPECT_EQ(asked(a, {}, bad), "INVALADDRESS") << bad;
    EXPECT_EQ(asked(a, {}, std::string(41, '1').c_str()), "INVALADDRESS");
}

TEST(MakeCall, PartialNumbersNeedPartialDialling) {
    Profile profile;
    profile.partial_dial = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    EXPECT_EQ(asked(a, {}, "10;"), "INVALADDRESS");
    EXPECT_EQ(asked(a, {}, ";"), "INVALADDRESS");
    EXPECT_EQ(asked(a, {}, "1002"), "asked");
}

TEST(MakeCall, ChecksEachFieldOfItsParameters) {
    Office office;
    Seat& a = office.open(0);
    EXPECT_EQ(asked(a, {.total_size = 175}), "STRUCTURETOOSMALL");
    EXPECT_EQ(asked(a, {.bearer_mode = 3}), "INVALBEARERMODE");
    EXPECT_EQ(asked(a, {.bearer_mode = 0x8000'0000}), "INVALBEARERMODE");
    EXPECT_EQ(asked(a, {.bearer_mode = LINEBEARERMODE_MULTIUSE}), "BEARERMODEUNAVAIL");
    EXPECT_EQ(asked(a, {.min_rate = 2, .max_rate = 1}), "INVALRATE");
    EXPECT_EQ(asked(a, {.max_rate = 64001}), "RATEUNAVAIL");
    EXPECT_EQ(asked(a, {.min_rate = 64001}), "RATEUNAVAIL");
    EXPECT_EQ(asked(a, {.media_mode = LINEMEDIAMODE_TDD}), "INVALMEDIAMODE");
    EXPECT_EQ(asked(a, {.media_mode = LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_G3FAX}),
              "INVALMEDIAMODE");
    EXPECT_EQ(asked(a, {.call_param_flags = LINECALLPARAMFLAGS_PREDICTIVEDIAL}), "INVALCALLPARAMS");
    EXPECT_EQ(asked(a, {.call_param_flags = 0x8000'0000}), "INVALCALLPARAMS");
    EXPECT_EQ(asked(a, {.address_mode = 3}), "INVALADDRESSMODE");
    EXPECT_EQ(asked(a, {.address_id = 1}), "INVALADDRESSID");
    EXPECT_EQ(asked(a, {.address_mode = LINEADDRESSMODE_DIALABLEADDR, .orig_address = "1002"}),
              "INVALADDRESS");
    EXPECT_EQ(asked(a, {.user_user_info = std::string(129, 'u')}), "USERUSERINFOTOOBIG");
    office.run();
    EXPECT_EQ(a.told(), "");
    EXPECT_EQ(office.exchange.order_count(), 0U);
}

TEST(MakeCall, TakesWhatTheLineHas) {
    Office office;
    for (const CallParams& params :
         {CallParams{.bearer_mode = LINEBEARERMODE_DATA}, CallParams{.max_rate = 64000},
          CallParams{.media_mode = LINEMEDIAMODE_UNKNOWN | LINEMEDIAMODE_G3FAX},
          CallParams{.call_param_flags = LINECALLPARAMFLAGS_SECURE | LINECALLPARAMFLAGS_IDLE},
          CallParams{.address_mode = LINEADDRESSMODE_DIALABLEADDR, .orig_address = "1001"},
          CallParams{.user_user_info = std::string(128, 'u')}}) {
        Seat& a = office.open(0);
        EXPECT_EQ(asked(a, params), "asked");
        a.app->shutdown();
    }
}

TEST(MakeCall, OffersOfFlagsFollowTheProfile) {
    Profile profile;
    profile.secure = profile.block_id = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    EXPECT_EQ(asked(a, {.call_param_flags = LINECALLPARAMFLAGS_SECURE}), "INVALCALLPARAMS");
    EXPECT_EQ(asked(a, {.call_param_flags = LINECALLPARAMFLAGS_BLOCKID}), "INVALCALLPARAMS");
    EXPECT_EQ(asked(a, {.call_param_flags = LINECALLPARAMFLAGS_IDLE}), "asked");
}

TEST(MakeCall, ParametersAreReadInTheCallInfo) {
    Office office;
    Seat& a = office.open(0);
    CallParams params{.bearer_mode = LINEBEARERMODE_SPEECH,
                      .max_rate = 9600,
                      .media_mode = LINEMEDIAMODE_DATAMODEM,
                      .call_param_flags = LINECALLPARAMFLAGS_SECURE,
                      .called_party = "Bob",
                      .comment = "about Tuesday",
                      .displayable_address = "10 02"};
    params.dial_params.dial_pause = 700;
    const HCall& call = a.make("1002", &params, 49);
    office.run();
    const CallInfo info = a.info(call);
    EXPECT_EQ(info.bearer_mode, LINEBEARERMODE_SPEECH);
    EXPECT_EQ(info.rate, 9600U);
    EXPECT_EQ(info.media_mode, LINEMEDIAMODE_DATAMODEM);
    EXPECT_EQ(info.call_param_flags, LINECALLPARAMFLAGS_SECURE);
    EXPECT_EQ(info.country_code, 49U);
    EXPECT_EQ(info.called_party, "Bob");
    EXPECT_EQ(info.comment, "about Tuesday");
    EXPECT_EQ(info.displayable_address, "10 02");
    EXPECT_EQ(info.dial_params.dial_pause, 700U);
}

TEST(MakeCall, DefaultsAreThoseOfAVoiceCall) {
    Office office{{.default_media = 0}};
    Seat& a = office.open(0);
    const HCall& call = a.make("1002");
    office.run();
    const CallInfo info = a.info(call);
    EXPECT_EQ(info.bearer_mode, LINEBEARERMODE_VOICE);
    EXPECT_EQ(info.rate, 64000U);
    EXPECT_EQ(info.media_mode, LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(info.address_id, 0U);
}

TEST(MakeCall, CountryCodesHaveThreeDigits) {
    Office office;
    Seat& a = office.open(0);
    HCall call{};
    EXPECT_EQ(outcome(a.app->make_call(a.line, &call, "1002", 1000, nullptr)), "INVALCOUNTRYCODE");
    EXPECT_EQ(outcome(a.app->make_call(a.line, &call, "1002", 999, nullptr)), "asked");
}

TEST(MakeCall, UsesTheAddressThatIsNamed) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Office office{spec};
    Seat& a = office.open(0);
    const CallParams by_id{.address_id = 1};
    const CallParams by_text{.address_mode = LINEADDRESSMODE_DIALABLEADDR, .orig_address = "2001"};
    for (const CallParams* params : {&by_id, &by_text}) {
        const HCall& call = a.make("1002", params);
        office.run();
        EXPECT_EQ(a.info(call).address_id, 1U);
        EXPECT_EQ(a.info(call).caller.number, "2001");
        a.app->drop(call);
        office.run();
    }
}

TEST(MakeCall, WithoutParametersAnAddressThatIsFreeIsTaken) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    const HCall& first = a.make("1002");
    office.run();
    const HCall& second = a.make("1003");
    office.run();
    EXPECT_EQ(a.info(first).address_id, 0U);
    EXPECT_EQ(a.info(second).address_id, 1U);
    EXPECT_EQ(a.counts(0) + " " + a.counts(1), "1/0/0 1/0/0");
    HCall third{};
    EXPECT_EQ(outcome(a.app->make_call(a.line, &third, "1002", 0, nullptr)), "CALLUNAVAIL");
}

TEST(MakeCall, DisconnectedCallsCountUntilTheyAreDropped) {  // edge case 17
    Office office;
    Seat& a = office.open(0);
    const HCall& first = a.make("7777");
    a.make("7777");
    office.run();
    EXPECT_EQ(a.state(first), "DISCONNECTED/BADADDRESS");
    EXPECT_EQ(a.counts(), "2/0/0");
    EXPECT_EQ(asked(a, {}), "CALLUNAVAIL");
    a.app->drop(first);
    office.run();
    EXPECT_EQ(asked(a, {}), "asked");
}

TEST(MakeCall, JoinsALineThatAHandHasLifted) {  // edge case 16
    OfficeSpec spec;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0, {.privileges = 6});
    Seat& m = office.monitor(0);
    office.exchange.phone_lift(office.station(0));
    office.run();
    EXPECT_EQ(a.told(), "NEWCALL h1 MONITOR; CS h1 DIALTONE/NORMAL p3=MONITOR");
    m.told();
    const HCall& call = a.make("1002");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; INFO h1 CALLEDID; CS h1 DIALING; CS h1 PROCEEDING; CS h1 RINGBACK");
    EXPECT_EQ(call, a.h(1));
    EXPECT_EQ(m.told(),
              "INFO h1 NUMOWNERINCR|NUMMONITORS; INFO h1 CALLEDID; CS h1 DIALING; "
              "CS h1 PROCEEDING; CS h1 RINGBACK");
    EXPECT_EQ(a.status(call).call_privilege, LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(a.counts(), "1/0/0");
}

TEST(MakeCall, JoiningWithoutAHandleBringsOne) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    office.exchange.phone_lift(office.station(0));
    office.run();
    EXPECT_EQ(a.told(), "") << "nobody owns what the telephone itself begins";
    m.told();
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok");
    EXPECT_EQ(m.told(), "INFO h1 NUMOWNERINCR");
    EXPECT_EQ(a.state(call), "DIALTONE/NORMAL");
}

TEST(MakeCall, ALineLiftedBeforeItsDialToneIsJoinedToo) {
    OfficeSpec spec;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    office.exchange.phone_lift(office.station(0));
    const HCall& call = a.make("1002");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; INFO h1 CALLEDID; CS h1 DIALTONE/NORMAL; CS h1 DIALING; "
              "CS h1 PROCEEDING; CS h1 RINGBACK");
    EXPECT_EQ(a.state(call), "RINGBACK");
}

TEST(MakeCall, WithTheIdleFlagALiftedLineIsNotJoined) {
    Office office;
    Seat& a = office.open(0);
    office.exchange.phone_lift(office.station(0));
    office.run();
    const CallParams params{.call_param_flags = LINECALLPARAMFLAGS_IDLE};
    const HCall& call = a.make("1002", &params);
    office.run();
    EXPECT_EQ(a.told(), "REPLY CALLUNAVAIL");
    EXPECT_EQ(call, kNoCall);
}

TEST(MakeCall, OutOfServiceRefuses) {
    Office office;
    Seat& a = office.open(0);
    office.exchange.set_service(office.station(0), false);
    EXPECT_EQ(asked(a, {}), "INVALLINESTATE");
}

TEST(MakeCall, ServiceLostBeforeItIsCarriedOutRefusesInTheReply) {
    Office office;
    Seat& a = office.open(0);
    a.make("1002");
    office.exchange.set_service(office.station(0), false);
    office.run();
    EXPECT_EQ(a.told(), "REPLY INVALLINESTATE");
}

TEST(MakeCall, ProfilesThatDoNotOfferItRefuse) {
    Profile profile;
    profile.line_features = 0;
    Office office{with(profile)};
    EXPECT_EQ(asked(office.open(0), {}), "OPERATIONUNAVAIL");
    Profile by_address;
    by_address.address_features = 0;
    Office second{with(by_address)};
    EXPECT_EQ(asked(second.open(0), {}), "OPERATIONUNAVAIL");
}

}  // namespace
}  // namespace pbxlab::lines::test
