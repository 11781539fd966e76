// TAPI's own words as scenarios spell them: "onHoldPendTransfer", "fwdNoAnswer",
// "connected/activeHeld".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "harness/json_words.h"
#include "harness/spelling.h"

namespace pbxlab::harness {

// The words of the TAPI group `type.group`, those within the bits of `type.mask` when it is not 0.
[[nodiscard]] std::span<const Choice> tapi_words(const Type& type);
// LINEERR_ constants and HRESULTs under their full names.
[[nodiscard]] std::span<const Choice> error_words(const Type& type);
// What a step can do; the value is a lines::Op, or a method of TAPI 3 counted from kFirstMethod. Of
// methods of one name the first stands for all: which it is, is said by whom the step concerns.
inline constexpr std::int64_t kFirstMethod = 1000;
[[nodiscard]] std::span<const Choice> operation_words(const Type& type);
// The TAPI functions behind them, and the methods of TAPI 3 with their interfaces:
// "ITBasicCallControl::Connect".
[[nodiscard]] std::span<const Choice> function_words(const Type& type);
// The words of `type.choices`.
[[nodiscard]] std::span<const Choice> listed_words(const Type& type);

// All call states, each followed by its modes: "busy", "busy/station" ...
[[nodiscard]] std::span<const Choice> state_words();
// What the value of a state word says.
[[nodiscard]] StateWord state_of(const Choice& choice);
// The group of a call state's modes, "LINEBUSYMODE"; empty when the state has none.
[[nodiscard]] std::string_view modes_of(std::uint32_t state);

// The bit of `word` in a group, letters compared without regard to case.
[[nodiscard]] std::optional<std::uint32_t> find_tapi(std::string_view group, std::string_view word);

}  // namespace pbxlab::harness
