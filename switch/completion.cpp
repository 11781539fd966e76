#include "switch/completion.h"

#include "switch/clearing.h"
#include "switch/completing.h"
#include "switch/completion_targets.h"
#include "switch/consultation.h"
#include "switch/facilities.h"
#include "switch/intrusion.h"
#include "switch/offering.h"
#include "switch/service.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

bool is_refused(const Connection& c) {
    return c.state == ConnState::BusyTone &&
           (c.cause == Cause::Busy || c.cause == Cause::TrunksBusy);
}

bool waits_already(const Core& core, ConnectionId id) {
    return first_completion(core,
                            [id](const Completion& c) { return camps(c) && c.connection == id; })
        .valid();
}

void tell(Core& core, EventKind kind, const Completion& request) {
    if (!request.by.valid()) return;
    core.tell({.detail = request.number,
               .address = request.by,
               .station = core.at(request.by).station,
               .kind = kind});
}

CompletionCue cue_of(CompleteBy how, const Connection& caller) {
    if (how == CompleteBy::CampOn) return CompletionCue::CampOn;
    return caller.state == ConnState::Delivered ? CompletionCue::AskUnanswered
                                                : CompletionCue::AskBusy;
}

CompletionId add_request(Core& core, CompleteBy how, ConnectionId id, AddressId by) {
    const Connection& caller = *core.find(id);
    const Call& call = *core.find(caller.call);
    const CompletionId made = core.completions.add();
    const CompletionTarget target = target_of(core, caller);
    const bool waits = how == CompleteBy::CampOn;
    *core.completions.find(made) = {.number = ++core.last_completion,
                                    .by = by,
                                    .target = target,
                                    .number_dialled = number_for(core, target, caller),
                                    .connection = waits ? id : ConnectionId{},
                                    .camped = {},
                                    .call = call.number,
                                    .media = call.media,
                                    .withholds_id = caller.withhold_id};
    if (advance(core, made, cue_of(how, caller))) return made;
    core.completions.remove(made);
    return {};
}

// Nothing is shown at the members of a group, whichever of them will be free, nor at a trunk.
bool camp_unseen(Core& core, const Completion& request) {
    const Cause cause = core.find(request.connection)->cause;
    core.move(request.connection, Cue::CampOn, cause);
    target_may_be_free(core, request);
    return true;
}

bool camp(Core& core, CompletionId id) {
    const Completion request = *core.completions.find(id);
    if (request.target.kind != CompletionTarget::Kind::Station) return camp_unseen(core, request);
    const ConnectionId camped = show_camping(core, request.connection, request.target.station);
    if (!camped.valid()) {
        advance(core, id, CompletionCue::GivenUp);
        return false;
    }
    core.completions.find(id)->camped = camped;
    core.move(request.connection, Cue::CampOn,
              Cause::Busy);  // who is transferred may stay connected
    station_may_be_free(core, core.at(request.target.station).station);
    return true;
}

// It is the station's at once: no request stays.
void leave_message(Core& core, ConnectionId id, AddressId target) {
    core.tell(EventKind::CompletionMade, id, ++core.last_completion);
    set_message_waiting(core, core.at(target).station, true);
    leave_consultation(core, id);
}

void stop_camping(Core& core, const Completion& gone) {
    const bool rings = gone.state == CompletionState::Alerting;
    core.move(gone.camped, rings ? Cue::FarClears : Cue::Release, Cause::Abandoned);
    if (core.find(gone.connection) == nullptr) return;
    if (!gone.by.valid()) return turn_away(core, gone.connection);
    if (core.policy(gone.connection).uncamping_clears)
        return leave_consultation(core, gone.connection);
    core.move(gone.connection, Cue::MeetBusy, core.find(gone.connection)->cause);
}

}  // namespace

bool advance(Core& core, CompletionId id, CompletionCue cue) {
    Completion* request = core.completions.find(id);
    if (request == nullptr) return false;
    const int row = find_move(request->state, cue);
    if (row < 0 || core.muted(MutedRow::Table::Completions, static_cast<std::size_t>(row)))
        return false;
    request->state = kCompletionMoves[static_cast<std::size_t>(row)].to;
    if (cue == CompletionCue::Missed) request->connection = {};
    if (request->state != CompletionState::None) return true;
    const Completion gone = *request;
    core.completions.remove(id);
    tell(core, EventKind::CompletionsChanged, gone);
    return true;
}

void give_up(Core& core, CompletionId id) {
    tell(core, EventKind::CompletionCancelled, *core.completions.find(id));
    advance(core, id, CompletionCue::GivenUp);
}

Refusal check_complete(const Core& core, const Order& order) {
    const Connection* caller = core.find(order.connection);
    if (caller == nullptr) return Refusal::Gone;
    if (!caller->station.valid()) return Refusal::WrongState;
    if (!core.serves(caller->address)) return Refusal::OutOfService;
    const bool waits = order.complete_by == CompleteBy::CampOn;
    const bool intrudes = order.complete_by == CompleteBy::Intrude;
    const bool rings = caller->state == ConnState::Delivered && !waits && !intrudes;
    const CompletionTarget target = target_of(core, *caller);
    if (!is_refused(*caller) && !rings) return Refusal::WrongState;
    if (target.kind == CompletionTarget::Kind::None) return Refusal::WrongState;
    if (waits_already(core, order.connection)) return Refusal::WrongState;
    if (completion_count(core, caller->address) >= core.policy(caller->station).max_completions)
        return Refusal::Full;
    const bool at_station = target.kind == CompletionTarget::Kind::Station;
    const bool needs_station = intrudes || order.complete_by == CompleteBy::Message;
    if (needs_station && !at_station) return Refusal::NotAllowed;
    if (intrudes) return check_intrude(core, order.connection, target.station);
    return waits ? check_camp(core, target, caller->station) : Refusal::None;
}

void complete(Core& core, const Order& order, ConnectionId id) {
    const Connection* caller = core.find(id);
    if (caller == nullptr || !caller->address.valid()) return;
    const CompletionTarget target = target_of(core, *caller);
    if (target.kind == CompletionTarget::Kind::None) return;
    const bool at_station = target.kind == CompletionTarget::Kind::Station;
    if (order.complete_by == CompleteBy::Message)
        return at_station ? leave_message(core, id, target.station) : void();
    if (order.complete_by == CompleteBy::Intrude) {  // done at once: no request stays
        core.tell(EventKind::CompletionMade, id, ++core.last_completion);
        return at_station ? intrude(core, id, target.station) : void();
    }
    const CompletionId made = add_request(core, order.complete_by, id, caller->address);
    if (!made.valid()) return;
    core.tell(EventKind::CompletionMade, id, core.completions.find(made)->number);
    tell(core, EventKind::CompletionsChanged, *core.completions.find(made));
    if (order.complete_by == CompleteBy::CampOn) {
        camp(core, made);
    } else {
        leave_consultation(core, id);
    }
}

bool camp_transferred(Core& core, ConnectionId caller) {
    if (!is_on_its_way(core, caller)) return false;
    const Connection& party = *core.find(caller);
    const AddressId by = core.find(party.call)->transferor;
    if (core.policy(core.at(by).station).transfer_to_busy != TransferToBusy::CampOn) return false;
    const CompletionTarget target = target_of(core, party);
    const bool at_station = target.kind == CompletionTarget::Kind::Station;
    if (!at_station || check_camp(core, target, party.station) != Refusal::None) return false;
    const CompletionId made = add_request(core, CompleteBy::CampOn, caller, {});
    return made.valid() && camp(core, made);
}

Refusal check_uncomplete(const Core& core, const Order& order) {
    if (order.address.index >= core.addresses.size()) return Refusal::Gone;
    if (!core.serves(order.address)) return Refusal::OutOfService;
    return has_completion(core, order.address, order.completion) ? Refusal::None : Refusal::Gone;
}

void uncomplete(Core& core, const Order& order, ConnectionId /*none*/) {
    const CompletionId id = completion_of(core, order.completion);
    const Completion* found = core.completions.find(id);
    if (found == nullptr) return;
    const Completion gone = *found;
    if (!advance(core, id, CompletionCue::GivenUp)) return;
    if (camps(gone)) return stop_camping(core, gone);
    if (gone.state == CompletionState::Ringing)
        core.move(gone.connection, Cue::FarClears, Cause::Abandoned);
}

Refusal cancel_completion(Core& core, std::uint32_t number) {
    const CompletionId id = completion_of(core, number);
    if (!id.valid()) return Refusal::Gone;
    tell(core, EventKind::CompletionCancelled, *core.completions.find(id));
    uncomplete(core, {.completion = number}, {});
    return Refusal::None;
}

CompletionId completion_of(const Core& core, std::uint32_t number) {
    return first_completion(core, [number](const Completion& c) { return c.number == number; });
}

std::uint32_t completion_count(const Core& core, AddressId by) {
    std::uint32_t count = 0;
    first_completion(core, [&](const Completion& c) {
        count += c.by == by ? 1U : 0U;
        return false;
    });
    return count;
}

bool has_completion(const Core& core, AddressId by, std::uint32_t number) {
    const Completion* found = core.completions.find(completion_of(core, number));
    return found != nullptr && found->by == by;
}

}  // namespace pbxlab::pbx
