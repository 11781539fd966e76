// The operations by name, in the order of enum Op.
#include <array>

#include "lines/operations.h"

namespace pbxlab::lines {

namespace {

constexpr std::array<Operation, kOpCount> kOperations = {{
    {Op::InitializeEx, "lineInitializeEx", "initializeEx", false, 0, "nf-tapi-lineinitializeexw"},
    {Op::Shutdown, "lineShutdown", "shutdown", false, 0, "nf-tapi-lineshutdown"},
    {Op::NegotiateApiVersion, "lineNegotiateAPIVersion", "negotiateApiVersion", false, 0,
     "nf-tapi-linenegotiateapiversion"},
    {Op::Open, "lineOpen", "open", false, 0, "nf-tapi-lineopenw"},
    {Op::Close, "lineClose", "close", false, 0, "nf-tapi-lineclose"},
    {Op::GetMessage, "lineGetMessage", "getMessage", false, 0, "nf-tapi-linegetmessage"},
    {Op::GetDevCaps, "lineGetDevCaps", "getDevCaps", false, 0, "nf-tapi-linegetdevcaps"},
    {Op::GetAddressCaps, "lineGetAddressCaps", "getAddressCaps", false, 0,
     "nf-tapi-linegetaddresscaps"},
    {Op::GetLineDevStatus, "lineGetLineDevStatus", "getLineDevStatus", false, 0,
     "nf-tapi-linegetlinedevstatus"},
    {Op::GetAddressStatus, "lineGetAddressStatus", "getAddressStatus", false, 0,
     "nf-tapi-linegetaddressstatus"},
    {Op::SetStatusMessages, "lineSetStatusMessages", "setStatusMessages", false, 0,
     "nf-tapi-linesetstatusmessages"},
    {Op::GetStatusMessages, "lineGetStatusMessages", "getStatusMessages", false, 0,
     "nf-tapi-linegetstatusmessages"},
    {Op::MakeCall, "lineMakeCall", "makeCall", true, 0, "nf-tapi-linemakecall"},
    {Op::Dial, "lineDial", "dial", true, LINECALLFEATURE_DIAL, "nf-tapi-linedialw"},
    {Op::Accept, "lineAccept", "accept", true, LINECALLFEATURE_ACCEPT, "nf-tapi-lineaccept"},
    {Op::Answer, "lineAnswer", "answer", true, LINECALLFEATURE_ANSWER, "nf-tapi-lineanswer"},
    {Op::Drop, "lineDrop", "drop", true, LINECALLFEATURE_DROP, "nf-tapi-linedrop"},
    {Op::DeallocateCall, "lineDeallocateCall", "deallocateCall", false, 0,
     "nf-tapi-linedeallocatecall"},
    {Op::Hold, "lineHold", "hold", true, LINECALLFEATURE_HOLD, "nf-tapi-linehold"},
    {Op::Unhold, "lineUnhold", "unhold", true, LINECALLFEATURE_UNHOLD, "nf-tapi-lineunhold"},
    {Op::SwapHold, "lineSwapHold", "swapHold", true, LINECALLFEATURE_SWAPHOLD,
     "nf-tapi-lineswaphold"},
    {Op::Redirect, "lineRedirect", "redirect", true, LINECALLFEATURE_REDIRECT,
     "nf-tapi-lineredirectw"},
    {Op::Park, "linePark", "park", true, LINECALLFEATURE_PARK, "nf-tapi-lineparkw"},
    {Op::Unpark, "lineUnpark", "unpark", true, 0, "nf-tapi-lineunparkw"},
    {Op::Pickup, "linePickup", "pickup", true, 0, "nf-tapi-linepickupw"},
    {Op::GetCallInfo, "lineGetCallInfo", "getCallInfo", false, 0, "nf-tapi-linegetcallinfo"},
    {Op::GetCallStatus, "lineGetCallStatus", "getCallStatus", false, 0,
     "nf-tapi-linegetcallstatus"},
    {Op::GetNewCalls, "lineGetNewCalls", "getNewCalls", false, 0, "nf-tapi-linegetnewcalls"},
    {Op::SetCallPrivilege, "lineSetCallPrivilege", "setCallPrivilege", false, 0,
     "nf-tapi-linesetcallprivilege"},
    {Op::SetupTransfer, "lineSetupTransfer", "setupTransfer", true, LINECALLFEATURE_SETUPTRANSFER,
     "nf-tapi-linesetuptransferw"},
    {Op::TranslateAddress, "lineTranslateAddress", "translateAddress", false, 0,
     "nf-tapi-linetranslateaddressw"},
    {Op::GetTranslateCaps, "lineGetTranslateCaps", "getTranslateCaps", false, 0,
     "nf-tapi-linegettranslatecapsw"},
    {Op::SetCurrentLocation, "lineSetCurrentLocation", "setCurrentLocation", false, 0,
     "nf-tapi-linesetcurrentlocation"},
    {Op::SetTollList, "lineSetTollList", "setTollList", false, 0, "nf-tapi-linesettolllistw"},
    {Op::GetCountry, "lineGetCountry", "getCountry", false, 0, "nf-tapi-linegetcountryw"},
    {Op::SetAppSpecific, "lineSetAppSpecific", "setAppSpecific", false, 0,
     "nf-tapi-linesetappspecific"},
    {Op::SetMediaMode, "lineSetMediaMode", "setMediaMode", false, 0, "nf-tapi-linesetmediamode"},
    {Op::SendUserUserInfo, "lineSendUserUserInfo", "sendUserUserInfo", true,
     LINECALLFEATURE_SENDUSERUSER, "nf-tapi-linesenduseruserinfo"},
    {Op::ReleaseUserUserInfo, "lineReleaseUserUserInfo", "releaseUserUserInfo", true,
     LINECALLFEATURE_RELEASEUSERUSERINFO, "nf-tapi-linereleaseuseruserinfo",
     LINECALLSTATE_CONNECTED | LINECALLSTATE_DISCONNECTED},
    {Op::SecureCall, "lineSecureCall", "secureCall", true, LINECALLFEATURE_SECURECALL,
     "nf-tapi-linesecurecall"},
    {Op::GenerateDigits, "lineGenerateDigits", "generateDigits", false,
     LINECALLFEATURE_GENERATEDIGITS, "nf-tapi-linegeneratedigitsw"},
    {Op::MonitorDigits, "lineMonitorDigits", "monitorDigits", false, LINECALLFEATURE_MONITORDIGITS,
     "nf-tapi-linemonitordigits"},
    {Op::GatherDigits, "lineGatherDigits", "gatherDigits", false, LINECALLFEATURE_GATHERDIGITS,
     "nf-tapi-linegatherdigitsw", LINECALLSTATE_CONNECTED},
    {Op::GenerateTone, "lineGenerateTone", "generateTone", false, LINECALLFEATURE_GENERATETONE,
     "nf-tapi-linegeneratetone"},
    {Op::MonitorTones, "lineMonitorTones", "monitorTones", false, LINECALLFEATURE_MONITORTONES,
     "nf-tapi-linemonitortones"},
    {Op::MonitorMedia, "lineMonitorMedia", "monitorMedia", false, LINECALLFEATURE_MONITORMEDIA,
     "nf-tapi-linemonitormedia"},
    {Op::SetNumRings, "lineSetNumRings", "setNumRings", false, 0, "nf-tapi-linesetnumrings"},
    {Op::GetNumRings, "lineGetNumRings", "getNumRings", false, 0, "nf-tapi-linegetnumrings"},
    {Op::GetNumAddressIds, "lineGetNumAddressIDs", "getNumAddressIds", false, 0,
     "nf-tapi-linegetnumaddressids"},
    {Op::GetAddressId, "lineGetAddressID", "getAddressId", false, 0, "nf-tapi-linegetaddressidw"},
    {Op::GetId, "lineGetID", "getId", false, 0, "nf-tapi-linegetidw"},
}};

}  // namespace

const Operation& operation(Op op) { return kOperations[static_cast<std::size_t>(op)]; }

std::span<const Operation> operations() { return kOperations; }

}  // namespace pbxlab::lines
