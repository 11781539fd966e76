#include "tools/scenarios.h"

#include <array>

#include <fmt/format.h>

#include "harness/suite.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

constexpr unsigned kMostJobs = 1024;

}  // namespace

void add_filter(cxxopts::Options& options) {
    options.add_options()(
        "filter",
        "Only scenarios whose path holds TEXT, or is as a pattern with * and ? says; "
        "may be given several times",
        cxxopts::value<std::vector<std::string>>(), "TEXT");
}

void add_output_options(cxxopts::Options& options) {
    options.add_options()("jobs", "Scenarios at a time; 0: as many as the machine has threads",
                          cxxopts::value<std::string>()->default_value("0"),
                          "N")("color", "auto, always or never; NO_COLOR is heeded",
                               cxxopts::value<std::string>()->default_value("auto"), "WHEN");
}

std::vector<harness::ScenarioFile> chosen_files(const cxxopts::ParseResult& given) {
    auto files = harness::find_scenarios(
        needed_arguments(given, "PATH of a scenario or a folder of scenarios"));
    if (!files) throw UsageError(files.error().text());
    if (given.count("filter") > 0) {
        harness::keep_filtered(*files, given["filter"].as<std::vector<std::string>>());
    }
    return std::move(*files);
}

unsigned chosen_jobs(const cxxopts::ParseResult& given) {
    return static_cast<unsigned>(chosen_number(given, "jobs", kMostJobs));
}

bool chosen_colour(const cxxopts::ParseResult& given) {
    static constexpr std::array<std::string_view, 3> kChoices = {"auto", "always", "never"};
    const auto choice = given["color"].as<std::string>();
    for (const std::string_view each : kChoices) {
        if (each == choice) return use_colour(choice);
    }
    throw UsageError(fmt::format("--color {}: expected auto, always or never{}", choice,
                                 did_you_mean(choice, kChoices)));
}

int nothing_matched() {
    print_error("pbxlab: no scenario matched\n");
    return harness::kExitNothing;
}

}  // namespace pbxlab::tools
