#include "lines/dial_string.h"

#include "switch/dial_plan.h"

namespace pbxlab::lines {

namespace {

constexpr std::size_t kLongestAddress = 80;  // TAPIMAXDESTADDRESSSIZE

// What one character of a dialable number does.
enum class Does : std::uint8_t { Digit, Pause, Nothing, Modifier, Unknown };

Does meaning(char c) {
    constexpr std::string_view kDigits = "0123456789ABCD*#";
    constexpr std::string_view kIgnored = "!PT";  // hook flash; pulse or tone from here
    constexpr std::string_view kModifiers = "$@W?:";
    if (kDigits.find(c) != std::string_view::npos) return Does::Digit;
    if (c == ',') return Does::Pause;
    if (kIgnored.find(c) != std::string_view::npos) return Does::Nothing;
    return kModifiers.find(c) != std::string_view::npos ? Does::Modifier : Does::Unknown;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

void take(DialString& result, char c) {
    switch (meaning(c)) {
        case Does::Digit: result.digits += c; break;
        case Does::Pause: ++result.pauses; break;
        case Does::Nothing: break;
        case Does::Modifier: result.modifiers += c; break;
        case Does::Unknown:
            // '+' marks an international number, before its first digit.
            if (c == '+' && result.digits.empty()) {
                result.digits += c;
            } else {
                result.well_formed = false;
            }
            break;
    }
}

}  // namespace

DialString parse_dial_string(std::string_view text) {
    DialString result;
    result.well_formed = text.size() <= kLongestAddress;
    std::string_view number = text.substr(0, text.find("\r\n"));
    number = number.substr(0, number.find_first_of("|^"));
    if (number.ends_with(';')) {
        result.partial = true;
        number.remove_suffix(1);
    }
    for (const char c : number) take(result, upper(c));
    if (result.digits.size() > pbx::DialPlan::kLongestNumber || result.digits == "+") {
        result.well_formed = false;
    }
    return result;
}

}  // namespace pbxlab::lines
