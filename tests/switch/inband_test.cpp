// Digits, tones and media along a call.
#include "sim.h"

namespace pbxlab::pbx {
namespace {

// What a station has heard so far: "+1 -1 +2" for digits, "+t" for tones, "m4" for media.
std::string heard(Sim& sim, std::string_view number) {
    std::string text;
    for (const Event& e : sim.log.events) {
        if (e.address != sim.address(number)) continue;
        const bool starts = e.kind == EventKind::SoundStarts;
        if (starts || e.kind == EventKind::SoundEnds) {
            text += starts ? " +" : " -";
            text += is_tone(e.detail) ? 't' : digit_of(e.detail);
        }
        if (e.kind == EventKind::MediaHeard) text += " m" + std::to_string(e.detail);
    }
    return text;
}

TEST(Inband, DigitsAreHeardByTheOtherPartyOneAfterTheOther) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    const Duration begin = sim.now();
    EXPECT_EQ(sim.exchange.send_digits(a, "1x2", false, {}), Refusal::None);
    sim.run(5s);
    EXPECT_EQ(heard(sim, "1002"), " +1 -1 +2 -2");
    EXPECT_EQ(heard(sim, "1001"), "");
    EXPECT_EQ(sim.count(EventKind::SendingEnds, "1001"), 1U);
    const Policy policy;
    const Event& last = sim.log.events.back();
    EXPECT_EQ(last.kind, EventKind::SendingEnds);
    EXPECT_EQ(last.detail, 0U);
    EXPECT_EQ(last.at.time_since_epoch() - begin,
              policy.request_time.least + 2 * policy.digit_time + policy.digit_gap.least);
}

TEST(Inband, WhoHoldsHearsNothingAndIsNotHeard) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.hold(b);
    sim.exchange.send_digits(a, "1", false, {});
    sim.exchange.send_digits(b, "2", false, {});
    sim.run(1s);
    EXPECT_EQ(heard(sim, "1001") + heard(sim, "1002"), "");
}

TEST(Inband, AToneEndsForAllWhenItsPathCloses) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.send_tone(a, {{440, 480, 0}}, {});
    sim.run(1h);
    EXPECT_EQ(heard(sim, "1002"), " +t");
    EXPECT_EQ(sim.exchange.tone(sim.at(b).hears).hertz[1], 480U);
    sim.hold(a);
    EXPECT_EQ(heard(sim, "1002"), " +t -t");
    sim.clear(a);
    EXPECT_EQ(sim.log.events.end()[-3].kind, EventKind::SendingEnds) << "before the call moves";
    EXPECT_EQ(sim.log.events.end()[-3].detail, 1U);
}

TEST(Inband, AToneThatGoesOnIsHeardWhenItsPathOpensAgain) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.send_tone(a, {{440, 480, 0}}, {});
    sim.run(1s);
    sim.hold(b);
    sim.retrieve(b);
    EXPECT_EQ(heard(sim, "1002"), " +t -t +t");
    sim.hold(a);
    sim.retrieve(a);
    EXPECT_EQ(heard(sim, "1002"), " +t -t +t -t +t");
}

TEST(Inband, AToneBegunBeforeThePathOpensIsHeardFromThenOn) {
    Sim sim{Policy{.media_delay = 500ms}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.answer(b);
    sim.run(50ms);
    sim.exchange.send_tone(a, {{440, 0, 0}}, {});
    sim.run(100ms);
    EXPECT_FALSE(sim.exchange.has_path(b));
    EXPECT_EQ(heard(sim, "1002"), "");
    sim.run(2s);
    EXPECT_TRUE(sim.exchange.has_path(b));
    EXPECT_EQ(heard(sim, "1002"), " +t");
    sim.hold(b);
    sim.retrieve(b);
    sim.hold(b);
    sim.run(2s);
    EXPECT_EQ(heard(sim, "1002"), " +t -t") << "held again before the delay was over";
}

TEST(Inband, ACallThatIsOverBearsNothing) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.clear(b);
    sim.run(1s);
    EXPECT_EQ(sim.exchange.send_tone(a, {{440, 0, 0}}, {}), Refusal::WrongState);
    EXPECT_EQ(sim.exchange.send_digits(a, "1", false, {}), Refusal::WrongState);
}

TEST(Inband, ATonesFrequenciesAreASet) {
    const auto tone = [](std::vector<std::uint32_t> hertz) { return tone_of(hertz).hertz; };
    EXPECT_EQ(tone({480, 440}), (std::array{440U, 480U, 0U}));
    EXPECT_EQ(tone({440, 0, 440}), (std::array{440U, 0U, 0U}));
    EXPECT_EQ(tone({4, 3, 2, 1}), (std::array{2U, 3U, 4U}));
    EXPECT_EQ(tone({}), (std::array{0U, 0U, 0U}));
}

TEST(Inband, OneThingIsSentAtATime) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.exchange.send_digits(a, "111", false, {});
    sim.run(50ms);
    sim.exchange.send_digits(a, "2", true, {});
    sim.run(5s);
    EXPECT_EQ(heard(sim, "1002"), " +1 -1 +2 -2");
    sim.exchange.send_tone(a, {{1000, 0, 0}}, 200ms);
    sim.run(50ms);
    sim.exchange.stop_sending(a);
    sim.run(5s);
    EXPECT_EQ(heard(sim, "1002"), " +1 -1 +2 -2 +t -t");
    EXPECT_EQ(sim.count(EventKind::SendingEnds, "1001"), 3U);
}

TEST(Inband, TheMediaPathMayOpenLaterThanTheCall) {
    Sim sim{Policy{.media_delay = 500ms}, {"1001", "1002"}};
    const auto [a, b] = sim.ringing("1001", "1002");
    sim.answer(b);
    sim.run(50ms);
    sim.exchange.send_digits(a, "123456789", false, {});
    sim.run(5s);
    EXPECT_EQ(heard(sim, "1002").substr(0, 3), " +5");
}

TEST(Inband, PartiesOutsideNeedAConnectedCall) {
    Sim sim;
    const OutsideId shop = sim.outside("555");
    EXPECT_EQ(sim.exchange.outside_digits(shop, "1"), Refusal::Nothing);
    const ConnectionId a = sim.originate("1001", "9555");
    sim.run(1500ms);
    EXPECT_EQ(sim.exchange.outside_tone(shop, {{1100, 0, 0}}, 1s), Refusal::WrongState);
    EXPECT_EQ(sim.exchange.outside_media(shop, 4), Refusal::WrongState);
    sim.run(5s);
    ASSERT_EQ(sim.state(a), ConnState::Connected);
    EXPECT_EQ(sim.exchange.outside_digits(shop, "7"), Refusal::None);
    sim.run(1s);
    EXPECT_EQ(sim.exchange.outside_media(shop, 4), Refusal::None);
    EXPECT_EQ(heard(sim, "1001"), " +7 -7 m4");
}

TEST(Inband, KeysOfATelephoneSoundAlongItsCall) {
    Sim sim;
    sim.connected("1001", "1002");
    EXPECT_EQ(sim.exchange.phone_dial(sim.station("1001"), "5"), Refusal::None);
    EXPECT_EQ(sim.exchange.phone_dial(sim.station("1001"), "5,"), Refusal::BadNumber);
    sim.run(1s);
    EXPECT_EQ(heard(sim, "1002"), " +5 -5");
}

TEST(Inband, NothingIsSentByAConnectionThatIsGone) {
    Sim sim;
    const auto [a, b] = sim.connected("1001", "1002");
    sim.clear(a);
    EXPECT_EQ(sim.exchange.send_digits(a, "1", false, {}), Refusal::Gone);
    EXPECT_EQ(sim.exchange.send_tone(a, {}, 1s), Refusal::Gone);
    sim.exchange.stop_sending(a);
}

}  // namespace
}  // namespace pbxlab::pbx
