// The exchange: the whole switch behind one door. It owns time, stations, trunks and calls.
// Applications' lines place orders; the person at a telephone and the outside world act through the
// control functions; whoever observes is told of everything that happens.
//
//   Exchange exchange{{.seed = 1}};
//   const auto alice = exchange.add_station({.name = "alice"});
//   const auto a = exchange.add_address(alice, {.number = "1001"});
//   ...
//   exchange.place({.kind = OrderKind::Originate, .address = *a, .digits = "1002"});
//   while (exchange.scheduler().step()) {}
//
// Single-threaded; never blocks; never reads a clock.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "switch/dial_plan.h"
#include "switch/events.h"
#include "switch/groups.h"
#include "switch/model.h"
#include "switch/orbits.h"
#include "switch/policy.h"
#include "switch/scheduler.h"

namespace pbxlab::pbx {

class Core;

// Turns one row of one table off, so that a test can show that every row matters.
struct MutedRow {
    enum class Table : std::uint8_t {
        None,
        ConnectionMoves,
        StateTimers,
        Orders,
        Hunts,
        Orbits,
        Forwards,
        Completions
    };
    Table table = Table::None;
    std::uint32_t row = 0;
};
// How many rows a table has, and what a row says ("connected on hold -> held").
[[nodiscard]] std::uint32_t row_count(MutedRow::Table table);
[[nodiscard]] std::string describe_row(MutedRow muted);

// What can be asked for, and why it may be refused when it comes to be carried out. All but
// Originate are refused with Gone when `connection` no longer exists, all but Clear with
// OutOfService.
enum class OrderKind : std::uint8_t {
    // Seize a line at `address` and dial `digits` (empty: wait for them). LineTaken, NoAppearance,
    // BadNumber; Gone for an address that does not exist.
    Originate,
    // Further `digits` for `connection`; empty with more=false: that was all. WrongState without
    // dial
    // tone or a number being dialled, or when no more digits were announced; BadNumber.
    Dial,
    // Claim the presented `connection`. WrongState unless offered.
    Accept,
    // Answer it, or join it at a shared address. WrongState unless offered, accepted or shown and
    // open to be joined; HoldFull when the active call cannot be held; NoAppearance for a station
    // that joins and has no room.
    Answer,
    // Release `connection`, whatever its state. NotAllowed for a presented one where policy says
    // so.
    Clear,
    // Hold it. WrongState unless connected, HoldFull.
    Hold,
    // Take it back. WrongState unless held, OtherActive, HoldFull, NoAppearance.
    Retrieve,
    // Hold `connection`, retrieve `other`. WrongState unless connected and held at one station.
    Swap,
    // Protect `connection` from interruption for the rest of its life; whatever its state.
    Secure,
    // Pass information on to the other parties. WrongState unless it can be exchanged now:
    // connected, offered, accepted, or the other end rings.
    Inform,
    // Send the presented `connection`, or one that was presented and is connected, on to `digits`;
    // it is released, and its caller goes there. WrongState unless presented, or connected to its
    // caller alone; BadNumber for its own number, or for one that nobody has where the order or
    // policy asks for that; TargetBusy where policy asks for that; NotAllowed when the call has
    // been sent on often enough.
    Redirect,
    // Hold `connection` for what `hold_for` says and seize a line of the same station at `address`,
    // as Originate does; the two are partners from then on. OrderTaken names the new connection.
    // WrongState unless connected, and at no other appearance as well; HoldFull, NoAppearance,
    // BadNumber.
    Consult,
    // Keep the other party of `connection` at the orbit `digits`, or at the free one that comes
    // first when empty and its number is not longer than `longest_number`; `connection` is
    // released. WrongState unless connected to exactly one connected party; BadNumber without such
    // an orbit; OrbitTaken, NoOrbit, TooLong.
    Park,
    // Connect `address` to who is parked at `digits`. NoAppearance, HoldFull; BadNumber without
    // such an orbit, or when the party is the station's own; Nothing for an empty one, where the
    // order does not let the attempt fail as a call.
    Unpark,
    // Connect `address` to a call that is offered elsewhere: at the number `digits`, or to a member
    // of the pickup group of `group_of`, or, when neither is given, as `picks` says. NoAppearance,
    // HoldFull; BadNumber for a number that nobody inside has; Nothing when there is no such call,
    // or it is secured.
    PickUp,
    // Bring the far parties of the held `connection` and of `other` together and release both.
    // WrongState unless they are at one station, and at no other appearance, and `other` is
    // connected, rings, is being routed or, where policy allows it, busy; NotAllowed when a station
    // would be connected to itself.
    Transfer,
    // Send the far party of the connected `connection` on to `digits` and release it. WrongState,
    // BadNumber; NotAllowed for a busy station, where policy refuses those.
    SendOn,
    // Seize a line of the same station at `address`, as Originate does, for one more party of a
    // conference. `connection` stands for the conference, and is held meanwhile; or it is a
    // connected call, which becomes the first member of a new one that is held; or it is invalid,
    // and the new one has no members yet. With `no_hold` nothing is held: `digits` are dialled, and
    // the conference comes about, or grows, by itself when they answer. OrderTaken names the new
    // connection; see Exchange::conference_of. WrongState, HoldFull, NoAppearance, BadNumber;
    // TooMany when the conference could not have one more party.
    Confer,
    // Make `other` a member of the held conference that `connection` stands for, and take that
    // back.
    // WrongState unless `other` is at the same station, at no other appearance, and connected,
    // held,
    // ringing or being routed; OtherActive when the station talks on a third call; TooMany,
    // NoAppearance. WrongState, too, for the caller of a group that nobody has answered, and for a
    // call whose other end is in the conference.
    AddParty,
    // Take the member `connection` out of its conference; what becomes of it is policy's.
    // WrongState
    // unless it is a member, and the last where policy takes out no other; NotAllowed where it
    // takes
    // out nobody; HoldFull, NoAppearance.
    RemoveParty,
    // Make a conference of the held `connection` and of `other`, as Transfer would bring their far
    // parties together. OrderTaken names the connection that stands for it. As Transfer; TooMany,
    // NoAppearance.
    Merge,
    // Finish `connection`, which met a station or group that is busy or does not answer, or no free
    // trunk, as `complete_by` says; event CompletionMade names the request. WrongState unless that
    // is so (CampOn: busy), Full, HoldFull when the station cannot hold one more; NotAllowed to
    // break in or leave a message elsewhere than at a station, to camp on the caller's own station,
    // one with a secured call, or a shared address, or where nobody could ever be reached.
    Complete,
    // Cancel request `completion` of `address`. Gone when it has none such (any more).
    Uncomplete,
};
inline constexpr std::size_t kOrderKindCount = 23;
// PickUp without a number or a group: what is looked for, in this order; bits.
inline constexpr std::uint8_t kPickWaiting = 1;  // a call offered at the address itself
inline constexpr std::uint8_t kPickGroup = 2;    // one offered to its pickup group
inline constexpr std::uint8_t kPickHeld = 4;     // one that another station of an Exclusive address
                                                 // has put on hold

struct Order {
    OrderKind kind = OrderKind::Originate;
    ConnectionId connection;
    ConnectionId other;
    AddressId address;
    AddressId group_of;        // PickUp: one whose group it is; invalid: no group is given
    std::string_view digits;   // copied; dialable characters only, at most DialPlan::kLongestNumber
    std::uint32_t pauses = 0;  // pause characters that were in the number
    std::uint64_t tag = 0;     // given back in the order's events
    Duration no_answer_limit{};            // Originate; zero: none; clamped to the policy's longest
    std::uint32_t media = 0;               // Originate
    bool more = false;                     // further digits follow
    bool fresh_line = false;               // Originate: only on a line that is on hook
    bool withhold_id = false;              // Originate
    bool vet_number = false;               // Originate, Dial: a number nobody can have is refused
    bool secure = false;                   // Originate
    HoldFor hold_for = HoldFor::Transfer;  // Consult
    bool may_fail = false;                 // Unpark: from an empty orbit the call fails
    bool no_hold = false;                  // Confer
    bool by_hand = false;    // Consult, Confer: dialled at the telephone; Merge: limits as usual
    std::uint8_t picks = 0;  // PickUp
    std::uint32_t longest_number = 0;               // Park
    CompleteBy complete_by = CompleteBy::CallBack;  // Complete
    std::uint32_t completion = 0;                   // Uncomplete
    Cause cause = Cause::None;  // Clear, of a presented call: what its caller gets; None: by policy
    Duration slower{};          // so much later than the policy's request_time it is carried out
};

struct ExchangeOptions {
    std::uint64_t seed = 1;
    Policy policy;  // of the exchange, and of stations that name none
    std::uint32_t trunks = 8;
    std::uint32_t default_media = 0;  // what an ordinary call carries
    MutedRow muted;
};

class Exchange {
 public:
    explicit Exchange(const ExchangeOptions& options = {});
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    // --- building; before or between calls
    PolicyId add_policy(const Policy& policy);
    StationId add_station(const StationSpec& spec);
    // Nothing when the number is refused by the dial plan (see DialPlan::add_station).
    std::optional<AddressId> add_address(StationId station, const AddressSpec& spec);
    // A further appearance, at another station, of an address that is not Private. `spec` gives
    // what is its own: limits, looks_only, rings, ring_after; the rest is the first one's.
    AddressId add_appearance(StationId station, AddressId of, const AddressSpec& spec);
    std::optional<OutsideId> add_outside(const OutsideSpec& spec);
    // Nothing when the number is refused by the dial plan as a station's would be. Its members
    // exist already.
    std::optional<GroupId> add_group(const GroupSpec& spec);
    // A number at which calls can be parked. Nothing when the dial plan refuses it.
    std::optional<OrbitId> add_orbit(std::string_view number);
    // An address that models this orbit: it shows, on hold, who is parked there, and that is all.
    // Nothing when there is no such orbit, or it has one already.
    std::optional<AddressId> add_orbit_address(StationId station, std::string_view number);
    // Whom recalls of parked calls ring that are the attendant's; none at first.
    void set_attendant(AddressId address);
    DialPlan& dial_plan();
    void observe(Observer& observer);  // told after those who came before

    // --- requests of applications' lines. Carried out after the policy's request_time; then
    // OrderTaken ... OrderDone, or OrderRefused, bear the tag. An Originate's OrderTaken names the
    // new connection before any other event about it. (When it joins a line that a hand already
    // lifted, OrderTaken names that connection.)
    OrderId place(const Order& order);
    // Withdraws an order that has not been carried out; no event comes. False when too late.
    bool withdraw(OrderId order);

    // --- the person at the telephone; carried out at once. All but hanging up: OutOfService.
    // Answers what rings (as phone_answer), or seizes a line for dialling at `address`, the
    // station's first where none is given: NoAppearance.
    Refusal phone_lift(StationId station, AddressId address = {});
    // Digit by digit into the line lifted by hand, or one that waits for digits; without such a
    // line along the connected call, as tones. Nothing without a call, WrongState when none of them
    // takes digits, BadNumber for what is not on the keys or too long.
    Refusal phone_dial(StationId station, std::string_view digits);
    // The presented call, oldest first; an active call is treated as on_answer says. Nothing,
    // HoldFull.
    Refusal phone_answer(StationId station);
    // A call waits: hold and answer it; active and held: swap; active: hold; held: retrieve. The
    // call held longest comes first. Nothing, HoldFull, NoAppearance.
    Refusal phone_flash(StationId station);
    // Releases the active call, or turns down the presented one when none is active; held calls
    // stay. Nothing, NotAllowed where policy lets nobody turn calls down.
    Refusal phone_hang_up(StationId station);
    // Keys and codes of a telephone. All are refused as the order of their kind is, and with
    // Nothing when there is no call that they could be about.
    // Parks the connected call, at the free orbit that comes first where none is named.
    Refusal phone_park(StationId station, std::string_view orbit = {});
    Refusal phone_unpark(StationId station, std::string_view orbit);
    // Takes a call that is offered at the number; without one, any at the station's first address
    // or in its pickup group.
    Refusal phone_pick_up(StationId station, std::string_view number = {});
    // Holds the connected call, or conference, and takes a line to consult somebody about it, whose
    // number is dialled as usual.
    Refusal phone_consult(StationId station);
    // Brings the party that somebody was consulted about and that one together; with a number,
    // sends the party of the connected call on to it.
    Refusal phone_transfer(StationId station, std::string_view number = {});
    // Brings the held party, the one that was consulted and this one together in a conference; of a
    // conference that consults somebody, takes that one in.
    Refusal phone_confer(StationId station);
    // Finishes later the call that hears busy, or that it ring; and wants the latest request no
    // more.
    Refusal phone_complete(StationId station, CompleteBy how);
    Refusal phone_uncomplete(StationId station);

    // --- the outside world; carried out at once
    // Calls a station's number; Gone when the party is already in a call, NoAppearance when no
    // trunk is free, BadNumber never: the caller hears it.
    Refusal outside_calls(OutsideId party, std::string_view digits);
    // The presented call; Nothing without a call, WrongState when it is not presented (any more).
    Refusal outside_answers(OutsideId party);
    Refusal outside_rejects(OutsideId party);
    // Its call, whatever its state; a presented one is turned down. Nothing without a call.
    Refusal outside_hangs_up(OutsideId party);
    // What the party does from the next call on; one that is in progress keeps what is already
    // timed.
    void set_script(OutsideId party, const OutsideScript& script);

    // --- along a connected call, between its parties; starts after the policy's request_time. What
    // the connection was sending before is broken off: SendingEnds. All are refused with Gone when
    // there is no such connection; whoever has no talking path at the moment hears nothing.
    // Digits 0-9 A-D * # (pulse: 0-9), ',' for a pause, '!' for a hook flash; others are passed
    // over. `each` zero: the policy's digit_time; clamped to shortest_digit..longest_digit.
    Refusal send_digits(ConnectionId connection, std::string_view digits, bool pulse,
                        Duration each);
    // `length` zero: until the call ends or something else is sent.
    Refusal send_tone(ConnectionId connection, const Tone& tone, Duration length);
    void stop_sending(ConnectionId connection);
    // Whether digits and tones pass at this connection now: connected, and the media delay is over.
    [[nodiscard]] bool has_path(ConnectionId connection) const;
    // The same for a party outside: Nothing without a call, WrongState unless it is connected.
    Refusal outside_digits(OutsideId party, std::string_view digits);
    Refusal outside_tone(OutsideId party, const Tone& tone, Duration length);
    // What it sends is of this kind from now on; opaque bits.
    Refusal outside_media(OutsideId party, std::uint32_t media);

    // Attaches data to the call of the connection, for all its parties (DataChanged), in the place
    // of what was attached; they outlive the connection, not the call. Gone: no such connection.
    Refusal attach_data(ConnectionId connection, std::string_view data);

    // --- service
    void set_service(StationId station, bool in_service);       // no event when nothing changes
    void set_service(AddressId address, bool in_service);       // of one address; the same
    void set_message_waiting(StationId station, bool waiting);  // the lamp; the same
    void set_trunks(std::uint32_t trunks);                      // calls in progress keep theirs

    // --- forwarding (forwarding_rules.h): the rules of an address, all of them anew; none: it is
    // not forwarded. An address that several stations have is forwarded as a whole. Calls that ring
    // already are not affected. Event Forwards when they are in force.
    // As its telephone does it, or whoever runs the exchange: at once.
    void set_forwarding(AddressId address, const Forwarding& forwarding);
    // As an application asks: after the policy's forwarding_time. What was asked before and is not
    // yet in force never will be.
    void ask_forwarding(AddressId address, const Forwarding& forwarding);

    // --- calls finished later
    // The exchange gives a request up: event CompletionCancelled. Gone when there is none such.
    Refusal cancel_completion(std::uint32_t number);

    // --- time
    // How long what this station's line is asked for, and does by itself, takes this time: the
    // policy's request_time.
    [[nodiscard]] Duration request_time(StationId id);
    Scheduler& scheduler();
    const Scheduler& scheduler() const;

    // --- looking
    const Connection* find(ConnectionId connection) const;  // nullptr once released
    const Call* find(CallId call) const;
    std::uint32_t trunk_of(CallId id) const;  // the first that it uses; kNobody: none
    std::uint32_t trunks_in_use() const;
    const Station& station(StationId station) const;
    const Address& address(AddressId address) const;
    // All appearances of the same address; none where one station alone has it.
    const std::vector<AddressId>& sharers(AddressId address) const;
    // The addresses that belong to a pickup group, in the order in which they were added.
    std::vector<AddressId> pickup_group(std::string_view name) const;
    const Orbit& orbit(OrbitId orbit) const;
    // The orbit that the next call would be parked at for which none is named; nothing when none is
    // free.
    std::optional<OrbitId> next_orbit() const;
    // Of a shared address: stations that take part in a call there, other than by being rung.
    std::uint32_t stations_using(AddressId address) const;
    // Requests of an address to finish calls: how many are outstanding; whether one of them is.
    std::uint32_t completion_count(AddressId by) const;
    bool has_completion(AddressId by, std::uint32_t number) const;
    // None, or why OrderKind::Complete would be refused now.
    Refusal check_complete(ConnectionId connection, CompleteBy how) const;
    // The rules in force.
    const Forwarding& forwarding(AddressId address) const;
    const Outside& outside(OutsideId party) const;
    const Group& group(GroupId group) const;
    const Policy& policy(StationId station) const;
    std::uint32_t station_count() const;
    std::uint32_t connection_count() const;  // live ones
    std::uint32_t order_count() const;       // placed, not yet carried out
    std::string_view text(TextId id) const;
    std::string_view number(AddressId id) const;
    std::string_view name(StationId id) const;
    Tone tone(Sound sound) const;  // of a sound that is_tone
    std::optional<StationId> find_station(std::string_view name) const;
    std::optional<AddressId> find_address(std::string_view number) const;
    std::optional<OutsideId> find_outside(std::string_view number) const;
    // At the other end; an invalid id when there is none (any more, or yet).
    ConnectionId far_end(ConnectionId connection) const;
    // The conference that it stands for, is a member of or is to be added to; nullptr: none.
    const Conference* conference_of(ConnectionId connection) const;
    // Everybody who hears what is said at this connection, whatever state they are in: the others
    // of its call, and of its conference.
    std::vector<ConnectionId> others_of(ConnectionId connection) const;
    bool has_free_appearance(AddressId address) const;  // for one more active call, now
    bool can_hold_more(AddressId address) const;
    // What would become of an order now: None, or why it would be refused. See OrderKind.
    Refusal check_clear(ConnectionId connection) const;
    Refusal check_retrieve(ConnectionId connection) const;
    Refusal check_swap(ConnectionId connection, ConnectionId other) const;
    Refusal check_consult(ConnectionId connection, AddressId address) const;
    Refusal check_transfer(ConnectionId held, ConnectionId other) const;
    Refusal check_confer(ConnectionId connection, AddressId address, bool no_hold) const;
    Refusal check_add_party(ConnectionId conference, ConnectionId other) const;
    Refusal check_remove_party(ConnectionId connection) const;
    Refusal check_merge(ConnectionId held, ConnectionId other) const;
    // None when the connection could be answered, or joined, as policy says; see OrderKind::Answer.
    Refusal check_answer(ConnectionId connection) const;

    // The first broken invariant in words, or nothing: no connection without a call, no ended call
    // with a timer, counts equal what they count, chains whole, no more active or held calls than
    // allowed, trunks in use equal calls on trunks. A held call that is cleared by its far end
    // counts as active again and may pass the limit. To be asked between timers; while an event is
    // being told, limits are not checked.
    [[nodiscard]] std::optional<std::string> check_invariants() const;

 private:
    std::unique_ptr<Core> core_;
};

}  // namespace pbxlab::pbx
