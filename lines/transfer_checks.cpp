#include "lines/transfer_checks.h"

#include "lines/call_checks.h"

namespace pbxlab::lines {

namespace {

pbx::Refusal consult_refusal(const Subject& s) {
    return s.core.exchange.check_consult(s.leg->connection, consultation_address(s));
}

}  // namespace

pbx::AddressId consultation_address(const Subject& s) {
    const bool named = s.params != nullptr && s.params->address_mode != 0;
    return s.core.address_of(*s.line_device, named ? s.address_id : s.leg->address);
}

bool not_shared(const Subject& s, std::uint32_t) {
    return s.leg->state != LINECALLSTATE_CONNECTED ||
           consult_refusal(s) != pbx::Refusal::WrongState;
}
bool target_address(const Subject& s, std::uint32_t) {
    if (s.params == nullptr) return true;
    if ((s.params->call_param_flags & LINECALLPARAMFLAGS_ONESTEPTRANSFER) == 0) return true;
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

}  // namespace pbxlab::lines
