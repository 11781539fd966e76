// The state of a call as TAPI 3 shows it: folded from what the lines tell, never backwards
// (reference: tapi3-operations 2).
#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

constexpr std::uint32_t kOver =
    LINECALLSTATE_BUSY | LINECALLSTATE_DISCONNECTED | LINECALLSTATE_IDLE;

// Whether what cannot follow is a call that begins anew: one that was shown as ended and has come
// back, or one that is offered again (reference: tapi3-operations 2.1 and 2.2). Anything else
// leaves the state as it is.
bool is_another(std::uint32_t from, std::uint32_t to) {
    if (from == CS_DISCONNECTED) return true;
    return to == CS_OFFERING && (from == CS_HOLD || from == CS_CONNECTED);
}

}  // namespace

void Engine::enter(Call& call, std::uint32_t state, std::uint32_t mode) {
    CallFacts& facts = call.facts();
    if (facts.finished) return;
    const bool first = facts.state == LINECALLSTATE_UNKNOWN && !facts.state_told;
    const bool queued = first && !facts.created && profile(*facts.address).queue &&
                        (state & (LINECALLSTATE_OFFERING | LINECALLSTATE_ONHOLD)) != 0;
    // What joins others in a conference is not held with it: that is taken back in this instant.
    const bool joins = state == LINECALLSTATE_CONFERENCED &&
                       facts.state != LINECALLSTATE_CONFERENCED && has_members(facts.conference);
    const Tapi3Habits& ways = habits(*facts.address);
    const auto to = fold({.state = state,
                          .mode = mode,
                          .conference_held = !joins && conference_held(facts.conference),
                          .first_on_queue = queued},
                         ways);
    const Ended ended{.state = state,
                      .mode = mode,
                      .before = facts.shown,
                      .outgoing = facts.outgoing,
                      .connected = facts.connected,
                      .special = facts.state == LINECALLSTATE_SPECIALINFO,
                      .sent_on = facts.sent_on};
    if (state != LINECALLSTATE_UNKNOWN) {
        facts.state = state;
        facts.mode = mode;
    }
    facts.connected = facts.connected || (state & kConversation) != 0;
    notify(call, to.value_or(facts.shown));
    if (!to) {
        if (ways.unknown == UnknownShown::StateAgain && facts.shown != CS_IDLE)
            tell_call(call, TE_CALLSTATE, facts.shown, facts.cause);
        return;
    }
    const bool same = *to == facts.shown && facts.state_told;
    const bool anew =
        *to != facts.shown && !may_follow(facts.shown, *to) && is_another(facts.shown, *to);
    if (anew) return begin_anew(call, state, mode);
    if (*to != CS_DISCONNECTED) place_in_hub(call);
    if (same) {
        if (ways.repeats_states) tell_call(call, TE_CALLSTATE, facts.shown, facts.cause);
        return;
    }
    if (*to == CS_INPROGRESS && !ways.in_progress) {
        if (may_follow(facts.shown, *to)) facts.shown = *to;
        return;
    }
    const bool told_by_notice = *to == facts.shown;  // notify() has shown it already
    if (!told_by_notice && !may_follow(facts.shown, *to)) return;
    show(call, *to, *to == CS_DISCONNECTED ? disconnect_cause(ended, ways) : CEC_NONE);
}

// A call that came by itself is told first; then it is in its first state already.
void Engine::notify(Call& call, std::uint32_t shown) {
    CallFacts& facts = call.facts();
    if (facts.created || facts.notified) return;
    facts.notified = true;
    facts.shown = shown;
    if (shown != CS_IDLE) place_in_hub(call);
    tell_call(call, TE_CALLNOTIFICATION, facts.privilege == CP_OWNER ? CNE_OWNER : CNE_MONITOR);
}

void Engine::show(Call& call, std::uint32_t shown, std::uint32_t cause) {
    CallFacts& facts = call.facts();
    facts.shown = shown;
    facts.cause = cause;
    facts.state_told = true;
    tell_call(call, TE_CALLSTATE, shown, cause);
    if (shown == CS_DISCONNECTED) leave_hub(call);
    outcome_of(call);
}

void Engine::begin_anew(Call& call, std::uint32_t state, std::uint32_t mode) {
    CallFacts& old = call.facts();
    if ((state & kOver) != 0) return;  // DISCONNECTED after BUSY, IDLE after either
    const Ref<Call> next = add_call(*old.address);
    CallFacts& facts = next->facts();
    facts.privilege = old.privilege;
    facts.callback_instance = old.callback_instance;
    facts.conference = old.conference;
    facts.outgoing = old.outgoing;
    unclaimed.emplace(facts.number, next);
    const HCall handle = old.handle;
    old.handle = kNoCall;
    if (old.shown != CS_DISCONNECTED) show(call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL);
    bind(*next, handle);
    enter(*next, state, mode);
}

}  // namespace pbxlab::lines::tapi3
