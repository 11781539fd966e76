// The life of a hunt, as a table. A row that does not stand here does nothing.
//
//   Ringing --MemberDeclines, StageOver--> Ringing, while stages and rounds are left
//           --nobody is left-------------> Waiting, where the group's queue has a place
//                                          else the overflow number, or the attempt fails
//   Waiting --MemberFree-----------------> Ringing
//           --WaitOver-------------------> the overflow number, or the attempt fails
//
// It ends with an answer, or with its caller.
#pragma once

#include <array>
#include <string_view>

#include "switch/hunting.h"

namespace pbxlab::pbx {

enum class HuntCue : std::uint8_t { MemberDeclines, StageOver, MemberFree, Announce, WaitOver };

struct HuntMove {
    HuntState in;
    HuntCue on;
    void (*act)(Core& core, HuntId id);
    std::string_view words;
};

inline constexpr std::array kHuntMoves = {
    HuntMove{HuntState::Ringing, HuntCue::MemberDeclines, ring_on_when_nobody_rings,
             "every member that rang has declined"},
    HuntMove{HuntState::Ringing, HuntCue::StageOver, ring_on, "a stage's time is over"},
    HuntMove{HuntState::Ringing, HuntCue::WaitOver, wait_no_more, "rung when the wait is over"},
    HuntMove{HuntState::Waiting, HuntCue::MemberFree, ring_again, "a member is free"},
    HuntMove{HuntState::Waiting, HuntCue::Announce, announce, "an announcement is due"},
    HuntMove{HuntState::Waiting, HuntCue::WaitOver, give_up, "the longest wait is over"},
};

// Does what the table says for the hunt of this caller, if it has one.
void hunt(Core& core, ConnectionId caller, HuntCue cue);

}  // namespace pbxlab::pbx
