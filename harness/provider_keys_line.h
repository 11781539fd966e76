// The provider keys that say what lines offer, and how they tell of it (lines::Profile), sorted by
// name.
#pragma once

#include "harness/provider_key_kinds.h"

namespace pbxlab::harness::keys {

constexpr std::uint32_t kVersions[] = {lines::kTapi13, lines::kTapi14, lines::kTapi20,
                                       lines::kTapi21, lines::kTapi22, lines::kTapi30,
                                       lines::kTapi31};
constexpr std::string_view kVersionWords[] = {"1.3", "1.4", "2.0", "2.1", "2.2", "3.0", "3.1"};
template <auto Member>
constexpr ProviderKey version(std::string_view name, std::string_view what) {
    ProviderKey made = choice<Member>(name, what, kVersionWords);
    made.set = [](Behaviour& b, std::int64_t value) {
        set_member<Member>(b, kVersions[static_cast<std::size_t>(value)]);
    };
    made.get = [](const Behaviour& b) {
        std::int64_t word = 0;
        while (kVersions[word] != get_member<Member>(b) && word + 1 < std::ssize(kVersions)) ++word;
        return word;
    };
    return made;
}

// An error that the profile chooses: LINEERR_INVALADDRESS or LINEERR_OPERATIONFAILED, and perhaps
// none at all.
constexpr std::string_view kErrorWords[] = {"invaladdress", "operationfailed", "failing-call"};
constexpr std::uint32_t kErrors[] = {lines::LINEERR_INVALADDRESS, lines::LINEERR_OPERATIONFAILED,
                                     0};
template <auto Member>
constexpr ProviderKey error(std::string_view name, std::string_view what, std::size_t words) {
    ProviderKey made = choice<Member>(name, what, std::span{kErrorWords}.first(words));
    made.set = [](Behaviour& b, std::int64_t value) { set_member<Member>(b, kErrors[value]); };
    made.get = [](const Behaviour& b) {
        return static_cast<std::int64_t>(std::ranges::find(kErrors, get_member<Member>(b)) -
                                         kErrors);
    };
    return made;
}

// Each word adds a state to those of the one before it.
constexpr std::string_view kRedirectWords[] = {"offering", "offering-accepted",
                                               "offering-accepted-connected"};
constexpr std::uint32_t kRedirectSets[] = {
    lines::LINECALLSTATE_OFFERING, lines::LINECALLSTATE_OFFERING | lines::LINECALLSTATE_ACCEPTED,
    lines::LINECALLSTATE_OFFERING | lines::LINECALLSTATE_ACCEPTED | lines::LINECALLSTATE_CONNECTED};
constexpr ProviderKey redirect_states(std::string_view name, std::string_view what) {
    ProviderKey made = choice<&Profile::redirect_states>(name, what, kRedirectWords);
    made.set = [](Behaviour& b, std::int64_t value) {
        b.profile.redirect_states = kRedirectSets[value];
    };
    made.get = [](const Behaviour& b) {
        return static_cast<std::int64_t>(
            std::ranges::find(kRedirectSets, b.profile.redirect_states) - kRedirectSets);
    };
    return made;
}

// Bits of which only those of `mask` are the provider's to have or not; the others are always set.
template <auto Member, std::uint32_t Mask>
constexpr ProviderKey known(std::string_view name, std::string_view what, std::string_view group) {
    ProviderKey made = bits<Member>(name, what, group, Mask);
    made.set = [](Behaviour& b, std::int64_t value) {
        set_member<Member>(b, value | (0xFFFF'FFFF & ~std::int64_t{Mask}));
    };
    made.get = [](const Behaviour& b) { return get_member<Member>(b) & Mask; };
    return made;
}

// A mode of LINEDISCONNECTMODE.
constexpr std::string_view kTimeLimitWords[] = {"normal", "tempfailure"};
constexpr ProviderKey time_limit_mode(std::string_view name, std::string_view what) {
    ProviderKey made = choice<&Profile::time_limit_mode>(name, what, kTimeLimitWords);
    made.set = [](Behaviour& b, std::int64_t value) {
        b.profile.time_limit_mode =
            value == 0 ? lines::LINEDISCONNECTMODE_NORMAL : lines::LINEDISCONNECTMODE_TEMPFAILURE;
    };
    made.get = [](const Behaviour& b) {
        return std::int64_t{b.profile.time_limit_mode != lines::LINEDISCONNECTMODE_NORMAL};
    };
    return made;
}

constexpr std::string_view kCampOnWords[] = {"busy", "onhold", "ringback"};
constexpr std::uint32_t kCampOnStates[] = {lines::LINECALLSTATE_BUSY, lines::LINECALLSTATE_ONHOLD,
                                           lines::LINECALLSTATE_RINGBACK};
constexpr ProviderKey camp_on_state(std::string_view name, std::string_view what) {
    ProviderKey made = choice<&Profile::camp_on_state>(name, what, kCampOnWords);
    made.set = [](Behaviour& b, std::int64_t value) {
        b.profile.camp_on_state = kCampOnStates[value];
    };
    made.get = [](const Behaviour& b) {
        return static_cast<std::int64_t>(std::ranges::find(kCampOnStates, b.profile.camp_on_state) -
                                         kCampOnStates);
    };
    return made;
}

// --- words of the choices, in the order of their enumerators
constexpr std::string_view kAbandon[] = {"disconnected-idle", "idle"};
constexpr std::string_view kLateAnswer[] = {"invalcallstate", "success"};
constexpr std::string_view kCallIds[] = {"shared", "kept", "own"};
constexpr std::string_view kTimeoutDigits[] = {"clear", "keep"};
constexpr std::string_view kDialStates[] = {"dialtone-dialing", "any"};
constexpr std::string_view kDelivery[] = {"mixed", "reply"};
constexpr std::string_view kReplyPoint[] = {"acknowledged", "request-issued"};
constexpr std::string_view kReplyOrder[] = {"reply-first", "state-first"};
constexpr std::string_view kTimeoutCheck[] = {"ignore", "invaltimeout"};
constexpr std::string_view kGenerateStates[] = {"connected", "any"};
constexpr std::string_view kConsultModel[] = {"consult", "transferheld", "transfermake"};
constexpr std::string_view kConsultOrder[] = {"hold-first", "call-first"};
constexpr std::string_view kConsultFirst[] = {"dialtone", "dialing", "unknown"};
constexpr std::string_view kUnowned[] = {"keep-offering", "drop"};

constexpr std::uint32_t kReportedStates = lines::LINECALLSTATE_BUSY |
                                          lines::LINECALLSTATE_SPECIALINFO |
                                          lines::LINECALLSTATE_DISCONNECTED;
constexpr std::uint32_t kCallInfo =
    lines::LINECALLINFOSTATE_CALLID | lines::LINECALLINFOSTATE_REASON |
    lines::LINECALLINFOSTATE_CALLERID | lines::LINECALLINFOSTATE_CALLEDID |
    lines::LINECALLINFOSTATE_CONNECTEDID | lines::LINECALLINFOSTATE_REDIRECTIONID |
    lines::LINECALLINFOSTATE_REDIRECTINGID;
constexpr std::int64_t kOutboundStates =
    lines::LINECALLSTATE_DIALTONE | lines::LINECALLSTATE_DIALING | lines::LINECALLSTATE_PROCEEDING |
    lines::LINECALLSTATE_RINGBACK;
constexpr std::int64_t kPlayedDigits = lines::LINEDIGITMODE_PULSE | lines::LINEDIGITMODE_DTMF;
constexpr std::int64_t kMostUserInfo = 4096;
constexpr std::int64_t kMostCallData = 65'536;

constexpr std::array kLineKeys = {
    choice<&Profile::abandon_style>(
        "abandon_style", "How a call whose caller gives up ends at the called side.", kAbandon),
    bits<&Profile::address_features>("address_features", "What addresses offer at most.",
                                     "LINEADDRFEATURE"),
    choice<&Profile::late_answer>(
        "answer_late_reply",
        "The reply to an answer that a person at the telephone has forestalled.", kLateAnswer),
    bits<&Profile::bearer_modes>("bearer_modes", "Bearer modes that the line supports.",
                                 "LINEBEARERMODE"),
    flag<&Profile::block_id>("block_id",
                             "A caller can withhold its number (LINECALLPARAMFLAGS_BLOCKID)."),
    number<&Profile::call_data_size>(
        "call_data_size", "Most bytes of data that are attached to a call.", kMostCallData),
    bits<&Profile::call_features>("call_features", "What calls offer at most.", "LINECALLFEATURE"),
    bits<&Profile::call_features2>("call_features2", "Which variants of that they offer.",
                                   "LINECALLFEATURE2"),
    choice<&Profile::call_ids>(
        "call_ids", "Whether a call's id is the same at both ends, and after a transfer.",
        kCallIds),
    known<&Profile::call_info, kCallInfo>("call_info", "What the provider knows of a call.",
                                          "LINECALLINFOSTATE"),
    camp_on_state("campon_caller_state", "The state of a caller that camps on a busy line."),
    flag<&Profile::complete_any_order>(
        "complete_transfer_any_order",
        "A transfer is completed in whichever order its two calls are given."),
    bits<&Profile::completion_conds>("completion_conds",
                                     "After which failures a call can be finished later.",
                                     "LINECALLCOMPLCOND"),
    number<&Profile::completion_messages>("completion_messages",
                                          "How many messages there are to be left.", 1000),
    bits<&Profile::completion_modes>("completion_modes", "How calls can be finished later.",
                                     "LINECALLCOMPLMODE"),
    flag<&Profile::conference_held>("conf_held", "A call on hold can be added to a conference."),
    flag<&Profile::conference_make>(
        "conf_make", "A call that was not made for the conference can be added to it."),
    flag<&Profile::connect_on_dial_end>(
        "connect_on_dial_end", "A made call is reported connected as soon as it has been dialled."),
    choice<&Profile::consult_first>("consult_first_state",
                                    "The state in which a consultation call is told first.",
                                    kConsultFirst),
    choice<&Profile::consult_model>(
        "consult_model", "How the second call of a transfer comes about.", kConsultModel),
    choice<&Profile::consult_call_first>(
        "consult_order",
        "Which is told first: that the call is held, or the consultation call's first state.",
        kConsultOrder),
    flag<&Profile::dial_billing>("dial_billing", "Numbers can wait for a billing tone ('$')."),
    flag<&Profile::dial_dialtone>("dial_dialtone", "Numbers can wait for a dial tone ('W')."),
    flag<&Profile::dial_quiet>("dial_quiet", "Numbers can wait for silence ('@')."),
    choice<&Profile::dial_anywhere>("dial_states", "In which states digits can be dialled.",
                                    kDialStates),
    flag<&Profile::dial_voice>("dial_voice", "Numbers can wait for a voice (':')."),
    flag<&Profile::drop_on_close>(
        "drop_on_close", "Closing the line drops the calls that its application alone owns."),
    flag<&Profile::drop_reports_disconnected>(
        "drop_reports_disconnected",
        "A call that is dropped here is reported disconnected before it is idle."),
    choice<&Profile::error_delivery>("error_delivery",
                                     "Where refusals come that are known at once.", kDelivery),
    flag<&Profile::forward_busy_na_address>(
        "forward_busy_na_address",
        "Busy and unanswered calls can be forwarded to two numbers (FWDBUSYNAADDR)."),
    flag<&Profile::forward_consult>(
        "forward_consult",
        "Who is forwarded to is called first, and forwarding is in force when that one answers "
        "(FWDCONSULT)."),
    flag<&Profile::forward_external_notice>(
        "forward_external_notice", "The provider hears of forwarding that no application set."),
    flag<&Profile::forward_int_ext_address>(
        "forward_int_ext_address",
        "Inside and outside calls can be forwarded to two numbers (FWDINTEXTADDR)."),
    number<&Profile::max_forward_entries>("forward_max_entries",
                                          "Most forwarding rules of an address.", 1000),
    number<&Profile::max_fwd_num_rings>(
        "forward_max_rings", "Most rings before no-answer forwarding; 0: they cannot be chosen.",
        100),
    number<&Profile::max_specific_entries>(
        "forward_max_specific", "Most of them for one caller; 0: there are none such.", 1000),
    number<&Profile::min_fwd_num_rings>("forward_min_rings",
                                        "Fewest rings before no-answer forwarding.", 100),
    bits<&Profile::forward_modes>("forward_modes", "Which forwarding can be asked for.",
                                  "LINEFORWARDMODE", 0xFFFF),
    flag<&Profile::forward_status_valid>("forward_status_valid",
                                         "The provider knows what is forwarded (FWDSTATUSVALID)."),
    number<&Profile::gather_max_timeout>("gather_max_timeout",
                                         "Longest timeout of gathered digits in ms.", 0xFFFF'FFFF),
    number<&Profile::gather_min_timeout>("gather_min_timeout",
                                         "Shortest timeout of gathered digits in ms.", 0xFFFF'FFFF),
    choice<&Profile::gather_timeout_check>("gather_timeout_check",
                                           "Whether timeouts outside these bounds are refused.",
                                           kTimeoutCheck),
    choice<&Profile::gather_timeout_keeps>("gather_timeout_digits",
                                           "What becomes of gathered digits when the time is over.",
                                           kTimeoutDigits),
    bits<&Profile::generate_digit_modes>("generate_digit_modes", "How digits can be played.",
                                         "LINEDIGITMODE", kPlayedDigits),
    choice<&Profile::generate_anywhere>(
        "generate_states", "In which states digits and tones can be played.", kGenerateStates),
    number<&Profile::generate_tone_freqs>("generate_tone_freqs",
                                          "Most frequencies of a tone that is played.", 3),
    bits<&Profile::generate_tone_modes>("generate_tone_modes", "Tones that can be played.",
                                        "LINETONEMODE"),
    version<&Profile::highest_api>("highest_api",
                                   "Highest version of the interface that the provider supports."),
    bits<&Profile::line_features>("line_features", "What lines offer at most.", "LINEFEATURE"),
    choice<&Profile::losing_style>(
        "losing_station_style", "How a call that another station answered ends where it rang too.",
        kAbandon),
    version<&Profile::lowest_api>("lowest_api",
                                  "Lowest version of the interface that the provider supports."),
    time_limit_mode("max_call_time_mode",
                    "With max_call_time: why the call is told to be disconnected."),
    number<&Profile::max_rate>("max_rate", "Highest data rate in bit/s.", 0xFFFF'FFFF),
    bits<&Profile::media_modes>("media_modes", "Media modes that the line supports.",
                                "LINEMEDIAMODE"),
    flag<&Profile::message_waiting>("message_waiting",
                                    "The provider knows of the lamp for waiting messages."),
    bits<&Profile::monitor_digit_modes>("monitor_digit_modes", "Digits that can be listened for.",
                                        "LINEDIGITMODE"),
    number<&Profile::monitor_tone_entries>("monitor_tone_entries",
                                           "Most tones that can be listened for at a time.", 1000),
    number<&Profile::monitor_tone_freqs>("monitor_tone_freqs",
                                         "Most frequencies of a tone that is listened for.", 3),
    bits<&Profile::outbound_states>(
        "outbound_states", "Which states of a made call are reported before it is connected.",
        "LINECALLSTATE", kOutboundStates),
    flag<&Profile::owner_flag_on_own_calls>("owner_flag_on_own_calls",
                                            "The first state of a made call says OWNER."),
    error<&Profile::park_error>("park_busy_error",
                                "Error of a park address that is taken, or does not exist.", 2),
    bits<&Profile::park_modes>("park_modes", "How calls can be parked.", "LINEPARKMODE"),
    flag<&Profile::partial_dial>("partial_dial", "Numbers can be dialled in several pieces (';')."),
    flag<&Profile::party_names>("party_names",
                                "The names of parties are known, and not only their numbers."),
    flag<&Profile::phone_calls_owned>(
        "phone_calls_owned",
        "A call that is begun at the telephone gets an owner, as one that comes in does."),
    error<&Profile::pickup_error>("pickup_fail_error", "Error when there is no call to pick up.",
                                  2),
    flag<&Profile::pickup_group_id>("pickup_group_id",
                                    "A call is picked up at a number only with the group's name."),
    flag<&Profile::queue>("queue", "Calls wait at the line's addresses (LINEADDRCAPFLAGS_QUEUE)."),
    choice<&Profile::redirect_end>("redirect_end_style", "How a redirected call ends at its line.",
                                   kAbandon),
    redirect_states("redirect_states", "In which states a call can be redirected."),
    flag<&Profile::remote_hold_visible>("remote_hold_visible",
                                        "A party is told that the other one holds it."),
    choice<&Profile::reply_point>("reply_point", "When success is replied.", kReplyPoint),
    choice<&Profile::reply_order>(
        "reply_vs_state_order",
        "Which comes first, the reply or the states that the request causes.", kReplyOrder),
    bits<&Profile::reported_states>("reported_states",
                                    "Which of these states are reported besides outbound_states.",
                                    "LINECALLSTATE", kReportedStates),
    flag<&Profile::reports_inservice>("reports_inservice",
                                      "Loss and return of service are reported."),
    flag<&Profile::reports_numcalls>("reports_numcalls",
                                     "Changes in the number of calls are reported."),
    number<&Profile::ring_count_base>("ring_count_base", "The number of the first ring.", 1),
    flag<&Profile::secure>("secure", "Calls can be made secure (LINECALLPARAMFLAGS_SECURE)."),
    flag<&Profile::setup_conf_null>("setup_conf_null",
                                    "A conference starts from a line, and not from a call."),
    flag<&Profile::special_dial_tone>(
        "special_dial_tone",
        "While messages wait, the dial tone is another one (DIALTONE/SPECIAL)."),
    flag<&Profile::unknown_after_restart>(
        "status_unknown_after_restart",
        "Calls that are up when the link to the line comes back are UNKNOWN until they change."),
    bits<&Profile::terminal_modes>(
        "terminal_modes", "Classes of events that go to terminals, of what each of them can take.",
        "LINETERMMODE"),
    number<&Profile::terminals>(
        "terminals",
        "How many terminals events can go to: telephone set, headset and speaker by turns.",
        lines::kMostTerminals),
    bits<&Profile::transfer_modes>("transfer_modes", "How transfers can be completed.",
                                   "LINETRANSFERMODE"),
    choice<&Profile::unowned_incoming>(
        "unowned_incoming", "What happens to an offered call that no application can own.",
        kUnowned),
    error<&Profile::unpark_error>("unpark_empty_style",
                                  "What comes of fetching a call where none is parked.", 3),
    number<&Profile::uui_accept_size>(
        "uui_accept_size", "Bytes of user-user information when a call is accepted; 0: none.",
        kMostUserInfo),
    number<&Profile::uui_answer_size>(
        "uui_answer_size", "Bytes of user-user information when a call is answered; 0: none.",
        kMostUserInfo),
    number<&Profile::uui_drop_size>(
        "uui_drop_size", "Bytes of user-user information when a call is dropped; 0: none.",
        kMostUserInfo),
    number<&Profile::uui_make_call_size>(
        "uui_make_call_size", "Bytes of user-user information when a call is made; 0: none.",
        kMostUserInfo),
    number<&Profile::uui_send_size>("uui_send_size",
                                    "Bytes of user-user information sent during a call; 0: none.",
                                    kMostUserInfo),
    withheld<&Profile::address_features>("withheld_address_features",
                                         "What addresses do not offer, of all there is.",
                                         "LINEADDRFEATURE"),
    withheld<&Profile::call_features>(
        "withheld_call_features", "What calls do not offer, of all there is.", "LINECALLFEATURE"),
    withheld<&Profile::made_call_features>(
        "withheld_made_call_features", "What calls that applications made do not offer besides.",
        "LINECALLFEATURE"),
    withheld<&Profile::line_features>("withheld_line_features",
                                      "What lines do not offer, of all there is.", "LINEFEATURE"),
};

}  // namespace pbxlab::harness::keys
