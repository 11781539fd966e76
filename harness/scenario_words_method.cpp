#include <algorithm>
#include <array>

#include "harness/event_words.h"
#include "harness/method_results.h"
#include "harness/nearest.h"
#include "harness/scenario_words_step.h"
#include "lines/tapi_constants.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::Method;
using Refused = std::optional<Complaint>;

struct Result {
    Method method;
    MethodResult is;
};
constexpr Result kResults[] = {
    {Method::GetEventFilter, {Brings::Number, "TAPI_EVENT"}},
    {Method::GetState, {Brings::Number, "ADDRESS_STATE"}},
    {Method::GetAddressName, {Brings::String, ""}},
    {Method::GetServiceProviderName, {Brings::String, ""}},
    {Method::GetDialableAddress, {Brings::String, ""}},
    {Method::GetMessageWaiting, {Brings::Flag, ""}},
    {Method::GetDoNotDisturb, {Brings::Flag, ""}},
    {Method::GetAddressCapability, {Brings::Number, ""}},
    {Method::GetAddressCapabilityString, {Brings::String, ""}},
    {Method::QueryMediaType, {Brings::Flag, ""}},
    {Method::GetAddressEventFilter, {Brings::Flag, ""}},
    {Method::GetCallState, {Brings::Number, "CALL_STATE"}},
    {Method::GetPrivilege, {Brings::Number, "CALL_PRIVILEGE"}},
    {Method::GetCallInfoLong, {Brings::Number, ""}},
    {Method::GetCallInfoString, {Brings::String, ""}},
    {Method::GetCallInfoBuffer, {Brings::String, ""}},
    {Method::GetCallEventFilter, {Brings::Flag, ""}},
    {Method::GetNumCalls, {Brings::Number, ""}},
    {Method::GetHubState, {Brings::Number, "CALLHUB_STATE"}},
};

// Methods of one name: the first, and which is meant by a step on a call, and on a line.
struct Namesake {
    Method first, of_call, of_line;
};
constexpr Namesake kNamesakes[] = {
    {Method::PutEventFilter, Method::PutCallEventFilter, Method::PutAddressEventFilter},
    {Method::GetEventFilter, Method::GetCallEventFilter, Method::GetAddressEventFilter},
    {Method::GetState, Method::GetHubState, Method::GetState},
    {Method::EnumerateCalls, Method::HubEnumerateCalls, Method::EnumerateCalls},
};

// Of which enumeration the items of a method are.
struct ItemsOf {
    Method method;
    std::string_view group;
};
constexpr ItemsOf kItems[] = {
    {Method::GetCallInfoLong, "CALLINFO_LONG"},
    {Method::PutCallInfoLong, "CALLINFO_LONG"},
    {Method::GetCallInfoString, "CALLINFO_STRING"},
    {Method::PutCallInfoString, "CALLINFO_STRING"},
    {Method::GetCallInfoBuffer, "CALLINFO_BUFFER"},
    {Method::SetCallInfoBuffer, "CALLINFO_BUFFER"},
    {Method::GetAddressCapability, "ADDRESS_CAPABILITY"},
    {Method::GetAddressCapabilityString, "ADDRESS_CAPABILITY_STRING"},
};

// Words that mean one thing to operations and another to methods.
struct EitherWord {
    std::string_view word;
    std::optional<std::uint32_t> Step::*two;
    std::optional<std::uint32_t> MethodWords::*three;
    std::string_view of_two, of_three;
};
constexpr EitherWord kEither[] = {
    {"media", &Step::media, &MethodWords::media, "a media mode such as \"interactiveVoice\"",
     "a media type such as \"TAPIMEDIATYPE_AUDIO\""},
    {"mode", &Step::transfer_mode, &MethodWords::finish_mode, "\"transfer\" or \"conference\"",
     "\"FM_ASTRANSFER\" or \"FM_ASCONFERENCE\""},
    {"toneMode", &Step::tone_mode, &MethodWords::tone_mode, "a tone such as \"beep\"",
     "a tone such as \"TTM_BEEP\""},
    {"privilege", &Step::privilege, &MethodWords::privilege, "\"owner\", \"monitor\" or \"none\"",
     "\"CP_OWNER\" or \"CP_MONITOR\""},
};

Refused check_either(const Step& step) {
    for (const EitherWord& each : kEither) {
        const auto& two = step.*each.two;
        const auto& three = step.tapi3.*each.three;
        // A number is both; a list is begun as one of TAPI 2.
        if (two == three) continue;
        if (step.method && two.value_or(0) != 0)
            return Complaint{step.mark,
                             std::string{each.word},
                             in_quotes(each.word) + " is not one of TAPI 3",
                             std::string{each.of_three},
                             {}};
        if (!step.method && three)
            return Complaint{step.mark,
                             std::string{each.word},
                             in_quotes(each.word) + " is one of TAPI 3 only",
                             std::string{each.of_two},
                             {}};
    }
    return std::nullopt;
}

Refused check_item(const Step& step) {
    if (!step.tapi3.item || step.tapi3.item->group == 0) return std::nullopt;
    const auto* row = std::ranges::find(kItems, *step.method, &ItemsOf::method);
    if (row == std::end(kItems) || item_groups()[step.tapi3.item->group - 1] == row->group)
        return std::nullopt;
    std::vector<std::string_view> fitting;
    for (const lines::TapiName& name : lines::tapi_group(row->group)) fitting.push_back(name.full);
    return Complaint{step.tapi3.item->mark,
                     {},
                     in_quotes(item_text(*step.tapi3.item)) + " is no item of this method",
                     one_of(fitting),
                     {}};
}

Refused check_is(const Step& step) {
    if (!step.tapi3.is) return std::nullopt;
    const PlainValue& is = *step.tapi3.is;
    const Brings brings = result_of(*step.method).brings;
    if (brings == Brings::String && std::holds_alternative<std::string>(is.is)) return std::nullopt;
    if (brings == Brings::Flag && std::holds_alternative<bool>(is.is)) return std::nullopt;
    if (brings == Brings::Number) {
        if (std::holds_alternative<std::int64_t>(is.is)) return std::nullopt;
        const auto* name = std::get_if<std::string>(&is.is);
        if (name != nullptr && find_constant(*name)) return std::nullopt;
    }
    constexpr std::array<std::string_view, 4> kExpected = {
        "nothing", "a number, or a constant such as \"CS_IDLE\"", "a text", "true or false"};
    return Complaint{is.mark,
                     {},
                     "the method does not bring this",
                     std::string{kExpected[static_cast<std::size_t>(brings)]},
                     {}};
}

// An error of TAPI 3 alone cannot come of an operation of TAPI 2.
Refused check_fails(const Step& step) {
    if (step.method || step.fails == 0 || !lines::error_name(step.fails).starts_with("0x"))
        return std::nullopt;
    return Complaint{step.mark,
                     "fails",
                     "an HRESULT cannot come of an operation of TAPI 2",
                     "a LINEERR_ constant",
                     {}};
}

}  // namespace

MethodResult result_of(Method method) {
    const auto* row = std::ranges::find(kResults, method, &Result::method);
    return row == std::end(kResults) ? MethodResult{} : row->is;
}

void choose_namesake(Step& step) {
    for (const Namesake& each : kNamesakes) {
        if (step.method != each.first) continue;
        if (!step.call.value.empty()) {
            step.method = each.of_call;
        } else if (!step.line.value.empty()) {
            step.method = each.of_line;
        }
        return;
    }
}

Refused check_method(const Step& step) {
    if (step.kind != StepKind::Do) return std::nullopt;
    if (auto refused = check_either(step)) return refused;
    if (auto refused = check_fails(step)) return refused;
    if (!step.method) return std::nullopt;
    if (auto refused = check_item(step)) return refused;
    return check_is(step);
}

}  // namespace pbxlab::harness
