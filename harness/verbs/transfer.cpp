// Bringing two calls of a line together.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult setup_transfer(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().setup_transfer(ask.call, step.null_pointer ? nullptr : ask.target,
                                    step.has_params ? &step.params : nullptr);
}

lines::LineResult complete_transfer(Ask& ask) {
    return ask.app().complete_transfer(
        ask.call, ask.other, ask.step.null_pointer ? nullptr : ask.conference,
        ask.step.transfer_mode.value_or(lines::LINETRANSFERMODE_TRANSFER));
}

lines::LineResult blind_transfer(Ask& ask) {
    const Step& step = ask.step;
    const bool given = step.to && !step.to_null && !step.null_pointer;
    return ask.app().blind_transfer(ask.call, given ? step.to->value.c_str() : nullptr,
                                    step.country_code);
}

}  // namespace

const std::array<Verb, 3> kTransferVerbs = {{
    {lines::Op::SetupTransfer, setup_transfer},
    {lines::Op::CompleteTransfer, complete_transfer},
    {lines::Op::BlindTransfer, blind_transfer},
}};

}  // namespace pbxlab::harness
