// Whether an object of a file has the words that it needs, and no two that exclude each other.
#pragma once

#include <optional>

#include "harness/json_words.h"

namespace pbxlab::harness {

// For an object that has been read to its end with these words; `mark` is that of the object.
[[nodiscard]] std::optional<Complaint> missing(const ObjectWords& words, WordSet given, Mark mark);

}  // namespace pbxlab::harness
