// The person at a station does something by hand.
#include <array>

#include <fmt/format.h>

#include "harness/forward_words.h"
#include "harness/steps.h"
#include "lines/completion_modes.h"

namespace pbxlab::harness {

namespace {

struct Act {
    std::string_view word;
    pbx::Refusal (*carry_out)(pbx::Exchange&, pbx::StationId, const Step&);
};

pbx::Refusal lift(pbx::Exchange& exchange, pbx::StationId station, const Step& step) {
    const auto& addresses = exchange.station(station).addresses;
    if (!step.address_id) return exchange.phone_lift(station);
    if (*step.address_id >= addresses.size()) return pbx::Refusal::BadNumber;
    return exchange.phone_lift(station, addresses[*step.address_id]);
}

// Features codes dialled into the telephone, as it were; refused out of service.
pbx::Refusal forward(pbx::Exchange& exchange, pbx::StationId station, const Step& step) {
    const auto& own = exchange.station(station);
    const std::uint32_t address = step.address_id.value_or(0);
    if (!own.in_service) return pbx::Refusal::OutOfService;
    const auto forwarding = forwarding_of(step.forwards, step.count);
    if (address >= own.addresses.size() || !forwarding) return pbx::Refusal::BadNumber;
    exchange.set_forwarding(own.addresses[address], *forwarding);
    return pbx::Refusal::None;
}

pbx::Refusal complete(pbx::Exchange& exchange, pbx::StationId station, const Step& step) {
    const std::uint32_t mode = step.completion_mode.value_or(lines::LINECALLCOMPLMODE_CALLBACK);
    return exchange.phone_complete(station, lines::way_of(mode));
}

// In the order of PhoneAct.
constexpr std::array<Act, 14> kActs = {{
    {"lift", lift},
    {"dial", [](pbx::Exchange& exchange, pbx::StationId station,
                const Step& step) { return exchange.phone_dial(station, step.digits.value); }},
    {"answer", [](pbx::Exchange& exchange, pbx::StationId station,
                  const Step&) { return exchange.phone_answer(station); }},
    {"flash", [](pbx::Exchange& exchange, pbx::StationId station,
                 const Step&) { return exchange.phone_flash(station); }},
    {"hangUp", [](pbx::Exchange& exchange, pbx::StationId station,
                  const Step&) { return exchange.phone_hang_up(station); }},
    {"forward", forward},
    {"park", [](pbx::Exchange& exchange, pbx::StationId station,
                const Step& step) { return exchange.phone_park(station, step.digits.value); }},
    {"unpark", [](pbx::Exchange& exchange, pbx::StationId station,
                  const Step& step) { return exchange.phone_unpark(station, step.digits.value); }},
    {"pickup", [](pbx::Exchange& exchange, pbx::StationId station,
                  const Step& step) { return exchange.phone_pick_up(station, step.digits.value); }},
    {"consult", [](pbx::Exchange& exchange, pbx::StationId station,
                   const Step&) { return exchange.phone_consult(station); }},
    {"transfer",
     [](pbx::Exchange& exchange, pbx::StationId station, const Step& step) {
         return exchange.phone_transfer(station, step.digits.value);
     }},
    {"confer", [](pbx::Exchange& exchange, pbx::StationId station,
                  const Step&) { return exchange.phone_confer(station); }},
    {"complete", complete},
    {"uncomplete", [](pbx::Exchange& exchange, pbx::StationId station,
                      const Step&) { return exchange.phone_uncomplete(station); }},
}};

}  // namespace

bool play_phone(Run& run, const Step& step) {
    const Act& act = kActs[static_cast<std::size_t>(step.phone)];
    const std::uint32_t device = run.world.device(step.line.value);
    if (device == kNone) {
        run.fail({.what = fmt::format("the switch has no line {}", step.line.value)});
        return false;
    }
    if (auto* trace = run.trace()) {
        trace->act(run.now(), "phone", act.word, step.line.value, step.digits.value);
    }
    const pbx::Refusal refusal =
        act.carry_out(run.world.exchange(), run.world.station(device), step);
    run.drain();
    if (refusal == pbx::Refusal::None) return !run.over();
    run.fail(
        {.what = fmt::format("the person at {} cannot do this now: {}", step.line.value, act.word),
         .got = fmt::format("refused by the switch: {}", pbx::name(refusal))});
    return false;
}

}  // namespace pbxlab::harness
