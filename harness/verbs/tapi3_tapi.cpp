// ITTAPI: the session, registrations, event filters and priorities.
#include <fmt/format.h>

#include "harness/verbs/methods.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::Method;
using lines::tapi3::Returned;
namespace tapi3 = lines::tapi3;

const char* module(const MethodAsk& ask) {
    return ask.step.module.value.empty() ? nullptr : ask.step.module.value.c_str();
}

Returned initialize(MethodAsk& ask) { return ask.tapi().Initialize(); }
Returned shutdown(MethodAsk& ask) { return ask.tapi().Shutdown(); }

Returned enumerate_addresses(MethodAsk& ask) {
    std::vector<tapi3::Address*> addresses;
    const tapi3::HResult result = ask.tapi().EnumerateAddresses(ask.out(addresses));
    ask.count = static_cast<std::uint32_t>(addresses.size());
    return result;
}

Returned register_notifications(MethodAsk& ask) {
    return ask.tapi().RegisterCallNotifications(
        ask.address, variant_bool(ask.words().monitor.value_or(true)),
        variant_bool(ask.words().owner.value_or(true)), ask.media(),
        ask.words().instance.value_or(0), ask.out(ask.number));
}
void keep_registration(MethodAsk& ask) {
    ask.seat().registrations[ask.words().registration.value] = ask.number;
    ask.run.world.opened(ask.seat_index, {.device = ask.device});
}

Returned unregister(MethodAsk& ask) {
    const auto& known = ask.seat().registrations;
    const auto named = known.find(ask.words().registration.value);
    const std::uint32_t cookie = named == known.end() ? 0 : named->second;
    return ask.tapi().UnregisterNotifications(ask.words().cookie.value_or(cookie));
}

Returned put_event_filter(MethodAsk& ask) {
    return ask.tapi().put_EventFilter(ask.words().events.value_or(0));
}
Returned get_event_filter(MethodAsk& ask) {
    return ask.tapi().get_EventFilter(ask.out(ask.number));
}

Returned enumerate_hubs(MethodAsk& ask) {
    std::vector<tapi3::Ref<tapi3::CallHub>> hubs;
    const tapi3::HResult result = ask.tapi().EnumerateCallHubs(ask.out(hubs));
    ask.count = static_cast<std::uint32_t>(hubs.size());
    return result;
}

Returned set_hub_tracking(MethodAsk& ask) {
    return ask.tapi().SetCallHubTracking({ask.address}, variant_bool(ask.step.enable));
}

Returned set_application_priority(MethodAsk& ask) {
    return ask.tapi().SetApplicationPriority(module(ask), ask.media(),
                                             variant_bool(ask.step.enable));
}
Returned set_assisted_priority(MethodAsk& ask) {
    return ask.tapi().SetAssistedTelephonyPriority(module(ask), variant_bool(ask.step.enable));
}

Returned register_recipient(MethodAsk& ask) {
    return ask.tapi().RegisterRequestRecipient(
        ask.words().instance.value_or(0),
        ask.step.request_mode.value_or(lines::LINEREQUESTMODE_MAKECALL),
        variant_bool(ask.step.enable));
}

constexpr MethodVerb kVerbs[] = {
    {Method::Initialize, initialize},
    {Method::Shutdown, shutdown},
    {Method::EnumerateAddresses, enumerate_addresses},
    {Method::RegisterCallNotifications, register_notifications, keep_registration},
    {Method::UnregisterNotifications, unregister},
    {Method::EnumerateCallHubs, enumerate_hubs},
    {Method::SetCallHubTracking, set_hub_tracking},
    {Method::RegisterRequestRecipient, register_recipient},
    {Method::SetAssistedTelephonyPriority, set_assisted_priority},
    {Method::SetApplicationPriority, set_application_priority},
    {Method::PutEventFilter, put_event_filter},
    {Method::GetEventFilter, get_event_filter},
};

}  // namespace

std::span<const MethodVerb> tapi_verbs() { return kVerbs; }

}  // namespace pbxlab::harness
