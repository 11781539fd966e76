// What a `do` says of the structure that is filled, and values that no word stands for.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

TEST(Filled, TellsWhatDidNotFindRoom) {
    expect_passed(play(connected(
        R"({"call": "a1", "do": "getCallInfo", "totalSize": 324, "usedSize": 324, "complete": false},
           {"call": "a1", "do": "getCallInfo", "totalSize": 4096, "complete": true})")));
}

TEST(Filled, FailsWhenAnotherSizeWasUsed) {
    const auto result = play(
        connected(R"({"call": "a1", "do": "getCallStatus", "totalSize": 56, "usedSize": 36})"));
    EXPECT_THAT(verdict(result), HasSubstr("dwNeededSize 56, dwUsedSize 56"));
}

TEST(Filled, FailsWhenTheStructureIsNotAsCompleteAsExpected) {
    EXPECT_THAT(verdict(play(connected(
                    R"({"call": "a1", "do": "getCallInfo", "totalSize": 324, "complete": true})"))),
                HasSubstr("did not fill its structure as expected"));
    EXPECT_THAT(
        verdict(play(connected(R"({"call": "a1", "do": "getCallInfo", "complete": false})"))),
        HasSubstr("did not fill its structure as expected"));
}

TEST(Filled, ListsOfCallsToo) {
    expect_passed(
        play(R"({"line": "alice", "do": "getNewCalls", "usedSize": 24, "complete": true})"));
}

TEST(AddressStates, CanBeANumberThatStandsForNoState) {
    expect_passed(play(R"({"line": "alice", "do": "setStatusMessages", "addressStates": 2147483648,
                           "fails": "LINEERR_INVALADDRESSSTATE"})"));
}

}  // namespace
}  // namespace pbxlab::harness::test
