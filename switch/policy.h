// How this exchange behaves where makes of exchange differ, in the switch's own words. A station,
// or the whole exchange, refers to one Policy; nothing of it is hard-coded elsewhere. Every step
// has a non-zero delay, because races can only be reached when things do not all happen at one
// instant.
#pragma once

#include <cstdint>

#include "switch/delay.h"
#include "switch/time.h"

namespace pbxlab::pbx {

// What the exchange does with an attempt that failed.
enum class Treatment : std::uint8_t {
    Tone,           // busy tone plays until the caller goes, or the tone limit ends it
    ToneThenClear,  // busy tone, and the network clears at once behind it
    Intercept,      // special information tone
    Clear,          // no tone: the network clears
};

// A new call to one's own number.
enum class SelfCall : std::uint8_t { Busy, Ring, Refuse };

// What answering does to the call that is active at that moment.
enum class OnAnswer : std::uint8_t { LeaveActive, DropActive, HoldActive };

// What retrieving a held call does to the call that is active at that moment.
enum class OnRetrieve : std::uint8_t { HoldActive, DropActive, Refuse };

// What a caller whose call was turned down gets.
enum class OnReject : std::uint8_t {
    ClearCaller,
    BusyCaller,
    ForwardBusy,  // it goes where calls to the busy station go; without such a rule as ClearCaller
};

// A call that is to be sent on to a party who cannot take it.
enum class OnRedirect : std::uint8_t { Deliver, Refuse };

// Who is rung when a call has been parked for long.
enum class RecallTo : std::uint8_t { Parker, Attendant };

// What becomes of a call that has been sent on often enough and would be forwarded again.
enum class OnForwardLoop : std::uint8_t { RingAnyway, Busy, Disconnect };

// What happens to the calls of a station that goes out of service.
enum class OnServiceLoss : std::uint8_t { KeepCalls, ClearCalls, LoseSight };

// What a party goes through that is transferred to somebody who has not answered yet.
enum class OnTransfer : std::uint8_t {
    StaysConnected,  // it hears what is going on
    CallsAgain,      // it is a caller again, as if it had dialled
};

// What becomes of a party that is transferred to somebody who cannot be reached, or is busy.
enum class OnTransferFails : std::uint8_t {
    Refuse,  // what is known beforehand refuses the transfer; afterwards as Clear
    Clear,   // it gets what a caller gets
    Recall,  // it comes back to whoever transferred it
};

// Which of the two calls of a transfer its party is released from first.
enum class TransferOrder : std::uint8_t { HeldFirst, OtherFirst };

// What becomes of a party that is to be transferred to somebody who is busy.
enum class TransferToBusy : std::uint8_t {
    Refuse,  // two calls of which one is busy cannot be joined
    Recall,  // as OnTransferFails says
    CampOn,  // it waits there until that one is free; where it cannot, as Recall
};

// Who a transferred party, and whoever gets it, are told that they are connected to.
enum class TransferParties : std::uint8_t { Nothing, Connected, ConnectedAndRedirecting };

// Who can be taken out of a conference, and what becomes of the call.
enum class RemoveParty : std::uint8_t { Nobody, TheLast, Anybody };
enum class RemovedTo : std::uint8_t { Released, Connected, Held };

struct Policy {
    // --- how long each step takes; all > 0. What is a Delay may be drawn on each occasion
    Delay request_time = 10ms;       // from a request to its execution
    Delay dial_tone_delay = 200ms;   // from seizure to dial tone
    Delay consult_tone_delay = 0ms;  // the same for a second call, to consult somebody; may be 0
    Duration digit_time = 100ms;     // for each digit sent
    Delay analysis_time = 20ms;      // from the last digit to the verdict on the number
    Delay routing_time = 100ms;      // from the verdict to the offer at a station
    Delay trunk_setup_time = 500ms;  // from the verdict to the first sign of an outside party
    Delay alert_time = 30ms;         // from the offer to the caller's hearing it ring
    Delay answer_time = 30ms;        // from the answer to the caller's being connected
    Delay clear_time = 30ms;         // from one party's release to the other's noticing
    Duration pause_time = 2s;        // one pause character in a number
    Delay forwarding_time = 50ms;    // from an application's forwarding to its being in force
    Delay completion_time = 500ms;   // from a station's being free to the calls that wait for it
    Duration callback_time = 20s;    // how long a caller is called back
    Delay digit_gap = 50ms;          // between two digits sent along a connected call
    Duration shortest_digit = 40ms;  // least and most that can be asked for such a digit
    Duration longest_digit = 2s;

    Duration media_delay = 0s;  // from being connected until digits and tones pass; may be zero

    // --- limits in time; zero means never
    Duration first_digit_limit = 0s;  // dial tone without a digit: special information (reorder)
    Duration inter_digit_limit = 0s;  // an application's incomplete number without a further digit
    Duration hand_digit_limit = 10s;  // the same for a number dialled by hand
    Duration tone_limit = 0s;         // how long busy or information tone plays
    Duration clear_release_limit = 0s;   // a cleared connection releases itself after this
    Duration call_limit = 0s;            // longest connected call
    Duration park_recall = 0s;           // a parked call rings its parker after this
    Duration park_recall_ring = 20s;     // and for so long, > 0; then it waits again
    Duration transfer_recall_time = 0s;  // a transferred party that nobody answers comes back
    Duration longest_no_answer = 600s;   // upper bound of a caller's own no-answer limit
    Duration member_answer_limit = 30s;  // who was added to a conference ringing, and rings on

    // --- what an address has at most, whatever is asked for it
    std::uint32_t most_active = 1000;  // call appearances; >= 1
    std::uint32_t most_held = 1000;
    std::uint32_t most_pending = 1000;  // held for a transfer or a conference
    std::uint32_t most_conference = 1000;
    std::uint32_t most_transfer_conference = 1000;

    // --- alerting
    bool accept_to_alert = false;  // an offered call rings only once it has been accepted
    bool auto_accept = false;      // the telephone accepts every offered call by itself
    Delay auto_accept_time = 20ms;
    Duration ring_cycle = 6s;    // one ring and its silence
    Delay caller_id_delay = 0s;  // caller's number follows the offer by this; zero: comes with it

    // --- choices
    OnAnswer on_answer = OnAnswer::HoldActive;
    OnRetrieve on_retrieve = OnRetrieve::HoldActive;
    OnReject on_reject = OnReject::ClearCaller;
    OnServiceLoss on_service_loss = OnServiceLoss::KeepCalls;
    SelfCall self_call = SelfCall::Busy;
    OnRedirect on_redirect = OnRedirect::Deliver;
    RecallTo recall_to = RecallTo::Parker;
    bool unpark_dials = false;     // fetching a parked call is a call that is dialled
    bool unpark_outgoing = false;  // and counts as made here, not as coming from who is parked
    bool pickup_offers = false;    // a call that is picked up is offered before it is connected
    bool pickup_tells_redirecting = true;  // its parties learn where it was offered first
    OnTransfer on_transfer = OnTransfer::StaysConnected;
    OnTransferFails on_transfer_fails = OnTransferFails::Recall;
    TransferOrder transfer_order = TransferOrder::HeldFirst;
    TransferParties transfer_parties = TransferParties::ConnectedAndRedirecting;
    TransferToBusy transfer_to_busy = TransferToBusy::Refuse;
    bool transfer_shows_called = true;    // the target is shown whom the caller had called
    bool transfer_renews_target = false;  // who has answered gets the party as a call of its own
    bool hang_up_transfers = false;       // dropping a consultation call completes the transfer
    std::uint32_t most_diversions = 5;    // of one call, by parties that send it on
    bool reject_allowed = true;           // a presented call can be turned down
    bool auto_reconnect = true;           // a consultation that is dropped gives the held call back
    bool demotes_held = false;            // else that call is an ordinary one on hold from then on
    bool conference_drops = true;         // who controls a conference ends it for all by leaving
    bool members_wait = false;            // added ringing, they ring for ever
    bool conference_collapses = true;     // with one member left it becomes an ordinary call again
    RemoveParty remove_party = RemoveParty::Anybody;
    RemovedTo removed_to = RemovedTo::Released;
    bool swap_keeps_consultation = true;  // else swapping makes two ordinary calls of it
    bool hold_makes_new = false;          // holding gives the holder a new line with dial tone
    bool data_follows = true;       // data attached to a call go with a party into another one
    bool hears_own_digits = false;  // a party hears what it sends along a call itself
    bool call_waiting = true;       // a free appearance is offered a second call
    OnForwardLoop on_forward_loop = OnForwardLoop::RingAnyway;
    std::uint32_t forward_rings = 3;      // before no-answer forwarding whose rings are not said
    bool forwards_before_waiting = true;  // a station in a call is busy for forwarding
    bool caller_rules_first = false;      // rules for some callers go before Always for anyone
    bool forward_presents = false;        // a forwarded call is presented first, and withdrawn
    bool forward_shows_called = true;     // the last target is shown whom the caller had called
    bool forward_shows_last = true;       // and who sent it on last, not who did so first
    bool diversion_proceeds = false;      // a caller that heard ringing proceeds once more
    Treatment on_do_not_disturb = Treatment::Clear;
    std::uint32_t max_completions = 4;  // outstanding requests of an address; 0: there are none
    bool keeps_callback = true;         // when it is not answered, or meets a busy station again
    bool callback_connects = false;     // answering it connects at once, not when the party does
    bool uncamping_clears = false;      // cancelling a caller's camping on releases the caller
    bool intrusion_joins = true;        // who breaks in on a call joins it; else it has its own
    bool callback_reserves = false;     // while it rings, its target takes no other call
    Treatment on_busy = Treatment::Tone;
    Treatment on_trunks_busy = Treatment::Tone;
    Treatment on_bad_number = Treatment::Clear;

    bool operator==(const Policy&) const = default;
};

}  // namespace pbxlab::pbx
