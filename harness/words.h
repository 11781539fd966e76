// How times, spans, states and messages are written in reports, ladders and traces. Nothing here
// depends on the machine: no locale, no floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/scenario.h"
#include "harness/spelling.h"
#include "lines/structures.h"
#include "switch/time.h"

namespace pbxlab::harness {

// "12.034000": seconds since the start of the simulation.
[[nodiscard]] std::string time_text(pbx::SimTime at);

// "60 s", "2.5 s", "250 ms", "10 us", "12.4 min", "3 h": a span as a person would say it; three
// digits at most behind the point, rounded down.
[[nodiscard]] std::string span_text(pbx::Duration span);

// The TAPI group of the modes that go with a call state ("LINEBUSYMODE"); empty when it has none.
[[nodiscard]] std::string_view mode_group(std::uint32_t state);

// A state as scenarios write it: "connected", "connected/activeHeld". A mode of 0 is not written.
[[nodiscard]] std::string state_text(std::uint32_t state, std::uint32_t mode = 0);
[[nodiscard]] std::string state_text(const StateWord& word);

// True when a state and mode that were told are what `word` asks for; CONNECTED and OFFERING
// without a mode are their mode ACTIVE (linecallstate--constants).
[[nodiscard]] bool is_state(const StateWord& word, std::uint32_t state, std::uint32_t mode);

// The state bit alone, without a provider's sub-state in the top 8 bits (linecallstate--constants).
constexpr std::uint32_t plain_state(std::uint32_t state) { return state & 0x00FF'FFFFU; }

// Words of a group joined with '+' as scenarios write them: "ringing+numCalls", "none" for 0.
[[nodiscard]] std::string bits_text(std::string_view group, std::uint32_t bits);

// What a step does: "makeCall", "Connect"; and what came of it: "success", an error's name.
[[nodiscard]] std::string_view do_word(const Step& step);
[[nodiscard]] std::string result_text(const Step& step, lines::LineResult result);

// A message in TAPI's words, without who got it: "CALLSTATE CONNECTED/ACTIVE OWNER".
[[nodiscard]] std::string message_text(const lines::Message& message);
void append_message_text(std::string& text, const lines::Message& message);

// The call that a message is about; kNoCall for others. LINE_APPNEWCALL names its call in dwParam2.
[[nodiscard]] lines::HCall call_of(const lines::Message& message);
[[nodiscard]] constexpr bool is_call_message(const lines::Message& message) {
    switch (message.id) {
        case lines::LINE_CALLSTATE:
        case lines::LINE_CALLINFO:
        case lines::LINE_GATHERDIGITS:
        case lines::LINE_GENERATE:
        case lines::LINE_MONITORDIGITS:
        case lines::LINE_MONITORMEDIA:
        case lines::LINE_MONITORTONE: return true;
        default: return false;
    }
}

}  // namespace pbxlab::harness
