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

// Which of several methods of one name a step means: that of a call, of an address or of ITTAPI, by
// whom it concerns.
void choose_namesake(Step& step);

// What a step says that does not go with its operation or its method.
[[nodiscard]] std::optional<Complaint> check_method(const Step& step);

}  // namespace pbxlab::harness
