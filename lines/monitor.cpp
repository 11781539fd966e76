// lineMonitorDigits, lineMonitorMedia and lineMonitorTones (the pages of those names). Each handle
// has its own selection; 0 or NULL turns it off.
#include "lines/guards.h"

namespace pbxlab::lines {

LineResult Application::monitor_digits(HCall call, std::uint32_t digit_modes) {
    Subject subject{.core = *core_, .app = index_, .call = call, .value = digit_modes};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::MonitorDigits, subject); refusal != 0)
        return refusal;
    const MonitorModes before = Core::monitored(*subject.leg);
    core_->listener(*subject.leg, subject.handle_id).digit_modes = digit_modes;
    core_->tell_monitored(*subject.leg, before);
    return 0;
}

LineResult Application::monitor_media(HCall call, std::uint32_t media_modes) {
    Subject subject{.core = *core_, .app = index_, .call = call, .value = media_modes};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::MonitorMedia, subject); refusal != 0)
        return refusal;
    const MonitorModes before = Core::monitored(*subject.leg);
    core_->listener(*subject.leg, subject.handle_id).media_modes = media_modes;
    core_->tell_monitored(*subject.leg, before);
    return 0;
}

LineResult Application::monitor_tones(HCall call, const MonitorTone* tones, std::uint32_t count) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .other_value = tones != nullptr ? count : 0,
                    .listened = tones};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::MonitorTones, subject); refusal != 0)
        return refusal;
    Listener& mine = core_->listener(*subject.leg, subject.handle_id);
    for (const ListenedTone& entry : mine.tones) core_->exchange.scheduler().cancel(entry.timer);
    mine.tones.clear();
    for (std::uint32_t i = 0; i < subject.other_value; ++i) {
        ListenedTone& entry = mine.tones.emplace_back();
        entry.tone = pbx::tone_of(tones[i].frequencies);
        entry.duration = tones[i].duration;
        entry.app_specific = tones[i].app_specific;
    }
    core_->listen(*subject.leg, mine);
    return 0;
}

}  // namespace pbxlab::lines
