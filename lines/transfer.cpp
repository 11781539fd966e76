// lineSetupTransfer and lineCompleteTransfer (nf-tapi-linesetuptransferw,
// nf-tapi-linecompletetransfer).
#include <utility>

#include "lines/new_call.h"
#include "lines/transfer_checks.h"

namespace pbxlab::lines {

namespace {

// dwTargetAddress counts only for a transfer in one step.
void find_target(Subject& subject) {
    const bool one_step =
        (subject.params->call_param_flags & LINECALLPARAMFLAGS_ONESTEPTRANSFER) != 0;
    if (!one_step) return;
    subject.has_number = true;
    subject.number = parse_dial_string(subject.params->target_address);
}

void take_params(Subject& subject) {
    const CallParams& params = *subject.params;
    find_target(subject);
    subject.total_size = params.total_size;
    subject.user_info_size = params.user_user_info.size();
    subject.user_info_limit = subject.profile().uui_make_call_size;
    subject.fixed_size = fixed_size(Structure::CallParams, subject.open->api_version);
    subject.address_id = params.address_mode == LINEADDRESSMODE_DIALABLEADDR
                             ? address_by_number(subject)
                             : params.address_id;
}

}  // namespace

LineResult Application::setup_transfer(HCall call, HCall* consultation, const CallParams* params) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .pointer = consultation != nullptr,
                    .params = params};
    subject.find();
    if (params != nullptr && subject.open != nullptr) take_params(subject);
    if (const LineResult refusal = core_->refuse(Op::SetupTransfer, subject); refusal != 0)
        return refusal;
    pbx::Order order = new_call(subject);
    order.kind = pbx::OrderKind::Consult;
    order.connection = subject.leg->connection;
    order.address = consultation_address(subject);
    order.hold_for = pbx::HoldFor::Transfer;
    return core_->submit_call(Op::SetupTransfer, subject, order, consultation, params);
}

LineResult Application::complete_transfer(HCall call, HCall consultation, HCall* /*conference*/,
                                          std::uint32_t mode) {
    Subject subject{
        .core = *core_, .app = index_, .call = call, .other = consultation, .value = mode};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::CompleteTransfer, subject); refusal != 0)
        return refusal;
    pbx::Order order{.kind = pbx::OrderKind::Transfer,
                     .connection = subject.leg->connection,
                     .other = subject.other_leg->connection};
    if (is_turned_round(subject)) std::swap(order.connection, order.other);
    return core_->submit(Op::CompleteTransfer, subject, order);
}

}  // namespace pbxlab::lines
