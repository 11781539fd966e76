// ITCallInfo: what a call tells and bears; ITLegacyCallMediaControl: digits and tones along it.
#include <algorithm>
#include <chrono>

#include "harness/verbs/methods.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::Method;
using lines::tapi3::Returned;

std::uint32_t item(const MethodAsk& ask) { return ask.words().item->value; }

Returned get_state(MethodAsk& ask) { return ask.call->get_CallState(ask.out(ask.number)); }
Returned get_privilege(MethodAsk& ask) { return ask.call->get_Privilege(ask.out(ask.number)); }
Returned get_long(MethodAsk& ask) {
    return ask.call->get_CallInfoLong(item(ask), ask.out(ask.number));
}
Returned put_long(MethodAsk& ask) {
    return ask.call->put_CallInfoLong(item(ask), ask.value_number());
}
Returned get_string(MethodAsk& ask) {
    return ask.call->get_CallInfoString(item(ask), ask.out(ask.text));
}
Returned put_string(MethodAsk& ask) {
    return ask.call->put_CallInfoString(item(ask), ask.value_text());
}
Returned get_buffer(MethodAsk& ask) {
    return ask.call->GetCallInfoBuffer(item(ask), ask.out(ask.text));
}
Returned set_buffer(MethodAsk& ask) {
    const char* text = ask.value_text();
    return ask.call->SetCallInfoBuffer(
        item(ask), text == nullptr ? std::string_view{} : std::string_view{text});
}
Returned put_filter(MethodAsk& ask) {
    return ask.call->put_EventFilter(ask.words().event.value_or(0),
                                     ask.words().sub_event.value_or(0),
                                     variant_bool(ask.step.enable));
}
Returned get_filter(MethodAsk& ask) {
    return ask.call->get_EventFilter(ask.words().event.value_or(0),
                                     ask.words().sub_event.value_or(0), ask.out(ask.flag));
}

// --- digits, tones, media

std::uint32_t milliseconds(pbx::Duration span) {
    return static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
}
std::uint32_t digit_modes(const Step& step) {
    return step.raw_bits.value_or(step.digit_modes.value_or(lines::LINEDIGITMODE_DTMF));
}
const char* digits(const Step& step) {
    return step.null_pointer ? nullptr : step.digits.value.c_str();
}

Returned detect_digits(MethodAsk& ask) { return ask.call->DetectDigits(digit_modes(ask.step)); }
Returned generate_digits(MethodAsk& ask) {
    return ask.call->GenerateDigits(digits(ask.step), digit_modes(ask.step));
}
Returned generate_digits2(MethodAsk& ask) {
    return ask.call->GenerateDigits2(digits(ask.step), digit_modes(ask.step),
                                     milliseconds(ask.step.duration));
}
Returned gather_digits(MethodAsk& ask) {
    const Step& step = ask.step;
    return ask.call->GatherDigits(digit_modes(step), step.num_digits,
                                  step.termination.value.c_str(), milliseconds(step.first_timeout),
                                  milliseconds(step.inter_timeout));
}
Returned detect_tones(MethodAsk& ask) {
    std::vector<lines::MonitorTone> tones;
    for (const ToneWords& words : ask.step.tones) {
        lines::MonitorTone& tone = tones.emplace_back();
        tone.app_specific = words.app_specific;
        tone.duration = milliseconds(words.duration);
        std::copy_n(words.frequencies.begin(),
                    std::min(words.frequencies.size(), tone.frequencies.size()),
                    tone.frequencies.begin());
    }
    return ask.call->DetectTones(ask.step.null_pointer ? nullptr : &tones);
}
Returned generate_tone(MethodAsk& ask) {
    return ask.call->GenerateTone(ask.step.raw_bits.value_or(ask.words().tone_mode.value_or(0)),
                                  milliseconds(ask.step.duration));
}
Returned set_media_type(MethodAsk& ask) { return ask.call->SetMediaType(ask.media()); }
Returned monitor_media(MethodAsk& ask) { return ask.call->MonitorMedia(ask.media()); }

Returned release_user_info(MethodAsk& ask) { return ask.call->ReleaseUserUserInfo(); }

constexpr MethodVerb kInfoVerbs[] = {
    {Method::GetCallState, get_state},
    {Method::GetPrivilege, get_privilege},
    {Method::GetCallInfoLong, get_long},
    {Method::PutCallInfoLong, put_long},
    {Method::GetCallInfoString, get_string},
    {Method::PutCallInfoString, put_string},
    {Method::GetCallInfoBuffer, get_buffer},
    {Method::SetCallInfoBuffer, set_buffer},
    {Method::ReleaseUserUserInfo, release_user_info},
    {Method::PutCallEventFilter, put_filter},
    {Method::GetCallEventFilter, get_filter},
};
constexpr MethodVerb kMediaVerbs[] = {
    {Method::DetectDigits, detect_digits},       {Method::GenerateDigits, generate_digits},
    {Method::GenerateDigits2, generate_digits2}, {Method::GatherDigits, gather_digits},
    {Method::DetectTones, detect_tones},         {Method::GenerateTone, generate_tone},
    {Method::SetMediaType, set_media_type},      {Method::MonitorMedia, monitor_media},
};

}  // namespace

std::span<const MethodVerb> call_info_verbs() { return kInfoVerbs; }
std::span<const MethodVerb> media_control_verbs() { return kMediaVerbs; }

}  // namespace pbxlab::harness
