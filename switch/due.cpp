#include "switch/due.h"

#include <array>

#include "switch/answer.h"
#include "switch/bridging.h"
#include "switch/clearing.h"
#include "switch/completing.h"
#include "switch/consultation.h"
#include "switch/core.h"
#include "switch/dialing.h"
#include "switch/forwarding.h"
#include "switch/hunting.h"
#include "switch/inband.h"
#include "switch/offering.h"
#include "switch/orders.h"
#include "switch/outside.h"
#include "switch/park.h"
#include "switch/parties.h"
#include "switch/routing.h"
#include "switch/seize.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

struct Row {
    Due due;
    void (*act)(Core& core, ConnectionId subject, std::uint32_t detail);
};

template <auto Act>
constexpr auto kPlain = [](Core& core, ConnectionId id, std::uint32_t) { Act(core, id); };

constexpr std::array<Row, kDueCount> kRows = {{
    {Due::CarryOut,
     [](Core& core, ConnectionId id, std::uint32_t) {
         carry_out(core, OrderId{id.index, id.generation});
     }},
    {Due::GiveTone, kPlain<give_tone>},
    {Due::DigitArrives, kPlain<digit_arrives>},
    {Due::NumberSent, number_sent},
    {Due::NumberEnds, kPlain<number_ends>},
    {Due::Reorder, kPlain<reorder>},
    {Due::ReachStation, kPlain<reach_station>},
    {Due::ReachOutside, kPlain<reach_outside>},
    {Due::TrunksBusy, kPlain<trunks_busy>},
    {Due::TargetRings, kPlain<target_rings>},
    {Due::FarAnswers, kPlain<far_answers>},
    {Due::FarRejects, far_rejects},
    {Due::FarDeclines, far_declines},
    {Due::FarGone, kPlain<far_gone>},
    {Due::Ring, kPlain<ring>},
    {Due::AutoAccept, kPlain<accept>},
    {Due::ShowCaller, kPlain<show_caller>},
    {Due::NoAnswer, kPlain<no_answer>},
    {Due::TimeLimit, kPlain<time_limit>},
    {Due::ToneEnds, kPlain<tone_ends>},
    {Due::Release, kPlain<let_go>},
    {Due::OutsideAnswers, kPlain<outside_answers_now>},
    {Due::OutsideRejects, kPlain<release>},
    {Due::HuntStageOver, kPlain<stage_over>},
    {Due::MemberFree,
     [](Core& core, ConnectionId id, std::uint32_t) { member_free(core, StationId{id.index}); }},
    {Due::HuntAnnounce, kPlain<announcement_due>},
    {Due::HuntWaitOver, kPlain<wait_over>},
    {Due::AlertAppearance, kPlain<alert_appearance>},
    {Due::SendNext, kPlain<send_next>},
    {Due::Orbit, kPlain<orbit_timer>},
    {Due::PathOpens, kPlain<path_opens_late>},
    {Due::CompletionDue,
     [](Core& core, ConnectionId id, std::uint32_t) { completion_due(core, StationId{id.index}); }},
    {Due::CallbackUnanswered, kPlain<callback_unanswered>},
    {Due::CallbackResolved, kPlain<callback_resolved>},
    {Due::ForwardUnanswered, forward_unanswered},
    {Due::ForwardingInForce, [](Core& core, ConnectionId id,
                                std::uint32_t) { forwarding_in_force(core, AddressId{id.index}); }},
    {Due::TransferRecall, recall_unanswered},
}};
constexpr bool in_order() {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows[i].due) != i) return false;
    }
    return true;
}
static_assert(in_order(), "one row for each thing that falls due, in their order");

}  // namespace

void fall_due(Core& core, Due due, ConnectionId subject, std::uint32_t detail) {
    kRows[static_cast<std::size_t>(due)].act(core, subject, detail);
}

}  // namespace pbxlab::pbx
