#include "lines/translate.h"

#include <algorithm>
#include <array>

#include "lines/canonical_address.h"
#include "lines/tapi_constants.h"

namespace pbxlab::lines {

namespace {

constexpr std::size_t kTollPrefixDigits = 3;

// How far a number is: which of a country's or card's rules it takes.
enum class Reach : std::uint8_t { Local, LongDistance, International };

struct Distance {
    Reach dialed = Reach::Local;
    std::uint32_t results = 0;
};

bool in_toll_list(const Location& here, const CanonicalAddress& to) {
    const std::string digits = to.subscriber_digits();
    return std::ranges::any_of(here.toll_list, [&digits](const std::string& prefix) {
        return digits.starts_with(prefix);
    });
}

// A local number where some are dialled like distant ones. The options stand in for the list, for
// this once (linetranslateoption--constants).
Distance of_local(const Location& here, const CanonicalAddress& to, std::uint32_t options) {
    if (!find_country(here.country)->toll_lists) return {Reach::Local, LINETRANSLATERESULT_LOCAL};
    bool toll = in_toll_list(here, to);
    if ((options & LINETRANSLATEOPTION_FORCELOCAL) != 0) toll = false;
    if ((options & LINETRANSLATEOPTION_FORCELD) != 0) toll = true;
    if (!toll) {
        return {Reach::Local, LINETRANSLATERESULT_LOCAL | LINETRANSLATERESULT_NOTINTOLLLIST};
    }
    return {Reach::LongDistance, LINETRANSLATERESULT_LOCAL | LINETRANSLATERESULT_INTOLLLIST};
}

// A number without an area code is of the same area.
Distance distance(const Location& here, const CanonicalAddress& to, std::uint32_t options) {
    if (to.country != find_country(here.country)->code)
        return {Reach::International, LINETRANSLATERESULT_INTERNATIONAL};
    if (!to.area.empty() && to.area != here.area)
        return {Reach::LongDistance, LINETRANSLATERESULT_LONGDISTANCE};
    return of_local(here, to, options);
}

template <class Rules>
std::string_view rule_of(const Rules& rules, Reach reach) {
    switch (reach) {
        case Reach::Local: return rules.same_area;
        case Reach::LongDistance: return rules.long_distance;
        case Reach::International: return rules.international;
    }
    return {};
}

// What the letters of a rule stand for.
struct Parts {
    std::string country, area, subscriber, card;
};

std::string expand(std::string_view rule, const Parts& parts) {
    std::string text;
    for (const char c : rule) {
        switch (c) {
            case 'E': text += parts.country; break;
            case 'F': text += parts.area; break;
            case 'G': text += parts.subscriber; break;
            case 'H': text += parts.card; break;
            default: text += c;
        }
    }
    return text;
}

// Where a country has no rule for the distance, area code and number are dialled as they are.
std::string_view country_rule(const Country& country, Reach reach) {
    const std::string_view rule = rule_of(country, reach);
    return rule.empty() ? "FG" : rule;
}

std::uint32_t modifiers_in(std::string_view dialable) {
    struct Modifier {
        std::string_view characters;
        std::uint32_t result;
    };
    constexpr std::array kModifiers = {Modifier{"$", LINETRANSLATERESULT_DIALBILLING},
                                       Modifier{"@", LINETRANSLATERESULT_DIALQUIET},
                                       Modifier{"Ww", LINETRANSLATERESULT_DIALDIALTONE},
                                       Modifier{"?", LINETRANSLATERESULT_DIALPROMPT},
                                       Modifier{":", LINETRANSLATERESULT_VOICEDETECT}};
    std::uint32_t bits = 0;
    const std::string_view number = dialable.substr(0, dialable.find_first_of("|^\r\n"));
    for (const Modifier& each : kModifiers) {
        if (number.find_first_of(each.characters) != std::string_view::npos) bits |= each.result;
    }
    return bits;
}

const CallingCard& card_for(const Location& here, const TranslationOrder& order) {
    const bool other = (order.options & LINETRANSLATEOPTION_CARDOVERRIDE) != 0;
    const CallingCard* card = order.locations.find_card(other ? order.card : here.card);
    return card != nullptr ? *card : *order.locations.find_card(0);
}

// Everything that is dialled before the number itself.
std::string prefix(const Location& here, Reach reach, std::uint32_t options) {
    std::string text = here.pulse ? "P" : "T";
    if ((options & LINETRANSLATEOPTION_CANCELCALLWAITING) != 0) text += here.cancel_call_waiting;
    return text + (reach == Reach::Local ? here.local_access : here.long_distance_access);
}

Translation translate_canonical(const CanonicalAddress& to, const TranslationOrder& order) {
    const Location& here = order.locations.here();
    const Country& country = *find_country(here.country);
    const Distance far = distance(here, to, order.options);
    const CallingCard& card = card_for(here, order);
    std::string_view rule = rule_of(card, far.dialed);
    if (rule.empty()) rule = country_rule(country, far.dialed);

    const bool same_country = far.dialed != Reach::International;
    Parts parts{.country = std::to_string(to.country),
                .area = to.area.empty() && same_country ? here.area : to.area,
                .subscriber = without_formatting(to.subscriber),
                .card = card.number};
    const std::string before = prefix(here, far.dialed, order.options);
    Translation done{.current_country = country.code, .dest_country = to.country};
    done.dialable = before + expand(rule, parts) + to.extra;
    parts.subscriber = to.subscriber;
    parts.card = "[" + card.name + "]";
    done.displayable = before + expand(rule, parts);
    done.results = LINETRANSLATERESULT_CANONICAL | far.results | modifiers_in(done.dialable);
    return done;
}

}  // namespace

std::string toll_prefix(std::string_view subscriber_digits) {
    return std::string{subscriber_digits.substr(0, kTollPrefixDigits)};
}

Translation translate(std::string_view address, const TranslationOrder& order) {
    if (const auto canonical = parse_canonical(address)) {
        return translate_canonical(*canonical, order);
    }
    return {.dialable = std::string{address},
            .displayable = std::string{address},
            .current_country = find_country(order.locations.here().country)->code,
            .results = modifiers_in(address)};
}

}  // namespace pbxlab::lines
