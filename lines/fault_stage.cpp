// Faults of messages and replies.
#include "lines/fault_stage.h"

#include <algorithm>

namespace pbxlab::lines {

namespace {

constexpr pbx::Duration kLongestWaitForNext = std::chrono::seconds{1};

bool is_of_call(std::uint32_t id) {
    switch (id) {
        case LINE_CALLSTATE:
        case LINE_CALLINFO:
        case LINE_GATHERDIGITS:
        case LINE_GENERATE:
        case LINE_MONITORDIGITS:
        case LINE_MONITORMEDIA:
        case LINE_MONITORTONE: return true;
        default: return false;
    }
}

// Where a message has the bits by which it is selected.
std::uint32_t& bits_of(Message& message) {
    return message.id == LINE_ADDRESSSTATE ? message.param2 : message.param1;
}

bool fits(const MessageKind& kind, const Passing& passing) {
    Message message = passing.message;
    if (kind.id == MessageKind::kAny) return true;
    if (kind.id != message.id) return false;
    if (kind.op && kind.op != passing.op) return false;
    if (kind.bits != 0 && (bits_of(message) & kind.bits) == 0) return false;
    return !kind.mode || *kind.mode == message.param2;
}

bool same_event(const Message& a, const Message& b) {
    return a.at == b.at && a.id == b.id && a.param1 == b.param1;
}

}  // namespace

std::uint32_t FaultStage::add(const Fault& fault) {
    const auto number = static_cast<std::uint32_t>(faults_.size());
    faults_.push_back({.fault = fault,
                       .chance = {seed_, "fault " + std::to_string(number)},
                       .last = {},
                       .last_leg = {},
                       .told = {}});
    if (fault.kind != FaultKind::Happen || !fault.at) return number;
    const pbx::Duration delay = std::max(*fault.at - core_.now(), pbx::Duration{});
    later(delay, Due::Begin, std::uint64_t{number} << 32U | fault.device);
    return number;
}

void FaultStage::end(std::uint32_t fault) { faults_[fault].live = false; }

void FaultStage::end_all() {
    for (Standing& standing : faults_) standing.live = false;
    for (const pbx::TimerId timer : timers_) core_.exchange.scheduler().cancel(timer);
    timers_.clear();
    merged_.clear();
    for (std::uint32_t i = 0; i < held_.slot_count(); ++i) {
        HeldId id;
        const Held* held = held_.at(i, id);
        if (held == nullptr) continue;
        core_.exchange.scheduler().cancel(held->timer);
        held_.remove(id);
    }
}

void FaultStage::aim(std::uint32_t fault, std::uint32_t device) {
    faults_[fault].fault.device = device;
}

void FaultStage::call_is(std::uint32_t name, LegId leg) {
    std::erase_if(calls_, [name](const auto& entry) { return entry.first == name; });
    calls_.emplace_back(name, leg);
}

void FaultStage::later(pbx::Duration delay, Due due, std::uint64_t argument) {
    constexpr std::size_t kManyTimers = 64;
    const pbx::Scheduler& clock = core_.exchange.scheduler();
    if (timers_.size() >= kManyTimers)
        std::erase_if(timers_, [&clock](pbx::TimerId timer) { return !clock.pending(timer); });
    timers_.push_back(
        core_.exchange.scheduler().set(delay, *this, static_cast<std::uint32_t>(due), argument));
}

void FaultStage::pass(const Message& message, const AppRecord& app, const OpenLine* open,
                      const Request* answered) {
    Passing passing{.message = message};
    passing.message.at = core_.now();
    const auto own =
        std::ranges::find(core_.apps, &app, [](const auto& each) { return each.get(); });
    passing.app = static_cast<std::uint32_t>(own - core_.apps.begin());
    if (open != nullptr) passing.device = open->device;
    if (is_of_call(message.id) || message.id == LINE_APPNEWCALL) {
        const bool announces = message.id == LINE_APPNEWCALL;
        passing.handle = core_.find_call(HCall{announces ? message.param2 : message.device});
        if (const CallHandle* handle = core_.handles.find(passing.handle)) {
            passing.leg = handle->leg;
            passing.open = handle->open;
        }
    } else if (answered != nullptr) {
        passing.op = answered->op;
        passing.open = answered->open;
        passing.leg = answered->leg;
        const CallHandle* made = answered->call == nullptr
                                     ? nullptr
                                     : core_.handles.find(core_.find_call(*answered->call));
        if (made != nullptr) passing.leg = made->leg;
        passing.after_call = answered->reply_after_call && made != nullptr;
    } else if (open != nullptr) {
        passing.open = core_.find_line(HLine{message.device});
    }
    apply(passing);
}

void FaultStage::apply(Passing passing) {
    if (!as_merged(passing)) return;
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
        if (!concerns(faults_[i], passing) || !counts(faults_[i], passing)) continue;
        note(i, passing);
        if (!act(i, passing)) return;
    }
    if (waits_behind(passing)) return;
    if (passing.after_call) return hold(passing, kLongestWaitForNext, true, false);
    tell(passing);
}

bool FaultStage::concerns(const Standing& standing, const Passing& passing) const {
    const Fault& fault = standing.fault;
    if (!standing.live) return false;
    if (fault.device != pbx::kNobody && fault.device != passing.device) return false;
    if (fault.application != nullptr && fault.application != &core_.apps[passing.app]->door)
        return false;
    if (fault.call != 0 &&
        std::ranges::find(calls_, std::pair{fault.call, passing.leg}) == calls_.end())
        return false;
    const Message& message = passing.message;
    if (fault.kind == FaultKind::LateCallerId)
        return message.id == LINE_CALLSTATE && message.param1 == LINECALLSTATE_OFFERING &&
               message.param3 != 0;
    if (fault.kind == FaultKind::Split && !can_split(passing)) return false;
    // What is made up sets nothing off: one made-up call would bring the next, without an end.
    const Leg* leg = core_.legs.find(passing.leg);
    if (fault.kind == FaultKind::Happen && leg != nullptr && leg->told_id != 0 && !leg->split)
        return false;
    Passing looked_at = passing;
    if (fault.kind == FaultKind::Merge) {
        if (!other_call(passing).valid()) return false;
        // The announcement goes too: it is taken for the state that comes with it.
        if (message.id == LINE_APPNEWCALL) {
            looked_at.message.id = LINE_CALLSTATE;
            looked_at.message.param1 = core_.legs.find(passing.leg)->state;
            looked_at.message.param2 = core_.legs.find(passing.leg)->mode;
        }
    }
    return std::ranges::any_of(
        fault.messages, [&looked_at](const MessageKind& kind) { return fits(kind, looked_at); });
}

bool FaultStage::counts(Standing& standing, const Passing& passing) {
    const bool same = same_event(standing.last, passing.message) && !standing.told.empty() &&
                      standing.last_leg == passing.leg && standing.last_device == passing.device &&
                      std::ranges::find(standing.told, passing.open) == standing.told.end();
    if (same) {
        standing.told.push_back(passing.open);
        return standing.acts;
    }
    standing.last = passing.message;
    standing.last_leg = passing.leg;
    standing.last_device = passing.device;
    standing.told = {passing.open};
    return standing.acts = count(standing);
}

bool FaultStage::count(Standing& standing) {
    const Fault& fault = standing.fault;
    ++standing.seen;
    if (standing.seen < fault.from) return false;
    if (fault.times != 0 && standing.seen >= std::uint64_t{fault.from} + fault.times) return false;
    standing.drawn = standing.chance.between(fault.least, fault.most);
    ++standing.fired;
    return true;
}

void FaultStage::note(std::uint32_t fault, const Passing& passing) {
    if (observer_ == nullptr) return;
    observer_->on_fault({.at = core_.now(),
                         .fault = fault,
                         .after = core_.last_sequence,
                         .message = passing.message,
                         .op = passing.op,
                         .device = passing.device,
                         .application = &core_.apps[passing.app]->door});
}

// Of several bits only those that are selected.
bool FaultStage::drop(const Fault& fault, Passing& passing) const {
    std::uint32_t gone = 0;
    for (const MessageKind& kind : fault.messages) {
        if (fits(kind, passing)) gone |= kind.bits;
    }
    if (gone == 0 || passing.message.id == LINE_CALLSTATE) return false;
    bits_of(passing.message) &= ~gone;
    return bits_of(passing.message) != 0;
}

namespace {

void corrupt(const Fault& fault, Message& message) {
    switch (fault.param) {
        case 0:
            message.param1 = LINECALLSTATE_UNKNOWN;
            message.param2 = 0;
            return;
        case 1: message.param1 = fault.value; return;
        case 2: message.param2 = fault.value; return;
        default: message.param3 = fault.value; return;
    }
}

}  // namespace

bool FaultStage::act(std::uint32_t number, Passing& passing) {
    const Standing& standing = faults_[number];
    const Fault fault = standing.fault;  // a copy: what is done may add faults
    const bool first_told = standing.told.size() == 1;
    switch (fault.kind) {
        case FaultKind::Drop: return drop(fault, passing);
        case FaultKind::Delay: hold(passing, standing.drawn, false, fault.holds_back); return false;
        case FaultKind::Duplicate: hold(passing, standing.drawn, false, false); return true;
        case FaultKind::Reorder:
            hold(passing, standing.drawn.count() != 0 ? standing.drawn : kLongestWaitForNext, true,
                 false);
            return false;
        case FaultKind::Corrupt: corrupt(fault, passing.message); return true;
        case FaultKind::Split:
            if (first_told) {
                if (fault.value != 0) origins_.emplace_back(passing.leg, fault.value);
                later({}, Due::Split,
                      std::uint64_t{passing.leg.generation} << 32U | passing.leg.index);
            }
            return false;
        case FaultKind::Merge: merge(passing.leg, other_call(passing)); return as_merged(passing);
        case FaultKind::LateCallerId:
            if (first_told) hide_caller(passing.leg, standing.drawn);
            return true;
        case FaultKind::Happen:
            if (first_told) {
                const std::uint32_t device =
                    fault.device != pbx::kNobody ? fault.device : passing.device;
                later(standing.drawn, Due::Begin, std::uint64_t{number} << 32U | device);
            }
            return true;
        default: return true;
    }
}

// What is held until the next one of its call, or of its line, comes right behind it.
void FaultStage::tell(const Passing& passing) {
    core_.send(*core_.apps[passing.app], passing.message);
    for (std::uint32_t i = 0; i < held_.slot_count(); ++i) {
        HeldId id;
        const Held* held = held_.at(i, id);
        if (held == nullptr || !held->until_next || held->passing.app != passing.app) continue;
        if (held->passing.leg != passing.leg || held->passing.device != passing.device) continue;
        tell_held(id);
    }
}

void FaultStage::hold(const Passing& passing, pbx::Duration delay, bool until_next,
                      bool holds_back) {
    const HeldId id = held_.add();
    Held& held = *held_.find(id);
    held.passing = passing;
    held.due = core_.now() + delay;
    held.until_next = until_next;
    held.holds_back = holds_back;
    held.timer = core_.exchange.scheduler().set(delay, *this, static_cast<std::uint32_t>(Due::Tell),
                                                std::uint64_t{id.generation} << 32U | id.index);
}

// The order of what is told of a call stays as it was.
bool FaultStage::waits_behind(const Passing& passing) {
    pbx::SimTime due = core_.now();
    bool waits = false;
    for (std::uint32_t i = 0; i < held_.slot_count(); ++i) {
        HeldId id;
        const Held* held = held_.at(i, id);
        if (held == nullptr || !held->holds_back || held->passing.app != passing.app) continue;
        if (!passing.leg.valid() || held->passing.leg != passing.leg) continue;
        waits = true;
        due = std::max(due, held->due);
    }
    if (waits) hold(passing, due - core_.now(), false, true);
    return waits;
}

void FaultStage::tell_held(HeldId id) {
    const Held held = *held_.find(id);
    core_.exchange.scheduler().cancel(held.timer);
    held_.remove(id);
    if (still_wanted(held.passing)) core_.send(*core_.apps[held.passing.app], held.passing.message);
}

// Nothing is told to an application that has left, or about a handle that is void.
bool FaultStage::still_wanted(const Passing& passing) const {
    if (!core_.apps[passing.app]->live) return false;
    if (passing.handle.valid() && core_.handles.find(passing.handle) == nullptr) return false;
    const bool of_line = passing.open.valid() && passing.message.id != LINE_CLOSE;
    return !of_line || core_.opens.find(passing.open) != nullptr;
}

void FaultStage::on_timer(std::uint32_t what, std::uint64_t argument) {
    const auto low = static_cast<std::uint32_t>(argument);
    const auto high = static_cast<std::uint32_t>(argument >> 32U);
    switch (static_cast<Due>(what)) {
        case Due::Tell: return tell_held({low, high});
        case Due::Split: return split({low, high});
        case Due::EndSpurious: return end_spurious_call({low, high});
        case Due::Begin: return begin(high, low);
        case Due::Undo: return carry_out(faults_[high].fault, low, true);
        case Due::Reveal: break;
    }
    Leg* leg = core_.legs.find({low, high});
    if (leg == nullptr) return;
    leg->hides_caller = false;
    core_.tell_info(*leg, LINECALLINFOSTATE_CALLERID, {});
}

}  // namespace pbxlab::lines
