// What scenarios refer to: accepted where it leads somewhere. What is refused stands below
// tests/harness/bad.
#include <gtest/gtest.h>

#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

TEST(CallNames, AreKnownFromTheStepThatGivesThemOn) {
    EXPECT_EQ(refusal(with_call(R"({"call":"a1","do":"drop"})")), "");
    EXPECT_EQ(refusal(with_steps(
                  R"({"line":"bob","expect":"offering","as":"b1"},{"call":"b1","do":"answer"})")),
              "");
    EXPECT_EQ(
        refusal(with_steps(
            R"({"line":"bob","do":"getNewCalls","as":["n1","n2"]},{"call":"n2","do":"deallocateCall"})")),
        "");
}

TEST(CallNames, MayBeGivenAnew) {
    EXPECT_EQ(
        refusal(with_call(R"({"line":"bob","do":"makeCall","as":"a1"},{"call":"a1","do":"drop"})")),
        "");
}

TEST(CallNames, GivenInARepeatOrInAnyOrderAreKnownBehindIt) {
    EXPECT_EQ(
        refusal(with_steps(
            R"({"repeat":2,"steps":[{"line":"alice","do":"makeCall","as":"a1"},{"call":"a1","do":"drop"}]},)"
            R"({"anyOrder":[{"line":"bob","expect":"offering","as":"b1"}]},{"call":"b1","expect":"idle"},)"
            R"({"call":"a1","do":"deallocateCall"})")),
        "");
}

TEST(CallNames, AreNotKnownToTheStepThatGivesThem) {
    EXPECT_NE(
        refusal(with_steps(R"({"line":"bob","expect":"offering","as":"b1","sameCallIdAs":"b1"})")),
        "");
}

TEST(RequestNames, AreKnownBehindTheAsynchronousRequest) {
    EXPECT_EQ(
        refusal(with_call(
            R"({"call":"a1","do":"drop","async":true,"request":"r"},{"request":"r","expect":"reply"})")),
        "");
}

TEST(ApplicationNames, AreThoseOfTheLinesWithoutTheSection) {
    EXPECT_EQ(refusal(with_steps(R"({"line":"alice","app":"alice","do":"makeCall"})")), "");
}

TEST(Numbers, MayBeTheSameInsideAndOutside) {
    EXPECT_EQ(
        refusal(
            R"({"name":"x","switch":{"lines":{"a":{"address":"1001"}},"outside":{"b":{"number":"1001"}}},"steps":[]})"),
        "");
}

TEST(Numbers, MayBeginWithAnyDigitWithoutTrunkAccessDigits) {
    EXPECT_EQ(
        refusal(
            R"({"name":"x","switch":{"lines":{"a":{"address":"9001"}},"trunkAccess":""},"steps":[]})"),
        "");
    EXPECT_EQ(
        refusal(
            R"({"name":"x","switch":{"lines":{"a":{"address":"9001"}},"trunkAccess":"0"},"steps":[]})"),
        "");
}

TEST(Repeats, OfNothingArePlayedNoStep) {
    EXPECT_EQ(refusal(with_steps(R"({"repeat":1000000,"steps":[{"repeat":1000000,"steps":[]}]})")),
              "");
}

TEST(Messages, ListOnlyTheWordsThatFitTheStep) {
    const std::string message = step_refusal(R"({"line":"bob","phone":"lift","anyordr":1})");
    EXPECT_NE(
        message.find("unknown word \"anyordr\"; expected one of: line, when, phone, addressId;"),
        std::string::npos)
        << message;
    EXPECT_NE(message.find("did you mean \"anyOrder\"?"), std::string::npos) << message;
}

TEST(Messages, NameWordsOfOtherStepsThatDoNotFit) {
    EXPECT_EQ(step_refusal(R"({"wait":"1s","line":"bob"})"),
              "/steps/1/line: \"line\" does not belong to \"wait\"; expected \"when\"");
}

}  // namespace

}  // namespace pbxlab::harness
