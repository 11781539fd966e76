// What a scenario with a load may not have.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "harness/limits.h"
#include "harness/load_copies.h"
#include "harness/load_numbers.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"

namespace pbxlab::harness {

namespace {

using Refused = std::optional<Complaint>;

Complaint refused(Mark mark, std::string what, std::string expected) {
    return {mark, {}, std::move(what), std::move(expected), {}};
}

// One number, before any is counted up.
Refused check_number(const Text& number) {
    if (counted(number.value)) return std::nullopt;
    return refused(
        number.mark,
        "the number " + in_quotes(number.value) + " cannot be counted up for the copies of a load",
        fmt::format("at most {} digits 0-9", kMostCountedDigits));
}

Refused check_line(const std::string& name, const LineWords& line) {
    if (line.absent) {
        return refused(line.mark, "the line " + in_quotes(name) + " of a load is absent at first",
                       "lines that are there: a copy carries one call after the other");
    }
    for (const AddressWords& address : line.addresses) {
        if (address.bridge) continue;
        if (auto complaint = check_number(address.number)) return complaint;
    }
    return std::nullopt;
}

Refused check_each(const SwitchWords& words) {
    for (const std::string& name : words.line_order) {
        if (auto complaint = check_line(name, words.lines.at(name))) return complaint;
    }
    for (const std::string& name : words.outside_order) {
        if (auto complaint = check_number(words.outside.at(name).number)) return complaint;
    }
    for (const std::string& name : words.group_order) {
        if (auto complaint = check_number(words.groups.at(name).number)) return complaint;
    }
    return std::nullopt;
}

// A number of more digits in a later copy could begin like that of an earlier one, and be dialled
// in another time.
Refused check_room(const CountedNumbers& numbers, const LoadWords& load) {
    const std::uint32_t copies = std::max(load.copies, load.members);
    for (const auto& [number, is] : numbers.all()) {
        const std::string last = numbers.in_copy(number, copies);
        if (last.size() == number.size()) continue;
        return refused(load.mark,
                       fmt::format("the number {} would be {} in the last of {} copies",
                                   in_quotes(number), last, copies),
                       "as many digits: fewer copies, or numbers that lie closer together");
    }
    return std::nullopt;
}

// Steps name a number without saying which side it is on.
Refused check_sides(const SwitchWords& words, const CountedNumbers& inside) {
    for (const std::string& name : words.outside_order) {
        const Text& number = words.outside.at(name).number;
        if (!inside.has(number.value)) continue;
        return refused(number.mark,
                       "the number " + in_quotes(number.value) + " is inside and outside",
                       "different numbers: a load counts them up on their own");
    }
    return std::nullopt;
}

Refused check_numbers(const SwitchWords& words, const LoadWords& load) {
    if (auto complaint = check_each(words)) return complaint;
    const CountedNumbers inside = inside_numbers(words);
    if (auto complaint = check_room(inside, load)) return complaint;
    if (auto complaint = check_room(outside_numbers(words), load)) return complaint;
    return check_sides(words, inside);
}

std::size_t count_steps(const Steps& steps) {
    std::size_t count = steps.size();
    for (const Step& step : steps) count += count_steps(step.steps);
    return count;
}

// What one copy is told must not depend on when another one looks.
Refused check_api(const Scenario& scenario) {
    constexpr std::string_view kWhat = "a load of applications of TAPI 3";
    const std::string expected = "applications of TAPI 2";
    if (scenario.api == Api::Tapi3)
        return refused(scenario.load->mark, std::string{kWhat}, expected);
    for (const auto& [name, app] : scenario.applications) {
        if (app.api == Api::Tapi3) return refused(app.mark, std::string{kWhat}, expected);
    }
    return std::nullopt;
}

Refused check_size(const Scenario& scenario) {
    const SwitchWords& words = scenario.exchange;
    struct Limit {
        std::size_t once;
        std::string_view what;
        std::size_t most;
    };
    std::size_t in_group = 0;
    for (const auto& [name, group] : words.groups) {
        std::size_t members = group.members.size();
        for (const StageWords& stage : group.stages) members += stage.members.size();
        in_group = std::max(in_group, members);
    }
    if (in_group * scenario.load->members > kMaxMembers) {
        return refused(scenario.load->mark,
                       fmt::format("a group of {} members", in_group * scenario.load->members),
                       fmt::format("at most {}", kMaxMembers));
    }
    const std::array<Limit, 6> limits = {{
        {words.lines.size(), "lines", kMaxLines},
        {words.outside.size(), "parties outside", kMaxLines},
        {words.groups.size(), "groups", kMaxLines},
        {scenario.applications.size(), "applications", kMaxLines},
        {scenario.faults.size(), "faults", kMaxLines},
        {count_steps(scenario.steps), "steps over all copies", kMaxLoadSteps},
    }};
    for (const Limit& limit : limits) {
        const std::size_t all = limit.once * scenario.load->copies;
        if (all <= limit.most) continue;
        return refused(scenario.load->mark, fmt::format("a load of {} {}", all, limit.what),
                       fmt::format("at most {}", limit.most));
    }
    return std::nullopt;
}

// Steps that name a line of which there are many: which of them could only be said of an offer.
Refused check_shared_steps(const Steps& steps, const std::set<std::string>& shared) {
    for (const Step& step : steps) {
        const bool looks = step.kind == StepKind::Expect || step.kind == StepKind::Never;
        if (shared.contains(step.line.value) && !looks) {
            return refused(
                step.line.mark,
                "the line " + in_quotes(step.line.value) + " is a member of which there are many",
                "a step on one of its calls, which \"expect\" on the line gives a name");
        }
        if (auto complaint = check_shared_steps(step.steps, shared)) return complaint;
    }
    return std::nullopt;
}

Refused check_shared_apps(const Scenario& scenario, const std::set<std::string>& shared) {
    for (const auto& [name, app] : scenario.applications) {
        for (const OpenWords& open : app.opens) {
            if (!is_shared(app, shared) || shared.contains(open.line.value)) continue;
            return refused(open.line.mark,
                           "the application " + in_quotes(name) +
                               " opens members that all calls "
                               "share, and the line " +
                               in_quotes(open.line.value),
                           "applications that open members only, or none");
        }
    }
    return std::nullopt;
}

Refused check_shared(const Scenario& scenario) {
    const std::uint32_t members = scenario.load->members;
    if (members == 0) return std::nullopt;
    const std::set<std::string> shared = shared_lines(scenario);
    if (shared.empty())
        return refused(scenario.load->mark, "\"members\" of a load without groups", "a group");
    for (const auto& [name, group] : scenario.exchange.groups) {
        if (!group.overflow || group.overflow->value.empty()) continue;
        return refused(group.overflow->mark,
                       "the overflow of a group that all calls share would be one call's own line",
                       "no overflow where a load has \"members\"");
    }
    for (const FaultWords& fault : scenario.faults) {
        if (!shared.contains(fault.line.value)) continue;
        return refused(fault.line.mark,
                       "a fault on the line " + in_quotes(fault.line.value) +
                           ", a member of which there are many",
                       "faults on lines that each call has of its own");
    }
    if (auto complaint = check_shared_apps(scenario, shared)) return complaint;
    return check_shared_steps(scenario.steps, shared);
}

// What would show at other calls, or could not happen again in the next.
bool is_for_good(Injection injection) {
    constexpr std::array kForGood = {Injection::Create,    Injection::Remove, Injection::Close,
                                     Injection::Reinit,    Injection::Trunks, Injection::Fault,
                                     Injection::ClearFault};
    return std::find(kForGood.begin(), kForGood.end(), injection) != kForGood.end();
}

Refused check_injections(const Steps& steps) {
    for (const Step& step : steps) {
        if (step.kind == StepKind::Inject && is_for_good(step.injection)) {
            return refused(step.mark, "a call of a load changes the switch for others",
                           "no create, remove, close, reinit, trunks or faults with a load");
        }
        if (auto complaint = check_injections(step.steps)) return complaint;
    }
    return std::nullopt;
}

Refused check(const Scenario& scenario) {
    const SwitchWords& words = scenario.exchange;
    const LoadWords& load = *scenario.load;
    if (words.lines.empty()) return refused(load.mark, "a load without lines", "a switch of lines");
    if (auto complaint = check_numbers(words, load)) return complaint;
    if (auto complaint = check_api(scenario)) return complaint;
    if (auto complaint = check_size(scenario)) return complaint;
    if (auto complaint = check_shared(scenario)) return complaint;
    if (auto complaint = check_injections(scenario.steps)) return complaint;
    return check_switch(all_copies(scenario).exchange);
}

}  // namespace

Refused check_load(const Scenario& scenario) {
    if (!scenario.load) return std::nullopt;
    auto complaint = check(scenario);
    if (complaint && complaint->mark.event == 0) complaint->mark = scenario.load->mark;
    return complaint;
}

}  // namespace pbxlab::harness
