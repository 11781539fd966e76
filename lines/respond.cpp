// lineAccept, lineAnswer and lineDrop (nf-tapi-lineaccept, nf-tapi-lineanswer, nf-tapi-linedrop).
#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

LineResult act_on_call(Core& core, Op op, Subject subject, pbx::OrderKind kind,
                       std::uint32_t Profile::*limit, UserInfo info) {
    subject.find();
    subject.user_info_size = info.size();
    if (subject.line_device != nullptr) subject.user_info_limit = subject.profile().*limit;
    if (const LineResult refusal = core.refuse(op, subject); refusal != 0) return refusal;
    return core.submit(op, subject, {.kind = kind, .connection = subject.leg->connection}, info);
}

pbx::Cause cause_of(DropReason reason) {
    switch (reason) {
        case DropReason::Plain: break;
        case DropReason::Rejected: return pbx::Cause::Rejected;
        case DropReason::NotAnswered: return pbx::Cause::NoAnswer;
    }
    return pbx::Cause::None;
}

}  // namespace

LineResult Application::accept(HCall call, UserInfo info) {
    return act_on_call(*core_, Op::Accept, {.core = *core_, .app = index_, .call = call},
                       pbx::OrderKind::Accept, &Profile::uui_accept_size, info);
}

LineResult Application::answer(HCall call, UserInfo info) {
    return act_on_call(*core_, Op::Answer, {.core = *core_, .app = index_, .call = call},
                       pbx::OrderKind::Answer, &Profile::uui_answer_size, info);
}

LineResult Application::drop(HCall call, UserInfo info) {
    return drop_as(call, DropReason::Plain, info);
}

LineResult Application::drop_as(HCall call, DropReason reason, UserInfo info) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    subject.user_info_size = info.size();
    if (subject.line_device != nullptr) subject.user_info_limit = subject.profile().uui_drop_size;
    if (const LineResult refusal = core_->refuse(Op::Drop, subject); refusal != 0) return refusal;
    const bool passes = subject.profile().tapi3.passes_disconnect_code;
    return core_->submit(Op::Drop, subject,
                         {.kind = pbx::OrderKind::Clear,
                          .connection = subject.leg->connection,
                          .cause = passes ? cause_of(reason) : pbx::Cause::None},
                         info);
}

}  // namespace pbxlab::lines
