// Turns an address into what is dialled from a location (reference: tapi2-operations 3.3;
// nf-tapi-linetranslateaddressw, linetranslateresult--constants). A pure function: the operations
// around it are in translation.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lines/dialing_locations.h"

namespace pbxlab::lines {

struct Translation {
    std::string dialable;     // may hold the digits of a card
    std::string displayable;  // the card's name in their place; formatting kept, no subaddress
    std::uint32_t current_country = 0;  // country codes
    std::uint32_t dest_country = 0;     // 0: the address was not canonical
    std::uint32_t results = 0;          // LINETRANSLATERESULT_
};

struct TranslationOrder {
    const DialingLocations& locations;
    std::uint32_t options = 0;  // LINETRANSLATEOPTION_
    std::uint32_t card = 0;     // counts with CARDOVERRIDE
};

// The address must be canonical, or not begin with a plus sign: then it comes out as it went in.
// An unknown card counts as direct dialling.
[[nodiscard]] Translation translate(std::string_view address, const TranslationOrder& order);

// The prefix of a local number that a toll list would hold: its first three digits.
[[nodiscard]] std::string toll_prefix(std::string_view subscriber_digits);

}  // namespace pbxlab::lines
