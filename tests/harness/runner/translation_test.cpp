// What a translation gives is held against the step.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

TEST(Gives, PassesWhenAllOfItIsSo) {
    expect_passed(play(R"({"line": "alice", "do": "translateAddress", "to": "+1 (206) 5-1",
        "gives": {"dialable": "T120651", "displayable": "T12065-1", "destCountry": 1,
                  "results": ["canonical", "longDistance"]}})"));
}

TEST(Gives, SaysWhichTextDiffers) {
    EXPECT_THAT(verdict(play(R"({"line": "alice", "do": "translateAddress", "to": "1",
        "gives": {"dialable": "2"}})")),
                HasSubstr("translateAddress did not give the dialable that was expected"));
}

TEST(Gives, SaysWhichNumberDiffers) {
    EXPECT_THAT(verdict(play(R"({"app": "alice", "do": "getCountry", "country": 49,
        "gives": {"countryCode": 48}})")),
                HasSubstr("did not give the countryCode that was expected"));
}

TEST(Gives, SaysWhichResultsDiffer) {
    const std::string said = verdict(play(R"({"line": "alice", "do": "translateAddress",
        "to": "+1 (425) 1", "gives": {"results": ["canonical", "inTollList"]}})"));
    EXPECT_THAT(said, HasSubstr("canonical+inTollList"));
    EXPECT_THAT(said, HasSubstr("canonical+local+notInTollList"));
}

}  // namespace
}  // namespace pbxlab::harness::test
