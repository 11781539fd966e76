// Calls that an object is there for before them: Connect, Unpark, Pickup; and Dial.
#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

CallParams params_of(const CallFacts& facts) {
    CallParams params = facts.params;
    params.address_mode = LINEADDRESSMODE_ADDRESSID;
    params.address_id = facts.address->address_id();
    params.user_user_info = facts.user_info;
    return params;
}

const char* destination_of(const CallFacts& facts) {
    return facts.has_destination ? facts.destination.c_str() : nullptr;
}

// The provider has taken it on, or not: then the object is as it was before.
bool made(Engine& engine, Job& job, LineResult reply) {
    if (reply == 0) {
        engine.bind(*job.call, job.made);
        return true;
    }
    job.call->facts().used = false;
    engine.finish(job, engine.error(job, reply));
    return false;
}

void connected(Engine& engine, Job& job, LineResult reply) {
    if (made(engine, job, reply)) engine.await_outcome(job, *job.call);
}

void taken_over(Engine& engine, Job& job, LineResult reply) {
    if (made(engine, job, reply)) engine.finish(job, hresult(S_OK));
}

void passed_on(Engine& engine, Job& job, LineResult reply) {
    engine.finish(job, reply == 0 ? hresult(S_OK) : engine.error(job, reply));
}

// Makes the call of the lines for an object that has none.
template <class Request>
Returned make(Engine& engine, Method method, Call& call, bool sync, JobStep next, Request request) {
    if (const HResult refusal = engine.refuse(method, call); refusal != 0) return refusal;
    LineResult error = 0;
    const HLine line = engine.line_for(*call.facts().address, error);
    if (line == kNoLine) return hresult_of(method, error, false);
    Job& job = engine.start(method, &call);
    job.sync = sync;
    call.facts().used = true;
    const Returned returned = engine.ask(job, request(line, job), next);
    if (returned.pending == 0) call.facts().used = false;
    return returned;
}

}  // namespace

Returned Call::Connect(VariantBool fSync) {
    return make(*engine_, Method::Connect, *this, fSync != VARIANT_FALSE, connected,
                [this](HLine line, Job& job) {
                    const CallParams params = params_of(*facts_);
                    return engine_->app->make_call(line, &job.made, destination_of(*facts_),
                                                   facts_->country, &params);
                });
}

Returned Call::Unpark() {
    return make(*engine_, Method::Unpark, *this, false, taken_over, [this](HLine line, Job& job) {
        return engine_->app->unpark(line, facts_->address->address_id(), &job.made,
                                    facts_->destination.c_str());
    });
}

Returned Call::Pickup(const char* pGroupID) {
    const bool group = pGroupID != nullptr && *pGroupID != '\0';
    return make(*engine_, Method::Pickup, *this, false, taken_over, [&](HLine line, Job& job) {
        return engine_->app->pickup(line, facts_->address->address_id(), &job.made,
                                    destination_of(*facts_), group ? pGroupID : nullptr);
    });
}

Returned Call::Dial(const char* pDestAddress) {
    if (pDestAddress == nullptr) return hresult(E_POINTER);
    if (const HResult refusal = engine_->refuse(Method::Dial, *this); refusal != 0) return refusal;
    Job& job = engine_->start(Method::Dial, this);
    return engine_->ask(job, engine_->app->dial(facts_->handle, pDestAddress, 0), passed_on);
}

}  // namespace pbxlab::lines::tapi3
