// What can be heard on a call, as words and not as sound: a digit, a tone, or nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace pbxlab::pbx {

// A digit with the way it is sent, or the number of a tone that the exchange has met; 0: silence.
using Sound = std::uint32_t;
inline constexpr Sound kSilence = 0;
inline constexpr Sound kPulseBit = 0x100;
inline constexpr Sound kToneBit = 0x8000'0000;

constexpr Sound digit_sound(char digit, bool pulse) {
    return static_cast<unsigned char>(digit) | (pulse ? kPulseBit : 0U);
}
constexpr bool is_tone(Sound sound) { return (sound & kToneBit) != 0; }
constexpr bool is_digit(Sound sound) { return sound != kSilence && !is_tone(sound); }
constexpr bool is_pulse(Sound sound) { return !is_tone(sound) && (sound & kPulseBit) != 0; }
constexpr char digit_of(Sound sound) { return static_cast<char>(sound & 0xFFU); }

// A tone is the set of its frequencies: in hertz, rising, unused places 0 at the end.
struct Tone {
    std::array<std::uint32_t, 3> hertz{};
    bool operator==(const Tone&) const = default;
};

// The tone of these frequencies, in any order, 0 for none; those beyond the third are left out.
[[nodiscard]] Tone tone_of(std::span<const std::uint32_t> hertz);

}  // namespace pbxlab::pbx
