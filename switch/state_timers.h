// What happens by itself when a connection stays in a state: the second half of the connection
// machine. A row's timer is set on entering `state`, runs on while the state is one of `through`,
// and is cancelled by Core::move on the way out. A limit of zero sets none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "switch/connection_states.h"
#include "switch/due.h"
#include "switch/model.h"
#include "switch/policy.h"
#include "switch/time.h"

namespace pbxlab::pbx {

// What a limit may depend on.
struct Situation {
    Core& core;
    const Policy& policy;
    const Connection& connection;
    const OutsideScript* script;  // of an outside party, which has nobody else to act for it; the
                                  // rows for one may count on it
    Duration sending;             // how long digits already given will still take
    [[nodiscard]] Duration takes(Delay Policy::*step) const {
        return pbx::takes(core, policy, step);
    }
};

// The limits, zero where they do not apply.
namespace timer_table {
using At = const Situation&;
constexpr Duration after_sending(At at, Duration limit) {
    return limit > 0s ? at.sending + limit : Duration{};
}
constexpr Duration first_digit(At at) { return after_sending(at, at.policy.first_digit_limit); }
constexpr Duration digit_by_hand(At at) {
    return at.connection.by_hand ? after_sending(at, at.policy.hand_digit_limit) : Duration{};
}
constexpr Duration digit_by_request(At at) {
    return at.connection.by_hand ? Duration{} : after_sending(at, at.policy.inter_digit_limit);
}
constexpr Duration no_answer(At at) { return at.connection.no_answer_limit; }
inline Duration busy_tone(At at) {
    const Treatment how =
        at.connection.cause == Cause::TrunksBusy ? at.policy.on_trunks_busy : at.policy.on_busy;
    const bool brief = how == Treatment::ToneThenClear;
    return brief ? at.takes(&Policy::clear_time) : at.policy.tone_limit;
}
constexpr Duration information_tone(At at) { return at.policy.tone_limit; }
constexpr Duration cleared(At at) { return at.policy.clear_release_limit; }
constexpr Duration ring_on_offer(At at) {
    return at.policy.accept_to_alert ? Duration{} : at.policy.ring_cycle;
}
constexpr Duration ring_on_accept(At at) {
    return at.policy.accept_to_alert ? at.policy.ring_cycle : Duration{};
}
inline Duration auto_accept(At at) {
    return at.policy.auto_accept ? at.takes(&Policy::auto_accept_time) : Duration{};
}
inline Duration caller_number(At at) { return at.takes(&Policy::caller_id_delay); }
constexpr Duration longest_call(At at) {
    return at.connection.direction == Direction::Outgoing ? at.policy.call_limit : Duration{};
}
constexpr Duration members_call(At at) {  // from its answer on
    return at.connection.unanswered ? Duration{} : longest_call(at);
}
constexpr Duration patience(At at) { return at.script->gives_up_after; }
constexpr Duration talk(At at) { return at.script->clears_after; }
constexpr Duration added_unanswered(At at) {
    return at.connection.unanswered && !at.policy.members_wait ? at.policy.member_answer_limit
                                                               : Duration{};
}
inline Duration hangs_up(At at) { return at.takes(&Policy::clear_time); }
}  // namespace timer_table

// Where a running timer is kept. One runs in a place at a time; a timer kept in State ends with
// every move.
enum class TimerPlace : std::uint8_t { State, Ring, Id, Limit };
inline constexpr std::size_t kTimerPlaceCount = 4;
inline constexpr std::array<TimerId Connection::*, kTimerPlaceCount> kTimerPlaces = {
    &Connection::state_timer, &Connection::ring_timer, &Connection::id_timer,
    &Connection::limit_timer};

// A set of states, one bit each.
using States = std::uint32_t;
template <class... State>
constexpr States states(State... s) {
    return ((1U << static_cast<unsigned>(s)) | ...);
}
constexpr bool has(States set, ConnState s) {
    return ((set >> static_cast<unsigned>(s)) & 1U) != 0;
}

// Whose connections a row is for.
enum class Side : std::uint8_t { Anybody, Station, Outside };

struct StateTimer {
    Side side;
    ConnState state;
    States through;
    TimerPlace place;
    Duration (*limit)(const Situation&);
    Due then;
    std::string_view words;
};

namespace timer_table {
using S = ConnState;
using enum ConnState;
using enum TimerPlace;
using D = Due;
inline constexpr Side kAny = Side::Anybody, kIn = Side::Station, kOut = Side::Outside;
inline constexpr States kThat = 0;  // the state alone
inline constexpr States kRings = states(S::Offered, S::Accepted);
inline constexpr States kWaits = states(S::Routing, S::Delivered);
inline constexpr States kTalks = states(S::Connected, S::Held, S::Conferenced);
inline constexpr States kKnown = kRings | kTalks | states(S::Cleared);

// clang-format off
inline constexpr std::array<StateTimer, 19> kStateTimers = {{
    // the caller's line
    {kAny, DialTone,    kThat,  State, first_digit,      D::Reorder,    "dial tone and no digit"},
    {kAny, Dialing,     kThat,  State, digit_by_hand,    D::NumberEnds, "a number by hand stops"},
    {kAny, Dialing,     kThat,  State, digit_by_request, D::NumberEnds, "a requested number stops"},
    {kAny, Routing,     kWaits, Limit, no_answer,        D::NoAnswer,   "no answer"},
    {kIn,  BusyTone,    kThat,  State, busy_tone,        D::ToneEnds,   "busy tone ends"},
    {kIn,  Intercepted, kThat,  State, information_tone, D::ToneEnds,   "information tone ends"},
    {kIn,  Cleared,     kThat,  State, cleared,          D::Release,    "cleared and not released"},
    // a presented call
    {kIn,  Offered,     kRings, Ring,  ring_on_offer,    D::Ring,       "next ring of an offer"},
    {kIn,  Accepted,    kRings, Ring,  ring_on_accept,   D::Ring,       "next ring once accepted"},
    {kIn,  Offered,     kThat,  State, auto_accept,      D::AutoAccept, "telephone accepts"},
    {kAny, Offered,     kKnown, Id,    caller_number,    D::ShowCaller, "caller's number follows"},
    // a call
    {kAny, Connected,   kTalks, Limit, longest_call,     D::TimeLimit,  "longest call"},
    {kAny, Conferenced, kTalks, Limit, members_call,     D::TimeLimit,  "longest call of a member"},
    {kAny, Conferenced, kThat,  State, added_unanswered, D::NoAnswer,   "member does not answer"},
    // a party outside
    {kOut, Routing,     kWaits, Limit, patience,         D::Release,    "outside: gives up"},
    {kOut, Connected,   kThat,  State, talk,             D::Release,    "outside: has talked"},
    {kOut, BusyTone,    kThat,  State, hangs_up,         D::Release,    "outside: hears busy"},
    {kOut, Intercepted, kThat,  State, hangs_up,         D::Release,    "outside: is intercepted"},
    {kOut, Cleared,     kThat,  State, hangs_up,         D::Release,    "outside: is cleared"},
}};
// clang-format on
}  // namespace timer_table

using timer_table::kStateTimers;
static_assert(kStateTimers.size() <= 32, "the rows of a state are kept as bits");

}  // namespace pbxlab::pbx
