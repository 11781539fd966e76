#include "harness/provider_keys.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "harness/limits.h"

namespace pbxlab::harness {

namespace {

using Behaviour = ProviderBehaviour;
using Type = ProviderKey::Type;
using lines::Profile;
using pbx::Policy;
using pbx::Treatment;

constexpr std::int64_t kLongest = kMaxWait.count();

// --- members by their path through the two structs
template <class T>
constexpr auto half() {
    if constexpr (std::is_same_v<T, Policy>)
        return &Behaviour::policy;
    else
        return &Behaviour::profile;
}
template <class C, class M>
C owner(M C::*);
template <class C, class M>
M member(M C::*);

template <auto Member>
void set_member(Behaviour& behaviour, std::int64_t value) {
    auto& target = behaviour.*half<decltype(owner(Member))>().*Member;
    using M = decltype(member(Member));
    if constexpr (std::is_same_v<M, pbx::Duration>)
        target = pbx::Duration{value};
    else if constexpr (std::is_same_v<M, bool>)
        target = value != 0;
    else
        target = static_cast<M>(value);
}
template <auto Member>
std::int64_t get_member(const Behaviour& behaviour) {
    const auto& source = behaviour.*half<decltype(owner(Member))>().*Member;
    if constexpr (std::is_same_v<decltype(member(Member)), pbx::Duration>)
        return source.count();
    else
        return static_cast<std::int64_t>(source);
}

template <auto Member>
constexpr ProviderKey key(std::string_view name, std::string_view what, Type type) {
    return {name, what, type, {}, {}, 0, 0, &set_member<Member>, &get_member<Member>};
}
template <auto Member>
constexpr ProviderKey flag(std::string_view name, std::string_view what) {
    return key<Member>(name, what, Type::Flag);
}
template <auto Member>
constexpr ProviderKey choice(std::string_view name, std::string_view what,
                             std::span<const std::string_view> words) {
    ProviderKey made = key<Member>(name, what, Type::Choice);
    made.choices = words;
    return made;
}
// A time that may be zero.
template <auto Member>
constexpr ProviderKey time(std::string_view name, std::string_view what) {
    ProviderKey made = key<Member>(name, what, Type::Time);
    made.most = kLongest;
    return made;
}
// How long a step takes: never nothing, because nothing is without races.
template <auto Member>
constexpr ProviderKey delay(std::string_view name, std::string_view what) {
    ProviderKey made = time<Member>(name, what);
    made.least = 1;
    return made;
}
template <auto Member>
constexpr ProviderKey number(std::string_view name, std::string_view what, std::int64_t most) {
    ProviderKey made = key<Member>(name, what, Type::Number);
    made.most = most;
    return made;
}
// `mask`: only these bits of the group; 0: all.
template <auto Member>
constexpr ProviderKey bits(std::string_view name, std::string_view what, std::string_view group,
                           std::int64_t mask = 0) {
    ProviderKey made = key<Member>(name, what, Type::Bits);
    made.group = group;
    made.most = mask;
    return made;
}

// --- keys that are not one member as it stands
template <auto Member>
constexpr ProviderKey withheld(std::string_view name, std::string_view what,
                               std::string_view group) {
    ProviderKey made = bits<Member>(name, what, group);
    made.set = [](Behaviour& b, std::int64_t value) {
        set_member<Member>(b, ~value & 0xFFFF'FFFF);
    };
    made.get = [](const Behaviour& b) { return ~get_member<Member>(b) & 0xFFFF'FFFF; };
    return made;
}

constexpr std::uint32_t kVersions[] = {lines::kTapi13, lines::kTapi14, lines::kTapi20,
                                       lines::kTapi21, lines::kTapi22};
constexpr std::string_view kVersionWords[] = {"1.3", "1.4", "2.0", "2.1", "2.2"};
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

// When it is refused is a matter of the line; what else becomes of the call, one of the exchange.
constexpr std::string_view kBadNumberWords[] = {"disconnected", "special-info", "refuse-at-return",
                                                "refuse-in-reply"};
void set_bad_number(Behaviour& b, std::int64_t value) {
    using lines::BadNumber;
    b.profile.bad_number = value == 2   ? BadNumber::RefuseAtReturn
                           : value == 3 ? BadNumber::RefuseInReply
                                        : BadNumber::FailCall;
    if (value < 2) b.policy.on_bad_number = value == 1 ? Treatment::Intercept : Treatment::Clear;
}
std::int64_t get_bad_number(const Behaviour& b) {
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

// The order is the exchange's; that the calls are told as disconnected first, the line's.
void set_transfer_order(Behaviour& b, std::int64_t value) {
    b.profile.transfer_reports_disconnected = value == 2;
    b.policy.transfer_order =
        value == 1 ? pbx::TransferOrder::OtherFirst : pbx::TransferOrder::HeldFirst;
}
std::int64_t get_transfer_order(const Behaviour& b) {
    if (b.profile.transfer_reports_disconnected) return 2;
    return b.policy.transfer_order == pbx::TransferOrder::OtherFirst ? 1 : 0;
}

// --- words of the choices, in the order of their enumerators
constexpr std::string_view kAbandon[] = {"disconnected-idle", "idle"};
constexpr std::string_view kAnswerMode[] = {"none", "drop", "hold"};
constexpr std::string_view kDialStates[] = {"dialtone-dialing", "any"};
constexpr std::string_view kDelivery[] = {"mixed", "reply"};
constexpr std::string_view kFailedCall[] = {"busy-state", "busy-then-disconnected", "special-info",
                                            "disconnected"};
constexpr std::string_view kCallback[] = {"proceeding", "connected"};
constexpr std::string_view kUncamped[] = {"busy", "idle"};
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
constexpr std::string_view kReplyPoint[] = {"acknowledged", "request-issued"};
constexpr std::string_view kReplyOrder[] = {"reply-first", "state-first"};
constexpr std::string_view kSelfCall[] = {"busy", "ring", "refuse"};
constexpr std::string_view kTrunkBusy[] = {"busy", "busy-then-disconnected", "special-info",
                                           "disconnected"};
constexpr std::string_view kUnheld[] = {"hold-other", "drop-other", "refuse"};
constexpr std::string_view kTimeoutCheck[] = {"ignore", "invaltimeout"};
constexpr std::string_view kGenerateStates[] = {"connected", "any"};
constexpr std::string_view kConsultModel[] = {"consult", "transferheld", "transfermake"};
constexpr std::string_view kConsultFirst[] = {"dialtone", "dialing", "unknown"};
constexpr std::string_view kSwapHold[] = {"plain", "keep"};
constexpr std::string_view kTransferFails[] = {"refuse", "clear", "recall"};
constexpr std::string_view kTransferred[] = {"connected", "ringback"};
constexpr std::string_view kTransferCalled[] = {"destination", "original"};
constexpr std::string_view kTransferParties[] = {"none", "connected", "connected-redirecting"};
constexpr std::string_view kTransferBusy[] = {"refuse", "recall", "camp-on"};
constexpr std::string_view kTransferOrder[] = {"original-first", "consult-first", "disconnected"};
constexpr std::string_view kUnowned[] = {"keep-offering", "drop"};

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

constexpr ProviderKey transfer_order(std::string_view name, std::string_view what) {
    ProviderKey made = choice<&Policy::transfer_order>(name, what, kTransferOrder);
    made.set = &set_transfer_order;
    made.get = &get_transfer_order;
    return made;
}

constexpr std::int64_t kOutboundStates =
    lines::LINECALLSTATE_DIALTONE | lines::LINECALLSTATE_DIALING | lines::LINECALLSTATE_PROCEEDING |
    lines::LINECALLSTATE_RINGBACK;
constexpr std::int64_t kPlayedDigits = lines::LINEDIGITMODE_PULSE | lines::LINEDIGITMODE_DTMF;
constexpr std::int64_t kMostUserInfo = 4096;
constexpr std::int64_t kMostCallData = 65'536;

constexpr std::array kKeys = {
    choice<&Profile::abandon_style>(
        "abandon_style", "How a call whose caller gives up ends at the called side.", kAbandon),
    flag<&Policy::accept_to_alert>("accept_to_alert",
                                   "An offered call rings only once it has been accepted."),
    choice<&Policy::members_wait>(
        "add_unanswered", "What becomes of who was added to a conference ringing, and rings on.",
        kAddUnanswered),
    delay<&Policy::member_answer_limit>("add_unanswered_time",
                                        "With add_unanswered drop: how long it rings."),
    bits<&Profile::address_features>("address_features", "What addresses offer at most.",
                                     "LINEADDRFEATURE"),
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
    bits<&Profile::bearer_modes>("bearer_modes", "Bearer modes that the line supports.",
                                 "LINEBEARERMODE"),
    choice<&Policy::on_transfer_fails>(
        "blind_fail_style",
        "What becomes of a transferred party when whom it is transferred to cannot be reached.",
        kTransferFails),
    flag<&Profile::block_id>("block_id",
                             "A caller can withhold its number (LINECALLPARAMFLAGS_BLOCKID)."),
    time<&Policy::tone_limit>(
        "busy_auto_clear", "How long busy or information tone plays; 0s: until the caller goes."),
    flag<&Policy::data_follows>("call_data_follows_transfer",
                                "Data attached to a call go with its parties into another call."),
    number<&Profile::call_data_size>(
        "call_data_size", "Most bytes of data that are attached to a call.", kMostCallData),
    bits<&Profile::call_features>("call_features", "What calls offer at most.", "LINECALLFEATURE"),
    bits<&Profile::call_features2>("call_features2", "Which variants of that they offer.",
                                   "LINECALLFEATURE2"),
    flag<&Policy::call_waiting>("call_waiting", "A second call is offered while one is active."),
    choice<&Policy::callback_connects>("callback_answer_states",
                                       "What a call back is reported as once it is answered.",
                                       kCallback),
    choice<&Policy::keeps_callback>(
        "callback_retry",
        "What becomes of a call back that is not answered, or meets a busy line again.", kRetry),
    delay<&Policy::callback_time>("callback_ring_time", "How long a caller is called back."),
    time<&Policy::caller_id_delay>(
        "caller_id_delay",
        "The caller's number follows the offer after this; 0s: it comes with it."),
    camp_on_state("campon_caller_state", "The state of a caller that camps on a busy line."),
    choice<&Policy::uncamping_clears>(
        "campon_cancelled_state", "What a caller that camps on is left in when that is cancelled.",
        kUncamped),
    delay<&Policy::clear_time>("clear_time", "From one party's going until the other one notices."),
    flag<&Profile::complete_any_order>(
        "complete_transfer_any_order",
        "A transfer is completed in whichever order its two calls are given."),
    bits<&Profile::completion_conds>("completion_conds",
                                     "After which failures a call can be finished later.",
                                     "LINECALLCOMPLCOND"),
    number<&Policy::max_completions>("completion_max",
                                     "Most calls of an address that wait to be finished.", 1000),
    number<&Profile::completion_messages>("completion_messages",
                                          "How many messages there are to be left.", 1000),
    bits<&Profile::completion_modes>("completion_modes", "How calls can be finished later.",
                                     "LINECALLCOMPLMODE"),
    delay<&Policy::completion_time>("completion_time",
                                    "From a line's being free until calls that wait for it go on."),
    choice<&Policy::conference_collapses>(
        "conf_collapse", "What becomes of a conference with one member left.", kConferenceCollapse),
    flag<&Policy::conference_drops>("conf_drop", "Dropping a conference disconnects its members."),
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
    time<&Policy::consult_tone_delay>("consult_tone_delay",
                                      "From a consultation call until its dial tone; 0s: at once."),
    flag<&Profile::dial_billing>("dial_billing", "Numbers can wait for a billing tone ('$')."),
    flag<&Profile::dial_dialtone>("dial_dialtone", "Numbers can wait for a dial tone ('W')."),
    flag<&Profile::dial_quiet>("dial_quiet", "Numbers can wait for silence ('@')."),
    choice<&Profile::dial_anywhere>("dial_states", "In which states digits can be dialled.",
                                    kDialStates),
    delay<&Policy::dial_tone_delay>("dial_tone_delay", "From taking the line until dial tone."),
    flag<&Profile::dial_voice>("dial_voice", "Numbers can wait for a voice (':')."),
    delay<&Policy::digit_gap>("digit_gap", "From one digit to the next along a connected call."),
    delay<&Policy::digit_time>("digit_time", "How long one digit takes."),
    choice<&Policy::on_do_not_disturb>(
        "dnd_style", "What a caller gets whose party is not to be disturbed.", kFailedCall),
    flag<&Profile::drop_on_close>(
        "drop_on_close", "Closing the line drops the calls that its application alone owns."),
    flag<&Profile::drop_reports_disconnected>(
        "drop_reports_disconnected",
        "A call that is dropped here is reported disconnected before it is idle."),
    choice<&Profile::error_delivery>("error_delivery",
                                     "Where refusals come that are known at once.", kDelivery),
    choice<&Policy::on_busy>("failed_call_style",
                             "What a caller gets whose call meets a busy party.", kFailedCall),
    time<&Policy::first_digit_limit>("first_digit_limit",
                                     "Dial tone ends after this without a digit; 0s: never."),
    flag<&Profile::forward_busy_na_address>(
        "forward_busy_na_address",
        "Busy and unanswered calls can be forwarded to two numbers (FWDBUSYNAADDR)."),
    choice<&Policy::forwards_before_waiting>(
        "forward_busy_vs_callwait",
        "What becomes of a second call where it could wait, or be forwarded because of the first.",
        kBusyOrWaits),
    flag<&Policy::caller_rules_first>(
        "forward_caller_rules_first",
        "Forwarding for some callers goes before unconditional forwarding for all."),
    number<&Policy::most_diversions>("forward_chain_max",
                                     "How often a call can be sent on to another number.", 10),
    flag<&Profile::forward_consult>(
        "forward_consult",
        "Who is forwarded to is called first, and forwarding is in force when that one answers "
        "(FWDCONSULT)."),
    flag<&Profile::forward_external_notice>(
        "forward_external_notice", "The provider hears of forwarding that no application set."),
    flag<&Profile::forward_int_ext_address>(
        "forward_int_ext_address",
        "Inside and outside calls can be forwarded to two numbers (FWDINTEXTADDR)."),
    choice<&Policy::on_forward_loop>(
        "forward_loop_style",
        "What becomes of a call that would be forwarded once more than forward_chain_max.",
        kForwardLoop),
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
    number<&Policy::forward_rings>("forward_rings",
                                   "Rings before no-answer forwarding where nobody chose.", 100),
    flag<&Profile::forward_status_valid>("forward_status_valid",
                                         "The provider knows what is forwarded (FWDSTATUSVALID)."),
    delay<&Policy::forwarding_time>(
        "forwarding_time", "From taking over an application's forwarding to its being in force."),
    number<&Profile::gather_max_timeout>("gather_max_timeout",
                                         "Longest timeout of gathered digits in ms.", 0xFFFF'FFFF),
    number<&Profile::gather_min_timeout>("gather_min_timeout",
                                         "Shortest timeout of gathered digits in ms.", 0xFFFF'FFFF),
    choice<&Profile::gather_timeout_check>("gather_timeout_check",
                                           "Whether timeouts outside these bounds are refused.",
                                           kTimeoutCheck),
    bits<&Profile::generate_digit_modes>("generate_digit_modes", "How digits can be played.",
                                         "LINEDIGITMODE", kPlayedDigits),
    choice<&Profile::generate_anywhere>(
        "generate_states", "In which states digits and tones can be played.", kGenerateStates),
    number<&Profile::generate_tone_freqs>("generate_tone_freqs",
                                          "Most frequencies of a tone that is played.", 3),
    bits<&Profile::generate_tone_modes>("generate_tone_modes", "Tones that can be played.",
                                        "LINETONEMODE"),
    time<&Policy::hand_digit_limit>(
        "hand_digit_limit", "A number dialled by hand ends after this without a digit; 0s: never."),
    flag<&Policy::hears_own_digits>("hears_own_digits",
                                    "A party hears the digits and tones that it plays itself."),
    version<&Profile::highest_api>("highest_api",
                                   "Highest version of the interface that the provider supports."),
    flag<&Policy::hold_makes_new>("hold_makes_new",
                                  "Holding gives the holder a new call with dial tone."),
    bits<&Profile::line_features>("line_features", "What lines offer at most.", "LINEFEATURE"),
    delay<&Policy::longest_digit>("longest_digit",
                                  "Most that can be asked for one digit along a call."),
    delay<&Policy::longest_no_answer>(
        "longest_no_answer", "Most that a caller can ask for as its limit without an answer."),
    choice<&Profile::losing_style>(
        "losing_station_style", "How a call that another station answered ends where it rang too.",
        kAbandon),
    version<&Profile::lowest_api>("lowest_api",
                                  "Lowest version of the interface that the provider supports."),
    time<&Policy::call_limit>("max_call_time",
                              "A connected call is cleared after this; 0s: never."),
    number<&Profile::max_rate>("max_rate", "Highest data rate in bit/s.", 0xFFFF'FFFF),
    time<&Policy::media_delay>("media_delay",
                               "From being connected until digits and tones pass; may be 0s."),
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
    flag<&Policy::hang_up_transfers>(
        "onhook_completes_transfer",
        "Dropping a consultation call brings the two other parties together."),
    choice<&Policy::on_service_loss>(
        "oos_calls", "What happens to the calls of a line that goes out of service.", kServiceLoss),
    bits<&Profile::outbound_states>(
        "outbound_states", "Which states of a made call are reported before it is connected.",
        "LINECALLSTATE", kOutboundStates),
    flag<&Profile::owner_flag_on_own_calls>("owner_flag_on_own_calls",
                                            "The first state of a made call says OWNER."),
    error<&Profile::park_error>("park_busy_error",
                                "Error of a park address that is taken, or does not exist.", 2),
    bits<&Profile::park_modes>("park_modes", "How calls can be parked.", "LINEPARKMODE"),
    time<&Policy::park_recall>("park_recall",
                               "A parked call rings who parked it after this; 0s: never."),
    delay<&Policy::park_recall_ring>("park_recall_ring",
                                     "How long it rings before the call waits again."),
    choice<&Policy::recall_to>("park_recall_target",
                               "Who is rung first: who parked the call, or the attendant.",
                               kRecallTarget),
    flag<&Profile::partial_dial>("partial_dial", "Numbers can be dialled in several pieces (';')."),
    time<&Policy::inter_digit_limit>(
        "partial_dial_timeout",
        "An application's incomplete number ends after this without a digit; 0s: never."),
    delay<&Policy::pause_time>("pause_time", "How long a pause in a number takes (',')."),
    error<&Profile::pickup_error>("pickup_fail_error", "Error when there is no call to pick up.",
                                  2),
    flag<&Profile::pickup_group_id>("pickup_group_id",
                                    "A call is picked up at a number only with the group's name."),
    choice<&Policy::pickup_tells_redirecting>(
        "pickup_ids", "What the parties of a call that was picked up learn of it.", kPickupIds),
    choice<&Policy::pickup_offers>("pickup_states", "States of a call that is picked up.",
                                   kPickupStates),
    choice<&Policy::on_redirect>("redirect_busy_style",
                                 "Redirecting to who cannot take the call: done all the same, or "
                                 "refused.",
                                 kRedirectBusy),
    choice<&Profile::redirect_end>("redirect_end_style", "How a redirected call ends at its line.",
                                   kAbandon),
    redirect_states("redirect_states", "In which states a call can be redirected."),
    choice<&Policy::on_reject>("reject_result", "What a caller gets whose call is turned down.",
                               kRejectResult),
    flag<&Policy::reject_allowed>("reject_supported", "An offered call can be turned down."),
    flag<&Profile::remote_hold_visible>("remote_hold_visible",
                                        "A party is told that the other one holds it."),
    choice<&Policy::remove_party>("remove_from_conf_caps",
                                  "Which member can be taken out of a conference.", kRemoveCaps),
    choice<&Policy::removed_to>("remove_from_conf_state",
                                "The state of a call that was taken out of a conference.",
                                kRemovedTo),
    choice<&Profile::reply_point>("reply_point", "When success is replied.", kReplyPoint),
    choice<&Profile::reply_order>(
        "reply_vs_state_order",
        "Which comes first, the reply or the states that the request causes.", kReplyOrder),
    flag<&Profile::reports_inservice>("reports_inservice",
                                      "Loss and return of service are reported."),
    flag<&Profile::reports_numcalls>("reports_numcalls",
                                     "Changes in the number of calls are reported."),
    delay<&Policy::request_time>("request_time", "From a request until it is carried out."),
    number<&Profile::ring_count_base>("ring_count_base", "The number of the first ring.", 1),
    delay<&Policy::ring_cycle>("ring_cycle", "One ring and the silence behind it."),
    delay<&Policy::routing_time>("routing_time",
                                 "From the judged number until the call is offered."),
    flag<&Profile::secure>("secure", "Calls can be made secure (LINECALLPARAMFLAGS_SECURE)."),
    choice<&Policy::self_call>("self_call", "What becomes of a call to one's own number.",
                               kSelfCall),
    flag<&Profile::setup_conf_null>("setup_conf_null",
                                    "A conference starts from a line, and not from a call."),
    delay<&Policy::shortest_digit>("shortest_digit",
                                   "Least that can be asked for one digit along a call."),
    flag<&Profile::special_dial_tone>(
        "special_dial_tone",
        "While messages wait, the dial tone is another one (DIALTONE/SPECIAL)."),
    choice<&Policy::swap_keeps_consultation>(
        "swap_hold_kind", "What swapping the two calls of a consultation makes of it.", kSwapHold),
    choice<&Policy::transfer_shows_called>(
        "transfer_called_id", "Whose number is shown as called where a party is transferred to.",
        kTransferCalled),
    transfer_order("transfer_idle_order", "Which of the two calls of a transfer is idle first."),
    bits<&Profile::transfer_modes>("transfer_modes", "How transfers can be completed.",
                                   "LINETRANSFERMODE"),
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
    choice<&Profile::unowned_incoming>(
        "unowned_incoming", "What happens to an offered call that no application can own.",
        kUnowned),
    error<&Profile::unpark_error>("unpark_empty_style",
                                  "What comes of fetching a call where none is parked.", 3),
    choice<&Policy::unpark_outgoing>("unpark_origin", "Origin of a parked call that is fetched.",
                                     kUnparkOrigin),
    choice<&Policy::unpark_dials>("unpark_states", "States of a parked call that is fetched.",
                                  kUnparkStates),
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
    withheld<&Profile::line_features>("withheld_line_features",
                                      "What lines do not offer, of all there is.", "LINEFEATURE"),
    choice<&Policy::on_transfer>(
        "xferred_party_states",
        "What a party is told that is transferred to somebody who has not answered yet.",
        kTransferred),
};

constexpr bool sorted() {
    for (std::size_t i = 1; i < kKeys.size(); ++i) {
        if (kKeys[i - 1].name >= kKeys[i].name) return false;
    }
    return true;
}
static_assert(sorted());

}  // namespace

std::span<const ProviderKey> provider_keys() { return kKeys; }

void apply(const Settings& settings, ProviderBehaviour& behaviour) {
    for (const Setting& setting : settings) kKeys[setting.key].set(behaviour, setting.value);
}

}  // namespace pbxlab::harness
