// Faults: what a provider does wrong. Each is one value; a plan of them is given to Telephony
// (add_fault), before or while applications run. What the lines keep and what the exchange does
// stay true whatever faults there are: a fault changes only what applications are told, which of
// their requests get through, and when.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lines/operations.h"
#include "lines/structures.h"
#include "switch/ids.h"
#include "switch/time.h"

namespace pbxlab::lines {

class Application;

enum class FaultKind : std::uint8_t {
    // of messages and replies, as `messages` selects them
    Drop,       // it never comes
    Delay,      // it comes later: by `least` to `most`
    Duplicate,  // it comes again, so much later
    Reorder,    // it comes after the next one of the same call, or of the line
    Corrupt,    // its dwParam `param` is `value`; 0: it tells the state UNKNOWN
    Split,      // of a state: it is told of a new call, and the one that it belongs to goes IDLE
    Merge,      // of a state: from here on the call is told as another one of the line
    // of a call that is offered
    LateCallerId,  // who calls is known so much later
    // of requests, as `ops` selects them
    Fail,        // it is not carried out: `error`
    Slow,        // it gets to the exchange so much later
    ReplyEarly,  // its reply comes before the exchange has heard of it; not where a call is made
    ReplyLate,   // its reply comes after the states that it brings
    // of capabilities: what works is not told, what is told does not work
    Hide,
    Advertise,
    // of lines: `act`, at `at` or so much after a message that `messages` selects
    Happen,
};

enum class FaultAct : std::uint8_t { OutOfService, Disconnect, Close, Reinit, SpuriousCall };

// Which messages.
struct MessageKind {
    static constexpr std::uint32_t kAny = 0xFFFF'FFFF;
    std::uint32_t id = kAny;            // LINE_CALLSTATE ...
    std::uint32_t bits = 0;             // a state, or bits of which it has one; 0: whatever it says
    std::optional<std::uint32_t> mode;  // of a state
    std::optional<Op> op;               // LINE_REPLY: of these requests
};

struct Fault {
    FaultKind kind = FaultKind::Drop;
    std::vector<MessageKind> messages;         // one of them
    std::vector<Op> ops;                       // one of them; none: all that are replied to
    std::uint32_t device = pbx::kNobody;       // kNobody: of any line
    const Application* application = nullptr;  // nullptr: any
    std::uint32_t call = 0;                    // as Telephony::call_is says; 0: any
    std::uint32_t from = 1, times = 0;         // the how manieth it begins with; 0: to the end
    pbx::Duration least{}, most{};             // drawn from a stream of its own
    std::uint32_t param = 1, value = 0;  // Corrupt; of Split `value` is its origin, 0: as it was
    LineResult error = line_error(LINEERR_OPERATIONFAILED);  // Fail
    bool at_return = false;                                  // Fail: not in the reply
    bool holds_back = false;                // Delay: what comes after it of the call waits too
    FaultAct act = FaultAct::OutOfService;  // Happen
    std::optional<pbx::SimTime> at;
    pbx::Duration lasts{};  // until it is undone, or the spurious call goes; 0: it is not undone
};

// Whether some feature bit offers the operation, which can be hidden or advertised.
[[nodiscard]] bool has_feature_bit(Op op);

// A fault had its effect.
struct FaultFired {
    pbx::SimTime at;
    std::uint32_t fault = 0;         // its number
    std::uint64_t after = 0;         // sequence number of the last message sent before
    std::optional<Message> message;  // as it would have been told without this fault
    std::optional<Op> op;            // of a request, or the one that the message replies to
    std::uint32_t device = pbx::kNobody;
    const Application* application = nullptr;
};

class FaultObserver {
 public:
    virtual ~FaultObserver() = default;
    virtual void on_fault(const FaultFired& fired) = 0;
};

}  // namespace pbxlab::lines
