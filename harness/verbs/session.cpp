// Initialising, opening and closing.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

using namespace lines;

namespace {

LineResult initialize(Ask& ask) {
    return ask.run.world.initialize(ask.seat(), ask.step.version.value_or(ask.seat().version),
                                    ask.step.raw_bits.value_or(LINEINITIALIZEEXOPTION_USEEVENT));
}

LineResult shut_down(Ask& ask) { return ask.app().shutdown(); }

LineResult negotiate(Ask& ask) {
    std::uint32_t version = 0;
    return ask.app().negotiate_api_version(ask.device_id(), ask.step.low_version.value_or(kTapi13),
                                           ask.step.version.value_or(ask.seat().version),
                                           ask.step.null_pointer ? nullptr : &version);
}

LineResult open(Ask& ask) {
    const Step& step = ask.step;
    constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_OWNER | LINECALLPRIVILEGE_MONITOR;
    const std::uint32_t privileges = step.raw_bits.value_or(step.privilege.value_or(kBoth));
    return ask.app().open(ask.device_id(), step.null_pointer ? nullptr : &ask.line, ask.version(),
                          0, 0, privileges, step.media.value_or(LINEMEDIAMODE_INTERACTIVEVOICE),
                          step.has_params ? &step.params : nullptr);
}

void keep_line(Ask& ask) {
    ask.run.world.opened(ask.seat_index, {ask.app().device_of(ask.line), ask.line});
}

LineResult close(Ask& ask) { return ask.app().close(ask.line); }

}  // namespace

const std::array<Verb, 5> kSessionVerbs = {{
    {Op::InitializeEx, initialize},
    {Op::Shutdown, shut_down},
    {Op::NegotiateApiVersion, negotiate},
    {Op::Open, open, keep_line},
    {Op::Close, close},
}};

}  // namespace pbxlab::harness
