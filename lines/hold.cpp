// lineHold, lineUnhold and lineSwapHold (nf-tapi-linehold, nf-tapi-lineunhold,
// nf-tapi-lineswaphold).
#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

LineResult act_on_call(Core& core, Op op, Subject subject, pbx::OrderKind kind) {
    subject.find();
    if (const LineResult refusal = core.refuse(op, subject); refusal != 0) return refusal;
    pbx::Order order{.kind = kind, .connection = subject.leg->connection};
    if (subject.other_leg != nullptr) order.other = subject.other_leg->connection;
    return core.submit(op, subject, order);
}

}  // namespace

LineResult Application::hold(HCall call) {
    return act_on_call(*core_, Op::Hold, {.core = *core_, .app = index_, .call = call},
                       pbx::OrderKind::Hold);
}

LineResult Application::unhold(HCall call) {
    return act_on_call(*core_, Op::Unhold, {.core = *core_, .app = index_, .call = call},
                       pbx::OrderKind::Retrieve);
}

LineResult Application::swap_hold(HCall active, HCall held) {
    return act_on_call(*core_, Op::SwapHold,
                       {.core = *core_, .app = index_, .call = active, .other = held},
                       pbx::OrderKind::Swap);
}

}  // namespace pbxlab::lines
