// What of the kinds that the application asked for is told of one address or one call (ITAddress2,
// ITCallInfo2; reference: tapi3-operations 3.5). What no filter speaks of is told.
#include <bit>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

using Filter = std::map<std::pair<std::uint32_t, std::uint32_t>, bool>;

HResult put(Filter& filter, std::uint32_t event, std::uint32_t detail, VariantBool enable) {
    const bool truth = enable == VARIANT_TRUE || enable == VARIANT_FALSE;
    if (!std::has_single_bit(event) || !truth) return hresult(E_INVALIDARG);
    filter[{event, detail}] = enable == VARIANT_TRUE;
    return hresult(S_OK);
}

HResult get(const Filter& filter, std::uint32_t event, std::uint32_t detail, VariantBool* enable) {
    if (enable == nullptr) return hresult(E_POINTER);
    if (!std::has_single_bit(event)) return hresult(E_INVALIDARG);
    const auto place = filter.find({event, detail});
    *enable = place == filter.end() || place->second ? VARIANT_TRUE : VARIANT_FALSE;
    return hresult(S_OK);
}

}  // namespace

HResult Address::put_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent,
                                 VariantBool bEnable) {
    return put(filter_, TapiEvent, lSubEvent, bEnable);
}

HResult Address::get_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent,
                                 VariantBool* pEnable) {
    return get(filter_, TapiEvent, lSubEvent, pEnable);
}

HResult Call::put_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent,
                              VariantBool bEnable) {
    return put(facts_->filter, TapiEvent, lSubEvent, bEnable);
}

HResult Call::get_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent,
                              VariantBool* pEnable) {
    return get(facts_->filter, TapiEvent, lSubEvent, pEnable);
}

}  // namespace pbxlab::lines::tapi3
