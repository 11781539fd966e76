// Address translation (reference: tapi2-operations 3.3; ns-tapi-linetranslateoutput,
// linetranslateresult--constants).
#include "lines/translate.h"

#include <random>

#include <gtest/gtest.h>

#include "lines/canonical_address.h"
#include "lines/tapi_constants.h"

namespace pbxlab::lines {
namespace {

// Redmond behind a PBX, Berlin with pulses, Copenhagen, and a card of two rules.
DialingLocations three_locations() {
    DialingLocations all;
    all.cards.push_back({.id = 1,
                         .name = "Corporate",
                         .number = "99001234",
                         .long_distance = "18005551111$H$FG",
                         .international = "18005551111$H$EFG"});
    all.locations.push_back({.id = 1,
                             .name = "Redmond",
                             .country = 1,
                             .area = "425",
                             .local_access = "9",
                             .long_distance_access = "91,",
                             .cancel_call_waiting = "*70,",
                             .toll_list = {"555", "77"}});
    all.locations.push_back(
        {.id = 2, .name = "Berlin", .country = 49, .area = "30", .pulse = true});
    all.locations.push_back({.id = 3, .name = "Copenhagen", .country = 45});
    all.locations.push_back(
        {.id = 4, .name = "On the road", .country = 1, .area = "206", .card = 1});
    return all;
}

constexpr std::uint32_t kLocal = LINETRANSLATERESULT_CANONICAL | LINETRANSLATERESULT_LOCAL;
constexpr std::uint32_t kLocalNoToll = kLocal | LINETRANSLATERESULT_NOTINTOLLLIST;
constexpr std::uint32_t kToll = kLocal | LINETRANSLATERESULT_INTOLLLIST;
constexpr std::uint32_t kFar = LINETRANSLATERESULT_CANONICAL | LINETRANSLATERESULT_LONGDISTANCE;
constexpr std::uint32_t kAbroad = LINETRANSLATERESULT_CANONICAL | LINETRANSLATERESULT_INTERNATIONAL;
constexpr std::uint32_t kBilling = LINETRANSLATERESULT_DIALBILLING;
constexpr std::uint32_t kOverride = LINETRANSLATEOPTION_CARDOVERRIDE;
constexpr std::uint32_t kCancel = LINETRANSLATEOPTION_CANCELCALLWAITING;
constexpr std::uint32_t kForceLocal = LINETRANSLATEOPTION_FORCELOCAL;
constexpr std::uint32_t kForceFar = LINETRANSLATEOPTION_FORCELD;

struct Row {
    std::uint32_t location;
    const char* address;
    std::uint32_t options, card;
    const char *dialable, *displayable;
    std::uint32_t dest, results;
};
constexpr Row kRows[] = {
    // distances
    {1, "+1 (425) 444-0100", 0, 0, "T94440100", "T9444-0100", 1, kLocalNoToll},
    {1, "+1 (206) 444-0100", 0, 0, "T91,12064440100", "T91,1206444-0100", 1, kFar},
    {1, "+49 (30) 123 456", 0, 0, "T91,0114930123456", "T91,0114930123 456", 49, kAbroad},
    {1, "+352 27.02", 0, 0, "T91,0113522702", "T91,01135227.02", 352, kAbroad},
    {1, "+1 444-0100", 0, 0, "T94440100", "T9444-0100", 1, kLocalNoToll},
    {1, "+1 () 444-0100", 0, 0, "T94440100", "T9444-0100", 1, kLocalNoToll},
    {2, "+49 (30) 123456", 0, 0, "P123456", "P123456", 49, kLocal},
    {2, "+49 (89) 123456", 0, 0, "P089123456", "P089123456", 49, kFar},
    {2, "+1 (425) 444-0100", 0, 0, "P0014254440100", "P001425444-0100", 1, kAbroad},
    {2, "+7 (495) 1", 0, 0, "P0074951", "P0074951", 7, kAbroad},
    {3, "+45 12 34 56 78", 0, 0, "T12345678", "T12 34 56 78", 45, kLocal},
    // numbers on the toll list, and the options that stand in for it
    {1, "+1 (425) 555-0100", 0, 0, "T91,14255550100", "T91,1425555-0100", 1, kToll},
    {1, "+1 555-0100", 0, 0, "T91,14255550100", "T91,1425555-0100", 1, kToll},
    {1, "+1 (425) 770-0100", 0, 0, "T91,14257700100", "T91,1425770-0100", 1, kToll},
    {1, "+1 (425) 55-5 0100", 0, 0, "T91,14255550100", "T91,142555-5 0100", 1, kToll},
    {1, "+1 (425) 455-5100", 0, 0, "T94555100", "T9455-5100", 1, kLocalNoToll},
    {1, "+1 (425) 555-0100", kForceLocal, 0, "T95550100", "T9555-0100", 1, kLocalNoToll},
    {1, "+1 (425) 444-0100", kForceFar, 0, "T91,14254440100", "T91,1425444-0100", 1, kToll},
    {1, "+1 (206) 555-0100", kForceLocal, 0, "T91,12065550100", "T91,1206555-0100", 1, kFar},
    {2, "+49 (30) 123456", kForceFar, 0, "P123456", "P123456", 49, kLocal},
    // call waiting
    {1, "+1 (425) 444-0100", kCancel, 0, "T*70,94440100", "T*70,9444-0100", 1, kLocalNoToll},
    {1, "+1 (206) 444-0100", kCancel, 0, "T*70,91,12064440100", "T*70,91,1206444-0100", 1, kFar},
    {2, "+49 (30) 123456", kCancel, 0, "P123456", "P123456", 49, kLocal},
    // cards: in place of the country's rules where they have one of their own
    {4, "+1 (425) 444-0100", 0, 0, "T18005551111$99001234$4254440100",
     "T18005551111$[Corporate]$425444-0100", 1, kFar | kBilling},
    {4, "+49 (30) 1", 0, 0, "T18005551111$99001234$49301", "T18005551111$[Corporate]$49301", 49,
     kAbroad | kBilling},
    {4, "+1 (206) 444-0100", 0, 0, "T4440100", "T444-0100", 1, kLocalNoToll},
    {4, "+1 (425) 444-0100", kOverride, 0, "T14254440100", "T1425444-0100", 1, kFar},
    {4, "+1 (425) 444-0100", 0, 7, "T18005551111$99001234$4254440100",
     "T18005551111$[Corporate]$425444-0100", 1, kFar | kBilling},
    {1, "+1 (206) 444-0100", kOverride, 1, "T91,18005551111$99001234$2064440100",
     "T91,18005551111$[Corporate]$206444-0100", 1, kFar | kBilling},
    {1, "+1 (206) 444-0100", 0, 1, "T91,12064440100", "T91,1206444-0100", 1, kFar},
    // what else an address can hold
    {1, "+1 (425) 444-0100|77^Reception", 0, 0, "T94440100|77^Reception", "T9444-0100", 1,
     kLocalNoToll},
    {1, "+1 (425) 444-0100^Who? $", 0, 0, "T94440100^Who? $", "T9444-0100", 1, kLocalNoToll},
    {1, "+1 (425) 444-0100\r\n+49 (30) 1", 0, 0, "T94440100", "T9444-0100", 1, kLocalNoToll},
    {1, "+1 (425) 4@5W6?7", 0, 0, "T94@5W6?7", "T94@5W6?7", 1,
     kLocalNoToll | LINETRANSLATERESULT_DIALQUIET | LINETRANSLATERESULT_DIALDIALTONE |
         LINETRANSLATERESULT_DIALPROMPT},
    {1, "+1 (425) 444-0100w12", 0, 0, "T94440100w12", "T9444-0100w12", 1,
     kLocalNoToll | LINETRANSLATERESULT_DIALDIALTONE},
    // what is dialable already comes out as it went in
    {1, "", 0, 0, "", "", 0, 0},
    {1, "5550100", 0, 0, "5550100", "5550100", 0, 0},
    {1, "555-0100|7^Bob", kCancel | kOverride, 1, "555-0100|7^Bob", "555-0100|7^Bob", 0, 0},
    {1, "1 (425) 555-0100", 0, 0, "1 (425) 555-0100", "1 (425) 555-0100", 0, 0},
    {1, "9:1", 0, 0, "9:1", "9:1", 0, LINETRANSLATERESULT_VOICEDETECT},
    {1, "9@1\r\n9W1", 0, 0, "9@1\r\n9W1", "9@1\r\n9W1", 0, LINETRANSLATERESULT_DIALQUIET},
};

TEST(Translate, GivesWhatIsDialledAndShown) {
    DialingLocations all = three_locations();
    for (const Row& row : kRows) {
        all.current = row.location;
        SCOPED_TRACE("from " + all.here().name + ": " + row.address);
        const Translation done =
            translate(row.address, {.locations = all, .options = row.options, .card = row.card});
        EXPECT_EQ(done.dialable, row.dialable);
        EXPECT_EQ(done.displayable, row.displayable);
        EXPECT_EQ(done.dest_country, row.dest);
        EXPECT_EQ(done.current_country, find_country(all.here().country)->code);
        EXPECT_EQ(bit_words("LINETRANSLATERESULT", done.results),
                  bit_words("LINETRANSLATERESULT", row.results));
    }
}

TEST(Translate, CountriesThatShareACodeAreOneAtADistance) {
    DialingLocations all;
    all.locations.push_back({.id = 1, .name = "Toronto", .country = 107, .area = "416"});
    all.current = 1;
    const Translation done = translate("+1 (425) 444-0100", {.locations = all});
    EXPECT_EQ(done.dialable, "T14254440100");
    EXPECT_EQ(done.results, kFar);
}

// Random texts out of the characters that matter: none brings anything down, what is not canonical
// comes out unchanged, and a canonical one never shows a card's digits or loses the plus sign's
// meaning.
TEST(Translate, StandsAnyText) {
    DialingLocations all = three_locations();
    constexpr std::string_view kAlphabet = "0123456789 ()-.+|^\r\n*#ABDPTW,!@$?:;xE\x80";
    std::mt19937 random{42};
    const auto draw = [&random](std::uint32_t n) {
        return static_cast<std::uint32_t>(random()) % n;
    };
    std::size_t canonical = 0;
    for (int round = 0; round < 50'000; ++round) {
        std::string text = round % 3 == 0 ? "" : round % 3 == 1 ? "+1 (425) " : "+49 ";
        for (std::uint32_t i = draw(12); i > 0; --i) text += kAlphabet[draw(kAlphabet.size())];
        all.current = 1 + draw(4);
        const std::uint32_t options = draw(16);
        const Translation done =
            translate(text, {.locations = all, .options = options, .card = draw(3)});
        if (!parse_canonical(text)) {
            ASSERT_EQ(done.dialable, text);
            ASSERT_EQ(done.dest_country, 0U);
            ASSERT_EQ(done.results & LINETRANSLATERESULT_CANONICAL, 0U);
            continue;
        }
        ++canonical;
        ASSERT_TRUE(done.dialable[0] == 'T' || done.dialable[0] == 'P');
        const std::string number = done.dialable.substr(0, done.dialable.find_first_of("|^"));
        ASSERT_EQ(number.find_first_of(" .-()+"), std::string::npos) << text;
        ASSERT_EQ(done.displayable.find("99001234"), std::string::npos) << text;
        ASSERT_EQ(done.displayable.find_first_of("|^\r\n"), std::string::npos) << text;
    }
    EXPECT_GT(canonical, 5'000U);
}

TEST(DialingLocations, OfTheDefaultFitTogether) {
    EXPECT_EQ(first_flaw({}), "");
    EXPECT_EQ(first_flaw(three_locations()), "");
}

TEST(DialingLocations, SayWhatDoesNotFit) {
    const auto flaw = [](auto change) {
        DialingLocations all = three_locations();
        change(all);
        return first_flaw(all);
    };
    EXPECT_EQ(flaw([](auto& a) { a.current = 9; }), "the current location does not exist");
    EXPECT_EQ(flaw([](auto& a) { a.locations[1].country = 2; }),
              "location Redmond is in a country that is not known");
    EXPECT_EQ(flaw([](auto& a) { a.locations[1].card = 5; }),
              "location Redmond prefers a card that there is not");
    EXPECT_EQ(flaw([](auto& a) { a.locations[1].area = "4x"; }),
              "location Redmond has an area code that is not of digits");
    EXPECT_EQ(flaw([](auto& a) { a.locations[1].local_access = "9-"; }),
              "location Redmond has a code that cannot be dialled");
    EXPECT_EQ(flaw([](auto& a) { a.locations[1].toll_list = {""}; }),
              "location Redmond has a toll prefix that is not of digits");
    EXPECT_EQ(flaw([](auto& a) { a.locations[2].id = 1; }), "two locations have one id");
    EXPECT_EQ(flaw([](auto& a) { a.cards[1].id = 0; }), "two cards have one id");
    EXPECT_EQ(flaw([](auto& a) { a.cards[1].number = "12 "; }),
              "card Corporate has a number that is not of digits");
    EXPECT_EQ(flaw([](auto& a) { a.cards[1].same_area = "9-G"; }),
              "card Corporate has a rule with an unknown character");
    EXPECT_EQ(flaw([](auto& a) { a.cards.erase(a.cards.begin()); }),
              "direct dialling, card 0, is missing");
}

TEST(Countries, AreAChainFromTheFirst) {
    EXPECT_EQ(countries().front().id, 1U);
    for (const Country& country : countries()) {
        EXPECT_EQ(find_country(country.id), &country) << country.name;
        EXPECT_NE(country.international.find("EFG"), std::string_view::npos) << country.name;
    }
}

}  // namespace
}  // namespace pbxlab::lines
