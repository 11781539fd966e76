#include "harness/plan.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "harness/limits.h"
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

bool tags_fit(const ScenarioFile& file, const Selection& selection) {
    const auto scenario = read_scenario(file.file, file.root);
    if (!scenario) return true;
    return (selection.tags.empty() || any_tag_fits(selection.tags, *scenario)) &&
           !any_tag_fits(selection.without_tags, *scenario);
}

// Which files have tags that fit.
std::vector<char> fitting(const std::vector<ScenarioFile>& files, const Selection& selection,
                          unsigned jobs) {
    std::vector<char> fits(files.size(), 1);
    if (selection.tags.empty() && selection.without_tags.empty()) return fits;
    spread(files.size(), jobs,
           [&](std::size_t i) { fits[i] = tags_fit(files[i], selection) ? 1 : 0; });
    return fits;
}

bool filters_fit(const ScenarioFile& file, const std::string& name, const Selection& selection) {
    return selection.filters.empty() || any_fits(selection.filters, file.file) ||
           any_fits(selection.filters, file.id) || any_fits(selection.filters, name);
}

// Adds the runs of a file; false when there are too many.
bool add(const ScenarioFile& file, const Selection& selection, std::vector<PlannedRun>& runs) {
    for (std::uint64_t number = 1; number <= selection.repeat; ++number) {
        std::string name = file.id;
        if (selection.repeat > 1) name += fmt::format("#{}", number);
        if (!filters_fit(file, name, selection)) continue;
        if (runs.size() == kMaxRuns) return false;
        runs.push_back({file, std::move(name), selection.seed + number - 1});
    }
    return true;
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
    const std::vector<char> fits = fitting(files, selection, jobs);
    Plan plan;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (fits[i] != 0 && !add(files[i], selection, plan.runs)) {
            return tl::unexpected{Problem{
                .file = files[i].file,
                .what = fmt::format("more than {} runs, repeats multiplied out", kMaxRuns)}};
        }
    }
    plan.chosen = plan.runs.size();
    keep_shard(plan.runs, selection.shard);
    put_in_order(plan.runs, selection.order, selection.seed);
    return plan;
}

}  // namespace pbxlab::harness
