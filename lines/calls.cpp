// Calls as lines see them, and the applications' handles to them (reference: call-model 7 and 8).
#include <algorithm>
#include <array>

#include "lines/core.h"

namespace pbxlab::lines {

namespace {

std::uint32_t origin_of(pbx::Direction direction) {
    switch (direction) {
        case pbx::Direction::Outgoing: return LINECALLORIGIN_OUTBOUND;
        case pbx::Direction::FromInside: return LINECALLORIGIN_INTERNAL;
        case pbx::Direction::FromOutside: return LINECALLORIGIN_EXTERNAL;
    }
    return LINECALLORIGIN_UNAVAIL;
}

// In the order of enum pbx::Reason (linecallreason--constants).
constexpr std::array<std::uint32_t, pbx::kReasonCount> kReasons = {
    LINECALLREASON_DIRECT,      LINECALLREASON_FWDUNCOND,      LINECALLREASON_FWDBUSY,
    LINECALLREASON_FWDNOANSWER, LINECALLREASON_PICKUP,         LINECALLREASON_UNPARK,
    LINECALLREASON_REDIRECT,    LINECALLREASON_CALLCOMPLETION, LINECALLREASON_TRANSFER,
    LINECALLREASON_REMINDER,    LINECALLREASON_INTRUDE,        LINECALLREASON_PARKED,
    LINECALLREASON_CAMPEDON};

// A caller that withholds its number withholds it from others (reference: call-model 17).
pbx::Party known_to_oneself(const pbx::Connection& facts) {
    pbx::Party caller = facts.caller;
    const bool own = facts.direction == pbx::Direction::Outgoing;
    if (own && caller.disclosure == pbx::Disclosure::Withheld)
        caller.disclosure = pbx::Disclosure::Known;
    return caller;
}

// A provider cannot tell a machine's voice from a person's: it reports a call that comes in as
// interactive voice (nf-tapi-lineopenw; reference: call-model 9.3).
std::uint32_t media_of(const pbx::Call& call, pbx::Direction direction) {
    if (call.media == 0) return LINEMEDIAMODE_INTERACTIVEVOICE;
    const bool machine = (call.media & LINEMEDIAMODE_AUTOMATEDVOICE) != 0;
    if (direction == pbx::Direction::Outgoing || !machine) return call.media;
    return (call.media & ~LINEMEDIAMODE_AUTOMATEDVOICE) | LINEMEDIAMODE_INTERACTIVEVOICE;
}

std::uint32_t handles_with(const Core& core, const Leg& leg, std::uint32_t privilege) {
    std::uint32_t count = 0;
    for (HandleId id = leg.first_handle; id.valid(); id = core.handles.find(id)->next) {
        if (core.handles.find(id)->privilege == privilege) ++count;
    }
    return count;
}

// Handles of one call stand in the order in which their lines were opened: messages of one event go
// out in it.
bool opened_before(const Device& device, OpenId a, OpenId b) {
    const auto first =
        std::ranges::find_if(device.opens, [a, b](OpenId id) { return id == a || id == b; });
    return first != device.opens.end() && *first == a;
}

void link(Core& core, Leg& leg, HandleId id) {
    CallHandle& handle = *core.handles.find(id);
    const Device& device = core.devices[leg.device];
    HandleId* place = &leg.first_handle;
    while (place->valid() && !opened_before(device, handle.open, core.handles.find(*place)->open)) {
        place = &core.handles.find(*place)->next;
    }
    handle.next = *place;
    *place = id;
}

void unlink(Core& core, Leg& leg, HandleId id) {
    HandleId* place = &leg.first_handle;
    while (*place != id) place = &core.handles.find(*place)->next;
    *place = core.handles.find(id)->next;
}

}  // namespace

LegId Core::add_leg(pbx::ConnectionId connection, const pbx::Connection& facts) {
    const std::uint32_t device = device_of_station[facts.station.index];
    const LegId id = legs.add();
    Leg& leg = *legs.find(id);
    leg.connection = connection;
    leg.device = device;
    leg.address = exchange.address(facts.address).position;
    leg.since = now();
    leg.rate = profile(devices[device]).max_rate;
    leg.routes = devices[device].addresses[leg.address].routes;
    copy_facts(leg, facts);
    devices[device].legs.push_back(id);
    if (leg_by_connection.size() <= connection.index)
        leg_by_connection.resize(connection.index + 1);
    leg_by_connection[connection.index] = id;
    return id;
}

LegId Core::leg_of(pbx::ConnectionId connection) const {
    if (connection.index >= leg_by_connection.size()) return {};
    const LegId id = leg_by_connection[connection.index];
    const Leg* leg = legs.find(id);
    return leg != nullptr && leg->connection == connection ? id : LegId{};
}

void Core::remove_leg(LegId id) {
    std::erase(devices[legs.find(id)->device].legs, id);
    legs.remove(id);
}

void Core::copy_ids(Leg& leg, const pbx::Call& call) {
    const Device& device = devices[leg.device];
    const CallIds ids = profile(device).call_ids;
    leg.exchange_call = call.number;
    if (ids == CallIds::Shared || leg.call_number == 0) {
        leg.call_number = ids == CallIds::Own ? ++last_own_id : call.number;
    }
    if (ids != CallIds::Own) {
        leg.related = call.related;
        return;
    }
    for (const LegId id : device.legs) {
        const Leg& other = *legs.find(id);
        if (call.related != 0 && other.exchange_call == call.related)
            leg.related = other.call_number;
    }
}

bool Core::copy_facts(Leg& leg, const pbx::Connection& facts) {
    const pbx::Call* call = exchange.find(facts.call);
    bool other_data = false;
    if (call != nullptr) {
        copy_ids(leg, *call);
        leg.trunk = exchange.trunk_of(facts.call);
        const std::string_view known = leg.extras ? leg.extras->call_data : std::string_view{};
        other_data = known != call->data;
        if (other_data) extras(leg).call_data = call->data;
        if (!leg.media_chosen) leg.media = media_of(*call, facts.direction);
    }
    if (facts.secure) leg.flags |= LINECALLPARAMFLAGS_SECURE;
    const pbx::Conference* conference =
        facts.conference.valid() ? exchange.conference_of(leg.connection) : nullptr;
    const bool leads = conference != nullptr && conference->parent == leg.connection;
    if (leads) leg.origin = LINECALLORIGIN_CONFERENCE;  // for good
    if (leg.origin != LINECALLORIGIN_CONFERENCE) leg.origin = origin_of(facts.direction);
    leg.completion = facts.completion;
    if (facts.state == pbx::ConnState::Conferenced && conference != nullptr)
        leg.conference = leg_of(conference->parent);
    leg.reason = kReasons[static_cast<std::size_t>(facts.reason)];
    leg.parties = {known_to_oneself(facts), facts.called, facts.connected_to, facts.redirecting,
                   facts.redirected_to};
    return other_data;
}

Extras& Core::extras(Leg& leg) {
    if (!leg.extras) leg.extras = std::make_unique<Extras>();
    return *leg.extras;
}

HandleId Core::add_handle(LegId leg_id, OpenId open, std::uint32_t privilege) {
    const HandleId id = handles.add();
    Leg& leg = *legs.find(leg_id);
    CallHandle& handle = *handles.find(id);
    handle.leg = leg_id;
    handle.open = open;
    handle.privilege = privilege;
    leg.had_owner = leg.had_owner || privilege == LINECALLPRIVILEGE_OWNER;
    link(*this, leg, id);
    return id;
}

void Core::move_handle(HandleId id, OpenId open) {
    CallHandle& handle = *handles.find(id);
    Leg& leg = *legs.find(handle.leg);
    unlink(*this, leg, id);
    handle.open = open;
    link(*this, leg, id);
}

HandleId Core::handle_of(LegId leg_id, OpenId open) const {
    const Leg& leg = *legs.find(leg_id);
    HandleId id = leg.first_handle;
    while (id.valid() && handles.find(id)->open != open) id = handles.find(id)->next;
    return id;
}

std::uint32_t Core::owners(const Leg& leg) const {
    return handles_with(*this, leg, LINECALLPRIVILEGE_OWNER);
}

std::uint32_t Core::monitors(const Leg& leg) const {
    return handles_with(*this, leg, LINECALLPRIVILEGE_MONITOR);
}

bool Core::is_sole_owner(HandleId id) const {
    const CallHandle& handle = *handles.find(id);
    return handle.privilege == LINECALLPRIVILEGE_OWNER && owners(*legs.find(handle.leg)) == 1;
}

// The application that caused the change is not told of it (line-callinfo).
void Core::change_privilege(HandleId id, std::uint32_t privilege) {
    CallHandle& handle = *handles.find(id);
    if (handle.privilege == privilege) return;
    handle.privilege = privilege;
    const bool more = privilege == LINECALLPRIVILEGE_OWNER;
    Leg& leg = *legs.find(handle.leg);
    leg.had_owner = leg.had_owner || more;
    tell_info(leg,
              LINECALLINFOSTATE_NUMMONITORS |
                  (more ? LINECALLINFOSTATE_NUMOWNERINCR : LINECALLINFOSTATE_NUMOWNERDECR),
              handle.open);
}

namespace {

// Some member of the conference is still an application's (edge case 71).
bool leads_held_calls(const Core& core, LegId id) {
    if (core.legs.find(id)->origin != LINECALLORIGIN_CONFERENCE) return false;
    const auto& all = core.devices[core.legs.find(id)->device].legs;
    return std::ranges::any_of(all, [&core, id](LegId other) {
        const Leg& leg = *core.legs.find(other);
        return leg.state == LINECALLSTATE_CONFERENCED && leg.conference == id &&
               leg.first_handle.valid();
    });
}

// Nobody holds the call any more: the provider closes it (nf-tspi-tspi_lineclosecall). One that no
// application ever owned is not the applications' to end: it goes on, as if nobody had watched.
void close_call(Core& core, LegId id, bool keep_presented) {
    const Leg& leg = *core.legs.find(id);
    const bool presented = (leg.state & (LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED)) != 0;
    if (leg.state == LINECALLSTATE_IDLE) {
        core.remove_leg(id);
    } else if (leg.had_owner && core.profile(core.devices[leg.device]).drop_on_close &&
               !(presented && keep_presented) && !leads_held_calls(core, id)) {
        core.exchange.place({.kind = pbx::OrderKind::Clear, .connection = leg.connection});
    }
}

}  // namespace

void Core::revoke_handles(LegId id) {
    Leg& leg = *legs.find(id);
    if (!leg.first_handle.valid()) return;
    abort_requests(id);
    while (leg.first_handle.valid()) {
        const HandleId first = leg.first_handle;
        forget_listener(first);
        leg.first_handle = handles.find(first)->next;
        handles.remove(first);
    }
    close_call(*this, id, true);
}

void Core::release_handle(HandleId id, bool keep_presented) {
    const CallHandle gone = *handles.find(id);
    Leg& leg = *legs.find(gone.leg);
    const bool last = leg.first_handle == id && !gone.next.valid();
    // Before 2.0 the replies of a deallocated call never came (Appendix B-5).
    if (opens.find(gone.open)->api_version < kTapi20) silence_requests(gone.open, gone.leg);
    if (last) abort_requests(gone.leg);
    const MonitorModes listened = monitored(leg);
    forget_listener(id);
    unlink(*this, leg, id);
    handles.remove(id);
    tell_monitored(leg, listened);
    const bool owned = gone.privilege == LINECALLPRIVILEGE_OWNER;
    tell_info(leg, owned ? LINECALLINFOSTATE_NUMOWNERDECR : LINECALLINFOSTATE_NUMMONITORS,
              gone.open);
    if (last) close_call(*this, gone.leg, keep_presented);
}

}  // namespace pbxlab::lines
