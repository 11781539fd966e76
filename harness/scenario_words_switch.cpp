// The exchange: lines with their addresses, parties outside, and office files.
#include <array>

#include "harness/limits.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

constexpr Type kCalls = whole_number("a whole number from 1 to 1000", 1, 1000);
constexpr Type kForwardRings = whole_number("a whole number from 0 to 100", 0, 100);
constexpr Type kParties = whole_number("a whole number from 2 to 1000", 2, 1000);
constexpr Type kHeldCalls = whole_number("a whole number from 0 to 1000", 0, 1000);

constexpr Choice kSharingWords[] = {{"exclusive", static_cast<int>(pbx::Sharing::Exclusive)},
                                    {"perCall", static_cast<int>(pbx::Sharing::PerCall)},
                                    {"joined", static_cast<int>(pbx::Sharing::Joined)}};
constexpr Type kSharing{
    .name = "sharing", .form = Form::Word, .words = listed_words, .choices = kSharingWords};
constexpr Field kAddressFields[] = {
    field<&AddressWords::number>("number", "What is dialled to reach it.", kNumberText),
    field<&AddressWords::bridge>(
        "bridge", "The number of a line above: this is a further appearance of it.", kNumberText),
    field<&AddressWords::sharing>(
        "sharing",
        "Other lines may have the address too: \"exclusive\", in use at one line it is barred for "
        "the others; \"perCall\", each call belongs to its line; \"joined\", lines can join calls.",
        kSharing),
    field<&AddressWords::looks_only>(
        "looksOnly", "This appearance only shows whether the address is in use.", kYesNo),
    field<&AddressWords::rings>("rings", "false: an offered call is shown here but does not ring.",
                                kYesNo),
    field<&AddressWords::pickup_group>("pickupGroup",
                                       "The pickup group to which the address belongs.", kTitle),
    field<&AddressWords::rings_after>("ringsAfter", "An offered call rings here so much later.",
                                      kSpan),
    field<&AddressWords::forwards>("forwards", "The rules by which calls to it are sent on.",
                                   kForwardList),
    field<&AddressWords::forward_rings>(
        "forwardRings", "Rings before a call counts as not answered; 0: the provider's.",
        kForwardRings),
    field<&AddressWords::name>("name", "The name that is shown to others.", kAnyText),
    field<&AddressWords::max_active>("maxActiveCalls", "Most calls that are neither held nor gone.",
                                     kCalls),
    field<&AddressWords::max_held>("maxHeldCalls", "Most calls on hold.", kHeldCalls),
    field<&AddressWords::max_pending>(
        "maxPendingCalls", "Most calls held for a transfer or a conference; 1.", kHeldCalls),
    field<&AddressWords::max_conference>(
        "maxConference", "Most parties of a conference, its own among them; 6.", kParties),
    field<&AddressWords::max_transfer_conference>(
        "maxTransferConference", "The same for a conference that completes a transfer; 3.",
        kParties),
};
constexpr std::string_view kNumberOrBridge[] = {"number", "bridge"};
const ObjectWords& address_words() {
    static constexpr ObjectWords kWords{.name = "address",
                                        .what = "an address",
                                        .fields = kAddressFields,
                                        .exactly_one = kNumberOrBridge};
    return kWords;
}
void put_address(void* list, const Value& value) {
    assign(static_cast<std::vector<AddressWords>*>(list)->emplace_back().number, value);
}
void* open_address(void* list, const Value&) {
    return &static_cast<std::vector<AddressWords>*>(list)->emplace_back();
}
constexpr Type kAddress{
    .expected = "a number of 1 to 40 characters out of 0-9 A-D * #, or an object with it",
    .accepts = kText | kObject,
    .form = Form::Digits,
    .object = address_words};
constexpr Field kAddressEntry{"", "One address; the first has id 0.", &kAddress, put_address,
                              open_address};
constexpr Type kAddresses{.expected = "a list of at least one address",
                          .accepts = kList,
                          .entry = &kAddressEntry,
                          .least_entries = 1,
                          .most_entries = 1000};

void put_only_address(void* object, const Value& value) {
    put_address(&static_cast<LineWords*>(object)->addresses, value);
}
void put_orbit(void* object, const Value& value) {
    put_address(&static_cast<LineWords*>(object)->addresses, value);
    static_cast<LineWords*>(object)->addresses.back().orbit = true;
}
constexpr Field kLineFields[] = {
    Field{"address", "The number of a line with one address.", &kNumberText, put_only_address},
    field<&LineWords::addresses>("addresses", "The addresses of a line with several.", kAddresses),
    Field{"orbit", "The park orbit that the line models: it shows who is parked there.",
          &kNumberText, put_orbit},
    field<&LineWords::name>("name", "The name that is shown to others.", kAnyText),
    field<&LineWords::pickup_group>("pickupGroup",
                                    "The pickup group to which its addresses belong.", kTitle),
    field<&LineWords::forwards>(
        "forwards", "The rules by which calls to its addresses are sent on.", kForwardList),
    field<&LineWords::forward_rings>(
        "forwardRings", "Rings before a call counts as not answered; 0: the provider's.",
        kForwardRings),
    field<&LineWords::max_active>(
        "maxActiveCalls", "Most calls at an address that are neither held nor gone.", kCalls),
    field<&LineWords::max_held>("maxHeldCalls", "Most calls on hold at an address.", kHeldCalls),
    field<&LineWords::max_pending>(
        "maxPendingCalls", "Most calls held for a transfer or a conference at an address; 1.",
        kHeldCalls),
    field<&LineWords::max_conference>(
        "maxConference", "Most parties of a conference at an address, its own among them; 6.",
        kParties),
    field<&LineWords::max_transfer_conference>(
        "maxTransferConference", "The same for a conference that completes a transfer; 3.",
        kParties),
    field<&LineWords::line_max_active>(
        "lineMaxActiveCalls", "Most calls over all addresses that are neither held nor gone.",
        kCalls),
    field<&LineWords::absent>(
        "absent",
        "It does not exist until it is created: {\"line\": NAME, \"inject\": \"create\"}.", kYesNo),
    field<&LineWords::provider>("provider", "What this line's provider does differently.",
                                kProvider),
};
constexpr std::string_view kAddressOrAddresses[] = {"address", "addresses", "orbit"};
std::optional<Complaint> finish_line(void* object, WordSet, Mark) {
    LineWords& line = *static_cast<LineWords*>(object);
    for (AddressWords& address : line.addresses) {
        if (address.name.value.empty()) address.name = line.name;
        if (address.pickup_group.value.empty()) address.pickup_group = line.pickup_group;
        if (address.forwards.empty()) address.forwards = line.forwards;
        if (address.forward_rings == 0) address.forward_rings = line.forward_rings;
    }
    return std::nullopt;
}
const ObjectWords& line_words() {
    static constexpr ObjectWords kWords{.name = "line",
                                        .what = "a line",
                                        .fields = kLineFields,
                                        .exactly_one = kAddressOrAddresses,
                                        .finish = finish_line};
    return kWords;
}

constexpr Choice kShowsWords[] = {{"shown", static_cast<int>(pbx::Disclosure::Known)},
                                  {"withheld", static_cast<int>(pbx::Disclosure::Withheld)},
                                  {"outOfArea", static_cast<int>(pbx::Disclosure::OutOfArea)}};
constexpr Type kShows{
    .name = "shows", .form = Form::Word, .words = listed_words, .choices = kShowsWords};
constexpr std::array kPartyFields = {
    field<&OutsideWords::number>(
        "number", "What is dialled after the trunk access digits; or a number with + in front.",
        kOutsideNumber, kRequired),
    field<&OutsideWords::name>("name", "The name that is shown to others.", kAnyText),
    field<&OutsideWords::shows_number>("callerId", "Whether its number is told to those it calls.",
                                       kShows),
    field<&OutsideWords::media>("media", "What the calls it makes carry (LINEMEDIAMODE_).",
                                Tapi<"LINEMEDIAMODE">::kBits),
};
constexpr auto kOutsideFields = join(kPartyFields, script_fields<&OutsideWords::script>());
const ObjectWords& outside_words() {
    static constexpr ObjectWords kWords{
        .name = "outside", .what = "a party outside", .fields = kOutsideFields};
    return kWords;
}

constexpr Type kLine{.expected = "a line", .accepts = kObject, .object = line_words};
constexpr Field kLineEntry{"", "A line, by its name.", &kLine, nullptr,
                           [](void* object, const Value& value) {
                               auto& words = *static_cast<SwitchWords*>(object);
                               return add_named(words.lines, words.line_order, value);
                           }};
constexpr Type kLines{.expected = "an object of lines by name",
                      .accepts = kMap,
                      .entry = &kLineEntry,
                      .most_entries = kMaxLines};
constexpr Type kOutside{.expected = "a party outside", .accepts = kObject, .object = outside_words};
constexpr Field kOutsideEntry{"", "A party outside, by its name.", &kOutside, nullptr,
                              [](void* object, const Value& value) {
                                  auto& words = *static_cast<SwitchWords*>(object);
                                  return add_named(words.outside, words.outside_order, value);
                              }};
constexpr Type kOutsides{.expected = "an object of parties outside by name",
                         .accepts = kMap,
                         .entry = &kOutsideEntry,
                         .most_entries = kMaxLines};
constexpr Type kGroup{.expected = "a hunt group", .accepts = kObject, .object = group_words};
constexpr Field kGroupEntry{"", "A hunt group, by its name.", &kGroup, nullptr,
                            [](void* object, const Value& value) {
                                auto& words = *static_cast<SwitchWords*>(object);
                                return add_named(words.groups, words.group_order, value);
                            }};
constexpr Type kGroups{.expected = "an object of hunt groups by name",
                       .accepts = kMap,
                       .entry = &kGroupEntry,
                       .most_entries = kMaxLines};
constexpr Type kOfficeName{.expected = "the name of a file below offices/, without .json",
                           .form = Form::Path};
constexpr Type kAccess{.expected = "up to 40 characters out of 0-9 A-D * #, or an empty text",
                       .form = Form::AccessDigits};

constexpr Type kTrunks = whole_number("a whole number from 0 to 100000", 0, 100'000);
constexpr Type kOutsideLength = whole_number("a whole number from 0 to 40", 0, 40);

constexpr Field kOrbitEntry = entry<Text>("A number at which one call can be parked.", kNumberText);
constexpr Type kOrbits{.expected = "a list of at least one number",
                       .accepts = kList,
                       .entry = &kOrbitEntry,
                       .least_entries = 1,
                       .most_entries = 1000};
constexpr Field kParkFields[] = {
    field<&ParkWords::orbits>("orbits",
                              "Numbers at which calls can be parked; the first that is free comes "
                              "first where none is named.",
                              kOrbits, kRequired),
    field<&ParkWords::attendant>("attendant",
                                 "The line, or number, that is rung for calls parked for long "
                                 "when the parker is not, or cannot be.",
                                 kNameText),
};
const ObjectWords& park_words() {
    static constexpr ObjectWords kWords{
        .name = "park", .what = "park orbits", .fields = kParkFields};
    return kWords;
}
constexpr Type kPark{
    .expected = "an object with \"orbits\"", .accepts = kObject, .object = park_words};

constexpr std::array kOfficeField = {
    field<&SwitchWords::office>("office",
                                "A file below offices/ to start from; lines and parties given here "
                                "are added to it or replace its own.",
                                kOfficeName),
};
constexpr std::array kOfficeFields = {
    Field{"lines", "The lines, by name; devices are numbered in this order.", &kLines, nullptr,
          same_object},
    Field{"outside", "Parties in the world outside, by name.", &kOutsides, nullptr, same_object},
    Field{"groups", "Hunt groups, by name.", &kGroups, nullptr, same_object},
    Field{"park", "Orbits at which calls can be parked.", &kPark, nullptr,
          [](void* object, const Value&) -> void* {
              return &static_cast<SwitchWords*>(object)->park.emplace();
          }},
    field<&SwitchWords::trunks>(
        "trunks", "How many calls can be going on with the outside; 8 where not said.", kTrunks),
    field<&SwitchWords::trunk_access>(
        "trunkAccess", "Digits dialled before an outside number; \"9\" where not said.", kAccess),
    field<&SwitchWords::outside_length>(
        "outsideLength", "Digits of a complete outside number that nobody listed; 0: unknown.",
        kOutsideLength),
};
constexpr auto kSwitchFields = join(kOfficeField, kOfficeFields);
constexpr std::array kOfficeFileFields = {
    Field{"$schema", "The schema of this file, for editors.", &kAnyText,
          [](void*, const Value&) {}},
    Field{"why", "What the office is there for.", &kAnyText, [](void*, const Value&) {}},
};
constexpr auto kWholeOfficeFields = join(kOfficeFileFields, kSwitchFields);

}  // namespace

const ObjectWords& office_words() {
    static constexpr ObjectWords kWords{
        .name = "office", .what = "an office", .fields = kWholeOfficeFields};
    return kWords;
}

const ObjectWords& switch_words() {
    static constexpr ObjectWords kWords{
        .name = "switch", .what = "a switch", .fields = kSwitchFields};
    return kWords;
}

}  // namespace pbxlab::harness
