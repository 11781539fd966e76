// Initialising, negotiating, opening, shutting down, fetching messages (reference: tapi2-operations
// 2).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

std::string negotiated(Application& app, std::uint32_t low, std::uint32_t high) {
    std::uint32_t version = 0;
    const LineResult result = app.negotiate_api_version(0, low, high, &version);
    return result == 0 ? std::to_string(version >> 16U) + "." + std::to_string(version & 0xFFFFU)
                       : outcome(result);
}

std::string opened(Application& app, std::uint32_t device, const OpenAs& as,
                   std::uint32_t ext_version = 0) {
    HLine line{};
    return outcome(
        app.open(device, &line, as.version, ext_version, 0, as.privileges, as.media, as.params));
}

TEST(Initialize, GivesEachApplicationADoorOfItsOwn) {
    Office office;
    Application& a = office.application("a.exe");
    Application& b = office.application("b.exe");
    EXPECT_NE(&a, &b);
    EXPECT_EQ(a.friendly_name(), "a.exe");
    Application* c = nullptr;
    EXPECT_EQ(office.telephony.initialize({.module = "c.exe", .friendly_name = "Calls"}, &c), 0);
    EXPECT_EQ(c->friendly_name(), "Calls");
}

TEST(Initialize, RefusesWhatItCannotUse) {
    Office office;
    Application* app = nullptr;
    const auto asked = [&](const InitializeParams& params) {
        return outcome(office.telephony.initialize(params, &app));
    };
    EXPECT_EQ(outcome(office.telephony.initialize({.module = "a"}, nullptr)), "INVALPOINTER");
    EXPECT_EQ(asked({.module = "a", .option = 0}), "INVALPARAM");
    EXPECT_EQ(asked({.module = "a", .option = 4}), "INVALPARAM");
    EXPECT_EQ(asked({.module = ""}), "INVALAPPNAME");
    EXPECT_EQ(asked({.module = std::string(41, 'x')}), "INVALAPPNAME");
    EXPECT_EQ(asked({.module = "a", .friendly_name = "two\nlines"}), "INVALAPPNAME");
    EXPECT_EQ(asked({.module = "a", .friendly_name = std::string("a\0b", 3)}), "INVALAPPNAME");
    EXPECT_EQ(app, nullptr);
}

TEST(NegotiateApiVersion, ChoosesTheHighestVersionInTheOverlap) {
    Office office;
    Application& app = office.application();
    EXPECT_EQ(negotiated(app, kTapi13, kTapi22), "2.2");
    EXPECT_EQ(negotiated(app, kTapi13, kTapi31), "2.2") << "the provider ends at 2.2";
    EXPECT_EQ(negotiated(app, kTapi13, kTapi14), "1.4");
    EXPECT_EQ(negotiated(app, 0, 0xFFFF'FFFF), "2.2");
}

TEST(NegotiateApiVersion, NamesOnlyVersionsThatExist) {
    Office office;
    Application& app = office.application();
    EXPECT_EQ(negotiated(app, kTapi13, 0x0001'FFFF), "1.4");
    EXPECT_EQ(negotiated(app, 0x0001'0005, 0x0001'FFFF), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(negotiated(app, 0, 0x0001'0002), "INCOMPATIBLEAPIVERSION");
}

TEST(NegotiateApiVersion, RefusesWithoutOverlap) {
    Profile profile;
    profile.lowest_api = kTapi20;
    profile.highest_api = kTapi21;
    Office office{with(profile)};
    Application& app = office.application();
    EXPECT_EQ(negotiated(app, kTapi13, kTapi14), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(negotiated(app, kTapi22, kTapi31), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(negotiated(app, kTapi21, kTapi20), "INCOMPATIBLEAPIVERSION") << "an empty range";
    EXPECT_EQ(negotiated(app, kTapi13, kTapi20), "2.0");
}

TEST(Open, RefusesIllegalPrivileges) {  // nf-tapi-lineopenw
    Office office;
    Application& app = office.application();
    for (const std::uint32_t privileges :
         {0U, LINECALLPRIVILEGE_NONE | LINECALLPRIVILEGE_OWNER,
          LINECALLPRIVILEGE_NONE | LINECALLPRIVILEGE_MONITOR, 8U, LINEOPENOPTION_SINGLEADDRESS}) {
        EXPECT_EQ(opened(app, 0, {.privileges = privileges}), "INVALPRIVSELECT") << privileges;
    }
    EXPECT_EQ(opened(app, 0, {.privileges = LINECALLPRIVILEGE_NONE}), "ok");
    EXPECT_EQ(opened(app, 0, {.privileges = 6}), "ok");
}

TEST(Open, OptionsCameWithVersion20) {
    Office office;
    Application& app = office.application();
    const CallParams first{};
    const OpenAs as{.privileges = LINECALLPRIVILEGE_OWNER | LINEOPENOPTION_SINGLEADDRESS,
                    .params = &first};
    EXPECT_EQ(opened(app, 0, as), "ok");
    OpenAs old = as;
    old.version = kTapi14;
    EXPECT_EQ(opened(app, 0, old), "INVALPRIVSELECT");
}

TEST(Open, OwnersNameMediaModesThatTheLineHas) {  // edge case 124
    Office office;
    Application& app = office.application();
    EXPECT_EQ(opened(app, 0, {.media = LINEMEDIAMODE_TDD}), "INVALMEDIAMODE");
    EXPECT_EQ(opened(app, 0, {.media = 0}), "INVALMEDIAMODE");
    EXPECT_EQ(opened(app, 0, {.privileges = LINECALLPRIVILEGE_MONITOR, .media = LINEMEDIAMODE_TDD}),
              "ok");
}

TEST(Open, ChecksDeviceVersionExtensionAndAddress) {
    Office office;
    Application& app = office.application();
    EXPECT_EQ(opened(app, 3, {}), "BADDEVICEID");
    EXPECT_EQ(opened(app, 0, {.version = kTapi30}), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(opened(app, 0, {.version = 0x0001'0005}), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(opened(app, 0, {}, 1), "INCOMPATIBLEEXTVERSION");
    EXPECT_EQ(opened(app, 0, {.privileges = LINECALLPRIVILEGE_MONITOR | LINEOPENOPTION_PROXY}),
              "OPERATIONUNAVAIL");
    EXPECT_EQ(outcome(app.open(0, nullptr, kTapi22, 0, 0, 2, 0, nullptr)), "INVALPOINTER");
    CallParams params;
    const std::uint32_t single = LINECALLPRIVILEGE_OWNER | LINEOPENOPTION_SINGLEADDRESS;
    EXPECT_EQ(opened(app, 0, {.privileges = single}), "INVALADDRESSID");
    params.address_id = 1;
    EXPECT_EQ(opened(app, 0, {.privileges = single, .params = &params}), "INVALADDRESSID");
    params = {.address_mode = LINEADDRESSMODE_DIALABLEADDR};
    EXPECT_EQ(opened(app, 0, {.privileges = single, .params = &params}), "INVALADDRESSID");
    params = {.total_size = 175};
    EXPECT_EQ(opened(app, 0, {.params = &params}), "STRUCTURETOOSMALL");
    params.total_size = 176;
    EXPECT_EQ(opened(app, 0, {.params = &params}), "ok");
}

TEST(Open, LineMapperFindsTheFirstLineThatFits) {
    OfficeSpec spec;
    spec.lines[0].profile.media_modes = LINEMEDIAMODE_INTERACTIVEVOICE;
    spec.lines[1].profile.bearer_modes = LINEBEARERMODE_VOICE;
    spec.lines[1].profile.max_rate = 9600;
    Office office{spec};
    Application& app = office.application();
    const auto mapped = [&](const OpenAs& as) {
        HLine line{};
        const LineResult result =
            app.open(LINEMAPPER, &line, as.version, 0, 0, as.privileges, as.media, as.params);
        return result == 0 ? std::to_string(app.device_of(line)) : outcome(result);
    };
    const CallParams fax{.media_mode = LINEMEDIAMODE_G3FAX};
    const CallParams data{.bearer_mode = LINEBEARERMODE_DATA, .media_mode = LINEMEDIAMODE_G3FAX};
    const CallParams fast{.max_rate = 64001};
    EXPECT_EQ(mapped({}), "0");
    EXPECT_EQ(mapped({.params = &fax}), "1");
    EXPECT_EQ(mapped({.params = &data}), "2");
    EXPECT_EQ(mapped({.params = &fast}), "LINEMAPPERFAILED");
    EXPECT_EQ(mapped({.media = LINEMEDIAMODE_DATAMODEM}), "1");
    EXPECT_EQ(mapped({.privileges = LINECALLPRIVILEGE_MONITOR, .media = LINEMEDIAMODE_DATAMODEM}),
              "0")
        << "media modes are looked at for owners only";
}

TEST(Open, OthersHearOfOpeningAndClosingWhereTheyAsked) {
    Office office;
    Seat& a = office.open(0);
    a.want_everything();
    Seat& b = office.open(0);
    EXPECT_EQ(a.told(), "LDS OPEN");
    EXPECT_EQ(b.app->close(b.line), 0);
    EXPECT_EQ(a.told(), "LDS CLOSE");
    EXPECT_EQ(b.told(), "");
}

TEST(Open, MessagesBearTheInstanceOfTheirLine) {  // edge case 125
    Office office;
    Seat& a = office.open(1);
    Application& app = office.application();
    office.open(app, 0, {.instance = 11});
    Seat& second = office.open(app, 0, {.privileges = LINECALLPRIVILEGE_MONITOR, .instance = 22});
    a.make("1001");
    office.run();
    EXPECT_EQ(second.told(),
              "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER; "
              "NEWCALL h2 MONITOR; CS h2 OFFERING/ACTIVE p3=MONITOR");
    ASSERT_EQ(second.all.size(), 4U);
    EXPECT_EQ(second.all[1].callback_instance, 11U);
    EXPECT_EQ(second.all[3].callback_instance, 22U);
}

TEST(Open, DoesNotAnnounceCallsThatExist) {  // edge case 112
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    Seat& late = office.open(0, {.privileges = 6});
    EXPECT_EQ(late.told(), "");
    EXPECT_EQ(late.counts(), "1/0/0");
}

TEST(Shutdown, ClosesEveryLineAndSilencesTheApplication) {  // edge case 35
    Office office;
    Seat& a = office.open(0);
    Seat& second = office.open(*a.app, 2);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    EXPECT_GT(a.app->hold(call), 0);
    EXPECT_EQ(a.app->shutdown(), 0);
    office.run();
    Message message;
    EXPECT_EQ(outcome(a.app->get_message(&message)), "INVALAPPHANDLE");
    EXPECT_EQ(outcome(a.app->shutdown()), "INVALAPPHANDLE");
    EXPECT_EQ(outcome(a.app->close(second.line)), "INVALLINEHANDLE");
    EXPECT_EQ(b.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(Shutdown, AfterTheLastApplicationNothingIsInitialised) {
    Office office;
    Seat& a = office.open(0);
    a.app->shutdown();
    HLine line{};
    EXPECT_EQ(outcome(a.app->open(0, &line, kTapi22, 0, 0, 2, 0, nullptr)), "UNINITIALIZED");
    EXPECT_EQ(outcome(a.app->hold(HCall{1})), "UNINITIALIZED");
    office.application();
    EXPECT_EQ(outcome(a.app->open(0, &line, kTapi22, 0, 0, 2, 0, nullptr)), "INVALAPPHANDLE");
}

TEST(GetMessage, SaysWhenThereIsNone) {  // nf-tapi-linegetmessage
    Office office;
    Seat& a = office.open(0);
    Message message;
    EXPECT_EQ(outcome(a.app->get_message(&message)), "OPERATIONFAILED");
    EXPECT_EQ(outcome(a.app->get_message(nullptr)), "INVALPOINTER");
}

TEST(GetMessage, MessagesAreNumberedOverAllApplications) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    EXPECT_EQ(office.telephony.last_message(), 0U);
    office.connect(a, b);
    std::vector<std::uint64_t> numbers;
    for (const Seat* seat : {&a, &b}) {
        for (const Message& m : seat->all) numbers.push_back(m.sequence);
    }
    std::ranges::sort(numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], i + 1);
    EXPECT_EQ(office.telephony.last_message(), numbers.size());
}

}  // namespace
}  // namespace pbxlab::lines::test
