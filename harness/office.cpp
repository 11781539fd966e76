#include "harness/office.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "harness/json_file.h"
#include "harness/json_place.h"
#include "harness/json_reader.h"
#include "harness/limits.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"
#include "harness/scenario_words.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

// An office that is being read, and those that asked for it.
struct Opened {
    std::string name;
    fs::path real;
};
using Chain = std::vector<Opened>;

// True when `path`, all links resolved, is below `root`.
bool is_below(const fs::path& path, const fs::path& root) {
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    if (error) return false;
    const fs::path real = fs::weakly_canonical(path, error);
    if (error) return false;
    return std::mismatch(real_root.begin(), real_root.end(), real.begin(), real.end()).first ==
           real_root.end();
}

fs::path file_of(const std::string& office, const fs::path& root) {
    return root / "offices" / (office + ".json");
}

void forget_marks(std::vector<Text>& texts) {
    for (Text& text : texts) text.mark = {};
}

void forget_marks(GroupWords& group) {
    group.mark = group.number.mark = {};
    forget_marks(group.members);
    for (StageWords& stage : group.stages) forget_marks(stage.members);
    if (group.overflow) group.overflow->mark = {};
}

// An office's marks belong to its own file, so nothing of them may be taken for a place in the
// file that starts from it.
void forget_marks(SwitchWords& office) {
    for (auto& [name, line] : office.lines) {
        line.mark = {};
        for (AddressWords& address : line.addresses) {
            address.number.mark = {};
            if (address.bridge) address.bridge->mark = {};
        }
    }
    for (auto& [name, party] : office.outside) party.mark = party.number.mark = {};
    for (auto& [name, group] : office.groups) forget_marks(group);
    if (office.park) {
        office.park->mark = {};
        forget_marks(office.park->orbits);
        if (office.park->attendant) office.park->attendant->mark = {};
    }
    if (office.trunk_access) office.trunk_access->mark = {};
}

// Adds what the file says to the office: by name, in place of the office's own.
template <class T>
void merge(std::map<std::string, T>& into, std::vector<std::string>& order,
           std::map<std::string, T>& from, const std::vector<std::string>& from_order) {
    for (const std::string& name : from_order) {
        if (into.insert_or_assign(name, std::move(from.at(name))).second) order.push_back(name);
    }
}

void merge(SwitchWords office, SwitchWords& words) {
    merge(office.lines, office.line_order, words.lines, words.line_order);
    merge(office.outside, office.outside_order, words.outside, words.outside_order);
    merge(office.groups, office.group_order, words.groups, words.group_order);
    if (words.park) office.park = words.park;
    if (words.trunks) office.trunks = words.trunks;
    if (words.trunk_access) office.trunk_access = words.trunk_access;
    if (words.outside_length) office.outside_length = words.outside_length;
    office.office = words.office;
    words = std::move(office);
}

// Names of the offices there are and may be read, folders below included, for the nearest one.
std::vector<std::string> office_names(const fs::path& root) {
    constexpr std::size_t kMost = 1000;
    std::vector<std::string> names;
    const fs::path offices = root / "offices";
    std::error_code error;
    for (fs::recursive_directory_iterator place{offices, error}, end;
         !error && place != end && names.size() < kMost; place.increment(error)) {
        const fs::path& file = place->path();
        std::error_code ignored;  // a link that leads nowhere, or to itself, is no office
        if (file.extension() != ".json" || !fs::is_regular_file(file, ignored)) continue;
        if (!is_below(file, root)) continue;
        names.push_back(file.lexically_relative(offices).replace_extension().generic_string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Complaint unknown_office(const Text& office, const fs::path& root) {
    const std::vector<std::string> names = office_names(root);
    const std::vector<std::string_view> words(names.begin(), names.end());
    return {office.mark,
            {},
            "unknown office " + in_quotes(office.value),
            words.empty() ? "a file below offices/ of the scenario root" : one_of(words),
            std::string{nearest(office.value, words)}};
}

// What forbids to open the office at the end of the chain.
std::optional<Complaint> refusal(const Text& office, const fs::path& root, const Chain& chain) {
    const fs::path file = file_of(office.value, root);
    std::error_code error;
    if (!fs::exists(file, error)) return unknown_office(office, root);
    if (!is_below(file, root)) {
        return Complaint{office.mark,
                         {},
                         "the office " + in_quotes(office.value) + " leaves the scenario root",
                         "a file below offices/ of the scenario root",
                         {}};
    }
    const fs::path real = fs::weakly_canonical(file, error);
    const auto first = std::find_if(chain.begin(), chain.end(),
                                    [&real](const Opened& each) { return each.real == real; });
    if (first != chain.end()) {
        std::string circle;
        for (auto each = first; each != chain.end(); ++each) circle += each->name + " -> ";
        return Complaint{office.mark,
                         {},
                         "the office starts from itself: " + circle + office.value,
                         "offices that do not lead back to one of them",
                         {}};
    }
    if (chain.size() < kMaxOffices) return std::nullopt;
    return Complaint{office.mark,
                     {},
                     "too long a chain of offices that start from each other",
                     fmt::format("at most {}", kMaxOffices),
                     {}};
}

std::optional<Problem> start(SwitchWords& words, const SwitchSource& source, const fs::path& root,
                             Chain& chain);

Result<SwitchWords> read_office(const fs::path& file, const fs::path& root, Chain& chain) {
    const std::string shown = file.generic_string();
    const Result<std::string> json = read_file(file, shown);
    if (!json) return tl::unexpected(json.error());
    SwitchWords office;
    if (const auto mistake = read_json(*json, office_words(), &office))
        return tl::unexpected(problem_at(*json, shown, *mistake));
    if (auto problem = start(office, {*json, shown}, root, chain))
        return tl::unexpected(*std::move(problem));
    if (auto complaint = check_switch_as_merged(office))
        return tl::unexpected(problem_at(*json, shown, *std::move(complaint)));
    forget_marks(office);
    return office;
}

std::optional<Problem> start(SwitchWords& words, const SwitchSource& source, const fs::path& root,
                             Chain& chain) {
    if (!words.office) return std::nullopt;
    const Text& office = *words.office;
    if (auto complaint = refusal(office, root, chain))
        return problem_at(source.json, source.file, *std::move(complaint));
    const fs::path file = file_of(office.value, root);
    std::error_code error;
    chain.push_back({office.value, fs::weakly_canonical(file, error)});
    Result<SwitchWords> under = read_office(file, root, chain);
    if (!under) return under.error();
    merge(*std::move(under), words);
    return std::nullopt;
}

}  // namespace

std::optional<Problem> start_from_office(SwitchWords& words, const SwitchSource& source,
                                         const fs::path& root) {
    Chain chain;
    return start(words, source, root, chain);
}

}  // namespace pbxlab::harness
