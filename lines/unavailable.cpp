// Functions for things that the exchange does not have: a provider's own media streams and
// extensions. The arguments that TAPI itself looks at are looked at here too; what remains is
// LINEERR_OPERATIONUNAVAIL (nf-tapi-linesetmediacontrol, nf-tapi-linedevspecific,
// nf-tapi-linedevspecificfeature).
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::set_media_control(HLine line, std::uint32_t, HCall call,
                                          std::uint32_t select) {
    const bool of_call = select == LINECALLSELECT_CALL;
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = of_call ? kNoLine : line,
                    .call = of_call ? call : kNoCall,
                    .value = select};
    subject.find();
    return core_->refuse(Op::SetMediaControl, subject);
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
