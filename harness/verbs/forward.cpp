// Forwarding of addresses.
#include "harness/forward_words.h"
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult forward(Ask& ask) {
    const Step& step = ask.step;
    lines::ForwardList list = forward_list(step.forwards);
    list.total_size = step.total_size.value_or(list.total_size);
    const bool cancels = step.forwards.empty() && !step.total_size;
    return ask.app().forward(ask.line, step.all_addresses, step.address_id.value_or(0),
                             cancels ? nullptr : &list, step.count,
                             step.null_pointer ? nullptr : ask.target, nullptr);
}

}  // namespace

const std::array<Verb, 1> kForwardVerbs = {{
    {lines::Op::Forward, forward},
}};

}  // namespace pbxlab::harness
