#include "harness/plan.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "harness/json_file.h"
#include "harness/limits.h"
#include "harness/matrix.h"
#include "harness/nearest.h"
#include "harness/provider_profile.h"
#include "harness/provider_when.h"
#include "harness/scenario_reader.h"
#include "harness/workers.h"
#include "switch/random.h"

namespace pbxlab::harness {

namespace {

bool any_fits(const std::vector<std::string>& patterns, std::string_view text) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [text](const std::string& each) { return filter_fits(each, text); });
}

bool any_tag_fits(const std::vector<std::string>& patterns, const Scenario& scenario) {
    return std::any_of(scenario.tags.begin(), scenario.tags.end(),
                       [&](const Text& tag) { return any_fits(patterns, tag.value); });
}

// What a scenario says about profiles.
struct Profiles {
    std::string own;                       // that it names itself
    std::vector<std::string> holds_under;  // "providers"
    bool operator==(const Profiles&) const = default;
};

// A run of a file's matrix.
struct Variant {
    std::string name;
    Profiles profiles;
};

// What has to be known of a file before its runs can be planned.
struct Look {
    bool fits = true;                         // its tags
    std::shared_ptr<const std::string> text;  // where there was room to keep it
    std::vector<Variant> variants = {Variant{}};
};

Profiles profiles_of(const Scenario& scenario) {
    Profiles profiles;
    if (scenario.provider.profile) profiles.own = scenario.provider.profile->value;
    for (const Text& each : scenario.providers) profiles.holds_under.push_back(each.value);
    return profiles;
}

// Each run of the matrix may name other profiles. One that cannot be read is told when it is
// played.
std::vector<Variant> variants_of(const ScenarioFile& file, std::string_view json,
                                 const Scenario& first) {
    std::vector<Variant> variants;
    const Profiles profiles = profiles_of(first);
    for (std::uint64_t i = 0; i < combinations(first.matrix); ++i) {
        variants.push_back({variant_name(first.matrix, i), profiles});
        if (i == 0 || profiles == Profiles{}) continue;
        const auto scenario = parse_scenario(json, file.file, file.root, {.variant = i});
        variants.back().profiles = scenario ? profiles_of(*scenario) : Profiles{};
    }
    return variants;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// Most files need no more than a glance at their text.
Look look(const ScenarioFile& file, std::string_view json, const Selection& selection) {
    const bool by_tags = !selection.tags.empty() || !selection.without_tags.empty();
    const bool by_provider = !selection.providers.empty() || may_have(json, "providers");
    if (!by_tags && !by_provider && !may_have_matrix(json)) return {};
    const auto scenario = parse_scenario(json, file.file, file.root);
    if (!scenario) return {};
    const bool wanted = selection.tags.empty() || any_tag_fits(selection.tags, *scenario);
    return {.fits = wanted && !any_tag_fits(selection.without_tags, *scenario),
            .variants = variants_of(file, json, *scenario)};
}

// Looks at files, and keeps what they say as long as there is room.
class Looker {
 public:
    explicit Looker(const Selection& selection) : selection_{selection} {}

    [[nodiscard]] Look look(const ScenarioFile& file) {
        auto json = read_file(file.file, file.file);
        if (!json) return {};
        Look made = harness::look(file, *json, selection_);
        if (kept_.fetch_add(json->size(), std::memory_order_relaxed) + json->size() < kMaxKeptBytes)
            made.text = std::make_shared<const std::string>(*std::move(json));
        return made;
    }

 private:
    const Selection& selection_;
    std::atomic<std::size_t> kept_{0};
};

bool filters_fit(const PlannedRun& run, const Selection& selection) {
    return selection.filters.empty() || any_fits(selection.filters, run.file.file) ||
           any_fits(selection.filters, run.file.id) || any_fits(selection.filters, run.name);
}

// Adds the repeats of one run of a file; false when there are too many.
bool add(const PlannedRun& once, const Selection& selection, std::vector<PlannedRun>& runs) {
    for (std::uint64_t number = 1; number <= selection.repeat; ++number) {
        PlannedRun run = once;
        if (selection.repeat > 1) run.name += fmt::format("#{}", number);
        run.seed = selection.seed + number - 1;
        if (!filters_fit(run, selection)) continue;
        if (runs.size() == kMaxRuns) return false;
        runs.push_back(std::move(run));
    }
    return true;
}

// The same for the runs of its matrix from `first` on, before `end`.
bool add(const PlannedRun& under, const std::vector<Variant>& variants, std::uint64_t first,
         std::uint64_t end, const Selection& selection, std::vector<PlannedRun>& runs) {
    for (std::uint64_t i = first; i < end; ++i) {
        PlannedRun once = under;
        once.name = under.file.id + variants[i].name;
        if (!once.provider.empty()) once.name += '@' + once.provider;
        once.variant = i;
        if (!add(once, selection, runs)) return false;
    }
    return true;
}

// The names, each once, with every profile of the root in the place of "all".
std::vector<std::string> expanded(const std::vector<std::string>& names,
                                  const std::filesystem::path& root) {
    if (contains(names, kAllProfiles)) return profile_names(root);
    std::vector<std::string> once;
    for (const std::string& name : names) {
        if (!contains(once, name)) once.push_back(name);
    }
    return once;
}

// Under which profiles a file is run; a run without one is as the scenario says itself.
std::vector<PlannedRun> under_providers(const ScenarioFile& file, const Profiles& profiles,
                                        const Selection& selection) {
    const std::vector<std::string> asked = expanded(selection.providers, file.root);
    const std::vector<std::string> named = expanded(profiles.holds_under, file.root);
    std::vector<PlannedRun> runs;
    if (asked.empty() && named.empty()) return {{.file = file}};
    if (!profiles.own.empty()) {
        PlannedRun only{.file = file};
        if (!contains(asked, profiles.own)) only.apart = "it is about " + profiles.own;
        return {only};
    }
    for (const std::string& provider : asked.empty() ? named : asked) {
        runs.push_back({.file = file,
                        .provider = provider,
                        .must_hold = asked.empty() || contains(named, provider)});
    }
    return runs;
}

// The same under each profile; runs of the matrix that name the same ones stay together.
bool add(const ScenarioFile& file, const Look& look, const Selection& selection,
         std::vector<PlannedRun>& runs) {
    const std::vector<Variant>& variants = look.variants;
    for (std::uint64_t first = 0; look.fits && first < variants.size();) {
        const Profiles& profiles = variants[first].profiles;
        std::uint64_t end = first + 1;
        while (end < variants.size() && variants[end].profiles == profiles) ++end;
        for (PlannedRun& under : under_providers(file, profiles, selection)) {
            under.text = look.text;
            if (!add(under, variants, first, end, selection, runs)) return false;
        }
        first = end;
    }
    return true;
}

// A profile that is asked for, and that the root of a file does not have.
std::optional<Problem> unknown_provider(const std::vector<ScenarioFile>& files,
                                        const Selection& selection) {
    std::set<std::filesystem::path> roots;
    for (const ScenarioFile& file : files) {
        if (selection.providers.empty() || !roots.insert(file.root).second) continue;
        const std::vector<std::string> names = profile_names(file.root);
        const std::vector<std::string_view> words{names.begin(), names.end()};
        if (contains(names, kAllProfiles)) {
            return Problem{.file = (file.root / "providers/all.json").generic_string(),
                           .what = in_quotes(kAllProfiles) + " stands for every provider profile",
                           .expected = "another name for this one"};
        }
        for (const std::string& asked : selection.providers) {
            if (asked == kAllProfiles || contains(names, asked)) continue;
            return Problem{.file = file.root.generic_string(),
                           .what = "unknown provider profile " + in_quotes(asked),
                           .expected = one_of(words),
                           .nearest = std::string{nearest(asked, words)}};
        }
    }
    return std::nullopt;
}

void keep_shard(std::vector<PlannedRun>& runs, const Shard& shard) {
    if (shard.total == 1) return;
    std::vector<PlannedRun> kept;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (i % shard.total == shard.index) kept.push_back(std::move(runs[i]));
    }
    runs = std::move(kept);
}

void put_in_order(std::vector<PlannedRun>& runs, Order order, std::uint64_t seed) {
    if (order == Order::Reverse) std::reverse(runs.begin(), runs.end());
    if (order != Order::Random) return;
    pbx::RandomStream random{seed, "order of runs"};
    for (std::size_t left = runs.size(); left > 1; --left)
        std::swap(runs[left - 1], runs[random.between(0, left - 1)]);
}

}  // namespace

Result<Plan> plan_runs(const std::vector<ScenarioFile>& files, const Selection& selection,
                       unsigned jobs) {
    if (auto problem = unknown_provider(files, selection)) return tl::unexpected(*problem);
    std::vector<Look> looks(files.size());
    Looker looker{selection};
    spread(files.size(), jobs, [&](std::size_t i) { looks[i] = looker.look(files[i]); });
    Plan plan;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!add(files[i], looks[i], selection, plan.runs)) {
            return tl::unexpected{
                Problem{.file = files[i].file,
                        .what = fmt::format(
                            "more than {} runs, matrices and repeats multiplied out", kMaxRuns)}};
        }
    }
    plan.chosen = plan.runs.size();
    keep_shard(plan.runs, selection.shard);
    put_in_order(plan.runs, selection.order, selection.seed);
    return plan;
}

}  // namespace pbxlab::harness
