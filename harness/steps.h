// The kinds of step, a function each. They return true when the run goes on: what the step asked
// for was done or seen. Otherwise they have failed the run, or it was interrupted.
#pragma once

#include <chrono>

#include "harness/run.h"

namespace pbxlab::harness {

// How long an expect, or the reply of a do, is waited for when the step does not say: simulated
// time.
inline constexpr pbx::Duration kWithin = std::chrono::seconds{60};

// Plays steps one after the other, until one of them ends the run.
bool play(Run& run, const Steps& steps);

bool play_do(Run& run, const Step& step);      // harness/verbs/
bool play_method(Run& run, const Step& step);  // the same of TAPI 3
bool play_expect(Run& run, const Step& step);
bool play_check(Run& run, const Step& step);
bool play_wait(Run& run, const Step& step);
bool play_never(Run& run, const Step& step);
bool play_any_order(Run& run, const Step& step);
bool play_in_order(Run& run, const Step& step);
bool play_phone(Run& run, const Step& step);
bool play_inject(Run& run, const Step& step);
bool play_repeat(Run& run, const Step& step);

}  // namespace pbxlab::harness
