// Turns what the exchange tells into what applications are told.
#include <array>
#include <utility>

#include "lines/shaping.h"

namespace pbxlab::lines {

namespace {

using pbx::Event;
using pbx::EventKind;

constexpr std::uint32_t kOnlyRingMode = 1;

struct InfoBit {
    std::uint32_t party;
    std::uint32_t info;
};
constexpr std::array kInfoBits = {InfoBit{pbx::kCaller, LINECALLINFOSTATE_CALLERID},
                                  InfoBit{pbx::kCalled, LINECALLINFOSTATE_CALLEDID},
                                  InfoBit{pbx::kConnectedTo, LINECALLINFOSTATE_CONNECTEDID},
                                  InfoBit{pbx::kRedirecting, LINECALLINFOSTATE_REDIRECTINGID},
                                  InfoBit{pbx::kRedirectedTo, LINECALLINFOSTATE_REDIRECTIONID},
                                  InfoBit{pbx::kReason, LINECALLINFOSTATE_REASON},
                                  InfoBit{pbx::kCallNumber, LINECALLINFOSTATE_CALLID}};

std::uint32_t info_bits(std::uint32_t parties) {
    std::uint32_t bits = 0;
    for (const InfoBit& entry : kInfoBits) bits |= (parties & entry.party) != 0 ? entry.info : 0;
    return bits;
}

void parties_changed(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (!id.valid()) return;
    Leg& leg = *core.legs.find(id);
    const bool other_data = core.copy_facts(leg, *core.exchange.find(event.connection));
    std::uint32_t bits = info_bits(event.detail) | (other_data ? LINECALLINFOSTATE_CALLDATA : 0);
    if (core.profile(core.devices[leg.device]).call_ids != CallIds::Shared)
        bits &= ~LINECALLINFOSTATE_CALLID;
    if (leg.announced) core.tell_info(leg, bits, {});
}

void data_changed(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (!id.valid()) return;
    Leg& leg = *core.legs.find(id);
    const bool other_data = core.copy_facts(leg, *core.exchange.find(event.connection));
    if (leg.announced && other_data) core.tell_info(leg, LINECALLINFOSTATE_CALLDATA, {});
}

void far_hold(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (!id.valid()) return;
    const Leg& leg = *core.legs.find(id);
    if (leg.state != LINECALLSTATE_CONNECTED) return;
    core.set_state(id, LINECALLSTATE_CONNECTED,
                   connected_mode(core.profile(core.devices[leg.device]),
                                  *core.exchange.find(event.connection)));
}

void ring(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (!id.valid()) return;
    const Leg& leg = *core.legs.find(id);
    // Ringing stops when the call leaves these states (reference: call-model 11).
    if ((leg.state & (LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED)) == 0) return;
    const Device& device = core.devices[leg.device];
    core.tell_line(device, LINEDEVSTATE_RINGING, kOnlyRingMode,
                   event.detail + core.profile(device).ring_count_base);
}

// Whether some provider hears of the station.
bool is_heard(const Core& core, pbx::StationId station) {
    return station.index < core.device_of_station.size() &&
           core.device_of_station[station.index] != pbx::kNobody &&
           core.devices[core.device_of_station[station.index]].connected;
}

// A call that was merely shown as offered rings here too from now on.
void alerts(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (id.valid() && core.legs.find(id)->state == LINECALLSTATE_OFFERING)
        core.set_state(id, LINECALLSTATE_OFFERING, LINEOFFERINGMODE_ACTIVE);
}

// Every line that has the address is told how many stations use it (line-addressstate).
void in_use(Core& core, const Event& event) {
    const std::uint32_t bit = event.detail == 0   ? LINEADDRESSSTATE_INUSEZERO
                              : event.detail == 1 ? LINEADDRESSSTATE_INUSEONE
                                                  : LINEADDRESSSTATE_INUSEMANY;
    for (const pbx::AddressId id : core.exchange.sharers(event.address)) {
        const pbx::Address& address = core.exchange.address(id);
        if (!is_heard(core, address.station)) continue;
        const Device& device = core.devices[core.device_of_station[address.station.index]];
        core.tell_address(device, address.position, bit);
    }
}

// Every line that has the address learns of it, unless it hears only of what applications do.
void forwards(Core& core, const Event& event) {
    std::vector<pbx::AddressId> all = core.exchange.sharers(event.address);
    if (all.empty()) all.push_back(event.address);
    for (const pbx::AddressId id : all) {
        const pbx::Address& address = core.exchange.address(id);
        if (!is_heard(core, address.station)) continue;
        Device& device = core.devices[core.device_of_station[address.station.index]];
        if (event.detail == 0 || core.profile(device).forward_external_notice)
            core.learn_forwarding(device, address.position);
    }
}

// A request to finish a call is one of its line's.
void completions(Core& core, const Event& event) {
    const Device& device = core.devices[core.device_of_station[event.station.index]];
    if (event.kind == EventKind::CompletionCancelled) {
        core.tell_line(device, LINEDEVSTATE_COMPLCANCEL, event.detail, 0);
    } else {
        core.tell_line(device, LINEDEVSTATE_NUMCOMPLETIONS, 0, 0);
    }
}

void sight_lost(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (!id.valid()) return;
    const Leg& leg = *core.legs.find(id);
    // A disconnected call is past being lost sight of: only IDLE follows (reference: call-model 3).
    if (!leg.announced || leg.state == LINECALLSTATE_DISCONNECTED) return;
    core.set_state(id, LINECALLSTATE_UNKNOWN, 0);
}

// Protection shows in the call's parameters (nf-tapi-linesecurecall).
void secured(Core& core, const Event& event) {
    const LegId id = core.leg_of(event.connection);
    if (!id.valid()) return;
    Leg& leg = *core.legs.find(id);
    leg.flags |= LINECALLPARAMFLAGS_SECURE;
    core.tell_info(leg, LINECALLINFOSTATE_OTHER, {});
}

void service(Core& core, const Event& event) {
    const std::uint32_t index = core.device_of_station[event.station.index];
    Device& device = core.devices[index];
    device.in_service = event.kind == EventKind::ServiceRestored;
    core.tell_service(index);
}

// There is no bit for the service of one address: the application reads its status again.
void address_service(Core& core, const Event& event) {
    const Device& device = core.devices[core.device_of_station[event.station.index]];
    if (!core.profile(device).reports_inservice) return;
    core.tell_address(device, core.exchange.address(event.address).position,
                      LINEADDRESSSTATE_OTHER);
}

void lamp(Core& core, const Event& event) {
    const Device& device = core.devices[core.device_of_station[event.station.index]];
    if (!core.profile(device).message_waiting) return;
    const bool lit = event.kind == EventKind::LampLit;
    core.tell_line(device, lit ? LINEDEVSTATE_MSGWAITON : LINEDEVSTATE_MSGWAITOFF, 0, 0);
}

bool is_order(EventKind kind) {
    return kind == EventKind::OrderTaken || kind == EventKind::OrderDone ||
           kind == EventKind::OrderRefused;
}

bool has_special_tone(const Core& core, const Leg& leg) {
    const Device& device = core.devices[leg.device];
    return core.profile(device).special_dial_tone &&
           core.exchange.station(device.station).message_waiting;
}

// Nobody at this line asked for the call: who gets it is chosen as for one that rings. One that
// camps on does not ring yet, one that is parked never will; one that a transfer puts in the place
// of another, one that breaks in, and the conference that it makes are up at once.
bool comes_in(const Leg& leg, Told told) {
    if (told.state == LINECALLSTATE_OFFERING || leg.origin == LINECALLORIGIN_CONFERENCE)
        return true;
    if (told.state == LINECALLSTATE_ONHOLD)
        return leg.reason == LINECALLREASON_CAMPEDON || leg.reason == LINECALLREASON_PARKED;
    const bool up = told.state == LINECALLSTATE_CONNECTED && !is_inactive(told);
    return up && (leg.reason == LINECALLREASON_TRANSFER || leg.reason == LINECALLREASON_INTRUDE);
}

// Some providers choose an owner for a call that was begun at the telephone as for one that rings
// (reference: call-model 9.3, point 7).
bool wants_owner(const Core& core, const Leg& leg) {
    const pbx::Connection* facts = core.exchange.find(leg.connection);
    return core.profile(core.devices[leg.device]).phone_calls_owned && facts != nullptr &&
           facts->by_hand && facts->direction == pbx::Direction::Outgoing && !leg.maker.valid();
}

// User-user information that the caller gave travels with the offer.
void bring_user_info(Core& core, Leg& leg, pbx::ConnectionId connection) {
    const LegId caller_id = core.leg_of(core.exchange.far_end(connection));
    if (!caller_id.valid()) return;
    const Leg& caller = *core.legs.find(caller_id);
    if (caller.extras && !caller.extras->user_info_to_send.empty()) {
        core.extras(leg).user_infos.push_back(caller.extras->user_info_to_send);
    }
}

// Some providers tell of the consultation call first, and then that the other call is held for it.
bool is_told_late(const Profile& habits, const Leg& leg, const Event& event,
                  const pbx::Connection& facts) {
    return habits.consult_call_first && event.from == pbx::ConnState::Connected &&
           event.to == pbx::ConnState::Held && facts.held_for != pbx::HoldFor::Nothing &&
           leg.announced;
}

// `moved`: the call that has just been told of.
void tell_late_hold(Core& core, std::uint32_t device, LegId moved) {
    const LegId late = std::exchange(core.devices[device].late_hold, {});
    const Leg* leg = core.legs.find(late);
    if (leg == nullptr || late == moved) return;
    const pbx::Connection* facts = core.exchange.find(leg->connection);
    if (facts == nullptr || facts->state != pbx::ConnState::Held) return;
    const Event held{.connection = leg->connection,
                     .kind = EventKind::Moved,
                     .from = pbx::ConnState::Connected,
                     .to = pbx::ConnState::Held};
    const Told told = shape(core.profile(core.devices[device]), *leg, held, *facts).told[0];
    core.set_state(late, told.state, told.mode);
}

// Who was called about being forwarded to has agreed.
void consultation_answered(Core& core, const Leg* leg) {
    if (leg == nullptr || !leg->extras) return;
    if (const auto forward = std::exchange(leg->extras->forward, nullptr))
        core.ask_forwarding(*forward);
}

}  // namespace

void Core::on_event(const Event& event) {
    if (is_order(event.kind)) return on_order(event);
    if (event.kind == EventKind::InUse) return in_use(*this, event);  // of several stations
    if (event.kind == EventKind::Forwards) return forwards(*this, event);
    if (!is_heard(*this, event.station)) return;
    switch (event.kind) {
        case EventKind::Moved: return on_moved(event);
        case EventKind::PartiesChanged: return parties_changed(*this, event);
        case EventKind::FarHeld:
        case EventKind::FarRetrieved: return far_hold(*this, event);
        case EventKind::Ring: return ring(*this, event);
        case EventKind::Alerts: return alerts(*this, event);
        case EventKind::SightLost: return sight_lost(*this, event);
        case EventKind::Secured: return secured(*this, event);
        case EventKind::DataChanged: return data_changed(*this, event);
        case EventKind::PathOpens:
        case EventKind::SoundStarts:
        case EventKind::SoundEnds: return on_sound(event);
        case EventKind::MediaHeard: return on_media(event);
        case EventKind::SendingEnds: return on_sending_ends(event);
        case EventKind::ServiceLost:
        case EventKind::ServiceRestored: return service(*this, event);
        case EventKind::AddressLost:
        case EventKind::AddressRestored: return address_service(*this, event);
        case EventKind::CompletionMade: return on_completion_made(event);
        case EventKind::CompletionsChanged:
        case EventKind::CompletionCancelled: return completions(*this, event);
        case EventKind::LampLit:
        case EventKind::LampDark: return lamp(*this, event);
        default: return;
    }
}

void Core::on_moved(const Event& event) {
    const pbx::Connection& facts = *exchange.find(event.connection);
    LegId id = leg_of(event.connection);
    if (!id.valid()) {
        id = add_leg(event.connection, facts);
        Leg& leg = *legs.find(id);
        // What a request brings about at other lines was not asked for there.
        const Request* request = requests.find(running);
        const OpenLine* asker = request != nullptr ? opens.find(request->open) : nullptr;
        if (asker != nullptr && asker->device == leg.device) leg.maker = request->open;
        if (event.to == pbx::ConnState::Offered) bring_user_info(*this, leg, event.connection);
    }
    Leg& leg = *legs.find(id);
    const bool other_data = copy_facts(leg, facts) && leg.announced;
    const Profile& habits = profile(devices[leg.device]);
    Telling telling = shape(habits, leg, event, facts);
    if (habits.connect_on_dial_end && event.to == pbx::ConnState::Routing) leg.connect_told = true;
    const std::uint32_t device = leg.device;
    if (is_told_late(habits, leg, event, facts)) {
        tell_late_hold(*this, device, id);
        devices[device].late_hold = id;
        return;
    }
    if (!leg.announced && event.to == pbx::ConnState::Null) {  // nobody heard of it
        remove_leg(id);
        return tell_late_hold(*this, device, {});
    }
    // What comes with an answer does not overtake the ringing that is still on its way.
    const bool informed = event.to != pbx::ConnState::Delivered && take_user_info(leg);
    if (has_special_tone(*this, leg)) telling.make_dial_tone_special();
    for (std::uint32_t i = 0; i < telling.count; ++i) {
        on_told(id, telling.told[i].state, telling.told[i].mode);
    }
    if (event.to == pbx::ConnState::Connected) consultation_answered(*this, legs.find(id));
    if (event.to != pbx::ConnState::Seized) tell_late_hold(*this, device, id);
    const bool silent = (habits.reported_states & LINECALLSTATE_DISCONNECTED) == 0;
    if (event.to == pbx::ConnState::Cleared && silent)
        exchange.place({.kind = pbx::OrderKind::Clear, .connection = event.connection});
    // A path that opens is silent at first, which may be what somebody waits for.
    if (Leg* now = legs.find(id); now != nullptr && now->extras && now->extras->inband) {
        for (Listener& each : now->extras->inband->listeners) listen(*now, each);
    }
    const std::uint32_t news = (informed ? LINECALLINFOSTATE_USERUSERINFO : 0) |
                               (other_data ? LINECALLINFOSTATE_CALLDATA : 0);
    if (news != 0 && legs.find(id) != nullptr) tell_info(*legs.find(id), news, {});
}

void Core::on_told(LegId id, std::uint32_t state, std::uint32_t mode) {
    Leg& leg = *legs.find(id);
    if (leg.announced) return set_state(id, state, mode);
    const bool offered = state == LINECALLSTATE_OFFERING;
    const bool chosen = comes_in(leg, {state, mode}) || wants_owner(*this, leg);
    const OpenId owner = chosen ? first_owner(leg) : leg.maker;
    announce(id, owner, state, mode);
    if (offered && !owner.valid() &&
        profile(devices[leg.device]).unowned_incoming == Unowned::Drop) {
        exchange.place({.kind = pbx::OrderKind::Clear, .connection = leg.connection});
    }
}

}  // namespace pbxlab::lines
