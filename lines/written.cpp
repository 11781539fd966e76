// Requests that the lines carry out by themselves, because the exchange has no part in them or only
// keeps what is given to it (reference: tapi2-operations 11).
#include <array>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

void release(Core& core, Leg* leg, const Request&) { core.release_user_info(*leg); }

void attach(Core& core, Leg* leg, const Request& request) {
    core.exchange.attach_data(leg->connection, request.user_info);
}

void treat(Core& core, Leg* leg, const Request& request) {
    if (leg->treatment == request.value) return;
    leg->treatment = request.value;
    core.tell_info(*leg, LINECALLINFOSTATE_TREATMENT, {});
}

void route(Core& core, Leg* leg, const Request& request) {
    core.route(request.device, request.route, leg);
}

// Of the flags that can be asked for it is the lamp.
void light(Core& core, Leg*, const Request& request) {
    core.exchange.set_message_waiting(core.devices[request.device].station, request.value != 0);
}

// The provider may have lost sight of the lamp.
bool can_light(const Core& core, const Request& request) {
    const Profile& profile = core.profile(core.devices[request.device]);
    return (profile.line_features & LINEFEATURE_SETDEVSTATUS) != 0;
}

// The line may have other terminals by now.
bool can_route(const Core& core, const Request& request) {
    const Profile& profile = core.profile(core.devices[request.device]);
    const std::uint32_t can = terminal_caps(profile, request.route.terminal).term_modes;
    return request.route.terminal < profile.terminals &&
           (!request.route.enable || (request.route.modes & ~can) == 0);
}

bool same(const DialParams& a, const DialParams& b) {
    return a.dial_pause == b.dial_pause && a.dial_speed == b.dial_speed &&
           a.digit_duration == b.digit_duration && a.wait_for_dialtone == b.wait_for_dialtone;
}

void change_params(Core& core, Leg* call, const Request& request) {
    Leg& leg = *call;
    const CallParams& wanted = *request.params;
    const std::uint32_t highest = core.profile(core.devices[leg.device]).max_rate;
    const std::uint32_t rate = wanted.max_rate != 0 ? wanted.max_rate : highest;
    std::uint32_t changed = 0;
    if (leg.bearer != wanted.bearer_mode) changed |= LINECALLINFOSTATE_BEARERMODE;
    if (leg.rate != rate) changed |= LINECALLINFOSTATE_RATE;
    leg.bearer = wanted.bearer_mode;
    leg.rate = rate;
    const bool gives_dialing = request.value != 0;
    if (gives_dialing && !same(core.extras(leg).dial_params, wanted.dial_params)) {
        changed |= LINECALLINFOSTATE_DIALPARAMS;
        core.extras(leg).dial_params = wanted.dial_params;
    }
    if (changed != 0) core.tell_info(leg, changed, {});
}

struct Written {
    Op op;
    std::uint32_t over;  // LINECALLSTATE_ bits in which it comes too late
    void (*act)(Core& core, Leg* leg,
                const Request& request);  // without a call, where it needs none
    bool (*possible)(const Core& core, const Request& request) = nullptr;  // still
};
constexpr std::array kWritten = {
    Written{Op::ReleaseUserUserInfo, 0, release},
    Written{Op::SetCallData, LINECALLSTATE_IDLE, attach},
    Written{Op::SetCallTreatment, LINECALLSTATE_IDLE, treat},
    Written{Op::SetCallParams, LINECALLSTATE_IDLE | LINECALLSTATE_DISCONNECTED, change_params},
    Written{Op::SetTerminal, 0, route, can_route},
    Written{Op::SetLineDevStatus, 0, light, can_light},
};

const Written* written(Op op) {
    for (const Written& row : kWritten) {
        if (row.op == op) return &row;
    }
    return nullptr;
}

}  // namespace

void Core::carry_out_written(RequestId id) {
    const Request& request = *requests.find(id);
    const Written* row = written(request.op);
    Leg* leg = legs.find(request.leg);
    const bool gone = request.leg.valid() && leg == nullptr;
    if (row == nullptr || gone || request.result != 0) return reply(id, request.result);
    if (leg != nullptr && (leg->state & row->over) != 0)
        return reply(id, line_error(LINEERR_INVALCALLSTATE));
    if (row->possible != nullptr && !row->possible(*this, request))
        return reply(id, line_error(LINEERR_OPERATIONFAILED));
    if (request.reply_order == ReplyOrder::ReplyFirst) reply(id, 0);
    row->act(*this, leg, request);
    reply(id, 0);
}

}  // namespace pbxlab::lines
