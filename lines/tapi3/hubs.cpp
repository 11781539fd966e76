// Call hubs: the calls that have one LINECALLINFO.dwCallID (reference: tapi3-operations 13,
// tapi2-tapi3-map 9).
#include <algorithm>
#include <utility>

#include "lines/tapi3/call_hub.h"
#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

CallHub::CallHub(std::shared_ptr<Engine> engine, std::uint32_t number, std::uint32_t call_id)
    : engine_{std::move(engine)}, number_{number}, call_id_{call_id} {}

CallHub::~CallHub() = default;

HResult CallHub::EnumerateCalls(std::vector<Ref<Call>>* ppEnumCall) {
    if (ppEnumCall == nullptr) return hresult(E_POINTER);
    ppEnumCall->clear();
    for (Call* call : calls_) ppEnumCall->emplace_back(call);
    // Only then: what stands there may have been the last reference.
    for (const Ref<Call>& call : *ppEnumCall) engine_->unclaimed.erase(call->number());
    return hresult(S_OK);
}

HResult CallHub::get_NumCalls(std::uint32_t* plCalls) {
    if (plCalls == nullptr) return hresult(E_POINTER);
    *plCalls = static_cast<std::uint32_t>(calls_.size());
    return hresult(S_OK);
}

HResult CallHub::get_State(std::uint32_t* pState) {
    if (pState == nullptr) return hresult(E_POINTER);
    *pState = calls_.empty() ? CHS_IDLE : CHS_ACTIVE;
    return hresult(S_OK);
}

// The call that stands for a conference goes first: with it the members are let go as the provider
// has it. What the application does not own it leaves alone.
HResult CallHub::Clear() {
    const std::vector<Call*> all = calls_;
    if (engine_->app == nullptr) return hresult(S_OK);
    for (Call* call : all) {
        const CallFacts& facts = call->facts();
        if (facts.state == LINECALLSTATE_CONFERENCED && facts.conference != kNoCall)
            engine_->app->drop(facts.conference);
    }
    for (Call* call : all) engine_->app->drop(call->facts().handle);
    return hresult(S_OK);
}

HResult Call::get_CallHub(Ref<CallHub>* ppCallHub) {
    if (ppCallHub == nullptr) return hresult(E_POINTER);
    if (!facts_->hub) return hresult(E_PENDING);
    *ppCallHub = facts_->hub;
    return hresult(S_OK);
}

namespace {

// Of a hub whose id has gone with a call that left it.
constexpr std::uint32_t kNoCallId = 0xFFFF'FFFF;

bool has_hub_now(const Engine& engine, const CallFacts& facts) {
    if (std::ranges::find(engine.untracked, facts.address) != engine.untracked.end()) return false;
    const Tapi3Habits& habits = engine.habits(*facts.address);
    if (!habits.tracks_hubs) return false;
    switch (habits.hub_from) {
        case HubFrom::Idle:
        case HubFrom::FirstState: return true;
        case HubFrom::Connected: return facts.connected;
        case HubFrom::Never: return false;
    }
    return false;
}

}  // namespace

// A conference has the hub of its first member; the others join it. Each other call has that of its
// own id.
void Engine::place_in_hub(Call& call) {
    CallFacts& facts = call.facts();
    if (facts.handle == kNoCall || facts.finished || !has_hub_now(*this, facts)) return;
    const std::uint32_t id = app->call_id(facts.handle);
    if (id == 0) return;
    const bool member = facts.state == LINECALLSTATE_CONFERENCED && facts.conference != kNoCall;
    const bool was_member = std::exchange(facts.hub_member, member);
    const HCall conference = member ? facts.conference : kNoCall;
    CallHub* own = facts.hub.get();
    if (own != nullptr && keeps_hub(call, conference, id, was_member)) {
        own->conference_ = member || !was_member ? own->conference_ : kNoCall;
        if (member) own->conference_ = conference;
        own->call_id_ = own->call_id_ == 0 ? id : own->call_id_;
        return;
    }
    if (own != nullptr && own->call_id_ == id) own->call_id_ = kNoCallId;
    leave_hub(call);
    const auto there = std::ranges::find_if(hubs, [&](const Ref<CallHub>& hub) {
        return member ? hub->conference_ == conference : hub->call_id_ == id;
    });
    const Ref<CallHub> hub = there != hubs.end() ? *there : add_hub(id, conference);
    hub->calls_.push_back(&call);
    facts.hub = hub;
    tell_hub(*hub, CHE_CALLJOIN, &call);
}

Ref<CallHub> Engine::add_hub(std::uint32_t call_id, HCall conference) {
    Ref<CallHub> hub{new CallHub{shared_from_this(), ++last_hub, call_id}};
    hub->conference_ = conference;
    hubs.push_back(hub);
    tell_hub(*hub, CHE_CALLHUBNEW, nullptr);
    return hub;
}

// Whether the hub that the call has is still the one it belongs to.
bool Engine::keeps_hub(const Call& call, HCall conference, std::uint32_t call_id,
                       bool was_member) const {
    const CallHub& own = *call.facts().hub;
    if (own.call_id_ == 0) {  // it had one before there was a call
        return std::ranges::none_of(
            hubs, [=](const Ref<CallHub>& hub) { return hub->call_id_ == call_id; });
    }
    if (conference != kNoCall) {
        if (own.conference_ == conference) return true;
        const bool there = std::ranges::any_of(
            hubs, [=](const Ref<CallHub>& hub) { return hub->conference_ == conference; });
        return !there && own.conference_ == kNoCall;  // it is the first
    }
    if (!was_member) return own.call_id_ == call_id;
    // The conference is over for it, or for all.
    return std::ranges::none_of(own.calls_, [](const Call* other) {
        return other->facts().state == LINECALLSTATE_CONFERENCED;
    });
}

void Engine::give_hub(Call& call) {
    if (!has_hub_now(*this, call.facts()) ||
        habits(*call.facts().address).hub_from != HubFrom::Idle)
        return;
    call.facts().hub = add_hub(0, kNoCall);
    call.facts().hub->calls_.push_back(&call);
    tell_hub(*call.facts().hub, CHE_CALLJOIN, &call);
}

void Engine::leave_hub(Call& call, bool gone) {
    const Ref<CallHub> hub = std::exchange(call.facts().hub, {});
    if (!hub || std::erase(hub->calls_, &call) == 0) return;
    tell_hub(*hub, CHE_CALLLEAVE, gone ? nullptr : &call);
    if (!hub->calls_.empty()) return;
    tell_hub(*hub, CHE_CALLHUBIDLE, nullptr);
    std::erase(hubs, hub);
}

void Engine::tell_hub(CallHub& hub, std::uint32_t detail, Call* call) {
    Event event{.kind = TE_CALLHUB, .detail = detail, .call = Ref{call}, .hub = Ref{&hub}};
    if (call != nullptr) event.address = call->facts().address;
    tell(std::move(event));
}

}  // namespace pbxlab::lines::tapi3
