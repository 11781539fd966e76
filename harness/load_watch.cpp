#include "harness/load_watch.h"

namespace pbxlab::harness {

namespace {

// Not even the exchange has a word for what it never hears of: every line is in use.
constexpr pbx::Cause kNoLine = pbx::Cause::None;
constexpr std::uint64_t kThousand = 1000;
constexpr std::uint64_t kMillion = 1'000'000;

template <class Id>
void put(std::vector<std::size_t>& list, Id id, std::size_t value) {
    if (list.size() <= id.index) list.resize(id.index + std::size_t{1}, LoadWatch::kNobody);
    list[id.index] = value;
}
template <class Id>
std::size_t get(const std::vector<std::size_t>& list, Id id) {
    return id.valid() && id.index < list.size() ? list[id.index] : LoadWatch::kNobody;
}

}  // namespace

std::uint64_t scaled(std::uint64_t part, std::uint64_t whole, std::uint64_t scale) {
    if (whole == 0) return 0;
    // What is left over is scaled digit by digit, so that nothing overflows.
    std::uint64_t result = part / whole * scale;
    std::uint64_t rest = part % whole;
    for (std::uint64_t unit = scale; unit >= 10; unit /= 10) {
        rest *= 10;
        result += rest / whole * (unit / 10);
        rest %= whole;
    }
    return result;
}

TrunkUse TrunkWatch::use(std::uint32_t trunks) const {
    return {.trunks = trunks,
            .peak = peak_,
            .mean = scaled(sum_, time_, kThousand),
            .all_busy = static_cast<std::uint32_t>(scaled(all_busy_, time_, kMillion))};
}

LoadWatch::LoadWatch(const pbx::Exchange& exchange, std::size_t copies)
    : exchange_{exchange}, calls_(copies) {}

void LoadWatch::belongs(pbx::StationId station, std::size_t copy) { put(stations_, station, copy); }
void LoadWatch::belongs(pbx::OutsideId party, std::size_t copy) { put(parties_, party, copy); }

std::size_t LoadWatch::copy_of(const pbx::Connection& connection) const {
    return connection.outside.valid() ? get(parties_, connection.outside)
                                      : get(stations_, connection.station);
}

std::size_t LoadWatch::at(pbx::StationId station) const { return get(at_station_, station); }

void LoadWatch::on_event(const pbx::Event& event) {
    if (event.kind != pbx::EventKind::Moved && event.kind != pbx::EventKind::Queued) return;
    const pbx::Connection* connection = exchange_.find(event.connection);
    if (connection == nullptr) return;
    const std::size_t copy = copy_of(*connection);
    if (copy == kNobody) return offered(event);
    Call& call = calls_[copy];
    if (call.way == Way::None && event.to == pbx::ConnState::Seized)
        call = {.caller = event.connection, .asked = event.at, .way = Way::Asked};
    if (call.caller != event.connection) return;
    if (event.kind == pbx::EventKind::Moved) return moved(copy, event);
    if (!call.has_queued) call.queued = event.at;
    call.has_queued = true;
    if (call.way == Way::Asked) ring(call, event.at);
}

void LoadWatch::moved(std::size_t copy, const pbx::Event& event) {
    Call& call = calls_[copy];
    if (event.to == pbx::ConnState::Null) return gone(copy, event);
    if (call.way != Way::Asked) return;
    switch (event.to) {
        case pbx::ConnState::Delivered: return ring(call, event.at);
        case pbx::ConnState::Connected: return answer(call, event.at);
        case pbx::ConnState::BusyTone:
        case pbx::ConnState::Intercepted:
        case pbx::ConnState::Cleared: return fail(copy, event.cause);
        default: return;
    }
}

// A call that is presented where everybody's calls are: whose it is.
void LoadWatch::offered(const pbx::Event& event) {
    if (event.from != pbx::ConnState::Null || !event.station.valid()) return;
    const pbx::Call* call = exchange_.find(event.call);
    if (call == nullptr) return;
    const pbx::Connection* each = exchange_.find(call->first);
    for (; each != nullptr; each = exchange_.find(each->next_in_call)) {
        const std::size_t copy = copy_of(*each);
        if (copy != kNobody) return put(at_station_, event.station, copy);
    }
}

void LoadWatch::ring(Call& call, pbx::SimTime at) {
    if (call.has_rung) return;
    call.has_rung = true;
    call.rang = at;
    set_up_.add(at - call.asked);
}

void LoadWatch::answer(Call& call, pbx::SimTime at) {
    ring(call, at);
    answer_.add(at - call.rang);
    if (call.has_queued) queue_.add(at - call.queued);
    call.way = Way::Answered;
}

void LoadWatch::fail(std::size_t copy, pbx::Cause cause) {
    calls_[copy].way = Way::Blocked;
    calls_[copy].cause = cause;
    blocked_.push_back(copy);
}

void LoadWatch::gone(std::size_t copy, const pbx::Event& event) {
    Call& call = calls_[copy];
    if (call.way == Way::Asked) call.way = Way::Abandoned;
    if (call.way != Way::Answered) return;
    call.way = Way::Over;
    held_ += static_cast<std::uint64_t>((event.at - call.asked).count());
    ++held_calls_;
}

LoadWatch::Way LoadWatch::end(std::size_t copy, const std::optional<Failure>& failure) {
    Call& call = calls_[copy];
    if (call.way == Way::None && failure && failure->no_room) {
        // An application that asks is refused a line, the world outside a trunk.
        const bool no_line = !failure->refused.empty();
        call.way = Way::Blocked;
        call.cause = no_line ? kNoLine : pbx::Cause::TrunksBusy;
    }
    ++begun_;
    queued_calls_ += call.has_queued ? 1U : 0U;
    switch (call.way) {
        case Way::None: break;
        case Way::Blocked: ++causes_[static_cast<std::size_t>(call.cause)]; break;
        case Way::Asked:
        case Way::Abandoned: abandoned_ += failure ? 0U : 1U; break;
        case Way::Answered:
        case Way::Over: ++set_up_calls_; break;
    }
    return call.way;
}

// Calls that take as long as those that were held did, in thousandths of an erlang.
std::uint64_t LoadWatch::thousandths(std::uint64_t calls, pbx::Duration arriving) const {
    if (held_calls_ == 0) return 0;
    return scaled(held_ / held_calls_ * calls, static_cast<std::uint64_t>(arriving.count()),
                  kThousand);
}

void LoadWatch::fill(LoadCounts& counts, pbx::Duration arriving) const {
    counts.set_up = set_up_calls_;
    counts.abandoned = abandoned_;
    counts.queued = queued_calls_;
    for (std::size_t i = 0; i < causes_.size(); ++i) {
        if (causes_[i] == 0) continue;
        counts.blocked += causes_[i];
        const auto cause = static_cast<pbx::Cause>(i);
        counts.blocked_by.push_back(
            {cause == kNoLine ? std::string_view{"noLine"} : pbx::name(cause), causes_[i]});
    }
    counts.set_up_time = set_up_.latency();
    counts.answer_time = answer_.latency();
    counts.queue_time = queue_.latency();
    counts.offered = thousandths(begun_, arriving);
    counts.carried = thousandths(set_up_calls_, arriving);
}

}  // namespace pbxlab::harness
