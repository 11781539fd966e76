// A call to a hunt group seeks a member that takes it. Internal to switch/.
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// The caller has reached the group.
void seek_member(Core& core, ConnectionId caller, GroupId group);

// Whether a call of this caller to the group would ring somebody now.
[[nodiscard]] bool somebody_can_be_rung(const Core& core, GroupId group, ConnectionId caller);

// The call is no longer the group's: nobody else is rung, and who rings stops. Also for a call
// without a group that rings at several appearances; the connection `but` is left alone.
void leave_group(Core& core, ConnectionId caller, ConnectionId but, Cause cause);

// Somebody has answered: the others stop ringing, and the hunt is over. Also for a call without a
// group that rings at several appearances.
void taken(Core& core, ConnectionId answering);

// The search of `from`, if it has one, goes on for `to`, which is in another call.
void hand_over_hunt(Core& core, ConnectionId from, ConnectionId to);

// After each move of a connection: a hunt ends when its caller seeks no more.
void end_hunt_without_caller(Core& core, ConnectionId moved);

// A connection of the station has ended: perhaps it is free for somebody who waits.
void member_may_be_free(Core& core, StationId station);

void stage_over(Core& core, ConnectionId caller);        // Due::HuntStageOver
void member_declines(Core& core, ConnectionId caller);   // Due::FarRejects, of a call that hunts
void member_free(Core& core, StationId station);         // Due::MemberFree
void announcement_due(Core& core, ConnectionId caller);  // Due::HuntAnnounce
void wait_over(Core& core, ConnectionId caller);         // Due::HuntWaitOver

// --- what the rows of hunt_moves.h do
void ring_on(Core& core, HuntId id);
void ring_on_when_nobody_rings(Core& core, HuntId id);
void wait_no_more(Core& core, HuntId id);
void ring_again(Core& core, HuntId id);
void announce(Core& core, HuntId id);
void give_up(Core& core, HuntId id);

// --- queueing.cpp
// Puts the caller into the queue; false when there is no place.
bool wait_in_queue(Core& core, HuntId id);
void leave_queue(Core& core, const Hunt& hunt);

}  // namespace pbxlab::pbx
