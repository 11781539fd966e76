// Park orbits: numbers at which a connected party is kept until somebody fetches it. Plain data,
// and the life of an orbit as a table; what is done with it stands in park.cpp and unpark.cpp.
//
//            Park               RecallDue
//   Free ---------> Holding ---------------> Recalling
//                      ^------ RecallMissed -----|
//
//   Both also return to Free: on Fetched, when somebody fetches the party or answers the recall,
//   and on CallerGone, when it hangs up.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "switch/ids.h"

namespace pbxlab::pbx {

enum class OrbitState : std::uint8_t {
    Free,
    Holding,    // a party is parked, and nobody is rung
    Recalling,  // somebody is rung because it has been parked for long
};
enum class OrbitCue : std::uint8_t { Park, RecallDue, RecallMissed, Fetched, CallerGone };

struct Orbit {
    std::string number;  // dialled to fetch the party
    TextId text;
    OrbitState state = OrbitState::Free;
    ConnectionId parked;
    AddressId parker;    // who parked it
    AddressId line;      // that models it; invalid: none does
    ConnectionId shown;  // there
    TimerId timer;       // Holding: until the recall; Recalling: as long as it rings
};

struct OrbitMove {
    OrbitState from;
    OrbitCue on;
    OrbitState to;
    std::string_view words;
};

inline constexpr std::array kOrbitMoves = {
    OrbitMove{OrbitState::Free, OrbitCue::Park, OrbitState::Holding, "a party is parked"},
    OrbitMove{OrbitState::Holding, OrbitCue::RecallDue, OrbitState::Recalling, "the recall is due"},
    OrbitMove{OrbitState::Holding, OrbitCue::Fetched, OrbitState::Free, "the party is fetched"},
    OrbitMove{OrbitState::Holding, OrbitCue::CallerGone, OrbitState::Free, "the party hangs up"},
    OrbitMove{OrbitState::Recalling, OrbitCue::RecallMissed, OrbitState::Holding,
              "nobody answers the recall"},
    OrbitMove{OrbitState::Recalling, OrbitCue::Fetched, OrbitState::Free,
              "the party is fetched, or the recall answered"},
    OrbitMove{OrbitState::Recalling, OrbitCue::CallerGone, OrbitState::Free,
              "the party hangs up during the recall"},
};

// The row that takes `from` on `cue`, or -1 where the table has none.
constexpr int find_move(OrbitState from, OrbitCue cue) {
    for (std::size_t i = 0; i < kOrbitMoves.size(); ++i) {
        if (kOrbitMoves[i].from == from && kOrbitMoves[i].on == cue) return static_cast<int>(i);
    }
    return -1;
}
static_assert(find_move(OrbitState::Free, OrbitCue::Fetched) < 0, "an empty orbit has nobody");

}  // namespace pbxlab::pbx
