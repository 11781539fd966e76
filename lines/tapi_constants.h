// TAPI's own constants, under TAPI's own names and with the values of the published headers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pbxlab::lines {

// What a TAPI function returns: 0 for success of a synchronous one, a positive request id for an
// asynchronous one, a negative LINEERR_ value for a refusal (reference: tapi2-operations 1.1).
using LineResult = std::int32_t;

#define TAPI_GROUP(group)
#define TAPI_CONSTANT(name, value) inline constexpr std::uint32_t name = value;
#define TAPI_END(group)
#include "lines/tapi_constants.inc"
#undef TAPI_GROUP
#undef TAPI_CONSTANT
#undef TAPI_END

inline constexpr std::uint32_t LINEMAPPER = 0xFFFF'FFFF;

// A LINEERR_ constant as the signed value that functions return and replies carry.
constexpr LineResult line_error(std::uint32_t code) { return static_cast<LineResult>(code); }

// One constant of a group; `word` is what follows the group's prefix ("CONNECTED").
struct TapiName {
    std::string_view full;
    std::string_view word;
    std::uint32_t value;
};

// The constants of a group such as "LINECALLSTATE"; empty for an unknown group.
[[nodiscard]] std::span<const TapiName> tapi_group(std::string_view group);

// "CONNECTED" for (LINECALLSTATE, 0x100); empty when the group has no such value.
[[nodiscard]] std::string_view tapi_word(std::string_view group, std::uint32_t value);

// "LINEERR_INVALCALLSTATE"; "0x........" for a value that is no LINEERR_ constant.
[[nodiscard]] std::string error_name(LineResult error);

// "BIT1|BIT2" in words of the group, "0" for none; bits without a name are appended in hexadecimal.
[[nodiscard]] std::string bit_words(std::string_view group, std::uint32_t bits);

// Versions of the interface an application can ask for.
inline constexpr std::uint32_t kTapi13 = 0x0001'0003;
inline constexpr std::uint32_t kTapi14 = 0x0001'0004;
inline constexpr std::uint32_t kTapi20 = 0x0002'0000;
inline constexpr std::uint32_t kTapi21 = 0x0002'0001;
inline constexpr std::uint32_t kTapi22 = 0x0002'0002;
inline constexpr std::uint32_t kTapi30 = 0x0003'0000;
inline constexpr std::uint32_t kTapi31 = 0x0003'0001;

}  // namespace pbxlab::lines
