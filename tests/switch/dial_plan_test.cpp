#include "switch/dial_plan.h"

#include <string>

#include <gtest/gtest.h>

namespace pbxlab::pbx {
namespace {

using To = DialMatch::To;

DialPlan office() {
    DialPlan plan;
    EXPECT_TRUE(plan.add_station("1001", AddressId{0}));
    EXPECT_TRUE(plan.add_station("1002", AddressId{1}));
    EXPECT_TRUE(plan.add_station("100", AddressId{2}));
    EXPECT_TRUE(plan.add_outside("5550100", OutsideId{0}));
    EXPECT_TRUE(plan.add_outside("555010012", OutsideId{1}));
    EXPECT_TRUE(plan.add_outside("+14255550100", OutsideId{2}));
    return plan;
}

TEST(DialPlan, KnowsACompleteNumber) {
    const DialMatch match = office().match("1002");
    EXPECT_EQ(match.to, To::Station);
    EXPECT_EQ(match.address, AddressId{1});
    EXPECT_TRUE(match.complete());
}

TEST(DialPlan, KnowsAPartialNumber) {
    for (const char* digits : {"", "1", "10"}) {
        const DialMatch match = office().match(digits);
        EXPECT_EQ(match.to, To::Nowhere) << digits;
        EXPECT_TRUE(match.longer) << digits;
        EXPECT_FALSE(match.hopeless()) << digits;
    }
}

TEST(DialPlan, KnowsAnOpenNumberThatIsAlsoTheStartOfALongerOne) {
    const DialMatch match = office().match("100");
    EXPECT_EQ(match.to, To::Station);
    EXPECT_EQ(match.address, AddressId{2});
    EXPECT_TRUE(match.longer);
    EXPECT_FALSE(match.complete());
}

TEST(DialPlan, KnowsAHopelessNumber) {
    for (const char* digits : {"2", "1003", "10011", "*"}) {
        EXPECT_TRUE(office().match(digits).hopeless()) << digits;
    }
}

TEST(DialPlan, LeadsOutsideBehindTheAccessDigits) {
    const DialMatch partial = office().match("9");
    EXPECT_EQ(partial.to, To::Nowhere);
    EXPECT_TRUE(partial.longer);
    EXPECT_EQ(office().match("9555010012").outside, OutsideId{1});
    EXPECT_TRUE(office().match("9555010012").complete());
    const DialMatch open = office().match("95550100");
    EXPECT_EQ(open.outside, OutsideId{0});
    EXPECT_TRUE(open.longer) << "555010012 begins so";
}

TEST(DialPlan, LeadsAPlusNumberOutsideWithoutAccessDigits) {
    const DialMatch match = office().match("+14255550100");
    EXPECT_EQ(match.outside, OutsideId{2});
    EXPECT_TRUE(match.complete());
    EXPECT_EQ(office().match("+").to, To::Nowhere);
    EXPECT_TRUE(office().match("+").longer);
    EXPECT_FALSE(office().match("1+").longer);
}

TEST(DialPlan, AnUnlistedOutsideNumberNeverEndsByItself) {
    const DialMatch match = office().match("912345");
    EXPECT_EQ(match.to, To::Outside);
    EXPECT_FALSE(match.outside.valid());
    EXPECT_TRUE(match.longer);
}

TEST(DialPlan, AnEndMarkEndsAnOutsideNumber) {
    EXPECT_TRUE(office().match("912345#").complete());
    EXPECT_FALSE(office().match("912345#").outside.valid());
    EXPECT_EQ(office().match("95550100#").outside, OutsideId{0});
    EXPECT_TRUE(office().match("95550100#").complete());
    EXPECT_TRUE(office().match("9#").hopeless());
}

TEST(DialPlan, AnUnlistedOutsideNumberIsCompleteAtTheAgreedLength) {
    DialPlan plan = office();
    plan.set_outside_length(7);
    EXPECT_EQ(plan.match("9123456").to, To::Nowhere);
    EXPECT_TRUE(plan.match("9123456").longer);
    EXPECT_TRUE(plan.match("91234567").complete());
    EXPECT_FALSE(plan.match("91234567").outside.valid());
}

TEST(DialPlan, AccessDigitsCanBeSeveralOrNone) {
    DialPlan plan;
    plan.set_trunk_access("81");
    EXPECT_TRUE(plan.add_station("82", AddressId{0}));
    EXPECT_FALSE(plan.add_station("8123", AddressId{1}));
    EXPECT_TRUE(plan.add_outside("777", OutsideId{0}));
    EXPECT_TRUE(plan.match("8").longer);
    EXPECT_TRUE(plan.match("82").complete());
    EXPECT_TRUE(plan.match("81777").complete());
    plan.set_trunk_access("");
    EXPECT_EQ(plan.match("777").outside, OutsideId{0});
    EXPECT_TRUE(plan.match("82").complete());
    EXPECT_TRUE(plan.match("89").hopeless()) << "begins like a station's number";
}

TEST(DialPlan, AStationNumberMayBeTheStartOfTheAccessDigits) {
    DialPlan plan;
    plan.set_trunk_access("99");
    EXPECT_TRUE(plan.add_station("9", AddressId{0}));
    EXPECT_EQ(plan.match("9").to, To::Station);
    EXPECT_TRUE(plan.match("9").longer);
}

TEST(DialPlan, RefusesNumbersThatCannotBeListed) {
    DialPlan plan = office();
    EXPECT_FALSE(plan.add_station("", AddressId{9}));
    EXPECT_FALSE(plan.add_station("1001", AddressId{9})) << "listed already";
    EXPECT_FALSE(plan.add_station("90", AddressId{9})) << "begins with the access digits";
    EXPECT_FALSE(plan.add_station("+1", AddressId{9}));
    EXPECT_FALSE(plan.add_station("10 1", AddressId{9}));
    EXPECT_FALSE(plan.add_station(std::string(41, '1'), AddressId{9}));
    EXPECT_FALSE(plan.add_outside("+", OutsideId{9}));
    EXPECT_FALSE(plan.add_outside("5550100", OutsideId{9}));
    EXPECT_FALSE(plan.add_outside("+" + std::string(40, '1'), OutsideId{9}));
    EXPECT_EQ(plan.match("1001").address, AddressId{0}) << "nothing changed";
}

TEST(DialPlan, TakesTheLongestNumber) {
    DialPlan plan;
    const std::string longest(DialPlan::kLongestNumber, '1');
    EXPECT_TRUE(plan.add_station(longest, AddressId{0}));
    EXPECT_TRUE(plan.match(longest).complete());
    EXPECT_FALSE(plan.match(longest.substr(1)).complete());
}

TEST(DialPlan, KnowsWhichCharactersCanBeDialled) {
    EXPECT_TRUE(DialPlan::dialable("0123456789ABCD*#"));
    for (const char* text : {"+1", "E", "a", " ", ",", "1-2"}) {
        EXPECT_FALSE(DialPlan::dialable(text)) << text;
    }
}

}  // namespace
}  // namespace pbxlab::pbx
