// Canonical addresses (reference: tapi2-operations 3.1; address-ovr).
#include "lines/canonical_address.h"

#include <gtest/gtest.h>

namespace pbxlab::lines {
namespace {

struct Good {
    const char* text;
    std::uint32_t country;
    const char *area, *subscriber, *extra;
};
constexpr Good kGood[] = {
    {"+1 (425) 555-0100", 1, "425", "555-0100", ""},
    {"+1 (425) 5550100", 1, "425", "5550100", ""},
    {"+49 (30) 123 456", 49, "30", "123 456", ""},
    {"+352 27.02.11", 352, "", "27.02.11", ""},
    {"+45 () 12345678", 45, "", "12345678", ""},
    {"+999 1", 999, "", "1", ""},
    {"+1 (425) 555-0100|77", 1, "425", "555-0100", "|77"},
    {"+1 (425) 555-0100^Reception (east) + 1|2", 1, "425", "555-0100", "^Reception (east) + 1|2"},
    {"+1 (425) 555-0100|77^Reception", 1, "425", "555-0100", "|77^Reception"},
    {"+1 (425) 555-0100|^", 1, "425", "555-0100", "|^"},
    {"+1 (425) 555-0100\r\n+49 (30) 1", 1, "425", "555-0100", ""},
    {"+1 (425) 555-0100|7\r\nnonsense", 1, "425", "555-0100", "|7"},
    {"+1 (425) 555-0100,,12#", 1, "425", "555-0100,,12#", ""},
    {"+1 (425) 9w555@1$2?!*apt", 1, "425", "9w555@1$2?!*apt", ""},
};

TEST(CanonicalAddress, IsTakenApart) {
    for (const Good& good : kGood) {
        SCOPED_TRACE(good.text);
        const auto address = parse_canonical(good.text);
        ASSERT_TRUE(address.has_value());
        EXPECT_EQ(address->country, good.country);
        EXPECT_EQ(address->area, good.area);
        EXPECT_EQ(address->subscriber, good.subscriber);
        EXPECT_EQ(address->extra, good.extra);
    }
}

TEST(CanonicalAddress, KeepsToItsSyntax) {
    for (const char* text : {"",
                             "+",
                             "1 (425) 5550100",
                             " +1 (425) 5550100",
                             "+ 1",
                             "+1",
                             "+1 ",
                             "+1(425) 5550100",
                             "+1  (425) 5550100",
                             "+1 (425)5550100",
                             "+1 (425 5550100",
                             "+1 425) 5550100",
                             "+1 (4-5) 5550100",
                             "+1 (425) (555) 0100",
                             "+1 (425) ",
                             "+1 (425) -",
                             "+1 (425) x5550100",
                             "+1 (425) 555;0100",
                             "+1 (425) 555:0100",
                             "+1 (425) 555\t0100",
                             "+0 5550100",
                             "+01 5550100",
                             "+1234 5550100",
                             "+1x 5550100",
                             "++1 5550100",
                             "+1 +5550100",
                             "+1 (425) 555\n0100",
                             "+1 (425) 555-0100|7|8",
                             "+1 (425) 555-0100|7+8",
                             "+1 (425) 555-0100\xC3\xA4"}) {
        EXPECT_FALSE(parse_canonical(text).has_value()) << text;
    }
}

TEST(CanonicalAddress, IsToldByThePlusSignAlone) {
    EXPECT_TRUE(is_canonical("+"));
    EXPECT_FALSE(is_canonical(" +1 5"));
    EXPECT_FALSE(is_canonical(""));
}

TEST(CanonicalAddress, GivesTheDigitsOfItsSubscriberNumber) {
    EXPECT_EQ(parse_canonical("+1 (425) 555-01 00,12#")->subscriber_digits(), "555010012");
}

}  // namespace
}  // namespace pbxlab::lines
