// Each argument of each operation wrong in turn: null, stale, another application's, out of range,
// too long, malformed, unknown bits. The error is the one that the operation's page names, as the
// reference lists it (tapi2-operations 2, 4, 5, 12, Appendix C), and nothing changes.
#include <iostream>

#include "tests/conformance/stage.h"

namespace pbxlab::lines::test {
namespace {

constexpr std::uint32_t kNoBit = 0x8000'0000;

struct Wrong {
    Op op;
    const char* what;
    const char* error;
    std::function<void(Stage&)> spoil;
};

void stale_call(Stage& s) {
    s.owner.app->drop(s.ask.call);
    s.scene.office.run();
    s.owner.app->deallocate_call(s.ask.call);
}
void foreign_call(Stage& s) { s.ask.call = s.monitor.calls().back(); }
void line_for_call(Stage& s) { s.ask.call = HCall{static_cast<std::uint32_t>(s.ask.line)}; }
void stale_line(Stage& s) {
    Seat& closed = s.scene.office.open(*s.owner.app, 0);
    closed.app->close(closed.line);
    s.ask.line = closed.line;
}

template <class Change>
std::function<void(Stage&)> ask_with(Change change) {
    return [change](Stage& s) { change(s.ask); };
}
template <class Change>
std::function<void(Stage&)> params_with(Change change) {
    return [change](Stage& s) {
        s.ask.with_params = true;
        change(s.ask.params);
    };
}

void add_handles(std::vector<Wrong>& all) {
    for (const Op op : {Op::Dial,
                        Op::Accept,
                        Op::Answer,
                        Op::Drop,
                        Op::DeallocateCall,
                        Op::Hold,
                        Op::Unhold,
                        Op::SwapHold,
                        Op::GetCallInfo,
                        Op::GetCallStatus,
                        Op::SetCallPrivilege,
                        Op::SetAppSpecific,
                        Op::SetMediaMode,
                        Op::SendUserUserInfo,
                        Op::ReleaseUserUserInfo,
                        Op::SecureCall,
                        Op::SetCallData,
                        Op::SetCallTreatment,
                        Op::SetCallParams,
                        Op::HandOff,
                        Op::GenerateDigits,
                        Op::MonitorDigits,
                        Op::GatherDigits,
                        Op::GenerateTone,
                        Op::MonitorTones,
                        Op::MonitorMedia,
                        Op::SetupTransfer,
                        Op::CompleteTransfer,
                        Op::BlindTransfer,
                        Op::Redirect,
                        Op::Park,
                        Op::CompleteCall,
                        Op::SetupConference,
                        Op::RemoveFromConference,
                        Op::GetConfRelatedCalls}) {
        all.push_back(
            {op, "null call", "INVALCALLHANDLE", ask_with([](Ask& a) { a.call = kNoCall; })});
        all.push_back({op, "stale call", "INVALCALLHANDLE", stale_call});
        all.push_back({op, "foreign call", "INVALCALLHANDLE", foreign_call});
        all.push_back({op, "a line as call", "INVALCALLHANDLE", line_for_call});
        all.push_back({op, "all bits as call", "INVALCALLHANDLE",
                       ask_with([](Ask& a) { a.call = HCall{0xFFFF'FFFF}; })});
    }
    for (const Op op : {Op::Close,
                        Op::GetLineDevStatus,
                        Op::GetAddressStatus,
                        Op::SetStatusMessages,
                        Op::GetStatusMessages,
                        Op::SetLineDevStatus,
                        Op::MakeCall,
                        Op::GetNewCalls,
                        Op::SetNumRings,
                        Op::GetNumRings,
                        Op::GetNumAddressIds,
                        Op::GetAddressId,
                        Op::GetId,
                        Op::Unpark,
                        Op::Pickup,
                        Op::SetTerminal,
                        Op::SetMediaControl,
                        Op::DevSpecific,
                        Op::DevSpecificFeature,
                        Op::Forward,
                        Op::UncompleteCall}) {
        all.push_back(
            {op, "null line", "INVALLINEHANDLE", ask_with([](Ask& a) { a.line = kNoLine; })});
        all.push_back({op, "stale line", "INVALLINEHANDLE", stale_line});
        all.push_back(
            {op, "foreign line", "INVALLINEHANDLE", [](Stage& s) { s.ask.line = s.monitor.line; }});
        all.push_back({op, "all bits as line", "INVALLINEHANDLE",
                       ask_with([](Ask& a) { a.line = HLine{0xFFFF'FFFF}; })});
    }
    for (const HCall wrong : {kNoCall, HCall{0xFFFF'FFFF}, HCall{1}}) {
        all.push_back({Op::CompleteTransfer, "second call", "INVALCONSULTCALLHANDLE",
                       ask_with([wrong](Ask& a) { a.other = wrong; })});
    }
    all.push_back({Op::CompleteTransfer, "foreign second call", "INVALCONSULTCALLHANDLE",
                   [](Stage& s) { s.ask.other = s.monitor.h(1); }});
    for (const std::uint32_t mode : {0U, 3U, 4U, kNoBit, 0xFFFF'FFFFU}) {
        all.push_back({Op::CompleteTransfer, "mode", "INVALTRANSFERMODE",
                       ask_with([mode](Ask& a) { a.transfer_mode = mode; })});
    }
    for (const char* number : {"", "10-02", "1002;", "1?", "+", "x", "\xFF"}) {
        all.push_back({Op::BlindTransfer, "destination", "INVALADDRESS",
                       ask_with([number](Ask& a) { a.number = number; })});
    }
    for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU}) {
        all.push_back({Op::BlindTransfer, "country", "INVALCOUNTRYCODE",
                       ask_with([country](Ask& a) { a.country = country; })});
    }
    all.push_back({Op::BlindTransfer, "null destination", "INVALPOINTER",
                   ask_with([](Ask& a) { a.null = true; })});
    all.push_back({Op::SwapHold, "null held call", "INVALCALLHANDLE",
                   ask_with([](Ask& a) { a.other = kNoCall; })});
    all.push_back({Op::SwapHold, "foreign held call", "INVALCALLHANDLE",
                   [](Stage& s) { s.ask.other = s.monitor.h(1); }});
}

void ordinary_call(Stage& s) { s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED)); }

void add_conference_handles(std::vector<Wrong>& all) {
    for (const Op op : {Op::PrepareAddToConference, Op::AddToConference}) {
        for (const HCall wrong : {kNoCall, HCall{0xFFFF'FFFF}, HCall{1}}) {
            all.push_back({op, "conference", "INVALCONFCALLHANDLE",
                           ask_with([wrong](Ask& a) { a.call = wrong; })});
        }
        all.push_back({op, "stale conference", "INVALCONFCALLHANDLE", stale_call});
        all.push_back({op, "foreign conference", "INVALCONFCALLHANDLE", foreign_call});
        all.push_back({op, "a line as conference", "INVALCONFCALLHANDLE", line_for_call});
        all.push_back({op, "an ordinary call", "INVALCONFCALLHANDLE", ordinary_call});
        all.push_back({op, "a member", "INVALCONFCALLHANDLE", [](Stage& s) {
                           s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_CONFERENCED));
                       }});
    }
    for (const HCall wrong : {kNoCall, HCall{0xFFFF'FFFF}, HCall{1}}) {
        all.push_back({Op::AddToConference, "party", "INVALCALLHANDLE",
                       ask_with([wrong](Ask& a) { a.other = wrong; })});
    }
    all.push_back({Op::AddToConference, "foreign party", "INVALCALLHANDLE",
                   [](Stage& s) { s.ask.other = s.monitor.h(3); }});
    all.push_back({Op::AddToConference, "the conference itself", "INVALCALLHANDLE",
                   ask_with([](Ask& a) { a.other = a.call; })});
    all.push_back({Op::AddToConference, "a party that is in it", "INVALCALLHANDLE",
                   [](Stage& s) { s.ask.other = s.owner.h(1); }});
    all.push_back({Op::AddToConference, "another conference", "INVALCALLHANDLE", [](Stage& s) {
                       s.ask.other = s.owner.h(s.scene.conference(LINECALLSTATE_ONHOLD).conference);
                   }});
    all.push_back(
        {Op::AddToConference, "a call that was not made for it", "INVALCALLHANDLE",
         [](Stage& s) { s.ask.other = s.owner.h(s.scene.bring(LINECALLSTATE_RINGBACK)); }});
    all.push_back({Op::GetConfRelatedCalls, "an ordinary call", "NOCONFERENCE", ordinary_call});
    for (const std::uint32_t parties : {7U, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetupConference, "number of parties", "CONFERENCEFULL",
                       ask_with([parties](Ask& a) { a.parties = parties; })});
    }
    all.push_back(
        {Op::CompleteTransfer, "no place for the conference", "INVALPOINTER", ask_with([](Ask& a) {
             a.transfer_mode = LINETRANSFERMODE_CONFERENCE;
             a.null = true;
         })});
}

void add_pointers_and_sizes(std::vector<Wrong>& all) {
    for (const Op op : {Op::InitializeEx,
                        Op::NegotiateApiVersion,
                        Op::Open,
                        Op::GetMessage,
                        Op::GetDevCaps,
                        Op::GetAddressCaps,
                        Op::GetLineDevStatus,
                        Op::GetAddressStatus,
                        Op::GetStatusMessages,
                        Op::MakeCall,
                        Op::Dial,
                        Op::GetCallInfo,
                        Op::GetCallStatus,
                        Op::GetNewCalls,
                        Op::TranslateAddress,
                        Op::GetTranslateCaps,
                        Op::GetCountry,
                        Op::SendUserUserInfo,
                        Op::GetNumRings,
                        Op::GetNumAddressIds,
                        Op::GetAddressId,
                        Op::GetId,
                        Op::Forward,
                        Op::CompleteCall,
                        Op::GenerateTone,
                        Op::Redirect,
                        Op::Park,
                        Op::Unpark,
                        Op::Pickup,
                        Op::SetCallData,
                        Op::SetAppPriority,
                        Op::GetAppPriority,
                        Op::GetRequest,
                        Op::RequestMakeCall,
                        Op::GetLocationInfo,
                        Op::SetupConference,
                        Op::PrepareAddToConference,
                        Op::GetConfRelatedCalls}) {
        all.push_back(
            {op, "null pointer", "INVALPOINTER", ask_with([](Ask& a) { a.null = true; })});
    }
    using Row = std::pair<Op, std::uint32_t>;
    for (const auto& [op, fixed] :
         {Row{Op::GetDevCaps, 268U}, Row{Op::GetAddressCaps, 228U}, Row{Op::GetLineDevStatus, 88U},
          Row{Op::GetAddressStatus, 64U}, Row{Op::GetCallInfo, 324U}, Row{Op::GetCallStatus, 56U},
          Row{Op::GetNewCalls, 24U}, Row{Op::TranslateAddress, 40U}, Row{Op::GetTranslateCaps, 44U},
          Row{Op::GetCountry, 24U}, Row{Op::GetId, 24U}, Row{Op::Forward, 32U},
          Row{Op::GetConfRelatedCalls, 24U}}) {
        for (const std::uint32_t size : {0U, fixed - 1}) {
            all.push_back({op, "too small a structure", "STRUCTURETOOSMALL",
                           ask_with([size](Ask& a) { a.total_size = size; })});
        }
    }
    for (const Op op : {Op::Open, Op::MakeCall}) {
        all.push_back({op, "too small parameters", "STRUCTURETOOSMALL",
                       params_with([](CallParams& p) { p.total_size = 175; })});
    }
}

void add_park_and_pickup(std::vector<Wrong>& all) {
    for (const std::uint32_t mode : {0U, 3U, 4U, kNoBit}) {
        all.push_back({Op::Park, "park mode", "INVALPARKMODE",
                       ask_with([mode](Ask& a) { a.park_mode = mode; })});
    }
    for (const std::uint32_t size : {0U, 23U}) {
        all.push_back(
            {Op::Park, "too small a structure", "STRUCTURETOOSMALL", ask_with([size](Ask& a) {
                 a.park_mode = LINEPARKMODE_NONDIRECTED;
                 a.total_size = size;
             })});
    }
    for (const Op op : {Op::Unpark, Op::Pickup}) {
        for (const std::uint32_t address : {1U, 0xFFFF'FFFFU}) {
            all.push_back({op, "address id", "INVALADDRESSID",
                           ask_with([address](Ask& a) { a.address = address; })});
        }
    }
    for (const char* group : {"", "nobody", "\xFF"}) {
        all.push_back(
            {Op::Pickup, "group", "INVALGROUPID", ask_with([group](Ask& a) { a.group = group; })});
    }
    all.push_back(
        {Op::Unpark, "null address", "INVALPOINTER", ask_with([](Ask& a) { a.number = nullptr; })});
}

void add_session(std::vector<Wrong>& all) {
    for (const Op op : {Op::NegotiateApiVersion, Op::Open, Op::GetDevCaps, Op::GetAddressCaps}) {
        for (const std::uint32_t device : {4U, 0x7FFF'FFFFU}) {
            all.push_back({op, "device out of range", "BADDEVICEID",
                           ask_with([device](Ask& a) { a.device = device; })});
        }
        for (const std::uint32_t version : {0U, 0x0001'0002U, kTapi30, 0xFFFF'FFFFU}) {
            all.push_back({op, "version", "INCOMPATIBLEAPIVERSION",
                           ask_with([version](Ask& a) { a.low = a.version = version; })});
        }
        if (op == Op::NegotiateApiVersion) continue;
        all.push_back({op, "extension version", "INCOMPATIBLEEXTVERSION",
                       ask_with([](Ask& a) { a.ext = 0xFFFF'FFFF; })});
    }
    all.push_back({Op::GetDevCaps, "the mapper as device", "BADDEVICEID",
                   ask_with([](Ask& a) { a.device = LINEMAPPER; })});
    for (const std::uint32_t privileges :
         {0U, 8U, kNoBit, LINECALLPRIVILEGE_NONE | LINECALLPRIVILEGE_OWNER}) {
        all.push_back({Op::Open, "privileges", "INVALPRIVSELECT",
                       ask_with([privileges](Ask& a) { a.privileges = privileges; })});
    }
    for (const std::uint32_t media : {0U, LINEMEDIAMODE_TDD, kNoBit}) {
        all.push_back({Op::Open, "media modes", "INVALMEDIAMODE",
                       ask_with([media](Ask& a) { a.media = media; })});
    }
    for (const std::uint32_t option : {0U, 4U, kNoBit}) {
        all.push_back({Op::InitializeEx, "option", "INVALPARAM",
                       ask_with([option](Ask& a) { a.initialize.option = option; })});
    }
    for (const std::string& name :
         {std::string(41, 'n'), std::string("a\0b", 3), std::string{"\n"}, std::string{"\x7f"}}) {
        all.push_back({Op::InitializeEx, "module", "INVALAPPNAME",
                       ask_with([name](Ask& a) { a.initialize.module = name; })});
        all.push_back({Op::InitializeEx, "name", "INVALAPPNAME",
                       ask_with([name](Ask& a) { a.initialize.friendly_name = name; })});
    }
}

void add_selections(std::vector<Wrong>& all) {
    for (const Op op : {Op::GetAddressCaps, Op::GetAddressStatus, Op::GetNewCalls, Op::SetNumRings,
                        Op::GetNumRings, Op::GetId, Op::Forward}) {
        for (const std::uint32_t address : {1U, 0xFFFF'FFFFU}) {
            all.push_back({op, "address id", "INVALADDRESSID", ask_with([address](Ask& a) {
                               a.address = address;
                               a.select = LINECALLSELECT_ADDRESS;
                           })});
        }
    }
    for (const std::uint32_t select : {0U, 3U, LINECALLSELECT_CALL, kNoBit}) {
        all.push_back({Op::GetNewCalls, "selection", "INVALCALLSELECT",
                       ask_with([select](Ask& a) { a.select = select; })});
    }
    for (const std::uint32_t privilege : {0U, 3U, 8U, kNoBit}) {
        all.push_back({Op::SetCallPrivilege, "privilege", "INVALCALLPRIVILEGE",
                       ask_with([privilege](Ask& a) { a.privilege = privilege; })});
    }
    for (const std::uint32_t mode : {0U, LINEADDRESSMODE_ADDRESSID, 3U, kNoBit}) {
        all.push_back({Op::GetAddressId, "address mode", "INVALADDRESSMODE",
                       ask_with([mode](Ask& a) { a.address_mode = mode; })});
    }
    for (const char* number : {"", "1002", "10011", "\xFF"}) {
        all.push_back({Op::GetAddressId, "number", "INVALADDRESS",
                       ask_with([number](Ask& a) { a.own_number = number; })});
    }
    for (const std::uint32_t select : {0U, 3U, LINECALLSELECT_DEVICEID, kNoBit}) {
        all.push_back({Op::GetId, "selection", "INVALCALLSELECT",
                       ask_with([select](Ask& a) { a.select = select; })});
    }
    for (const char* name : {"", "tapi/lin", "tapi/lines", "wave/out"}) {
        all.push_back({Op::GetId, "device class", "NODEVICE",
                       ask_with([name](Ask& a) { a.device_class = name; })});
    }
    for (const std::uint32_t media :
         {0U, LINEMEDIAMODE_TDD, kNoBit, LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_DATAMODEM,
          LINEMEDIAMODE_UNKNOWN | LINEMEDIAMODE_TDD}) {
        all.push_back({Op::SetMediaMode, "media mode", "INVALMEDIAMODE",
                       ask_with([media](Ask& a) { a.media_mode = media; })});
    }
    all.push_back({Op::SetStatusMessages, "line states", "INVALLINESTATE",
                   ask_with([](Ask& a) { a.line_states |= kNoBit; })});
    for (const std::uint32_t flags : {0U, 0x10U, kNoBit | LINEDEVSTATUSFLAGS_MSGWAIT}) {
        all.push_back({Op::SetLineDevStatus, "flags", "INVALPARAM",
                       ask_with([flags](Ask& a) { a.status_flags = flags; })});
    }
    for (const std::uint32_t flags :
         {LINEDEVSTATUSFLAGS_CONNECTED, LINEDEVSTATUSFLAGS_INSERVICE, LINEDEVSTATUSFLAGS_LOCKED,
          LINEDEVSTATUSFLAGS_LOCKED | LINEDEVSTATUSFLAGS_MSGWAIT}) {
        all.push_back({Op::SetLineDevStatus, "flags of the exchange", "OPERATIONUNAVAIL",
                       ask_with([flags](Ask& a) { a.status_flags = flags; })});
    }
    all.push_back({Op::SetStatusMessages, "address states", "INVALADDRESSSTATE",
                   ask_with([](Ask& a) { a.address_states |= kNoBit; })});
}

void add_inband(std::vector<Wrong>& all) {
    for (const std::uint32_t modes : {8U, kNoBit, 0xFFFF'FFFFU}) {
        for (const Op op : {Op::GenerateDigits, Op::MonitorDigits, Op::GatherDigits}) {
            all.push_back({op, "digit modes", "INVALDIGITMODE",
                           ask_with([modes](Ask& a) { a.digit_modes = modes; })});
        }
        all.push_back({Op::GenerateTone, "tone mode", "INVALTONEMODE",
                       ask_with([modes](Ask& a) { a.tone_mode = modes == 8U ? 32U : modes; })});
        all.push_back({Op::MonitorMedia, "media modes", "INVALMEDIAMODE",
                       ask_with([modes](Ask& a) { a.media_mode = modes == 8U ? 1U : modes; })});
    }
    for (const char* digits : {"E", "1 ", "\xFF", "!"}) {
        all.push_back({Op::GatherDigits, "termination digits", "INVALDIGITS",
                       ask_with([digits](Ask& a) { a.termination = digits; })});
    }
    all.push_back(
        {Op::GatherDigits, "no digits", "INVALPARAM", ask_with([](Ask& a) { a.num_digits = 0; })});
    for (const std::size_t count : {0U, 4U, 1000U}) {
        all.push_back({Op::GenerateTone, "number of frequencies", "INVALPOINTER",
                       ask_with([count](Ask& a) { a.tones.resize(count, {440}); })});
    }
    for (const std::uint32_t hertz : {20'001U, 0xFFFF'FFFFU}) {
        all.push_back({Op::GenerateTone, "frequency", "INVALTONE",
                       ask_with([hertz](Ask& a) { a.tones[0].frequency = hertz; })});
        all.push_back({Op::MonitorTones, "frequency", "INVALTONE",
                       ask_with([hertz](Ask& a) { a.listened[0].frequencies[2] = hertz; })});
    }
    all.push_back({Op::GenerateTone, "volume", "INVALTONE",
                   ask_with([](Ask& a) { a.tones[0].volume = 0x1'0000; })});
    all.push_back({Op::MonitorTones, "number of tones", "INVALPOINTER",
                   ask_with([](Ask& a) { a.listened.resize(9); })});
}

void add_numbers(std::vector<Wrong>& all) {
    static const std::string kTooManyDigits(41, '1');
    static const std::string kTooLong = "1^" + std::string(79, 'n');
    for (const Op op : {Op::MakeCall, Op::Dial}) {
        for (const char* number : {"10-02", "(1)", "1;2", "1+1", "+", "1 2", "\x01", "\xFF", "x",
                                   kTooManyDigits.c_str(), kTooLong.c_str()}) {
            all.push_back(
                {op, number, "INVALADDRESS", ask_with([number](Ask& a) { a.number = number; })});
        }
        all.push_back({op, "prompt", "DIALPROMPT", ask_with([](Ask& a) { a.number = "1?"; })});
        all.push_back({op, "voice", "DIALVOICEDETECT", ask_with([](Ask& a) { a.number = "1:2"; })});
        for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU}) {
            all.push_back({op, "country", "INVALCOUNTRYCODE",
                           ask_with([country](Ask& a) { a.country = country; })});
        }
    }
    for (const Op op : {Op::Redirect, Op::Park, Op::Unpark, Op::Pickup})
        for (const char* number : {"", "10-02", "1;2", "10;", "1W2", "1$", "1?", "1:2", "+", "x",
                                   "\xFF", kTooManyDigits.c_str(), kTooLong.c_str()}) {
            all.push_back(
                {op, number, "INVALADDRESS", ask_with([number](Ask& a) { a.number = number; })});
        }
    for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU}) {
        all.push_back({Op::Redirect, "country", "INVALCOUNTRYCODE",
                       ask_with([country](Ask& a) { a.country = country; })});
    }
    for (const Op op : {Op::Accept, Op::Answer, Op::Drop, Op::SendUserUserInfo}) {
        for (const std::size_t size : {129U, 100'000U}) {
            all.push_back({op, "user-user information", "USERUSERINFOTOOBIG",
                           ask_with([size](Ask& a) { a.info = std::string(size, '\0'); })});
        }
    }
}

void add_forwarding(std::vector<Wrong>& all) {
    const auto entry_with = [&all](const char* what, const char* error, auto change) {
        all.push_back(
            {Op::Forward, what, error, ask_with([change](Ask& a) { change(a.forwards[0]); })});
    };
    for (const std::uint32_t mode :
         {0U, 3U, LINEFORWARDMODE_UNKNOWN, LINEFORWARDMODE_UNAVAIL, kNoBit})
        entry_with("mode", "INVALPARAM", [mode](Forward& f) { f.mode = mode; });
    entry_with("a caller for anyone", "INVALPARAM", [](Forward& f) { f.caller_address = "1002"; });
    entry_with("nobody for one caller", "INVALPARAM",
               [](Forward& f) { f.mode = LINEFORWARDMODE_BUSYSPECIFIC; });
    for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU})
        entry_with("country", "INVALCOUNTRYCODE",
                   [country](Forward& f) { f.dest_country_code = country; });
    for (const char* number : {"1001", "10-02", "x", "1;", "1?", "1W2", ",", "\xFF"})
        entry_with(number, "INVALADDRESS", [number](Forward& f) { f.dest_address = number; });
    entry_with("caller", "INVALADDRESS", [](Forward& f) {
        f.mode = LINEFORWARDMODE_UNCONDSPECIFIC;
        f.caller_address = "10 02";
    });
    for (const std::size_t count : {17U, 1000U}) {
        all.push_back({Op::Forward, "number of entries", "INVALPARAM",
                       ask_with([count](Ask& a) { a.forwards.resize(count, a.forwards[0]); })});
    }
    all.push_back({Op::Forward, "entries for one caller", "INVALPARAM", ask_with([](Ask& a) {
                       a.forwards[0].mode = LINEFORWARDMODE_UNCONDSPECIFIC;
                       a.forwards[0].caller_address = "1002";
                       a.forwards.resize(9, a.forwards[0]);
                   })});
}

void add_completion(std::vector<Wrong>& all) {
    for (const std::uint32_t mode :
         {0U, 3U, LINECALLCOMPLMODE_INTRUDE, LINECALLCOMPLMODE_MESSAGE, 16U, kNoBit}) {
        all.push_back({Op::CompleteCall, "mode", "INVALCALLCOMPLMODE",
                       ask_with([mode](Ask& a) { a.completion_mode = mode; })});
    }
    for (const std::uint32_t id : {0U, 2U, 0xFFFF'FFFFU}) {
        all.push_back({Op::UncompleteCall, "id", "INVALCOMPLETIONID",
                       ask_with([id](Ask& a) { a.completion = id; })});
    }
}

void add_translation(std::vector<Wrong>& all) {
    for (const Op op : {Op::TranslateAddress, Op::SetTollList}) {
        for (const std::uint32_t device : {4U, LINEMAPPER}) {
            all.push_back({op, "device out of range", "BADDEVICEID",
                           ask_with([device](Ask& a) { a.device = device; })});
        }
        for (const char* address : {"+", "+1", "+1 (425)", "+1 (425) x", "+1425555100"}) {
            all.push_back({op, address, "INVALADDRESS",
                           ask_with([address](Ask& a) { a.canonical = address; })});
        }
    }
    for (const Op op : {Op::TranslateAddress, Op::GetTranslateCaps, Op::GetCountry}) {
        for (const std::uint32_t version : {0U, 0x0001'0002U, 0x0002'0003U, 0xFFFF'FFFFU}) {
            all.push_back({op, "version", "INCOMPATIBLEAPIVERSION",
                           ask_with([version](Ask& a) { a.version = version; })});
        }
    }
    for (const std::uint32_t options : {16U, 12U, kNoBit}) {
        all.push_back({Op::TranslateAddress, "options", "INVALPARAM",
                       ask_with([options](Ask& a) { a.options = options; })});
    }
    all.push_back({Op::TranslateAddress, "null address", "INVALPOINTER",
                   ask_with([](Ask& a) { a.canonical = nullptr; })});
    all.push_back({Op::SetTollList, "null address", "INVALADDRESS",
                   ask_with([](Ask& a) { a.canonical = nullptr; })});
    for (const char* address : {"5550100", "+1 (206) 555-0100", "+49 (30) 1"}) {
        all.push_back({Op::SetTollList, address, "INVALADDRESS",
                       ask_with([address](Ask& a) { a.canonical = address; })});
    }
    for (const std::uint32_t number : {7U, 0xFFFF'FFFFU}) {
        all.push_back({Op::TranslateAddress, "card", "INVALCARD", ask_with([number](Ask& a) {
                           a.options = LINETRANSLATEOPTION_CARDOVERRIDE;
                           a.card = number;
                       })});
        all.push_back({Op::SetCurrentLocation, "location", "INVALLOCATION",
                       ask_with([number](Ask& a) { a.location = number; })});
    }
    for (const std::uint32_t option : {0U, 3U, kNoBit}) {
        all.push_back({Op::SetTollList, "option", "INVALPARAM",
                       ask_with([option](Ask& a) { a.toll_option = option; })});
    }
    for (const std::uint32_t country : {2U, 0xFFFF'FFFFU}) {
        all.push_back({Op::GetCountry, "country", "INVALCOUNTRYCODE",
                       ask_with([country](Ask& a) { a.country_id = country; })});
    }
}

void add_call_params(std::vector<Wrong>& all) {
    using Field = std::uint32_t CallParams::*;
    constexpr Field kFlags = &CallParams::call_param_flags;
    struct Row {
        Field field;
        std::uint32_t value;
        const char* error;
    };
    for (const Row& row :
         {Row{&CallParams::bearer_mode, 3, "INVALBEARERMODE"},
          Row{&CallParams::bearer_mode, kNoBit, "INVALBEARERMODE"},
          Row{&CallParams::bearer_mode, LINEBEARERMODE_PASSTHROUGH, "BEARERMODEUNAVAIL"},
          Row{&CallParams::max_rate, 64001, "RATEUNAVAIL"},
          Row{&CallParams::min_rate, 0xFFFF'FFFF, "RATEUNAVAIL"},
          Row{&CallParams::media_mode, LINEMEDIAMODE_TDD, "INVALMEDIAMODE"},
          Row{&CallParams::media_mode, kNoBit, "INVALMEDIAMODE"},
          Row{&CallParams::media_mode, 0xFFFF'FFFF, "INVALMEDIAMODE"},
          Row{&CallParams::call_param_flags, kNoBit, "INVALCALLPARAMS"},
          Row{&CallParams::call_param_flags, LINECALLPARAMFLAGS_NOHOLDCONFERENCE,
              "INVALCALLPARAMS"},
          Row{&CallParams::call_param_flags, LINECALLPARAMFLAGS_ONESTEPTRANSFER, "INVALCALLPARAMS"},
          Row{&CallParams::address_mode, 3, "INVALADDRESSMODE"},
          Row{&CallParams::address_mode, kNoBit, "INVALADDRESSMODE"},
          Row{&CallParams::address_id, 1, "INVALADDRESSID"},
          Row{&CallParams::address_id, 0xFFFF'FFFF, "INVALADDRESSID"}}) {
        all.push_back({Op::MakeCall, "parameters", row.error,
                       params_with([row](CallParams& p) { p.*row.field = row.value; })});
    }
    for (const Row& row :
         {Row{&CallParams::bearer_mode, 3, "INVALBEARERMODE"},
          Row{&CallParams::bearer_mode, LINEBEARERMODE_PASSTHROUGH, "BEARERMODEUNAVAIL"},
          Row{&CallParams::max_rate, 64001, "RATEUNAVAIL"},
          Row{&CallParams::media_mode, 0xFFFF'FFFF, "INVALMEDIAMODE"},
          Row{&CallParams::call_param_flags, kNoBit, "INVALCALLPARAMS"},
          Row{&CallParams::call_param_flags, LINECALLPARAMFLAGS_NOHOLDCONFERENCE,
              "INVALCALLPARAMS"},
          Row{&CallParams::address_mode, 3, "INVALADDRESSMODE"},
          Row{&CallParams::address_id, 1, "INVALCALLPARAMS"},
          Row{&CallParams::total_size, 175, "STRUCTURETOOSMALL"}}) {
        for (const Op op : {Op::SetupTransfer, Op::SetupConference, Op::PrepareAddToConference}) {
            const bool own_flag = op != Op::SetupTransfer && row.field == kFlags;
            const std::uint32_t value = own_flag ? LINECALLPARAMFLAGS_ONESTEPTRANSFER : row.value;
            all.push_back({op, "parameters", row.error,
                           params_with([row, value](CallParams& p) { p.*row.field = value; })});
        }
    }
    for (const std::string& target :
         {std::string{}, std::string{"10-02"}, std::string{"1002;"}, std::string{"1?"},
          std::string("1002\0", 5), std::string(5000, '1'), std::string{"\xFF"}}) {
        for (const Op op : {Op::SetupTransfer, Op::SetupConference, Op::PrepareAddToConference}) {
            const std::uint32_t flag = op == Op::SetupTransfer
                                           ? LINECALLPARAMFLAGS_ONESTEPTRANSFER
                                           : LINECALLPARAMFLAGS_NOHOLDCONFERENCE;
            all.push_back({op, "target address", "INVALCALLPARAMS",
                           params_with([target, flag](CallParams& p) {
                               p.call_param_flags = flag;
                               p.target_address = target;
                           })});
        }
    }
    for (const Op op : {Op::SetupConference, Op::PrepareAddToConference}) {
        all.push_back({op, "rates", "INVALRATE",
                       params_with([](CallParams& p) { p.min_rate = 2, p.max_rate = 1; })});
        all.push_back(
            {op, "user-user information", "USERUSERINFOTOOBIG",
             params_with([](CallParams& p) { p.user_user_info = std::string(129, 'u'); })});
        all.push_back({op, "originating address", "INVALCALLPARAMS", params_with([](CallParams& p) {
                           p.address_mode = LINEADDRESSMODE_DIALABLEADDR;
                           p.orig_address = "1002";
                       })});
    }
    for (const std::string& address :
         {std::string{"1002"}, std::string{}, std::string("1001\0", 5), std::string(5000, '1')}) {
        all.push_back({Op::MakeCall, "originating address", "INVALADDRESS",
                       params_with([address](CallParams& p) {
                           p.address_mode = LINEADDRESSMODE_DIALABLEADDR;
                           p.orig_address = address;
                       })});
    }
    all.push_back({Op::MakeCall, "rates", "INVALRATE",
                   params_with([](CallParams& p) { p.min_rate = 2, p.max_rate = 1; })});
    all.push_back({Op::MakeCall, "user-user information", "USERUSERINFOTOOBIG",
                   params_with([](CallParams& p) { p.user_user_info = std::string(129, 'u'); })});
    all.push_back({Op::Open, "single address", "INVALADDRESSID", [](Stage& s) {
                       s.ask.privileges |= LINEOPENOPTION_SINGLEADDRESS;
                       s.ask.with_params = true;
                       s.ask.params.address_id = 1;
                   }});
}

void add_handing_on(std::vector<Wrong>& all) {
    static const std::string kTooLong(80, '1');
    static const std::string kLongName(41, 'n');
    for (const std::uint32_t mode : {0U, 1U, kNoBit, LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_TDD}) {
        all.push_back({Op::HandOff, "media mode", "INVALMEDIAMODE", ask_with([mode](Ask& a) {
                           a.module = nullptr;
                           a.owner_mode = mode;
                       })});
    }
    for (const char* module : {"", "app", "app.exe ", "other.exe", "\\app.exe"}) {
        all.push_back({Op::HandOff, module, "TARGETNOTFOUND",
                       ask_with([module](Ask& a) { a.module = module; })});
    }
    for (const Op op : {Op::SetAppPriority, Op::GetAppPriority}) {
        for (const char* module : {"", "a/b.exe", "c:b.exe", "\\b.exe", "\n", kLongName.c_str()}) {
            all.push_back(
                {op, module, "INVALAPPNAME", ask_with([module](Ask& a) { a.module = module; })});
        }
        for (const std::uint32_t mode : {1U, kNoBit, 0xFFFF'FFFFU}) {
            all.push_back({op, "media mode", "INVALMEDIAMODE",
                           ask_with([mode](Ask& a) { a.ranked_modes = mode; })});
        }
        for (const std::uint32_t mode : {0U, LINEREQUESTMODE_DROP, 3U, kNoBit}) {
            all.push_back({op, "request mode", "INVALREQUESTMODE", ask_with([mode](Ask& a) {
                               a.ranked_modes = 0;
                               a.request_mode = mode;
                           })});
        }
    }
    all.push_back(
        {Op::GetAppPriority, "several media modes", "INVALMEDIAMODE",
         ask_with([](Ask& a) { a.ranked_modes = LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_TDD; })});
    for (const std::uint32_t priority : {2U, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetAppPriority, "priority", "INVALPARAM",
                       ask_with([priority](Ask& a) { a.priority = priority; })});
    }
    for (const std::uint32_t mode : {0U, 8U, kNoBit}) {
        for (const Op op : {Op::RegisterRequestRecipient, Op::GetRequest}) {
            all.push_back({op, "request mode", "INVALREQUESTMODE",
                           ask_with([mode](Ask& a) { a.request_mode = mode; })});
        }
    }
    all.push_back({Op::GetRequest, "a mode to be dropped", "INVALREQUESTMODE",
                   ask_with([](Ask& a) { a.request_mode = LINEREQUESTMODE_DROP; })});
    for (const char* to : {"", kTooLong.c_str()}) {
        all.push_back({Op::RequestMakeCall, "destination", "INVALDESTADDRESS",
                       ask_with([to](Ask& a) { a.destination = to; })});
    }
    for (const std::uint32_t select : {0U, 3U, LINECALLSELECT_DEVICEID, kNoBit}) {
        for (const Op op : {Op::SetTerminal, Op::SetMediaControl}) {
            all.push_back({op, "selection", "INVALCALLSELECT",
                           ask_with([select](Ask& a) { a.select = select; })});
        }
    }
}

// Whatever is selected, terminals and classes of events have to exist, and to go together.
void add_terminals(std::vector<Wrong>& all) {
    const auto wrong = [&all](const char* what, const char* error, auto change) {
        for (const std::uint32_t select :
             {LINECALLSELECT_LINE, LINECALLSELECT_ADDRESS, LINECALLSELECT_CALL}) {
            all.push_back({Op::SetTerminal, what, error, ask_with([=](Ask& a) {
                               a.select = select;
                               change(a);
                           })});
        }
    };
    for (const std::uint32_t modes : {0U, 0x100U, kNoBit | LINETERMMODE_RINGER, 0xFFFF'FFFFU}) {
        for (const bool enable : {true, false}) {
            wrong("terminal modes", "INVALTERMINALMODE", [=](Ask& a) {
                a.terminal_modes = modes;
                a.enable = enable;
            });
        }
    }
    wrong("what a loudspeaker cannot take", "INVALTERMINALMODE",
          [](Ask& a) { a.terminal_modes = LINETERMMODE_RINGER | LINETERMMODE_BUTTONS; });
    for (const std::uint32_t terminal : {3U, 8U, 0xFFFF'FFFFU}) {
        for (const bool enable : {true, false}) {
            wrong("terminal", "INVALTERMINALID", [=](Ask& a) {
                a.terminal = terminal;
                a.enable = enable;
            });
        }
    }
    for (const std::uint32_t address : {1U, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetTerminal, "address", "INVALADDRESSID", ask_with([address](Ask& a) {
                           a.select = LINECALLSELECT_ADDRESS;
                           a.address = address;
                       })});
    }
    for (const HCall call : {kNoCall, HCall{0xFFFF'FFFF}, HCall{1}}) {
        all.push_back({Op::SetTerminal, "call", "INVALCALLHANDLE", ask_with([call](Ask& a) {
                           a.select = LINECALLSELECT_CALL;
                           a.call = call;
                       })});
    }
    all.push_back({Op::SetTerminal, "foreign call", "INVALCALLHANDLE", [](Stage& s) {
                       s.ask.select = LINECALLSELECT_CALL;
                       foreign_call(s);
                   }});
}

void add_what_calls_bear(std::vector<Wrong>& all) {
    for (const std::size_t size : {1025U, 100'000U}) {
        all.push_back({Op::SetCallData, "call data", "INVALPARAM",
                       ask_with([size](Ask& a) { a.call_data = std::string(size, '\0'); })});
    }
    for (const std::uint32_t treatment : {0U, 5U, 0x100U, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetCallTreatment, "treatment", "INVALPARAM",
                       ask_with([treatment](Ask& a) { a.treatment = treatment; })});
    }
    for (const std::uint32_t bearer : {0U, 3U, kNoBit, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetCallParams, "bearer mode", "INVALBEARERMODE",
                       ask_with([bearer](Ask& a) { a.bearer = bearer; })});
    }
    all.push_back({Op::SetCallParams, "bearer mode of others", "BEARERMODEUNAVAIL",
                   ask_with([](Ask& a) { a.bearer = LINEBEARERMODE_PASSTHROUGH; })});
    all.push_back({Op::SetCallParams, "rates", "INVALRATE",
                   ask_with([](Ask& a) { a.lowest_rate = 2, a.highest_rate = 1; })});
    all.push_back({Op::SetCallParams, "rate", "RATEUNAVAIL",
                   ask_with([](Ask& a) { a.highest_rate = 64'001; })});
}

TEST(Arguments, EachWrongOneHasItsDocumentedErrorAndChangesNothing) {
    std::vector<Wrong> all;
    add_handles(all);
    add_conference_handles(all);
    add_pointers_and_sizes(all);
    add_park_and_pickup(all);
    add_session(all);
    add_selections(all);
    add_numbers(all);
    add_call_params(all);
    add_translation(all);
    add_inband(all);
    add_handing_on(all);
    add_terminals(all);
    add_what_calls_bear(all);
    add_forwarding(all);
    add_completion(all);
    for (const Wrong& wrong : all) {
        SCOPED_TRACE(std::string{operation(wrong.op).function} + ": " + wrong.what);
        Stage stage{{.op = wrong.op, .after = wrong.spoil}};
        const std::string before = stage.scene.snapshot();
        EXPECT_EQ(outcome(stage.act()), wrong.error);
        EXPECT_EQ(stage.scene.snapshot(), before);
        stage.scene.office.run();
        stage.owner.told();
    }
    std::cout << all.size() << " wrong arguments\n";
    EXPECT_GT(all.size(), 180U);
}

// Handles from 0 up, and with every single bit turned: none may do anything, or bring anything
// down.
TEST(Arguments, HandlesThatWereNeverGivenAreRefused) {
    Stage stage{{.op = Op::Hold}};
    const auto live = static_cast<std::uint32_t>(stage.ask.call);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const std::uint32_t value = i < 32 ? live ^ (1U << i) : i * 214'013U;
        if (value == live) continue;
        EXPECT_EQ(outcome(stage.owner.app->hold(HCall{value})), "INVALCALLHANDLE");
        const auto line = static_cast<std::uint32_t>(stage.owner.line);
        if (value == line) continue;
        LineDevStatus status;
        EXPECT_EQ(outcome(stage.owner.app->get_line_dev_status(HLine{value}, &status)),
                  "INVALLINEHANDLE");
    }
}

}  // namespace
}  // namespace pbxlab::lines::test
