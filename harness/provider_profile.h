// Provider profiles: files below providers/ of the scenario root that say how one provider behaves,
// each thing with its source. Those that pbxlab ships are there for every root.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/problem.h"
#include "harness/root_files.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// Settings and faults with what they rest upon.
struct ReasonWords {
    Mark mark;
    Text source;  // where it is published; empty for an assumption
    Text says;
    Settings settings;
    std::vector<FaultWords> faults;
};

// A profile file as it is written.
struct ProfileWords {
    Text name, about;
    std::optional<Text> extends;
    std::vector<ReasonWords> facts, assumptions;
    Settings settings;  // without a reason
    std::vector<FaultWords> faults;
};

enum class Basis : std::uint8_t { Stated, Fact, Assumption };

// What something rests upon.
struct Reason {
    std::string profile;  // that says it: this one, or one that it extends
    Basis basis = Basis::Stated;
    std::string source, says;
};

struct ProfileSetting {
    Setting setting;  // without a place
    Reason reason;
};

struct ProfileFault {
    FaultWords fault;  // without a place
    Reason reason;
};

// A profile with all that it takes over.
struct ProviderProfile {
    std::string id;                        // "isdn-adapter": the name of its file
    std::string name, about;               // in words
    std::vector<std::string> extends;      // those that it takes over from, the nearest first
    std::vector<ProfileSetting> settings;  // one for each key, sorted by key
    std::vector<ProfileFault> faults;      // in the order in which they act
};

// The profile of that name and those that it extends. Beside what open_named and read_json refuse:
// a key that is set twice in a file, settings that contradict each other, and faults that do, or
// that name a line, an application or a call.
[[nodiscard]] Result<ProviderProfile> read_profile(const Text& name, const NamedIn& named_in,
                                                   const std::filesystem::path& root);

// Stands for every profile there is, and is the name of none.
inline constexpr const char* kAllProfiles = "all";

// The profiles there are for a root, sorted: its own, and those shipped.
[[nodiscard]] std::vector<std::string> profile_names(const std::filesystem::path& root);

// Puts the settings of the profile that `words` names in front of its own, and takes over its
// faults.
[[nodiscard]] std::optional<Problem> start_from_profile(ProviderWords& words,
                                                        const NamedIn& named_in,
                                                        const std::filesystem::path& root);

// The same for all lines of a switch.
[[nodiscard]] std::optional<Problem> start_from_profiles(SwitchWords& words,
                                                         const NamedIn& named_in,
                                                         const std::filesystem::path& root);

}  // namespace pbxlab::harness
