// How applications come to know of a call and of its changes (reference: tapi2-operations 1.3
// and 1.7, call-model 11).
#include "lines/shaping.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kHeldPending =
    LINECALLSTATE_ONHOLDPENDTRANSFER | LINECALLSTATE_ONHOLDPENDCONF;

constexpr std::uint32_t kOneLess = 0xFFFF'FFFF;

Counts& counts_of(Core& core, const Leg& leg) {
    return core.devices[leg.device].addresses[leg.address].counts;
}

// How many of an address's counters differ; each of them is told (edge case 40).
std::uint32_t changed(const Counts& before, const Counts& after) {
    return (before.active != after.active ? 1U : 0U) + (before.held != after.held ? 1U : 0U) +
           (before.pending != after.pending ? 1U : 0U);
}

// Before 1.4 a change of capabilities is a REINIT, which always comes.
std::uint32_t cannot_be_turned_off(const OpenLine& open, std::uint32_t bits) {
    return open.api_version < kTapi14 ? bits : 0;
}

// Of a member of a conference: the handle that this line has of it, 0 where it has none
// (line-callstate).
std::uint32_t mode_told(const Core& core, const Leg& leg, OpenId open) {
    if (leg.state != LINECALLSTATE_CONFERENCED) return leg.mode;
    if (core.legs.find(leg.conference) == nullptr) return 0;
    const HandleId conference = core.handle_of(leg.conference, open);
    return conference.valid() ? static_cast<std::uint32_t>(Core::call_value(conference)) : 0;
}

// A handle for this open, told by LINE_APPNEWCALL and the LINE_CALLSTATE that always follows it at
// once.
void hand_out(Core& core, LegId leg_id, OpenId open_id, std::uint32_t privilege) {
    const HandleId id = core.add_handle(leg_id, open_id, privilege);
    const Leg& leg = *core.legs.find(leg_id);
    const OpenLine& open = *core.opens.find(open_id);
    const auto call = static_cast<std::uint32_t>(Core::call_value(id));
    core.post(open, static_cast<std::uint32_t>(Core::line_value(open_id)), LINE_APPNEWCALL,
              leg.address, call, privilege);
    core.post(open, call, LINE_CALLSTATE, leg.state, mode_told(core, leg, open_id), privilege);
}

}  // namespace

void Counts::add(std::uint32_t state, std::uint32_t by) {
    if (state == LINECALLSTATE_IDLE) return;
    if (state == LINECALLSTATE_ONHOLD) {
        held += by;
    } else if ((state & kHeldPending) != 0) {
        pending += by;
    } else {
        active += by;
    }
}

void Core::announce(LegId leg_id, OpenId owner, std::uint32_t state, std::uint32_t mode) {
    Leg& leg = *legs.find(leg_id);
    leg.announced = true;
    leg.state = state;
    leg.mode = mode;
    leg.since = now();
    const Counts before = counts_of(*this, leg);
    counts_of(*this, leg).add(state, 1);
    for (const OpenId id : devices[leg.device].opens) {
        if (id == owner) {
            hand_out(*this, leg_id, id, LINECALLPRIVILEGE_OWNER);
        } else if ((opens.find(id)->privileges & LINECALLPRIVILEGE_MONITOR) != 0) {
            hand_out(*this, leg_id, id, LINECALLPRIVILEGE_MONITOR);
        }
    }
    tell_counts(leg, before);
}

void Core::announce_made(LegId leg_id, OpenId maker) {
    Leg& leg = *legs.find(leg_id);
    leg.announced = true;
    const Counts before = counts_of(*this, leg);
    counts_of(*this, leg).add(leg.state, 1);
    for (const OpenId id : devices[leg.device].opens) {
        if (id == maker || (opens.find(id)->privileges & LINECALLPRIVILEGE_MONITOR) == 0) continue;
        hand_out(*this, leg_id, id, LINECALLPRIVILEGE_MONITOR);
    }
    tell_counts(leg, before);
}

void Core::announce_as(LegId leg_id, LegId like) {
    Leg& leg = *legs.find(leg_id);
    leg.announced = true;
    const Counts before = counts_of(*this, leg);
    counts_of(*this, leg).add(leg.state, 1);
    for (HandleId id = legs.find(like)->first_handle; id.valid(); id = handles.find(id)->next) {
        const CallHandle handle = *handles.find(id);
        hand_out(*this, leg_id, handle.open, handle.privilege);
    }
    tell_counts(leg, before);
}

void Core::announce_spurious(LegId leg_id, OpenId owner) {
    const std::vector<OpenId> all = devices[legs.find(leg_id)->device].opens;
    for (const OpenId id : all) {
        const OpenLine& open = *opens.find(id);
        if (id != owner && (open.privileges & LINECALLPRIVILEGE_MONITOR) == 0) continue;
        const std::uint32_t privilege =
            id == owner ? LINECALLPRIVILEGE_OWNER : LINECALLPRIVILEGE_MONITOR;
        const auto call = static_cast<std::uint32_t>(call_value(add_handle(leg_id, id, privilege)));
        post(open, static_cast<std::uint32_t>(line_value(id)), LINE_APPNEWCALL,
             legs.find(leg_id)->address, call, privilege);
        post(open, call, LINE_CALLSTATE, LINECALLSTATE_OFFERING, LINEOFFERINGMODE_ACTIVE,
             privilege);
    }
}

void Core::set_state(LegId leg_id, std::uint32_t state, std::uint32_t mode) {
    Leg& leg = *legs.find(leg_id);
    if (leg.state == state && leg.mode == mode) return;
    constexpr std::uint32_t kOver = LINECALLSTATE_DISCONNECTED | LINECALLSTATE_IDLE;
    if ((state & kOver) != 0 || is_inactive({state, mode}))
        end_gathering(leg, LINEGATHERTERM_CANCEL);  // edge case 133
    const Told old{leg.state, leg.mode};
    const Counts before = counts_of(*this, leg);
    counts_of(*this, leg).add(old.state, kOneLess);
    counts_of(*this, leg).add(state, 1);
    leg.state = state;
    leg.mode = mode;
    if (old.state != state) leg.since = now();
    for (HandleId id = leg.first_handle; id.valid(); id = handles.find(id)->next) {
        const CallHandle& handle = *handles.find(id);
        const OpenLine& open = *opens.find(handle.open);
        const std::uint32_t version = open.api_version;
        if (old.state == state &&
            mode_for(state, old.mode, version) == mode_for(state, mode, version))
            continue;
        const bool flag = leg.owner_flag_due && handle.privilege == LINECALLPRIVILEGE_OWNER;
        post(open, static_cast<std::uint32_t>(call_value(id)), LINE_CALLSTATE, state,
             mode_told(*this, leg, handle.open), flag ? LINECALLPRIVILEGE_OWNER : 0);
    }
    leg.owner_flag_due = false;
    tell_counts(leg, before);
    if ((state & kOver) != 0) end_listening(leg);
    if (state != LINECALLSTATE_IDLE) return;
    leg.connection = {};
    if (!leg.first_handle.valid()) remove_leg(leg_id);
}

void Core::hand_off(LegId leg_id, OpenId to, OpenId from) {
    constexpr std::uint32_t kOneMore = LINECALLINFOSTATE_NUMOWNERINCR;
    Leg& leg = *legs.find(leg_id);
    const HandleId known = handle_of(leg_id, to);
    if (!known.valid()) {
        hand_out(*this, leg_id, to, LINECALLPRIVILEGE_OWNER);
        return tell_info(leg, kOneMore, from, to);
    }
    CallHandle& handle = *handles.find(known);
    const bool owned = handle.privilege == LINECALLPRIVILEGE_OWNER;
    handle.privilege = LINECALLPRIVILEGE_OWNER;
    leg.had_owner = true;
    post(*opens.find(to), static_cast<std::uint32_t>(call_value(known)), LINE_CALLSTATE, leg.state,
         leg.mode, LINECALLPRIVILEGE_OWNER);
    if (!owned) tell_info(leg, kOneMore | LINECALLINFOSTATE_NUMMONITORS, from, to);
}

void Core::tell_info(const Leg& leg, std::uint32_t bits, OpenId except, OpenId and_except) {
    if (leg.state == LINECALLSTATE_IDLE) return;  // nothing is told of a call that has ended
    bits &= profile(devices[leg.device]).call_info;
    if (bits == 0) return;
    const OpenLine* causer = opens.find(except);
    const OpenLine* other = opens.find(and_except);
    for (HandleId id = leg.first_handle; id.valid(); id = handles.find(id)->next) {
        const OpenLine& open = *opens.find(handles.find(id)->open);
        if (causer != nullptr && open.app == causer->app) continue;
        if (other != nullptr && open.app == other->app) continue;
        post(open, static_cast<std::uint32_t>(call_value(id)), LINE_CALLINFO, bits, 0, 0);
    }
}

void Core::tell_counts(const Leg& leg, const Counts& before) {
    const Device& device = devices[leg.device];
    const Counts& after = device.addresses[leg.address].counts;
    const std::uint32_t changes = changed(before, after);
    if (changes == 0) return;
    const std::uint32_t calls = profile(device).reports_numcalls ? LINEADDRESSSTATE_NUMCALLS : 0;
    std::uint32_t bits = calls;
    // Of an address that several stations have the exchange tells how many use it.
    const bool alone = exchange.sharers(address_of(device, leg.address)).empty();
    if (alone && before.all() == 0) bits |= LINEADDRESSSTATE_INUSEONE;
    if (alone && after.all() == 0) bits |= LINEADDRESSSTATE_INUSEZERO;
    tell_address(device, leg.address, bits);
    for (std::uint32_t i = 1; i < changes; ++i) tell_address(device, leg.address, calls);
    if (after.all() == before.all() || !profile(device).reports_numcalls) return;
    tell_line(device, LINEDEVSTATE_NUMCALLS, 0, 0);
}

void Core::tell_service(std::uint32_t index) {
    const Device& device = devices[index];
    if (!profile(device).reports_inservice) return;
    tell_line(device, device.in_service ? LINEDEVSTATE_INSERVICE : LINEDEVSTATE_OUTOFSERVICE, 0, 0);
}

void Core::tell_address(const Device& device, std::uint32_t address, std::uint32_t bits) {
    for (const OpenId id : device.opens) {
        const OpenLine& open = *opens.find(id);
        const std::uint32_t always = cannot_be_turned_off(open, LINEADDRESSSTATE_CAPSCHANGE);
        const std::uint32_t wanted = bits & (open.address_states | always);
        if (wanted == 0) continue;
        post(open, static_cast<std::uint32_t>(line_value(id)), LINE_ADDRESSSTATE, address, wanted,
             0);
    }
}

void Core::tell_line(const Device& device, std::uint32_t bits, std::uint32_t param2,
                     std::uint32_t param3) {
    for (const OpenId id : device.opens) {
        const OpenLine& open = *opens.find(id);
        const std::uint32_t always = cannot_be_turned_off(open, LINEDEVSTATE_CAPSCHANGE);
        const std::uint32_t wanted = bits & (open.line_states | always);
        if (wanted == 0) continue;
        post(open, static_cast<std::uint32_t>(line_value(id)), LINE_LINEDEVSTATE, wanted, param2,
             param3);
    }
}

}  // namespace pbxlab::lines
