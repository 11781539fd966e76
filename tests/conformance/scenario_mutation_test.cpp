// The library of scenarios notices when any one row of a table of the switch is missing: a row that
// nothing notices is either untested or unneeded.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "harness/runner.h"
#include "harness/scenario_reader.h"
#include "lines/operations.h"
#include "switch/exchange.h"

namespace pbxlab {
namespace {

using Table = pbx::MutedRow::Table;

const std::filesystem::path kRoot = std::filesystem::path{PBXLAB_SOURCE_DIR} / "scenarios";

bool is_scenario(const std::filesystem::path& file) {
    const std::string folder = std::filesystem::relative(file, kRoot).begin()->string();
    return file.extension() == ".json" && folder != "schema" && folder != "offices";
}

std::vector<harness::Scenario> read_library() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{kRoot}) {
        if (entry.is_regular_file() && is_scenario(entry.path())) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<harness::Scenario> library;
    for (const auto& file : files) {
        auto scenario = harness::read_scenario(file, kRoot);
        if (scenario) library.push_back(std::move(*scenario));
    }
    return library;
}

const std::vector<harness::Scenario>& library() {
    static const std::vector<harness::Scenario> kLibrary = read_library();
    return kLibrary;
}

// The first scenario that fails under these options, or an empty text.
std::string who_notices(const harness::RunOptions& options) {
    for (const harness::Scenario& scenario : library()) {
        if (run_scenario(scenario, options).outcome != harness::Outcome::Passed)
            return scenario.path;
    }
    return {};
}

void every_row_is_noticed(Table table) {
    ASSERT_GT(pbx::row_count(table), 0U);
    for (std::uint32_t row = 0; row < pbx::row_count(table); ++row) {
        const pbx::MutedRow muted{.table = table, .row = row};
        EXPECT_NE(who_notices({.muted = muted}), "") << "nothing notices: " << describe_row(muted);
    }
    std::cout << pbx::row_count(table) << " rows switched off in turn\n";
}

TEST(ScenarioLibrary, PassesWhole) {
    ASSERT_GE(library().size(), 60U);
    EXPECT_EQ(who_notices({}), "");
}

TEST(ScenarioLibrary, NoticesEveryMissingMoveOfAConnection) {
    every_row_is_noticed(Table::ConnectionMoves);
}

TEST(ScenarioLibrary, NoticesEveryMissingTimerOfAState) {
    every_row_is_noticed(Table::StateTimers);
}

TEST(ScenarioLibrary, NoticesEveryMissingCheckOfAnOrder) { every_row_is_noticed(Table::Orders); }

TEST(ScenarioLibrary, NoticesEveryMissingMoveOfAHunt) { every_row_is_noticed(Table::Hunts); }

TEST(ScenarioLibrary, NoticesEveryMissingMoveOfAnOrbit) { every_row_is_noticed(Table::Orbits); }

TEST(ScenarioLibrary, NoticesEveryMissingRowOfForwarding) { every_row_is_noticed(Table::Forwards); }

// The scenario language has no words for these: they are tried by the probes of every guard row.
bool only_probed(const lines::Guard& guard) {
    return guard.check == lines::Check::ExtVersion || guard.op == lines::Op::InitializeEx;
}

TEST(ScenarioLibrary, NoticesEveryMissingGuard) {
    const auto guards = lines::guards();
    for (std::size_t row = 0; row < guards.size(); ++row) {
        if (only_probed(guards[row])) continue;
        EXPECT_NE(who_notices({.muted_guard = static_cast<int>(row)}), "")
            << "nothing notices: " << lines::describe(guards[row]);
    }
    std::cout << guards.size() << " rows switched off in turn\n";
}

}  // namespace
}  // namespace pbxlab
