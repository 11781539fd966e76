#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

constexpr std::uint32_t kVoice = LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_AUTOMATEDVOICE;

// Of the same number on both sides.
constexpr std::uint32_t kAlike =
    TAPIMEDIATYPE_VIDEO | TAPIMEDIATYPE_DATAMODEM | TAPIMEDIATYPE_G3FAX;
static_assert(kAlike == (LINEMEDIAMODE_VIDEO | LINEMEDIAMODE_DATAMODEM | LINEMEDIAMODE_G3FAX));

}  // namespace

std::uint32_t media_types_of(std::uint32_t media_modes) {
    const std::uint32_t audio = (media_modes & kVoice) != 0 ? TAPIMEDIATYPE_AUDIO : 0;
    return audio | (media_modes & kAlike);
}

std::uint32_t media_modes_to_make(std::uint32_t types, std::uint32_t offered) {
    const std::uint32_t voice = (offered & kVoice) == LINEMEDIAMODE_AUTOMATEDVOICE
                                    ? LINEMEDIAMODE_AUTOMATEDVOICE
                                    : LINEMEDIAMODE_INTERACTIVEVOICE;
    return ((types & TAPIMEDIATYPE_AUDIO) != 0 ? voice : 0) | (types & kAlike);
}

std::uint32_t media_modes_to_own(std::uint32_t types) {
    return ((types & TAPIMEDIATYPE_AUDIO) != 0 ? kVoice : 0) | (types & kAlike);
}

std::array<std::uint32_t, 2> media_modes_to_hand_off(std::uint32_t type) {
    if (type == TAPIMEDIATYPE_AUDIO)
        return {LINEMEDIAMODE_INTERACTIVEVOICE, LINEMEDIAMODE_AUTOMATEDVOICE};
    return {type, 0};
}

}  // namespace pbxlab::lines::tapi3
