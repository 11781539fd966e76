#include "harness/office.h"

#include <vector>

#include "harness/json_place.h"
#include "harness/json_reader.h"
#include "harness/limits.h"
#include "harness/provider_profile.h"
#include "harness/root_files.h"
#include "harness/scenario_check.h"
#include "harness/scenario_words.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

constexpr FileKind kOffices{.folder = "offices",
                            .what = "office",
                            .starts = "starts from",
                            .start = "start from",
                            .most = kMaxOffices};

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
        line.mark = line.provider.mark = {};
        for (Setting& setting : line.provider.settings) setting.mark = {};
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

std::optional<Problem> start(SwitchWords& words, const NamedIn& source, const fs::path& root,
                             FileChain& chain);

Result<SwitchWords> read_office(const NamedFile& file, const fs::path& root, FileChain& chain) {
    SwitchWords office;
    if (const auto mistake = read_json(file.json, office_words(), &office))
        return tl::unexpected(problem_at(file.json, file.shown, *mistake));
    if (auto problem = start_from_profiles(office, {file.json, file.shown}, root))
        return tl::unexpected(*std::move(problem));
    if (auto problem = start(office, {file.json, file.shown}, root, chain))
        return tl::unexpected(*std::move(problem));
    if (auto complaint = check_switch_as_merged(office))
        return tl::unexpected(problem_at(file.json, file.shown, *std::move(complaint)));
    forget_marks(office);
    return office;
}

std::optional<Problem> start(SwitchWords& words, const NamedIn& source, const fs::path& root,
                             FileChain& chain) {
    if (!words.office) return std::nullopt;
    const Result<NamedFile> file = open_named(kOffices, *words.office, source, root, chain);
    if (!file) return file.error();
    Result<SwitchWords> under = read_office(*file, root, chain);
    if (!under) return under.error();
    merge(*std::move(under), words);
    return std::nullopt;
}

}  // namespace

std::optional<Problem> start_from_office(SwitchWords& words, const NamedIn& source,
                                         const fs::path& root) {
    FileChain chain;
    return start(words, source, root, chain);
}

}  // namespace pbxlab::harness
