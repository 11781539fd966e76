// Providers and exchanges by chance, from a seed.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "lines/profile.h"
#include "switch/policy.h"
#include "tests/properties/chance.h"

namespace pbxlab::lines::test {

using namespace std::chrono_literals;

inline Profile any_profile(Chance& chance) {
    Profile p;
    const std::uint32_t all = p.outbound_states;
    if (chance.once_in(3))
        p.outbound_states = all & (chance.below(16) << 3U | LINECALLSTATE_RINGBACK);
    p.connect_on_dial_end = chance.once_in(5);
    p.drop_reports_disconnected = chance.once_in(3);
    p.remote_hold_visible = !chance.once_in(3);
    p.owner_flag_on_own_calls = chance.once_in(3);
    p.drop_on_close = !chance.once_in(3);
    p.dial_anywhere = chance.once_in(4);
    if (chance.once_in(3)) p.abandon_style = AbandonStyle::Idle;
    if (chance.once_in(3)) p.error_delivery = ErrorDelivery::Reply;
    if (chance.once_in(3)) p.reply_order = ReplyOrder::StateFirst;
    if (chance.once_in(4)) p.reply_point = ReplyPoint::RequestIssued;
    if (chance.once_in(4)) p.unowned_incoming = Unowned::Drop;
    p.bad_number = static_cast<BadNumber>(chance.below(3));
    p.consult_first = static_cast<ConsultFirst>(chance.below(3));
    p.complete_any_order = chance.once_in(3);
    p.forward_consult = chance.once_in(3);
    p.transfer_end = static_cast<TransferEnd>(chance.below(3));
    if (chance.once_in(4)) p.consult_model = ConsultModel::Held;
    p.completion_modes |= LINECALLCOMPLMODE_MESSAGE | LINECALLCOMPLMODE_INTRUDE;
    constexpr std::array kCamping = {LINECALLSTATE_BUSY, LINECALLSTATE_ONHOLD,
                                     LINECALLSTATE_RINGBACK};
    p.camp_on_state = kCamping.at(chance.below(3));
    p.setup_conf_null = chance.once_in(4);
    p.conference_held = chance.once_in(2);
    p.conference_make = chance.once_in(2);
    if (chance.once_in(4)) p.call_features = ~(1U << chance.below(32));
    if (!chance.once_in(3)) p.terminals = chance.below(kMostTerminals + 1);
    if (chance.once_in(4)) p.made_call_features = ~(1U << chance.below(32));
    if (chance.once_in(4)) p.reported_states &= ~std::uint32_t{LINECALLSTATE_BUSY};
    if (chance.once_in(4)) p.reported_states &= ~std::uint32_t{LINECALLSTATE_DISCONNECTED};
    if (chance.once_in(4)) p.call_info = ~(1U << chance.below(24));
    p.consult_call_first = chance.once_in(3);
    p.phone_calls_owned = chance.once_in(3);
    p.unknown_after_restart = chance.once_in(2);
    p.call_ids = static_cast<CallIds>(chance.below(3));
    p.late_answer = static_cast<LateAnswer>(chance.below(2));
    p.gather_timeout_keeps = chance.once_in(2);
    p.party_names = chance.once_in(2);
    return p;
}

inline pbx::Policy any_policy(Chance& chance) {
    pbx::Policy p;
    p.accept_to_alert = chance.once_in(4);
    p.auto_accept = chance.once_in(5);
    p.on_answer = static_cast<pbx::OnAnswer>(chance.below(3));
    p.on_retrieve = static_cast<pbx::OnRetrieve>(chance.below(3));
    p.on_reject = static_cast<pbx::OnReject>(chance.below(3));
    p.on_service_loss = static_cast<pbx::OnServiceLoss>(chance.below(3));
    p.self_call = static_cast<pbx::SelfCall>(chance.below(3));
    p.hold_makes_new = chance.once_in(5);
    p.auto_reconnect = !chance.once_in(3);
    p.on_transfer = static_cast<pbx::OnTransfer>(chance.below(2));
    p.on_transfer_fails = static_cast<pbx::OnTransferFails>(chance.below(3));
    p.transfer_to_busy = static_cast<pbx::TransferToBusy>(chance.below(3));
    p.keeps_callback = chance.once_in(2);
    p.callback_connects = chance.once_in(3);
    p.uncamping_clears = chance.once_in(3);
    p.intrusion_joins = !chance.once_in(3);
    if (chance.once_in(3)) p.call_waiting = false;
    p.hang_up_transfers = chance.once_in(3);
    p.transfer_renews_target = chance.once_in(3);
    p.data_follows = !chance.once_in(3);
    if (chance.once_in(2)) p.transfer_recall_time = 2s;
    p.swap_keeps_consultation = !chance.once_in(4);
    p.conference_drops = chance.once_in(2);
    p.conference_collapses = chance.once_in(2);
    p.members_wait = chance.once_in(4);
    if (chance.once_in(2)) p.member_answer_limit = 1s;
    p.remove_party = static_cast<pbx::RemoveParty>(chance.below(3));
    p.removed_to = static_cast<pbx::RemovedTo>(chance.below(3));
    p.reject_allowed = !chance.once_in(5);
    p.on_busy = static_cast<pbx::Treatment>(chance.below(4));
    p.on_bad_number = chance.once_in(2) ? pbx::Treatment::Clear : pbx::Treatment::Intercept;
    if (chance.once_in(3)) p.clear_release_limit = 1s;
    if (chance.once_in(3)) p.tone_limit = 3s;
    if (chance.once_in(3)) p.first_digit_limit = 2s;
    if (chance.once_in(3)) p.inter_digit_limit = 2s;
    if (chance.once_in(4)) p.call_limit = 20s;
    if (chance.once_in(4)) p.caller_id_delay = 1s;
    p.demotes_held = chance.once_in(2);
    p.forward_presents = chance.once_in(3);
    p.forward_shows_called = chance.once_in(2);
    p.forward_shows_last = chance.once_in(2);
    p.diversion_proceeds = chance.once_in(3);
    p.callback_reserves = chance.once_in(3);
    if (chance.once_in(6)) p.most_active = 1;
    if (chance.once_in(6)) p.most_held = 1;
    return p;
}

}  // namespace pbxlab::lines::test
