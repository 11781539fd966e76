// Functions for things that the exchange does not have: terminals, a provider's own media streams
// and extensions. The arguments that TAPI itself looks at are looked at here too; what remains is
// LINEERR_OPERATIONUNAVAIL (nf-tapi-linesetterminal, nf-tapi-linesetmediacontrol,
// nf-tapi-linedevspecific, nf-tapi-linedevspecificfeature).
#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

LineResult refuse_selected(Core& core, Op op, Subject subject, std::uint32_t select) {
    if (select == LINECALLSELECT_CALL) subject.line = kNoLine;
    if (select != LINECALLSELECT_CALL) subject.call = kNoCall;
    subject.value = select;
    subject.find();
    return core.refuse(op, subject);
}

}  // namespace

LineResult Application::set_terminal(HLine line, std::uint32_t, HCall call, std::uint32_t select,
                                     std::uint32_t, std::uint32_t, bool) {
    return refuse_selected(*core_, Op::SetTerminal,
                           {.core = *core_, .app = index_, .line = line, .call = call}, select);
}

LineResult Application::set_media_control(HLine line, std::uint32_t, HCall call,
                                          std::uint32_t select) {
    return refuse_selected(*core_, Op::SetMediaControl,
                           {.core = *core_, .app = index_, .line = line, .call = call}, select);
}

LineResult Application::dev_specific(HLine line, std::uint32_t, HCall, std::string_view) {
    Subject subject{.core = *core_, .app = index_, .line = line};
    subject.find();
    return core_->refuse(Op::DevSpecific, subject);
}

LineResult Application::dev_specific_feature(HLine line, std::uint32_t, std::string_view) {
    Subject subject{.core = *core_, .app = index_, .line = line};
    subject.find();
    return core_->refuse(Op::DevSpecificFeature, subject);
}

}  // namespace pbxlab::lines
