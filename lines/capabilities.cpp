// lineGetDevCaps (nf-tapi-linegetdevcaps).
#include "lines/capabilities.h"

#include <algorithm>

#include "lines/guards.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

struct FlagOf {
    bool Profile::*offered;
    std::uint32_t flag;
};

std::uint32_t dev_cap_flags(const Profile& profile) {
    constexpr FlagOf kFlags[] = {{&Profile::dial_billing, LINEDEVCAPFLAGS_DIALBILLING},
                                 {&Profile::dial_quiet, LINEDEVCAPFLAGS_DIALQUIET},
                                 {&Profile::dial_dialtone, LINEDEVCAPFLAGS_DIALDIALTONE},
                                 {&Profile::drop_on_close, LINEDEVCAPFLAGS_CLOSEDROP}};
    std::uint32_t flags = offers_conference(profile) ? LINEDEVCAPFLAGS_CROSSADDRCONF : 0;
    for (const FlagOf& entry : kFlags) flags |= profile.*entry.offered ? entry.flag : 0;
    return flags;
}

// Calls that met a busy or unanswered party can be finished later.
std::uint32_t answer_mode(pbx::OnAnswer on_answer) {
    switch (on_answer) {
        case pbx::OnAnswer::LeaveActive: return LINEANSWERMODE_NONE;
        case pbx::OnAnswer::DropActive: return LINEANSWERMODE_DROP;
        case pbx::OnAnswer::HoldActive: return LINEANSWERMODE_HOLD;
    }
    return LINEANSWERMODE_NONE;
}

std::uint32_t line_states(const Profile& profile) {
    std::uint32_t states = LINEDEVSTATE_RINGING | LINEDEVSTATE_OPEN | LINEDEVSTATE_CLOSE |
                           LINEDEVSTATE_REINIT | LINEDEVSTATE_TRANSLATECHANGE;
    states |= LINEDEVSTATE_CONNECTED | LINEDEVSTATE_DISCONNECTED | LINEDEVSTATE_CAPSCHANGE |
              LINEDEVSTATE_REMOVED | LINEDEVSTATE_NUMCOMPLETIONS | LINEDEVSTATE_COMPLCANCEL;
    if (profile.message_waiting) states |= LINEDEVSTATE_MSGWAITON | LINEDEVSTATE_MSGWAITOFF;
    if (profile.reports_numcalls) states |= LINEDEVSTATE_NUMCALLS;
    if (offers_terminals(profile)) states |= LINEDEVSTATE_TERMINALS;
    if (profile.reports_inservice) states |= LINEDEVSTATE_INSERVICE | LINEDEVSTATE_OUTOFSERVICE;
    return states;
}

std::uint32_t most_active(const Core& core, const Device& device) {
    const pbx::Station& station = core.exchange.station(device.station);
    std::uint32_t sum = 0;
    for (const pbx::AddressId id : station.addresses)
        sum += core.exchange.address(id).spec->max_active;
    return station.max_active == 0 ? sum : std::min(sum, station.max_active);
}

void fill_inband(const Profile& profile, const pbx::Policy& policy, DevCaps& caps) {
    const auto milliseconds = [](pbx::Duration span) {
        return static_cast<std::uint32_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
    };
    caps.monitor_digit_modes = profile.monitor_digit_modes;
    caps.generate_digit_modes = profile.generate_digit_modes;
    caps.monitor_tone_max_num_freq = profile.monitor_tone_freqs;
    caps.monitor_tone_max_num_entries = profile.monitor_tone_entries;
    caps.generate_tone_modes = profile.generate_tone_modes;
    caps.generate_tone_max_num_freq = profile.generate_tone_freqs;
    caps.gather_digits_min_timeout = profile.gather_min_timeout;
    caps.gather_digits_max_timeout = profile.gather_max_timeout;
    caps.min_dial_params.digit_duration = milliseconds(policy.shortest_digit);
    caps.max_dial_params.digit_duration = milliseconds(policy.longest_digit);
    caps.default_dial_params.digit_duration = milliseconds(policy.digit_time);
}

void fill(const Core& core, const Device& device, DevCaps& caps) {
    const Profile& profile = core.profile(device);
    caps.permanent_line_id = device.station.index + 1;
    caps.num_addresses = static_cast<std::uint32_t>(device.addresses.size());
    caps.address_modes = LINEADDRESSMODE_ADDRESSID | LINEADDRESSMODE_DIALABLEADDR;
    caps.bearer_modes = profile.bearer_modes;
    caps.max_rate = profile.max_rate;
    caps.media_modes = profile.media_modes;
    caps.dev_cap_flags = dev_cap_flags(profile);
    caps.max_num_active_calls = most_active(core, device);
    caps.answer_mode = answer_mode(core.policy(device).on_answer);
    caps.ring_modes = 1;
    caps.line_states = line_states(profile);
    caps.line_features = offered_line_features(profile);
    caps.uui_accept_size = profile.uui_accept_size;
    caps.uui_answer_size = profile.uui_answer_size;
    caps.uui_make_call_size = profile.uui_make_call_size;
    caps.uui_drop_size = profile.uui_drop_size;
    caps.uui_send_user_user_info_size = profile.uui_send_size;
    fill_inband(profile, core.policy(device), caps);
}

void fill_terminals(const Profile& profile, DevCaps& caps, SizeCount& size) {
    constexpr std::size_t kEntrySize = 12;  // of a LINETERMCAPS
    caps.num_terminals = profile.terminals;
    if (!size.fits(profile.terminals * kEntrySize)) return;
    for (std::uint32_t i = 0; i < profile.terminals; ++i)
        caps.terminals.push_back(terminal_caps(profile, i));
}

}  // namespace

LineResult Application::get_dev_caps(std::uint32_t device, std::uint32_t api_version,
                                     std::uint32_t ext_version, DevCaps* caps) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .device = device,
                    .version = api_version,
                    .low_version = api_version,
                    .ext_version = ext_version,
                    .pointer = caps != nullptr};
    subject.find();
    if (caps != nullptr) subject.total_size = caps->total_size;
    subject.fixed_size = fixed_size(Structure::DevCaps, api_version);
    if (const LineResult refusal = core_->refuse(Op::GetDevCaps, subject); refusal != 0)
        return refusal;
    const std::uint32_t room = caps->total_size;
    *caps = DevCaps{};
    caps->total_size = room;
    SizeCount size{*caps, subject.fixed_size};
    fill(*core_, *subject.line_device, *caps);
    caps->line_features =
        core_->told(*subject.line_device, index_, FeatureKind::Line, caps->line_features);
    if (api_version < kTapi14) caps->line_features = 0;  // came with 1.4
    const bool lamp = (subject.profile().line_features & LINEFEATURE_SETDEVSTATUS) != 0;
    if (lamp && api_version >= kTapi20) caps->settable_dev_status = LINEDEVSTATUSFLAGS_MSGWAIT;
    caps->provider_info = size.text("pbxlab");
    caps->switch_info = size.text("pbxlab virtual switch");
    caps->line_name = size.text(core_->exchange.name(subject.line_device->station));
    fill_terminals(subject.profile(), *caps, size);
    return 0;
}

}  // namespace pbxlab::lines
