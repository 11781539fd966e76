#include "harness/ladder.h"

#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

LadderRow row(pbx::Duration at, std::size_t column, std::string text) {
    return {pbx::SimTime{at}, column, std::move(text)};
}

const std::vector<std::string> kNames = {"alice", "bob", "carol"};

TEST(Ladder, DrawsAColumnForEachPartyAndARowForEachChange) {
    const std::vector<LadderRow> rows = {row(0s, 0, "[makeCall 1002]"),
                                         row(210ms, 0, "a1 dialtone"), row(661ms, 1, "b1 offering"),
                                         row(12s, 0, "a1 connected")};
    EXPECT_EQ(draw_ladder(kNames, rows),
              "        time   alice             bob\n"
              "    0.000000   [makeCall 1002]   |\n"
              "    0.210000   a1 dialtone       |\n"
              "    0.661000   |                 b1 offering\n"
              "   12.000000   a1 connected      |\n");
}

TEST(Ladder, IsEmptyWhenNothingHappened) { EXPECT_EQ(draw_ladder(kNames, {}), ""); }

TEST(Ladder, LeavesTheMiddleOfALongRunOut) {
    std::vector<LadderRow> rows;
    rows.reserve(100);
    for (int i = 0; i < 100; ++i)
        rows.push_back(row(std::chrono::seconds{i}, 0, fmt::format("row {}", i)));
    const std::string drawn = draw_ladder(kNames, rows, {.rows = 10});
    EXPECT_THAT(drawn,
                HasSubstr("row 5\n         ...   90 rows left out\n   96.000000   row 96\n"));
    EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '\n'), 12);
    EXPECT_THAT(drawn, HasSubstr("row 99\n"));
}

TEST(Ladder, LeavesPartiesOutThatDoNotFitAndSaysSo) {
    const std::vector<LadderRow> rows = {row(0s, 0, "a1 dialtone"), row(1s, 1, "b1 offering"),
                                         row(2s, 2, "c1 offering")};
    EXPECT_EQ(draw_ladder(kNames, rows, {.width = 45}),
              "        time   bob           carol\n"
              "    1.000000   b1 offering   |\n"
              "    2.000000   |             c1 offering\n"
              "               1 more parties not drawn\n");
}

TEST(Ladder, CutsLongTexts) {
    const std::vector<LadderRow> rows = {row(0s, 0, std::string(200, 'x'))};
    const std::string drawn = draw_ladder(kNames, rows);
    EXPECT_THAT(drawn, HasSubstr("xx..\n"));
    EXPECT_LT(drawn.size(), 100U);
}

TEST(Ladder, OfARunShowsRequestsStatesAndOutsideParties) {
    const auto result = play(R"({"line": "alice", "do": "makeCall", "to": "95551234", "as": "a1"},
                                {"call": "a1", "expect": "connected"},
                                {"call": "a1", "check": {"state": "idle"}})");
    ASSERT_TRUE(result.failure);
    const std::string& ladder = result.failure->ladder;
    EXPECT_THAT(ladder, HasSubstr("        time   alice"));
    EXPECT_THAT(ladder, HasSubstr("0.000000   [makeCall 95551234]   |\n"));
    EXPECT_THAT(ladder, HasSubstr("a1 ringback"));
    EXPECT_THAT(ladder, HasSubstr("|                     talking\n"));
    EXPECT_THAT(ladder, Not(HasSubstr("bob")));
}

TEST(Ladder, OfARunShowsALineWithoutAnApplicationAsTheSwitchSeesIt) {
    const auto result = play(
        R"({"line": "bob", "phone": "lift"}, {"wait": "1s"},
        {"line": "alice", "check": {"opens": 5}})",
        R"("applications": {"a": {"lines": ["alice"]}})");
    ASSERT_TRUE(result.failure);
    EXPECT_THAT(result.failure->ladder, HasSubstr("dialTone"));
}

}  // namespace
}  // namespace pbxlab::harness::test
