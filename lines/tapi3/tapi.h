// TAPI 3: a second face over the same calls. The objects and methods are those of the published
// interfaces, by their names and with the names of their parameters, as plain C++: what is a BSTR
// there is text here (an in-parameter may be NULL), what is handed out counts references
// (object.h). Nothing waits. A method that would have to gives the number of its return, which
// comes with the events (next()).
//
//   tapi3::Tapi tapi{telephony, {.module = "phone.exe"}};
//   tapi.Initialize();
//   tapi.put_EventFilter(TE_CALLNOTIFICATION | TE_CALLSTATE);
//   tapi3::Address& address = *tapi.addresses().front();
//   tapi3::Ref<tapi3::Call> call;
//   address.CreateCall("1002", LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call);
//   const tapi3::Returned connect = call->Connect(VARIANT_FALSE);
//   while (exchange.scheduler().step()) {}
//   for (tapi3::Notice notice; tapi.next(&notice);) { ... }
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lines/tapi3/address.h"
#include "lines/tapi3/call.h"
#include "lines/tapi3/call_hub.h"
#include "lines/tapi3/event.h"
#include "lines/telephony.h"

namespace pbxlab::lines::tapi3 {

class Engine;

// ITTAPI. One application's way in; the telephony system must outlive it and all that it hands out.
class Tapi {
 public:
    // `params`: the application's name; the version and the way in which messages come are TAPI's.
    Tapi(Telephony& telephony, InitializeParams params);
    ~Tapi();
    Tapi(const Tapi&) = delete;
    Tapi& operator=(const Tapi&) = delete;

    // S_FALSE: it is initialised already; TAPI_E_SERVICE_NOT_RUNNING: the interface cannot be used
    // now (ittapi-initialize).
    HResult Initialize();
    // Ends all registrations and calls of the application; S_FALSE: it is not initialised
    // (ittapi-shutdown).
    HResult Shutdown();
    // The addresses of all lines that there are now, in the order of their devices and address ids.
    // E_POINTER, E_INVALIDARG: not initialised (ittapi-enumerateaddresses).
    HResult EnumerateAddresses(std::vector<Address*>* ppEnumAddress);
    // Opens the line of the address for calls that come by themselves. Events of those calls carry
    // lCallbackInstance. E_POINTER, TAPI_E_NOT_INITIALIZED, TAPI_E_INVALIDMEDIATYPE, E_INVALIDARG:
    // neither as monitor nor as owner (ittapi-registercallnotifications).
    HResult RegisterCallNotifications(Address* pAddress, VariantBool fMonitor, VariantBool fOwner,
                                      std::uint32_t lMediaTypes, std::uint32_t lCallbackInstance,
                                      std::uint32_t* plRegister);
    // No more calls come; those that did go on. E_INVALIDARG: no such registration, or not
    // initialised (ittapi-unregisternotifications).
    HResult UnregisterNotifications(std::uint32_t lRegister);
    // TAPI_EVENT bits; until it is called nothing is told. Bits that mean nothing are kept
    // (ittapi-put_eventfilter).
    HResult put_EventFilter(std::uint32_t lFilterMask);
    HResult get_EventFilter(std::uint32_t* plFilterMask);
    // E_POINTER, E_INVALIDARG: not initialised (ittapi-enumeratecallhubs).
    HResult EnumerateCallHubs(std::vector<Ref<CallHub>>* ppEnumCallHub);
    // E_INVALIDARG: not initialised (ittapi-setcallhubtracking).
    HResult SetCallHubTracking(const std::vector<Address*>& pAddresses, VariantBool bTracking);
    // TRUE puts a program at the top of the list for a media type, FALSE takes it off
    // (ittapi-setapplicationpriority).
    HResult SetApplicationPriority(const char* pAppFilename, std::uint32_t lMediaType,
                                   VariantBool fPriority);
    HResult SetAssistedTelephonyPriority(const char* pAppFilename, VariantBool fPriority);
    // lRequestMode: LINEREQUESTMODE_. E_INVALIDARG: not initialised
    // (ittapi-registerrequestrecipient).
    HResult RegisterRequestRecipient(std::uint32_t lRegistrationInstance,
                                     std::uint32_t lRequestMode, VariantBool fEnable);

    // Takes the oldest event or return; false when there is none. Looks at what the lines have told
    // first.
    bool next(Notice* notice);
    // Looks at what the lines have told, and goes on with methods that wait for it; false when
    // there is nothing new. It comes about by itself in the instant in which something is told.
    bool look();

    // What the shells above ask for: the addresses by device and address id, the application's way
    // to the lines (nullptr: not initialised), the calls that it has references to, by number.
    [[nodiscard]] Address* address(std::uint32_t device, std::uint32_t address_id);
    [[nodiscard]] Application* application();
    [[nodiscard]] Call* call(std::uint32_t number);
    // What stands behind, for tests that compare the two.
    [[nodiscard]] Engine& engine() { return *engine_; }

 private:
    std::shared_ptr<Engine> engine_;
};

}  // namespace pbxlab::lines::tapi3
