// ITTAPI: which program comes first for calls and for what other programs ask for
// (ittapi-setapplicationpriority, ittapi-setassistedtelephonypriority,
// ittapi-registerrequestrecipient).
#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

HResult Tapi::SetApplicationPriority(const char* pAppFilename, std::uint32_t lMediaType,
                                     VariantBool fPriority) {
    if (pAppFilename == nullptr) return hresult(E_POINTER);
    if (!engine_->initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    if (!are_media_types(lMediaType)) return hresult(TAPI_E_INVALIDMEDIATYPE);
    const LineResult result = engine_->app->set_app_priority(
        pAppFilename, media_modes_to_own(lMediaType), 0, fPriority != VARIANT_FALSE ? 1 : 0);
    return result < 0 ? hresult_of(Method::SetApplicationPriority, result, false) : hresult(S_OK);
}

HResult Tapi::SetAssistedTelephonyPriority(const char* pAppFilename, VariantBool fPriority) {
    if (pAppFilename == nullptr) return hresult(E_POINTER);
    if (!engine_->initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    const LineResult result = engine_->app->set_app_priority(
        pAppFilename, 0, LINEREQUESTMODE_MAKECALL, fPriority != VARIANT_FALSE ? 1 : 0);
    return result < 0 ? hresult_of(Method::SetAssistedTelephonyPriority, result, false)
                      : hresult(S_OK);
}

HResult Tapi::RegisterRequestRecipient(std::uint32_t lRegistrationInstance,
                                       std::uint32_t lRequestMode, VariantBool fEnable) {
    if (!engine_->initialized()) return hresult(E_INVALIDARG);
    const LineResult result = engine_->app->register_request_recipient(
        lRegistrationInstance, lRequestMode, fEnable != VARIANT_FALSE);
    return result < 0 ? hresult_of(Method::RegisterRequestRecipient, result, false) : hresult(S_OK);
}

}  // namespace pbxlab::lines::tapi3
