// The provider keys for what only TAPI 3 applications see (lines::Tapi3Habits), sorted by name.
#pragma once

#include "harness/provider_key_kinds.h"

namespace pbxlab::harness::keys {

using lines::Tapi3Habits;

// A choice whose words stand for constants.
template <auto Member, const auto& Words, const auto& Constants>
constexpr ProviderKey constant(std::string_view name, std::string_view what) {
    static_assert(std::size(Words) == std::size(Constants));
    ProviderKey made = choice<Member>(name, what, Words);
    made.set = [](Behaviour& b, std::int64_t value) {
        set_member<Member>(b, Constants[static_cast<std::size_t>(value)]);
    };
    made.get = [](const Behaviour& b) {
        return static_cast<std::int64_t>(std::ranges::find(Constants, get_member<Member>(b)) -
                                         std::begin(Constants));
    };
    return made;
}

inline constexpr std::string_view kCauseWords[] = {
    "normal", "busy", "badaddress", "noanswer", "cancelled", "rejected", "failed", "blocked"};
inline constexpr std::uint32_t kCauses[] = {
    lines::CEC_DISCONNECT_NORMAL,     lines::CEC_DISCONNECT_BUSY,
    lines::CEC_DISCONNECT_BADADDRESS, lines::CEC_DISCONNECT_NOANSWER,
    lines::CEC_DISCONNECT_CANCELLED,  lines::CEC_DISCONNECT_REJECTED,
    lines::CEC_DISCONNECT_FAILED,     lines::CEC_DISCONNECT_BLOCKED};
inline constexpr std::string_view kUnknownCauseWords[] = {"by-course", "normal", "failed"};
inline constexpr std::uint32_t kUnknownCauses[] = {lines::CEC_NONE, lines::CEC_DISCONNECT_NORMAL,
                                                   lines::CEC_DISCONNECT_FAILED};
inline constexpr std::string_view kInfoWords[] = {"inprogress", "disconnected"};
inline constexpr std::uint32_t kInfoStates[] = {lines::CS_INPROGRESS, lines::CS_DISCONNECTED};
inline constexpr std::string_view kFinishWords[] = {"connected", "disconnected"};
inline constexpr std::uint32_t kFinishStates[] = {lines::CS_CONNECTED, lines::CS_DISCONNECTED};
inline constexpr std::string_view kTypeWords[] = {"invalidarg", "invaladdresstype"};
inline constexpr std::uint32_t kTypeErrors[] = {lines::E_INVALIDARG,
                                                lines::TAPI_E_INVALADDRESSTYPE};
inline constexpr std::string_view kUnknownWords[] = {"nothing", "state-again"};
inline constexpr std::string_view kFailureWords[] = {"by-cause", "dropped", "failed"};
inline constexpr std::string_view kHubWords[] = {"idle", "first-state", "connected", "never"};

inline constexpr std::array kTapi3Keys = {
    constant<&Tapi3Habits::bad_address_type, kTypeWords, kTypeErrors>(
        "tapi3_bad_address_type", "What CreateCall returns for a type that the address has not."),
    constant<&Tapi3Habits::cause_do_not_disturb, kCauseWords, kCauses>(
        "tapi3_cause_do_not_disturb", "Why a call to somebody who wants none is told to end."),
    constant<&Tapi3Habits::cause_offering, kCauseWords, kCauses>(
        "tapi3_cause_offering", "Why a call that ends while it is offered is told to end."),
    constant<&Tapi3Habits::cause_taken, kCauseWords, kCauses>(
        "tapi3_cause_taken", "Why a call that is picked up or forwarded is told to end here."),
    constant<&Tapi3Habits::cause_unknown, kUnknownCauseWords, kUnknownCauses>(
        "tapi3_cause_unknown",
        "Why a call is told to end when the provider does not know; by-course: whether it had been "
        "connected."),
    choice<&Tapi3Habits::connect_failure>(
        "tapi3_connect_failure", "What a Connect that waited returns when no call came about.",
        kFailureWords),
    flag<&Tapi3Habits::empty_missing_items>(
        "tapi3_empty_missing_items",
        "What is not known of a call is empty, instead of TAPI_E_NOITEMS."),
    flag<&Tapi3Habits::failed_handoff_disconnects>(
        "tapi3_failed_handoff_disconnects", "A call that nobody takes over is disconnected."),
    constant<&Tapi3Habits::finish_conference, kFinishWords, kFinishStates>(
        "tapi3_finish_conference",
        "What a consultation call is shown as once it is part of a conference."),
    flag<&Tapi3Habits::hides_dialable_address>("tapi3_hides_dialable_address",
                                               "The provider does not know its own numbers."),
    choice<&Tapi3Habits::hub_from>(
        "tapi3_hub_from", "From when on a call has a hub; before that E_PENDING.", kHubWords),
    flag<&Tapi3Habits::in_progress>("tapi3_in_progress", "CS_INPROGRESS is told."),
    flag<&Tapi3Habits::media_support>("tapi3_media_support",
                                      "Addresses have ITMediaSupport; else E_NOINTERFACE."),
    flag<&Tapi3Habits::members_hold>("tapi3_members_hold",
                                     "Members of a conference that is held are shown as CS_HOLD."),
    flag<&Tapi3Habits::passes_disconnect_code>(
        "tapi3_passes_disconnect_code",
        "Whoever called learns why its call was turned down (DISCONNECT_CODE)."),
    flag<&Tapi3Habits::queue_state>("tapi3_queue_state",
                                    "Calls that wait at a queue begin as CS_QUEUED."),
    flag<&Tapi3Habits::raw_errors>("tapi3_raw_errors",
                                   "Errors of the provider come through as LINEERR_ codes."),
    bits<&Tapi3Habits::refused_while_streaming>(
        "tapi3_refused_while_streaming",
        "Methods that are refused on a connected call, because its media are streaming.",
        "STREAMING"),
    flag<&Tapi3Habits::repeats_states>("tapi3_repeats_states",
                                       "Changes that TAPI 3 has one state for are told again."),
    flag<&Tapi3Habits::return_first>("tapi3_return_first",
                                     "A method returns before the events that it caused."),
    constant<&Tapi3Habits::special_info, kInfoWords, kInfoStates>(
        "tapi3_special_info", "What a call that hears special information is shown as."),
    flag<&Tapi3Habits::tracks_hubs>("tapi3_tracks_hubs", "Calls are put into hubs."),
    choice<&Tapi3Habits::unknown>("tapi3_unknown",
                                  "What an application is told of a call whose state is not known.",
                                  kUnknownWords),
};

}  // namespace pbxlab::harness::keys
