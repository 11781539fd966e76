// Any operation of the line interface with all of its arguments in one place, so that a test can
// take a good request and spoil one thing of it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "lines/operations.h"
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {

struct Ask {
    Application* app = nullptr;
    HLine line{};
    HCall call{}, other{};
    std::uint32_t device = 0, address = 0;
    std::uint32_t version = kTapi22, low = kTapi13, ext = 0;
    std::uint32_t privileges = LINECALLPRIVILEGE_OWNER, media = LINEMEDIAMODE_INTERACTIVEVOICE;
    std::uint32_t select = LINECALLSELECT_LINE, privilege = LINECALLPRIVILEGE_OWNER;
    std::uint32_t line_states = LINEDEVSTATE_RINGING, address_states = LINEADDRESSSTATE_NUMCALLS;
    std::uint32_t country = 0, total_size = Sized::kRoomForAll;
    const char* number = "1002";
    bool with_params = false;
    CallParams params;
    std::string info;
    std::uint32_t app_specific = 7, media_mode = LINEMEDIAMODE_DATAMODEM, rings = 3;
    std::uint32_t address_mode = LINEADDRESSMODE_DIALABLEADDR;
    const char* own_number = "1001";
    std::uint32_t digit_modes = LINEDIGITMODE_DTMF, num_digits = 2, tone_mode = LINETONEMODE_CUSTOM;
    const char* digits = "12";
    const char* termination = "#";
    std::uint32_t first_timeout = 0, inter_timeout = 0;
    std::vector<GenerateTone> tones = {{.frequency = 440}};
    std::vector<MonitorTone> listened = {{.frequencies = {440}}};
    const char* device_class = "tapi/line";
    std::uint32_t transfer_mode = LINETRANSFERMODE_TRANSFER;
    std::uint32_t parties = 0;  // that a conference is expected to have
    InitializeParams initialize{.module = "new.exe"};
    const char* canonical = "+1 (425) 555-0100";  // address to be translated
    std::uint32_t options = 0, card = 0;          // of the translation
    std::uint32_t location = 0, country_id = 1, toll_option = LINETOLLLISTOPTION_ADD;
    std::uint32_t park_mode = LINEPARKMODE_DIRECTED;
    const char* group = nullptr;
    std::vector<Forward> forwards = {{.mode = LINEFORWARDMODE_UNCOND, .dest_address = "1003"}};
    bool all_addresses = false;
    std::uint32_t completion_mode = LINECALLCOMPLMODE_CALLBACK, message = 0, completion = 1;
    bool null = false;  // the pointer that must not be
    std::string call_data = "customer 17";
    std::uint32_t treatment = LINECALLTREATMENT_MUSIC;
    std::uint32_t bearer = LINEBEARERMODE_SPEECH, lowest_rate = 0, highest_rate = 9600;
    const char* module = "app.exe";  // NULL: by media mode
    std::uint32_t owner_mode = LINEMEDIAMODE_INTERACTIVEVOICE;
    std::uint32_t ranked_modes = LINEMEDIAMODE_INTERACTIVEVOICE, priority = 1;
    std::uint32_t request_mode = LINEREQUESTMODE_MAKECALL;
    const char* destination = "+1 (425) 555-0100";
    std::uint32_t terminal_modes = LINETERMMODE_RINGER, terminal = 2;
    bool enable = true;
    std::uint32_t status_flags = LINEDEVSTATUSFLAGS_MSGWAIT;
};

// Where what was asked for is put; it outlives the request.
struct Answers {
    Application* app = nullptr;
    HLine line{};
    HCall call{}, conference{};
    std::uint32_t version = 0, line_states = 0, address_states = 0;
    Message message;
    DevCaps dev_caps;
    AddressCaps address_caps;
    LineDevStatus line_status;
    AddressStatus address_status;
    CallInfo info;
    CallStatus status;
    CallList list;
    TranslateOutput translated;
    TranslateCaps translate_caps;
    CountryList countries;
    DeviceId device;
    VarString text;
    std::array<char, 8> gathered{};
    std::uint32_t number = 0;
    MakeCallRequest request;
    LocationInfo place;
};

template <class T>
T* place_for(const Ask& ask, T& answer) {
    if constexpr (requires { answer.total_size; }) answer.total_size = ask.total_size;
    return ask.null ? nullptr : &answer;
}

inline LineResult ask_session(Office& office, Op op, const Ask& a, Answers& to) {
    const CallParams* params = a.with_params ? &a.params : nullptr;
    switch (op) {
        case Op::InitializeEx:
            return office.telephony.initialize(a.initialize, place_for(a, to.app));
        case Op::Shutdown: return a.app->shutdown();
        case Op::NegotiateApiVersion:
            return a.app->negotiate_api_version(a.device, a.low, a.version,
                                                place_for(a, to.version));
        case Op::Open:
            return a.app->open(a.device, place_for(a, to.line), a.version, a.ext, 0, a.privileges,
                               a.media, params);
        case Op::Close: return a.app->close(a.line);
        case Op::GetMessage: return a.app->get_message(place_for(a, to.message));
        case Op::GetDevCaps:
            return a.app->get_dev_caps(a.device, a.version, a.ext, place_for(a, to.dev_caps));
        case Op::GetAddressCaps:
            return a.app->get_address_caps(a.device, a.address, a.version, a.ext,
                                           place_for(a, to.address_caps));
        case Op::GetLineDevStatus:
            return a.app->get_line_dev_status(a.line, place_for(a, to.line_status));
        case Op::GetAddressStatus:
            return a.app->get_address_status(a.line, a.address, place_for(a, to.address_status));
        case Op::SetStatusMessages:
            return a.app->set_status_messages(a.line, a.line_states, a.address_states);
        case Op::GetStatusMessages:
            return a.app->get_status_messages(a.line, place_for(a, to.line_states),
                                              place_for(a, to.address_states));
        case Op::SetLineDevStatus:
            return a.app->set_line_dev_status(a.line, a.status_flags, a.enable);
        case Op::TranslateAddress:
            return a.app->translate_address(a.device, a.version, a.canonical, a.card, a.options,
                                            place_for(a, to.translated));
        case Op::GetTranslateCaps:
            return a.app->get_translate_caps(a.version, place_for(a, to.translate_caps));
        case Op::SetCurrentLocation: return a.app->set_current_location(a.location);
        case Op::SetTollList: return a.app->set_toll_list(a.device, a.canonical, a.toll_option);
        case Op::GetCountry:
            return a.app->get_country(a.country_id, a.version, place_for(a, to.countries));
        default: ADD_FAILURE(); return 0;
    }
}

inline LineResult ask_handing_on(Office& office, Op op, const Ask& a, Answers& to) {
    switch (op) {
        case Op::HandOff: return a.app->hand_off(a.call, a.module, a.owner_mode);
        case Op::SetAppPriority:
            return a.app->set_app_priority(a.null ? nullptr : a.module, a.ranked_modes,
                                           a.request_mode, a.priority);
        case Op::GetAppPriority:
            return a.app->get_app_priority(a.module, a.ranked_modes, a.request_mode,
                                           place_for(a, to.number));
        case Op::RegisterRequestRecipient:
            return a.app->register_request_recipient(0, a.request_mode, true);
        case Op::GetRequest: return a.app->get_request(a.request_mode, place_for(a, to.request));
        case Op::RequestMakeCall:
            return a.app->request_make_call(a.null ? nullptr : a.destination, nullptr, nullptr,
                                            nullptr);
        case Op::GetLocationInfo: return a.app->get_location_info(place_for(a, to.place));
        case Op::SetTerminal:
            return a.app->set_terminal(a.line, a.address, a.call, a.select, a.terminal_modes,
                                       a.terminal, a.enable);
        case Op::SetMediaControl:
            return a.app->set_media_control(a.line, a.address, a.call, a.select);
        case Op::DevSpecific: return a.app->dev_specific(a.line, a.address, a.call, {});
        case Op::DevSpecificFeature: return a.app->dev_specific_feature(a.line, 0, {});
        default: return ask_session(office, op, a, to);
    }
}

inline LineResult ask_forward(Op op, const Ask& a, Answers& to) {
    if (op == Op::CompleteCall)
        return a.app->complete_call(a.call, place_for(a, to.number), a.completion_mode, a.message);
    if (op == Op::UncompleteCall) return a.app->uncomplete_call(a.line, a.completion);
    EXPECT_EQ(op, Op::Forward);
    const ForwardList list{.total_size = a.total_size, .entries = a.forwards};
    return a.app->forward(a.line, a.all_addresses, a.address, &list, a.rings, place_for(a, to.call),
                          nullptr);
}

inline LineResult ask_transfer(Office& office, Op op, const Ask& a, Answers& to) {
    const CallParams* params = a.with_params ? &a.params : nullptr;
    switch (op) {
        case Op::SetupTransfer: return a.app->setup_transfer(a.call, place_for(a, to.call), params);
        case Op::CompleteTransfer:
            return a.app->complete_transfer(a.call, a.other, place_for(a, to.conference),
                                            a.transfer_mode);
        case Op::BlindTransfer:
            return a.app->blind_transfer(a.call, a.null ? nullptr : a.number, a.country);
        case Op::SetupConference:
            return a.app->setup_conference(a.call, a.line, place_for(a, to.conference),
                                           place_for(a, to.call), a.parties, params);
        case Op::PrepareAddToConference:
            return a.app->prepare_add_to_conference(a.call, place_for(a, to.call), params);
        case Op::AddToConference: return a.app->add_to_conference(a.call, a.other);
        case Op::RemoveFromConference: return a.app->remove_from_conference(a.call);
        case Op::GetConfRelatedCalls:
            return a.app->get_conf_related_calls(a.call, place_for(a, to.list));
        default: return ask_handing_on(office, op, a, to);
    }
}

inline LineResult ask_more(Office& office, Op op, const Ask& a, Answers& to) {
    switch (op) {
        case Op::SetAppSpecific: return a.app->set_app_specific(a.call, a.app_specific);
        case Op::SetMediaMode: return a.app->set_media_mode(a.call, a.media_mode);
        case Op::SendUserUserInfo:
            return a.app->send_user_user_info(a.call, a.null ? UserInfo{} : a.info);
        case Op::ReleaseUserUserInfo: return a.app->release_user_user_info(a.call);
        case Op::SecureCall: return a.app->secure_call(a.call);
        case Op::SetCallData: return a.app->set_call_data(a.call, a.call_data, !a.null);
        case Op::SetCallTreatment: return a.app->set_call_treatment(a.call, a.treatment);
        case Op::SetCallParams:
            return a.with_params
                       ? a.app->set_call_params(
                             a.call, a.params.bearer_mode != 0 ? a.params.bearer_mode : a.bearer,
                             a.params.min_rate, a.params.max_rate, nullptr)
                       : a.app->set_call_params(a.call, a.bearer, a.lowest_rate, a.highest_rate,
                                                nullptr);
        case Op::Forward:
        case Op::CompleteCall:
        case Op::UncompleteCall: return ask_forward(op, a, to);
        case Op::SetNumRings: return a.app->set_num_rings(a.line, a.address, a.rings);
        case Op::GetNumRings:
            return a.app->get_num_rings(a.line, a.address, place_for(a, to.number));
        case Op::GetNumAddressIds:
            return a.app->get_num_address_ids(a.line, place_for(a, to.number));
        case Op::GetAddressId:
            return a.app->get_address_id(a.line, place_for(a, to.number), a.address_mode,
                                         a.own_number);
        case Op::GetId:
            return a.app->get_id(a.line, a.address, a.call, a.select, place_for(a, to.device),
                                 a.device_class);
        default: return ask_transfer(office, op, a, to);
    }
}

inline LineResult ask_inband(Office& office, Op op, const Ask& a, Answers& to) {
    switch (op) {
        case Op::GenerateDigits: return a.app->generate_digits(a.call, a.digit_modes, a.digits, 0);
        case Op::MonitorDigits: return a.app->monitor_digits(a.call, a.digit_modes);
        case Op::GatherDigits:
            return a.app->gather_digits(a.call, a.digit_modes, to.gathered.data(), a.num_digits,
                                        a.termination, a.first_timeout, a.inter_timeout);
        case Op::GenerateTone:
            return a.app->generate_tone(a.call, a.tone_mode, 0,
                                        static_cast<std::uint32_t>(a.tones.size()),
                                        a.null ? nullptr : a.tones.data());
        case Op::MonitorTones:
            return a.app->monitor_tones(a.call, a.listened.data(),
                                        static_cast<std::uint32_t>(a.listened.size()));
        case Op::MonitorMedia: return a.app->monitor_media(a.call, a.media_mode);
        default: return ask_more(office, op, a, to);
    }
}

inline LineResult ask(Office& office, Op op, const Ask& a, Answers& to) {
    const CallParams* params = a.with_params ? &a.params : nullptr;
    switch (op) {
        case Op::MakeCall:
            return a.app->make_call(a.line, place_for(a, to.call), a.number, a.country, params);
        case Op::Dial: return a.app->dial(a.call, a.null ? nullptr : a.number, a.country);
        case Op::Accept: return a.app->accept(a.call, a.info);
        case Op::Answer: return a.app->answer(a.call, a.info);
        case Op::Drop: return a.app->drop(a.call, a.info);
        case Op::DeallocateCall: return a.app->deallocate_call(a.call);
        case Op::Hold: return a.app->hold(a.call);
        case Op::Unhold: return a.app->unhold(a.call);
        case Op::SwapHold: return a.app->swap_hold(a.call, a.other);
        case Op::Redirect: return a.app->redirect(a.call, a.null ? nullptr : a.number, a.country);
        case Op::Park:
            return a.app->park(a.call, a.park_mode, a.null ? nullptr : a.number,
                               place_for(a, to.text));
        case Op::Unpark: return a.app->unpark(a.line, a.address, place_for(a, to.call), a.number);
        case Op::Pickup:
            return a.app->pickup(a.line, a.address, place_for(a, to.call), a.number, a.group);
        case Op::GetCallInfo: return a.app->get_call_info(a.call, place_for(a, to.info));
        case Op::GetCallStatus: return a.app->get_call_status(a.call, place_for(a, to.status));
        case Op::GetNewCalls:
            return a.app->get_new_calls(a.line, a.address, a.select, place_for(a, to.list));
        case Op::SetCallPrivilege: return a.app->set_call_privilege(a.call, a.privilege);
        default: return ask_inband(office, op, a, to);
    }
}

}  // namespace pbxlab::lines::test
