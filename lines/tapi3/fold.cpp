#include "lines/tapi3/fold.h"

namespace pbxlab::lines::tapi3 {

namespace {

struct Folded {
    std::uint32_t states;  // LINECALLSTATE_ bits
    std::uint32_t shown;   // CALL_STATE
};
constexpr Folded kStates[] = {
    {LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED, CS_OFFERING},
    {LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING | LINECALLSTATE_PROCEEDING |
         LINECALLSTATE_RINGBACK,
     CS_INPROGRESS},
    {LINECALLSTATE_CONNECTED | LINECALLSTATE_CONFERENCED, CS_CONNECTED},
    {LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_ONHOLDPENDTRANSFER,
     CS_HOLD},
    {LINECALLSTATE_BUSY | LINECALLSTATE_DISCONNECTED | LINECALLSTATE_IDLE, CS_DISCONNECTED},
};

// CALL_STATE's own transitions: the states that may follow each, as bits.
constexpr std::uint32_t bit(std::uint32_t state) { return 1U << state; }
constexpr std::uint32_t kFollow[] = {
    // CS_IDLE, and CS_QUEUED, in which a call can only begin
    bit(CS_INPROGRESS) | bit(CS_CONNECTED) | bit(CS_DISCONNECTED) | bit(CS_OFFERING) |
        bit(CS_HOLD) | bit(CS_QUEUED),
    bit(CS_CONNECTED) | bit(CS_DISCONNECTED) | bit(CS_HOLD),  // CS_INPROGRESS
    bit(CS_HOLD) | bit(CS_DISCONNECTED),                      // CS_CONNECTED
    0,                                                        // CS_DISCONNECTED
    bit(CS_CONNECTED) | bit(CS_DISCONNECTED) | bit(CS_HOLD),  // CS_OFFERING
    bit(CS_CONNECTED) | bit(CS_DISCONNECTED),                 // CS_HOLD
    bit(CS_CONNECTED) | bit(CS_DISCONNECTED) | bit(CS_HOLD),  // CS_QUEUED
};

struct CauseOf {
    std::uint32_t mode;  // LINEDISCONNECTMODE_
    std::uint32_t cause;
};
constexpr CauseOf kCauses[] = {
    {LINEDISCONNECTMODE_NORMAL, CEC_DISCONNECT_NORMAL},
    {LINEDISCONNECTMODE_BUSY, CEC_DISCONNECT_BUSY},
    {LINEDISCONNECTMODE_BADADDRESS, CEC_DISCONNECT_BADADDRESS},
    {LINEDISCONNECTMODE_NUMBERCHANGED, CEC_DISCONNECT_BADADDRESS},
    {LINEDISCONNECTMODE_NOANSWER, CEC_DISCONNECT_NOANSWER},
    {LINEDISCONNECTMODE_CANCELLED, CEC_DISCONNECT_CANCELLED},
    {LINEDISCONNECTMODE_REJECT, CEC_DISCONNECT_REJECTED},
    {LINEDISCONNECTMODE_BLOCKED, CEC_DISCONNECT_BLOCKED},
};

std::uint32_t cause_of_mode(const Ended& ended, const Tapi3Habits& habits) {
    switch (ended.mode) {
        case LINEDISCONNECTMODE_DONOTDISTURB: return habits.cause_do_not_disturb;
        case LINEDISCONNECTMODE_PICKUP:
        case LINEDISCONNECTMODE_FORWARDED: return habits.cause_taken;
        case LINEDISCONNECTMODE_UNKNOWN:
            if (habits.cause_unknown != CEC_NONE) return habits.cause_unknown;
            return ended.connected ? CEC_DISCONNECT_NORMAL : CEC_DISCONNECT_FAILED;
        default: break;
    }
    for (const CauseOf& row : kCauses) {
        if (row.mode == ended.mode) return row.cause;
    }
    return CEC_DISCONNECT_FAILED;  // for some other reason
}

std::uint32_t cause_of_end(const Ended& ended, const Tapi3Habits& habits) {
    if (ended.state == LINECALLSTATE_BUSY) return CEC_DISCONNECT_BUSY;
    const bool presented = ended.before == CS_OFFERING || ended.before == CS_QUEUED ||
                           (ended.before == CS_IDLE && !ended.outgoing);
    const bool offered = presented && !ended.connected;
    const bool taken =
        ended.mode == LINEDISCONNECTMODE_PICKUP || ended.mode == LINEDISCONNECTMODE_FORWARDED;
    if (ended.state == LINECALLSTATE_DISCONNECTED) {
        if (offered && !taken) return habits.cause_offering;
        return cause_of_mode(ended, habits);
    }
    // IDLE without a word why: it was ended from here, or sent on.
    if (offered) return habits.cause_offering;
    const bool attempt = ended.outgoing && !ended.connected && !ended.sent_on;
    return attempt ? CEC_DISCONNECT_CANCELLED : CEC_DISCONNECT_NORMAL;
}

}  // namespace

std::optional<std::uint32_t> fold(const LineState& from, const Tapi3Habits& habits) {
    if (from.first_on_queue && habits.queue_state) return CS_QUEUED;
    if (from.state == LINECALLSTATE_SPECIALINFO) return habits.special_info;
    if (from.state == LINECALLSTATE_CONFERENCED && from.conference_held && habits.members_hold)
        return CS_HOLD;
    for (const Folded& row : kStates) {
        if ((from.state & row.states) != 0) return row.shown;
    }
    return std::nullopt;
}

bool may_follow(std::uint32_t from, std::uint32_t to) { return (kFollow[from] & bit(to)) != 0; }

std::uint32_t disconnect_cause(const Ended& ended, const Tapi3Habits& habits) {
    if (ended.state == LINECALLSTATE_SPECIALINFO) return CEC_DISCONNECT_FAILED;
    const std::uint32_t cause = cause_of_end(ended, habits);
    const bool says_nothing = cause == CEC_DISCONNECT_NORMAL || cause == CEC_DISCONNECT_CANCELLED;
    return ended.special && says_nothing ? CEC_DISCONNECT_FAILED : cause;
}

}  // namespace pbxlab::lines::tapi3
