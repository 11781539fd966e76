// What the lines tell becomes events (reference: tapi3-operations 3, tapi2-tapi3-map 5).
#include <algorithm>
#include <utility>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

struct Bit {
    std::uint32_t bit;
    std::uint32_t told;
};

constexpr Bit kInfo[] = {
    // LINECALLINFOSTATE_ and CALLINFOCHANGE_CAUSE
    {LINECALLINFOSTATE_OTHER, CIC_OTHER},
    {LINECALLINFOSTATE_DEVSPECIFIC, CIC_DEVSPECIFIC},
    {LINECALLINFOSTATE_BEARERMODE, CIC_BEARERMODE},
    {LINECALLINFOSTATE_RATE, CIC_RATE},
    {LINECALLINFOSTATE_MEDIAMODE, CIC_MEDIATYPE},
    {LINECALLINFOSTATE_APPSPECIFIC, CIC_APPSPECIFIC},
    {LINECALLINFOSTATE_CALLID, CIC_CALLID},
    {LINECALLINFOSTATE_RELATEDCALLID, CIC_RELATEDCALLID},
    {LINECALLINFOSTATE_ORIGIN, CIC_ORIGIN},
    {LINECALLINFOSTATE_REASON, CIC_REASON},
    {LINECALLINFOSTATE_COMPLETIONID, CIC_COMPLETIONID},
    {LINECALLINFOSTATE_NUMOWNERINCR, CIC_NUMOWNERINCR},
    {LINECALLINFOSTATE_NUMOWNERDECR, CIC_NUMOWNERDECR},
    {LINECALLINFOSTATE_NUMMONITORS, CIC_NUMMONITORS},
    {LINECALLINFOSTATE_TRUNK, CIC_TRUNK},
    {LINECALLINFOSTATE_CALLERID, CIC_CALLERID},
    {LINECALLINFOSTATE_CALLEDID, CIC_CALLEDID},
    {LINECALLINFOSTATE_CONNECTEDID, CIC_CONNECTEDID},
    {LINECALLINFOSTATE_REDIRECTIONID, CIC_REDIRECTIONID},
    {LINECALLINFOSTATE_REDIRECTINGID, CIC_REDIRECTINGID},
    {LINECALLINFOSTATE_USERUSERINFO, CIC_USERUSERINFO},
    {LINECALLINFOSTATE_TREATMENT, CIC_TREATMENT},
    {LINECALLINFOSTATE_CALLDATA, CIC_CALLDATA},
};

// LINEDEVSTATE_ and ADDRESS_EVENT.
constexpr Bit kLine[] = {
    {LINEDEVSTATE_INSERVICE | LINEDEVSTATE_OUTOFSERVICE | LINEDEVSTATE_CONNECTED |
         LINEDEVSTATE_DISCONNECTED,
     AE_STATE},
    {LINEDEVSTATE_CAPSCHANGE, AE_CAPSCHANGE},
    {LINEDEVSTATE_RINGING, AE_RINGING},
    {LINEDEVSTATE_CONFIGCHANGE, AE_CONFIGCHANGE},
    {LINEDEVSTATE_MSGWAITON, AE_MSGWAITON},
    {LINEDEVSTATE_MSGWAITOFF, AE_MSGWAITOFF},
};
constexpr Bit kAddress[] = {{LINEADDRESSSTATE_CAPSCHANGE, AE_CAPSCHANGE},
                            {LINEADDRESSSTATE_FORWARD, AE_FORWARD}};
// What concerns the whole of the interface.
constexpr Bit kObject[] = {{LINEDEVSTATE_REINIT, TE_REINIT},
                           {LINEDEVSTATE_TRANSLATECHANGE, TE_TRANSLATECHANGE}};

constexpr std::uint32_t kHeld =
    LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_ONHOLDPENDTRANSFER;

bool makes_call(Method method) {
    switch (method) {
        case Method::Connect:
        case Method::Unpark:
        case Method::Pickup:
        case Method::Transfer:
        case Method::Conference:
        case Method::Forward: return true;
        default: return false;
    }
}

void hear_info(Engine& engine, const Message& message) {
    Call* call = engine.call_of(HCall{message.device});
    if (call == nullptr) return;
    for (const Bit& row : kInfo) {
        if ((message.param1 & row.bit) == 0) continue;
        engine.tell_call(*call, TE_CALLINFOCHANGE, row.told);
    }
    if ((message.param1 & LINECALLINFOSTATE_CALLID) != 0) engine.place_in_hub(*call);
}

// Of a medium that was heard: it is what the call may be now.
void hear_media(Engine& engine, const Message& message) {
    if (Call* call = engine.call_of(HCall{message.device}); call != nullptr)
        engine.tell_call(*call, TE_CALLINFOCHANGE, CIC_MEDIATYPE);
}

void hear_inband(Engine& engine, const Message& message) {
    Call* call = engine.call_of(HCall{message.device});
    if (call == nullptr) return;
    Event event{.detail = message.param1, .call = Ref{call}, .tick_count = message.param3};
    event.address = call->facts().address;
    switch (message.id) {
        case LINE_MONITORDIGITS:
            event.kind = TE_DIGITEVENT;
            event.detail = message.param2;
            event.digits = std::string(1, static_cast<char>(message.param1));
            break;
        case LINE_GATHERDIGITS: {
            event.kind = TE_GATHERDIGITS;
            auto& buffers = call->facts().gathered;
            if (buffers.empty()) break;
            event.digits = buffers.front().substr(0, buffers.front().find('\0'));
            buffers.pop_front();
            break;
        }
        case LINE_MONITORTONE: event.kind = TE_TONEEVENT; break;
        default: event.kind = TE_GENERATEEVENT; break;
    }
    engine.tell(std::move(event));
}

// What was asked for comes with the event (nn-tapi3if-itrequestevent).
void hear_request(Engine& engine, const Message& message) {
    auto asked = std::make_shared<MakeCallRequest>();
    if (engine.app->get_request(message.param1, asked.get()) < 0) return;
    Event event{.kind = TE_REQUEST, .detail = message.param1};
    event.callback_instance = static_cast<std::uint32_t>(message.callback_instance);
    event.request = std::move(asked);
    engine.tell(std::move(event));
}

}  // namespace

bool Engine::look() {
    if (looking || app == nullptr) return false;
    looking = true;
    looked_from = waiting.size();
    bool heard = false;
    Message message;
    // Messages are numbered from 1: anything else was never sent.
    while (app != nullptr && app->get_message(&message) == 0 && message.sequence != 0) {
        heard = true;
        sequence = message.sequence;
        at = message.at;
        hear(message);
    }
    for (const Message& each : std::exchange(early, {})) {
        if (app != nullptr && app->call_key(HCall{each.device}) != 0) hear_state(each);
    }
    if (heard) refold_members();
    drop_unclaimed();
    looking = false;
    put_returns();
    return heard;
}

void Engine::hear(const Message& message) {
    switch (message.id) {
        case LINE_APPNEWCALL:
            return hear_new_call(HCall{message.param2}, HLine{message.device}, message.param1,
                                 message.param3);
        case LINE_CALLSTATE: return hear_state(message);
        case LINE_CALLINFO: return hear_info(*this, message);
        case LINE_REPLY:
            return replied(static_cast<LineResult>(message.param1),
                           static_cast<LineResult>(message.param2));
        case LINE_LINEDEVSTATE:
        case LINE_ADDRESSSTATE: return hear_line(message);
        case LINE_CLOSE: return hear_closed(HLine{message.device});
        case LINE_CREATE: return hear_created(message.param1);
        case LINE_REMOVE: return hear_removed(message.param1);
        case LINE_MONITORDIGITS:
        case LINE_GATHERDIGITS:
        case LINE_MONITORTONE:
        case LINE_GENERATE: return hear_inband(*this, message);
        case LINE_MONITORMEDIA: return hear_media(*this, message);
        case LINE_REQUEST: return hear_request(*this, message);
        default: return;
    }
}

// Several of the application's lines can bring one call: it has one object (reference:
// tapi3-operations 1), which goes by the handle that allows more.
void Engine::hear_new_call(HCall handle, HLine line, std::uint32_t address_id,
                           std::uint32_t privilege) {
    Address* where = address(app->device_of(line), address_id);
    const auto by = std::ranges::find(registrations, line, &Registration::line);
    const bool elsewhere = by != registrations.end() && by->address != where;
    if (where == nullptr || elsewhere) {
        // Before 2.0 who owns it alone has to keep it, although it does not want it.
        if (app->deallocate_call(handle) < 0) kept.push_back(handle);
        return;
    }
    if (app->stands_for_conference(handle)) return hear_conference(handle, LINECALLSTATE_UNKNOWN);
    const bool owns = privilege == LINECALLPRIVILEGE_OWNER;
    if (Call* known = same_call(handle); known != nullptr) {
        CallFacts& facts = known->facts();
        if (!owns || facts.privilege == CP_OWNER)
            return static_cast<void>(app->deallocate_call(handle));
        const HCall other = facts.handle;
        bind(*known, handle);
        app->deallocate_call(other);
        return;
    }
    const Ref<Call> call = add_call(*where);
    CallFacts& facts = call->facts();
    CallInfo info;
    app->get_call_info(handle, &info);
    facts.outgoing = info.origin == LINECALLORIGIN_OUTBOUND;
    facts.privilege = owns ? CP_OWNER : CP_MONITOR;
    facts.callback_instance = by != registrations.end() ? by->instance : 0;
    unclaimed.emplace(facts.number, call);
    bind(*call, handle);
}

// Whether the call may be what a method has asked for, whose reply is still to come.
bool Engine::awaits_call(HCall handle) const {
    const std::uint32_t device = app->device_of(app->line_of(handle));
    return std::ranges::any_of(jobs, [&](const Job& job) {
        return job.request != 0 && job.address != nullptr && job.address->device() == device &&
               makes_call(job.method);
    });
}

void Engine::hear_state(const Message& message) {
    const HCall handle{message.device};
    const bool conference = conferences.contains(message.device) ||
                            (app->call_key(handle) != 0 && app->stands_for_conference(handle));
    if (conference) return hear_conference(handle, message.param1);
    if (std::ranges::find(kept, handle) != kept.end()) {
        if (message.param1 != LINECALLSTATE_IDLE) return;
        std::erase(kept, handle);
        return static_cast<void>(app->deallocate_call(handle));
    }
    Call* call = call_of(handle);
    const bool own = message.param3 == LINECALLPRIVILEGE_OWNER && awaits_call(handle);
    if (call == nullptr && message.param3 != 0 && !own && app->call_key(handle) != 0) {
        // Before 2.0 this is all that tells of a new call (line-appnewcall).
        CallInfo info;
        app->get_call_info(handle, &info);
        hear_new_call(handle, app->line_of(handle), info.address_id, message.param3);
        call = call_of(handle);
    }
    if (call == nullptr) return early.push_back(message);
    const Ref<Call> held{call};  // a job that ends may have had the last reference
    CallFacts& facts = call->facts();
    if (message.param1 == LINECALLSTATE_CONFERENCED) facts.conference = HCall{message.param2};
    const bool known =
        facts.state_told || (facts.privilege != CP_OWNER && (facts.notified || facts.created));
    if (message.param3 == LINECALLPRIVILEGE_OWNER && known)
        return hear_handed(*call, message.param1, message.param2);
    enter(*call, message.param1, message.param2);
}

// Another application has handed on a call that this one has an object of: it is told as a new
// call is, whatever it knew before.
void Engine::hear_handed(Call& call, std::uint32_t state, std::uint32_t mode) {
    CallFacts& facts = call.facts();
    facts.privilege = CP_OWNER;
    facts.notified = true;
    tell_call(call, TE_CALLNOTIFICATION, CNE_OWNER);
    const std::uint32_t before = facts.shown;
    const bool told = facts.state_told;
    enter(call, state, mode);
    const Tapi3Habits& ways = habits(*facts.address);
    const bool again = facts.shown == before && told && !ways.repeats_states;
    if (again && facts.shown != CS_IDLE) tell_call(call, TE_CALLSTATE, facts.shown, facts.cause);
}

void Engine::hear_conference(HCall handle, std::uint32_t state) {
    conferences[static_cast<std::uint32_t>(handle)] = state;
    for (const Ref<Call>& call : all_calls()) {
        const CallFacts& facts = call->facts();
        if (facts.conference == handle && facts.state == LINECALLSTATE_CONFERENCED)
            enter(*call, facts.state, facts.mode);
    }
    if (state != LINECALLSTATE_IDLE) return;
    conferences.erase(static_cast<std::uint32_t>(handle));
    app->deallocate_call(handle);
}

void Engine::hear_conference_made(HCall handle) {
    conferences.try_emplace(static_cast<std::uint32_t>(handle), LINECALLSTATE_UNKNOWN);
    std::vector<Message> meant;
    std::erase_if(early, [&](const Message& message) {
        if (HCall{message.device} != handle) return false;
        meant.push_back(message);
        return true;
    });
    for (const Message& message : meant) hear_state(message);
}

// Where a conference told of itself before its members did.
void Engine::refold_members() {
    if (conferences.empty()) return;
    for (const Ref<Call>& call : all_calls()) {
        const CallFacts& facts = call->facts();
        const bool member = facts.state == LINECALLSTATE_CONFERENCED && !facts.finished;
        const bool held = member && conference_held(facts.conference);
        if (held && habits(*facts.address).members_hold && facts.shown == CS_CONNECTED)
            show(*call, CS_HOLD, CEC_NONE);
    }
}

bool Engine::has_members(HCall conference) const {
    return std::ranges::any_of(calls, [conference](const auto& each) {
        const CallFacts& facts = each.second->facts();
        return facts.state == LINECALLSTATE_CONFERENCED && facts.conference == conference;
    });
}

bool Engine::conference_held(HCall conference) const {
    const auto place = conferences.find(static_cast<std::uint32_t>(conference));
    return place != conferences.end() && (place->second & kHeld) != 0;
}

// Of several lines that the application has open on one device the first tells.
void Engine::hear_line(const Message& message) {
    const HLine line{message.device};
    const std::uint32_t device = app->device_of(line);
    for (const Bit& row : kObject) {
        if (message.id != LINE_LINEDEVSTATE || (message.param1 & row.bit) == 0) continue;
        if (device == LINEMAPPER || is_first_line(line, device))
            tell({.kind = TE_TAPIOBJECT, .detail = row.told});
    }
    if (device == LINEMAPPER || !is_first_line(line, device)) return;
    if (message.id == LINE_ADDRESSSTATE) {
        Address* one = address(device, message.param1);
        for (const Bit& row : kAddress) {
            if (one != nullptr && (message.param2 & row.bit) != 0)
                tell_address(*one, TE_ADDRESS, row.told);
        }
        return;
    }
    for (Address& each : addresses) {
        if (each.device() != device || removed(each)) continue;
        for (const Bit& row : kLine) {
            if ((message.param1 & row.bit) != 0) tell_address(each, TE_ADDRESS, row.told);
        }
    }
}

// The provider has taken the line away; what was known of its calls is all that there will be.
void Engine::hear_closed(HLine line) {
    std::vector<Address*> closed;
    for (Address& each : addresses) {
        const bool registered = std::ranges::any_of(registrations, [&](const Registration& one) {
            return one.line == line && one.address == &each;
        });
        if (!registered && each.line_ != line) continue;
        if (each.line_ == line) each.line_ = kNoLine;
        closed.push_back(&each);
    }
    std::erase_if(registrations, [line](const Registration& one) { return one.line == line; });
    for (Address* each : closed) tell_address(*each, TE_TAPIOBJECT, TE_ADDRESSCLOSE);
    for (const Ref<Call>& call : all_calls()) {
        CallFacts& facts = call->facts();
        if (facts.handle == kNoCall || app->call_key(facts.handle) != 0) continue;
        by_handle.erase(static_cast<std::uint32_t>(facts.handle));
        facts.handle = kNoCall;
        if (facts.shown != CS_DISCONNECTED) show(*call, CS_DISCONNECTED, CEC_DISCONNECT_FAILED);
    }
    give_up_jobs(closed);
    const auto void_now = [this](HCall handle) { return app->call_key(handle) == 0; };
    std::erase_if(conferences, [&](const auto& each) { return void_now(HCall{each.first}); });
    std::erase_if(kept, void_now);
}

void Engine::hear_created(std::uint32_t device) {
    add_addresses();
    for (Address& each : addresses) {
        if (each.device() == device) tell_address(each, TE_TAPIOBJECT, TE_ADDRESSCREATE);
    }
}

void Engine::hear_removed(std::uint32_t device) {
    for (Address& each : addresses) {
        if (each.device() != device || removed(each)) continue;
        each.removed_ = true;
        tell_address(each, TE_TAPIOBJECT, TE_ADDRESSREMOVE);
    }
}

bool Engine::is_first_line(HLine line, std::uint32_t device) const {
    for (const Registration& each : registrations) {
        if (each.address->device() == device) return each.line == line;
    }
    for (const Address& each : addresses) {
        if (each.device() == device && each.line_ != kNoLine) return each.line_ == line;
    }
    return false;
}

}  // namespace pbxlab::lines::tapi3
