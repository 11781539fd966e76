#include "lines/argument_checks.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kHighestHertz = 20'000;
constexpr std::uint32_t kLoudest = 0xFFFF;
constexpr std::string_view kPulseDigits = "0123456789";
constexpr std::string_view kToneDigits = "0123456789ABCD*#";

constexpr std::size_t kLongestAppName = 40;  // TAPIMAXAPPNAMESIZE

}  // namespace

std::uint32_t all_bits(std::string_view group) {
    std::uint32_t bits = 0;
    for (const TapiName& name : tapi_group(group)) bits |= name.value;
    return bits;
}

bool one_bit_of(std::uint32_t value, std::string_view group) {
    return std::has_single_bit(value) && (value & all_bits(group)) == value;
}

bool displayable(std::string_view name) {
    return name.size() <= kLongestAppName && std::ranges::none_of(name, [](char c) {
               return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
           });
}

// --- addresses and devices of a line

bool number_mode(const Subject& s, std::uint32_t) {
    return s.value == LINEADDRESSMODE_DIALABLEADDR;
}
bool own_number(const Subject& s, std::uint32_t) {
    return s.address_id < s.line_device->addresses.size();
}
bool id_select(const Subject& s, std::uint32_t) {
    return s.value == LINECALLSELECT_LINE || s.value == LINECALLSELECT_ADDRESS ||
           s.value == LINECALLSELECT_CALL;
}
bool selected_line(const Subject& s, std::uint32_t) {
    return s.value == LINECALLSELECT_CALL || s.open != nullptr;
}
bool selected_call(const Subject& s, std::uint32_t) {
    return s.value != LINECALLSELECT_CALL || s.handle != nullptr;
}
bool device_class(const Subject& s, std::uint32_t) { return s.has_device; }
bool call_media(const Subject& s, std::uint32_t) {
    const bool one = std::has_single_bit(s.value) || (s.value & LINEMEDIAMODE_UNKNOWN) != 0;
    return one && (s.value & ~s.profile().media_modes) == 0;
}

// --- digits, tones and media

bool monitor_digit_modes(const Subject& s, std::uint32_t) {
    return (s.value & ~s.profile().monitor_digit_modes) == 0;
}
bool gather_modes(const Subject& s, std::uint32_t) {
    constexpr std::uint32_t kBoth = LINEDIGITMODE_PULSE | LINEDIGITMODE_DTMF;
    return s.cancels ||
           (s.value != 0 && (s.value & ~(kBoth & s.profile().monitor_digit_modes)) == 0);
}
bool generate_digit_mode(const Subject& s, std::uint32_t) {
    return s.cancels ||
           (std::has_single_bit(s.value) && (s.value & ~s.profile().generate_digit_modes) == 0);
}
bool gather_count(const Subject& s, std::uint32_t) { return s.cancels || s.other_value != 0; }
bool termination_digits(const Subject& s, std::uint32_t) {
    const bool tones = (s.value & LINEDIGITMODE_DTMF) != 0;
    return s.cancels ||
           s.ends.find_first_not_of(tones ? kToneDigits : kPulseDigits) == std::string_view::npos;
}
bool gather_timeouts(const Subject& s, std::uint32_t) {
    if (s.cancels || !s.profile().gather_timeout_check) return true;
    return std::ranges::all_of(s.times, [&s](std::uint32_t time) {
        return time != 0 && time >= s.profile().gather_min_timeout &&
               time <= s.profile().gather_max_timeout;
    });
}
bool tone_modes(const Subject& s, std::uint32_t) {
    return s.value == 0 ||
           (std::has_single_bit(s.value) && (s.value & ~s.profile().generate_tone_modes) == 0);
}
bool tone_count(const Subject& s, std::uint32_t) {
    return s.value != LINETONEMODE_CUSTOM ||
           (s.other_value != 0 && s.other_value <= s.profile().generate_tone_freqs);
}
bool generated_tones(const Subject& s, std::uint32_t) {
    const std::span tones{s.tones, s.tones != nullptr ? s.other_value : 0};
    return std::ranges::all_of(tones, [](const GenerateTone& tone) {
        return tone.frequency != 0 && tone.frequency <= kHighestHertz && tone.volume <= kLoudest;
    });
}
bool monitor_tone_count(const Subject& s, std::uint32_t) {
    return s.other_value <= s.profile().monitor_tone_entries;
}
bool monitored_tones(const Subject& s, std::uint32_t) {
    const std::span tones{s.listened, s.listened != nullptr ? s.other_value : 0};
    return std::ranges::all_of(tones, [&s](const MonitorTone& tone) {
        const auto used = std::ranges::count_if(tone.frequencies, [](auto f) { return f != 0; });
        return std::cmp_less_equal(used, s.profile().monitor_tone_freqs) &&
               std::ranges::max(tone.frequencies) <= kHighestHertz;
    });
}
bool monitor_media_modes(const Subject& s, std::uint32_t) {
    return (s.value & ~s.profile().media_modes) == 0;
}

}  // namespace pbxlab::lines
