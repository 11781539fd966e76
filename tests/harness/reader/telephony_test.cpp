// Reading of locations and calling cards, and of what a translation must give.
#include <gtest/gtest.h>

#include "harness/dialing_words.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

using lines::Op;

const Scenario& everything_else() {
    static const Scenario kScenario =
        read_scenario(reader_tests() / "good/everything_else.json", source_dir() / "tests").value();
    return kScenario;
}

TEST(TelephonyOfAScenario, HasLocationsAndCardsInTheirOrder) {
    const lines::DialingLocations all = dialing_locations(everything_else().telephony);
    EXPECT_EQ(all.current, 2U);
    ASSERT_EQ(all.locations.size(), 3U);
    const lines::Location office{.id = 1,
                                 .name = "office",
                                 .country = 49,
                                 .area = "30",
                                 .card = 1,
                                 .local_access = "9",
                                 .long_distance_access = "9W",
                                 .cancel_call_waiting = "*70,",
                                 .toll_list = {"555", "77"},
                                 .pulse = true};
    EXPECT_EQ(all.locations[1], office);
    EXPECT_EQ(all.locations[2], (lines::Location{.id = 2, .name = "home"}));
    ASSERT_EQ(all.cards.size(), 2U);
    const lines::CallingCard visa{.id = 1,
                                  .name = "Visa Card",
                                  .number = "1234",
                                  .same_area = "HG",
                                  .long_distance = "HFG",
                                  .international = "HEFG",
                                  .options = lines::LINECARDOPTION_HIDDEN};
    EXPECT_EQ(all.cards[1], visa);
}

TEST(TelephonyOfAScenario, IsTheDefaultLocationWhereNothingIsSaid) {
    EXPECT_EQ(dialing_locations({}), lines::DialingLocations{});
    TelephonyWords words;
    words.locations["office"] = {};
    words.location_order = {"office"};
    EXPECT_EQ(dialing_locations(words).current, 1U) << "the first one that is given";
}

TEST(TranslationStep, TakesNamesOrIds) {
    const Step by_id = step_of(R"({"line":"bob","do":"translateAddress","to":"1","card":3})");
    EXPECT_EQ(by_id.op, Op::TranslateAddress);
    EXPECT_EQ(by_id.card, 3U);
    EXPECT_EQ(step_of(R"({"app":"bob","do":"setCurrentLocation","location":0})").location, 0U);
    EXPECT_EQ(
        step_of(R"({"line":"bob","do":"setTollList","to":"1","tollList":"remove"})").toll_list,
        lines::LINETOLLLISTOPTION_REMOVE);
}

TEST(TranslationStep, SaysWhatItGives) {
    const Step step = step_of(
        R"({"line":"bob","do":"translateAddress","to":"1","options":["forceLocal","cardOverride"],)"
        R"("gives":{"dialable":"T1","results":["canonical","inTollList"],"destCountry":49}})");
    EXPECT_EQ(step.translate_options,
              lines::LINETRANSLATEOPTION_FORCELOCAL | lines::LINETRANSLATEOPTION_CARDOVERRIDE);
    EXPECT_EQ(step.gives->dialable.value().value, "T1");
    EXPECT_EQ(step.gives->results,
              lines::LINETRANSLATERESULT_CANONICAL | lines::LINETRANSLATERESULT_INTOLLLIST);
    EXPECT_EQ(step.gives->dest_country, 49U);
    EXPECT_FALSE(step.gives->displayable);
}

}  // namespace

}  // namespace pbxlab::harness
