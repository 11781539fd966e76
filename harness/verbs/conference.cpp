// Conferences.
#include <fmt/format.h>

#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

const lines::CallParams* params_of(const Step& step) {
    return step.has_params ? &step.params : nullptr;
}

lines::LineResult setup_conference(Ask& ask) {
    const Step& step = ask.step;
    const bool null = step.null_pointer;
    return ask.app().setup_conference(ask.call, ask.line, null ? nullptr : ask.conference,
                                      null ? nullptr : ask.target, step.num_parties,
                                      params_of(step));
}

lines::LineResult prepare_add_to_conference(Ask& ask) {
    return ask.app().prepare_add_to_conference(
        ask.call, ask.step.null_pointer ? nullptr : ask.target, params_of(ask.step));
}

lines::LineResult add_to_conference(Ask& ask) {
    return ask.app().add_to_conference(ask.call, ask.other);
}

lines::LineResult remove_from_conference(Ask& ask) {
    return ask.app().remove_from_conference(ask.call);
}

lines::LineResult get_conf_related_calls(Ask& ask) {
    return ask.fill(ask.calls, [&ask](lines::CallList* to) {
        return ask.app().get_conf_related_calls(ask.call, to);
    });
}

std::string listed(const Ask& ask) {
    std::string text;
    for (const lines::HCall call : ask.calls.calls) {
        const std::uint32_t record = ask.run.log.find(ask.seat_index, call);
        const bool named = record != kNone && !ask.run.log.calls()[record].name.empty();
        text += text.empty() ? "" : ", ";
        text += named ? ask.run.log.calls()[record].name : "a call without a name";
    }
    return text.empty() ? "no call" : text;
}

// The calls in the order of the list: a name that some call has already stands for that one.
void keep_conference(Ask& ask) {
    const auto& names = ask.step.as;
    const auto& calls = ask.calls.calls;
    const std::string got = listed(ask);
    bool right = names.empty() || names.size() == calls.size();
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const std::uint32_t call = ask.run.given(ask.seat_index, calls[i]);
        if (i >= names.size()) continue;
        const std::uint32_t known = ask.run.log.find(names[i].value);
        right = right && (known == kNone || known == call);
        if (known == kNone) ask.run.log.name(call, names[i].value);
    }
    if (right) return;
    std::string wanted;
    for (const Text& name : names) wanted += (wanted.empty() ? "" : ", ") + name.value;
    ask.run.fail(
        {.what = "getConfRelatedCalls brought other calls", .expected = wanted, .got = got});
}

}  // namespace

const std::array<Verb, 5> kConferenceVerbs = {{
    {lines::Op::SetupConference, setup_conference},
    {lines::Op::PrepareAddToConference, prepare_add_to_conference},
    {lines::Op::AddToConference, add_to_conference},
    {lines::Op::RemoveFromConference, remove_from_conference},
    {lines::Op::GetConfRelatedCalls, get_conf_related_calls, keep_conference},
}};

}  // namespace pbxlab::harness
