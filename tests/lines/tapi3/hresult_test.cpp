// What becomes of an error of TAPI 2 (reference: tapi3-operations 4; tapi-e--constants), and how
// each method says that it is not supported.
#include "lines/tapi3/hresult.h"

#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pbxlab::lines::tapi3 {
namespace {

struct Twin {
    std::uint32_t line_error;
    std::uint32_t code;
};
constexpr Twin kTwins[] = {
    {LINEERR_ALLOCATED, TAPI_E_ALLOCATED},
    {LINEERR_BADDEVICEID, TAPI_E_NODEVICE},
    {LINEERR_CALLUNAVAIL, TAPI_E_CALLUNAVAIL},
    {LINEERR_COMPLETIONOVERRUN, TAPI_E_COMPLETIONOVERRUN},
    {LINEERR_CONFERENCEFULL, TAPI_E_CONFERENCEFULL},
    {LINEERR_DIALBILLING, TAPI_E_DIALMODIFIERNOTSUPPORTED},
    {LINEERR_DIALDIALTONE, TAPI_E_DIALMODIFIERNOTSUPPORTED},
    {LINEERR_DIALPROMPT, TAPI_E_DIALMODIFIERNOTSUPPORTED},
    {LINEERR_DIALQUIET, TAPI_E_DIALMODIFIERNOTSUPPORTED},
    {LINEERR_INIFILECORRUPT, TAPI_E_REGISTRY_SETTING_CORRUPT},
    {LINEERR_INUSE, TAPI_E_INUSE},
    {LINEERR_INVALADDRESS, TAPI_E_INVALADDRESS},
    {LINEERR_INVALADDRESSSTATE, TAPI_E_INVALADDRESSSTATE},
    {LINEERR_INVALCALLCOMPLMODE, TAPI_E_INVALMODE},
    {LINEERR_INVALCALLHANDLE, TAPI_E_INVALCALLSTATE},
    {LINEERR_INVALCALLPARAMS, TAPI_E_INVALCALLPARAMS},
    {LINEERR_INVALCALLPRIVILEGE, TAPI_E_INVALCALLPRIVILEGE},
    {LINEERR_INVALCALLSTATE, TAPI_E_INVALCALLSTATE},
    {LINEERR_INVALCARD, TAPI_E_INVALCARD},
    {LINEERR_INVALCOMPLETIONID, TAPI_E_INVALCOMPLETIONID},
    {LINEERR_INVALCONFCALLHANDLE, E_INVALIDARG},
    {LINEERR_INVALCONSULTCALLHANDLE, E_INVALIDARG},
    {LINEERR_INVALCOUNTRYCODE, TAPI_E_INVALCOUNTRYCODE},
    {LINEERR_INVALDEVICECLASS, TAPI_E_INVALDEVICECLASS},
    {LINEERR_INVALDIALPARAMS, TAPI_E_INVALDIALPARAMS},
    {LINEERR_INVALDIGITLIST, TAPI_E_INVALLIST},
    {LINEERR_INVALDIGITMODE, TAPI_E_INVALMODE},
    {LINEERR_INVALDIGITS, TAPI_E_INVALDIGITS},
    {LINEERR_INVALGROUPID, TAPI_E_INVALGROUPID},
    {LINEERR_INVALLOCATION, TAPI_E_INVALLOCATION},
    {LINEERR_INVALMEDIAMODE, TAPI_E_INVALIDMEDIATYPE},
    {LINEERR_INVALMESSAGEID, TAPI_E_INVALMESSAGEID},
    {LINEERR_INVALPARAM, E_INVALIDARG},
    {LINEERR_INVALPARKID, TAPI_E_INVALPARKID},
    {LINEERR_INVALPARKMODE, TAPI_E_INVALMODE},
    {LINEERR_INVALPOINTER, E_POINTER},
    {LINEERR_INVALRATE, TAPI_E_INVALRATE},
    {LINEERR_INVALTIMEOUT, TAPI_E_INVALTIMEOUT},
    {LINEERR_INVALTONE, TAPI_E_INVALTONE},
    {LINEERR_INVALTONELIST, TAPI_E_INVALLIST},
    {LINEERR_INVALTONEMODE, TAPI_E_INVALMODE},
    {LINEERR_INVALTRANSFERMODE, TAPI_E_INVALMODE},
    {LINEERR_NOCONFERENCE, TAPI_E_NOCONFERENCE},
    {LINEERR_NODEVICE, TAPI_E_NODEVICE},
    {LINEERR_NODRIVER, TAPI_E_NODRIVER},
    {LINEERR_NOMEM, E_OUTOFMEMORY},
    {LINEERR_NOREQUEST, TAPI_E_NOREQUEST},
    {LINEERR_NOTOWNER, TAPI_E_NOTOWNER},
    {LINEERR_NOTREGISTERED, TAPI_E_NOTREGISTERED},
    {LINEERR_OPERATIONFAILED, TAPI_E_OPERATIONFAILED},
    {LINEERR_RESOURCEUNAVAIL, TAPI_E_RESOURCEUNAVAIL},
    {LINEERR_REQUESTOVERRUN, TAPI_E_REQUESTOVERRUN},
    {LINEERR_STRUCTURETOOSMALL, TAPI_E_NOTENOUGHMEMORY},
    {LINEERR_TARGETNOTFOUND, TAPI_E_TARGETNOTFOUND},
    {LINEERR_TARGETSELF, TAPI_E_TARGETSELF},
    {LINEERR_UNINITIALIZED, TAPI_E_NOT_INITIALIZED},
    {LINEERR_USERUSERINFOTOOBIG, TAPI_E_USERUSERINFOTOOBIG},
    {LINEERR_REINIT, TAPI_E_REINIT},
    {LINEERR_ADDRESSBLOCKED, TAPI_E_ADDRESSBLOCKED},
    {LINEERR_BILLINGREJECTED, TAPI_E_BILLINGREJECTED},
    {LINEERR_INVALFEATURE, TAPI_E_INVALFEATURE},
    {LINEERR_DIALVOICEDETECT, TAPI_E_DIALMODIFIERNOTSUPPORTED},
    {LINEERR_INVALADDRESSTYPE, TAPI_E_INVALADDRESSTYPE},
    {LINEERR_SERVICE_NOT_RUNNING, TAPI_E_SERVICE_NOT_RUNNING},
};

LineResult line_result(std::uint32_t code) { return static_cast<LineResult>(code); }

// Hold has no words of its own, so that it has what all others have.
std::string of(Method method, std::uint32_t line_error, bool raw = false) {
    return hresult_name(hresult_of(method, line_result(line_error), raw));
}

TEST(Tapi3Hresult, HasTheTwinOfEveryErrorThatHasOne) {
    std::set<std::uint32_t> known;
    for (const Twin& twin : kTwins) {
        EXPECT_EQ(of(Method::Hold, twin.line_error), hresult_name(hresult(twin.code)))
            << error_name(line_result(twin.line_error));
        known.insert(twin.line_error);
    }
    EXPECT_EQ(known.size(), std::size(kTwins));
}

TEST(Tapi3Hresult, IsAFailureWhateverTheError) {
    for (const TapiName& name : tapi_group("LINEERR")) {
        const HResult result = hresult_of(Method::Hold, line_result(name.value), false);
        EXPECT_TRUE(failed(result)) << name.full;
        EXPECT_FALSE(hresult_name(result).starts_with("LINEERR_")) << name.full;
    }
}

// P18
TEST(Tapi3Hresult, IsTheErrorItselfWhereTheProviderLetsItThrough) {
    for (const TapiName& name : tapi_group("LINEERR"))
        EXPECT_EQ(hresult_of(Method::Forward, line_result(name.value), true),
                  line_result(name.value));
}

struct Unsupported {
    std::string_view interface, name;
    std::uint32_t code;
};
constexpr Unsupported kUnsupported[] = {
    {"ITBasicCallControl", "Transfer", E_FAIL},
    {"ITBasicCallControl", "BlindTransfer", E_FAIL},
    {"ITBasicCallControl", "SwapHold", E_FAIL},
    {"ITBasicCallControl", "ParkDirect", E_FAIL},
    {"ITBasicCallControl", "ParkIndirect", E_FAIL},
    {"ITBasicCallControl", "Unpark", E_FAIL},
    {"ITBasicCallControl", "Pickup", E_FAIL},
    {"ITAddress", "Forward", E_INVALIDARG},
    {"ITAddress", "get_CurrentForwardInfo", E_NOTIMPL},
    {"ITAddress", "get_DoNotDisturb", TAPI_E_NOTSUPPORTED},
    {"ITAddressCapabilities", "get_AddressCapabilityString", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Answer", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Connect", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Disconnect", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Hold", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Conference", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "RemoveFromConference", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Finish", TAPI_E_NOTSUPPORTED},
    {"ITBasicCallControl", "Dial", TAPI_E_NOTSUPPORTED},
};

TEST(Tapi3Hresult, OfWhatIsNotSupportedIsEachMethodsOwn) {
    for (const Unsupported& each : kUnsupported) {
        bool found = false;
        for (const MethodRow& row : methods()) {
            if (row.interface != each.interface || row.name != each.name) continue;
            found = true;
            EXPECT_EQ(of(row.method, LINEERR_OPERATIONUNAVAIL), hresult_name(hresult(each.code)))
                << each.name;
        }
        EXPECT_TRUE(found) << each.name;
    }
}

// Reference: tapi2-tapi3-map 6.
TEST(Tapi3Hresult, OfTheSameErrorDiffersWhereAPageSaysSo) {
    EXPECT_EQ(of(Method::Answer, LINEERR_INVALCALLSTATE), "E_UNEXPECTED");
    EXPECT_EQ(of(Method::Disconnect, LINEERR_INVALCALLSTATE), "S_FALSE");
    EXPECT_EQ(of(Method::Disconnect, LINEERR_INVALCALLHANDLE), "S_FALSE");
    EXPECT_EQ(of(Method::HandoffIndirect, LINEERR_INVALMEDIAMODE), "E_INVALIDARG");
    EXPECT_EQ(of(Method::ParkDirect, LINEERR_INVALADDRESS), "E_INVALIDARG");
    EXPECT_EQ(of(Method::ParkDirect, LINEERR_INVALPARKID), "E_INVALIDARG");
    EXPECT_EQ(of(Method::Unpark, LINEERR_INVALADDRESS), "TAPI_E_INVALADDRESS");
    EXPECT_EQ(of(Method::Pickup, LINEERR_OPERATIONFAILED), "E_FAIL");
    EXPECT_EQ(of(Method::Pickup, LINEERR_INVALADDRESS), "E_FAIL");
    EXPECT_EQ(of(Method::Pickup, LINEERR_INVALGROUPID), "TAPI_E_INVALGROUPID");
    for (const std::uint32_t error : {LINEERR_INVALCONSULTCALLHANDLE, LINEERR_INVALCONFCALLHANDLE,
                                      LINEERR_INVALCALLHANDLE, LINEERR_INVALCALLSTATE})
        EXPECT_EQ(of(Method::Finish, error), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(of(Method::Transfer, LINEERR_INVALCONSULTCALLHANDLE), "E_INVALIDARG");
}

TEST(Tapi3Hresult, HasANameOrItsNumber) {
    EXPECT_EQ(hresult_name(0), "S_OK");
    EXPECT_EQ(hresult_name(1), "S_FALSE");
    EXPECT_EQ(hresult_name(hresult(TAPI_E_TIMEOUT)), "TAPI_E_TIMEOUT");
    EXPECT_EQ(hresult_name(line_result(LINEERR_INUSE)), "LINEERR_INUSE");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3
