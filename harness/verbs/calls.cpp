// Making, answering, holding and ending calls.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

using namespace lines;

namespace {

LineResult make_call(Ask& ask) {
    const Step& step = ask.step;
    CallParams params = step.params;
    params.total_size = step.total_size.value_or(params.total_size);
    return ask.app().make_call(ask.line, step.null_pointer ? nullptr : ask.target,
                               step.to && !step.to_null ? step.to->value.c_str() : nullptr,
                               step.country_code,
                               step.has_params || step.total_size ? &params : nullptr);
}

LineResult dial(Ask& ask) {
    return ask.app().dial(ask.call, ask.step.null_pointer ? nullptr : ask.step.digits.value.c_str(),
                          ask.step.country_code);
}

LineResult accept(Ask& ask) { return ask.app().accept(ask.call, ask.step.user_user_info.value); }
LineResult answer(Ask& ask) { return ask.app().answer(ask.call, ask.step.user_user_info.value); }
LineResult drop(Ask& ask) { return ask.app().drop(ask.call, ask.step.user_user_info.value); }
LineResult deallocate_call(Ask& ask) { return ask.app().deallocate_call(ask.call); }
LineResult hold(Ask& ask) { return ask.app().hold(ask.call); }
LineResult unhold(Ask& ask) { return ask.app().unhold(ask.call); }
LineResult swap_hold(Ask& ask) { return ask.app().swap_hold(ask.call, ask.other); }

}  // namespace

const std::array<Verb, 9> kCallVerbs = {{
    {Op::MakeCall, make_call},
    {Op::Dial, dial},
    {Op::Accept, accept},
    {Op::Answer, answer},
    {Op::Drop, drop},
    {Op::DeallocateCall, deallocate_call},
    {Op::Hold, hold},
    {Op::Unhold, unhold},
    {Op::SwapHold, swap_hold},
}};

}  // namespace pbxlab::harness
