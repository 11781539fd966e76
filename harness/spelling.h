// TAPI's words as scenarios spell them: "onHoldPendTransfer", "fwdNoAnswer", "connected".
#pragma once

#include <string>
#include <string_view>

namespace pbxlab::harness {

// "connectedId", from a TAPI word such as "CONNECTEDID"; words that are one word in lower case.
// `group` is that of the constant where it matters: "dialtone" is a call state, "dialTone" a
// translation's option.
[[nodiscard]] std::string scenario_word(std::string_view tapi_word, std::string_view group = {});

// Equal without regard to case (ASCII).
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);

}  // namespace pbxlab::harness
