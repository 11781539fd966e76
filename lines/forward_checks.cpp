#include "lines/forward_checks.h"

#include <algorithm>
#include <bit>
#include <span>

#include "lines/dial_string.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kHighestCountryCode = 999;
constexpr std::uint32_t kSpecific = LINEFORWARDMODE_UNCONDSPECIFIC | LINEFORWARDMODE_BUSYSPECIFIC |
                                    LINEFORWARDMODE_NOANSWSPECIFIC | LINEFORWARDMODE_BUSYNASPECIFIC;

std::span<const Forward> entries(const Subject& s) {
    if (s.forwards == nullptr) return {};
    return s.forwards->entries;
}
bool is_specific(const Forward& entry) { return (entry.mode & kSpecific) != 0; }

struct Pair {
    std::uint32_t one, other;
};
constexpr Pair kInsideAndOutside[] = {
    {LINEFORWARDMODE_UNCONDINTERNAL, LINEFORWARDMODE_UNCONDEXTERNAL},
    {LINEFORWARDMODE_BUSYINTERNAL, LINEFORWARDMODE_BUSYEXTERNAL},
    {LINEFORWARDMODE_NOANSWINTERNAL, LINEFORWARDMODE_NOANSWEXTERNAL},
    {LINEFORWARDMODE_BUSYNAINTERNAL, LINEFORWARDMODE_BUSYNAEXTERNAL}};
constexpr Pair kBusyAndUnanswered[] = {
    {LINEFORWARDMODE_BUSY, LINEFORWARDMODE_NOANSW},
    {LINEFORWARDMODE_BUSYINTERNAL, LINEFORWARDMODE_NOANSWINTERNAL},
    {LINEFORWARDMODE_BUSYEXTERNAL, LINEFORWARDMODE_NOANSWEXTERNAL},
    {LINEFORWARDMODE_BUSYSPECIFIC, LINEFORWARDMODE_NOANSWSPECIFIC}};

// Entries that make such a pair for the same callers go to the same number.
bool agree(std::span<const Forward> all, std::span<const Pair> pairs) {
    return std::ranges::all_of(all, [&](const Forward& a) {
        return std::ranges::all_of(all, [&](const Forward& b) {
            const bool paired = std::ranges::any_of(pairs, [&](const Pair& pair) {
                return a.mode == pair.one && b.mode == pair.other;
            });
            return !paired || a.caller_address != b.caller_address ||
                   a.dest_address == b.dest_address;
        });
    });
}

// Well-formed and whole, without what a line would have to wait for.
bool is_number(std::string_view text) {
    const DialString number = parse_dial_string(text);
    return number.well_formed && !number.partial && number.modifiers.empty() &&
           !number.digits.empty();
}

bool is_own(const Subject& s, std::string_view text) {
    const auto leads_to = s.core.exchange.find_address(parse_dial_string(text).digits);
    if (!leads_to) return false;
    const auto count = static_cast<std::uint32_t>(s.line_device->addresses.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!s.all_addresses && i != s.address_id) continue;
        const pbx::AddressId own = s.core.address_of(*s.line_device, i);
        if (s.core.exchange.address(own).primary == *leads_to) return true;
    }
    return false;
}

}  // namespace

bool forward_offered(const Subject& s, std::uint32_t) {
    return s.all_addresses ? (s.profile().line_features & LINEFEATURE_FORWARD) != 0
                           : (s.profile().address_features & LINEADDRFEATURE_FORWARD) != 0;
}

bool forward_modes(const Subject& s, std::uint32_t) {
    return std::ranges::all_of(entries(s), [&s](const Forward& entry) {
        return std::has_single_bit(entry.mode) && (entry.mode & ~s.profile().forward_modes) == 0;
    });
}

bool forward_entries(const Subject& s, std::uint32_t) {
    const auto all = entries(s);
    const auto specific = static_cast<std::size_t>(std::ranges::count_if(all, is_specific));
    return all.size() <= s.profile().max_forward_entries &&
           specific <= s.profile().max_specific_entries;
}

bool forward_callers(const Subject& s, std::uint32_t) {
    return std::ranges::all_of(entries(s), [](const Forward& entry) {
        return is_specific(entry) != entry.caller_address.empty();
    });
}

bool forward_pairs(const Subject& s, std::uint32_t) {
    const Profile& profile = s.profile();
    return (profile.forward_int_ext_address || agree(entries(s), kInsideAndOutside)) &&
           (profile.forward_busy_na_address || agree(entries(s), kBusyAndUnanswered));
}

bool forward_countries(const Subject& s, std::uint32_t) {
    return std::ranges::all_of(entries(s), [](const Forward& entry) {
        return entry.dest_country_code <= kHighestCountryCode;
    });
}

bool forward_numbers(const Subject& s, std::uint32_t) {
    return std::ranges::all_of(entries(s), [&s](const Forward& entry) {
        const bool caller = entry.caller_address.empty() || is_number(entry.caller_address);
        const bool to = entry.dest_address.empty() ||
                        (is_number(entry.dest_address) && !is_own(s, entry.dest_address));
        return caller && to;
    });
}

// With neither bit either kind may work (linefeature--constants, lineaddrfeature--constants).
bool forward_kinds(const Subject& s, std::uint32_t) {
    const Profile& profile = s.profile();
    const bool sends = s.all_addresses
                           ? (profile.line_features & LINEFEATURE_FORWARDFWD) != 0
                           : (profile.address_features & LINEADDRFEATURE_FORWARDFWD) != 0;
    const bool turns_away = s.all_addresses
                                ? (profile.line_features & LINEFEATURE_FORWARDDND) != 0
                                : (profile.address_features & LINEADDRFEATURE_FORWARDDND) != 0;
    if (!sends && !turns_away) return true;
    return std::ranges::all_of(entries(s), [&](const Forward& entry) {
        return entry.dest_address.empty() ? turns_away : sends;
    });
}

}  // namespace pbxlab::lines
