// What is asked of a call that there is: one request of the lines each, or two.
#include <array>
#include <string_view>

#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

void done(Engine& engine, Job& job, LineResult reply) {
    engine.finish(job, reply == 0 ? hresult(S_OK) : engine.error(job, reply));
}

void parked(Engine& engine, Job& job, LineResult reply) {
    if (reply == 0 && job.text != nullptr) *job.text = job.chosen.text;
    done(engine, job, reply);
}

void accepted(Engine& engine, Job& job, LineResult reply) {
    if (reply != 0) return done(engine, job, reply);
    const CallFacts& facts = job.call->facts();
    engine.ask_more(job, engine.app->answer(facts.handle, facts.user_info), done);
}

constexpr std::array kReasons = {DropReason::Plain, DropReason::NotAnswered,
                                 DropReason::Rejected};  // by DISCONNECT_CODE

// The handle to hold, unhold and swap a call by: that of the conference it is a member of.
HCall held_by(const CallFacts& facts) {
    return facts.state == LINECALLSTATE_CONFERENCED ? facts.conference : facts.handle;
}

bool is_ours(const Engine& engine, const Call& call) {
    const auto place = engine.calls.find(call.number());
    return place != engine.calls.end() && place->second == &call;
}

}  // namespace

// Where a call rings only once it is accepted, that is done on the way (LINEADDRCAPFLAGS_
// ACCEPTTOALERT; reference: tapi2-tapi3-map 1, respond).
Returned Call::Answer() {
    if (const HResult refusal = engine_->refuse(Method::Answer, *this); refusal != 0)
        return refusal;
    Job& job = engine_->start(Method::Answer, this);
    Application& app = *engine_->app;
    const bool alerts =
        (engine_->cap_flags(*facts_->address) & LINEADDRCAPFLAGS_ACCEPTTOALERT) != 0;
    if (alerts && facts_->state == LINECALLSTATE_OFFERING)
        return engine_->ask(job, app.accept(facts_->handle), accepted);
    return engine_->ask(job, app.answer(facts_->handle, facts_->user_info), done);
}

Returned Call::Disconnect(std::uint32_t code) {
    if (code > DC_REJECTED) return hresult(E_INVALIDARG);
    const bool over = facts_->finished || facts_->state == LINECALLSTATE_IDLE;
    if (engine_->initialized() && over) return hresult(S_FALSE);
    if (const HResult refusal = engine_->refuse(Method::Disconnect, *this); refusal != 0)
        return refusal;
    Job& job = engine_->start(Method::Disconnect, this);
    return engine_->ask(
        job, engine_->app->drop_as(facts_->handle, kReasons[code], facts_->user_info), done);
}

Returned Call::Hold(VariantBool fHold) {
    const bool hold = fHold != VARIANT_FALSE;
    const std::uint32_t from = 1U << (hold ? CS_CONNECTED : CS_HOLD);
    // A member is held with its conference, and only TAPI 2 can ask for that.
    const bool member = hold && facts_->state == LINECALLSTATE_CONFERENCED;
    if (const HResult refusal = engine_->refuse(Method::Hold, *this, member ? 0 : from);
        refusal != 0)
        return refusal;
    Job& job = engine_->start(Method::Hold, this);
    Application& app = *engine_->app;
    return engine_->ask(job, hold ? app.hold(facts_->handle) : app.unhold(held_by(*facts_)), done);
}

Returned Call::SwapHold(Call* pCall) {
    if (pCall == nullptr) return hresult(E_POINTER);
    if (!is_ours(*engine_, *pCall) || pCall->facts().handle == kNoCall)
        return hresult(E_INVALIDARG);
    if (const HResult refusal = engine_->refuse(Method::SwapHold, *this); refusal != 0)
        return refusal;
    if (pCall->facts().shown != CS_HOLD) return hresult(TAPI_E_INVALCALLSTATE);
    Job& job = engine_->start(Method::SwapHold, this, pCall);
    return engine_->ask(job, engine_->app->swap_hold(held_by(*facts_), held_by(pCall->facts())),
                        done);
}

Returned Call::BlindTransfer(const char* pDestAddress) {
    if (pDestAddress == nullptr) return hresult(E_POINTER);
    if (const HResult refusal = engine_->refuse(Method::BlindTransfer, *this); refusal != 0)
        return refusal;
    Job& job = engine_->start(Method::BlindTransfer, this);
    return engine_->ask(job, engine_->app->blind_transfer(facts_->handle, pDestAddress, 0), done);
}

Returned Call::ParkDirect(const char* pParkAddress) {
    if (pParkAddress == nullptr) return hresult(E_POINTER);
    if (const HResult refusal = engine_->refuse(Method::ParkDirect, *this); refusal != 0)
        return refusal;
    Job& job = engine_->start(Method::ParkDirect, this);
    return engine_->ask(
        job, engine_->app->park(facts_->handle, LINEPARKMODE_DIRECTED, pParkAddress, nullptr),
        parked);
}

Returned Call::ParkIndirect(std::string* ppNonDirAddress) {
    if (ppNonDirAddress == nullptr) return hresult(E_POINTER);
    if (const HResult refusal = engine_->refuse(Method::ParkIndirect, *this); refusal != 0)
        return refusal;
    Job& job = engine_->start(Method::ParkIndirect, this);
    job.text = ppNonDirAddress;
    return engine_->ask(
        job, engine_->app->park(facts_->handle, LINEPARKMODE_NONDIRECTED, nullptr, &job.chosen),
        parked);
}

Returned Call::RemoveFromConference() {
    if (const HResult refusal = engine_->refuse(Method::RemoveFromConference, *this); refusal != 0)
        return refusal;
    if (facts_->state != LINECALLSTATE_CONFERENCED) return hresult(TAPI_E_NOCONFERENCE);
    Job& job = engine_->start(Method::RemoveFromConference, this);
    return engine_->ask(job, engine_->app->remove_from_conference(facts_->handle), done);
}

HResult Call::SetQOS(std::uint32_t lMediaType, std::uint32_t ServiceLevel) {
    const bool level = ServiceLevel >= QSL_NEEDED && ServiceLevel <= QSL_BEST_EFFORT;
    return hresult(are_media_types(lMediaType) && level ? S_OK : E_INVALIDARG);
}

}  // namespace pbxlab::lines::tapi3
