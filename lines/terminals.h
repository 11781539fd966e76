// To which terminals of a station the low-level events of its line go: presses of buttons, lamps,
// the display, the ringer, the hookswitch and the voice of a call each find their own way
// (nf-tapi-linesetterminal, ns-tapi-linetermcaps). The exchange knows nothing of it.
// Internal to lines/.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "lines/profile.h"
#include "lines/structures.h"

namespace pbxlab::lines {

class SizeCount;

// LINETERMMODE_ bits that go to each terminal, by its id.
struct Routes {
    std::array<std::uint8_t, kMostTerminals> modes{};
    bool operator==(const Routes&) const = default;
};

// What lineSetTerminal asks for.
struct RouteOrder {
    std::uint32_t select = 0;  // LINECALLSELECT_LINE, ADDRESS or CALL
    std::uint32_t address = 0;
    std::uint32_t modes = 0;  // LINETERMMODE_
    std::uint32_t terminal = 0;
    bool enable = false;
};

// Whether the provider routes anything.
[[nodiscard]] bool offers_terminals(const Profile& profile);

// What a terminal is and can take. Telephone sets, headsets and loudspeakers come by turns, and
// each belongs to its line alone. Nothing where there is no such terminal.
[[nodiscard]] TermCaps terminal_caps(const Profile& profile, std::uint32_t terminal);

// Before anybody has set anything: the telephone set at the station, terminal 0, has all it can
// take, and the others nothing.
[[nodiscard]] Routes first_routes(const Profile& profile);

// Whether nothing goes to a terminal that is not there, or cannot take it.
[[nodiscard]] bool possible(const Routes& routes, const Profile& profile);

// The array dwTerminalModes; empty without terminals, or where the application has no room for it.
[[nodiscard]] std::vector<std::uint32_t> listed(const Routes& routes, const Profile& profile,
                                                SizeCount& size);

}  // namespace pbxlab::lines
