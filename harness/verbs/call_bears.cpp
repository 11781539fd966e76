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

lines::LineResult set_call_data(Ask& ask) {
    return ask.app().set_call_data(ask.call, ask.step.call_data.value, !ask.step.null_pointer);
}

lines::LineResult set_call_treatment(Ask& ask) {
    return ask.app().set_call_treatment(ask.call, ask.step.treatment.value_or(0));
}

lines::LineResult set_call_params(Ask& ask) {
    const lines::CallParams& params = ask.step.params;
    const bool dials = params.dial_params.digit_duration != 0;
    return ask.app().set_call_params(ask.call, params.bearer_mode, params.min_rate, params.max_rate,
                                     dials ? &params.dial_params : nullptr);
}

}  // namespace

const std::array<Verb, 8> kCallBearsVerbs = {{
    {lines::Op::SetAppSpecific, set_app_specific},
    {lines::Op::SetMediaMode, set_media_mode},
    {lines::Op::SendUserUserInfo, send_user_user_info},
    {lines::Op::ReleaseUserUserInfo, release_user_user_info},
    {lines::Op::SecureCall, secure_call},
    {lines::Op::SetCallData, set_call_data},
    {lines::Op::SetCallTreatment, set_call_treatment},
    {lines::Op::SetCallParams, set_call_params},
}};

}  // namespace pbxlab::harness
