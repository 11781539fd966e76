// Digits, tones and kinds of media that one party sends along a connected call and the others hear:
// those whose talking path is open at that moment. A connection sends one thing at a time. Internal
// to switch/.
#pragma once

#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

// True when something sent from here, or to here, passes: connected, for long enough that the
// policy's media_delay is over.
[[nodiscard]] bool has_path(const Core& core, ConnectionId id);

// Starts after the policy's request_time. Gone when there is no such connection, WrongState when it
// is cleared or only shown here. What it was sending before is broken off (SendingEnds).
Refusal send_inband_digits(Core& core, ConnectionId id, std::string_view digits, bool pulse,
                           Duration each);
// `length` zero: until it is broken off.
Refusal send_inband_tone(Core& core, ConnectionId id, const Tone& tone, Duration length);
// Says what kind of media it carries from now on; opaque bits.
Refusal send_inband_media(Core& core, ConnectionId id, std::uint32_t media);
void break_off_sending(Core& core, ConnectionId id);
void send_next(Core& core, ConnectionId id);  // Due::SendNext

// The connection has become Connected: once the media delay is over it hears what the others send,
// and they hear it.
void open_path(Core& core, ConnectionId id);
void path_opens_late(Core& core, ConnectionId id);  // Due::PathOpens

// The connection leaves Connected: it hears nothing more, and nobody hears it.
void path_closes(Core& core, ConnectionId id);

// The call has become part of a conference, and is about to be no more: its parties hear the others
// from here on, and the others them.
void bridge_opens(Core& core, ConnectionId member);
void bridge_closes(Core& core, ConnectionId member);

// The sound of this tone.
Sound sound_of(Core& core, const Tone& tone);

}  // namespace pbxlab::pbx
