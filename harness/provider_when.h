// Steps, and states of traces, that belong to a scenario only under some providers.
#pragma once

#include <filesystem>
#include <optional>

#include "harness/json_words.h"
#include "harness/provider_profile.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// Takes out the steps and states whose "when" does not hold for the scenario's provider, whose
// profile has been read. Refused: names of profiles that do not exist, in "when" and in
// "providers", and "providers" beside a profile.
[[nodiscard]] std::optional<Complaint> choose_steps(Scenario& scenario,
                                                    const std::filesystem::path& root);

// The profile whose settings hold where a scenario names none.
inline constexpr const char* kUsualProfile = "generic";

}  // namespace pbxlab::harness
