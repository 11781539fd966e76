// Bits in TAPI's words, at the end of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pbxlab::lines {

// What bit_words() (tapi_constants.h) writes.
void append_bit_words(std::string& text, std::string_view group, std::uint32_t bits);

}  // namespace pbxlab::lines
