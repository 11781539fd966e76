// The table behind the conditions: for each word, where it stands in a scenario and where its value
// is read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/conditions.h"

namespace pbxlab::harness {

// What is looked at.
enum class On : std::uint8_t { Call, Line, Message };
// How the value now must stand to the one that is wanted.
enum class How : std::uint8_t { Equal, AllOf, NoneOf };

struct NumberRow {
    std::string_view word;
    std::optional<std::uint32_t> Conditions::*wanted;
    On on;
    How how;
    std::string_view group;  // of the value's words; empty: a number
    bool bits;               // the value is a set of bits
    std::uint32_t (*now)(Snapshot&);
};
struct TextRow {
    std::string_view word;
    std::optional<Text> Conditions::*wanted;
    std::string (*now)(Snapshot&);
    On on = On::Call;
};

[[nodiscard]] std::span<const NumberRow> number_rows();
[[nodiscard]] std::span<const TextRow> text_rows();

[[nodiscard]] bool holds(How how, std::uint32_t wanted, std::uint32_t now);

// A value in the words of a scenario.
[[nodiscard]] std::string value_text(const NumberRow& row, std::uint32_t value);
// "reason is direct, not transfer".
[[nodiscard]] std::string unmet_text(const NumberRow& row, std::uint32_t wanted, std::uint32_t now);

// Conditions of the rows of `on` that do not hold, in words.
[[nodiscard]] std::vector<std::string> unmet_rows(const Conditions& wanted, On on,
                                                  Snapshot& snapshot);

}  // namespace pbxlab::harness
