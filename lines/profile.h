// How one line tells of the exchange, and what it offers: the half of a provider's habits that the
// switch knows nothing of. Keys are those of the reference's Appendix A; exchange behaviour is
// pbx::Policy.
#pragma once

#include <cstdint>

#include "lines/tapi3/habits.h"
#include "lines/tapi_constants.h"

namespace pbxlab::lines {

// Where refusals that are known at once are delivered (Appendix A: error_delivery).
enum class ErrorDelivery : std::uint8_t {
    Mixed,  // arguments, handles, privilege and state at return; the switch's own refusals in the
            // reply
    Reply,  // all but wrong handles and missing ownership in the reply
};

// Order of a request's reply and the state messages it causes, for calls that exist already.
enum class ReplyOrder : std::uint8_t { ReplyFirst, StateFirst };

// When success is reported (Appendix A: reply_point).
enum class ReplyPoint : std::uint8_t { Acknowledged, RequestIssued };

// How a call that ends unanswered is told to the called side (Appendix A: abandon_style).
enum class AbandonStyle : std::uint8_t { DisconnectedThenIdle, Idle };

// How the line whose call another station answered is told (Appendix A: losing_station_style).
enum class LosingStyle : std::uint8_t { DisconnectedThenIdle, Idle };

// How a call that was sent on ends at the line that did so (nf-tapi-lineredirectw).
enum class EndStyle : std::uint8_t { DisconnectedThenIdle, Idle };

// What happens to an offered call for which no application can be first owner (Appendix B-1).
enum class Unowned : std::uint8_t { KeepOffering, Drop };

// What the calls of a transfer are told as on the line that has transferred them, before IDLE.
enum class TransferEnd : std::uint8_t { Idle, DisconnectedThenIdle, UnknownThenIdle };

// When a number nobody can have is refused instead of failing the call (Appendix A:
// bad_number_style).
enum class BadNumber : std::uint8_t { FailCall, RefuseAtReturn, RefuseInReply };

// How two calls come about that a transfer brings together (Appendix A: consult_model).
enum class ConsultModel : std::uint8_t {
    Consult,  // lineSetupTransfer makes the second one
    Held,     // any held call can be transferred to an existing one (LINEADDRCAPFLAGS_TRANSFERHELD)
    Make,     // the same; the second one is made by lineMakeCall (LINEADDRCAPFLAGS_TRANSFERMAKE)
};

// What LINECALLINFO.dwCallID is (reference: call-model 16, edge case 142).
enum class CallIds : std::uint8_t {
    Shared,  // the exchange's number of the call: the same at both ends, another one once a party
             // has been transferred into another call
    Kept,    // the same, but it stays what it was at first
    Own,     // each end has one of its own
};

// What is replied to an answer that a person at the telephone forestalled (edge case 19).
enum class LateAnswer : std::uint8_t { Refused, Done };

// The state in which a consultation call is told first (Appendix A: consult_first_state).
enum class ConsultFirst : std::uint8_t { DialTone, Dialing, Unknown };

inline constexpr std::uint32_t kMostTerminals = 8;

struct Profile {
    // --- what is offered; a withheld bit disappears from the capabilities and refuses the
    // operation
    std::uint32_t call_features = 0xFFFF'FFFF;   // LINECALLFEATURE_
    std::uint32_t call_features2 = 0xFFFF'FFFF;  // LINECALLFEATURE2_
    std::uint32_t transfer_modes = LINETRANSFERMODE_TRANSFER | LINETRANSFERMODE_CONFERENCE;
    bool setup_conf_null = false;  // conferences start from a line, not from a call
    bool conference_held = false;  // a call on hold can be added to a conference
    bool conference_make = false;  // and one that was made by lineMakeCall, or came in
    std::uint32_t address_features = 0xFFFF'FFFF;  // LINEADDRFEATURE_
    std::uint32_t line_features = 0xFFFF'FFFF;     // LINEFEATURE_
    std::uint32_t media_modes =                    // LINEMEDIAMODE_
        LINEMEDIAMODE_UNKNOWN | LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_AUTOMATEDVOICE |
        LINEMEDIAMODE_DATAMODEM | LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_DIGITALDATA;
    std::uint32_t bearer_modes = LINEBEARERMODE_VOICE | LINEBEARERMODE_SPEECH | LINEBEARERMODE_DATA;
    std::uint32_t max_rate = 64000;      // bit/s
    std::uint32_t lowest_api = kTapi13;  // versions the provider supports
    std::uint32_t highest_api = kTapi22;
    bool partial_dial = true;                // ';' and several pieces
    bool dial_billing = true;                // '$'
    bool dial_quiet = true;                  // '@'
    bool dial_dialtone = true;               // 'W'
    bool dial_voice = false;                 // ':'
    bool secure = true;                      // LINECALLPARAMFLAGS_SECURE
    bool block_id = true;                    // LINECALLPARAMFLAGS_BLOCKID
    std::uint32_t uui_make_call_size = 128;  // bytes of user-user information, 0: none
    std::uint32_t uui_accept_size = 128;
    std::uint32_t uui_answer_size = 128;
    std::uint32_t uui_drop_size = 128;
    std::uint32_t uui_send_size = 128;
    std::uint32_t call_data_size = 1024;  // dwMaxCallDataSize, in bytes
    std::uint32_t terminals = 0;          // dwNumTerminals, at most kMostTerminals
    std::uint32_t terminal_modes = 0xFF;  // LINETERMMODE_ that can be routed, of what each can take

    std::uint32_t completion_modes =  // LINECALLCOMPLMODE_
        LINECALLCOMPLMODE_CALLBACK | LINECALLCOMPLMODE_CAMPON;
    std::uint32_t completion_conds = LINECALLCOMPLCOND_BUSY | LINECALLCOMPLCOND_NOANSWER;
    std::uint32_t completion_messages = 1;             // that can be left
    std::uint32_t camp_on_state = LINECALLSTATE_BUSY;  // of a caller that camps on
    std::uint32_t forward_modes = 0xFFFF;              // LINEFORWARDMODE_ that can be asked for
    std::uint32_t max_forward_entries = 16;            // rules of an address
    std::uint32_t max_specific_entries = 8;  // of them for one caller; 0: there are none such
    std::uint32_t min_fwd_num_rings = 1;     // before no-answer forwarding
    std::uint32_t max_fwd_num_rings = 10;    // 0: the exchange decides
    bool forward_int_ext_address = true;     // inside and outside calls can go to two numbers
    bool forward_busy_na_address = true;     // and busy and unanswered ones
    bool forward_consult = false;            // who is forwarded to is called first, and must answer
    bool forward_status_valid = true;        // LINEADDRCAPFLAGS_FWDSTATUSVALID
    bool forward_external_notice = true;     // hears of rules that no application set

    std::uint32_t monitor_digit_modes =
        LINEDIGITMODE_PULSE | LINEDIGITMODE_DTMF | LINEDIGITMODE_DTMFEND;
    std::uint32_t generate_digit_modes = LINEDIGITMODE_PULSE | LINEDIGITMODE_DTMF;
    std::uint32_t generate_tone_modes = LINETONEMODE_CUSTOM | LINETONEMODE_RINGBACK |
                                        LINETONEMODE_BUSY | LINETONEMODE_BEEP |
                                        LINETONEMODE_BILLING;
    std::uint32_t generate_tone_freqs = 3;  // frequencies of a tone that is played, at most 3
    std::uint32_t monitor_tone_freqs = 3;   // and of one that is listened for, at most 3
    std::uint32_t monitor_tone_entries = 8;
    std::uint32_t gather_min_timeout = 250;  // milliseconds; both 0: none can be given
    std::uint32_t gather_max_timeout = 60'000;

    // --- habits of telling
    bool gather_timeout_check = false;  // refuse timeouts outside these bounds
    bool gather_timeout_keeps = true;   // digits that came before a timeout are given (App. B-11)
    bool generate_anywhere = false;     // generate_states: any state, not only CONNECTED
    // What is told besides: of a state that is not, the call stays in the one before it. Where
    // DISCONNECTED is not told, the provider hangs up by itself.
    std::uint32_t reported_states =
        LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO | LINECALLSTATE_DISCONNECTED;
    std::uint32_t call_info = 0xFFFF'FFFF;  // LINECALLINFOSTATE_ of what it knows of calls
    bool party_names = true;                // and the parties' names, not only their numbers
    std::uint32_t made_call_features =      // LINECALLFEATURE_ of calls that applications made
        0xFFFF'FFFF;
    std::uint32_t outbound_states = LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING |
                                    LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK;
    bool connect_on_dial_end = false;  // CONNECTED as soon as dialling has ended, nothing after it
    bool drop_reports_disconnected = false;  // own lineDrop: DISCONNECTED, then IDLE
    bool remote_hold_visible = true;         // CONNECTED/ACTIVEHELD while the other party holds
    bool owner_flag_on_own_calls = false;    // OWNER in dwParam3 of a made call's first state
    bool drop_on_close = true;               // LINEDEVCAPFLAGS_CLOSEDROP
    bool phone_calls_owned = false;          // calls begun at the telephone get an owner too
    bool unknown_after_restart =
        false;                       // calls found when the link comes back are UNKNOWN at first
    std::uint32_t time_limit_mode =  // LINEDISCONNECTMODE_ of a call that was too long
        LINEDISCONNECTMODE_NORMAL;
    CallIds call_ids = CallIds::Shared;
    bool queue = false;  // LINEADDRCAPFLAGS_QUEUE: calls wait here
    LateAnswer late_answer = LateAnswer::Refused;
    bool consult_call_first = false;  // a consultation call is told before its held call's hold
    bool dial_anywhere = false;       // dial_states: any state but IDLE and DISCONNECTED
    bool reports_numcalls = true;
    bool reports_inservice = true;
    bool message_waiting = true;        // the provider knows of the lamp (MSGWAITON, MSGWAITOFF)
    bool special_dial_tone = false;     // DIALTONE/SPECIAL while messages wait
    std::uint32_t ring_count_base = 0;  // number of the first ring: 0 or 1
    AbandonStyle abandon_style = AbandonStyle::DisconnectedThenIdle;
    LosingStyle losing_style = LosingStyle::DisconnectedThenIdle;
    EndStyle redirect_end = EndStyle::Idle;
    std::uint32_t park_modes = LINEPARKMODE_DIRECTED | LINEPARKMODE_NONDIRECTED;
    std::uint32_t park_error = LINEERR_INVALADDRESS;  // no such orbit, or it is taken
    std::uint32_t unpark_error =  // nobody is parked there; 0: the call fails instead
        LINEERR_INVALADDRESS;
    std::uint32_t pickup_error = LINEERR_OPERATIONFAILED;  // there is no call to pick up
    bool pickup_group_id = false;    // directed pickup needs the group too (PICKUPGROUPID)
    std::uint32_t redirect_states =  // LINECALLSTATE_ in which a call can be redirected
        LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED;
    BadNumber bad_number = BadNumber::FailCall;
    bool complete_any_order = false;  // lineCompleteTransfer takes its two calls in either order
    TransferEnd transfer_end = TransferEnd::Idle;
    ConsultModel consult_model = ConsultModel::Consult;
    ConsultFirst consult_first = ConsultFirst::DialTone;
    ErrorDelivery error_delivery = ErrorDelivery::Mixed;
    ReplyOrder reply_order = ReplyOrder::ReplyFirst;
    ReplyPoint reply_point = ReplyPoint::Acknowledged;
    Unowned unowned_incoming = Unowned::KeepOffering;
    Tapi3Habits tapi3;  // what only TAPI 3 applications see

    bool operator==(const Profile&) const = default;
};

}  // namespace pbxlab::lines
