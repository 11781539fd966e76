#include "harness/apart.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "harness/provider_keys.h"
#include "harness/report.h"
#include "lines/tapi_constants.h"

namespace pbxlab::harness {

namespace {

// Only the verdict counts: nothing is written, and it does not wait for the clock.
RunOptions quietly(const RunOptions& options) {
    RunOptions quiet = options;
    quiet.trace = nullptr;
    quiet.pace = nullptr;
    quiet.update = false;
    return quiet;
}

// Settings of the profile come first and have no place in the scenario's file.
bool is_profiles(const Setting& setting) { return setting.mark.event == 0; }

// At the same step, of the same thing.
bool fails_so(const Scenario& scenario, const Failure& failure, const RunOptions& options) {
    const RunResult result = run_scenario(scenario, options);
    return result.failure && result.failure->step == failure.step &&
           result.failure->what == failure.what && result.failure->error == failure.error;
}

std::vector<FaultWords> faults_that_matter(Scenario scenario, const Failure& failure,
                                           const RunOptions& options) {
    std::vector<FaultWords>& faults = scenario.provider.faults;
    for (std::size_t i = 0; i < faults.size();) {
        const FaultWords left_out = faults[i];
        const auto at = static_cast<std::ptrdiff_t>(i);
        faults.erase(faults.begin() + at);
        if (fails_so(scenario, failure, options)) continue;
        faults.insert(faults.begin() + at, left_out);
        ++i;
    }
    return faults;
}

// Leaves out one after the other, as long as it goes on failing: what is left makes it fail.
std::vector<std::string> what_matters(Scenario scenario, const Failure& failure,
                                      const RunOptions& options) {
    Settings& settings = scenario.provider.settings;
    for (std::size_t i = 0; i < settings.size();) {
        if (!is_profiles(settings[i])) break;
        const Setting left_out = settings[i];
        const auto at = settings.begin() + static_cast<std::ptrdiff_t>(i);
        settings.erase(at);
        if (fails_so(scenario, failure, options)) continue;
        settings.insert(settings.begin() + static_cast<std::ptrdiff_t>(i), left_out);
        ++i;
    }
    std::vector<std::string> keys;
    for (const Setting& setting : settings) {
        if (is_profiles(setting)) keys.emplace_back(provider_keys()[setting.key].name);
    }
    for (const FaultWords& fault : faults_that_matter(scenario, failure, options))
        keys.push_back(fault_text(fault));
    return keys;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace

std::optional<std::string> why_apart(const Scenario& scenario, const Failure& failure,
                                     const RunOptions& options) {
    if (failure.broken_rule || !scenario.provider.profile) return std::nullopt;
    const auto keys = what_matters(scenario, failure, quietly(options));
    if (keys.empty()) return std::nullopt;
    const std::string& provider = scenario.provider.profile->value;
    if (failure.error == lines::line_error(lines::LINEERR_OPERATIONUNAVAIL)) {
        return fmt::format("{} does not offer {} (step {}; {})", provider, failure.refused,
                           failure.step, listed(keys));
    }
    return fmt::format("{} does otherwise: {} (step {}: {})", provider, listed(keys), failure.step,
                       failure_summary(failure));
}

}  // namespace pbxlab::harness
