// ITTAPI: the beginning and the end, and who gets calls that come by themselves.
#include "lines/tapi3/tapi.h"

#include <algorithm>
#include <utility>

#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

Tapi::Tapi(Telephony& telephony, InitializeParams params)
    : engine_{std::make_shared<Engine>(telephony, std::move(params))} {}

Tapi::~Tapi() { engine_->shutdown(); }

HResult Tapi::Initialize() {
    if (engine_->initialized()) return hresult(S_FALSE);
    return engine_->initialize();
}

HResult Tapi::Shutdown() {
    if (!engine_->initialized()) return hresult(S_FALSE);
    return engine_->shutdown();
}

HResult Tapi::EnumerateAddresses(std::vector<Address*>* ppEnumAddress) {
    if (ppEnumAddress == nullptr) return hresult(E_POINTER);
    if (!engine_->initialized()) return hresult(E_INVALIDARG);
    ppEnumAddress->clear();
    for (Address& address : engine_->addresses) {
        if (!engine_->removed(address)) ppEnumAddress->push_back(&address);
    }
    return hresult(S_OK);
}

HResult Tapi::RegisterCallNotifications(Address* pAddress, VariantBool fMonitor, VariantBool fOwner,
                                        std::uint32_t lMediaTypes, std::uint32_t lCallbackInstance,
                                        std::uint32_t* plRegister) {
    if (pAddress == nullptr || plRegister == nullptr) return hresult(E_POINTER);
    if (fMonitor == VARIANT_FALSE && fOwner == VARIANT_FALSE) return hresult(E_INVALIDARG);
    if (!engine_->initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    Registration made{.address = pAddress, .instance = lCallbackInstance};
    const std::uint32_t offered = engine_->profile(*pAddress).media_modes;
    const std::uint32_t media = media_modes_to_own(lMediaTypes) & offered;
    if (media == 0) return hresult(TAPI_E_INVALIDMEDIATYPE);
    const std::uint32_t privileges = (fOwner != VARIANT_FALSE ? LINECALLPRIVILEGE_OWNER : 0) |
                                     (fMonitor != VARIANT_FALSE ? LINECALLPRIVILEGE_MONITOR : 0);
    const LineResult result = engine_->open(*pAddress, privileges, media, made);
    if (result < 0) return hresult_of(Method::RegisterCallNotifications, result, false);
    *plRegister = made.cookie;
    return hresult(S_OK);
}

HResult Tapi::UnregisterNotifications(std::uint32_t lRegister) {
    if (!engine_->initialized()) return hresult(E_INVALIDARG);
    return engine_->unregister(lRegister);
}

HResult Tapi::put_EventFilter(std::uint32_t lFilterMask) {
    engine_->event_filter = lFilterMask;
    return hresult(S_OK);
}

HResult Tapi::get_EventFilter(std::uint32_t* plFilterMask) {
    if (plFilterMask == nullptr) return hresult(E_POINTER);
    *plFilterMask = engine_->event_filter;
    return hresult(S_OK);
}

HResult Tapi::EnumerateCallHubs(std::vector<Ref<CallHub>>* ppEnumCallHub) {
    if (ppEnumCallHub == nullptr) return hresult(E_POINTER);
    if (!engine_->initialized()) return hresult(E_INVALIDARG);
    *ppEnumCallHub = engine_->hubs;
    return hresult(S_OK);
}

HResult Tapi::SetCallHubTracking(const std::vector<Address*>& pAddresses, VariantBool bTracking) {
    if (!engine_->initialized()) return hresult(E_INVALIDARG);
    if (std::ranges::find(pAddresses, nullptr) != pAddresses.end()) return hresult(E_INVALIDARG);
    for (const Address* address : pAddresses) {
        std::erase(engine_->untracked, address);
        if (bTracking == VARIANT_FALSE) engine_->untracked.push_back(address);
    }
    return hresult(S_OK);
}

bool Tapi::next(Notice* notice) {
    engine_->look();
    return engine_->next(notice);
}

bool Tapi::look() { return engine_->look(); }

Address* Tapi::address(std::uint32_t device, std::uint32_t address_id) {
    return engine_->address(device, address_id);
}

Application* Tapi::application() { return engine_->app; }

Call* Tapi::call(std::uint32_t number) {
    const auto place = engine_->calls.find(number);
    return place == engine_->calls.end() ? nullptr : place->second;
}

}  // namespace pbxlab::lines::tapi3
