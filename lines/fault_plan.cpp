// The plan of faults, as it is given from outside.
#include "lines/fault_stage.h"

namespace pbxlab::lines {

namespace {

FaultStage& stage(Core& core) {
    if (!core.faults) core.faults = std::make_unique<FaultStage>(core, core.options.seed);
    return *core.faults;
}

}  // namespace

std::uint32_t Telephony::add_fault(const Fault& fault) { return stage(*core_).add(fault); }

void Telephony::end_fault(std::uint32_t fault) { stage(*core_).end(fault); }

void Telephony::end_faults() {
    if (core_->faults) core_->faults->end_all();
}

void Telephony::aim_fault(std::uint32_t fault, std::uint32_t device) {
    stage(*core_).aim(fault, device);
}

std::uint64_t Telephony::fired(std::uint32_t fault) const {
    return core_->faults ? core_->faults->fired(fault) : 0;
}

void Telephony::observe_faults(FaultObserver* observer) {
    if (core_->faults || observer != nullptr) stage(*core_).observe(observer);
}

void Telephony::call_is(std::uint32_t name, const Application& application, HCall call) {
    const CallHandle* handle = core_->handles.find(core_->find_call(call));
    if (handle == nullptr || core_->opens.find(handle->open)->app >= core_->apps.size()) return;
    if (&core_->apps[core_->opens.find(handle->open)->app]->door != &application) return;
    stage(*core_).call_is(name, handle->leg);
}

}  // namespace pbxlab::lines
