// What the methods of TAPI 3 bring that a step can be held to with "is".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/json_words.h"
#include "lines/tapi3/method.h"

namespace pbxlab::harness {

enum class Brings : std::uint8_t { Nothing, Number, String, Flag };
struct MethodResult {
    Brings brings = Brings::Nothing;
    std::string_view group;  // of a number, where it is always of the same constants
};
[[nodiscard]] MethodResult result_of(lines::tapi3::Method method);

// Which of several methods of one name a step means, by whom it concerns; and what its words say
// that does not go with the operation or the method.
[[nodiscard]] std::optional<Complaint> finish_method(Step& step, WordSet given, Mark mark);

}  // namespace pbxlab::harness
