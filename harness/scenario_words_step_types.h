// Types of the words of a step: the lists of operations, messages and injections, steps within
// steps.
#pragma once

#include "harness/event_words.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_fault.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

inline constexpr Type kOperation{.name = "operation", .form = Form::Word, .words = operation_words};
inline void put_operation(void* object, const Value& value) {
    Step& step = *static_cast<Step*>(object);
    step.method.reset();
    if (value.number < kFirstMethod) {
        step.op = static_cast<lines::Op>(value.number);
    } else {
        step.method = static_cast<lines::tapi3::Method>(value.number - kFirstMethod);
    }
}
inline constexpr Choice kAwaitedWords[] = {
    {"callInfo", static_cast<int>(Awaited::CallInfo)},
    {"lineDevState", static_cast<int>(Awaited::LineDevState)},
    {"addressState", static_cast<int>(Awaited::AddressState)},
    {"close", static_cast<int>(Awaited::Close)},
    {"reply", static_cast<int>(Awaited::Reply)},
    {"appNewCall", static_cast<int>(Awaited::AppNewCall)},
    {"create", static_cast<int>(Awaited::Create)},
    {"remove", static_cast<int>(Awaited::Remove)},
    {"reinit", static_cast<int>(Awaited::Reinit)},
    {"monitorDigits", static_cast<int>(Awaited::MonitorDigits)},
    {"gatherDigits", static_cast<int>(Awaited::GatherDigits)},
    {"generate", static_cast<int>(Awaited::Generate)},
    {"monitorTone", static_cast<int>(Awaited::MonitorTone)},
    {"monitorMedia", static_cast<int>(Awaited::MonitorMedia)},
    {"request", static_cast<int>(Awaited::Request)},
};
inline constexpr Type kAwaited{.name = "awaited",
                               .expected = "a call state or a message",
                               .form = Form::State,
                               .choices = kAwaitedWords,
                               .events = 0xFFFF'FFFFU};
inline constexpr Choice kPhoneWords[] = {
    {"lift", static_cast<int>(PhoneAct::Lift)},
    {"dial", static_cast<int>(PhoneAct::Dial)},
    {"answer", static_cast<int>(PhoneAct::Answer)},
    {"flash", static_cast<int>(PhoneAct::Flash)},
    {"hangUp", static_cast<int>(PhoneAct::HangUp)},
    {"forward", static_cast<int>(PhoneAct::Forward)},
    {"park", static_cast<int>(PhoneAct::Park)},
    {"unpark", static_cast<int>(PhoneAct::Unpark)},
    {"pickup", static_cast<int>(PhoneAct::Pickup)},
    {"consult", static_cast<int>(PhoneAct::Consult)},
    {"transfer", static_cast<int>(PhoneAct::Transfer)},
    {"confer", static_cast<int>(PhoneAct::Confer)},
    {"complete", static_cast<int>(PhoneAct::Complete)},
    {"uncomplete", static_cast<int>(PhoneAct::Uncomplete)},
};
inline constexpr Type kPhone{
    .name = "phone", .form = Form::Word, .words = listed_words, .choices = kPhoneWords};
inline constexpr Choice kInjectWords[] = {
    {"calls", static_cast<int>(Injection::Calls)},
    {"answers", static_cast<int>(Injection::Answers)},
    {"rejects", static_cast<int>(Injection::Rejects)},
    {"hangsUp", static_cast<int>(Injection::HangsUp)},
    {"script", static_cast<int>(Injection::Script)},
    {"outOfService", static_cast<int>(Injection::OutOfService)},
    {"inService", static_cast<int>(Injection::InService)},
    {"trunks", static_cast<int>(Injection::Trunks)},
    {"create", static_cast<int>(Injection::Create)},
    {"remove", static_cast<int>(Injection::Remove)},
    {"close", static_cast<int>(Injection::Close)},
    {"reinit", static_cast<int>(Injection::Reinit)},
    {"disconnect", static_cast<int>(Injection::Disconnect)},
    {"connect", static_cast<int>(Injection::Connect)},
    {"capsChange", static_cast<int>(Injection::CapsChange)},
    {"msgWaitOn", static_cast<int>(Injection::MsgWaitOn)},
    {"msgWaitOff", static_cast<int>(Injection::MsgWaitOff)},
    {"digits", static_cast<int>(Injection::Digits)},
    {"tone", static_cast<int>(Injection::Tone)},
    {"media", static_cast<int>(Injection::Media)},
    {"cancelCompletion", static_cast<int>(Injection::CancelCompletion)},
    {"fault", static_cast<int>(Injection::Fault)},
    {"clearFault", static_cast<int>(Injection::ClearFault)},
};
inline constexpr Type kInject{
    .name = "inject", .form = Form::Word, .words = listed_words, .choices = kInjectWords};
inline constexpr Choice kFailsAtWords[] = {{"return", static_cast<int>(FailsAt::Return)},
                                           {"reply", static_cast<int>(FailsAt::Reply)}};
inline constexpr Type kFailsAt{.form = Form::Word, .words = listed_words, .choices = kFailsAtWords};
inline constexpr Type kError{.name = "error",
                             .expected = "a LINEERR_ constant, or an HRESULT",
                             .form = Form::Word,
                             .words = error_words};
inline constexpr Type kNameOrId{.expected = "a name, or an id as a number",
                                .accepts = kText | kNumber,
                                .form = Form::Name,
                                .most = kAnyNumber};
inline constexpr Type kGives{.expected = "an object of what the structure must hold",
                             .accepts = kObject,
                             .object = gives_words};
inline constexpr Type kTextOrNull{.expected = "a text or null", .accepts = kText | kNull};
inline constexpr Type kTimes =
    whole_number("a whole number from 1 to 1000000", 1, std::int64_t{kMaxRepeat});
inline constexpr Type kCheck{
    .expected = "an object of conditions", .accepts = kObject, .object = check_words};
inline constexpr Type kParams{
    .expected = "an object of call parameters", .accepts = kObject, .object = params_words};
inline constexpr Type kStep{
    .name = "step", .expected = "a step", .accepts = kObject, .object = step_words};
// Steps are large: room is made for those of a usual scenario at once.
inline void* open_step(void* list, const Value& value) {
    constexpr std::size_t kUsual = 16;
    auto& steps = *static_cast<Steps*>(list);
    if (steps.empty()) steps.reserve(kUsual);
    return make_room(steps.emplace_back(), value);
}
inline constexpr Field kStepEntry{"", "One step; they are played in order.", &kStep, nullptr,
                                  open_step};
inline constexpr Type kSteps{.expected = "a list of steps", .accepts = kList, .entry = &kStepEntry};
inline constexpr Type kExpectation{.name = "expectation",
                                   .expected = "a step with \"expect\"",
                                   .accepts = kObject,
                                   .object = expectation_words};
inline constexpr Field kExpectationEntry = entry<Step>("One expectation.", kExpectation);
inline constexpr Type kExpectations{.expected = "a list of at least one step with \"expect\"",
                                    .accepts = kList,
                                    .entry = &kExpectationEntry,
                                    .least_entries = 1};

// How many digits fit: what is gathered is put there when it is complete.
inline constexpr Type kDigitCount = whole_number("a whole number from 0 to 1000", 0, 1000);
inline constexpr Field kHertzEntry = entry<std::uint32_t>("Hertz.", kUnsigned);
inline constexpr Type kHertz{.expected = "a list of frequencies in hertz",
                             .accepts = kList,
                             .entry = &kHertzEntry,
                             .most_entries = 100};
inline constexpr Type kToneEntryType{
    .expected = "a tone", .accepts = kObject, .object = tone_words};
inline constexpr Field kToneEntry = entry<ToneWords>("One tone.", kToneEntryType);
inline constexpr Type kToneList{
    .expected = "a list of tones", .accepts = kList, .entry = &kToneEntry, .most_entries = 100};

inline constexpr Type kForwardEntryType{
    .expected = "a forwarding rule", .accepts = kObject, .object = forward_words};
inline constexpr Field kForwardEntry = entry<ForwardWords>("One rule.", kForwardEntryType);
inline constexpr Type kForwardList{.expected = "a list of forwarding rules",
                                   .accepts = kList,
                                   .entry = &kForwardEntry,
                                   .most_entries = 1000};

// "bits" have a group only once it is known what is expected.
inline constexpr Field kBitEntry = entry<Text>("", kTitle);
inline constexpr Type kBitTexts{.expected = "a word or a list of words",
                                .accepts = kText | kList,
                                .form = Form::NotEmpty,
                                .entry = &kBitEntry};

}  // namespace pbxlab::harness
