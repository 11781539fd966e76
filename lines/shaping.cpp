#include "lines/shaping.h"

#include <array>

namespace pbxlab::lines {

namespace {

using pbx::Cause;
using pbx::ConnState;

// How each state of a connection is told; 0: not at all. In the order of enum ConnState.
constexpr std::array<std::uint32_t, pbx::kConnStateCount> kStates = {
    LINECALLSTATE_IDLE,
    0,
    LINECALLSTATE_DIALTONE,
    LINECALLSTATE_DIALING,
    LINECALLSTATE_PROCEEDING,
    LINECALLSTATE_RINGBACK,
    LINECALLSTATE_BUSY,
    LINECALLSTATE_SPECIALINFO,
    LINECALLSTATE_OFFERING,
    LINECALLSTATE_ACCEPTED,
    LINECALLSTATE_CONNECTED,
    LINECALLSTATE_ONHOLD,
    LINECALLSTATE_DISCONNECTED,
    LINECALLSTATE_CONNECTED,  // in use at another appearance
    0,
    LINECALLSTATE_CONFERENCED,
    LINECALLSTATE_BUSY};  // as the profile says

struct CauseModes {
    Cause cause;
    std::uint32_t disconnect;
    std::uint32_t busy;
    std::uint32_t special;
};
constexpr CauseModes kModes[] = {
    {Cause::None, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::Normal, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::Abandoned, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::Busy, LINEDISCONNECTMODE_BUSY, LINEBUSYMODE_STATION, LINESPECIALINFO_UNKNOWN},
    {Cause::TrunksBusy, LINEDISCONNECTMODE_CONGESTION, LINEBUSYMODE_TRUNK,
     LINESPECIALINFO_NOCIRCUIT},
    {Cause::Rejected, LINEDISCONNECTMODE_REJECT, LINEBUSYMODE_STATION, LINESPECIALINFO_UNKNOWN},
    {Cause::NoAnswer, LINEDISCONNECTMODE_NOANSWER, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::BadNumber, LINEDISCONNECTMODE_BADADDRESS, LINEBUSYMODE_UNKNOWN,
     LINESPECIALINFO_CUSTIRREG},
    {Cause::NumberChanged, LINEDISCONNECTMODE_NUMBERCHANGED, LINEBUSYMODE_UNKNOWN,
     LINESPECIALINFO_CUSTIRREG},
    {Cause::OutOfOrder, LINEDISCONNECTMODE_OUTOFORDER, LINEBUSYMODE_UNKNOWN,
     LINESPECIALINFO_REORDER},
    {Cause::Unreachable, LINEDISCONNECTMODE_UNREACHABLE, LINEBUSYMODE_UNKNOWN,
     LINESPECIALINFO_UNKNOWN},
    {Cause::Congestion, LINEDISCONNECTMODE_CONGESTION, LINEBUSYMODE_TRUNK,
     LINESPECIALINFO_NOCIRCUIT},
    {Cause::Blocked, LINEDISCONNECTMODE_BLOCKED, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_CUSTIRREG},
    {Cause::DoNotDisturb, LINEDISCONNECTMODE_DONOTDISTURB, LINEBUSYMODE_STATION,
     LINESPECIALINFO_UNKNOWN},
    {Cause::VacantTone, LINEDISCONNECTMODE_BADADDRESS, LINEBUSYMODE_UNKNOWN,
     LINESPECIALINFO_CUSTIRREG},
    {Cause::CircuitTone, LINEDISCONNECTMODE_CONGESTION, LINEBUSYMODE_TRUNK,
     LINESPECIALINFO_NOCIRCUIT},
    {Cause::ReorderTone, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_REORDER},
    {Cause::ServiceLost, LINEDISCONNECTMODE_OUTOFORDER, LINEBUSYMODE_UNKNOWN,
     LINESPECIALINFO_REORDER},
    {Cause::TimeLimit, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::PickedUp, LINEDISCONNECTMODE_PICKUP, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::HuntedOn, LINEDISCONNECTMODE_FORWARDED, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::TooOften, LINEDISCONNECTMODE_FORWARDED, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::SentOn, LINEDISCONNECTMODE_FORWARDED, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::Parked, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
    {Cause::Transferred, LINEDISCONNECTMODE_NORMAL, LINEBUSYMODE_UNKNOWN, LINESPECIALINFO_UNKNOWN},
};
constexpr bool rows_are_in_order() {
    for (std::size_t i = 0; i < std::size(kModes); ++i) {
        if (static_cast<std::size_t>(kModes[i].cause) != i) return false;
    }
    return true;
}
static_assert(rows_are_in_order(), "one row for each cause, in the order of enum Cause");

std::uint32_t mode_of(std::uint32_t state, Cause cause, const pbx::Connection& facts,
                      const Profile& profile) {
    const CauseModes& modes = kModes[static_cast<std::size_t>(cause)];
    switch (state) {
        case LINECALLSTATE_DIALTONE: return LINEDIALTONEMODE_NORMAL;
        case LINECALLSTATE_OFFERING:
            return facts.silent ? LINEOFFERINGMODE_INACTIVE : LINEOFFERINGMODE_ACTIVE;
        case LINECALLSTATE_BUSY: return modes.busy;
        case LINECALLSTATE_SPECIALINFO: return modes.special;
        case LINECALLSTATE_DISCONNECTED:
            return cause == Cause::TimeLimit ? profile.time_limit_mode : modes.disconnect;
        case LINECALLSTATE_CONNECTED: return connected_mode(profile, facts);
        default: return 0;
    }
}

constexpr std::uint32_t kProgress = LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING |
                                    LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK;
// What a provider without call progress detection never hears once it has dialled.
constexpr std::uint32_t kUnheard = LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK |
                                   LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO;

// What providers need not report besides.
constexpr std::uint32_t kMayBeSilent =
    LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO | LINECALLSTATE_DISCONNECTED;

// A held call says what it is held for (reference: call-model 4).
std::uint32_t hold_state(pbx::HoldFor why) {
    switch (why) {
        case pbx::HoldFor::Nothing: break;
        case pbx::HoldFor::Transfer: return LINECALLSTATE_ONHOLDPENDTRANSFER;
        case pbx::HoldFor::Conference: return LINECALLSTATE_ONHOLDPENDCONF;
    }
    return LINECALLSTATE_ONHOLD;
}

// The state that providers tell a consultation call in when its line is ready.
std::uint32_t first_of_consultation(ConsultFirst first) {
    switch (first) {
        case ConsultFirst::DialTone: break;
        case ConsultFirst::Dialing: return LINECALLSTATE_DIALING;
        case ConsultFirst::Unknown: return LINECALLSTATE_UNKNOWN;
    }
    return LINECALLSTATE_DIALTONE;
}

// The end of a call, which some providers tell in two steps.
Telling ending(const Profile& profile, const Leg& leg, const pbx::Event& moved,
               const pbx::Connection& facts) {
    Telling telling;
    if (moved.cause == Cause::Parked) {  // the page knows of nothing before IDLE
        telling.add({LINECALLSTATE_IDLE, 0});
        return telling;
    }
    const bool transferred = moved.cause == Cause::Transferred;
    if (transferred && profile.transfer_end == TransferEnd::UnknownThenIdle) {
        telling.add({LINECALLSTATE_UNKNOWN, 0});
        telling.add({LINECALLSTATE_IDLE, 0});
        return telling;
    }
    const bool sent_on = moved.cause == Cause::SentOn;
    const bool never_answered =
        (pbx::is_presented(moved.from) || facts.camps) && moved.cause != Cause::None;
    const bool was_shown = moved.from == ConnState::Bridged && moved.cause != Cause::None;
    const bool unanswered_disconnects =
        moved.cause == Cause::PickedUp
            ? profile.losing_style == LosingStyle::DisconnectedThenIdle
            : profile.abandon_style == AbandonStyle::DisconnectedThenIdle;
    const bool reports = profile.drop_reports_disconnected ||
                         (transferred && profile.transfer_end == TransferEnd::DisconnectedThenIdle);
    const bool first_disconnected =
        sent_on          ? profile.redirect_end == EndStyle::DisconnectedThenIdle
        : never_answered ? unanswered_disconnects
                         : was_shown || (reports && leg.state != LINECALLSTATE_DISCONNECTED);
    if (first_disconnected && (profile.reported_states & LINECALLSTATE_DISCONNECTED) != 0) {
        telling.add({LINECALLSTATE_DISCONNECTED,
                     mode_of(LINECALLSTATE_DISCONNECTED, moved.cause, facts, profile)});
    }
    telling.add({LINECALLSTATE_IDLE, 0});
    return telling;
}

}  // namespace

std::uint32_t connected_mode(const Profile& profile, const pbx::Connection& facts) {
    const bool held = facts.far_held && profile.remote_hold_visible;
    if (facts.state == ConnState::Bridged)
        return held ? LINECONNECTEDMODE_INACTIVEHELD : LINECONNECTEDMODE_INACTIVE;
    return held ? LINECONNECTEDMODE_ACTIVEHELD : LINECONNECTEDMODE_ACTIVE;
}

Telling shape(const Profile& profile, const Leg& leg, const pbx::Event& moved,
              const pbx::Connection& facts) {
    if (moved.to == ConnState::Null) return ending(profile, leg, moved, facts);
    Telling telling;
    std::uint32_t state = kStates[static_cast<std::size_t>(moved.to)];
    if (profile.connect_on_dial_end && moved.to == ConnState::Routing)
        state = LINECALLSTATE_CONNECTED;
    if (moved.to == ConnState::Held) state = hold_state(facts.held_for);
    // Nobody listens to the dial tone of a call that is to join a conference by itself.
    const bool joins = facts.conference.valid() && !facts.partner.valid();
    if (moved.to == ConnState::DialTone && joins) return telling;
    if (moved.to == ConnState::Camping) state = profile.camp_on_state;
    if (moved.to == ConnState::DialTone && facts.partner.valid())
        state = first_of_consultation(profile.consult_first);
    if (state == 0 || (leg.connect_told && (state & kUnheard) != 0)) return telling;
    if ((state & kProgress & ~profile.outbound_states) != 0) return telling;
    if ((state & kMayBeSilent & ~profile.reported_states) != 0) return telling;
    telling.add({state, mode_of(state, moved.cause, facts, profile)});
    return telling;
}

}  // namespace pbxlab::lines
