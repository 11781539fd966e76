// The numbers of a scenario with a load, counted up for its copies.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "harness/scenario.h"

namespace pbxlab::harness {

// A number that can be counted up: digits, perhaps behind a '+'.
struct Counted {
    std::uint64_t value = 0;
    std::size_t width = 0;  // digits, leading zeros included
    bool plus = false;
};

inline constexpr std::size_t kMostCountedDigits = 15;

// Nothing for what is no number of at most kMostCountedDigits digits.
[[nodiscard]] std::optional<Counted> counted(const std::string& number);

// All numbers of one side, inside or outside. They lie one `stride` apart from one copy to the
// next, so that no two copies meet.
class CountedNumbers {
 public:
    void add(const std::string& number);
    [[nodiscard]] bool has(const std::string& number) const { return numbers_.contains(number); }
    [[nodiscard]] std::uint64_t stride() const;
    // The number in a copy, counting from 1. It has more digits where the last one has no room.
    [[nodiscard]] std::string in_copy(const std::string& number, std::uint32_t copy) const;
    [[nodiscard]] const std::map<std::string, Counted>& all() const { return numbers_; }

 private:
    std::map<std::string, Counted> numbers_;
};

// Of lines, groups and park orbits; appearances of shared addresses have the number of the first.
[[nodiscard]] CountedNumbers inside_numbers(const SwitchWords& words);
[[nodiscard]] CountedNumbers outside_numbers(const SwitchWords& words);

}  // namespace pbxlab::harness
