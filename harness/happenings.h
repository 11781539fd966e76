// What happens in the switch while a scenario is played: buffered for the trace, and the last
// states of those parties that no application tells of, for the ladder.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "harness/scenario.h"
#include "harness/trace.h"
#include "lines/faults.h"
#include "switch/events.h"
#include "switch/exchange.h"

namespace pbxlab::harness {

class World;

// A row of the ladder that is no message.
struct Happening {
    pbx::SimTime at;
    std::uint64_t after = 0;        // number of messages in the log before it
    std::uint32_t device = kNone;   // the line, or
    std::uint32_t outside = kNone;  // the outside party it happens at
    std::string_view word;          // a state
    const Step* step = nullptr;     // or a request
    std::string text;               // or what a fault did
};

class Happenings : public pbx::Observer, public lines::FaultObserver {
 public:
    explicit Happenings(bool traced) : traced_{traced} {}

    // Before the first event: whose states and numbers are looked up.
    void attach(World& world, const MessageLog& log);
    void stop() { world_ = nullptr; }

    void on_event(const pbx::Event& event) override;
    void on_fault(const lines::FaultFired& fired) override;
    void requested(const Step& step, std::uint32_t device);

    // Switch events since the last clear, in order; empty when there is no trace.
    [[nodiscard]] std::vector<SwitchNote>& notes() { return notes_; }
    [[nodiscard]] const std::deque<Happening>& rows() const { return rows_; }
    // The last effects that faults had, in words, and how many there were.
    [[nodiscard]] const std::deque<std::string>& fault_texts() const { return fault_texts_; }
    [[nodiscard]] std::uint64_t faults_fired() const { return faults_fired_; }

 private:
    void keep(Happening row);

    World* world_ = nullptr;
    const MessageLog* log_ = nullptr;
    bool traced_;
    std::vector<SwitchNote> notes_;
    std::deque<Happening> rows_;                   // the last ones only
    std::vector<std::string_view> outside_words_;  // last, by outside party
    std::deque<std::string> fault_texts_;          // the last ones only
    std::uint64_t faults_fired_ = 0;
};

// The state of an outside party in the words of `check` ("hearsRinging"); "idle" without a
// connection.
[[nodiscard]] std::string_view outside_word(const pbx::Connection* connection);

}  // namespace pbxlab::harness
