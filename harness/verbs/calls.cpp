// Making, answering, holding and ending calls.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult make_call(Ask& ask) {
    const Step& step = ask.step;
    lines::CallParams params = step.params;
    params.total_size = step.total_size.value_or(params.total_size);
    return ask.app().make_call(ask.line, step.null_pointer ? nullptr : ask.target,
                               step.to && !step.to_null ? step.to->value.c_str() : nullptr,
                               step.country_code,
                               step.has_params || step.total_size ? &params : nullptr);
}

lines::LineResult dial(Ask& ask) {
    return ask.app().dial(ask.call, ask.step.null_pointer ? nullptr : ask.step.digits.value.c_str(),
                          ask.step.country_code);
}

lines::LineResult accept(Ask& ask) {
    return ask.app().accept(ask.call, ask.step.user_user_info.value);
}
lines::LineResult answer(Ask& ask) {
    return ask.app().answer(ask.call, ask.step.user_user_info.value);
}
lines::LineResult drop(Ask& ask) { return ask.app().drop(ask.call, ask.step.user_user_info.value); }
lines::LineResult deallocate_call(Ask& ask) { return ask.app().deallocate_call(ask.call); }
void keep_deallocated(Ask& ask) {
    const std::uint32_t call = ask.run.log.find(ask.seat_index, ask.call);
    if (call != kNone) ask.run.log.calls()[call].over = true;
}

lines::LineResult hold(Ask& ask) { return ask.app().hold(ask.call); }
lines::LineResult unhold(Ask& ask) { return ask.app().unhold(ask.call); }
lines::LineResult swap_hold(Ask& ask) { return ask.app().swap_hold(ask.call, ask.other); }

}  // namespace

const std::array<Verb, 9> kCallVerbs = {{
    {lines::Op::MakeCall, make_call},
    {lines::Op::Dial, dial},
    {lines::Op::Accept, accept},
    {lines::Op::Answer, answer},
    {lines::Op::Drop, drop},
    {lines::Op::DeallocateCall, deallocate_call, keep_deallocated},
    {lines::Op::Hold, hold},
    {lines::Op::Unhold, unhold},
    {lines::Op::SwapHold, swap_hold},
}};

}  // namespace pbxlab::harness
