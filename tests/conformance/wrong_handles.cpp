// Handles, pointers and sizes.
#include "tests/conformance/wrong.h"

namespace pbxlab::lines::test {

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

}  // namespace pbxlab::lines::test
