// lineGetAddressCaps (nf-tapi-linegetaddresscaps).
#include <array>

#include "lines/capabilities.h"
#include "lines/guards.h"
#include "lines/shaping.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kPartyFlags = LINECALLPARTYID_BLOCKED | LINECALLPARTYID_OUTOFAREA |
                                      LINECALLPARTYID_NAME | LINECALLPARTYID_ADDRESS |
                                      LINECALLPARTYID_UNKNOWN | LINECALLPARTYID_UNAVAIL;
constexpr std::uint32_t kInfoStates =
    LINECALLINFOSTATE_NUMOWNERINCR | LINECALLINFOSTATE_NUMOWNERDECR |
    LINECALLINFOSTATE_NUMMONITORS | LINECALLINFOSTATE_CALLERID | LINECALLINFOSTATE_CALLEDID |
    LINECALLINFOSTATE_CONNECTEDID | LINECALLINFOSTATE_USERUSERINFO | LINECALLINFOSTATE_APPSPECIFIC |
    LINECALLINFOSTATE_MEDIAMODE | LINECALLINFOSTATE_OTHER | LINECALLINFOSTATE_MONITORMODES |
    LINECALLINFOSTATE_CALLID | LINECALLINFOSTATE_REASON | LINECALLINFOSTATE_REDIRECTIONID |
    LINECALLINFOSTATE_COMPLETIONID | LINECALLINFOSTATE_REDIRECTINGID |
    LINECALLINFOSTATE_BEARERMODE | LINECALLINFOSTATE_RATE | LINECALLINFOSTATE_DIALPARAMS |
    LINECALLINFOSTATE_TREATMENT | LINECALLINFOSTATE_CALLDATA;
constexpr std::uint32_t kDisconnectModes =
    LINEDISCONNECTMODE_NORMAL | LINEDISCONNECTMODE_REJECT | LINEDISCONNECTMODE_BUSY |
    LINEDISCONNECTMODE_NOANSWER | LINEDISCONNECTMODE_BADADDRESS | LINEDISCONNECTMODE_UNREACHABLE |
    LINEDISCONNECTMODE_CONGESTION | LINEDISCONNECTMODE_NUMBERCHANGED |
    LINEDISCONNECTMODE_OUTOFORDER | LINEDISCONNECTMODE_PICKUP | LINEDISCONNECTMODE_FORWARDED |
    LINEDISCONNECTMODE_DONOTDISTURB;

struct FlagOf {
    bool Profile::*offered;
    std::uint32_t flag;
};

bool finishes_calls(const Profile& profile, const pbx::Policy& policy) {
    return (offered_call_features(profile, policy) & LINECALLFEATURE_COMPLETECALL) != 0;
}

std::uint32_t addr_cap_flags(const Profile& profile, const pbx::Policy& policy) {
    constexpr FlagOf kFlags[] = {
        {&Profile::partial_dial, LINEADDRCAPFLAGS_PARTIALDIAL},
        {&Profile::secure, LINEADDRCAPFLAGS_SECURE},
        {&Profile::queue, LINEADDRCAPFLAGS_QUEUE},
        {&Profile::block_id, LINEADDRCAPFLAGS_BLOCKIDOVERRIDE},
        {&Profile::pickup_group_id, LINEADDRCAPFLAGS_PICKUPGROUPID},
        {&Profile::setup_conf_null, LINEADDRCAPFLAGS_SETUPCONFNULL},
        {&Profile::conference_held, LINEADDRCAPFLAGS_CONFERENCEHELD},
        {&Profile::conference_make, LINEADDRCAPFLAGS_CONFERENCEMAKE},
        {&Profile::forward_int_ext_address, LINEADDRCAPFLAGS_FWDINTEXTADDR},
        {&Profile::forward_busy_na_address, LINEADDRCAPFLAGS_FWDBUSYNAADDR},
        {&Profile::forward_consult, LINEADDRCAPFLAGS_FWDCONSULT},
        {&Profile::forward_status_valid, LINEADDRCAPFLAGS_FWDSTATUSVALID}};
    std::uint32_t flags = LINEADDRCAPFLAGS_DIALED;
    for (const FlagOf& entry : kFlags) flags |= profile.*entry.offered ? entry.flag : 0;
    if ((profile.address_features & LINEADDRFEATURE_PICKUPWAITING) != 0)
        flags |= LINEADDRCAPFLAGS_PICKUPCALLWAIT;
    if (profile.max_fwd_num_rings != 0) flags |= LINEADDRCAPFLAGS_FWDNUMRINGS;
    if (finishes_calls(profile, policy)) flags |= LINEADDRCAPFLAGS_COMPLETIONID;
    if (policy.accept_to_alert) flags |= LINEADDRCAPFLAGS_ACCEPTTOALERT;
    if (policy.hold_makes_new) flags |= LINEADDRCAPFLAGS_HOLDMAKESNEW;
    if (policy.auto_reconnect) flags |= LINEADDRCAPFLAGS_AUTORECONNECT;
    if (policy.conference_drops) flags |= LINEADDRCAPFLAGS_CONFDROP;
    if (profile.consult_model == ConsultModel::Held) flags |= LINEADDRCAPFLAGS_TRANSFERHELD;
    if (profile.consult_model == ConsultModel::Make) flags |= LINEADDRCAPFLAGS_TRANSFERMAKE;
    return flags;
}

std::uint32_t sharing_of(const pbx::AddressSpec& spec) {
    if (spec.looks_only) return LINEADDRESSSHARING_MONITORED;
    switch (spec.sharing) {
        case pbx::Sharing::Private: break;
        case pbx::Sharing::Exclusive: return LINEADDRESSSHARING_BRIDGEDEXCL;
        case pbx::Sharing::PerCall: return LINEADDRESSSHARING_BRIDGEDNEW;
        case pbx::Sharing::Joined: return LINEADDRESSSHARING_BRIDGEDSHARED;
    }
    return LINEADDRESSSHARING_PRIVATE;
}

// In the order of their enums (lineremovefromconf--constants).
constexpr std::array kRemoveCaps = {LINEREMOVEFROMCONF_NONE, LINEREMOVEFROMCONF_LAST,
                                    LINEREMOVEFROMCONF_ANY};
constexpr std::array kRemovedTo = {LINECALLSTATE_IDLE, LINECALLSTATE_CONNECTED,
                                   LINECALLSTATE_ONHOLD};

void fill_conference(const Profile& profile, const pbx::Policy& policy,
                     const pbx::AddressSpec& spec, AddressCaps& caps) {
    if (offers_conference(profile)) caps.max_num_conference = spec.max_conference;
    if (transfers_into_conference(profile)) caps.max_num_trans_conf = spec.max_transfer_conference;
    const bool removes = (caps.call_features & LINECALLFEATURE_REMOVEFROMCONF) != 0;
    caps.remove_from_conf_caps = removes
                                     ? kRemoveCaps[static_cast<std::size_t>(policy.remove_party)]
                                     : LINEREMOVEFROMCONF_NONE;
    if (caps.remove_from_conf_caps != LINEREMOVEFROMCONF_NONE)
        caps.remove_from_conf_state = kRemovedTo[static_cast<std::size_t>(policy.removed_to)];
}

void fill_completion(const Profile& profile, const pbx::Policy& policy, AddressCaps& caps) {
    if (!finishes_calls(profile, policy)) return;
    caps.max_call_completions = policy.max_completions;
    caps.call_completion_conds = profile.completion_conds;
    caps.call_completion_modes = profile.completion_modes;
    const bool messages = (profile.completion_modes & LINECALLCOMPLMODE_MESSAGE) != 0;
    caps.num_completion_messages = messages ? profile.completion_messages : 0;
}

void fill_forwarding(const Profile& profile, AddressCaps& caps) {
    caps.forward_modes = profile.forward_modes;
    caps.max_forward_entries = profile.max_forward_entries;
    caps.max_specific_entries = profile.max_specific_entries;
    caps.min_fwd_num_rings = profile.max_fwd_num_rings == 0 ? 0 : profile.min_fwd_num_rings;
    caps.max_fwd_num_rings = profile.max_fwd_num_rings;
}

// What states and parties of calls are told with.
void fill_modes(const Profile& profile, const pbx::AddressSpec& spec, AddressCaps& caps) {
    caps.call_info_states =
        (kInfoStates | (offers_terminals(profile) ? LINECALLINFOSTATE_TERMINAL : 0)) &
        profile.call_info;
    const auto flags = [&profile](std::uint32_t info) {
        if ((profile.call_info & info) == 0) return std::uint32_t{LINECALLPARTYID_UNAVAIL};
        return kPartyFlags & (profile.party_names ? ~0U : ~LINECALLPARTYID_NAME);
    };
    caps.caller_id_flags = flags(LINECALLINFOSTATE_CALLERID);
    caps.called_id_flags = flags(LINECALLINFOSTATE_CALLEDID);
    caps.connected_id_flags = flags(LINECALLINFOSTATE_CONNECTEDID);
    caps.redirection_id_flags = flags(LINECALLINFOSTATE_REDIRECTIONID);
    caps.redirecting_id_flags = flags(LINECALLINFOSTATE_REDIRECTINGID);
    caps.call_states = reportable_states(profile);
    caps.dial_tone_modes =
        LINEDIALTONEMODE_NORMAL | (profile.special_dial_tone ? LINEDIALTONEMODE_SPECIAL : 0);
    const auto told = [&profile](std::uint32_t state, std::uint32_t modes) {
        return (profile.reported_states & state) != 0 ? modes : 0;
    };
    caps.busy_modes = told(LINECALLSTATE_BUSY, LINEBUSYMODE_STATION | LINEBUSYMODE_TRUNK);
    caps.special_info =
        told(LINECALLSTATE_SPECIALINFO,
             LINESPECIALINFO_NOCIRCUIT | LINESPECIALINFO_CUSTIRREG | LINESPECIALINFO_REORDER);
    caps.disconnect_modes =
        told(LINECALLSTATE_DISCONNECTED, kDisconnectModes | profile.time_limit_mode);
    caps.connected_modes =
        LINECONNECTEDMODE_ACTIVE | (profile.remote_hold_visible ? LINECONNECTEDMODE_ACTIVEHELD : 0);
    caps.offering_modes = LINEOFFERINGMODE_ACTIVE;
    if (spec.sharing != pbx::Sharing::Private) {
        caps.connected_modes |= LINECONNECTEDMODE_INACTIVE |
                                (profile.remote_hold_visible ? LINECONNECTEDMODE_INACTIVEHELD : 0);
        caps.offering_modes |= LINEOFFERINGMODE_INACTIVE;
    }
}

void fill(const Core& core, const Device& device, std::uint32_t address_id, AddressCaps& caps) {
    const Profile& profile = core.profile(device);
    const pbx::Policy& policy = core.policy(device);
    const pbx::AddressSpec& spec = *core.exchange.address(core.address_of(device, address_id)).spec;
    caps.address_sharing = sharing_of(spec);
    caps.address_states = LINEADDRESSSTATE_CAPSCHANGE | LINEADDRESSSTATE_FORWARD |
                          LINEADDRESSSTATE_INUSEZERO | LINEADDRESSSTATE_INUSEONE |
                          (spec.sharing != pbx::Sharing::Private ? LINEADDRESSSTATE_INUSEMANY : 0) |
                          (profile.reports_inservice ? LINEADDRESSSTATE_OTHER : 0) |
                          (offers_terminals(profile) ? LINEADDRESSSTATE_TERMINALS : 0) |
                          (profile.reports_numcalls ? LINEADDRESSSTATE_NUMCALLS : 0);
    fill_modes(profile, spec, caps);
    caps.max_num_active_calls = spec.max_active;
    caps.max_num_on_hold_calls = spec.max_held;
    caps.max_num_on_hold_pending_calls = spec.max_pending;
    caps.addr_cap_flags = addr_cap_flags(profile, policy);
    caps.call_features = offered_call_features(profile, policy);
    caps.call_features2 = refinements(profile, caps.call_features);
    caps.park_modes = profile.park_modes;
    const bool transfers = (caps.call_features & LINECALLFEATURE_COMPLETETRANSF) != 0;
    caps.transfer_modes = transfers ? profile.transfer_modes : 0;
    fill_conference(profile, policy, spec, caps);
    caps.address_features = offered_address_features(profile, policy, spec.looks_only);
    fill_completion(profile, policy, caps);
    fill_forwarding(profile, caps);
    caps.max_no_answer_timeout = static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::seconds>(policy.longest_no_answer).count());
    caps.available_media_modes = profile.media_modes;
    if ((profile.call_features & LINECALLFEATURE_SETCALLDATA) != 0)
        caps.max_call_data_size = profile.call_data_size;
    if ((profile.call_features & LINECALLFEATURE_SETTREATMENT) != 0) {
        for (const TapiName& each : tapi_group("LINECALLTREATMENT"))
            caps.call_treatments.push_back(each.value);
    }
}

// An older structure has no place for what came later, and no words for some modes
// (reference: tapi2-operations 1.6, call-model 2).
void leave_out_newer(std::uint32_t version, AddressCaps& caps) {
    if (version >= kTapi20) return;
    caps.connected_modes = caps.offering_modes = 0;
    caps.call_features2 = caps.max_no_answer_timeout = caps.available_media_modes = 0;
    caps.max_call_data_size = 0;
    caps.call_treatments.clear();
    caps.disconnect_modes = modes_for(LINECALLSTATE_DISCONNECTED, caps.disconnect_modes, version);
}

}  // namespace

LineResult Application::get_address_caps(std::uint32_t device, std::uint32_t address_id,
                                         std::uint32_t api_version, std::uint32_t ext_version,
                                         AddressCaps* caps) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .device = device,
                    .address_id = address_id,
                    .version = api_version,
                    .low_version = api_version,
                    .ext_version = ext_version,
                    .pointer = caps != nullptr};
    subject.find();
    if (caps != nullptr) subject.total_size = caps->total_size;
    subject.fixed_size = fixed_size(Structure::AddressCaps, api_version);
    if (const LineResult refusal = core_->refuse(Op::GetAddressCaps, subject); refusal != 0)
        return refusal;
    if (address_id >= subject.line_device->addresses.size())
        return line_error(LINEERR_OPERATIONFAILED);
    const std::uint32_t room = caps->total_size;
    *caps = AddressCaps{};
    caps->total_size = room;
    SizeCount size{*caps, subject.fixed_size};
    fill(*core_, *subject.line_device, address_id, *caps);
    caps->call_features =
        core_->told(*subject.line_device, index_, FeatureKind::Call, caps->call_features);
    caps->call_features2 = refinements(subject.profile(), caps->call_features);
    caps->address_features =
        core_->told(*subject.line_device, index_, FeatureKind::Address, caps->address_features);
    leave_out_newer(api_version, *caps);
    caps->line_device_id = device;
    const pbx::AddressId address = core_->address_of(*subject.line_device, address_id);
    caps->address = size.text(core_->exchange.number(address));
    return 0;
}

}  // namespace pbxlab::lines
