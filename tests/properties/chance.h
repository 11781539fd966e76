// Numbers by chance, from a seed: splitmix64.
#pragma once

#include <cstdint>
#include <vector>

namespace pbxlab::lines::test {

class Chance {
 public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t bound) {
        state_ += 0x9E37'79B9'7F4A'7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
        return static_cast<std::uint32_t>((z ^ (z >> 31U)) >> 33U) % bound;
    }
    bool once_in(std::uint32_t n) { return below(n) == 0; }
    template <class T>
    const T& of(const std::vector<T>& choices) {
        return choices[below(static_cast<std::uint32_t>(choices.size()))];
    }
    template <class T>
    auto& of(T& choices) {
        return choices[below(static_cast<std::uint32_t>(choices.size()))];
    }

 private:
    std::uint64_t state_;
};

}  // namespace pbxlab::lines::test
