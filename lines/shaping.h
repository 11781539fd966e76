// How the exchange's truth becomes TAPI's states: one stage, steered by the profile, that no
// operation knows of. Internal to lines/.
#pragma once

#include <cstdint>

#include "lines/core.h"

namespace pbxlab::lines {

// A state with its mode, as LINE_CALLSTATE tells it.
struct Told {
    std::uint32_t state = 0;
    std::uint32_t mode = 0;
};

// What one move of a connection is told as: nothing, one state, or two in a row.
struct Telling {
    std::array<Told, 2> told{};
    std::uint32_t count = 0;
    void add(Told entry) { told[count++] = entry; }
    // The dial tone stutters: messages wait.
    void make_dial_tone_special() {
        for (Told& each : told) {
            if (each.state == LINECALLSTATE_DIALTONE) each.mode = LINEDIALTONEMODE_SPECIAL;
        }
    }
};

[[nodiscard]] Telling shape(const Profile& profile, const Leg& leg, const pbx::Event& moved,
                            const pbx::Connection& facts);

// The mode of a CONNECTED call: whether this station takes part in it, and the other party holds
// it.
[[nodiscard]] std::uint32_t connected_mode(const Profile& profile, const pbx::Connection& facts);

// A call that other stations have, and this line merely shows (lineconnectedmode--constants).
[[nodiscard]] constexpr bool is_inactive(Told told) {
    constexpr std::uint32_t kInactive = LINECONNECTEDMODE_INACTIVE | LINECONNECTEDMODE_INACTIVEHELD;
    return told.state == LINECALLSTATE_CONNECTED && (told.mode & kInactive) != 0;
}

// The mode as an application of this version may be told it.
[[nodiscard]] std::uint32_t mode_for(std::uint32_t state, std::uint32_t mode,
                                     std::uint32_t api_version);

// The same for a set of modes.
[[nodiscard]] std::uint32_t modes_for(std::uint32_t state, std::uint32_t modes,
                                      std::uint32_t api_version);

}  // namespace pbxlab::lines
