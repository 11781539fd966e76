#include "harness/scenario_check.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "harness/load_copies.h"
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

    [[nodiscard]] bool has(const std::string& number) const { return owners_.contains(number); }
    void share(const std::string& number) { shared_.insert(number); }
    [[nodiscard]] bool is_shared(const std::string& number) const {
        return shared_.contains(number);
    }

 private:
    std::map<std::string, std::string> owners_;
    std::set<std::string> shared_;
};

std::string_view access_of(const SwitchWords& words) {
    return words.trunk_access ? std::string_view{words.trunk_access->value} : kUsualAccess;
}

std::optional<Complaint> check_number(const Text& number, const std::string& name,
                                      std::string_view access, Numbers& numbers) {
    if (access.empty() || !number.value.starts_with(access)) return numbers.add(number, name);
    return Complaint{number.mark,
                     {},
                     "the number " + in_quotes(number.value) + " of " + in_quotes(name) +
                         " begins with the trunk access digits " + in_quotes(access),
                     "another number, or other \"trunkAccess\" digits",
                     {}};
}

// An address that several lines have stands at the first of them.
std::optional<Complaint> check_bridge(const Text& of, const Numbers& numbers) {
    if (numbers.is_shared(of.value)) return std::nullopt;
    return Complaint{of.mark,
                     {},
                     numbers.has(of.value) ? "the address " + in_quotes(of.value) + " is not shared"
                                           : "no line above has the number " + in_quotes(of.value),
                     "the number of an address above that has \"sharing\"",
                     {}};
}

std::optional<Complaint> check_line(const std::string& name, const LineWords& line,
                                    std::string_view access, Numbers& numbers) {
    for (const AddressWords& address : line.addresses) {
        if (address.orbit) continue;
        if (address.bridge) {
            if (auto complaint = check_bridge(*address.bridge, numbers)) return complaint;
            continue;
        }
        if (auto complaint = check_number(address.number, name, access, numbers)) return complaint;
        if (address.sharing != pbx::Sharing::Private) numbers.share(address.number.value);
    }
    return std::nullopt;
}

bool is_known(const Text& member, const SwitchWords& words, const Numbers& numbers) {
    return words.lines.contains(member.value) || numbers.has(member.value);
}

std::optional<Complaint> check_members(const std::vector<Text>& members, const SwitchWords& words,
                                       const Numbers& numbers) {
    for (const Text& member : members) {
        if (is_known(member, words, numbers)) continue;
        const std::vector<std::string_view> lines(words.line_order.begin(), words.line_order.end());
        return Complaint{member.mark,
                         {},
                         "unknown line or number " + in_quotes(member.value),
                         one_of(lines),
                         std::string{nearest(member.value, lines)}};
    }
    return std::nullopt;
}

std::optional<Complaint> check_group(const std::string& name, const SwitchWords& words,
                                     const Numbers& lines, Numbers& all) {
    const GroupWords& group = words.groups.at(name);
    if (words.lines.contains(name) || words.outside.contains(name)) {
        return Complaint{group.mark,
                         {},
                         in_quotes(name) + " is a line or a party outside already",
                         "another name for the group",
                         {}};
    }
    if (auto complaint = check_number(group.number, name, access_of(words), all)) return complaint;
    if (auto complaint = check_members(group.members, words, lines)) return complaint;
    for (const StageWords& stage : group.stages) {
        if (auto complaint = check_members(stage.members, words, lines)) return complaint;
    }
    return std::nullopt;
}

// Groups may overflow into each other, so all numbers are known first.
std::optional<Complaint> check_overflow(const GroupWords& group, const Numbers& all) {
    if (!group.overflow || all.has(group.overflow->value)) return std::nullopt;
    return Complaint{group.overflow->mark,
                     {},
                     "nobody inside has the number " + in_quotes(group.overflow->value),
                     "the number of a line or a group",
                     {}};
}

// A line models an orbit that there is, and no other line does.
std::optional<Complaint> check_park_lines(const SwitchWords& words) {
    std::vector<std::string_view> free;
    if (words.park)
        for (const Text& orbit : words.park->orbits) free.push_back(orbit.value);
    for (const std::string& name : words.line_order) {
        for (const AddressWords& address : words.lines.at(name).addresses) {
            if (!address.orbit || std::erase(free, address.number.value) > 0) continue;
            return Complaint{
                address.number.mark,
                {},
                "no park orbit, or one of another line: " + in_quotes(address.number.value),
                free.empty() ? "one of \"park\": {\"orbits\": [...]}" : one_of(free),
                {}};
        }
    }
    return std::nullopt;
}

std::optional<Complaint> check_park(const SwitchWords& words, const Numbers& lines, Numbers& all) {
    if (auto complaint = check_park_lines(words)) return complaint;
    if (!words.park) return std::nullopt;
    for (const Text& orbit : words.park->orbits) {
        if (auto complaint = check_number(orbit, "park", access_of(words), all)) return complaint;
    }
    if (!words.park->attendant) return std::nullopt;
    return check_members({*words.park->attendant}, words, lines);
}

std::optional<Complaint> check_groups(const SwitchWords& words, const Numbers& lines) {
    Numbers all = lines;
    for (const std::string& name : words.group_order) {
        if (auto complaint = check_group(name, words, lines, all)) return complaint;
    }
    for (const std::string& name : words.group_order) {
        if (auto complaint = check_overflow(words.groups.at(name), all)) return complaint;
    }
    return check_park(words, lines, all);
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
    return check_groups(words, inside);
}

std::optional<Complaint> check_applications(const Scenario& scenario) {
    std::vector<std::string_view> lines(scenario.exchange.line_order.begin(),
                                        scenario.exchange.line_order.end());
    for (const std::string& name : scenario.application_order) {
        for (const OpenWords& open : scenario.applications.at(name).opens) {
            const auto line = scenario.exchange.lines.find(open.line.value);
            if (line != scenario.exchange.lines.end()) {
                if (!line->second.absent) continue;
                return Complaint{open.line.mark,
                                 {},
                                 "the line " + in_quotes(open.line.value) +
                                     " is absent at the start, when applications open theirs",
                                 "lines that are there; a step opens it once it is created",
                                 {}};
            }
            return Complaint{open.line.mark,
                             {},
                             "unknown line " + in_quotes(open.line.value),
                             one_of(lines),
                             std::string{nearest(open.line.value, lines)}};
        }
    }
    return std::nullopt;
}

std::optional<Complaint> check_switch_as_merged(const SwitchWords& words) {
    auto complaint = check_switch(words);
    if (complaint && complaint->mark.event == 0 && words.office)
        complaint->mark = words.office->mark;
    return complaint;
}

std::optional<Complaint> check_scenario(const Scenario& scenario) {
    if (auto complaint = check_switch_as_merged(scenario.exchange)) return complaint;
    if (auto complaint = check_applications(scenario)) return complaint;
    if (auto complaint = check_load(scenario)) return complaint;
    if (auto complaint = check_telephony(scenario.telephony)) return complaint;
    if (auto complaint = check_steps(scenario)) return complaint;
    if (auto complaint = check_faces(scenario)) return complaint;
    return check_faults(scenario);
}

}  // namespace pbxlab::harness
