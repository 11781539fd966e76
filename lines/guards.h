// What a guard looks at: the request with its handles looked up. Internal to lines/.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "lines/core.h"
#include "lines/dial_string.h"

namespace pbxlab::lines {

struct Subject {
    Core& core;
    std::uint32_t app;
    // as asked
    HLine line{};
    HCall call{}, other{};
    std::uint32_t device = pbx::kNobody;
    std::uint32_t address_id = 0;
    std::uint32_t version = 0, low_version = 0,
                  ext_version = 0;  // low: negotiation; else as version
    std::uint32_t value =
        0;  // privileges, selection, state bits, country code ... of the operation
    std::uint32_t other_value = 0;
    std::uint32_t total_size = Sized::kRoomForAll;
    std::uint32_t fixed_size = 0;  // of the structure to be filled, in the version in use
    bool pointer = true;           // what must not be NULL is not
    const CallParams* params = nullptr;
    const InitializeParams* initialize = nullptr;
    bool has_number = false;  // a destination was given
    std::string_view text;    // address to be translated, program's name, data; empty: none
    bool directed = false;    // handing off: a program is named
    std::uint32_t priority = 0;
    DialString number;
    bool has_group = false;   // a pickup group was given
    pbx::AddressId group_of;  // a member of it; invalid: there is none
    bool new_number = false;  // it does not continue what has been dialled on the call
    std::size_t user_info_size = 0;
    std::uint32_t user_info_limit = 0;
    bool cancels = false;                  // what was begun before is only to be ended
    std::string_view ends;                 // termination digits
    std::array<std::uint32_t, 2> times{};  // first and inter-digit timeout
    const GenerateTone* tones = nullptr;   // `other_value` of them
    const MonitorTone* listened = nullptr;
    const ForwardList* forwards = nullptr;
    bool all_addresses = false;
    RouteOrder route;
    bool has_device = false;  // the line has a device of the class that is asked for
    // as found
    OpenId target;  // handing off: who gets the call
    OpenId open_id;
    HandleId handle_id, other_id;
    LegId leg_id;
    OpenLine* open = nullptr;
    CallHandle* handle = nullptr;
    CallHandle* other_handle = nullptr;
    Leg* leg = nullptr;
    Leg* other_leg = nullptr;
    Device* line_device = nullptr;

    // Looks up the handles that were given.
    void find();
    [[nodiscard]] const Profile& profile() const { return core.profile(*line_device); }
    [[nodiscard]] const pbx::Policy& policy() const { return core.policy(*line_device); }
};

// The kinds of pickup; where none of these is offered, LINEADDRFEATURE_PICKUP stands for all.
inline constexpr std::uint32_t kPickupKinds =
    LINEADDRFEATURE_PICKUPHELD | LINEADDRFEATURE_PICKUPGROUP | LINEADDRFEATURE_PICKUPDIRECT |
    LINEADDRFEATURE_PICKUPWAITING;

// Whether one row lets the request pass.
[[nodiscard]] bool passes(const Guard& guard, const Subject& subject);

// The highest version that exists within low..high and what the provider supports; 0: none.
[[nodiscard]] std::uint32_t highest_version(std::uint32_t low, std::uint32_t high,
                                            const Profile& profile);

// True for checks that concern how things stand, not what was asked: together they make the feature
// bits.
[[nodiscard]] bool concerns_standing(Check check);

// Fixed part of a structure in a version of the interface, in bytes (reference:
// tapi2-operations 1.6).
enum class Structure : std::uint8_t {
    CallInfo,
    CallStatus,
    AddressCaps,
    AddressStatus,
    DevCaps,
    DevStatus,
    CallParams,
    CallList,
    TranslateOutput,
    TranslateCaps,
    CountryList,
    VarString,
    ForwardList  // without its entries
};
[[nodiscard]] std::uint32_t fixed_size(Structure structure, std::uint32_t version);

}  // namespace pbxlab::lines
