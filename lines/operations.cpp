#include "lines/operations.h"

#include <algorithm>
#include <array>

#include "lines/guard_rows_bears.h"
#include "lines/guard_rows_calls.h"
#include "lines/guard_rows_inband.h"
#include "lines/guard_rows_session.h"
#include "lines/guard_rows_together.h"

namespace pbxlab::lines {

namespace {

constexpr auto kGuards =
    joined(kSessionGuards, kCallsGuards, kTogetherGuards, kBearsGuards, kInbandGuards);

// Where the rows of each operation stand.
struct Rows {
    std::size_t first = 0;
    std::size_t count = 0;
};
constexpr auto kRows = [] {
    std::array<Rows, kOpCount> rows{};
    for (std::size_t i = std::size(kGuards); i-- > 0;) {
        Rows& own = rows[static_cast<std::size_t>(kGuards[i].op)];
        own.first = i;
        ++own.count;
    }
    return rows;
}();

}  // namespace

std::span<const Guard> guards() { return kGuards; }

std::span<const Guard> guards(Op op) {
    const Rows& rows = kRows[static_cast<std::size_t>(op)];
    return std::span{kGuards}.subspan(rows.first, rows.count);
}

}  // namespace pbxlab::lines
