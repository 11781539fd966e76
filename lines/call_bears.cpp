// What applications write on a call: lineSetAppSpecific, lineSetMediaMode, lineSendUserUserInfo,
// lineReleaseUserUserInfo and lineSecureCall (the pages of those names).
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
    return core_->reply_later(Op::ReleaseUserUserInfo, subject, 0);
}

LineResult Application::secure_call(HCall call) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SecureCall, subject); refusal != 0)
        return refusal;
    return core_->submit(Op::SecureCall, subject,
                         {.kind = pbx::OrderKind::Secure, .connection = subject.leg->connection});
}

}  // namespace pbxlab::lines
