// pbxlab validate PATH...
#include "harness/suite.h"
#include "tools/command.h"
#include "tools/scenarios.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

void add_options(cxxopts::Options& options) {
    add_selection(options);
    add_output_options(options);
}

int validate(const cxxopts::ParseResult& given) {
    const harness::SuiteOptions options{.jobs = chosen_jobs(given), .validate_only = true};
    const bool colour = chosen_colour(given);
    const harness::Plan plan = chosen_plan(given, chosen_selection(given), options.jobs);
    if (plan.runs.empty()) return nothing_matched();
    const harness::SuiteResult result =
        harness::run_suite(plan.runs, options, [colour](const harness::CaseResult& each) {
            print(colour ? coloured(each.text) : each.text);
        });
    print(result.summary(true) + "\n");
    return result.exit_code();
}

}  // namespace

const Command kValidate = {"validate",  "Reads and checks scenarios, and plays none.",
                           "PATH...",   "  pbxlab validate scenarios\n",
                           add_options, validate};

}  // namespace pbxlab::tools
