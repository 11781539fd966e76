#include "switch/completing.h"

#include "switch/answer.h"
#include "switch/clearing.h"
#include "switch/completion.h"
#include "switch/completion_targets.h"
#include "switch/hunting.h"
#include "switch/offering.h"
#include "switch/parties.h"
#include "switch/routing.h"

namespace pbxlab::pbx {
namespace {

bool is_by(const Core& core, const Completion& request, StationId station) {
    return request.by.valid() && core.addresses[request.by.index].station == station;
}

bool concerns(const Core& core, const Completion& request, StationId station) {
    return is_part_of(core, request.target, station) || is_by(core, request, station);
}

bool can_go_on(const Core& core, const Completion& request) {
    if (request.state == CompletionState::Camped) return takes_camped(core, request);
    return request.state == CompletionState::Waiting && is_free(core, request) &&
           is_idle(core, request.by);
}

void ring_back(Core& core, CompletionId id) {
    if (!advance(core, id, CompletionCue::BothFree)) return;
    const Completion request = *core.completions.find(id);
    const ConnectionId back = core.new_connection(core.new_call(request.media), request.by);
    core.completions.find(id)->connection = back;
    Connection& connection = *core.find(back);
    core.find(connection.call)->related = request.call;
    connection.direction = Direction::FromInside;
    connection.reason = Reason::Completed;
    connection.completion = request.number;
    connection.withhold_id = request.withholds_id;
    connection.caller = party_of(core, request);
    connection.called = party_of(core, request.by);
    connection.connected_to.disclosure = Disclosure::NotYet;
    if (!present(core, back)) return core.forget(back);
    core.later(core.policy(back).callback_time, Due::CallbackUnanswered, back);
}

// The caller of a group, or of somebody outside, is on its way again, and hears on until somebody
// rings.
void go_its_way(Core& core, CompletionId id) {
    const Completion request = *core.completions.find(id);
    if (!advance(core, id, CompletionCue::Reached)) return;
    const ConnectionId caller = request.connection;
    ++core.find(core.find(caller)->call)->diversions;  // it looks for a party while it camps on
    if (request.target.kind == CompletionTarget::Kind::Group)
        return seek_member(core, caller, request.target.group);
    seek(core, caller);
}

void go_on(Core& core, CompletionId id) {
    const Completion request = *core.completions.find(id);
    if (request.state != CompletionState::Camped) return ring_back(core, id);
    if (request.target.kind != CompletionTarget::Kind::Station) return go_its_way(core, id);
    if (!advance(core, id, CompletionCue::BothFree)) return;
    core.find(request.camped)->camps = false;
    present(core, request.camped);
}

// Nobody answers the call back, or its station is busy once more.
void missed(Core& core, CompletionId id) {
    if (core.policy(core.at(core.completions.find(id)->by).station).keeps_callback) {
        advance(core, id, CompletionCue::Missed);
    } else {
        give_up(core, id);
    }
}

void caller_moves_on(Core& core, ConnectionId id) {
    const ConnState state = core.find(id)->state;
    if (state != ConnState::Null && state != ConnState::Cleared) return;
    const CompletionId its = first_completion(
        core, [id](const Completion& c) { return camps(c) && c.connection == id; });
    if (its.valid()) advance(core, its, CompletionCue::GivenUp);
}

void camped_moves_on(Core& core, ConnectionId id) {
    const CompletionId its =
        first_completion(core, [id](const Completion& c) { return c.camped == id; });
    if (!its.valid()) return;
    const Connection& camped = *core.find(id);
    const bool goes = camped.state == ConnState::Null;
    const bool taken = camped.state == ConnState::Connected ||
                       (goes && (camped.cause == Cause::PickedUp || camped.cause == Cause::SentOn));
    if (taken) {
        advance(core, its, CompletionCue::Reached);
    } else if (goes) {
        give_up(core, its);
    }
}

bool has_failed(ConnState state) {
    return state == ConnState::BusyTone || state == ConnState::Intercepted ||
           state == ConnState::Cleared;
}

// A caller that hangs up once it has answered the call back wants no other one.
void called_back_moves_on(Core& core, ConnectionId id) {
    const Connection& caller = *core.find(id);
    const CompletionId its = completion_of(core, caller.completion);
    const Completion* request = core.completions.find(its);
    if (request == nullptr || request->connection != id) return;
    const bool goes = caller.state == ConnState::Null;
    const bool rings = request->state == CompletionState::Ringing;
    if ((goes && rings) || has_failed(caller.state)) {
        missed(core, its);
    } else if (goes || caller.state == ConnState::Delivered) {
        advance(core, its, CompletionCue::Reached);
    }
}

void station_was_used(Core& core, StationId station) {
    const auto next = [&] {
        return first_completion(core, [&](const Completion& c) {
            return c.state == CompletionState::Unused && is_part_of(core, c.target, station);
        });
    };
    for (CompletionId id = next(); id.valid(); id = next()) {
        if (!advance(core, id, CompletionCue::TargetUsed)) return;
    }
}

}  // namespace

bool is_reserved(const Core& core, AddressId id) {
    if (core.completions.size() == 0) return false;
    if (!core.policy(core.addresses[id.index].station).callback_reserves) return false;
    const AddressId primary = core.addresses[id.index].primary;
    return first_completion(core,
                            [&](const Completion& c) {
                                return c.state == CompletionState::Ringing &&
                                       c.target.kind == CompletionTarget::Kind::Station &&
                                       core.addresses[c.target.station.index].primary == primary;
                            })
        .valid();
}

void completion_moves_on(Core& core, ConnectionId id, ConnState from) {
    Connection& connection = *core.find(id);
    const bool fetched = connection.camps && connection.state == ConnState::Connected;
    if (fetched) {
        connection.camps = false;
        answered(core, id);
    }
    if (core.completions.size() == 0) return;
    caller_moves_on(core, id);
    camped_moves_on(core, id);
    if (connection.completion != 0) called_back_moves_on(core, id);
    if (connection.state != ConnState::Null || !connection.station.valid()) return;
    if (!is_presented(from) && from != ConnState::Bridged && !connection.camps)
        station_was_used(core, connection.station);
    station_may_be_free(core, connection.station);
}

void station_may_be_free(Core& core, StationId station) {
    const CompletionId waits =
        first_completion(core, [&](const Completion& c) { return concerns(core, c, station); });
    if (waits.valid())
        core.later(takes(core, core.policy(station), &Policy::completion_time), Due::CompletionDue,
                   station);
}

void target_may_be_free(Core& core, const Completion& request) {
    const StationId station = core.at(request.by).station;
    core.later(takes(core, core.policy(station), &Policy::completion_time), Due::CompletionDue,
               station);
}

void trunk_may_be_free(Core& core) {
    if (core.completions.size() == 0) return;
    std::uint32_t last = 0;
    const auto next = [&] {
        return first_completion(core, [last](const Completion& c) {
            return c.target.kind == CompletionTarget::Kind::Trunk && c.number > last;
        });
    };
    for (CompletionId id = next(); id.valid(); id = next()) {
        last = core.completions.find(id)->number;
        target_may_be_free(core, *core.completions.find(id));
    }
}

void completion_due(Core& core, StationId station) {
    for (std::uint32_t tries = core.completions.size(); tries > 0; --tries) {
        const CompletionId id = first_completion(core, [&](const Completion& c) {
            return concerns(core, c, station) && can_go_on(core, c);
        });
        if (!id.valid()) return;
        go_on(core, id);
    }
}

void call_back(Core& core, ConnectionId id) {
    const CompletionId its = completion_of(core, core.find(id)->completion);
    if (!advance(core, its, CompletionCue::Answered)) return release(core, id);
    const TextId number = core.completions.find(its)->number_dialled;
    const Policy& policy = core.policy(id);
    Call& call = *core.find(core.find(id)->call);
    call.digits = core.texts.text(number);
    if (policy.callback_connects) {
        ++call.diversions;  // it looks for a party while it is connected
    } else {
        core.move(id, Cue::CallBack);
    }
    seek(core, id);
    core.later(policy.routing_time.most + policy.alert_time.most, Due::CallbackResolved, id);
}

void callback_unanswered(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection != nullptr && is_presented(connection->state))
        core.move(id, Cue::FarClears, Cause::NoAnswer);
}

void callback_resolved(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return;
    const CompletionId its = completion_of(core, connection->completion);
    const Completion* request = core.completions.find(its);
    if (request != nullptr && request->connection == id) advance(core, its, CompletionCue::Reached);
}

}  // namespace pbxlab::pbx
