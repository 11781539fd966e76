// ITAddress, ITAddressCapabilities, ITAddressTranslation, ITMediaSupport and what of ITAddress2
// concerns events: one address of a line device.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lines/structures.h"
#include "lines/tapi3/call.h"
#include "lines/tapi3/event.h"
#include "lines/tapi3/forward_information.h"

namespace pbxlab::lines::tapi3 {

class Engine;

// ITAddressTranslationInfo: the output of lineTranslateAddress
// (nn-tapi3if-itaddresstranslationinfo).
struct AddressTranslationInfo {
    std::string dialable_string, displayable_string;
    std::uint32_t current_country_code = 0, destination_country_code = 0;
    std::uint32_t translation_results = 0;  // LINETRANSLATERESULT_
};

class Address {
 public:
    Address(Engine& engine, std::uint32_t device, std::uint32_t address_id)
        : engine_{engine}, device_{device}, address_id_{address_id} {}

    // AC_LINEID and AC_ADDRESSID: how TAPI 2 calls it.
    [[nodiscard]] std::uint32_t device() const { return device_; }
    [[nodiscard]] std::uint32_t address_id() const { return address_id_; }

    // --- ITAddress (tapi3-operations 6). Getters: E_POINTER
    HResult get_State(std::uint32_t* pAddressState);  // ADDRESS_STATE
    HResult get_AddressName(std::string* ppName);
    HResult get_ServiceProviderName(std::string* ppName);
    HResult get_DialableAddress(std::string* pDialableAddress);
    // A call that is nowhere yet: CS_IDLE. E_POINTER; E_INVALIDARG: not one type that the address
    // has; TAPI_E_INVALIDMEDIATYPE (itaddress-createcall).
    HResult CreateCall(const char* pDestAddress, std::uint32_t lAddressType,
                       std::uint32_t lMediaTypes, Ref<Call>* ppCall);
    // The application's calls here (itaddress-enumeratecalls).
    HResult EnumerateCalls(std::vector<Ref<Call>>* ppCallEnum);
    HResult CreateForwardInfoObject(std::shared_ptr<ForwardInformation>* ppForwardInfo);
    // In place of all that was in force; nullptr: nothing. pCall: of CreateCall, where the provider
    // asks the destination first. E_INVALIDARG: it cannot, or pCall is none; E_POINTER
    // (itaddress-forward).
    Returned Forward(const ForwardInformation* pForwardInfo, Call* pCall);
    // E_NOTIMPL: the provider cannot tell (itaddress-get_currentforwardinfo).
    HResult get_CurrentForwardInfo(std::shared_ptr<ForwardInformation>* ppForwardInfo);
    // The lamp of the line. E_INVALIDARG: neither true nor false (itaddress-put_messagewaiting).
    Returned put_MessageWaiting(VariantBool fMessageWaiting);
    HResult get_MessageWaiting(VariantBool* pfMessageWaiting);
    // In place of all that was in force; false cancels everything (itaddress-put_donotdisturb).
    Returned put_DoNotDisturb(VariantBool fDoNotDisturb);
    HResult get_DoNotDisturb(VariantBool* pfDoNotDisturb);

    // --- ITAddressCapabilities (tapi3-operations 8.1)
    // ADDRESS_CAPABILITY. E_INVALIDARG: no such capability
    // (itaddresscapabilities-get_addresscapability).
    HResult get_AddressCapability(std::uint32_t AddressCap, std::uint32_t* plCapability);
    // TAPI_E_NOTSUPPORTED: the provider is older than 3.0.
    HResult get_AddressCapabilityString(std::uint32_t AddressCapString,
                                        std::string* ppCapabilityString);

    // --- ITMediaSupport (tapi3-operations 8.2). E_NOINTERFACE where the provider has none
    HResult get_MediaTypes(std::uint32_t* plMediaTypes);
    HResult QueryMediaType(std::uint32_t lMediaType, VariantBool* pfSupport);

    // --- ITAddress2: what of the kinds that the application asked for is told of this address
    HResult put_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent, VariantBool bEnable);
    HResult get_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent, VariantBool* pEnable);

    // --- ITAddressTranslation (tapi3-operations 9)
    // lCard counts with LINETRANSLATEOPTION_CARDOVERRIDE (itaddresstranslation-translateaddress).
    HResult TranslateAddress(const char* pAddressToTranslate, std::uint32_t lCard,
                             std::uint32_t lTranslateOptions, AddressTranslationInfo* ppTranslated);
    HResult EnumerateLocations(std::vector<LocationEntry>* ppEnumLocation);
    HResult EnumerateCallingCards(std::vector<CardEntry>* ppEnumCallingCard);

 private:
    friend class Engine;
    Engine& engine_;
    std::uint32_t device_, address_id_;
    HLine line_{};  // opened to make calls with; kNoLine: not yet
    bool removed_ = false;
    std::map<std::pair<std::uint32_t, std::uint32_t>, bool> filter_;  // event and detail: told
};

}  // namespace pbxlab::lines::tapi3
