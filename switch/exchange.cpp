// The door: every member forwards to the verb that does it.
#include "switch/exchange.h"

#include <algorithm>
#include <cassert>

#include "switch/answer.h"
#include "switch/completion.h"
#include "switch/consultation.h"
#include "switch/core.h"
#include "switch/facilities.h"
#include "switch/forwarding.h"
#include "switch/hold.h"
#include "switch/inband.h"
#include "switch/invariants.h"
#include "switch/membership.h"
#include "switch/orders.h"
#include "switch/outside.h"
#include "switch/park.h"
#include "switch/service.h"
#include "switch/telephone.h"
#include "switch/transfer.h"
#include "switch/trunks.h"

namespace pbxlab::pbx {

Exchange::Exchange(const ExchangeOptions& options) : core_{std::make_unique<Core>(options)} {}
Exchange::~Exchange() = default;

PolicyId Exchange::add_policy(const Policy& policy) {
    core_->policies.push_back(policy);
    return {static_cast<std::uint32_t>(core_->policies.size() - 1)};
}

StationId Exchange::add_station(const StationSpec& spec) {
    assert(!spec.policy.valid() || spec.policy.index < core_->policies.size());
    Station station;
    station.name = core_->texts.keep(spec.name);
    station.policy = spec.policy;
    station.max_active = spec.max_active;
    core_->stations.push_back(std::move(station));
    return {static_cast<std::uint32_t>(core_->stations.size() - 1)};
}

namespace {

AddressSpec within(const Policy& policy, AddressSpec spec) {
    spec.max_active = std::min(spec.max_active, policy.most_active);
    spec.max_held = std::min(spec.max_held, policy.most_held);
    spec.max_pending = std::min(spec.max_pending, policy.most_pending);
    spec.max_conference = std::min(spec.max_conference, policy.most_conference);
    spec.max_transfer_conference =
        std::min(spec.max_transfer_conference, policy.most_transfer_conference);
    return spec;
}

// `spec` lies within the station's policy.
void place_address(Core& core, StationId station, const AddressSpec& spec, AddressId primary) {
    const AddressId id{static_cast<std::uint32_t>(core.addresses.size())};
    auto& siblings = core.at(station).addresses;
    Address address;
    address.spec = &core.kind_of(spec);
    address.station = station;
    address.number = core.texts.keep(spec.number);
    address.name = core.texts.keep(spec.name);
    address.position = static_cast<std::uint32_t>(siblings.size());
    address.primary = primary;
    core.addresses.push_back(std::move(address));
    siblings.push_back(id);
}

}  // namespace

std::optional<AddressId> Exchange::add_address(StationId station, const AddressSpec& spec) {
    const AddressId id{static_cast<std::uint32_t>(core_->addresses.size())};
    if (!core_->plan.add_station(spec.number, id)) return std::nullopt;
    place_address(*core_, station, within(core_->policy(station), spec), id);
    return id;
}

AddressId Exchange::add_appearance(StationId station, AddressId of, const AddressSpec& spec) {
    const AddressId id{static_cast<std::uint32_t>(core_->addresses.size())};
    AddressSpec own = *core_->at(of).spec;
    own.number = core_->texts.text(core_->at(of).number);
    own.name = core_->texts.text(core_->at(of).name);
    assert(own.sharing != Sharing::Private);
    own.max_active = spec.max_active;
    own.max_held = spec.max_held;
    own.max_pending = spec.max_pending;
    own.looks_only = spec.looks_only;
    own.rings = spec.rings;
    own.ring_after = spec.ring_after;
    own.pickup_group = spec.pickup_group;
    place_address(*core_, station, within(core_->policy(station), own), of);
    auto& appearances = core_->at(of).rare().appearances;
    if (appearances.empty()) appearances.push_back(of);
    appearances.push_back(id);
    return id;
}

std::optional<OutsideId> Exchange::add_outside(const OutsideSpec& spec) {
    const OutsideId id{static_cast<std::uint32_t>(core_->outsides.size())};
    if (!core_->plan.add_outside(spec.number, id)) return std::nullopt;
    Outside party;
    party.spec = spec;
    party.number = core_->texts.keep(spec.number);
    party.name = core_->texts.keep(spec.name);
    core_->outsides.push_back(std::move(party));
    core_->outside_chance.emplace_back(core_->options.seed, "outside/" + spec.number);
    return id;
}

std::optional<GroupId> Exchange::add_group(const GroupSpec& spec) {
    const GroupId id{static_cast<std::uint32_t>(core_->groups.size())};
    assert(std::ranges::none_of(spec.stages,
                                [](const HuntStage& stage) { return stage.members.empty(); }));
    if (!core_->plan.add_group(spec.number, id)) return std::nullopt;
    Group group;
    group.spec = spec;
    group.number = core_->texts.keep(spec.number);
    group.name = core_->texts.keep(spec.name);
    core_->groups.push_back(std::move(group));
    for (const HuntStage& stage : spec.stages) {
        for (const AddressId member : stage.members) {
            auto& groups = core_->at(core_->at(member).station).groups;
            if (std::ranges::find(groups, id) == groups.end()) groups.push_back(id);
        }
    }
    return id;
}

std::optional<OrbitId> Exchange::add_orbit(std::string_view number) {
    const OrbitId id{static_cast<std::uint32_t>(core_->orbits.size())};
    if (!core_->plan.add_orbit(number, id)) return std::nullopt;
    core_->orbits.push_back({.number = std::string{number}, .text = core_->texts.keep(number)});
    return id;
}
std::optional<AddressId> Exchange::add_orbit_address(StationId station, std::string_view number) {
    const OrbitId orbit = orbit_at(*core_, number);
    if (!orbit.valid() || core_->at(orbit).line.valid()) return std::nullopt;
    const AddressId id{static_cast<std::uint32_t>(core_->addresses.size())};
    AddressSpec spec =
        within(core_->policy(station), {.number = std::string{number}, .looks_only = true});
    spec.max_held = 1;  // what is parked is there, whatever telephones may hold
    place_address(*core_, station, spec, id);
    core_->at(id).orbit = orbit;
    core_->at(orbit).line = id;
    return id;
}
void Exchange::set_attendant(AddressId address) { core_->attendant = address; }

DialPlan& Exchange::dial_plan() { return core_->plan; }
void Exchange::observe(Observer& observer) { core_->observers.push_back(&observer); }

OrderId Exchange::place(const Order& order) { return pbx::place(*core_, order); }
bool Exchange::withdraw(OrderId order) { return pbx::withdraw(*core_, order); }

Refusal Exchange::phone_lift(StationId station, AddressId address) {
    return pbx::phone_lift(*core_, station, address);
}
Refusal Exchange::phone_dial(StationId station, std::string_view digits) {
    return pbx::phone_dial(*core_, station, digits);
}
Refusal Exchange::phone_answer(StationId station) { return pbx::phone_answer(*core_, station); }
Refusal Exchange::phone_flash(StationId station) { return pbx::phone_flash(*core_, station); }
Refusal Exchange::phone_hang_up(StationId station) { return pbx::phone_hang_up(*core_, station); }
Refusal Exchange::phone_park(StationId station, std::string_view orbit) {
    return pbx::phone_park(*core_, station, orbit);
}
Refusal Exchange::phone_unpark(StationId station, std::string_view orbit) {
    return pbx::phone_unpark(*core_, station, orbit);
}
Refusal Exchange::phone_pick_up(StationId station, std::string_view number) {
    return pbx::phone_pick_up(*core_, station, number);
}
Refusal Exchange::phone_consult(StationId station) { return pbx::phone_consult(*core_, station); }
Refusal Exchange::phone_transfer(StationId station, std::string_view number) {
    return pbx::phone_transfer(*core_, station, number);
}
Refusal Exchange::phone_confer(StationId station) { return pbx::phone_confer(*core_, station); }
Refusal Exchange::phone_complete(StationId station, CompleteBy how) {
    return pbx::phone_complete(*core_, station, how);
}
Refusal Exchange::phone_uncomplete(StationId station) {
    return pbx::phone_uncomplete(*core_, station);
}

Refusal Exchange::outside_calls(OutsideId party, std::string_view digits) {
    return pbx::outside_calls(*core_, party, digits);
}
Refusal Exchange::outside_answers(OutsideId party) { return pbx::outside_answers(*core_, party); }
Refusal Exchange::outside_rejects(OutsideId party) { return pbx::outside_rejects(*core_, party); }
Refusal Exchange::outside_hangs_up(OutsideId party) { return pbx::outside_hangs_up(*core_, party); }
void Exchange::set_script(OutsideId party, const OutsideScript& script) {
    core_->at(party).spec.script = script;
}

Refusal Exchange::send_digits(ConnectionId connection, std::string_view digits, bool pulse,
                              Duration each) {
    return send_inband_digits(*core_, connection, digits, pulse, each);
}
Refusal Exchange::send_tone(ConnectionId connection, const Tone& tone, Duration length) {
    return send_inband_tone(*core_, connection, tone, length);
}
bool Exchange::has_path(ConnectionId connection) const { return pbx::has_path(*core_, connection); }
Refusal Exchange::attach_data(ConnectionId connection, std::string_view data) {
    return pbx::attach_data(*core_, connection, data);
}
void Exchange::stop_sending(ConnectionId connection) { break_off_sending(*core_, connection); }
Refusal Exchange::outside_digits(OutsideId party, std::string_view digits) {
    return pbx::outside_digits(*core_, party, digits);
}
Refusal Exchange::outside_tone(OutsideId party, const Tone& tone, Duration length) {
    return pbx::outside_tone(*core_, party, tone, length);
}
Refusal Exchange::outside_media(OutsideId party, std::uint32_t media) {
    return pbx::outside_media(*core_, party, media);
}

void Exchange::set_service(StationId station, bool in_service) {
    pbx::set_service(*core_, station, in_service);
}
void Exchange::set_service(AddressId address, bool in_service) {
    pbx::set_service(*core_, address, in_service);
}
void Exchange::set_message_waiting(StationId station, bool waiting) {
    pbx::set_message_waiting(*core_, station, waiting);
}
void Exchange::set_trunks(std::uint32_t trunks) { pbx::set_trunks(*core_, trunks); }

Refusal Exchange::cancel_completion(std::uint32_t number) {
    return pbx::cancel_completion(*core_, number);
}

void Exchange::set_forwarding(AddressId address, const Forwarding& forwarding) {
    pbx::set_forwarding(*core_, address, forwarding);
}
void Exchange::ask_forwarding(AddressId address, const Forwarding& forwarding) {
    pbx::ask_forwarding(*core_, address, forwarding);
}

Duration Exchange::request_time(StationId id) {
    return takes(*core_, core_->policy(id), &Policy::request_time);
}

Scheduler& Exchange::scheduler() { return core_->clock; }
const Scheduler& Exchange::scheduler() const { return core_->clock; }

const Connection* Exchange::find(ConnectionId connection) const {
    return core_->connections.find(connection);
}
const Call* Exchange::find(CallId call) const { return core_->calls.find(call); }
std::uint32_t Exchange::trunk_of(CallId id) const {
    const Call* call = find(id);
    if (call == nullptr || call->trunk != kNobody) return call != nullptr ? call->trunk : kNobody;
    const Connection* party = find(call->first);
    while (party != nullptr && party->trunk == kNobody) party = find(party->next_in_call);
    return party != nullptr ? party->trunk : kNobody;
}
std::uint32_t Exchange::trunks_in_use() const { return core_->trunks_used; }
const Station& Exchange::station(StationId station) const {
    return core_->stations.at(station.index);
}
const Address& Exchange::address(AddressId address) const {
    return core_->addresses.at(address.index);
}
const std::vector<AddressId>& Exchange::sharers(AddressId address) const {
    return core_->addresses.at(core_->addresses.at(address.index).primary.index).appearances();
}
std::vector<AddressId> Exchange::pickup_group(std::string_view name) const {
    std::vector<AddressId> members;
    for (std::uint32_t i = 0; i < core_->addresses.size() && !name.empty(); ++i) {
        if (core_->addresses[i].spec->pickup_group == name) members.push_back(AddressId{i});
    }
    return members;
}
const Orbit& Exchange::orbit(OrbitId orbit) const { return core_->orbits.at(orbit.index); }
std::optional<OrbitId> Exchange::next_orbit() const {
    const OrbitId next = pbx::next_orbit(*core_);
    return next.valid() ? std::optional{next} : std::nullopt;
}
std::uint32_t Exchange::stations_using(AddressId address) const {
    return core_->addresses.at(core_->addresses.at(address.index).primary.index).in_use();
}
std::uint32_t Exchange::completion_count(AddressId by) const {
    return pbx::completion_count(*core_, by);
}
bool Exchange::has_completion(AddressId by, std::uint32_t number) const {
    return pbx::has_completion(*core_, by, number);
}
Refusal Exchange::check_complete(ConnectionId connection, CompleteBy how) const {
    return pbx::check_complete(*core_, {.connection = connection, .complete_by = how});
}
const Forwarding& Exchange::forwarding(AddressId address) const {
    return core_->addresses.at(core_->addresses.at(address.index).primary.index).forwarding();
}
const Outside& Exchange::outside(OutsideId party) const { return core_->outsides.at(party.index); }
const Group& Exchange::group(GroupId group) const { return core_->groups.at(group.index); }
const Policy& Exchange::policy(StationId station) const { return core_->policy(station); }
std::uint32_t Exchange::station_count() const {
    return static_cast<std::uint32_t>(core_->stations.size());
}
std::uint32_t Exchange::connection_count() const { return core_->connections.size(); }
std::uint32_t Exchange::order_count() const { return core_->orders.size(); }
std::string_view Exchange::text(TextId id) const { return core_->texts.text(id); }
std::string_view Exchange::number(AddressId id) const { return text(address(id).number); }
std::string_view Exchange::name(StationId id) const { return text(station(id).name); }
Tone Exchange::tone(Sound sound) const { return core_->tones.at(sound & ~kToneBit); }

std::optional<StationId> Exchange::find_station(std::string_view name) const {
    const auto found = std::ranges::find_if(core_->stations, [&](const Station& station) {
        return core_->texts.text(station.name) == name;
    });
    if (found == core_->stations.end()) return std::nullopt;
    return StationId{static_cast<std::uint32_t>(found - core_->stations.begin())};
}

std::optional<AddressId> Exchange::find_address(std::string_view number) const {
    const DialMatch match = core_->plan.match(number);
    if (match.to != DialMatch::To::Station) return std::nullopt;
    return match.address;
}

std::optional<OutsideId> Exchange::find_outside(std::string_view number) const {
    const auto found = std::ranges::find_if(
        core_->outsides, [number](const Outside& party) { return party.spec.number == number; });
    if (found == core_->outsides.end()) return std::nullopt;
    return OutsideId{static_cast<std::uint32_t>(found - core_->outsides.begin())};
}

ConnectionId Exchange::far_end(ConnectionId connection) const { return core_->far_end(connection); }
const Conference* Exchange::conference_of(ConnectionId connection) const {
    const Connection* facts = find(connection);
    if (facts == nullptr) return nullptr;
    const Conference* own = core_->conferences.find(facts->conference);
    return own != nullptr ? own : stands_for(*core_, facts->partner);
}
std::vector<ConnectionId> Exchange::others_of(ConnectionId connection) const {
    std::vector<ConnectionId> all;
    for_each_other(*core_, connection, [&all](ConnectionId id) { all.push_back(id); });
    const std::vector<ConnectionId> others = beyond(*core_, connection);
    all.insert(all.end(), others.begin(), others.end());
    return all;
}
bool Exchange::has_free_appearance(AddressId address) const {
    return core_->free_appearance(address);
}
bool Exchange::can_hold_more(AddressId address) const {
    const Address& row = core_->addresses.at(address.index);
    return row.held < row.spec->max_held;
}

Refusal Exchange::check_clear(ConnectionId connection) const {
    return pbx::check_clear(*core_, connection);
}
Refusal Exchange::check_retrieve(ConnectionId connection) const {
    return pbx::check_retrieve(*core_, connection);
}
Refusal Exchange::check_swap(ConnectionId connection, ConnectionId other) const {
    return pbx::check_swap(*core_, connection, other);
}
Refusal Exchange::check_consult(ConnectionId connection, AddressId address) const {
    return pbx::check_consult(*core_, {.connection = connection, .address = address});
}
Refusal Exchange::check_transfer(ConnectionId held, ConnectionId other) const {
    return pbx::check_transfer(*core_, held, other);
}
Refusal Exchange::check_confer(ConnectionId connection, AddressId address, bool no_hold) const {
    return pbx::check_confer(*core_,
                             {.connection = connection, .address = address, .no_hold = no_hold});
}
Refusal Exchange::check_add_party(ConnectionId conference, ConnectionId other) const {
    return pbx::check_add(*core_, {.connection = conference, .other = other});
}
Refusal Exchange::check_remove_party(ConnectionId connection) const {
    return pbx::check_remove(*core_, connection);
}
Refusal Exchange::check_merge(ConnectionId held, ConnectionId other) const {
    return pbx::check_merge(*core_, held, other);
}

Refusal Exchange::check_answer(ConnectionId connection) const {
    return pbx::check_answer(*core_, connection, core_->policy(connection).on_answer);
}

std::optional<std::string> Exchange::check_invariants() const { return broken_invariant(*core_); }

}  // namespace pbxlab::pbx
