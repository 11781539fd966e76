#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

Party Connection::*identity(PartyBits which) {
    switch (which) {
        case kCaller: return &Connection::caller;
        case kCalled: return &Connection::called;
        case kConnectedTo: return &Connection::connected_to;
        case kRedirecting: return &Connection::redirecting;
        default: break;
    }
    return &Connection::redirected_to;
}

}  // namespace

Party party_of(const Core& core, AddressId id) {
    const Address& address = core.addresses[id.index];
    return {address.number, address.name, Disclosure::Known};
}

Party party_of(const Core& core, OutsideId id) {
    const Outside& outside = core.outsides[id.index];
    return {outside.number, outside.name, Disclosure::Known};
}

Party party_of(const Core& core, GroupId id) {
    const Group& group = core.groups[id.index];
    return {group.number, group.name, Disclosure::Known};
}

Party party_at(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return {};
    return connection->outside.valid() ? party_of(core, connection->outside)
                                       : party_of(core, connection->address);
}

Party identity_of(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return {};
    if (connection->direction == Direction::Outgoing) return shown(connection->caller);
    Party party = party_at(core, id);
    if (connection->withhold_id) party.disclosure = Disclosure::Withheld;  // it was called back
    return shown(party);
}

Party shown(const Party& party) {
    if (party.disclosure == Disclosure::Known) return party;
    return {{}, {}, party.disclosure};
}

Party party_called(Core& core, std::string_view digits) {
    const DialMatch match = core.plan.match(digits);
    if (match.to == DialMatch::To::Station) return party_of(core, match.address);
    if (match.outside.valid()) return party_of(core, match.outside);
    if (match.group.valid()) return party_of(core, match.group);
    return {core.texts.keep(digits), {}, Disclosure::Known};
}

void set_party(Core& core, ConnectionId id, PartyBits which, const Party& party) {
    Connection* connection = core.find(id);
    if (connection == nullptr) return;
    Party& now = connection->*identity(which);
    if (now == party) return;
    now = party;
    core.tell(EventKind::PartiesChanged, id, which);
}

void show_caller(Core& core, ConnectionId id) {
    const Connection* caller = core.find(core.far_end(id));
    if (caller == nullptr) return;
    set_party(core, id, kCaller, identity_of(core, core.far_end(id)));
}

}  // namespace pbxlab::pbx
