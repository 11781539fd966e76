// Consultation: Transfer and Conference call a further party, Finish brings the parties together
// (reference: tapi3-operations 10, tapi2-tapi3-map 3.4 and 3.5).
#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

void consults(Call& consultation, Call& partner, Consulting what) {
    consultation.facts().consulting = what;
    consultation.facts().partner = &partner;
}

Consulting purpose(const Job& job) {
    return job.method == Method::Transfer ? Consulting::Transfer : Consulting::Conference;
}

CallParams params_of(const CallFacts& facts) {
    CallParams params = facts.params;
    params.address_mode = LINEADDRESSMODE_ADDRESSID;
    params.address_id = facts.address->address_id();
    return params;
}

// A consultation call that cannot dial its number is of no use.
void dialled(Engine& engine, Job& job, LineResult reply) {
    if (reply == 0) return engine.await_outcome(job, *job.other);
    engine.app->drop(job.other->facts().handle);
    engine.finish(job, engine.error(job, reply));
}

void set_up(Engine& engine, Job& job, LineResult reply) {
    CallFacts& consultation = job.other->facts();
    if (reply != 0) {
        consultation.used = false;
        return engine.finish(job, engine.error(job, reply));
    }
    if (job.conference != kNoCall) engine.hear_conference_made(job.conference);
    consults(*job.other, *job.call, purpose(job));
    engine.bind(*job.other, job.made);
    engine.ask_more(job,
                    engine.app->dial(consultation.handle, consultation.destination.c_str(),
                                     consultation.country),
                    dialled);
}

void made_after_hold(Engine& engine, Job& job, LineResult reply) {
    if (reply != 0) {
        job.other->facts().used = false;
        return engine.finish(job, engine.error(job, reply));
    }
    consults(*job.other, *job.call, purpose(job));
    engine.bind(*job.other, job.made);
    engine.await_outcome(job, *job.other);
}

// Where the provider has no consultation of its own (LINEADDRCAPFLAGS_TRANSFERMAKE) the call is
// held, and the other one is made like any.
void held(Engine& engine, Job& job, LineResult reply) {
    CallFacts& consultation = job.other->facts();
    if (reply != 0) {
        consultation.used = false;
        return engine.finish(job, engine.error(job, reply));
    }
    LineResult error = 0;
    const HLine line = engine.line_for(*consultation.address, error);
    const CallParams params = params_of(consultation);
    engine.ask_more(job,
                    line == kNoLine
                        ? error
                        : engine.app->make_call(line, &job.made, consultation.destination.c_str(),
                                                consultation.country, &params),
                    made_after_hold);
}

// Both calls are there: the first is held, if it is not yet.
void attached(Engine& engine, Job& job, LineResult reply) {
    if (reply != 0) return engine.finish(job, engine.error(job, reply));
    consults(*job.other, *job.call, purpose(job));
    engine.finish(job, hresult(S_OK));
}

Returned attach(Engine& engine, Job& job) {
    const CallFacts& first = job.call->facts();
    if (first.shown == CS_CONNECTED && first.state != LINECALLSTATE_CONFERENCED)
        return engine.ask(job, engine.app->hold(first.handle), attached);
    consults(*job.other, *job.call, purpose(job));
    engine.finish_at_once(job);
    return hresult(S_OK);
}

LineResult request_of(Engine& engine, Job& job) {
    const CallFacts& first = job.call->facts();
    const CallParams params = params_of(job.other->facts());
    Application& app = *engine.app;
    if (job.method == Method::Transfer) return app.setup_transfer(first.handle, &job.made, &params);
    if (first.state == LINECALLSTATE_CONFERENCED)
        return app.prepare_add_to_conference(first.conference, &job.made, &params);
    return app.setup_conference(first.handle, kNoLine, &job.conference, &job.made, 0, &params);
}

Returned consult(Engine& engine, Job& job) {
    const CallFacts& first = job.call->facts();
    job.other->facts().used = true;
    const LineResult request = request_of(engine, job);
    const bool by_hand = job.method == Method::Transfer &&
                         request == line_error(LINEERR_OPERATIONUNAVAIL) &&
                         engine.profile(*first.address).consult_model == ConsultModel::Make;
    const Ref<Call> other = job.other;
    const Returned returned = by_hand ? engine.ask(job, engine.app->hold(first.handle), held)
                                      : engine.ask(job, request, set_up);
    if (returned.pending == 0) other->facts().used = false;
    return returned;
}

Returned begin(Engine& engine, Method method, Call& call, Call* other, bool sync) {
    if (other == nullptr) return hresult(E_POINTER);
    const auto known = engine.calls.find(other->number());
    const bool ours = known != engine.calls.end() && known->second == other && other != &call;
    const CallFacts& second = other->facts();
    if (!ours || second.address->device() != call.facts().address->device())
        return hresult(E_INVALIDARG);
    const bool fresh = second.shown == CS_IDLE && second.created && !second.used;
    if (fresh && !second.has_destination) return hresult(E_INVALIDARG);
    if (second.shown != CS_IDLE && second.handle == kNoCall) return hresult(E_INVALIDARG);  // gone
    // A member of a conference that is being consulted for, and what only is held, cannot begin.
    const std::uint32_t states = fresh ? 1U << CS_CONNECTED : (1U << CS_CONNECTED | 1U << CS_HOLD);
    if (const HResult refusal = engine.refuse(method, call, states); refusal != 0) return refusal;
    if (!fresh && second.shown != CS_CONNECTED) return hresult(TAPI_E_INVALCALLSTATE);
    if (second.privilege != CP_OWNER) return hresult(TAPI_E_NOTOWNER);
    Job& job = engine.start(method, &call, other);
    job.sync = sync;
    return fresh ? consult(engine, job) : attach(engine, job);
}

// The consultation call is a member now. Some providers end its object with that (setting
// finish_conference).
void joined(Engine& engine, Job& job, LineResult reply) {
    if (reply != 0) return engine.finish(job, engine.error(job, reply));
    if (job.conference != kNoCall) engine.hear_conference_made(job.conference);
    CallFacts& facts = job.call->facts();
    facts.consulting = Consulting::Nothing;
    facts.partner = nullptr;
    if (engine.habits(*facts.address).finish_conference == CS_DISCONNECTED) {
        facts.finished = true;
        engine.show(*job.call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL);
    }
    engine.finish(job, hresult(S_OK));
}

void transferred(Engine& engine, Job& job, LineResult reply) {
    if (reply != 0) job.call->facts().sent_on = false;
    engine.finish(job, reply == 0 ? hresult(S_OK) : engine.error(job, reply));
}

// The request names the held call first and the connected one second, whichever is which by now
// (reference: tapi2-tapi3-map 3.4).
Returned complete(Engine& engine, Job& job, Call& partner, std::uint32_t mode) {
    Call& own = *job.call;
    const bool swapped = own.facts().shown == CS_HOLD;
    const HCall first = (swapped ? own : partner).facts().handle;
    const HCall second = (swapped ? partner : own).facts().handle;
    const bool conference = mode == LINETRANSFERMODE_CONFERENCE;
    const LineResult request =
        engine.app->complete_transfer(first, second, conference ? &job.conference : nullptr, mode);
    own.facts().sent_on = !conference && request >= 0;
    return engine.ask(job, request, conference ? joined : transferred);
}

}  // namespace

Returned Call::Transfer(Call* pCall, VariantBool fSync) {
    return begin(*engine_, Method::Transfer, *this, pCall, fSync != VARIANT_FALSE);
}

Returned Call::Conference(Call* pCall, VariantBool fSync) {
    return begin(*engine_, Method::Conference, *this, pCall, fSync != VARIANT_FALSE);
}

Returned Call::Finish(std::uint32_t finishMode) {
    if (finishMode > FM_ASCONFERENCE) return hresult(E_INVALIDARG);
    if (const HResult refusal = engine_->refuse(Method::Finish, *this); refusal != 0)
        return refusal;
    Call* partner = facts_->partner;
    const bool conference = facts_->consulting == Consulting::Conference;
    const bool usable = facts_->consulting != Consulting::Nothing && partner != nullptr &&
                        partner->facts().handle != kNoCall;
    if (!usable || (conference && finishMode == FM_ASTRANSFER))
        return hresult(TAPI_E_INVALCALLSTATE);
    Job& job = engine_->start(Method::Finish, this, partner);
    const CallFacts& member = partner->facts();
    if (conference && member.state == LINECALLSTATE_CONFERENCED)
        return engine_->ask(job, engine_->app->add_to_conference(member.conference, facts_->handle),
                            joined);
    return complete(
        *engine_, job, *partner,
        finishMode == FM_ASTRANSFER ? LINETRANSFERMODE_TRANSFER : LINETRANSFERMODE_CONFERENCE);
}

}  // namespace pbxlab::lines::tapi3
