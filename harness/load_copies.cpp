#include "harness/load_copies.h"

#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "harness/load_numbers.h"
#include "switch/exchange.h"

namespace pbxlab::harness {

namespace {

// What the names and numbers of a copy are called.
class Renaming {
 public:
    Renaming(const Scenario& scenario, std::uint32_t copy) : copy_{copy} {
        const SwitchWords& words = scenario.exchange;
        for (const auto* order : {&words.line_order, &words.outside_order, &words.group_order,
                                  &scenario.application_order}) {
            for (const std::string& name : *order) names_[name] = name_in_copy(name, copy);
        }
        add(outside_numbers(words), words.trunk_access
                                        ? words.trunk_access->value
                                        : std::string{pbx::DialPlan{}.trunk_access()});
        add(inside_numbers(words), {});
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

void add_copy(const Scenario& scenario, std::uint32_t copy, Scenario& all) {
    const Renaming to{scenario, copy};
    const SwitchWords& words = scenario.exchange;
    SwitchWords& into = all.exchange;
    add(words.lines, words.line_order, copy, into.lines, into.line_order,
        [&to](LineWords& line) { to.line(line); });
    add(words.outside, words.outside_order, copy, into.outside, into.outside_order,
        [&to](OutsideWords& party) { to.number(party.number.value); });
    add(words.groups, words.group_order, copy, into.groups, into.group_order,
        [&to](GroupWords& group) { to.group(group); });
    if (words.park) add_orbits(*words.park, to, into.park);
    add(scenario.applications, scenario.application_order, copy, all.applications,
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
