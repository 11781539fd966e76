// Which LINE_LINEDEVSTATE and LINE_ADDRESSSTATE messages an application wants
// (nf-tapi-linesetstatusmessages).
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::set_status_messages(HLine line, std::uint32_t line_states,
                                            std::uint32_t address_states) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .value = line_states,
                    .other_value = address_states};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetStatusMessages, subject); refusal != 0)
        return refusal;
    subject.open->line_states = line_states;
    subject.open->address_states = address_states;
    return 0;
}

LineResult Application::get_status_messages(HLine line, std::uint32_t* line_states,
                                            std::uint32_t* address_states) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .pointer = line_states != nullptr && address_states != nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::GetStatusMessages, subject); refusal != 0)
        return refusal;
    *line_states = subject.open->line_states | LINEDEVSTATE_REINIT;  // cannot be turned off
    *address_states = subject.open->address_states;
    return 0;
}

}  // namespace pbxlab::lines
