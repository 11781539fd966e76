#include "lines/terminal_checks.h"

#include "lines/argument_checks.h"

namespace pbxlab::lines {

bool selected_address(const Subject& s, std::uint32_t) {
    return s.value != LINECALLSELECT_ADDRESS || s.address_id < s.line_device->addresses.size();
}
// A call that is given is what the request is about.
bool terminal_offered(const Subject& s, std::uint32_t) {
    const Profile& profile = s.profile();  // without terminals it offers nothing of the kind
    if (s.leg != nullptr) return (profile.call_features & LINECALLFEATURE_SETTERMINAL) != 0;
    return s.value == LINECALLSELECT_ADDRESS
               ? (profile.address_features & LINEADDRFEATURE_SETTERMINAL) != 0
               : (profile.line_features & LINEFEATURE_SETTERMINAL) != 0;
}
bool terminal_id(const Subject& s, std::uint32_t) {
    return s.route.terminal < s.profile().terminals;
}
// What a terminal cannot take does not go there: to turn that off is no mistake.
bool terminal_modes(const Subject& s, std::uint32_t) {
    const std::uint32_t known = s.route.enable
                                    ? terminal_caps(s.profile(), s.route.terminal).term_modes
                                    : all_bits("LINETERMMODE");
    return s.route.modes != 0 && (s.route.modes & ~known) == 0;
}

}  // namespace pbxlab::lines
