#include "switch/dialing.h"

#include <algorithm>
#include <array>

#include "switch/membership.h"
#include "switch/routing.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {
namespace {

constexpr std::uint32_t kMore =
    0x100;  // in the detail of Due::NumberSent, beside the digits' count

using Number = std::array<char, 2 * DialPlan::kLongestNumber>;

// A plus sign can stand only at the very beginning.
bool can_follow(std::string_view before, std::string_view digits) {
    if (before.size() + digits.size() > DialPlan::kLongestNumber) return false;
    if (before.empty() && digits.starts_with('+')) digits.remove_prefix(1);
    return DialPlan::dialable(digits);
}

// A digit on its way is no silence: its arrival starts the limit anew.
bool sends(Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    return connection != nullptr && core.find(connection->call)->digits_end > core.clock.now();
}

void judge(Core& core, ConnectionId id, std::size_t count, bool more) {
    // Dial tone: the caller said that digits would come, then that there are none.
    const bool nothing_came = count == 0 && core.in_state(id, ConnState::DialTone);
    if (!core.in_state(id, ConnState::Dialing) && !nothing_came) return;
    const Call& call = *core.find(core.find(id)->call);
    const DialMatch match = core.plan.match(std::string_view{call.digits}.substr(0, count));
    if (match.hopeless() || (!more && match.to == DialMatch::To::Nowhere)) {
        treat_bad_number(core, id);
    } else if (!more || match.complete()) {
        route(core, id, count);
    }
}

}  // namespace

Refusal check_digits(const Core& core, AddressId caller, std::string_view before,
                     const Order& order) {
    if (!can_follow(before, order.digits)) return Refusal::BadNumber;
    if (order.more) return Refusal::None;
    Number number{};
    const auto end = std::ranges::copy(before, number.begin()).out;
    const auto all = std::ranges::copy(order.digits, end).out;
    const DialMatch match = core.plan.match({number.begin(), all});
    if (order.vet_number && match.to == DialMatch::To::Nowhere) return Refusal::BadNumber;
    const StationId station = core.addresses[caller.index].station;
    const bool own = match.to == DialMatch::To::Station && match.address == caller;
    return own && core.policy(station).self_call == SelfCall::Refuse ? Refusal::BadNumber
                                                                     : Refusal::None;
}

Refusal check_dial(const Core& core, const Order& order) {
    const Connection* connection = core.find(order.connection);
    if (connection == nullptr) return Refusal::Gone;
    const StationId station = connection->station;
    if (!station.valid()) return Refusal::NotAllowed;
    if (!core.serves(connection->address)) return Refusal::OutOfService;
    const Call& call = *core.calls.find(connection->call);
    const bool dialing = connection->state == ConnState::Dialing;
    if (!dialing && connection->state != ConnState::DialTone) return Refusal::WrongState;
    const bool that_was_all = order.digits.empty() && !order.more;
    if (that_was_all && !call.more_digits) return Refusal::WrongState;
    return check_digits(core, connection->address, call.digits, order);
}

void dial(Core& core, const Order& order, ConnectionId id) {
    const bool says_something = !order.digits.empty() || !order.more;
    if (says_something) {
        send_digits(core, id, order.digits, order.pauses, order.more);
    } else if (const Connection* connection = core.find(id)) {
        core.find(connection->call)->more_digits = true;
    }
}

void send_digits(Core& core, ConnectionId id, std::string_view digits, std::uint32_t pauses,
                 bool more) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return;
    const Policy& policy = core.policy(connection->station);
    Call& call = *core.find(connection->call);
    const SimTime now = core.clock.now();
    const Duration start = std::max(call.digits_end, now) - now;
    const auto count = static_cast<Duration::rep>(digits.size());
    const Duration sent = start + count * policy.digit_time + pauses * policy.pause_time;
    call.digits += digits;
    call.more_digits = more;
    call.digits_end = now + sent;
    if (!digits.empty()) core.later(start + policy.digit_time, Due::DigitArrives, id);
    const auto detail = static_cast<std::uint32_t>(call.digits.size()) | (more ? kMore : 0U);
    core.later(sent + takes(core, policy, &Policy::analysis_time), Due::NumberSent, id, detail);
}

void digit_arrives(Core& core, ConnectionId id) { core.move(id, Cue::Digit); }

void number_sent(Core& core, ConnectionId id, std::uint32_t detail) {
    judge(core, id, detail & ~kMore, (detail & kMore) != 0);
}

void number_ends(Core& core, ConnectionId id) {
    if (!sends(core, id)) judge(core, id, DialPlan::kLongestNumber, false);
}

void reorder(Core& core, ConnectionId id) {
    if (!sends(core, id)) core.move(id, Cue::MeetIntercept, Cause::ReorderTone);
}

void treat_bad_number(Core& core, ConnectionId id) {
    const bool transferred = is_on_its_way(core, id);
    if (comes_back(core, id)) return;
    if (joins_unheard(core, id)) return fail_attempt(core, id, Cause::BadNumber);
    const bool clears = core.policy(id).on_bad_number == Treatment::Clear;
    if (transferred && clears) return fail(core, id, Cue::Fail, Cause::BadNumber);
    if (transferred) return fail(core, id, Cue::MeetIntercept, Cause::VacantTone);
    if (clears || is_established(core.find(id)->state) || !core.can_move(id, Cue::MeetIntercept)) {
        fail_attempt(core, id, Cause::BadNumber);
    } else {
        core.move(id, Cue::MeetIntercept, Cause::VacantTone);
    }
}

}  // namespace pbxlab::pbx
