// The life of one connection: one party's part in one call. Every state change in the switch is a
// row of this table; the one function that makes a move is Core::move (switch/core.cpp).
//
//   caller's side                                   called side
//
//   Null --Seize--> Seized --GiveTone--> DialTone   Null --Offer--> Offered --Accept--> Accepted
//                                          |                           |                   |
//                                          | Digit                     | Answer            | Answer
//                         more: Digit +-> Dialing                      v                   v
//                                     +----+                       Connected <-------------+
//                                          | NumberComplete
//           BusyTone <-- MeetBusy -------- Routing
//           Intercepted <-- MeetIntercept -+        either side, once connected
//                                          | TargetRings
//                                        Delivered  Connected --Hold--> Held
//                                          |        Held --Retrieve--> Connected
//                                          | FarAnswers
//                                        Connected  FarClears leads to Cleared
//
//   Fetch leads from Null to Connected: a call is taken that was not offered there.
//   Bridged: UsedElsewhere leads there from Null, Offered and Accepted, StepBack from Connected and
//   Held while others take part; Answer joins (Connected), FarClears leads to Null.
//
//   Confer takes what is connected, held or on its way to Conferenced, and the conference's own
//   connection to Connected (from Null, or from Forming when it comes about by itself; Hold keeps
//   it waiting instead); Retrieve and Hold take a member out of it again.
//
//   CampOn leads a caller from BusyTone, or Routing, to Camping, and the busy side from Null to
//   Held; Offer leads from there to Offered. Camping becomes Delivered or Connected when the busy
//   side can be reached, BusyTone when it is waited for no more. CallBack leads from Connected to
//   Routing. Who breaks in on a busy party passes from BusyTone to Connected by FarAnswers.
//
//   BusyTone and Intercepted become Cleared when the tone ends, an attempt when it fails.
//   Release leads to Null from everywhere. Null is final: a new connection gets a new name.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pbxlab::pbx {

enum class ConnState : std::uint8_t {
    Null,         // not part of any call (not yet, or no longer)
    Seized,       // line seized, no dial tone yet
    DialTone,     // the exchange is ready for digits
    Dialing,      // digits are being collected
    Routing,      // the number is complete; the exchange looks for its destination
    Delivered,    // the destination is being offered the call; the caller hears it ring
    BusyTone,     // the destination, or every trunk, is busy; the tone plays
    Intercepted,  // special information tone or announcement: the call cannot complete
    Offered,      // a call is presented to this party
    Accepted,     // the presented call has been claimed but not answered
    Connected,    // talking path through to the other party
    Held,         // this party has put the other one on hold
    Cleared,      // the other party, or the network, has gone; this end is not yet released
    Bridged,      // other appearances of this address take part in the call; it is shown in use
    Forming,      // a conference that comes about when the party that is called answers
    Conferenced,  // a member of a conference: the party at the other end is heard there
    Camping,      // the destination is busy, and the call waits there for it
};
inline constexpr std::size_t kConnStateCount = 17;

// What can happen to a connection.
enum class Cue : std::uint8_t {
    Seize,           // the line is taken for an outgoing call
    GiveTone,        // dial tone is put on the line
    Digit,           // one or more digits arrive
    NumberComplete,  // the number can be routed, or nothing more will come
    TargetRings,     // the destination alerts
    FarAnswers,      // the other party answers
    MeetBusy,        // busy treatment
    MeetIntercept,   // special information treatment
    Fail,            // the network clears an attempt that cannot succeed
    Offer,           // a call is presented
    Accept,          // the presented call is claimed
    Answer,          // this party answers
    Hold,            // this party holds
    Retrieve,        // this party takes the held call back
    FarClears,       // the other party goes
    ToneEnds,        // busy or information tone has played long enough
    Release,         // this party's end is released
    UsedElsewhere,   // another appearance of the address takes part in the call
    StepBack,        // this one does so no longer, but others do
    Fetch,           // this party takes a call that was not offered to it
    SentOn,          // the other party has transferred it to somebody who is still to be reached
    Form,            // a conference is to come about
    Confer,          // it does; or a call becomes part of it
    CampOn,          // the caller waits for a busy party; the call is shown there
    CallBack,        // a caller that was called back is connected with whom it wanted
    Divert,          // the call goes on from who did not answer it to somebody else
    Demote,          // a call held for a consultation is held for nothing in particular
};
inline constexpr std::size_t kCueCount = 27;

struct Move {
    ConnState from;
    Cue on;
    ConnState to;
};

inline constexpr std::array kConnectionMoves = {
    // caller's side
    Move{ConnState::Null, Cue::Seize, ConnState::Seized},
    Move{ConnState::Seized, Cue::GiveTone, ConnState::DialTone},
    Move{ConnState::DialTone, Cue::Digit, ConnState::Dialing},
    Move{ConnState::Dialing, Cue::Digit, ConnState::Dialing},
    Move{ConnState::Dialing, Cue::NumberComplete, ConnState::Routing},
    Move{ConnState::Seized, Cue::NumberComplete,
         ConnState::Routing},  // an outside caller's exchange sends en bloc
    Move{ConnState::Routing, Cue::TargetRings, ConnState::Delivered},
    Move{ConnState::Routing, Cue::FarAnswers, ConnState::Connected},
    Move{ConnState::Delivered, Cue::FarAnswers, ConnState::Connected},
    Move{ConnState::Routing, Cue::MeetBusy, ConnState::BusyTone},
    Move{ConnState::Delivered, Cue::Divert, ConnState::Routing},
    Move{ConnState::Delivered, Cue::MeetBusy,
         ConnState::BusyTone},  // a rejected call shown as busy
    Move{ConnState::DialTone, Cue::MeetIntercept, ConnState::Intercepted},  // off hook too long
    Move{ConnState::Dialing, Cue::MeetIntercept, ConnState::Intercepted},
    Move{ConnState::Routing, Cue::MeetIntercept, ConnState::Intercepted},
    Move{ConnState::DialTone, Cue::Fail, ConnState::Cleared},
    Move{ConnState::Dialing, Cue::Fail, ConnState::Cleared},
    Move{ConnState::Routing, Cue::Fail, ConnState::Cleared},
    Move{ConnState::Delivered, Cue::Fail, ConnState::Cleared},
    Move{ConnState::BusyTone, Cue::ToneEnds, ConnState::Cleared},
    Move{ConnState::Intercepted, Cue::ToneEnds, ConnState::Cleared},
    // called side
    Move{ConnState::Null, Cue::Offer, ConnState::Offered},
    Move{ConnState::Offered, Cue::Accept, ConnState::Accepted},
    Move{ConnState::Offered, Cue::Answer, ConnState::Connected},
    Move{ConnState::Accepted, Cue::Answer, ConnState::Connected},
    Move{ConnState::Offered, Cue::FarClears,
         ConnState::Null},  // never answered: nothing to release
    Move{ConnState::Accepted, Cue::FarClears, ConnState::Null},
    // either side, once connected
    Move{ConnState::Connected, Cue::Hold, ConnState::Held},
    Move{ConnState::Held, Cue::Retrieve, ConnState::Connected},
    Move{ConnState::Held, Cue::Demote, ConnState::Held},
    Move{ConnState::Connected, Cue::FarClears, ConnState::Cleared},
    Move{ConnState::Held, Cue::FarClears, ConnState::Cleared},
    // a call that is parked, or offered elsewhere
    Move{ConnState::Null, Cue::Fetch, ConnState::Connected},
    // transferred to somebody who is still to be reached
    Move{ConnState::Connected, Cue::SentOn, ConnState::Routing},
    Move{ConnState::Connected, Cue::MeetBusy, ConnState::BusyTone},
    Move{ConnState::Connected, Cue::MeetIntercept, ConnState::Intercepted},
    Move{ConnState::Connected, Cue::Fail, ConnState::Cleared},
    // a conference: the connection that stands for it, and those of its members
    Move{ConnState::Null, Cue::Form, ConnState::Forming},
    Move{ConnState::Null, Cue::Confer, ConnState::Connected},
    Move{ConnState::Null, Cue::Hold, ConnState::Held},
    Move{ConnState::Forming, Cue::Confer, ConnState::Connected},
    Move{ConnState::Forming, Cue::Hold, ConnState::Held},  // the station talks on another call
    Move{ConnState::Connected, Cue::Confer, ConnState::Conferenced},
    Move{ConnState::Held, Cue::Confer, ConnState::Conferenced},
    Move{ConnState::Routing, Cue::Confer, ConnState::Conferenced},
    Move{ConnState::Delivered, Cue::Confer, ConnState::Conferenced},
    Move{ConnState::Conferenced, Cue::FarAnswers, ConnState::Conferenced},
    Move{ConnState::Conferenced, Cue::Fail, ConnState::Cleared},  // it never was answered
    Move{ConnState::Conferenced, Cue::FarClears, ConnState::Cleared},
    Move{ConnState::Conferenced, Cue::Retrieve, ConnState::Connected},
    Move{ConnState::Conferenced, Cue::Hold, ConnState::Held},
    // an address that several stations have
    Move{ConnState::Null, Cue::UsedElsewhere, ConnState::Bridged},
    Move{ConnState::Offered, Cue::UsedElsewhere, ConnState::Bridged},
    Move{ConnState::Accepted, Cue::UsedElsewhere, ConnState::Bridged},
    Move{ConnState::Bridged, Cue::Answer, ConnState::Connected},
    Move{ConnState::Connected, Cue::StepBack, ConnState::Bridged},
    Move{ConnState::Held, Cue::StepBack, ConnState::Bridged},
    Move{ConnState::Bridged, Cue::FarClears, ConnState::Null},
    Move{ConnState::Bridged, Cue::Release, ConnState::Null},
    // a call that is finished later
    Move{ConnState::BusyTone, Cue::FarAnswers, ConnState::Connected},  // it breaks in
    Move{ConnState::Null, Cue::CampOn, ConnState::Held},
    Move{ConnState::Held, Cue::Offer, ConnState::Offered},
    Move{ConnState::BusyTone, Cue::CampOn, ConnState::Camping},
    Move{ConnState::Routing, Cue::CampOn, ConnState::Camping},  // transferred, and calling again
    Move{ConnState::Camping, Cue::TargetRings, ConnState::Delivered},
    Move{ConnState::Camping, Cue::FarAnswers, ConnState::Connected},
    Move{ConnState::Camping, Cue::MeetBusy, ConnState::BusyTone},
    Move{ConnState::Camping, Cue::Fail, ConnState::Cleared},
    Move{ConnState::Connected, Cue::CallBack, ConnState::Routing},
    // this end goes
    Move{ConnState::Seized, Cue::Release, ConnState::Null},
    Move{ConnState::DialTone, Cue::Release, ConnState::Null},
    Move{ConnState::Dialing, Cue::Release, ConnState::Null},
    Move{ConnState::Routing, Cue::Release, ConnState::Null},
    Move{ConnState::Delivered, Cue::Release, ConnState::Null},
    Move{ConnState::BusyTone, Cue::Release, ConnState::Null},
    Move{ConnState::Camping, Cue::Release, ConnState::Null},
    Move{ConnState::Intercepted, Cue::Release, ConnState::Null},
    Move{ConnState::Offered, Cue::Release, ConnState::Null},
    Move{ConnState::Accepted, Cue::Release, ConnState::Null},
    Move{ConnState::Connected, Cue::Release, ConnState::Null},
    Move{ConnState::Held, Cue::Release, ConnState::Null},
    Move{ConnState::Cleared, Cue::Release, ConnState::Null},
    Move{ConnState::Forming, Cue::Release, ConnState::Null},
    Move{ConnState::Conferenced, Cue::Release, ConnState::Null},
};

// The row that takes `from` on `cue`, or -1 where the table has none.
constexpr int find_move(ConnState from, Cue cue) {
    for (std::size_t i = 0; i < kConnectionMoves.size(); ++i) {
        if (kConnectionMoves[i].from == from && kConnectionMoves[i].on == cue) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

// Words for traces and diagrams: "dialTone", "giveTone".
[[nodiscard]] std::string_view name(ConnState state);
[[nodiscard]] std::string_view name(Cue cue);

// A party that hears nothing of the other side any more, or not yet, holds no talking path.
constexpr bool is_presented(ConnState s) {
    return s == ConnState::Offered || s == ConnState::Accepted;
}
constexpr bool is_established(ConnState s) {
    return s == ConnState::Connected || s == ConnState::Held || s == ConnState::Conferenced;
}
// Neither takes an appearance of its own: the conference as a whole has one.
constexpr bool is_of_conference(ConnState s) {
    return s == ConnState::Forming || s == ConnState::Conferenced;
}

}  // namespace pbxlab::pbx
