#include "lines/dialing_locations.h"

#include <algorithm>
#include <set>

namespace pbxlab::lines {

namespace {

// National and international prefixes as ITU-T lists them (Operational Bulletin, dialling
// procedures); identifiers as the country list of TAPI has them.
constexpr Country kCountries[] = {
    {1, 1, "United States", "G", "1FG", "011EFG", true},
    {107, 1, "Canada", "G", "1FG", "011EFG", true},
    {112, 1, "Jamaica", "G", "1FG", "011EFG", true},
    {7, 7, "Russia", "G", "8WFG", "8W10EFG"},
    {31, 31, "Netherlands", "G", "0FG", "00EFG"},
    {32, 32, "Belgium", "0FG", "0FG", "00EFG"},
    {33, 33, "France", "0FG", "0FG", "00EFG"},
    {34, 34, "Spain", "FG", "FG", "00EFG"},
    {39, 39, "Italy", "FG", "FG", "00EFG"},
    {41, 41, "Switzerland", "0FG", "0FG", "00EFG"},
    {43, 43, "Austria", "G", "0FG", "00EFG"},
    {44, 44, "United Kingdom", "G", "0FG", "00EFG"},
    {45, 45, "Denmark", "G", "FG", "00EFG"},
    {46, 46, "Sweden", "G", "0FG", "00EFG"},
    {47, 47, "Norway", "G", "FG", "00EFG"},
    {48, 48, "Poland", "FG", "FG", "00EFG"},
    {49, 49, "Germany", "G", "0FG", "00EFG"},
    {55, 55, "Brazil", "G", "0FG", "00EFG"},
    {61, 61, "Australia", "G", "0FG", "0011EFG"},
    {65, 65, "Singapore", "G", "", "001EFG"},
    {81, 81, "Japan", "G", "0FG", "010EFG"},
    {86, 86, "China", "G", "0FG", "00EFG"},
    {91, 91, "India", "G", "0FG", "00EFG"},
    {352, 352, "Luxembourg", "G", "", "00EFG"},
    {353, 353, "Ireland", "G", "0FG", "00EFG"},
    {358, 358, "Finland", "G", "0FG", "00EFG"},
    {852, 852, "Hong Kong", "G", "", "001EFG"},
};

template <class Entry>
const Entry* find(const std::vector<Entry>& entries, std::uint32_t id) {
    const auto found = std::ranges::find(entries, id, &Entry::id);
    return found == entries.end() ? nullptr : &*found;
}

bool of_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool of(std::string_view characters, std::string_view text) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view kDialed = "0123456789ABCDabcd*#,!PpTtWw@$?:";
constexpr std::string_view kRule = "0123456789ABCDabcd*#,!PpTtWw@$?:EFGH";

std::string flaw_of(const Location& location, const DialingLocations& all) {
    if (find_country(location.country) == nullptr) return "is in a country that is not known";
    if (all.find_card(location.card) == nullptr) return "prefers a card that there is not";
    if (!of_digits(location.area)) return "has an area code that is not of digits";
    for (const std::string* code :
         {&location.local_access, &location.long_distance_access, &location.cancel_call_waiting}) {
        if (!of(kDialed, *code)) return "has a code that cannot be dialled";
    }
    for (const std::string& prefix : location.toll_list) {
        if (prefix.empty() || !of_digits(prefix)) return "has a toll prefix that is not of digits";
    }
    return {};
}

std::string flaw_of(const CallingCard& card) {
    if (!of_digits(card.number)) return "has a number that is not of digits";
    for (const std::string* rule : {&card.same_area, &card.long_distance, &card.international}) {
        if (!of(kRule, *rule)) return "has a rule with an unknown character";
    }
    return {};
}

}  // namespace

std::span<const Country> countries() { return kCountries; }

const Country* find_country(std::uint32_t id) {
    const auto found = std::ranges::find(kCountries, id, &Country::id);
    return found == std::end(kCountries) ? nullptr : &*found;
}

const Location* DialingLocations::find_location(std::uint32_t id) const {
    return find(locations, id);
}

const CallingCard* DialingLocations::find_card(std::uint32_t id) const { return find(cards, id); }

Location& DialingLocations::here() { return *std::ranges::find(locations, current, &Location::id); }

std::string first_flaw(const DialingLocations& all) {
    if (all.find_card(0) == nullptr) return "direct dialling, card 0, is missing";
    std::set<std::uint32_t> ids;
    for (const CallingCard& card : all.cards) {
        if (!ids.insert(card.id).second) return "two cards have one id";
        if (const std::string flaw = flaw_of(card); !flaw.empty())
            return "card " + card.name + " " + flaw;
    }
    ids.clear();
    for (const Location& location : all.locations) {
        if (!ids.insert(location.id).second) return "two locations have one id";
        if (const std::string flaw = flaw_of(location, all); !flaw.empty())
            return "location " + location.name + " " + flaw;
    }
    return all.find_location(all.current) != nullptr ? "" : "the current location does not exist";
}

}  // namespace pbxlab::lines
