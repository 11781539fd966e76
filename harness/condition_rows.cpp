#include "harness/condition_rows.h"

#include <fmt/format.h>

#include "harness/words.h"

namespace pbxlab::harness {

namespace {

constexpr auto kPartyId = std::string_view{"LINECALLPARTYID"};
constexpr auto kCallFeature = std::string_view{"LINECALLFEATURE"};
constexpr auto kState = std::string_view{"LINECALLSTATE"};
constexpr auto kAddressCaps = std::string_view{"LINEADDRCAPFLAGS"};

using C = Conditions;
using S = Snapshot;
constexpr NumberRow kNumbers[] = {
    {"reason", &C::reason, On::Call, How::Equal, "LINECALLREASON", false,
     [](S& s) { return s.info().reason; }},
    {"origin", &C::origin, On::Call, How::Equal, "LINECALLORIGIN", false,
     [](S& s) { return s.info().origin; }},
    {"privilege", &C::privilege, On::Call, How::Equal, "LINECALLPRIVILEGE", true,
     [](S& s) { return s.status().call_privilege; }},
    {"features", &C::features, On::Call, How::AllOf, kCallFeature, true,
     [](S& s) { return s.status().call_features; }},
    {"lacks", &C::lacks, On::Call, How::NoneOf, kCallFeature, true,
     [](S& s) { return s.status().call_features; }},
    {"features2", &C::features2, On::Call, How::AllOf, "LINECALLFEATURE2", true,
     [](S& s) { return s.status().call_features2; }},
    {"lacks2", &C::lacks2, On::Call, How::NoneOf, "LINECALLFEATURE2", true,
     [](S& s) { return s.status().call_features2; }},
    {"owners", &C::owners, On::Call, How::Equal, "", false,
     [](S& s) { return s.info().num_owners; }},
    {"monitors", &C::monitors, On::Call, How::Equal, "", false,
     [](S& s) { return s.info().num_monitors; }},
    {"addressId", &C::address_id, On::Call, How::Equal, "", false,
     [](S& s) { return s.info().address_id; }},
    {"media", &C::media, On::Call, How::Equal, "LINEMEDIAMODE", true,
     [](S& s) { return s.info().media_mode; }},
    {"appSpecific", &C::app_specific, On::Call, How::Equal, "", false,
     [](S& s) { return s.info().app_specific; }},
    {"treatment", &C::treatment, On::Call, How::Equal, "LINECALLTREATMENT", false,
     [](S& s) { return s.info().call_treatment; }},
    {"bearerMode", &C::bearer_mode, On::Call, How::Equal, "LINEBEARERMODE", true,
     [](S& s) { return s.info().bearer_mode; }},
    {"rate", &C::rate, On::Call, How::Equal, "", false, [](S& s) { return s.info().rate; }},
    {"monitorDigitModes", &C::monitor_digit_modes, On::Call, How::Equal, "LINEDIGITMODE", true,
     [](S& s) { return s.info().monitor_digit_modes; }},
    {"monitorMediaModes", &C::monitor_media_modes, On::Call, How::Equal, "LINEMEDIAMODE", true,
     [](S& s) { return s.info().monitor_media_modes; }},
    {"completionId", &C::completion_id, On::Call, How::Equal, "", false,
     [](S& s) { return s.info().completion_id; }},
    {"flags", &C::flags, On::Call, How::AllOf, "LINECALLPARAMFLAGS", true,
     [](S& s) { return s.info().call_param_flags; }},
    {"callerIdFlags", &C::caller_id_flags, On::Call, How::Equal, kPartyId, true,
     [](S& s) { return s.info().caller.flags; }},
    {"calledIdFlags", &C::called_id_flags, On::Call, How::Equal, kPartyId, true,
     [](S& s) { return s.info().called.flags; }},
    {"connectedIdFlags", &C::connected_id_flags, On::Call, How::Equal, kPartyId, true,
     [](S& s) { return s.info().connected.flags; }},

    {"addressFeatures", &C::address_features, On::Line, How::AllOf, "LINEADDRFEATURE", true,
     [](S& s) { return s.address().address_features; }},
    {"addressLacks", &C::address_lacks, On::Line, How::NoneOf, "LINEADDRFEATURE", true,
     [](S& s) { return s.address().address_features; }},
    {"lineFeatures", &C::line_features, On::Line, How::AllOf, "LINEFEATURE", true,
     [](S& s) { return s.line().line_features; }},
    {"lineLacks", &C::line_lacks, On::Line, How::NoneOf, "LINEFEATURE", true,
     [](S& s) { return s.line().line_features; }},
    {"inUse", &C::in_use, On::Line, How::Equal, "", false,
     [](S& s) { return s.address().num_in_use; }},
    {"completions", &C::completions, On::Line, How::Equal, "", false,
     [](S& s) { return s.line().num_call_completions; }},
    {"forwardModes", &C::forward_modes, On::Line, How::Equal, "LINEFORWARDMODE", true,
     [](S& s) {
         std::uint32_t modes = 0;
         for (const lines::Forward& entry : s.address().forwards) modes |= entry.mode;
         return modes;
     }},
    {"forwardRings", &C::forward_rings, On::Line, How::Equal, "", false,
     [](S& s) { return s.address().num_rings_no_answer; }},
    {"opens", &C::opens, On::Line, How::Equal, "", false, [](S& s) { return s.line().num_opens; }},
    {"statusFlags", &C::status_flags, On::Line, How::Equal, "LINEDEVSTATUSFLAGS", true,
     [](S& s) { return s.line().dev_status_flags; }},
    {"terminals", &C::terminals, On::Line, How::Equal, "", false,
     [](S& s) { return s.dev_caps().num_terminals; }},
    {"answerMode", &C::answer_mode, On::Line, How::Equal, "LINEANSWERMODE", true,
     [](S& s) { return s.dev_caps().answer_mode; }},
    {"callStates", &C::call_states, On::Line, How::AllOf, kState, true,
     [](S& s) { return s.address_caps().call_states; }},
    {"missingCallStates", &C::missing_call_states, On::Line, How::NoneOf, kState, true,
     [](S& s) { return s.address_caps().call_states; }},
    {"addressCaps", &C::address_caps, On::Line, How::AllOf, kAddressCaps, true,
     [](S& s) { return s.address_caps().addr_cap_flags; }},
    {"addressCapsLack", &C::address_caps_lack, On::Line, How::NoneOf, kAddressCaps, true,
     [](S& s) { return s.address_caps().addr_cap_flags; }},
};

constexpr TextRow kTexts[] = {
    {"callerId", &C::caller_id, [](S& s) { return s.info().caller.number; }},
    {"callerName", &C::caller_name, [](S& s) { return s.info().caller.name; }},
    {"calledId", &C::called_id, [](S& s) { return s.info().called.number; }},
    {"connectedId", &C::connected_id, [](S& s) { return s.info().connected.number; }},
    {"connectedName", &C::connected_name, [](S& s) { return s.info().connected.name; }},
    {"redirectingId", &C::redirecting_id, [](S& s) { return s.info().redirecting.number; }},
    {"redirectionId", &C::redirection_id, [](S& s) { return s.info().redirection.number; }},
    {"userUserInfo", &C::user_user_info, [](S& s) { return s.info().user_user_info; }},
    {"callData", &C::call_data, [](S& s) { return s.info().call_data; }},
    {"appName", &C::app_name, [](S& s) { return s.info().app_name; }},
    {"calledParty", &C::called_party, [](S& s) { return s.info().called_party; }},
    {"comment", &C::comment, [](S& s) { return s.info().comment; }},
    {"forwardTo", &C::forward_to,
     [](S& s) {
         std::string all;
         for (const lines::Forward& entry : s.address().forwards) {
             if (!all.empty()) all += ' ';
             all += entry.dest_address;
         }
         return all;
     },
     On::Line},
};

}  // namespace

std::span<const NumberRow> number_rows() { return kNumbers; }
std::span<const TextRow> text_rows() { return kTexts; }

std::string value_text(const NumberRow& row, std::uint32_t value) {
    if (row.group.empty()) return fmt::format("{}", value);
    if (row.bits) return bits_text(row.group, value);
    const std::string_view word = lines::tapi_word(row.group, value);
    return word.empty() ? fmt::format("0x{:x}", value) : scenario_word(word);
}

bool holds(How how, std::uint32_t wanted, std::uint32_t now) {
    switch (how) {
        case How::Equal: return now == wanted;
        case How::AllOf: return (now & wanted) == wanted;
        case How::NoneOf: return (now & wanted) == 0;
    }
    return false;
}

std::string unmet_text(const NumberRow& row, std::uint32_t wanted, std::uint32_t now) {
    if (row.how == How::AllOf) {
        return fmt::format("{}: {} missing, there is {}", row.word, value_text(row, wanted & ~now),
                           value_text(row, now));
    }
    if (row.how == How::NoneOf) {
        return fmt::format("{}: there is {}", row.word, value_text(row, wanted & now));
    }
    return fmt::format("{} is {}, not {}", row.word, value_text(row, now), value_text(row, wanted));
}

std::vector<std::string> unmet_rows(const Conditions& wanted, On on, Snapshot& snapshot) {
    std::vector<std::string> texts;
    for (const NumberRow& row : number_rows()) {
        const std::optional<std::uint32_t>& asked = wanted.*row.wanted;
        if (row.on != on || !asked) continue;
        const std::uint32_t now = row.now(snapshot);
        if (!holds(row.how, *asked, now)) texts.push_back(unmet_text(row, *asked, now));
    }
    for (const TextRow& row : text_rows()) {
        const std::optional<Text>& asked = wanted.*row.wanted;
        if (row.on != on || !asked) continue;
        const std::string now = row.now(snapshot);
        if (now != asked->value) {
            texts.push_back(fmt::format("{} is \"{}\", not \"{}\"", row.word, now, asked->value));
        }
    }
    return texts;
}

}  // namespace pbxlab::harness
