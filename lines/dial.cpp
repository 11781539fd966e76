// lineDial (nf-tapi-linedialw).
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::dial(HCall call, const char* destination, std::uint32_t country_code) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = country_code,
                    .pointer = destination != nullptr};
    subject.find();
    if (destination != nullptr) {
        subject.has_number = true;
        subject.number = parse_dial_string(destination);
    }
    if (const LineResult refusal = core_->refuse(Op::Dial, subject); refusal != 0) return refusal;
    // A profile that takes digits in any state passes them on where nobody collects them any more.
    const pbx::Connection* connection = core_->exchange.find(subject.leg->connection);
    const bool collects = connection != nullptr && (connection->state == pbx::ConnState::DialTone ||
                                                    connection->state == pbx::ConnState::Dialing);
    if (!collects) return core_->reply_later(Op::Dial, subject, 0);
    return core_->submit(Op::Dial, subject,
                         {.kind = pbx::OrderKind::Dial,
                          .connection = subject.leg->connection,
                          .digits = subject.number.digits,
                          .pauses = subject.number.pauses,
                          .more = subject.number.partial,
                          .vet_number = subject.profile().bad_number != BadNumber::FailCall});
}

}  // namespace pbxlab::lines
