// The provider profiles that are shipped, for tests that hold for each of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/provider_keys.h"
#include "harness/provider_profile.h"
#include "tests/conformance/ask.h"

namespace pbxlab::lines::test {

inline const std::filesystem::path kRoot = PBXLAB_SOURCE_DIR "/scenarios";

inline harness::ProviderBehaviour behaviour_of(const std::string& profile) {
    const auto read = harness::read_profile({profile, {}}, {{}, "test"}, kRoot);
    EXPECT_TRUE(read) << read.error().text();
    harness::Settings settings;
    for (const auto& each : read->settings) settings.push_back(each.setting);
    harness::ProviderBehaviour behaviour;
    harness::apply(settings, behaviour);
    return behaviour;
}

inline std::vector<std::string> shipped() { return harness::profile_names(kRoot); }

// The lowest bit: one of several ways that there are.
inline std::uint32_t one_of(std::uint32_t ways, std::uint32_t usual) {
    return ways == 0 || (ways & usual) != 0 ? usual : ways & (~ways + 1);
}

inline void fit_to(const Profile& profile, Ask& ask) {
    ask.park_mode = one_of(profile.park_modes, ask.park_mode);
    ask.digit_modes = one_of(profile.generate_digit_modes, ask.digit_modes);
    ask.tone_mode = one_of(profile.generate_tone_modes, ask.tone_mode);
    ask.completion_mode = one_of(profile.completion_modes, ask.completion_mode);
    ask.transfer_mode = one_of(profile.transfer_modes, ask.transfer_mode);
    ask.bearer = one_of(profile.bearer_modes, ask.bearer);
    ask.media_mode = one_of(profile.media_modes, ask.media_mode);
    ask.terminal = 0;
    ask.enable = false;
    ask.forwards.front().mode = one_of(profile.forward_modes, ask.forwards.front().mode);
    ask.highest_rate = std::min(ask.highest_rate, profile.max_rate);
}

// As the name of a test.
inline std::string plain(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == '/'; });
    return name;
}

}  // namespace pbxlab::lines::test
