#include "harness/load_copies.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "harness/load_numbers.h"
#include "switch/exchange.h"

namespace pbxlab::harness {

namespace {

enum class Of : std::uint8_t {
    Copy,    // what all calls share is that of the first copy
    Member,  // every name and number is that of the copy
};

// What the names and numbers of a copy are called.
class Renaming {
 public:
    Renaming(const Scenario& scenario, std::uint32_t copy, Of of = Of::Copy) : copy_{copy} {
        const SwitchWords& words = scenario.exchange;
        for (const auto* order : {&words.line_order, &words.outside_order, &words.group_order,
                                  &scenario.application_order}) {
            for (const std::string& name : *order) names_[name] = name_in_copy(name, copy);
        }
        add(outside_numbers(words), words.trunk_access
                                        ? words.trunk_access->value
                                        : std::string{pbx::DialPlan{}.trunk_access()});
        add(inside_numbers(words), {});
        if (of == Of::Copy && scenario.load->members > 0) share(scenario);
    }

    void name(std::string& text) const { put(names_, text); }
    void number(std::string& text) const { put(numbers_, text); }
    void number(std::optional<Text>& text) const {
        if (text) number(text->value);
    }
    // Groups list both.
    void members(std::vector<Text>& members) const {
        for (Text& member : members) {
            const std::string was = member.value;
            name(member.value);
            if (member.value == was) number(member.value);
        }
    }
    void forwards(std::vector<ForwardWords>& rules) const {
        for (ForwardWords& rule : rules) {
            number(rule.caller.value);
            number(rule.to.value);
        }
    }
    void line(LineWords& line) const;
    void group(GroupWords& group) const;
    void pickup_group(std::string& group) const {
        if (!group.empty()) group = name_in_copy(group, copy_);
    }
    void step(Step& step) const;
    void conditions(Conditions& on) const;

 private:
    using Words = std::map<std::string, std::string>;
    static void put(const Words& words, std::string& text) {
        if (const auto word = words.find(text); word != words.end()) text = word->second;
    }
    void share(const Scenario& scenario);
    // Numbers outside also stand behind the digits that one dials before them.
    void add(const CountedNumbers& numbers, const std::string& access) {
        for (const auto& [number, is] : numbers.all()) {
            const std::string own = numbers.in_copy(number, copy_);
            numbers_[number] = own;
            if (!access.empty() && !is.plus) numbers_[access + number] = access + own;
        }
    }

    std::uint32_t copy_;
    Words names_, numbers_;
};

void Renaming::share(const Scenario& scenario) {
    const SwitchWords& words = scenario.exchange;
    const std::set<std::string> lines = shared_lines(scenario);
    for (const std::string& line : lines) {
        names_[line] = name_in_copy(line, 1);
        for (const AddressWords& address : words.lines.at(line).addresses)
            numbers_.erase(address.number.value);
    }
    for (const auto& [name, group] : words.groups) {
        names_[name] = name_in_copy(name, 1);
        numbers_.erase(group.number.value);
    }
    for (const auto& [name, app] : scenario.applications) {
        if (is_shared(app, lines)) names_[name] = name_in_copy(name, 1);
    }
}

void Renaming::line(LineWords& line) const {
    for (AddressWords& address : line.addresses) {
        number(address.number.value);
        number(address.bridge);
        forwards(address.forwards);
        pickup_group(address.pickup_group.value);
    }
}

void Renaming::group(GroupWords& group) const {
    number(group.number.value);
    number(group.overflow);
    members(group.members);
    for (StageWords& stage : group.stages) members(stage.members);
}

void Renaming::conditions(Conditions& on) const {
    for (std::optional<Text>* text :
         {&on.caller_id, &on.called_id, &on.connected_id, &on.redirecting_id, &on.redirection_id,
          &on.called_party, &on.digits, &on.forward_to})
        number(*text);
    if (on.app_name) name(on.app_name->value);
}

void Renaming::step(Step& step) const {
    for (Text* text : {&step.line, &step.app, &step.outside}) name(text->value);
    number(step.to);
    forwards(step.forwards);
    number(step.parked_at);
    if (step.group) pickup_group(step.group->value);
    for (std::string* text : {&step.digits.value, &step.address.value, &step.params.called_party,
                              &step.params.orig_address})
        number(*text);
    if (step.conditions.written()) conditions(step.conditions.edit());
    if (step.gives.written()) {
        number(step.gives.edit().dialable);
        number(step.gives.edit().displayable);
    }
    for (Step& inner : step.steps) this->step(inner);
}

// Those that are among the shared ones, or are not.
std::vector<std::string> those(const std::vector<std::string>& order,
                               const std::set<std::string>& shared, bool are) {
    std::vector<std::string> names;
    for (const std::string& name : order) {
        if (shared.contains(name) == are) names.push_back(name);
    }
    return names;
}
std::vector<std::string> shared_apps(const Scenario& scenario, const std::set<std::string>& lines,
                                     bool are) {
    std::vector<std::string> names;
    for (const std::string& name : scenario.application_order) {
        if (is_shared(scenario.applications.at(name), lines) == are) names.push_back(name);
    }
    return names;
}

// Adds what there is of one kind to the copies made so far.
template <class Words, class Rename>
void add(const std::map<std::string, Words>& from, const std::vector<std::string>& order,
         std::uint32_t copy, std::map<std::string, Words>& all, std::vector<std::string>& all_order,
         Rename rename) {
    for (const std::string& name : order) {
        Words words = from.at(name);
        rename(words);
        all_order.push_back(name_in_copy(name, copy));
        all.emplace(all_order.back(), std::move(words));
    }
}

// Each copy has its own orbits; there is one attendant, that of the first.
void add_orbits(const ParkWords& park, const Renaming& to, std::optional<ParkWords>& all) {
    std::vector<Text> orbits = park.orbits;
    to.members(orbits);
    if (!all) {
        all = park;
        all->orbits.clear();
        if (park.attendant) {
            std::vector<Text> attendant = {*park.attendant};
            to.members(attendant);
            all->attendant = attendant.front();
        }
    }
    all->orbits.insert(all->orbits.end(), orbits.begin(), orbits.end());
}

// The members of a group that all calls share: those of each copy behind those of the one before.
void gather(const Scenario& scenario, std::vector<Text>& members) {
    std::vector<Text> all;
    for (std::uint32_t copy = 1; copy <= scenario.load->members; ++copy) {
        std::vector<Text> own = members;
        Renaming{scenario, copy, Of::Member}.members(own);
        all.insert(all.end(), own.begin(), own.end());
    }
    members = std::move(all);
}

// What all calls share.
void add_shared(const Scenario& scenario, Scenario& all) {
    const std::set<std::string> shared = shared_lines(scenario);
    const SwitchWords& words = scenario.exchange;
    const std::vector<std::string> lines = those(words.line_order, shared, true);
    SwitchWords& into = all.exchange;
    for (std::uint32_t copy = 1; copy <= scenario.load->members; ++copy) {
        const Renaming to{scenario, copy, Of::Member};
        add(words.lines, lines, copy, into.lines, into.line_order,
            [&to](LineWords& line) { to.line(line); });
    }
    add(words.groups, words.group_order, 1, into.groups, into.group_order, [&](GroupWords& group) {
        gather(scenario, group.members);
        for (StageWords& stage : group.stages) gather(scenario, stage.members);
    });
    const auto open_all = [&](AppWords& app) {
        std::vector<OpenWords> opens;
        for (std::uint32_t copy = 1; copy <= scenario.load->members; ++copy) {
            for (OpenWords open : app.opens) {
                open.line.value = name_in_copy(open.line.value, copy);
                opens.push_back(std::move(open));
            }
        }
        app.opens = std::move(opens);
    };
    add(scenario.applications, shared_apps(scenario, shared, true), 1, all.applications,
        all.application_order, open_all);
}

void add_copy(const Scenario& scenario, std::uint32_t copy, Scenario& all) {
    const Renaming to{scenario, copy};
    const SwitchWords& words = scenario.exchange;
    const std::set<std::string> shared = shared_lines(scenario);
    SwitchWords& into = all.exchange;
    add(words.lines, those(words.line_order, shared, false), copy, into.lines, into.line_order,
        [&to](LineWords& line) { to.line(line); });
    add(words.outside, words.outside_order, copy, into.outside, into.outside_order,
        [&to](OutsideWords& party) { to.number(party.number.value); });
    if (scenario.load->members == 0) {
        add(words.groups, words.group_order, copy, into.groups, into.group_order,
            [&to](GroupWords& group) { to.group(group); });
    }
    if (words.park) add_orbits(*words.park, to, into.park);
    add(scenario.applications, shared_apps(scenario, shared, false), copy, all.applications,
        all.application_order, [&to](AppWords& app) {
            for (OpenWords& open : app.opens) to.name(open.line.value);
        });
    for (FaultWords fault : scenario.faults) {
        if (fault.line.value.empty() && fault.app.value.empty()) continue;
        to.name(fault.line.value);
        to.name(fault.app.value);
        all.faults.push_back(std::move(fault));
    }
}

}  // namespace

std::set<std::string> shared_lines(const Scenario& scenario) {
    std::set<std::string> lines;
    if (!scenario.load || scenario.load->members == 0) return lines;
    const SwitchWords& words = scenario.exchange;
    const auto add_members = [&](const std::vector<Text>& members) {
        for (const Text& member : members) {
            for (const auto& [name, line] : words.lines) {
                const auto has_number = [&member](const AddressWords& address) {
                    return address.number.value == member.value;
                };
                if (name == member.value || std::ranges::any_of(line.addresses, has_number))
                    lines.insert(name);
            }
        }
    };
    for (const auto& [name, group] : words.groups) {
        add_members(group.members);
        for (const StageWords& stage : group.stages) add_members(stage.members);
    }
    return lines;
}

bool is_shared(const AppWords& app, const std::set<std::string>& lines) {
    return std::ranges::any_of(
        app.opens, [&lines](const OpenWords& open) { return lines.contains(open.line.value); });
}

std::string name_in_copy(std::string_view name, std::uint32_t copy) {
    return fmt::format("{}~{}", name, copy);
}

Scenario all_copies(const Scenario& scenario) {
    const std::uint32_t copies = scenario.load->copies;
    Scenario all = scenario;
    all.steps.clear();
    all.traces.clear();
    all.applications.clear();
    all.application_order.clear();
    std::erase_if(all.faults, [](const FaultWords& fault) {
        return !fault.line.value.empty() || !fault.app.value.empty();
    });
    all.exchange = {};
    all.exchange.trunks = scenario.exchange.trunks.value_or(pbx::ExchangeOptions{}.trunks * copies);
    all.exchange.trunk_access = scenario.exchange.trunk_access;
    all.exchange.outside_length = scenario.exchange.outside_length;
    if (scenario.load->members > 0) add_shared(scenario, all);
    for (std::uint32_t copy = 1; copy <= copies; ++copy) add_copy(scenario, copy, all);
    return all;
}

Scenario copy_of(const Scenario& scenario, std::uint32_t copy) {
    const Renaming renaming{scenario, copy};
    Scenario one = scenario;
    one.exchange = {};
    one.applications.clear();
    one.application_order.clear();
    for (Step& step : one.steps) renaming.step(step);
    return one;
}

}  // namespace pbxlab::harness
