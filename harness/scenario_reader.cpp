#include "harness/scenario_reader.h"

#include <algorithm>

#include "harness/json_file.h"
#include "harness/json_place.h"
#include "harness/json_reader.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"
#include "harness/scenario_words.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Problem> refuse(std::string_view json, const std::string& file,
                               const ReadMistake& mistake) {
    return tl::unexpected(problem_at(json, file, mistake));
}

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
// scenario.
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
    if (office.trunk_access) office.trunk_access->mark = {};
}

Result<SwitchWords> read_office(const std::string& name, const fs::path& root) {
    const fs::path file = root / "offices" / (name + ".json");
    const std::string shown = file.generic_string();
    const Result<std::string> json = read_file(file, shown);
    if (!json) return tl::unexpected(json.error());
    SwitchWords office;
    if (const auto mistake = read_json(*json, office_words(), &office))
        return refuse(*json, shown, *mistake);
    if (auto complaint = check_switch(office)) return refuse(*json, shown, *std::move(complaint));
    forget_marks(office);
    return office;
}

// Adds what the scenario says to the office: by name, in place of the office's own.
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
    if (words.trunks) office.trunks = words.trunks;
    if (words.trunk_access) office.trunk_access = words.trunk_access;
    if (words.outside_length) office.outside_length = words.outside_length;
    office.office = words.office;
    words = std::move(office);
}

// Names of the offices there are, for the nearest one.
std::vector<std::string> office_names(const fs::path& root) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / "offices", error)) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
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

std::optional<Problem> take_office(Scenario& scenario, std::string_view json,
                                   const fs::path& root) {
    if (!scenario.exchange.office) return std::nullopt;
    const Text& office = *scenario.exchange.office;
    const fs::path file = root / "offices" / (office.value + ".json");
    std::error_code error;
    if (!fs::exists(file, error))
        return problem_at(json, scenario.file, unknown_office(office, root));
    if (!is_below(file, root)) {
        return problem_at(
            json, scenario.file,
            Complaint{office.mark,
                      {},
                      "the office " + in_quotes(office.value) + " leaves the scenario root",
                      "a file below offices/ of the scenario root",
                      {}});
    }
    Result<SwitchWords> words = read_office(office.value, root);
    if (!words) return words.error();
    merge(*std::move(words), scenario.exchange);
    return std::nullopt;
}

std::string path_below(const fs::path& file, const fs::path& root) {
    std::error_code error;
    const fs::path whole_root = fs::absolute(root, error).lexically_normal() / "";
    const fs::path relative =
        fs::absolute(file, error).lexically_normal().lexically_relative(whole_root);
    const bool below = !relative.empty() && *relative.begin() != "..";
    return below ? relative.generic_string() : file.filename().generic_string();
}

}  // namespace

Result<Scenario> parse_scenario(std::string_view json, const std::string& file,
                                const fs::path& root) {
    Scenario scenario;
    scenario.file = file;
    scenario.path = path_below(file, root);
    if (const auto mistake = read_json(json, scenario_words(), &scenario))
        return refuse(json, file, *mistake);
    if (auto problem = take_office(scenario, json, root))
        return tl::unexpected(*std::move(problem));
    if (auto complaint = check_scenario(scenario)) return refuse(json, file, *std::move(complaint));
    return scenario;
}

Result<Scenario> read_scenario(const fs::path& file, const fs::path& root) {
    const std::string shown = file.generic_string();
    const Result<std::string> json = read_file(file, shown);
    if (!json) return tl::unexpected(json.error());
    return parse_scenario(*json, shown, root);
}

Place locate(std::string_view json, Mark mark) { return place_of(json, mark); }

Place locate(const fs::path& file, Mark mark) {
    const Result<std::string> json = read_file(file, file.generic_string());
    return json ? place_of(*json, mark) : Place{};
}

fs::path scenario_root(const fs::path& file) {
    std::error_code error;
    fs::path own = file.parent_path();
    if (own.empty()) own = ".";
    const fs::path whole = fs::absolute(own, error).lexically_normal();
    for (fs::path folder = whole; !error; folder = folder.parent_path()) {
        if (fs::is_directory(folder / "offices", error) ||
            fs::is_directory(folder / "schema", error))
            return folder;
        if (folder == folder.parent_path()) break;
        error.clear();
    }
    return own;
}

}  // namespace pbxlab::harness
