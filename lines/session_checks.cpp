#include "lines/session_checks.h"

#include "lines/argument_checks.h"

namespace pbxlab::lines {

// --- initialising, versions, opening

bool no_proxy(const Subject& s, std::uint32_t) { return (s.value & LINEOPENOPTION_PROXY) == 0; }
bool device_id(const Subject& s, std::uint32_t other_value) {
    return s.device < s.core.devices.size() || (other_value != 0 && s.device == other_value);
}
bool api_version(const Subject& s, std::uint32_t) {
    return highest_version(s.low_version, s.version, s.profile()) != 0;
}
bool ext_version(const Subject& s, std::uint32_t) { return s.ext_version == 0; }
bool init_option(const Subject& s, std::uint32_t) {
    return s.value >= LINEINITIALIZEEXOPTION_USEHIDDENWINDOW &&
           s.value <= LINEINITIALIZEEXOPTION_USECOMPLETIONPORT;
}
bool app_name(const Subject& s, std::uint32_t) {
    return !s.initialize->module.empty() && displayable(s.initialize->module) &&
           displayable(s.initialize->friendly_name);
}
bool privilege_select(const Subject& s, std::uint32_t) {
    constexpr std::uint32_t kShares = LINECALLPRIVILEGE_MONITOR | LINECALLPRIVILEGE_OWNER;
    constexpr std::uint32_t kOptions = LINEOPENOPTION_SINGLEADDRESS | LINEOPENOPTION_PROXY;
    if (s.version < kTapi20 && (s.value & kOptions) != 0) return false;  // they came with 2.0
    const std::uint32_t wanted = s.value & ~kOptions;
    return wanted == LINECALLPRIVILEGE_NONE || (wanted != 0 && (wanted & ~kShares) == 0);
}
bool open_media(const Subject& s, std::uint32_t) {
    if ((s.value & LINECALLPRIVILEGE_OWNER) == 0) return true;
    return s.other_value != 0 && (s.other_value & ~s.profile().media_modes) == 0;
}
bool open_address(const Subject& s, std::uint32_t) {
    if ((s.value & LINEOPENOPTION_SINGLEADDRESS) == 0) return true;
    return s.params != nullptr && s.params->address_mode <= LINEADDRESSMODE_ADDRESSID &&
           s.params->address_id < s.line_device->addresses.size();
}
bool mapper(const Subject& s, std::uint32_t) { return s.line_device != nullptr; }

// --- selections

bool select(const Subject& s, std::uint32_t) {
    if (s.value == LINECALLSELECT_LINE || s.value == LINECALLSELECT_ADDRESS) return true;
    return s.value == LINECALLSELECT_DEVICEID && s.open->api_version >= kTapi21;
}
bool privilege(const Subject& s, std::uint32_t) { return one_bit_of(s.value, "LINECALLPRIVILEGE"); }
bool dev_status_flags(const Subject& s, std::uint32_t) {
    return s.value != 0 && (s.value & ~all_bits("LINEDEVSTATUSFLAGS")) == 0;
}
bool dev_status_settable(const Subject& s, std::uint32_t) {
    return (s.value & ~LINEDEVSTATUSFLAGS_MSGWAIT) == 0;
}
bool status_line_bits(const Subject& s, std::uint32_t) {
    return (s.value & ~all_bits("LINEDEVSTATE")) == 0;
}
bool status_address_bits(const Subject& s, std::uint32_t) {
    return (s.other_value & ~all_bits("LINEADDRESSSTATE")) == 0;
}

// --- how things stand

bool queue_not_empty(const Subject& s, std::uint32_t) { return !s.core.apps[s.app]->queue.empty(); }
bool present(const Subject& s, std::uint32_t) {
    return s.line_device == nullptr || !s.line_device->removed;
}
bool no_reinit(const Subject& s, std::uint32_t) { return !s.core.reinit_pending; }

}  // namespace pbxlab::lines
