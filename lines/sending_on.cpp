// lineRedirect and lineBlindTransfer: the other party is sent on to a number
// (nf-tapi-lineredirectw, nf-tapi-lineblindtransferw).
#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

LineResult send_on(Op op, pbx::OrderKind kind, Subject subject, const char* destination) {
    subject.pointer = destination != nullptr;
    subject.has_number = destination != nullptr;
    subject.new_number = true;
    subject.find();
    if (destination != nullptr) subject.number = parse_dial_string(destination);
    if (const LineResult refusal = subject.core.refuse(op, subject); refusal != 0) return refusal;
    return subject.core.submit(op, subject,
                               {.kind = kind,
                                .connection = subject.leg->connection,
                                .digits = subject.number.digits,
                                .vet_number = subject.profile().bad_number != BadNumber::FailCall});
}

}  // namespace

LineResult Application::redirect(HCall call, const char* destination, std::uint32_t country_code) {
    return send_on(Op::Redirect, pbx::OrderKind::Redirect,
                   {.core = *core_, .app = index_, .call = call, .value = country_code},
                   destination);
}

LineResult Application::blind_transfer(HCall call, const char* destination,
                                       std::uint32_t country_code) {
    return send_on(Op::BlindTransfer, pbx::OrderKind::SendOn,
                   {.core = *core_, .app = index_, .call = call, .value = country_code},
                   destination);
}

}  // namespace pbxlab::lines
