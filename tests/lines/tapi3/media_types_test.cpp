// reference: tapi2-tapi3-map 8, the table of media types
#include "lines/tapi3/media_types.h"

#include <array>
#include <utility>

#include <gtest/gtest.h>

namespace pbxlab::lines::tapi3 {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

TEST(MediaTypes, BothKindsOfVoiceAreAudio) {
    for (const auto& [modes, types] : {Pair{LINEMEDIAMODE_INTERACTIVEVOICE, TAPIMEDIATYPE_AUDIO},
                                       Pair{LINEMEDIAMODE_AUTOMATEDVOICE, TAPIMEDIATYPE_AUDIO},
                                       Pair{0, 0}, Pair{LINEMEDIAMODE_UNKNOWN, 0}})
        EXPECT_EQ(media_types_of(modes), types) << modes;
}

TEST(MediaTypes, TypesOfTheSameNumberAreCopiedAndOthersDropped) {
    EXPECT_EQ(media_types_of(LINEMEDIAMODE_VIDEO | LINEMEDIAMODE_DATAMODEM | LINEMEDIAMODE_G3FAX |
                             LINEMEDIAMODE_DIGITALDATA | LINEMEDIAMODE_TDD | LINEMEDIAMODE_UNKNOWN),
              TAPIMEDIATYPE_VIDEO | TAPIMEDIATYPE_DATAMODEM | TAPIMEDIATYPE_G3FAX);
}

TEST(MediaTypes, ACallWithAudioIsMadeAsInteractiveVoice) {
    constexpr std::uint32_t kBoth = LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_AUTOMATEDVOICE;
    EXPECT_EQ(media_modes_to_make(TAPIMEDIATYPE_AUDIO, kBoth), LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(media_modes_to_make(TAPIMEDIATYPE_AUDIO, LINEMEDIAMODE_AUTOMATEDVOICE),
              LINEMEDIAMODE_AUTOMATEDVOICE)
        << "where there is nothing else";
    EXPECT_EQ(media_modes_to_make(TAPIMEDIATYPE_AUDIO, LINEMEDIAMODE_G3FAX),
              LINEMEDIAMODE_INTERACTIVEVOICE)
        << "the line refuses it by its right name";
    EXPECT_EQ(media_modes_to_make(TAPIMEDIATYPE_G3FAX, kBoth), LINEMEDIAMODE_G3FAX);
}

TEST(MediaTypes, CallsWithAudioAreOwnedInBothKindsOfVoice) {
    EXPECT_EQ(
        media_modes_to_own(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_DATAMODEM),
        LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_AUTOMATEDVOICE | LINEMEDIAMODE_DATAMODEM);
    EXPECT_EQ(media_modes_to_own(TAPIMEDIATYPE_VIDEO), LINEMEDIAMODE_VIDEO);
}

TEST(MediaTypes, CallsAreHandedOnInOneModeAfterTheOther) {
    EXPECT_EQ(media_modes_to_hand_off(TAPIMEDIATYPE_AUDIO),
              (std::array{LINEMEDIAMODE_INTERACTIVEVOICE, LINEMEDIAMODE_AUTOMATEDVOICE}));
    EXPECT_EQ(media_modes_to_hand_off(TAPIMEDIATYPE_G3FAX), (std::array{LINEMEDIAMODE_G3FAX, 0U}));
}

TEST(MediaTypes, CallsAreNotMultitrackFiles) {
    EXPECT_TRUE(are_media_types(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO));
    EXPECT_FALSE(are_media_types(TAPIMEDIATYPE_MULTITRACK));
    EXPECT_FALSE(are_media_types(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_MULTITRACK));
    EXPECT_FALSE(are_media_types(LINEMEDIAMODE_INTERACTIVEVOICE));
    EXPECT_FALSE(are_media_types(0));
}

}  // namespace
}  // namespace pbxlab::lines::tapi3
