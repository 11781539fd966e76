// The methods are those of the published interfaces, by name and interface (tapi3if.h).
#include "lines/tapi3/method.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "lines/tapi_constants.h"

namespace pbxlab::lines::tapi3 {
namespace {

// The own methods of each interface, in the order of its table of functions.
const std::map<std::string_view, std::vector<std::string_view>>& published() {
    static const std::map<std::string_view, std::vector<std::string_view>> kPublished = {
        {"ITTAPI",
         {
             "Initialize",
             "Shutdown",
             "get_Addresses",
             "EnumerateAddresses",
             "RegisterCallNotifications",
             "UnregisterNotifications",
             "get_CallHubs",
             "EnumerateCallHubs",
             "SetCallHubTracking",
             "EnumeratePrivateTAPIObjects",
             "get_PrivateTAPIObjects",
             "RegisterRequestRecipient",
             "SetAssistedTelephonyPriority",
             "SetApplicationPriority",
             "put_EventFilter",
             "get_EventFilter",
         }},
        {"ITAddress",
         {
             "get_State",
             "get_AddressName",
             "get_ServiceProviderName",
             "get_TAPIObject",
             "CreateCall",
             "get_Calls",
             "EnumerateCalls",
             "get_DialableAddress",
             "CreateForwardInfoObject",
             "Forward",
             "get_CurrentForwardInfo",
             "put_MessageWaiting",
             "get_MessageWaiting",
             "put_DoNotDisturb",
             "get_DoNotDisturb",
         }},
        {"ITAddress2",
         {
             "get_Phones",
             "EnumeratePhones",
             "GetPhoneFromTerminal",
             "get_PreferredPhones",
             "EnumeratePreferredPhones",
             "get_EventFilter",
             "put_EventFilter",
             "DeviceSpecific",
             "DeviceSpecificVariant",
             "NegotiateExtVersion",
         }},
        {"ITAddressCapabilities",
         {
             "get_AddressCapability",
             "get_AddressCapabilityString",
             "get_CallTreatments",
             "EnumerateCallTreatments",
             "get_CompletionMessages",
             "EnumerateCompletionMessages",
             "get_DeviceClasses",
             "EnumerateDeviceClasses",
         }},
        {"ITMediaSupport",
         {
             "get_MediaTypes",
             "QueryMediaType",
         }},
        {"ITAddressTranslation",
         {
             "TranslateAddress",
             "TranslateDialog",
             "EnumerateLocations",
             "get_Locations",
             "EnumerateCallingCards",
             "get_CallingCards",
         }},
        {"ITBasicCallControl",
         {
             "Connect",
             "Answer",
             "Disconnect",
             "Hold",
             "HandoffDirect",
             "HandoffIndirect",
             "Conference",
             "Transfer",
             "BlindTransfer",
             "SwapHold",
             "ParkDirect",
             "ParkIndirect",
             "Unpark",
             "SetQOS",
             "Pickup",
             "Dial",
             "Finish",
             "RemoveFromConference",
         }},
        {"ITCallInfo",
         {
             "get_Address",
             "get_CallState",
             "get_Privilege",
             "get_CallHub",
             "get_CallInfoLong",
             "put_CallInfoLong",
             "get_CallInfoString",
             "put_CallInfoString",
             "get_CallInfoBuffer",
             "put_CallInfoBuffer",
             "GetCallInfoBuffer",
             "SetCallInfoBuffer",
             "ReleaseUserUserInfo",
         }},
        {"ITCallInfo2",
         {
             "get_EventFilter",
             "put_EventFilter",
         }},
        {"ITCallHub",
         {
             "Clear",
             "EnumerateCalls",
             "get_Calls",
             "get_NumCalls",
             "get_State",
         }},
        {"ITLegacyCallMediaControl",
         {
             "DetectDigits",
             "GenerateDigits",
             "GetID",
             "SetMediaType",
             "MonitorMedia",
         }},
        {"ITLegacyCallMediaControl2",
         {
             "GenerateDigits2",
             "GatherDigits",
             "DetectTones",
             "DetectTonesByCollection",
             "GenerateTone",
             "GenerateCustomTones",
             "GenerateCustomTonesByCollection",
             "CreateDetectToneObject",
             "CreateCustomToneObject",
             "GetIDAsVariant",
         }},
    };
    return kPublished;
}

TEST(Tapi3Methods, ArePublishedUnderTheirInterface) {
    for (const MethodRow& row : methods()) {
        if (row.interface == "IUnknown") continue;
        const auto place = published().find(row.interface);
        ASSERT_NE(place, published().end()) << row.interface;
        EXPECT_NE(std::ranges::find(place->second, row.name), place->second.end())
            << row.interface << "::" << row.name;
    }
}

TEST(Tapi3Methods, AreThereOnceEach) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const MethodRow& row : methods())
        EXPECT_TRUE(seen.emplace(row.interface, row.name).second) << row.name;
    EXPECT_EQ(seen.size(), kMethodCount);
}

TEST(Tapi3Methods, AreAllThereOfCallControl) {
    std::vector<std::string_view> control;
    for (const MethodRow& row : methods()) {
        if (row.interface == "ITBasicCallControl") control.push_back(row.name);
    }
    std::vector<std::string_view> all = published().at("ITBasicCallControl");
    std::ranges::sort(control);
    std::ranges::sort(all);
    EXPECT_EQ(control, all);
}

// Those whose pages list TAPI_E_TIMEOUT (reference: tapi3-operations 4.1).
TEST(Tapi3Methods, MayWaitWhereTheirPageListsTheTimeOut) {
    for (const std::string_view name :
         {"Connect", "Answer", "Disconnect", "Hold", "Conference", "Transfer", "BlindTransfer",
          "SwapHold", "ParkDirect", "ParkIndirect", "Unpark", "Pickup", "Dial", "Finish",
          "RemoveFromConference", "Forward", "put_MessageWaiting", "put_DoNotDisturb",
          "ReleaseUserUserInfo"}) {
        const auto row = std::ranges::find(methods(), name, &MethodRow::name);
        ASSERT_NE(row, methods().end()) << name;
        EXPECT_TRUE(row->waits) << name;
    }
    for (const std::string_view name : {"SetQOS", "CreateCall", "get_CallState", "Initialize"})
        EXPECT_FALSE(std::ranges::find(methods(), name, &MethodRow::name)->waits) << name;
}

TEST(Tapi3Methods, HaveAFailureForWhatIsNotSupported) {
    for (const MethodRow& row : methods()) EXPECT_GE(row.unsupported, 0x8000'0000U) << row.name;
}

}  // namespace
}  // namespace pbxlab::lines::tapi3
