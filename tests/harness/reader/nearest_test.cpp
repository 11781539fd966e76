#include "harness/nearest.h"

#include <gtest/gtest.h>

namespace pbxlab::harness {

namespace {

constexpr std::string_view kWords[] = {"do",       "expect", "check",  "wait",  "never",
                                       "anyOrder", "phone",  "inject", "repeat"};

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
    EXPECT_EQ(edit_distance("expect", "expect", 9), 0U);
    EXPECT_EQ(edit_distance("expct", "expect", 9), 1U);
    EXPECT_EQ(edit_distance("expeect", "expect", 9), 1U);
    EXPECT_EQ(edit_distance("axpect", "expect", 9), 1U);
    EXPECT_EQ(edit_distance("exepct", "expect", 9), 1U);
    EXPECT_EQ(edit_distance("", "do", 9), 2U);
    EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3U);
}

TEST(EditDistance, TakesLettersOfEitherCaseAsEqual) {
    EXPECT_EQ(edit_distance("EXPECT", "expect", 9), 0U);
}

TEST(EditDistance, StopsAtItsLimit) {
    EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
    EXPECT_EQ(edit_distance(std::string(1'000'000, 'a'), "do", 3), 4U);
}

TEST(NearestWord, IsTheOneThatWasProbablyMeant) {
    EXPECT_EQ(nearest("expct", kWords), "expect");
    EXPECT_EQ(nearest("Expect", kWords), "expect");
    EXPECT_EQ(nearest("anyorder", kWords), "anyOrder");
    EXPECT_EQ(nearest("nveer", kWords), "never");
    EXPECT_EQ(nearest("od", kWords), "do");
}

TEST(NearestWord, IsNoneWhenNothingIsNear) {
    EXPECT_EQ(nearest("transfer", kWords), "");
    EXPECT_EQ(nearest("", kWords), "");
    EXPECT_EQ(nearest("x", kWords), "");
    EXPECT_EQ(nearest(std::string(65, 'e'), kWords), "");
    EXPECT_EQ(nearest("expect", {}), "");
}

TEST(NearestWord, IsTheFirstOfEquals) {
    constexpr std::string_view words[] = {"hold", "bold"};
    EXPECT_EQ(nearest("cold", words), "hold");
}

TEST(QuotedText, ShowsNothingThatATerminalWouldObey) {
    EXPECT_EQ(in_quotes("plain"), "\"plain\"");
    EXPECT_EQ(in_quotes("\x1b[31m\n\x7f"), R"("\x1b[31m\x0a\x7f")");
    EXPECT_EQ(in_quotes(std::string_view{"\0", 1}), R"("\x00")");
    EXPECT_EQ(in_quotes("\xc2\x9b"), R"("\xc2\x9b")");  // a control character of its own
}

TEST(QuotedText, KeepsWholeCharactersAndShowsBrokenOnesAsBytes) {
    EXPECT_EQ(in_quotes("Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x93\x9e"),
              "\"Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x93\x9e\"");
    EXPECT_EQ(in_quotes("\xff\xc3"), R"("\xff\xc3")");
    EXPECT_EQ(in_quotes("\xc0\xaf"), R"("\xc0\xaf")");
    EXPECT_EQ(in_quotes("\xed\xa0\x80"), R"("\xed\xa0\x80")");
    EXPECT_EQ(in_quotes("\xf4\x90\x80\x80"), R"("\xf4\x90\x80\x80")");
    EXPECT_EQ(in_quotes("\xe0\x80\x80\xf0\x80\x80\x80"), R"("\xe0\x80\x80\xf0\x80\x80\x80")");
}

TEST(QuotedText, IsCutShort) {
    EXPECT_EQ(in_quotes(std::string(5000, 'a')), '"' + std::string(64, 'a') + "...\"");
}

TEST(ListOfWords, NamesAllOfThem) {
    EXPECT_EQ(one_of(kWords),
              "one of: do, expect, check, wait, never, anyOrder, phone, inject, repeat");
    EXPECT_EQ(one_of(std::span{kWords}.first(1)), "\"do\"");
}

}  // namespace

}  // namespace pbxlab::harness
