// ITAddress: calls that are to be made, and those that there are.
#include <algorithm>
#include <bit>

#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

// The address types that lines have here: numbers (reference: tapi3-operations 8.1, ADDRESSTYPES).
constexpr std::uint32_t kAddressTypes = LINEADDRESSTYPE_PHONENUMBER;

}  // namespace

HResult Address::CreateCall(const char* pDestAddress, std::uint32_t lAddressType,
                            std::uint32_t lMediaTypes, Ref<Call>* ppCall) {
    if (ppCall == nullptr) return hresult(E_POINTER);
    if (!std::has_single_bit(lAddressType)) return hresult(E_INVALIDARG);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    if ((lAddressType & kAddressTypes) == 0) return hresult(engine_.habits(*this).bad_address_type);
    const std::uint32_t offered = media_types_of(engine_.profile(*this).media_modes);
    if (!are_media_types(lMediaTypes) || (lMediaTypes & ~offered) != 0)
        return hresult(TAPI_E_INVALIDMEDIATYPE);
    Ref<Call> call = engine_.add_call(*this);
    CallFacts& facts = call->facts();
    facts.created = true;
    facts.outgoing = true;
    facts.has_destination = pDestAddress != nullptr;
    if (pDestAddress != nullptr) facts.destination = pDestAddress;
    facts.media_types = lMediaTypes;
    facts.params.media_mode = media_modes_to_make(lMediaTypes, engine_.profile(*this).media_modes);
    engine_.give_hub(*call);
    *ppCall = std::move(call);
    return hresult(S_OK);
}

// Calls that the application has not been given yet, too; and, where it is registered, those that
// were there before it: it watches them from now on (nf-tapi-linegetnewcalls).
HResult Address::EnumerateCalls(std::vector<Ref<Call>>* ppCallEnum) {
    if (ppCallEnum == nullptr) return hresult(E_POINTER);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    engine_.find_calls(*this);
    ppCallEnum->clear();
    for (const Ref<Call>& call : engine_.all_calls()) {
        if (call->facts().address != this) continue;
        engine_.unclaimed.erase(call->number());
        ppCallEnum->push_back(call);
    }
    return hresult(S_OK);
}

void Engine::find_calls(Address& where) {
    const auto registered = std::ranges::find(registrations, &where, &Registration::address);
    if (registered == registrations.end()) return;
    CallList list;
    app->get_new_calls(registered->line, where.address_id(), LINECALLSELECT_ADDRESS, &list);
    for (const HCall handle : list.calls) {
        hear_new_call(handle, registered->line, where.address_id(), LINECALLPRIVILEGE_MONITOR);
        Call* call = call_of(handle);
        CallStatus status;
        if (call == nullptr || app->get_call_status(handle, &status) < 0) continue;
        CallFacts& facts = call->facts();
        facts.notified = facts.state_told = true;  // it was asked for
        facts.state = status.call_state;
        facts.mode = status.call_state_mode;
        facts.connected = (status.call_state & kConversation) != 0;
        facts.shown =
            fold({.state = facts.state, .mode = facts.mode}, habits(where)).value_or(CS_IDLE);
        place_in_hub(*call);
    }
}

}  // namespace pbxlab::lines::tapi3
