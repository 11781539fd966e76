// ITAddressTranslation: lineTranslateAddress for the line of an address, from the current location
// (itaddresstranslation-translateaddress; reference: tapi3-operations 9).
#include <utility>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

HResult translate_caps(Engine& engine, Method method, TranslateCaps& caps) {
    if (!engine.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    const LineResult error = engine.app->get_translate_caps(kTapi31, &caps);
    return error < 0 ? hresult_of(method, error, false) : hresult(S_OK);
}

}  // namespace

HResult Address::TranslateAddress(const char* pAddressToTranslate, std::uint32_t lCard,
                                  std::uint32_t lTranslateOptions,
                                  AddressTranslationInfo* ppTranslated) {
    if (pAddressToTranslate == nullptr || ppTranslated == nullptr) return hresult(E_POINTER);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    TranslateOutput output;
    const LineResult error = engine_.app->translate_address(device_, kTapi31, pAddressToTranslate,
                                                            lCard, lTranslateOptions, &output);
    if (error < 0)
        return hresult_of(Method::TranslateAddress, error, engine_.habits(*this).raw_errors);
    *ppTranslated = {.dialable_string = std::move(output.dialable),
                     .displayable_string = std::move(output.displayable),
                     .current_country_code = output.current_country,
                     .destination_country_code = output.dest_country,
                     .translation_results = output.translate_results};
    return hresult(S_OK);
}

HResult Address::EnumerateLocations(std::vector<LocationEntry>* ppEnumLocation) {
    if (ppEnumLocation == nullptr) return hresult(E_POINTER);
    TranslateCaps caps;
    const HResult known = translate_caps(engine_, Method::EnumerateLocations, caps);
    if (failed(known)) return known;
    *ppEnumLocation = std::move(caps.locations);
    return hresult(S_OK);
}

HResult Address::EnumerateCallingCards(std::vector<CardEntry>* ppEnumCallingCard) {
    if (ppEnumCallingCard == nullptr) return hresult(E_POINTER);
    TranslateCaps caps;
    const HResult known = translate_caps(engine_, Method::EnumerateCallingCards, caps);
    if (failed(known)) return known;
    *ppEnumCallingCard = std::move(caps.cards);
    return hresult(S_OK);
}

}  // namespace pbxlab::lines::tapi3
