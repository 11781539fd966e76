// One application's door to the telephony system: the line functions of TAPI 2.x. Every function
// returns what TAPI returns: 0 (synchronous success), a positive request id (asynchronous; exactly
// one LINE_REPLY follows), or a negative LINEERR_ value, in which case nothing has changed and no
// reply comes. The errors of each are the rows of the guard table (lines/operations.cpp), in that
// order.
//
// Asynchronous functions that create a call fill `*call` at the moment of the successful reply; the
// target must stay valid until then. Not thread-safe; nothing blocks; nothing here runs simulated
// time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lines/structures.h"

namespace pbxlab::lines {

class Core;
struct AppRecord;

// A length-checked view of user-user information; empty means none.
using UserInfo = std::string_view;

class Application {
 public:
    Application(Core& core, std::uint32_t index) : core_(&core), index_(index) {}

    // --- session
    // Ends the use of the interface: closes every line; replies still outstanding never come
    // (nf-tapi-lineshutdown).
    LineResult shutdown();
    // Highest version in the overlap of low..high and the provider's range
    // (nf-tapi-linenegotiateapiversion).
    LineResult negotiate_api_version(std::uint32_t device, std::uint32_t low, std::uint32_t high,
                                     std::uint32_t* version);
    // Opens a line (nf-tapi-lineopenw). `device` may be LINEMAPPER, then `params` says what is
    // wanted.
    LineResult open(std::uint32_t device, HLine* line, std::uint32_t api_version,
                    std::uint32_t ext_version, std::uint64_t callback_instance,
                    std::uint32_t privileges, std::uint32_t media_modes, const CallParams* params);
    LineResult close(HLine line);
    // Takes the oldest waiting message; LINEERR_OPERATIONFAILED when there is none
    // (nf-tapi-linegetmessage).
    LineResult get_message(Message* message);

    // --- capabilities and status
    LineResult get_dev_caps(std::uint32_t device, std::uint32_t api_version,
                            std::uint32_t ext_version, DevCaps* caps);
    LineResult get_address_caps(std::uint32_t device, std::uint32_t address_id,
                                std::uint32_t api_version, std::uint32_t ext_version,
                                AddressCaps* caps);
    LineResult get_line_dev_status(HLine line, LineDevStatus* status);
    LineResult get_address_status(HLine line, std::uint32_t address_id, AddressStatus* status);
    LineResult set_status_messages(HLine line, std::uint32_t line_states,
                                   std::uint32_t address_states);
    LineResult get_status_messages(HLine line, std::uint32_t* line_states,
                                   std::uint32_t* address_states);

    // --- calls
    // `destination` may be null (dial later); `params` may be null (defaults)
    // (nf-tapi-linemakecall).
    LineResult make_call(HLine line, HCall* call, const char* destination,
                         std::uint32_t country_code, const CallParams* params);
    LineResult dial(HCall call, const char* destination, std::uint32_t country_code);
    LineResult accept(HCall call, UserInfo info = {});
    LineResult answer(HCall call, UserInfo info = {});
    LineResult drop(HCall call, UserInfo info = {});
    LineResult deallocate_call(HCall call);
    LineResult hold(HCall call);
    LineResult unhold(HCall call);
    LineResult swap_hold(HCall active, HCall held);
    LineResult get_call_info(HCall call, CallInfo* info);
    LineResult get_call_status(HCall call, CallStatus* status);
    LineResult get_new_calls(HLine line, std::uint32_t address_id, std::uint32_t select,
                             CallList* list);
    LineResult set_call_privilege(HCall call, std::uint32_t privilege);

    // --- address translation: one set of locations and cards for all (dialing_locations.h)
    // Whoever has not initialised the interface may ask too, from version 2.0 on: see
    // Telephony::without_application(). `api_version` is the highest that the application knows.
    // `address` is canonical, or dialable already; then it comes out as it went in. `card` counts
    // with LINETRANSLATEOPTION_CARDOVERRIDE (nf-tapi-linetranslateaddressw).
    LineResult translate_address(std::uint32_t device, std::uint32_t api_version,
                                 const char* address, std::uint32_t card, std::uint32_t options,
                                 TranslateOutput* output);
    LineResult get_translate_caps(std::uint32_t api_version, TranslateCaps* caps);
    // Calls are made from this location from now on; everybody who wants to is told
    // LINEDEVSTATE_TRANSLATECHANGE (nf-tapi-linesetcurrentlocation).
    LineResult set_current_location(std::uint32_t location);
    // Adds or removes (LINETOLLLISTOPTION_) the prefix of a canonical address of the location's own
    // area (nf-tapi-linesettolllistw).
    LineResult set_toll_list(std::uint32_t device, const char* address, std::uint32_t option);
    // One country by its id (1: the first of the list) or, for 0, all of them
    // (nf-tapi-linegetcountryw).
    LineResult get_country(std::uint32_t country, std::uint32_t api_version, CountryList* list);

    // --- not TAPI: what a harness needs to know of its own side
    [[nodiscard]] std::string_view friendly_name() const;
    // The device a line handle is open on; LINEMAPPER when the handle is not live.
    [[nodiscard]] std::uint32_t device_of(HLine line) const;
    // The line handle a call handle belongs to; kNoLine when the handle is not live.
    [[nodiscard]] HLine line_of(HCall call) const;

 private:
    Core* core_;
    std::uint32_t index_;
};

}  // namespace pbxlab::lines
