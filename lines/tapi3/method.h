// The methods of TAPI 3 that there are: their interfaces and names, whether they may have to wait,
// and how each says that it is not supported. From this table come the words of scenarios, the list
// of methods in the documentation, and the conformance tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pbxlab::lines::tapi3 {

enum class Method : std::uint8_t {
    // ITTAPI
    Initialize,
    Shutdown,
    EnumerateAddresses,
    RegisterCallNotifications,
    UnregisterNotifications,
    EnumerateCallHubs,
    SetCallHubTracking,
    RegisterRequestRecipient,
    SetAssistedTelephonyPriority,
    SetApplicationPriority,
    PutEventFilter,
    GetEventFilter,
    // ITAddress
    GetState,
    GetAddressName,
    GetServiceProviderName,
    CreateCall,
    EnumerateCalls,
    GetDialableAddress,
    CreateForwardInfoObject,
    Forward,
    GetCurrentForwardInfo,
    PutMessageWaiting,
    GetMessageWaiting,
    PutDoNotDisturb,
    GetDoNotDisturb,
    // ITAddressCapabilities, ITMediaSupport, ITAddress2
    GetAddressCapability,
    GetAddressCapabilityString,
    QueryMediaType,
    PutAddressEventFilter,
    GetAddressEventFilter,
    // ITAddressTranslation
    TranslateAddress,
    EnumerateLocations,
    EnumerateCallingCards,
    // ITBasicCallControl
    Connect,
    Answer,
    Disconnect,
    Hold,
    HandoffDirect,
    HandoffIndirect,
    Conference,
    Transfer,
    BlindTransfer,
    SwapHold,
    ParkDirect,
    ParkIndirect,
    Unpark,
    SetQOS,
    Pickup,
    Dial,
    Finish,
    RemoveFromConference,
    // ITCallInfo, ITCallInfo2
    GetCallState,
    GetPrivilege,
    GetCallHub,
    GetCallInfoLong,
    PutCallInfoLong,
    GetCallInfoString,
    PutCallInfoString,
    GetCallInfoBuffer,
    SetCallInfoBuffer,
    ReleaseUserUserInfo,
    PutCallEventFilter,
    GetCallEventFilter,
    // ITCallHub
    Clear,
    GetNumCalls,
    GetHubState,
    HubEnumerateCalls,
    // ITLegacyCallMediaControl, ITLegacyCallMediaControl2
    DetectDigits,
    GenerateDigits,
    GenerateDigits2,
    GatherDigits,
    DetectTones,
    GenerateTone,
    SetMediaType,
    MonitorMedia,
    // IUnknown
    Release,
};
inline constexpr std::size_t kMethodCount = static_cast<std::size_t>(Method::Release) + 1;

struct MethodRow {
    Method method;
    std::string_view interface;  // "ITBasicCallControl"
    std::string_view name;       // "Connect"
    bool waits;                  // it may take until the provider has replied
    std::string_view behind;     // functions of TAPI 2 that it comes down to
    std::uint32_t unsupported;   // HRESULT where the provider cannot do it
};
[[nodiscard]] const MethodRow& row(Method method);
[[nodiscard]] std::span<const MethodRow> methods();

}  // namespace pbxlab::lines::tapi3
