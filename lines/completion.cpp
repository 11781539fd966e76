// lineCompleteCall and lineUncompleteCall (nf-tapi-linecompletecall, nf-tapi-lineuncompletecall).
#include "lines/completion_checks.h"
#include "lines/completion_modes.h"

namespace pbxlab::lines {

LineResult Application::complete_call(HCall call, std::uint32_t* completion, std::uint32_t mode,
                                      std::uint32_t message) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = mode,
                    .other_value = message,
                    .pointer = completion != nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::CompleteCall, subject); refusal != 0)
        return refusal;
    return core_->submit_completion(subject,
                                    {.kind = pbx::OrderKind::Complete,
                                     .connection = subject.leg->connection,
                                     .complete_by = way_of(mode)},
                                    completion);
}

LineResult Application::uncomplete_call(HLine line, std::uint32_t completion) {
    Subject subject{.core = *core_, .app = index_, .line = line, .value = completion};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::UncompleteCall, subject); refusal != 0)
        return refusal;
    return core_->submit(Op::UncompleteCall, subject,
                         {.kind = pbx::OrderKind::Uncomplete,
                          .address = completing_address(subject, completion),
                          .completion = completion});
}

}  // namespace pbxlab::lines
