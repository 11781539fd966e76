// What a telephone has keys or codes for, besides its hook and its digits.
#include "switch/orders.h"
#include "switch/telephone.h"

namespace pbxlab::pbx {
namespace {

// The call on hold that its party consults somebody about.
ConnectionId consulted_about(const Core& core, StationId station) {
    return first_at(core, station, [](ConnectionId, const Connection& c) {
        return c.state == ConnState::Held && c.held_for == HoldFor::Transfer && c.partner.valid();
    });
}

// For the first address of the station, where the order needs one.
Refusal do_at(Core& core, StationId station, Order order) {
    const Station& at = core.at(station);
    if (!at.in_service) return Refusal::OutOfService;
    if (!at.addresses.empty()) order.address = at.addresses.front();
    return order.address.valid() ? do_at_once(core, order) : Refusal::NoAppearance;
}

Refusal do_to(Core& core, StationId station, ConnectionId subject, Order order) {
    if (!core.at(station).in_service) return Refusal::OutOfService;
    if (!subject.valid()) return Refusal::Nothing;
    order.connection = subject;
    return do_at_once(core, order);
}

}  // namespace

Refusal phone_park(Core& core, StationId station, std::string_view orbit) {
    return do_to(
        core, station, talking_at(core, station),
        {.kind = OrderKind::Park, .digits = orbit, .longest_number = DialPlan::kLongestNumber});
}

Refusal phone_unpark(Core& core, StationId station, std::string_view orbit) {
    return do_at(core, station, {.kind = OrderKind::Unpark, .digits = orbit});
}

Refusal phone_pick_up(Core& core, StationId station, std::string_view number) {
    return do_at(core, station,
                 {.kind = OrderKind::PickUp, .digits = number, .picks = kPickWaiting | kPickGroup});
}

Refusal phone_consult(Core& core, StationId station) {
    const ConnectionId talking = talking_at(core, station);
    const AddressId address = talking.valid() ? core.find(talking)->address : AddressId{};
    return do_to(core, station, talking,
                 {.kind = OrderKind::Consult, .address = address, .by_hand = true});
}

Refusal phone_transfer(Core& core, StationId station, std::string_view number) {
    if (!number.empty())
        return do_to(core, station, talking_at(core, station),
                     {.kind = OrderKind::SendOn, .digits = number});
    const ConnectionId held = consulted_about(core, station);
    const ConnectionId other = held.valid() ? core.find(held)->partner : ConnectionId{};
    return do_to(core, station, held, {.kind = OrderKind::Transfer, .other = other});
}

}  // namespace pbxlab::pbx
