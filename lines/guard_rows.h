// What the files of guard rows have in common; lines/operations.cpp puts them together. Rows of one
// operation stand together and in the order in which they are looked at. Internal to lines/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "lines/operations.h"

namespace pbxlab::lines {

inline constexpr std::uint32_t kAnyButIdle = ~LINECALLSTATE_IDLE & 0xFFFFU;
inline constexpr std::uint32_t kLive = kAnyButIdle & ~LINECALLSTATE_DISCONNECTED;
inline constexpr std::uint32_t kUserInfoStates = LINECALLSTATE_CONNECTED | LINECALLSTATE_OFFERING |
                                                 LINECALLSTATE_ACCEPTED | LINECALLSTATE_RINGBACK;
// Of an Appearance row: a line that a hand has lifted is of no use.
inline constexpr std::uint32_t kOnlyNew = 1;
inline constexpr std::uint32_t kRedirectStates =
    LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED | LINECALLSTATE_CONNECTED;
inline constexpr std::uint32_t kTransferTargets = LINECALLSTATE_CONNECTED | LINECALLSTATE_RINGBACK |
                                                  LINECALLSTATE_PROCEEDING | LINECALLSTATE_BUSY;
inline constexpr std::uint32_t kHoldStates =
    LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDTRANSFER | LINECALLSTATE_ONHOLDPENDCONF;
inline constexpr std::uint32_t kHeldConference =
    LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDCONF;
inline constexpr std::uint32_t kAddable = LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD |
                                          LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK;

// Arguments of checks that leave more or less room.
inline constexpr std::uint32_t kMustBeNamed = 1;
inline constexpr std::uint32_t kSeveral = 1;

// One table of several.
template <std::size_t... Counts>
constexpr auto joined(const std::array<Guard, Counts>&... parts) {
    std::array<Guard, (Counts + ...)> all{};
    std::size_t next = 0;
    const auto take = [&all, &next](const auto& rows) {
        for (const Guard& row : rows) all[next++] = row;
    };
    (take(parts), ...);
    return all;
}

}  // namespace pbxlab::lines
