#include "harness/suite.h"

#include <algorithm>
#include <mutex>
#include <set>

#include <fmt/format.h>

#include "harness/play_file.h"
#include "harness/words.h"
#include "harness/workers.h"

namespace pbxlab::harness {

namespace {

// Takes results in any order and passes them on in the order of the files.
class InOrder {
 public:
    InOrder(std::vector<CaseResult>& cases, const OnCase& on_case, const OnProgress& on_progress)
        : cases_{cases}, done_(cases.size()), on_case_{on_case}, on_progress_{on_progress} {}

    void put(std::size_t index, CaseResult result) {
        const std::lock_guard lock{mutex_};
        cases_[index] = std::move(result);
        done_[index] = true;
        ++count_;
        if (on_progress_) on_progress_(count_, cases_.size(), cases_[index]);
        for (; next_ < cases_.size() && done_[next_]; ++next_) {
            if (on_case_) on_case_(cases_[next_]);
        }
    }

 private:
    std::mutex mutex_;
    std::vector<CaseResult>& cases_;
    std::vector<bool> done_;
    const OnCase& on_case_;
    const OnProgress& on_progress_;
    std::size_t next_ = 0, count_ = 0;
};

bool asked_to_stop(const SuiteOptions& options) {
    return options.run.interrupt != nullptr &&
           options.run.interrupt->load(std::memory_order_relaxed);
}

std::string count_text(std::size_t count, std::string_view what) {
    return fmt::format(", {} {}", count, what);
}

}  // namespace

std::vector<std::string> trace_names(const std::vector<ScenarioFile>& files) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const ScenarioFile& file : files) {
        std::filesystem::path name{file.id};
        name.replace_extension();
        std::string unique = name.generic_string();
        // Two roots may have a scenario of one name.
        for (int again = 2; !taken.insert(unique).second; ++again) {
            unique = fmt::format("{}~{}", name.generic_string(), again);
        }
        names.push_back(unique + ".jsonl");
    }
    return names;
}

SuiteResult run_suite(const std::vector<ScenarioFile>& files, const SuiteOptions& options,
                      const OnCase& on_case, const OnProgress& on_progress) {
    SuiteResult result;
    result.cases.resize(files.size());
    const std::vector<std::string> traces = trace_names(files);
    InOrder in_order{result.cases, on_case, on_progress};
    spread(files.size(), options.jobs, [&](std::size_t i) {
        in_order.put(i, asked_to_stop(options)
                            ? CaseResult{.file = files[i].file, .id = files[i].id}
                            : play_file(files[i], options, traces[i]));
    });
    result.interrupted = asked_to_stop(options);
    return result;
}

std::size_t SuiteResult::count(CaseOutcome outcome) const {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(),
                      [outcome](const CaseResult& each) { return each.outcome == outcome; }));
}

int SuiteResult::exit_code() const {
    if (interrupted) return kExitInterrupted;
    if (count(CaseOutcome::Crashed) > 0) return kExitInternal;
    if (count(CaseOutcome::Broken) > 0) return kExitBroken;
    if (count(CaseOutcome::Failed) > 0) return kExitFailed;
    return cases.empty() ? kExitNothing : kExitPassed;
}

std::string SuiteResult::summary(bool validated) const {
    pbx::Duration simulated{};
    for (const CaseResult& each : cases) simulated += each.simulated;
    const std::size_t passed = count(CaseOutcome::Passed);
    std::string text =
        validated ? fmt::format("{} valid", passed)
                  : fmt::format("{} passed, {} failed", passed, count(CaseOutcome::Failed));
    if (const auto broken = count(CaseOutcome::Broken)) text += count_text(broken, "broken");
    if (const auto crashed = count(CaseOutcome::Crashed))
        text += count_text(crashed, "could not be run");
    if (const auto skipped = count(CaseOutcome::Skipped))
        text += count_text(skipped, "not run: interrupted");
    text += fmt::format(" ({} scenario{}", cases.size(), cases.size() == 1 ? "" : "s");
    return validated ? text + ")" : fmt::format("{}, {} simulated)", text, span_text(simulated));
}

}  // namespace pbxlab::harness
