#include "harness/load_session.h"

#include <algorithm>
#include <utility>

#include "harness/ending.h"
#include "harness/steps.h"

namespace pbxlab::harness {

namespace {

constexpr pbx::Duration kPutAway = std::chrono::minutes{10};  // for lines to become free

// Ends what a call has left at its lines.
void let_go(World& world, const std::vector<std::uint32_t>& seats, const MessageLog& log) {
    for (const CallRecord& call : log.calls()) {
        lines::Application& app = *world.seats()[call.seat].app;
        lines::CallStatus status;
        if (app.get_call_status(call.handle, &status) < 0) continue;
        const bool own = (status.call_privilege & lines::LINECALLPRIVILEGE_OWNER) != 0;
        if (own && status.call_state != lines::LINECALLSTATE_IDLE) app.drop(call.handle);
    }
    for (const std::uint32_t seat : seats) {
        for (const Opened& open : world.seats()[seat].opens)
            (void)world.exchange().phone_hang_up(world.station(open.device));
    }
}

bool are_free(World& world, const std::vector<std::uint32_t>& seats) {
    return std::none_of(seats.begin(), seats.end(), [&world](std::uint32_t seat) {
        const auto& opens = world.seats()[seat].opens;
        return std::any_of(opens.begin(), opens.end(), [&world](const Opened& open) {
            return world.exchange().station(world.station(open.device)).first.valid();
        });
    });
}

void deallocate(World& world, const MessageLog& log) {
    for (const CallRecord& call : log.calls())
        world.seats()[call.seat].app->deallocate_call(call.handle);
}

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
                         std::vector<std::uint32_t> seats)
    : scenario_{std::move(scenario)},
      options_{options},
      world_{world},
      seats_{std::move(seats)},
      thread_{[this] { work(); }} {}

LoadSession::~LoadSession() {
    stop();
    ending_ = true;
    go_.release();
    thread_.join();
}

void LoadSession::work() {
    for (go_.acquire(); !ending_; go_.acquire()) {
        try {
            live_one_call();
        } catch (...) {
            error_ = std::current_exception();  // for the thread that let this one go on
        }
        run_.reset();
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
    run_ = std::make_unique<Run>(scenario_, options_, world_, seats_, *this);
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

// The lines have to be free for the next call, whatever became of this one.
void LoadSession::put_away() {
    const std::unique_ptr<Run> played = std::move(run_);
    run_ = std::make_unique<Run>(scenario_, options_, world_, seats_, *this);
    Run& run = *run_;
    const pbx::SimTime until = run.now() + kPutAway;
    let_go(world_, seats_, played->log);
    run.drain();
    while (!are_free(world_, seats_) && run.advance(until)) {
    }
    let_go(world_, seats_, run.log);
    deallocate(world_, played->log);
    deallocate(world_, run.log);
    if (are_free(world_, seats_) || run.over() || failure_) return;
    failure_ = Failure{.at = run.now(), .what = "a call of a load did not leave its lines free"};
}

}  // namespace pbxlab::harness
