#include "harness/load.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "harness/ending.h"
#include "harness/load_copies.h"
#include "harness/load_session.h"
#include "switch/random.h"

namespace pbxlab::harness {

namespace {

constexpr std::uint64_t kEventsPerCheck = 4096;  // invariants of so many lines take their time

// When calls arrive.
class Arrivals {
 public:
    Arrivals(const LoadWords& load, std::uint64_t seed) : load_{load}, random_{seed, "arrivals"} {}

    [[nodiscard]] bool more() const { return drawn_ < load_.calls; }
    [[nodiscard]] pbx::SimTime next() const { return next_; }
    // Takes one; its number, counting from 1.
    std::uint64_t take() {
        ++drawn_;
        // Times of one call per period, so that nothing is rounded from one call to the next.
        sum_ += load_.poisson ? random_.exponential(load_.period) : load_.period;
        next_ = pbx::SimTime{sum_ / static_cast<std::int64_t>(load_.per_period)};
        return drawn_;
    }

 private:
    const LoadWords& load_;
    pbx::RandomStream random_;
    std::uint64_t drawn_ = 0;
    pbx::Duration sum_{};
    pbx::SimTime next_;
};

// A call that no copy has been free for yet.
struct Arrived {
    std::uint64_t number = 0;
    pbx::SimTime at;
};

class Load : private pbx::Observer {
 public:
    Load(const Scenario& scenario, const RunOptions& options)
        : scenario_{scenario},
          options_{quiet(options)},
          all_{all_copies(scenario)},
          whole_{all_, options_},
          arrivals_{*scenario.load, mix_seed(options.seed, scenario.path)} {
        if (const auto& problem = whole_.world.problem())
            whole_.fail({.what = "the switch cannot be set up", .got = *problem});
        whole_.drain();
        if (whole_.over()) return;
        make_sessions();
        whole_.world.exchange().observe(*this);
    }

    RunResult run() {
        while (!whole_.over() && (arrivals_.more() || !waiting_.empty() || !wakes_.empty())) {
            begin_due();
            if (!go_on()) break;
        }
        for (const auto& session : sessions_) session->stop();
        RunResult result{.seed = options_.seed,
                         .steps = steps_,
                         .messages = messages_,
                         .simulated = whole_.now().time_since_epoch()};
        result.faults = fault_counts(whole_.world);
        if (!first_) judge_faults(whole_);
        if (!whole_.over()) clean_up(whole_);
        result.failure = first_ ? first_ : whole_.failure();
        result.load = counts_;
        if (whole_.interrupted()) result.outcome = Outcome::Interrupted;
        if (result.failure) result.outcome = Outcome::Failed;
        return result;
    }

 private:
    // Calls are not traced, nor are their traces written into files.
    static RunOptions quiet(RunOptions options) {
        options.trace = nullptr;
        options.update = false;
        return options;
    }

    // What there is of a copy, in the world of all.
    LoadPlace place(std::uint32_t copy) {
        World& world = whole_.world;
        const SwitchWords& words = scenario_.exchange;
        const auto& apps =
            scenario_.applications.empty() ? words.line_order : scenario_.application_order;
        LoadPlace place;
        for (const std::string& app : apps)
            place.seats.push_back(world.seat(name_in_copy(app, copy)));
        for (const std::string& line : words.line_order)
            place.stations.push_back(world.station(world.device(name_in_copy(line, copy))));
        for (const std::string& party : words.outside_order) {
            if (const auto id = world.outside(name_in_copy(party, copy)))
                place.parties.push_back(*id);
        }
        return place;
    }

    void make_sessions() {
        for (std::uint32_t copy = 1; copy <= scenario_.load->copies; ++copy) {
            sessions_.push_back(std::make_unique<LoadSession>(copy_of(scenario_, copy), options_,
                                                              whole_.world, place(copy)));
            free_.insert(free_.end(), free_.size());
        }
        waits_.resize(sessions_.size());
        taken_by_.resize(sessions_.size());
        lost_ = outstanding();
        session_on_.resize(whole_.world.exchange().station_count());
        const std::size_t lines = scenario_.exchange.line_order.size();
        for (std::size_t i = 0; i < session_on_.size(); ++i) session_on_[i] = i / lines;
    }

    // Calls whose time has come begin on the first free copy, or wait for one.
    void begin_due() {
        while (arrivals_.more() && arrivals_.next() <= whole_.now()) {
            const pbx::SimTime at = arrivals_.next();
            waiting_.push_back({arrivals_.take(), at});
        }
        while (!waiting_.empty() && !free_.empty()) {
            const Arrived next = waiting_.front();
            waiting_.pop_front();
            const std::size_t index = *free_.begin();
            free_.erase(free_.begin());
            ++counts_.begun;
            counts_.waited += next.at < whole_.now() ? 1U : 0U;
            sessions_[index]->begin(next.number);
            note(index);
        }
    }

    // Lets the next thing happen: an event of the switch, a time that a call waits for, or an
    // arrival.
    bool go_on() {
        pbx::Scheduler& scheduler = whole_.world.exchange().scheduler();
        const auto due = scheduler.next_due();
        std::optional<pbx::SimTime> wake;
        if (!wakes_.empty()) wake = wakes_.begin()->first;
        if (arrivals_.more() && (!wake || arrivals_.next() < *wake)) wake = arrivals_.next();
        if (due && (!wake || *due <= *wake)) return step(scheduler, *due);
        if (!wake || !whole_.may_pass(*wake)) return false;
        if (whole_.now() < *wake) scheduler.idle_until(*wake);
        wake_all();
        return true;
    }

    // Those whose time is there; what they then wait for comes later, even if it is now.
    void wake_all() {
        going_.clear();
        for (auto at = wakes_.begin(); at != wakes_.end() && at->first <= whole_.now(); ++at)
            going_.push_back(at->second);
        std::sort(going_.begin(), going_.end());
        for (const std::size_t index : going_) go_on(index, true);
    }

    bool step(pbx::Scheduler& scheduler, pbx::SimTime due) {
        if (!whole_.may_pass(due)) return false;
        scheduler.step();
        whole_.count_event(++events_ % kEventsPerCheck == 0);
        take();
        for (const std::size_t index : going_) go_on(index, false);
        return true;
    }

    // Those at whose lines something happens are asked for messages first: most often they have
    // them all.
    void on_event(const pbx::Event& event) override {
        const std::uint32_t station = event.station.index;
        if (!event.station.valid() || station >= session_on_.size()) return;
        if (hints_.empty() || hints_.back() != session_on_[station])
            hints_.push_back(session_on_[station]);
    }

    // Finds the calls that have been told something.
    void take() {
        going_.clear();
        if (outstanding() != lost_) {
            for (const std::size_t index : hints_) take(index);
        }
        hints_.clear();  // the rest is rarer: replies, and what all are told
        if (outstanding() != lost_) {
            for (std::size_t index = 0; index < sessions_.size(); ++index) take(index);
            lost_ = outstanding();
        }
        std::sort(going_.begin(), going_.end());
        going_.erase(std::unique(going_.begin(), going_.end()), going_.end());
    }
    void take(std::size_t index) {
        if (sessions_[index]->live() && sessions_[index]->take()) going_.push_back(index);
        count_taken(index);
    }
    // Messages that no call has taken.
    [[nodiscard]] std::uint64_t outstanding() const {
        return whole_.world.telephony().last_message() - taken_;
    }
    void count_taken(std::size_t index) {
        const std::uint64_t now = sessions_[index]->taken();
        taken_ += now - std::exchange(taken_by_[index], now);
    }

    void go_on(std::size_t index, bool timed_out) {
        sessions_[index]->resume(timed_out);
        note(index);
    }

    // Until when a call waits, or what became of it.
    void note(std::size_t index) {
        const LoadSession& session = *sessions_[index];
        count_taken(index);
        if (waits_[index]) wakes_.erase({*waits_[index], index});
        waits_[index].reset();
        if (session.live()) {
            waits_[index] = session.wake();
            wakes_.emplace(session.wake(), index);
        } else {
            free_.insert(index);
            note_end(session);
        }
    }

    void note_end(const LoadSession& session) {
        steps_ += session.steps();
        messages_ += session.messages();
        ++counts_.ended;
        if (!session.failure()) return;
        ++counts_.failed;
        if (first_) return;
        first_ = session.failure();
        counts_.first_failed = session.number();
        first_->notes.insert(first_->notes.begin(),
                             fmt::format("call {} of {}", session.number(), scenario_.load->calls));
    }

    const Scenario& scenario_;
    RunOptions options_;
    Scenario all_;
    std::vector<std::size_t> session_on_;  // by station
    std::vector<std::size_t> hints_;       // where something happened
    Run whole_;
    Arrivals arrivals_;
    std::vector<std::unique_ptr<LoadSession>> sessions_;
    std::deque<Arrived> waiting_;
    std::set<std::size_t> free_;                            // those that carry no call
    std::vector<std::optional<pbx::SimTime>> waits_;        // of the others, until when they wait;
    std::set<std::pair<pbx::SimTime, std::size_t>> wakes_;  // the same, the first one in front
    std::vector<std::size_t> going_;                        // that go on now
    std::vector<std::uint64_t> taken_by_;                   // messages, by session
    std::uint64_t taken_ = 0;                               // over all sessions
    std::uint64_t lost_ = 0;  // messages to nobody, or that wait for the next call on their copy
    std::uint64_t steps_ = 0, messages_ = 0, events_ = 0;
    LoadCounts counts_;
    std::optional<Failure> first_;
};

}  // namespace

RunResult run_load(const Scenario& scenario, const RunOptions& options) {
    return Load{scenario, options}.run();
}

}  // namespace pbxlab::harness
