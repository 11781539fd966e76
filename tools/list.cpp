// pbxlab list PATH...
#include <map>
#include <utility>

#include <fmt/format.h>

#include "harness/edge_cases.h"
#include "harness/escape.h"
#include "harness/report.h"
#include "harness/scenario_reader.h"
#include "harness/suite.h"
#include "lines/operations.h"
#include "lines/tapi3/method.h"
#include "tools/command.h"
#include "tools/scenarios.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

void add_options(cxxopts::Options& options) {
    add_selection(options);
    options.add_options()(
        "operations", "A table of operations, and of edge cases, with the scenarios about each")(
        "markdown", "The same as a document");
}

struct Listed {
    std::string id, name;
    std::uint64_t runs = 1;
    std::vector<std::string> about, tags;
};

// The scenarios that can be read; the others are told, and false is returned.
bool read_all(const harness::Plan& plan, std::vector<Listed>& all) {
    bool whole = true;
    bool read = false;  // the last one
    std::string last;
    for (const harness::PlannedRun& run : plan.runs) {
        if (std::exchange(last, run.file.file) == run.file.file) {
            if (read) ++all.back().runs;  // of its matrix, or under another profile
            continue;
        }
        const harness::ScenarioFile& file = run.file;
        const auto scenario = harness::read_scenario(file.file, file.root);
        read = scenario.has_value();
        if (!scenario) {
            print_error(harness::broken_text(scenario.error()));
            whole = false;
            continue;
        }
        Listed& listed = all.emplace_back(Listed{.id = harness::one_line(file.id),
                                                 .name = harness::one_line(scenario->name.value)});
        for (const harness::Text& about : scenario->about)
            listed.about.push_back(harness::one_line(about.value));
        for (const harness::Text& tag : scenario->tags)
            listed.tags.push_back(harness::one_line(tag.value));
    }
    return whole;
}

void print_plain(const std::vector<Listed>& all) {
    for (const Listed& each : all) {
        std::string text = each.id + "  " + each.name;
        if (!each.about.empty()) text += fmt::format("  [{}]", fmt::join(each.about, ", "));
        if (!each.tags.empty()) text += fmt::format("  tags: {}", fmt::join(each.tags, ", "));
        if (each.runs > 1) text += fmt::format("  ({} runs)", each.runs);
        print(text + "\n");
    }
}

void print_about(const std::string& what, const std::vector<std::string>& ids) {
    print(fmt::format("{} ({})\n", what, ids.size()));
    for (const std::string& id : ids) print(fmt::format("    {}\n", id));
}

std::string method_text(const lines::tapi3::MethodRow& row) {
    return fmt::format("{}::{}", row.interface, row.name);
}

// Every operation and method in the order of its table, even one without a scenario; then the edge
// cases.
void print_operations(const std::vector<Listed>& all) {
    std::map<std::string, std::vector<std::string>> about;
    for (const Listed& each : all) {
        for (const std::string& what : each.about) about[what].push_back(each.id);
    }
    for (const lines::Operation& operation : lines::operations()) {
        const std::string function{operation.function};
        print_about(function, about[function]);
        about.erase(function);
    }
    for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) {
        const std::string method = method_text(row);
        print_about(method, about[method]);
        about.erase(method);
    }
    for (const auto& [what, ids] : about) print_about(what, ids);
}

std::string without_extension(std::string id) {
    constexpr std::string_view kExtension = ".json";
    if (id.ends_with(kExtension)) id.resize(id.size() - kExtension.size());
    return id;
}

void print_row(std::string_view what, const std::vector<std::string>& ids) {
    print(fmt::format("| {} | {} | {} |\n", what, ids.size(), fmt::join(ids, ", ")));
}

// The document scenarios/COVERAGE.md; a test holds it against this.
void print_document(const std::vector<Listed>& all) {
    std::map<std::string, std::vector<std::string>, std::less<>> of_operations;
    std::map<std::uint32_t, std::vector<std::string>> of_cases;
    for (const Listed& each : all) {
        for (const std::string& what : each.about) {
            const auto number = harness::edge_case_number(what);
            auto& ids = number ? of_cases[*number] : of_operations[what];
            ids.push_back(without_extension(each.id));
        }
    }
    print(
        "# What the scenarios show\n\n"
        "Made by `pbxlab list scenarios --markdown` from the files: each says in `about` which "
        "operations and\nedge cases it is about.\n\n"
        "| operation | scenarios | |\n| --- | --- | --- |\n");
    for (const lines::Operation& operation : lines::operations())
        print_row(operation.function, of_operations[std::string{operation.function}]);
    print("\n| method of TAPI 3 | scenarios | |\n| --- | --- | --- |\n");
    for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) {
        const std::string method = method_text(row);
        print_row(method, of_operations[method]);
    }
    print("\n| edge case | scenarios | |\n| --- | --- | --- |\n");
    for (const harness::EdgeCase& edge_case : harness::edge_cases()) {
        print_row(fmt::format("EC-{} {}", edge_case.number, edge_case.title),
                  of_cases[edge_case.number]);
    }
}

int list(const cxxopts::ParseResult& given) {
    const harness::Plan plan = chosen_plan(given, chosen_selection(given));
    if (plan.runs.empty()) return nothing_matched();
    std::vector<Listed> all;
    const bool whole = read_all(plan, all);
    if (given.count("markdown") > 0) {
        print_document(all);
    } else if (given.count("operations") > 0) {
        print_operations(all);
    } else {
        print_plain(all);
    }
    return whole ? harness::kExitPassed : harness::kExitBroken;
}

}  // namespace

const Command kList = {"list",
                       "Lists scenarios and what they are about.",
                       "PATH...",
                       "  pbxlab list scenarios\n"
                       "  pbxlab list scenarios --tag monitor\n"
                       "  pbxlab list scenarios --operations\n"
                       "  pbxlab list scenarios --markdown\n",
                       add_options,
                       list};

}  // namespace pbxlab::tools
