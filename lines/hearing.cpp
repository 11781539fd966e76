// What is heard on a call becomes LINE_MONITORDIGITS, LINE_MONITORTONE, LINE_MONITORMEDIA and
// gathered digits, for the applications that asked (pages of these messages).
#include <algorithm>
#include <utility>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

using pbx::Event;
using pbx::EventKind;

// The mode in which the beginning, or the end, of a digit is told; 0: not at all.
std::uint32_t digit_mode(pbx::Sound sound, bool begins) {
    if (pbx::is_pulse(sound)) return begins ? 0 : LINEDIGITMODE_PULSE;  // known when it has ended
    return begins ? LINEDIGITMODE_DTMF : LINEDIGITMODE_DTMFEND;
}

Listener* listener_of(Inband& inband, HandleId handle) {
    const auto found = std::ranges::find(inband.listeners, handle, &Listener::handle);
    return found != inband.listeners.end() ? &*found : nullptr;
}

// In the order in which the lines were opened.
template <class Act>
void for_each_listener(Core& core, const Leg& leg, Act act) {
    for (HandleId id = leg.first_handle; id.valid(); id = core.handles.find(id)->next) {
        if (const Listener* listener = listener_of(*leg.extras->inband, id)) act(*listener);
    }
}

void tell_digit(Core& core, Leg& leg, pbx::Sound sound, std::uint32_t mode) {
    const auto digit = std::uint32_t{static_cast<unsigned char>(pbx::digit_of(sound))};
    for_each_listener(core, leg, [&](const Listener& listener) {
        if ((listener.digit_modes & mode) != 0)
            core.post_inband(listener.handle, LINE_MONITORDIGITS, digit, mode);
    });
    core.gather_digit(leg, pbx::digit_of(sound), mode);
}

std::uint64_t argument_of(HandleId id) { return std::uint64_t{id.generation} << 32U | id.index; }

}  // namespace

void Core::post_inband(HandleId id, std::uint32_t message, std::uint32_t p1, std::uint32_t p2) {
    const CallHandle* handle = handles.find(id);
    if (handle == nullptr) return;
    const OpenLine& open = *opens.find(handle->open);
    // A buffer that was gathered bears its time only since 2.0 (line-gatherdigits).
    const bool dated = message != LINE_GATHERDIGITS || open.api_version >= kTapi20;
    const auto ticks =
        std::chrono::duration_cast<std::chrono::milliseconds>(now().time_since_epoch()).count();
    post(open, static_cast<std::uint32_t>(call_value(id)), message, p1, p2,
         dated ? static_cast<std::uint32_t>(ticks) : 0);
}

void Core::on_sound(const Event& event) {
    const LegId id = leg_of(event.connection);
    Leg* leg = legs.find(id);
    if (leg == nullptr || !leg->extras || !leg->extras->inband) return;
    const pbx::Sound sound = event.detail;
    const bool begins = event.kind == EventKind::SoundStarts;
    if (pbx::is_digit(sound)) {
        if (const std::uint32_t mode = digit_mode(sound, begins); mode != 0)
            tell_digit(*this, *leg, sound, mode);
    }
    for (Listener& listener : leg->extras->inband->listeners) listen(*leg, listener);
}

// Starts to time what is heard now, or the silence, for each tone that is waited for.
void Core::listen(const Leg& leg, Listener& listener) {
    for (ListenedTone& entry : listener.tones) exchange.scheduler().cancel(entry.timer);
    const pbx::Connection* connection = exchange.find(leg.connection);
    const bool heard_of = devices[leg.device].connected;
    if (connection == nullptr || !heard_of || !exchange.has_path(leg.connection)) return;
    const pbx::Sound sound = connection->hears;
    if (pbx::is_digit(sound)) return;
    const pbx::Tone heard = sound == pbx::kSilence ? pbx::Tone{} : exchange.tone(sound);
    for (std::uint32_t i = 0; i < listener.tones.size(); ++i) {
        ListenedTone& entry = listener.tones[i];
        if (entry.tone != heard) continue;
        entry.timer =
            exchange.scheduler().set(std::chrono::milliseconds{entry.duration}, *this,
                                     static_cast<std::uint32_t>(LineDue::ToneLasted) | i << 8U,
                                     argument_of(listener.handle));
    }
}

void Core::tone_lasted(HandleId id, std::uint32_t place) {
    const CallHandle* handle = handles.find(id);
    if (handle == nullptr) return;
    const Listener* listener = listener_of(*legs.find(handle->leg)->extras->inband, id);
    post_inband(id, LINE_MONITORTONE, listener->tones[place].app_specific, 0);
}

void Core::on_media(const Event& event) {
    const Leg* leg = legs.find(leg_of(event.connection));
    if (leg == nullptr || !leg->extras || !leg->extras->inband) return;
    for (std::uint32_t mode = 1; mode != 0; mode <<= 1U) {
        if ((event.detail & mode) == 0) continue;
        for_each_listener(*this, *leg, [&](const Listener& listener) {
            if ((listener.media_modes & mode) != 0)
                post_inband(listener.handle, LINE_MONITORMEDIA, mode, 0);
        });
    }
}

void Core::on_sending_ends(const Event& event) {
    Leg* leg = legs.find(leg_of(event.connection));
    if (leg == nullptr || !leg->extras || !leg->extras->inband) return;
    const HandleId generator = std::exchange(leg->extras->inband->generator, {});
    post_inband(generator, LINE_GENERATE,
                event.detail == 0 ? LINEGENERATETERM_DONE : LINEGENERATETERM_CANCEL, 0);
}

MonitorModes Core::monitored(const Leg& leg) {
    MonitorModes modes;
    if (!leg.extras || !leg.extras->inband) return modes;
    for (const Listener& listener : leg.extras->inband->listeners) {
        modes.digits |= listener.digit_modes;
        modes.media |= listener.media_modes;
    }
    return modes;
}

Listener& Core::listener(Leg& leg, HandleId handle) {
    Inband& inband = this->inband(leg);
    if (Listener* known = listener_of(inband, handle)) return *known;
    return inband.listeners.emplace_back(Listener{.handle = handle});
}

Inband& Core::inband(Leg& leg) {
    Extras& all = extras(leg);
    if (!all.inband) all.inband = std::make_unique<Inband>();
    return *all.inband;
}

void Core::tell_monitored(const Leg& leg, MonitorModes before) {
    if (leg.announced && monitored(leg) != before)
        tell_info(leg, LINECALLINFOSTATE_MONITORMODES, {});
}

// Digits are listened to until the call is DISCONNECTED, media and tones until it is IDLE
// (nf-tapi-linemonitordigits, nf-tapi-linemonitormedia; Appendix B-17).
void Core::end_listening(Leg& leg) {
    if (!leg.extras || !leg.extras->inband) return;
    const MonitorModes before = monitored(leg);
    for (Listener& each : leg.extras->inband->listeners) {
        each.digit_modes = 0;
        if (leg.state == LINECALLSTATE_IDLE) each.media_modes = 0;
        listen(leg, each);
        if (leg.state == LINECALLSTATE_IDLE) each.tones.clear();
    }
    tell_monitored(leg, before);
}

void Core::forget_listener(HandleId id) {
    Leg& leg = *legs.find(handles.find(id)->leg);
    if (!leg.extras || !leg.extras->inband) return;
    Inband& inband = *leg.extras->inband;
    if (Listener* mine = listener_of(inband, id)) {
        for (const ListenedTone& entry : mine->tones) exchange.scheduler().cancel(entry.timer);
    }
    std::erase_if(inband.listeners, [id](const Listener& each) { return each.handle == id; });
    if (inband.generator == id) {  // what nobody could stop any more must not play on
        inband.generator = {};
        if (leg.connection.valid()) exchange.stop_sending(leg.connection);
    }
    if (!inband.gathering || inband.gathering->handle != id) return;
    exchange.scheduler().cancel(inband.gathering->timer);
    inband.gathering.reset();
}

}  // namespace pbxlab::lines
