#include "harness/world.h"

#include <algorithm>

#include <fmt/format.h>

#include "harness/dialing_words.h"
#include "harness/forward_words.h"
#include "harness/provider_keys.h"

namespace pbxlab::harness {

namespace {

// Gives the observer its place in front of the lines, which start to observe when they are made.
pbx::Exchange& observed(pbx::Exchange& exchange, pbx::Observer& first) {
    exchange.observe(first);
    return exchange;
}

ProviderBehaviour behaviour(const Scenario& scenario) {
    ProviderBehaviour all;
    apply(scenario.provider.settings, all);
    return all;
}

pbx::ExchangeOptions exchange_options(const Scenario& scenario, const RunOptions& options) {
    pbx::ExchangeOptions exchange;
    exchange.seed = mix_seed(options.seed, scenario.path);
    exchange.policy = behaviour(scenario).policy;
    exchange.trunks = scenario.exchange.trunks.value_or(exchange.trunks);
    exchange.default_media = lines::LINEMEDIAMODE_INTERACTIVEVOICE;
    exchange.muted = options.muted;
    return exchange;
}

template <class Map>
auto found(const Map& map, std::string_view name, typename Map::mapped_type otherwise) {
    const auto place = map.find(name);
    return place == map.end() ? otherwise : place->second;
}

}  // namespace

std::uint64_t mix_seed(std::uint64_t seed, std::string_view path) {
    std::uint64_t hash = 0xCBF2'9CE4'8422'2325ULL;  // FNV-1a
    for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3ULL;
    std::uint64_t mixed = seed + 0x9E37'79B9'7F4A'7C15ULL * (hash | 1U);  // splitmix64's finish
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58'476D'1CE4'E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D0'49BB'1331'11EBULL;
    return mixed ^ (mixed >> 31U);
}

lines::HLine Seat::line_on(std::uint32_t device) const {
    const auto place = latest.find(device);
    return place == latest.end() ? lines::kNoLine : place->second;
}

std::uint32_t Seat::device_of(lines::HLine line) const {
    const auto place = devices.find(static_cast<std::uint32_t>(line));
    return place == devices.end() ? kNone : place->second;
}

World::World(const Scenario& scenario, const RunOptions& options, pbx::Observer& first)
    : exchange_{exchange_options(scenario, options)},
      telephony_{observed(exchange_, first),
                 {.muted_guard = options.muted_guard,
                  .muted_reply = options.muted_reply,
                  .seed = mix_seed(options.seed, scenario.path)}} {
    if (const auto& access = scenario.exchange.trunk_access) {
        exchange_.dial_plan().set_trunk_access(access->value);
    }
    if (const auto& length = scenario.exchange.outside_length) {
        exchange_.dial_plan().set_outside_length(*length);
    }
    telephony_.set_locations(dialing_locations(scenario.telephony));
    add_orbits(scenario.exchange);
    add_lines(scenario);
    add_outside(scenario.exchange);
    add_groups(scenario.exchange);
    set_attendant(scenario.exchange);
    set_priorities(scenario);
    add_applications(scenario);
    for (const FaultWords& fault : scenario.faults) add_fault(fault);
    for (const std::string& name : scenario.exchange.line_order)
        add_standing_faults(scenario, name);
}

std::uint32_t World::device(std::string_view line) const { return found(devices_, line, kNone); }

std::uint32_t World::device(pbx::StationId station) const {
    for (std::uint32_t i = 0; i < line_names_.size(); ++i) {
        // Lines are made in the order of their stations, so the first look is nearly always right.
        const std::uint32_t device =
            (station.index + i) % static_cast<std::uint32_t>(line_names_.size());
        if (telephony_.station_of(device) == station) return device;
    }
    return kNone;
}

std::uint32_t World::seat(std::string_view application) const {
    return found(seat_names_, application, kNone);
}

std::uint32_t World::seat_on(std::uint32_t device) const {
    return device < first_seats_.size() ? first_seats_[device] : kNone;
}

std::uint32_t World::seat_on(std::uint32_t device, Api api) const {
    const auto& first = first_of_[api == Api::Tapi3 ? 1 : 0];
    if (device < first.size() && first[device] != kNone) return first[device];
    if (api == Api::Tapi2) return kNone;
    const auto seat = std::ranges::find_if(seats_, &Seat::is_tapi3);
    return seat == seats_.end() ? kNone : static_cast<std::uint32_t>(seat - seats_.begin());
}

void World::opened(std::uint32_t seat, const Opened& line) {
    seats_[seat].opens.push_back(line);
    const auto put_first = [&](std::vector<std::uint32_t>& first) {
        if (first.size() <= line.device) first.resize(line.device + std::size_t{1}, kNone);
        first[line.device] = std::min(first[line.device], seat);
    };
    put_first(first_seats_);
    put_first(first_of_[seats_[seat].is_tapi3() ? 1 : 0]);
    if (seats_[seat].is_tapi3()) return;
    seats_[seat].latest[line.device] = line.line;
    seats_[seat].devices[static_cast<std::uint32_t>(line.line)] = line.device;
}

std::optional<pbx::OutsideId> World::outside(std::string_view name) const {
    const auto place = outside_.find(name);
    return place == outside_.end() ? std::nullopt : std::optional{place->second};
}

void World::refuse(std::string text) {
    if (!problem_) problem_ = std::move(text);
}

void World::add_lines(const Scenario& scenario) {
    for (const std::string& name : scenario.exchange.line_order) add_line(scenario, name);
}

std::optional<World::Made> World::make_station(const Scenario& scenario, const std::string& name) {
    const LineWords& words = scenario.exchange.lines.at(name);
    ProviderBehaviour own = words.provider.profile ? ProviderBehaviour{} : behaviour(scenario);
    apply(words.provider.settings, own);

    pbx::StationSpec spec{.name = name};
    if (!words.provider.empty()) spec.policy = exchange_.add_policy(own.policy);
    spec.max_active = words.line_max_active.value_or(spec.max_active);
    const pbx::StationId station = exchange_.add_station(spec);
    bool well = true;
    for (const AddressWords& each : words.addresses) {
        if (each.orbit) {
            exchange_.add_orbit_address(station, each.number.value);
            continue;
        }
        pbx::AddressSpec address{.number = each.number.value, .name = each.name.value};
        address.max_active =
            each.max_active.value_or(words.max_active.value_or(address.max_active));
        address.max_held = each.max_held.value_or(words.max_held.value_or(address.max_held));
        address.max_pending =
            each.max_pending.value_or(words.max_pending.value_or(address.max_pending));
        address.max_conference =
            each.max_conference.value_or(words.max_conference.value_or(address.max_conference));
        address.max_transfer_conference = each.max_transfer_conference.value_or(
            words.max_transfer_conference.value_or(address.max_transfer_conference));
        address.sharing = each.sharing;
        address.looks_only = each.looks_only;
        address.rings = each.rings;
        address.ring_after = each.rings_after;
        address.pickup_group = each.pickup_group.value;
        if (each.bridge) {
            if (const auto of = exchange_.find_address(each.bridge->value))
                exchange_.add_appearance(station, *of, address);
            continue;
        }
        if (const auto made = exchange_.add_address(station, address)) {
            forward(name, *made, each);
            continue;
        }
        well = false;
        refuse(fmt::format("line {} cannot have the number \"{}\": the dial plan refuses it", name,
                           each.number.value));
    }
    return well ? std::optional{Made{station, own.profile}} : std::nullopt;
}

void World::forward(const std::string& name, pbx::AddressId address, const AddressWords& words) {
    if (words.forwards.empty()) return;
    const auto forwarding = forwarding_of(words.forwards, words.forward_rings);
    if (!forwarding) return refuse(fmt::format("line {} cannot be forwarded like that", name));
    exchange_.set_forwarding(address, *forwarding);
}

void World::name_line(const std::string& name, std::uint32_t device) {
    devices_[name] = device;
    line_names_.push_back(name);
}

void World::add_line(const Scenario& scenario, const std::string& name) {
    if (scenario.exchange.lines.at(name).absent) return;
    if (const auto made = make_station(scenario, name))
        name_line(name, telephony_.add_line(made->station, made->profile));
}

// Those of a line's own profile, else of the scenario's.
void World::add_standing_faults(const Scenario& scenario, const std::string& line) {
    if (device(line) == kNone) return;  // it is still to come
    const ProviderWords& own = scenario.exchange.lines.at(line).provider;
    for (const FaultWords& fault : own.profile ? own.faults : scenario.provider.faults)
        faults_.add(*this, fault, device(line));
}

bool World::create_line(const Scenario& scenario, const std::string& name) {
    if (device(name) != kNone) return false;
    const auto made = make_station(scenario, name);
    if (!made) return false;
    name_line(name, telephony_.create_line(made->station, made->profile));
    faults_.line_came(*this, name, device(name));
    add_standing_faults(scenario, name);
    return true;
}

void World::add_outside(const SwitchWords& words) {
    for (const std::string& name : words.outside_order) {
        const OutsideWords& party = words.outside.at(name);
        const auto id = exchange_.add_outside({.number = party.number.value,
                                               .name = party.name.value,
                                               .shows_number = party.shows_number,
                                               .media = party.media,
                                               .script = party.script});
        if (!id) {
            refuse(fmt::format(
                "outside party {} cannot have the number \"{}\": the dial plan refuses it", name,
                party.number.value));
            continue;
        }
        outside_[name] = *id;
        outside_names_.resize(std::max<std::size_t>(outside_names_.size(), id->index + 1U));
        outside_names_[id->index] = name;
    }
}

}  // namespace pbxlab::harness
