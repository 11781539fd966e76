#include "harness/runner.h"

#include "harness/ending.h"
#include "harness/load.h"
#include "harness/run.h"
#include "harness/steps.h"

namespace pbxlab::harness {

RunResult run_scenario(const Scenario& scenario, const RunOptions& options) {
    if (scenario.load) return run_load(scenario, options);
    Run run{scenario, options};
    if (const auto& problem = run.world.problem()) {
        run.fail({.what = "the switch cannot be set up", .got = *problem});
    }
    run.drain();

    play(run, scenario.steps);
    run.step = nullptr;
    settle(run);
    RunResult result{.seed = options.seed,
                     .steps = run.played,
                     .messages = run.log.entries().size(),
                     .simulated = run.now().time_since_epoch()};
    if (options.update) result.seen = differing_traces(run);
    result.faults = fault_counts(run.world);
    judge_faults(run);
    judge_traces(run);
    judge_faces(run);
    judge_strict(run);
    clean_up(run);

    result.failure = run.failure();
    if (run.interrupted()) result.outcome = Outcome::Interrupted;
    if (result.failure) result.outcome = Outcome::Failed;
    return result;
}

}  // namespace pbxlab::harness
