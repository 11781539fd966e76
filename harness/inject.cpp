// What the outside world does, and what happens to lines and trunks.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "harness/provider_keys.h"
#include "harness/steps.h"

namespace pbxlab::harness {

namespace {

struct Injected {
    std::string_view word;
    bool outside;  // done by an outside party
    pbx::Refusal (*carry_out)(Run&, const Step&);
};

pbx::OutsideId party(Run& run, const Step& step) {
    return run.world.outside(step.outside.value).value_or(pbx::OutsideId{});
}

// What is done to a line that is there.
template <void (*Act)(Run&, const Step&, std::uint32_t device)>
pbx::Refusal to_line(Run& run, const Step& step) {
    const std::uint32_t device = run.world.device(step.line.value);
    if (device == kNone) return pbx::Refusal::Nothing;
    Act(run, step, device);
    return pbx::Refusal::None;
}

// As many frequencies as a tone has, in rising order.
template <bool InService>
pbx::Refusal set_service(Run& run, const Step& step) {
    const std::uint32_t device = run.world.device(step.line.value);
    if (device == kNone) return pbx::Refusal::Nothing;
    pbx::Exchange& exchange = run.world.exchange();
    const pbx::StationId station = run.world.station(device);
    if (!step.address_id) {
        exchange.set_service(station, InService);
        return pbx::Refusal::None;
    }
    const auto& addresses = exchange.station(station).addresses;
    if (*step.address_id >= addresses.size()) return pbx::Refusal::Nothing;
    exchange.set_service(addresses[*step.address_id], InService);
    return pbx::Refusal::None;
}

template <bool Connected>
void set_connected(Run& run, const Step&, std::uint32_t device) {
    run.world.telephony().set_connected(device, Connected);
}

template <bool Waiting>
void set_message_waiting(Run& run, const Step&, std::uint32_t device) {
    run.world.exchange().set_message_waiting(run.world.station(device), Waiting);
}

void remove_line(Run& run, const Step&, std::uint32_t device) {
    run.world.telephony().remove_line(device);
}

void force_close(Run& run, const Step&, std::uint32_t device) {
    run.world.telephony().force_close(device);
}

// Only what the line tells and offers: the exchange goes on as it did.
void change_capabilities(Run& run, const Step& step, std::uint32_t device) {
    ProviderBehaviour behaviour;
    behaviour.profile = run.world.telephony().profile_of(device);
    apply(step.provider, behaviour);
    run.world.telephony().change_profile(device, behaviour.profile);
}

pbx::Refusal create_line(Run& run, const Step& step) {
    return run.world.create_line(run.scenario, step.line.value) ? pbx::Refusal::None
                                                                : pbx::Refusal::NotAllowed;
}

// In the order of Injection.
constexpr std::array<Injected, 23> kInjections = {{
    {"calls", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_calls(party(run, step), step.to ? step.to->value : "");
     }},
    {"answers", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_answers(party(run, step));
     }},
    {"rejects", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_rejects(party(run, step));
     }},
    {"hangsUp", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_hangs_up(party(run, step));
     }},
    {"script", true,
     [](Run& run, const Step& step) {
         run.world.exchange().set_script(party(run, step), step.script);
         return pbx::Refusal::None;
     }},
    {"outOfService", false, set_service<false>},
    {"inService", false, set_service<true>},
    {"trunks", false,
     [](Run& run, const Step& step) {
         run.world.exchange().set_trunks(step.count);
         return pbx::Refusal::None;
     }},
    {"create", false, create_line},
    {"remove", false, to_line<remove_line>},
    {"close", false, to_line<force_close>},
    {"reinit", false,
     [](Run& run, const Step&) {
         run.world.telephony().request_reinit();
         return pbx::Refusal::None;
     }},
    {"disconnect", false, to_line<set_connected<false>>},
    {"connect", false, to_line<set_connected<true>>},
    {"capsChange", false, to_line<change_capabilities>},
    {"msgWaitOn", false, to_line<set_message_waiting<true>>},
    {"msgWaitOff", false, to_line<set_message_waiting<false>>},
    {"digits", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_digits(party(run, step), step.digits.value);
     }},
    {"tone", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_tone(party(run, step), pbx::tone_of(step.frequencies),
                                                  step.duration);
     }},
    {"media", true,
     [](Run& run, const Step& step) {
         return run.world.exchange().outside_media(party(run, step), step.media.value_or(0));
     }},
    {"cancelCompletion", false,
     [](Run& run, const Step& step) {
         return run.world.exchange().cancel_completion(step.completion.value_or(0));
     }},
    {"fault", false,
     [](Run& run, const Step& step) {
         for (const FaultWords& fault : step.faults) run.world.add_fault(fault);
         run.watch_faults();
         return pbx::Refusal::None;
     }},
    {"clearFault", false,
     [](Run& run, const Step& step) {
         return run.world.faults().end(run.world, step.fault_name.value) ? pbx::Refusal::None
                                                                         : pbx::Refusal::Nothing;
     }},
}};

}  // namespace

bool play_inject(Run& run, const Step& step) {
    const Injected& injected = kInjections[static_cast<std::size_t>(step.injection)];
    const std::string& who = injected.outside ? step.outside.value : step.line.value;
    if (injected.outside && !run.world.outside(who)) {
        run.fail({.what = fmt::format("there is no outside party {}", who)});
        return false;
    }
    if (auto* trace = run.trace()) {
        trace->act(run.now(), "inject", injected.word, who,
                   step.to ? step.to->value : step.digits.value);
    }
    const pbx::Refusal refusal = injected.carry_out(run, step);
    run.drain();
    if (refusal == pbx::Refusal::None) return !run.over();
    run.fail({.what = fmt::format("{} cannot do this now: {}", who, injected.word),
              .got = fmt::format("refused by the switch: {}", pbx::name(refusal)),
              .no_room = refusal == pbx::Refusal::NoAppearance});
    return false;
}

}  // namespace pbxlab::harness
