#include "harness/play_file.h"

#include <exception>
#include <fstream>
#include <optional>

#include <fmt/format.h>

#include "harness/apart.h"
#include "harness/escape.h"
#include "harness/scenario_reader.h"
#include "harness/trace.h"
#include "harness/update.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

class FileSink : public TraceSink {
 public:
    explicit FileSink(const fs::path& path) : path_{path} {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        out_.open(path, std::ios::binary | std::ios::trunc);
    }
    void write(std::string_view lines) override {
        out_.write(lines.data(), static_cast<std::streamsize>(lines.size()));
    }
    // False when something could not be written.
    [[nodiscard]] bool finish() {
        out_.close();
        return !out_.fail();
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

 private:
    fs::path path_;
    std::ofstream out_;
};

void crashed(CaseResult& result, const std::string& why) {
    result.outcome = CaseOutcome::Crashed;
    result.message = one_line(why);
    result.text = fmt::format("{} {}: pbxlab itself failed: {}\n", kErrorWord,
                              one_line(result.file), result.message);
}

void broken(CaseResult& result, Problem problem) {
    if (!result.suffix.empty()) problem.what += fmt::format(" (in the run {})", result.suffix);
    result.outcome = CaseOutcome::Broken;
    result.message = one_line(problem.text());
    result.text = broken_text(problem);
}

void judged(CaseResult& result, const Scenario& scenario, const RunResult& run,
            const ReportStyle& style) {
    result.steps = run.steps;
    result.simulated = run.simulated;
    result.load = run.load;
    switch (run.outcome) {
        case Outcome::Passed:
            result.outcome = CaseOutcome::Passed;
            result.text = passed_text(scenario, run, style);
            break;
        case Outcome::Failed:
            result.outcome = CaseOutcome::Failed;
            if (run.failure) result.message = failure_summary(*run.failure);
            result.text = failed_text(scenario, run, style);
            break;
        case Outcome::Interrupted:
            result.outcome = CaseOutcome::Skipped;
            result.message = "interrupted";
            break;
    }
}

// A scenario that does not apply: not a failure, but not silent either.
void apart(CaseResult& result, const std::string& why) {
    result.outcome = CaseOutcome::Apart;
    result.message = one_line(why);
    result.text = fmt::format("{}  {}  {}\n", kApartWord, one_line(result.id), result.message);
}

void validated(CaseResult& result) {
    result.outcome = CaseOutcome::Passed;
    result.text =
        fmt::format("{}  {}  {}\n", kPassWord, one_line(result.id), one_line(result.name));
}

// What the repeating command needs.
ReportStyle style_of(const PlannedRun& planned, const Scenario& scenario,
                     const SuiteOptions& options) {
    ReportStyle style = options.style;
    style.id = planned.name;
    style.filter = scenario.variant;
    if (!planned.provider.empty()) {
        style.options += fmt::format("{}--provider {}", style.options.empty() ? "" : " ",
                                     shell_quoted(planned.provider));
    }
    return style;
}

void run_it(CaseResult& result, const Scenario& scenario, const PlannedRun& planned,
            const SuiteOptions& options, const std::string& trace_name) {
    RunOptions run_options = options.run;
    run_options.seed = planned.seed;
    std::optional<FileSink> sink;
    if (!options.trace_dir.empty() && !scenario.load) {
        sink.emplace(options.trace_dir / trace_name);
        run_options.trace = &*sink;
    }
    run_options.update = options.update && scenario.matrix.empty() && planned.provider.empty();
    std::optional<Pace> pace;
    if (options.speed != 0) run_options.pace = &pace.emplace(options.speed);
    const RunResult run = run_scenario(scenario, run_options);
    if (sink && !sink->finish()) {
        return crashed(result, "cannot write the trace " + sink->path().generic_string());
    }
    if (run.outcome == Outcome::Failed && !planned.must_hold) {
        if (const auto why = why_apart(scenario, *run.failure, run_options))
            return apart(result, *why);
    }
    judged(result, scenario, run, style_of(planned, scenario, options));
    if (result.outcome == CaseOutcome::Passed) result.seen = run.seen;
}

// Whether it is the profile alone that it does not go with.
bool reads_elsewhere(const PlannedRun& planned) {
    return read_scenario(planned.file.file, planned.file.root, {.variant = planned.variant})
        .has_value();
}

// A run that may have been written to since it was planned is read again.
Result<Scenario> scenario_of(const PlannedRun& planned, const SuiteOptions& options) {
    const ScenarioFile& file = planned.file;
    const ScenarioRun run{planned.variant, planned.provider, file.id};
    if (planned.text == nullptr || options.update) return read_scenario(file.file, file.root, run);
    return parse_scenario(*planned.text, file.file, file.root, run);
}

}  // namespace

CaseResult play_file(const PlannedRun& planned, const SuiteOptions& options,
                     const std::string& trace_name) {
    const ScenarioFile& file = planned.file;
    CaseResult result{
        .file = file.file, .id = planned.name, .suffix = std::string{planned.suffix()}};
    const auto start = std::chrono::steady_clock::now();
    try {
        const auto scenario = scenario_of(planned, options);
        if (!scenario && !planned.must_hold && reads_elsewhere(planned)) {
            apart(result, fmt::format("it cannot be had with {}: {}", planned.provider,
                                      scenario.error().what));
        } else if (!scenario) {
            broken(result, scenario.error());
        } else {
            result.name = scenario->name.value;
            if (options.validate_only) {
                validated(result);
            } else if (!planned.apart.empty()) {
                apart(result, planned.apart);
            } else {
                run_it(result, *scenario, planned, options, trace_name);
            }
        }
    } catch (const std::exception& exception) {
        crashed(result, exception.what());
    }
    result.wall = std::chrono::steady_clock::now() - start;
    return result;
}

void write_seen(CaseResult& result) {
    if (result.seen.empty()) return;
    try {
        if (const auto problem = update_traces(result.file, result.seen))
            return crashed(result, *problem);
        std::string calls;
        for (const SeenTrace& trace : result.seen)
            calls += (calls.empty() ? "" : ", ") + trace.call;
        result.text +=
            fmt::format("  wrote the traces of {} into {}\n", calls, one_line(result.file));
    } catch (const std::exception& exception) {
        crashed(result, exception.what());
    }
}

}  // namespace pbxlab::harness
