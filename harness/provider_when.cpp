#include "harness/provider_when.h"

#include <algorithm>
#include <string>
#include <vector>

#include "harness/nearest.h"
#include "harness/provider_keys.h"
#include "harness/provider_profile.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

// The folder is looked at only when a name has to be checked.
class Names {
 public:
    explicit Names(const fs::path& root) : root_{root} {}

    [[nodiscard]] std::optional<Complaint> check(const std::vector<Text>& profiles,
                                                 bool all_too = false) {
        for (const Text& profile : profiles) {
            if (names_.empty()) names_ = profile_names(root_);
            if (all_too && profile.value == kAllProfiles) continue;
            if (std::ranges::find(names_, profile.value) != names_.end()) continue;
            const std::vector<std::string_view> words{names_.begin(), names_.end()};
            return Complaint{profile.mark,
                             {},
                             "unknown provider profile " + in_quotes(profile.value),
                             one_of(words),
                             std::string{nearest(profile.value, words)}};
        }
        return std::nullopt;
    }

 private:
    const fs::path& root_;
    std::vector<std::string> names_;
};

bool has(const std::vector<Text>& names, std::string_view name) {
    return std::ranges::find(names, name, &Text::value) != names.end();
}

class Chooser {
 public:
    Chooser(const Scenario& scenario, const fs::path& root)
        : profile_{scenario.provider.profile ? scenario.provider.profile->value : kUsualProfile},
          settings_{scenario.provider.settings},
          names_{root} {}

    [[nodiscard]] std::optional<Complaint> check(const Scenario& scenario) {
        if (!scenario.providers.empty() && scenario.provider.profile &&
            scenario.provider.profile->mark.event != 0) {
            return Complaint{scenario.provider.profile->mark,
                             {},
                             "a profile beside \"providers\"",
                             "one of the two",
                             {}};
        }
        return names_.check(scenario.providers, true);
    }

    [[nodiscard]] std::optional<Complaint> check(const WhenWords& when) {
        if (auto complaint = names_.check(when.provider)) return complaint;
        return names_.check(when.not_provider);
    }

    [[nodiscard]] std::optional<Complaint> choose(Steps& steps) {
        for (Step& step : steps) {
            if (step.when) {
                if (auto complaint = check(*step.when)) return complaint;
            }
            if (auto complaint = choose(step.steps)) return complaint;
        }
        std::erase_if(steps, [this](const Step& step) { return step.when && !holds(*step.when); });
        return std::nullopt;
    }

    [[nodiscard]] bool holds(const WhenWords& when) const {
        if (!when.provider.empty() && !has(when.provider, profile_)) return false;
        if (has(when.not_provider, profile_)) return false;
        if (when.settings.empty()) return true;
        ProviderBehaviour behaviour;
        apply(settings_, behaviour);
        return std::ranges::all_of(when.settings, [&behaviour](const Setting& setting) {
            return provider_keys()[setting.key].get(behaviour) == setting.value;
        });
    }

 private:
    std::string profile_;
    const Settings& settings_;
    Names names_;
};

std::optional<Complaint> choose_in_traces(Chooser& chooser, std::vector<TraceWords>& traces) {
    for (TraceWords& trace : traces) {
        std::size_t gone = 0;
        for (const TraceWords::Conditional& each : trace.conditional) {
            if (auto complaint = chooser.check(*each.when)) return complaint;
            if (chooser.holds(*each.when)) continue;
            const std::size_t place = each.state - gone++;
            trace.states.erase(trace.states.begin() + static_cast<std::ptrdiff_t>(place));
        }
        trace.conditional.clear();
    }
    return std::nullopt;
}

}  // namespace

std::optional<Complaint> choose_steps(Scenario& scenario, const fs::path& root) {
    Chooser chooser{scenario, root};
    if (auto complaint = chooser.check(scenario)) return complaint;
    if (auto complaint = chooser.choose(scenario.steps)) return complaint;
    return choose_in_traces(chooser, scenario.traces);
}

}  // namespace pbxlab::harness
