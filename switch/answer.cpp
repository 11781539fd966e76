#include "switch/answer.h"

#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/completing.h"
#include "switch/hold.h"
#include "switch/hunting.h"
#include "switch/park.h"
#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

// A cleared connection only waits to be released, and nobody but its own party does that.
bool uses_the_telephone(const Connection& c) {
    return c.state != ConnState::Null && c.state != ConnState::Held && !is_of_conference(c.state) &&
           c.state != ConnState::Cleared && c.state != ConnState::Bridged && !is_presented(c.state);
}

// True when every connected call of the station can go on hold at once.
bool all_can_be_held(const Core& core, StationId station) {
    for (const AddressId id : core.stations[station.index].addresses) {
        const Address& address = core.addresses[id.index];
        std::uint32_t held = address.held;
        first_at(core, station, [&](ConnectionId, const Connection& c) {
            if (c.address == id && c.state == ConnState::Connected) ++held;
            return false;
        });
        if (held > address.spec->max_held) return false;
    }
    return true;
}

}  // namespace

// Nothing makes way for a call that the station is part of already.
bool can_take_part(const Core& core, const Connection& shown, OnAnswer how) {
    const std::uint32_t most = core.stations[shown.station.index].max_active;
    std::uint32_t staying = 0;
    std::uint32_t at_address = 0;
    first_at(core, shown.station, [&](ConnectionId, const Connection& c) {
        const bool makes_way = how != OnAnswer::LeaveActive && c.call != shown.call;
        const bool stays = is_presented(c.state) || c.state == ConnState::Cleared ||
                           (!makes_way && uses_the_telephone(c));
        staying += stays ? 1U : 0U;
        at_address += stays && c.address == shown.address ? 1U : 0U;
        return false;
    });
    return (most == 0 || staying < most) &&
           at_address < core.addresses[shown.address.index].spec->max_active;
}

Refusal check_way(const Core& core, StationId station) {
    const bool holds = core.policy(station).on_answer == OnAnswer::HoldActive;
    return holds && !all_can_be_held(core, station) ? Refusal::HoldFull : Refusal::None;
}

void clear_the_way(Core& core, ConnectionId answering, OnAnswer how) {
    const Connection& own = *core.find(answering);
    if (!own.station.valid() || how == OnAnswer::LeaveActive) return;
    for_each_at(core, own.station, [&](ConnectionId id) {
        const Connection& other = *core.find(id);
        if (other.call == own.call || !uses_the_telephone(other)) return;
        if (how == OnAnswer::HoldActive && other.state == ConnState::Connected) {
            hold(core, id);
        } else {
            release(core, id);
        }
    });
}

Refusal check_answer(const Core& core, ConnectionId id, OnAnswer how) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    if (!is_presented(connection->state) && !can_join(core, id)) return Refusal::WrongState;
    const StationId station = connection->station;
    if (!station.valid()) return Refusal::None;
    if (!core.serves(connection->address)) return Refusal::OutOfService;
    if (how == OnAnswer::HoldActive && !all_can_be_held(core, station)) return Refusal::HoldFull;
    const bool room = is_presented(connection->state) || can_take_part(core, *connection, how);
    return room ? Refusal::None : Refusal::NoAppearance;
}

void answer(Core& core, ConnectionId id, OnAnswer how) {
    if (core.find(id) == nullptr) return;
    clear_the_way(core, id, how);
    if (core.in_state(id, ConnState::Bridged)) return join(core, id);
    if (!core.move(id, Cue::Answer)) return;
    if (core.find(id)->completion != 0) return call_back(core, id);
    show_elsewhere(core, id);
    answered(core, id);
}

void answered(Core& core, ConnectionId id) {
    taken(core, id);
    const ConnectionId caller = core.far_end(id);
    const Connection* from = core.find(caller);
    if (from == nullptr) return;
    leave_orbit(core, caller, id);
    core.find(core.find(caller)->call)->transferor = {};
    set_party(core, id, kConnectedTo, identity_of(core, caller));
    core.later(takes(core, core.policy(id), &Policy::answer_time), Due::FarAnswers, caller);
}

void far_answers(Core& core, ConnectionId caller) {
    // An announcement may have connected the caller before.
    Connection* from = core.find(caller);
    if (from == nullptr) return;
    from->unanswered = false;
    const bool connected = is_established(from->state) && from->state != ConnState::Conferenced;
    if (!connected && !core.move(caller, Cue::FarAnswers)) return;
    show_elsewhere(core, caller);
    const ConnectionId answering = core.far_end(caller);
    if (answering.valid()) set_party(core, caller, kConnectedTo, party_at(core, answering));
}

}  // namespace pbxlab::pbx
