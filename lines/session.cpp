// The beginning and the end: versions, opening and closing lines, shutting down, fetching messages.
#include <algorithm>
#include <utility>

#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::negotiate_api_version(std::uint32_t device, std::uint32_t low,
                                              std::uint32_t high, std::uint32_t* version) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .device = device,
                    .version = high,
                    .low_version = low,
                    .pointer = version != nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::NegotiateApiVersion, subject); refusal != 0)
        return refusal;
    *version = highest_version(low, high, subject.profile());
    return 0;
}

namespace {

constexpr std::uint32_t kPresented = LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED;

// The first line that carries what is asked for; LINEMAPPER when there is none.
std::uint32_t map_line(const Core& core, std::uint32_t owned_modes, const CallParams* params) {
    const std::uint32_t media = owned_modes | (params != nullptr ? params->media_mode : 0);
    const std::uint32_t bearer = params != nullptr ? params->bearer_mode : 0;
    const std::uint32_t rate = params != nullptr ? params->max_rate : 0;
    for (std::uint32_t i = 0; i < core.devices.size(); ++i) {
        if (core.devices[i].removed) continue;
        const Profile& profile = core.profile(core.devices[i]);
        const bool fits = (media & ~profile.media_modes) == 0 &&
                          (bearer & ~profile.bearer_modes) == 0 && rate <= profile.max_rate;
        if (fits) return i;
    }
    return LINEMAPPER;
}

// Ends what this open had to do with one call. Its owner's leaving drops a live call (Appendix
// B-2).
void leave_call(Core& core, HandleId id) {
    const CallHandle& handle = *core.handles.find(id);
    const Leg& leg = *core.legs.find(handle.leg);
    const bool others = leg.first_handle != id || handle.next.valid();
    const bool live = (leg.state & (kPresented | LINECALLSTATE_IDLE)) == 0;
    if (others && live && core.is_sole_owner(id) &&
        core.profile(core.devices[leg.device]).drop_on_close) {
        core.exchange.place({.kind = pbx::OrderKind::Clear, .connection = leg.connection});
    }
    core.release_handle(id, true);
}

}  // namespace

LineResult Application::open(std::uint32_t device, HLine* line, std::uint32_t api_version,
                             std::uint32_t ext_version, std::uint64_t callback_instance,
                             std::uint32_t privileges, std::uint32_t media_modes,
                             const CallParams* params) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .device = device,
                    .version = api_version,
                    .low_version = api_version,
                    .ext_version = ext_version,
                    .value = privileges,
                    .other_value = media_modes,
                    .pointer = line != nullptr,
                    .params = params};
    if (device == LINEMAPPER) {
        const bool owns = (privileges & LINECALLPRIVILEGE_OWNER) != 0;
        const std::uint32_t mapped = map_line(*core_, owns ? media_modes : 0, params);
        if (mapped != LINEMAPPER) subject.line_device = &core_->devices[mapped];
    } else {
        subject.find();
    }
    if (params != nullptr) {
        subject.total_size = params->total_size;
        subject.fixed_size = fixed_size(Structure::CallParams, api_version);
    }
    if (const LineResult refusal = core_->refuse(Op::Open, subject); refusal != 0) return refusal;
    Device& opened = *subject.line_device;
    const OpenId id = core_->opens.add();
    OpenLine& entry = *core_->opens.find(id);
    entry.app = index_;
    entry.device = static_cast<std::uint32_t>(&opened - core_->devices.data());
    entry.api_version = api_version;
    entry.privileges = privileges;
    entry.media_modes = (privileges & LINECALLPRIVILEGE_OWNER) != 0 ? media_modes : 0;
    entry.callback_instance = callback_instance;
    if ((privileges & LINEOPENOPTION_SINGLEADDRESS) != 0 && params != nullptr) {
        entry.single_address = params->address_id;
    }
    opened.opens.push_back(id);
    core_->apps[index_]->opens.push_back(id);
    *line = Core::line_value(id);
    core_->tell_line(opened, LINEDEVSTATE_OPEN, 0, 0);  // the newcomer has not asked for it yet
    return 0;
}

void Core::forget_open(OpenId id) {
    std::erase(apps[opens.find(id)->app]->opens, id);
    opens.remove(id);
}

void Core::close_line(OpenId id) {
    const std::uint32_t device = opens.find(id)->device;
    silence_requests(id, {});
    const std::vector<LegId> calls =
        devices[device].legs;  // a copy: calls may go with their last holder
    for (const LegId leg : calls) {
        if (legs.find(leg) == nullptr) continue;
        if (const HandleId handle = handle_of(leg, id); handle.valid()) leave_call(*this, handle);
    }
    std::erase(devices[device].opens, id);
    forget_open(id);
    tell_line(devices[device], LINEDEVSTATE_CLOSE, 0, 0);
}

void Core::revoke_line(std::uint32_t device) {
    const std::vector<OpenId> all = std::exchange(devices[device].opens, {});
    for (const OpenId id : all) {
        post(*opens.find(id), static_cast<std::uint32_t>(line_value(id)), LINE_CLOSE, 0, 0, 0);
        silence_requests(id, {});
    }
    const std::vector<LegId> calls = devices[device].legs;
    for (const LegId leg : calls) revoke_handles(leg);
    for (const OpenId id : all) forget_open(id);
}

LineResult Application::close(HLine line) {
    Subject subject{.core = *core_, .app = index_, .line = line};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::Close, subject); refusal != 0) return refusal;
    core_->close_line(subject.open_id);
    return 0;
}

LineResult Application::shutdown() {
    Subject subject{.core = *core_, .app = index_};
    if (const LineResult refusal = core_->refuse(Op::Shutdown, subject); refusal != 0)
        return refusal;
    AppRecord& app = *core_->apps[index_];
    for (const OpenId id : std::exchange(app.opens, {})) core_->close_line(id);
    app.live = false;
    core_->remove_recipient(index_, 0xFFFF'FFFF);
    if (--core_->live_apps == 0) core_->reinit_pending = false;
    app.queue.clear();
    return 0;
}

LineResult Application::get_message(Message* message) {
    AppRecord& app = *core_->apps[index_];
    const bool plain = !core_->faults && core_->options.muted_guard < 0;
    if (plain && message != nullptr && app.live && !app.queue.empty()) {  // no guard could object
        *message = app.queue.pop();
        return 0;
    }
    Subject subject{.core = *core_, .app = index_, .pointer = message != nullptr};
    if (const LineResult refusal = core_->refuse(Op::GetMessage, subject); refusal != 0)
        return refusal;
    *message = app.queue.pop();
    return 0;
}

std::string_view Application::friendly_name() const {
    const InitializeParams& params = core_->apps[index_]->params;
    return params.friendly_name.empty() ? params.module : params.friendly_name;
}

std::uint32_t Application::device_of(HLine line) const {
    const OpenLine* open = core_->opens.find(core_->find_line(line));
    return open != nullptr && open->app == index_ ? open->device : LINEMAPPER;
}

HLine Application::line_of(HCall call) const {
    const CallHandle* handle = core_->handles.find(core_->find_call(call));
    if (handle == nullptr || core_->opens.find(handle->open)->app != index_) return kNoLine;
    return Core::line_value(handle->open);
}

void Application::listen(pbx::TimerTarget* listener, std::uint32_t what) {
    AppRecord& app = *core_->apps[index_];
    core_->exchange.scheduler().cancel(app.wake);
    app.listener = listener;
    app.wake_what = what;
}

std::uint64_t Application::call_key(HCall call) const {
    const CallHandle* handle = core_->handles.find(core_->find_call(call));
    if (handle == nullptr || core_->opens.find(handle->open)->app != index_) return 0;
    return std::uint64_t{handle->leg.generation} << 32U | (handle->leg.index + std::uint64_t{1});
}

std::uint32_t Application::call_id(HCall call) const {
    const CallHandle* handle = core_->handles.find(core_->find_call(call));
    if (handle == nullptr || core_->opens.find(handle->open)->app != index_) return 0;
    return told_call_id(*core_->legs.find(handle->leg));
}

bool Application::stands_for_conference(HCall call) const {
    const CallHandle* handle = core_->handles.find(core_->find_call(call));
    return handle != nullptr && core_->legs.find(handle->leg)->origin == LINECALLORIGIN_CONFERENCE;
}

void Application::move_call(HCall call, HLine line) {
    const HandleId id = core_->find_call(call);
    const OpenId to = core_->find_line(line);
    const CallHandle* handle = core_->handles.find(id);
    if (handle == nullptr || core_->opens.find(to) == nullptr) return;
    if (!core_->handle_of(handle->leg, to).valid()) core_->move_handle(id, to);
}

bool Application::may_take(HCall call, const std::string& module) const {
    const CallHandle* handle = core_->handles.find(core_->find_call(call));
    if (handle == nullptr) return false;
    const Leg& leg = *core_->legs.find(handle->leg);
    const auto& opens = core_->devices[leg.device].opens;
    return std::ranges::any_of(opens, [&](OpenId id) {
        const OpenLine& open = *core_->opens.find(id);
        return same_module(core_->apps[open.app]->params.module, module) &&
               (open.media_modes & leg.media) != 0;
    });
}

const Profile& Application::profile_of(std::uint32_t device) const {
    return core_->profile(core_->devices[device]);
}

}  // namespace pbxlab::lines
