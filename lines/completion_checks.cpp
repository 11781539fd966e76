#include "lines/completion_checks.h"

#include <bit>

#include "lines/completion_modes.h"

namespace pbxlab::lines {

pbx::Refusal completion_refusal(const Subject& s) {
    return s.core.exchange.check_complete(s.leg->connection, way_of(s.value));
}

bool completion_mode(const Subject& s, std::uint32_t) {
    return std::has_single_bit(s.value) && (s.value & ~s.profile().completion_modes) == 0;
}

bool message_id(const Subject& s, std::uint32_t) {
    return s.value != LINECALLCOMPLMODE_MESSAGE || s.other_value < s.profile().completion_messages;
}

// Its state, the condition that the line offers for it, and that it met a station. Nobody can camp
// on, or break in on, a station that rings.
bool completion_state(const Subject& s, std::uint32_t states) {
    const std::uint32_t state = s.leg->state & states;
    const std::uint32_t needs =
        state == LINECALLSTATE_BUSY ? LINECALLCOMPLCOND_BUSY : LINECALLCOMPLCOND_NOANSWER;
    if (state == 0 || (s.profile().completion_conds & needs) == 0) return false;
    const bool of_busy =
        s.value == LINECALLCOMPLMODE_CAMPON || s.value == LINECALLCOMPLMODE_INTRUDE;
    if (of_busy && state != LINECALLSTATE_BUSY) return false;
    const pbx::Refusal refusal =
        s.core.exchange.check_complete(s.leg->connection, pbx::CompleteBy::CallBack);
    return refusal != pbx::Refusal::WrongState && refusal != pbx::Refusal::Gone;
}

bool completion_room(const Subject& s, std::uint32_t) {
    return s.core.exchange.check_complete(s.leg->connection, pbx::CompleteBy::CallBack) !=
           pbx::Refusal::Full;
}

bool completion_id(const Subject& s, std::uint32_t) {
    return completing_address(s, s.value).valid();
}

pbx::AddressId completing_address(const Subject& s, std::uint32_t completion) {
    const auto count = static_cast<std::uint32_t>(s.line_device->addresses.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const pbx::AddressId own = s.core.address_of(*s.line_device, i);
        if (s.core.exchange.has_completion(own, completion)) return own;
    }
    return {};
}

}  // namespace pbxlab::lines
