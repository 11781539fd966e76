// Initialising, opening and closing.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult initialize(Ask& ask) {
    return ask.run.world.initialize(
        ask.seat(), ask.step.version.value_or(ask.seat().version),
        ask.step.raw_bits.value_or(lines::LINEINITIALIZEEXOPTION_USEEVENT));
}

lines::LineResult shut_down(Ask& ask) { return ask.app().shutdown(); }

lines::LineResult negotiate(Ask& ask) {
    std::uint32_t version = 0;
    return ask.app().negotiate_api_version(
        ask.device_id(), ask.step.low_version.value_or(lines::kTapi13),
        ask.step.version.value_or(ask.seat().version), ask.step.null_pointer ? nullptr : &version);
}

lines::LineResult open(Ask& ask) {
    const Step& step = ask.step;
    constexpr std::uint32_t kBoth =
        lines::LINECALLPRIVILEGE_OWNER | lines::LINECALLPRIVILEGE_MONITOR;
    const std::uint32_t privileges = step.raw_bits.value_or(step.privilege.value_or(kBoth));
    return ask.app().open(ask.device_id(), step.null_pointer ? nullptr : &ask.line, ask.version(),
                          0, 0, privileges,
                          step.media.value_or(lines::LINEMEDIAMODE_INTERACTIVEVOICE),
                          step.has_params ? &step.params : nullptr);
}

void keep_line(Ask& ask) {
    ask.run.world.opened(ask.seat_index, {ask.app().device_of(ask.line), ask.line});
}

lines::LineResult close(Ask& ask) { return ask.app().close(ask.line); }

}  // namespace

const std::array<Verb, 5> kSessionVerbs = {{
    {lines::Op::InitializeEx, initialize},
    {lines::Op::Shutdown, shut_down},
    {lines::Op::NegotiateApiVersion, negotiate},
    {lines::Op::Open, open, keep_line},
    {lines::Op::Close, close},
}};

}  // namespace pbxlab::harness
