// ITCallInfo: what is known of a call, and what is written on it (reference: tapi3-operations 12).
#include <memory>

#include "lines/tapi3/engine.h"
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

std::string number(Call& call, std::uint32_t which) {
    std::uint32_t value = 0;
    const HResult result = call.get_CallInfoLong(which, &value);
    return result != 0 ? hresult_name(result) : std::to_string(value);
}
std::string words(Call& call, std::uint32_t which) {
    std::string value = "?";
    const HResult result = call.get_CallInfoString(which, &value);
    return result != 0 ? hresult_name(result) : value;
}
std::string bytes(Call& call, std::uint32_t which) {
    std::string value = "?";
    const HResult result = call.GetCallInfoBuffer(which, &value);
    return result != 0 ? hresult_name(result) : value;
}

struct Talk {
    explicit Talk(const OfficeSpec& spec = named(), const PhoneAs& as = {}) : office{spec} {
        bob = std::make_unique<Phone>(office, 1, as);
        alice = std::make_unique<Phone>(office, 0, as);
        alice->create("1002");
    }
    static OfficeSpec named() {
        OfficeSpec spec;
        spec.lines[0].person = "Alice";
        spec.lines[1].person = "Bob";
        return spec;
    }
    Call& a() { return alice->c(1); }
    Call& b() { return bob->c(1); }
    void ring() {
        EXPECT_EQ(alice->result(a().Connect(VARIANT_FALSE)), "S_OK");
        office.run();
        bob->told();
        // Whoever is told of nothing has it all the same.
        std::vector<Ref<Call>> calls;
        bob->address->EnumerateCalls(&calls);
        if (calls.size() == 1) offered = calls.front();
    }
    void connect() {
        ring();
        EXPECT_EQ(bob->result(offered->Answer()), "S_OK");
        office.run();
        alice->told();
        bob->told();
    }

    Office office;
    std::unique_ptr<Phone> alice, bob;
    Ref<Call> offered;
};

TEST(Tapi3CallInfo, KnowsThePartiesOfACall) {
    Talk t;
    t.connect();
    EXPECT_EQ(words(*t.offered, CIS_CALLERIDNUMBER), "1001");
    EXPECT_EQ(words(*t.offered, CIS_CALLERIDNAME), "Alice");
    EXPECT_EQ(words(*t.offered, CIS_CALLEDIDNUMBER), "1002");
    EXPECT_EQ(words(*t.offered, CIS_CALLEDIDNAME), "Bob");
    EXPECT_EQ(words(t.a(), CIS_CONNECTEDIDNUMBER), "1002");
    EXPECT_EQ(words(t.a(), CIS_CONNECTEDIDNAME), "Bob");
    EXPECT_EQ(words(*t.offered, CIS_CALLINGPARTYID), "1001");
    for (const std::uint32_t which :
         {CIL_CALLERIDADDRESSTYPE, CIL_CALLEDIDADDRESSTYPE, CIL_CONNECTEDIDADDRESSTYPE})
        EXPECT_EQ(number(t.a(), which), "1") << which;
    for (const std::uint32_t which : {CIL_REDIRECTIONIDADDRESSTYPE, CIL_REDIRECTINGIDADDRESSTYPE})
        EXPECT_EQ(number(t.a(), which), "TAPI_E_NOITEMS") << which;
    for (const std::uint32_t which :
         {CIS_REDIRECTIONIDNAME, CIS_REDIRECTIONIDNUMBER, CIS_REDIRECTINGIDNAME,
          CIS_REDIRECTINGIDNUMBER, CIS_CALLEDPARTYFRIENDLYNAME, CIS_COMMENT,
          CIS_DISPLAYABLEADDRESS})
        EXPECT_EQ(words(t.a(), which), "TAPI_E_NOITEMS") << which;
    EXPECT_EQ(words(t.a(), 14), "E_INVALIDARG");
}

TEST(Tapi3CallInfo, KnowsWhoSentACallOn) {
    Talk t;
    Phone carol{t.office, 2};
    ForwardInformation info;
    info.SetForwardType(LINEFORWARDMODE_UNCOND, "1003", nullptr);
    t.bob->address->Forward(&info, nullptr);
    t.office.run();
    t.a().Connect(VARIANT_FALSE);
    t.office.run();
    carol.told();
    EXPECT_EQ(words(carol.c(1), CIS_REDIRECTINGIDNUMBER), "1002");
    EXPECT_EQ(words(carol.c(1), CIS_REDIRECTINGIDNAME), "Bob");
    EXPECT_EQ(words(carol.c(1), CIS_REDIRECTIONIDNUMBER), "1003");
    EXPECT_EQ(number(carol.c(1), CIL_REASON), std::to_string(LINECALLREASON_FWDUNCOND));
}

TEST(Tapi3CallInfo, WhatIsMissingIsEmptyWhereTheProviderHasItSo) {  // P23
    OfficeSpec spec;
    spec.lines[0].profile.tapi3.empty_missing_items = true;
    Talk t{spec};
    t.connect();
    EXPECT_EQ(words(t.a(), CIS_CALLERIDNAME), "");
    EXPECT_EQ(words(*t.offered, CIS_CALLERIDNAME), "TAPI_E_NOITEMS") << "the other end has not";
    EXPECT_EQ(number(t.a(), CIL_REDIRECTIONIDADDRESSTYPE), "0");
    EXPECT_EQ(bytes(t.a(), CIB_USERUSERINFO), "");
}

TEST(Tapi3CallInfo, KnowsTheNumbersOfACall) {
    Talk t;
    t.connect();
    CallInfo info;
    EXPECT_EQ(t.alice->tapi.application()->get_call_info(t.a().facts().handle, &info), 0);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> rows = {
        {CIL_MEDIATYPESAVAILABLE, TAPIMEDIATYPE_AUDIO},
        {CIL_BEARERMODE, LINEBEARERMODE_VOICE},
        {CIL_ORIGIN, LINECALLORIGIN_OUTBOUND},
        {CIL_REASON, LINECALLREASON_DIRECT},
        {CIL_APPSPECIFIC, 0},
        {CIL_CALLPARAMSFLAGS, 0},
        {CIL_CALLTREATMENT, LINECALLTREATMENT_SILENCE},
        {CIL_MINRATE, info.rate},
        {CIL_MAXRATE, info.rate},
        {CIL_RATE, info.rate},
        {CIL_COUNTRYCODE, 0},
        {CIL_CALLID, info.call_id},
        {CIL_RELATEDCALLID, 0},
        {CIL_COMPLETIONID, 0},
        {CIL_NUMBEROFOWNERS, 1},
        {CIL_NUMBEROFMONITORS, 0},
        {CIL_TRUNK, 0xFFFF'FFFF},
        {CIL_GENERATEDIGITDURATION, 0},
        {CIL_MONITORDIGITMODES, 0},
        {CIL_MONITORMEDIAMODES, 0}};
    EXPECT_EQ(rows.size() + 5, tapi_group("CALLINFO_LONG").size()) << "and types of addresses";
    for (const auto& [which, value] : rows)
        EXPECT_EQ(number(t.a(), which), std::to_string(value)) << tapi_word("CALLINFO_LONG", which);
    EXPECT_NE(info.call_id, 0U);
    EXPECT_EQ(number(t.a(), 25), "E_INVALIDARG");
}

TEST(Tapi3CallInfo, WhatIsPutBeforeConnectGoesWithTheCall) {
    Talk t;
    Call& call = t.a();
    const auto put = [&](std::uint32_t which, std::uint32_t value) {
        return t.alice->result(call.put_CallInfoLong(which, value));
    };
    const auto say = [&](std::uint32_t which, const char* text) {
        return t.alice->result(call.put_CallInfoString(which, text));
    };
    EXPECT_EQ(put(CIL_BEARERMODE, LINEBEARERMODE_SPEECH), "S_OK");
    EXPECT_EQ(put(CIL_MINRATE, 4800), "S_OK");
    EXPECT_EQ(put(CIL_MAXRATE, 9600), "S_OK");
    EXPECT_EQ(put(CIL_CALLPARAMSFLAGS, LINECALLPARAMFLAGS_SECURE), "S_OK");
    EXPECT_EQ(put(CIL_COUNTRYCODE, 49), "S_OK");
    EXPECT_EQ(say(CIS_CALLEDPARTYFRIENDLYNAME, "Robert"), "S_OK");
    EXPECT_EQ(say(CIS_COMMENT, "as agreed"), "S_OK");
    EXPECT_EQ(say(CIS_DISPLAYABLEADDRESS, "ext. 2"), "S_OK");
    EXPECT_EQ(say(CIS_CALLINGPARTYID, "sales"), "S_OK");
    EXPECT_EQ(t.alice->result(call.SetCallInfoBuffer(CIB_USERUSERINFO, "hello")), "S_OK");
    EXPECT_EQ(number(call, CIL_MINRATE) + " " + words(call, CIS_COMMENT), "4800 as agreed")
        << "it can be read back";
    EXPECT_EQ(words(call, CIS_CALLINGPARTYID), "sales");
    EXPECT_EQ(bytes(call, CIB_USERUSERINFO), "hello");
    t.connect();
    EXPECT_EQ(number(call, CIL_BEARERMODE), std::to_string(LINEBEARERMODE_SPEECH));
    EXPECT_EQ(number(call, CIL_RATE), "9600");
    EXPECT_EQ(number(call, CIL_CALLPARAMSFLAGS), std::to_string(LINECALLPARAMFLAGS_SECURE));
    EXPECT_EQ(number(call, CIL_COUNTRYCODE), "49");
    EXPECT_EQ(words(call, CIS_CALLEDPARTYFRIENDLYNAME), "Robert");
    EXPECT_EQ(words(call, CIS_COMMENT), "as agreed");
    EXPECT_EQ(words(call, CIS_DISPLAYABLEADDRESS), "ext. 2");
    EXPECT_EQ(bytes(*t.offered, CIB_USERUSERINFO), "hello");
    EXPECT_EQ(say(CIS_COMMENT, "too late"), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(put(CIL_CALLPARAMSFLAGS, 0), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(put(CIL_COUNTRYCODE, 1), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3CallInfo, WhatNeedsACallIsNotThereBeforeOne) {
    Talk t;
    Call& call = t.a();
    for (const std::uint32_t which :
         {CIL_ORIGIN, CIL_REASON, CIL_APPSPECIFIC, CIL_CALLTREATMENT, CIL_CALLID,
          CIL_NUMBEROFOWNERS, CIL_TRUNK, CIL_CALLERIDADDRESSTYPE})
        EXPECT_EQ(number(call, which), "TAPI_E_INVALCALLSTATE") << which;
    EXPECT_EQ(words(call, CIS_CALLERIDNUMBER), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(words(call, CIS_COMMENT), "TAPI_E_NOITEMS") << "nobody has put one";
    EXPECT_EQ(bytes(call, CIB_CALLDATABUFFER), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(t.alice->result(call.put_CallInfoLong(CIL_APPSPECIFIC, 1)), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(t.alice->result(call.SetCallInfoBuffer(CIB_CALLDATABUFFER, "x")),
              "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(t.alice->result(call.ReleaseUserUserInfo()), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3CallInfo, IsWrittenOnACallThatThereIs) {
    Talk t;
    Seat& log = t.office.monitor(0);
    t.connect();
    log.told();
    Call& call = t.a();
    const auto put = [&](std::uint32_t which, std::uint32_t value) {
        return t.alice->result(call.put_CallInfoLong(which, value));
    };
    EXPECT_EQ(put(CIL_APPSPECIFIC, 17), "S_OK");
    EXPECT_EQ(number(call, CIL_APPSPECIFIC), "17");
    EXPECT_EQ(put(CIL_CALLTREATMENT, LINECALLTREATMENT_MUSIC), "S_OK");
    EXPECT_EQ(number(call, CIL_CALLTREATMENT), std::to_string(LINECALLTREATMENT_MUSIC));
    EXPECT_EQ(put(CIL_MEDIATYPESAVAILABLE, TAPIMEDIATYPE_G3FAX), "S_OK");
    EXPECT_EQ(number(call, CIL_MEDIATYPESAVAILABLE), std::to_string(TAPIMEDIATYPE_G3FAX));
    EXPECT_EQ(put(CIL_BEARERMODE, LINEBEARERMODE_DATA), "S_OK");
    EXPECT_EQ(put(CIL_MAXRATE, 9600), "S_OK");
    EXPECT_EQ(number(call, CIL_BEARERMODE), std::to_string(LINEBEARERMODE_DATA)) << "as it was";
    EXPECT_EQ(put(CIL_RATE, 4800), "S_OK");
    EXPECT_EQ(put(CIL_MINRATE, 2400), "S_OK");
    EXPECT_EQ(number(call, CIL_RATE), "4800");
    EXPECT_EQ(t.alice->result(call.SetCallInfoBuffer(CIB_CALLDATABUFFER, "customer 17")), "S_OK");
    EXPECT_EQ(bytes(*t.offered, CIB_CALLDATABUFFER), "customer 17") << "whoever has the call";
    EXPECT_EQ(log.told(),
              "INFO h1 APPSPECIFIC; INFO h1 TREATMENT; INFO h1 MEDIAMODE; INFO h1 BEARERMODE; "
              "INFO h1 RATE; INFO h1 RATE; INFO h1 CALLDATA");
}

TEST(Tapi3CallInfo, WrongValuesAreRefusedAsTheLinesDo) {
    Talk t;
    t.connect();
    const auto put = [&](std::uint32_t which, std::uint32_t value) {
        return t.alice->result(t.a().put_CallInfoLong(which, value));
    };
    EXPECT_EQ(put(CIL_MEDIATYPESAVAILABLE, TAPIMEDIATYPE_VIDEO), "TAPI_E_INVALIDMEDIATYPE");
    EXPECT_EQ(put(CIL_MEDIATYPESAVAILABLE, TAPIMEDIATYPE_MULTITRACK), "TAPI_E_INVALIDMEDIATYPE");
    EXPECT_EQ(put(CIL_MEDIATYPESAVAILABLE, 0), "TAPI_E_INVALIDMEDIATYPE");
    EXPECT_EQ(put(CIL_CALLTREATMENT, 99), "E_INVALIDARG");
    EXPECT_EQ(put(CIL_MINRATE, 1'000'000), "TAPI_E_INVALRATE");
    for (const std::uint32_t which :
         {CIL_ORIGIN, CIL_REASON, CIL_CALLID, CIL_RELATEDCALLID, CIL_NUMBEROFOWNERS, CIL_TRUNK,
          CIL_COMPLETIONID, CIL_CALLERIDADDRESSTYPE, CIL_MONITORDIGITMODES, 25U})
        EXPECT_EQ(put(which, 1), "E_INVALIDARG") << "nothing to be put: " << which;
    EXPECT_EQ(t.alice->result(t.a().put_CallInfoString(CIS_CALLERIDNAME, "x")), "E_INVALIDARG");
    EXPECT_EQ(t.alice->result(t.a().put_CallInfoString(CIS_COMMENT, nullptr)), "E_POINTER");
    EXPECT_EQ(t.alice->result(t.a().SetCallInfoBuffer(CIB_DEVSPECIFICBUFFER, "x")), "E_INVALIDARG");
    EXPECT_EQ(t.alice->result(t.a().SetCallInfoBuffer(CIB_CALLDATABUFFER, std::string(2000, 'x'))),
              "E_INVALIDARG");
    EXPECT_EQ(t.alice->result(t.a().SetCallInfoBuffer(CIB_USERUSERINFO, std::string(200, 'x'))),
              "TAPI_E_USERUSERINFOTOOBIG");
}

TEST(Tapi3CallInfo, OnlyAnOwnerWritesOnACall) {
    Talk t;
    Phone log{t.office, 0, {.owner = false}};
    t.connect();
    log.told();
    Call& watched = log.c(1);
    EXPECT_EQ(words(watched, CIS_CONNECTEDIDNUMBER), "1002") << "but may look";
    EXPECT_EQ(log.result(watched.put_CallInfoLong(CIL_APPSPECIFIC, 1)), "TAPI_E_NOTOWNER");
    EXPECT_EQ(log.result(watched.SetCallInfoBuffer(CIB_CALLDATABUFFER, "x")), "TAPI_E_NOTOWNER");
    EXPECT_EQ(log.result(watched.ReleaseUserUserInfo()), "TAPI_E_NOTOWNER");
    std::uint32_t privilege = 7;
    EXPECT_EQ(watched.get_Privilege(&privilege), 0);
    EXPECT_EQ(privilege, CP_MONITOR);
    EXPECT_EQ(t.a().get_Privilege(&privilege), 0);
    EXPECT_EQ(privilege, CP_OWNER);
}

TEST(Tapi3CallInfo, WhoWatchesAnOfferedCallHasNothingToGoWithItsAnswer) {
    Talk t;
    Phone log{t.office, 1, {.owner = false}};
    t.ring();
    log.told();
    EXPECT_EQ(log.result(log.c(1).SetCallInfoBuffer(CIB_USERUSERINFO, "x")), "TAPI_E_NOTOWNER");
}

TEST(Tapi3CallInfo, UserUserInformationOfAnOfferedCallGoesWithItsAnswer) {
    Talk t;
    t.ring();
    EXPECT_EQ(t.bob->result(t.offered->SetCallInfoBuffer(CIB_USERUSERINFO, "welcome")), "S_OK");
    t.office.run();
    EXPECT_EQ(bytes(t.a(), CIB_USERUSERINFO), "TAPI_E_NOITEMS") << "not before";
    EXPECT_EQ(t.bob->result(t.offered->Answer()), "S_OK");
    t.office.run();
    EXPECT_EQ(bytes(t.a(), CIB_USERUSERINFO), "welcome");
}

TEST(Tapi3CallInfo, UserUserInformationOfATalkIsSentAndReleased) {
    Talk t;
    t.connect();
    EXPECT_EQ(t.bob->result(t.offered->SetCallInfoBuffer(CIB_USERUSERINFO, "one")), "S_OK");
    EXPECT_EQ(t.bob->result(t.offered->SetCallInfoBuffer(CIB_USERUSERINFO, "two")), "S_OK");
    t.office.run();
    EXPECT_EQ(bytes(t.a(), CIB_USERUSERINFO), "one");
    EXPECT_EQ(t.alice->result(t.a().ReleaseUserUserInfo()), "S_OK");
    EXPECT_EQ(bytes(t.a(), CIB_USERUSERINFO), "two");
}

TEST(Tapi3CallInfo, OfACallThatIsGoneNothingIsKnown) {
    Talk t;
    t.connect();
    t.alice->tapi.Shutdown();
    EXPECT_EQ(number(t.a(), CIL_CALLID), "TAPI_E_NOT_INITIALIZED");
    EXPECT_EQ(t.alice->tapi.Initialize(), 0);
    EXPECT_EQ(number(t.a(), CIL_CALLID), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(words(t.a(), CIS_COMMENT), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(t.alice->result(t.a().put_CallInfoString(CIS_COMMENT, "x")), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3CallInfo, PointersMustBeGiven) {
    Talk t;
    const HResult wrong = hresult(E_POINTER);
    EXPECT_EQ(t.a().get_Address(nullptr), wrong);
    EXPECT_EQ(t.a().get_CallState(nullptr), wrong);
    EXPECT_EQ(t.a().get_Privilege(nullptr), wrong);
    EXPECT_EQ(t.a().get_CallInfoLong(CIL_ORIGIN, nullptr), wrong);
    EXPECT_EQ(t.a().get_CallInfoString(CIS_COMMENT, nullptr), wrong);
    EXPECT_EQ(t.a().GetCallInfoBuffer(CIB_USERUSERINFO, nullptr), wrong);
    Address* address = nullptr;
    EXPECT_EQ(t.a().get_Address(&address), 0);
    EXPECT_EQ(address, t.alice->address);
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
