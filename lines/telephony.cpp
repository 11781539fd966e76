#include "lines/telephony.h"

#include <algorithm>
#include <cassert>

#include "lines/guards.h"

namespace pbxlab::lines {

Telephony::Telephony(pbx::Exchange& exchange, const TelephonyOptions& options)
    : core_(std::make_unique<Core>(exchange, options)), nobody_(*core_, pbx::kNobody) {}

Telephony::~Telephony() = default;

std::uint32_t Telephony::add_line(pbx::StationId station, const Profile& profile) {
    Device device;
    device.station = station;
    device.profile = core_->profile_index(profile);
    device.in_service = core_->exchange.station(station).in_service;
    device.routes = first_routes(profile);
    const auto& addresses = core_->exchange.station(station).addresses;
    device.addresses.reserve(addresses.size());
    for (const pbx::AddressId address : addresses) {
        device.addresses.push_back({.routes = device.routes});
        device.addresses.back().learn(core_->exchange.forwarding(address));
    }
    const auto id = static_cast<std::uint32_t>(core_->devices.size());
    core_->devices.push_back(std::move(device));
    if (core_->device_of_station.size() <= station.index) {
        core_->device_of_station.resize(station.index + 1, pbx::kNobody);
    }
    core_->device_of_station[station.index] = id;
    return id;
}

std::uint32_t Telephony::line_count() const {
    return static_cast<std::uint32_t>(core_->devices.size());
}

pbx::StationId Telephony::station_of(std::uint32_t device) const {
    return core_->devices[device].station;
}

void Telephony::set_priorities(std::uint32_t media_mode, std::vector<std::string> modules) {
    core_->priorities[media_mode] = std::move(modules);
}

void Telephony::set_locations(DialingLocations locations) {
    assert(first_flaw(locations).empty());
    core_->locations = std::move(locations);
}

const DialingLocations& Telephony::locations() const { return core_->locations; }

Application& Telephony::without_application() { return nobody_; }

LineResult Telephony::initialize(const InitializeParams& params, Application** application) {
    Subject subject{.core = *core_,
                    .app = 0,
                    .value = params.option,
                    .pointer = application != nullptr,
                    .initialize = &params};
    if (const LineResult refusal = core_->refuse(Op::InitializeEx, subject); refusal != 0)
        return refusal;
    const auto index = static_cast<std::uint32_t>(core_->apps.size());
    core_->apps.push_back(std::make_unique<AppRecord>(AppRecord{.params = params,
                                                                .door = Application{*core_, index},
                                                                .queue = {},
                                                                .opens = {},
                                                                .live = true}));
    ++core_->live_apps;
    *application = &core_->apps.back()->door;
    return 0;
}

void Telephony::force_close(std::uint32_t device) { core_->revoke_line(device); }

std::uint64_t Telephony::last_message() const { return core_->last_sequence; }

void Telephony::note_told(std::vector<const Application*>* list) { core_->told_list = list; }

pbx::Scheduler& Telephony::scheduler() { return core_->exchange.scheduler(); }

namespace {

std::optional<std::string> broken(const std::string& what) { return what; }

// A leg's handles belong to it and to open lines of its device.
std::optional<std::string> check_handles(const Core& core, LegId id, const Leg& leg) {
    for (HandleId handle = leg.first_handle; handle.valid();
         handle = core.handles.find(handle)->next) {
        const CallHandle* entry = core.handles.find(handle);
        if (entry == nullptr || entry->leg != id)
            return broken("a call lists a handle that is not its own");
        const OpenLine* open = core.opens.find(entry->open);
        if (open == nullptr) return broken("a call handle belongs to a closed line");
        if (open->device != leg.device)
            return broken("a call handle belongs to another line's call");
    }
    return {};
}

std::optional<std::string> check_leg(const Core& core, LegId id, const Leg& leg) {
    const bool idle = leg.state == LINECALLSTATE_IDLE;
    if (idle && leg.connection.valid()) return broken("an IDLE call still has a connection");
    if (!idle && core.devices[leg.device].connected &&
        core.exchange.find(leg.connection) == nullptr) {
        return broken("a live call has no connection");
    }
    if (idle && !leg.first_handle.valid())
        return broken("an IDLE call that nobody holds is still kept");
    return check_handles(core, id, leg);
}

// Nothing goes to a terminal that is not there, or cannot take it.
bool routes_are_possible(const Core& core, const Device& device) {
    const Profile& profile = core.profile(device);
    return possible(device.routes, profile) &&
           std::ranges::all_of(
               device.addresses, [&](const Routes& routes) { return possible(routes, profile); },
               &DeviceAddress::routes) &&
           std::ranges::all_of(device.legs, [&](LegId id) {
               return possible(core.legs.find(id)->routes, profile);
           });
}

std::optional<std::string> check_device(const Core& core, const Device& device) {
    thread_local std::vector<Counts> counts;  // made anew for each, but for its room
    counts.assign(device.addresses.size(), {});
    for (const LegId id : device.legs) {
        const Leg* leg = core.legs.find(id);
        if (leg == nullptr) return broken("a line lists a call that is gone");
        if (auto problem = check_leg(core, id, *leg)) return problem;
        if (leg->announced) counts[leg->address].add(leg->state, 1);
    }
    if (!std::ranges::equal(counts, device.addresses, {}, {}, &DeviceAddress::counts))
        return broken("an address's counts differ from its calls");
    if (!routes_are_possible(core, device))
        return broken("something is routed to a terminal that cannot take it");
    return {};
}

}  // namespace

std::optional<std::string> Telephony::check_invariants() const {
    std::uint32_t listed = 0;
    for (const Device& device : core_->devices) {
        if (auto problem = check_device(*core_, device)) return problem;
        listed += static_cast<std::uint32_t>(device.legs.size());
    }
    if (listed != core_->legs.size()) return broken("a call is on no line");
    return {};
}

}  // namespace pbxlab::lines
