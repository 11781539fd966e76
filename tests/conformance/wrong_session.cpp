// The session, selections, translation, and whom calls are handed to.
#include "tests/conformance/wrong.h"

namespace pbxlab::lines::test {

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
    all.push_back({Op::SetStatusMessages, "address states", "INVALADDRESSSTATE",
                   ask_with([](Ask& a) { a.address_states |= kNoBit; })});
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

}  // namespace pbxlab::lines::test
