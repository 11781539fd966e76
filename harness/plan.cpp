#include "harness/plan.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "harness/json_file.h"
#include "harness/limits.h"
#include "harness/matrix.h"
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

// What has to be known of a file before its runs can be planned.
struct Look {
    bool fits = true;                                     // its tags
    std::vector<std::string> variants = {std::string{}};  // names of the runs of its matrix
};

std::vector<std::string> variant_names(const Matrix& matrix) {
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < combinations(matrix); ++i)
        names.push_back(variant_name(matrix, i));
    return names;
}

// Most files need no more than a glance at their text.
Look look(const ScenarioFile& file, const Selection& selection) {
    const bool by_tags = !selection.tags.empty() || !selection.without_tags.empty();
    const auto json = read_file(file.file, file.file);
    if (!json || (!by_tags && !may_have_matrix(*json))) return {};
    const auto scenario = parse_scenario(*json, file.file, file.root);
    if (!scenario) return {};
    const bool wanted = selection.tags.empty() || any_tag_fits(selection.tags, *scenario);
    return {.fits = wanted && !any_tag_fits(selection.without_tags, *scenario),
            .variants = variant_names(scenario->matrix)};
}

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

// The same for each combination of its matrix.
bool add(const ScenarioFile& file, const Look& look, const Selection& selection,
         std::vector<PlannedRun>& runs) {
    if (!look.fits) return true;
    for (std::uint64_t i = 0; i < look.variants.size(); ++i) {
        if (!add({file, file.id + look.variants[i], 1, i}, selection, runs)) return false;
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
    std::vector<Look> looks(files.size());
    spread(files.size(), jobs, [&](std::size_t i) { looks[i] = look(files[i], selection); });
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
