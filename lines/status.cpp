// lineGetLineDevStatus, lineSetLineDevStatus and lineGetAddressStatus
// (nf-tapi-linegetlinedevstatus, nf-tapi-linesetlinedevstatus, nf-tapi-linegetaddressstatus).
#include "lines/capabilities.h"
#include "lines/forwarding.h"
#include "lines/guards.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

void fill(const Core& core, const Device& device, LineDevStatus& status) {
    status.num_opens = static_cast<std::uint32_t>(device.opens.size());
    for (const OpenId id : device.opens)
        status.open_media_modes |= core.opens.find(id)->media_modes;
    for (const DeviceAddress& address : device.addresses) {
        const Counts& counts = address.counts;
        status.num_active_calls += counts.active;
        status.num_on_hold_calls += counts.held;
        status.num_on_hold_pend_calls += counts.pending;
    }
    for (std::uint32_t i = 0; i < device.addresses.size(); ++i)
        status.num_call_completions += core.exchange.completion_count(core.address_of(device, i));
    status.line_features = line_features_now(core, device);
    status.ring_mode = 1;
    const bool waiting = core.profile(device).message_waiting &&
                         core.exchange.station(device.station).message_waiting;
    status.dev_status_flags = (device.connected ? LINEDEVSTATUSFLAGS_CONNECTED : 0) |
                              (waiting ? LINEDEVSTATUSFLAGS_MSGWAIT : 0) |
                              (device.in_service ? LINEDEVSTATUSFLAGS_INSERVICE : 0);
}

}  // namespace

LineResult Application::get_line_dev_status(HLine line, LineDevStatus* status) {
    Subject subject{.core = *core_, .app = index_, .line = line, .pointer = status != nullptr};
    subject.find();
    if (status != nullptr && subject.open != nullptr) {
        subject.total_size = status->total_size;
        subject.fixed_size = fixed_size(Structure::DevStatus, subject.open->api_version);
    }
    if (const LineResult refusal = core_->refuse(Op::GetLineDevStatus, subject); refusal != 0)
        return refusal;
    const std::uint32_t room = status->total_size;
    *status = LineDevStatus{};
    status->total_size = room;
    SizeCount size{*status, subject.fixed_size};
    fill(*core_, *subject.line_device, *status);
    status->line_features =
        core_->told(*subject.line_device, index_, FeatureKind::Line, status->line_features);
    status->terminal_modes = listed(subject.line_device->routes, subject.profile(), size);
    if (subject.open->api_version < kTapi20) return 0;  // the list came with 2.0
    for (const OpenId id : subject.line_device->opens) {
        std::string name = size.text(core_->apps[core_->opens.find(id)->app]->door.friendly_name());
        if (!name.empty()) status->app_info.push_back(std::move(name));
    }
    return 0;
}

LineResult Application::set_line_dev_status(HLine line, std::uint32_t flags, bool on) {
    Subject subject{
        .core = *core_, .app = index_, .line = line, .address_id = pbx::kNobody, .value = flags};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetLineDevStatus, subject); refusal != 0)
        return refusal;
    subject.value = on ? flags : 0;
    return core_->submit_written(Op::SetLineDevStatus, subject);
}

LineResult Application::get_address_status(HLine line, std::uint32_t address_id,
                                           AddressStatus* status) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .address_id = address_id,
                    .pointer = status != nullptr};
    subject.find();
    if (status != nullptr && subject.open != nullptr) {
        subject.total_size = status->total_size;
        subject.fixed_size = fixed_size(Structure::AddressStatus, subject.open->api_version);
    }
    if (const LineResult refusal = core_->refuse(Op::GetAddressStatus, subject); refusal != 0)
        return refusal;
    const Device& device = *subject.line_device;
    if (address_id >= device.addresses.size()) return line_error(LINEERR_OPERATIONFAILED);
    const Counts& counts = device.addresses[address_id].counts;
    const pbx::AddressId address = core_->address_of(device, address_id);
    const bool alone = core_->exchange.sharers(address).empty();
    status->num_in_use =
        alone ? (counts.all() != 0 ? 1 : 0) : core_->exchange.stations_using(address);
    status->num_active_calls = counts.active;
    status->num_on_hold_calls = counts.held;
    status->num_on_hold_pend_calls = counts.pending;
    status->address_features = core_->told(device, index_, FeatureKind::Address,
                                           address_features_now(*core_, device, address_id));
    const pbx::Forwarding& forwarding = device.addresses[address_id].known_forwarding();
    const std::uint32_t rings =
        forwarding.rings != 0 ? forwarding.rings : core_->policy(device).forward_rings;
    status->num_rings_no_answer = forwarding.rules.empty() ? 0 : rings;
    SizeCount size{*status, subject.fixed_size};
    fill_forwards(forwarding, *status, size);
    status->terminal_modes = listed(device.addresses[address_id].routes, subject.profile(), size);
    return 0;
}

}  // namespace pbxlab::lines
