// Offices: switches in files of their own below offices/ of the scenario root, that scenarios and
// other offices start from.
#pragma once

#include <filesystem>
#include <optional>

#include "harness/problem.h"
#include "harness/root_files.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// Puts the office that `words` names, and those that it starts from in turn, under what `words`
// says itself: lines and parties by name, in place of the office's own; numbers where they are
// given. A problem, in the file that it is in: an office that does not exist, that lies outside
// `root` (links resolved), that cannot be read, that starts from itself, or a chain of more than
// kMaxOffices.
[[nodiscard]] std::optional<Problem> start_from_office(SwitchWords& words, const NamedIn& source,
                                                       const std::filesystem::path& root);

}  // namespace pbxlab::harness
