#include "harness/dialing_words.h"

#include <algorithm>

namespace pbxlab::harness {

namespace {

// 1, 2, 3 ... by place; 0 where there is none of that name, which the check of names has refused.
std::uint32_t place_of(const std::vector<std::string>& order, std::string_view name) {
    const auto found = std::ranges::find(order, name);
    return found == order.end() ? 0 : static_cast<std::uint32_t>(found - order.begin()) + 1;
}

lines::CallingCard made(const std::string& name, std::uint32_t id, const CardWords& words) {
    lines::CallingCard card = words.is;
    card.id = id;
    if (card.name.empty()) card.name = name;
    card.options = words.hidden ? lines::LINECARDOPTION_HIDDEN : 0;
    return card;
}

}  // namespace

std::uint32_t location_id(const TelephonyWords& words, std::string_view name) {
    return place_of(words.location_order, name);
}

std::uint32_t card_id(const TelephonyWords& words, std::string_view name) {
    return place_of(words.card_order, name);
}

lines::DialingLocations dialing_locations(const TelephonyWords& words) {
    lines::DialingLocations all;
    for (const std::string& name : words.card_order)
        all.cards.push_back(made(name, card_id(words, name), words.cards.at(name)));
    for (const std::string& name : words.location_order) {
        lines::Location location = words.locations.at(name).is;
        location.id = location_id(words, name);
        location.name = name;
        location.card = card_id(words, words.locations.at(name).card.value);
        all.locations.push_back(location);
    }
    const bool said = !words.current.value.empty();
    all.current = said                           ? location_id(words, words.current.value)
                  : words.location_order.empty() ? 0
                                                 : 1;
    return all;
}

}  // namespace pbxlab::harness
