// Address translation as applications use it (reference: tapi2-operations 3.3;
// nf-tapi-linetranslateaddressw, nf-tapi-linegettranslatecapsw, nf-tapi-linesetcurrentlocation,
// nf-tapi-linesettolllistw, nf-tapi-linegetcountryw).
#include <algorithm>
#include <utility>

#include "lines/canonical_address.h"
#include "lines/guards.h"
#include "lines/sizes.h"
#include "lines/translate.h"

namespace pbxlab::lines {

namespace {

// Fixed parts of list entries, in bytes, before and from version 1.4 on (ns-tapi-linelocationentry,
// ns-tapi-linecardentry, ns-tapi-linecountryentry).
constexpr std::uint32_t kLocationEntry13 = 52, kLocationEntry = 68;
constexpr std::uint32_t kCardEntry13 = 12, kCardEntry = 44;
constexpr std::uint32_t kCountryEntry = 44;

// Looks at the room that the application has for what is to be filled.
template <class T>
void measure(Subject& subject, const T* filled, Structure structure) {
    if (filled == nullptr) return;
    subject.total_size = filled->total_size;
    subject.fixed_size = fixed_size(structure, subject.version);
}

template <class T>
SizeCount start(T& filled, std::uint32_t fixed) {
    const std::uint32_t room = filled.total_size;
    filled = T{};
    filled.total_size = room;
    return SizeCount{filled, fixed};
}

std::string joined(const std::vector<std::string>& prefixes) {
    std::string text;
    for (const std::string& prefix : prefixes) text += (text.empty() ? "" : ",") + prefix;
    return text;
}

LocationEntry entry_of(const Location& location, bool from_14, SizeCount& size) {
    LocationEntry entry{.permanent_location_id = location.id,
                        .location_name = size.text(location.name),
                        .country_code = find_country(location.country)->code,
                        .city_code = size.text(location.area),
                        .preferred_card_id = location.card,
                        .local_access_code = size.text(location.local_access),
                        .long_distance_access_code = size.text(location.long_distance_access),
                        .toll_prefix_list = size.text(joined(location.toll_list))};
    if (!from_14) return entry;
    entry.country_id = location.country;
    entry.options = location.pulse ? LINELOCATIONOPTION_PULSEDIAL : 0;
    entry.cancel_call_waiting = size.text(location.cancel_call_waiting);
    return entry;
}

CardEntry entry_of(const CallingCard& card, bool from_14, SizeCount& size) {
    CardEntry entry{.permanent_card_id = card.id, .card_name = size.text(card.name)};
    if (!from_14) return entry;
    entry.card_number_digits = static_cast<std::uint32_t>(card.number.size());
    entry.same_area_rule = size.text(card.same_area);
    entry.long_distance_rule = size.text(card.long_distance);
    entry.international_rule = size.text(card.international);
    entry.options = card.options;
    return entry;
}

std::vector<const CallingCard*> listed(const std::vector<CallingCard>& cards) {
    std::vector<const CallingCard*> shown;
    for (const CallingCard& card : cards) {
        if ((card.options & LINECARDOPTION_HIDDEN) == 0) shown.push_back(&card);
    }
    return shown;
}

// Both lists find room before any of their texts does.
void fill(const DialingLocations& all, bool from_14, SizeCount& size, TranslateCaps& caps) {
    caps.current_location_id = all.current;
    caps.current_preferred_card_id = all.here().card;
    const std::vector<const CallingCard*> cards = listed(all.cards);
    const bool with_locations =
        size.fits(all.locations.size() * (from_14 ? kLocationEntry : kLocationEntry13));
    const bool with_cards = size.fits(cards.size() * (from_14 ? kCardEntry : kCardEntry13));
    for (const Location& location : all.locations) {
        if (with_locations) caps.locations.push_back(entry_of(location, from_14, size));
    }
    for (const CallingCard* card : cards) {
        if (with_cards) caps.cards.push_back(entry_of(*card, from_14, size));
    }
}

CountryEntry entry_of(const Country& country, SizeCount& size) {
    const bool last = &country == &countries().back();
    return {.country_id = country.id,
            .country_code = country.code,
            .next_country_id = last ? 0 : (&country + 1)->id,
            .country_name = size.text(country.name),
            .same_area_rule = size.text(country.same_area),
            .long_distance_rule = size.text(country.long_distance),
            .international_rule = size.text(country.international)};
}

// True when the list was changed by it.
bool change_toll_list(std::vector<std::string>& prefixes, const std::string& prefix, bool add) {
    const auto found = std::ranges::find(prefixes, prefix);
    if ((found != prefixes.end()) == add) return false;
    if (add) {
        prefixes.push_back(prefix);
    } else {
        prefixes.erase(found);
    }
    return true;
}

}  // namespace

// Below 1.4 the message says REINIT, which nobody can turn off, and carries what it stands for
// (linedevstate--constants).
void Core::tell_translate_change() {
    for (const auto& app : apps) {
        bool is_old = app->params.api_version < kTapi14;
        for (const OpenId id : app->opens) {
            const OpenLine& open = *opens.find(id);
            is_old = is_old || open.api_version < kTapi14;
            if (open.api_version < kTapi14) continue;
            if ((open.line_states & LINEDEVSTATE_TRANSLATECHANGE) == 0) continue;
            post(open, static_cast<std::uint32_t>(line_value(id)), LINE_LINEDEVSTATE,
                 LINEDEVSTATE_TRANSLATECHANGE, 0, 0);
        }
        if (app->live && is_old) tell_reinit(*app, LINE_LINEDEVSTATE, LINEDEVSTATE_TRANSLATECHANGE);
    }
}

LineResult Application::translate_address(std::uint32_t device, std::uint32_t api_version,
                                          const char* address, std::uint32_t card,
                                          std::uint32_t options, TranslateOutput* output) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .device = device,
                    .version = api_version,
                    .value = options,
                    .other_value = card,
                    .pointer = address != nullptr && output != nullptr};
    if (address != nullptr) subject.text = address;
    subject.find();
    measure(subject, output, Structure::TranslateOutput);
    if (const LineResult refusal = core_->refuse(Op::TranslateAddress, subject); refusal != 0)
        return refusal;
    const Translation done =
        translate(subject.text, {.locations = core_->locations, .options = options, .card = card});
    SizeCount size = start(*output, subject.fixed_size);
    output->dialable = size.text(done.dialable);
    output->displayable = size.text(done.displayable);
    output->current_country = done.current_country;
    output->dest_country = done.dest_country;
    output->translate_results = done.results;
    return 0;
}

LineResult Application::get_translate_caps(std::uint32_t api_version, TranslateCaps* caps) {
    Subject subject{
        .core = *core_, .app = index_, .version = api_version, .pointer = caps != nullptr};
    measure(subject, caps, Structure::TranslateCaps);
    if (const LineResult refusal = core_->refuse(Op::GetTranslateCaps, subject); refusal != 0)
        return refusal;
    SizeCount size = start(*caps, subject.fixed_size);
    fill(core_->locations, api_version >= kTapi14, size, *caps);
    return 0;
}

LineResult Application::set_current_location(std::uint32_t location) {
    Subject subject{.core = *core_, .app = index_, .value = location};
    if (const LineResult refusal = core_->refuse(Op::SetCurrentLocation, subject); refusal != 0)
        return refusal;
    if (core_->locations.find_location(location) == nullptr)
        return line_error(LINEERR_OPERATIONFAILED);
    if (std::exchange(core_->locations.current, location) != location)
        core_->tell_translate_change();
    return 0;
}

LineResult Application::set_toll_list(std::uint32_t device, const char* address,
                                      std::uint32_t option) {
    Subject subject{.core = *core_, .app = index_, .device = device, .value = option};
    if (address != nullptr) subject.text = address;
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetTollList, subject); refusal != 0)
        return refusal;
    const auto canonical = parse_canonical(subject.text);
    if (!canonical) return line_error(LINEERR_OPERATIONFAILED);
    if (change_toll_list(core_->locations.here().toll_list,
                         toll_prefix(canonical->subscriber_digits()),
                         option == LINETOLLLISTOPTION_ADD)) {
        core_->tell_translate_change();
    }
    return 0;
}

LineResult Application::get_country(std::uint32_t country, std::uint32_t api_version,
                                    CountryList* list) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .version = api_version,
                    .value = country,
                    .pointer = list != nullptr};
    measure(subject, list, Structure::CountryList);
    if (const LineResult refusal = core_->refuse(Op::GetCountry, subject); refusal != 0)
        return refusal;
    SizeCount size = start(*list, subject.fixed_size);
    const Country* only = find_country(country);
    const std::span<const Country> asked =
        country == 0 ? countries() : std::span<const Country>{only, only != nullptr ? 1U : 0U};
    if (!size.fits(asked.size() * kCountryEntry)) return 0;
    for (const Country& each : asked) list->countries.push_back(entry_of(each, size));
    return 0;
}

}  // namespace pbxlab::lines
