// What a call that is finished later waits for: a station, any member of a group, or a trunk to the
// outside world. For a party outside nobody can wait: the exchange does not learn when it is free.
// Internal to switch/. (reference: call-model 12)
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// What the call of this caller met; None where that cannot be waited for. After forwarding it is
// what the call met last.
[[nodiscard]] CompletionTarget target_of(const Core& core, const Connection& caller);

// How the request dials what it waits for, when the caller has been called back.
[[nodiscard]] TextId number_for(Core& core, const CompletionTarget& target,
                                const Connection& caller);

// Whether the caller may wait there. NotAllowed at the caller's own station, at one out of service
// or with a secured call, on an address that several stations have, at a group of which nobody but
// the caller is in service, and where there are no trunks at all; HoldFull when the station cannot
// hold one more call.
[[nodiscard]] Refusal check_camp(const Core& core, const CompletionTarget& target,
                                 StationId caller);

// Whether what happens at this station may be what the target waits for.
[[nodiscard]] bool is_part_of(const Core& core, const CompletionTarget& target, StationId station);

// Whether the target is free for a caller who is called back for it: nothing goes on there but
// calls that camp on it, and the caller may disturb it.
[[nodiscard]] bool is_free(const Core& core, const Completion& request);
[[nodiscard]] bool is_idle(const Core& core, AddressId address);

// Whether it takes a call that camps on it: a station waits for its active calls, not for those on
// hold there; a group for a member that can be rung.
[[nodiscard]] bool takes_camped(const Core& core, const Completion& request);

// Who the request is for, as its caller is told.
[[nodiscard]] Party party_of(Core& core, const Completion& request);

}  // namespace pbxlab::pbx
