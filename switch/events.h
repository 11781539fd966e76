// What the switch tells those who watch it: one small record for each thing that happened, handed
// over at the instant it happens, in order. Records are plain values; nothing in them needs
// freeing.
#pragma once

#include <cstdint>
#include <string_view>

#include "switch/connection_states.h"
#include "switch/ids.h"
#include "switch/time.h"

namespace pbxlab::pbx {

// Why a connection is in its state.
enum class Cause : std::uint8_t {
    None,
    Normal,      // the other party hung up
    Abandoned,   // the caller gave up before the answer
    Busy,        // called party busy
    TrunksBusy,  // no free trunk
    Rejected,    // called party turned the call down
    NoAnswer,    // not answered in time
    BadNumber,   // nobody has, or could have, that number
    NumberChanged,
    OutOfOrder,  // destination out of service
    Unreachable,
    Congestion,
    Blocked,
    DoNotDisturb,
    VacantTone,   // information tone: irregularity on the customer's side
    CircuitTone,  // information tone: no circuit
    ReorderTone,  // information tone: equipment trouble or off hook too long
    ServiceLost,  // this party's own station lost service
    TimeLimit,    // longest call reached
    PickedUp,     // another station answered it
    HuntedOn,     // the call went on to other members of the group, or was forwarded
    TooOften,     // the call has been sent on from party to party too often
    SentOn,       // this party sent its call on to another number
    Parked,       // this party parked it
    Transferred,  // its party was transferred away
};

// Why a request, or an act at the telephone, was refused. Refusing changes nothing.
enum class Refusal : std::uint8_t {
    None,
    Gone,          // the connection no longer exists
    WrongState,    // not possible in the connection's state
    NoAppearance,  // every call appearance of the address or station is in use
    LineTaken,     // a fresh line was asked for, and the telephone is already off hook
    HoldFull,      // no more calls can be held
    OutOfService,
    BadNumber,    // the number cannot be dialled (or is the caller's own, and policy forbids it)
    NotAllowed,   // policy does not offer this
    Nothing,      // there is no call to act on
    OtherActive,  // another call is active, and policy refuses to touch it
    OrbitTaken,   // somebody else is parked there
    NoOrbit,      // somebody is parked at every orbit
    TooLong,      // the number that the exchange would choose is longer than was asked for
    TargetBusy,   // who would get the call cannot take it now, and policy does not try
    TooMany,      // a conference cannot have so many parties
    Full,         // as much has been asked for as policy lets one ask for
};

// What of a connection changed besides its state: its identities, and which call it is; bits.
enum PartyBits : std::uint8_t {
    kCaller = 1,
    kCalled = 2,
    kConnectedTo = 4,
    kRedirecting = 8,
    kRedirectedTo = 16,
    kReason = 32,
    kCallNumber = 64,
};

enum class EventKind : std::uint8_t {
    OrderTaken,  // `order` is being carried out now; what follows until OrderDone is its doing
    OrderDone,
    OrderRefused,    // `refusal` says why
    Moved,           // connection: `from` -> `to`, because of `cause`
    PartiesChanged,  // connection: identities in `detail` (PartyBits)
    FarHeld,         // the other party holds this connection
    FarRetrieved,
    Ring,             // `detail`: how many rings before this one
    SightLost,        // the exchange no longer knows what this connection does
    Queued,           // caller of a group: it waits; `detail`: how many wait before it
    Secured,          // nothing may break in on it any more
    SoundStarts,      // connection: hears a digit or tone from here on; `detail`: a Sound
    SoundEnds,        // and hears it no more
    PathOpens,        // connection: from here on it hears the others, the media delay being over
    MediaHeard,       // connection: what the others send is of this kind; `detail`: opaque bits
    SendingEnds,      // connection: all it had to send has been sent; `detail` 1: cut short
    Announcement,     // caller of a group: one is played as it waits; `detail`: how many before
    DataChanged,      // connection: other data are attached to its call
    Alerts,           // an offer that was only shown at this appearance rings there from now on
    InUse,            // address with several appearances: `detail` stations use it
    ServiceLost,      // station
    ServiceRestored,  // station
    AddressLost,      // `address` of a station that is in service otherwise
    AddressRestored,
    LampLit,  // station: messages wait for its person
    LampDark,
    CompletionMade,       // connection: it is going to be finished; `detail`: number of the request
    CompletionsChanged,   // `address` has one more request outstanding, or one less
    CompletionCancelled,  // `address`: not by its own will; `detail`: number of the request
    Forwards,             // `address`: other rules are in force; `detail` 1: not by an application
};

struct Event {
    SimTime at;
    ConnectionId connection;
    CallId call;
    OrderId order;
    std::uint64_t tag = 0;  // of `order`, as given by who placed it
    std::uint32_t detail = 0;
    AddressId address;  // of the connection, or invalid for an outside party
    StationId station;
    EventKind kind = EventKind::Moved;
    ConnState from = ConnState::Null;
    ConnState to = ConnState::Null;
    Cause cause = Cause::None;
    Refusal refusal = Refusal::None;
    bool operator==(const Event&) const = default;
};

// Whoever watches. Called synchronously; must not call anything that changes the exchange, except
// to place orders (they run later).
class Observer {
 public:
    virtual ~Observer() = default;
    virtual void on_event(const Event& event) = 0;
};

[[nodiscard]] std::string_view name(Cause cause);
[[nodiscard]] std::string_view name(Refusal refusal);
[[nodiscard]] std::string_view name(EventKind kind);

}  // namespace pbxlab::pbx
