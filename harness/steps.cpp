#include "harness/steps.h"

#include <array>

#include <fmt/format.h>

#include "harness/limits.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

using Play = bool (*)(Run&, const Step&);
// In the order of StepKind.
constexpr std::array<Play, 10> kPlays = {play_do,     play_expect,    play_check,    play_wait,
                                         play_never,  play_any_order, play_in_order, play_phone,
                                         play_inject, play_repeat};
static_assert(static_cast<std::size_t>(StepKind::Do) == 0);
static_assert(static_cast<std::size_t>(StepKind::Repeat) == kPlays.size() - 1);

bool count_step(Run& run) {
    if (run.played < kMaxPlayedSteps) {
        ++run.played;
        return true;
    }
    run.fail({.what = "the run reached the limit on steps, repeats multiplied out",
              .expected = fmt::format("at most {}", kMaxPlayedSteps)});
    return false;
}

}  // namespace

bool play(Run& run, const Steps& steps) {
    for (const Step& step : steps) {
        if (run.over()) return false;
        run.step = &step;
        const bool leaf = step.kind != StepKind::Repeat;
        if (leaf && !count_step(run)) return false;
        if (!kPlays[static_cast<std::size_t>(step.kind)](run, step)) return false;
    }
    return !run.over();
}

bool play_wait(Run& run, const Step& step) {
    return run.run_until(run.now() + run.draw(step.wait));
}

bool play_repeat(Run& run, const Step& step) {
    for (std::uint64_t i = 0; i < step.repeat; ++i) {
        // A body that lets no time pass still notices that the run is to end.
        run.advance(run.now());
        if (run.over() || !play(run, step.steps)) return false;
        if (step.steps.empty()) break;
    }
    return true;
}

bool play_never(Run& run, const Step& step) {
    const auto scope = scope_of(run, step);
    if (!scope) return false;
    run.watches.push_back({&step, *scope});
    if (!step.span) return true;  // watched to the end
    if (!run.run_until(run.now() + *step.span)) return false;
    run.watches.pop_back();
    return true;
}

}  // namespace pbxlab::harness
