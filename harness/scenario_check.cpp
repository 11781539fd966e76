#include "harness/scenario_check.h"

#include <map>
#include <string>
#include <vector>

#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

constexpr std::string_view kUsualAccess = "9";  // trunk access digits where not said

// Numbers given so far, and who has them.
class Numbers {
 public:
    std::optional<Complaint> add(const Text& number, const std::string& owner) {
        const auto [at, is_new] = owners_.try_emplace(number.value, owner);
        if (is_new) return std::nullopt;
        return Complaint{number.mark,
                         {},
                         "the number " + in_quotes(number.value) + " of " + in_quotes(owner) +
                             " is that of " + in_quotes(at->second) + " already",
                         "another number",
                         {}};
    }

 private:
    std::map<std::string, std::string> owners_;
};

std::string_view access_of(const SwitchWords& words) {
    return words.trunk_access ? std::string_view{words.trunk_access->value} : kUsualAccess;
}

std::optional<Complaint> check_line(const std::string& name, const LineWords& line,
                                    std::string_view access, Numbers& numbers) {
    for (const AddressWords& address : line.addresses) {
        const Text& number = address.number;
        if (!access.empty() && number.value.starts_with(access)) {
            return Complaint{number.mark,
                             {},
                             "the number " + in_quotes(number.value) + " of " + in_quotes(name) +
                                 " begins with the trunk access digits " + in_quotes(access),
                             "another number, or other \"trunkAccess\" digits",
                             {}};
        }
        if (auto complaint = numbers.add(number, name)) return complaint;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Complaint> check_switch(const SwitchWords& words) {
    Numbers inside;
    for (const std::string& name : words.line_order) {
        if (auto complaint = check_line(name, words.lines.at(name), access_of(words), inside))
            return complaint;
    }
    Numbers outside;
    for (const std::string& name : words.outside_order) {
        const OutsideWords& party = words.outside.at(name);
        if (words.lines.contains(name)) {
            return Complaint{party.mark,
                             {},
                             in_quotes(name) + " is a line already",
                             "another name for the party outside",
                             {}};
        }
        if (auto complaint = outside.add(party.number, name)) return complaint;
    }
    return std::nullopt;
}

std::optional<Complaint> check_applications(const Scenario& scenario) {
    std::vector<std::string_view> lines(scenario.exchange.line_order.begin(),
                                        scenario.exchange.line_order.end());
    for (const std::string& name : scenario.application_order) {
        for (const OpenWords& open : scenario.applications.at(name).opens) {
            if (scenario.exchange.lines.contains(open.line.value)) continue;
            return Complaint{open.line.mark,
                             {},
                             "unknown line " + in_quotes(open.line.value),
                             one_of(lines),
                             std::string{nearest(open.line.value, lines)}};
        }
    }
    return std::nullopt;
}

std::optional<Complaint> check_scenario(const Scenario& scenario) {
    if (auto complaint = check_switch(scenario.exchange)) {
        // What is wrong with an office as the scenario changes it has no place in the scenario but
        // this.
        if (complaint->mark.event == 0 && scenario.exchange.office)
            complaint->mark = scenario.exchange.office->mark;
        return complaint;
    }
    if (auto complaint = check_applications(scenario)) return complaint;
    return check_steps(scenario);
}

}  // namespace pbxlab::harness
