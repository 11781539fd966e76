// What address translation knows of the world: countries with their dialling rules, the locations
// that calls are made from, and calling cards (ns-tapi-linecountryentry, ns-tapi-linelocationentry,
// ns-tapi-linecardentry). One set serves all applications and all lines.
//
// A dialling rule is a text in which digits, * # A-D and dial modifiers stand for themselves, E for
// the country code, F for the area code, G for the subscriber number and H for the card number.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pbxlab::lines {

struct Country {
    std::uint32_t id = 0;    // several countries can share a code
    std::uint32_t code = 0;  // what is dialled
    std::string_view name;
    std::string_view same_area, long_distance, international;  // dialling rules
    bool toll_lists = false;  // some local numbers are dialled like distant ones
};

// The countries known, in the order of LINECOUNTRYENTRY.dwNextCountryID; the first has id 1.
[[nodiscard]] std::span<const Country> countries();
// nullptr when no country has this id.
[[nodiscard]] const Country* find_country(std::uint32_t id);

struct CallingCard {
    std::uint32_t id = 0;  // 0: direct dialling
    std::string name;      // shown in place of the digits
    std::string number;    // digits
    // Dialling rules; an empty one leaves calls of its kind to the country's rule.
    std::string same_area, long_distance, international;
    std::uint32_t options = 0;  // LINECARDOPTION_
    bool operator==(const CallingCard&) const = default;
};

struct Location {
    std::uint32_t id = 0;
    std::string name;
    std::uint32_t country = 1;           // its id
    std::string area;                    // digits
    std::uint32_t card = 0;              // preferred calling card
    std::string local_access;            // dialled before local calls
    std::string long_distance_access;    // dialled before all others
    std::string cancel_call_waiting;     // dialled first to be left undisturbed; empty: none
    std::vector<std::string> toll_list;  // prefixes of local numbers that are dialled like distant
                                         // ones; digits
    bool pulse = false;                  // dial pulses instead of tones
    bool operator==(const Location&) const = default;
};

// Always has the default location 0 and card 0, direct dialling.
struct DialingLocations {
    std::vector<Location> locations = {{.name = "Default", .area = "425"}};
    std::vector<CallingCard> cards = {{.name = "None (Direct Dial)"}};
    std::uint32_t current = 0;  // id of the location that calls are made from now

    // nullptr when there is none of this id.
    [[nodiscard]] const Location* find_location(std::uint32_t id) const;
    [[nodiscard]] const CallingCard* find_card(std::uint32_t id) const;
    [[nodiscard]] const Location& here() const { return *find_location(current); }
    [[nodiscard]] Location& here();
    bool operator==(const DialingLocations&) const = default;
};

// The first thing that does not fit together (a location in a country that does not exist, a
// preferred card that nobody has, an id given twice ...), in words; empty when all fits.
[[nodiscard]] std::string first_flaw(const DialingLocations& all);

}  // namespace pbxlab::lines
