// Forwarding of addresses, and calls that are finished later.
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

lines::LineResult complete_call(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().complete_call(ask.call, step.null_pointer ? nullptr : ask.number_target,
                                   step.completion_mode.value_or(lines::LINECALLCOMPLMODE_CALLBACK),
                                   step.message);
}

lines::LineResult uncomplete_call(Ask& ask) {
    return ask.app().uncomplete_call(ask.line, ask.step.completion.value_or(0));
}

}  // namespace

const std::array<Verb, 3> kForwardVerbs = {{
    {lines::Op::Forward, forward},
    {lines::Op::CompleteCall, complete_call},
    {lines::Op::UncompleteCall, uncomplete_call},
}};

}  // namespace pbxlab::harness
