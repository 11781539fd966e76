#include "harness/run.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "harness/ladder.h"
#include "harness/limits.h"
#include "harness/pace.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

// Messages that may be the first of a handle (line-appnewcall, line-callstate).
bool announces(const lines::Message& message) {
    return message.id == lines::LINE_APPNEWCALL ||
           (message.id == lines::LINE_CALLSTATE && message.param3 != 0);
}

bool tells_idle(const lines::Message& message) {
    return message.id == lines::LINE_CALLSTATE &&
           plain_state(message.param1) == lines::LINECALLSTATE_IDLE;
}

}  // namespace

Run::Run(const Scenario& played_scenario, const RunOptions& given)
    : scenario{played_scenario},
      options{given},
      happenings_{given.trace != nullptr},
      own_world_{std::make_unique<World>(played_scenario, given, happenings_)},
      world{*own_world_},
      seats_(world.seats().size()),
      has_tapi3_{std::ranges::any_of(world.seats(), &Seat::is_tapi3)} {
    std::iota(seats_.begin(), seats_.end(), 0U);
    happenings_.attach(world, log);
    if (!world.faults().empty()) watch_faults();
    if (given.trace != nullptr) {
        trace_.emplace(*given.trace, world, log);
        trace_->header(scenario, given.seed);
    }
}

Run::Run(const Scenario& played_scenario, const RunOptions& given, World& shared,
         std::vector<std::uint32_t> seats, Turn& turn)
    : scenario{played_scenario},
      options{given},
      happenings_{false},
      world{shared},
      seats_{std::move(seats)},
      turn_{&turn} {
    happenings_.attach(world, log);
}

void Run::watch_faults() {
    world.telephony().observe_faults(&happenings_);
    log.on_name([this](std::uint32_t call, std::string_view name) {
        const CallRecord& record = log.calls()[call];
        world.faults().call_named(world, name, record.seat, record.handle);
    });
}

pbx::SimTime Run::now() const { return std::as_const(world).exchange().scheduler().now(); }

bool Run::advance(pbx::SimTime until) {
    if (turn_ != nullptr) return !over() && turn_->wait(until) && !over();
    if (options.interrupt != nullptr && options.interrupt->load(std::memory_order_relaxed)) {
        interrupted_ = true;
    }
    if (over()) return false;
    pbx::Scheduler& scheduler = world.exchange().scheduler();
    const auto due = scheduler.next_due();
    if (!due || *due > until || !within_limits(*due) || !pace(*due)) return false;
    scheduler.step();
    drain();
    count_event(true);
    return !over();
}

void Run::count_event(bool check) {
    ++events_;
    if (check && options.check_invariants) check_invariants();
}

pbx::Duration Run::draw(const pbx::Delay& delay) {
    if (!chance_) {
        chance_.emplace(mix_seed(options.seed, scenario.path),
                        number == 0 ? "waits" : fmt::format("waits of call {}", number));
    }
    return pbx::drawn(delay, *chance_);
}

bool Run::may_pass(pbx::SimTime next) {
    if (options.interrupt != nullptr && options.interrupt->load(std::memory_order_relaxed))
        interrupted_ = true;
    return !over() && within_limits(next) && pace(next);
}

bool Run::run_until(pbx::SimTime until) {
    while (advance(until)) {
    }
    if (over() || !within_limits(until) || !pace(until)) return false;
    if (now() < until) world.exchange().scheduler().idle_until(until);
    return true;
}

bool Run::pace(pbx::SimTime next) {
    if (options.pace == nullptr || !recording_) return true;
    interrupted_ = interrupted_ || !options.pace->wait_until(next, options.interrupt);
    return !interrupted_;
}

bool Run::within_limits(pbx::SimTime next) {
    const auto reached = [this](std::string_view limit, std::uint64_t most) {
        fail({.what = fmt::format("the run reached the limit on {}", limit),
              .expected = fmt::format("at most {}", most)});
        return false;
    };
    if (events_ >= kMaxEvents) return reached("events of the switch", kMaxEvents);
    if (log.entries().size() >= kMaxMessages) return reached("messages", kMaxMessages);
    if (next.time_since_epoch() <= kMaxSimulated || !recording_) return true;
    fail({.what = "the run reached the limit on simulated time",
          .expected = "at most " + span_text(kMaxSimulated)});
    return false;
}

void Run::check_invariants() {
    auto broken = world.exchange().check_invariants();
    const std::string_view whose = broken ? "switch" : "lines";
    if (!broken) broken = world.telephony().check_invariants();
    if (!broken) return;
    fail({.what = fmt::format("the {} broke a rule that always holds", whose),
          .got = *broken,
          .broken_rule = true});
}

void Run::drain() {
    look();
    while (collect()) {
        for (const auto& [message, seat] : batch_) {
            if (message.id == kEventMessage) {
                take(notices_[message.param1], seat);
            } else {
                take(message, seat);
            }
        }
        notices_.clear();  // with the references to calls, which may have been the last ones
        look();
    }
    auto& notes = happenings_.notes();
    if (trace_ && recording_) {
        for (const SwitchNote& note : notes) trace_->note(note);
    }
    notes.clear();
}

void Run::look() {
    for (bool again = has_tapi3_; again;) {
        again = false;
        for (const std::uint32_t seat : seats_) {
            lines::tapi3::Tapi* tapi = world.seats()[seat].tapi.get();
            again = (tapi != nullptr && tapi->look()) || again;
        }
    }
}

bool Run::collect() {
    batch_.clear();
    const bool handed = turn_ != nullptr && turn_->fetch(batch_);
    const std::uint64_t last = world.telephony().last_message();
    if (last == std::exchange(drained_, last) && !has_tapi3_ && !handed) return false;
    for (const std::uint32_t index : seats_) {
        Seat& seat = world.seats()[index];
        lines::Message message;
        // Messages are numbered from 1: anything else was never sent, and would never end.
        while (seat.app != nullptr && seat.app->get_message(&message) == 0 && message.sequence != 0)
            batch_.emplace_back(message, index);
        lines::tapi3::Notice notice;
        while (seat.is_tapi3() && seat.tapi->next(&notice)) {
            const auto place = static_cast<std::uint32_t>(notices_.size());
            batch_.emplace_back(lines::Message{.at = notice.at,
                                               .sequence = notice.sequence,
                                               .id = kEventMessage,
                                               .param1 = place},
                                index);
            notices_.push_back(std::move(notice));
        }
    }
    // An event has the number of the message that it is made of, or came behind.
    std::stable_sort(batch_.begin(), batch_.end(), [](const auto& a, const auto& b) {
        return a.first.sequence < b.first.sequence;
    });
    return !batch_.empty();
}

void Run::take(const lines::tapi3::Notice& notice, std::uint32_t seat) {
    const lines::tapi3::Event& event = notice.event;
    Entry entry{.message = {.at = notice.at, .sequence = notice.sequence, .id = kEventMessage},
                .seat = seat,
                .tapi3 = true};
    if (event.call) entry.call = record(seat, *event.call);
    if (!recording_) return;
    if (notice.pending != 0) {
        entry.message.id = lines::LINE_REPLY;
        entry.message.param1 = notice.pending;
        entry.message.param2 = static_cast<std::uint32_t>(notice.result);
        return keep(entry);
    }
    entry.event = ToldEvent{.kind = event.kind,
                            .detail = event.detail,
                            .cause = event.cause,
                            .hub = event.hub ? event.hub->number() : 0,
                            .instance = event.callback_instance};
    entry.digits = event.digits;
    if (event.address != nullptr) {
        entry.device = event.address->device();
        entry.event->address_id = event.address->address_id();
    }
    if (entry.call != kNone) entry.device = log.calls()[entry.call].device;
    keep(entry);
}

void Run::take(const lines::Message& message, std::uint32_t seat) {
    const lines::HCall handle = call_of(message);
    const std::uint32_t call = handle == lines::kNoCall ? kNone
                               : announces(message)     ? given(seat, handle)
                                                        : record(seat, handle);
    if (call != kNone && tells_idle(message)) log.calls()[call].over = true;
    if (!recording_) {
        if (message.id == lines::LINE_GATHERDIGITS) gathers.take(seat, handle);
        return;
    }
    Entry entry{.message = message, .seat = seat, .call = call};
    if (call != kNone) {
        entry.device = log.calls()[call].device;
    } else if (message.id != lines::LINE_REPLY) {
        entry.device = world.seats()[seat].device_of(lines::HLine{message.device});
    }
    if (message.id == lines::LINE_GATHERDIGITS) entry.digits = gathers.take(seat, handle);
    keep(entry);
}

void Run::keep(const Entry& entry) {
    const std::uint32_t index = log.add(entry);
    if (entry.message.id == lines::LINE_REPLY) take_reply(index);
    write_trace(index);
    watch(index);
}

std::uint32_t Run::record(std::uint32_t seat, lines::tapi3::Call& call) {
    const lines::HCall its{call.number()};
    const std::uint32_t known = log.find(seat, its);
    if (known != kNone) return known;
    lines::tapi3::Address* address = nullptr;
    (void)call.get_Address(&address);
    const std::uint32_t added = log.add(seat, its, address == nullptr ? kNone : address->device());
    log.calls()[added].object = lines::tapi3::Ref{&call};
    return added;
}

std::uint32_t Run::record(std::uint32_t seat, lines::HCall handle) {
    const std::uint32_t known = log.find(seat, handle);
    if (known != kNone) return known;
    const Seat& owner = world.seats()[seat];
    return log.add(seat, handle, owner.device_of(owner.app->line_of(handle)));
}

std::uint32_t Run::given(std::uint32_t seat, lines::HCall handle) {
    const std::uint32_t known = log.find(seat, handle);
    if (known == kNone || !log.calls()[known].over) return record(seat, handle);
    const Seat& owner = world.seats()[seat];
    return log.add(seat, handle, owner.device_of(owner.app->line_of(handle)));
}

// A message is written behind the switch events that came before it.
void Run::write_trace(std::uint32_t index) {
    if (!trace_) return;
    const Entry& entry = log.entries()[index];
    auto& notes = happenings_.notes();
    const auto later = std::find_if(notes.begin(), notes.end(), [&entry](const SwitchNote& note) {
        return note.after >= entry.message.sequence;
    });
    for (auto note = notes.begin(); note != later; ++note) trace_->note(*note);
    notes.erase(notes.begin(), later);
    trace_->message(entry);
}

// Binds the name of the new call, and judges what no later step can ask about.
void Run::take_reply(std::uint32_t index) {
    Entry& entry = log.entries()[index];
    const std::uint32_t which =
        requests.take(entry.seat, static_cast<lines::LineResult>(entry.message.param1));
    if (which == kNone) return;
    Request& request = requests[which];
    request.replied = true;
    request.result = static_cast<lines::LineResult>(entry.message.param2);
    request.entry = index;
    entry.expected = true;
    const Step& asked = *request.step;
    if (request.result == 0 && request.target != lines::kNoCall) {
        const std::uint32_t call = given(entry.seat, request.target);
        if (!asked.as.empty()) log.name(call, asked.as.front().value);
    }
    if (request.result == 0 && request.conference != lines::kNoCall) {
        const std::uint32_t call = given(entry.seat, request.conference);
        if (asked.conference && !asked.conference->value.empty())
            log.name(call, asked.conference->value);
    }
    if (!asked.async) return;
    // The reply to a named request is awaited by a step of its own, unless the request says itself
    // how it fails.
    const bool named = !asked.request.value.empty();
    if (named && asked.fails == 0) return;
    if (request.result != asked.fails) {
        fail({.mark = asked.mark,
              .what = fmt::format("the reply to {} was not the expected one", do_word(asked)),
              .expected = result_text(asked, asked.fails),
              .got = result_text(asked, request.result)});
    }
    if (!named) requests.release(which);
}

void Run::watch(std::uint32_t entry) {
    for (std::size_t i = 0; i < watches.size() && !over(); ++i) {
        const Watch& watch = watches[i];
        if (fits(*this, *watch.step, watch.scope, entry).fit != Fit::Exact) continue;
        fail({.mark = watch.step->mark,
              .what = "something happened that never may",
              .expected = "never " + awaited_text(*watch.step),
              .got = describe(*this, entry)});
    }
}

void Run::fail(Failure failure) {
    if (failure_) return;
    failure.at = now();
    failure.step = step == nullptr ? 0 : played;
    if (step != nullptr) {
        const Mark mark = failure.mark.value_or(step->mark);
        if (mark.event != step->mark.event) failure.during = step->mark;
        failure.mark = mark;
    }
    if (failure.messages.empty()) failure.messages = last_messages(*this, {});
    const std::uint64_t faults = happenings_.faults_fired();
    const auto& texts = happenings_.fault_texts();
    if (faults > texts.size())
        failure.notes.push_back(fmt::format("faults had {} effects; the last:", faults));
    failure.notes.insert(failure.notes.end(), texts.begin(), texts.end());
    failure.ladder = run_ladder(*this);
    failure_ = std::move(failure);
}

void Run::stop_recording() {
    world.telephony().end_faults();
    world.telephony().observe_faults(nullptr);
    recording_ = false;
    happenings_.stop();
    watches.clear();
    trace_.reset();
}

}  // namespace pbxlab::harness
