// Giving a call to another application (reference: tapi3-operations 10, HandoffDirect).
#include <bit>
#include <string_view>

#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

// A path names the program at its end.
std::string file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return std::string{slash == std::string_view::npos ? path : path.substr(slash + 1)};
}

// The call goes on with the other application alone; here it is watched. Who hands it to itself
// stays its owner.
Returned given(Engine& engine, Call& call) {
    CallFacts& facts = call.facts();
    if (engine.app->set_call_privilege(facts.handle, LINECALLPRIVILEGE_MONITOR) < 0)
        return hresult(S_OK);
    facts.privilege = CP_MONITOR;
    engine.tell_call(call, TE_CALLINFOCHANGE, CIC_PRIVILEGE);
    return hresult(S_OK);
}

void dropped(Engine& engine, Job& job, LineResult /*reply*/) {
    engine.finish(job, engine.error(job, static_cast<LineResult>(job.value)));
}

// Nobody takes it: the call is disconnected, where the provider has it so.
Returned failed_with(Engine& engine, Method method, Call& call, LineResult error) {
    const Tapi3Habits& habits = engine.habits(*call.facts().address);
    if (!habits.failed_handoff_disconnects) return hresult_of(method, error, habits.raw_errors);
    const LineResult request = engine.app->drop(call.facts().handle);
    if (request < 0) return hresult_of(method, error, habits.raw_errors);
    Job& job = engine.start(method, &call);
    job.value = static_cast<std::uint32_t>(error);
    return engine.ask(job, request, dropped);
}

}  // namespace

Returned Call::HandoffDirect(const char* pApplicationName) {
    if (pApplicationName == nullptr) return hresult(E_POINTER);
    if (const HResult refusal = engine_->refuse(Method::HandoffDirect, *this); refusal != 0)
        return refusal;
    const std::string name = file_name(pApplicationName);
    Application& app = *engine_->app;
    const LineResult result = app.may_take(facts_->handle, name)
                                  ? app.hand_off(facts_->handle, name.c_str(), 0)
                                  : line_error(LINEERR_TARGETNOTFOUND);
    if (result >= 0) return given(*engine_, *this);
    return failed_with(*engine_, Method::HandoffDirect, *this, result);
}

Returned Call::HandoffIndirect(std::uint32_t lMediaType) {
    if (!std::has_single_bit(lMediaType) || !are_media_types(lMediaType))
        return hresult(E_INVALIDARG);
    if (const HResult refusal = engine_->refuse(Method::HandoffIndirect, *this); refusal != 0)
        return refusal;
    LineResult result = line_error(LINEERR_TARGETNOTFOUND);
    for (const std::uint32_t mode : media_modes_to_hand_off(lMediaType)) {
        if (mode == 0 || result != line_error(LINEERR_TARGETNOTFOUND)) break;
        result = engine_->app->hand_off(facts_->handle, nullptr, mode);
    }
    if (result >= 0) return given(*engine_, *this);
    return failed_with(*engine_, Method::HandoffIndirect, *this, result);
}

}  // namespace pbxlab::lines::tapi3
