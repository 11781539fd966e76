// The library of scenarios notices when any one row of a table of the switch is missing: a row that
// nothing notices is either untested or unneeded.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "harness/matrix.h"
#include "harness/runner.h"
#include "harness/scenario_reader.h"
#include "lines/operations.h"
#include "lines/replies.h"
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
        std::uint64_t runs = 1;
        for (std::uint64_t run = 0; run < runs; ++run) {
            auto scenario = harness::read_scenario(file, kRoot, {.variant = run});
            if (!scenario) break;
            runs = harness::combinations(scenario->matrix);
            library.push_back(std::move(*scenario));
        }
    }
    return library;
}

const std::vector<harness::Scenario>& library() {
    static const std::vector<harness::Scenario> kLibrary = read_library();
    return kLibrary;
}

bool is_about(const harness::Scenario& scenario, std::string_view operation) {
    return std::ranges::any_of(
        scenario.about, [operation](const harness::Text& each) { return each.value == operation; });
}

// The first scenario that fails under these options, or an empty text. Those that are about the
// operation are asked first: they are the likeliest.
std::string who_notices(const harness::RunOptions& options, std::string_view operation = {}) {
    for (const bool likely : {true, false}) {
        for (const harness::Scenario& scenario : library()) {
            if (is_about(scenario, operation) != likely) continue;
            if (run_scenario(scenario, options).outcome != harness::Outcome::Passed)
                return scenario.path;
        }
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

TEST(ScenarioLibrary, NoticesEveryMissingMoveOfACompletion) {
    every_row_is_noticed(Table::Completions);
}

// The scenario language has no words for these: they are tried by the probes of every guard row.
bool only_probed(const lines::Guard& guard) {
    return guard.check == lines::Check::ExtVersion || guard.op == lines::Op::InitializeEx;
}

TEST(ScenarioLibrary, NoticesEveryMissingGuard) {
    const auto guards = lines::guards();
    for (std::size_t row = 0; row < guards.size(); ++row) {
        if (only_probed(guards[row])) continue;
        const std::string_view function = lines::operation(guards[row].op).function;
        EXPECT_NE(who_notices({.muted_guard = static_cast<int>(row)}, function), "")
            << "nothing notices: " << lines::describe(guards[row]);
    }
    std::cout << guards.size() << " rows switched off in turn\n";
}

TEST(ScenarioLibrary, NoticesEveryMissingReply) {
    const auto replies = lines::refusal_replies();
    std::string unnoticed;
    std::size_t count = 0;
    for (std::size_t row = 0; row < replies.size(); ++row) {
        const std::string_view function = lines::operation(replies[row].op).function;
        if (!who_notices({.muted_reply = static_cast<int>(row)}, function).empty()) continue;
        ++count;
        unnoticed += std::string{function} + " " + std::string{name(replies[row].refusal)} + "\n";
    }
    EXPECT_EQ(count, 0U) << unnoticed;
    std::cout << replies.size() << " rows switched off in turn\n";
}

}  // namespace
}  // namespace pbxlab
