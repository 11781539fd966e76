// What applications read and fill: the TAPI structures of the line operations, as plain values.
// Field names are TAPI's without their Hungarian prefix. Text fields are strings here; a C face
// lays them out with sizes and offsets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "lines/tapi_constants.h"
#include "switch/time.h"

namespace pbxlab::lines {

// Handles. Zero is never a live handle. A void handle is noticed: its successor has another value.
enum class HLine : std::uint32_t {};
enum class HCall : std::uint32_t {};
inline constexpr HLine kNoLine{};
inline constexpr HCall kNoCall{};

// Every structure that TAPI fills starts like this (reference: tapi2-operations 1.6). The
// application sets `total_size`, the bytes it has room for in TAPI's layout; less than the fixed
// part refuses the request with LINEERR_STRUCTURETOOSMALL. Text that does not fit is left out,
// never cut; `needed_size` says what would do.
struct Sized {
    static constexpr std::uint32_t kRoomForAll = 0xFFFF'FFFF;
    std::uint32_t total_size = kRoomForAll;
    std::uint32_t needed_size = 0;
    std::uint32_t used_size = 0;
};

// One message to an application (reference: tapi2-operations 1.7; LINEMESSAGE).
struct Message {
    pbx::SimTime at;             // when it was sent
    std::uint64_t sequence = 0;  // 1, 2, 3 ... over all applications
    std::uint32_t device = 0;    // hDevice: a line handle, a call handle or 0, by message
    std::uint32_t id = 0;        // LINE_CALLSTATE ...
    std::uint64_t callback_instance = 0;
    std::uint32_t param1 = 0;
    std::uint32_t param2 = 0;
    std::uint32_t param3 = 0;
    bool operator==(const Message&) const = default;
};

// A party's identity as an application sees it; LINECALLPARTYID_ bits tell what number and name are
// worth.
struct PartyId {
    std::uint32_t flags = LINECALLPARTYID_UNAVAIL;
    std::string number;
    std::string name;
};

struct DialParams {  // milliseconds
    std::uint32_t dial_pause = 0, dial_speed = 0, digit_duration = 0, wait_for_dialtone = 0;
};

// LINECALLPARAMS (ns-tapi-linecallparams). Zero or empty means the documented default.
struct CallParams {
    std::uint32_t total_size = Sized::kRoomForAll;
    std::uint32_t bearer_mode = 0;  // 0: VOICE
    std::uint32_t min_rate = 0, max_rate = 0;
    std::uint32_t media_mode = 0;        // 0: INTERACTIVEVOICE
    std::uint32_t call_param_flags = 0;  // LINECALLPARAMFLAGS_
    std::uint32_t address_mode = 0;      // LINEADDRESSMODE_; 0: ADDRESSID
    std::uint32_t address_id = 0;        // ADDRESSID
    std::string orig_address;            // DIALABLEADDR
    std::string called_party, comment, displayable_address;
    std::string user_user_info;
    std::uint32_t no_answer_timeout =
        0;  // seconds; 0: never; more than dwMaxNoAnswerTimeout is taken as that
    DialParams dial_params;
    std::string target_address;  // of a transfer in one step, or a predictive call
};

// LINEMONITORTONE (ns-tapi-linemonitortone): a tone that is listened for. A frequency of 0 is not
// used; all 0: silence.
struct MonitorTone {
    std::uint32_t app_specific = 0;
    std::uint32_t duration = 0;                  // milliseconds until it is told
    std::array<std::uint32_t, 3> frequencies{};  // hertz
};

// LINEGENERATETONE (ns-tapi-linegeneratetone): one frequency of a custom tone. Cadence and volume
// are looked at, but whoever listens hears the tone from its beginning to its end.
struct GenerateTone {
    std::uint32_t frequency = 0;                    // hertz
    std::uint32_t cadence_on = 0, cadence_off = 0;  // milliseconds
    std::uint32_t volume = 0xFFFF;                  // 0 to 0xFFFF
};

// LINEFORWARD (ns-tapi-lineforward): one rule by which calls to an address are sent on.
struct Forward {
    std::uint32_t mode = 0;      // LINEFORWARDMODE_, exactly one
    std::string caller_address;  // of the modes for one caller
    std::uint32_t dest_country_code = 0;
    std::string dest_address;  // empty: such callers are turned away
};
// LINEFORWARDLIST (ns-tapi-lineforwardlist).
struct ForwardList {
    std::uint32_t total_size = Sized::kRoomForAll;
    std::vector<Forward> entries;
};
// LINECALLINFO (ns-tapi-linecallinfo).
struct CallInfo : Sized {
    HLine line{};
    std::uint32_t line_device_id = 0, address_id = 0;
    std::uint32_t bearer_mode = 0, rate = 0, media_mode = 0;
    std::uint32_t app_specific = 0, call_id = 0, related_call_id = 0;
    std::uint32_t call_param_flags = 0, call_states = 0;
    std::uint32_t monitor_digit_modes = 0, monitor_media_modes = 0;
    DialParams dial_params;
    std::uint32_t origin = 0, reason = 0, completion_id = 0;
    std::uint32_t num_owners = 0, num_monitors = 0;
    std::uint32_t country_code = 0, trunk = 0xFFFF'FFFF;
    std::uint32_t call_treatment = 0;  // LINECALLTREATMENT_; what follows came with 2.0
    std::string call_data;
    PartyId caller, called, connected, redirection, redirecting;
    std::string app_name, displayable_address, called_party, comment, user_user_info;
    std::vector<std::uint32_t> terminal_modes;  // LINETERMMODE_ by terminal id
};

// LINECALLSTATUS (ns-tapi-linecallstatus).
struct CallStatus : Sized {
    std::uint32_t call_state = 0, call_state_mode = 0, call_privilege = 0;
    std::uint32_t call_features = 0, call_features2 = 0;
    pbx::SimTime state_entry_time;
};

// LINEADDRESSCAPS (ns-tapi-lineaddresscaps): the fields that this product's operations are gated
// by.
struct AddressCaps : Sized {
    std::uint32_t line_device_id = 0;
    std::string address;
    std::uint32_t address_sharing = 0, address_states = 0, call_info_states = 0;
    std::uint32_t caller_id_flags = 0, called_id_flags = 0, connected_id_flags = 0;
    std::uint32_t redirection_id_flags = 0, redirecting_id_flags = 0;
    std::uint32_t call_states = 0, dial_tone_modes = 0, busy_modes = 0, special_info = 0;
    std::uint32_t disconnect_modes = 0, connected_modes = 0, offering_modes = 0;
    std::uint32_t max_num_active_calls = 0, max_num_on_hold_calls = 0,
                  max_num_on_hold_pending_calls = 0;
    std::uint32_t max_num_conference = 0, max_num_trans_conf = 0;
    std::uint32_t remove_from_conf_caps = 0, remove_from_conf_state = 0;
    std::uint32_t transfer_modes = 0;
    std::uint32_t addr_cap_flags = 0, call_features = 0, call_features2 = 0, address_features = 0;
    std::uint32_t park_modes = 0;  // LINEPARKMODE_
    std::uint32_t forward_modes = 0, max_forward_entries = 0, max_specific_entries = 0;
    std::uint32_t min_fwd_num_rings = 0, max_fwd_num_rings = 0;
    std::uint32_t max_call_completions = 0, call_completion_conds = 0, call_completion_modes = 0;
    std::uint32_t num_completion_messages = 0;
    std::uint32_t max_no_answer_timeout = 0;  // seconds
    std::uint32_t available_media_modes = 0;
    std::uint32_t max_call_data_size = 0;
    std::vector<std::uint32_t> call_treatments;  // LINECALLTREATMENT_
};

// LINEADDRESSSTATUS (ns-tapi-lineaddressstatus).
struct AddressStatus : Sized {
    std::uint32_t num_in_use = 0;
    std::uint32_t num_active_calls = 0, num_on_hold_calls = 0, num_on_hold_pend_calls = 0;
    std::uint32_t address_features = 0, num_rings_no_answer = 0;
    std::vector<Forward> forwards;              // the rules in force, as far as the line knows
    std::vector<std::uint32_t> terminal_modes;  // LINETERMMODE_ by terminal id
};

// LINETERMCAPS (ns-tapi-linetermcaps).
struct TermCaps {
    std::uint32_t term_dev = 0, term_modes = 0, term_sharing = 0;  // LINETERMDEV_, ...
};

// LINEDEVCAPS (ns-tapi-linedevcaps).
struct DevCaps : Sized {
    std::string provider_info, switch_info, line_name;
    std::uint32_t permanent_line_id = 0;
    std::uint32_t num_addresses = 0, address_modes = 0;
    std::uint32_t bearer_modes = 0, max_rate = 0, media_modes = 0;
    std::uint32_t dev_cap_flags = 0, max_num_active_calls = 0, answer_mode = 0;
    std::uint32_t ring_modes = 0, line_states = 0, line_features = 0;
    std::uint32_t uui_accept_size = 0, uui_answer_size = 0, uui_make_call_size = 0,
                  uui_drop_size = 0, uui_send_user_user_info_size = 0;
    std::uint32_t monitor_digit_modes = 0, generate_digit_modes = 0;
    std::uint32_t monitor_tone_max_num_freq = 0, monitor_tone_max_num_entries = 0;
    std::uint32_t generate_tone_modes = 0, generate_tone_max_num_freq = 0;
    std::uint32_t gather_digits_min_timeout = 0, gather_digits_max_timeout = 0;  // milliseconds
    DialParams min_dial_params, max_dial_params, default_dial_params;
    std::uint32_t settable_dev_status = 0;  // LINEDEVSTATUSFLAGS_; came with 2.0
    std::uint32_t num_terminals = 0;
    std::vector<TermCaps> terminals;  // by terminal id; without texts
};

// LINEDEVSTATUS (ns-tapi-linedevstatus).
struct LineDevStatus : Sized {
    std::uint32_t num_opens = 0, open_media_modes = 0;
    std::uint32_t num_active_calls = 0, num_on_hold_calls = 0, num_on_hold_pend_calls = 0;
    std::uint32_t line_features = 0, num_call_completions = 0, ring_mode = 0, dev_status_flags = 0;
    std::vector<std::uint32_t> terminal_modes;  // LINETERMMODE_ by terminal id
    std::vector<std::string>
        app_info;  // friendly names of the applications that have the line open
};

// VARSTRING (ns-tapi-varstring) with a device id in it, as lineGetID fills it.
struct DeviceId : Sized {
    std::uint32_t id = 0;
};

// VARSTRING with a text in it, as linePark fills it.
struct VarString : Sized {
    std::string text;
};

// LINECALLLIST (ns-tapi-linecalllist).
struct CallList : Sized {
    std::vector<HCall> calls;
};

// LINEREQMAKECALL (ns-tapi-linereqmakecall): a call that another program asks for.
struct MakeCallRequest {
    std::string dest_address, app_name, called_party, comment;
};

// What tapiGetLocationInfo tells of the location that calls are made from.
struct LocationInfo {
    std::string country_code, city_code;
};

// LINETRANSLATEOUTPUT (ns-tapi-linetranslateoutput).
struct TranslateOutput : Sized {
    std::string dialable, displayable;  // only the second may be shown
    std::uint32_t current_country = 0, dest_country = 0;
    std::uint32_t translate_results = 0;  // LINETRANSLATERESULT_
};

// LINELOCATIONENTRY and LINECARDENTRY, in LINETRANSLATECAPS (ns-tapi-linetranslatecaps). What came
// after the version that the application named is left out.
struct LocationEntry {
    std::uint32_t permanent_location_id = 0;
    std::string location_name;
    std::uint32_t country_code = 0;
    std::string city_code;
    std::uint32_t preferred_card_id = 0;
    std::string local_access_code, long_distance_access_code;
    std::string toll_prefix_list;  // prefixes with commas between them
    std::uint32_t country_id = 0, options = 0;
    std::string cancel_call_waiting;
};
struct CardEntry {
    std::uint32_t permanent_card_id = 0;
    std::string card_name;
    std::uint32_t card_number_digits = 0;  // the number itself is nobody's to see
    std::string same_area_rule, long_distance_rule, international_rule;
    std::uint32_t options = 0;
};
struct TranslateCaps : Sized {
    std::vector<LocationEntry> locations;
    std::uint32_t current_location_id = 0;
    std::vector<CardEntry> cards;  // not the hidden ones
    std::uint32_t current_preferred_card_id = 0;
};

// LINECOUNTRYLIST with its LINECOUNTRYENTRY (ns-tapi-linecountrylist, ns-tapi-linecountryentry).
struct CountryEntry {
    std::uint32_t country_id = 0, country_code = 0;
    std::uint32_t next_country_id = 0;  // 0: the last
    std::string country_name, same_area_rule, long_distance_rule, international_rule;
};
struct CountryList : Sized {
    std::vector<CountryEntry> countries;
};

}  // namespace pbxlab::lines
