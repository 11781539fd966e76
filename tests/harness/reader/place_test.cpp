#include <gtest/gtest.h>

#include "harness/json_place.h"

namespace pbxlab::harness {

namespace {

//    events: 1 {, 2 "a", 3 [, 4 1, 5 {, 6 "b/c", 7 "x", 8 }, 9 ], 10 "d~", 11 true, 12 }
constexpr std::string_view kText = "{\n  \"a\": [1,\n    {\"b/c\": \"x\"}],\r\n\t\"d~\" :true}";

std::string shown(const Place& place) {
    return std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + place.pointer;
}
std::string shown(std::string_view json, std::uint32_t event, std::string_view key = {}) {
    return shown(place_of(json, Mark{event}, key));
}

TEST(Place, OfEachEventIsWhereItBegins) {
    EXPECT_EQ(shown(kText, 1), "1:1 ");
    EXPECT_EQ(shown(kText, 2), "2:3 ");
    EXPECT_EQ(shown(kText, 3), "2:8 /a");
    EXPECT_EQ(shown(kText, 4), "2:9 /a/0");
    EXPECT_EQ(shown(kText, 5), "3:5 /a/1");
    EXPECT_EQ(shown(kText, 6), "3:6 /a/1");
    EXPECT_EQ(shown(kText, 7), "3:13 /a/1/b~1c");
    EXPECT_EQ(shown(kText, 8), "3:16 /a/1");
    EXPECT_EQ(shown(kText, 9), "3:17 /a");
    EXPECT_EQ(shown(kText, 10), "4:2 ");
    EXPECT_EQ(shown(kText, 11), "4:8 /d~0");
    EXPECT_EQ(shown(kText, 12), "4:12 ");
}

TEST(Place, OfNoEventIsNowhere) {
    EXPECT_EQ(shown(kText, 0), "0:0 ");
    EXPECT_EQ(shown(kText, 13), "0:0 ");
    EXPECT_EQ(shown("", 1), "0:0 ");
}

TEST(Place, OfAWordInAnObjectIsTheWordAndPointsAtItsValue) {
    EXPECT_EQ(shown(kText, 1, "d~"),
              "1:1 ");  // its pointer part is "d~0": words of the language have no such letters
    EXPECT_EQ(shown(kText, 1, "a"), "2:3 /a");
    EXPECT_EQ(shown(kText, 1, "b"), "1:1 ");
    constexpr std::string_view nested = R"({"s":{"line":"x"},"line":"y"})";
    EXPECT_EQ(shown(nested, 1, "line"), "1:19 /line");
}

TEST(Place, CountsBytesAndSkipsAByteOrderMark) {
    EXPECT_EQ(shown("\xEF\xBB\xBF[\"\xC3\xAB\",2]", 3), "1:10 /1");
}

TEST(Place, TellsEscapedNamesAsTheyAreMeant) {
    EXPECT_EQ(shown(R"({"\u0061\"b":[7]})", 4), "1:15 /a\"b/0");
}

TEST(Place, OfAByteIsInTheLastThingThatBeganBeforeIt) {
    EXPECT_EQ(shown(place_of_byte(kText, 21)), "3:9 /a/1");
    EXPECT_EQ(shown(place_of_byte(kText, 0)), "1:1 ");
    EXPECT_EQ(shown(place_of_byte(kText, 10'000)), "4:13 ");
    EXPECT_EQ(shown(place_of_byte("", 0)), "1:1 ");
}

TEST(Place, SurvivesTextThatIsNotJson) {
    for (const std::string_view text :
         {"", "\"", "\"\\", "{", "[[[", "]]]", "}{", ":::", "{\"a\" \"b\" \"c\"", "\\", "nul"}) {
        for (std::uint32_t event = 0; event < 9; ++event) {
            for (const std::string_view key : {"", "a"})
                EXPECT_LE(place_of(text, Mark{event}, key).line, 1U) << text;
        }
        for (std::size_t byte = 0; byte < 9; ++byte)
            EXPECT_EQ(place_of_byte(text, byte).line, 1U) << text;
    }
}

TEST(Problem, TellsPlaceMistakeExpectationAndTheNearestWord) {
    Problem problem{"file", 3, 7, "/steps/3", "unknown word \"expct\"", "one of ...", "expect"};
    EXPECT_EQ(problem.text(),
              "file:3:7: /steps/3: unknown word \"expct\"; expected one of ...; did you mean "
              "\"expect\"?");
    problem.nearest.clear();
    problem.expected.clear();
    EXPECT_EQ(problem.text(), "file:3:7: /steps/3: unknown word \"expct\"");
    problem.pointer.clear();
    EXPECT_EQ(problem.text(), "file:3:7: unknown word \"expct\"");
    problem.line = 0;
    EXPECT_EQ(problem.text(), "file: unknown word \"expct\"");
}

TEST(Problem, ShowsNothingOfAFileNameThatATerminalWouldObey) {
    EXPECT_EQ((Problem{"a\x1b[2Jb", 0, 0, "", "x", "", ""}.text()), "a\\x1b[2Jb: x");
}

}  // namespace

}  // namespace pbxlab::harness
