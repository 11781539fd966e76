// The conditions that guard rows name, one small function each.
#include <algorithm>
#include <array>
#include <bit>

#include "lines/argument_checks.h"
#include "lines/call_checks.h"
#include "lines/capabilities.h"
#include "lines/completion_checks.h"
#include "lines/conference_checks.h"
#include "lines/forward_checks.h"
#include "lines/guards.h"
#include "lines/ownership_checks.h"
#include "lines/room.h"
#include "lines/session_checks.h"
#include "lines/shaping.h"
#include "lines/terminal_checks.h"
#include "lines/transfer_checks.h"
#include "lines/translation_checks.h"

namespace pbxlab::lines {

namespace {

using Passes = bool (*)(const Subject&, std::uint32_t);

constexpr std::uint32_t kHighestCountryCode = 999;
constexpr std::uint32_t kPresented = LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED;

// --- handles

bool initialized(const Subject& s, std::uint32_t) { return s.core.live_apps > 0; }
bool app_handle(const Subject& s, std::uint32_t) { return s.core.apps[s.app]->live; }
bool line_handle(const Subject& s, std::uint32_t) { return s.open != nullptr; }
bool call_handle(const Subject& s, std::uint32_t) { return s.handle != nullptr; }
bool other_call_handle(const Subject& s, std::uint32_t) { return s.other_handle != nullptr; }
bool same_line(const Subject& s, std::uint32_t) {
    return s.handle == nullptr || s.other_handle == nullptr ||
           s.handle->open == s.other_handle->open;
}
bool owner(const Subject& s, std::uint32_t) {
    return s.handle == nullptr || s.handle->privilege == LINECALLPRIVILEGE_OWNER;
}
bool other_owner(const Subject& s, std::uint32_t) {
    return s.other_handle->privilege == LINECALLPRIVILEGE_OWNER;
}

// --- what is offered

// Of a call that an application made there may be less on offer (edge case 143).
bool offered(const Subject& s, std::uint32_t bit) {
    const Profile& profile = s.profile();
    const bool made =
        s.leg != nullptr && s.leg->origin == LINECALLORIGIN_OUTBOUND && s.leg->app != pbx::kNobody;
    const std::uint32_t means = bit & ~offered_in_vain(s.policy()).call_features;
    return (profile.call_features & (made ? profile.made_call_features : bit) & means) != 0;
}
bool offered_on_line(const Subject& s, std::uint32_t bit) {
    return (s.profile().line_features & bit) != 0;
}
bool offered_on_address(const Subject& s, std::uint32_t bit) {
    const std::uint32_t means = bit & ~offered_in_vain(s.policy()).address_features;
    return (s.profile().address_features & means) != 0;
}

// --- arguments

bool pointer(const Subject& s, std::uint32_t) { return s.pointer; }
bool structure_size(const Subject& s, std::uint32_t) { return s.total_size >= s.fixed_size; }

// --- LINECALLPARAMS

// `also`: flags that the operation takes besides those of every call.
bool param_flags(const Subject& s, std::uint32_t also) {
    if (s.params == nullptr) return true;
    std::uint32_t allowed = LINECALLPARAMFLAGS_IDLE | also;
    if ((s.profile().call_features2 & LINECALLFEATURE2_ONESTEPTRANSFER) == 0)
        allowed &= ~LINECALLPARAMFLAGS_ONESTEPTRANSFER;
    const bool has_call = s.leg != nullptr;  // to be left as it is
    if (!has_call || (s.profile().call_features2 & LINECALLFEATURE2_NOHOLDCONFERENCE) == 0)
        allowed &= ~LINECALLPARAMFLAGS_NOHOLDCONFERENCE;
    if (s.profile().secure) allowed |= LINECALLPARAMFLAGS_SECURE;
    if (s.profile().block_id) allowed |= LINECALLPARAMFLAGS_BLOCKID;
    return (s.params->call_param_flags & ~allowed) == 0;
}
bool address_mode(const Subject& s, std::uint32_t) {
    return s.params == nullptr || s.params->address_mode <= LINEADDRESSMODE_DIALABLEADDR;
}
bool bearer_mode(const Subject& s, std::uint32_t must_be_named) {
    if (s.params == nullptr) return true;
    return (s.params->bearer_mode == 0 && must_be_named == 0) ||
           one_bit_of(s.params->bearer_mode, "LINEBEARERMODE");
}
bool bearer_offered(const Subject& s, std::uint32_t) {
    return s.params == nullptr || (s.params->bearer_mode & ~s.profile().bearer_modes) == 0;
}
bool country_code(const Subject& s, std::uint32_t) { return s.value <= kHighestCountryCode; }
bool address_id(const Subject& s, std::uint32_t) {
    return s.address_id < s.line_device->addresses.size();
}
bool user_info_size(const Subject& s, std::uint32_t) {
    return s.user_info_size <= s.user_info_limit;
}

// --- how things stand

// The address is that of the call, or the one that a call is to be made on.
bool in_service(const Subject& s, std::uint32_t) {
    const std::uint32_t address = s.leg != nullptr ? s.leg->address : s.address_id;
    return s.line_device->usable() &&
           (address >= s.line_device->addresses.size() || s.core.serves(*s.line_device, address));
}
// A call that is merely shown cannot be acted on (call-model 6).
bool is_inactive(const Leg& leg) { return is_inactive(Told{leg.state, leg.mode}); }
bool state(const Subject& s, std::uint32_t states) {
    return (s.leg->state & states) != 0 && !is_inactive(*s.leg);
}
bool retrieve_state(const Subject& s, std::uint32_t states) {
    if (s.leg->state != LINECALLSTATE_CONFERENCED) return state(s, states);
    return s.core.exchange.check_retrieve(s.leg->connection) != pbx::Refusal::WrongState;
}
bool monitor_state(const Subject& s, std::uint32_t states) { return (s.leg->state & states) != 0; }
bool answer_state(const Subject& s, std::uint32_t states) {
    if (!is_inactive(*s.leg)) return state(s, states);
    return s.core.exchange.check_answer(s.leg->connection) != pbx::Refusal::WrongState;
}
bool dial_state(const Subject& s, std::uint32_t states) {
    if (!s.profile().dial_anywhere) return state(s, states);
    return (s.leg->state & (LINECALLSTATE_IDLE | LINECALLSTATE_DISCONNECTED)) == 0;
}
bool redirect_state(const Subject& s, std::uint32_t states) {
    const bool nobody_calls = s.leg->completion != 0 && (s.leg->state & kPresented) != 0;
    const bool came_in =
        s.leg->origin != LINECALLORIGIN_OUTBOUND && s.leg->origin != LINECALLORIGIN_CONFERENCE;
    return came_in && !nobody_calls && state(s, states & s.profile().redirect_states);
}
bool other_state(const Subject& s, std::uint32_t states) {
    return (s.other_leg->state & states) != 0 && !is_inactive(*s.other_leg);
}
bool generate_state(const Subject& s, std::uint32_t states) {
    const bool narrow = !s.profile().generate_anywhere && !s.cancels;
    return state(s, narrow ? states & LINECALLSTATE_CONNECTED : states);
}
bool reject_allowed(const Subject& s, std::uint32_t) {
    if ((s.leg->state & (kPresented | LINECALLSTATE_ONHOLD)) == 0) return true;
    return s.core.exchange.check_clear(s.leg->connection) != pbx::Refusal::NotAllowed;
}
// `below`: the rule holds for lines opened with a version below this. Becoming an owner is always
// allowed.
bool sole_owner(const Subject& s, std::uint32_t below) {
    if (s.open->api_version >= below || s.value == LINECALLPRIVILEGE_OWNER) return true;
    return s.leg->state == LINECALLSTATE_IDLE || !s.core.is_sole_owner(s.handle_id);
}
bool more_digits(const Subject& s, std::uint32_t) {
    if (!s.number.digits.empty() || s.number.partial) return true;
    const pbx::Connection* connection = s.core.exchange.find(s.leg->connection);
    const pbx::Call* call =
        connection == nullptr ? nullptr : s.core.exchange.find(connection->call);
    return call != nullptr && call->more_digits;
}

// A line that a hand has lifted is joined, not taken again, unless an idle one was asked for.
bool can_join(const Subject& s) {
    if (s.params != nullptr && (s.params->call_param_flags & LINECALLPARAMFLAGS_IDLE) != 0)
        return false;
    return std::ranges::any_of(s.line_device->legs, [&s](LegId id) {
        const Leg& leg = *s.core.legs.find(id);
        const pbx::Connection* connection = s.core.exchange.find(leg.connection);
        return leg.address == s.address_id && connection != nullptr && connection->by_hand &&
               (connection->state == pbx::ConnState::Seized ||
                connection->state == pbx::ConnState::DialTone);
    });
}
bool appearance(const Subject& s, std::uint32_t only_new) {
    if (s.address_id >= s.line_device->addresses.size())
        return true;  // the checks of addresses say so
    return s.core.exchange.has_free_appearance(s.core.address_of(*s.line_device, s.address_id)) ||
           (only_new == 0 && can_join(s));
}
bool hold_room(const Subject& s, std::uint32_t) {
    return s.core.exchange.can_hold_more(s.core.address_of(*s.line_device, s.leg->address));
}
bool answer_room(const Subject& s, std::uint32_t) { return can_be_answered(s.core, *s.leg); }
bool other_active(const Subject& s, std::uint32_t) { return !must_not_disturb(s.core, *s.leg); }
bool retrieve_room(const Subject& s, std::uint32_t) { return can_come_back(s.core, *s.leg); }
bool swap_room(const Subject& s, std::uint32_t) {
    return s.other_leg == nullptr || can_change_places(s.core, *s.leg, *s.other_leg);
}

// In the order of enum Check.
constexpr std::array<Passes, kCheckCount> kChecks = {initialized,
                                                     app_handle,
                                                     line_handle,
                                                     call_handle,
                                                     other_call_handle,
                                                     same_line,
                                                     conference_line,
                                                     conference_call,
                                                     is_conference,
                                                     owner,
                                                     other_owner,
                                                     offered,
                                                     offered_on_line,
                                                     offered_on_address,
                                                     no_proxy,
                                                     device_id,
                                                     pointer,
                                                     structure_size,
                                                     api_version,
                                                     ext_version,
                                                     init_option,
                                                     app_name,
                                                     privilege_select,
                                                     open_media,
                                                     open_address,
                                                     mapper,
                                                     param_flags,
                                                     address_mode,
                                                     bearer_mode,
                                                     bearer_offered,
                                                     media_mode,
                                                     rate,
                                                     rate_offered,
                                                     country_code,
                                                     param_address,
                                                     orig_address,
                                                     address_id,
                                                     user_info_size,
                                                     modifier,
                                                     dial_string,
                                                     partial_dial,
                                                     known_number,
                                                     whole_number,
                                                     park_mode,
                                                     pickup_offered,
                                                     pickup_group,
                                                     number_mode,
                                                     own_number,
                                                     id_select,
                                                     selected_line,
                                                     selected_call,
                                                     selected_address,
                                                     device_class,
                                                     call_media,
                                                     monitor_digit_modes,
                                                     gather_modes,
                                                     generate_digit_mode,
                                                     gather_count,
                                                     termination_digits,
                                                     gather_timeouts,
                                                     tone_modes,
                                                     tone_count,
                                                     generated_tones,
                                                     monitor_tone_count,
                                                     monitored_tones,
                                                     monitor_media_modes,
                                                     call_data_size,
                                                     treatment,
                                                     terminal_offered,
                                                     terminal_id,
                                                     terminal_modes,
                                                     hand_off_mode,
                                                     hand_off_target,
                                                     hand_off_other,
                                                     module_name,
                                                     priority_media,
                                                     priority_request,
                                                     priority_value,
                                                     recipient_modes,
                                                     request_mode,
                                                     registered,
                                                     request_waits,
                                                     destination_text,
                                                     recipient,
                                                     request_room,
                                                     never,
                                                     select,
                                                     privilege,
                                                     status_line_bits,
                                                     status_address_bits,
                                                     dev_status_flags,
                                                     dev_status_settable,
                                                     in_service,
                                                     state,
                                                     dial_state,
                                                     redirect_state,
                                                     answer_state,
                                                     monitor_state,
                                                     other_state,
                                                     generate_state,
                                                     reject_allowed,
                                                     sole_owner,
                                                     more_digits,
                                                     appearance,
                                                     hold_room,
                                                     answer_room,
                                                     other_active,
                                                     retrieve_room,
                                                     swap_room,
                                                     queue_not_empty,
                                                     app_or_none,
                                                     known_version,
                                                     translate_options,
                                                     card,
                                                     address,
                                                     location,
                                                     toll_option,
                                                     toll_address,
                                                     country,
                                                     present,
                                                     no_reinit,
                                                     not_shared,
                                                     target_address,
                                                     consult_model,
                                                     pending_room,
                                                     consult_room,
                                                     forward_offered,
                                                     forward_modes,
                                                     forward_entries,
                                                     forward_callers,
                                                     forward_pairs,
                                                     forward_countries,
                                                     forward_numbers,
                                                     forward_kinds,
                                                     destination,
                                                     transfer_mode,
                                                     transfer_mode_offered,
                                                     held_state,
                                                     target_state,
                                                     transfer_conference,
                                                     retrieve_state,
                                                     conference_offered,
                                                     conference_state,
                                                     conference_place,
                                                     conference_hold,
                                                     conference_room,
                                                     addable,
                                                     add_state,
                                                     add_place,
                                                     add_room,
                                                     remove_state,
                                                     remove_room,
                                                     not_conference,
                                                     in_conference,
                                                     completion_mode,
                                                     message_id,
                                                     completion_state,
                                                     completion_room,
                                                     completion_id};

}  // namespace

bool passes(const Guard& guard, const Subject& subject) {
    return kChecks[static_cast<std::size_t>(guard.check)](subject, guard.argument);
}

std::uint32_t highest_version(std::uint32_t low, std::uint32_t high, const Profile& profile) {
    constexpr std::array kVersions = {kTapi31, kTapi30, kTapi22, kTapi21,
                                      kTapi20, kTapi14, kTapi13};
    const auto found = std::ranges::find_if(kVersions, [&](std::uint32_t version) {
        return version >= std::max(low, profile.lowest_api) &&
               version <= std::min(high, profile.highest_api);
    });
    return found != kVersions.end() ? *found : 0;
}

bool concerns_standing(Check check) {
    constexpr std::array kStanding = {Check::GenerateState,   Check::Owner,
                                      Check::OtherOwner,      Check::Offered,
                                      Check::InService,       Check::State,
                                      Check::DialState,       Check::AnswerState,
                                      Check::RedirectState,   Check::MonitorState,
                                      Check::OtherState,      Check::RejectAllowed,
                                      Check::HoldRoom,        Check::AnswerRoom,
                                      Check::OtherActive,     Check::RetrieveRoom,
                                      Check::SwapRoom,        Check::NotShared,
                                      Check::ConsultModel,    Check::PendingRoom,
                                      Check::ConsultRoom,     Check::HeldState,
                                      Check::TargetState,     Check::ConferenceLine,
                                      Check::IsConference,    Check::TransferConference,
                                      Check::RetrieveState,   Check::ConferenceOffered,
                                      Check::ConferenceState, Check::ConferencePlace,
                                      Check::ConferenceHold,  Check::ConferenceRoom,
                                      Check::Addable,         Check::AddState,
                                      Check::AddPlace,        Check::AddRoom,
                                      Check::RemoveState,     Check::RemoveRoom,
                                      Check::NotConference,   Check::CompletionState,
                                      Check::CompletionRoom,  Check::TerminalOffered};
    return std::ranges::find(kStanding, check) != kStanding.end();
}

}  // namespace pbxlab::lines
