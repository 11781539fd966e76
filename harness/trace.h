// The trace of a run as JSON Lines: a header, then one record for each request, return, reply,
// message and switch event, numbered and with simulated time. No pointer, no wall time, no path
// outside the scenario root is in it, so that two runs with one seed write the same bytes.
//
//   {"kind":"trace","format":1,"scenario":"hold/swap.json","name":"...","seed":1,"provider":{}}
//   {"seq":1,"t":"0.000000","kind":"request","app":"alice","op":"lineMakeCall","line":"alice",...}
//   {"seq":2,"t":"0.000000","kind":"return","app":"alice","op":"lineMakeCall","result":1}
//   {"seq":3,"t":"0.010000","kind":"switch","event":"orderTaken","party":"alice",...}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/json_line.h"
#include "harness/message_log.h"
#include "harness/scenario.h"
#include "harness/world.h"
#include "switch/events.h"

namespace pbxlab::harness {

// Where a trace goes, in pieces of whole lines.
class TraceSink {
 public:
    virtual ~TraceSink() = default;
    virtual void write(std::string_view lines) = 0;
};

class StringSink : public TraceSink {
 public:
    void write(std::string_view lines) override { text += lines; }
    std::string text;
};

// A switch event with what must be looked up at its instant.
struct SwitchNote {
    pbx::Event event;
    std::uint32_t call = 0;                  // Call::number; 0: none
    std::uint32_t outside = kNone;           // index of the outside party whose connection it is
    std::uint64_t after = 0;                 // sequence number of the last message sent before it
    std::optional<lines::FaultFired> fault;  // it is no event, but what a fault did
};

class TraceWriter {
 public:
    TraceWriter(TraceSink& sink, const World& world, const MessageLog& log);
    ~TraceWriter();
    TraceWriter(const TraceWriter&) = delete;
    TraceWriter& operator=(const TraceWriter&) = delete;

    void header(const Scenario& scenario, std::uint64_t seed);
    // `call` and `line` as the step resolved them; kNone: none.
    void request(pbx::SimTime at, const Step& step, std::uint32_t seat, std::uint32_t call,
                 std::uint32_t device);
    void returned(pbx::SimTime at, const Step& step, std::uint32_t seat, lines::LineResult result);
    // The same of a method of TAPI 3 whose return comes later.
    void pending(pbx::SimTime at, const Step& step, std::uint32_t seat, std::uint32_t pending);
    // What a person or the outside world does: "phone lift", "inject calls".
    void act(pbx::SimTime at, std::string_view kind, std::string_view what, std::string_view who,
             std::string_view digits);
    void message(const Entry& entry);
    void note(const SwitchNote& note);

 private:
    void start(pbx::SimTime at, std::string_view kind);
    void finish();
    void flush();
    void what(const Step& step);
    void arguments(const Step& step);
    void arguments(const MethodWords& words);
    void event(const Entry& entry);
    void switch_event(const SwitchNote& note);
    void fault(const lines::FaultFired& fired);
    void party(const SwitchNote& note);

    TraceSink& sink_;
    const World& world_;
    const MessageLog& log_;
    JsonLine line_;
    std::string text_;  // of a message
    std::uint64_t sequence_ = 0;
};

}  // namespace pbxlab::harness
