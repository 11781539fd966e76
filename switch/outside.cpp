#include "switch/outside.h"

#include <algorithm>
#include <array>

#include "switch/answer.h"
#include "switch/clearing.h"
#include "switch/dialing.h"
#include "switch/inband.h"
#include "switch/membership.h"
#include "switch/offering.h"
#include "switch/parties.h"
#include "switch/routing.h"
#include "switch/transfer.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {
namespace {

using Does = OutsideScript::Does;

// What becomes of a call to a party that does this: how the attempt ends, or what the party does
// once it has been ringing for a while.
struct Response {
    Does does;
    bool rings;
    Cue ends_with;  // when it does not ring; MeetBusy: busy treatment, MeetIntercept: the script's
                    // tone
    Cause cause;
    Due then;  // when it rings; Ring: nothing of its own accord
};
constexpr std::array kResponses = {
    Response{Does::Answers, true, Cue::Offer, Cause::None, Due::OutsideAnswers},
    Response{Does::NoAnswer, true, Cue::Offer, Cause::None, Due::Ring},
    Response{Does::Busy, false, Cue::MeetBusy, Cause::Busy, Due::Ring},
    Response{Does::Rejects, true, Cue::Offer, Cause::None, Due::OutsideRejects},
    Response{Does::SpecialInfo, false, Cue::MeetIntercept, Cause::None, Due::Ring},
    Response{Does::DoesNotExist, false, Cue::NumberComplete, Cause::BadNumber, Due::Ring},
    Response{Does::NumberChanged, false, Cue::Fail, Cause::NumberChanged, Due::Ring},
    Response{Does::OutOfOrder, false, Cue::Fail, Cause::OutOfOrder, Due::Ring},
    Response{Does::Unreachable, false, Cue::Fail, Cause::Unreachable, Due::Ring},
    Response{Does::Congestion, false, Cue::Fail, Cause::Congestion, Due::Ring},
};
constexpr bool in_order() {
    for (std::size_t i = 0; i < kResponses.size(); ++i) {
        if (static_cast<std::size_t>(kResponses[i].does) != i) return false;
    }
    return true;
}
static_assert(in_order(), "one row for each thing a party does, in their order");

Duration draw(Core& core, OutsideId party) {
    const OutsideScript& script = core.at(party).spec.script;
    if (script.after_least >= script.after_most) return script.after_least;
    return core.outside_chance[party.index].between(script.after_least, script.after_most);
}

void end_attempt(Core& core, ConnectionId caller, const Response& response, Cause tone) {
    const bool transferred = is_on_its_way(core, caller);
    if (comes_back(core, caller)) return;
    const auto fail_with = [transferred](Core& in, ConnectionId id, Cue cue, Cause cause) {
        if (transferred) return fail(in, id, cue, cause);
        const Connection* calling = in.find(id);
        const bool talks =
            calling != nullptr && (is_established(calling->state) || joins_unheard(in, id));
        if (talks || cue == Cue::Fail || !in.move(id, cue, cause)) fail_attempt(in, id, cause);
    };
    switch (response.ends_with) {
        case Cue::MeetBusy: treat_busy(core, caller); return;
        case Cue::MeetIntercept: fail_with(core, caller, Cue::MeetIntercept, tone); return;
        case Cue::Fail: fail_with(core, caller, Cue::Fail, response.cause); return;
        default: treat_bad_number(core, caller); return;
    }
}

ConnectionId presented_to(const Core& core, OutsideId party, Refusal& refusal) {
    const ConnectionId id = core.outsides[party.index].connection;
    const Connection* connection = core.find(id);
    refusal = connection == nullptr              ? Refusal::Nothing
              : !is_presented(connection->state) ? Refusal::WrongState
                                                 : Refusal::None;
    return id;
}

ConnectionId connected(const Core& core, OutsideId party, Refusal& refusal) {
    const ConnectionId id = core.outsides[party.index].connection;
    refusal = !id.valid()                                ? Refusal::Nothing
              : !core.in_state(id, ConnState::Connected) ? Refusal::WrongState
                                                         : Refusal::None;
    return id;
}

}  // namespace

void reach_outside(Core& core, ConnectionId caller) {
    if (!seeks_party(core, caller)) return;
    const Call& call = *core.find(core.find(caller)->call);
    const OutsideId party = core.plan.match(call.digits).outside;
    if (!party.valid()) return treat_bad_number(core, caller);
    if (core.at(party).connection.valid()) return treat_busy(core, caller);
    const OutsideScript& script = core.at(party).spec.script;
    const Response& response = kResponses[static_cast<std::size_t>(script.does)];
    if (!response.rings) return end_attempt(core, caller, response, script.tone);
    const ConnectionId called = offer(core, caller, party);
    if (!called.valid() || response.then == Due::Ring) return;
    core.rearm(&Connection::state_timer, called, draw(core, party), response.then);
}

void outside_answers_now(Core& core, ConnectionId id) { answer(core, id, OnAnswer::LeaveActive); }

Refusal outside_calls(Core& core, OutsideId party, std::string_view digits) {
    if (core.at(party).connection.valid()) return Refusal::Gone;
    const CallId call = core.new_call(core.at(party).spec.media);
    if (!take_trunk(core, call)) {
        core.calls.remove(call);
        return Refusal::NoAppearance;
    }
    core.find(call)->digits = digits.substr(0, DialPlan::kLongestNumber);
    const ConnectionId id = core.new_connection(call, party);
    bear_trunk(core, id);
    Connection& connection = *core.find(id);
    connection.caller = party_of(core, party);
    connection.caller.disclosure = core.at(party).spec.shows_number;
    connection.called = party_called(core, core.find(call)->digits);
    connection.connected_to.disclosure = Disclosure::NotYet;
    if (!core.move(id, Cue::Seize)) {
        core.forget(id);
    } else if (core.move(id, Cue::NumberComplete)) {
        core.later(takes(core, core.policies.front(), &Policy::routing_time), Due::ReachStation,
                   id);
    }
    return Refusal::None;
}

Refusal outside_answers(Core& core, OutsideId party) {
    Refusal refusal = Refusal::None;
    const ConnectionId id = presented_to(core, party, refusal);
    if (refusal == Refusal::None) outside_answers_now(core, id);
    return refusal;
}

Refusal outside_rejects(Core& core, OutsideId party) {
    Refusal refusal = Refusal::None;
    const ConnectionId id = presented_to(core, party, refusal);
    if (refusal == Refusal::None) release(core, id);
    return refusal;
}

Refusal outside_digits(Core& core, OutsideId party, std::string_view digits) {
    Refusal refusal = Refusal::None;
    const ConnectionId id = connected(core, party, refusal);
    return refusal != Refusal::None ? refusal : send_inband_digits(core, id, digits, false, {});
}

Refusal outside_tone(Core& core, OutsideId party, const Tone& tone, Duration length) {
    Refusal refusal = Refusal::None;
    const ConnectionId id = connected(core, party, refusal);
    return refusal != Refusal::None ? refusal : send_inband_tone(core, id, tone, length);
}

Refusal outside_media(Core& core, OutsideId party, std::uint32_t media) {
    Refusal refusal = Refusal::None;
    const ConnectionId id = connected(core, party, refusal);
    return refusal != Refusal::None ? refusal : send_inband_media(core, id, media);
}

Refusal outside_hangs_up(Core& core, OutsideId party) {
    const ConnectionId id = core.at(party).connection;
    if (!id.valid()) return Refusal::Nothing;
    release(core, id);
    return Refusal::None;
}

}  // namespace pbxlab::pbx
