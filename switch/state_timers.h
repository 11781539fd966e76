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
    const OutsideScript* script;  // of an outside party, which has nobody else to act for it
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
constexpr Duration if_station(At at, Duration limit) { return at.script ? Duration{} : limit; }
constexpr Duration if_outside(At at, Duration limit) { return at.script ? limit : Duration{}; }
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
    return if_station(at, brief ? at.takes(&Policy::clear_time) : at.policy.tone_limit);
}
constexpr Duration information_tone(At at) { return if_station(at, at.policy.tone_limit); }
constexpr Duration cleared(At at) { return if_station(at, at.policy.clear_release_limit); }
constexpr Duration ring_on_offer(At at) {
    return if_station(at, at.policy.accept_to_alert ? Duration{} : at.policy.ring_cycle);
}
constexpr Duration ring_on_accept(At at) {
    return if_station(at, at.policy.accept_to_alert ? at.policy.ring_cycle : Duration{});
}
inline Duration auto_accept(At at) {
    return if_station(at, at.policy.auto_accept ? at.takes(&Policy::auto_accept_time) : Duration{});
}
inline Duration caller_number(At at) { return at.takes(&Policy::caller_id_delay); }
constexpr Duration longest_call(At at) {
    return at.connection.direction == Direction::Outgoing ? at.policy.call_limit : Duration{};
}
constexpr Duration members_call(At at) {  // from its answer on
    return at.connection.unanswered ? Duration{} : longest_call(at);
}
constexpr Duration patience(At at) { return at.script ? at.script->gives_up_after : Duration{}; }
constexpr Duration talk(At at) { return at.script ? at.script->clears_after : Duration{}; }
constexpr Duration added_unanswered(At at) {
    return at.connection.unanswered && !at.policy.members_wait ? at.policy.member_answer_limit
                                                               : Duration{};
}
inline Duration hangs_up(At at) { return if_outside(at, at.takes(&Policy::clear_time)); }
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

struct StateTimer {
    ConnState state;
    States through;
    TimerPlace place;
    Duration (*limit)(const Situation&);
    Due then;
    std::string_view words;
};

namespace timer_table {
using S = ConnState;
using P = TimerPlace;
using D = Due;
inline constexpr States kThat = 0;  // the state alone
inline constexpr States kRings = states(S::Offered, S::Accepted);
inline constexpr States kWaits = states(S::Routing, S::Delivered);
inline constexpr States kTalks = states(S::Connected, S::Held, S::Conferenced);
inline constexpr States kKnown = kRings | kTalks | states(S::Cleared);

// clang-format off
inline constexpr std::array<StateTimer, 19> kStateTimers = {{
    // the caller's line
    {S::DialTone,    kThat,  P::State, first_digit,      D::Reorder,    "dial tone and no digit"},
    {S::Dialing,     kThat,  P::State, digit_by_hand,    D::NumberEnds, "a number by hand stops"},
    {S::Dialing,     kThat,  P::State, digit_by_request, D::NumberEnds, "a requested number stops"},
    {S::Routing,     kWaits, P::Limit, no_answer,        D::NoAnswer,   "no answer"},
    {S::BusyTone,    kThat,  P::State, busy_tone,        D::ToneEnds,   "busy tone ends"},
    {S::Intercepted, kThat,  P::State, information_tone, D::ToneEnds,   "information tone ends"},
    {S::Cleared,     kThat,  P::State, cleared,          D::Release,    "cleared and not released"},
    // a presented call
    {S::Offered,     kRings, P::Ring,  ring_on_offer,    D::Ring,       "next ring of an offer"},
    {S::Accepted,    kRings, P::Ring,  ring_on_accept,   D::Ring,       "next ring once accepted"},
    {S::Offered,     kThat,  P::State, auto_accept,      D::AutoAccept, "telephone accepts"},
    {S::Offered,     kKnown, P::Id,    caller_number,    D::ShowCaller, "caller's number follows"},
    // a call
    {S::Connected,   kTalks, P::Limit, longest_call,     D::TimeLimit,  "longest call"},
    {S::Conferenced, kTalks, P::Limit, members_call,     D::TimeLimit,  "longest call of a member"},
    {S::Conferenced, kThat,  P::State, added_unanswered, D::NoAnswer,   "member does not answer"},
    // a party outside
    {S::Routing,     kWaits, P::Limit, patience,         D::Release,    "outside: gives up"},
    {S::Connected,   kThat,  P::State, talk,             D::Release,    "outside: has talked"},
    {S::BusyTone,    kThat,  P::State, hangs_up,         D::Release,    "outside: hears busy"},
    {S::Intercepted, kThat,  P::State, hangs_up,         D::Release,    "outside: is intercepted"},
    {S::Cleared,     kThat,  P::State, hangs_up,         D::Release,    "outside: is cleared"},
}};
// clang-format on
}  // namespace timer_table

using timer_table::kStateTimers;
static_assert(kStateTimers.size() <= 32, "the rows of a state are kept as bits");

}  // namespace pbxlab::pbx
