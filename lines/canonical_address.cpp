#include "lines/canonical_address.h"

#include <algorithm>

namespace pbxlab::lines {

namespace {

constexpr std::string_view kNewLine = "\r\n";
constexpr std::size_t kLongestCountryCode = 3;
constexpr std::string_view kControls = "!#$*,?@ABCDPTWabcdptw";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the digits that the text begins with off it.
std::string take_digits(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_digit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    std::string digits{text.substr(0, count)};
    text.remove_prefix(count);
    return digits;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// "49 ": no country code begins with 0.
std::uint32_t take_country(std::string_view& text) {
    const std::string digits = take_digits(text);
    if (digits.empty() || digits.size() > kLongestCountryCode || digits[0] == '0') return 0;
    if (!take(text, ' ') || text.starts_with(' ')) return 0;  // exactly one
    std::uint32_t code = 0;
    for (const char c : digits) code = code * 10 + static_cast<std::uint32_t>(c - '0');
    return code;
}

// "(425) "; nothing where no parenthesis opens.
bool take_area(std::string_view& text, std::string& area) {
    if (!take(text, '(')) return true;
    area = take_digits(text);
    return take(text, ')') && take(text, ' ') && !text.starts_with(' ');
}

bool is_subscriber_number(std::string_view text) {
    const bool known = std::ranges::all_of(text, [](char c) {
        return is_digit(c) || is_formatting(c) || kControls.find(c) != std::string_view::npos;
    });
    return known && std::ranges::any_of(text, is_digit);
}

// A subaddress ends at the name, and holds neither a second one nor another number.
bool is_extra(std::string_view text) {
    const std::string_view subaddress = text.substr(0, text.find('^'));
    return subaddress.find('|', 1) == std::string_view::npos &&
           subaddress.find('+') == std::string_view::npos;
}

}  // namespace

bool is_formatting(char c) { return c == ' ' || c == '.' || c == '-'; }

std::string without_formatting(std::string_view text) {
    std::string dialable{text};
    std::erase_if(dialable, is_formatting);
    return dialable;
}

std::string CanonicalAddress::subscriber_digits() const {
    std::string digits = subscriber;
    std::erase_if(digits, [](char c) { return !is_digit(c); });
    return digits;
}

bool is_canonical(std::string_view text) { return text.starts_with('+'); }

std::optional<CanonicalAddress> parse_canonical(std::string_view text) {
    text = text.substr(0, text.find(kNewLine));
    if (!take(text, '+')) return std::nullopt;
    CanonicalAddress address;
    address.country = take_country(text);
    if (address.country == 0 || !take_area(text, address.area)) return std::nullopt;
    const std::size_t end = std::min(text.find_first_of("|^"), text.size());
    address.subscriber = text.substr(0, end);
    address.extra = text.substr(end);
    if (!is_subscriber_number(address.subscriber) || !is_extra(address.extra)) return std::nullopt;
    return address;
}

}  // namespace pbxlab::lines
