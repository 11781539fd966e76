// What an application writes on a call, or sends along with it.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult set_app_specific(Ask& ask) {
    return ask.app().set_app_specific(ask.call, ask.step.app_specific.value_or(0));
}

lines::LineResult set_media_mode(Ask& ask) {
    return ask.app().set_media_mode(ask.call,
                                    ask.step.raw_bits.value_or(ask.step.media.value_or(0)));
}

lines::LineResult send_user_user_info(Ask& ask) {
    return ask.app().send_user_user_info(
        ask.call, ask.step.null_pointer ? lines::UserInfo{} : ask.step.user_user_info.value);
}

lines::LineResult release_user_user_info(Ask& ask) {
    return ask.app().release_user_user_info(ask.call);
}

lines::LineResult secure_call(Ask& ask) { return ask.app().secure_call(ask.call); }

}  // namespace

const std::array<Verb, 5> kCallBearsVerbs = {{
    {lines::Op::SetAppSpecific, set_app_specific},
    {lines::Op::SetMediaMode, set_media_mode},
    {lines::Op::SendUserUserInfo, send_user_user_info},
    {lines::Op::ReleaseUserUserInfo, release_user_user_info},
    {lines::Op::SecureCall, secure_call},
}};

}  // namespace pbxlab::harness
