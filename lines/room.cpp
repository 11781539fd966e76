#include "lines/room.h"

namespace pbxlab::lines {

namespace {

// The oldest connection of the call's station for which `is` holds.
template <class Test>
const pbx::Connection* first_at_station(const Core& core, const Leg& leg, Test is) {
    pbx::ConnectionId id = core.exchange.station(core.devices[leg.device].station).first;
    const pbx::Connection* connection = core.exchange.find(id);
    while (connection != nullptr && !is(*connection))
        connection = core.exchange.find(connection->next_at_station);
    return connection;
}

const pbx::Connection* talking(const Core& core, const Leg& leg) {
    return first_at_station(core, leg, [](const pbx::Connection& connection) {
        return connection.state == pbx::ConnState::Connected;
    });
}

bool fits(const Core& core, pbx::AddressId back, pbx::AddressId away, bool away_is_held) {
    if (back == away) return true;
    const pbx::Address& address = core.exchange.address(back);
    return address.active < address.spec.max_active &&
           (!away_is_held || core.exchange.can_hold_more(away));
}

pbx::AddressId address_of(const Core& core, const Leg& leg) {
    return core.address_of(core.devices[leg.device], leg.address);
}

}  // namespace

bool must_not_disturb(const Core& core, const Leg& held) {
    return core.policy(core.devices[held.device]).on_retrieve == pbx::OnRetrieve::Refuse &&
           talking(core, held) != nullptr;
}

bool can_come_back(const Core& core, const Leg& held) {
    const pbx::Connection* active = talking(core, held);
    if (active == nullptr) return core.exchange.has_free_appearance(address_of(core, held));
    const pbx::OnRetrieve how = core.policy(core.devices[held.device]).on_retrieve;
    return fits(core, address_of(core, held), active->address, how == pbx::OnRetrieve::HoldActive);
}

bool can_change_places(const Core& core, const Leg& active, const Leg& held) {
    return fits(core, address_of(core, held), address_of(core, active), true);
}

bool can_be_answered(const Core& core, const Leg& presented) {
    const pbx::Refusal refusal = core.exchange.check_answer(presented.connection);
    return refusal != pbx::Refusal::HoldFull && refusal != pbx::Refusal::NoAppearance;
}

}  // namespace pbxlab::lines
