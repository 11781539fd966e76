// What a line offers, derived from its profile, the exchange's policy and the guard table, so that
// capabilities, refusals and behaviour cannot disagree. Internal to lines/.
#pragma once

#include <cstdint>

#include "lines/core.h"

namespace pbxlab::lines {

// The profile without what it offers but gives no way to carry out: parking without a park mode.
[[nodiscard]] Profile without_empty_offers(const Profile& given);

// LINECALLSTATE_ bits that a call on this line can be reported in; TAPI itself adds UNKNOWN.
[[nodiscard]] std::uint32_t reportable_states(const Profile& profile);

// What the exchange has no means for, whatever the profile offers.
struct InVain {
    std::uint32_t call_features = 0, address_features = 0;
};
[[nodiscard]] InVain offered_in_vain(const pbx::Policy& policy);

// LINECALLFEATURE_ bits of the operations that exist and that the profile offers.
[[nodiscard]] std::uint32_t offered_call_features(const Profile& profile,
                                                  const pbx::Policy& policy);

// LINECALLFEATURE2_ bits that go with these LINECALLFEATURE_ bits.
[[nodiscard]] std::uint32_t refinements(const Profile& profile, std::uint32_t features);

// Whether conferences can be set up; whether a transfer can become one.
[[nodiscard]] bool offers_conference(const Profile& profile);
[[nodiscard]] bool transfers_into_conference(const Profile& profile);

// LINEADDRFEATURE_ and LINEFEATURE_ bits of what exists and the profile offers. `looks_only`: the
// address only shows whether it is in use.
[[nodiscard]] std::uint32_t offered_address_features(const Profile& profile,
                                                     const pbx::Policy& policy, bool looks_only);
[[nodiscard]] std::uint32_t offered_line_features(const Profile& profile);

// LINEADDRFEATURE_ bits that the address could use now; 0 out of service.
[[nodiscard]] std::uint32_t address_features_now(const Core& core, const Device& device,
                                                 std::uint32_t address_id);

// LINEFEATURE_ bits that the line could use now; 0 out of service.
[[nodiscard]] std::uint32_t line_features_now(const Core& core, const Device& device);

}  // namespace pbxlab::lines
