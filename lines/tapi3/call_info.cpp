// ITCallInfo: what is known of a call (itcallinfo-get_callinfolong, -get_callinfostring,
// -getcallinfobuffer).
#include "lines/tapi3/call_info.h"

#include <utility>

namespace pbxlab::lines::tapi3 {

namespace {

// A call of the lines is there to be looked at.
HResult look_at(Engine& engine, Method method, const CallFacts& facts, CallInfo& info) {
    if (!engine.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    if (facts.handle == kNoCall) return hresult(TAPI_E_INVALCALLSTATE);
    const LineResult error = engine.app->get_call_info(facts.handle, &info);
    return error < 0 ? hresult_of(method, error, engine.habits(*facts.address).raw_errors)
                     : hresult(S_OK);
}

// What is missing is an error, or empty, as the provider has it (setting empty_missing_items).
HResult missing(Engine& engine, const CallFacts& facts) {
    const bool empty = engine.habits(*facts.address).empty_missing_items;
    return hresult(empty ? S_OK : TAPI_E_NOITEMS);
}

template <class Item>
HResult get_text(Engine& engine, Method method, CallFacts& facts, const Item* item,
                 std::string* to) {
    if (to == nullptr) return hresult(E_POINTER);
    if (item == nullptr) return hresult(E_INVALIDARG);
    std::string found;
    if (is_to_come(facts) && item->before != nullptr) {
        found = item->before(facts);
    } else {
        CallInfo info;
        const HResult known = look_at(engine, method, facts, info);
        if (failed(known)) return known;
        found = item->live(info);
    }
    const HResult result = found.empty() ? missing(engine, facts) : hresult(S_OK);
    if (!failed(result)) *to = std::move(found);
    return result;
}

}  // namespace

HResult Call::get_CallInfoLong(std::uint32_t CallInfoLong, std::uint32_t* plCallInfoLongVal) {
    if (plCallInfoLongVal == nullptr) return hresult(E_POINTER);
    const LongItem* item = long_item(CallInfoLong);
    if (item == nullptr) return hresult(E_INVALIDARG);
    if (is_to_come(*facts_) && item->before != nullptr) {
        *plCallInfoLongVal = item->before(*facts_);
        return hresult(S_OK);
    }
    CallInfo info;
    const HResult known = look_at(*engine_, Method::GetCallInfoLong, *facts_, info);
    if (failed(known)) return known;
    const std::optional<std::uint32_t> found = item->live(info);
    const HResult result = found ? hresult(S_OK) : missing(*engine_, *facts_);
    if (!failed(result)) *plCallInfoLongVal = found.value_or(0);
    return result;
}

HResult Call::get_CallInfoString(std::uint32_t CallInfoString, std::string* ppCallInfoString) {
    return get_text(*engine_, Method::GetCallInfoString, *facts_, text_item(CallInfoString),
                    ppCallInfoString);
}

HResult Call::GetCallInfoBuffer(std::uint32_t CallInfoBuffer, std::string* ppCallInfoBuffer) {
    return get_text(*engine_, Method::GetCallInfoBuffer, *facts_, bytes_item(CallInfoBuffer),
                    ppCallInfoBuffer);
}

}  // namespace pbxlab::lines::tapi3
