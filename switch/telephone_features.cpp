// What a telephone has keys or codes for, besides its hook and its digits.
#include "switch/membership.h"
#include "switch/orders.h"
#include "switch/telephone.h"

namespace pbxlab::pbx {
namespace {

// The call on hold, or conference, that its party consults somebody about.
ConnectionId consulted_about(const Core& core, StationId station, HoldFor why) {
    return first_at(core, station, [why](ConnectionId, const Connection& c) {
        return c.state == ConnState::Held && c.held_for == why && c.partner.valid();
    });
}

// The call that has not come about, and may be finished later.
ConnectionId unfinished(const Core& core, StationId station) {
    return first_at(core, station, [](ConnectionId, const Connection& c) {
        return c.state == ConnState::BusyTone || c.state == ConnState::Delivered;
    });
}

// The latest request of one of the station's addresses.
const Completion* latest_of(const Core& core, StationId station) {
    const Completion* latest = nullptr;
    first_completion(core, [&](const Completion& c) {
        const bool own = c.by.valid() && core.addresses[c.by.index].station == station;
        if (own && (latest == nullptr || latest->number < c.number)) latest = &c;
        return false;
    });
    return latest;
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
    const bool leads = stands_for(core, talking) != nullptr;
    return do_to(core, station, talking,
                 {.kind = leads ? OrderKind::Confer : OrderKind::Consult,
                  .address = address,
                  .by_hand = true});
}

Refusal phone_transfer(Core& core, StationId station, std::string_view number) {
    if (!number.empty())
        return do_to(core, station, talking_at(core, station),
                     {.kind = OrderKind::SendOn, .digits = number});
    const ConnectionId held = consulted_about(core, station, HoldFor::Transfer);
    const ConnectionId other = held.valid() ? core.find(held)->partner : ConnectionId{};
    return do_to(core, station, held, {.kind = OrderKind::Transfer, .other = other});
}

Refusal phone_confer(Core& core, StationId station) {
    const ConnectionId conference = consulted_about(core, station, HoldFor::Conference);
    const ConnectionId held =
        conference.valid() ? conference : consulted_about(core, station, HoldFor::Transfer);
    const ConnectionId other = held.valid() ? core.find(held)->partner : ConnectionId{};
    const OrderKind kind = conference.valid() ? OrderKind::AddParty : OrderKind::Merge;
    return do_to(core, station, held, {.kind = kind, .other = other, .by_hand = true});
}

Refusal phone_complete(Core& core, StationId station, CompleteBy how) {
    return do_to(core, station, unfinished(core, station),
                 {.kind = OrderKind::Complete, .complete_by = how});
}

Refusal phone_uncomplete(Core& core, StationId station) {
    if (!core.at(station).in_service) return Refusal::OutOfService;
    const Completion* request = latest_of(core, station);
    if (request == nullptr) return Refusal::Nothing;
    return do_at_once(
        core,
        {.kind = OrderKind::Uncomplete, .address = request->by, .completion = request->number});
}

}  // namespace pbxlab::pbx
