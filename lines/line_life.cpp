// Lines that come and go, change what they offer, and are lost sight of while applications run
// (reference: call-model 11, edge-cases 11; line-create, line-remove, line-close,
// linedevstate--constants).
#include <algorithm>
#include <array>
#include <utility>

#include "lines/core.h"

namespace pbxlab::lines {

namespace {

// A provider that cannot ask in what state calls are learns of it when they change. False for one
// that has ended, or that no line is told of yet.
bool find_unknown(Core& core, pbx::ConnectionId id, const pbx::Connection& connection) {
    using pbx::ConnState;
    constexpr std::array kNotFound = {ConnState::Null, ConnState::Seized, ConnState::Cleared,
                                      ConnState::Forming};
    if (std::ranges::find(kNotFound, connection.state) != kNotFound.end()) return false;
    LegId found = core.leg_of(id);
    if (!found.valid()) found = core.add_leg(id, connection);
    core.copy_facts(*core.legs.find(found), connection);
    if (core.legs.find(found)->announced) {
        core.set_state(found, LINECALLSTATE_UNKNOWN, 0);
    } else {
        core.announce(found, {}, LINECALLSTATE_UNKNOWN, 0);
    }
    return true;
}

}  // namespace

void Core::forget_line(std::uint32_t index) {
    revoke_line(index);
    Device& device = devices[index];
    for (const LegId id : std::exchange(device.legs, {})) {
        abort_requests(id);
        legs.remove(id);
    }
    for (DeviceAddress& address : device.addresses) address.counts = {};
    device_of_station[device.station.index] = pbx::kNobody;
    device.removed = true;
}

// What was not heard has happened all the same: calls that are gone end, those that are in another
// state are told in it, and new ones are announced as they stand.
void Core::catch_up(std::uint32_t index) {
    const bool in_service = exchange.station(devices[index].station).in_service;
    if (std::exchange(devices[index].in_service, in_service) != in_service) tell_service(index);
    for (std::uint32_t i = 0; i < devices[index].addresses.size(); ++i) {
        const auto& now = exchange.forwarding(address_of(devices[index], i));
        if (devices[index].addresses[i].known_forwarding() != now)
            learn_forwarding(devices[index], i);
    }
    const std::vector<LegId> known = devices[index].legs;  // a copy: calls may go with IDLE
    for (const LegId id : known) {
        const Leg& leg = *legs.find(id);
        if (leg.state == LINECALLSTATE_IDLE || exchange.find(leg.connection) != nullptr) continue;
        if (leg.announced) {
            set_state(id, LINECALLSTATE_IDLE, 0);
        } else {
            remove_leg(id);
        }
    }
    const bool guesses = profile(devices[index]).unknown_after_restart;
    pbx::ConnectionId id = exchange.station(devices[index].station).first;
    while (const pbx::Connection* connection = exchange.find(id)) {
        const pbx::ConnectionId next = connection->next_at_station;
        if (guesses && find_unknown(*this, id, *connection)) {
            id = next;
            continue;
        }
        on_moved({.at = now(),
                  .connection = id,
                  .call = connection->call,
                  .address = connection->address,
                  .station = connection->station,
                  .kind = pbx::EventKind::Moved,
                  .from = connection->state,
                  .to = connection->state,
                  .cause = connection->cause});
        id = next;
    }
}

// The provider can neither play nor collect any longer (line-generate).
void Core::break_off_inband(const Device& device) {
    for (const LegId id : device.legs) {
        Leg& leg = *legs.find(id);
        if (leg.connection.valid()) exchange.stop_sending(leg.connection);
        end_gathering(leg, LINEGATHERTERM_CANCEL);
    }
}

void Core::stop_listening(const Device& device) {
    for (const LegId id : device.legs) {
        const Leg& leg = *legs.find(id);
        if (!leg.extras || !leg.extras->inband) continue;
        for (Listener& each : leg.extras->inband->listeners) listen(leg, each);
    }
}

std::uint32_t Telephony::create_line(pbx::StationId station, const Profile& profile) {
    const std::uint32_t device = add_line(station, profile);
    for (const auto& app : core_->apps) {
        if (!app->live) continue;
        if (app->params.api_version < kTapi14) {
            core_->tell_reinit(*app, LINE_CREATE, device);
        } else {
            core_->post(*app, LINE_CREATE, device, 0, 0);
        }
    }
    return device;
}

void Telephony::remove_line(std::uint32_t device) {
    const Device& entry = core_->devices[device];
    if (entry.removed) return;
    for (const OpenId id : entry.opens) {
        const OpenLine& open = *core_->opens.find(id);
        const bool wants = (open.line_states & LINEDEVSTATE_REMOVED) != 0;
        if (open.api_version >= kTapi20 || !wants) continue;
        core_->post(open, static_cast<std::uint32_t>(Core::line_value(id)), LINE_LINEDEVSTATE,
                    LINEDEVSTATE_REMOVED, 0, 0);
    }
    core_->forget_line(device);
    for (const auto& app : core_->apps) {
        if (app->live && app->params.api_version >= kTapi20)
            core_->post(*app, LINE_REMOVE, device, 0, 0);
    }
}

void Core::ask_to_start_anew() {
    for (const auto& app : apps) {
        if (app->live) tell_reinit(*app, 0, 0);
    }
    reinit_pending = live_apps > 0;
}

void Telephony::request_reinit() { core_->ask_to_start_anew(); }

void Core::connect_line(std::uint32_t device, bool connected) {
    Device& entry = devices[device];
    if (entry.connected == connected || entry.removed) return;
    if (!connected) break_off_inband(entry);
    entry.connected = connected;
    if (!connected) stop_listening(entry);
    tell_line(entry, connected ? LINEDEVSTATE_CONNECTED : LINEDEVSTATE_DISCONNECTED, 0, 0);
    if (connected) catch_up(device);
}

void Telephony::set_connected(std::uint32_t device, bool connected) {
    core_->connect_line(device, connected);
}

void Telephony::change_profile(std::uint32_t device, const Profile& profile) {
    Device& entry = core_->devices[device];
    if (core_->given_profile(entry) == profile || entry.removed) return;
    const bool had_terminals = offers_terminals(core_->profile(entry));
    entry.profile = core_->profile_index(profile);
    core_->fit_routes(entry, had_terminals);
    core_->tell_line(entry, LINEDEVSTATE_CAPSCHANGE, 0, 0);
    for (std::uint32_t i = 0; i < entry.addresses.size(); ++i)
        core_->tell_address(entry, i, LINEADDRESSSTATE_CAPSCHANGE);
}

const Profile& Telephony::profile_of(std::uint32_t device) const {
    return core_->given_profile(core_->devices[device]);
}

}  // namespace pbxlab::lines
