// The last stage before an application's queue: what an older version of the interface cannot say
// is said in its words or left out (reference: call-model 2; line-callstate, line-appnewcall).
#include <array>

#include "lines/fault_stage.h"
#include "lines/shaping.h"

namespace pbxlab::lines {

std::uint32_t mode_for(std::uint32_t state, std::uint32_t mode, std::uint32_t api_version) {
    if (state == LINECALLSTATE_DISCONNECTED) {
        if (api_version < kTapi20 && mode >= LINEDISCONNECTMODE_NUMBERCHANGED)
            return LINEDISCONNECTMODE_UNKNOWN;
        if (api_version < kTapi14 && mode == LINEDISCONNECTMODE_NODIALTONE)
            return LINEDISCONNECTMODE_UNKNOWN;
    }
    if (state == LINECALLSTATE_CONNECTED && api_version < kTapi20) {
        if (mode == LINECONNECTEDMODE_ACTIVEHELD) return LINECONNECTEDMODE_ACTIVE;
        if (mode == LINECONNECTEDMODE_INACTIVEHELD) return LINECONNECTEDMODE_INACTIVE;
    }
    if (state == LINECALLSTATE_OFFERING && api_version < kTapi14) return 0;
    return mode;
}

std::uint32_t modes_for(std::uint32_t state, std::uint32_t modes, std::uint32_t api_version) {
    std::uint32_t told = 0;
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1U) {
        if ((modes & bit) != 0) told |= mode_for(state, bit, api_version);
    }
    return told;
}

namespace {

// What versions before 1.4 are told instead of what came with it: REINIT, or nothing
// (linedevstate--constants, lineaddressstate--constants).
constexpr std::uint32_t kReinitBefore14 = LINEDEVSTATE_CAPSCHANGE | LINEDEVSTATE_TRANSLATECHANGE;
constexpr std::uint32_t kNothingBefore14 =
    LINEDEVSTATE_CONFIGCHANGE | LINEDEVSTATE_REMOVED | LINEDEVSTATE_COMPLCANCEL;

bool asks_to_start_anew(std::uint32_t id, std::uint32_t p1, std::uint32_t p2) {
    return (id == LINE_LINEDEVSTATE && (p1 & kReinitBefore14) != 0) ||
           (id == LINE_ADDRESSSTATE && (p2 & LINEADDRESSSTATE_CAPSCHANGE) != 0);
}

}  // namespace

void Core::tell_reinit(AppRecord& app, std::uint32_t original, std::uint32_t original_p1) {
    post(app, LINE_LINEDEVSTATE, LINEDEVSTATE_REINIT, original, original_p1);
}

void Core::send(AppRecord& app, Message message) {
    message.at = now();
    message.sequence = ++last_sequence;
    if (told_list != nullptr && app.queue.empty()) told_list->push_back(&app.door);
    app.queue.push(message);
    pbx::Scheduler& clock = exchange.scheduler();
    if (app.listener != nullptr && !clock.pending(app.wake))
        app.wake = clock.set({}, *app.listener, app.wake_what, 0);
}

void Core::post(AppRecord& app, std::uint32_t id, std::uint32_t p1, std::uint32_t p2,
                std::uint32_t p3, std::uint64_t callback_instance) {
    const Message message{.at = {},
                          .device = 0,
                          .id = id,
                          .callback_instance = callback_instance,
                          .param1 = p1,
                          .param2 = p2,
                          .param3 = p3};
    if (faults) return faults->pass(message, app, nullptr, nullptr);
    send(app, message);
}

void Core::post(const OpenLine& open, std::uint32_t device, std::uint32_t id, std::uint32_t p1,
                std::uint32_t p2, std::uint32_t p3, const Request* answered) {
    if (id == LINE_APPNEWCALL && open.api_version < kTapi20)
        return;  // CALLSTATE with a privilege says it all
    if (open.api_version < kTapi14) {
        if (asks_to_start_anew(id, p1, p2)) return tell_reinit(*apps[open.app], id, p1);
        if (id == LINE_LINEDEVSTATE && (p1 & kNothingBefore14) == p1) return;
    }
    if (id == LINE_CALLSTATE) p2 = mode_for(p1, p2, open.api_version);
    const Message message{.at = {},
                          .device = device,
                          .id = id,
                          .callback_instance = open.callback_instance,
                          .param1 = p1,
                          .param2 = p2,
                          .param3 = p3};
    if (faults) return faults->pass(message, *apps[open.app], &open, answered);
    send(*apps[open.app], message);
}

std::uint32_t Core::told(const Device& device, std::uint32_t app, FeatureKind which,
                         std::uint32_t bits) const {
    return faults ? faults->told(device, app, which, bits) : bits;
}

}  // namespace pbxlab::lines
