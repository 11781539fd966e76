// Faults name lines, applications and calls that there are, and do not stand in each other's way.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "harness/fault_words.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"

namespace pbxlab::harness {

namespace {

using Refused = std::optional<Complaint>;
using Names = std::set<std::string, std::less<>>;

struct Known {
    Names lines, apps, calls;
};

void collect(const Steps& steps, Names& calls) {
    for (const Step& step : steps) {
        for (const Text& name : step.as) calls.insert(name.value);
        if (step.kind == StepKind::Do && step.conference) calls.insert(step.conference->value);
        collect(step.steps, calls);
    }
}

Refused known(std::string_view kind, const Text& name, const Names& names) {
    if (name.value.empty() || names.contains(name.value)) return std::nullopt;
    const std::vector<std::string_view> words(names.begin(), names.end());
    return Complaint{name.mark,
                     {},
                     fmt::format("unknown {} {}", kind, in_quotes(name.value)),
                     words.empty() ? "one that is named; there is none" : one_of(words),
                     std::string{nearest(name.value, words)}};
}

Refused check_names(const FaultWords& fault, const Known& there) {
    if (auto refused = known("line", fault.line, there.lines)) return refused;
    if (auto refused = known("application", fault.app, there.apps)) return refused;
    return known("call", fault.call, there.calls);
}

bool same_scope(const FaultWords& a, const FaultWords& b) {
    return a.line.value == b.line.value && a.app.value == b.app.value &&
           a.call.value == b.call.value;
}

bool always(const FaultWords& fault) { return !fault.nth && !fault.from && !fault.times; }

bool is_in(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) {
    return std::ranges::all_of(
        some, [&](std::uint32_t each) { return std::ranges::find(all, each) != all.end(); });
}

bool any_in(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) {
    return std::ranges::any_of(
        some, [&](std::uint32_t each) { return std::ranges::find(all, each) != all.end(); });
}

// Two kinds of which the first leaves nothing for the second, or that want the opposite.
struct Clash {
    std::string_view first, second;
};
constexpr Clash kClashes[] = {{"replyEarly", "replyLate"},
                              {"replyLate", "replyEarly"},
                              {"hide", "advertise"},
                              {"advertise", "hide"},
                              {"fail", "fail"},
                              {"fail", "slow"},
                              {"fail", "replyEarly"},
                              {"fail", "replyLate"}};

Refused clash(const FaultWords& first, const FaultWords& second) {
    const std::string_view one = fault_kinds()[first.kind].word;
    const std::string_view other = fault_kinds()[second.kind].word;
    const auto complaint = [&](std::string_view why) {
        return Complaint{
            second.mark,
            {},
            fmt::format("{}: an earlier fault, {}, {}", fault_text(second), fault_text(first), why),
            "one of the two, or faults of different lines, calls or occurrences",
            {}};
    };
    if (!same_scope(first, second) || !always(first)) return std::nullopt;
    const bool of_messages = !second.selectors.empty();
    if (one == "drop" && of_messages && is_in(second.selectors, first.selectors))
        return complaint("leaves none of these messages");
    const auto fits = [&](const Clash& each) { return each.first == one && each.second == other; };
    if (std::ranges::any_of(kClashes, fits) && any_in(second.ops, first.ops))
        return complaint("contradicts it");
    return std::nullopt;
}

// Some things are over at once.
Refused check_time(const FaultWords& fault) {
    if (fault_kinds()[fault.kind].kind != lines::FaultKind::Happen || fault.lasts.count() == 0)
        return std::nullopt;
    const auto what = static_cast<lines::FaultAct>(fault.act);
    if (what != lines::FaultAct::Close && what != lines::FaultAct::Reinit) return std::nullopt;
    return Complaint{fault.mark, "for", "it lasts for no time", "no \"for\"", {}};
}

// In a scenario, where no line is meant whatever its name.
Refused check_line(const FaultWords& fault) {
    const bool reinit = static_cast<lines::FaultAct>(fault.act) == lines::FaultAct::Reinit;
    if (!fault.at || reinit || !fault.line.value.empty()) return std::nullopt;
    return Complaint{fault.mark, {}, "no line is named that it happens to", "\"on\"", {}};
}

Refused check_step_faults(const Steps& steps, const Known& there, Names& names) {
    for (const Step& step : steps) {
        if (auto refused = check_faults(step.faults)) return refused;
        for (const FaultWords& fault : step.faults) {
            if (auto refused = check_line(fault)) return refused;
            if (auto refused = check_names(fault, there)) return refused;
            if (!fault.name.value.empty()) names.insert(fault.name.value);
        }
        if (step.kind == StepKind::Inject && step.injection == Injection::ClearFault) {
            if (auto refused = known("fault", step.fault_name, names)) return refused;
        }
        if (auto refused = check_step_faults(step.steps, there, names)) return refused;
    }
    return std::nullopt;
}

}  // namespace

Refused check_faults(std::span<const FaultWords> faults) {
    Names names;
    for (std::size_t i = 0; i < faults.size(); ++i) {
        if (auto refused = check_time(faults[i])) return refused;
        const Text& name = faults[i].name;
        if (!name.value.empty() && !names.insert(name.value).second)
            return Complaint{
                name.mark, {}, in_quotes(name.value) + " names two faults", "another name", {}};
        for (std::size_t k = 0; k < i; ++k) {
            if (auto refused = clash(faults[k], faults[i])) return refused;
        }
    }
    return std::nullopt;
}

Refused check_faults(const Scenario& scenario) {
    const SwitchWords& words = scenario.exchange;
    const auto& apps =
        scenario.applications.empty() ? words.line_order : scenario.application_order;
    Known there{.lines = {words.line_order.begin(), words.line_order.end()},
                .apps = {apps.begin(), apps.end()},
                .calls = {}};
    collect(scenario.steps, there.calls);
    for (const FaultWords& fault : scenario.faults) {
        if (auto refused = check_line(fault)) return refused;
        if (auto refused = check_names(fault, there)) return refused;
        if (scenario.load && !fault.call.value.empty())
            return Complaint{fault.call.mark,
                             {},
                             "many calls of a load have the name " + in_quotes(fault.call.value),
                             "\"on\", \"nth\", \"from\" or \"times\"",
                             {}};
    }
    if (auto refused = check_faults(scenario.faults)) return refused;
    Names names;
    for (const FaultWords& fault : scenario.faults) names.insert(fault.name.value);
    return check_step_faults(scenario.steps, there, names);
}

}  // namespace pbxlab::harness
