#include "switch/intrusion.h"

#include <algorithm>

#include "switch/facilities.h"
#include "switch/hold.h"
#include "switch/membership.h"
#include "switch/offering.h"
#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

constexpr std::uint32_t kThree = 3;  // who talks there, and who breaks in

bool is_protected(const Core& core, ConnectionId talking) {
    ConnectionId at = core.calls.find(core.find(talking)->call)->first;
    for (const Connection* c = core.find(at); c != nullptr; c = core.find(at)) {
        if (c->secure) return true;
        at = c->next_in_call;
    }
    return false;
}

// The conference of what the station talks on; where that is an ordinary call, it becomes one.
ConferenceId open_up(Core& core, ConnectionId talking) {
    if (stands_for(core, talking) != nullptr) return core.find(talking)->conference;
    const AddressId address = core.find(talking)->address;
    const std::uint32_t most = std::max(kThree, core.at(address).spec->max_conference);
    const ConferenceId id = new_conference(core, address, most);
    const ConnectionId parent = core.conferences.find(id)->parent;
    core.find(core.find(parent)->call)->related = core.find(core.find(talking)->call)->number;
    core.move(parent, Cue::Confer);
    admit(core, id, talking);
    return id;
}

}  // namespace

Refusal check_intrude(const Core& core, ConnectionId caller, AddressId target) {
    const Address& there = core.addresses[target.index];
    if (!core.serves(target)) return Refusal::OutOfService;
    if (there.station == core.find(caller)->station || !there.appearances().empty())
        return Refusal::NotAllowed;
    const ConnectionId talking = talking_at(core, there.station);
    if (!talking.valid() || has_secured_call(core, there.station) || is_protected(core, talking))
        return Refusal::NotAllowed;
    if (!core.policy(there.station).intrusion_joins)
        return core.free_appearance(target) ? Refusal::None : Refusal::NotAllowed;
    if (const Conference* conference = stands_for(core, talking))
        return has_place(*conference, 1) ? Refusal::None : Refusal::NotAllowed;
    const Connection* party = core.find(core.far_end(talking));
    const bool alone = party == nullptr || party->station == there.station ||
                       core.find(talking)->conference.valid();
    return alone ? Refusal::NotAllowed : Refusal::None;
}

void intrude(Core& core, ConnectionId caller, AddressId target) {
    const ConnectionId talking = talking_at(core, core.at(target).station);
    if (!talking.valid()) return;
    const bool joins = core.policy(core.at(target).station).intrusion_joins;
    const ConferenceId conference = joins ? open_up(core, talking) : ConferenceId{};
    const ConnectionId joined = show_intruder(core, caller, target);
    if (!joined.valid()) return;
    if (joins) admit(core, conference, joined);
    set_party(core, joined, kConnectedTo, identity_of(core, caller));
    if (core.move(caller, Cue::FarAnswers))
        set_party(core, caller, kConnectedTo, party_at(core, joined));
}

}  // namespace pbxlab::pbx
