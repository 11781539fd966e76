// Dialable addresses (reference: tapi2-operations 3.2; address-ovr, dial-ovr).
#include "lines/dial_string.h"

#include <gtest/gtest.h>

namespace pbxlab::lines {
namespace {

TEST(DialString, KeepsDigitsAndToneDigits) {
    const DialString s = parse_dial_string("0123456789ABCD*#");
    EXPECT_EQ(s.digits, "0123456789ABCD*#");
    EXPECT_TRUE(s.well_formed);
    EXPECT_FALSE(s.partial);
}

TEST(DialString, TakesLettersInEitherCase) {
    EXPECT_EQ(parse_dial_string("1abcd").digits, "1ABCD");
    EXPECT_EQ(parse_dial_string("1w").modifiers, "W");
    EXPECT_TRUE(parse_dial_string("pt1").well_formed);
}

TEST(DialString, CountsPauses) {
    const DialString s = parse_dial_string("9,,5551234");
    EXPECT_EQ(s.digits, "95551234");
    EXPECT_EQ(s.pauses, 2U);
}

TEST(DialString, IgnoresFlashPulseAndTone) {
    const DialString s = parse_dial_string("!P1T2");
    EXPECT_EQ(s.digits, "12");
    EXPECT_TRUE(s.well_formed);
}

TEST(DialString, ListsModifiersInOrderOfAppearance) {
    EXPECT_EQ(parse_dial_string("9@1W2$3?4:5").modifiers, "@W$?:");
}

TEST(DialString, PlusStandsOnlyAtTheBeginning) {
    EXPECT_EQ(parse_dial_string("+4930123").digits, "+4930123");
    EXPECT_TRUE(parse_dial_string("+4930123").well_formed);
    EXPECT_FALSE(parse_dial_string("49+30").well_formed);
    EXPECT_FALSE(parse_dial_string("++49").well_formed);
    EXPECT_FALSE(parse_dial_string("+").well_formed);
}

TEST(DialString, SemicolonAtTheEndMeansThatMoreFollows) {
    EXPECT_TRUE(parse_dial_string("9;").partial);
    EXPECT_EQ(parse_dial_string("9;").digits, "9");
    EXPECT_TRUE(parse_dial_string(";").partial);
    EXPECT_TRUE(parse_dial_string(";").well_formed);
    EXPECT_TRUE(parse_dial_string("9;|12").partial) << "the number ends before its subaddress";
}

TEST(DialString, SemicolonElsewhereIsNoCharacterOfANumber) {
    EXPECT_FALSE(parse_dial_string("9;1").well_formed);
    EXPECT_FALSE(parse_dial_string(";;").well_formed);
}

TEST(DialString, LeavesSubaddressAndNameOut) {
    EXPECT_EQ(parse_dial_string("1002|77").digits, "1002");
    EXPECT_EQ(parse_dial_string("1002^Bob (desk)").digits, "1002");
    EXPECT_EQ(parse_dial_string("1002|77^Bob").digits, "1002");
    EXPECT_TRUE(parse_dial_string("1002^Bob (desk)").well_formed);
}

TEST(DialString, DialsTheFirstOfSeveralAddresses) {
    EXPECT_EQ(parse_dial_string("1002\r\n1003").digits, "1002");
    EXPECT_EQ(parse_dial_string("1002^Bob\r\n1003").digits, "1002");
}

TEST(DialString, RefusesCharactersThatCannotBeDialled) {
    for (const char* text :
         {"10 02", "1-0", "(1)", "1.2", "E", "x1", "1/2", "\t1", "1\n2", "\xC3\xA4", "1\x7f"}) {
        EXPECT_FALSE(parse_dial_string(text).well_formed) << text;
    }
}

TEST(DialString, RefusesWhatIsTooLong) {
    EXPECT_TRUE(parse_dial_string(std::string(40, '1')).well_formed);
    EXPECT_FALSE(parse_dial_string(std::string(41, '1')).well_formed) << "40 digits are a number";
    EXPECT_TRUE(parse_dial_string("1^" + std::string(78, 'n')).well_formed);
    EXPECT_FALSE(parse_dial_string("1^" + std::string(79, 'n')).well_formed)
        << "80 characters are an address";
}

TEST(DialString, EmptyTextHasNoDigits) {
    const DialString s = parse_dial_string("");
    EXPECT_TRUE(s.well_formed);
    EXPECT_FALSE(s.partial);
    EXPECT_EQ(s.digits, "");
}

}  // namespace
}  // namespace pbxlab::lines
