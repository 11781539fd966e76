// A run drawn as a text ladder: a column for each line and outside party, a row for each change,
// time downwards.
//
//        time   alice             bob
//    0.000000   [makeCall 1002]   |
//    0.210000   a1 dialtone       |
//    0.661000   |                 b1 offering
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "switch/time.h"

namespace pbxlab::harness {

class Run;
struct Scope;

struct LadderRow {
    pbx::SimTime at;
    std::size_t column = 0;
    std::string text;
};

struct LadderSize {
    std::size_t width =
        110;  // characters; columns that do not fit are left out, those of the last rows stay
    std::size_t rows = 40;  // the first few and the last ones of a longer run are drawn
};

// Columns without a row are left out. Empty without rows. Each line ends with a line break.
[[nodiscard]] std::string draw_ladder(std::span<const std::string> names,
                                      std::span<const LadderRow> rows, const LadderSize& size = {});

// The ladder of a run so far: requests, the states that each line's first application was told, and
// those of outside parties and of lines without an application.
[[nodiscard]] std::string run_ladder(const Run& run);

// A message with time, application and call, one line: "0.250000  alice  a1  CALLSTATE RINGBACK".
[[nodiscard]] std::string describe(const Run& run, std::uint32_t index);

// The last `most` messages in the scopes; of the whole run when there are no scopes.
[[nodiscard]] std::vector<std::string> last_messages(Run& run, std::span<const Scope> scopes,
                                                     std::size_t most = 10);

}  // namespace pbxlab::harness
