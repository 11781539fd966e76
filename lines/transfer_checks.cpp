#include "lines/transfer_checks.h"

#include <bit>

#include "lines/call_checks.h"

namespace pbxlab::lines {

namespace {

pbx::Refusal consult_refusal(const Subject& s) {
    return s.core.exchange.check_consult(s.leg->connection, consultation_address(s));
}

bool is_held(const Subject& s, const Leg& leg, std::uint32_t states) {
    const bool any = s.profile().consult_model != ConsultModel::Consult;
    return (leg.state & (states | (any ? LINECALLSTATE_ONHOLD : 0U))) != 0;
}

// Whether the exchange would bring the two together: it knows more of them than their states.
bool fits(const Subject& s, const Leg& held, const Leg& other) {
    const pbx::Exchange& exchange = s.core.exchange;
    const std::uint32_t modes = s.value != 0 ? s.value : s.profile().transfer_modes;
    const bool transfer =
        (modes & LINETRANSFERMODE_TRANSFER) != 0 &&
        exchange.check_transfer(held.connection, other.connection) != pbx::Refusal::WrongState;
    return transfer ||
           ((modes & LINETRANSFERMODE_CONFERENCE) != 0 &&
            exchange.check_merge(held.connection, other.connection) != pbx::Refusal::WrongState);
}

}  // namespace

pbx::AddressId consultation_address(const Subject& s) {
    const bool named = s.params != nullptr && s.params->address_mode != 0;
    const bool of_call = !named && s.leg != nullptr;
    return s.core.address_of(*s.line_device, of_call ? s.leg->address : s.address_id);
}

bool not_shared(const Subject& s, std::uint32_t) {
    return s.leg->state != LINECALLSTATE_CONNECTED ||
           consult_refusal(s) != pbx::Refusal::WrongState;
}
bool target_address(const Subject& s, std::uint32_t) {
    if (s.params == nullptr) return true;
    if ((s.params->call_param_flags & kDialsAtOnce) == 0) return true;
    return destination(s, 0);
}
bool destination(const Subject& s, std::uint32_t) {
    return dial_string(s, 0) && offender(s) == '\0' && !s.number.partial &&
           !s.number.digits.empty();
}
bool consult_model(const Subject& s, std::uint32_t) {
    return s.profile().consult_model == ConsultModel::Consult;
}
bool pending_room(const Subject& s, std::uint32_t) {
    return consult_refusal(s) != pbx::Refusal::HoldFull;
}
bool consult_room(const Subject& s, std::uint32_t) {
    return consult_refusal(s) != pbx::Refusal::NoAppearance;
}

bool transfer_mode(const Subject& s, std::uint32_t) {
    return std::has_single_bit(s.value) &&
           s.value <= (LINETRANSFERMODE_TRANSFER | LINETRANSFERMODE_CONFERENCE);
}
bool transfer_mode_offered(const Subject& s, std::uint32_t) {
    return (s.value & ~s.profile().transfer_modes) == 0;
}
bool is_turned_round(const Subject& s) {
    return s.profile().complete_any_order && s.other_leg != nullptr &&
           !is_held(s, *s.leg, LINECALLSTATE_ONHOLDPENDTRANSFER) &&
           is_held(s, *s.other_leg, LINECALLSTATE_ONHOLDPENDTRANSFER);
}
pbx::Refusal transfer_refusal(const Subject& s) {
    const pbx::Exchange& exchange = s.core.exchange;
    const bool turned = is_turned_round(s);
    const pbx::ConnectionId held = (turned ? s.other_leg : s.leg)->connection;
    const pbx::ConnectionId other = (turned ? s.leg : s.other_leg)->connection;
    return s.value == LINETRANSFERMODE_CONFERENCE ? exchange.check_merge(held, other)
                                                  : exchange.check_transfer(held, other);
}
bool held_state(const Subject& s, std::uint32_t states) {
    return is_held(s, is_turned_round(s) ? *s.other_leg : *s.leg, states);
}
bool target_state(const Subject& s, std::uint32_t states) {
    const Leg& held = is_turned_round(s) ? *s.other_leg : *s.leg;
    const Leg& other = is_turned_round(s) ? *s.leg : *s.other_leg;
    const bool known = !is_held(s, held, LINECALLSTATE_ONHOLDPENDTRANSFER);
    return (other.state & states) != 0 && (known || fits(s, held, other));
}

}  // namespace pbxlab::lines
