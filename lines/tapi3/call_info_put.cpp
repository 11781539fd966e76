// ITCallInfo: what the application writes, for a call to be made or on one that there is
// (itcallinfo-put_callinfolong, -put_callinfostring, -setcallinfobuffer).
#include "lines/tapi3/call_info.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

void done(Engine& engine, Job& job, LineResult reply) {
    engine.finish(job, reply == 0 ? hresult(S_OK) : engine.error(job, reply));
}

// What comes of a request that has been made: at once, or with its reply.
Returned outcome(Engine& engine, Method method, Call& call, LineResult request) {
    const bool raw = engine.habits(*call.facts().address).raw_errors;
    if (request < 0) return hresult_of(method, request, raw);
    if (request == 0) return hresult(S_OK);
    return engine.ask(engine.start(method, &call), request, done);
}

// Whether its owner could put something on the call as it stands.
HResult refuse(const Engine& engine, const CallFacts& facts) {
    if (!engine.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    if (facts.handle == kNoCall && !is_to_come(facts)) return hresult(TAPI_E_INVALCALLSTATE);
    return hresult(facts.privilege == CP_OWNER ? S_OK : TAPI_E_NOTOWNER);
}

// The application has no part in what neither a call to be made nor one that there is takes from
// it.
template <class Item>
bool is_writable(const Item* item) {
    return item != nullptr && (item->before != nullptr || item->put != nullptr);
}

HResult check_media(const Engine& engine, const CallFacts& facts, std::uint32_t types) {
    const std::uint32_t offered = media_types_of(engine.profile(*facts.address).media_modes);
    const bool known = are_media_types(types) && (types & ~offered) == 0;
    return hresult(known ? S_OK : TAPI_E_INVALIDMEDIATYPE);
}

}  // namespace

Returned Call::put_CallInfoLong(std::uint32_t CallInfoLong, std::uint32_t lCallInfoLongVal) {
    const LongItem* item = long_item(CallInfoLong);
    if (!is_writable(item)) return hresult(E_INVALIDARG);
    if (const HResult refusal = refuse(*engine_, *facts_); failed(refusal)) return refusal;
    const bool media = CallInfoLong == CIL_MEDIATYPESAVAILABLE;
    if (media) {
        const HResult refusal = check_media(*engine_, *facts_, lCallInfoLongVal);
        if (failed(refusal)) return refusal;
    }
    if (!is_to_come(*facts_)) {
        if (item->put == nullptr) return hresult(TAPI_E_INVALCALLSTATE);
        return outcome(*engine_, Method::PutCallInfoLong, *this,
                       item->put(*engine_, *facts_, lCallInfoLongVal));
    }
    if (item->before == nullptr) return hresult(TAPI_E_INVALCALLSTATE);
    item->before(*facts_) = lCallInfoLongVal;
    const std::uint32_t offered = engine_->profile(*facts_->address).media_modes;
    if (media) facts_->params.media_mode = media_modes_to_make(lCallInfoLongVal, offered);
    return hresult(S_OK);
}

// Texts go with a call from its beginning.
Returned Call::put_CallInfoString(std::uint32_t CallInfoString, const char* pCallInfoString) {
    if (pCallInfoString == nullptr) return hresult(E_POINTER);
    const TextItem* item = text_item(CallInfoString);
    if (item == nullptr || item->before == nullptr) return hresult(E_INVALIDARG);
    if (const HResult refusal = refuse(*engine_, *facts_); failed(refusal)) return refusal;
    if (!is_to_come(*facts_)) return hresult(TAPI_E_INVALCALLSTATE);
    item->before(*facts_) = pCallInfoString;
    return hresult(S_OK);
}

// User-user information of a call that is offered goes with what becomes of it (Answer,
// Disconnect).
Returned Call::SetCallInfoBuffer(std::uint32_t CallInfoBuffer, std::string_view pCallInfoBuffer) {
    const BytesItem* item = bytes_item(CallInfoBuffer);
    if (!is_writable(item)) return hresult(E_INVALIDARG);
    if (const HResult refusal = refuse(*engine_, *facts_); failed(refusal)) return refusal;
    const bool offered = facts_->shown == CS_OFFERING && facts_->handle != kNoCall;
    if (item->before != nullptr && (is_to_come(*facts_) || offered)) {
        item->before(*facts_) = pCallInfoBuffer;
        return hresult(S_OK);
    }
    if (is_to_come(*facts_)) return hresult(TAPI_E_INVALCALLSTATE);
    return outcome(*engine_, Method::SetCallInfoBuffer, *this,
                   item->put(*engine_, *facts_, pCallInfoBuffer));
}

Returned Call::ReleaseUserUserInfo() {
    if (const HResult refusal = refuse(*engine_, *facts_); failed(refusal)) return refusal;
    if (is_to_come(*facts_)) return hresult(TAPI_E_INVALCALLSTATE);
    return outcome(*engine_, Method::ReleaseUserUserInfo, *this,
                   engine_->app->release_user_user_info(facts_->handle));
}

}  // namespace pbxlab::lines::tapi3
