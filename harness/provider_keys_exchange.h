// The provider keys that say what the exchange does (pbx::Policy), sorted by name.
#pragma once

#include "harness/provider_key_kinds.h"

namespace pbxlab::harness::keys {

// When it is refused is a matter of the line; what else becomes of the call, one of the exchange.
constexpr std::string_view kBadNumberWords[] = {"disconnected", "special-info", "refuse-at-return",
                                                "refuse-in-reply"};
inline void set_bad_number(Behaviour& b, std::int64_t value) {
    using lines::BadNumber;
    b.profile.bad_number = value == 2   ? BadNumber::RefuseAtReturn
                           : value == 3 ? BadNumber::RefuseInReply
                                        : BadNumber::FailCall;
    if (value < 2) b.policy.on_bad_number = value == 1 ? Treatment::Intercept : Treatment::Clear;
}
inline std::int64_t get_bad_number(const Behaviour& b) {
    using lines::BadNumber;
    if (b.profile.bad_number == BadNumber::RefuseAtReturn) return 2;
    if (b.profile.bad_number == BadNumber::RefuseInReply) return 3;
    return b.policy.on_bad_number == Treatment::Intercept ? 1 : 0;
}
constexpr ProviderKey bad_number(std::string_view name, std::string_view what) {
    ProviderKey made = choice<&Profile::bad_number>(name, what, kBadNumberWords);
    made.set = &set_bad_number;
    made.get = &get_bad_number;
    return made;
}

// The order is the exchange's; what the calls are told as before they are idle, the line's.
inline void set_transfer_order(Behaviour& b, std::int64_t value) {
    using lines::TransferEnd;
    b.profile.transfer_end = value == 2   ? TransferEnd::DisconnectedThenIdle
                             : value == 3 ? TransferEnd::UnknownThenIdle
                                          : TransferEnd::Idle;
    b.policy.transfer_order =
        value == 1 ? pbx::TransferOrder::OtherFirst : pbx::TransferOrder::HeldFirst;
}
inline std::int64_t get_transfer_order(const Behaviour& b) {
    using lines::TransferEnd;
    if (b.profile.transfer_end == TransferEnd::DisconnectedThenIdle) return 2;
    if (b.profile.transfer_end == TransferEnd::UnknownThenIdle) return 3;
    return b.policy.transfer_order == pbx::TransferOrder::OtherFirst ? 1 : 0;
}

// --- words of the choices, in the order of their enumerators
constexpr std::string_view kAnswerMode[] = {"none", "drop", "hold"};
constexpr std::string_view kFailedCall[] = {"busy-state", "busy-then-disconnected", "special-info",
                                            "disconnected"};
constexpr std::string_view kCallback[] = {"proceeding", "connected"};
constexpr std::string_view kIntrusion[] = {"own-call", "conference"};
constexpr std::string_view kUncamped[] = {"busy", "idle"};
constexpr std::string_view kConsultDropped[] = {"pending", "onhold"};
constexpr std::string_view kForwardCalled[] = {"destination", "original"};
constexpr std::string_view kForwardRedirecting[] = {"first", "last"};
constexpr std::string_view kRetry[] = {"cancel", "keep"};
constexpr std::string_view kBusyOrWaits[] = {"wait-first", "forward-first"};
constexpr std::string_view kForwardLoop[] = {"ring-anyway", "busy", "disconnect"};
constexpr std::string_view kServiceLoss[] = {"keep", "disconnect", "unknown"};
constexpr std::string_view kAddUnanswered[] = {"drop", "wait"};
constexpr std::string_view kConferenceCollapse[] = {"keep-bridge", "collapse"};
constexpr std::string_view kRemoveCaps[] = {"none", "last", "any"};
constexpr std::string_view kRemovedTo[] = {"idle", "connected", "onhold"};
constexpr std::string_view kRecallTarget[] = {"parker", "attendant"};
constexpr std::string_view kUnparkStates[] = {"connected", "dialed"};
constexpr std::string_view kUnparkOrigin[] = {"as-parked", "outbound"};
constexpr std::string_view kPickupStates[] = {"connected", "offering-first"};
constexpr std::string_view kPickupIds[] = {"connected", "connected-redirecting"};
constexpr std::string_view kRedirectBusy[] = {"deliver", "refuse"};
constexpr std::string_view kRejectResult[] = {"disconnected", "busy", "forward-on-busy"};
constexpr std::string_view kSelfCall[] = {"busy", "ring", "refuse"};
constexpr std::string_view kTrunkBusy[] = {"busy", "busy-then-disconnected", "special-info",
                                           "disconnected"};
constexpr std::string_view kUnheld[] = {"hold-other", "drop-other", "refuse"};
constexpr std::string_view kSwapHold[] = {"plain", "keep"};
constexpr std::string_view kTransferFails[] = {"refuse", "clear", "recall"};
constexpr std::string_view kTransferred[] = {"connected", "ringback"};
constexpr std::string_view kTransferCalled[] = {"destination", "original"};
constexpr std::string_view kTransferParties[] = {"none", "connected", "connected-redirecting"};
constexpr std::string_view kTransferBusy[] = {"refuse", "recall", "camp-on"};
constexpr std::string_view kTransferOrder[] = {"original-first", "consult-first", "disconnected",
                                               "unknown"};

constexpr ProviderKey transfer_order(std::string_view name, std::string_view what) {
    ProviderKey made = choice<&Policy::transfer_order>(name, what, kTransferOrder);
    made.set = &set_transfer_order;
    made.get = &get_transfer_order;
    return made;
}

constexpr std::array kExchangeKeys = {
    flag<&Policy::accept_to_alert>("accept_to_alert",
                                   "An offered call rings only once it has been accepted."),
    choice<&Policy::members_wait>(
        "add_unanswered", "What becomes of who was added to a conference ringing, and rings on.",
        kAddUnanswered),
    delay<&Policy::member_answer_limit>("add_unanswered_time",
                                        "With add_unanswered drop: how long it rings."),
    delay<&Policy::alert_time>("alert_time", "From the offer until the caller hears it ring."),
    delay<&Policy::analysis_time>("analysis_time",
                                  "From the last digit until the number is judged."),
    choice<&Policy::on_answer>("answer_mode", "What answering does to the call that is active.",
                               kAnswerMode),
    delay<&Policy::answer_time>("answer_time", "From the answer until the caller is connected."),
    flag<&Policy::auto_accept>("auto_accept",
                               "The telephone accepts every offered call by itself."),
    delay<&Policy::auto_accept_time>("auto_accept_time",
                                     "With auto_accept: from the offer until it is accepted."),
    time<&Policy::clear_release_limit>(
        "auto_idle_after_disconnect",
        "A disconnected call goes idle by itself after this; 0s: never."),
    flag<&Policy::auto_reconnect>(
        "auto_reconnect", "Dropping a consultation call takes the call back that it was about."),
    bad_number("bad_number_style", "What becomes of a call to a number that nobody can have."),
    choice<&Policy::on_transfer_fails>(
        "blind_fail_style",
        "What becomes of a transferred party when whom it is transferred to cannot be reached.",
        kTransferFails),
    time<&Policy::tone_limit>(
        "busy_auto_clear", "How long busy or information tone plays; 0s: until the caller goes."),
    flag<&Policy::data_follows>("call_data_follows_transfer",
                                "Data attached to a call go with its parties into another call."),
    flag<&Policy::call_waiting>("call_waiting", "A second call is offered while one is active."),
    choice<&Policy::callback_connects>("callback_answer_states",
                                       "What a call back is reported as once it is answered.",
                                       kCallback),
    choice<&Policy::keeps_callback>(
        "callback_retry",
        "What becomes of a call back that is not answered, or meets a busy line again.", kRetry),
    flag<&Policy::callback_reserves>(
        "callback_reserves_target",
        "While a caller is called back, the line that it wants takes no other call."),
    delay<&Policy::callback_time>("callback_ring_time", "How long a caller is called back."),
    time<&Policy::caller_id_delay>(
        "caller_id_delay",
        "The caller's number follows the offer after this; 0s: it comes with it."),
    choice<&Policy::uncamping_clears>(
        "campon_cancelled_state", "What a caller that camps on is left in when that is cancelled.",
        kUncamped),
    delay<&Policy::clear_time>("clear_time", "From one party's going until the other one notices."),
    number<&Policy::max_completions>(
        "completion_max",
        "Most calls of an address that wait to be finished; with 0 that is not "
        "offered at all.",
        1000),
    delay<&Policy::completion_time>("completion_time",
                                    "From a line's being free until calls that wait for it go on."),
    choice<&Policy::conference_collapses>(
        "conf_collapse", "What becomes of a conference with one member left.", kConferenceCollapse),
    flag<&Policy::conference_drops>("conf_drop", "Dropping a conference disconnects its members."),
    choice<&Policy::demotes_held>(
        "consult_dropped_state",
        "Without auto_reconnect: what the held call is once its consultation call is dropped.",
        kConsultDropped),
    time<&Policy::consult_tone_delay>("consult_tone_delay",
                                      "From a consultation call until its dial tone; 0s: at once."),
    delay<&Policy::dial_tone_delay>("dial_tone_delay", "From taking the line until dial tone."),
    delay<&Policy::digit_gap>("digit_gap", "From one digit to the next along a connected call."),
    delay<&Policy::digit_time>("digit_time", "How long one digit takes."),
    flag<&Policy::diversion_proceeds>(
        "diversion_shows_proceeding",
        "A caller that hears ringing proceeds again when its call is sent on."),
    choice<&Policy::on_do_not_disturb>(
        "dnd_style", "What a caller gets whose party is not to be disturbed.", kFailedCall),
    choice<&Policy::on_busy>("failed_call_style",
                             "What a caller gets whose call meets a busy party.", kFailedCall),
    time<&Policy::first_digit_limit>("first_digit_limit",
                                     "Dial tone ends after this without a digit; 0s: never."),
    choice<&Policy::forwards_before_waiting>(
        "forward_busy_vs_callwait",
        "What becomes of a second call where it could wait, or be forwarded because of the first.",
        kBusyOrWaits),
    choice<&Policy::forward_shows_called>(
        "forward_called_id", "Whose number is shown as called where a call is sent on to.",
        kForwardCalled),
    flag<&Policy::caller_rules_first>(
        "forward_caller_rules_first",
        "Forwarding for some callers goes before unconditional forwarding for all."),
    number<&Policy::most_diversions>("forward_chain_max",
                                     "How often a call can be sent on to another number.", 10),
    choice<&Policy::on_forward_loop>(
        "forward_loop_style",
        "What becomes of a call that would be forwarded once more than forward_chain_max.",
        kForwardLoop),
    choice<&Policy::forward_shows_last>(
        "forward_redirecting_id", "Which of those that sent a call on is shown as redirecting.",
        kForwardRedirecting),
    number<&Policy::forward_rings>("forward_rings",
                                   "Rings before no-answer forwarding where nobody chose.", 100),
    flag<&Policy::forward_presents>(
        "forward_shows_call",
        "A forwarded call is offered, and withdrawn at once, at the line that forwards it."),
    delay<&Policy::forwarding_time>(
        "forwarding_time", "From taking over an application's forwarding to its being in force."),
    time<&Policy::hand_digit_limit>(
        "hand_digit_limit", "A number dialled by hand ends after this without a digit; 0s: never."),
    flag<&Policy::hears_own_digits>("hears_own_digits",
                                    "A party hears the digits and tones that it plays itself."),
    flag<&Policy::hold_makes_new>("hold_makes_new",
                                  "Holding gives the holder a new call with dial tone."),
    choice<&Policy::intrusion_joins>(
        "intrusion_style", "What who breaks in on a call gets at the busy line.", kIntrusion),
    delay<&Policy::longest_digit>("longest_digit",
                                  "Most that can be asked for one digit along a call."),
    delay<&Policy::longest_no_answer>(
        "longest_no_answer", "Most that a caller can ask for as its limit without an answer."),
    limit<&Policy::most_active>("max_active_calls",
                                "Most calls of an address that are neither held nor gone.", 1),
    time<&Policy::call_limit>("max_call_time",
                              "A connected call is cleared after this; 0s: never."),
    limit<&Policy::most_conference>("max_conference", "Most parties of a conference.", 2),
    limit<&Policy::most_held>("max_held_calls", "Most calls of an address on hold."),
    limit<&Policy::most_pending>("max_pending_calls",
                                 "Most calls of an address held for a transfer or a conference."),
    limit<&Policy::most_transfer_conference>(
        "max_transfer_conference", "Most parties of a conference that completes a transfer.", 2),
    time<&Policy::media_delay>("media_delay",
                               "From being connected until digits and tones pass; may be 0s."),
    flag<&Policy::hang_up_transfers>(
        "onhook_completes_transfer",
        "Dropping a consultation call brings the two other parties together."),
    choice<&Policy::on_service_loss>(
        "oos_calls", "What happens to the calls of a line that goes out of service.", kServiceLoss),
    time<&Policy::park_recall>("park_recall",
                               "A parked call rings who parked it after this; 0s: never."),
    delay<&Policy::park_recall_ring>("park_recall_ring",
                                     "How long it rings before the call waits again."),
    choice<&Policy::recall_to>("park_recall_target",
                               "Who is rung first: who parked the call, or the attendant.",
                               kRecallTarget),
    time<&Policy::inter_digit_limit>(
        "partial_dial_timeout",
        "An application's incomplete number ends after this without a digit; 0s: never."),
    delay<&Policy::pause_time>("pause_time", "How long a pause in a number takes (',')."),
    choice<&Policy::pickup_tells_redirecting>(
        "pickup_ids", "What the parties of a call that was picked up learn of it.", kPickupIds),
    choice<&Policy::pickup_offers>("pickup_states", "States of a call that is picked up.",
                                   kPickupStates),
    choice<&Policy::on_redirect>("redirect_busy_style",
                                 "Redirecting to who cannot take the call: done all the same, or "
                                 "refused.",
                                 kRedirectBusy),
    choice<&Policy::on_reject>("reject_result", "What a caller gets whose call is turned down.",
                               kRejectResult),
    flag<&Policy::reject_allowed>("reject_supported", "An offered call can be turned down."),
    choice<&Policy::remove_party>("remove_from_conf_caps",
                                  "Which member can be taken out of a conference.", kRemoveCaps),
    choice<&Policy::removed_to>("remove_from_conf_state",
                                "The state of a call that was taken out of a conference.",
                                kRemovedTo),
    delay<&Policy::request_time>("request_time", "From a request until it is carried out."),
    delay<&Policy::ring_cycle>("ring_cycle", "One ring and the silence behind it."),
    delay<&Policy::routing_time>("routing_time",
                                 "From the judged number until the call is offered."),
    choice<&Policy::self_call>("self_call", "What becomes of a call to one's own number.",
                               kSelfCall),
    delay<&Policy::shortest_digit>("shortest_digit",
                                   "Least that can be asked for one digit along a call."),
    choice<&Policy::swap_keeps_consultation>(
        "swap_hold_kind", "What swapping the two calls of a consultation makes of it.", kSwapHold),
    choice<&Policy::transfer_shows_called>(
        "transfer_called_id", "Whose number is shown as called where a party is transferred to.",
        kTransferCalled),
    transfer_order("transfer_idle_order",
                   "Which of the two calls of a transfer is idle first, or what both are told as "
                   "before."),
    flag<&Policy::transfer_renews_target>(
        "transfer_new_handle_at_target",
        "Who has answered a consultation call gets who is transferred to it as a new call."),
    choice<&Policy::transfer_parties>(
        "transfer_party_ids", "Which identities change for parties that are brought together.",
        kTransferParties),
    time<&Policy::transfer_recall_time>(
        "transfer_recall",
        "A transferred party that is not answered comes back after this; 0s: never."),
    choice<&Policy::transfer_to_busy>("transfer_to_busy",
                                      "What becomes of a call that is transferred to a busy party.",
                                      kTransferBusy),
    choice<&Policy::on_trunks_busy>("trunk_busy_style",
                                    "What a caller gets when all trunks are taken.", kTrunkBusy),
    delay<&Policy::trunk_setup_time>(
        "trunk_setup_time", "From the judged number until the outside gives a first sign."),
    choice<&Policy::on_retrieve>(
        "unhold_with_active", "What retrieving a call does to the call that is active.", kUnheld),
    choice<&Policy::unpark_outgoing>("unpark_origin", "Origin of a parked call that is fetched.",
                                     kUnparkOrigin),
    choice<&Policy::unpark_dials>("unpark_states", "States of a parked call that is fetched.",
                                  kUnparkStates),
    choice<&Policy::on_transfer>(
        "xferred_party_states",
        "What a party is told that is transferred to somebody who has not answered yet.",
        kTransferred),
};

}  // namespace pbxlab::harness::keys
