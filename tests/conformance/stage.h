// For each operation a situation and a request that succeed, for tests to spoil in one point.
#pragma once

#include <functional>

#include "tests/conformance/ask.h"
#include "tests/conformance/scene.h"

namespace pbxlab::lines::test {

class Stage {
 public:
    // `settle` changes the exchange and line 1 before anything happens; `before` and `after` act
    // before and after the call that the operation is about has come.
    struct Plan {
        Op op = Op::Hold;
        std::function<void(OfficeSpec&)> settle;
        std::function<void(Stage&)> before;
        std::function<void(Stage&)> after;
        std::uint32_t version = kTapi22;
        std::uint32_t state = 0;  // of the call; 0: the one that the operation wants
    };

    explicit Stage(const Plan& plan, int muted_guard = -1)
        : op(plan.op),
          scene(spec_of(plan, muted_guard), plan.version),
          owner(scene.owner),
          monitor(scene.monitor) {
        ask.app = owner.app;
        ask.line = owner.line;
        if (plan.before) plan.before(*this);
        set_up(plan);
        if (plan.after) plan.after(*this);
    }

    LineResult act() { return lines::test::ask(scene.office, op, ask, answers); }

    Op op;
    Scene scene;
    Seat& owner;
    Seat& monitor;
    Answers answers;
    Ask ask;

    static std::uint32_t wanted_state(Op op) {
        switch (op) {
            case Op::Dial: return LINECALLSTATE_DIALTONE;
            case Op::CompleteCall: return LINECALLSTATE_RINGBACK;
            case Op::Accept:
            case Op::Answer:
            case Op::Redirect: return LINECALLSTATE_OFFERING;
            case Op::Unhold: return LINECALLSTATE_ONHOLD;
            case Op::GetMessage: return LINECALLSTATE_DIALTONE;
            case Op::Drop:
            case Op::DeallocateCall:
            case Op::Hold:
            case Op::Park:
            case Op::SwapHold:
            case Op::GetCallInfo:
            case Op::GetCallStatus:
            case Op::GetNewCalls:
            case Op::SetCallPrivilege:
            case Op::SetAppSpecific:
            case Op::SetMediaMode:
            case Op::GenerateDigits:
            case Op::MonitorDigits:
            case Op::GatherDigits:
            case Op::GenerateTone:
            case Op::MonitorTones:
            case Op::MonitorMedia:
            case Op::SendUserUserInfo:
            case Op::ReleaseUserUserInfo:
            case Op::SecureCall:
            case Op::SetupTransfer:
            case Op::SetCallData:
            case Op::SetCallTreatment:
            case Op::SetTerminal:
            case Op::SetCallParams:
            case Op::HandOff:
            case Op::SetupConference:
            case Op::BlindTransfer: return LINECALLSTATE_CONNECTED;
            case Op::CompleteTransfer: return LINECALLSTATE_ONHOLDPENDTRANSFER;
            case Op::RemoveFromConference:
            case Op::GetConfRelatedCalls: return LINECALLSTATE_CONFERENCED;
            default: return 0;
        }
    }

 private:
    static OfficeSpec spec_of(const Plan& plan, int muted_guard) {
        OfficeSpec spec = scene_spec();
        if (plan.op == Op::SetTerminal) spec.lines[0].profile.terminals = 3;
        if (plan.settle) plan.settle(spec);
        spec.muted_guard = muted_guard;
        return spec;
    }

    void set_up(const Plan& plan) {
        const std::uint32_t state = plan.state != 0 ? plan.state : wanted_state(op);
        if (op == Op::SwapHold) ask.other = owner.h(scene.bring(LINECALLSTATE_ONHOLD));
        if (op == Op::CompleteTransfer) ask.other = owner.h(scene.bring(LINECALLSTATE_CONNECTED));
        if (state != 0) ask.call = owner.h(scene.bring(state));
        if (op == Op::PrepareAddToConference)
            ask.call = owner.h(scene.conference(LINECALLSTATE_CONNECTED).conference);
        if (op == Op::AddToConference) {
            const Scene::Conference calls = scene.confer(true);
            ask.call = owner.h(calls.conference);
            ask.other = owner.h(calls.second);
        }
        if (op == Op::RequestMakeCall || op == Op::GetRequest) {
            EXPECT_EQ(owner.app->register_request_recipient(0, LINEREQUESTMODE_MAKECALL, true), 0);
        }
        if (op == Op::GetRequest) {
            EXPECT_EQ(owner.app->request_make_call("1002", nullptr, nullptr, nullptr), 0);
        }
        if (op == Op::UncompleteCall) {
            const HCall rings = owner.h(scene.bring(LINECALLSTATE_RINGBACK));
            owner.app->complete_call(rings, &answers.number, LINECALLCOMPLMODE_CALLBACK, 0);
            scene.office.run(1s);
        }
        if (op == Op::GetMessage) {
            owner.app->dial(ask.call, "1", 0);
            scene.office.run(1s);  // its reply waits
        } else {
            owner.told();
            monitor.told();
        }
    }
};

}  // namespace pbxlab::lines::test
