#include "switch/delay.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "switch/core.h"

namespace pbxlab::pbx {
namespace {

struct Step {
    Delay Policy::*delay;
    std::string_view stream;
};
constexpr std::array<Step, kDelayCount> kSteps = {{
    {&Policy::request_time, "delay request_time"},
    {&Policy::dial_tone_delay, "delay dial_tone_delay"},
    {&Policy::consult_tone_delay, "delay consult_tone_delay"},
    {&Policy::analysis_time, "delay analysis_time"},
    {&Policy::routing_time, "delay routing_time"},
    {&Policy::trunk_setup_time, "delay trunk_setup_time"},
    {&Policy::alert_time, "delay alert_time"},
    {&Policy::answer_time, "delay answer_time"},
    {&Policy::clear_time, "delay clear_time"},
    {&Policy::forwarding_time, "delay forwarding_time"},
    {&Policy::completion_time, "delay completion_time"},
    {&Policy::digit_gap, "delay digit_gap"},
    {&Policy::auto_accept_time, "delay auto_accept_time"},
    {&Policy::caller_id_delay, "delay caller_id_delay"},
}};

RandomStream& chance_of(Core& core, Delay Policy::*step) {
    const auto row = std::ranges::find(kSteps, step, &Step::delay);
    assert(row != kSteps.end());
    auto& stream = core.delay_chance[static_cast<std::size_t>(row - kSteps.begin())];
    if (!stream) stream.emplace(core.options.seed, row->stream);
    return *stream;
}

}  // namespace

Duration drawn(const Delay& delay, RandomStream& chance) {
    if (delay.fixed()) return delay.least;
    if (delay.mean == Duration{}) return chance.between(delay.least, delay.most);
    return std::clamp(chance.exponential(delay.mean), delay.least, delay.most);
}

Duration takes(Core& core, const Policy& policy, Delay Policy::*step) {
    const Delay& delay = policy.*step;
    return delay.fixed() ? delay.least : drawn(delay, chance_of(core, step));
}

}  // namespace pbxlab::pbx
