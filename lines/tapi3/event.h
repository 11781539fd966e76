// What an application is told: events, and the returns of methods that had to wait.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "lines/structures.h"
#include "lines/tapi3/hresult.h"
#include "lines/tapi3/object.h"
#include "switch/time.h"

namespace pbxlab::lines::tapi3 {

class Address;
class Call;
class CallHub;

// An event as it was when it arose: it never changes (reference: tapi3-operations 3.4 and 14). What
// does not belong to its kind is zero or empty.
struct Event {
    std::uint32_t kind = 0;  // TAPI_EVENT: TE_CALLSTATE ...
    // get_State (CALL_STATE), get_Event (CALL_NOTIFICATION_EVENT, ADDRESS_EVENT, CALLHUB_EVENT,
    // TAPIOBJECT_EVENT), or get_Cause of TE_CALLINFOCHANGE (CALLINFOCHANGE_CAUSE); of
    // TE_DIGITEVENT the LINEDIGITMODE_, of TE_GENERATEEVENT and TE_GATHERDIGITS the termination, of
    // TE_TONEEVENT its mark, of TE_REQUEST the LINEREQUESTMODE_.
    std::uint32_t detail = 0;
    std::uint32_t cause = 0;              // get_Cause of TE_CALLSTATE: CALL_STATE_EVENT_CAUSE
    Ref<Call> call;                       // get_Call
    Address* address = nullptr;           // of the call, or what the event is about
    Ref<CallHub> hub;                     // get_CallHub
    std::uint32_t callback_instance = 0;  // of TE_REQUEST: get_RegistrationInstance
    std::uint32_t tick_count = 0;         // milliseconds of simulated time
    std::string digits;                   // get_Digit, get_Digits
    std::shared_ptr<const MakeCallRequest> request;  // of TE_REQUEST: get_DestAddress ...
};

// One thing the application learns, in the order in which it came about: an event, or the return of
// a method that had to wait (`pending` as the method gave it).
struct Notice {
    pbx::SimTime at;
    std::uint64_t sequence = 0;  // of the last message of the lines before it
    std::uint32_t pending = 0;   // 0: an event
    HResult result = 0;
    Event event;
};

// What a method gives back: its HRESULT or, where it has to wait, the number of a return that comes
// later. Nothing here waits: a shell that has to (blocking.h) runs the scheduler meanwhile.
struct Returned {
    HResult result = 0;
    std::uint32_t pending = 0;  // 0: `result` is all there is

    // An HRESULT that is known at once.
    Returned(HResult known) : result{known} {}  // NOLINT(google-explicit-constructor)
    Returned(std::uint32_t code)                // NOLINT(google-explicit-constructor)
        : result{hresult(code)} {}
    static Returned later(std::uint32_t pending) {
        Returned returned{0};
        returned.pending = pending;
        return returned;
    }
};

}  // namespace pbxlab::lines::tapi3
