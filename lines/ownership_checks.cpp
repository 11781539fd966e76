#include "lines/ownership_checks.h"

#include <algorithm>

#include "lines/argument_checks.h"

namespace pbxlab::lines {

namespace {

constexpr std::size_t kLongestDestination = 79;  // TAPIMAXDESTADDRESSSIZE, without the terminator
constexpr std::uint32_t kFetched = LINEREQUESTMODE_MAKECALL | LINEREQUESTMODE_MEDIACALL;

}  // namespace

// --- what a call bears

bool call_data_size(const Subject& s, std::uint32_t) {
    return s.text.size() <= s.profile().call_data_size;
}
bool treatment(const Subject& s, std::uint32_t) {
    return !tapi_word("LINECALLTREATMENT", s.value).empty();
}

// --- handing off

bool hand_off_mode(const Subject& s, std::uint32_t) {
    return s.directed || one_bit_of(s.value, "LINEMEDIAMODE");
}
bool hand_off_target(const Subject& s, std::uint32_t) { return s.target.valid(); }
bool hand_off_other(const Subject& s, std::uint32_t) {
    return s.directed || !s.target.valid() || s.core.opens.find(s.target)->app != s.app;
}

// --- priorities

bool module_name(const Subject& s, std::uint32_t) {
    return !s.text.empty() && displayable(s.text) &&
           s.text.find_first_of("/\\:") == std::string_view::npos;
}
bool priority_media(const Subject& s, std::uint32_t several) {
    if (several == 0) return s.value == 0 || one_bit_of(s.value, "LINEMEDIAMODE");
    return (s.value & ~all_bits("LINEMEDIAMODE")) == 0;
}
bool priority_request(const Subject& s, std::uint32_t) {
    return s.value != 0 || s.other_value == LINEREQUESTMODE_MAKECALL;
}
bool priority_value(const Subject& s, std::uint32_t) { return s.priority <= 1; }

// --- calls that other programs ask for

bool recipient_modes(const Subject& s, std::uint32_t) {
    return s.value != 0 && (s.value & ~all_bits("LINEREQUESTMODE")) == 0;
}
bool request_mode(const Subject& s, std::uint32_t) {
    return one_bit_of(s.value, "LINEREQUESTMODE") && (s.value & kFetched) != 0;
}
bool registered(const Subject& s, std::uint32_t) {
    return std::ranges::any_of(s.core.recipients, [&s](const Recipient& each) {
        return each.app == s.app && (each.modes & s.value) != 0;
    });
}
bool request_waits(const Subject& s, std::uint32_t) {
    return s.value == LINEREQUESTMODE_MAKECALL && !s.core.asked_calls.empty();
}
bool destination_text(const Subject& s, std::uint32_t) {
    return !s.text.empty() && s.text.size() <= kLongestDestination;
}
bool recipient(const Subject& s, std::uint32_t) {
    return s.core.recipient_for(LINEREQUESTMODE_MAKECALL) != nullptr;
}
bool request_room(const Subject& s, std::uint32_t) {
    return s.core.asked_calls.size() < Core::kMostAskedCalls;
}

bool never(const Subject&, std::uint32_t) { return false; }

}  // namespace pbxlab::lines
