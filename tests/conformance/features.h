// dwCallFeatures against what really happens: a bit is on when, and only when, the operation is not
// refused for how things stand (reference: call-model 6; nf-tapi-linegetcallstatus).
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/conformance/ask.h"
#include "tests/conformance/scene.h"

namespace pbxlab::lines::test {

struct Situation {
    std::string name;
    std::function<void(OfficeSpec&)> settle;
    std::vector<std::uint32_t> others;  // states of the calls beside it
    bool out_of_service = false;
    std::uint32_t version = kTapi22;
    pbx::Duration patience = 20ms;  // until the reply has come
    // How calls come about; and what of a request is fitted to what is offered.
    std::size_t (*bring)(Scene&, std::uint32_t state) = [](Scene& scene, std::uint32_t state) {
        return scene.bring(state);
    };
    std::function<void(Ask&)> fit = [](Ask&) {};
};

struct Cell {
    const Situation& situation;
    std::uint32_t state;
    bool owner;
};

inline bool takes_two(Op op) {
    return op == Op::SwapHold || op == Op::CompleteTransfer || op == Op::AddToConference;
}

// A scene of its own for every request, because requests change it.
class Play {
 public:
    explicit Play(const Cell& cell)
        : cell_(cell),
          scene_(spec_of(cell), cell.situation.version),
          subject_(bring_all(cell.situation.others, cell.state)),
          seat_(cell.owner ? &scene_.owner : &scene_.monitor) {
        if (cell.situation.out_of_service)
            scene_.office.exchange.set_service(scene_.office.station(0), false);
        possible_ = subject_ != 0 && seat_->status(seat_->h(subject_)).call_state == cell.state;
    }
    // The situation may have no room for a call in this state.
    [[nodiscard]] bool possible() const { return possible_; }

    bool bit(std::uint32_t feature) {
        return (seat_->status(seat_->h(subject_)).call_features & feature) != 0;
    }

    // LINEADDRESSCAPS.dwCallFeatures.
    std::uint32_t capabilities() {
        AddressCaps caps;
        EXPECT_EQ(seat_->app->get_address_caps(0, 0, cell_.situation.version, 0, &caps), 0);
        return caps.call_features;
    }

    // The error that the operation meets, at return or in its reply; "ok" when none.
    std::string outcome_of(Op op, std::size_t other, bool as_held, std::uint32_t mode) {
        Ask a{.app = seat_->app, .line = seat_->line, .call = seat_->h(subject_)};
        if (takes_two(op)) a.other = seat_->h(other);
        a.transfer_mode = mode;
        if (as_held) std::swap(a.call, a.other);
        a.number = seat_->status(a.call).call_state == LINECALLSTATE_DIALING ? "02" : "1002";
        if (op == Op::Park) a.number = "701";
        if (op == Op::SetTerminal) a.select = LINECALLSELECT_CALL;
        cell_.situation.fit(a);
        Answers answers;
        seat_->told();
        const LineResult id = ask(scene_.office, op, a, answers);
        if (id <= 0) return outcome(id);
        seat_->all.clear();
        scene_.office.run(cell_.situation.patience);
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
        for (const std::uint32_t other : others) cell_.situation.bring(scene_, other);
        return cell_.situation.bring(scene_, state);
    }

    const Cell& cell_;
    Scene scene_;
    std::size_t subject_;
    Seat* seat_;
    bool possible_ = false;
};

inline bool refused_for_how_things_stand(const std::string& result) {
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

inline bool works(const Cell& cell, const Operation& entry,
                  const std::vector<std::size_t>& others) {
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

// Three functions take any call, and yet are offered only where there is something for them.
inline bool is_shown(Op op, std::uint32_t state) {
    const std::uint32_t talks = LINECALLSTATE_CONNECTED;
    if (op == Op::GatherDigits) return state == talks;
    if (op == Op::SetTerminal) return state != LINECALLSTATE_IDLE;
    return op != Op::ReleaseUserUserInfo || (state & (talks | LINECALLSTATE_DISCONNECTED)) != 0;
}

struct Cells {
    std::size_t tried = 0, on = 0;
    std::uint32_t bits_on = 0;  // in any of them
};

// Every operation with a bit, in every state that the situation has room for, as owner and as
// monitor.
inline void try_all(const Situation& situation, Cells& cells) {
    for (const std::uint32_t state : kReachableStates) {
        for (const bool owner : {true, false}) {
            const Cell cell{situation, state, owner};
            Play look{cell};
            if (!look.possible()) continue;
            for (const Operation& entry : operations()) {
                if (entry.call_feature == 0) continue;
                SCOPED_TRACE(std::string{entry.function} + " in " +
                             std::string{tapi_word("LINECALLSTATE", state)} + " " + situation.name +
                             (owner ? ", owner" : ", monitor"));
                const bool on = look.bit(entry.call_feature);
                if (!is_shown(entry.op, state)) {
                    EXPECT_FALSE(on);
                    continue;
                }
                EXPECT_EQ(on, works(cell, entry, look.others()));
                if (on) {
                    EXPECT_NE(look.capabilities() & entry.call_feature, 0U);
                }
                ++cells.tried;
                cells.on += on ? 1U : 0U;
                if (on) cells.bits_on |= entry.call_feature;
            }
        }
    }
}

}  // namespace pbxlab::lines::test
