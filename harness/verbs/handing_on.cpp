// Handing calls on, who comes first, calls that other programs ask for, where low-level events go,
// and what the exchange does not have.
#include <fmt/format.h>

#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

const char* text_or_null(const Text& text) {
    return text.value.empty() ? nullptr : text.value.c_str();
}
const char* text_or_null(const std::optional<Text>& text) {
    return text ? text->value.c_str() : nullptr;
}

// The name of the program, or NULL where the step gives none.
const char* module(const Ask& ask) { return text_or_null(ask.step.module); }

std::uint32_t media(const Ask& ask) {
    return ask.step.raw_bits.value_or(ask.step.media.value_or(0));
}

std::uint32_t request_mode(const Ask& ask) {
    return ask.step.request_mode.value_or(lines::LINEREQUESTMODE_MAKECALL);
}

// --- handing off, and priorities

lines::LineResult hand_off(Ask& ask) {
    return ask.app().hand_off(ask.call, module(ask), media(ask));
}

lines::LineResult set_app_priority(Ask& ask) {
    return ask.app().set_app_priority(module(ask), media(ask), request_mode(ask),
                                      ask.step.priority.value_or(1));
}

lines::LineResult get_app_priority(Ask& ask) {
    return ask.app().get_app_priority(module(ask), media(ask), request_mode(ask), ask.number());
}

// --- calls that other programs ask for

lines::LineResult register_recipient(Ask& ask) {
    return ask.app().register_request_recipient(0, request_mode(ask), ask.step.enable);
}

lines::LineResult get_request(Ask& ask) {
    return ask.app().get_request(request_mode(ask),
                                 ask.step.null_pointer ? nullptr : &ask.asked_call);
}

lines::LineResult request_make_call(Ask& ask) {
    const Conditions& texts = *ask.step.conditions;
    return ask.app().request_make_call(
        ask.step.to_null ? nullptr : text_or_null(ask.step.to), text_or_null(texts.app_name),
        text_or_null(texts.called_party), text_or_null(texts.comment));
}

lines::LineResult get_location_info(Ask& ask) {
    return ask.app().get_location_info(ask.step.null_pointer ? nullptr : &ask.location);
}

// Holds a text that was brought against what the step says of it.
void judge_text(Ask& ask, std::string_view word, const std::optional<Text>& wanted,
                const std::string& got) {
    if (!wanted || wanted->value == got || ask.run.over()) return;
    ask.run.fail({.what = fmt::format("{} did not give the {} that was expected",
                                      lines::operation(ask.step.op).word, word),
                  .expected = wanted->value,
                  .got = got});
}

void judge_request(Ask& ask) {
    const Gives& gives = *ask.step.gives;
    judge_text(ask, "destAddress", gives.dest_address, ask.asked_call.dest_address);
    judge_text(ask, "appName", gives.app_name, ask.asked_call.app_name);
    judge_text(ask, "calledParty", gives.called_party, ask.asked_call.called_party);
    judge_text(ask, "comment", gives.comment, ask.asked_call.comment);
}

void judge_location(Ask& ask) {
    const Gives& gives = *ask.step.gives;
    judge_text(ask, "area", gives.area, ask.location.city_code);
    if (!gives.country_code) return;
    judge_text(ask, "countryCode", Text{std::to_string(*gives.country_code), {}},
               ask.location.country_code);
}

// --- where low-level events go, and what the exchange does not have

std::uint32_t selected(const Ask& ask) {
    const std::uint32_t usual =
        ask.step.call.value.empty() ? lines::LINECALLSELECT_LINE : lines::LINECALLSELECT_CALL;
    return ask.step.raw_bits.value_or(ask.step.select.value_or(usual));
}

// An address that is named is what is meant.
lines::LineResult set_terminal(Ask& ask) {
    const Step& step = ask.step;
    const bool of_address = step.address_id && !step.select && !step.raw_bits;
    return ask.app().set_terminal(ask.line, step.address_id.value_or(0), ask.call,
                                  of_address ? lines::LINECALLSELECT_ADDRESS : selected(ask),
                                  step.terminal_modes.value_or(0), step.terminal.value_or(0),
                                  step.enable);
}

lines::LineResult set_media_control(Ask& ask) {
    return ask.app().set_media_control(ask.line, ask.step.address_id.value_or(0), ask.call,
                                       selected(ask));
}

lines::LineResult dev_specific(Ask& ask) {
    return ask.app().dev_specific(ask.line, ask.step.address_id.value_or(0), lines::kNoCall, {});
}

lines::LineResult dev_specific_feature(Ask& ask) {
    return ask.app().dev_specific_feature(ask.line, 0, {});
}

}  // namespace

const std::array<Verb, 11> kHandingOnVerbs = {{
    {lines::Op::HandOff, hand_off},
    {lines::Op::SetAppPriority, set_app_priority},
    {lines::Op::GetAppPriority, get_app_priority},
    {lines::Op::RegisterRequestRecipient, register_recipient},
    {lines::Op::GetRequest, get_request, judge_request},
    {lines::Op::RequestMakeCall, request_make_call},
    {lines::Op::GetLocationInfo, get_location_info, judge_location},
    {lines::Op::SetTerminal, set_terminal},
    {lines::Op::SetMediaControl, set_media_control},
    {lines::Op::DevSpecific, dev_specific},
    {lines::Op::DevSpecificFeature, dev_specific_feature},
}};

}  // namespace pbxlab::harness
