// Digits, tones and media along a call.
#include <algorithm>

#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

std::uint32_t milliseconds(pbx::Duration span) {
    return static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
}

std::uint32_t digit_modes(const Step& step) {
    return step.raw_bits.value_or(step.digit_modes.value_or(lines::LINEDIGITMODE_DTMF));
}

lines::LineResult generate_digits(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().generate_digits(ask.call, digit_modes(step),
                                     step.null_pointer ? nullptr : step.digits.value.c_str(),
                                     milliseconds(step.duration));
}

lines::LineResult monitor_digits(Ask& ask) {
    return ask.app().monitor_digits(ask.call, digit_modes(ask.step));
}

lines::LineResult gather_digits(Ask& ask) {
    const Step& step = ask.step;
    GatherBuffers& buffers = ask.run.gathers;
    char* room = step.null_pointer
                     ? nullptr
                     : buffers.add(ask.seat_index, ask.call, std::max(step.num_digits, 1U));
    const lines::LineResult result = ask.app().gather_digits(
        ask.call, digit_modes(step), room, step.num_digits, step.termination.value.c_str(),
        milliseconds(step.first_timeout), milliseconds(step.inter_timeout));
    if (room != nullptr && result != 0) buffers.drop_latest();
    return result;
}

lines::LineResult generate_tone(Ask& ask) {
    const Step& step = ask.step;
    std::vector<lines::GenerateTone> tones;
    tones.reserve(step.frequencies.size());
    for (const std::uint32_t frequency : step.frequencies)
        tones.push_back({.frequency = frequency});
    return ask.app().generate_tone(
        ask.call, step.raw_bits.value_or(step.tone_mode.value_or(0)), milliseconds(step.duration),
        static_cast<std::uint32_t>(tones.size()), step.null_pointer ? nullptr : tones.data());
}

lines::LineResult monitor_tones(Ask& ask) {
    std::vector<lines::MonitorTone> tones;
    for (const ToneWords& words : ask.step.tones) {
        lines::MonitorTone& tone = tones.emplace_back();
        tone.app_specific = words.app_specific;
        tone.duration = milliseconds(words.duration);
        std::copy_n(words.frequencies.begin(),
                    std::min(words.frequencies.size(), tone.frequencies.size()),
                    tone.frequencies.begin());
    }
    return ask.app().monitor_tones(ask.call, ask.step.null_pointer ? nullptr : tones.data(),
                                   static_cast<std::uint32_t>(tones.size()));
}

lines::LineResult monitor_media(Ask& ask) {
    return ask.app().monitor_media(ask.call,
                                   ask.step.raw_bits.value_or(ask.step.media.value_or(0)));
}

}  // namespace

const std::array<Verb, 6> kInbandVerbs = {{
    {lines::Op::GenerateDigits, generate_digits},
    {lines::Op::MonitorDigits, monitor_digits},
    {lines::Op::GatherDigits, gather_digits},
    {lines::Op::GenerateTone, generate_tone},
    {lines::Op::MonitorTones, monitor_tones},
    {lines::Op::MonitorMedia, monitor_media},
}};

}  // namespace pbxlab::harness
