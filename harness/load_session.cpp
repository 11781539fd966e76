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

LoadSession::LoadSession(Scenario scenario, const RunOptions& options, World& world,
                         LoadPlace place)
    : scenario_{std::move(scenario)},
      options_{options},
      world_{world},
      place_{std::move(place)},
      life_{[this] { work(); }} {}

LoadSession::~LoadSession() {
    stop();
    ending_ = true;
    if (begun_) life_.resume();
}

void LoadSession::work() {
    for (; !ending_; life_.suspend()) {
        try {
            live_one_call();
        } catch (...) {
            error_ = std::current_exception();  // for who let this one go on
        }
        run_.reset();
    }
}

void LoadSession::hand_over() {
    begun_ = true;
    life_.resume();
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

void LoadSession::make_run() {
    run_ = std::make_unique<Run>(scenario_, options_, world_, place_.seats, *this);
    run_->number = number_;
    run_->log.alias(place_.shared);
}

void LoadSession::begin(std::uint64_t number) {
    number_ = number;
    failure_.reset();
    gives_up_ = false;
    handed_.clear();
    make_run();
    hand_over();
}

void LoadSession::resume(bool timed_out) {
    timed_out_ = timed_out;
    hand_over();
}

void LoadSession::give_up() {
    gives_up_ = true;
    run_->interrupt();
    resume(true);
}

bool LoadSession::fetch(Batch& batch) {
    batch.insert(batch.end(), handed_.begin(), handed_.end());
    return !std::exchange(handed_, {}).empty();
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
    life_.suspend();
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
    if (!run.interrupted() || gives_up_) put_away();
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

bool LoadSession::is_over(const MessageLog& log) const {
    if (place_.shared == nullptr) return true;
    return std::none_of(log.calls().begin(), log.calls().end(), [&](const CallRecord& call) {
        lines::CallStatus status;
        return world_.seats()[call.seat].app->get_call_status(call.handle, &status) >= 0 &&
               status.call_state != lines::LINECALLSTATE_IDLE;
    });
}

// The lines have to be free for the next call, whatever became of this one.
void LoadSession::put_away() {
    let_go(run_->log);
    run_->drain();
    if (is_free() && is_over(run_->log)) return deallocate(world_, run_->log);
    const std::unique_ptr<Run> played = std::move(run_);
    make_run();
    Run& run = *run_;
    const pbx::SimTime until = run.now() + kPutAway;
    const auto is_done = [&] { return is_free() && is_over(played->log) && is_over(run.log); };
    // Nothing may be told of lines that no application has open, so one has to look.
    while (!is_done() && !run.over() && run.now() < until) (void)run.advance(run.now() + kLook);
    let_go(run.log);
    deallocate(world_, played->log);
    deallocate(world_, run.log);
    if (is_done() || run.over() || failure_) return;
    failure_ = Failure{.at = run.now(), .what = "a call of a load did not leave its lines free"};
}

}  // namespace pbxlab::harness
