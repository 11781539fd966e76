#include "lines/translation_checks.h"

#include <algorithm>
#include <array>

#include "lines/argument_checks.h"
#include "lines/canonical_address.h"

namespace pbxlab::lines {

bool app_or_none(const Subject& s, std::uint32_t /*argument*/) {
    if (s.app != pbx::kNobody) return s.core.apps[s.app]->live;
    return s.version == 0 || s.version >= kTapi20;
}
bool known_version(const Subject& s, std::uint32_t /*argument*/) {
    constexpr std::array kKnown = {kTapi13, kTapi14, kTapi20, kTapi21, kTapi22, kTapi30, kTapi31};
    return std::ranges::find(kKnown, s.version) != kKnown.end();
}
bool translate_options(const Subject& s, std::uint32_t /*argument*/) {
    constexpr std::uint32_t kBoth = LINETRANSLATEOPTION_FORCELOCAL | LINETRANSLATEOPTION_FORCELD;
    return (s.value & ~all_bits("LINETRANSLATEOPTION")) == 0 && (s.value & kBoth) != kBoth;
}
bool card(const Subject& s, std::uint32_t /*argument*/) {
    return (s.value & LINETRANSLATEOPTION_CARDOVERRIDE) == 0 ||
           s.core.locations.find_card(s.other_value) != nullptr;
}
bool address(const Subject& s, std::uint32_t /*argument*/) {
    return !is_canonical(s.text) || parse_canonical(s.text).has_value();
}
bool location(const Subject& s, std::uint32_t /*argument*/) {
    return s.core.locations.find_location(s.value) != nullptr;
}
bool toll_option(const Subject& s, std::uint32_t /*argument*/) {
    return one_bit_of(s.value, "LINETOLLLISTOPTION");
}
bool toll_address(const Subject& s, std::uint32_t /*argument*/) {
    const auto to = parse_canonical(s.text);
    const Location& here = s.core.locations.here();
    const Country& country_here = *find_country(here.country);
    return to && country_here.toll_lists && to->country == country_here.code &&
           (to->area.empty() || to->area == here.area);
}
bool country(const Subject& s, std::uint32_t /*argument*/) {
    return s.value == 0 || find_country(s.value) != nullptr;
}

}  // namespace pbxlab::lines
