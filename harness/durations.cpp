#include "harness/durations.h"

#include <numeric>
#include <optional>

namespace pbxlab::harness {

namespace {

struct Unit {
    std::string_view word;
    std::int64_t microseconds;
};
constexpr Unit kUnits[] = {
    {"us", 1}, {"ms", 1'000}, {"s", 1'000'000}, {"m", 60'000'000}, {"h", 3'600'000'000},
};
constexpr std::int64_t kMost = pbx::kLongestSimulation.count();

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take_digits(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    const std::string_view digits = text.substr(0, length);
    text.remove_prefix(length);
    return digits;
}

const Unit* find_unit(std::string_view word) {
    for (const Unit& unit : kUnits) {
        if (unit.word == word) return &unit;
    }
    return nullptr;
}

// Whole units in microseconds; nothing when they are more than the longest simulation.
std::optional<std::int64_t> whole_part(std::string_view digits, std::int64_t unit) {
    std::int64_t value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
        if (value > kMost / unit) return std::nullopt;
    }
    return value * unit;
}

// The digits behind the point in microseconds; nothing when a part of a microsecond is left. More
// decimals than kMostDecimals never make a whole number of them.
std::optional<std::int64_t> fraction(std::string_view digits, std::int64_t unit) {
    constexpr std::size_t kMostDecimals = 10;
    while (digits.ends_with('0')) digits.remove_suffix(1);
    if (digits.size() > kMostDecimals) return std::nullopt;
    std::int64_t value = 0;
    std::int64_t scale = 1;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
        scale *= 10;
    }
    const std::int64_t common = std::gcd(unit, scale);
    if (value % (scale / common) != 0) return std::nullopt;
    return value / (scale / common) * (unit / common);
}

}  // namespace

tl::expected<pbx::Duration, DurationFault> parse_duration(std::string_view text) {
    const std::string_view whole = take_digits(text);
    if (whole.empty()) return tl::unexpected(DurationFault::Malformed);
    std::string_view decimals;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        decimals = take_digits(text);
        if (decimals.empty()) return tl::unexpected(DurationFault::Malformed);
    }
    const Unit* unit = find_unit(text);
    if (unit == nullptr) return tl::unexpected(DurationFault::Malformed);
    const std::optional<std::int64_t> units = whole_part(whole, unit->microseconds);
    if (!units) return tl::unexpected(DurationFault::TooLong);
    const std::optional<std::int64_t> parts = fraction(decimals, unit->microseconds);
    if (!parts) return tl::unexpected(DurationFault::TooFine);
    return pbx::Duration{*units + *parts};
}

std::string duration_text(pbx::Duration duration) {
    const std::int64_t count = duration.count();
    if (count == 0) return "0s";
    std::string best;
    for (const Unit& unit : kUnits) {
        if (count % unit.microseconds != 0) continue;
        const std::string text = std::to_string(count / unit.microseconds);
        if (best.empty() || text.size() + unit.word.size() <= best.size()) {
            best = text + std::string{unit.word};
        }
    }
    return best;
}

}  // namespace pbxlab::harness
