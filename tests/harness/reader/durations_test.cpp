#include "harness/durations.h"

#include <gtest/gtest.h>

namespace pbxlab::harness {

namespace {

using namespace std::chrono_literals;

TEST(Durations, AreReadExactly) {
    EXPECT_EQ(parse_duration("250ms").value(), 250ms);
    EXPECT_EQ(parse_duration("1.5s").value(), 1500ms);
    EXPECT_EQ(parse_duration("2m").value(), 2min);
    EXPECT_EQ(parse_duration("24h").value(), 24h);
    EXPECT_EQ(parse_duration("10us").value(), 10us);
    EXPECT_EQ(parse_duration("0s").value(), 0s);
    EXPECT_EQ(parse_duration("0.000001s").value(), 1us);
    EXPECT_EQ(parse_duration("0.00000005m").value(), 3us);
    EXPECT_EQ(parse_duration("0.1000000000000000000000000s").value(), 100ms);
    EXPECT_EQ(parse_duration("007s").value(), 7s);
}

TEST(Durations, OfTheScenariosLongestSimulationFit) {
    EXPECT_EQ(parse_duration("876000h").value(), pbx::kLongestSimulation);
    EXPECT_EQ(parse_duration("876001h").error(), DurationFault::TooLong);
    EXPECT_EQ(parse_duration("99999999999999999999999999h").error(), DurationFault::TooLong);
}

TEST(Durations, FinerThanOneMicrosecondAreRefused) {
    EXPECT_EQ(parse_duration("0.1us").error(), DurationFault::TooFine);
    EXPECT_EQ(parse_duration("0.0000001s").error(), DurationFault::TooFine);
    EXPECT_EQ(parse_duration("0.33333333333333h").error(), DurationFault::TooFine);
}

TEST(Durations, NeedANumberDirectlyFollowedByAUnit) {
    for (const char* text : {"", "5", "s", "5 s", " 5s", "5s ", "-5s", "+5s", "1e3s", "5.s", ".5s",
                             "5S", "1000y", "5sec", "5.5.5s", "1,5s", "0x5s"}) {
        ASSERT_FALSE(parse_duration(text).has_value()) << text;
        EXPECT_EQ(parse_duration(text).error(), DurationFault::Malformed) << text;
    }
}

TEST(Durations, AreWrittenTheShortestWayWithoutAPoint) {
    EXPECT_EQ(duration_text(0s), "0s");
    EXPECT_EQ(duration_text(1500ms), "1500ms");
    EXPECT_EQ(duration_text(90s), "90s");
    EXPECT_EQ(duration_text(120s), "2m");
    EXPECT_EQ(duration_text(2h), "2h");
    EXPECT_EQ(duration_text(31 * 24h), "744h");
    EXPECT_EQ(duration_text(1us), "1us");
}

TEST(Durations, AreReadBackAsWritten) {
    for (const pbx::Duration span :
         {pbx::Duration{1}, pbx::Duration{999'999}, pbx::Duration{61s}, pbx::Duration{25h}}) {
        EXPECT_EQ(parse_duration(duration_text(span)).value(), span);
    }
}

}  // namespace

}  // namespace pbxlab::harness
