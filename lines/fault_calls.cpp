// Faults of whole calls and lines: calls that are split, merged or made up, and lines that go.
#include <algorithm>

#include "lines/fault_stage.h"

namespace pbxlab::lines {

namespace {

std::uint64_t packed(LegId leg) { return std::uint64_t{leg.generation} << 32U | leg.index; }

// What the call bears goes with it; who listened to the old one does not.
void move_extras(Leg& from, Leg& to) {
    if (!from.extras) return;
    to.extras = std::make_unique<Extras>(std::move(*from.extras));
    from.extras = std::make_unique<Extras>();
    from.extras->inband = std::move(to.extras->inband);
}

void move_facts(Leg& from, Leg& to) {
    to.connection = from.connection;
    to.device = from.device;
    to.address = from.address;
    to.state = from.state;
    to.mode = from.mode;
    to.since = from.since;
    to.call_number = from.call_number;
    to.related = from.related;
    to.trunk = from.trunk;
    to.media = from.media;
    to.bearer = from.bearer;
    to.rate = from.rate;
    to.flags = from.flags;
    to.country = from.country;
    to.origin = from.origin;
    to.reason = from.reason;
    to.app_specific = from.app_specific;
    to.treatment = from.treatment;
    to.completion = from.completion;
    to.app = from.app;
    to.parties = from.parties;
    to.conference = from.conference;
    to.routes = from.routes;
    to.maker = from.maker;
    to.connect_told = from.connect_told;
    to.had_owner = from.had_owner;
    to.media_chosen = from.media_chosen;
}

}  // namespace

bool FaultStage::can_split(const Passing& passing) const {
    const Leg* leg = core_.legs.find(passing.leg);
    return leg != nullptr && !leg->split && leg->connection.valid() && leg->announced &&
           passing.message.id == LINE_CALLSTATE;
}

// The connection gets a call of its own beside the one that it had; both stay true: what the old
// one was is over, and the new one is what goes on.
void FaultStage::split(LegId old) {
    const Leg* known = core_.legs.find(old);
    if (known == nullptr || !known->connection.valid()) return;
    core_.exchange.stop_sending(known->connection);
    const LegId fresh = core_.legs.add();
    Leg& from = *core_.legs.find(old);
    Leg& to = *core_.legs.find(fresh);
    move_facts(from, to);
    move_extras(from, to);
    from.split = to.split = true;
    const auto said = std::ranges::find(origins_, old, &std::pair<LegId, std::uint32_t>::first);
    if (said != origins_.end()) to.told_origin = said->second;
    std::erase_if(origins_, [&](const auto& pair) { return !core_.legs.find(pair.first); });
    to.told_id = ++last_call_id_;
    from.connection = {};
    core_.leg_by_connection[to.connection.index] = fresh;
    core_.devices[to.device].legs.push_back(fresh);
    for (const LegId id : core_.devices[to.device].legs) {
        Leg& other = *core_.legs.find(id);
        if (other.conference == old) other.conference = fresh;
    }
    for (auto& [name, leg] : calls_) {
        if (leg == old) leg = fresh;
    }
    for (auto& [merged, into] : merged_) {
        if (merged == old) merged = fresh;
        if (into == old) into = fresh;
    }
    core_.requests_move(old, fresh);
    core_.announce_as(fresh, old);
    core_.set_state(old, LINECALLSTATE_IDLE, 0);
}

LegId FaultStage::other_call(const Passing& passing) const {
    const Leg* own = core_.legs.find(passing.leg);
    const bool tells =
        passing.message.id == LINE_CALLSTATE || passing.message.id == LINE_APPNEWCALL;
    if (own == nullptr || !tells) return {};
    for (const auto& [merged, into] : merged_) {
        if (merged == passing.leg) return {};
    }
    for (const LegId id : core_.devices[own->device].legs) {
        const Leg& leg = *core_.legs.find(id);
        const bool live = leg.announced && leg.state != LINECALLSTATE_IDLE;
        if (id != passing.leg && live && core_.handle_of(id, passing.open).valid()) return id;
    }
    return {};
}

void FaultStage::merge(LegId leg, LegId into) {
    std::erase_if(merged_, [this](const auto& pair) { return !core_.legs.find(pair.first); });
    merged_.emplace_back(leg, into);
    const Leg& other = *core_.legs.find(into);
    core_.legs.find(leg)->told_id = other.told_id != 0 ? other.told_id : other.call_number;
}

bool FaultStage::as_merged(Passing& passing) const {
    for (const auto& [merged, into] : merged_) {
        if (merged != passing.leg || passing.message.id == LINE_REPLY) continue;
        if (passing.message.id == LINE_APPNEWCALL || core_.legs.find(into) == nullptr) return false;
        passing.handle = core_.handle_of(into, passing.open);
        if (!passing.handle.valid()) return false;
        passing.message.device = static_cast<std::uint32_t>(Core::call_value(passing.handle));
        if (passing.message.id == LINE_CALLSTATE) passing.message.param3 = 0;
    }
    return true;
}

void FaultStage::hide_caller(LegId id, pbx::Duration delay) {
    core_.legs.find(id)->hides_caller = true;
    later(delay, Due::Reveal, packed(id));
}

void FaultStage::begin(std::uint32_t number, std::uint32_t device) {
    Standing& standing = faults_[number];
    const Fault fault = standing.fault;
    if (fault.at) device = fault.device;  // the line may have come since
    if (device >= core_.devices.size() && fault.act != FaultAct::Reinit) return;
    if (fault.at) {
        if (!standing.live) return;
        ++standing.seen;
        ++standing.fired;
        if (observer_ != nullptr)
            observer_->on_fault({.at = core_.now(),
                                 .fault = number,
                                 .after = core_.last_sequence,
                                 .message = {},
                                 .op = {},
                                 .device = device});
    }
    carry_out(fault, device, false);
    if (fault.lasts.count() != 0 && fault.act != FaultAct::SpuriousCall)
        later(fault.lasts, Due::Undo, std::uint64_t{number} << 32U | device);
}

void FaultStage::carry_out(const Fault& fault, std::uint32_t device, bool undo) {
    switch (fault.act) {
        case FaultAct::OutOfService:
            return core_.exchange.set_service(core_.devices[device].station, undo);
        case FaultAct::Disconnect: return core_.connect_line(device, undo);
        case FaultAct::Close: return core_.revoke_line(device);
        case FaultAct::Reinit: return core_.ask_to_start_anew();
        case FaultAct::SpuriousCall: return spurious_call(device, fault.lasts);
    }
}

// The call is over from the beginning; that is only not told at first.
void FaultStage::spurious_call(std::uint32_t device, pbx::Duration lasts) {
    if (core_.devices[device].removed) return;
    const LegId id = core_.legs.add();
    Leg& leg = *core_.legs.find(id);
    leg.device = device;
    leg.state = LINECALLSTATE_IDLE;
    leg.since = core_.now();
    leg.announced = true;
    leg.media = LINEMEDIAMODE_INTERACTIVEVOICE;
    leg.origin = LINECALLORIGIN_EXTERNAL;
    leg.told_id = ++last_call_id_;
    core_.devices[device].legs.push_back(id);
    const OpenId owner = core_.first_owner(leg);
    core_.announce_spurious(id, owner);
    if (!core_.legs.find(id)->first_handle.valid()) return core_.remove_leg(id);
    later(lasts.count() != 0 ? lasts : std::chrono::seconds{1}, Due::EndSpurious, packed(id));
}

void FaultStage::end_spurious_call(LegId id) {
    const Leg* leg = core_.legs.find(id);
    if (leg == nullptr) return;
    for (HandleId handle = leg->first_handle; handle.valid();
         handle = core_.handles.find(handle)->next) {
        core_.post(*core_.opens.find(core_.handles.find(handle)->open),
                   static_cast<std::uint32_t>(Core::call_value(handle)), LINE_CALLSTATE,
                   LINECALLSTATE_IDLE, 0, 0);
    }
}

}  // namespace pbxlab::lines
