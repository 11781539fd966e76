// Media types of TAPI 3 and media modes of TAPI 2. Audio has the number of automated voice, while
// an ordinary call of the lines is interactive voice: the bits are never just copied (reference:
// tapi2-tapi3-map 8).
#pragma once

#include <array>
#include <cstdint>

#include "lines/tapi_constants.h"

namespace pbxlab::lines::tapi3 {

// TAPIMEDIATYPE_ that a call of the lines can be of; the multitrack type is a file's.
inline constexpr std::uint32_t kCallMediaTypes =
    TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO | TAPIMEDIATYPE_DATAMODEM | TAPIMEDIATYPE_G3FAX;

// Some TAPIMEDIATYPE_ bits, and none but those of calls.
[[nodiscard]] constexpr bool are_media_types(std::uint32_t types) {
    return types != 0 && (types & ~kCallMediaTypes) == 0;
}

// TAPIMEDIATYPE_ bits of LINEMEDIAMODE_ bits: both kinds of voice are audio; what TAPI 3 has no
// word for is dropped.
[[nodiscard]] std::uint32_t media_types_of(std::uint32_t media_modes);

// LINEMEDIAMODE_ bits for a call to be made. `offered`: LINEDEVCAPS.dwMediaModes; audio is
// automated voice only where the line offers no interactive voice.
[[nodiscard]] std::uint32_t media_modes_to_make(std::uint32_t types, std::uint32_t offered);

// LINEMEDIAMODE_ bits to own calls of these types with: audio is both kinds of voice.
[[nodiscard]] std::uint32_t media_modes_to_own(std::uint32_t types);

// The LINEMEDIAMODE_ to hand a call on with, one after the other; 0: no further one. `type`: one
// TAPIMEDIATYPE_.
[[nodiscard]] std::array<std::uint32_t, 2> media_modes_to_hand_off(std::uint32_t type);

}  // namespace pbxlab::lines::tapi3
