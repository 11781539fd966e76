#include "harness/load.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "harness/ending.h"
#include "harness/load_arrivals.h"
#include "harness/load_copies.h"
#include "harness/load_judge.h"
#include "harness/load_session.h"
#include "harness/load_shared.h"
#include "harness/load_wakes.h"
#include "harness/load_watch.h"
#include "harness/report.h"
#include "switch/random.h"

namespace pbxlab::harness {

namespace {

constexpr std::uint64_t kEventsPerCheck = 4096;  // invariants of so many lines take their time

// A call that no copy has been free for yet.
struct Arrived {
    std::uint64_t number = 0;
    pbx::SimTime at;
};

class Load {
 public:
    Load(const Scenario& scenario, const RunOptions& options)
        : scenario_{scenario},
          options_{quiet(options)},
          all_{all_copies(scenario)},
          whole_{all_, options_},
          arrivals_{*scenario.load, mix_seed(options.seed, scenario.path)},
          patience_{mix_seed(options.seed, scenario.path), "patience"},
          watch_{whole_.world.exchange(), scenario.load->copies} {
        if (const auto& problem = whole_.world.problem())
            whole_.fail({.what = "the switch cannot be set up", .got = *problem});
        whole_.drain();
        if (whole_.over()) return;
        make_sessions();
    }
    ~Load() { whole_.world.telephony().note_told(nullptr); }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    RunResult run() {
        while (!whole_.over() && (arrivals_.more() || !waiting_.empty() || somebody_waits())) {
            begin_due();
            if (!go_on()) break;
        }
        for (const auto& session : sessions_) session->stop();
        fill_counts();
        RunResult result{.seed = options_.seed,
                         .steps = steps_,
                         .messages = messages_,
                         .simulated = whole_.now().time_since_epoch()};
        result.faults = fault_counts(whole_.world);
        if (!first_) judge_faults(whole_);
        if (!whole_.over()) clean_up(whole_);
        result.failure = judged();
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
    LoadPlace place(std::uint32_t copy, const std::set<std::string>& shared) {
        World& world = whole_.world;
        const SwitchWords& words = scenario_.exchange;
        LoadPlace place;
        for (const std::string& line : words.line_order) {
            if (shared.contains(line)) continue;
            if (scenario_.applications.empty())
                place.seats.push_back(world.seat(name_in_copy(line, copy)));
            place.stations.push_back(world.station(world.device(name_in_copy(line, copy))));
        }
        for (const std::string& app : scenario_.application_order) {
            if (!is_shared(scenario_.applications.at(app), shared))
                place.seats.push_back(world.seat(name_in_copy(app, copy)));
        }
        for (const std::string& party : words.outside_order) {
            if (const auto id = world.outside(name_in_copy(party, copy)))
                place.parties.push_back(*id);
        }
        if (shared_) place.shared = &shared_->alias();
        return place;
    }

    void make_sessions() {
        const std::set<std::string> shared = shared_lines(scenario_);
        if (!shared.empty()) shared_.emplace(scenario_, whole_.world, watch_);
        for (std::uint32_t copy = 1; copy <= scenario_.load->copies; ++copy) {
            const LoadPlace where = place(copy, shared);
            for (const pbx::StationId station : where.stations)
                watch_.belongs(station, sessions_.size());
            for (const pbx::OutsideId party : where.parties)
                watch_.belongs(party, sessions_.size());
            sessions_.push_back(std::make_unique<LoadSession>(copy_of(scenario_, copy), options_,
                                                              whole_.world, where));
            free_.push(free_.size());
        }
        wakes_.resize(sessions_.size());
        patient_until_.assign(sessions_.size(), Wakes::kNever);
        whole_.world.telephony().note_told(&told_);
        whole_.world.exchange().observe(watch_);
    }

    // Calls whose time has come begin on the first free copy, or wait for one.
    void begin_due() {
        while (arrivals_.more() && arrivals_.next() <= whole_.now()) {
            const pbx::SimTime at = last_arrival_ = arrivals_.next();
            waiting_.push_back({arrivals_.take(), at});
        }
        while (!waiting_.empty() && !free_.empty()) {
            const Arrived next = waiting_.front();
            waiting_.pop_front();
            const std::size_t index = free_.top();
            free_.pop();
            ++counts_.begun;
            counts_.waited += next.at < whole_.now() ? 1U : 0U;
            watch_.begin(index);
            if (const auto& patience = scenario_.load->patience)
                patient_until_[index] = whole_.now() + pbx::drawn(*patience, patience_);
            sessions_[index]->begin(next.number);
            note(index);
        }
    }

    // Lets the next thing happen: an event of the switch, a time that a call waits for, or an
    // arrival.
    bool go_on() {
        pbx::Scheduler& scheduler = whole_.world.exchange().scheduler();
        const auto due = scheduler.next_due();
        pbx::SimTime wake = wakes_.next();
        if (arrivals_.more()) wake = std::min(wake, arrivals_.next());
        if (due && *due <= wake) return step(scheduler, *due);
        if (wake == Wakes::kNever || !whole_.may_pass(wake)) return false;
        if (whole_.now() < wake) {
            pass(wake);
            scheduler.idle_until(wake);
        }
        wake_all();
        return true;
    }

    [[nodiscard]] bool somebody_waits() const { return wakes_.next() != Wakes::kNever; }

    // Those whose time is there; what they then wait for comes later, even if it is now.
    void wake_all() {
        going_.clear();
        wakes_.due(whole_.now(), going_);
        for (const std::size_t index : going_) {
            if (sessions_[index]->wake() <= whole_.now()) {
                go_on(index, true);
            } else {
                lose_patience(index);
            }
        }
    }

    void lose_patience(std::size_t index) {
        patient_until_[index] = Wakes::kNever;
        if (watch_.way(index) == LoadWatch::Way::Asked) sessions_[index]->give_up();
        note(index);
    }

    // Time goes on.
    void pass(pbx::SimTime until) {
        if (!arrivals_.more() || scenario_.exchange.outside.empty()) return;
        const pbx::Exchange& exchange = std::as_const(whole_.world).exchange();
        trunks_.pass(until - whole_.now(), exchange.trunks_in_use(), trunk_count());
    }
    [[nodiscard]] std::uint32_t trunk_count() const { return all_.exchange.trunks.value_or(0); }

    // Blocked calls are over, where the scenario says how many there may be.
    void end_blocked() {
        const bool may_be = scenario_.load->expect && scenario_.load->expect->blocked;
        going_ = std::exchange(watch_.blocked(), {});
        std::sort(going_.begin(), going_.end());
        for (const std::size_t index : going_) {
            const bool is = sessions_[index]->live() && !sessions_[index]->gives_up() &&
                            watch_.way(index) == LoadWatch::Way::Blocked;
            if (!may_be || !is) continue;
            sessions_[index]->give_up();
            note(index);
        }
    }

    bool step(pbx::Scheduler& scheduler, pbx::SimTime due) {
        if (!whole_.may_pass(due)) return false;
        if (whole_.now() < due) pass(due);
        scheduler.step();
        if (!watch_.blocked().empty()) end_blocked();
        whole_.count_event(++events_ % kEventsPerCheck == 0);
        take();
        for (const std::size_t index : going_) go_on(index, false);
        return true;
    }

    // Finds the calls that have been told something.
    void take() {
        going_.clear();
        for (const lines::Application* app : told_) find_told(app);
        told_.clear();
        std::sort(going_.begin(), going_.end());
        going_.erase(std::unique(going_.begin(), going_.end()), going_.end());
        std::erase_if(going_, [this](std::size_t index) {
            return !sessions_[index]->live() || !sessions_[index]->take();
        });
    }
    void find_told(const lines::Application* app) {
        const Told told = who_is(app);
        if (told.session != LoadWatch::kNobody) going_.push_back(told.session);
        if (told.seat == kNone) return;
        lines::Message message;
        while (whole_.world.seats()[told.seat].app->get_message(&message) == 0) {
            const std::size_t owner =
                shared_->owner(told.seat, message,
                               [this](std::size_t copy, std::uint32_t seat, lines::LineResult id) {
                                   return sessions_[copy]->asked(seat, id);
                               });
            if (owner == LoadWatch::kNobody || !sessions_[owner]->live()) continue;
            sessions_[owner]->hand(message, told.seat);
            going_.push_back(owner);
        }
    }

    // Whose an application is: a session's, or everybody's. A step may start one anew.
    struct Told {
        std::size_t session = LoadWatch::kNobody;
        std::uint32_t seat = kNone;  // of those that all share
    };
    Told who_is(const lines::Application* app) {
        if (const auto known = who_is_.find(app); known != who_is_.end()) return known->second;
        who_is_[app] = {};
        const auto& seats = whole_.world.seats();
        for (std::size_t index = 0; index < sessions_.size(); ++index) {
            for (const std::uint32_t seat : sessions_[index]->seats())
                who_is_[seats[seat].app] = {.session = index};
        }
        if (shared_) {
            for (const std::uint32_t seat : shared_->seats())
                who_is_[seats[seat].app] = {.seat = seat};
        }
        return who_is_[app];
    }

    void go_on(std::size_t index, bool timed_out) {
        sessions_[index]->resume(timed_out);
        note(index);
    }

    // Until when a call waits, or what became of it.
    void note(std::size_t index) {
        const LoadSession& session = *sessions_[index];
        if (session.live()) {
            const bool is_patient = watch_.way(index) <= LoadWatch::Way::Asked;
            if (!is_patient) patient_until_[index] = Wakes::kNever;
            wakes_.set(index, std::min(session.wake(), patient_until_[index]));
            return;
        }
        wakes_.set(index, Wakes::kNever);
        patient_until_[index] = Wakes::kNever;
        free_.push(index);
        if (shared_) shared_->forget(index);
        note_end(index, session);
    }

    void note_end(std::size_t index, const LoadSession& session) {
        const std::optional<Failure>& failure = session.failure();
        steps_ += session.steps();
        messages_ += session.messages();
        ++counts_.ended;
        const LoadWatch::Way way = watch_.end(index, failure);
        const LoadWords& load = *scenario_.load;
        const bool may_block = load.expect && load.expect->blocked;
        if (!failure || (may_block && way == LoadWatch::Way::Blocked)) return;
        ++counts_.failed;
        if (first_) return;
        first_ = failure;
        counts_.first_failed = session.number();
        first_->notes.insert(first_->notes.begin(),
                             fmt::format("call {} of {}", session.number(), load.calls));
    }

    void fill_counts() {
        watch_.fill(counts_, last_arrival_.time_since_epoch());
        if (!scenario_.exchange.outside.empty()) counts_.trunk_use = trunks_.use(trunk_count());
    }

    // What is wrong with the switch as a whole comes first; calls may fail where the scenario says
    // how many.
    std::optional<Failure> judged() {
        const auto& expected = scenario_.load->expect;
        const bool may_fail = expected && expected->dropped;
        if (first_ && !may_fail) return first_;
        if (whole_.failure() || whole_.interrupted()) return whole_.failure();
        std::optional<Failure> failure = expected ? judge_load(*expected, counts_) : std::nullopt;
        if (!failure) return failure;
        failure->at = whole_.now();
        if (first_) {
            failure->notes.push_back(fmt::format("the first call that went otherwise was {}: {}",
                                                 counts_.first_failed, failure_summary(*first_)));
            failure->messages = first_->messages;
            failure->ladder = first_->ladder;
        }
        return failure;
    }

    const Scenario& scenario_;
    RunOptions options_;
    Scenario all_;
    Run whole_;
    Arrivals arrivals_;
    std::vector<std::unique_ptr<LoadSession>> sessions_;
    std::deque<Arrived> waiting_;
    // Those that carry no call, the first one on top.
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free_;
    Wakes wakes_;                                  // until when the others wait
    std::vector<std::size_t> going_;               // that go on now
    std::vector<const lines::Application*> told_;  // something, since they were looked at
    std::unordered_map<const lines::Application*, Told> who_is_;  // looked up only
    pbx::RandomStream patience_;
    std::vector<pbx::SimTime> patient_until_;  // by session
    LoadWatch watch_;
    TrunkWatch trunks_;
    std::optional<SharedLines> shared_;
    pbx::SimTime last_arrival_;
    std::uint64_t steps_ = 0, messages_ = 0, events_ = 0;
    LoadCounts counts_;
    std::optional<Failure> first_;
};

}  // namespace

RunResult run_load(const Scenario& scenario, const RunOptions& options) {
    return Load{scenario, options}.run();
}

}  // namespace pbxlab::harness
