// lineGetDevCaps and lineGetAddressCaps (nf-tapi-linegetdevcaps, nf-tapi-linegetaddresscaps).
#include "lines/capabilities.h"

#include <algorithm>
#include <array>

#include "lines/guards.h"
#include "lines/shaping.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

// What can be done with an address or line apart from making calls.
constexpr std::uint32_t kAddressAlways =
    LINEADDRFEATURE_FORWARD | LINEADDRFEATURE_FORWARDFWD | LINEADDRFEATURE_FORWARDDND;
constexpr std::uint32_t kLineForwards =
    LINEFEATURE_FORWARD | LINEFEATURE_FORWARDFWD | LINEFEATURE_FORWARDDND;

constexpr std::uint32_t kUnheardAfterDialling = LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK |
                                                LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO;
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

constexpr std::uint32_t kAddressFeatures =
    LINEADDRFEATURE_MAKECALL | LINEADDRFEATURE_UNPARK | LINEADDRFEATURE_PICKUP | kPickupKinds;
constexpr std::uint32_t kAddressOffers =
    kAddressAlways | kAddressFeatures | LINEADDRFEATURE_UNCOMPLETECALL;

// Where conferences start from a line (LINEADDRCAPFLAGS_SETUPCONFNULL).
std::uint32_t conference_feature(const Profile& profile) {
    return profile.setup_conf_null ? LINEADDRFEATURE_SETUPCONF : 0;
}

struct FlagOf {
    bool Profile::*offered;
    std::uint32_t flag;
};

bool offers_conference(const Profile& profile) {
    return profile.setup_conf_null ? (profile.address_features & LINEADDRFEATURE_SETUPCONF) != 0
                                   : (profile.call_features & LINECALLFEATURE_SETUPCONF) != 0;
}

std::uint32_t dev_cap_flags(const Profile& profile) {
    constexpr FlagOf kFlags[] = {{&Profile::dial_billing, LINEDEVCAPFLAGS_DIALBILLING},
                                 {&Profile::dial_quiet, LINEDEVCAPFLAGS_DIALQUIET},
                                 {&Profile::dial_dialtone, LINEDEVCAPFLAGS_DIALDIALTONE},
                                 {&Profile::drop_on_close, LINEDEVCAPFLAGS_CLOSEDROP}};
    std::uint32_t flags = offers_conference(profile) ? LINEDEVCAPFLAGS_CROSSADDRCONF : 0;
    for (const FlagOf& entry : kFlags) flags |= profile.*entry.offered ? entry.flag : 0;
    return flags;
}

// Calls that met a busy or unanswered party can be finished later.
bool finishes_calls(const Profile& profile, const pbx::Policy& policy) {
    return (profile.call_features & LINECALLFEATURE_COMPLETECALL) != 0 &&
           policy.max_completions != 0;
}

std::uint32_t addr_cap_flags(const Profile& profile, const pbx::Policy& policy) {
    constexpr FlagOf kFlags[] = {
        {&Profile::partial_dial, LINEADDRCAPFLAGS_PARTIALDIAL},
        {&Profile::secure, LINEADDRCAPFLAGS_SECURE},
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

std::uint32_t answer_mode(pbx::OnAnswer on_answer) {
    switch (on_answer) {
        case pbx::OnAnswer::LeaveActive: return LINEANSWERMODE_NONE;
        case pbx::OnAnswer::DropActive: return LINEANSWERMODE_DROP;
        case pbx::OnAnswer::HoldActive: return LINEANSWERMODE_HOLD;
    }
    return LINEANSWERMODE_NONE;
}

std::uint32_t line_states(const Profile& profile) {
    std::uint32_t states = LINEDEVSTATE_RINGING | LINEDEVSTATE_OPEN | LINEDEVSTATE_CLOSE |
                           LINEDEVSTATE_REINIT | LINEDEVSTATE_TRANSLATECHANGE;
    states |= LINEDEVSTATE_CONNECTED | LINEDEVSTATE_DISCONNECTED | LINEDEVSTATE_CAPSCHANGE |
              LINEDEVSTATE_REMOVED | LINEDEVSTATE_NUMCOMPLETIONS | LINEDEVSTATE_COMPLCANCEL;
    if (profile.message_waiting) states |= LINEDEVSTATE_MSGWAITON | LINEDEVSTATE_MSGWAITOFF;
    if (profile.reports_numcalls) states |= LINEDEVSTATE_NUMCALLS;
    if (profile.reports_inservice) states |= LINEDEVSTATE_INSERVICE | LINEDEVSTATE_OUTOFSERVICE;
    return states;
}

std::uint32_t most_active(const Core& core, const Device& device) {
    const pbx::Station& station = core.exchange.station(device.station);
    std::uint32_t sum = 0;
    for (const pbx::AddressId id : station.addresses)
        sum += core.exchange.address(id).spec.max_active;
    return station.spec.max_active == 0 ? sum : std::min(sum, station.spec.max_active);
}

void fill_inband(const Profile& profile, const pbx::Policy& policy, DevCaps& caps) {
    const auto milliseconds = [](pbx::Duration span) {
        return static_cast<std::uint32_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
    };
    caps.monitor_digit_modes = profile.monitor_digit_modes;
    caps.generate_digit_modes = profile.generate_digit_modes;
    caps.monitor_tone_max_num_freq = profile.monitor_tone_freqs;
    caps.monitor_tone_max_num_entries = profile.monitor_tone_entries;
    caps.generate_tone_modes = profile.generate_tone_modes;
    caps.generate_tone_max_num_freq = profile.generate_tone_freqs;
    caps.gather_digits_min_timeout = profile.gather_min_timeout;
    caps.gather_digits_max_timeout = profile.gather_max_timeout;
    caps.min_dial_params.digit_duration = milliseconds(policy.shortest_digit);
    caps.max_dial_params.digit_duration = milliseconds(policy.longest_digit);
    caps.default_dial_params.digit_duration = milliseconds(policy.digit_time);
}

void fill(const Core& core, const Device& device, DevCaps& caps) {
    const Profile& profile = core.profile(device);
    caps.permanent_line_id = device.station.index + 1;
    caps.num_addresses = static_cast<std::uint32_t>(device.counts.size());
    caps.address_modes = LINEADDRESSMODE_ADDRESSID | LINEADDRESSMODE_DIALABLEADDR;
    caps.bearer_modes = profile.bearer_modes;
    caps.max_rate = profile.max_rate;
    caps.media_modes = profile.media_modes;
    caps.dev_cap_flags = dev_cap_flags(profile);
    caps.max_num_active_calls = most_active(core, device);
    caps.answer_mode = answer_mode(core.policy(device).on_answer);
    caps.ring_modes = 1;
    caps.line_states = line_states(profile);
    caps.line_features = profile.line_features & (LINEFEATURE_MAKECALL | kLineForwards);
    caps.uui_accept_size = profile.uui_accept_size;
    caps.uui_answer_size = profile.uui_answer_size;
    caps.uui_make_call_size = profile.uui_make_call_size;
    caps.uui_drop_size = profile.uui_drop_size;
    caps.uui_send_user_user_info_size = profile.uui_send_size;
    fill_inband(profile, core.policy(device), caps);
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

bool transfers_into_conference(const Profile& profile) {
    return (profile.call_features & LINECALLFEATURE_COMPLETETRANSF) != 0 &&
           (profile.transfer_modes & LINETRANSFERMODE_CONFERENCE) != 0;
}

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

void fill(const Core& core, const Device& device, std::uint32_t address_id, AddressCaps& caps) {
    const Profile& profile = core.profile(device);
    const pbx::Policy& policy = core.policy(device);
    const pbx::AddressSpec& spec = core.exchange.address(core.address_of(device, address_id)).spec;
    caps.address_sharing = sharing_of(spec);
    caps.address_states = LINEADDRESSSTATE_CAPSCHANGE | LINEADDRESSSTATE_FORWARD |
                          LINEADDRESSSTATE_INUSEZERO | LINEADDRESSSTATE_INUSEONE |
                          (spec.sharing != pbx::Sharing::Private ? LINEADDRESSSTATE_INUSEMANY : 0) |
                          (profile.reports_inservice ? LINEADDRESSSTATE_OTHER : 0) |
                          (profile.reports_numcalls ? LINEADDRESSSTATE_NUMCALLS : 0);
    caps.call_info_states = kInfoStates;
    caps.caller_id_flags = caps.called_id_flags = caps.connected_id_flags = kPartyFlags;
    caps.redirection_id_flags = caps.redirecting_id_flags = kPartyFlags;
    caps.call_states = reportable_states(profile);
    caps.dial_tone_modes =
        LINEDIALTONEMODE_NORMAL | (profile.special_dial_tone ? LINEDIALTONEMODE_SPECIAL : 0);
    caps.busy_modes = LINEBUSYMODE_STATION | LINEBUSYMODE_TRUNK;
    caps.special_info =
        LINESPECIALINFO_NOCIRCUIT | LINESPECIALINFO_CUSTIRREG | LINESPECIALINFO_REORDER;
    caps.disconnect_modes = kDisconnectModes;
    caps.connected_modes =
        LINECONNECTEDMODE_ACTIVE | (profile.remote_hold_visible ? LINECONNECTEDMODE_ACTIVEHELD : 0);
    caps.offering_modes = LINEOFFERINGMODE_ACTIVE;
    if (spec.sharing != pbx::Sharing::Private) {
        caps.connected_modes |= LINECONNECTEDMODE_INACTIVE |
                                (profile.remote_hold_visible ? LINECONNECTEDMODE_INACTIVEHELD : 0);
        caps.offering_modes |= LINEOFFERINGMODE_INACTIVE;
    }
    caps.max_num_active_calls = spec.max_active;
    caps.max_num_on_hold_calls = spec.max_held;
    caps.max_num_on_hold_pending_calls = spec.max_pending;
    caps.addr_cap_flags = addr_cap_flags(profile, policy);
    caps.call_features = offered_call_features(profile);
    caps.call_features2 = refinements(profile, caps.call_features);
    caps.park_modes = profile.park_modes;
    const bool transfers = (caps.call_features & LINECALLFEATURE_COMPLETETRANSF) != 0;
    caps.transfer_modes = transfers ? profile.transfer_modes : 0;
    fill_conference(profile, policy, spec, caps);
    caps.address_features =
        profile.address_features &
        (spec.looks_only ? kAddressAlways : kAddressOffers | conference_feature(profile));
    if (finishes_calls(profile, policy)) {
        caps.max_call_completions = policy.max_completions;
        caps.call_completion_conds = profile.completion_conds;
        caps.call_completion_modes = profile.completion_modes;
        const bool messages = (profile.completion_modes & LINECALLCOMPLMODE_MESSAGE) != 0;
        caps.num_completion_messages = messages ? profile.completion_messages : 0;
    }
    caps.forward_modes = profile.forward_modes;
    caps.max_forward_entries = profile.max_forward_entries;
    caps.max_specific_entries = profile.max_specific_entries;
    caps.min_fwd_num_rings = profile.max_fwd_num_rings == 0 ? 0 : profile.min_fwd_num_rings;
    caps.max_fwd_num_rings = profile.max_fwd_num_rings;
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

std::uint32_t reportable_states(const Profile& profile) {
    constexpr std::uint32_t kAlways =
        LINECALLSTATE_IDLE | LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED | LINECALLSTATE_BUSY |
        LINECALLSTATE_SPECIALINFO | LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD |
        LINECALLSTATE_DISCONNECTED | LINECALLSTATE_UNKNOWN;
    const bool consults = (profile.call_features & LINECALLFEATURE_SETUPTRANSFER) != 0;
    const std::uint32_t states = kAlways | profile.outbound_states |
                                 (consults ? LINECALLSTATE_ONHOLDPENDTRANSFER : 0) |
                                 (offers_conference(profile) ? LINECALLSTATE_ONHOLDPENDCONF : 0) |
                                 (offers_conference(profile) || transfers_into_conference(profile)
                                      ? LINECALLSTATE_CONFERENCED
                                      : 0);
    return profile.connect_on_dial_end ? states & ~kUnheardAfterDialling : states;
}

std::uint32_t offered_call_features(const Profile& profile) {
    std::uint32_t bits = 0;
    for (const Operation& entry : operations()) bits |= entry.call_feature;
    return bits & profile.call_features;
}

std::uint32_t refinements(const Profile& profile, std::uint32_t features) {
    std::uint32_t withheld = ~profile.call_features2;
    struct Refinement {
        std::uint32_t feature2, of;
    };
    constexpr std::array kRefinements = {
        Refinement{LINECALLFEATURE2_ONESTEPTRANSFER, LINECALLFEATURE_SETUPTRANSFER},
        Refinement{LINECALLFEATURE2_PARKDIRECT, LINECALLFEATURE_PARK},
        Refinement{LINECALLFEATURE2_PARKNONDIRECT, LINECALLFEATURE_PARK},
        Refinement{LINECALLFEATURE2_TRANSFERNORM, LINECALLFEATURE_COMPLETETRANSF},
        Refinement{LINECALLFEATURE2_TRANSFERCONF, LINECALLFEATURE_COMPLETETRANSF},
        Refinement{LINECALLFEATURE2_NOHOLDCONFERENCE, LINECALLFEATURE_SETUPCONF},
        Refinement{LINECALLFEATURE2_NOHOLDCONFERENCE, LINECALLFEATURE_PREPAREADDCONF},
        Refinement{LINECALLFEATURE2_COMPLCAMPON, LINECALLFEATURE_COMPLETECALL},
        Refinement{LINECALLFEATURE2_COMPLCALLBACK, LINECALLFEATURE_COMPLETECALL},
        Refinement{LINECALLFEATURE2_COMPLINTRUDE, LINECALLFEATURE_COMPLETECALL},
        Refinement{LINECALLFEATURE2_COMPLMESSAGE, LINECALLFEATURE_COMPLETECALL},
    };
    if ((profile.transfer_modes & LINETRANSFERMODE_TRANSFER) == 0)
        withheld |= LINECALLFEATURE2_TRANSFERNORM;
    if ((profile.transfer_modes & LINETRANSFERMODE_CONFERENCE) == 0)
        withheld |= LINECALLFEATURE2_TRANSFERCONF;
    if ((profile.completion_modes & LINECALLCOMPLMODE_CAMPON) == 0)
        withheld |= LINECALLFEATURE2_COMPLCAMPON;
    if ((profile.completion_modes & LINECALLCOMPLMODE_CALLBACK) == 0)
        withheld |= LINECALLFEATURE2_COMPLCALLBACK;
    if ((profile.completion_modes & LINECALLCOMPLMODE_INTRUDE) == 0)
        withheld |= LINECALLFEATURE2_COMPLINTRUDE;
    if ((profile.completion_modes & LINECALLCOMPLMODE_MESSAGE) == 0)
        withheld |= LINECALLFEATURE2_COMPLMESSAGE;
    if ((profile.park_modes & LINEPARKMODE_DIRECTED) == 0) withheld |= LINECALLFEATURE2_PARKDIRECT;
    if ((profile.park_modes & LINEPARKMODE_NONDIRECTED) == 0)
        withheld |= LINECALLFEATURE2_PARKNONDIRECT;
    std::uint32_t bits = 0;
    for (const Refinement& row : kRefinements) bits |= (features & row.of) != 0 ? row.feature2 : 0;
    return bits & ~withheld;
}

std::uint32_t address_features_now(const Core& core, const Device& device,
                                   std::uint32_t address_id) {
    if (!device.usable() || !core.serves(device, address_id)) return 0;
    const pbx::AddressId address = core.address_of(device, address_id);
    const std::uint32_t with_room =
        core.exchange.has_free_appearance(address)
            ? kAddressFeatures | conference_feature(core.profile(device))
            : 0;
    const std::uint32_t with_completions =
        core.exchange.completion_count(address) != 0 ? LINEADDRFEATURE_UNCOMPLETECALL : 0;
    return core.profile(device).address_features & (kAddressAlways | with_room | with_completions);
}

std::uint32_t line_features_now(const Core& core, const Device& device) {
    if (!device.usable()) return 0;
    std::uint32_t features = kLineForwards;
    for (std::uint32_t i = 0; i < device.counts.size(); ++i) {
        if ((address_features_now(core, device, i) & LINEADDRFEATURE_MAKECALL) != 0)
            features |= LINEFEATURE_MAKECALL;
    }
    return core.profile(device).line_features & features;
}

LineResult Application::get_dev_caps(std::uint32_t device, std::uint32_t api_version,
                                     std::uint32_t ext_version, DevCaps* caps) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .device = device,
                    .version = api_version,
                    .low_version = api_version,
                    .ext_version = ext_version,
                    .pointer = caps != nullptr};
    subject.find();
    if (caps != nullptr) subject.total_size = caps->total_size;
    subject.fixed_size = fixed_size(Structure::DevCaps, api_version);
    if (const LineResult refusal = core_->refuse(Op::GetDevCaps, subject); refusal != 0)
        return refusal;
    const std::uint32_t room = caps->total_size;
    *caps = DevCaps{};
    caps->total_size = room;
    SizeCount size{*caps, subject.fixed_size};
    fill(*core_, *subject.line_device, *caps);
    if (api_version < kTapi14) caps->line_features = 0;  // came with 1.4
    caps->provider_info = size.text("pbxlab");
    caps->switch_info = size.text("pbxlab virtual switch");
    caps->line_name = size.text(core_->exchange.station(subject.line_device->station).spec.name);
    return 0;
}

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
    if (address_id >= subject.line_device->counts.size())
        return line_error(LINEERR_OPERATIONFAILED);
    const std::uint32_t room = caps->total_size;
    *caps = AddressCaps{};
    caps->total_size = room;
    SizeCount size{*caps, subject.fixed_size};
    fill(*core_, *subject.line_device, address_id, *caps);
    leave_out_newer(api_version, *caps);
    caps->line_device_id = device;
    const pbx::AddressId address = core_->address_of(*subject.line_device, address_id);
    caps->address = size.text(core_->exchange.address(address).spec.number);
    return 0;
}

}  // namespace pbxlab::lines
