// ITBasicCallControl, and the hub of a call.
#include <fmt/format.h>

#include "harness/verbs/methods.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::Method;
using lines::tapi3::Returned;
namespace tapi3 = lines::tapi3;

const char* given(const Text& text) { return text.value.empty() ? nullptr : text.value.c_str(); }

tapi3::VariantBool sync(const MethodAsk& ask) {
    return variant_bool(ask.words().sync.value_or(false));
}

template <Returned (tapi3::Call::*Act)()>
Returned act(MethodAsk& ask) {
    return (ask.call->*Act)();
}

Returned connect(MethodAsk& ask) { return ask.call->Connect(sync(ask)); }
Returned disconnect(MethodAsk& ask) {
    return ask.call->Disconnect(ask.words().code.value_or(lines::DC_NORMAL));
}
Returned hold(MethodAsk& ask) {
    if (ask.words().value) return ask.call->Hold(ask.value_flag());
    return ask.call->Hold(variant_bool(ask.words().hold.value_or(true)));
}
Returned handoff_direct(MethodAsk& ask) { return ask.call->HandoffDirect(given(ask.step.module)); }
Returned handoff_indirect(MethodAsk& ask) { return ask.call->HandoffIndirect(ask.media()); }
Returned conference(MethodAsk& ask) { return ask.call->Conference(ask.other, sync(ask)); }
Returned transfer(MethodAsk& ask) { return ask.call->Transfer(ask.other, sync(ask)); }
Returned blind_transfer(MethodAsk& ask) { return ask.call->BlindTransfer(ask.to()); }
Returned swap_hold(MethodAsk& ask) { return ask.call->SwapHold(ask.other); }
Returned park_direct(MethodAsk& ask) { return ask.call->ParkDirect(ask.to()); }
Returned park_indirect(MethodAsk& ask) { return ask.call->ParkIndirect(ask.out(*ask.chosen)); }
Returned set_qos(MethodAsk& ask) {
    return ask.call->SetQOS(ask.media(), ask.words().level.value_or(lines::QSL_BEST_EFFORT));
}
Returned pickup(MethodAsk& ask) {
    return ask.call->Pickup(ask.step.group ? ask.step.group->value.c_str() : nullptr);
}
Returned dial(MethodAsk& ask) {
    return ask.call->Dial(ask.step.null_pointer ? nullptr : ask.step.digits.value.c_str());
}
Returned finish(MethodAsk& ask) {
    return ask.call->Finish(ask.words().finish_mode.value_or(lines::FM_ASTRANSFER));
}

// Gives up the harness's own reference, which is the application's.
Returned release(MethodAsk& ask) {
    ask.run.log.calls()[ask.call_record].object.reset();
    ask.run.log.calls()[ask.call_record].over = true;
    return lines::S_OK;
}

// --- the hub of the call

tapi3::HResult hub_of(const MethodAsk& ask, tapi3::Ref<tapi3::CallHub>& hub) {
    return ask.call->get_CallHub(&hub);
}

Returned get_hub(MethodAsk& ask) {
    tapi3::Ref<tapi3::CallHub> hub;
    const tapi3::HResult result = ask.call->get_CallHub(ask.out(hub));
    if (hub) ask.number = hub->number();
    return result;
}
void judge_hub(MethodAsk& ask) {
    if (ask.other == nullptr) return;
    tapi3::Ref<tapi3::CallHub> hub;
    const tapi3::HResult result = ask.other->get_CallHub(&hub);
    const std::uint32_t its = hub ? hub->number() : 0;
    if (result == 0 && its == ask.number) return;
    ask.run.fail({.what = fmt::format("the hub of {} is not that of {}", ask.step.call.value,
                                      ask.step.with->value),
                  .expected = its == 0 ? "none" : fmt::format("hub {}", its),
                  .got = fmt::format("hub {}", ask.number)});
}

Returned clear(MethodAsk& ask) {
    tapi3::Ref<tapi3::CallHub> hub;
    const tapi3::HResult result = hub_of(ask, hub);
    return result == 0 ? hub->Clear() : Returned{result};
}
Returned num_calls(MethodAsk& ask) {
    tapi3::Ref<tapi3::CallHub> hub;
    const tapi3::HResult result = hub_of(ask, hub);
    return result == 0 ? hub->get_NumCalls(ask.out(ask.number)) : result;
}
Returned hub_state(MethodAsk& ask) {
    tapi3::Ref<tapi3::CallHub> hub;
    const tapi3::HResult result = hub_of(ask, hub);
    return result == 0 ? hub->get_State(ask.out(ask.number)) : result;
}
Returned hub_calls(MethodAsk& ask) {
    tapi3::Ref<tapi3::CallHub> hub;
    tapi3::HResult result = hub_of(ask, hub);
    if (result == 0) result = hub->EnumerateCalls(ask.out(ask.calls));
    ask.count = static_cast<std::uint32_t>(ask.calls.size());
    return result;
}

constexpr MethodVerb kVerbs[] = {
    {Method::Connect, connect},
    {Method::Answer, act<&tapi3::Call::Answer>},
    {Method::Disconnect, disconnect},
    {Method::Hold, hold},
    {Method::HandoffDirect, handoff_direct},
    {Method::HandoffIndirect, handoff_indirect},
    {Method::Conference, conference},
    {Method::Transfer, transfer},
    {Method::BlindTransfer, blind_transfer},
    {Method::SwapHold, swap_hold},
    {Method::ParkDirect, park_direct},
    {Method::ParkIndirect, park_indirect},
    {Method::Unpark, act<&tapi3::Call::Unpark>},
    {Method::SetQOS, set_qos},
    {Method::Pickup, pickup},
    {Method::Dial, dial},
    {Method::Finish, finish},
    {Method::RemoveFromConference, act<&tapi3::Call::RemoveFromConference>},
    {Method::GetCallHub, get_hub, judge_hub},
    {Method::Clear, clear},
    {Method::GetNumCalls, num_calls},
    {Method::GetHubState, hub_state},
    {Method::HubEnumerateCalls, hub_calls, name_calls},
    {Method::Release, release},
};

}  // namespace

std::span<const MethodVerb> call_control_verbs() { return kVerbs; }

}  // namespace pbxlab::harness
