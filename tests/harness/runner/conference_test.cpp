// What is expected of conferences, and how it is said that it did not come.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

// alice (a1) with bob and carol (a2) in a conference (k), then `steps`.
RunResult meeting(const std::string& steps) {
    return play(connected(R"(
    {"call": "a1", "do": "setupConference", "conference": "k", "as": "a2"},
    {"call": "a1", "expect": "conferenced", "conference": "k"},
    {"call": "a2", "do": "dial", "digits": "1003"},
    {"line": "carol", "expect": "offering", "as": "c1"},
    {"call": "c1", "do": "answer"},
    {"call": "a2", "expect": "connected"},
    {"call": "k", "do": "addToConference", "with": "a2"},)" +
                          steps));
}

TEST(ConferenceSteps, NameTheConferenceThatComesOfThem) {
    expect_passed(meeting(R"({"call": "a2", "expect": "conferenced", "conference": "k"},
        {"call": "k", "check": {"state": "connected", "origin": "conference"}},
        {"call": "k", "do": "getConfRelatedCalls", "as": ["k", "a1", "a2"]})"));
}

TEST(ConferenceSteps, SayWhichConferenceAMessageNames) {
    EXPECT_THAT(verdict(meeting(R"({"call": "a2", "expect": "conferenced", "conference": "a1"})")),
                HasSubstr("its conference is k, not a1"));
    EXPECT_THAT(verdict(meeting(R"({"call": "a2", "expect": "conferenced", "conference": null})")),
                HasSubstr("its conference is k, not none"));
}

TEST(ConferenceSteps, HoldTheRelatedCallsToTheirOrder) {
    const std::string said =
        verdict(meeting(R"({"call": "k", "do": "getConfRelatedCalls", "as": ["k", "a2", "a1"]})"));
    EXPECT_THAT(said, HasSubstr("getConfRelatedCalls brought other calls"));
    EXPECT_THAT(said, HasSubstr("k, a1, a2"));
    EXPECT_THAT(
        verdict(meeting(R"({"call": "k", "do": "getConfRelatedCalls", "as": ["k", "a1"]})")),
        HasSubstr("getConfRelatedCalls brought other calls"));
}

TEST(ConferenceSteps, NameARelatedCallThatHasNoName) {
    expect_passed(play(connected(R"(
        {"call": "a1", "do": "setupConference", "as": "a2"},
        {"call": "a1", "do": "getConfRelatedCalls", "as": ["k", "a1"]},
        {"call": "k", "check": {"state": "onHoldPendConf", "origin": "conference"}})")));
}

TEST(ConferenceSteps, NeedNoNameForTheConference) {
    expect_passed(play(connected(R"(
        {"call": "a1", "do": "setupConference", "conference": null, "as": "a2"},
        {"call": "a2", "do": "drop"}, {"call": "a1", "expect": "connected"})")));
}

}  // namespace
}  // namespace pbxlab::harness::test
