// What a step waits for, or must not see: whose messages it looks at, and whether one of them is
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "harness/scenario.h"

namespace pbxlab::harness {

class Run;
struct Entry;

// Whose messages: those of one call handle, of one line of an application (its own, and those of
// its calls that no step has named yet), or the reply to one request.
struct Scope {
    enum class Of : std::uint8_t { Call, Line, Request };
    Of of = Of::Call;
    std::uint32_t call = 0xFFFF'FFFFU;     // of MessageLog::calls()
    std::uint32_t seat = 0, device = 0;    // Line
    std::uint32_t request = 0xFFFF'FFFFU;  // of Requests
    std::uint32_t only = 0xFFFF'FFFFU;     // Line, of the application as a whole: of this device
    bool named_too = false;                // Line: calls with a name as well
};

// The scope of an expect, never or member of anyOrder. Fails the run and gives nothing when what it
// names does not exist.
[[nodiscard]] std::optional<Scope> scope_of(Run& run, const Step& step);

// The messages in scope so far, and those of them that have been passed.
[[nodiscard]] std::span<const std::uint32_t> stream(Run& run, const Scope& scope);
[[nodiscard]] std::size_t cursor(Run& run, const Scope& scope);

enum class Fit : std::uint8_t {
    Other,  // something else
    Near,   // the right kind of message, but a condition does not hold
    Exact,
};
struct Fitting {
    Fit fit = Fit::Other;
    std::string why;  // Near: which conditions do not hold
};
// Whether a message of the log is what `step` speaks of. Looks call info and status up as they are
// now.
[[nodiscard]] Fitting fits(Run& run, const Step& step, const Scope& scope, std::uint32_t index);

// The step got the message at `position` of its stream: passes the cursor, and binds the name of
// its `as`.
void consume(Run& run, const Step& step, const Scope& scope, std::size_t position);

// "a1: connected with callerId 1001", for reports.
[[nodiscard]] std::string awaited_text(const Step& step);

}  // namespace pbxlab::harness
