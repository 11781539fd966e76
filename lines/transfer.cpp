// lineSetupTransfer and lineCompleteTransfer (nf-tapi-linesetuptransferw,
// nf-tapi-linecompletetransfer).
#include <utility>

#include "lines/new_call.h"
#include "lines/transfer_checks.h"

namespace pbxlab::lines {

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
    return core_->submit_call(Op::SetupTransfer, subject, order,
                              {.call = consultation, .params = params});
}

LineResult Application::complete_transfer(HCall call, HCall consultation, HCall* conference,
                                          std::uint32_t mode) {
    const bool confers = mode == LINETRANSFERMODE_CONFERENCE;
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .other = consultation,
                    .value = mode,
                    .pointer = !confers || conference != nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::CompleteTransfer, subject); refusal != 0)
        return refusal;
    pbx::Order order{.kind = pbx::OrderKind::Transfer,
                     .connection = subject.leg->connection,
                     .other = subject.other_leg->connection};
    if (is_turned_round(subject)) std::swap(order.connection, order.other);
    if (confers) {
        order.kind = pbx::OrderKind::Merge;
        subject.value = 0;  // it is no country
        return core_->submit_call(Op::CompleteTransfer, subject, order, {.call = conference});
    }
    return core_->submit(Op::CompleteTransfer, subject, order);
}

}  // namespace pbxlab::lines
