// A fault of any kind, for random courses.
#pragma once

#include <array>

#include "lines/faults.h"

namespace pbxlab::lines::test {

template <class Chance>
MessageKind any_message(Chance& chance) {
    constexpr std::array kIds = {LINE_CALLSTATE,    LINE_CALLINFO, LINE_LINEDEVSTATE,
                                 LINE_ADDRESSSTATE, LINE_REPLY,    LINE_APPNEWCALL,
                                 LINE_CLOSE};
    if (chance.once_in(8)) return {};
    const std::uint32_t id = kIds.at(chance.below(kIds.size()));
    const bool any = chance.once_in(3) || id == LINE_REPLY;
    return {.id = id, .bits = any ? 0 : 1U << chance.below(16)};
}

// All but asking everybody to start anew: nobody here does so.
template <class Chance>
Fault any_fault(Chance& chance, std::uint32_t lines) {
    using namespace std::chrono_literals;
    constexpr std::array kOps = {Op::MakeCall, Op::Drop,   Op::Answer,        Op::Hold,
                                 Op::Unhold,   Op::Park,   Op::SetupTransfer, Op::CompleteTransfer,
                                 Op::Forward,  Op::Unpark, Op::SetCallData,   Op::AddToConference};
    Fault fault;
    fault.kind = static_cast<FaultKind>(chance.below(15));
    fault.messages = {any_message(chance)};
    const bool of_states = fault.kind == FaultKind::Split || fault.kind == FaultKind::Merge;
    if (of_states) fault.messages = {{.id = LINE_CALLSTATE, .bits = 1U << chance.below(14)}};
    if (!chance.once_in(3)) fault.ops = {kOps.at(chance.below(kOps.size()))};
    const bool of_features = fault.kind == FaultKind::Hide || fault.kind == FaultKind::Advertise;
    if (fault.ops.empty() && (of_features || fault.kind == FaultKind::Fail)) fault.ops = {Op::Hold};
    if (!chance.once_in(4)) fault.device = chance.below(lines);
    fault.from = 1 + chance.below(2);
    fault.times = chance.below(4);
    fault.least = pbx::Duration{chance.below(200'000)};
    fault.most = fault.least + pbx::Duration{chance.below(2'000'000)};
    fault.param = chance.below(4);
    fault.value = chance.once_in(2) ? chance.below(0x1'0000) : 0;
    fault.at_return = chance.once_in(2);
    fault.holds_back = chance.once_in(2);
    fault.act = static_cast<FaultAct>(chance.below(5));
    if (fault.act == FaultAct::Reinit) fault.act = FaultAct::SpuriousCall;
    fault.lasts =
        chance.once_in(3) ? pbx::Duration{} : pbx::Duration{100'000 + chance.below(2'000'000)};
    return fault;
}

}  // namespace pbxlab::lines::test
