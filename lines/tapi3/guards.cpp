// Which methods may be used on a call as TAPI 3 shows it: one table (reference: tapi3-operations
// 4.1 and 10). What the lines refuse comes on top.
#include "lines/tapi3/guards.h"

#include <array>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

constexpr std::uint32_t in(std::uint32_t state) { return 1U << state; }
constexpr std::uint32_t kAnyCall = in(CS_INPROGRESS) | in(CS_CONNECTED) | in(CS_DISCONNECTED) |
                                   in(CS_OFFERING) | in(CS_HOLD) | in(CS_QUEUED);
constexpr std::uint32_t kWrong = TAPI_E_INVALCALLSTATE;  // where the page gives no other

constexpr bool kAll = true;
constexpr bool kAlone = false;  // not what is a member of a conference

// In the order of the interface.
constexpr CallGuard kGuards[] = {
    {Method::Connect, in(CS_IDLE), kWrong, 0, kAll},
    {Method::Answer, in(CS_OFFERING), E_UNEXPECTED, 0, kAll},
    {Method::Disconnect, kAnyCall, S_FALSE, 0, kAll},
    {Method::Hold, in(CS_CONNECTED) | in(CS_HOLD), kWrong, kHoldStreams, kAll},
    {Method::HandoffDirect, kAnyCall, kWrong, kHandoffStreams, kAll},
    {Method::HandoffIndirect, kAnyCall, kWrong, kHandoffStreams, kAll},
    {Method::Conference, in(CS_CONNECTED) | in(CS_HOLD), kWrong, kConferenceStreams, kAll},
    {Method::Transfer, in(CS_CONNECTED) | in(CS_HOLD), kWrong, kTransferStreams, kAlone},
    {Method::BlindTransfer, in(CS_CONNECTED), kWrong, kBlindTransferStreams, kAlone},
    {Method::SwapHold, in(CS_CONNECTED), kWrong, kSwapHoldStreams, kAll},
    {Method::ParkDirect, in(CS_CONNECTED), kWrong, kParkStreams, kAlone},
    {Method::ParkIndirect, in(CS_CONNECTED), kWrong, kParkStreams, kAlone},
    {Method::Unpark, in(CS_IDLE), kWrong, 0, kAll},
    {Method::Pickup, in(CS_IDLE), kWrong, 0, kAll},
    {Method::Dial, in(CS_INPROGRESS), kWrong, 0, kAll},
    {Method::Finish, in(CS_INPROGRESS) | in(CS_CONNECTED) | in(CS_HOLD), kWrong, kFinishStreams,
     kAll},
    {Method::RemoveFromConference, in(CS_CONNECTED) | in(CS_HOLD), kWrong, kRemoveStreams, kAll},
};

}  // namespace

std::span<const CallGuard> call_guards() { return kGuards; }

HResult Engine::refuse(Method method, Call& call, std::uint32_t states) const {
    const CallFacts& facts = call.facts();
    if (!initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    const bool member = facts.state == LINECALLSTATE_CONFERENCED;
    for (const CallGuard& guard : kGuards) {
        if (guard.method != method) continue;
        const bool idle = facts.shown == CS_IDLE && facts.created;
        const bool gone = !idle && facts.handle == kNoCall;
        // What has come by itself and is in no state yet cannot be made.
        const bool makes = guard.states == in(CS_IDLE);
        if (gone || (idle && facts.used) || (makes && !idle) ||
            (guard.states & states & in(facts.shown)) == 0 || (member && !guard.members))
            return hresult(guard.wrong_state);
        if (facts.privilege != CP_OWNER) return hresult(TAPI_E_NOTOWNER);
        const bool streams = facts.shown == CS_CONNECTED;
        if (streams && (habits(*facts.address).refused_while_streaming & guard.streams) != 0)
            return hresult(TAPI_E_OPERATIONFAILED);
    }
    return hresult(S_OK);
}

}  // namespace pbxlab::lines::tapi3
