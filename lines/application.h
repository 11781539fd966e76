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

namespace pbxlab::pbx {
class TimerTarget;
}

namespace pbxlab::lines {

class Core;
struct AppRecord;
struct Profile;

// A length-checked view of user-user information; empty means none.
using UserInfo = std::string_view;

// Why a call is ended: as lineDrop ends it, because its party refused it, or because nobody came.
enum class DropReason : std::uint8_t { Plain, Rejected, NotAnswered };

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
    // Turns LINEDEVSTATUSFLAGS_ of the line on or off; of these only MSGWAIT, its lamp, can be set:
    // LINEDEVSTATE_MSGWAITON or MSGWAITOFF tells of a change (nf-tapi-linesetlinedevstatus).
    LineResult set_line_dev_status(HLine line, std::uint32_t flags, bool on);

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
    // Sends a call that is offered on to `destination` without answering it; here it ends
    // (nf-tapi-lineredirectw).
    LineResult redirect(HCall call, const char* destination, std::uint32_t country_code);
    // Keeps the other party at a park address, and ends here. DIRECTED: `address` is that of an
    // orbit, `chosen` does not count; NONDIRECTED: the exchange chooses one, and `chosen` is filled
    // with it at the reply (nf-tapi-lineparkw).
    LineResult park(HCall call, std::uint32_t park_mode, const char* address, VarString* chosen);
    // A new call with whoever is parked at `address` (nf-tapi-lineunparkw).
    LineResult unpark(HLine line, std::uint32_t address_id, HCall* call, const char* address);
    // A new call with the caller of one that is offered elsewhere: at `address`; NULL: to `group`;
    // both NULL: to the own group, or one that waits or is held at the address itself
    // (nf-tapi-linepickupw).
    LineResult pickup(HLine line, std::uint32_t address_id, HCall* call, const char* address,
                      const char* group);
    LineResult get_call_info(HCall call, CallInfo* info);
    LineResult get_call_status(HCall call, CallStatus* status);
    LineResult get_new_calls(HLine line, std::uint32_t address_id, std::uint32_t select,
                             CallList* list);
    LineResult set_call_privilege(HCall call, std::uint32_t privilege);

    // --- transfer
    // Holds the call (ONHOLDPENDTRANSFER) and makes another from the same line to whomever it is
    // going to be transferred to. `params` may be null (defaults); without an address mode the new
    // call is at the address of the first. With LINECALLPARAMFLAGS_ONESTEPTRANSFER its target
    // address is dialled at once (nf-tapi-linesetuptransferw).
    LineResult setup_transfer(HCall call, HCall* consultation, const CallParams* params);
    // Brings the far parties of the held call and of the other one together; both calls end. `mode`
    // is a LINETRANSFERMODE_; `conference` counts with LINETRANSFERMODE_CONFERENCE only
    // (nf-tapi-linecompletetransfer).
    LineResult complete_transfer(HCall call, HCall consultation, HCall* conference,
                                 std::uint32_t mode);
    // Sends the far party on to a number; the call ends (nf-tapi-lineblindtransferw).
    LineResult blind_transfer(HCall call, const char* destination, std::uint32_t country_code);

    // --- conference. A conference has a call of its own, which stands for it; its members' calls
    // are CONFERENCED, dwParam2 naming it. `params` are those of the consultation call; see
    // setup_transfer.
    // From `call`, which becomes the first member, while the conference is held and the next party
    // is called; or, where the provider says so (SETUPCONFNULL), from `line` with kNoCall.
    // `num_parties`: how many are expected; 0: not said. With LINECALLPARAMFLAGS_NOHOLDCONFERENCE
    // nobody is held, the target address is dialled at once, and the conference comes about when it
    // answers (nf-tapi-linesetupconferencew).
    LineResult setup_conference(HCall call, HLine line, HCall* conference, HCall* consultation,
                                std::uint32_t num_parties, const CallParams* params);
    // The same for one more party of a conference that is there
    // (nf-tapi-lineprepareaddtoconferencew).
    LineResult prepare_add_to_conference(HCall conference, HCall* consultation,
                                         const CallParams* params);
    // Makes the call a member, and takes the conference back (nf-tapi-lineaddtoconference).
    LineResult add_to_conference(HCall conference, HCall consultation);
    // Takes a member out (nf-tapi-lineremovefromconference).
    LineResult remove_from_conference(HCall call);
    // The conference, then its members, in the order in which they were added; what there was no
    // handle for gets one to monitor it with (nf-tapi-linegetconfrelatedcalls).
    LineResult get_conf_related_calls(HCall call, CallList* list);

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

    // --- what a call bears
    // dwAppSpecific, which means nothing to anybody but applications; those that hold the call too
    // are told LINE_CALLINFO(APPSPECIFIC) (nf-tapi-linesetappspecific).
    LineResult set_app_specific(HCall call, std::uint32_t app_specific);
    // LINEMEDIAMODE_: one mode, or UNKNOWN with those that it may be; every holder is told
    // LINE_CALLINFO(MEDIAMODE) (nf-tapi-linesetmediamode).
    LineResult set_media_mode(HCall call, std::uint32_t media_modes);
    // Information for the other parties, at most dwUUISendUserUserInfoSize bytes; a view without
    // data is a NULL pointer (nf-tapi-linesenduseruserinfo).
    LineResult send_user_user_info(HCall call, UserInfo info);
    // What was received has been read, and may make way for what came after it
    // (nf-tapi-linereleaseuseruserinfo).
    LineResult release_user_user_info(HCall call);
    // Nothing may break in on the call any more, to its end (nf-tapi-linesecurecall).
    LineResult secure_call(HCall call);

    // What applications attach to the call, for everybody who has it, on whatever line: `data`
    // takes the place of what was there, at most dwMaxCallDataSize bytes; none removes it. Whoever
    // has the call is told LINE_CALLINFO(CALLDATA). `pointer`: it is not NULL
    // (nf-tapi-linesetcalldata).
    LineResult set_call_data(HCall call, std::string_view data, bool pointer = true);
    // LINECALLTREATMENT_ of the party while it is offered or held: LINE_CALLINFO(TREATMENT)
    // (nf-tapi-linesetcalltreatment).
    LineResult set_call_treatment(HCall call, std::uint32_t treatment);
    // Bearer mode (LINEBEARERMODE_), rates in bit/s (0: the highest of the line) and, unless NULL,
    // dial parameters; LINE_CALLINFO says which of them have changed (nf-tapi-linesetcallparams).
    LineResult set_call_params(HCall call, std::uint32_t bearer_mode, std::uint32_t min_rate,
                               std::uint32_t max_rate, const DialParams* dial_params);

    // --- handing on, and who comes first
    // Makes another application an owner of the call too: the program of this file name, if it has
    // the line open as owner, or, for NULL, the one that comes first for the media mode. It is told
    // LINE_CALLSTATE with its privilege. Of several instances of the program the first that opened
    // the line, the asking one last (nf-tapi-linehandoffw).
    LineResult hand_off(HCall call, const char* module, std::uint32_t media_mode);
    // Puts a program at the top of the stored lists (1), or takes it off (0): those of the media
    // modes or, without one, that of the requests (LINEREQUESTMODE_MAKECALL) of other programs. It
    // counts from the next call or hand-off on (nf-tapi-linesetapppriorityw).
    LineResult set_app_priority(const char* module, std::uint32_t media_modes,
                                std::uint32_t request_mode, std::uint32_t priority);
    // Its place in one list, 1: the first; 0: not listed. Before 2.0, 0xFFFFFFFF for one that is
    // not listed but registered now (nf-tapi-linegetapppriorityw).
    LineResult get_app_priority(const char* module, std::uint32_t media_mode,
                                std::uint32_t request_mode, std::uint32_t* priority);

    // --- calls that other programs ask for
    // From now on, or no more, this application fetches requests of these LINEREQUESTMODE_; it is
    // told LINE_REQUEST with `registration` (nf-tapi-lineregisterrequestrecipient).
    LineResult register_request_recipient(std::uint32_t registration, std::uint32_t request_modes,
                                          bool enable);
    // Takes the oldest request (nf-tapi-linegetrequestw).
    LineResult get_request(std::uint32_t request_mode, MakeCallRequest* request);
    // Asks for a call; for programs that need not have initialised the interface
    // (Telephony::without_application()). The address is not looked at, names that are too long
    // are cut, and NULL is none. TAPIERR_ where it fails (nf-tapi-tapirequestmakecallw).
    LineResult request_make_call(const char* destination, const char* app_name,
                                 const char* called_party, const char* comment);
    // Country and area code of the location that calls are made from; for anybody
    // (nf-tapi-tapigetlocationinfow).
    LineResult get_location_info(LocationInfo* info);

    // --- where low-level events go
    // From now on (`enable`), or no more, events of these classes (LINETERMMODE_) go to and come
    // from a terminal: those of the line with all its addresses and calls, of one address with its
    // calls, or of one call, as `select` (LINECALLSELECT_) says. New calls begin as their address
    // was set last. Of what changes, LINEDEVSTATE_TERMINALS, LINEADDRESSSTATE_TERMINALS and
    // LINE_CALLINFO(TERMINAL) tell, in this order. A call's owner may ask for it in any state; of
    // lines and addresses, whoever has the line open (nf-tapi-linesetterminal).
    LineResult set_terminal(HLine line, std::uint32_t address_id, HCall call, std::uint32_t select,
                            std::uint32_t modes, std::uint32_t terminal, bool enable);
    // --- what the exchange does not have: LINEERR_OPERATIONUNAVAIL, once the handles are right
    // The lists of what acts on media are not looked at (nf-tapi-linesetmediacontrol).
    LineResult set_media_control(HLine line, std::uint32_t address_id, HCall call,
                                 std::uint32_t select);
    LineResult dev_specific(HLine line, std::uint32_t address_id, HCall call,
                            std::string_view params);
    LineResult dev_specific_feature(HLine line, std::uint32_t feature, std::string_view params);

    // --- digits, tones and media
    // Plays digits (LINEDIGITMODE_PULSE or DTMF) along the call; NULL only ends what is being
    // played. `duration` of a digit in milliseconds, 0: the provider's, clamped to its bounds. One
    // LINE_GENERATE follows (nf-tapi-linegeneratedigitsw).
    LineResult generate_digits(HCall call, std::uint32_t digit_mode, const char* digits,
                               std::uint32_t duration);
    // LINE_MONITORDIGITS for digits of these modes; 0: no more (nf-tapi-linemonitordigits).
    LineResult monitor_digits(HCall call, std::uint32_t digit_modes);
    // Collects up to `num_digits` digits; exactly one LINE_GATHERDIGITS follows, and only then
    // `digits` is filled: it has to stay valid until then and be `num_digits` long. NULL only ends
    // what is being collected. Timeouts in milliseconds, 0: none (nf-tapi-linegatherdigitsw).
    LineResult gather_digits(HCall call, std::uint32_t digit_modes, char* digits,
                             std::uint32_t num_digits, const char* termination_digits,
                             std::uint32_t first_timeout, std::uint32_t inter_timeout);
    // Plays a tone (LINETONEMODE_; 0 only ends what is being played) for `duration` milliseconds,
    // 0: the mode's default. `tones` are the frequencies of a CUSTOM one, played together. One
    // LINE_GENERATE follows (nf-tapi-linegeneratetone).
    LineResult generate_tone(HCall call, std::uint32_t tone_mode, std::uint32_t duration,
                             std::uint32_t num_tones, const GenerateTone* tones);
    // LINE_MONITORTONE for these tones; NULL: no more (nf-tapi-linemonitortones).
    LineResult monitor_tones(HCall call, const MonitorTone* tones, std::uint32_t count);
    // LINE_MONITORMEDIA for these LINEMEDIAMODE_; 0: no more (nf-tapi-linemonitormedia).
    LineResult monitor_media(HCall call, std::uint32_t media_modes);

    // --- addresses of a line
    // After how many rings this application would have a call answered; kept until the line is
    // closed (nf-tapi-linesetnumrings).
    LineResult set_num_rings(HLine line, std::uint32_t address_id, std::uint32_t rings);
    // The least that any application set; 0xFFFFFFFF: none did (nf-tapi-linegetnumrings).
    LineResult get_num_rings(HLine line, std::uint32_t address_id, std::uint32_t* rings);
    LineResult get_num_address_ids(HLine line, std::uint32_t* count);
    // The id of the line's address with this number; `mode` has to be LINEADDRESSMODE_DIALABLEADDR
    // (nf-tapi-linegetaddressidw).
    LineResult get_address_id(HLine line, std::uint32_t* id, std::uint32_t mode,
                              const char* number);
    // The device of a class that goes with a line, an address or a call, as `select`
    // (LINECALLSELECT_) says. The class "tapi/line" is the line device itself; there is no other
    // (nf-tapi-linegetidw).
    LineResult get_id(HLine line, std::uint32_t address_id, HCall call, std::uint32_t select,
                      DeviceId* device, const char* device_class);

    // --- forwarding
    // Replaces all the rules of an address, or of all of the line's, by which calls are sent on;
    // no list, or an empty one: there are none from then on. The reply says that the provider has
    // taken it over, LINE_ADDRESSSTATE(FORWARD) that the switch goes by it. `num_rings` before a
    // call counts as not answered is taken as the nearest number the line can do.
    // `*consult` becomes kNoCall, unless the provider calls first who is forwarded to: then it is
    // that call, and the rules are in force only when it is answered (nf-tapi-lineforwardw).
    LineResult forward(HLine line, bool all_addresses, std::uint32_t address_id,
                       const ForwardList* list, std::uint32_t num_rings, HCall* consult,
                       const CallParams* params);

    // --- call completion
    // Has the switch finish a call that met a busy station, or one that does not answer:
    // LINECALLCOMPLMODE_CAMPON, CALLBACK, INTRUDE or MESSAGE, as the line offers them.
    // `*completion` gets the request's id with the reply; LINEDEVSTATE_NUMCOMPLETIONS tells that
    // there is one more. `message` counts for MESSAGE only (nf-tapi-linecompletecall).
    LineResult complete_call(HCall call, std::uint32_t* completion, std::uint32_t mode,
                             std::uint32_t message);
    LineResult uncomplete_call(HLine line, std::uint32_t completion);

    // --- not TAPI: what a harness needs to know of its own side
    [[nodiscard]] std::string_view friendly_name() const;
    // The device a line handle is open on; LINEMAPPER when the handle is not live.
    [[nodiscard]] std::uint32_t device_of(HLine line) const;
    // The line handle a call handle belongs to; kNoLine when the handle is not live.
    [[nodiscard]] HLine line_of(HCall call) const;

    // --- what a further face over the same calls needs (tapi3/)
    // `listener` is woken, with `what`, in the instant in which messages have come, behind what was
    // due already; nullptr: no more.
    void listen(pbx::TimerTarget* listener, std::uint32_t what);
    // lineDrop with a reason. Who called learns it where the call is still offered, and the
    // provider passes reasons on (Tapi3Habits::passes_disconnect_code); else it is lineDrop.
    LineResult drop_as(HCall call, DropReason reason, UserInfo info = {});
    // The same for all handles of one call; 0 when the handle is not live.
    [[nodiscard]] std::uint64_t call_key(HCall call) const;
    // LINECALLINFO.dwCallID, without the rest; 0 when the handle is not live.
    [[nodiscard]] std::uint32_t call_id(HCall call) const;
    // Whether the call stands for a conference.
    [[nodiscard]] bool stands_for_conference(HCall call) const;
    // The handle is one of the other line handle from now on; both are open on one device. Nothing
    // when that has a handle of the call already.
    void move_call(HCall call, HLine line);
    // What has been asked at one line is replied to at another that is open on the same device.
    void move_requests(HLine from, HLine to);
    // Whether some application of this program has the line open as an owner of what the call
    // carries.
    [[nodiscard]] bool may_take(HCall call, const std::string& module) const;
    // What is known of the line now, past and apart from all guards.
    [[nodiscard]] const Profile& profile_of(std::uint32_t device) const;

 private:
    Core* core_;
    std::uint32_t index_;
};

}  // namespace pbxlab::lines
