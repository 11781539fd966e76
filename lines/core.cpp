#include "lines/core.h"

#include <algorithm>
#include <cassert>

#include "lines/capabilities.h"
#include "lines/fault_stage.h"
#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kSlotMask = (1U << kHandleSlotBits) - 1;
constexpr std::uint32_t kCallBit = 0x8000'0000;

template <class Id>
std::uint32_t encode(Id id) {
    assert(id.index < kSlotMask && id.generation <= kHandleGenerations);
    return id.generation << kHandleSlotBits | (id.index + 1);
}

template <class T, class Id>
Id decode(const pbx::Slots<T, Id, kHandleGenerations>& slots, std::uint32_t value) {
    const std::uint32_t slot = (value & kSlotMask) - 1;
    Id id;
    if (slot >= slots.slot_count() || slots.at(slot, id) == nullptr) return {};
    return encode(id) == value ? id : Id{};
}

}  // namespace

Core::Core(pbx::Exchange& the_exchange, const TelephonyOptions& the_options)
    : exchange(the_exchange), options(the_options) {
    exchange.observe(*this);
}

Core::~Core() = default;

HLine Core::line_value(OpenId id) { return HLine{encode(id)}; }

HCall Core::call_value(HandleId id) { return HCall{encode(id) | kCallBit}; }

OpenId Core::find_line(HLine value) const {
    return decode(opens, static_cast<std::uint32_t>(value));
}

HandleId Core::find_call(HCall value) const {
    const auto bits = static_cast<std::uint32_t>(value);
    return (bits & kCallBit) == 0 ? HandleId{} : decode(handles, bits & ~kCallBit);
}

std::uint32_t Core::profile_index(const Profile& wanted) {
    auto known = std::ranges::find(profiles, wanted);
    if (known == profiles.end()) {
        known = profiles.insert(known, wanted);
        carried_out.push_back(without_empty_offers(wanted));
    }
    return static_cast<std::uint32_t>(known - profiles.begin());
}

bool Core::serves(const Device& device, std::uint32_t address_id) const {
    return exchange.address(address_of(device, address_id)).in_service;
}

pbx::AddressId Core::address_of(const Device& device, std::uint32_t address_id) const {
    const auto& addresses = exchange.station(device.station).addresses;
    return address_id < addresses.size() ? addresses[address_id] : pbx::AddressId{};
}

}  // namespace pbxlab::lines
