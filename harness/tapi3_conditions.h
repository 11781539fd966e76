// Conditions on a call of a TAPI 3 application, as ITCallInfo tells it, and on what an event
// brought.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "harness/message_log.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

class Run;

// Whether a word of "check" is something that TAPI 3 tells of a call.
[[nodiscard]] bool is_told_by_tapi3(std::string_view word);
// All of these.
[[nodiscard]] std::vector<std::string_view> told_by_tapi3();

// The conditions that do not hold, each as "reason is LINECALLREASON_DIRECT, not ..."; empty when
// all hold. Of a call that has been released, that alone.
[[nodiscard]] std::vector<std::string> unmet_by_object(Run& run, const Conditions& wanted,
                                                       std::uint32_t call);
// Those of an expectation: what the event brought itself is in it, the rest is looked up.
[[nodiscard]] std::vector<std::string> unmet_by_event(Run& run, const Conditions& wanted,
                                                      const Entry& entry);

// The call id of a call of either interface; 0 and why not in `error` where it cannot be looked up.
[[nodiscard]] std::uint32_t call_id_of(Run& run, std::uint32_t call, std::string& error);

}  // namespace pbxlab::harness
