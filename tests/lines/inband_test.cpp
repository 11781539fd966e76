// Digits, tones and media for applications (reference: tapi2-operations 10).
#include <array>
#include <tuple>

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

struct Talk {
    explicit Talk(const OfficeSpec& spec = {}, std::uint32_t version = kTapi22)
        : office(spec), a(office.open(0)), b(office.open(1, {.version = version})) {
        std::tie(call, far) = office.connect(a, b);
    }
    Office office;
    Seat& a;
    Seat& b;
    HCall call, far;
};

TEST(Digits, AreToldToWhoListensAndPlayedOnce) {  // nf-tapi-linegeneratedigitsw
    Talk t;
    EXPECT_EQ(t.b.app->monitor_digits(t.far, LINEDIGITMODE_DTMF | LINEDIGITMODE_DTMFEND), 0);
    EXPECT_EQ(t.a.app->generate_digits(t.call, LINEDIGITMODE_DTMF, "1#", 0), 0);
    EXPECT_EQ(t.a.told(), "") << "LINE_GENERATE comes when it is done";
    t.office.run();
    EXPECT_EQ(t.a.told(), "GENERATE h1 DONE");
    EXPECT_EQ(t.b.told(),
              "INFO h1 MONITORMODES; DIGIT h1 1 DTMF; DIGIT h1 1 DTMFEND; DIGIT h1 # DTMF; "
              "DIGIT h1 # DTMFEND");
    EXPECT_EQ(t.b.all.back().param3,
              static_cast<std::uint32_t>(t.b.all.back().at.time_since_epoch() / 1ms));
}

TEST(Digits, AreGatheredIntoABufferThatIsFilledAtTheEnd) {  // nf-tapi-linegatherdigitsw
    Talk t;
    std::array<char, 4> buffer = {'x', 'x', 'x', 'x'};
    EXPECT_EQ(t.b.app->gather_digits(t.far, LINEDIGITMODE_DTMF, buffer.data(), 4, "#", 5000, 2000),
              0);
    t.office.exchange.phone_dial(t.office.station(0), "12");
    t.office.run(1s);
    EXPECT_EQ(buffer[0], 'x') << "not before the message";
    t.office.run(3s);
    EXPECT_EQ(t.b.told(), "GATHER h1 INTERTIMEOUT");
    EXPECT_STREQ(buffer.data(), "12");
    EXPECT_EQ(buffer[3], 'x');
    t.b.app->gather_digits(t.far, LINEDIGITMODE_DTMF, buffer.data(), 4, nullptr, 0, 0);
    t.office.exchange.phone_dial(t.office.station(0), "9876");
    t.office.run();
    EXPECT_EQ(t.b.told(), "GATHER h1 BUFFERFULL");
    EXPECT_EQ(buffer, (std::array<char, 4>{'9', '8', '7', '6'})) << "without a terminator";
}

TEST(Digits, ThatWereGatheredBearATimeOnlySinceTwo) {  // line-gatherdigits
    for (const std::uint32_t version : {kTapi14, kTapi20}) {
        Talk t{{}, version};
        std::array<char, 1> buffer{};
        t.b.app->gather_digits(t.far, LINEDIGITMODE_DTMF, buffer.data(), 1, nullptr, 1000, 0);
        t.office.run();
        EXPECT_EQ(t.b.told(), "GATHER h1 FIRSTTIMEOUT");
        EXPECT_EQ(t.b.all.back().param3 != 0, version >= kTapi20);
    }
}

TEST(Digits, EndWithTheCallBeforeItIsToldSo) {  // edge case 133
    Talk t;
    std::array<char, 4> buffer{};
    t.a.app->gather_digits(t.call, LINEDIGITMODE_DTMF, buffer.data(), 4, nullptr, 0, 0);
    t.a.app->generate_digits(t.call, LINEDIGITMODE_DTMF, "1234567890", 0);
    t.a.app->monitor_digits(t.call, LINEDIGITMODE_DTMF);
    t.b.app->drop(t.far);
    t.office.run();
    EXPECT_EQ(t.a.told(),
              "INFO h1 MONITORMODES; GENERATE h1 CANCEL; GATHER h1 CANCEL; "
              "CS h1 DISCONNECTED/NORMAL; INFO h1 MONITORMODES");
    EXPECT_EQ(t.a.info(t.call).monitor_digit_modes, 0U);
}

TEST(Digits, GoWithTheHandleThatAskedForThem) {  // nf-tapi-linedeallocatecall
    Talk t;
    Seat& second = t.office.open(0);
    CallList list;
    second.app->get_new_calls(second.line, 0, LINECALLSELECT_LINE, &list);
    const HCall seen = list.calls.front();
    second.app->set_call_privilege(seen, LINECALLPRIVILEGE_OWNER);
    std::array<char, 4> buffer{};
    second.app->gather_digits(seen, LINEDIGITMODE_DTMF, buffer.data(), 4, nullptr, 1000, 0);
    second.app->monitor_digits(seen, LINEDIGITMODE_DTMF);
    second.app->generate_digits(seen, LINEDIGITMODE_DTMF, "123", 0);
    t.a.told();
    second.told();
    second.app->deallocate_call(seen);
    t.office.run();
    EXPECT_EQ(t.a.told(), "INFO h1 MONITORMODES; INFO h1 NUMOWNERDECR");
    EXPECT_EQ(second.told(), "");
}

TEST(Digits, AndTonesEndWithoutAWordWhenTheLineIsTakenAway) {  // line-close
    Talk t;
    std::array<char, 4> buffer{};
    const MonitorTone tone{.app_specific = 1, .duration = 1000};
    t.a.app->gather_digits(t.call, LINEDIGITMODE_DTMF, buffer.data(), 4, nullptr, 1000, 0);
    t.a.app->monitor_tones(t.call, &tone, 1);
    t.a.app->generate_digits(t.call, LINEDIGITMODE_DTMF, "123", 0);
    t.office.telephony.force_close(0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "CLOSE");
}

TEST(Tones, AreToldWhenTheyHaveLastedLongEnough) {  // ns-tapi-linemonitortone
    Talk t;
    const std::array<MonitorTone, 2> wanted = {{{7, 300, {620, 0, 480}}, {8, 1000, {}}}};
    EXPECT_EQ(t.b.app->monitor_tones(t.far, wanted.data(), 2), 0);
    EXPECT_EQ(t.a.app->generate_tone(t.call, LINETONEMODE_BUSY, 0, 0, nullptr), 0);
    t.office.run(300ms);
    EXPECT_EQ(t.b.told(), "");
    t.office.run(100ms);
    EXPECT_EQ(t.b.told(), "TONE h1 7") << "frequencies in any order";
    EXPECT_EQ(t.a.app->generate_tone(t.call, 0, 0, 0, nullptr), 0);
    EXPECT_EQ(t.a.told(), "GENERATE h1 CANCEL");
    t.office.run(5s);
    EXPECT_EQ(t.b.told(), "TONE h1 8") << "silence is told once";
}

TEST(Media, IsToldForEachModeThatSomebodyWants) {  // nf-tapi-linemonitormedia
    Talk t;
    const pbx::OutsideId fax = t.office.outside("555");
    t.a.make("9555");
    t.office.run(10s);
    t.a.told();
    EXPECT_EQ(t.a.app->monitor_media(t.a.h(2), LINEMEDIAMODE_G3FAX), 0);
    t.office.exchange.outside_media(fax, LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_DATAMODEM);
    EXPECT_EQ(t.a.told(), "INFO h2 MONITORMODES; MEDIA h2 G3FAX");
    EXPECT_EQ(t.a.info(t.a.h(2)).media_mode, LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(t.a.info(t.a.h(2)).monitor_media_modes, LINEMEDIAMODE_G3FAX);
}

TEST(DevCaps, TellOfDigitsAndTones) {  // ns-tapi-linedevcaps
    Office office;
    Seat& seat = office.open(0);
    DevCaps caps;
    ASSERT_EQ(seat.app->get_dev_caps(0, kTapi22, 0, &caps), 0);
    EXPECT_EQ(bit_words("LINEDIGITMODE", caps.monitor_digit_modes), "PULSE|DTMF|DTMFEND");
    EXPECT_EQ(bit_words("LINEDIGITMODE", caps.generate_digit_modes), "PULSE|DTMF");
    EXPECT_EQ(bit_words("LINETONEMODE", caps.generate_tone_modes),
              "CUSTOM|RINGBACK|BUSY|BEEP|BILLING");
    EXPECT_EQ(caps.generate_tone_max_num_freq, 3U);
    EXPECT_EQ(caps.monitor_tone_max_num_freq, 3U);
    EXPECT_EQ(caps.monitor_tone_max_num_entries, 8U);
    EXPECT_EQ(caps.gather_digits_min_timeout, 250U);
    EXPECT_EQ(caps.gather_digits_max_timeout, 60'000U);
    EXPECT_EQ(caps.min_dial_params.digit_duration, 40U);
    EXPECT_EQ(caps.max_dial_params.digit_duration, 2000U);
    EXPECT_EQ(caps.default_dial_params.digit_duration, 100U);
    EXPECT_EQ(caps.uui_send_user_user_info_size, 128U);
}

}  // namespace
}  // namespace pbxlab::lines::test
