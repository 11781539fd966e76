// Many scenario files, run side by side and reported one after the other: what is printed does not
// depend on how many run at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "harness/find_files.h"
#include "harness/pace.h"
#include "harness/plan.h"
#include "harness/report.h"
#include "harness/runner.h"

namespace pbxlab::harness {

// Exit codes of the command; the worst wins.
enum ExitCode : int {
    kExitPassed = 0,
    kExitFailed = 1,    // a scenario failed
    kExitUsage = 2,     // the command line is wrong
    kExitBroken = 3,    // a scenario file is wrong
    kExitNothing = 4,   // nothing matched
    kExitInternal = 5,  // pbxlab itself failed
    kExitInterrupted = 130,
};

enum class CaseOutcome : std::uint8_t {
    Passed,
    Failed,
    Broken,   // the file is no scenario
    Crashed,  // pbxlab itself failed: out of memory, a trace that cannot be written
    Apart,    // says how things are elsewhere: its provider does otherwise, or it is about another
    Skipped,  // not run, or not to its end: interrupted, or behind the first failure
};

struct CaseResult {
    std::string file;
    std::string id;      // of the run: "hold/swap.json", "hold/swap.json#2"
    std::string name;    // empty when the file could not be read
    std::string suffix;  // what tells the runs of one file apart: "[to=1002]#2"
    CaseOutcome outcome = CaseOutcome::Skipped;
    std::uint64_t steps = 0;
    pbx::Duration simulated{};
    std::chrono::nanoseconds wall{};  // time it took here; only for report fields made for it
    std::string message;              // one line, of Apart and Skipped too; empty when passed
    std::string text;                 // what is printed, with its line breaks; empty for Skipped
    std::optional<LoadCounts> load;   // of a load that was played
    std::vector<SeenTrace> seen;      // with SuiteOptions::update: what is to be written
};

struct SuiteOptions {
    unsigned jobs = 0;                // at a time; 0: as many as the machine has threads
    RunOptions run;                   // for each scenario; its trace is not used
    std::filesystem::path trace_dir;  // a trace file for each scenario below it; empty: none
    ReportStyle style;
    bool validate_only = false;  // files are read and checked, not played
    // Ends at the first run, in the order of the plan, that does not pass; what others have done
    // meanwhile does not count, so that the result is the same with any number of jobs.
    bool fail_fast = false;
    Speed speed = 0;  // each run is held to the clock at this speed; 0: as fast as it goes
    // Traces that differ are written into their files when the run is passed on, except where a
    // matrix makes several runs of one file. Of repeats, the next reads what the last has written.
    bool update = false;
};

struct SuiteResult {
    std::vector<CaseResult> cases;  // in the order of the plan
    bool interrupted = false;

    [[nodiscard]] std::size_t count(CaseOutcome outcome) const;
    [[nodiscard]] int exit_code() const;
    // "61 passed, 0 failed (61 scenarios, 12.4 min simulated)", and what else there was.
    [[nodiscard]] std::string summary(bool validated = false) const;
};

// Called for each case in the order of the plan, as soon as all before it are done; never from two
// threads at once.
using OnCase = std::function<void(const CaseResult&)>;
// Called whenever one more case is done, in any order; never from two threads at once.
using OnProgress = std::function<void(std::size_t done, std::size_t total, const CaseResult&)>;

// The runs' own seeds count, not that of options.run.
[[nodiscard]] SuiteResult run_suite(const std::vector<PlannedRun>& runs,
                                    const SuiteOptions& options, const OnCase& on_case = {},
                                    const OnProgress& on_progress = {});
// Each file once, with the seed of options.run.
[[nodiscard]] SuiteResult run_suite(const std::vector<ScenarioFile>& files,
                                    const SuiteOptions& options, const OnCase& on_case = {},
                                    const OnProgress& on_progress = {});

// Where the trace of each run goes below the trace folder: "hold/swap.jsonl",
// "hold/swap#2.jsonl"; never outside, never two in one place.
[[nodiscard]] std::vector<std::string> trace_names(const std::vector<PlannedRun>& runs);

}  // namespace pbxlab::harness
