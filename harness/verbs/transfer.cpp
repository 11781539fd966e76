// Bringing two calls of a line together.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult setup_transfer(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().setup_transfer(ask.call, step.null_pointer ? nullptr : ask.target,
                                    step.has_params ? &step.params : nullptr);
}

}  // namespace

const std::array<Verb, 1> kTransferVerbs = {{
    {lines::Op::SetupTransfer, setup_transfer},
}};

}  // namespace pbxlab::harness
