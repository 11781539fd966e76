// Requests to finish a call later. Plain data, and the life of a request as a table; what is done
// with it stands in completion.cpp and completing.cpp.
//
//           AskBusy           BothFree            Answered
//   None -----------> Waiting ---------> Ringing ----------> Calling ----> None (Reached)
//    |                 ^    ^               | Missed            | Missed
//    | AskUnanswered   |    +---------------|-------------------+
//    +------------> Unused <----------------+
//    |                 TargetUsed leads from Unused to Waiting
//    | CampOn             BothFree
//    +-----------> Camped --------> Alerting; both end when the call is Reached
//
//   Whoever waits for a group or a trunk is Reached as soon as there is one: nothing is shown there
//   meanwhile.
//
//   GivenUp ends a request in every state: its caller or the exchange has had enough, or nobody is
//   left to wait.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "switch/ids.h"
#include "switch/model.h"

namespace pbxlab::pbx {

enum class CompletionState : std::uint8_t {
    None,      // not yet, or no longer, a request
    Unused,    // the target did not answer, or the caller did not: the target has to be used first
    Waiting,   // until target and caller are free
    Ringing,   // the caller is called back
    Calling,   // it has answered, and its call is on its way to the target
    Camped,    // the caller waits, and its call is shown on hold at the station that it waits for
    Alerting,  // it rings there
};
inline constexpr std::size_t kCompletionStateCount = 7;

enum class CompletionCue : std::uint8_t {
    AskBusy,
    AskUnanswered,
    CampOn,
    TargetUsed,  // the target has been off hook, and is on hook again
    BothFree,    // for camping on: the target
    Missed,      // nobody answers, or the target is busy once more
    Answered,    // by the caller that is called back
    Reached,
    GivenUp,
};

// What a request waits for.
struct CompletionTarget {
    enum class Kind : std::uint8_t {
        None,
        Station,  // until it is free
        Group,    // until any member is
        Trunk,    // until there is one to the outside world
    };
    Kind kind = Kind::None;
    AddressId station;  // when it is one
    GroupId group;      // the same
};

struct Completion {
    CompletionState state = CompletionState::None;
    std::uint32_t number = 0;  // 1, 2, 3 ...; never used again
    AddressId by;              // invalid: nobody asked, a transferred party waits
    CompletionTarget target;
    TextId number_dialled;      // to reach it
    ConnectionId connection;    // who camps on; or is being called back, if it is
    ConnectionId camped;        // where the call is shown, or rings, at a target station
    std::uint32_t call = 0;     // number of the call that was not finished
    std::uint32_t media = 0;    // of that call
    bool withholds_id = false;  // its caller did
};

constexpr bool camps(const Completion& request) {
    return request.state == CompletionState::Camped || request.state == CompletionState::Alerting;
}

struct CompletionMove {
    CompletionState from;
    CompletionCue on;
    CompletionState to;
    std::string_view words;
};

namespace completion_table {
using S = CompletionState;
using C = CompletionCue;

// clang-format off
inline constexpr std::array kCompletionMoves = {
    CompletionMove{S::None,     C::AskBusy,       S::Waiting,  "call back from a busy station"},
    CompletionMove{S::None,     C::AskUnanswered, S::Unused,   "call back from one that rings"},
    CompletionMove{S::None,     C::CampOn,        S::Camped,   "a caller camps on"},
    CompletionMove{S::Unused,   C::TargetUsed,    S::Waiting,  "the station has been used"},
    CompletionMove{S::Waiting,  C::BothFree,      S::Ringing,  "station and caller are free"},
    CompletionMove{S::Ringing,  C::Missed,        S::Unused,   "the call back is not answered"},
    CompletionMove{S::Ringing,  C::Answered,      S::Calling,  "the call back is answered"},
    CompletionMove{S::Calling,  C::Missed,        S::Waiting,  "the station is busy once more"},
    CompletionMove{S::Calling,  C::Reached,       S::None,     "the call back reaches the station"},
    CompletionMove{S::Camped,   C::BothFree,      S::Alerting, "what camps on rings"},
    CompletionMove{S::Camped,   C::Reached,       S::None,     "what camps on is fetched"},
    CompletionMove{S::Alerting, C::Reached,       S::None,     "what camps on is answered"},
    CompletionMove{S::Unused,   C::GivenUp,       S::None,     "given up: station not yet used"},
    CompletionMove{S::Waiting,  C::GivenUp,       S::None,     "given up: call back waits"},
    CompletionMove{S::Ringing,  C::GivenUp,       S::None,     "given up: call back rings"},
    CompletionMove{S::Calling,  C::GivenUp,       S::None,     "given up: call back is answered"},
    CompletionMove{S::Camped,   C::GivenUp,       S::None,     "given up: camps on"},
    CompletionMove{S::Alerting, C::GivenUp,       S::None,     "given up: camps on and rings"},
};
// clang-format on
}  // namespace completion_table

using completion_table::kCompletionMoves;

// The row that takes `from` on `cue`, or -1 where the table has none.
constexpr int find_move(CompletionState from, CompletionCue cue) {
    for (std::size_t i = 0; i < kCompletionMoves.size(); ++i) {
        if (kCompletionMoves[i].from == from && kCompletionMoves[i].on == cue)
            return static_cast<int>(i);
    }
    return -1;
}
static_assert(find_move(CompletionState::None, CompletionCue::GivenUp) < 0, "nothing is asked");

}  // namespace pbxlab::pbx
