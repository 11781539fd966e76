// Callers of a hunt group whom nobody could take wait for the next member that is free.
#include <algorithm>

#include "switch/answer.h"
#include "switch/hunt_moves.h"
#include "switch/parties.h"

namespace pbxlab::pbx {
namespace {

std::uint32_t place_in(Core& core, const Group& group, const Hunt& hunt) {
    const auto later = std::ranges::find_if(group.waiting, [&](ConnectionId id) {
        const Hunt* other = core.hunts.find(core.find(core.find(id)->call)->hunt);
        return other->waiting_since > hunt.waiting_since;
    });
    return static_cast<std::uint32_t>(later - group.waiting.begin());
}

// From the first time on the wait has its limit, whether somebody is rung meanwhile or not.
void begin_wait(Core& core, Hunt& hunt) {
    hunt.has_waited = true;
    hunt.waiting_since = core.clock.now();
    const Duration longest = core.at(hunt.group).spec.queue.longest_wait;
    if (longest > Duration{}) hunt.wait_timer = core.later(longest, Due::HuntWaitOver, hunt.caller);
}

void plan_announcement(Core& core, Hunt& hunt) {
    const QueueSpec& queue = core.at(hunt.group).spec.queue;
    const Duration delay = hunt.announcements == 0 ? queue.announce_after : queue.announce_every;
    if (delay > Duration{})
        hunt.announcement_timer = core.later(delay, Due::HuntAnnounce, hunt.caller);
}

}  // namespace

bool wait_in_queue(Core& core, HuntId id) {
    Hunt& hunt = *core.hunts.find(id);
    Group& group = core.at(hunt.group);
    if (group.waiting.size() >= group.spec.queue.places) return false;
    hunt.state = HuntState::Waiting;
    if (!hunt.has_waited) begin_wait(core, hunt);
    const std::uint32_t place = place_in(core, group, hunt);
    group.waiting.insert(group.waiting.begin() + place, hunt.caller);
    plan_announcement(core, hunt);
    core.tell(EventKind::Queued, hunt.caller, place);
    return true;
}

void leave_queue(Core& core, const Hunt& hunt) {
    std::erase(core.at(hunt.group).waiting, hunt.caller);
}

void announce(Core& core, HuntId id) {
    Hunt& hunt = *core.hunts.find(id);
    core.tell(EventKind::Announcement, hunt.caller, hunt.announcements++);
    plan_announcement(core, hunt);
    const Group& group = core.at(hunt.group);
    if (!group.spec.queue.announcement_answers) return;
    if (core.move(hunt.caller, Cue::FarAnswers))
        set_party(core, hunt.caller, kConnectedTo, party_of(core, hunt.group));
}

void member_may_be_free(Core& core, StationId station) {
    if (core.at(station).groups.empty()) return;
    core.later(takes(core, core.policy(station), &Policy::routing_time), Due::MemberFree, station);
}

void member_free(Core& core, StationId station) {
    const bool idle = core.at(station).in_service && !core.at(station).first.valid();
    for (const GroupId id : core.at(station).groups) {
        const Group& group = core.at(id);
        if (group.waiting.empty() || (!idle && !group.spec.rings_busy)) continue;
        hunt(core, group.waiting.front(), HuntCue::MemberFree);
    }
}

void announcement_due(Core& core, ConnectionId caller) { hunt(core, caller, HuntCue::Announce); }
void wait_over(Core& core, ConnectionId caller) { hunt(core, caller, HuntCue::WaitOver); }

}  // namespace pbxlab::pbx
