// lineGenerateDigits and lineGenerateTone (nf-tapi-linegeneratedigitsw, nf-tapi-linegeneratetone).
#include <algorithm>
#include <array>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

struct ModeTone {
    std::uint32_t mode;
    pbx::Tone tone;
    std::uint32_t duration;  // milliseconds where none is given; 0: until it is stopped
};
// The tones of the North American plan; billing is one cycle.
constexpr std::array<ModeTone, 4> kModeTones = {{
    {LINETONEMODE_RINGBACK, {{440, 480, 0}}, 0},
    {LINETONEMODE_BUSY, {{480, 620, 0}}, 0},
    {LINETONEMODE_BEEP, {{1400, 0, 0}}, 0},
    {LINETONEMODE_BILLING, {{12000, 0, 0}}, 200},
}};

ModeTone tone_of(std::uint32_t mode, std::span<const GenerateTone> custom) {
    const auto known = std::ranges::find(kModeTones, mode, &ModeTone::mode);
    if (known != kModeTones.end()) return *known;
    ModeTone made{.mode = mode, .tone = {}, .duration = 0};
    const std::size_t count = std::min(custom.size(), made.tone.hertz.size());
    for (std::size_t i = 0; i < count; ++i) made.tone.hertz[i] = custom[i].frequency;
    std::sort(made.tone.hertz.begin(), made.tone.hertz.begin() + static_cast<int>(count));
    return made;
}

void stop(Core& core, Leg& leg) {
    if (leg.connection.valid()) core.exchange.stop_sending(leg.connection);
}

}  // namespace

LineResult Application::generate_digits(HCall call, std::uint32_t digit_mode, const char* digits,
                                        std::uint32_t duration) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = digit_mode,
                    .cancels = digits == nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::GenerateDigits, subject); refusal != 0)
        return refusal;
    Leg& leg = *subject.leg;
    stop(*core_, leg);
    if (digits == nullptr) return 0;
    core_->exchange.send_digits(leg.connection, digits, digit_mode == LINEDIGITMODE_PULSE,
                                std::chrono::milliseconds{duration});
    core_->inband(leg).generator = subject.handle_id;
    return 0;
}

LineResult Application::generate_tone(HCall call, std::uint32_t tone_mode, std::uint32_t duration,
                                      std::uint32_t num_tones, const GenerateTone* tones) {
    const bool custom = tone_mode == LINETONEMODE_CUSTOM;
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = tone_mode,
                    .other_value = custom ? num_tones : 0,
                    .pointer = !custom || tones != nullptr,
                    .cancels = tone_mode == 0,
                    .tones = custom ? tones : nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::GenerateTone, subject); refusal != 0)
        return refusal;
    Leg& leg = *subject.leg;
    stop(*core_, leg);
    if (tone_mode == 0) return 0;
    const ModeTone made = tone_of(tone_mode, {tones, custom ? num_tones : 0});
    core_->exchange.send_tone(leg.connection, made.tone,
                              std::chrono::milliseconds{duration != 0 ? duration : made.duration});
    core_->inband(leg).generator = subject.handle_id;
    return 0;
}

}  // namespace pbxlab::lines
