// ITBasicCallControl, ITBasicCallControl2, ITCallInfo, ITCallInfo2 and
// ITLegacyCallMediaControl(2): a call as its application has it. The object is there before the
// call (CreateCall) and after it; with its last reference the application gives up its privilege,
// and is told nothing more of it. One that came by itself is there without a reference, until the
// application has kept one past the event that brought it.
//
// A call that is gone: TAPI_E_INVALCALLSTATE, S_FALSE from Disconnect. Without the privilege of an
// owner: TAPI_E_NOTOWNER. TAPI_E_TIMEOUT comes from every method that waits, after two minutes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lines/structures.h"
#include "lines/tapi3/event.h"

namespace pbxlab::lines::tapi3 {

class Engine;
struct CallFacts;

// VARIANT_BOOL: anything but these two is a wrong argument where a page says so.
using VariantBool = std::int16_t;
inline constexpr VariantBool VARIANT_TRUE = -1;
inline constexpr VariantBool VARIANT_FALSE = 0;

class Call final : public Object {
 public:
    Call(std::shared_ptr<Engine> engine, std::unique_ptr<CallFacts> facts);
    ~Call() override;
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    // 1, 2, 3 ... over all calls of the application.
    [[nodiscard]] std::uint32_t number() const;
    [[nodiscard]] CallFacts& facts() { return *facts_; }
    [[nodiscard]] const CallFacts& facts() const { return *facts_; }

    // --- ITBasicCallControl (tapi3-operations 10)
    // CS_IDLE only. VARIANT_TRUE returns with the outcome, VARIANT_FALSE once the provider has
    // taken the request on (itbasiccallcontrol-connect).
    Returned Connect(VariantBool fSync);
    // CS_OFFERING only, else E_UNEXPECTED (itbasiccallcontrol-answer).
    Returned Answer();
    // DISCONNECT_CODE. S_FALSE: CS_IDLE, or no call any more (itbasiccallcontrol-disconnect).
    Returned Disconnect(std::uint32_t code);
    // VARIANT_TRUE: CS_CONNECTED to CS_HOLD; VARIANT_FALSE: back (itbasiccallcontrol-hold).
    Returned Hold(VariantBool fHold);
    // This one is active, pCall is held. E_POINTER, E_INVALIDARG: not a call that there is
    // (itbasiccallcontrol-swaphold).
    Returned SwapHold(Call* pCall);
    // Where it fails the call is disconnected (itbasiccallcontrol-handoffdirect).
    Returned HandoffDirect(const char* pApplicationName);
    Returned HandoffIndirect(std::uint32_t lMediaType);
    // This call is going to be a member; pCall, of CreateCall, is the next. E_POINTER;
    // E_INVALIDARG: not a call of this application, or without a destination
    // (itbasiccallcontrol-conference).
    Returned Conference(Call* pCall, VariantBool fSync);
    // The same for a transfer (itbasiccallcontrol-transfer).
    Returned Transfer(Call* pCall, VariantBool fSync);
    // FINISH_MODE, on the consultation call. TAPI_E_INVALCALLSTATE: it is none
    // (itbasiccallcontrol-finish).
    Returned Finish(std::uint32_t finishMode);
    // E_POINTER (itbasiccallcontrol-blindtransfer).
    Returned BlindTransfer(const char* pDestAddress);
    // TAPI_E_NOCONFERENCE: it is not in one (itbasiccallcontrol-removefromconference).
    Returned RemoveFromConference();
    // E_POINTER; E_INVALIDARG: nobody can be parked there (itbasiccallcontrol-parkdirect).
    Returned ParkDirect(const char* pParkAddress);
    // The address is there with the return, which comes later; *ppNonDirAddress must stay valid
    // until then (itbasiccallcontrol-parkindirect).
    Returned ParkIndirect(std::string* ppNonDirAddress);
    // CS_IDLE only, in place of Connect: who is parked at the call's destination
    // (itbasiccallcontrol-unpark).
    Returned Unpark();
    // The same for a call that rings at the destination, or in a group; both NULL: in the own group
    // (itbasiccallcontrol-pickup).
    Returned Pickup(const char* pGroupID);
    // CS_INPROGRESS only; "" ends the number. E_POINTER (itbasiccallcontrol-dial).
    Returned Dial(const char* pDestAddress);
    // There is nothing to choose: S_OK; E_INVALIDARG: no media type, or no level
    // (itbasiccallcontrol-setqos).
    HResult SetQOS(std::uint32_t lMediaType, std::uint32_t ServiceLevel);

    // --- ITCallInfo (tapi3-operations 12). Getters: E_POINTER
    HResult get_Address(Address** ppAddress);
    HResult get_CallState(std::uint32_t* pCallState);
    HResult get_Privilege(std::uint32_t* pPrivilege);  // CALL_PRIVILEGE
    // E_PENDING: there is none yet (itcallinfo-get_callhub).
    HResult get_CallHub(Ref<CallHub>* ppCallHub);
    // CALLINFO_LONG, CALLINFO_STRING, CALLINFO_BUFFER. E_INVALIDARG: no such item, or it cannot be
    // put; TAPI_E_INVALCALLSTATE: not in this state; TAPI_E_NOITEMS: not provided.
    HResult get_CallInfoLong(std::uint32_t CallInfoLong, std::uint32_t* plCallInfoLongVal);
    Returned put_CallInfoLong(std::uint32_t CallInfoLong, std::uint32_t lCallInfoLongVal);
    HResult get_CallInfoString(std::uint32_t CallInfoString, std::string* ppCallInfoString);
    Returned put_CallInfoString(std::uint32_t CallInfoString, const char* pCallInfoString);
    HResult GetCallInfoBuffer(std::uint32_t CallInfoBuffer, std::string* ppCallInfoBuffer);
    Returned SetCallInfoBuffer(std::uint32_t CallInfoBuffer, std::string_view pCallInfoBuffer);
    // itcallinfo-releaseuseruserinfo.
    Returned ReleaseUserUserInfo();
    // ITCallInfo2: what of the kinds that the application asked for is told of this call.
    HResult put_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent, VariantBool bEnable);
    HResult get_EventFilter(std::uint32_t TapiEvent, std::uint32_t lSubEvent, VariantBool* pEnable);

    // --- ITLegacyCallMediaControl(2) (tapi3-operations 15)
    // LINEDIGITMODE_ bits; 0 ends it (itlegacycallmediacontrol-detectdigits).
    Returned DetectDigits(std::uint32_t DigitMode);
    Returned GenerateDigits(const char* pDigits, std::uint32_t DigitMode);
    Returned GenerateDigits2(const char* pDigits, std::uint32_t DigitMode, std::uint32_t lDuration);
    // 0 digits end what is being gathered (itlegacycallmediacontrol2-gatherdigits).
    Returned GatherDigits(std::uint32_t DigitMode, std::uint32_t lNumDigits,
                          const char* pTerminationDigits, std::uint32_t lFirstDigitTimeout,
                          std::uint32_t lInterDigitTimeout);
    // None ends it (itlegacycallmediacontrol2-detecttones).
    Returned DetectTones(const std::vector<MonitorTone>* pToneList);
    // TAPI_TONEMODE (itlegacycallmediacontrol2-generatetone).
    Returned GenerateTone(std::uint32_t ToneMode, std::uint32_t lDuration);
    Returned SetMediaType(std::uint32_t lMediaType);
    Returned MonitorMedia(std::uint32_t lMediaType);

 protected:
    void final_release() override;

 private:
    std::shared_ptr<Engine> engine_;
    std::unique_ptr<CallFacts> facts_;
};

}  // namespace pbxlab::lines::tapi3
