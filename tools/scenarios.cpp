#include "tools/scenarios.h"

#include <array>

#include <fmt/format.h>

#include "harness/suite.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

constexpr unsigned kMostJobs = 1024;

std::vector<std::string> texts(const cxxopts::ParseResult& given, const std::string& option) {
    if (given.count(option) == 0) return {};
    return given[option].as<std::vector<std::string>>();
}

}  // namespace

void add_selection(cxxopts::Options& options) {
    options.add_options()(
        "filter",
        "Only scenarios whose path holds TEXT, or is as a pattern with * and ? says; "
        "may be given several times, as may the next two",
        cxxopts::value<std::vector<std::string>>(),
        "TEXT")("tag", "Only scenarios with a tag that TEXT fits in the same way",
                cxxopts::value<std::vector<std::string>>(),
                "TEXT")("exclude-tag", "No scenario with a tag that TEXT fits",
                        cxxopts::value<std::vector<std::string>>(), "TEXT")(
        "provider",
        "Under the provider profile NAME, or under all; may be given several times. What "
        "a scenario says that holds elsewhere only does not count",
        cxxopts::value<std::vector<std::string>>(), "NAME");
}

void add_output_options(cxxopts::Options& options) {
    options.add_options()("jobs", "Scenarios at a time; 0: as many as the machine has threads",
                          cxxopts::value<std::string>()->default_value("0"),
                          "N")("color", "auto, always or never; NO_COLOR is heeded",
                               cxxopts::value<std::string>()->default_value("auto"), "WHEN");
}

harness::Selection chosen_selection(const cxxopts::ParseResult& given) {
    for (const char* option : {"filter", "provider", "tag", "exclude-tag"}) {
        for (const std::string& text : texts(given, option)) {
            if (text.empty()) throw UsageError(fmt::format("--{} is given an empty text", option));
        }
    }
    return {.filters = texts(given, "filter"),
            .tags = texts(given, "tag"),
            .without_tags = texts(given, "exclude-tag"),
            .providers = texts(given, "provider")};
}

harness::Plan chosen_plan(const cxxopts::ParseResult& given, const harness::Selection& selection,
                          unsigned jobs) {
    const auto files = harness::find_scenarios(
        needed_arguments(given, "PATH of a scenario or a folder of scenarios"));
    if (!files) throw UsageError(files.error().text());
    auto plan = harness::plan_runs(*files, selection, jobs);
    if (!plan) throw UsageError(plan.error().text());
    return *std::move(plan);
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
