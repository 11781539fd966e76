#include "harness/load_session.h"

#include <algorithm>
#include <utility>

#include "harness/ending.h"
#include "harness/steps.h"

namespace pbxlab::harness {

namespace {

constexpr pbx::Duration kLook = std::chrono::milliseconds{100};
constexpr pbx::Duration kPutAway = std::chrono::minutes{10};  // for lines to become free

}  // namespace

void Baton::release() {
    const std::lock_guard lock{mutex_};
    there_ = true;
    changed_.notify_one();
}

void Baton::acquire() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return there_; });
    there_ = false;
}

LoadSession::LoadSession(Scenario scenario, const RunOptions& options, World& world,
                         LoadPlace place)
    : scenario_{std::move(scenario)},
      options_{options},
      world_{world},
      place_{std::move(place)},
      thread_{[this] { work(); }} {}

LoadSession::~LoadSession() {
    stop();
    ending_ = true;
    go_.release();
    thread_.join();
}

std::unique_ptr<Run> LoadSession::put_by() {
    put_by_ = taken();
    return std::move(run_);
}

void LoadSession::work() {
    for (go_.acquire(); !ending_; go_.acquire()) {
        try {
            live_one_call();
        } catch (...) {
            error_ = std::current_exception();  // for the thread that let this one go on
        }
        put_by();
        back_.release();
    }
}

void LoadSession::hand_over() {
    go_.release();
    back_.acquire();
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

void LoadSession::begin(std::uint64_t number) {
    number_ = number;
    failure_.reset();
    run_ = std::make_unique<Run>(scenario_, options_, world_, place_.seats, *this);
    hand_over();
}

void LoadSession::resume(bool timed_out) {
    timed_out_ = timed_out;
    hand_over();
}

void LoadSession::stop() {
    while (live()) {
        run_->interrupt();
        resume(true);
    }
}

bool LoadSession::take() {
    const std::size_t before = run_->log.entries().size();
    run_->drain();
    return run_->log.entries().size() != before || run_->over();
}

bool LoadSession::wait(pbx::SimTime until) {
    wake_ = until;
    back_.release();
    go_.acquire();
    return !timed_out_;
}

void LoadSession::live_one_call() {
    Run& run = *run_;
    run.drain();
    play(run, scenario_.steps);
    run.step = nullptr;
    settle(run);
    judge_traces(run);
    judge_strict(run);
    steps_ = run.played;
    messages_ = run.log.entries().size();
    failure_ = run.failure();
    if (!run.interrupted()) put_away();
}

void LoadSession::let_go(const MessageLog& log) {
    drop_own_calls(world_, log);
    for (const pbx::OutsideId party : place_.parties)
        (void)world_.exchange().outside_hangs_up(party);
    for (const pbx::StationId station : place_.stations) put_down(world_.exchange(), station);
}

bool LoadSession::is_free() const {
    const pbx::Exchange& exchange = world_.exchange();
    return std::none_of(place_.stations.begin(), place_.stations.end(),
                        [&](pbx::StationId id) { return exchange.station(id).first.valid(); }) &&
           std::none_of(place_.parties.begin(), place_.parties.end(),
                        [&](pbx::OutsideId id) { return exchange.outside(id).connection.valid(); });
}

// The lines have to be free for the next call, whatever became of this one.
void LoadSession::put_away() {
    const std::unique_ptr<Run> played = put_by();
    run_ = std::make_unique<Run>(scenario_, options_, world_, place_.seats, *this);
    Run& run = *run_;
    const pbx::SimTime until = run.now() + kPutAway;
    let_go(played->log);
    run.drain();
    // Nothing may be told of lines that no application has open, so one has to look.
    while (!is_free() && !run.over() && run.now() < until) (void)run.advance(run.now() + kLook);
    let_go(run.log);
    deallocate(world_, played->log);
    deallocate(world_, run.log);
    if (is_free() || run.over() || failure_) return;
    failure_ = Failure{.at = run.now(), .what = "a call of a load did not leave its lines free"};
}

}  // namespace pbxlab::harness
