#include "lines/call_checks.h"

#include <algorithm>
#include <bit>

namespace pbxlab::lines {

namespace {

bool by_address_text(const Subject& s) {
    return s.params != nullptr && s.params->address_mode == LINEADDRESSMODE_DIALABLEADDR;
}

bool can_process(const Profile& profile, char modifier) {
    switch (modifier) {
        case '$': return profile.dial_billing;
        case '@': return profile.dial_quiet;
        case 'W': return profile.dial_dialtone;
        case ':': return profile.dial_voice;
        default: return false;  // '?': every provider must refuse it
    }
}
// ':' came with 2.0; before, it is a character like any other that cannot be dialled.
bool is_too_new(const Subject& s, char c) { return c == ':' && s.open->api_version < kTapi20; }

// What has been dialled on the call so far.
std::string digits_before(const Subject& s) {
    if (s.leg == nullptr || s.new_number) return {};
    const pbx::Connection* connection = s.core.exchange.find(s.leg->connection);
    return connection == nullptr ? "" : s.core.exchange.find(connection->call)->digits;
}

}  // namespace

char offender(const Subject& s) {
    const auto found = std::ranges::find_if(s.number.modifiers,
                                            [&s](char c) { return !can_process(s.profile(), c); });
    return found == s.number.modifiers.end() ? '\0' : *found;
}

// --- LINECALLPARAMS

bool media_mode(const Subject& s, std::uint32_t /*argument*/) {
    if (s.params == nullptr || s.params->media_mode == 0) return true;
    const std::uint32_t media = s.params->media_mode;
    const bool one = std::has_single_bit(media) || (media & LINEMEDIAMODE_UNKNOWN) != 0;
    return one && (media & ~s.profile().media_modes) == 0;
}
bool rate(const Subject& s, std::uint32_t /*argument*/) {
    return s.params == nullptr || s.params->max_rate == 0 ||
           s.params->min_rate <= s.params->max_rate;
}
bool rate_offered(const Subject& s, std::uint32_t /*argument*/) {
    return s.params == nullptr ||
           std::max(s.params->min_rate, s.params->max_rate) <= s.profile().max_rate;
}
bool param_address(const Subject& s, std::uint32_t /*argument*/) {
    return by_address_text(s) || s.params == nullptr ||
           s.params->address_id < s.line_device->addresses.size();
}
bool orig_address(const Subject& s, std::uint32_t /*argument*/) {
    return !by_address_text(s) || s.address_id < s.line_device->addresses.size();
}

// --- park and pickup

bool park_mode(const Subject& s, std::uint32_t /*argument*/) {
    return std::has_single_bit(s.value) && (s.value & s.profile().park_modes) != 0;
}
bool pickup_offered(const Subject& s, std::uint32_t /*argument*/) {
    const std::uint32_t offered = s.profile().address_features;
    const std::uint32_t kinds = offered & kPickupKinds;
    if (kinds == 0) return (offered & LINEADDRFEATURE_PICKUP) != 0;
    if (s.has_number) return (kinds & LINEADDRFEATURE_PICKUPDIRECT) != 0;
    if (s.has_group) return (kinds & LINEADDRFEATURE_PICKUPGROUP) != 0;
    return (kinds & ~LINEADDRFEATURE_PICKUPDIRECT) != 0;
}
bool pickup_group(const Subject& s, std::uint32_t /*argument*/) {
    if (s.has_group) return s.group_of.valid();
    return !s.has_number || !s.profile().pickup_group_id;
}

// --- numbers

bool modifier(const Subject& s, std::uint32_t character) {
    const char c = offender(s);
    return c != static_cast<char>(character) || is_too_new(s, c);
}
bool dial_string(const Subject& s, std::uint32_t /*argument*/) {
    return s.number.well_formed && !is_too_new(s, offender(s));
}
bool whole_number(const Subject& s, std::uint32_t /*argument*/) {
    return !s.has_number || (s.number.well_formed && !s.number.partial &&
                             s.number.modifiers.empty() && !s.number.digits.empty());
}
bool partial_dial(const Subject& s, std::uint32_t /*argument*/) {
    return !s.number.partial || s.profile().partial_dial;
}
bool known_number(const Subject& s, std::uint32_t /*argument*/) {
    if (s.profile().bad_number != BadNumber::RefuseAtReturn || s.number.digits.empty()) return true;
    const pbx::DialMatch match =
        s.core.exchange.dial_plan().match(digits_before(s) + s.number.digits);
    return s.number.partial ? !match.hopeless() : match.to != pbx::DialMatch::To::Nowhere;
}

}  // namespace pbxlab::lines
