// ITAddress: forwarding, do not disturb, and the lamp for waiting messages (itaddress-forward,
// itaddress-put_donotdisturb, itaddress-put_messagewaiting).
#include <algorithm>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

constexpr std::uint32_t kSpecific = LINEFORWARDMODE_UNCONDSPECIFIC | LINEFORWARDMODE_BUSYSPECIFIC |
                                    LINEFORWARDMODE_NOANSWSPECIFIC | LINEFORWARDMODE_BUSYNASPECIFIC;

constexpr bool is_truth(VariantBool value) {
    return value == VARIANT_TRUE || value == VARIANT_FALSE;
}

// Who calls is said in the modes for one caller only.
ForwardList list_of(const ForwardInformation& info) {
    ForwardList list;
    for (const auto& [mode, entry] : info.entries()) {
        const bool specific = (mode & kSpecific) != 0;
        list.entries.push_back({.mode = mode,
                                .caller_address = specific ? entry.caller : "",
                                .dest_address = entry.destination});
    }
    return list;
}

// What the lines can send calls on to is a number.
bool by_number(const ForwardInformation& info) {
    return std::ranges::all_of(info.entries(), [](const auto& row) {
        const ForwardInformation::Entry& entry = row.second;
        return entry.destination_type == LINEADDRESSTYPE_PHONENUMBER &&
               entry.caller_type == LINEADDRESSTYPE_PHONENUMBER;
    });
}

bool may_be_consulted(const Call& call, const Address& address) {
    const CallFacts& facts = call.facts();
    return facts.address == &address && facts.created && !facts.used && facts.shown == CS_IDLE;
}

void done(Engine& engine, Job& job, LineResult reply) {
    if (reply == 0 && job.call && job.made != kNoCall) engine.bind(*job.call, job.made);
    if (reply != 0 && job.call) job.call->facts().used = false;
    engine.finish(job, reply == 0 ? hresult(S_OK) : engine.error(job, reply));
}

// All that is in force at the address makes way for the list; `call` becomes the one that asks its
// destination, where the provider makes one.
Returned forward(Engine& engine, Method method, Address& address, const ForwardInformation* info,
                 Call* call) {
    LineResult error = 0;
    const HLine line = engine.line_for(address, error);
    const bool raw = engine.habits(address).raw_errors;
    if (line == kNoLine) return hresult_of(method, error, raw);
    Job& job = engine.start(method, call);
    job.address = &address;
    if (call != nullptr) call->facts().used = true;
    const ForwardList list = info != nullptr ? list_of(*info) : ForwardList{};
    const CallParams* params = call != nullptr ? &call->facts().params : nullptr;
    const Returned returned =
        engine.ask(job,
                   engine.app->forward(line, false, address.address_id(), &list,
                                       info != nullptr ? info->rings() : 0, &job.made, params),
                   done);
    if (returned.pending == 0 && call != nullptr) call->facts().used = false;
    return returned;
}

// How the address stands; it takes an open line to be told.
HResult look_at(Engine& engine, Method method, Address& address, AddressStatus& status) {
    if (!engine.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    LineResult error = 0;
    const HLine line = engine.line_for(address, error);
    if (line != kNoLine)
        error = engine.app->get_address_status(line, address.address_id(), &status);
    return error < 0 ? hresult_of(method, error, engine.habits(address).raw_errors) : hresult(S_OK);
}

}  // namespace

HResult Address::CreateForwardInfoObject(std::shared_ptr<ForwardInformation>* ppForwardInfo) {
    if (ppForwardInfo == nullptr) return hresult(E_POINTER);
    *ppForwardInfo = std::make_shared<ForwardInformation>();
    return hresult(S_OK);
}

Returned Address::Forward(const ForwardInformation* pForwardInfo, Call* pCall) {
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    const bool asks = (engine_.cap_flags(*this) & LINEADDRCAPFLAGS_FWDCONSULT) != 0;
    const bool has_destination = pForwardInfo != nullptr &&
                                 std::ranges::any_of(pForwardInfo->entries(), [](const auto& row) {
                                     return !row.second.destination.empty();
                                 });
    const bool consults = asks && has_destination;
    if (consults && (pCall == nullptr || !may_be_consulted(*pCall, *this)))
        return hresult(E_INVALIDARG);
    if (pForwardInfo != nullptr && !by_number(*pForwardInfo))
        return hresult(TAPI_E_INVALADDRESSTYPE);
    return forward(engine_, Method::Forward, *this, pForwardInfo, consults ? pCall : nullptr);
}

// Of several forwardings of one mode, for a caller each, the object has room for the first.
HResult Address::get_CurrentForwardInfo(std::shared_ptr<ForwardInformation>* ppForwardInfo) {
    if (ppForwardInfo == nullptr) return hresult(E_POINTER);
    AddressStatus status;
    const HResult looked = look_at(engine_, Method::GetCurrentForwardInfo, *this, status);
    if (failed(looked)) return looked;
    if ((engine_.cap_flags(*this) & LINEADDRCAPFLAGS_FWDSTATUSVALID) == 0)
        return hresult(E_NOTIMPL);
    auto info = std::make_shared<ForwardInformation>();
    info->put_NumRingsNoAnswer(status.num_rings_no_answer);
    for (const lines::Forward& entry : status.forwards) {
        if (info->entries().contains(entry.mode)) continue;
        info->SetForwardType(entry.mode, entry.dest_address.c_str(), entry.caller_address.c_str());
    }
    *ppForwardInfo = std::move(info);
    return hresult(S_OK);
}

Returned Address::put_DoNotDisturb(VariantBool fDoNotDisturb) {
    if (!is_truth(fDoNotDisturb)) return hresult(E_INVALIDARG);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    ForwardInformation everybody;
    if (fDoNotDisturb == VARIANT_TRUE)
        everybody.SetForwardType(LINEFORWARDMODE_UNCOND, nullptr, nullptr);
    return forward(engine_, Method::PutDoNotDisturb, *this, &everybody, nullptr);
}

HResult Address::get_DoNotDisturb(VariantBool* pfDoNotDisturb) {
    if (pfDoNotDisturb == nullptr) return hresult(E_POINTER);
    AddressStatus status;
    const HResult looked = look_at(engine_, Method::GetDoNotDisturb, *this, status);
    if (failed(looked)) return looked;
    constexpr std::uint32_t kKinds = LINEADDRFEATURE_FORWARDFWD | LINEADDRFEATURE_FORWARDDND;
    const std::uint32_t offered = engine_.profile(*this).address_features;
    const bool turns_away = (offered & kKinds) == 0 || (offered & LINEADDRFEATURE_FORWARDDND) != 0;
    if ((offered & LINEADDRFEATURE_FORWARD) == 0 || !turns_away)
        return hresult(TAPI_E_NOTSUPPORTED);
    const bool any = std::ranges::any_of(
        status.forwards, [](const lines::Forward& entry) { return entry.dest_address.empty(); });
    *pfDoNotDisturb = any ? VARIANT_TRUE : VARIANT_FALSE;
    return hresult(S_OK);
}

Returned Address::put_MessageWaiting(VariantBool fMessageWaiting) {
    if (!is_truth(fMessageWaiting)) return hresult(E_INVALIDARG);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    LineResult error = 0;
    const HLine line = engine_.line_for(*this, error);
    if (line == kNoLine)
        return hresult_of(Method::PutMessageWaiting, error, engine_.habits(*this).raw_errors);
    Job& job = engine_.start(Method::PutMessageWaiting, nullptr);
    job.address = this;
    return engine_.ask(job,
                       engine_.app->set_line_dev_status(line, LINEDEVSTATUSFLAGS_MSGWAIT,
                                                        fMessageWaiting == VARIANT_TRUE),
                       done);
}

HResult Address::get_MessageWaiting(VariantBool* pfMessageWaiting) {
    if (pfMessageWaiting == nullptr) return hresult(E_POINTER);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    LineDevStatus status;
    LineResult error = 0;
    const HLine line = engine_.line_for(*this, error);
    if (line != kNoLine) error = engine_.app->get_line_dev_status(line, &status);
    if (error < 0)
        return hresult_of(Method::GetMessageWaiting, error, engine_.habits(*this).raw_errors);
    const bool lit = (status.dev_status_flags & LINEDEVSTATUSFLAGS_MSGWAIT) != 0;
    *pfMessageWaiting = lit ? VARIANT_TRUE : VARIANT_FALSE;
    return hresult(S_OK);
}

}  // namespace pbxlab::lines::tapi3
