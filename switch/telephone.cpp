#include "switch/telephone.h"

#include "switch/answer.h"
#include "switch/clearing.h"
#include "switch/consultation.h"
#include "switch/dialing.h"
#include "switch/hold.h"
#include "switch/inband.h"
#include "switch/seize.h"

namespace pbxlab::pbx {
namespace {

ConnectionId first_in(const Core& core, StationId station, ConnState state) {
    return first_at(core, station,
                    [state](ConnectionId, const Connection& c) { return c.state == state; });
}

ConnectionId presented(const Core& core, StationId station) {
    return first_at(core, station,
                    [](ConnectionId, const Connection& c) { return is_presented(c.state); });
}

// The call that has been on hold longest.
ConnectionId longest_held(const Core& core, StationId station) {
    ConnectionId longest;
    first_at(core, station, [&](ConnectionId id, const Connection& c) {
        const Connection* best = core.find(longest);
        const bool older = best == nullptr || c.since < best->since;
        if (c.state == ConnState::Held && older) longest = id;
        return false;
    });
    return longest;
}

// The line that digits of this telephone go to: the one it lifted itself, or one that waits for
// them.
ConnectionId line_for_digits(const Core& core, StationId station) {
    const ConnectionId own = first_at(core, station, [](ConnectionId, const Connection& c) {
        return c.by_hand && (c.state == ConnState::Seized || c.state == ConnState::DialTone ||
                             c.state == ConnState::Dialing);
    });
    if (own.valid()) return own;
    return first_at(core, station, [](ConnectionId, const Connection& c) {
        return c.state == ConnState::DialTone || c.state == ConnState::Dialing;
    });
}

// The call at the ear: the talking one before any other that is neither held nor merely presented.
ConnectionId at_the_ear(const Core& core, StationId station) {
    const ConnectionId talking = first_in(core, station, ConnState::Connected);
    if (talking.valid()) return talking;
    return first_at(core, station, [](ConnectionId, const Connection& c) {
        return c.state != ConnState::Held && c.state != ConnState::Bridged &&
               !is_of_conference(c.state) && !is_presented(c.state);
    });
}

// Keys pressed during a call sound along it.
Refusal press_keys(Core& core, ConnectionId talking, std::string_view digits) {
    const bool on_keys = !digits.empty() && digits.size() <= DialPlan::kLongestNumber &&
                         digits.find_first_not_of("0123456789ABCD*#") == std::string_view::npos;
    return on_keys ? send_inband_digits(core, talking, digits, false, {}) : Refusal::BadNumber;
}

bool serves(const Core& core, StationId station) { return core.stations[station.index].in_service; }

Refusal answer_as(Core& core, ConnectionId id, OnAnswer how) {
    if (!id.valid()) return Refusal::Nothing;
    const Refusal refusal = check_answer(core, id, how);
    if (refusal == Refusal::None) answer(core, id, how);
    return refusal;
}

Refusal flash_to_held(Core& core, ConnectionId active, ConnectionId held) {
    const Refusal refusal =
        active.valid() ? check_swap(core, active, held) : check_retrieve(core, held);
    if (refusal != Refusal::None) return refusal;
    if (active.valid()) {
        swap(core, active, held);
    } else {
        retrieve(core, held);
    }
    return Refusal::None;
}

}  // namespace

Refusal phone_lift(Core& core, StationId station, AddressId address) {
    if (!serves(core, station)) return Refusal::OutOfService;
    const ConnectionId ringing = presented(core, station);
    if (ringing.valid()) return answer_as(core, ringing, core.policy(station).on_answer);
    const auto& own = core.at(station).addresses;
    if (!address.valid() && !own.empty()) address = own.front();
    if (!address.valid()) return Refusal::NoAppearance;
    const Refusal refusal = check_seize(core, address);
    if (refusal == Refusal::None) seize(core, new_outgoing(core, address, true));
    return refusal;
}

Refusal phone_dial(Core& core, StationId station, std::string_view digits) {
    if (!serves(core, station)) return Refusal::OutOfService;
    const ConnectionId line = line_for_digits(core, station);
    if (!line.valid()) {
        const ConnectionId talking = first_in(core, station, ConnState::Connected);
        if (talking.valid()) return press_keys(core, talking, digits);
        return core.at(station).first.valid() ? Refusal::WrongState : Refusal::Nothing;
    }
    const Connection& connection = *core.find(line);
    const std::string_view before = core.find(connection.call)->digits;
    const Order order{.digits = digits, .more = true};
    if (digits.empty()) return Refusal::BadNumber;
    const Refusal refusal = check_digits(core, connection.address, before, order);
    if (refusal != Refusal::None) return refusal;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        send_digits(core, line, digits.substr(i, 1), 0, true);
    }
    return Refusal::None;
}

Refusal phone_answer(Core& core, StationId station) {
    return answer_as(core, presented(core, station), core.policy(station).on_answer);
}

Refusal phone_flash(Core& core, StationId station) {
    if (!serves(core, station)) return Refusal::OutOfService;
    const ConnectionId waiting = presented(core, station);
    if (waiting.valid()) return answer_as(core, waiting, OnAnswer::HoldActive);
    const ConnectionId active = first_in(core, station, ConnState::Connected);
    const ConnectionId held = longest_held(core, station);
    if (held.valid()) return flash_to_held(core, active, held);
    if (!active.valid()) return Refusal::Nothing;
    const Refusal refusal = check_hold(core, active);
    if (refusal == Refusal::None) hold_by_will(core, active, true);
    return refusal;
}

Refusal phone_hang_up(Core& core, StationId station) {
    const ConnectionId active = at_the_ear(core, station);
    const ConnectionId subject = active.valid() ? active : presented(core, station);
    if (!subject.valid()) return Refusal::Nothing;
    const Refusal refusal = check_clear(core, subject);
    if (refusal == Refusal::None) let_go(core, subject);
    return refusal;
}

}  // namespace pbxlab::pbx
