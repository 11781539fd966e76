// The things of the exchange as they stand, for whoever may look but not touch: stations,
// addresses, outside parties, calls and the connections that make them up. A connection outlives
// its call: merge, split and transfer change only the call that it belongs to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "switch/connection_states.h"
#include "switch/events.h"
#include "switch/forwarding_rules.h"
#include "switch/ids.h"
#include "switch/sounds.h"
#include "switch/time.h"

namespace pbxlab::pbx {

// How much of an identity may be told.
enum class Disclosure : std::uint8_t {
    Never,   // will not become known
    NotYet,  // may still become known
    Known,
    Withheld,   // the party asked not to be shown
    OutOfArea,  // the network cannot say
};

struct Party {
    TextId number;
    TextId name;
    Disclosure disclosure = Disclosure::Never;
    bool operator==(const Party&) const = default;
};

// Where a connection's call comes from, seen from this connection.
enum class Direction : std::uint8_t { Outgoing, FromInside, FromOutside };

// Why this connection has its call.
enum class Reason : std::uint8_t {
    Direct,
    ForwardedAlways,
    ForwardedBusy,
    ForwardedNoAnswer,
    PickedUp,
    Unparked,
    Redirected,
    Completed,  // a call that was asked for while the party could not take it
    Transferred,
    Reminder,  // it came back to whoever parked or transferred it
    Intruded,
    Parked,
    CampedOn,
};
inline constexpr std::size_t kReasonCount = 13;

// What a held connection is held for: just so, or while its party turns to somebody else in order
// to bring them together.
enum class HoldFor : std::uint8_t { Nothing, Transfer, Conference };

// How a call that met a busy or unanswered station is finished.
enum class CompleteBy : std::uint8_t {
    CampOn,  // its caller waits; the call is shown at the station, and rings there when it is free
    CallBack,  // its caller hangs up, and is called when the station is free
    Message,   // the station's lamp is lit
    Intrude,   // its caller joins the call that makes the station busy
};

struct Connection {
    CallId call;
    ConnectionId next_in_call;
    ConnectionId next_at_station;
    StationId station;        // invalid for an outside party
    AddressId address;        // invalid for an outside party
    OutsideId outside;        // invalid for a station
    ConnectionId partner;     // of a consultation: the held call's, or the other one's
    ConferenceId conference;  // that it stands for, or is a member of
    Party caller, called, connected_to, redirecting, redirected_to;
    SimTime since;        // when `state` was entered
    SimTime offered_at;   // when the call was presented here
    TimerId state_timer;  // the limit of the present state
    TimerId ring_timer;
    TimerId id_timer;     // a caller's number still to come
    TimerId limit_timer;  // no answer, longest call, or an outside caller's patience
    Duration no_answer_limit{};
    std::uint32_t rings = 0;
    std::uint32_t completion = 0;   // number of the request of which this is the call back; 0: none
    SendingId sending;              // what it sends along the call, if anything
    Sound hears = kSilence;         // now
    std::uint32_t trunk = kNobody;  // of an outside party
    std::uint32_t appearance = 0;   // order in which the address's connections came
    ConnState state = ConnState::Null;
    Cause cause = Cause::None;
    Direction direction = Direction::Outgoing;
    Reason reason = Reason::Direct;
    HoldFor held_for = HoldFor::Nothing;
    bool by_hand = false;   // begun at the telephone, not by a request
    bool far_held = false;  // the other party holds this connection
    bool withhold_id = false;
    bool silent = false;      // offered, but not ringing at this appearance
    bool secure = false;      // nothing may break in on it
    bool parked = false;      // kept at an orbit, with nobody at the other end
    bool camps = false;       // held here without ever having been answered: its caller waits
    bool unanswered = false;  // became a member of a conference before the other party answered
};

// A conference at one station: the connection that stands for it, on a call of its own, and those
// of its members, each on the call with its party.
struct Conference {
    ConnectionId parent;
    std::vector<ConnectionId> members;  // in the order in which they were added
    std::uint32_t most = 0;             // parties, this station among them
    // Comes about, or grows, by itself when this connection is answered; `original` is then added
    // too.
    ConnectionId joining, original;
    bool camps = false;  // held here without ever having been answered: its caller waits
};

struct Call {
    ConnectionId first;             // chain by next_in_call
    std::uint32_t number = 0;       // 1, 2, 3 ... in order of creation; never used again
    std::uint32_t related = 0;      // number of the call it belongs with; 0: none
    std::uint32_t media = 0;        // what the call carries; opaque to the switch
    std::uint32_t parties = 0;      // connections in the chain
    std::uint32_t trunk = kNobody;  // taken for an outside party that is still to be reached
    AddressId transferor;  // a party of it waits for whom this address has transferred it to
    HuntId hunt;           // its caller seeks a member of a group
    std::uint32_t diversions = 0;  // how often it was sent on to another number
    TextId forward_to;     // where it goes when it is not answered where it rings; see forward_by
    AddressId forward_by;  // whose rule that is; invalid: it goes nowhere
    Reason sent_on = Reason::Direct;  // why whoever is offered it now gets it
    SimTime
        digits_end;  // when the last of `digits` has been sent, or the line is ready for the first
    std::string digits;  // given so far, sent or being sent (keeps its capacity between calls)
    bool more_digits = false;  // the caller said that more will follow
    std::string data;          // attached to the call by whoever wants to; opaque to the switch
};

// Digits or a tone on their way from one connection to the others of its call.
struct Sending {
    std::string digits;  // with ',' for a pause and '!' for a hook flash
    std::size_t next = 0;
    Duration each{};         // of a digit, or of the tone; zero: a tone without an end
    Sound tone = kSilence;   // kSilence: digits
    Sound sound = kSilence;  // that it makes now
    TimerId timer;
    bool pulse = false;
};

// What an address that several stations have lets the others do.
enum class Sharing : std::uint8_t {
    Private,    // only one station has it
    Exclusive,  // the station that uses it has it to itself
    PerCall,    // each call belongs to its station; others can have calls of their own
    Joined,     // stations can join each other's calls
};

struct AddressSpec {
    std::string number;
    std::string name;              // shown as the party's name; may be empty
    std::uint32_t max_active = 2;  // call appearances: calls that are neither held nor gone; >= 1
    std::uint32_t max_held = 4;
    std::uint32_t max_pending = 1;     // calls held for a transfer or a conference, besides those
    std::uint32_t max_conference = 6;  // parties of a conference, this one among them
    std::uint32_t max_transfer_conference = 3;  // of one that completes a transfer
    Sharing sharing = Sharing::Private;         // of all appearances, said at the first
    bool looks_only = false;                    // this appearance shows only whether it is in use
    bool rings = true;                          // an offer rings here too, and not merely shows
    Duration ring_after{};                      // so long after the others; zero: at once
    std::string pickup_group;  // whose members may take each other's calls; "": none
    bool operator==(const AddressSpec&) const = default;
};

struct StationSpec {
    std::string name;
    PolicyId policy;               // invalid: the exchange's own
    std::uint32_t max_active = 0;  // over all addresses; 0: no further limit
};

// What few addresses have, kept apart so that the others stay small.
struct AddressExtras {
    std::vector<AddressId> appearances;  // at the primary: all, where there are several
    std::uint32_t in_use = 0;            // at the primary: stations that use it
    Forwarding forwarding;               // at the primary: in force
    Forwarding forwarding_to_come;       // at the primary: will be, when the timer is due
    TimerId forwarding_timer;
};

inline const AddressExtras kNoExtras;

// A cache line each: of a hundred thousand addresses hardly any is in the cache when it is called.
struct Address {
    const AddressSpec* spec = nullptr;  // of all that are alike; without number and name
    std::unique_ptr<AddressExtras> extras;
    StationId station;
    TextId number, name;
    std::uint32_t position = 0;  // 0, 1, 2 ... within its station
    std::uint32_t active = 0;    // connections neither Null nor Held
    std::uint32_t held = 0;      // for nothing in particular
    std::uint32_t pending = 0;   // held for a transfer or a conference
    std::uint32_t made = 0;      // connections so far
    OrbitId orbit;               // that it models: it shows who is parked there, and is not called
    AddressId primary;       // the first appearance of the same number; itself, where there is one
    bool in_service = true;  // apart from its station

    // At the primary; none where one station alone has it.
    [[nodiscard]] const std::vector<AddressId>& appearances() const {
        return extras ? extras->appearances : kNoExtras.appearances;
    }
    [[nodiscard]] bool is_shared() const { return extras && !extras->appearances.empty(); }
    [[nodiscard]] const Forwarding& forwarding() const {
        return extras ? extras->forwarding : kNoExtras.forwarding;
    }
    [[nodiscard]] std::uint32_t in_use() const { return extras ? extras->in_use : 0; }
    AddressExtras& rare() {
        if (!extras) extras = std::make_unique<AddressExtras>();
        return *extras;
    }
};

struct Station {
    TextId name;
    PolicyId policy;               // invalid: the exchange's own
    std::uint32_t max_active = 0;  // over all addresses; 0: no further limit
    std::uint32_t active = 0;
    ConnectionId first;  // chain by next_at_station, newest last
    bool in_service = true;
    bool message_waiting = false;  // its lamp is lit
    SimTime last_order;            // its latest one is due: what was asked first is done first
    SimTime idle_since;            // when its last call ended
    std::vector<AddressId> addresses;
    std::vector<GroupId> groups;  // of which one of its addresses is a member
};

// What a party in the outside world does when it is called.
struct OutsideScript {
    enum class Does : std::uint8_t {
        Answers,   // rings, answers after a while
        NoAnswer,  // rings for ever
        Busy,
        Rejects,      // rings, turns the call down after a while
        SpecialInfo,  // information tone, kind as given by `tone`
        DoesNotExist,
        NumberChanged,
        OutOfOrder,
        Unreachable,
        Congestion,
    };
    Does does = Does::Answers;
    Cause tone = Cause::VacantTone;  // for SpecialInfo: VacantTone, CircuitTone or ReorderTone
    Duration after_least = 2s;       // rings between these two before it answers or rejects
    Duration after_most = 2s;
    Duration clears_after{};    // hangs up this long after the answer; zero: never
    Duration gives_up_after{};  // as a caller: hangs up when not answered; zero: never
};

struct OutsideSpec {
    std::string number;  // digits after the trunk access code, or starting with '+'
    std::string name;    // may be empty
    Disclosure shows_number = Disclosure::Known;  // Known, Withheld or OutOfArea
    std::uint32_t media = 0;  // of the calls it makes; 0: the exchange's default
    OutsideScript script;
};

struct Outside {
    OutsideSpec spec;
    TextId number, name;
    ConnectionId connection;  // its present call, if any
};

}  // namespace pbxlab::pbx
