// What the outside world does, and what happens to lines and trunks.
#include <array>

#include <fmt/format.h>

#include "harness/steps.h"

namespace pbxlab::harness {

namespace {

struct Injected {
    std::string_view word;
    bool outside;  // done by an outside party
    pbx::Refusal (*carry_out)(Run&, const Step&);
};

pbx::OutsideId party(Run& run, const Step& step) {
    return run.world.outside(step.outside.value).value_or(pbx::OutsideId{});
}

template <bool InService>
pbx::Refusal set_service(Run& run, const Step& step) {
    const std::uint32_t device = run.world.device(step.line.value);
    if (device == kNone) return pbx::Refusal::Nothing;
    run.world.exchange().set_service(run.world.station(device), InService);
    return pbx::Refusal::None;
}

// In the order of Injection.
constexpr std::array<Injected, 8> kInjections = {{
    {"calls", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_calls(party(run, step), step.to ? step.to->value : "");
     }},
    {"answers", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_answers(party(run, step));
     }},
    {"rejects", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_rejects(party(run, step));
     }},
    {"hangsUp", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_hangs_up(party(run, step));
     }},
    {"script", true,
     [](Run& run, const Step& step) {
         run.world.exchange().set_script(party(run, step), step.script);
         return pbx::Refusal::None;
     }},
    {"outOfService", false, set_service<false>},
    {"inService", false, set_service<true>},
    {"trunks", false,
     [](Run& run, const Step& step) {
         run.world.exchange().set_trunks(step.count);
         return pbx::Refusal::None;
     }},
}};

}  // namespace

bool play_inject(Run& run, const Step& step) {
    const Injected& injected = kInjections[static_cast<std::size_t>(step.injection)];
    const std::string& who = injected.outside ? step.outside.value : step.line.value;
    if (injected.outside && !run.world.outside(who)) {
        run.fail({.what = fmt::format("there is no outside party {}", who)});
        return false;
    }
    if (auto* trace = run.trace()) {
        trace->act(run.now(), "inject", injected.word, who, step.to ? step.to->value : "");
    }
    const pbx::Refusal refusal = injected.carry_out(run, step);
    run.drain();
    if (refusal == pbx::Refusal::None) return !run.over();
    run.fail({.what = fmt::format("{} cannot do this now: {}", who, injected.word),
              .got = fmt::format("refused by the switch: {}", pbx::name(refusal))});
    return false;
}

}  // namespace pbxlab::harness
