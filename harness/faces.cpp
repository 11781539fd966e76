// Two calls that must have gone alike, one seen by an application of TAPI 2 and one by an
// application of TAPI 3: the states of the first, as TAPI 3 has them and each told once, against
// those of the second (reference: tapi3-operations 2).
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "harness/ending.h"
#include "harness/event_words.h"
#include "harness/words.h"
#include "lines/tapi3/fold.h"

namespace pbxlab::harness {

namespace {

namespace tapi3 = lines::tapi3;
using States = std::vector<std::uint32_t>;  // CALL_STATE

// The states of one call handle while the messages of its application go by.
class Folded {
 public:
    Folded(const CallRecord& call, const lines::Tapi3Habits& habits)
        : handle_{call.handle}, habits_{habits} {}

    void hear(const lines::Message& message) {
        if (message.id != lines::LINE_CALLSTATE) return;
        const std::uint32_t state = plain_state(message.param1);
        const bool member = state == lines::LINECALLSTATE_CONFERENCED;
        const bool joins = member && members_.contains(message.param2);
        all_[message.device] = state;
        if (member) members_.insert(message.param2);
        if (lines::HCall{message.device} == handle_) {
            own_ = {.state = state, .mode = message.param2};
            conference_ = member ? message.param2 : 0;
        } else if (conference_ == 0 || message.device != conference_) {
            return;
        }
        // What joins others is not held with them: the conference is taken back in this instant.
        own_.conference_held = conference_ != 0 && !joins && is_held(conference_);
        show();
    }
    [[nodiscard]] const States& states() const { return states_; }

 private:
    // A member is held with the call that stands for the conference.
    [[nodiscard]] bool is_held(std::uint32_t conference) const {
        const auto known = all_.find(conference);
        if (known == all_.end()) return false;
        return known->second == lines::LINECALLSTATE_ONHOLD ||
               known->second == lines::LINECALLSTATE_ONHOLDPENDCONF ||
               known->second == lines::LINECALLSTATE_ONHOLDPENDTRANSFER;
    }

    void show() {
        const auto state = tapi3::fold(own_, habits_);
        if (!state || !tapi3::may_follow(now_, *state)) return;
        now_ = *state;
        states_.push_back(now_);
    }

    lines::HCall handle_;
    const lines::Tapi3Habits& habits_;
    std::map<std::uint32_t, std::uint32_t> all_;  // LINECALLSTATE_, by handle
    std::set<std::uint32_t> members_;             // handles of conferences that have some
    tapi3::LineState own_;
    std::uint32_t conference_ = 0;  // the handle that stands for it; 0: not in one
    std::uint32_t now_ = lines::CS_IDLE;
    States states_;
};

States folded(Run& run, const CallRecord& call) {
    const lines::Tapi3Habits habits =
        run.world.seats()[call.seat].app->profile_of(call.device).tapi3;
    Folded folded{call, habits};
    for (const Entry& entry : run.log.entries()) {
        if (entry.seat == call.seat && !entry.event) folded.hear(entry.message);
    }
    return folded.states();
}

States told(const Run& run, const CallRecord& call) {
    States states;
    for (const std::uint32_t index : call.stream.entries) {
        const auto& event = run.log.entries()[index].event;
        if (event && event->kind == lines::TE_CALLSTATE &&
            (states.empty() || states.back() != event->detail))
            states.push_back(event->detail);
    }
    return states;
}

std::string states_text(const States& states) {
    std::string text;
    for (const std::uint32_t state : states)
        text += (text.empty() ? "" : ", ") + constant_text("CALL_STATE", state);
    return text.empty() ? "(none)" : text;
}

}  // namespace

void judge_faces(Run& run) {
    for (const FacesWords& faces : run.scenario.faces) {
        if (run.over()) return;
        const std::uint32_t two = run.log.find(faces.tapi2.value);
        const std::uint32_t three = run.log.find(faces.tapi3.value);
        if (two == kNone || three == kNone) {
            const std::string& name = two == kNone ? faces.tapi2.value : faces.tapi3.value;
            return run.fail({.mark = faces.tapi3.mark,
                             .what = fmt::format("two faces of a call are to be compared, but no "
                                                 "call got the name {}",
                                                 name)});
        }
        const States wanted = folded(run, run.log.calls()[two]);
        const States seen = told(run, run.log.calls()[three]);
        if (wanted == seen) continue;
        run.fail({.mark = faces.tapi3.mark,
                  .what = fmt::format("{} did not go as {} did, as TAPI 3 has it",
                                      faces.tapi3.value, faces.tapi2.value),
                  .expected = states_text(wanted),
                  .got = states_text(seen)});
    }
}

}  // namespace pbxlab::harness
