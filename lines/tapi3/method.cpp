#include "lines/tapi3/method.h"

#include <array>

#include "lines/tapi_constants.h"

namespace pbxlab::lines::tapi3 {

namespace {

using enum Method;

constexpr bool kWaits = true;
constexpr bool kAtOnce = false;
constexpr std::uint32_t kNo = TAPI_E_NOTSUPPORTED;  // where the page gives no other

constexpr std::array<MethodRow, kMethodCount> kMethods = {{
    {Initialize, "ITTAPI", "Initialize", kAtOnce, "lineInitializeEx", kNo},
    {Shutdown, "ITTAPI", "Shutdown", kAtOnce, "lineClose, lineShutdown", kNo},
    {EnumerateAddresses, "ITTAPI", "EnumerateAddresses", kAtOnce, "lineGetDevCaps", kNo},
    {RegisterCallNotifications, "ITTAPI", "RegisterCallNotifications", kAtOnce, "lineOpen", kNo},
    {UnregisterNotifications, "ITTAPI", "UnregisterNotifications", kAtOnce, "lineClose", kNo},
    {EnumerateCallHubs, "ITTAPI", "EnumerateCallHubs", kAtOnce, "", kNo},
    {SetCallHubTracking, "ITTAPI", "SetCallHubTracking", kAtOnce, "", kNo},
    {RegisterRequestRecipient, "ITTAPI", "RegisterRequestRecipient", kAtOnce,
     "lineRegisterRequestRecipient", kNo},
    {SetAssistedTelephonyPriority, "ITTAPI", "SetAssistedTelephonyPriority", kAtOnce,
     "lineSetAppPriority", kNo},
    {SetApplicationPriority, "ITTAPI", "SetApplicationPriority", kAtOnce, "lineSetAppPriority",
     kNo},
    {PutEventFilter, "ITTAPI", "put_EventFilter", kAtOnce, "lineSetStatusMessages", kNo},
    {GetEventFilter, "ITTAPI", "get_EventFilter", kAtOnce, "lineGetStatusMessages", kNo},

    {GetState, "ITAddress", "get_State", kAtOnce, "lineGetLineDevStatus", kNo},
    {GetAddressName, "ITAddress", "get_AddressName", kAtOnce, "lineGetDevCaps", kNo},
    {GetServiceProviderName, "ITAddress", "get_ServiceProviderName", kAtOnce, "lineGetDevCaps",
     kNo},
    {CreateCall, "ITAddress", "CreateCall", kAtOnce, "", kNo},
    {EnumerateCalls, "ITAddress", "EnumerateCalls", kAtOnce, "lineGetNewCalls", kNo},
    {GetDialableAddress, "ITAddress", "get_DialableAddress", kAtOnce, "lineGetAddressCaps", kNo},
    {CreateForwardInfoObject, "ITAddress", "CreateForwardInfoObject", kAtOnce, "", kNo},
    {Forward, "ITAddress", "Forward", kWaits, "lineForward", E_INVALIDARG},
    {GetCurrentForwardInfo, "ITAddress", "get_CurrentForwardInfo", kAtOnce, "lineGetAddressStatus",
     E_NOTIMPL},
    {PutMessageWaiting, "ITAddress", "put_MessageWaiting", kWaits, "lineSetLineDevStatus", kNo},
    {GetMessageWaiting, "ITAddress", "get_MessageWaiting", kAtOnce, "lineGetLineDevStatus", kNo},
    {PutDoNotDisturb, "ITAddress", "put_DoNotDisturb", kWaits, "lineForward", E_INVALIDARG},
    {GetDoNotDisturb, "ITAddress", "get_DoNotDisturb", kAtOnce, "lineGetAddressStatus", kNo},

    {GetAddressCapability, "ITAddressCapabilities", "get_AddressCapability", kAtOnce,
     "lineGetDevCaps, lineGetAddressCaps", kNo},
    {GetAddressCapabilityString, "ITAddressCapabilities", "get_AddressCapabilityString", kAtOnce,
     "lineGetDevCaps, lineGetAddressCaps", kNo},
    {QueryMediaType, "ITMediaSupport", "QueryMediaType", kAtOnce, "lineGetAddressCaps", kNo},
    {PutAddressEventFilter, "ITAddress2", "put_EventFilter", kAtOnce, "", kNo},
    {GetAddressEventFilter, "ITAddress2", "get_EventFilter", kAtOnce, "", kNo},

    {TranslateAddress, "ITAddressTranslation", "TranslateAddress", kAtOnce, "lineTranslateAddress",
     kNo},
    {EnumerateLocations, "ITAddressTranslation", "EnumerateLocations", kAtOnce,
     "lineGetTranslateCaps", kNo},
    {EnumerateCallingCards, "ITAddressTranslation", "EnumerateCallingCards", kAtOnce,
     "lineGetTranslateCaps", kNo},

    {Connect, "ITBasicCallControl", "Connect", kWaits, "lineMakeCall", kNo},
    {Answer, "ITBasicCallControl", "Answer", kWaits, "lineAccept, lineAnswer", kNo},
    {Disconnect, "ITBasicCallControl", "Disconnect", kWaits, "lineDrop", kNo},
    {Hold, "ITBasicCallControl", "Hold", kWaits, "lineHold, lineUnhold", kNo},
    {HandoffDirect, "ITBasicCallControl", "HandoffDirect", kWaits, "lineHandoff", kNo},
    {HandoffIndirect, "ITBasicCallControl", "HandoffIndirect", kWaits, "lineHandoff", kNo},
    {Conference, "ITBasicCallControl", "Conference", kWaits,
     "lineSetupConference, linePrepareAddToConference, lineDial", kNo},
    {Transfer, "ITBasicCallControl", "Transfer", kWaits, "lineSetupTransfer, lineDial", E_FAIL},
    {BlindTransfer, "ITBasicCallControl", "BlindTransfer", kWaits, "lineBlindTransfer", E_FAIL},
    {SwapHold, "ITBasicCallControl", "SwapHold", kWaits, "lineSwapHold", E_FAIL},
    {ParkDirect, "ITBasicCallControl", "ParkDirect", kWaits, "linePark", E_FAIL},
    {ParkIndirect, "ITBasicCallControl", "ParkIndirect", kWaits, "linePark", E_FAIL},
    {Unpark, "ITBasicCallControl", "Unpark", kWaits, "lineUnpark", E_FAIL},
    {SetQOS, "ITBasicCallControl", "SetQOS", kAtOnce, "", kNo},
    {Pickup, "ITBasicCallControl", "Pickup", kWaits, "linePickup", E_FAIL},
    {Dial, "ITBasicCallControl", "Dial", kWaits, "lineDial", kNo},
    {Finish, "ITBasicCallControl", "Finish", kWaits, "lineCompleteTransfer, lineAddToConference",
     kNo},
    {RemoveFromConference, "ITBasicCallControl", "RemoveFromConference", kWaits,
     "lineRemoveFromConference", kNo},

    {GetCallState, "ITCallInfo", "get_CallState", kAtOnce, "lineGetCallStatus", kNo},
    {GetPrivilege, "ITCallInfo", "get_Privilege", kAtOnce, "lineGetCallStatus", kNo},
    {GetCallHub, "ITCallInfo", "get_CallHub", kAtOnce, "lineGetConfRelatedCalls", kNo},
    {GetCallInfoLong, "ITCallInfo", "get_CallInfoLong", kAtOnce, "lineGetCallInfo", kNo},
    {PutCallInfoLong, "ITCallInfo", "put_CallInfoLong", kWaits,
     "lineSetAppSpecific, lineSetCallParams, lineSetCallTreatment, lineSetMediaMode", kNo},
    {GetCallInfoString, "ITCallInfo", "get_CallInfoString", kAtOnce, "lineGetCallInfo", kNo},
    {PutCallInfoString, "ITCallInfo", "put_CallInfoString", kAtOnce, "", kNo},
    {GetCallInfoBuffer, "ITCallInfo", "GetCallInfoBuffer", kAtOnce, "lineGetCallInfo", kNo},
    {SetCallInfoBuffer, "ITCallInfo", "SetCallInfoBuffer", kWaits,
     "lineSendUserUserInfo, lineSetCallData", kNo},
    {ReleaseUserUserInfo, "ITCallInfo", "ReleaseUserUserInfo", kWaits, "lineReleaseUserUserInfo",
     kNo},
    {PutCallEventFilter, "ITCallInfo2", "put_EventFilter", kAtOnce, "", kNo},
    {GetCallEventFilter, "ITCallInfo2", "get_EventFilter", kAtOnce, "", kNo},

    {Clear, "ITCallHub", "Clear", kAtOnce, "lineDrop", kNo},
    {GetNumCalls, "ITCallHub", "get_NumCalls", kAtOnce, "", kNo},
    {GetHubState, "ITCallHub", "get_State", kAtOnce, "", kNo},
    {HubEnumerateCalls, "ITCallHub", "EnumerateCalls", kAtOnce, "lineGetConfRelatedCalls", kNo},

    {DetectDigits, "ITLegacyCallMediaControl", "DetectDigits", kAtOnce, "lineMonitorDigits", kNo},
    {GenerateDigits, "ITLegacyCallMediaControl", "GenerateDigits", kAtOnce, "lineGenerateDigits",
     kNo},
    {GenerateDigits2, "ITLegacyCallMediaControl2", "GenerateDigits2", kAtOnce, "lineGenerateDigits",
     kNo},
    {GatherDigits, "ITLegacyCallMediaControl2", "GatherDigits", kAtOnce, "lineGatherDigits", kNo},
    {DetectTones, "ITLegacyCallMediaControl2", "DetectTones", kAtOnce, "lineMonitorTones", kNo},
    {GenerateTone, "ITLegacyCallMediaControl2", "GenerateTone", kAtOnce, "lineGenerateTone", kNo},
    {SetMediaType, "ITLegacyCallMediaControl", "SetMediaType", kAtOnce, "lineSetMediaMode", kNo},
    {MonitorMedia, "ITLegacyCallMediaControl", "MonitorMedia", kAtOnce, "lineMonitorMedia", kNo},

    {Release, "IUnknown", "Release", kAtOnce, "lineDeallocateCall", kNo},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kMethods.size(); ++i) {
        if (static_cast<std::size_t>(kMethods[i].method) != i) return false;
    }
    return true;
}
static_assert(in_order(), "the rows stand in the order of the enumeration");

}  // namespace

const MethodRow& row(Method method) { return kMethods[static_cast<std::size_t>(method)]; }

std::span<const MethodRow> methods() { return kMethods; }

}  // namespace pbxlab::lines::tapi3
