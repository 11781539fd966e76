// One copy of a load's lines, and the call that it carries. The steps of the call are played on a
// thread of their own, because they wait in the middle of what they do; but only one thread of a
// load runs at any time, and which one is decided by simulated time alone.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "harness/run.h"

namespace pbxlab::harness {

// Handed from one thread to the other and back.
class Baton {
 public:
    void release();
    void acquire();  // waits for it

 private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool there_ = false;
};

// What there is of one copy.
struct LoadPlace {
    std::vector<std::uint32_t> seats;  // its applications
    std::vector<pbx::StationId> stations;
    std::vector<pbx::OutsideId> parties;
};

class LoadSession : public Turn {
 public:
    // `scenario` is that of the copy. Everything given but the place must outlive the session.
    LoadSession(Scenario scenario, const RunOptions& options, World& world, LoadPlace place);
    ~LoadSession() override;
    LoadSession(const LoadSession&) = delete;
    LoadSession& operator=(const LoadSession&) = delete;

    // Begins a call; it is played until it first waits.
    void begin(std::uint64_t number);
    // Goes on: because something came, or because the time it waits for is there.
    void resume(bool timed_out);
    // Ends the call where it waits; nothing of it is judged any more.
    void stop();

    [[nodiscard]] bool live() const { return run_ != nullptr; }
    [[nodiscard]] std::uint64_t number() const { return number_; }
    // Until when it waits.
    [[nodiscard]] pbx::SimTime wake() const { return wake_; }
    // Takes the messages of its lines; true when there were any.
    bool take();
    // How many it has taken, over all its calls.
    [[nodiscard]] std::uint64_t taken() const {
        return put_by_ + (live() ? run_->log.entries().size() : 0);
    }
    // What became of the last call, once it is over: its failure, and the steps that were played.
    [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
    [[nodiscard]] std::uint64_t steps() const { return steps_; }
    [[nodiscard]] std::uint64_t messages() const { return messages_; }

    // Called by the steps, on their thread.
    bool wait(pbx::SimTime until) override;

 private:
    void work();
    void live_one_call();
    void put_away();
    std::unique_ptr<Run> put_by();  // the run, out of the way
    // Ends what a call has left: its handles, what persons and parties outside have in hand.
    void let_go(const MessageLog& log);
    [[nodiscard]] bool is_free() const;
    void hand_over();

    Scenario scenario_;
    const RunOptions& options_;
    World& world_;
    LoadPlace place_;
    std::unique_ptr<Run> run_;
    std::uint64_t number_ = 0, steps_ = 0, messages_ = 0;
    std::uint64_t put_by_ = 0;  // messages of runs that are over
    pbx::SimTime wake_;
    bool timed_out_ = false, ending_ = false;
    std::optional<Failure> failure_;
    std::exception_ptr error_;
    Baton go_, back_;
    std::thread thread_;
};

}  // namespace pbxlab::harness
