// Faults of requests and of capabilities.
#include <algorithm>
#include <array>

#include "lines/fault_stage.h"

namespace pbxlab::lines {

namespace {

// The bits that offer an operation that is no call's.
struct OfLine {
    Op op;
    std::uint32_t address, line;
};
constexpr std::array kOfLines = {
    OfLine{Op::MakeCall, LINEADDRFEATURE_MAKECALL, LINEFEATURE_MAKECALL},
    OfLine{Op::Forward, LINEADDRFEATURE_FORWARD, LINEFEATURE_FORWARD},
    OfLine{Op::Unpark, LINEADDRFEATURE_UNPARK, 0},
    OfLine{Op::Pickup, LINEADDRFEATURE_PICKUP | kPickupKinds, 0},
    OfLine{Op::UncompleteCall, LINEADDRFEATURE_UNCOMPLETECALL, 0},
    OfLine{Op::SetupConference, LINEADDRFEATURE_SETUPCONF, 0},
};

std::uint32_t bits_of(const std::vector<Op>& ops, FeatureKind which) {
    std::uint32_t bits = 0;
    for (const Op op : ops) {
        if (which == FeatureKind::Call) bits |= operation(op).call_feature;
        for (const OfLine& row : kOfLines) {
            if (row.op != op || which == FeatureKind::Call) continue;
            bits |= which == FeatureKind::Address ? row.address : row.line;
        }
    }
    return bits;
}

}  // namespace

bool has_feature_bit(Op op) {
    return (bits_of({op}, FeatureKind::Call) | bits_of({op}, FeatureKind::Address)) != 0;
}

bool FaultStage::concerns(const Standing& standing, FaultKind kind, Op op, LegId leg,
                          std::uint32_t device, std::uint32_t app) const {
    const Fault& fault = standing.fault;
    if (!standing.live || fault.kind != kind) return false;
    if (fault.device != pbx::kNobody && fault.device != device) return false;
    if (fault.application != nullptr && fault.application != &core_.apps[app]->door) return false;
    if (fault.call != 0 && std::ranges::find(calls_, std::pair{fault.call, leg}) == calls_.end())
        return false;
    if (fault.ops.empty()) return operation(op).asynchronous;
    return std::ranges::find(fault.ops, op) != fault.ops.end();
}

void FaultStage::note_request(std::uint32_t fault, Op op, std::uint32_t device, std::uint32_t app) {
    if (observer_ == nullptr) return;
    observer_->on_fault({.at = core_.now(),
                         .fault = fault,
                         .after = core_.last_sequence,
                         .message = {},
                         .op = op,
                         .device = device,
                         .application = &core_.apps[app]->door});
}

LineResult FaultStage::refuse(Op op, const Subject& subject) {
    if (subject.app >= core_.apps.size() || subject.line_device == nullptr) return 0;
    const auto device = static_cast<std::uint32_t>(subject.line_device - core_.devices.data());
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
        if (!concerns(faults_[i], FaultKind::Fail, op, subject.leg_id, device, subject.app) ||
            !count(faults_[i]))
            continue;
        note_request(i, op, device, subject.app);
        const Fault& fault = faults_[i].fault;
        const LineResult error = fault.error;
        const bool later =
            operation(op).asynchronous && subject.open != nullptr && !fault.at_return;
        return later ? core_.reply_later(op, subject, error) : error;
    }
    return 0;
}

void FaultStage::shape(Request& request, const Subject& subject) {
    const auto device = static_cast<std::uint32_t>(subject.line_device - core_.devices.data());
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
        const FaultKind kind = faults_[i].fault.kind;
        const bool shapes = kind == FaultKind::Slow || kind == FaultKind::ReplyEarly ||
                            kind == FaultKind::ReplyLate;
        if (!shapes || !concerns(faults_[i], kind, request.op, request.leg, device, subject.app) ||
            !count(faults_[i]))
            continue;
        note_request(i, request.op, device, subject.app);
        if (kind == FaultKind::Slow) {
            request.slow += faults_[i].drawn;
            continue;
        }
        const bool late = kind == FaultKind::ReplyLate;
        request.reply_at_once = !late;
        request.reply_after_call = late;
        if (late) request.reply_order = ReplyOrder::StateFirst;
    }
}

std::uint32_t FaultStage::told(const Device& device, std::uint32_t app, FeatureKind which,
                               std::uint32_t bits) {
    const auto index = static_cast<std::uint32_t>(&device - core_.devices.data());
    std::uint32_t told = bits;
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
        Standing& standing = faults_[i];
        const FaultKind kind = standing.fault.kind;
        if (kind != FaultKind::Hide && kind != FaultKind::Advertise) continue;
        if (standing.fault.ops.empty()) continue;
        const Op op = standing.fault.ops.front();
        if (!concerns(standing, kind, op, {}, index, app)) continue;
        const std::uint32_t lie = bits_of(standing.fault.ops, which);
        const std::uint32_t after = kind == FaultKind::Hide ? told & ~lie : told | lie;
        if (after == told || !count(standing)) continue;
        note_request(i, op, index, app);
        told = after;
    }
    return told;
}

}  // namespace pbxlab::lines
