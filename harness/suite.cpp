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

constexpr std::string_view kInterrupted = "interrupted";
constexpr std::string_view kBehindFailure = "a run before it failed";

CaseResult skipped(const CaseResult& run, std::string_view why) {
    return {.file = run.file, .id = run.id, .suffix = run.suffix, .message = std::string{why}};
}

bool is_bad(CaseOutcome outcome) {
    return outcome != CaseOutcome::Passed && outcome != CaseOutcome::Apart &&
           outcome != CaseOutcome::Skipped;
}

// What is done with a run that counts, when its turn comes and before it is passed on.
using OnTurn = std::function<void(std::size_t index, CaseResult&)>;

// Takes results in any order and passes them on in the order of the plan.
class InOrder {
 public:
    InOrder(std::vector<CaseResult>& cases, bool fail_fast, OnTurn on_turn, const OnCase& on_case,
            const OnProgress& on_progress)
        : cases_{cases},
          done_(cases.size()),
          fail_fast_{fail_fast},
          on_turn_{std::move(on_turn)},
          on_case_{on_case},
          on_progress_{on_progress} {}

    void put(std::size_t index, CaseResult result) {
        const std::lock_guard lock{mutex_};
        cases_[index] = std::move(result);
        done_[index] = true;
        ++count_;
        if (on_progress_) on_progress_(count_, cases_.size(), cases_[index]);
        for (; next_ < cases_.size() && done_[next_]; ++next_) {
            if (failed_) {
                cases_[next_] = skipped(cases_[next_], kBehindFailure);
            } else {
                on_turn_(next_, cases_[next_]);
            }
            failed_ = failed_ || (fail_fast_ && is_bad(cases_[next_].outcome));
            if (on_case_) on_case_(cases_[next_]);
        }
    }

 private:
    std::mutex mutex_;
    std::vector<CaseResult>& cases_;
    std::vector<bool> done_;
    bool fail_fast_;
    OnTurn on_turn_;
    const OnCase& on_case_;
    const OnProgress& on_progress_;
    std::size_t next_ = 0, count_ = 0;
    bool failed_ = false;  // what follows does not count any more
};

// The first bad run so far: those behind it need not be played.
class FirstBad {
 public:
    explicit FirstBad(std::size_t none) : first_{none} {}
    void put(std::size_t index) {
        std::size_t first = first_.load();
        while (index < first && !first_.compare_exchange_weak(first, index)) {
        }
    }
    [[nodiscard]] std::size_t get() const { return first_.load(); }

 private:
    std::atomic<std::size_t> first_;
};

// For a file's name: what could lead elsewhere, or a file system refuses, becomes '_'.
std::string plain(std::string_view suffix) {
    constexpr std::size_t kMost = 120;
    std::string text{suffix.substr(0, kMost)};
    for (char& c : text) {
        const bool safe = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') ||
                          std::string_view{"#@[]=,+-_."}.find(c) != std::string_view::npos;
        if (!safe) c = '_';
    }
    return text;
}

bool asked_to_stop(const SuiteOptions& options) {
    return options.run.interrupt != nullptr &&
           options.run.interrupt->load(std::memory_order_relaxed);
}

// With --update, runs whose file a run before them may write: they are played when their turn
// comes, because they read what it has written.
std::vector<char> files_again(const std::vector<PlannedRun>& runs, bool update) {
    std::vector<char> again(runs.size());
    if (!update) return again;
    std::set<std::string> files;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::error_code error;
        const auto real =
            std::filesystem::weakly_canonical(runs[i].file.file, error).generic_string();
        again[i] = files.insert(error ? runs[i].file.file : real).second ? 0 : 1;
    }
    return again;
}

// The runs of a suite, in whatever order they come to be played.
class Player {
 public:
    Player(const std::vector<PlannedRun>& runs, const SuiteOptions& options)
        : runs_{runs},
          options_{options},
          traces_{options.trace_dir.empty() ? std::vector<std::string>(runs.size())
                                            : trace_names(runs)},
          again_{files_again(runs, options.update)},
          played_(runs.size()),
          first_bad_{runs.size()} {}

    // A run that has to wait for its turn comes back as it is.
    CaseResult play(std::size_t i) {
        CaseResult one = unplayed(i);
        if (again_[i] != 0) return one;
        return options_.fail_fast && i > first_bad_.get() ? skipped(one, kBehindFailure) : now(i);
    }
    void turn(std::size_t i, CaseResult& result) {
        if (again_[i] != 0) result = now(i);
        write_seen(result);
        if (is_bad(result.outcome)) first_bad_.put(i);
    }
    // Traces of runs that were played but do not count.
    void drop_traces() const {
        if (!options_.fail_fast || options_.trace_dir.empty()) return;
        for (std::size_t i = first_bad_.get() + 1; i < traces_.size(); ++i) {
            std::error_code ignored;
            if (played_[i] != 0) std::filesystem::remove(options_.trace_dir / traces_[i], ignored);
        }
    }

 private:
    [[nodiscard]] CaseResult unplayed(std::size_t i) const {
        return {.file = runs_[i].file.file,
                .id = runs_[i].name,
                .suffix = std::string{runs_[i].suffix()}};
    }
    CaseResult now(std::size_t i) {
        if (asked_to_stop(options_)) return skipped(unplayed(i), kInterrupted);
        played_[i] = 1;
        CaseResult result = play_file(runs_[i], options_, traces_[i]);
        if (is_bad(result.outcome)) first_bad_.put(i);
        return result;
    }

    const std::vector<PlannedRun>& runs_;
    const SuiteOptions& options_;
    std::vector<std::string> traces_;
    std::vector<char> again_, played_;
    FirstBad first_bad_;
};

std::string count_text(std::size_t count, std::string_view what) {
    return fmt::format(", {} {}", count, what);
}

}  // namespace

std::vector<std::string> trace_names(const std::vector<PlannedRun>& runs) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const PlannedRun& run : runs) {
        std::filesystem::path id{run.file.id};
        const std::string name = id.replace_extension().generic_string() + plain(run.suffix());
        std::string unique = name;
        // Two roots may have a scenario of one name.
        for (int again = 2; !taken.insert(unique).second; ++again) {
            unique = fmt::format("{}~{}", name, again);
        }
        names.push_back(unique + ".jsonl");
    }
    return names;
}

SuiteResult run_suite(const std::vector<PlannedRun>& runs, const SuiteOptions& options,
                      const OnCase& on_case, const OnProgress& on_progress) {
    SuiteResult result;
    result.cases.resize(runs.size());
    Player player{runs, options};
    InOrder in_order{result.cases, options.fail_fast,
                     [&player](std::size_t i, CaseResult& one) { player.turn(i, one); }, on_case,
                     on_progress};
    spread(runs.size(), options.jobs, [&](std::size_t i) { in_order.put(i, player.play(i)); });
    player.drop_traces();
    result.interrupted = asked_to_stop(options);
    return result;
}

SuiteResult run_suite(const std::vector<ScenarioFile>& files, const SuiteOptions& options,
                      const OnCase& on_case, const OnProgress& on_progress) {
    std::vector<PlannedRun> runs;
    runs.reserve(files.size());
    for (const ScenarioFile& file : files) runs.push_back({file, file.id, options.run.seed});
    return run_suite(runs, options, on_case, on_progress);
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
    if (const auto apart = count(CaseOutcome::Apart))
        text += count_text(apart, apart == 1 ? "does not apply" : "do not apply");
    if (const auto left = count(CaseOutcome::Skipped)) {
        text += count_text(
            left, interrupted ? "not run: interrupted" : "not run: behind the first failure");
    }
    text += fmt::format(" ({} scenario{}", cases.size(), cases.size() == 1 ? "" : "s");
    return validated ? text + ")" : fmt::format("{}, {} simulated)", text, span_text(simulated));
}

}  // namespace pbxlab::harness
