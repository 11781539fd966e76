// Which digits lead where. Overlap dialling needs two answers at once: where do these digits lead
// now, and could more digits lead elsewhere? Together they tell complete, partial, open and
// hopeless numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "switch/digit_tree.h"
#include "switch/ids.h"

namespace pbxlab::pbx {

struct DialMatch {
    enum class To : std::uint8_t { Nowhere, Station, Outside, Group, Orbit };
    To to = To::Nowhere;
    AddressId address;  // when to == Station
    OutsideId outside;  // when to == Outside; invalid: a well-formed outside number that nobody has
    GroupId group;      // when to == Group
    OrbitId orbit;      // when to == Orbit
    bool longer = false;  // further digits could still change the answer

    [[nodiscard]] bool complete() const { return to != To::Nowhere && !longer; }
    [[nodiscard]] bool hopeless() const { return to == To::Nowhere && !longer; }
};

class DialPlan {
 public:
    // Longest number that can be dialled or listed.
    static constexpr std::size_t kLongestNumber = 40;

    // Lists a station's or an outside party's number. False, changing nothing, when the number is
    // empty, too long, not dialable ([0-9A-D*#], outside numbers may start with '+') or already
    // listed, or when a station's number starts with the trunk access digits.
    bool add_station(std::string_view number, AddressId address);
    bool add_group(std::string_view number, GroupId group);  // listed among the stations
    bool add_orbit(std::string_view number, OrbitId orbit);  // the same
    bool add_outside(std::string_view number, OutsideId outside);

    // Digits dialled before an outside number; "9" unless set. May be empty (no stations then share
    // a first digit).
    void set_trunk_access(std::string_view digits);
    [[nodiscard]] std::string_view trunk_access() const { return trunk_access_; }

    // Length at which an outside number that is not listed counts as complete; 0: never, it needs
    // an end mark or a time-out.
    void set_outside_length(std::size_t digits) { outside_length_ = digits; }

    // Where `digits` lead. A number starting with '+' is an outside number without access digits.
    [[nodiscard]] DialMatch match(std::string_view digits) const;

    // True for characters that can be dialled: digits, A to D, star and hash.
    [[nodiscard]] static bool dialable(std::string_view digits);

 private:
    static bool list(DigitTree& numbers, std::string_view number, DialMatch::To to,
                     std::uint32_t index);
    bool add_inside(std::string_view number, DialMatch::To to, std::uint32_t index);
    [[nodiscard]] DialMatch match_station(std::string_view digits) const;
    [[nodiscard]] DialMatch match_outside(std::string_view digits) const;

    DigitTree stations_, outside_;
    std::string trunk_access_ = "9";
    std::size_t outside_length_ = 0;
};

}  // namespace pbxlab::pbx
