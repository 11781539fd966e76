// The objects of calls and the handles behind them.
#include <algorithm>
#include <utility>

#include "lines/tapi3/call.h"
#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

Call::Call(std::shared_ptr<Engine> engine, std::unique_ptr<CallFacts> facts)
    : engine_{std::move(engine)}, facts_{std::move(facts)} {}

Call::~Call() = default;

std::uint32_t Call::number() const { return facts_->number; }

HResult Call::get_Address(Address** ppAddress) {
    if (ppAddress == nullptr) return hresult(E_POINTER);
    *ppAddress = facts_->address;
    return hresult(S_OK);
}

HResult Call::get_CallState(std::uint32_t* pCallState) {
    if (pCallState == nullptr) return hresult(E_POINTER);
    *pCallState = facts_->shown;
    return hresult(S_OK);
}

HResult Call::get_Privilege(std::uint32_t* pPrivilege) {
    if (pPrivilege == nullptr) return hresult(E_POINTER);
    *pPrivilege = facts_->privilege;
    return hresult(S_OK);
}

void Call::final_release() {
    engine_->released(*this);
    delete this;
}

Ref<Call> Engine::add_call(Address& where) {
    auto facts = std::make_unique<CallFacts>();
    facts->number = ++last_call;
    facts->address = &where;
    Call* call = new Call{shared_from_this(), std::move(facts)};
    calls.emplace(call->number(), call);
    return Ref{call};
}

Call* Engine::call_of(HCall handle) const {
    const auto place = by_handle.find(static_cast<std::uint32_t>(handle));
    return place == by_handle.end() ? nullptr : place->second;
}

Call* Engine::same_call(HCall handle) const {
    const std::uint64_t key = app->call_key(handle);
    for (const auto& [number, call] : calls) {
        const HCall own = call->facts().handle;
        if (own != kNoCall && app->call_key(own) == key) return call;
    }
    return nullptr;
}

std::vector<Ref<Call>> Engine::all_calls() const {
    std::vector<Ref<Call>> all;
    all.reserve(calls.size());
    for (const auto& [number, call] : calls) all.emplace_back(call);
    return all;
}

void Engine::bind(Call& call, HCall handle) {
    CallFacts& facts = call.facts();
    const Ref<Call> known{same_call(handle)};
    if (known && known.get() != &call) give_up(*known, handle);
    if (facts.handle != kNoCall) by_handle.erase(static_cast<std::uint32_t>(facts.handle));
    facts.handle = handle;
    facts.used = true;
    by_handle[static_cast<std::uint32_t>(handle)] = &call;
    std::vector<Message> meant;
    std::erase_if(early, [&](const Message& message) {
        if (HCall{message.device} != handle) return false;
        meant.push_back(message);
        return true;
    });
    for (const Message& message : meant) hear_state(message);
    CallStatus status;
    if (!facts.created || facts.state != LINECALLSTATE_UNKNOWN ||
        app->get_call_status(handle, &status) < 0)
        return;
    // Where the line was lifted by hand the call was there before, and nothing is told of it now.
    if (status.state_entry_time < at) enter(call, status.call_state, status.call_state_mode);
}

// A call that has been made at a line that was lifted by hand may have been told before: its former
// object is over, so that it has one.
void Engine::give_up(Call& call, HCall handle) {
    CallFacts& facts = call.facts();
    by_handle.erase(static_cast<std::uint32_t>(facts.handle));
    const HCall former = std::exchange(facts.handle, kNoCall);
    if (former != handle) app->deallocate_call(former);
    if (facts.shown != CS_DISCONNECTED) show(call, CS_DISCONNECTED, CEC_DISCONNECT_NORMAL);
}

// Where the interface is older than 2.0 a sole owner may not leave a call that lives: it is ended
// first.
void Engine::keep(HCall handle) {
    if (app->deallocate_call(handle) >= 0) return;
    app->drop(handle);
    kept.push_back(handle);
}

void Engine::released(Call& call) {
    CallFacts& facts = call.facts();
    calls.erase(facts.number);
    const auto is_of_call = [&call](const Waiting& each) { return each.call == &call; };
    const auto looked =
        waiting.begin() + static_cast<std::ptrdiff_t>(std::min(looked_from, waiting.size()));
    looked_from = static_cast<std::size_t>(looked - waiting.begin() -
                                           std::count_if(waiting.begin(), looked, is_of_call));
    std::erase_if(waiting, is_of_call);
    for (const auto& [number, other] : calls) {
        if (other->facts().partner == &call) other->facts().partner = nullptr;
    }
    leave_hub(call, true);
    if (facts.handle == kNoCall || app == nullptr) return;
    by_handle.erase(static_cast<std::uint32_t>(facts.handle));
    if (facts.finished && facts.state != LINECALLSTATE_IDLE) {
        kept.push_back(facts.handle);  // in a conference that goes on
    } else {
        keep(facts.handle);
    }
}

void Engine::drop_unclaimed() {
    std::vector<std::uint32_t> over;
    for (const auto& [number, call] : unclaimed) {
        const bool waits = std::ranges::any_of(
            waiting, [&](const Waiting& each) { return each.call == call.get(); });
        if (!waits && call->facts().state == LINECALLSTATE_IDLE) over.push_back(number);
    }
    for (const std::uint32_t number : over) unclaimed.erase(number);
}

}  // namespace pbxlab::lines::tapi3
