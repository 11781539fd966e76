// The one stage at which faults act: between what the lines have made of the truth and the queues
// of applications, and between requests that no rule refuses and the exchange. There is one only
// where there are faults. Internal to lines/.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "lines/core.h"
#include "lines/faults.h"
#include "lines/guards.h"
#include "switch/random.h"

namespace pbxlab::lines {

// A message on its way to one application, with what it is about as far as it is known.
struct Passing {
    Message message;
    std::uint32_t app = 0;
    OpenId open;
    HandleId handle;
    LegId leg;
    std::uint32_t device = pbx::kNobody;
    std::optional<Op> op;     // LINE_REPLY: of this request
    bool after_call = false;  // LINE_REPLY: it is told behind what comes next of the call
};

class FaultStage final : public pbx::TimerTarget {
 public:
    FaultStage(Core& core, std::uint64_t seed) : core_(core), seed_(seed) {}

    std::uint32_t add(const Fault& fault);
    void end(std::uint32_t fault);
    // All of them; what is held back is never told.
    void end_all();
    void aim(std::uint32_t fault, std::uint32_t device);
    void call_is(std::uint32_t name, LegId leg);
    void observe(FaultObserver* observer) { observer_ = observer; }
    [[nodiscard]] std::uint64_t fired(std::uint32_t fault) const { return faults_[fault].fired; }

    // --- messages (fault_stage.cpp)
    // Tells it, or what the faults make of it. `open`: of the application's line, if it is of one;
    // `answered`: the request that it replies to.
    void pass(const Message& message, const AppRecord& app, const OpenLine* open,
              const Request* answered);

    // --- requests (fault_requests.cpp)
    // The error of one that is to fail, or the id of a request that will be answered with it; 0.
    LineResult refuse(Op op, const Subject& subject);
    // How late it gets to the exchange, and how it is replied to.
    void shape(Request& request, const Subject& subject);
    // The feature bits that are told in place of the true ones.
    std::uint32_t told(const Device& device, std::uint32_t app, FeatureKind which,
                       std::uint32_t bits);

    void on_timer(std::uint32_t what, std::uint64_t argument) override;

 private:
    // What a fault has seen and done.
    struct Standing {
        Fault fault;
        pbx::RandomStream chance;
        bool live = true;
        std::uint64_t seen = 0, fired = 0;
        // The event that was looked at last: told to several applications, it counts once.
        Message last;
        LegId last_leg;
        std::uint32_t last_device = pbx::kNobody;
        std::vector<OpenId> told;
        bool acts = false;
        pbx::Duration drawn{};
    };
    struct HeldTag;
    using HeldId = pbx::Handle<HeldTag>;
    struct Held {
        Passing passing;
        pbx::TimerId timer;
        pbx::SimTime due;
        bool until_next = false;  // it goes behind the next one
        bool holds_back = false;
    };
    enum class Due : std::uint8_t { Tell = 1, Split, Reveal, Begin, Undo, EndSpurious };

    // --- messages
    void apply(Passing passing);
    // False: it has been taken out of the way.
    bool act(std::uint32_t number, Passing& passing);
    bool drop(const Fault& fault, Passing& passing) const;
    void tell(const Passing& passing);
    void hold(const Passing& passing, pbx::Duration delay, bool until_next, bool holds_back);
    bool waits_behind(const Passing& passing);
    void tell_held(HeldId id);
    [[nodiscard]] bool still_wanted(const Passing& passing) const;
    [[nodiscard]] bool concerns(const Standing& standing, const Passing& passing) const;
    [[nodiscard]] bool can_split(const Passing& passing) const;
    // Counts the event; whether the fault acts on it.
    bool counts(Standing& standing, const Passing& passing);
    bool count(Standing& standing);
    void note(std::uint32_t fault, const Passing& passing);

    // --- calls and lines (fault_calls.cpp)
    void split(LegId old);
    void merge(LegId leg, LegId into);
    [[nodiscard]] LegId other_call(const Passing& passing) const;
    // As another call's, when it is merged; false when it is not told at all.
    bool as_merged(Passing& passing) const;
    void hide_caller(LegId id, pbx::Duration delay);
    void begin(std::uint32_t number, std::uint32_t device);
    void carry_out(const Fault& fault, std::uint32_t device, bool undo);
    void spurious_call(std::uint32_t device, pbx::Duration lasts);
    void end_spurious_call(LegId id);

    // --- requests
    [[nodiscard]] bool concerns(const Standing& standing, FaultKind kind, Op op, LegId leg,
                                std::uint32_t device, std::uint32_t app) const;
    void note_request(std::uint32_t fault, Op op, std::uint32_t device, std::uint32_t app);

    void later(pbx::Duration delay, Due due, std::uint64_t argument);

    Core& core_;
    std::uint64_t seed_;
    FaultObserver* observer_ = nullptr;
    std::vector<Standing> faults_;
    pbx::Slots<Held, HeldId> held_;
    std::vector<std::pair<std::uint32_t, LegId>> calls_;    // by name
    std::vector<std::pair<LegId, LegId>> merged_;           // the first is told as the second
    std::vector<std::pair<LegId, std::uint32_t>> origins_;  // of the calls that splitting brings
    std::vector<pbx::TimerId> timers_;
    std::uint32_t last_call_id_ = 0x4000'0000;  // beyond all that the exchange gives
};

}  // namespace pbxlab::lines
