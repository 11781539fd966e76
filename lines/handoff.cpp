// lineHandoff: a call passes to another application. The exchange has no part in it
// (nf-tapi-linehandoffw; reference: call-model 10).
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::hand_off(HCall call, const char* module, std::uint32_t media_mode) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = media_mode,
                    .text = module != nullptr ? module : "",
                    .directed = module != nullptr};
    subject.find();
    if (subject.leg != nullptr) {
        subject.target = subject.directed
                             ? core_->owner_of_module(*subject.leg, subject.text, index_)
                             : core_->owner_for(*subject.leg, media_mode);
    }
    if (const LineResult refusal = core_->refuse(Op::HandOff, subject); refusal != 0)
        return refusal;
    // Whoever hands a call to itself has it already, and is not told so.
    if (core_->opens.find(subject.target)->app == index_) return 0;
    core_->hand_off(subject.leg_id, subject.target, subject.open_id);
    return 0;
}

}  // namespace pbxlab::lines
