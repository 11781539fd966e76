// lineGatherDigits (nf-tapi-linegatherdigitsw, digit-gathering).
#include <algorithm>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

void arm(Core& core, Gathering& gathering, std::uint32_t milliseconds, LineDue due) {
    core.exchange.scheduler().cancel(gathering.timer);
    if (milliseconds == 0) return;
    gathering.timer = core.exchange.scheduler().set(
        std::chrono::milliseconds{milliseconds}, core, static_cast<std::uint32_t>(due),
        std::uint64_t{gathering.handle.generation} << 32U | gathering.handle.index);
}

}  // namespace

void Core::end_gathering(Leg& leg, std::uint32_t how) {
    if (!leg.extras || !leg.extras->inband || !leg.extras->inband->gathering) return;
    const Gathering done = std::move(*leg.extras->inband->gathering);
    leg.extras->inband->gathering.reset();
    exchange.scheduler().cancel(done.timer);
    std::ranges::copy(done.digits, done.buffer);
    if (done.digits.size() < done.wanted) done.buffer[done.digits.size()] = '\0';
    post_inband(done.handle, LINE_GATHERDIGITS, how, 0);
}

void Core::gather_digit(Leg& leg, char digit, std::uint32_t mode) {
    auto& gathering = leg.extras->inband->gathering;
    if (!gathering || (gathering->digit_modes & mode) == 0) return;
    gathering->digits.push_back(digit);
    // A terminating digit in the last place terminates (edge case 131).
    if (gathering->ends.find(digit) != std::string::npos)
        return end_gathering(leg, LINEGATHERTERM_TERMDIGIT);
    if (gathering->digits.size() == gathering->wanted)
        return end_gathering(leg, LINEGATHERTERM_BUFFERFULL);
    arm(*this, *gathering, gathering->inter_timeout, LineDue::NextDigit);
}

void Core::digit_overdue(HandleId id, std::uint32_t how) {
    const CallHandle* handle = handles.find(id);
    if (handle == nullptr) return;
    Leg& leg = *legs.find(handle->leg);
    const bool keeps = profile(devices[leg.device]).gather_timeout_keeps;
    if (!keeps && leg.extras && leg.extras->inband && leg.extras->inband->gathering)
        leg.extras->inband->gathering->digits.clear();
    end_gathering(leg, how);
}

LineResult Application::gather_digits(HCall call, std::uint32_t digit_modes, char* digits,
                                      std::uint32_t num_digits, const char* termination_digits,
                                      std::uint32_t first_timeout, std::uint32_t inter_timeout) {
    const std::string_view ends = termination_digits != nullptr ? termination_digits : "";
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = digit_modes,
                    .other_value = num_digits,
                    .cancels = digits == nullptr,
                    .ends = ends,
                    .times = {first_timeout, inter_timeout}};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::GatherDigits, subject); refusal != 0)
        return refusal;
    Leg& leg = *subject.leg;
    core_->end_gathering(leg, LINEGATHERTERM_CANCEL);
    if (digits == nullptr || num_digits == 0) return 0;
    Gathering& gathering = core_->inband(leg).gathering.emplace();
    gathering.handle = subject.handle_id;
    gathering.digit_modes = digit_modes;
    gathering.wanted = num_digits;
    gathering.ends = ends;
    gathering.inter_timeout = inter_timeout;
    gathering.buffer = digits;
    arm(*core_, gathering, first_timeout, LineDue::FirstDigit);
    return 0;
}

}  // namespace pbxlab::lines
