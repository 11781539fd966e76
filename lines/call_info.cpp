// lineGetCallInfo and lineGetCallStatus (nf-tapi-linegetcallinfo, nf-tapi-linegetcallstatus).
#include <array>

#include "lines/capabilities.h"
#include "lines/guards.h"
#include "lines/shaping.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

std::uint32_t party_flags(const pbx::Party& party) {
    switch (party.disclosure) {
        case pbx::Disclosure::NotYet: return LINECALLPARTYID_UNKNOWN;
        case pbx::Disclosure::Withheld: return LINECALLPARTYID_BLOCKED;
        case pbx::Disclosure::OutOfArea: return LINECALLPARTYID_OUTOFAREA;
        case pbx::Disclosure::Known:
            return LINECALLPARTYID_ADDRESS | (party.name.valid() ? LINECALLPARTYID_NAME : 0);
        case pbx::Disclosure::Never: break;
    }
    return LINECALLPARTYID_UNAVAIL;
}

PartyId party_id(const Core& core, const pbx::Party& party, bool with_name, SizeCount& size) {
    PartyId id;
    id.flags = party_flags(party) & (with_name ? ~0U : ~LINECALLPARTYID_NAME);
    if (party.disclosure != pbx::Disclosure::Known) return id;
    id.number = size.text(core.exchange.text(party.number));
    if (with_name) id.name = size.text(core.exchange.text(party.name));
    return id;
}

// What the provider does not know of is unavailable.
void fill_parties(const Core& core, const Leg& leg, CallInfo& info, SizeCount& size) {
    constexpr std::array<std::uint32_t, 5> kInfo = {
        LINECALLINFOSTATE_CALLERID, LINECALLINFOSTATE_CALLEDID, LINECALLINFOSTATE_CONNECTEDID,
        LINECALLINFOSTATE_REDIRECTINGID, LINECALLINFOSTATE_REDIRECTIONID};
    PartyId* const ids[] = {&info.caller, &info.called, &info.connected, &info.redirecting,
                            &info.redirection};
    const Profile& profile = core.profile(core.devices[leg.device]);
    for (std::size_t i = 0; i < leg.parties.size(); ++i) {
        const bool known = (profile.call_info & kInfo[i]) != 0;
        *ids[i] = party_id(core, known ? leg.parties[i] : pbx::Party{}, profile.party_names, size);
    }
}

void fill_texts(const Core& core, const Leg& leg, CallInfo& info, SizeCount& size) {
    if (leg.app != pbx::kNobody)
        info.app_name = size.text(core.apps[leg.app]->door.friendly_name());
    if (!leg.extras) return;
    info.displayable_address = size.text(leg.extras->displayable_address);
    info.called_party = size.text(leg.extras->called_party);
    info.comment = size.text(leg.extras->comment);
    info.dial_params = leg.extras->dial_params;
    if (leg.extras->user_infos.empty()) return;
    const std::string& first = leg.extras->user_infos.front();
    if (size.fits(first.size())) info.user_user_info = first;  // bytes, not text
}

void fill(const Core& core, const Leg& leg, OpenId open, CallInfo& info) {
    info.line = Core::line_value(open);
    info.line_device_id = leg.device;
    info.address_id = leg.address;
    info.bearer_mode = leg.bearer;
    info.rate = leg.rate;
    info.media_mode = leg.media;
    info.app_specific = leg.app_specific;
    info.monitor_digit_modes = Core::monitored(leg).digits;
    info.monitor_media_modes = Core::monitored(leg).media;
    const std::uint32_t known = core.profile(core.devices[leg.device]).call_info;
    if ((known & LINECALLINFOSTATE_CALLID) != 0) {
        info.call_id = told_call_id(leg);
        info.related_call_id = leg.related;
    }
    info.call_param_flags = leg.flags;
    info.call_states = reportable_states(core.profile(core.devices[leg.device]));
    info.origin = leg.told_origin != 0 ? leg.told_origin : leg.origin;
    info.reason = (known & LINECALLINFOSTATE_REASON) != 0 ? leg.reason : LINECALLREASON_UNAVAIL;
    info.completion_id = leg.completion;
    info.num_owners = core.owners(leg);
    info.num_monitors = core.monitors(leg);
    info.country_code = leg.country;
    info.trunk = leg.trunk;
}

// What came with 2.0 is not in an older structure.
void fill_newer(const Leg& leg, CallInfo& info, SizeCount& size) {
    info.call_treatment = leg.treatment;
    if (leg.extras && size.fits(leg.extras->call_data.size()))
        info.call_data = leg.extras->call_data;
}

}  // namespace

LineResult Application::get_call_info(HCall call, CallInfo* info) {
    Subject subject{.core = *core_, .app = index_, .call = call, .pointer = info != nullptr};
    subject.find();
    if (info != nullptr && subject.open != nullptr) {
        subject.total_size = info->total_size;
        subject.fixed_size = fixed_size(Structure::CallInfo, subject.open->api_version);
    }
    if (const LineResult refusal = core_->refuse(Op::GetCallInfo, subject); refusal != 0)
        return refusal;
    const Leg& leg = *subject.leg;
    const std::uint32_t room = info->total_size;
    *info = CallInfo{};
    info->total_size = room;
    SizeCount size{*info, subject.fixed_size};
    fill(*core_, leg, subject.open_id, *info);
    fill_parties(*core_, leg, *info, size);
    if (leg.hides_caller)
        info->caller = {.flags = LINECALLPARTYID_UNKNOWN, .number = {}, .name = {}};
    fill_texts(*core_, leg, *info, size);
    info->terminal_modes = listed(leg.routes, subject.profile(), size);
    if (subject.open->api_version >= kTapi20) fill_newer(leg, *info, size);
    return 0;
}

LineResult Application::get_call_status(HCall call, CallStatus* status) {
    Subject subject{.core = *core_, .app = index_, .call = call, .pointer = status != nullptr};
    subject.find();
    if (status != nullptr && subject.open != nullptr) {
        subject.total_size = status->total_size;
        subject.fixed_size = fixed_size(Structure::CallStatus, subject.open->api_version);
    }
    if (const LineResult refusal = core_->refuse(Op::GetCallStatus, subject); refusal != 0)
        return refusal;
    const Leg& leg = *subject.leg;
    status->needed_size = status->used_size = subject.fixed_size;
    status->call_state = leg.state;
    status->call_state_mode = mode_for(leg.state, leg.mode, subject.open->api_version);
    status->call_privilege = subject.handle->privilege;
    status->call_features = core_->told(*subject.line_device, index_, FeatureKind::Call,
                                        core_->features(subject.handle_id));
    if (subject.open->api_version < kTapi20) return 0;  // what follows came with 2.0
    status->call_features2 = core_->features2(subject.handle_id, status->call_features);
    status->state_entry_time = leg.since;
    return 0;
}

}  // namespace pbxlab::lines
