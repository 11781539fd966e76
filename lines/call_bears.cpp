// What applications write on a call: lineSetAppSpecific, lineSetMediaMode, lineSendUserUserInfo,
// lineReleaseUserUserInfo, lineSecureCall, lineSetCallData, lineSetCallTreatment and
// lineSetCallParams (the pages of those names).
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::set_app_specific(HCall call, std::uint32_t app_specific) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetAppSpecific, subject); refusal != 0)
        return refusal;
    subject.leg->app_specific = app_specific;
    core_->tell_info(*subject.leg, LINECALLINFOSTATE_APPSPECIFIC, subject.open_id);
    return 0;
}

LineResult Application::set_media_mode(HCall call, std::uint32_t media_modes) {
    Subject subject{.core = *core_, .app = index_, .call = call, .value = media_modes};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetMediaMode, subject); refusal != 0)
        return refusal;
    subject.leg->media = media_modes;
    subject.leg->media_chosen = true;
    core_->tell_info(*subject.leg, LINECALLINFOSTATE_MEDIAMODE, {});
    return 0;
}

LineResult Application::send_user_user_info(HCall call, UserInfo info) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .pointer = info.data() != nullptr,
                    .user_info_size = info.size()};
    subject.find();
    if (subject.line_device != nullptr) subject.user_info_limit = subject.profile().uui_send_size;
    if (const LineResult refusal = core_->refuse(Op::SendUserUserInfo, subject); refusal != 0)
        return refusal;
    return core_->submit(Op::SendUserUserInfo, subject,
                         {.kind = pbx::OrderKind::Inform, .connection = subject.leg->connection},
                         info);
}

LineResult Application::release_user_user_info(HCall call) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::ReleaseUserUserInfo, subject); refusal != 0)
        return refusal;
    return core_->submit_written(Op::ReleaseUserUserInfo, subject);
}

LineResult Application::secure_call(HCall call) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SecureCall, subject); refusal != 0)
        return refusal;
    return core_->submit(Op::SecureCall, subject,
                         {.kind = pbx::OrderKind::Secure, .connection = subject.leg->connection});
}

LineResult Application::set_call_data(HCall call, std::string_view data, bool pointer) {
    Subject subject{.core = *core_, .app = index_, .call = call, .pointer = pointer, .text = data};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetCallData, subject); refusal != 0)
        return refusal;
    return core_->submit_written(Op::SetCallData, subject);
}

LineResult Application::set_call_treatment(HCall call, std::uint32_t treatment) {
    Subject subject{.core = *core_, .app = index_, .call = call, .value = treatment};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetCallTreatment, subject); refusal != 0)
        return refusal;
    return core_->submit_written(Op::SetCallTreatment, subject);
}

LineResult Application::set_call_params(HCall call, std::uint32_t bearer_mode,
                                        std::uint32_t min_rate, std::uint32_t max_rate,
                                        const DialParams* dial_params) {
    CallParams params{.bearer_mode = bearer_mode, .min_rate = min_rate, .max_rate = max_rate};
    if (dial_params != nullptr) params.dial_params = *dial_params;
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = dial_params != nullptr ? 1U : 0U,
                    .params = &params};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetCallParams, subject); refusal != 0)
        return refusal;
    return core_->submit_written(Op::SetCallParams, subject);
}

}  // namespace pbxlab::lines
