// What a run says on a terminal: one line when it passed, everything that helps to understand it
// when it failed.
#pragma once

#include <string>
#include <string_view>

#include "harness/problem.h"
#include "harness/runner.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

struct ReportStyle {
    std::string id;       // of the run; empty: that of the scenario
    std::string filter;   // that the repeating command needs; empty: none
    std::string options;  // what the repeating command needs besides the seed; may be empty
};

// "PASS  hold/swap.json  Swap two calls (12 steps, 3.4 s simulated)", with a line break.
[[nodiscard]] std::string passed_text(const Scenario& scenario, const RunResult& result,
                                      const ReportStyle& style = {});

// Scenario, step with its place and its line in the file, what was expected, what came, why, the
// last messages, the ladder and the command that repeats the run.
[[nodiscard]] std::string failed_text(const Scenario& scenario, const RunResult& result,
                                      const ReportStyle& style = {});

// A file that cannot be read as a scenario.
[[nodiscard]] std::string broken_text(const Problem& problem);

// "what; expected ...; got ...", on one line.
[[nodiscard]] std::string failure_summary(const Failure& failure);

// What each of these texts starts with.
inline constexpr std::string_view kPassWord = "PASS";
inline constexpr std::string_view kFailWord = "FAIL";
inline constexpr std::string_view kErrorWord = "ERROR";
inline constexpr std::string_view kApartWord = "SKIP";

// "[12/300] hold/swap.json": how far a suite is, in at most `width` bytes; of a name that is
// too long the end is shown, from a whole character on.
[[nodiscard]] std::string progress_text(std::size_t done, std::size_t total, std::string_view id,
                                        std::size_t width);

// "'my file.json'": a path, or another text, as a shell reads it as one word that is no option; a
// text that begins like one is taken for a path of this folder. What cannot be printed is written
// "$'\\012'".
[[nodiscard]] std::string shell_quoted(const std::string& text);

}  // namespace pbxlab::harness
