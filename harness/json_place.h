// Where something stands in a JSON text: a second pass, made only when a place has to be told.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "harness/json_reader.h"
#include "harness/problem.h"
#include "harness/scenario_reader.h"

namespace pbxlab::harness {

// The place of an event of a text whose events up to there are well formed; a zero place when it
// has fewer. When `key` is not empty, the place of that word in the object that the event opens, if
// it has it. The pointer of a word in an object is that of its value for `key`, and that of the
// object for an event that is itself a word.
[[nodiscard]] Place place_of(std::string_view json, Mark mark, std::string_view key = {});

// Line and column of a byte, and the pointer of the value that holds it.
[[nodiscard]] Place place_of_byte(std::string_view json, std::size_t offset);

// A mistake in a file with its place.
[[nodiscard]] Problem problem_at(std::string_view json, const std::string& file,
                                 const ReadMistake& mistake);

}  // namespace pbxlab::harness
