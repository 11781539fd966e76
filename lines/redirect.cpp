// lineRedirect (nf-tapi-lineredirectw).
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::redirect(HCall call, const char* destination, std::uint32_t country_code) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = country_code,
                    .pointer = destination != nullptr,
                    .new_number = true};
    subject.find();
    subject.has_number = true;
    if (destination != nullptr) subject.number = parse_dial_string(destination);
    if (const LineResult refusal = core_->refuse(Op::Redirect, subject); refusal != 0)
        return refusal;
    return core_->submit(Op::Redirect, subject,
                         {.kind = pbx::OrderKind::Redirect,
                          .connection = subject.leg->connection,
                          .digits = subject.number.digits,
                          .vet_number = subject.profile().bad_number != BadNumber::FailCall});
}

}  // namespace pbxlab::lines
