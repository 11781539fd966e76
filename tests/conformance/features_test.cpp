// dwCallFeatures is honest: a bit is on when, and only when, the operation is not refused for how
// things stand; in every state, for owners and monitors, in situations that leave more or less room
// (reference: call-model 6; nf-tapi-linegetcallstatus).
#include <iostream>
#include <set>

#include "tests/conformance/ask.h"
#include "tests/conformance/scene.h"

namespace pbxlab::lines::test {
namespace {

struct Situation {
    const char* name;
    std::function<void(OfficeSpec&)> settle;
    std::vector<std::uint32_t> others;  // states of the calls beside it
    bool out_of_service = false;
};

std::vector<Situation> situations() {
    using pbx::OnAnswer;
    using pbx::OnRetrieve;
    const auto nothing = [](OfficeSpec&) {};
    const auto refuse = [](OfficeSpec& s) { s.policy.on_retrieve = OnRetrieve::Refuse; };
    const auto drop = [](OfficeSpec& s) { s.policy.on_retrieve = OnRetrieve::DropActive; };
    const auto no_hold = [](OfficeSpec& s) { s.lines[0].max_held = 0; };
    const auto one_hold = [](OfficeSpec& s) { s.lines[0].max_held = 1; };
    const auto two_lines = [](OfficeSpec& s) { s.lines[0].max_active = 2; };
    const std::uint32_t held = LINECALLSTATE_ONHOLD;
    const std::uint32_t talk = LINECALLSTATE_CONNECTED;
    const std::uint32_t tone = LINECALLSTATE_DIALTONE;
    const std::uint32_t waiting = LINECALLSTATE_ONHOLDPENDCONF;
    const std::uint32_t member = LINECALLSTATE_CONFERENCED;
    const auto any_party = [](OfficeSpec& s) {
        s.lines[0].profile.conference_held = s.lines[0].profile.conference_make = true;
    };
    return {
        {"alone", nothing, {}},
        {"beside a held call", nothing, {held}},
        {"beside a connected call", nothing, {talk}},
        {"beside both", nothing, {held, talk}},
        {"beside two connected calls", nothing, {talk, talk}},
        {"beside a line with dial tone", two_lines, {tone}},
        {"where retrieving leaves the other alone", refuse, {talk}},
        {"where retrieving drops the other", drop, {talk}},
        {"where nothing can be held", no_hold, {}},
        {"where nothing can be held, beside a connected call", no_hold, {talk}},
        {"where one call can be held, beside it", one_hold, {held}},
        {"where one call can be held, beside a connected call", one_hold, {talk}},
        {"where rejecting is forbidden",
         [](OfficeSpec& s) { s.policy.reject_allowed = false; },
         {}},
        {"where answering drops",
         [](OfficeSpec& s) { s.policy.on_answer = OnAnswer::DropActive; },
         {talk}},
        {"where answering leaves the other alone",
         [](OfficeSpec& s) { s.policy.on_answer = OnAnswer::LeaveActive; },
         {talk}},
        {"where little is offered",
         [](OfficeSpec& s) {
             s.lines[0].profile.call_features = LINECALLFEATURE_DROP | LINECALLFEATURE_ANSWER;
         },
         {held}},
        {"where nothing can be held for a consultation",
         [](OfficeSpec& s) { s.lines[0].max_pending = 0; },
         {}},
        {"where calls are held before they are transferred",
         [](OfficeSpec& s) { s.lines[0].profile.consult_model = ConsultModel::Held; },
         {held}},
        {"where no call can be finished later",
         [](OfficeSpec& s) { s.policy.max_completions = 0; },
         {}},
        {"where nothing can be held for a conference, beside a held call",
         [](OfficeSpec& s) { s.lines[0].max_pending = 0; },
         {held}},
        {"beside a conference that waits for a party", nothing, {waiting}},
        {"beside such a conference, where other calls can be added", any_party, {waiting}},
        {"beside a member of a conference, where other calls can be added", any_party, {member}},
        {"beside a conference that is full",
         [=](OfficeSpec& s) {
             any_party(s);
             s.lines[0].max_conference = 3;
         },
         {waiting}},
        {"where conferences have two parties at most",
         [](OfficeSpec& s) {
             s.lines[0].max_conference = 2;
             s.lines[0].max_transfer_conference = 2;
         },
         {}},
        {"where nobody can be taken out of a conference",
         [](OfficeSpec& s) { s.policy.remove_party = pbx::RemoveParty::Nobody; },
         {}},
        {"where only the last can be taken out of a conference",
         [](OfficeSpec& s) { s.policy.remove_party = pbx::RemoveParty::TheLast; },
         {}},
        {"where who is taken out of a conference cannot be held",
         [](OfficeSpec& s) {
             s.policy.removed_to = pbx::RemovedTo::Held;
             s.lines[0].max_held = 0;
         },
         {}},
        {"where conferences start from a line",
         [](OfficeSpec& s) { s.lines[0].profile.setup_conf_null = true; },
         {}},
        {"where transfers become conferences only",
         [](OfficeSpec& s) { s.lines[0].profile.transfer_modes = LINETRANSFERMODE_CONFERENCE; },
         {talk}},
        {"out of service", nothing, {}, true},
        {"out of service beside a held call", nothing, {held}, true},
    };
}

struct Cell {
    const Situation& situation;
    std::uint32_t state;
    bool owner;
};

bool takes_two(Op op) {
    return op == Op::SwapHold || op == Op::CompleteTransfer || op == Op::AddToConference;
}

// A scene of its own for every request, because requests change it.
class Play {
 public:
    explicit Play(const Cell& cell)
        : scene_(spec_of(cell)),
          subject_(bring_all(cell.situation.others, cell.state)),
          seat_(cell.owner ? &scene_.owner : &scene_.monitor) {
        if (cell.situation.out_of_service)
            scene_.office.exchange.set_service(scene_.office.station(0), false);
        possible_ = seat_->status(seat_->h(subject_)).call_state == cell.state;
    }
    // The situation may have no room for a call in this state.
    [[nodiscard]] bool possible() const { return possible_; }

    bool bit(std::uint32_t feature) {
        return (seat_->status(seat_->h(subject_)).call_features & feature) != 0;
    }

    // The error that the operation meets, at return or in its reply; "ok" when none.
    std::string outcome_of(Op op, std::size_t other, bool as_held, std::uint32_t mode) {
        Ask a{.app = seat_->app, .line = seat_->line, .call = seat_->h(subject_)};
        if (takes_two(op)) a.other = seat_->h(other);
        a.transfer_mode = mode;
        if (as_held) std::swap(a.call, a.other);
        a.number = seat_->status(a.call).call_state == LINECALLSTATE_DIALING ? "02" : "1002";
        if (op == Op::Park) a.number = "701";
        Answers answers;
        seat_->told();
        const LineResult id = ask(scene_.office, op, a, answers);
        if (id <= 0) return outcome(id);
        seat_->all.clear();
        scene_.office.run(20ms);
        seat_->told();
        for (const Message& m : seat_->all) {
            if (m.id == LINE_REPLY) return outcome(static_cast<LineResult>(m.param2));
        }
        return "no reply";
    }
    // The numbers of all calls but the one that this is about.
    std::vector<std::size_t> others() {
        std::vector<std::size_t> all;
        for (std::size_t n = 1; n <= seat_->calls().size(); ++n) {
            if (n != subject_) all.push_back(n);
        }
        return all;
    }

 private:
    static OfficeSpec spec_of(const Cell& cell) {
        OfficeSpec spec = scene_spec();
        if (cell.situation.out_of_service)
            spec.policy.on_service_loss = pbx::OnServiceLoss::KeepCalls;
        spec.policy.auto_accept = cell.state == LINECALLSTATE_ACCEPTED;
        cell.situation.settle(spec);
        return spec;
    }
    std::size_t bring_all(const std::vector<std::uint32_t>& others, std::uint32_t state) {
        for (const std::uint32_t other : others) scene_.bring(other);
        return scene_.bring(state);
    }

    Scene scene_;
    std::size_t subject_;
    Seat* seat_;
    bool possible_ = false;
};

bool refused_for_how_things_stand(const std::string& result) {
    static const std::set<std::string> kErrors = {
        "NOTOWNER",           "OPERATIONUNAVAIL", "INVALCALLSTATE",
        "INVALLINESTATE",     "RESOURCEUNAVAIL",  "INUSE",
        "CALLUNAVAIL",        "OPERATIONFAILED",  "COMPLETIONOVERRUN",
        "CONFERENCEFULL",
        "INVALCALLHANDLE",  // of a call that cannot be added to a conference, or start one
        "INVALLINEHANDLE",  // where conferences start from a line
        "INVALCONFCALLHANDLE"};
    // of a call that is no conference
    return kErrors.contains(result);
}

bool works(const Cell& cell, const Operation& entry, const std::vector<std::size_t>& others) {
    constexpr std::uint32_t kTransfers = LINETRANSFERMODE_TRANSFER;
    if (!takes_two(entry.op)) {
        const std::string result = Play{cell}.outcome_of(entry.op, 0, false, kTransfers);
        EXPECT_TRUE(result == "ok" || refused_for_how_things_stand(result)) << result;
        return result == "ok";
    }
    for (const std::size_t other : others) {
        for (const bool as_held : {false, true}) {
            if (Play{cell}.outcome_of(entry.op, other, as_held, kTransfers) == "ok") return true;
            if (entry.op != Op::CompleteTransfer) continue;
            if (Play{cell}.outcome_of(entry.op, other, as_held, LINETRANSFERMODE_CONFERENCE) ==
                "ok")
                return true;
        }
    }
    return false;
}

// Two functions take any call, and yet are offered only where there is something for them.
bool is_shown(Op op, std::uint32_t state) {
    const std::uint32_t talks = LINECALLSTATE_CONNECTED;
    if (op == Op::GatherDigits) return state == talks;
    return op != Op::ReleaseUserUserInfo || (state & (talks | LINECALLSTATE_DISCONNECTED)) != 0;
}

TEST(Features, ABitIsOnWhenTheOperationIsPossibleAndOnlyThen) {
    std::size_t cells = 0;
    std::size_t on = 0;
    for (const Situation& situation : situations()) {
        for (const std::uint32_t state : kReachableStates) {
            for (const bool owner : {true, false}) {
                const Cell cell{situation, state, owner};
                Play look{cell};
                if (!look.possible()) continue;
                for (const Operation& entry : operations()) {
                    if (entry.call_feature == 0) continue;
                    SCOPED_TRACE(std::string{entry.function} + " in " +
                                 std::string{tapi_word("LINECALLSTATE", state)} + " " +
                                 situation.name + (owner ? ", owner" : ", monitor"));
                    if (!is_shown(entry.op, state)) {
                        EXPECT_FALSE(look.bit(entry.call_feature));
                        continue;
                    }
                    EXPECT_EQ(look.bit(entry.call_feature), works(cell, entry, look.others()));
                    ++cells;
                    on += look.bit(entry.call_feature) ? 1U : 0U;
                }
            }
        }
    }
    std::cout << cells << " cells, " << on << " bits on\n";
    EXPECT_GT(cells, 2500U);
    EXPECT_GT(on, 250U);
}

}  // namespace
}  // namespace pbxlab::lines::test
