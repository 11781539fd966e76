#include "harness/scenario_reader.h"

#include "harness/json_file.h"
#include "harness/json_place.h"
#include "harness/json_reader.h"
#include "harness/matrix.h"
#include "harness/office.h"
#include "harness/provider_contradictions.h"
#include "harness/provider_profile.h"
#include "harness/provider_when.h"
#include "harness/scenario_check.h"
#include "harness/scenario_words.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Problem> refuse(std::string_view json, const std::string& file,
                               const ReadMistake& mistake) {
    return tl::unexpected(problem_at(json, file, mistake));
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
                                const fs::path& root, const ScenarioRun& run) {
    const Matrix matrix = matrix_of(json);
    const Substitution substitution{matrix, run.variant};
    Scenario scenario;
    scenario.file = file;
    scenario.path = run.path.empty() ? path_below(file, root) : run.path;
    if (const auto mistake = read_json(json, scenario_words(), &scenario, &substitution))
        return refuse(json, file, *mistake);
    if (auto complaint = check_matrix(scenario)) return refuse(json, file, *std::move(complaint));
    scenario.variant = variant_name(matrix, run.variant);
    if (!run.provider.empty() && !scenario.provider.profile)
        scenario.provider.profile = {run.provider, {}};
    if (auto problem = start_from_profile(scenario.provider, {json, file}, root))
        return tl::unexpected(*std::move(problem));
    if (auto problem = start_from_profiles(scenario.exchange, {json, file}, root))
        return tl::unexpected(*std::move(problem));
    if (auto problem = start_from_office(scenario.exchange, {json, file}, root))
        return tl::unexpected(*std::move(problem));
    if (auto complaint = contradiction(scenario)) return refuse(json, file, *std::move(complaint));
    if (auto complaint = choose_steps(scenario, root))
        return refuse(json, file, *std::move(complaint));
    if (auto complaint = check_scenario(scenario)) return refuse(json, file, *std::move(complaint));
    return scenario;
}

Result<Scenario> read_scenario(const fs::path& file, const fs::path& root, const ScenarioRun& run) {
    const std::string shown = file.generic_string();
    const Result<std::string> json = read_file(file, shown);
    if (!json) return tl::unexpected(json.error());
    return parse_scenario(*json, shown, root, run);
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
            fs::is_directory(folder / "providers", error) ||
            fs::is_directory(folder / "schema", error))
            return folder;
        if (folder == folder.parent_path()) break;
        error.clear();
    }
    return own;
}

}  // namespace pbxlab::harness
