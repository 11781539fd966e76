// Looking at calls, and privileges to them.
#include <fmt/format.h>

#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult get_call_info(Ask& ask) {
    lines::CallInfo info;
    return ask.fill(info,
                    [&ask](lines::CallInfo* to) { return ask.app().get_call_info(ask.call, to); });
}

lines::LineResult get_call_status(Ask& ask) {
    lines::CallStatus status;
    return ask.fill(
        status, [&ask](lines::CallStatus* to) { return ask.app().get_call_status(ask.call, to); });
}

lines::LineResult get_new_calls(Ask& ask) {
    const std::uint32_t select =
        ask.step.raw_bits.value_or(ask.step.select.value_or(lines::LINECALLSELECT_LINE));
    return ask.fill(ask.calls, [&ask, select](lines::CallList* to) {
        return ask.app().get_new_calls(ask.line, ask.step.address_id.value_or(0), select, to);
    });
}

// Names the handles in the order of the list; as many as there are names.
void keep_calls(Ask& ask) {
    const auto& names = ask.step.as;
    for (std::size_t i = 0; i < ask.calls.calls.size(); ++i) {
        const std::uint32_t call = ask.run.given(ask.seat_index, ask.calls.calls[i]);
        if (i < names.size()) ask.run.log.name(call, names[i].value);
    }
    if (names.empty() || names.size() == ask.calls.calls.size()) return;
    ask.run.fail({.what = "getNewCalls did not bring as many calls as there are names for",
                  .expected = fmt::format("{}", names.size()),
                  .got = fmt::format("{}", ask.calls.calls.size())});
}

lines::LineResult set_call_privilege(Ask& ask) {
    return ask.app().set_call_privilege(ask.call,
                                        ask.step.raw_bits.value_or(ask.step.privilege.value_or(0)));
}

}  // namespace

const std::array<Verb, 4> kCallDataVerbs = {{
    {lines::Op::GetCallInfo, get_call_info},
    {lines::Op::GetCallStatus, get_call_status},
    {lines::Op::GetNewCalls, get_new_calls, keep_calls},
    {lines::Op::SetCallPrivilege, set_call_privilege},
}};

}  // namespace pbxlab::harness
