// How a provider, and the layer above it, show themselves to TAPI 3 applications: the settings of
// the TAPI 3 reference that TAPI 2 knows nothing of (reference: tapi3-operations 20; their numbers
// stand beside them).
#pragma once

#include <cstdint>

#include "lines/tapi_constants.h"

namespace pbxlab::lines {

// P4: what an application is told when the provider says UNKNOWN.
enum class UnknownShown : std::uint8_t { Nothing, StateAgain };

// P6: what a Connect that waited returns when the call did not come about.
enum class ConnectFailure : std::uint8_t { ByCause, Dropped, Failed };

// P16: from when on a call has a hub; before that E_PENDING.
enum class HubFrom : std::uint8_t { Idle, FirstState, Connected, Never };

// P20: methods that a provider may refuse while media are streaming, here while CS_CONNECTED.
inline constexpr std::uint32_t kHoldStreams = 0x1, kSwapHoldStreams = 0x2, kHandoffStreams = 0x4,
                               kConferenceStreams = 0x8, kTransferStreams = 0x10,
                               kBlindTransferStreams = 0x20, kParkStreams = 0x40,
                               kFinishStreams = 0x80, kRemoveStreams = 0x100;

struct Tapi3Habits {
    bool in_progress = true;                       // P1: CS_INPROGRESS is told
    bool repeats_states = false;                   // P2: so are changes that fold into one state
    std::uint32_t special_info = CS_INPROGRESS;    // P3: CS_INPROGRESS or CS_DISCONNECTED
    UnknownShown unknown = UnknownShown::Nothing;  // P4
    // P5: CALL_STATE_EVENT_CAUSE of a call that ends for this reason
    std::uint32_t cause_do_not_disturb = CEC_DISCONNECT_FAILED;
    std::uint32_t cause_unknown = CEC_NONE;  // CEC_NONE: by whether it had been connected
    std::uint32_t cause_taken = CEC_DISCONNECT_NORMAL;
    std::uint32_t cause_offering = CEC_DISCONNECT_NORMAL;
    ConnectFailure connect_failure = ConnectFailure::ByCause;  // P6
    std::uint32_t finish_conference = CS_CONNECTED;            // P7: or CS_DISCONNECTED
    bool members_hold = true;                                  // P8
    bool passes_disconnect_code = true;                        // P12
    bool failed_handoff_disconnects = true;                    // P13
    HubFrom hub_from = HubFrom::FirstState;                    // P16
    bool tracks_hubs = true;                                   // P17
    bool raw_errors = false;                                   // P18
    std::uint32_t bad_address_type = E_INVALIDARG;             // P19
    std::uint32_t refused_while_streaming = 0;                 // P20: bits as above
    bool hides_dialable_address = false;                       // P22
    bool empty_missing_items = false;                          // P23
    bool media_support = true;                                 // P25
    bool return_first = false;                                 // P26
    bool queue_state = true;                                   // P27
    bool operator==(const Tapi3Habits&) const = default;
};

}  // namespace pbxlab::lines
