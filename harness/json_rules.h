// Which words of an object fit together, as its rules say.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "harness/json_words.h"

namespace pbxlab::harness {

// The words of a list with spaces between them.
[[nodiscard]] std::vector<std::string_view> listed(std::string_view words);

// The first word that does not belong to the object, or that it lacks.
[[nodiscard]] std::optional<Complaint> check_rules(const ObjectWords& words, WordSet given,
                                                   Mark mark);

}  // namespace pbxlab::harness
