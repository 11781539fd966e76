// The operations around address translation (nf-tapi-linetranslateaddressw,
// nf-tapi-linegettranslatecapsw, nf-tapi-linesetcurrentlocation, nf-tapi-linesettolllistw,
// nf-tapi-linegetcountryw).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

DialingLocations office_and_home() {
    DialingLocations all;
    all.cards.push_back({.id = 1, .name = "Corporate", .number = "1234", .same_area = "H"});
    all.cards.push_back({.id = 2, .name = "Secret", .options = LINECARDOPTION_HIDDEN});
    all.locations.push_back({.id = 1,
                             .name = "Office",
                             .area = "425",
                             .local_access = "9",
                             .cancel_call_waiting = "*70",
                             .toll_list = {"555"}});
    all.locations.push_back(
        {.id = 2, .name = "Home", .country = 49, .area = "30", .card = 1, .pulse = true});
    all.current = 1;
    return all;
}

class Translation : public testing::Test {
 protected:
    Translation() { office.telephony.set_locations(office_and_home()); }

    Office office;
    Seat& seat = office.open(0);

    TranslateOutput translated(const char* address, std::uint32_t room = Sized::kRoomForAll) const {
        TranslateOutput output;
        output.total_size = room;
        EXPECT_EQ(outcome(seat.app->translate_address(0, kTapi22, address, 0, 0, &output)), "ok");
        return output;
    }
    TranslateCaps caps(std::uint32_t version = kTapi22,
                       std::uint32_t room = Sized::kRoomForAll) const {
        TranslateCaps filled;
        filled.total_size = room;
        EXPECT_EQ(outcome(seat.app->get_translate_caps(version, &filled)), "ok");
        return filled;
    }
};

TEST_F(Translation, FillsBothFormsOfTheAddress) {
    const TranslateOutput output = translated("+1 (425) 444-0100^Bob");
    EXPECT_EQ(output.dialable, "T94440100^Bob");
    EXPECT_EQ(output.displayable, "T9444-0100");
    EXPECT_EQ(output.current_country, 1U);
    EXPECT_EQ(output.dest_country, 1U);
    EXPECT_EQ(output.needed_size, 40U + 2 * 14 + 2 * 11);
    EXPECT_EQ(output.used_size, output.needed_size);
}

TEST_F(Translation, LeavesOutWhatFindsNoRoom) {
    const TranslateOutput output = translated("+1 (425) 444-0100", 40 + 2 * 10);
    EXPECT_EQ(output.dialable, "T94440100");
    EXPECT_EQ(output.displayable, "");
    EXPECT_EQ(output.used_size, 60U);
    EXPECT_GT(output.needed_size, output.total_size);
    TranslateOutput none;
    none.total_size = 39;
    EXPECT_EQ(outcome(seat.app->translate_address(0, kTapi22, "1", 0, 0, &none)),
              "STRUCTURETOOSMALL");
}

TEST_F(Translation, TellsOfLocationsAndCardsButNotOfHiddenOnes) {
    const TranslateCaps all = caps();
    ASSERT_EQ(all.locations.size(), 3U);
    EXPECT_EQ(all.locations[0].permanent_location_id, 0U);
    EXPECT_EQ(all.locations[1].toll_prefix_list, "555");
    EXPECT_EQ(all.locations[1].cancel_call_waiting, "*70");
    EXPECT_EQ(all.locations[2].country_id, 49U);
    EXPECT_EQ(all.locations[2].options, LINELOCATIONOPTION_PULSEDIAL);
    EXPECT_EQ(all.current_location_id, 1U);
    EXPECT_EQ(all.current_preferred_card_id, 0U);
    ASSERT_EQ(all.cards.size(), 2U);
    EXPECT_EQ(all.cards[1].card_name, "Corporate");
    EXPECT_EQ(all.cards[1].card_number_digits, 4U);
    EXPECT_EQ(all.cards[1].same_area_rule, "H");
}

TEST_F(Translation, KeepsToTheListEntriesOfTheVersion) {
    const TranslateCaps old = caps(kTapi13);
    EXPECT_EQ(old.locations[1].cancel_call_waiting, "");
    EXPECT_EQ(old.locations[2].options, 0U);
    EXPECT_EQ(old.cards[1].same_area_rule, "");
    EXPECT_EQ(old.locations[1].toll_prefix_list, "555");
    EXPECT_EQ(caps(kTapi14).cards[1].same_area_rule, "H");
    const TranslateCaps lists_only = caps(kTapi13, 44 + 3 * 52 + 2 * 12);
    EXPECT_EQ(lists_only.locations.size(), 3U);
    EXPECT_EQ(lists_only.cards.size(), 2U);
    EXPECT_TRUE(caps(kTapi14, 44 + 3 * 52).locations.empty()) << "entries grew with 1.4";
}

TEST_F(Translation, ANewLocationIsToldToThoseWhoWantToKnow) {
    Seat& other = office.open(1);
    other.app->set_status_messages(other.line, LINEDEVSTATE_TRANSLATECHANGE, 0);
    EXPECT_EQ(outcome(seat.app->set_current_location(2)), "ok");
    EXPECT_EQ(seat.told(), "");
    EXPECT_EQ(other.told(), "LDS TRANSLATECHANGE");
    EXPECT_EQ(translated("+49 (30) 1").dialable, "P1234");
    EXPECT_EQ(outcome(seat.app->set_current_location(2)), "ok");
    EXPECT_EQ(other.told(), "") << "nothing has changed";
    EXPECT_EQ(outcome(seat.app->set_current_location(3)), "INVALLOCATION");
    EXPECT_EQ(caps().current_location_id, 2U);
}

// linedevstate--constants: before 1.4 a REINIT, which cannot be turned off, once an application.
TEST_F(Translation, OldApplicationsAreAskedToStartAnew) {
    Seat& old = office.open(1, {.version = kTapi13});
    Seat& again = office.open(*old.app, 2, {.version = kTapi13});
    seat.app->set_current_location(2);
    old.told();
    again.told();
    ASSERT_EQ(old.all.size() + again.all.size(), 1U);
    const Message& m = old.all.empty() ? again.all[0] : old.all[0];
    EXPECT_EQ(m.id, LINE_LINEDEVSTATE);
    EXPECT_EQ(m.device, 0U);
    EXPECT_EQ(m.param1, LINEDEVSTATE_REINIT);
    EXPECT_EQ(m.param2, LINE_LINEDEVSTATE);
    EXPECT_EQ(m.param3, LINEDEVSTATE_TRANSLATECHANGE);
    old.app->shutdown();
    seat.app->set_current_location(1);
}

TEST_F(Translation, TollListsGrowAndShrinkByThePrefixOfANumber) {
    seat.app->set_status_messages(seat.line, LINEDEVSTATE_TRANSLATECHANGE, 0);
    const auto change = [this](const char* address, std::uint32_t option) {
        return outcome(seat.app->set_toll_list(0, address, option));
    };
    EXPECT_EQ(change("+1 (425) 44-4 0100", LINETOLLLISTOPTION_ADD), "ok");
    EXPECT_EQ(caps().locations[1].toll_prefix_list, "555,444");
    EXPECT_EQ(translated("+1 (425) 444-9999").dialable, "T14254449999");
    EXPECT_EQ(change("+1 (425) 444-0100", LINETOLLLISTOPTION_ADD), "ok");
    EXPECT_EQ(change("+1 555-0100", LINETOLLLISTOPTION_REMOVE), "ok");
    EXPECT_EQ(change("+1 555-0100", LINETOLLLISTOPTION_REMOVE), "ok");
    EXPECT_EQ(caps().locations[1].toll_prefix_list, "444");
    EXPECT_EQ(seat.told(), "LDS TRANSLATECHANGE; LDS TRANSLATECHANGE")
        << "only what changes something is told";
}

TEST_F(Translation, TollListsTakeOnlyCanonicalNumbersOfTheirOwnArea) {
    for (const char* address : {"5550100", "", "+1 (425)", "+1 (206) 555-0100", "+49 (30) 1"}) {
        EXPECT_EQ(outcome(seat.app->set_toll_list(0, address, LINETOLLLISTOPTION_ADD)),
                  "INVALADDRESS")
            << address;
    }
    EXPECT_EQ(outcome(seat.app->set_toll_list(0, nullptr, LINETOLLLISTOPTION_ADD)), "INVALADDRESS");
    seat.app->set_current_location(2);
    EXPECT_EQ(outcome(seat.app->set_toll_list(0, "+49 (30) 123", LINETOLLLISTOPTION_ADD)),
              "INVALADDRESS")
        << "the country has no toll lists";
}

TEST_F(Translation, NeedsNoApplicationFromVersion20On) {
    Application& nobody = office.telephony.without_application();
    TranslateOutput output;
    TranslateCaps filled;
    EXPECT_EQ(outcome(nobody.translate_address(0, kTapi20, "1", 0, 0, &output)), "ok");
    EXPECT_EQ(outcome(nobody.translate_address(0, kTapi14, "1", 0, 0, &output)), "INVALAPPHANDLE");
    EXPECT_EQ(outcome(nobody.get_translate_caps(kTapi20, &filled)), "ok");
    EXPECT_EQ(outcome(nobody.get_translate_caps(kTapi14, &filled)), "INVALAPPHANDLE");
    EXPECT_EQ(outcome(nobody.set_current_location(2)), "ok");
    EXPECT_EQ(outcome(nobody.set_current_location(1)), "ok");
    EXPECT_EQ(outcome(nobody.set_toll_list(0, "+1 (425) 444-0100", LINETOLLLISTOPTION_ADD)), "ok");
    seat.app->shutdown();
    EXPECT_EQ(outcome(seat.app->translate_address(0, kTapi22, "1", 0, 0, &output)),
              "INVALAPPHANDLE");
}

TEST_F(Translation, OneCountryTheFirstOrAllOfThem) {
    CountryList list;
    EXPECT_EQ(outcome(seat.app->get_country(49, kTapi22, &list)), "ok");
    ASSERT_EQ(list.countries.size(), 1U);
    EXPECT_EQ(list.countries[0].country_name, "Germany");
    EXPECT_EQ(list.countries[0].long_distance_rule, "0FG");
    EXPECT_EQ(outcome(seat.app->get_country(1, kTapi22, &list)), "ok");
    EXPECT_EQ(list.countries[0].country_code, 1U);
    EXPECT_EQ(outcome(seat.app->get_country(2, kTapi22, &list)), "INVALCOUNTRYCODE");

    EXPECT_EQ(outcome(seat.app->get_country(0, kTapi22, &list)), "ok");
    ASSERT_EQ(list.countries.size(), countries().size());
    EXPECT_EQ(list.needed_size, list.used_size);
    for (std::size_t i = 0; i + 1 < list.countries.size(); ++i) {
        EXPECT_EQ(list.countries[i].next_country_id, list.countries[i + 1].country_id);
    }
    EXPECT_EQ(list.countries.back().next_country_id, 0U);
    list.total_size = 24 + 43;
    EXPECT_EQ(outcome(seat.app->get_country(49, kTapi22, &list)), "ok");
    EXPECT_TRUE(list.countries.empty());
    EXPECT_GT(list.needed_size, list.total_size);
}

}  // namespace
}  // namespace pbxlab::lines::test
