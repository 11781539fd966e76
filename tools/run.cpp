// pbxlab run PATH...
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <limits>

#include <fmt/format.h>

#include "harness/escape.h"
#include "harness/junit.h"
#include "harness/limits.h"
#include "harness/load_report.h"
#include "harness/suite.h"
#include "tools/command.h"
#include "tools/interrupt.h"
#include "tools/scenarios.h"
#include "tools/sharding.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

struct Report {
    std::string (*write)(const harness::SuiteResult& result);
    std::string file;
};

struct ReportKind {
    std::string_view name;
    std::string (*write)(const harness::SuiteResult& result);
};
constexpr ReportKind kReportKinds[] = {{"junit", harness::junit_xml}, {"load", harness::load_json}};

void add_options(cxxopts::Options& options) {
    add_selection(options);
    options.add_options()("seed", "Seed of all that is left to chance",
                          cxxopts::value<std::string>()->default_value("1"), "N");
    options.add_options()("repeat", "Run each scenario N times, the K-th with seed + K - 1",
                          cxxopts::value<std::string>()->default_value("1"),
                          "N")("order", "name, reverse, or random by the seed",
                               cxxopts::value<std::string>()->default_value("name"), "ORDER")(
        "fail-fast", "Stop at the first scenario that does not pass");
    options.add_options()("update",
                          "Write traces that differ into their files, for review in a diff")(
        "speed", "Hold simulated time to the clock: 1 is real time, 10 ten times as fast, 0.5 half",
        cxxopts::value<std::string>(), "X");
    add_shard(options);
    add_output_options(options);
    options.add_options()(
        "report", "Write a report: junit=FILE, or load=FILE (JSON); may be given several times",
        cxxopts::value<std::vector<std::string>>(), "KIND=FILE")(
        "trace-dir", "Write a trace of each scenario below DIR", cxxopts::value<std::string>(),
        "DIR")("list", "Show what would be run, and run nothing")(
        "check-invariants", "Check the switch's own rules after each event",
        cxxopts::value<bool>()->default_value("true"));
}

Report report_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string kind = text.substr(0, equals);
    std::vector<std::string_view> names;
    for (const ReportKind& each : kReportKinds) {
        names.push_back(each.name);
        if (each.name != kind) continue;
        if (equals == std::string::npos || equals + 1 == text.size()) {
            throw UsageError(fmt::format("--report {}: expected {}=FILE", text, kind));
        }
        return {each.write, text.substr(equals + 1)};
    }
    throw UsageError(fmt::format(
        "--report {}: there is no report of kind \"{}\"; expected junit=FILE or load=FILE{}", text,
        kind, did_you_mean(kind, names)));
}

std::vector<Report> reports_of(const cxxopts::ParseResult& given) {
    std::vector<Report> reports;
    if (const std::string file = bazel_report(); !file.empty())
        reports.push_back({harness::junit_xml, file});
    if (given.count("report") == 0) return reports;
    for (const std::string& text : given["report"].as<std::vector<std::string>>()) {
        reports.push_back(report_of(text));
    }
    return reports;
}

std::filesystem::path trace_dir_of(const cxxopts::ParseResult& given) {
    if (given.count("trace-dir") == 0) return {};
    std::filesystem::path dir = given["trace-dir"].as<std::string>();
    std::error_code error;
    std::filesystem::create_directories(dir, error);
    if (dir.empty() || !std::filesystem::is_directory(dir)) {
        throw UsageError(fmt::format("--trace-dir {}: is no folder, and cannot be made one",
                                     dir.generic_string()));
    }
    return dir;
}

// "2.5" is 2500 thousandths.
harness::Speed speed_of(const std::string& text) {
    const std::size_t point = text.find('.');
    std::string digits = text.substr(0, point);
    std::string decimals = point == std::string::npos ? "" : text.substr(point + 1);
    const bool whole = !digits.empty() && (point == std::string::npos || !decimals.empty());
    if (whole && digits.size() <= 7 && decimals.size() <= 3) {
        digits += decimals.append(3 - decimals.size(), '0');
        std::uint32_t speed = 0;
        const char* end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, speed);
        if (read.ec == std::errc{} && read.ptr == end && speed > 0 && speed <= harness::kMaxSpeed)
            return speed;
    }
    throw UsageError(
        fmt::format("--speed {}: expected a number from 0.001 to {} with at most three decimals",
                    text, harness::kMaxSpeed / harness::kRealTime));
}

harness::SuiteOptions options_of(const cxxopts::ParseResult& given) {
    harness::SuiteOptions options;
    options.jobs = chosen_jobs(given);
    options.run.seed = chosen_number(given, "seed", std::numeric_limits<std::uint64_t>::max());
    options.run.check_invariants = given["check-invariants"].as<bool>();
    options.run.interrupt = &g_interrupted;
    options.update = given.count("update") > 0;
    if (given.count("speed") > 0) options.speed = speed_of(given["speed"].as<std::string>());
    options.fail_fast = given.count("fail-fast") > 0;
    options.trace_dir = trace_dir_of(given);
    if (!options.run.check_invariants) options.style.options = "--check-invariants=false";
    return options;
}

bool write_report(const Report& report, const harness::SuiteResult& result) {
    std::ofstream out{report.file, std::ios::binary | std::ios::trunc};
    out << report.write(result);
    out.close();
    if (!out.fail()) return true;
    print_error(fmt::format("pbxlab: cannot write the report {}\n", report.file));
    return false;
}

struct OrderWord {
    std::string_view word;
    harness::Order order;
};
constexpr OrderWord kOrders[] = {{"name", harness::Order::Name},
                                 {"reverse", harness::Order::Reverse},
                                 {"random", harness::Order::Random}};

harness::Order order_of(const std::string& text) {
    std::vector<std::string_view> words;
    for (const OrderWord& each : kOrders) {
        if (each.word == text) return each.order;
        words.push_back(each.word);
    }
    throw UsageError(fmt::format("--order {}: expected name, reverse or random{}", text,
                                 did_you_mean(text, words)));
}

harness::Selection selection_of(const cxxopts::ParseResult& given, std::uint64_t seed) {
    harness::Selection selection = chosen_selection(given);
    if (const std::string filter = bazel_filter(); !filter.empty() && selection.filters.empty())
        selection.filters.push_back(filter);
    selection.seed = seed;
    selection.repeat = chosen_number(given, "repeat", harness::kMaxRuns);
    if (selection.repeat == 0)
        throw UsageError(
            fmt::format("--repeat 0: expected a whole number from 1 to {}", harness::kMaxRuns));
    if (selection.repeat > 1 && given.count("update") > 0)
        throw UsageError("--update and --repeat: a file has one set of traces");
    if (!selection.providers.empty() && given.count("update") > 0)
        throw UsageError("--update and --provider: traces are those without a provider");
    selection.order = order_of(given["order"].as<std::string>());
    selection.shard = chosen_shard(given);
    return selection;
}

// The path as it was given, with what tells the runs of one file apart.
int list(const harness::Plan& plan) {
    for (const harness::PlannedRun& run : plan.runs) {
        print(harness::one_line(run.file.file + std::string{run.suffix()}) + "\n");
    }
    return harness::kExitPassed;
}

int run(const cxxopts::ParseResult& given) {
    const harness::SuiteOptions options = options_of(given);
    const std::vector<Report> reports = reports_of(given);
    const bool colour = chosen_colour(given);
    const harness::Selection selection = selection_of(given, options.run.seed);
    const harness::Plan plan = chosen_plan(given, selection, options.jobs);
    if (plan.chosen == 0) return nothing_matched();
    if (given.count("list") > 0) return list(plan);

    watch_signals();
    if (selection.order == harness::Order::Random)
        print(fmt::format("Random order: again with --order random --seed {}\n", selection.seed));
    ProgressLine progress;
    const auto on_case = [&progress, colour](const harness::CaseResult& each) {
        if (each.text.empty()) return;
        progress.clear();
        print(colour ? coloured(each.text) : each.text);
    };
    const auto on_progress = [&progress](std::size_t done, std::size_t total,
                                         const harness::CaseResult& last) {
        if (progress.due())
            progress.show(harness::progress_text(done, total, last.id, ProgressLine::width()));
    };
    const harness::SuiteResult result =
        harness::run_suite(plan.runs, options, on_case, on_progress);
    progress.clear();
    print(result.summary() + "\n");
    // A part of the plan may be empty: the others have it all.
    int code = plan.runs.empty() ? harness::kExitPassed : result.exit_code();
    for (const Report& report : reports) {
        if (!write_report(report, result) && code != harness::kExitInterrupted)
            code = harness::kExitInternal;
    }
    return code;
}

constexpr std::string_view kExamples =
    "  pbxlab run scenarios                            every scenario below a folder\n"
    "  pbxlab run scenarios/hold --filter 'swap*'      those of a folder that fit a pattern\n"
    "  pbxlab run scenarios --seed 7 --trace-dir out   another seed, with traces\n"
    "  pbxlab run scenarios --report junit=out.xml     a report for a CI server\n"
    "  pbxlab run scenarios --tag smoke --fail-fast    those with a tag, until one fails\n"
    "  pbxlab run scenarios --repeat 100 --order random   chance, a hundred times\n"
    "  pbxlab run scenarios --provider minimal         what holds with a provider, and what does "
    "not\n"
    "  pbxlab run scenarios --shard 2/4                the second quarter, on the second machine\n"
    "\nExit codes: 0 all passed, 1 a scenario failed, 2 the command line is wrong, 3 a scenario "
    "file is\n"
    "wrong, 4 nothing matched, 5 pbxlab itself failed, 130 interrupted.\n";

}  // namespace

const Command kRun = {"run", "Runs scenarios.", "PATH...", kExamples, add_options, run};

}  // namespace pbxlab::tools
