// Takes a dialable address apart (reference: tapi2-operations 3.2): digits for the exchange,
// pauses, and the characters that a line may be unable to process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pbxlab::lines {

struct DialString {
    std::string digits;        // 0-9 A-D * #, perhaps '+' first
    std::uint32_t pauses = 0;  // commas
    bool partial = false;      // ended in ';': more digits will follow
    bool well_formed = true;
    std::string modifiers;  // of $ @ W ? : in order of appearance, upper case
};

// Only the first of several addresses counts; subaddress and name are taken off.
[[nodiscard]] DialString parse_dial_string(std::string_view text);

}  // namespace pbxlab::lines
