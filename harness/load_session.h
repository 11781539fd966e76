// One copy of a load's lines, and the call that it carries. The steps of the call are played in a
// coroutine, because they wait in the middle of what they do; which one goes on is decided by
// simulated time alone.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "harness/coroutine.h"
#include "harness/run.h"

namespace pbxlab::harness {

// What there is of one copy.
struct LoadPlace {
    std::vector<std::uint32_t> seats;  // its applications
    std::vector<pbx::StationId> stations;
    std::vector<pbx::OutsideId> parties;
    const LineAlias* shared = nullptr;  // lines that all calls share; nullptr: there are none
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
    // Ends the call where it waits, and puts away what it leaves; nothing of it is judged any more.
    void give_up();
    // The same, and leaves everything as it is.
    void stop();

    [[nodiscard]] const std::vector<std::uint32_t>& seats() const { return place_.seats; }
    [[nodiscard]] bool gives_up() const { return gives_up_; }
    [[nodiscard]] bool live() const { return run_ != nullptr; }
    [[nodiscard]] std::uint64_t number() const { return number_; }
    // Until when it waits.
    [[nodiscard]] pbx::SimTime wake() const { return wake_; }
    // Takes the messages of its lines; true when there were any.
    bool take();
    // A message of an application that it shares with others.
    void hand(const lines::Message& message, std::uint32_t seat) {
        handed_.emplace_back(message, seat);
    }
    // Whether it awaits the reply to this request.
    [[nodiscard]] bool asked(std::uint32_t seat, lines::LineResult id) const {
        return live() && run_->requests.awaits(seat, id);
    }
    // What became of the last call, once it is over: its failure, and the steps that were played.
    [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
    [[nodiscard]] std::uint64_t steps() const { return steps_; }
    [[nodiscard]] std::uint64_t messages() const { return messages_; }

    // Called by the steps, in their coroutine.
    bool wait(pbx::SimTime until) override;
    bool fetch(Batch& batch) override;

 private:
    void work();
    void live_one_call();
    void put_away();
    // Ends what a call has left: its handles, what persons and parties outside have in hand.
    void let_go(const MessageLog& log);
    [[nodiscard]] bool is_free() const;
    // Whether every call that the log knows at shared lines has ended.
    [[nodiscard]] bool is_over(const MessageLog& log) const;
    void make_run();
    void hand_over();

    Scenario scenario_;
    const RunOptions& options_;
    World& world_;
    LoadPlace place_;
    std::unique_ptr<Run> run_;
    std::uint64_t number_ = 0, steps_ = 0, messages_ = 0;
    pbx::SimTime wake_;
    Batch handed_;
    bool gives_up_ = false, timed_out_ = false, begun_ = false, ending_ = false;
    std::optional<Failure> failure_;
    std::exception_ptr error_;
    Coroutine life_;
};

}  // namespace pbxlab::harness
