// Locations and cards refer to each other, to countries, and to what can be dialled.
#include <algorithm>

#include "harness/dialing_words.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"

namespace pbxlab::harness {

namespace {

std::optional<Complaint> known(std::string_view kind, const Text& name,
                               const std::vector<std::string>& names) {
    if (name.value.empty()) return std::nullopt;
    const std::vector<std::string_view> words(names.begin(), names.end());
    if (std::ranges::find(words, name.value) != words.end()) return std::nullopt;
    return Complaint{name.mark,
                     {},
                     "unknown " + std::string{kind} + " " + in_quotes(name.value),
                     words.empty() ? "one of this section; there is none" : one_of(words),
                     std::string{nearest(name.value, words)}};
}

}  // namespace

std::optional<Complaint> check_telephony(const TelephonyWords& words) {
    if (auto complaint = known("location", words.current, words.location_order)) return complaint;
    for (const std::string& name : words.location_order) {
        if (auto complaint = known("card", words.locations.at(name).card, words.card_order))
            return complaint;
    }
    const std::string flaw = lines::first_flaw(dialing_locations(words));
    if (flaw.empty()) return std::nullopt;
    return Complaint{words.mark, {}, flaw, "locations and cards that fit together", {}};
}

}  // namespace pbxlab::harness
