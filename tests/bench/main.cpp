// pbxlab_bench: every case as a benchmark of Google Benchmark, with its options; or
//
//   pbxlab_bench figures [OPTION...]   the table of figures and goals, as `pbxlab bench` shows it
//   pbxlab_bench play CASE TIMES       that case TIMES times and once before, for callgrind
#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string_view>

#include <benchmark/benchmark.h>
#include <cxxopts.hpp>
#include <fmt/format.h>

#include "harness/find_files.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {
namespace {

constexpr int kNotMet = 1;
constexpr int kWrongCommandLine = 2;
constexpr int kFailed = 5;

Programs programs_here() {
    const auto here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    return {.pbxlab = PBXLAB_EXECUTABLE, .empty = here / "pbxlab_empty"};
}

// --- Google Benchmark
void measure_case(benchmark::State& state, const Case& each) {
    const std::unique_ptr<Work> work = each.make(Size::Full);
    Stopwatch first;
    work->run(first);  // now everything has grown to its size
    std::uint64_t pieces = 0;
    std::uint64_t allocated = 0;
    double bytes = 0;
    for (auto _ : state) {
        Stopwatch watch;
        pieces += work->run(watch);
        allocated += watch.allocations();
        bytes = watch.bytes();
        state.SetIterationTime(std::chrono::duration<double>(watch.processor()).count());
    }
    using benchmark::Counter;
    const auto all = static_cast<double>(pieces);
    if (bytes > 0) {
        state.counters["bytes"] = bytes;
    } else {
        state.counters["pieces/s"] = Counter(all, Counter::kIsRate);
        state.counters["s/piece"] = Counter(all, Counter::kIsRate | Counter::kInvert);
        state.counters["allocations"] = static_cast<double>(allocated) / all;
    }
    state.SetLabel(each.piece);
}

int google_benchmark(int argc, char** argv) {
    const Cases cases = all_cases(programs_here());
    for (const Case& each : cases) {
        const auto run = [&each](benchmark::State& state) { measure_case(state, each); };
        benchmark::RegisterBenchmark(each.name.c_str(), run)
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return kWrongCommandLine;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

// --- figures
std::vector<const Figure*> chosen(const cxxopts::ParseResult& given) {
    std::vector<const Figure*> figures;
    const std::string filter = given.count("filter") > 0 ? given["filter"].as<std::string>() : "";
    for (const Figure& each : kFigures) {
        if (each.heavy && given.count("quick") > 0) continue;
        const bool fits = filter.empty() || harness::filter_fits(filter, each.theme) ||
                          harness::filter_fits(filter, each.key) ||
                          harness::filter_fits(filter, each.text);
        if (fits) figures.push_back(&each);
    }
    return figures;
}

Baseline baseline_of(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    try {
        if (!in.good()) throw std::runtime_error{"it cannot be read"};
        return read_baseline(text.str());
    } catch (const std::runtime_error& error) {
        throw std::runtime_error{fmt::format("--baseline {}: {}", file, error.what())};
    }
}

int show_figures(int argc, char** argv) {
    cxxopts::Options options{"pbxlab_bench figures"};
    options.add_options()("json", "", cxxopts::value<std::string>())(
        "baseline", "", cxxopts::value<std::string>())("filter", "", cxxopts::value<std::string>())(
        "pbxlab", "", cxxopts::value<std::string>())("quick", "")("check", "")("markdown", "");
    const cxxopts::ParseResult given = options.parse(argc, argv);
    Programs programs = programs_here();
    if (given.count("pbxlab") > 0) programs.pbxlab = given["pbxlab"].as<std::string>();
    Baseline baseline;
    if (given.count("baseline") > 0) baseline = baseline_of(given["baseline"].as<std::string>());
    const std::vector<const Figure*> figures = chosen(given);
    if (figures.empty()) throw std::runtime_error{"no figure fits the filter"};

#ifndef __OPTIMIZE__
    fmt::print(stderr, "pbxlab_bench: built without optimisation, its figures say nothing\n");
#endif
    const auto all =
        measure(all_cases(programs), figures, given.count("quick") > 0,
                [](std::string_view theme) { fmt::print(stderr, "measuring: {}\n", theme); });
    fmt::print("{}", given.count("markdown") > 0
                         ? markdown(all)
                         : table(all, given.count("baseline") > 0 ? &baseline : nullptr));
    if (given.count("json") > 0) {
        std::ofstream out{given["json"].as<std::string>(), std::ios::binary};
        out << json(all);
        out.close();
        if (out.fail()) throw std::runtime_error{"the JSON file cannot be written"};
    }
    return given.count("check") > 0 && !all_met(all) ? kNotMet : 0;
}

// --- a case alone
int play(std::string_view name, std::string_view times) {
    unsigned runs = 0;
    const auto read = std::from_chars(times.data(), times.data() + times.size(), runs);
    for (const Case& each : all_cases(programs_here())) {
        if (each.name != name || read.ec != std::errc{}) continue;
        const std::unique_ptr<Work> work = each.make(Size::Small);
        std::uint64_t pieces = 0;
        for (unsigned i = 0; i <= runs; ++i) {
            Stopwatch watch;
            pieces = work->run(watch);
        }
        fmt::print("{}\n", pieces);  // of a run
        return 0;
    }
    throw std::runtime_error{fmt::format("there is no case {} to play {} times", name, times)};
}

int run(int argc, char** argv) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "figures") return show_figures(argc - 1, argv + 1);
    if (first == "play" && argc == 4) return play(argv[2], argv[3]);
    return google_benchmark(argc, argv);
}

}  // namespace
}  // namespace pbxlab::bench

int main(int argc, char** argv) {
    try {
        return pbxlab::bench::run(argc, argv);
    } catch (const cxxopts::exceptions::exception& error) {
        fmt::print(stderr, "pbxlab_bench: {}\n", error.what());
        return pbxlab::bench::kWrongCommandLine;
    } catch (const std::exception& error) {
        fmt::print(stderr, "pbxlab_bench: {}\n", error.what());
        return pbxlab::bench::kFailed;
    }
}
