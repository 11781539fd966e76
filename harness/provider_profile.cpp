#include "harness/provider_profile.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "harness/json_place.h"
#include "harness/json_reader.h"
#include "harness/limits.h"
#include "harness/nearest.h"
#include "harness/provider_contradictions.h"
#include "harness/provider_keys.h"
#include "harness/scenario_check.h"
#include "harness/scenario_words.h"
#include "harness/shipped_profiles.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

FileKind profile_files() {
    return {.folder = "providers",
            .what = "provider profile",
            .starts = "extends",
            .start = "extend",
            .most = kMaxProfiles,
            .shipped = shipped_profiles(),
            .all = kAllProfiles};
}

Complaint at(Mark mark, std::string what, std::string expected) {
    return {mark, {}, std::move(what), std::move(expected), {}};
}

// What one file says, and what it takes over, by key. The marks are those of the file.
class Gathering {
 public:
    Gathering(std::string profile, ProviderProfile under)
        : profile_{std::move(profile)}, faults_{std::move(under.faults)} {
        for (ProfileSetting& each : under.settings) all_[each.setting.key] = std::move(each);
    }

    [[nodiscard]] std::optional<Complaint> add(const Settings& settings,
                                               const std::vector<FaultWords>& faults,
                                               Reason reason) {
        reason.profile = profile_;
        for (const Setting& setting : settings) {
            const auto before = all_.find(setting.key);
            if (before != all_.end() && before->second.setting.mark.event != 0) {
                return at(setting.mark,
                          "the profile has set " + in_quotes(provider_keys()[setting.key].name) +
                              " before",
                          "each key once in a file");
            }
            all_[setting.key] = {setting, reason};
        }
        for (const FaultWords& fault : faults) {
            for (const Text* name : {&fault.line, &fault.app, &fault.call}) {
                if (!name->value.empty())
                    return at(
                        name->mark, "a standing fault of " + in_quotes(name->value),
                        "no \"on\", \"app\" or \"call\": it is of every line of the provider");
            }
            faults_.push_back({fault, reason});
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Complaint> add(const std::vector<ReasonWords>& reasons,
                                               Basis basis) {
        for (const ReasonWords& words : reasons) {
            if (words.settings.empty() && words.faults.empty())
                return at(words.mark, "nothing follows from this", "\"settings\" or \"faults\"");
            const Reason reason{
                .basis = basis, .source = words.source.value, .says = words.says.value};
            if (auto complaint = add(words.settings, words.faults, reason)) return complaint;
        }
        return std::nullopt;
    }
    // Whether all of it can hold together.
    [[nodiscard]] std::optional<Complaint> check() const {
        Settings settings;
        settings.reserve(all_.size());
        for (const auto& [key, each] : all_) settings.push_back(each.setting);
        if (auto complaint = contradiction(settings)) return complaint;
        std::vector<FaultWords> faults;
        faults.reserve(faults_.size());
        for (const ProfileFault& each : faults_) faults.push_back(each.fault);
        return check_faults(faults);
    }
    // Gives up what was gathered; the marks belong to the file, and are gone.
    void take(ProviderProfile& into) && {
        for (auto& [key, each] : all_) {
            each.setting.mark = {};
            into.settings.push_back(std::move(each));
        }
        for (ProfileFault& each : faults_) each.fault.mark = each.fault.name.mark = {};
        into.faults = std::move(faults_);
    }

 private:
    std::string profile_;
    std::map<std::uint16_t, ProfileSetting> all_;
    std::vector<ProfileFault> faults_;
};

std::optional<Complaint> gather(const ProfileWords& words, Gathering& into) {
    if (auto complaint = into.add(words.settings, words.faults, {})) return complaint;
    if (auto complaint = into.add(words.facts, Basis::Fact)) return complaint;
    if (auto complaint = into.add(words.assumptions, Basis::Assumption)) return complaint;
    return into.check();
}

Result<ProviderProfile> read(const Text& name, const NamedIn& named_in, const fs::path& root,
                             FileChain& chain) {
    const Result<NamedFile> file = open_named(profile_files(), name, named_in, root, chain);
    if (!file) return tl::unexpected(file.error());
    ProfileWords words;
    if (const auto mistake = read_json(file->json, profile_words(), &words))
        return tl::unexpected(problem_at(file->json, file->shown, *mistake));
    ProviderProfile under;
    if (words.extends) {
        Result<ProviderProfile> base = read(*words.extends, {file->json, file->shown}, root, chain);
        if (!base) return base;
        under = *std::move(base);
    }
    ProviderProfile profile{.id = name.value, .name = words.name.value, .about = words.about.value};
    if (words.extends) {
        profile.extends = std::move(under.extends);
        profile.extends.insert(profile.extends.begin(), words.extends->value);
    }
    Gathering all{name.value, std::move(under)};
    if (auto complaint = gather(words, all))
        return tl::unexpected(problem_at(file->json, file->shown, *std::move(complaint)));
    std::move(all).take(profile);
    return profile;
}

}  // namespace

Result<ProviderProfile> read_profile(const Text& name, const NamedIn& named_in,
                                     const fs::path& root) {
    FileChain chain;
    return read(name, named_in, root, chain);
}

std::vector<std::string> profile_names(const fs::path& root) {
    return file_names(profile_files(), root);
}

std::optional<Problem> start_from_profile(ProviderWords& words, const NamedIn& named_in,
                                          const fs::path& root) {
    Settings own = std::move(words.settings);
    words.settings.clear();
    if (words.profile) {
        const Result<ProviderProfile> profile = read_profile(*words.profile, named_in, root);
        if (!profile) return profile.error();
        for (const ProfileSetting& each : profile->settings) words.settings.push_back(each.setting);
        for (const ProfileFault& each : profile->faults) words.faults.push_back(each.fault);
    }
    words.settings.insert(words.settings.end(), own.begin(), own.end());
    if (auto complaint = contradiction(words.settings))
        return problem_at(named_in.json, named_in.file, *std::move(complaint));
    return std::nullopt;
}

std::optional<Problem> start_from_profiles(SwitchWords& words, const NamedIn& named_in,
                                           const fs::path& root) {
    for (auto& [name, line] : words.lines) {
        if (auto problem = start_from_profile(line.provider, named_in, root)) return problem;
    }
    return std::nullopt;
}

}  // namespace pbxlab::harness
