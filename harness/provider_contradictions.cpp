#include "harness/provider_contradictions.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "harness/nearest.h"
#include "harness/provider_keys.h"
#include "lines/tapi_constants.h"

namespace pbxlab::harness {

namespace {

// An offer, and the setting without which there is no way to carry it out.
struct Need {
    std::string_view offer_key;
    std::int64_t offer;  // bit
    std::string_view shown;
    std::string_view means_key;  // 0 or no: none
};
constexpr std::string_view kCall = "call_features";
constexpr Need kNeeds[] = {
    {kCall, lines::LINECALLFEATURE_PARK, "park", "park_modes"},
    {kCall, lines::LINECALLFEATURE_COMPLETETRANSF, "completeTransf", "transfer_modes"},
    {kCall, lines::LINECALLFEATURE_COMPLETECALL, "completeCall", "completion_modes"},
    {kCall, lines::LINECALLFEATURE_COMPLETECALL, "completeCall", "completion_conds"},
    {kCall, lines::LINECALLFEATURE_COMPLETECALL, "completeCall", "completion_max"},
    {kCall, lines::LINECALLFEATURE_REMOVEFROMCONF, "removeFromConf", "remove_from_conf_caps"},
    {kCall, lines::LINECALLFEATURE_GENERATEDIGITS, "generateDigits", "generate_digit_modes"},
    {kCall, lines::LINECALLFEATURE_GENERATETONE, "generateTone", "generate_tone_modes"},
    {kCall, lines::LINECALLFEATURE_MONITORDIGITS, "monitorDigits", "monitor_digit_modes"},
    {kCall, lines::LINECALLFEATURE_GATHERDIGITS, "gatherDigits", "monitor_digit_modes"},
    {kCall, lines::LINECALLFEATURE_MONITORTONES, "monitorTones", "monitor_tone_entries"},
    {kCall, lines::LINECALLFEATURE_MONITORTONES, "monitorTones", "monitor_tone_freqs"},
    {kCall, lines::LINECALLFEATURE_SENDUSERUSER, "sendUserUser", "uui_send_size"},
    {kCall, lines::LINECALLFEATURE_SETCALLDATA, "setCallData", "call_data_size"},
    {kCall, lines::LINECALLFEATURE_SETTERMINAL, "setTerminal", "terminals"},
    {kCall, lines::LINECALLFEATURE_SETTERMINAL, "setTerminal", "terminal_modes"},
    {"address_features", lines::LINEADDRFEATURE_SETTERMINAL, "setTerminal", "terminals"},
    {"address_features", lines::LINEADDRFEATURE_SETTERMINAL, "setTerminal", "terminal_modes"},
    {"line_features", lines::LINEFEATURE_SETTERMINAL, "setTerminal", "terminals"},
    {"line_features", lines::LINEFEATURE_SETTERMINAL, "setTerminal", "terminal_modes"},
    {"line_features", lines::LINEFEATURE_SETDEVSTATUS, "setDevStatus", "message_waiting"},
    {"completion_modes", lines::LINECALLCOMPLMODE_MESSAGE, "message", "completion_messages"},
    {"address_features", lines::LINEADDRFEATURE_FORWARD, "forward", "forward_modes"},
    {"line_features", lines::LINEFEATURE_FORWARD, "forward", "forward_modes"},
    {"address_features", lines::LINEADDRFEATURE_SETUPCONF, "setupConf", "setup_conf_null"},
};

// A bound, and the one that it must not pass.
struct Bounds {
    std::string_view least_key, most_key;
    bool none_is_any = false;  // a most of 0 is no bound
};
constexpr Bounds kBounds[] = {
    {"gather_min_timeout", "gather_max_timeout"},
    {"shortest_digit", "longest_digit"},
    {"lowest_api", "highest_api"},
    {"forward_min_rings", "forward_max_rings", true},
    {"forward_max_specific", "forward_max_entries"},
};

std::uint16_t key_of(std::string_view name) {
    const auto keys = provider_keys();  // sorted by name
    return static_cast<std::uint16_t>(std::ranges::lower_bound(keys, name, {}, &ProviderKey::name) -
                                      keys.begin());
}

class Given {
 public:
    explicit Given(const Settings& settings) : settings_{settings} { apply(settings, whole_); }

    // The last word on a key; nullptr when it is left to its default.
    [[nodiscard]] const Setting* find(std::string_view name) const {
        const std::uint16_t key = key_of(name);
        const auto last =
            std::ranges::find(settings_.rbegin(), settings_.rend(), key, &Setting::key);
        return last == settings_.rend() ? nullptr : &*last;
    }
    [[nodiscard]] std::int64_t value(std::string_view name) const {
        return provider_keys()[key_of(name)].get(whole_);
    }

 private:
    const Settings& settings_;
    ProviderBehaviour whole_;
};

// The place is that of whichever of the two stands later in the file.
Complaint contradicts(const Setting* one, const Setting* other, std::string what,
                      std::string expected) {
    Mark mark;
    for (const Setting* setting : {one, other}) {
        if (setting != nullptr) mark.event = std::max(mark.event, setting->mark.event);
    }
    return {mark, {}, std::move(what), std::move(expected), {}};
}

std::optional<Complaint> offered_in_vain(const Given& given) {
    for (const Need& need : kNeeds) {
        const Setting* const offer = given.find(need.offer_key);
        const Setting* const means = given.find(need.means_key);
        if (offer == nullptr || means == nullptr || (offer->value & need.offer) == 0) continue;
        if (given.value(need.means_key) != 0) continue;
        return contradicts(
            offer, means,
            fmt::format("{} in {} without anything in {}", in_quotes(need.shown),
                        in_quotes(need.offer_key), in_quotes(need.means_key)),
            fmt::format("{} without {}, or something in {}", in_quotes(need.offer_key),
                        in_quotes(need.shown), in_quotes(need.means_key)));
    }
    return std::nullopt;
}

std::optional<Complaint> bounds_crossed(const Given& given) {
    for (const Bounds& each : kBounds) {
        const std::int64_t least = given.value(each.least_key);
        const std::int64_t most = given.value(each.most_key);
        if (least <= most || (each.none_is_any && most == 0)) continue;
        return contradicts(
            given.find(each.least_key), given.find(each.most_key),
            fmt::format("{} above {}", in_quotes(each.least_key), in_quotes(each.most_key)),
            "a least that is at most the most");
    }
    return std::nullopt;
}

}  // namespace

std::optional<Complaint> contradiction(const Settings& settings) {
    if (settings.empty()) return std::nullopt;
    const Given given{settings};
    if (auto complaint = offered_in_vain(given)) return complaint;
    return bounds_crossed(given);
}

std::optional<Complaint> contradiction(const Scenario& scenario) {
    for (const auto& [name, line] : scenario.exchange.lines) {
        if (line.provider.profile || line.provider.settings.empty()) continue;
        Settings both = scenario.provider.settings;
        both.insert(both.end(), line.provider.settings.begin(), line.provider.settings.end());
        if (auto complaint = contradiction(both)) return complaint;
    }
    return std::nullopt;
}

}  // namespace pbxlab::harness
