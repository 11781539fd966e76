// ITAddressCapabilities, ITMediaSupport and the names of addresses (reference: tapi3-operations 6
// and 8).
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

std::string cap(Address& address, std::uint32_t which) {
    std::uint32_t value = 0;
    const HResult result = address.get_AddressCapability(which, &value);
    return result != 0 ? hresult_name(result) : std::to_string(value);
}

std::string cap_text(Address& address, std::uint32_t which) {
    std::string value = "?";
    const HResult result = address.get_AddressCapabilityString(which, &value);
    return result != 0 ? hresult_name(result) : value;
}

std::string text(Address& address, HResult (Address::*get)(std::string*)) {
    std::string value;
    EXPECT_EQ((address.*get)(nullptr), hresult(E_POINTER));
    const HResult result = (address.*get)(&value);
    return result != 0 ? hresult_name(result) : value;
}

TEST(Tapi3Capabilities, AreThoseOfLineAndAddress) {
    OfficeSpec spec;
    spec.lines[1].addresses = 2;
    spec.lines[1].max_active = 5;
    spec.lines[1].max_held = 6;
    spec.lines[1].max_pending = 7;
    spec.lines[1].max_conference = 8;
    Office office{spec};
    Phone phone{office, 1};
    Address& address = *phone.tapi.address(1, 1);
    DevCaps line;
    AddressCaps caps;
    EXPECT_EQ(phone.tapi.application()->get_dev_caps(1, kTapi22, 0, &line), 0);
    EXPECT_EQ(phone.tapi.application()->get_address_caps(1, 1, kTapi22, 0, &caps), 0);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> rows = {
        {AC_ADDRESSTYPES, LINEADDRESSTYPE_PHONENUMBER},
        {AC_BEARERMODES, line.bearer_modes},
        {AC_MAXACTIVECALLS, 5},
        {AC_MAXONHOLDCALLS, 6},
        {AC_MAXONHOLDPENDINGCALLS, 7},
        {AC_MAXNUMCONFERENCE, 8},
        {AC_MAXNUMTRANSCONF, 3},
        {AC_MONITORDIGITSUPPORT, line.monitor_digit_modes},
        {AC_GENERATEDIGITSUPPORT, line.generate_digit_modes},
        {AC_GENERATETONEMODES, line.generate_tone_modes},
        {AC_GENERATETONEMAXNUMFREQ, 3},
        {AC_MONITORTONEMAXNUMFREQ, 3},
        {AC_MONITORTONEMAXNUMENTRIES, 8},
        {AC_DEVCAPFLAGS, line.dev_cap_flags},
        {AC_ANSWERMODES, LINEANSWERMODE_HOLD},
        {AC_LINEFEATURES, line.line_features},
        {AC_SETTABLEDEVSTATUS, LINEDEVSTATUSFLAGS_MSGWAIT},
        {AC_PARKSUPPORT, caps.park_modes},
        {AC_CALLERIDSUPPORT, caps.caller_id_flags},
        {AC_CALLEDIDSUPPORT, caps.called_id_flags},
        {AC_CONNECTEDIDSUPPORT, caps.connected_id_flags},
        {AC_REDIRECTIONIDSUPPORT, caps.redirection_id_flags},
        {AC_REDIRECTINGIDSUPPORT, caps.redirecting_id_flags},
        {AC_ADDRESSCAPFLAGS, caps.addr_cap_flags},
        {AC_CALLFEATURES1, caps.call_features},
        {AC_CALLFEATURES2, caps.call_features2},
        {AC_REMOVEFROMCONFCAPS, caps.remove_from_conf_caps},
        {AC_REMOVEFROMCONFSTATE, caps.remove_from_conf_state},
        {AC_TRANSFERMODES, caps.transfer_modes},
        {AC_ADDRESSFEATURES, caps.address_features},
        {AC_PREDICTIVEAUTOTRANSFERSTATES, 0},
        {AC_MAXCALLDATASIZE, caps.max_call_data_size},
        {AC_LINEID, 1},
        {AC_ADDRESSID, 1},
        {AC_FORWARDMODES, caps.forward_modes},
        {AC_MAXFORWARDENTRIES, 16},
        {AC_MAXSPECIFICENTRIES, 8},
        {AC_MINFWDNUMRINGS, 1},
        {AC_MAXFWDNUMRINGS, 10},
        {AC_MAXCALLCOMPLETIONS, caps.max_call_completions},
        {AC_CALLCOMPLETIONCONDITIONS, caps.call_completion_conds},
        {AC_CALLCOMPLETIONMODES, caps.call_completion_modes},
        {AC_PERMANENTDEVICEID, line.permanent_line_id},
        {AC_GATHERDIGITSMINTIMEOUT, 250},
        {AC_GATHERDIGITSMAXTIMEOUT, 60'000},
        {AC_GENERATEDIGITMINDURATION, line.min_dial_params.digit_duration},
        {AC_GENERATEDIGITMAXDURATION, line.max_dial_params.digit_duration},
        {AC_GENERATEDIGITDEFAULTDURATION, line.default_dial_params.digit_duration}};
    EXPECT_EQ(rows.size(), tapi_group("ADDRESS_CAPABILITY").size()) << "each there is";
    for (const auto& [which, value] : rows)
        EXPECT_EQ(cap(address, which), std::to_string(value))
            << tapi_word("ADDRESS_CAPABILITY", which);
    EXPECT_EQ(cap(address, 48), "E_INVALIDARG");
    EXPECT_EQ(address.get_AddressCapability(AC_LINEID, nullptr), hresult(E_POINTER));
    phone.tapi.Shutdown();
    EXPECT_EQ(cap(address, AC_LINEID), "TAPI_E_NOT_INITIALIZED");
}

TEST(Tapi3Capabilities, TextsCameWithVersionThree) {
    Profile profile;
    profile.highest_api = kTapi30;
    Office office{with(profile)};
    Phone alice{office, 0};
    Phone bob{office, 1};
    Address& address = *alice.address;
    EXPECT_EQ(cap_text(address, ACS_PROTOCOL), "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}");
    EXPECT_EQ(cap_text(address, ACS_ADDRESSDEVICESPECIFIC), "");
    EXPECT_EQ(cap_text(address, ACS_LINEDEVICESPECIFIC), "");
    EXPECT_EQ(cap_text(address, ACS_PROVIDERSPECIFIC), "pbxlab");
    EXPECT_EQ(cap_text(address, ACS_SWITCHSPECIFIC), "pbxlab virtual switch");
    EXPECT_EQ(cap_text(address, ACS_PERMANENTDEVICEGUID), "{00000001-0000-4000-8000-000000000000}");
    EXPECT_EQ(cap_text(address, 6), "E_INVALIDARG");
    for (std::uint32_t which = 0; which < 6; ++which)
        EXPECT_EQ(cap_text(*bob.address, which), "TAPI_E_NOTSUPPORTED");
    EXPECT_EQ(address.get_AddressCapabilityString(ACS_PROTOCOL, nullptr), hresult(E_POINTER));
}

TEST(Tapi3MediaSupport, KnowsTheTypesOfTheLine) {
    Profile profile;
    profile.media_modes = LINEMEDIAMODE_AUTOMATEDVOICE | LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_TDD;
    Office office{with(profile)};
    Phone alice{office, 0};
    std::uint32_t types = 0;
    EXPECT_EQ(alice.address->get_MediaTypes(&types), 0);
    EXPECT_EQ(types, TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_G3FAX);
    const auto supports = [&](std::uint32_t type) {
        VariantBool answer = 7;
        EXPECT_EQ(alice.address->QueryMediaType(type, &answer), 0);
        return answer;
    };
    EXPECT_EQ(supports(TAPIMEDIATYPE_AUDIO), VARIANT_TRUE);
    EXPECT_EQ(supports(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_G3FAX), VARIANT_TRUE);
    EXPECT_EQ(supports(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_VIDEO), VARIANT_FALSE) << "not both";
    EXPECT_EQ(supports(LINEMEDIAMODE_INTERACTIVEVOICE), VARIANT_FALSE) << "no type of TAPI 3";
    EXPECT_EQ(supports(0), VARIANT_FALSE);
    EXPECT_EQ(alice.address->get_MediaTypes(nullptr), hresult(E_POINTER));
    EXPECT_EQ(alice.address->QueryMediaType(TAPIMEDIATYPE_AUDIO, nullptr), hresult(E_POINTER));
}

TEST(Tapi3MediaSupport, IsNotThereWhereTheProviderHasNone) {  // P25
    Profile profile;
    profile.tapi3.media_support = false;
    Office office{with(profile)};
    Phone alice{office, 0};
    std::uint32_t types = 0;
    VariantBool answer = 7;
    EXPECT_EQ(alice.address->get_MediaTypes(&types), hresult(E_NOINTERFACE));
    EXPECT_EQ(alice.address->QueryMediaType(TAPIMEDIATYPE_AUDIO, &answer), hresult(E_NOINTERFACE));
}

TEST(Tapi3Address, HasTheNameOfItsLine) {
    OfficeSpec spec;
    spec.lines[1].addresses = 2;
    Office office{spec};
    Phone phone{office, 0};
    EXPECT_EQ(text(*phone.address, &Address::get_AddressName), "line 1");
    EXPECT_EQ(text(*phone.tapi.address(1, 0), &Address::get_AddressName), "line 2 1002");
    EXPECT_EQ(text(*phone.tapi.address(1, 1), &Address::get_AddressName), "line 2 2002");
    EXPECT_EQ(text(*phone.address, &Address::get_ServiceProviderName), "pbxlab");
}

TEST(Tapi3Address, IsDialledByItsNumberIfTheProviderKnowsIt) {  // P22
    Profile profile;
    profile.tapi3.hides_dialable_address = true;
    Office office{with(profile)};
    Phone phone{office, 0};
    EXPECT_EQ(text(*phone.address, &Address::get_DialableAddress), "");
    EXPECT_EQ(text(*phone.tapi.address(1, 0), &Address::get_DialableAddress), "1002");
}

TEST(Tapi3Address, TellsWhetherItIsInService) {
    Office office;
    Phone phone{office, 0};
    const auto state = [&](Address& address) {
        std::uint32_t now = 7;
        EXPECT_EQ(address.get_State(&now), 0);
        return std::string{tapi_word("ADDRESS_STATE", now)};
    };
    Address& other = *phone.tapi.address(1, 0);
    EXPECT_EQ(state(*phone.address), "AS_INSERVICE");
    office.exchange.set_service(office.station(0), false);
    EXPECT_EQ(state(*phone.address), "AS_OUTOFSERVICE");
    EXPECT_EQ(state(other), "AS_INSERVICE");
    office.telephony.set_connected(1, false);
    EXPECT_EQ(state(other), "AS_OUTOFSERVICE") << "the provider has lost sight of it";
    office.telephony.set_connected(1, true);
    office.telephony.remove_line(1);
    phone.told();
    EXPECT_EQ(state(other), "AS_OUTOFSERVICE");
    EXPECT_EQ(other.get_State(nullptr), hresult(E_POINTER));
    phone.tapi.Shutdown();
    std::uint32_t now = 0;
    EXPECT_EQ(other.get_State(&now), hresult(TAPI_E_NOT_INITIALIZED));
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
