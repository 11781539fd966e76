// Which words fit the methods and the events of TAPI 3.
#include "harness/scenario_word_needs.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::Method;

constexpr WordSet kAnywhere = words("when");
constexpr WordSet kOnCall = words("do call app fails");
constexpr WordSet kOnAddress = words("do line app addressId fails");
constexpr WordSet kOnTapi = words("do app line fails");
constexpr WordSet kReturned = words("async request within");
constexpr WordSet kGot = words("is buffer");
constexpr WordSet kListed = words("brings buffer");
constexpr WordSet kInfo = words(
    "callerId callerName calledId connectedId connectedName redirectingId redirectionId reason "
    "origin owners monitors calledParty comment sameCallIdAs relatedTo privilege media addressId "
    "userUserInfo appSpecific hubCalls instance");
constexpr WordSet kNeedsCallAndItem[] = {words("call"), words("item")};
constexpr WordSet kNeedsLineAndItem[] = {words("line"), words("item")};
constexpr WordSet kNeedsOneCall[] = {words("call")};
constexpr WordSet kNeedsAny[] = {words("call line app")};

constexpr Shape method(Method which, std::span<const WordSet> needs, WordSet takes) {
    return {StepKind::Do,
            static_cast<int>(kFirstMethod) + static_cast<int>(which),
            {},
            needs,
            takes | kAnywhere};
}
constexpr Shape on_call(Method which, WordSet takes) {
    return method(which, kNeedsOneCall, kOnCall | takes);
}
constexpr Shape on_address(Method which, WordSet takes) {
    return method(which, kNeedsOneLine, kOnAddress | takes);
}
constexpr Shape on_tapi(Method which, WordSet takes) {
    return method(which, kNeedsApplication, kOnTapi | takes);
}
constexpr Shape expected(Awaited what, std::span<const WordSet> needs, WordSet takes) {
    return {StepKind::Expect,
            static_cast<int>(what),
            {},
            needs,
            takes | kAnywhere | words("expect app line within")};
}
constexpr Shape never(Awaited what, std::span<const WordSet> needs, WordSet takes) {
    return {StepKind::Never,
            static_cast<int>(what),
            {},
            needs,
            takes | kAnywhere | words("never app line for")};
}

constexpr Shape kShapes[] = {
    // ITTAPI
    on_tapi(Method::Initialize, {}),
    on_tapi(Method::Shutdown, {}),
    on_tapi(Method::EnumerateAddresses, kListed),
    on_address(Method::RegisterCallNotifications,
               words("owner monitor media rawBits instance registration buffer")),
    on_tapi(Method::UnregisterNotifications, words("registration")),
    on_tapi(Method::EnumerateCallHubs, kListed),
    on_address(Method::SetCallHubTracking, words("enable")),
    on_tapi(Method::RegisterRequestRecipient, words("requestMode enable instance")),
    on_tapi(Method::SetAssistedTelephonyPriority, words("module enable")),
    on_tapi(Method::SetApplicationPriority, words("module media rawBits enable")),
    // of a call, an address or the application, by whom the step concerns
    method(Method::PutEventFilter, kNeedsAny,
           kOnAddress | words("call events event subEvent enable")),
    method(Method::GetEventFilter, kNeedsAny, kOnAddress | kGot | words("call event subEvent")),
    method(Method::GetState, kNeedsCallOrLine, kOnAddress | kGot | words("call")),
    method(Method::EnumerateCalls, kNeedsCallOrLine, kOnAddress | kListed | words("call as")),
    // ITAddress
    on_address(Method::GetAddressName, kGot),
    on_address(Method::GetServiceProviderName, kGot),
    on_address(Method::CreateCall, words("to as addressType media rawBits buffer")),
    on_address(Method::GetDialableAddress, kGot),
    on_address(Method::CreateForwardInfoObject, words("buffer")),
    on_address(Method::Forward, kReturned | words("forwards count with")),
    on_address(Method::GetCurrentForwardInfo, words("forwards count buffer")),
    on_address(Method::PutMessageWaiting, kReturned | words("value")),
    on_address(Method::GetMessageWaiting, kGot),
    on_address(Method::PutDoNotDisturb, kReturned | words("value")),
    on_address(Method::GetDoNotDisturb, kGot),
    // ITAddressCapabilities, ITMediaSupport, ITAddressTranslation
    method(Method::GetAddressCapability, kNeedsLineAndItem, kOnAddress | kGot | words("item")),
    method(Method::GetAddressCapabilityString, kNeedsLineAndItem,
           kOnAddress | kGot | words("item")),
    on_address(Method::QueryMediaType, kGot | words("media")),
    on_address(Method::TranslateAddress, words("to card options gives buffer")),
    on_address(Method::EnumerateLocations, kListed),
    on_address(Method::EnumerateCallingCards, kListed),
    // ITBasicCallControl
    on_call(Method::Connect, kReturned | words("sync")),
    on_call(Method::Answer, kReturned),
    on_call(Method::Disconnect, kReturned | words("code")),
    on_call(Method::Hold, kReturned | words("hold value")),
    on_call(Method::HandoffDirect, kReturned | words("module")),
    on_call(Method::HandoffIndirect, kReturned | words("media rawBits")),
    on_call(Method::Conference, kReturned | words("with sync")),
    on_call(Method::Transfer, kReturned | words("with sync")),
    on_call(Method::BlindTransfer, kReturned | words("to")),
    on_call(Method::SwapHold, kReturned | words("with")),
    on_call(Method::ParkDirect, kReturned | words("to")),
    on_call(Method::ParkIndirect, kReturned | words("parkedAt buffer")),
    on_call(Method::Unpark, kReturned),
    on_call(Method::SetQOS, words("media rawBits level")),
    on_call(Method::Pickup, kReturned | words("group")),
    on_call(Method::Dial, kReturned | words("digits buffer")),
    on_call(Method::Finish, kReturned | words("mode")),
    on_call(Method::RemoveFromConference, kReturned),
    // ITCallInfo
    on_call(Method::GetCallState, kGot),
    on_call(Method::GetPrivilege, kGot),
    on_call(Method::GetCallHub, words("with buffer")),
    method(Method::GetCallInfoLong, kNeedsCallAndItem, kOnCall | kGot | words("item")),
    method(Method::PutCallInfoLong, kNeedsCallAndItem, kOnCall | kReturned | words("item value")),
    method(Method::GetCallInfoString, kNeedsCallAndItem, kOnCall | kGot | words("item")),
    method(Method::PutCallInfoString, kNeedsCallAndItem, kOnCall | kReturned | words("item value")),
    method(Method::GetCallInfoBuffer, kNeedsCallAndItem, kOnCall | kGot | words("item")),
    method(Method::SetCallInfoBuffer, kNeedsCallAndItem, kOnCall | kReturned | words("item value")),
    on_call(Method::ReleaseUserUserInfo, kReturned),
    // ITCallHub: the hub of the call
    on_call(Method::Clear, kReturned),
    on_call(Method::GetNumCalls, kGot),
    // ITLegacyCallMediaControl
    on_call(Method::DetectDigits, words("digitModes rawBits")),
    on_call(Method::GenerateDigits, words("digits digitModes rawBits buffer")),
    on_call(Method::GenerateDigits2, words("digits digitModes rawBits duration buffer")),
    on_call(Method::GatherDigits,
            words("digitModes rawBits numDigits termination firstTimeout interTimeout")),
    on_call(Method::DetectTones, words("tones buffer")),
    on_call(Method::GenerateTone, words("toneMode rawBits duration")),
    on_call(Method::SetMediaType, words("media rawBits")),
    on_call(Method::MonitorMedia, words("media rawBits")),
    on_call(Method::Release, {}),
    // events that are waited for
    expected(Awaited::StateEvent, kNeedsCallOrLine, kInfo | words("call as cause")),
    expected(Awaited::NotificationEvent, kNeedsCallOrLine, kInfo | words("call as")),
    expected(Awaited::AddressEvent, kNeedsApplication, words("addressId instance")),
    expected(Awaited::HubEvent, kNeedsAny, words("call as hubCalls")),
    expected(Awaited::InfoEvent, kNeedsCallOrLine, kInfo | words("call")),
    expected(Awaited::ObjectEvent, kNeedsApplication, {}),
    expected(Awaited::DigitEvent, kNeedsCallOrLine, words("call bits digits instance")),
    expected(Awaited::GenerateEvent, kNeedsCallOrLine, words("call bits instance")),
    expected(Awaited::GatherEvent, kNeedsCallOrLine, words("call bits digits instance")),
    expected(Awaited::ToneEvent, kNeedsCallOrLine, words("call appSpecific instance")),
    expected(Awaited::RequestEvent, kNeedsApplication, {}),
    // and those that must not come
    never(Awaited::StateEvent, kNeedsCallOrLine, kInfo | words("call cause")),
    never(Awaited::NotificationEvent, kNeedsCallOrLine, kInfo | words("call")),
    never(Awaited::AddressEvent, kNeedsApplication, words("addressId instance")),
    never(Awaited::HubEvent, kNeedsAny, words("call hubCalls")),
    never(Awaited::InfoEvent, kNeedsCallOrLine, kInfo | words("call")),
    never(Awaited::ObjectEvent, kNeedsApplication, {}),
    never(Awaited::DigitEvent, kNeedsCallOrLine, words("call bits digits instance")),
    never(Awaited::GenerateEvent, kNeedsCallOrLine, words("call bits instance")),
    never(Awaited::GatherEvent, kNeedsCallOrLine, words("call bits digits instance")),
    never(Awaited::ToneEvent, kNeedsCallOrLine, words("call appSpecific instance")),
    never(Awaited::RequestEvent, kNeedsApplication, {}),
};

}  // namespace

std::span<const Shape> tapi3_shapes() { return kShapes; }

}  // namespace pbxlab::harness
