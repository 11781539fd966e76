// Every row matters: with any one row of a table switched off, a compact battery of calls goes
// differently.
#include "battery.h"
#include "switch/forward_rows.h"

namespace pbxlab::pbx {
namespace {

std::vector<std::string> battery_log(MutedRow muted) {
    Battery battery{muted};
    plain_calls(battery);
    releases(battery);
    numbers(battery);
    nothing_dialled(battery);
    habits(battery);
    rare_habits(battery);
    outside_world(battery);
    groups(battery);
    shared_lines(battery);
    park(battery);
    transfers(battery);
    conferences(battery);
    refusals(battery);
    forwards(battery);
    callbacks(battery);
    camping(battery);
    intrusion(battery);
    return battery.take();
}

class EveryRow : public testing::TestWithParam<MutedRow::Table> {};

TEST_P(EveryRow, IsMissedWhenItIsSwitchedOff) {
    const std::vector<std::string> whole = battery_log({});
    ASSERT_EQ(whole, battery_log({})) << "the battery itself is not the same twice";
    ASSERT_GT(row_count(GetParam()), 0U);
    for (std::uint32_t row = 0; row < row_count(GetParam()); ++row) {
        const MutedRow muted{GetParam(), row};
        EXPECT_NE(whole, battery_log(muted)) << "nothing misses the row " << describe_row(muted);
        ASSERT_FALSE(HasFatalFailure()) << describe_row(muted);
    }
}
INSTANTIATE_TEST_SUITE_P(Tables, EveryRow,
                         testing::Values(MutedRow::Table::ConnectionMoves,
                                         MutedRow::Table::StateTimers, MutedRow::Table::Orders,
                                         MutedRow::Table::Hunts, MutedRow::Table::Orbits,
                                         MutedRow::Table::Forwards, MutedRow::Table::Completions));

}  // namespace
}  // namespace pbxlab::pbx
