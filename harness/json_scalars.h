// Single values: what a text or number behind a word may be, and how a wrong one is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/json_words.h"

namespace pbxlab::harness {

// Takes a text, filling `value` with what it means. A complaint has no place yet.
[[nodiscard]] std::optional<Complaint> take_text(const Type& type, std::string_view text,
                                                 Value& value);
// Takes a whole number.
[[nodiscard]] std::optional<Complaint> take_number(const Type& type, std::int64_t number,
                                                   Value& value);

// "a text", "a list of steps", "true or false" ...: what `type` accepts.
[[nodiscard]] std::string expected_of(const Type& type);
// "a text", "an object" ...
[[nodiscard]] std::string_view kind_name(JsonKind kind);

// The words that fit a text of this type, for messages, completion and the nearest one.
[[nodiscard]] std::vector<std::string_view> word_list(const Type& type);

// The regular expression of a form, for the schema; empty when it has none.
[[nodiscard]] std::string_view pattern_of(Form form);

}  // namespace pbxlab::harness
