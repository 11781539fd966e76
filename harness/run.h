// A scenario while it is played: the world, everything that was sent, and the first thing that went
// wrong. The steps (steps.h) and the end of a run (ending.h) are functions over it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "harness/expectation.h"
#include "harness/gather_buffers.h"
#include "harness/happenings.h"
#include "harness/message_log.h"
#include "harness/requests.h"
#include "harness/runner.h"
#include "harness/scenario.h"
#include "harness/trace.h"
#include "harness/world.h"
#include "switch/random.h"

namespace pbxlab::harness {

// Something that must not happen: a `never` step.
struct Watch {
    const Step* step = nullptr;
    Scope scope;
};

// Who else plays on the same switch: a run that has to wait hands over to the others.
class Turn {
 public:
    virtual ~Turn() = default;
    // Returns when something was sent to the run: true; or when everything due until then has
    // happened: false.
    virtual bool wait(pbx::SimTime until) = 0;
    // What was fetched for the run from applications that it shares with others, with their seats.
    using Batch = std::vector<std::pair<lines::Message, std::uint32_t>>;
    virtual bool fetch(Batch& batch) = 0;  // false when that is nothing
};

class Run {
 public:
    Run(const Scenario& played, const RunOptions& given);
    // One of several on a switch that is there: with these of its applications.
    Run(const Scenario& played, const RunOptions& given, World& shared,
        std::vector<std::uint32_t> seats, Turn& turn);

    const Scenario& scenario;
    const RunOptions& options;

 private:
    Happenings happenings_;  // observes before the lines do
    std::unique_ptr<World> own_world_;

 public:
    World& world;
    MessageLog log;
    Requests requests;
    GatherBuffers gathers;
    std::vector<Watch> watches;
    const Step* step = nullptr;  // being played
    std::uint64_t played = 0;    // steps so far
    std::uint64_t number = 0;    // of the call of a load

    // --- time
    [[nodiscard]] pbx::SimTime now() const;
    // Runs the next event that is due no later than `until`; false when there is none, or the run
    // is over.
    bool advance(pbx::SimTime until);
    // Runs everything due until then and stands at that instant; false when the run is over before.
    bool run_until(pbx::SimTime until);
    // For who moves time itself: whether the run may go on to `next`, now; it waits for the clock
    // when it is held to it. False when the run is over.
    bool may_pass(pbx::SimTime next);
    // An event was run; with `check` the rules that always hold are looked at.
    void count_event(bool check);
    void interrupt() { interrupted_ = true; }
    // How long it is this time. Each run, and each call of a load, has chance of its own.
    [[nodiscard]] pbx::Duration draw(const pbx::Delay& delay);
    // Takes what applications have been sent. To be called after whatever may send messages.
    void drain();

    // Faults that there are now are told to happenings(), and learn what calls are named.
    void watch_faults();

    // --- the verdict
    // The run ends here; the first failure stays. Fills in when, the step, and the ladder.
    void fail(Failure failure);
    [[nodiscard]] bool over() const { return failure_.has_value() || interrupted_; }
    [[nodiscard]] bool interrupted() const { return interrupted_; }
    [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }

    // --- notes
    [[nodiscard]] TraceWriter* trace() { return trace_ ? &*trace_ : nullptr; }
    [[nodiscard]] Happenings& happenings() { return happenings_; }
    [[nodiscard]] const Happenings& happenings() const { return happenings_; }
    // From here on nothing is traced, watched or kept: the clean-up.
    void stop_recording();
    [[nodiscard]] bool recording() const { return recording_; }

    // The record of a call handle, made when it was not seen before.
    std::uint32_t record(std::uint32_t seat, lines::HCall handle);
    // The record of a handle that the application has just been given. It is a new one, unless it
    // has the handle already and its call lives: a request can join a call that is monitored
    // (nf-tspi-tspi_linemakecall).
    std::uint32_t given(std::uint32_t seat, lines::HCall handle);
    // The record of a call object of a TAPI 3 application, made when it was not seen before; the
    // record keeps it until it is released.
    std::uint32_t record(std::uint32_t seat, lines::tapi3::Call& call);

 private:
    // Lets the TAPI 3 applications look at what the lines have told them, until nothing comes of it
    // any more: it may make them ask for more.
    void look();
    // Fetches what has come; false when that is nothing.
    bool collect();
    void take(const lines::Message& message, std::uint32_t seat);
    void take(const lines::tapi3::Notice& notice, std::uint32_t seat);
    void keep(const Entry& entry);
    void take_reply(std::uint32_t index);
    void write_trace(std::uint32_t index);
    void watch(std::uint32_t entry);
    [[nodiscard]] bool within_limits(pbx::SimTime next);
    // Waits for the clock, when the run is held to it; false when it was interrupted meanwhile.
    [[nodiscard]] bool pace(pbx::SimTime next);
    void check_invariants();

    std::vector<std::uint32_t> seats_;  // whose messages it takes
    Turn* turn_ = nullptr;              // nullptr: it is alone
    std::optional<TraceWriter> trace_;
    // What was fetched, with its seat; of a message that stands for an event or a return of TAPI 3,
    // param1 is its place in notices_.
    Turn::Batch batch_;
    std::vector<lines::tapi3::Notice> notices_;
    bool has_tapi3_ = false;
    std::optional<Failure> failure_;
    std::optional<pbx::RandomStream> chance_;
    std::uint64_t drained_ = 0;  // sequence number of the last message taken
    std::uint64_t events_ = 0;
    bool interrupted_ = false;
    bool recording_ = true;
};

}  // namespace pbxlab::harness
