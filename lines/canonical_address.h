// Takes a canonical address apart (reference: tapi2-operations 3.1; address-ovr):
//
//   +1 (425) 555-0100|77^Reception        country 1, area 425, subscriber 555-0100
//
// The plus sign makes an address canonical; everything else is dialable already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pbxlab::lines {

struct CanonicalAddress {
    std::uint32_t country = 0;  // country code, 1 to 999
    std::string area;           // digits; empty: none
    std::string subscriber;     // digits, formatting and dial control characters, as written
    std::string extra;          // "|subaddress^name" as written; dialled, never displayed
    // The digits of the subscriber number, without formatting and control characters.
    [[nodiscard]] std::string subscriber_digits() const;
};

// Whether the text claims to be canonical: it begins with a plus sign.
[[nodiscard]] bool is_canonical(std::string_view text);

// The first address of a canonical text; others, behind CR LF, are left out. Nothing when the text
// does not keep to the syntax.
[[nodiscard]] std::optional<CanonicalAddress> parse_canonical(std::string_view text);

// Characters that make a number easier to read and are never dialled: space, dot and dash.
[[nodiscard]] bool is_formatting(char c);

// A text without its formatting characters.
[[nodiscard]] std::string without_formatting(std::string_view text);

}  // namespace pbxlab::lines
