// What address translation goes by, and what its functions must give.
#include "harness/scenario_words.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

using lines::CallingCard;
using lines::Location;

constexpr Type kCode{
    .expected = "up to 40 characters out of 0-9 A-D * # and dial modifiers such as , and W"};
constexpr Type kPrefix{.expected = "a prefix of digits", .form = Form::Digits};
constexpr Field kPrefixEntry = entry<std::string>("A prefix of local numbers.", kPrefix);
constexpr Type kPrefixes{.expected = "a list of prefixes of digits",
                         .accepts = kList,
                         .entry = &kPrefixEntry,
                         .most_entries = 1000};

template <auto Member>
constexpr Field of_location(std::string_view name, std::string_view what, const Type& type) {
    return field<&LocationWords::is, Member>(name, what, type);
}
constexpr Field kLocationFields[] = {
    of_location<&Location::country>(
        "country", "The id of its country; 1, the United States, where not said.", kUnsigned),
    of_location<&Location::area>("area", "Its area code.", kAnyText),
    of_location<&Location::local_access>("localAccess", "What is dialled before local numbers.",
                                         kCode),
    of_location<&Location::long_distance_access>(
        "longDistanceAccess", "What is dialled before all other numbers.", kCode),
    of_location<&Location::cancel_call_waiting>(
        "cancelCallWaiting", "What is dialled first to be left undisturbed.", kCode),
    of_location<&Location::toll_list>(
        "tollList", "Prefixes of local numbers that are dialled like distant ones.", kPrefixes),
    of_location<&Location::pulse>("pulse", "Whether it dials with pulses.", kYesNo),
    field<&LocationWords::card>("card", "The calling card that it prefers.", kNameText),
};
const ObjectWords& location_words() {
    static constexpr ObjectWords kWords{
        .name = "location", .what = "a location", .fields = kLocationFields};
    return kWords;
}

template <auto Member>
constexpr Field of_card(std::string_view name, std::string_view what, const Type& type) {
    return field<&CardWords::is, Member>(name, what, type);
}
constexpr Field kCardFields[] = {
    of_card<&CallingCard::name>("title", "The name that is shown; its name here where not said.",
                                kTitle),
    of_card<&CallingCard::number>("number", "Its number.", kAnyText),
    of_card<&CallingCard::same_area>(
        "sameArea", "Rule for local calls: E country, F area, G number, H card number.", kAnyText),
    of_card<&CallingCard::long_distance>("longDistance", "Rule for calls to other areas.",
                                         kAnyText),
    of_card<&CallingCard::international>("international", "Rule for calls to other countries.",
                                         kAnyText),
    field<&CardWords::hidden>("hidden", "Whether lists leave it out.", kYesNo),
};
const ObjectWords& card_words() {
    static constexpr ObjectWords kWords{
        .name = "card", .what = "a calling card", .fields = kCardFields};
    return kWords;
}

constexpr Type kLocation{.expected = "a location", .accepts = kObject, .object = location_words};
constexpr Field kLocationEntry{"", "A location, by its name.", &kLocation, nullptr,
                               [](void* object, const Value& value) {
                                   auto& words = *static_cast<TelephonyWords*>(object);
                                   return add_named(words.locations, words.location_order, value);
                               }};
constexpr Type kLocations{.expected = "an object of locations by name",
                          .accepts = kMap,
                          .entry = &kLocationEntry,
                          .most_entries = 1000};
constexpr Type kCard{.expected = "a calling card", .accepts = kObject, .object = card_words};
constexpr Field kCardEntry{"", "A calling card, by its name.", &kCard, nullptr,
                           [](void* object, const Value& value) {
                               auto& words = *static_cast<TelephonyWords*>(object);
                               return add_named(words.cards, words.card_order, value);
                           }};
constexpr Type kCards{.expected = "an object of calling cards by name",
                      .accepts = kMap,
                      .entry = &kCardEntry,
                      .most_entries = 1000};

constexpr Field kTelephonyFields[] = {
    Field{"locations", "Locations that calls can be made from; ids count from 1 in this order.",
          &kLocations, nullptr, same_object},
    Field{"cards", "Calling cards; ids count from 1 in this order.", &kCards, nullptr, same_object},
    field<&TelephonyWords::current>(
        "currentLocation", "Where calls are made from at first; the first one where not said.",
        kNameText),
};

constexpr Field kGivesFields[] = {
    field<&Gives::dialable>("dialable", "What is dialled.", kAnyText),
    field<&Gives::displayable>("displayable", "What may be shown of it.", kAnyText),
    field<&Gives::results>("results", "dwTranslateResults, exactly (LINETRANSLATERESULT_).",
                           Tapi<"LINETRANSLATERESULT">::kBits),
    field<&Gives::current_country>("currentCountry", "Country code of the current location.",
                                   kUnsigned),
    field<&Gives::dest_country>("destCountry", "Country code of the address; 0: not canonical.",
                                kUnsigned),
    field<&Gives::locations>("locations", "How many locations there are.", kUnsigned),
    field<&Gives::cards>("cards", "How many calling cards are listed.", kUnsigned),
    field<&Gives::countries>("countries", "How many countries are listed.", kUnsigned),
    field<&Gives::location_id>("locationId", "Id of the current location.", kUnsigned),
    field<&Gives::location_name>("locationName", "Name of the current location.", kAnyText),
    field<&Gives::area>("area", "Area code of the current location.", kAnyText),
    field<&Gives::toll_list>("tollList", "Toll prefixes of the current location, with commas.",
                             kAnyText),
    field<&Gives::cancel_call_waiting>(
        "cancelCallWaiting", "What cancels call waiting at the current location.", kAnyText),
    field<&Gives::card_id>("cardId", "Id of the card that the current location prefers.",
                           kUnsigned),
    field<&Gives::card_name>("cardName", "Name of the last card that is listed.", kAnyText),
    field<&Gives::card_digits>("cardDigits", "How many digits the last card's number has.",
                               kUnsigned),
    field<&Gives::country_id>("countryId", "Id of the first country that is listed.", kUnsigned),
    field<&Gives::country_code>("countryCode", "Its country code.", kUnsigned),
    field<&Gives::next_country>("nextCountry", "Id of the country behind it; 0: none.", kUnsigned),
    field<&Gives::country_name>("countryName", "Its name.", kAnyText),
    field<&Gives::same_area_rule>("sameAreaRule", "Its rule for local calls.", kAnyText),
    field<&Gives::long_distance_rule>("longDistanceRule", "Its rule for calls to other areas.",
                                      kAnyText),
    field<&Gives::international_rule>("internationalRule", "Its rule for calls abroad.", kAnyText),
    field<&Gives::dest_address>("destAddress", "Whom the request wants called.", kAnyText),
    field<&Gives::app_name>("appName", "The program that asks for the call.", kAnyText),
    field<&Gives::called_party>("calledParty", "The called party as it describes it.", kAnyText),
    field<&Gives::comment>("comment", "Its comment.", kAnyText),
};

}  // namespace

const ObjectWords& telephony_words() {
    static constexpr ObjectWords kWords{.name = "telephony",
                                        .what = "what address translation goes by",
                                        .fields = kTelephonyFields};
    return kWords;
}

const ObjectWords& gives_words() {
    static constexpr ObjectWords kWords{.name = "gives",
                                        .what = "what the structure must hold",
                                        .fields = kGivesFields,
                                        .not_empty = true};
    return kWords;
}

}  // namespace pbxlab::harness
