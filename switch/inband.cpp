#include "switch/inband.h"

#include <algorithm>

#include "switch/membership.h"
#include "switch/telephone.h"

namespace pbxlab::pbx {
namespace {

constexpr std::uint32_t kCutShort = 1;

Sending* sending_of(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    return connection != nullptr ? core.sendings.find(connection->sending) : nullptr;
}

void hear_no_more(Core& core, ConnectionId id, Sound sound) {
    Connection* connection = core.find(id);
    if (connection->hears != sound) return;
    connection->hears = kSilence;
    core.tell(EventKind::SoundEnds, id, sound);
}

// A sound that falls into another one ends it, so that every beginning has its end.
void hear(Core& core, ConnectionId id, Sound sound) {
    const Sound before = core.find(id)->hears;
    if (before != kSilence) hear_no_more(core, id, before);
    core.find(id)->hears = sound;
    core.tell(EventKind::SoundStarts, id, sound);
}

// Whoever hears this connection, and is heard by it, while their paths are open.
template <class Act>
void for_each_hearer(Core& core, ConnectionId id, Act act) {
    for_each_other(core, id, act);
    for (const ConnectionId other : beyond(core, id)) act(other);
}

void sound_starts(Core& core, ConnectionId from, Sound sound) {
    sending_of(core, from)->sound = sound;
    if (!has_path(core, from)) return;  // into the void
    if (core.policy(from).hears_own_digits) hear(core, from, sound);
    for_each_hearer(core, from, [&](ConnectionId other) {
        if (has_path(core, other)) hear(core, other, sound);
    });
}

Sound sound_from(Core& core, ConnectionId id) {
    const Sending* sending = sending_of(core, id);
    return sending != nullptr ? sending->sound : kSilence;
}

// A tone that goes on is heard from here on; of a digit, what is left is too little to be known.
void path_opens(Core& core, ConnectionId id) {
    if (core.sendings.size() == 0) return;
    if (const Sound own = sound_from(core, id); is_tone(own)) sound_starts(core, id, own);
    for_each_hearer(core, id, [&](ConnectionId other) {
        const Sound sound = sound_from(core, other);
        if (is_tone(sound) && has_path(core, other)) hear(core, id, sound);
    });
}

void sound_ends(Core& core, ConnectionId from, Sound sound) {
    hear_no_more(core, from, sound);
    for_each_hearer(core, from, [&](ConnectionId other) { hear_no_more(core, other, sound); });
}

void finish(Core& core, ConnectionId id, std::uint32_t how) {
    Sending* sending = sending_of(core, id);
    core.clock.cancel(sending->timer);
    const Sound sound = sending->sound;
    core.sendings.remove(core.find(id)->sending);
    core.find(id)->sending = {};
    if (sound != kSilence) sound_ends(core, id, sound);
    core.tell(EventKind::SendingEnds, id, how);
}

void go_on_after(Core& core, ConnectionId id, Duration delay) {
    if (Sending* sending = sending_of(core, id))
        sending->timer = core.later(delay, Due::SendNext, id);
}

bool can_be_sent(char c, bool pulse) {
    if (c >= '0' && c <= '9') return true;
    return !pulse && ((c >= 'A' && c <= 'D') || c == '*' || c == '#');
}

// The next character that means something is sent; the rest are passed over
// (nf-tapi-linegeneratedigits).
void send_character(Core& core, ConnectionId id) {
    Sending& sending = *sending_of(core, id);
    const Policy& policy = core.policy(id);
    while (sending.next < sending.digits.size()) {
        const char c = sending.digits[sending.next++];
        if (c == ',') return go_on_after(core, id, policy.pause_time);
        if (c == '!') {
            const StationId station = core.find(id)->station;
            if (station.valid()) (void)phone_flash(core, station);  // does what it can
            return go_on_after(core, id, takes(core, policy, &Policy::digit_gap));
        }
        if (!can_be_sent(c, sending.pulse)) continue;
        const Duration each = sending.each;
        sound_starts(core, id, digit_sound(c, sending.pulse));
        return go_on_after(core, id, each);
    }
    finish(core, id, 0);
}

// A call that is over, or merely shown at this appearance, bears nothing.
Refusal check_send(const Core& core, ConnectionId id) {
    if (core.find(id) == nullptr) return Refusal::Gone;
    const bool bears =
        !core.in_state(id, ConnState::Cleared) && !core.in_state(id, ConnState::Bridged);
    return bears ? Refusal::None : Refusal::WrongState;
}

Sending* start(Core& core, ConnectionId id) {
    break_off_sending(core, id);
    const SendingId sending = core.sendings.add();
    core.find(id)->sending = sending;
    go_on_after(core, id, takes(core, core.policy(id), &Policy::request_time));
    return core.sendings.find(sending);
}

}  // namespace

bool has_path(const Core& core, ConnectionId id) {
    return core.in_state(id, ConnState::Connected) &&
           core.clock.now() - core.find(id)->since >= core.policy(id).media_delay;
}

Refusal send_inband_digits(Core& core, ConnectionId id, std::string_view digits, bool pulse,
                           Duration each) {
    if (const Refusal refusal = check_send(core, id); refusal != Refusal::None) return refusal;
    const Policy& policy = core.policy(id);
    Sending& sending = *start(core, id);
    sending.digits = digits;
    sending.pulse = pulse;
    sending.each = each == Duration{}
                       ? policy.digit_time
                       : std::clamp(each, policy.shortest_digit,
                                    std::max(policy.shortest_digit, policy.longest_digit));
    return Refusal::None;
}

Refusal send_inband_tone(Core& core, ConnectionId id, const Tone& tone, Duration length) {
    if (const Refusal refusal = check_send(core, id); refusal != Refusal::None) return refusal;
    Sending& sending = *start(core, id);
    sending.tone = sound_of(core, tone);
    sending.each = length;
    return Refusal::None;
}

Refusal send_inband_media(Core& core, ConnectionId id, std::uint32_t media) {
    if (core.find(id) == nullptr) return Refusal::Gone;
    if (!has_path(core, id)) return Refusal::WrongState;
    for_each_hearer(core, id, [&](ConnectionId other) {
        if (has_path(core, other)) core.tell(EventKind::MediaHeard, other, media);
    });
    return Refusal::None;
}

void break_off_sending(Core& core, ConnectionId id) {
    if (sending_of(core, id) != nullptr) finish(core, id, kCutShort);
}

void send_next(Core& core, ConnectionId id) {
    Sending* sending = sending_of(core, id);
    if (sending == nullptr) return;
    if (sending->tone != kSilence) {
        if (sending->sound != kSilence) return finish(core, id, 0);
        const Duration length = sending->each;
        sound_starts(core, id, sending->tone);
        if (length > Duration{}) go_on_after(core, id, length);
        return;
    }
    const Sound sound = sending->sound;
    if (sound == kSilence) return send_character(core, id);
    sending->sound = kSilence;
    sound_ends(core, id, sound);
    if (sending->next < sending->digits.size())
        return go_on_after(core, id, takes(core, core.policy(id), &Policy::digit_gap));
    finish(core, id, 0);
}

void path_closes(Core& core, ConnectionId id) {
    if (const Sending* sending = sending_of(core, id)) {
        if (sending->sound != kSilence) sound_ends(core, id, sending->sound);
    }
    if (const Sound own = core.find(id)->hears; own != kSilence) hear_no_more(core, id, own);
}

void bridge_opens(Core& core, ConnectionId member) {
    for_each_other(core, member, [&](ConnectionId party) {
        if (!has_path(core, party)) return;
        const Sound own = sound_from(core, party);
        for (const ConnectionId other : beyond(core, party)) {
            if (!has_path(core, other)) continue;
            if (is_tone(own)) hear(core, other, own);
            const Sound from = sound_from(core, other);
            if (is_tone(from)) hear(core, party, from);
        }
    });
}

void bridge_closes(Core& core, ConnectionId member) {
    for_each_other(core, member, [&](ConnectionId party) {
        const Sound own = sound_from(core, party);
        for (const ConnectionId other : beyond(core, party)) {
            const Sound from = sound_from(core, other);
            if (own != kSilence) hear_no_more(core, other, own);
            if (from != kSilence) hear_no_more(core, party, from);
        }
    });
}

void open_path(Core& core, ConnectionId id) {
    const Duration delay = core.policy(id).media_delay;
    if (delay == Duration{}) return path_opens(core, id);
    core.later(delay, Due::PathOpens, id);
}

void path_opens_late(Core& core, ConnectionId id) {
    if (!has_path(core, id)) return;  // held meanwhile, and perhaps taken back a moment ago
    core.tell(EventKind::PathOpens, id);
    path_opens(core, id);
}

Tone tone_of(std::span<const std::uint32_t> hertz) {
    Tone tone;
    std::size_t count = 0;
    for (const std::uint32_t each : hertz) {
        if (each == 0 || std::ranges::find(tone.hertz, each) != tone.hertz.end()) continue;
        if (count < tone.hertz.size()) tone.hertz[count++] = each;
    }
    // Unused places, which are 0, come last.
    std::ranges::sort(tone.hertz, {}, [](std::uint32_t each) { return each - 1; });
    return tone;
}

Sound sound_of(Core& core, const Tone& tone) {
    auto known = std::ranges::find(core.tones, tone);
    if (known == core.tones.end()) known = core.tones.insert(known, tone);
    return kToneBit | static_cast<Sound>(known - core.tones.begin());
}

}  // namespace pbxlab::pbx
