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
    std::array<std::uint32_t, 3> hertz{};
    const std::size_t count = std::min(custom.size(), hertz.size());
    for (std::size_t i = 0; i < count; ++i) hertz[i] = custom[i].frequency;
    return {.mode = mode, .tone = pbx::tone_of(hertz), .duration = 0};
}

void stop(Core& core, Leg& leg) {
    if (leg.connection.valid()) core.exchange.stop_sending(leg.connection);
}

// What cannot be played, on a call that is over, has been cancelled (line-generate).
void started(Core& core, const Subject& subject, pbx::Refusal refusal) {
    if (refusal == pbx::Refusal::None) {
        core.inband(*subject.leg).generator = subject.handle_id;
    } else {
        core.post_inband(subject.handle_id, LINE_GENERATE, LINEGENERATETERM_CANCEL, 0);
    }
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
    started(*core_, subject,
            core_->exchange.send_digits(leg.connection, digits, digit_mode == LINEDIGITMODE_PULSE,
                                        std::chrono::milliseconds{duration}));
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
    const std::chrono::milliseconds length{duration != 0 ? duration : made.duration};
    started(*core_, subject, core_->exchange.send_tone(leg.connection, made.tone, length));
    return 0;
}

}  // namespace pbxlab::lines
