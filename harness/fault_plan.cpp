#include "harness/fault_plan.h"

#include <algorithm>

#include "harness/world.h"

namespace pbxlab::harness {

void FaultPlan::add(World& world, const FaultWords& words, lines::Fault fault) {
    if (!words.app.value.empty()) {
        const std::uint32_t seat = world.seat(words.app.value);
        if (seat != kNone) fault.application = world.seats()[seat].application();
    }
    if (!words.call.value.empty()) {
        const auto known = std::ranges::find(calls_, words.call.value);
        fault.call = static_cast<std::uint32_t>(known - calls_.begin()) + 1;
        if (known == calls_.end()) calls_.push_back(words.call.value);
    }
    world.telephony().add_fault(fault);
    faults_.push_back({.words = &words, .line = {}});
}

void FaultPlan::add(World& world, const FaultWords& words) {
    lines::Fault fault = fault_of(words);
    const bool named = !words.line.value.empty();
    if (named) fault.device = world.device(words.line.value);
    const bool to_come = named && fault.device == kNone;
    if (to_come) fault.device = kNone - 1;  // of no line until it comes
    add(world, words, fault);
    if (to_come) faults_.back().line = words.line.value;
}

void FaultPlan::add(World& world, const FaultWords& words, std::uint32_t device) {
    lines::Fault fault = fault_of(words);
    fault.device = device;
    add(world, words, fault);
    faults_.back().standing = true;
}

bool FaultPlan::end(World& world, std::string_view name) {
    bool found = false;
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
        if (faults_[i].words->name.value != name) continue;
        world.telephony().end_fault(i);
        found = true;
    }
    return found;
}

void FaultPlan::line_came(World& world, const std::string& name, std::uint32_t device) {
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
        if (faults_[i].line == name) world.telephony().aim_fault(i, device);
    }
}

void FaultPlan::call_named(World& world, std::string_view name, std::uint32_t seat,
                           lines::HCall call) {
    const auto known = std::ranges::find(calls_, name);
    if (known == calls_.end() || world.seats()[seat].is_tapi3()) return;
    world.telephony().call_is(static_cast<std::uint32_t>(known - calls_.begin()) + 1,
                              *world.seats()[seat].app, call);
}

}  // namespace pbxlab::harness
