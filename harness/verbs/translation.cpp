// Address translation: locations, calling cards and countries.
#include <fmt/format.h>

#include "harness/dialing_words.h"
#include "harness/verbs/verbs.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

// "handle": 0 is the caller that has not initialised the interface.
lines::Application& caller(Ask& ask) {
    return ask.step.raw_handle == 0 ? ask.run.world.telephony().without_application() : ask.app();
}

const char* address(const Step& step) {
    return step.to && !step.to_null ? step.to->value.c_str() : nullptr;
}

std::uint32_t highest_version(const Ask& ask) {
    return ask.step.version.value_or(ask.seat().version);
}

lines::LineResult translate_address(Ask& ask) {
    const Step& step = ask.step;
    const TelephonyWords& words = ask.run.scenario.telephony;
    const std::uint32_t card = step.card.value_or(card_id(words, step.card_name.value));
    return ask.fill(ask.translated, [&](lines::TranslateOutput* to) {
        return caller(ask).translate_address(ask.device_id(), highest_version(ask), address(step),
                                             card, step.translate_options.value_or(0), to);
    });
}

lines::LineResult get_translate_caps(Ask& ask) {
    return ask.fill(ask.translate_caps, [&ask](lines::TranslateCaps* to) {
        return caller(ask).get_translate_caps(highest_version(ask), to);
    });
}

lines::LineResult set_current_location(Ask& ask) {
    const TelephonyWords& words = ask.run.scenario.telephony;
    return caller(ask).set_current_location(
        ask.step.location.value_or(location_id(words, ask.step.location_name.value)));
}

lines::LineResult set_toll_list(Ask& ask) {
    return caller(ask).set_toll_list(ask.device_id(), address(ask.step),
                                     ask.step.toll_list.value_or(0));
}

lines::LineResult get_country(Ask& ask) {
    return ask.fill(ask.countries, [&ask](lines::CountryList* to) {
        return ask.app().get_country(ask.step.country.value_or(0), highest_version(ask), to);
    });
}

// --- what was filled in

template <class Entries>
std::uint32_t count(const Entries& entries) {
    return static_cast<std::uint32_t>(entries.size());
}

const lines::LocationEntry& here(const Ask& ask) {
    static const lines::LocationEntry kNone{};
    for (const lines::LocationEntry& entry : ask.translate_caps.locations) {
        if (entry.permanent_location_id == ask.translate_caps.current_location_id) return entry;
    }
    return kNone;
}

const lines::CardEntry& last_card(const Ask& ask) {
    static const lines::CardEntry kNone{};
    return ask.translate_caps.cards.empty() ? kNone : ask.translate_caps.cards.back();
}

const lines::CountryEntry& first_country(const Ask& ask) {
    static const lines::CountryEntry kNone{};
    return ask.countries.countries.empty() ? kNone : ask.countries.countries.front();
}

struct NumberGiven {
    std::string_view word;
    std::optional<std::uint32_t> Gives::*wanted;
    std::uint32_t (*got)(const Ask&);
};
constexpr NumberGiven kNumbers[] = {
    {"currentCountry", &Gives::current_country,
     [](const Ask& a) { return a.translated.current_country; }},
    {"destCountry", &Gives::dest_country, [](const Ask& a) { return a.translated.dest_country; }},
    {"locations", &Gives::locations,
     [](const Ask& a) { return count(a.translate_caps.locations); }},
    {"cards", &Gives::cards, [](const Ask& a) { return count(a.translate_caps.cards); }},
    {"countries", &Gives::countries, [](const Ask& a) { return count(a.countries.countries); }},
    {"locationId", &Gives::location_id,
     [](const Ask& a) { return a.translate_caps.current_location_id; }},
    {"cardId", &Gives::card_id,
     [](const Ask& a) { return a.translate_caps.current_preferred_card_id; }},
    {"cardDigits", &Gives::card_digits,
     [](const Ask& a) { return last_card(a).card_number_digits; }},
    {"countryId", &Gives::country_id, [](const Ask& a) { return first_country(a).country_id; }},
    {"countryCode", &Gives::country_code,
     [](const Ask& a) { return first_country(a).country_code; }},
    {"nextCountry", &Gives::next_country,
     [](const Ask& a) { return first_country(a).next_country_id; }},
};

struct TextGiven {
    std::string_view word;
    std::optional<Text> Gives::*wanted;
    const std::string& (*got)(const Ask&);
};
constexpr TextGiven kTexts[] = {
    {"dialable", &Gives::dialable,
     [](const Ask& a) -> const std::string& { return a.translated.dialable; }},
    {"displayable", &Gives::displayable,
     [](const Ask& a) -> const std::string& { return a.translated.displayable; }},
    {"locationName", &Gives::location_name,
     [](const Ask& a) -> const std::string& { return here(a).location_name; }},
    {"area", &Gives::area, [](const Ask& a) -> const std::string& { return here(a).city_code; }},
    {"tollList", &Gives::toll_list,
     [](const Ask& a) -> const std::string& { return here(a).toll_prefix_list; }},
    {"cancelCallWaiting", &Gives::cancel_call_waiting,
     [](const Ask& a) -> const std::string& { return here(a).cancel_call_waiting; }},
    {"cardName", &Gives::card_name,
     [](const Ask& a) -> const std::string& { return last_card(a).card_name; }},
    {"countryName", &Gives::country_name,
     [](const Ask& a) -> const std::string& { return first_country(a).country_name; }},
    {"sameAreaRule", &Gives::same_area_rule,
     [](const Ask& a) -> const std::string& { return first_country(a).same_area_rule; }},
    {"longDistanceRule", &Gives::long_distance_rule,
     [](const Ask& a) -> const std::string& { return first_country(a).long_distance_rule; }},
    {"internationalRule", &Gives::international_rule,
     [](const Ask& a) -> const std::string& { return first_country(a).international_rule; }},
};

void differs(Ask& ask, std::string_view word, std::string expected, std::string got) {
    ask.run.fail({.what = fmt::format("{} did not give the {} that was expected",
                                      lines::operation(ask.step.op).word, word),
                  .expected = std::move(expected),
                  .got = std::move(got)});
}

// Holds what came against what the step says of it.
void judge(Ask& ask) {
    const Gives& gives = *ask.step.gives;
    for (const TextGiven& row : kTexts) {
        const auto& wanted = gives.*row.wanted;
        if (wanted && row.got(ask) != wanted->value)
            return differs(ask, row.word, wanted->value, row.got(ask));
    }
    for (const NumberGiven& row : kNumbers) {
        const auto& wanted = gives.*row.wanted;
        if (wanted && row.got(ask) != *wanted) {
            return differs(ask, row.word, std::to_string(*wanted), std::to_string(row.got(ask)));
        }
    }
    const std::uint32_t results = ask.translated.translate_results;
    if (gives.results && results != *gives.results) {
        differs(ask, "results", bits_text("LINETRANSLATERESULT", *gives.results),
                bits_text("LINETRANSLATERESULT", results));
    }
}

}  // namespace

const std::array<Verb, 5> kTranslationVerbs = {{
    {lines::Op::TranslateAddress, translate_address, judge},
    {lines::Op::GetTranslateCaps, get_translate_caps, judge},
    {lines::Op::SetCurrentLocation, set_current_location},
    {lines::Op::SetTollList, set_toll_list},
    {lines::Op::GetCountry, get_country, judge},
}};

}  // namespace pbxlab::harness
