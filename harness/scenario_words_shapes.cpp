// Which words fit which kind of step.
#include <vector>

#include "harness/scenario_word_needs.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"

namespace pbxlab::harness {

namespace {

using lines::Op;

constexpr WordSet kAnywhere = words("when");
constexpr WordSet kOnCall = words("do call line app handle fails");
constexpr WordSet kOnLine = words("do line app handle fails");
constexpr WordSet kOnDevice = words("do line device app fails");
constexpr WordSet kOnApplication = words("do app line fails");
constexpr WordSet kReplied = words("async request within failsAt");
constexpr WordSet kFilled = words("totalSize usedSize complete buffer");
constexpr WordSet kInfo = words(
    "callerId callerName callerIdFlags calledId calledIdFlags connectedId connectedName "
    "connectedIdFlags redirectingId redirectionId reason origin features lacks owners monitors "
    "appName calledParty comment sameCallIdAs relatedTo privilege media addressId userUserInfo "
    "appSpecific");
constexpr WordSet kExpected = words("expect app line as within");
constexpr WordSet kExpectedInband = words("expect app line call within");
constexpr WordSet kNever = words("never app line for");
constexpr WordSet kScript = words("does after tone clearsAfter givesUpAfter");

constexpr Shape operation(Op op, std::span<const WordSet> needs, WordSet takes) {
    return {StepKind::Do, static_cast<int>(op), {}, needs, takes | kAnywhere};
}
constexpr Shape awaited(StepKind kind, Awaited what, std::span<const WordSet> needs,
                        WordSet takes) {
    return {kind, static_cast<int>(what), {}, needs, takes | kAnywhere};
}
constexpr Shape act(PhoneAct what, std::span<const WordSet> needs, WordSet takes) {
    return {StepKind::Phone,
            static_cast<int>(what),
            {},
            needs,
            takes | words("phone line") | kAnywhere};
}
constexpr Shape injection(Injection what, std::span<const WordSet> needs, WordSet takes) {
    return {
        StepKind::Inject, static_cast<int>(what), {}, needs, takes | words("inject") | kAnywhere};
}
constexpr Shape any(StepKind kind, std::span<const WordSet> needs, WordSet takes) {
    return {kind, Shape::kAny, {}, needs, takes | kAnywhere};
}
// When `word` is given, the step needs these and must not have those.
constexpr Shape given(StepKind kind, std::string_view word, std::span<const WordSet> needs,
                      WordSet bars) {
    return {kind, Shape::kAny, word, needs, {}, bars};
}

constexpr Shape kTapi2Shapes[] = {
    // session
    operation(Op::InitializeEx, kNeedsApplication, kOnApplication | words("version rawBits")),
    operation(Op::Shutdown, kNeedsApplication, kOnApplication),
    operation(Op::NegotiateApiVersion, kNeedsDevice,
              kOnDevice | words("version lowVersion buffer")),
    operation(Op::Open, kNeedsDevice,
              kOnDevice | words("privilege media version params rawBits buffer")),
    operation(Op::Close, kNeedsLine, kOnLine),
    operation(Op::GetMessage, kNeedsApplication, kOnApplication | words("buffer")),
    // capabilities and status
    operation(Op::GetDevCaps, kNeedsDevice, kOnDevice | kFilled | words("version")),
    operation(Op::GetAddressCaps, kNeedsDevice, kOnDevice | kFilled | words("version addressId")),
    operation(Op::GetLineDevStatus, kNeedsLine, kOnLine | kFilled),
    operation(Op::GetAddressStatus, kNeedsLine, kOnLine | kFilled | words("addressId")),
    operation(Op::SetStatusMessages, kNeedsLine,
              kOnLine | words("lineStates addressStates rawBits")),
    operation(Op::GetStatusMessages, kNeedsLine, kOnLine | words("buffer")),
    operation(Op::SetLineDevStatus, kNeedsLineAndFlags,
              kOnLine | kReplied | words("statusFlags enable")),
    // calls
    operation(Op::MakeCall, kNeedsLine,
              kOnLine | kReplied | words("to as params countryCode buffer")),
    operation(Op::Dial, kNeedsCall, kOnCall | kReplied | words("digits countryCode buffer")),
    operation(Op::Accept, kNeedsCall, kOnCall | kReplied | words("userUserInfo")),
    operation(Op::Answer, kNeedsCall, kOnCall | kReplied | words("userUserInfo")),
    operation(Op::Drop, kNeedsCall, kOnCall | kReplied | words("userUserInfo")),
    operation(Op::DeallocateCall, kNeedsCall, kOnCall),
    operation(Op::Hold, kNeedsCall, kOnCall | kReplied),
    operation(Op::Unhold, kNeedsCall, kOnCall | kReplied),
    operation(Op::SwapHold, kNeedsTwoCalls, kOnCall | kReplied | words("with")),
    operation(Op::Redirect, kNeedsCall, kOnCall | kReplied | words("to countryCode buffer")),
    operation(Op::Park, kNeedsCall,
              kOnCall | kReplied | words("to parkedAt totalSize buffer rawBits")),
    operation(Op::Unpark, kNeedsLine, kOnLine | kReplied | words("to as addressId buffer")),
    operation(Op::Pickup, kNeedsLine, kOnLine | kReplied | words("to group as addressId buffer")),
    operation(Op::GetCallInfo, kNeedsCall, kOnCall | kFilled),
    operation(Op::GetCallStatus, kNeedsCall, kOnCall | kFilled),
    operation(Op::GetNewCalls, kNeedsLine,
              kOnLine | kFilled | words("as addressId select rawBits")),
    operation(Op::SetCallPrivilege, kNeedsCall, kOnCall | words("privilege rawBits")),
    // transfer
    operation(Op::SetupTransfer, kNeedsCall, kOnCall | kReplied | words("as params buffer")),
    operation(Op::CompleteTransfer, kNeedsTwoCalls,
              kOnCall | kReplied | words("with mode conference buffer")),
    operation(Op::BlindTransfer, kNeedsCallAndTo,
              kOnCall | kReplied | words("to countryCode buffer")),
    // conference
    operation(Op::SetupConference, kNeedsCallLineOrHandle,
              kOnCall | kReplied | words("as conference parties params buffer")),
    operation(Op::PrepareAddToConference, kNeedsCall,
              kOnCall | kReplied | words("as params buffer")),
    operation(Op::AddToConference, kNeedsTwoCalls, kOnCall | kReplied | words("with")),
    operation(Op::RemoveFromConference, kNeedsCall, kOnCall | kReplied),
    operation(Op::GetConfRelatedCalls, kNeedsCall, kOnCall | kFilled | words("as")),
    // address translation
    operation(Op::TranslateAddress, kNeedsDevice,
              kOnDevice | kFilled | words("to card options version handle gives")),
    operation(Op::GetTranslateCaps, kNeedsApplication,
              kOnApplication | kFilled | words("version handle gives")),
    operation(Op::SetCurrentLocation, kNeedsLocation, kOnApplication | words("location handle")),
    operation(Op::SetTollList, kNeedsTollList, kOnDevice | words("to tollList handle")),
    operation(Op::GetCountry, kNeedsCountry,
              kOnApplication | kFilled | words("country version gives")),
    // what a call bears
    operation(Op::SetAppSpecific, kNeedsCall, kOnCall | words("appSpecific")),
    operation(Op::SetMediaMode, kNeedsCall, kOnCall | words("media rawBits")),
    operation(Op::SendUserUserInfo, kNeedsCall, kOnCall | kReplied | words("userUserInfo buffer")),
    operation(Op::ReleaseUserUserInfo, kNeedsCall, kOnCall | kReplied),
    operation(Op::SecureCall, kNeedsCall, kOnCall | kReplied),
    operation(Op::SetCallData, kNeedsCall, kOnCall | kReplied | words("callData buffer")),
    operation(Op::SetCallTreatment, kNeedsCall, kOnCall | kReplied | words("treatment")),
    operation(Op::SetCallParams, kNeedsCall, kOnCall | kReplied | words("params")),
    // handing on, and who comes first
    operation(Op::HandOff, kNeedsCall, kOnCall | words("module media rawBits")),
    operation(Op::SetAppPriority, kNeedsApplication,
              kOnApplication | words("module media requestMode priority rawBits")),
    operation(Op::GetAppPriority, kNeedsApplication,
              kOnApplication | words("module media requestMode brings buffer rawBits")),
    // calls that other programs ask for
    operation(Op::RegisterRequestRecipient, kNeedsApplication,
              kOnApplication | words("requestMode enable")),
    operation(Op::GetRequest, kNeedsApplication,
              kOnApplication | words("requestMode buffer gives")),
    operation(Op::RequestMakeCall, kNeedsApplication,
              kOnApplication | words("to appName calledParty comment")),
    operation(Op::GetLocationInfo, kNeedsApplication, kOnApplication | words("buffer gives")),
    // where low-level events go; what the exchange does not have
    operation(Op::SetTerminal, kNeedsCallOrLineAndModes,
              kOnCall | kReplied | words("addressId select rawBits terminal terminalModes enable")),
    operation(Op::SetMediaControl, kNeedsCallOrLine, kOnCall | words("addressId select rawBits")),
    operation(Op::DevSpecific, kNeedsLine, kOnLine | kReplied | words("addressId")),
    operation(Op::DevSpecificFeature, kNeedsLine, kOnLine | kReplied),
    // digits, tones, media
    operation(Op::GenerateDigits, kNeedsCall,
              kOnCall | words("digits digitModes duration buffer rawBits")),
    operation(Op::MonitorDigits, kNeedsCall, kOnCall | words("digitModes rawBits")),
    operation(Op::GatherDigits, kNeedsCall,
              kOnCall | words("digitModes numDigits termination firstTimeout interTimeout buffer "
                              "rawBits")),
    operation(Op::GenerateTone, kNeedsCall,
              kOnCall | words("toneMode duration frequencies buffer rawBits")),
    operation(Op::MonitorTones, kNeedsCall, kOnCall | words("tones buffer")),
    operation(Op::MonitorMedia, kNeedsCall, kOnCall | words("media rawBits")),
    // addresses of a line
    operation(Op::SetNumRings, kNeedsLine, kOnLine | words("addressId count")),
    operation(Op::GetNumRings, kNeedsLine, kOnLine | words("addressId brings buffer")),
    operation(Op::GetNumAddressIds, kNeedsLine, kOnLine | words("brings buffer")),
    operation(Op::GetAddressId, kNeedsLine, kOnLine | words("address brings buffer rawBits")),
    operation(Op::GetId, kNeedsCallOrLine,
              kOnCall | kFilled | words("addressId select deviceClass brings rawBits")),
    // forwarding
    operation(
        Op::Forward, kNeedsLine,
        kOnLine | kReplied | words("as forwards allAddresses addressId count totalSize buffer")),
    operation(Op::CompleteCall, kNeedsCall,
              kOnCall | kReplied | words("completionMode message buffer")),
    operation(Op::UncompleteCall, kNeedsLineAndCompletion,
              kOnLine | kReplied | words("completion")),
    given(StepKind::Do, "call", {}, words("line device")),
    given(StepKind::Do, "line", {}, words("device")),
    given(StepKind::Do, "failsAt", kNeedsFails, {}),
    given(StepKind::Do, "request", kNeedsAsync, {}),
    given(StepKind::Do, "rawBits", {},
          words("privilege select lineStates media digitModes toneMode")),
    // what is waited for
    awaited(StepKind::Expect, Awaited::CallState, kNeedsCallOrLine,
            kExpected | kInfo | words("call conference")),
    awaited(StepKind::Expect, Awaited::CallInfo, kNeedsCallOrLine,
            kExpected | kInfo | words("call bits")),
    awaited(StepKind::Expect, Awaited::AppNewCall, kNeedsOneLine, kExpected | kInfo),
    awaited(StepKind::Expect, Awaited::LineDevState, kNeedsOneLine,
            words("expect app line within bits count")),
    awaited(StepKind::Expect, Awaited::AddressState, kNeedsOneLine,
            words("expect app line within bits addressId")),
    awaited(StepKind::Expect, Awaited::Close, kNeedsOneLine, words("expect app line within")),
    awaited(StepKind::Expect, Awaited::Reply, kNeedsRequest, words("expect request fails within")),
    awaited(StepKind::Expect, Awaited::Create, kNeedsOneLine, words("expect app line within")),
    awaited(StepKind::Expect, Awaited::Remove, kNeedsOneLine, words("expect app line within")),
    awaited(StepKind::Expect, Awaited::Reinit, kNeedsApplication,
            words("expect app line within bits")),
    awaited(StepKind::Expect, Awaited::MonitorDigits, kNeedsCallOrLine,
            kExpectedInband | words("bits digits")),
    awaited(StepKind::Expect, Awaited::GatherDigits, kNeedsCallOrLine,
            kExpectedInband | words("bits digits")),
    awaited(StepKind::Expect, Awaited::Generate, kNeedsCallOrLine, kExpectedInband | words("bits")),
    awaited(StepKind::Expect, Awaited::MonitorTone, kNeedsCallOrLine,
            kExpectedInband | words("appSpecific")),
    awaited(StepKind::Expect, Awaited::MonitorMedia, kNeedsCallOrLine,
            kExpectedInband | words("media")),
    awaited(StepKind::Expect, Awaited::Request, kNeedsApplication, words("expect app line within")),
    given(StepKind::Expect, "call", {}, words("line as")),
    // what must not come
    awaited(StepKind::Never, Awaited::CallState, kNeedsCallOrLine, kNever | kInfo | words("call")),
    awaited(StepKind::Never, Awaited::CallInfo, kNeedsCallOrLine,
            kNever | kInfo | words("call bits")),
    awaited(StepKind::Never, Awaited::AppNewCall, kNeedsOneLine, kNever | kInfo),
    awaited(StepKind::Never, Awaited::LineDevState, kNeedsOneLine, kNever | words("bits count")),
    awaited(StepKind::Never, Awaited::AddressState, kNeedsOneLine,
            kNever | words("bits addressId")),
    awaited(StepKind::Never, Awaited::Close, kNeedsOneLine, kNever),
    awaited(StepKind::Never, Awaited::Reply, kNeedsRequest, words("never request for")),
    awaited(StepKind::Never, Awaited::Create, kNeedsOneLine, kNever),
    awaited(StepKind::Never, Awaited::Remove, kNeedsOneLine, kNever),
    awaited(StepKind::Never, Awaited::Reinit, kNeedsApplication, kNever | words("bits")),
    awaited(StepKind::Never, Awaited::MonitorDigits, kNeedsCallOrLine,
            kNever | words("call bits digits")),
    awaited(StepKind::Never, Awaited::GatherDigits, kNeedsCallOrLine,
            kNever | words("call bits digits")),
    awaited(StepKind::Never, Awaited::Generate, kNeedsCallOrLine, kNever | words("call bits")),
    awaited(StepKind::Never, Awaited::MonitorTone, kNeedsCallOrLine,
            kNever | words("call appSpecific")),
    awaited(StepKind::Never, Awaited::MonitorMedia, kNeedsCallOrLine, kNever | words("call media")),
    given(StepKind::Never, "call", {}, words("line")),
    awaited(StepKind::Never, Awaited::Request, kNeedsApplication, kNever),
    // how things stand
    any(StepKind::Check, kNeedsSubject, words("check app call line outside")),
    given(StepKind::Check, "call", {}, words("line outside")),
    given(StepKind::Check, "line", {}, words("outside")),
    given(StepKind::Check, "outside", {}, words("app")),
    // by hand
    act(PhoneAct::Lift, kNeedsOneLine, words("addressId")),
    act(PhoneAct::Dial, kNeedsLineAndDigits, words("digits")),
    act(PhoneAct::Answer, kNeedsOneLine, {}),
    act(PhoneAct::Flash, kNeedsOneLine, {}),
    act(PhoneAct::HangUp, kNeedsOneLine, {}),
    act(PhoneAct::Forward, kNeedsOneLine, words("forwards count addressId")),
    act(PhoneAct::Park, kNeedsOneLine, words("digits")),
    act(PhoneAct::Unpark, kNeedsLineAndDigits, words("digits")),
    act(PhoneAct::Pickup, kNeedsOneLine, words("digits")),
    act(PhoneAct::Consult, kNeedsOneLine, {}),
    act(PhoneAct::Transfer, kNeedsOneLine, words("digits")),
    act(PhoneAct::Confer, kNeedsOneLine, {}),
    act(PhoneAct::Complete, kNeedsOneLine, words("completionMode")),
    act(PhoneAct::Uncomplete, kNeedsOneLine, {}),
    // from outside
    injection(Injection::Calls, kNeedsOutsideAndTo, words("outside to")),
    injection(Injection::Answers, kNeedsOutside, words("outside")),
    injection(Injection::Rejects, kNeedsOutside, words("outside")),
    injection(Injection::HangsUp, kNeedsOutside, words("outside")),
    injection(Injection::Script, kNeedsScript, kScript | words("outside")),
    injection(Injection::OutOfService, kNeedsOneLine, words("line addressId")),
    injection(Injection::InService, kNeedsOneLine, words("line addressId")),
    injection(Injection::Trunks, kNeedsCount, words("count")),
    injection(Injection::Create, kNeedsOneLine, words("line")),
    injection(Injection::Remove, kNeedsOneLine, words("line")),
    injection(Injection::Close, kNeedsOneLine, words("line")),
    injection(Injection::Reinit, {}, words("inject")),
    injection(Injection::Disconnect, kNeedsOneLine, words("line")),
    injection(Injection::Connect, kNeedsOneLine, words("line")),
    injection(Injection::CapsChange, kNeedsLineAndProvider, words("line provider")),
    injection(Injection::MsgWaitOn, kNeedsOneLine, words("line")),
    injection(Injection::MsgWaitOff, kNeedsOneLine, words("line")),
    injection(Injection::Digits, kNeedsOutsideAndDigits, words("outside digits")),
    injection(Injection::Tone, kNeedsOutsideAndTone, words("outside frequencies duration")),
    injection(Injection::Media, kNeedsOutsideAndMedia, words("outside media")),
    injection(Injection::CancelCompletion, kNeedsCompletion, words("completion")),
    injection(Injection::Fault, kNeedsFaults, words("faults")),
    injection(Injection::ClearFault, kNeedsName, words("name")),
    // the rest
    any(StepKind::Wait, {}, words("wait")),
    any(StepKind::AnyOrder, {}, words("anyOrder")),
    any(StepKind::InOrder, {}, words("inOrder")),
    any(StepKind::Repeat, kNeedsSteps, words("repeat steps")),
};

}  // namespace

std::span<const Shape> shapes() {
    static const std::vector<Shape> kShapes = [] {
        std::vector<Shape> all(std::begin(kTapi2Shapes), std::end(kTapi2Shapes));
        const std::span<const Shape> others = tapi3_shapes();
        all.insert(all.end(), others.begin(), others.end());
        return all;
    }();
    return kShapes;
}

}  // namespace pbxlab::harness
