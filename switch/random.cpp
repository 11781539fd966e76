#include "switch/random.h"

#include <bit>
#include <cassert>

namespace pbxlab::pbx {
namespace {

// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0xCBF2'9CE4'8422'2325U;
    for (const char c : text) {
        value ^= static_cast<unsigned char>(c);
        value *= 0x0000'0100'0000'01B3U;
    }
    return value;
}

// SplitMix64: spreads a weak seed over a whole state.
std::uint64_t spread(std::uint64_t& x) {
    x += 0x9E37'79B9'7F4A'7C15U;
    std::uint64_t z = x;
    z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
    return z ^ (z >> 31U);
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view name) : state_{} {
    std::uint64_t x = seed;
    x = spread(x) ^ hash(name);
    for (std::uint64_t& word : state_) word = spread(x);
}

// xoshiro256**
std::uint64_t RandomStream::next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

std::uint64_t RandomStream::between(std::uint64_t low, std::uint64_t high) {
    assert(low <= high);
    const std::uint64_t span = high - low + 1;
    if (span == 0) return next();  // the whole range
    const std::uint64_t uneven = (0 - span) % span;
    std::uint64_t draw = next();
    while (draw < uneven) draw = next();
    return low + draw % span;
}

Duration RandomStream::between(Duration low, Duration high) {
    assert(low <= high);
    const auto span = static_cast<std::uint64_t>((high - low).count());
    return low + Duration{static_cast<Duration::rep>(between(0, span))};
}

namespace {

// -ln(u / 2^64) in units of 2^-32, for u > 0: the binary logarithm bit by bit, by squaring.
std::uint64_t minus_log(std::uint64_t u) {
    constexpr std::uint64_t kLn2 = 2'977'044'472;  // of 2^32
    const auto zeros = static_cast<unsigned>(std::countl_zero(u));
    std::uint64_t mantissa = (u << zeros) >> 32U;  // 1 <= m < 2, in units of 2^-31
    std::uint64_t fraction = 0;
    for (int bit = 0; bit < 32; ++bit) {
        mantissa = (mantissa * mantissa) >> 31U;
        const bool two = mantissa >> 32U != 0;
        fraction = fraction << 1U | (two ? 1U : 0U);
        if (two) mantissa >>= 1U;
    }
    // log2(u / 2^64) = 63 - zeros + fraction - 64
    const std::uint64_t minus_log2 = ((std::uint64_t{zeros} + 1) << 32U) - fraction;
    return (minus_log2 >> 16U) * kLn2 >> 16U;
}

}  // namespace

Duration RandomStream::exponential(Duration mean) {
    assert(mean >= Duration{} && mean <= std::chrono::hours{1});
    std::uint64_t u = next();
    while (u == 0) u = next();
    const auto micros = static_cast<std::uint64_t>(mean.count());
    return Duration{static_cast<Duration::rep>(micros * (minus_log(u) >> 8U) >> 24U)};
}

}  // namespace pbxlab::pbx
