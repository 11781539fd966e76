// What is due when a timer of the switch fires. Internal to switch/.
#pragma once

#include <cstddef>
#include <cstdint>

#include "switch/ids.h"

namespace pbxlab::pbx {

class Core;

enum class Due : std::uint8_t {
    CarryOut,      // a placed order
    GiveTone,      // dial tone
    DigitArrives,  // the first digit of a piece of number has been sent
    NumberSent,    // a piece of number has been sent and analysed
    NumberEnds,    // no further digit came
    Reorder,       // off hook too long
    ReachStation,  // routing has found the station
    ReachOutside,  // the outside world gives its first sign
    TrunksBusy,    // routing has found no free trunk
    TargetRings,
    FarAnswers,
    FarRejects,   // detail: one more than the address that did; 0: a party outside
    FarDeclines,  // the same for a reason; detail: the Cause
    FarGone,
    Ring,
    AutoAccept,
    ShowCaller,  // the caller's number follows the offer
    NoAnswer,
    TimeLimit,
    ToneEnds,
    Release,
    OutsideAnswers,
    OutsideRejects,
    HuntStageOver,  // a stage of a group has rung long enough
    MemberFree,     // a station that belongs to a group has become free
    HuntAnnounce,   // the next announcement to a caller that waits
    HuntWaitOver,
    AlertAppearance,  // an offer rings at a further appearance
    SendNext,         // of what a connection sends along its call
    Orbit,            // a parked call is to be recalled, or nobody has answered that
    PathOpens,        // digits and tones pass, the media delay being over
    CompletionDue,    // of a station: somebody waits for it, or for whom it waits is free
    CallbackUnanswered,
    CallbackResolved,   // whether a caller that was called back has reached its party
    ForwardUnanswered,  // the call has rung often enough; detail: how often it had been sent on
    ForwardingInForce,  // of an address
    TransferRecall,     // nobody has answered a transferred party
};
inline constexpr std::size_t kDueCount = 37;

// Hands what is due to the verb whose business it is. The subject is a connection, or an order for
// CarryOut; it may be gone by now.
void fall_due(Core& core, Due due, ConnectionId subject, std::uint32_t detail);

}  // namespace pbxlab::pbx
