#include "switch/dial_plan.h"

#include <algorithm>

namespace pbxlab::pbx {
namespace {

bool listable(std::string_view number) {
    return !number.empty() && number.size() <= DialPlan::kLongestNumber &&
           DialPlan::dialable(number);
}

// A value of the tree tells both what is listed and which one of its kind it is.
constexpr std::uint32_t kKindBits = 3;
constexpr std::uint32_t packed(DialMatch::To to, std::uint32_t index) {
    return index << kKindBits | static_cast<std::uint32_t>(to);
}

struct Found {
    std::uint32_t index = kNobody;
    DialMatch::To to = DialMatch::To::Nowhere;
    bool longer = false;
};

Found look_up(const DigitTree& numbers, std::string_view digits) {
    const DigitTree::Found found = numbers.find(digits);
    if (!found.value) return {.longer = found.longer};
    constexpr std::uint32_t kKind = (1U << kKindBits) - 1;
    return {*found.value >> kKindBits, static_cast<DialMatch::To>(*found.value & kKind),
            found.longer};
}

}  // namespace

bool DialPlan::dialable(std::string_view digits) {
    return std::ranges::all_of(digits, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'D') || c == '*' || c == '#';
    });
}

bool DialPlan::list(DigitTree& numbers, std::string_view number, DialMatch::To to,
                    std::uint32_t index) {
    return numbers.add(number, packed(to, index));
}

bool DialPlan::add_inside(std::string_view number, DialMatch::To to, std::uint32_t index) {
    if (!listable(number)) return false;
    if (!trunk_access_.empty() && number.starts_with(trunk_access_)) return false;
    return list(stations_, number, to, index);
}

bool DialPlan::add_station(std::string_view number, AddressId address) {
    return add_inside(number, DialMatch::To::Station, address.index);
}

bool DialPlan::add_group(std::string_view number, GroupId group) {
    return add_inside(number, DialMatch::To::Group, group.index);
}

bool DialPlan::add_orbit(std::string_view number, OrbitId orbit) {
    return add_inside(number, DialMatch::To::Orbit, orbit.index);
}

bool DialPlan::add_outside(std::string_view number, OutsideId outside) {
    const bool plus = number.starts_with('+');
    if (!listable(number.substr(plus ? 1 : 0)) || number.size() > kLongestNumber) return false;
    return list(outside_, number, DialMatch::To::Outside, outside.index);
}

void DialPlan::set_trunk_access(std::string_view digits) { trunk_access_ = digits; }

DialMatch DialPlan::match(std::string_view digits) const {
    if (digits.empty()) return {.longer = true};
    if (digits.front() == '+') return match_outside(digits);
    if (trunk_access_.empty()) {
        const Found first = look_up(stations_, digits.substr(0, 1));
        const bool inside = first.index != kNobody || first.longer;
        return inside ? match_station(digits) : match_outside(digits);
    }
    if (digits.starts_with(trunk_access_)) {
        return match_outside(digits.substr(trunk_access_.size()));
    }
    return match_station(digits);
}

DialMatch DialPlan::match_station(std::string_view digits) const {
    const Found found = look_up(stations_, digits);
    DialMatch match;
    match.longer = found.longer || (trunk_access_.starts_with(digits) && trunk_access_ != digits);
    if (found.index == kNobody) return match;
    match.to = found.to;
    if (found.to == DialMatch::To::Station) match.address = AddressId{found.index};
    if (found.to == DialMatch::To::Group) match.group = GroupId{found.index};
    if (found.to == DialMatch::To::Orbit) match.orbit = OrbitId{found.index};
    return match;
}

DialMatch DialPlan::match_outside(std::string_view digits) const {
    const std::size_t mark = digits.starts_with('+') ? 1 : 0;
    if (digits.size() == mark) return {.longer = true};
    Found found = look_up(outside_, digits);
    bool ended = false;
    if (found.index == kNobody && !found.longer && digits.ends_with('#')) {
        digits.remove_suffix(1);
        ended = true;
        found = {look_up(outside_, digits).index, DialMatch::To::Outside, false};
    }
    const std::size_t length = digits.size() - mark;
    DialMatch match;
    if (found.index != kNobody) {
        match.to = DialMatch::To::Outside;
        match.outside = OutsideId{found.index};
        match.longer = found.longer;
    } else if (ended || outside_length_ == 0 || length >= outside_length_) {
        match.to = length > 0 ? DialMatch::To::Outside : DialMatch::To::Nowhere;
        match.longer = !ended && (found.longer || outside_length_ == 0);
    } else {
        match.longer = true;
    }
    return match;
}

}  // namespace pbxlab::pbx
