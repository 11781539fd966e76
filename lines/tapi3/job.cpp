// Methods that wait: what they have asked of the lines, and what they return in the end.
#include <algorithm>
#include <utility>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

// What a Connect that waited returns when the call ended for this cause (reference:
// tapi3-operations 10, Connect).
struct Outcome {
    std::uint32_t cause;
    std::uint32_t code;
};
constexpr Outcome kOutcomes[] = {
    {CEC_DISCONNECT_BUSY, TAPI_E_DESTBUSY},          {CEC_DISCONNECT_NOANSWER, TAPI_E_DESTNOANSWER},
    {CEC_DISCONNECT_BADADDRESS, TAPI_E_DESTUNAVAIL}, {CEC_DISCONNECT_REJECTED, TAPI_E_DROPPED},
    {CEC_DISCONNECT_CANCELLED, TAPI_E_DROPPED},      {CEC_DISCONNECT_NORMAL, TAPI_E_DROPPED},
    {CEC_DISCONNECT_BLOCKED, TAPI_E_DESTUNAVAIL},
};

HResult outcome(std::uint32_t cause, ConnectFailure how) {
    if (how == ConnectFailure::Dropped) return hresult(TAPI_E_DROPPED);
    if (how == ConnectFailure::ByCause) {
        for (const Outcome& row : kOutcomes) {
            if (row.cause == cause) return hresult(row.code);
        }
    }
    return hresult(TAPI_E_OPERATIONFAILED);
}

}  // namespace

Job& Engine::start(Method method, Call* call, Call* other) {
    Job& job = jobs.emplace_back();
    job.number = ++last_job;
    job.method = method;
    job.call = Ref{call};
    job.other = Ref{other};
    job.call_number = call != nullptr ? call->number() : 0;
    job.other_number = other != nullptr ? other->number() : 0;
    job.address = call != nullptr ? call->facts().address : nullptr;
    return job;
}

Returned Engine::ask(Job& job, LineResult request, JobStep go_on) {
    if (request < 0) {
        const HResult result = error(job, request);
        finish_at_once(job);
        return result;
    }
    const std::uint32_t number = job.number;
    job.limit = telephony.scheduler().set(kPatience, *this, kTimeOut, number);
    ask_more(job, request, go_on);
    return Returned::later(number);
}

void Engine::ask_more(Job& job, LineResult request, JobStep go_on) {
    job.request = request > 0 ? request : 0;
    job.next = go_on;
    if (request < 0) return finish(job, error(job, request));
    if (request == 0) go_on(*this, job, 0);
}

void Engine::finish(Job& job, HResult result) {
    telephony.scheduler().cancel(job.limit);
    if (!job.returned) {
        const bool first = job.address != nullptr && habits(*job.address).return_first;
        put_return(job.number, result, first);
    }
    std::erase_if(jobs, [&job](const Job& each) { return &each == &job; });
}

void Engine::finish_at_once(Job& job) {
    std::erase_if(jobs, [&job](const Job& each) { return &each == &job; });
}

HResult Engine::error(const Job& job, LineResult error) const {
    return hresult_of(job.method, error, job.address != nullptr && habits(*job.address).raw_errors);
}

void Engine::await_outcome(Job& job, Call& call) {
    if (!job.sync || job.returned) return finish(job, hresult(S_OK));
    job.outcome = true;
    job.awaited = &call;
    job.request = 0;
    outcome_of(call);
}

void Engine::outcome_of(Call& call) {
    const Ref<Call> held{&call};  // a job may have the last reference
    const CallFacts& facts = call.facts();
    const bool come = facts.shown == CS_CONNECTED || facts.shown == CS_HOLD;
    if (!come && facts.shown != CS_DISCONNECTED) return;
    std::vector<Job*> meant;
    for (Job& job : jobs) {
        if (job.outcome && job.awaited == &call) meant.push_back(&job);
    }
    for (Job* job : meant) {
        const ConnectFailure how = habits(*facts.address).connect_failure;
        finish(*job, come ? hresult(S_OK) : outcome(facts.cause, how));
    }
}

void Engine::replied(LineResult request, LineResult result) {
    const auto job =
        std::ranges::find_if(jobs, [request](const Job& each) { return each.request == request; });
    if (job == jobs.end()) return;
    job->request = 0;
    if (job->returned && !take_up_again(*job)) return;
    job->next(*this, *job, result);
}

bool Engine::take_up_again(Job& job) {
    const auto find = [this](std::uint32_t number) {
        const auto place = calls.find(number);
        return Ref<Call>{place == calls.end() ? nullptr : place->second};
    };
    job.call = find(job.call_number);
    job.other = find(job.other_number);
    const bool there = (job.call_number == 0 || job.call) && (job.other_number == 0 || job.other);
    if (there) return true;
    if (job.conference != kNoCall) hear_conference_made(job.conference);
    if (job.made != kNoCall) keep(job.made);
    finish(job, hresult(S_OK));
    return false;
}

void Engine::give_up_jobs(const std::vector<Address*>& closed) {
    std::vector<Job*> lost;
    for (Job& job : jobs) {
        if (job.request != 0 && std::ranges::find(closed, job.address) != closed.end())
            lost.push_back(&job);
    }
    for (Job* job : lost) {
        for (const Ref<Call>* call : {&job->call, &job->other}) {
            if (*call && (*call)->facts().handle == kNoCall && (*call)->facts().shown == CS_IDLE)
                (*call)->facts().used = false;
        }
        finish(*job, hresult(TAPI_E_OPERATIONFAILED));
    }
}

// The method returns; what it asked for goes on, and what comes of that is still done.
void Engine::on_timer(std::uint32_t what, std::uint64_t argument) {
    if (what == kLook) return static_cast<void>(look());
    const auto job =
        std::ranges::find_if(jobs, [argument](const Job& each) { return each.number == argument; });
    if (job == jobs.end()) return;
    if (job->request == 0) return finish(*job, hresult(TAPI_E_TIMEOUT));
    put_return(job->number, hresult(TAPI_E_TIMEOUT), false);
    job->returned = true;
    job->text = nullptr;
    job->call.reset();
    job->other.reset();
}

}  // namespace pbxlab::lines::tapi3
