// The document lines/METHODS.md: every method of the interfaces of TAPI 3 that have to do with
// calls and addresses, and what becomes of it here.
#include "tools/methods.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "lines/tapi3/hresult.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

using lines::tapi3::MethodRow;

enum class Status : std::uint8_t { Works, Otherwise, Not };
constexpr std::string_view kStatus[] = {"works", "otherwise", "not part"};

// Methods that scenarios have no step for; with a blank between two.
struct Apart {
    std::string_view interface, methods;
    Status status;
    std::string_view why;
};
constexpr std::string_view kTerminals =
    "the exchange has no terminals and streams: E_NOINTERFACE, or TAPI_E_NOTSUPPORTED";
constexpr std::string_view kPhones = "telephones are not part of pbxlab";
constexpr std::string_view kEvent = "a member of `tapi3::Event`";
constexpr Apart kApart[] = {
    {"ITTAPI", "get_Addresses get_CallHubs", Status::Otherwise,
     "the form for scripts of EnumerateAddresses and EnumerateCallHubs"},
    {"ITTAPI", "EnumeratePrivateTAPIObjects get_PrivateTAPIObjects", Status::Not,
     "the provider has no objects of its own"},
    {"ITTAPI2", "get_Phones EnumeratePhones", Status::Not, kPhones},
    {"ITTAPI2", "CreateEmptyCollectionObject", Status::Not, "for scripts"},
    {"ITTAPIEventNotification", "Event", Status::Otherwise, "`Tapi::next` gives the events"},
    {"ITTAPIObjectEvent", "get_TAPIObject get_Event get_Address get_CallbackInstance",
     Status::Works, kEvent},
    {"ITTAPIObjectEvent2", "get_Phone", Status::Not, kPhones},
    {"ITAddress", "get_TAPIObject", Status::Otherwise, "the `Tapi` that gave the address"},
    {"ITAddress", "get_Calls", Status::Otherwise, "the form for scripts of EnumerateCalls"},
    {"ITAddress2",
     "get_Phones EnumeratePhones GetPhoneFromTerminal get_PreferredPhones EnumeratePreferredPhones",
     Status::Not, kPhones},
    {"ITAddress2", "DeviceSpecific DeviceSpecificVariant NegotiateExtVersion", Status::Not,
     "there are no extensions"},
    {"ITAddressCapabilities",
     "get_CallTreatments EnumerateCallTreatments get_CompletionMessages "
     "EnumerateCompletionMessages get_DeviceClasses EnumerateDeviceClasses",
     Status::Not, "names of what the capabilities count; those of TAPI 2 have them"},
    {"ITAddressEvent", "get_Address get_Event", Status::Works, kEvent},
    {"ITAddressEvent", "get_Terminal", Status::Not, kTerminals},
    {"ITAddressTranslation", "TranslateDialog", Status::Not, "the provider has no windows"},
    {"ITAddressTranslation", "get_Locations get_CallingCards", Status::Otherwise,
     "the form for scripts of EnumerateLocations and EnumerateCallingCards"},
    {"ITAddressTranslationInfo",
     "get_DialableString get_DisplayableString get_CurrentCountryCode get_DestinationCountryCode "
     "get_TranslationResults",
     Status::Works, "members of `tapi3::AddressTranslationInfo`; `gives` in scenarios"},
    {"ITMediaSupport", "get_MediaTypes", Status::Works, "`Address::get_MediaTypes`"},
    {"ITBasicCallControl2", "RequestTerminal SelectTerminalOnCall UnselectTerminalOnCall",
     Status::Not, kTerminals},
    {"ITCallInfo", "get_Address", Status::Works, "`Call::get_Address`"},
    {"ITCallInfo", "get_CallInfoBuffer put_CallInfoBuffer", Status::Otherwise,
     "the forms for scripts of GetCallInfoBuffer and SetCallInfoBuffer"},
    {"ITCallHub", "get_Calls", Status::Otherwise, "the form for scripts of EnumerateCalls"},
    {"ITCallHubEvent", "get_Event get_CallHub get_Call", Status::Works, kEvent},
    {"ITCallStateEvent", "get_Call get_State get_Cause get_CallbackInstance", Status::Works,
     kEvent},
    {"ITCallNotificationEvent", "get_Call get_Event get_CallbackInstance", Status::Works, kEvent},
    {"ITCallInfoChangeEvent", "get_Call get_Cause get_CallbackInstance", Status::Works, kEvent},
    {"ITForwardInformation",
     "put_NumRingsNoAnswer get_NumRingsNoAnswer SetForwardType get_ForwardTypeDestination "
     "get_ForwardTypeCaller GetForwardType Clear",
     Status::Works, "`tapi3::ForwardInformation`; `forwards` and `count` in scenarios"},
    {"ITForwardInformation2",
     "SetForwardType2 GetForwardType2 get_ForwardTypeDestinationAddressType "
     "get_ForwardTypeCallerAddressType",
     Status::Works, "`tapi3::ForwardInformation`"},
    {"ITLegacyCallMediaControl", "GetID", Status::Not, "calls have no media devices"},
    {"ITLegacyCallMediaControl2",
     "DetectTonesByCollection GenerateCustomTonesByCollection CreateDetectToneObject "
     "CreateCustomToneObject GetIDAsVariant",
     Status::Not, "for scripts"},
    {"ITLegacyCallMediaControl2", "GenerateCustomTones", Status::Not,
     "`generateTone` of a TAPI 2 application plays them"},
    {"ITDigitDetectionEvent", "get_Call get_Digit get_DigitMode get_TickCount get_CallbackInstance",
     Status::Works, kEvent},
    {"ITDigitGenerationEvent",
     "get_Call get_GenerationTermination get_TickCount get_CallbackInstance", Status::Works,
     kEvent},
    {"ITDigitsGatheredEvent",
     "get_Call get_Digits get_GatherTermination get_TickCount get_CallbackInstance", Status::Works,
     kEvent},
    {"ITToneDetectionEvent", "get_Call get_AppSpecific get_TickCount get_CallbackInstance",
     Status::Works, kEvent},
};

// Whole interfaces.
struct ApartInterfaces {
    std::string_view interfaces, why;
};
constexpr ApartInterfaces kApartInterfaces[] = {
    {"ITTerminal ITTerminalSupport ITTerminalSupport2 ITStream ITStreamControl ITSubStream "
     "ITSubStreamControl ITPluggableTerminalClassInfo ITPluggableTerminalSuperclassInfo "
     "ITMultiTrackTerminal ITFileTrack ITMediaPlayback ITMediaRecord ITMediaControl "
     "ITBasicAudioTerminal ITStaticAudioTerminal ITLegacyWaveSupport ITScriptableAudioFormat "
     "ITCallMediaEvent ITFileTerminalEvent ITTTSTerminalEvent ITASRTerminalEvent "
     "ITToneTerminalEvent ITLegacyAddressMediaControl ITLegacyAddressMediaControl2 IEnumStream "
     "IEnumSubStream IEnumTerminal IEnumTerminalClass IEnumPluggableTerminalClassInfo "
     "IEnumPluggableSuperclassInfo",
     kTerminals},
    {"ITPhone ITPhoneEvent ITPhoneDeviceSpecificEvent ITAutomatedPhoneControl IEnumPhone", kPhones},
    {"ITQOSEvent", "calls carry no packets, so nothing happens to their quality"},
    {"ITPrivateEvent ITAddressDeviceSpecificEvent", "there are no extensions"},
    {"ITDetectTone ITCustomTone", "`lines::MonitorTone` and `lines::GenerateTone`"},
    {"IEnumAddress IEnumCall IEnumCallHub IEnumBstr IEnumLocation IEnumCallingCard ITCollection "
     "ITCollection2 ITLocationInfo ITCallingCard ITDispatchMapper",
     "lists are vectors here, and what is in them structures"},
    {"ITRequest ITRequestEvent", "`requestMakeCall` and TE_REQUEST"},
};

std::string text_of(const MethodRow& row) {
    std::string text = fmt::format("`{}` in scenarios", row.name);
    if (!row.behind.empty()) text += fmt::format("; {}", row.behind);
    text += fmt::format("; where it cannot be done {}",
                        lines::tapi3::hresult_name(lines::tapi3::hresult(row.unsupported)));
    return text;
}

void print_row(std::string_view interface, std::string_view method, Status status,
               std::string_view text) {
    print(fmt::format("| {}::{} | {} | {} |\n", interface, method,
                      kStatus[static_cast<std::size_t>(status)], text));
}

template <class Each>
void for_each_word(std::string_view words, Each each) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        each(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

}  // namespace

void print_method(const MethodRow& row) {
    std::string text =
        fmt::format("{}::{}\n  in scenarios: \"do\": \"{}\"\n", row.interface, row.name, row.name);
    text += fmt::format("  completion:   {}\n",
                        row.waits ? "returns when the provider has replied, two minutes at most"
                                  : "returns at once");
    if (!row.behind.empty()) text += fmt::format("  comes down to: {}\n", row.behind);
    text += fmt::format("  unsupported:  {}\n",
                        lines::tapi3::hresult_name(lines::tapi3::hresult(row.unsupported)));
    print(text);
}

void print_methods() {
    print(
        "# The methods of TAPI 3\n\n"
        "Made by `pbxlab describe --methods` from the table of methods (lines/tapi3/method.cpp). "
        "The interfaces of\ntapi3if.h that have to do with calls and addresses, method by method. "
        "**works**: with the checks and HRESULTs of\nits page; behind it stand the functions of "
        "TAPI 2 that it comes down to ([OPERATIONS.md](OPERATIONS.md)). **otherwise**:\nthe same "
        "is had in another way. **not part**: not part of pbxlab.\n\n"
        "| method | | |\n| --- | --- | --- |\n");
    for (const MethodRow& row : lines::tapi3::methods())
        print_row(row.interface, row.name, Status::Works, text_of(row));
    for (const Apart& apart : kApart) {
        for_each_word(apart.methods, [&apart](std::string_view method) {
            print_row(apart.interface, method, apart.status, apart.why);
        });
    }
    print("\n| interface | |\n| --- | --- |\n");
    for (const ApartInterfaces& apart : kApartInterfaces) {
        for_each_word(apart.interfaces, [&apart](std::string_view interface) {
            print(fmt::format("| {} | {} |\n", interface, apart.why));
        });
    }
}

}  // namespace pbxlab::tools
