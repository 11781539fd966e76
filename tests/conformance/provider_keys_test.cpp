// Each key of a provider can be seen at work: some scenario of the library sets it, and fails when
// that one setting is taken out.
#include "harness/provider_keys.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "harness/matrix.h"
#include "harness/runner.h"
#include "harness/scenario_reader.h"

namespace pbxlab::harness {
namespace {

const std::filesystem::path kRoot = std::filesystem::path{PBXLAB_SOURCE_DIR} / "scenarios";

bool is_scenario(const std::filesystem::path& file) {
    const std::string folder = std::filesystem::relative(file, kRoot).begin()->string();
    return file.extension() == ".json" && folder != "schema" && folder != "offices" &&
           folder != "providers";
}

void collect(Steps& steps, std::vector<Settings*>& all) {
    for (Step& step : steps) {
        all.push_back(&step.provider);
        collect(step.steps, all);
    }
}

// Wherever a scenario says what its providers do.
std::vector<Settings*> settings_of(Scenario& scenario) {
    std::vector<Settings*> all{&scenario.provider.settings};
    for (auto& [name, line] : scenario.exchange.lines) all.push_back(&line.provider.settings);
    collect(scenario.steps, all);
    return all;
}

// Whether the scenario fails once nothing in it says anything of the key. False for one that never
// did.
bool notices(const Scenario& scenario, std::uint32_t key) {
    Scenario without = scenario;
    std::size_t taken = 0;
    for (Settings* settings : settings_of(without))
        taken += std::erase_if(*settings, [key](const Setting& each) { return each.key == key; });
    return taken > 0 && run_scenario(without).outcome != Outcome::Passed;
}

std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{kRoot}) {
        if (entry.is_regular_file() && is_scenario(entry.path())) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

TEST(ProviderKeys, EachIsSetByAScenarioThatFailsWithoutIt) {
    std::vector<bool> seen(provider_keys().size(), false);
    for (const auto& file : files()) {
        std::uint64_t runs = 1;
        for (std::uint64_t run = 0; run < runs; ++run) {
            const auto scenario = read_scenario(file, kRoot, {.variant = run});
            if (!scenario) break;
            runs = combinations(scenario->matrix);
            for (std::uint32_t key = 0; key < seen.size(); ++key)
                seen[key] = seen[key] || notices(*scenario, key);
        }
    }
    for (std::size_t key = 0; key < seen.size(); ++key)
        EXPECT_TRUE(seen[key]) << "no scenario notices " << provider_keys()[key].name;
}

}  // namespace
}  // namespace pbxlab::harness
