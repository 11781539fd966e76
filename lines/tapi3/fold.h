// The states of TAPI 2 as TAPI 3 has them, and why a call ended (reference: tapi3-operations 2).
#pragma once

#include <cstdint>
#include <optional>

#include "lines/profile.h"
#include "lines/tapi_constants.h"

namespace pbxlab::lines::tapi3 {

// What is known of a call of the lines when its state is shown.
struct LineState {
    std::uint32_t state = LINECALLSTATE_UNKNOWN;  // LINECALLSTATE_
    std::uint32_t mode = 0;                       // LINEDISCONNECTMODE_ ... by state
    bool conference_held = false;  // CONFERENCED: the call that stands for the conference is held
    bool first_on_queue = false;   // the first state of a call on an address that is a queue
};

// The CALL_STATE of it; nothing for UNKNOWN, which changes nothing. Never CS_IDLE.
[[nodiscard]] std::optional<std::uint32_t> fold(const LineState& from, const Tapi3Habits& habits);

// Whether CALL_STATE has this transition (ne-tapi3if-call_state).
[[nodiscard]] bool may_follow(std::uint32_t from, std::uint32_t to);

// How the call had been going when it ended.
struct Ended {
    std::uint32_t state = LINECALLSTATE_IDLE;  // BUSY, DISCONNECTED or IDLE, ...
    std::uint32_t mode = 0;                    // ... with this mode
    std::uint32_t before = CS_IDLE;            // CALL_STATE that it had
    bool outgoing = false;                     // this line's own attempt
    bool connected = false;                    // it had been connected
    bool special = false;                      // it ended with special information
    bool sent_on = false;                      // to another party, by a transfer
};

// CALL_STATE_EVENT_CAUSE of CS_DISCONNECTED; never CEC_NONE.
[[nodiscard]] std::uint32_t disconnect_cause(const Ended& ended, const Tapi3Habits& habits);

}  // namespace pbxlab::lines::tapi3
