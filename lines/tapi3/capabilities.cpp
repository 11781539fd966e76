// ITAddressCapabilities and ITMediaSupport, and what an address is called: what lineGetDevCaps and
// lineGetAddressCaps tell (itaddresscapabilities-get_addresscapability; reference:
// tapi3-operations 8).
#include <fmt/format.h>

#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

// An address and its line, as TAPI 2 has them.
struct Caps {
    DevCaps line;
    AddressCaps address;
};

struct Capability {
    std::uint32_t which;  // ADDRESS_CAPABILITY
    std::uint32_t (*value)(const Caps& caps);
};

// clang-format off
constexpr Capability kCapabilities[] = {
    // A number is all that leads to a line here.
    {AC_ADDRESSTYPES, [](const Caps&) -> std::uint32_t { return LINEADDRESSTYPE_PHONENUMBER; }},
    {AC_BEARERMODES, [](const Caps& c) { return c.line.bearer_modes; }},
    {AC_MAXACTIVECALLS, [](const Caps& c) { return c.address.max_num_active_calls; }},
    {AC_MAXONHOLDCALLS, [](const Caps& c) { return c.address.max_num_on_hold_calls; }},
    {AC_MAXONHOLDPENDINGCALLS,
     [](const Caps& c) { return c.address.max_num_on_hold_pending_calls; }},
    {AC_MAXNUMCONFERENCE, [](const Caps& c) { return c.address.max_num_conference; }},
    {AC_MAXNUMTRANSCONF, [](const Caps& c) { return c.address.max_num_trans_conf; }},
    {AC_MONITORDIGITSUPPORT, [](const Caps& c) { return c.line.monitor_digit_modes; }},
    {AC_GENERATEDIGITSUPPORT, [](const Caps& c) { return c.line.generate_digit_modes; }},
    {AC_GENERATETONEMODES, [](const Caps& c) { return c.line.generate_tone_modes; }},
    {AC_GENERATETONEMAXNUMFREQ, [](const Caps& c) { return c.line.generate_tone_max_num_freq; }},
    {AC_MONITORTONEMAXNUMFREQ, [](const Caps& c) { return c.line.monitor_tone_max_num_freq; }},
    {AC_MONITORTONEMAXNUMENTRIES,
     [](const Caps& c) { return c.line.monitor_tone_max_num_entries; }},
    {AC_DEVCAPFLAGS, [](const Caps& c) { return c.line.dev_cap_flags; }},
    {AC_ANSWERMODES, [](const Caps& c) { return c.line.answer_mode; }},
    {AC_LINEFEATURES, [](const Caps& c) { return c.line.line_features; }},
    {AC_SETTABLEDEVSTATUS, [](const Caps& c) { return c.line.settable_dev_status; }},
    {AC_PARKSUPPORT, [](const Caps& c) { return c.address.park_modes; }},
    {AC_CALLERIDSUPPORT, [](const Caps& c) { return c.address.caller_id_flags; }},
    {AC_CALLEDIDSUPPORT, [](const Caps& c) { return c.address.called_id_flags; }},
    {AC_CONNECTEDIDSUPPORT, [](const Caps& c) { return c.address.connected_id_flags; }},
    {AC_REDIRECTIONIDSUPPORT, [](const Caps& c) { return c.address.redirection_id_flags; }},
    {AC_REDIRECTINGIDSUPPORT, [](const Caps& c) { return c.address.redirecting_id_flags; }},
    {AC_ADDRESSCAPFLAGS, [](const Caps& c) { return c.address.addr_cap_flags; }},
    {AC_CALLFEATURES1, [](const Caps& c) { return c.address.call_features; }},
    {AC_CALLFEATURES2, [](const Caps& c) { return c.address.call_features2; }},
    {AC_REMOVEFROMCONFCAPS, [](const Caps& c) { return c.address.remove_from_conf_caps; }},
    {AC_REMOVEFROMCONFSTATE, [](const Caps& c) { return c.address.remove_from_conf_state; }},
    {AC_TRANSFERMODES, [](const Caps& c) { return c.address.transfer_modes; }},
    {AC_ADDRESSFEATURES, [](const Caps& c) { return c.address.address_features; }},
    // No call is made by the exchange before its party has answered.
    {AC_PREDICTIVEAUTOTRANSFERSTATES, [](const Caps&) -> std::uint32_t { return 0; }},
    {AC_MAXCALLDATASIZE, [](const Caps& c) { return c.address.max_call_data_size; }},
    {AC_FORWARDMODES, [](const Caps& c) { return c.address.forward_modes; }},
    {AC_MAXFORWARDENTRIES, [](const Caps& c) { return c.address.max_forward_entries; }},
    {AC_MAXSPECIFICENTRIES, [](const Caps& c) { return c.address.max_specific_entries; }},
    {AC_MINFWDNUMRINGS, [](const Caps& c) { return c.address.min_fwd_num_rings; }},
    {AC_MAXFWDNUMRINGS, [](const Caps& c) { return c.address.max_fwd_num_rings; }},
    {AC_MAXCALLCOMPLETIONS, [](const Caps& c) { return c.address.max_call_completions; }},
    {AC_CALLCOMPLETIONCONDITIONS, [](const Caps& c) { return c.address.call_completion_conds; }},
    {AC_CALLCOMPLETIONMODES, [](const Caps& c) { return c.address.call_completion_modes; }},
    {AC_PERMANENTDEVICEID, [](const Caps& c) { return c.line.permanent_line_id; }},
    {AC_GATHERDIGITSMINTIMEOUT, [](const Caps& c) { return c.line.gather_digits_min_timeout; }},
    {AC_GATHERDIGITSMAXTIMEOUT, [](const Caps& c) { return c.line.gather_digits_max_timeout; }},
    {AC_GENERATEDIGITMINDURATION,
     [](const Caps& c) { return c.line.min_dial_params.digit_duration; }},
    {AC_GENERATEDIGITMAXDURATION,
     [](const Caps& c) { return c.line.max_dial_params.digit_duration; }},
    {AC_GENERATEDIGITDEFAULTDURATION,
     [](const Caps& c) { return c.line.default_dial_params.digit_duration; }},
};
// clang-format on

// A public switched network (TAPIPROTOCOL_PSTN).
constexpr std::string_view kProtocol = "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}";

struct CapabilityText {
    std::uint32_t which;  // ADDRESS_CAPABILITY_STRING
    std::string (*value)(const Caps& caps);
};

constexpr CapabilityText kTexts[] = {
    {ACS_PROTOCOL, [](const Caps&) { return std::string{kProtocol}; }},
    {ACS_ADDRESSDEVICESPECIFIC, [](const Caps&) { return std::string{}; }},
    {ACS_LINEDEVICESPECIFIC, [](const Caps&) { return std::string{}; }},
    {ACS_PROVIDERSPECIFIC, [](const Caps& c) { return c.line.provider_info; }},
    {ACS_SWITCHSPECIFIC, [](const Caps& c) { return c.line.switch_info; }},
    // The same for all addresses of a line, and whenever it is asked for.
    {ACS_PERMANENTDEVICEGUID,
     [](const Caps& c) {
         return fmt::format("{{{:08X}-0000-4000-8000-000000000000}}", c.line.permanent_line_id);
     }},
};

HResult get(Engine& engine, Method method, const Address& address, Caps& caps) {
    if (!engine.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    const std::uint32_t version = engine.version(address);
    LineResult error = engine.app->get_dev_caps(address.device(), version, 0, &caps.line);
    if (error >= 0)
        error = engine.app->get_address_caps(address.device(), address.address_id(), version, 0,
                                             &caps.address);
    return error < 0 ? hresult_of(method, error, engine.habits(address).raw_errors) : hresult(S_OK);
}

}  // namespace

HResult Address::get_AddressCapability(std::uint32_t AddressCap, std::uint32_t* plCapability) {
    if (plCapability == nullptr) return hresult(E_POINTER);
    Caps caps;
    const HResult known = get(engine_, Method::GetAddressCapability, *this, caps);
    if (failed(known)) return known;
    if (AddressCap == AC_LINEID || AddressCap == AC_ADDRESSID) {
        *plCapability = AddressCap == AC_LINEID ? device_ : address_id_;
        return hresult(S_OK);
    }
    for (const Capability& row : kCapabilities) {
        if (row.which != AddressCap) continue;
        *plCapability = row.value(caps);
        return hresult(S_OK);
    }
    return hresult(E_INVALIDARG);
}

HResult Address::get_AddressCapabilityString(std::uint32_t AddressCapString,
                                             std::string* ppCapabilityString) {
    if (ppCapabilityString == nullptr) return hresult(E_POINTER);
    Caps caps;
    const HResult known = get(engine_, Method::GetAddressCapabilityString, *this, caps);
    if (failed(known)) return known;
    for (const CapabilityText& row : kTexts) {
        if (row.which != AddressCapString) continue;
        if (engine_.version(*this) < kTapi30) return hresult(TAPI_E_NOTSUPPORTED);
        *ppCapabilityString = row.value(caps);
        return hresult(S_OK);
    }
    return hresult(E_INVALIDARG);
}

HResult Address::get_MediaTypes(std::uint32_t* plMediaTypes) {
    if (plMediaTypes == nullptr) return hresult(E_POINTER);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    if (!engine_.habits(*this).media_support) return hresult(E_NOINTERFACE);
    *plMediaTypes = media_types_of(engine_.profile(*this).media_modes);
    return hresult(S_OK);
}

// Of several types all must be supported.
HResult Address::QueryMediaType(std::uint32_t lMediaType, VariantBool* pfSupport) {
    if (pfSupport == nullptr) return hresult(E_POINTER);
    std::uint32_t types = 0;
    const HResult known = get_MediaTypes(&types);
    if (failed(known)) return known;
    const bool all = lMediaType != 0 && (lMediaType & ~types) == 0;
    *pfSupport = all ? VARIANT_TRUE : VARIANT_FALSE;
    return hresult(S_OK);
}

// A line that is gone, or that the provider has lost sight of, is not in service.
HResult Address::get_State(std::uint32_t* pAddressState) {
    if (pAddressState == nullptr) return hresult(E_POINTER);
    if (!engine_.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    constexpr std::uint32_t kUp = LINEDEVSTATUSFLAGS_CONNECTED | LINEDEVSTATUSFLAGS_INSERVICE;
    LineDevStatus status;
    LineResult error = 0;
    const HLine line = removed_ ? kNoLine : engine_.line_for(*this, error);
    if (line != kNoLine) error = engine_.app->get_line_dev_status(line, &status);
    const bool up = error >= 0 && (status.dev_status_flags & kUp) == kUp;
    *pAddressState = up ? AS_INSERVICE : AS_OUTOFSERVICE;
    return hresult(S_OK);
}

// A line's only address has its name; of several each adds its number.
HResult Address::get_AddressName(std::string* ppName) {
    if (ppName == nullptr) return hresult(E_POINTER);
    Caps caps;
    const HResult known = get(engine_, Method::GetAddressName, *this, caps);
    if (failed(known)) return known;
    const std::string& name = caps.line.line_name;
    const bool only = caps.line.num_addresses == 1 && !name.empty();
    const std::string in_front = name.empty() ? "" : name + ' ';
    *ppName = only ? name : in_front + caps.address.address;
    return hresult(S_OK);
}

HResult Address::get_ServiceProviderName(std::string* ppName) {
    if (ppName == nullptr) return hresult(E_POINTER);
    Caps caps;
    const HResult known = get(engine_, Method::GetServiceProviderName, *this, caps);
    if (failed(known)) return known;
    *ppName = caps.line.provider_info;
    return hresult(S_OK);
}

HResult Address::get_DialableAddress(std::string* pDialableAddress) {
    if (pDialableAddress == nullptr) return hresult(E_POINTER);
    Caps caps;
    const HResult known = get(engine_, Method::GetDialableAddress, *this, caps);
    if (failed(known)) return known;
    *pDialableAddress =
        engine_.habits(*this).hides_dialable_address ? std::string{} : caps.address.address;
    return hresult(S_OK);
}

}  // namespace pbxlab::lines::tapi3
