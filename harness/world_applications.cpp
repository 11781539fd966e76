#include <algorithm>

#include <fmt/format.h>

#include "harness/world.h"

namespace pbxlab::harness {

namespace {

std::string module_of(const std::string& name, const AppWords& words) {
    return words.module.value.empty() ? name + ".exe" : words.module.value;
}

// A scenario without applications has one for each line, which owns its calls.
AppWords only_application(const std::string& line, bool is_there, Api api) {
    AppWords words;
    words.api = api;
    if (is_there) words.opens.push_back({.line = {line, {}}});
    return words;
}

// Media modes for which a stored priority list is of use.
std::uint32_t media_of(const AppWords& words) {
    std::uint32_t media = lines::LINEMEDIAMODE_INTERACTIVEVOICE;
    for (const OpenWords& open : words.opens)
        media |= open.media.value_or(lines::LINEMEDIAMODE_INTERACTIVEVOICE);
    return media;
}

}  // namespace

// Modules of applications with a priority, highest first, for each media mode that one of them
// opens.
void World::set_priorities(const Scenario& scenario) {
    std::vector<std::pair<std::uint32_t, std::string>> ranked;
    std::uint32_t all_media = 0;
    for (const std::string& name : scenario.application_order) {
        const AppWords& words = scenario.applications.at(name);
        if (words.priority == 0) continue;
        ranked.emplace_back(words.priority, name);
        all_media |= media_of(words);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1U) {
        if ((all_media & bit) == 0) continue;
        std::vector<std::string> modules;
        for (const auto& [rank, name] : ranked) {
            const AppWords& words = scenario.applications.at(name);
            if ((media_of(words) & bit) != 0) modules.push_back(module_of(name, words));
        }
        telephony_.set_priorities(bit, std::move(modules));
    }
}

void World::add_applications(const Scenario& scenario) {
    if (scenario.application_order.empty()) {
        for (const std::string& line : scenario.exchange.line_order)
            start(line, only_application(line, !scenario.exchange.lines.at(line).absent,
                                         scenario.api.value_or(Api::Tapi2)));
        return;
    }
    for (const std::string& name : scenario.application_order) {
        start(name, scenario.applications.at(name));
    }
}

lines::LineResult World::initialize(Seat& seat, std::uint32_t version, std::uint32_t option) {
    return telephony_.initialize({.module = seat.module,
                                  .friendly_name = seat.name,
                                  .api_version = version,
                                  .option = option},
                                 &seat.app);
}

void World::start(const std::string& name, const AppWords& words) {
    seat_names_[name] = static_cast<std::uint32_t>(seats_.size());
    Seat& seat = seats_.emplace_back();
    seat.name = name;
    seat.module = module_of(name, words);
    seat.version = words.version;
    if (words.api == Api::Tapi3)
        return start_tapi3(static_cast<std::uint32_t>(seats_.size() - 1), words);
    const lines::LineResult result =
        initialize(seat, words.version, lines::LINEINITIALIZEEXOPTION_USEEVENT);
    if (result < 0) {
        return refuse(fmt::format("application {} could not be initialised: {}", name,
                                  lines::error_name(result)));
    }
    const auto index = static_cast<std::uint32_t>(seats_.size() - 1);
    for (const OpenWords& open_words : words.opens) open(index, open_words);
}

std::uint32_t World::version_on(const Seat& seat, std::uint32_t device) const {
    std::uint32_t version = 0;
    const lines::LineResult result =
        seat.app->negotiate_api_version(device, lines::kTapi13, seat.version, &version);
    return result < 0 ? 0 : std::min(version, seat.version);
}

void World::open(std::uint32_t index, const OpenWords& words) {
    Seat& seat = seats_[index];
    const std::uint32_t on = device(words.line.value);
    if (on == kNone) {
        return refuse(fmt::format("application {} opens line {}, which the switch does not have",
                                  seat.name, words.line.value));
    }
    lines::CallParams params;
    std::uint32_t privileges = words.privileges;
    if (words.single_address) {
        privileges |= lines::LINEOPENOPTION_SINGLEADDRESS;
        params.address_mode = lines::LINEADDRESSMODE_ADDRESSID;
        params.address_id = *words.single_address;
    }
    const std::uint32_t media = (privileges & lines::LINECALLPRIVILEGE_OWNER) != 0
                                    ? words.media.value_or(lines::LINEMEDIAMODE_INTERACTIVEVOICE)
                                    : 0;
    lines::HLine line{};
    lines::LineResult result = seat.app->open(on, &line, version_on(seat, on), 0, 0, privileges,
                                              media, words.single_address ? &params : nullptr);
    if (result >= 0) {
        opened(index, {on, line});
        if ((words.line_states | words.address_states) != 0) {
            result = seat.app->set_status_messages(line, words.line_states, words.address_states);
        }
    }
    if (result < 0) {
        refuse(fmt::format("application {} could not open line {}: {}", seat.name, words.line.value,
                           lines::error_name(result)));
    }
}

}  // namespace pbxlab::harness
