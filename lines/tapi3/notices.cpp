// What the application is told, and in which order.
#include <algorithm>
#include <iterator>
#include <utility>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

namespace {

// Whether a filter that was set lets the event through; one that says nothing does.
bool lets_through(const std::map<std::pair<std::uint32_t, std::uint32_t>, bool>& filter,
                  const Event& event) {
    const auto place = filter.find({event.kind, event.detail});
    return place == filter.end() || place->second;
}

}  // namespace

bool Engine::wanted(const Event& event) const {
    if (!initialized() || (event_filter & event.kind) == 0) return false;
    if (event.address != nullptr && !lets_through(event.address->filter_, event)) return false;
    return !event.call || lets_through(event.call->facts().filter, event);
}

void Engine::tell(Event event) {
    if (!wanted(event)) return;
    if (event.call) event.callback_instance = event.call->facts().callback_instance;
    Waiting entry{.call = event.call.get()};
    event.call.reset();
    entry.notice.at = looking ? at : telephony.scheduler().now();
    entry.notice.sequence = looking ? sequence : telephony.last_message();
    entry.notice.event = std::move(event);
    waiting.push_back(std::move(entry));
}

void Engine::tell_call(Call& call, std::uint32_t kind, std::uint32_t detail, std::uint32_t cause) {
    Event event{.kind = kind, .detail = detail, .cause = cause, .call = Ref{&call}};
    event.address = call.facts().address;
    tell(std::move(event));
}

void Engine::tell_address(Address& where, std::uint32_t kind, std::uint32_t detail) {
    Event event{.kind = kind, .detail = detail};
    event.address = &where;
    tell(std::move(event));
}

void Engine::put_return(std::uint32_t pending, HResult result, bool first) {
    Waiting entry{.first = first};
    entry.notice.at = looking ? at : telephony.scheduler().now();
    entry.notice.sequence = looking ? sequence : telephony.last_message();
    entry.notice.pending = pending;
    entry.notice.result = result;
    if (looking) {
        returns.push_back(std::move(entry));
    } else {
        waiting.push_back(std::move(entry));
    }
}

// Of one look the events come first, then the returns of what caused them, or the other way round
// (setting return_first).
void Engine::put_returns() {
    const auto events = waiting.begin() + static_cast<std::ptrdiff_t>(looked_from);
    for (Waiting& each : returns) {
        // Among what other applications are told a return stands where it stands here.
        const bool before = each.first && events != waiting.end();
        each.notice.sequence = before ? events->notice.sequence : sequence;
    }
    const auto last =
        std::ranges::stable_partition(returns, [](const Waiting& each) { return each.first; });
    const auto middle = last.begin();
    // To insert nothing may move what is there onto itself, which empties its texts.
    if (middle != returns.begin())
        waiting.insert(events, std::make_move_iterator(returns.begin()),
                       std::make_move_iterator(middle));
    waiting.insert(waiting.end(), std::make_move_iterator(middle),
                   std::make_move_iterator(returns.end()));
    returns.clear();
}

// Apart from what stands here itself and the methods that wait, the application has a reference.
bool Engine::is_kept(const Call& call) const {
    std::uint32_t own = 1;
    for (const Job& job : jobs) {
        if (job.call.get() == &call) ++own;
        if (job.other.get() == &call) ++own;
    }
    return call.references() > own;
}

bool Engine::next(Notice* notice) {
    *notice = {};  // what it held goes first
    std::erase_if(unclaimed, [this](const auto& each) { return is_kept(*each.second); });
    if (waiting.empty()) return false;
    Waiting entry = std::move(waiting.front());
    waiting.pop_front();
    *notice = std::move(entry.notice);
    notice->event.call = Ref{entry.call};
    return true;
}

}  // namespace pbxlab::lines::tapi3
