// Names for the things of the switch: plain indices for what is built once, generation-checked
// handles for what comes and goes, so that a stale name is noticed and never reaches its successor.
#pragma once

#include <compare>
#include <cstdint>

namespace pbxlab::pbx {

inline constexpr std::uint32_t kNobody = 0xFFFF'FFFFU;

// A thing that lives as long as the exchange (station, address, trunk, outside party, policy,
// text).
template <class Tag>
struct Ref {
    std::uint32_t index = kNobody;
    [[nodiscard]] constexpr bool valid() const { return index != kNobody; }
    constexpr auto operator<=>(const Ref&) const = default;
};

// A thing that comes and goes (call, connection, order, timer). The generation tells a successor in
// the same slot apart; 0 is never a live generation.
template <class Tag>
struct Handle {
    std::uint32_t index = kNobody;
    std::uint32_t generation = 0;
    [[nodiscard]] constexpr bool valid() const { return index != kNobody; }
    constexpr auto operator<=>(const Handle&) const = default;
};

using StationId = Ref<struct StationTag>;
using AddressId = Ref<struct AddressTag>;
using OutsideId = Ref<struct OutsideTag>;
using PolicyId = Ref<struct PolicyTag>;
using TextId = Ref<struct TextTag>;
using GroupId = Ref<struct GroupTag>;
using OrbitId = Ref<struct OrbitTag>;

using CallId = Handle<struct CallTag>;
using ConnectionId = Handle<struct ConnectionTag>;
using OrderId = Handle<struct OrderTag>;
using SendingId = Handle<struct SendingTag>;
using HuntId = Handle<struct HuntTag>;
using ConferenceId = Handle<struct ConferenceTag>;
using CompletionId = Handle<struct CompletionTag>;
using TimerId = Handle<struct TimerTag>;

}  // namespace pbxlab::pbx
