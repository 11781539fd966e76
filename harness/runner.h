// Plays one scenario against a switch of its own and tells what came of it. Deterministic: the
// scenario, its path and the seed decide every message and every byte of the trace.
//
//   const auto scenario = read_scenario("scenarios/hold/swap.json", "scenarios");
//   const RunResult result = run_scenario(*scenario, {.seed = 1});
//   if (result.outcome != Outcome::Passed) fmt::print("{}", failure_report(*scenario, result));
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/load_figures.h"
#include "harness/scenario.h"
#include "lines/operations.h"
#include "switch/exchange.h"

namespace pbxlab::harness {

class TraceSink;
class Pace;

struct RunOptions {
    // With the scenario's path it seeds the switch: mix_seed(seed, path).
    std::uint64_t seed = 1;
    bool check_invariants = true;  // of switch and lines, after each event
    pbx::MutedRow muted;           // one row of the switch's tables, switched off
    int muted_guard = -1;          // one row of the lines' guard table, switched off
    int muted_reply = -1;          // the same of their replies to refusals
    const std::atomic<bool>* interrupt = nullptr;  // looked at between events; true ends the run
    TraceSink* trace = nullptr;                    // where the trace goes; none is written without
    Pace* pace = nullptr;  // holds simulated time back to the clock; none: as fast as it goes
    bool update = false;   // traces that differ are told in RunResult::seen, and fail nothing
};

enum class Outcome : std::uint8_t { Passed, Failed, Interrupted };

// What went wrong, in words; the first thing only, because what follows it follows from it.
struct Failure {
    std::optional<Mark> mark;    // the step; none: the run as a whole (traces, leaks, building)
    std::optional<Mark> during;  // the step that was being played, when it is another one
    std::uint64_t step = 0;  // number of the step that was being played, counting from 1; 0: none
    pbx::SimTime at;
    std::string what;                   // "hold of a1 was refused"
    std::string expected, got;          // may be empty
    std::vector<std::string> notes;     // why, and what came close
    std::vector<std::string> messages;  // the last ones of the calls concerned
    std::string ladder;                 // empty when nothing happened yet
    // Of an operation that should not have been refused: its function and the error.
    std::string_view refused;
    lines::LineResult error = 0;
    bool broken_rule = false;  // one that always holds, whatever the scenario expects
    bool no_room = false;      // a call was refused because every line, or trunk, is in use
};

// The states of a call as a scenario's trace would have them.
struct SeenTrace {
    std::string call;
    std::vector<std::string> states;
};

// How often a fault had an effect.
struct FaultCount {
    std::string fault;  // in words
    std::uint64_t fired = 0;
};

struct RunResult {
    Outcome outcome = Outcome::Passed;
    std::uint64_t seed = 1;      // as given
    std::uint64_t steps = 0;     // played, repeats multiplied out
    std::uint64_t messages = 0;  // sent to applications
    pbx::Duration simulated{};   // without the clean-up
    std::optional<Failure> failure;
    std::optional<LoadCounts> load;
    std::vector<FaultCount> faults;
    // With RunOptions::update: of the traces that differ; of every call with a name when the
    // scenario has none at all.
    std::vector<SeenTrace> seen;
};

// Plays `scenario`. Never throws for anything in the scenario; never hangs: what is waited for ends
// in simulated time, and limits.h bounds steps, events, messages and time.
[[nodiscard]] RunResult run_scenario(const Scenario& scenario, const RunOptions& options = {});

// The switch's seed for a scenario: different scenarios of one suite do not draw the same numbers.
[[nodiscard]] std::uint64_t mix_seed(std::uint64_t seed, std::string_view path);

}  // namespace pbxlab::harness
