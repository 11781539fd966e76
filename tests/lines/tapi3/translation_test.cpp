// ITAddressTranslation (reference: tapi3-operations 9).
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

DialingLocations office_and_home() {
    DialingLocations all;
    all.cards.push_back({.id = 1, .name = "Corporate", .number = "1234", .same_area = "H"});
    all.cards.push_back({.id = 2, .name = "Secret", .options = LINECARDOPTION_HIDDEN});
    all.locations.push_back({.id = 1, .name = "Office", .area = "425", .local_access = "9"});
    all.locations.push_back({.id = 2, .name = "Home", .country = 49, .area = "30", .card = 1});
    all.current = 1;
    return all;
}

class Tapi3Translation : public testing::Test {
 protected:
    Tapi3Translation() { office.telephony.set_locations(office_and_home()); }

    std::string translate(const char* address, std::uint32_t options = 0, std::uint32_t card = 0) {
        info = {};
        return hresult_name(alice.address->TranslateAddress(address, card, options, &info));
    }

    Office office;
    Phone alice{office, 0};
    AddressTranslationInfo info;
};

TEST_F(Tapi3Translation, GivesBothFormsOfAnAddress) {
    EXPECT_EQ(translate("+1 (425) 444-0100"), "S_OK");
    EXPECT_EQ(info.dialable_string, "T94440100");
    EXPECT_EQ(info.displayable_string, "T9444-0100");
    EXPECT_EQ(info.current_country_code, 1U);
    EXPECT_EQ(info.destination_country_code, 1U);
    EXPECT_EQ(info.translation_results & LINETRANSLATERESULT_CANONICAL,
              LINETRANSLATERESULT_CANONICAL);
}

TEST_F(Tapi3Translation, LeavesADialableAddressAsItIs) {
    EXPECT_EQ(translate("1002"), "S_OK");
    EXPECT_EQ(info.dialable_string, "1002");
}

TEST_F(Tapi3Translation, IsRefusedWithTheDocumentedCodes) {
    EXPECT_EQ(translate(nullptr), "E_POINTER");
    EXPECT_EQ(alice.address->TranslateAddress("1002", 0, 0, nullptr), hresult(E_POINTER));
    EXPECT_EQ(translate("1002", 0x100), "E_INVALIDARG");
    EXPECT_EQ(translate("1002", LINETRANSLATEOPTION_FORCELOCAL | LINETRANSLATEOPTION_FORCELD),
              "E_INVALIDARG");
    EXPECT_EQ(translate("1002", LINETRANSLATEOPTION_CARDOVERRIDE, 99), "TAPI_E_INVALCARD");
    EXPECT_EQ(translate("1002", 0, 99), "S_OK") << "the card counts with its option";
    EXPECT_EQ(translate("+"), "TAPI_E_INVALADDRESS");
    office.telephony.remove_line(0);
    EXPECT_EQ(translate("1002"), "TAPI_E_NODEVICE");
    alice.tapi.Shutdown();
    EXPECT_EQ(translate("1002"), "TAPI_E_NOT_INITIALIZED");
}

TEST_F(Tapi3Translation, ListsLocationsAndTheCardsThatAreNotHidden) {
    std::vector<LocationEntry> locations;
    EXPECT_EQ(alice.address->EnumerateLocations(&locations), 0);
    ASSERT_EQ(locations.size(), 3U) << "and the one that there is without any";
    EXPECT_EQ(locations[2].location_name, "Home");
    EXPECT_EQ(locations[2].preferred_card_id, 1U);
    std::vector<CardEntry> cards;
    EXPECT_EQ(alice.address->EnumerateCallingCards(&cards), 0);
    ASSERT_EQ(cards.size(), 2U) << "and the one that there is without any";
    EXPECT_EQ(cards[1].card_name, "Corporate");
    EXPECT_EQ(alice.address->EnumerateLocations(nullptr), hresult(E_POINTER));
    EXPECT_EQ(alice.address->EnumerateCallingCards(nullptr), hresult(E_POINTER));
    alice.tapi.Shutdown();
    EXPECT_EQ(alice.address->EnumerateLocations(&locations), hresult(TAPI_E_NOT_INITIALIZED));
    EXPECT_EQ(alice.address->EnumerateCallingCards(&cards), hresult(TAPI_E_NOT_INITIALIZED));
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
