// What stands behind ITTAPI: the application of the lines, its addresses and the lines it opens.
#include <algorithm>
#include <utility>

#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

// What of a line and an address becomes an event (reference: tapi3-operations 3.3).
constexpr std::uint32_t kLineStates =
    LINEDEVSTATE_RINGING | LINEDEVSTATE_CONNECTED | LINEDEVSTATE_DISCONNECTED |
    LINEDEVSTATE_MSGWAITON | LINEDEVSTATE_MSGWAITOFF | LINEDEVSTATE_INSERVICE |
    LINEDEVSTATE_OUTOFSERVICE | LINEDEVSTATE_REINIT | LINEDEVSTATE_CAPSCHANGE |
    LINEDEVSTATE_CONFIGCHANGE | LINEDEVSTATE_TRANSLATECHANGE;
constexpr std::uint32_t kAddressStates = LINEADDRESSSTATE_FORWARD | LINEADDRESSSTATE_CAPSCHANGE;

}  // namespace

Engine::Engine(Telephony& with, InitializeParams as) : telephony{with}, params{std::move(as)} {
    params.api_version = kTapi31;
}

HResult Engine::initialize() {
    Application* made = nullptr;
    const LineResult result = telephony.initialize(params, &made);
    if (result == line_error(LINEERR_REINIT)) return hresult(TAPI_E_REINIT);
    if (result < 0) return hresult(TAPI_E_SERVICE_NOT_RUNNING);
    app = made;
    app->listen(this, kLook);
    add_addresses();
    return hresult(S_OK);
}

HResult Engine::shutdown() {
    if (!initialized()) return hresult(S_FALSE);
    app->listen(nullptr, kLook);
    app->shutdown();
    app = nullptr;
    waiting.clear();
    looked_from = 0;
    while (!jobs.empty()) finish(jobs.front(), hresult(TAPI_E_NOT_INITIALIZED));
    registrations.clear();
    by_handle.clear();
    conferences.clear();
    kept.clear();
    early.clear();
    for (Address& address : addresses) address.line_ = kNoLine;
    const auto all = calls;  // references may go, and their objects with them
    for (const auto& [number, call] : all) {
        call->facts().handle = kNoCall;
        call->facts().partner = nullptr;
        call->facts().hub.reset();
    }
    for (const Ref<CallHub>& hub : hubs) hub->calls_.clear();
    hubs.clear();
    unclaimed.clear();
    return hresult(S_OK);
}

void Engine::add_addresses() {
    for (std::uint32_t device = 0; device < telephony.line_count(); ++device) {
        DevCaps caps;
        std::uint32_t version = 0;
        if (address(device, 0) != nullptr ||
            app->negotiate_api_version(device, kTapi13, kTapi31, &version) < 0 ||
            app->get_dev_caps(device, version, 0, &caps) < 0)
            continue;
        for (std::uint32_t id = 0; id < caps.num_addresses; ++id)
            addresses.emplace_back(*this, device, id);
    }
}

Address* Engine::address(std::uint32_t device, std::uint32_t address_id) {
    for (Address& each : addresses) {
        if (each.device() == device && each.address_id() == address_id && !each.removed_)
            return &each;
    }
    return nullptr;
}

bool Engine::removed(const Address& address) const { return address.removed_; }

const Profile& Engine::profile(const Address& address) const {
    return telephony.profile_of(address.device());
}

const Tapi3Habits& Engine::habits(const Address& address) const { return profile(address).tapi3; }

std::uint32_t Engine::cap_flags(const Address& address) const {
    AddressCaps caps;
    app->get_address_caps(address.device(), address.address_id(), version(address), 0, &caps);
    return caps.addr_cap_flags;
}

std::uint32_t Engine::version(const Address& address) const {
    std::uint32_t version = 0;
    app->negotiate_api_version(address.device(), kTapi13, kTapi31, &version);
    return version;
}

LineResult Engine::open_line(const Address& address, std::uint32_t privileges, std::uint32_t media,
                             std::uint32_t instance, HLine& line) const {
    CallParams params_of_open;
    params_of_open.address_mode = LINEADDRESSMODE_ADDRESSID;
    params_of_open.address_id = address.address_id();
    const bool owner = (privileges & LINECALLPRIVILEGE_OWNER) != 0;
    // Before 2.0 a line is open for all of its addresses (nf-tapi-lineopenw).
    const bool all = privileges == LINECALLPRIVILEGE_NONE || version(address) < kTapi20;
    const std::uint32_t asked = all ? privileges : privileges | LINEOPENOPTION_SINGLEADDRESS;
    const LineResult result = app->open(address.device(), &line, version(address), 0, instance,
                                        asked, owner ? media : 0, &params_of_open);
    if (result < 0) return result;
    DevCaps caps;
    app->get_dev_caps(address.device(), version(address), 0, &caps);
    AddressCaps address_caps;
    app->get_address_caps(address.device(), address.address_id(), version(address), 0,
                          &address_caps);
    app->set_status_messages(line, kLineStates & caps.line_states,
                             kAddressStates & address_caps.address_states);
    return 0;
}

LineResult Engine::open(Address& address, std::uint32_t privileges, std::uint32_t media,
                        Registration& made) {
    const LineResult result = open_line(address, privileges, media, made.instance, made.line);
    if (result < 0) return result;
    made.cookie = ++last_cookie;
    registrations.push_back(made);
    return 0;
}

// Calls that have come by it go on at a line that is only there for the application's own.
HResult Engine::unregister(std::uint32_t cookie) {
    const auto place = std::ranges::find(registrations, cookie, &Registration::cookie);
    if (place == registrations.end()) return hresult(E_INVALIDARG);
    const Registration gone = *place;
    registrations.erase(place);
    const bool asked = std::ranges::any_of(
        jobs, [&gone](const Job& job) { return job.request != 0 && job.address == gone.address; });
    if (asked) {
        LineResult error = 0;
        const HLine line = line_for(*gone.address, error);
        if (line != kNoLine) app->move_requests(gone.line, line);
    }
    std::vector<HCall> handles = kept;
    for (const auto& [number, call] : calls) handles.push_back(call->facts().handle);
    for (const auto& [handle, state] : conferences) handles.push_back(HCall{handle});
    for (const HCall handle : handles) {
        if (handle == kNoCall || app->line_of(handle) != gone.line) continue;
        LineResult error = 0;
        const HLine line = line_for(*gone.address, error);
        if (line != kNoLine) app->move_call(handle, line);
    }
    app->close(gone.line);
    return hresult(S_OK);
}

HLine Engine::line_for(Address& address, LineResult& error) {
    for (const Registration& each : registrations) {
        if (each.address == &address) return each.line;
    }
    if (address.line_ == kNoLine) {
        error = open_line(address, LINECALLPRIVILEGE_NONE, 0, 0, address.line_);
        if (error < 0) address.line_ = kNoLine;
    }
    return address.line_;
}

}  // namespace pbxlab::lines::tapi3
