// Digits, tones and media on calls: what applications have asked to hear, to collect and to play.
// Internal to lines/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lines/structures.h"
#include "switch/ids.h"
#include "switch/sounds.h"

namespace pbxlab::lines {

using HandleId = pbx::Handle<struct CallHandleTag>;

struct ListenedTone {
    pbx::Tone tone;  // all zero: silence
    std::uint32_t duration = 0, app_specific = 0;
    pbx::TimerId timer;  // runs while the tone is heard and has not lasted long enough
};

// What one handle wants to hear.
struct Listener {
    HandleId handle;
    std::uint32_t digit_modes = 0, media_modes = 0;
    std::vector<ListenedTone> tones;
};

// The one collection of digits that a call can have at a time.
struct Gathering {
    HandleId handle;
    std::uint32_t digit_modes = 0, wanted = 0;
    std::string ends;  // digits that end it
    std::uint32_t inter_timeout = 0;
    std::string digits;
    char* buffer = nullptr;
    pbx::TimerId timer;
};

struct Inband {
    std::vector<Listener> listeners;
    std::optional<Gathering> gathering;
    HandleId generator;  // whose digits or tone are played
};

}  // namespace pbxlab::lines
