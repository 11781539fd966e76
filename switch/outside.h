// The outside world: scripted parties beyond the trunks, called and calling. Internal to switch/.
#pragma once

#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

void reach_outside(Core& core, ConnectionId caller);    // Due::ReachOutside
void outside_answers_now(Core& core, ConnectionId id);  // Due::OutsideAnswers

// See Exchange for these.
[[nodiscard]] Refusal outside_calls(Core& core, OutsideId party, std::string_view digits);
[[nodiscard]] Refusal outside_answers(Core& core, OutsideId party);
[[nodiscard]] Refusal outside_rejects(Core& core, OutsideId party);
[[nodiscard]] Refusal outside_digits(Core& core, OutsideId party, std::string_view digits);
Refusal outside_tone(Core& core, OutsideId party, const Tone& tone, Duration length);
Refusal outside_media(Core& core, OutsideId party, std::uint32_t media);
Refusal outside_hangs_up(Core& core, OutsideId party);

}  // namespace pbxlab::pbx
