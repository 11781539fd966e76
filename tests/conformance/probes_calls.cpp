// States of calls, and room for them.
#include "tests/conformance/probes.h"

namespace pbxlab::lines::test {

namespace {

// The line has lost sight of the conference: what it knows of a call that came later is right.
Plan of_a_lost_conference(const Guard& g) {
    return with_profile(
        g.op, [](Profile& p) { p.conference_make = true; },
        [](Stage& s) {
            leave_the_conference(s);
            s.ask.call = s.owner.h(s.scene.confer(false).conference);
            s.scene.office.exchange.set_service(s.scene.office.station(0), false);
            s.scene.office.exchange.set_service(s.scene.office.station(0), true);
            s.ask.other = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED));
        });
}

}  // namespace

std::optional<Plan> of_states(const Guard& g) {
    switch (g.check) {
        case Check::InService:
            return Plan{
                .op = g.op,
                .settle =
                    [](OfficeSpec& s) { s.policy.on_service_loss = pbx::OnServiceLoss::KeepCalls; },
                .after =
                    [](Stage& s) {
                        s.scene.office.exchange.set_service(s.scene.office.station(0), false);
                    }};
        case Check::State:
            if (g.op == Op::AddToConference) return of_a_lost_conference(g);
            if (g.op == Op::SwapHold)
                return after(g.op, [](Stage& s) { s.ask.call = s.ask.other; });
            if (g.op == Op::Accept) {
                return Plan{.op = g.op,
                            .settle = [](OfficeSpec& s) { s.policy.auto_accept = true; },
                            .state = LINECALLSTATE_ACCEPTED};
            }
            return Plan{.op = g.op,
                        .state = Stage::wanted_state(g.op) == LINECALLSTATE_CONNECTED
                                     ? LINECALLSTATE_IDLE
                                     : LINECALLSTATE_CONNECTED};
        case Check::MonitorState: return Plan{.op = g.op, .state = LINECALLSTATE_IDLE};
        case Check::AnswerState:
        case Check::RetrieveState:
        case Check::RedirectState:
        case Check::DialState: return Plan{.op = g.op, .state = LINECALLSTATE_CONNECTED};
        case Check::OtherState: return after(g.op, [](Stage& s) { s.ask.other = s.ask.call; });
        case Check::RejectAllowed:
            return Plan{.op = g.op,
                        .settle = [](OfficeSpec& s) { s.policy.reject_allowed = false; },
                        .state = LINECALLSTATE_OFFERING};
        case Check::SoleOwner:
            return Plan{.op = g.op,
                        .after = [](Stage& s) { s.ask.privilege = LINECALLPRIVILEGE_MONITOR; },
                        .version = g.op == Op::DeallocateCall ? kTapi14 : kTapi22};
        default: return std::nullopt;
    }
}

std::optional<Plan> of_room(const Guard& g) {
    const auto one_appearance = [](OfficeSpec& s) { s.lines[0].max_active = 1; };
    const auto no_hold = [](OfficeSpec& s) { s.lines[0].max_held = 0; };
    switch (g.check) {
        case Check::Appearance:
            return Plan{
                .op = g.op, .settle = one_appearance, .before = a_call(LINECALLSTATE_DIALTONE)};
        case Check::HoldRoom: return Plan{.op = g.op, .settle = no_hold};
        case Check::AnswerRoom:
            return Plan{.op = g.op, .settle = no_hold, .before = a_call(LINECALLSTATE_CONNECTED)};
        case Check::OtherActive:
            return Plan{
                .op = g.op,
                .settle = [](OfficeSpec& s) { s.policy.on_retrieve = pbx::OnRetrieve::Refuse; },
                .after = a_call(LINECALLSTATE_CONNECTED)};
        case Check::RetrieveRoom:
            return Plan{
                .op = g.op, .settle = one_appearance, .after = a_call(LINECALLSTATE_DIALTONE)};
        case Check::SwapRoom:
            return Plan{.op = g.op,
                        .settle =
                            [](OfficeSpec& s) {
                                s.lines[0].addresses = 2;
                                s.lines[0].max_active = 1;
                            },
                        .after =
                            [](Stage& s) {
                                // The active call goes to the second address, another takes the
                                // first.
                                s.scene.order(pbx::OrderKind::Clear);
                                s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED, 1));
                                s.scene.bring(LINECALLSTATE_DIALTONE, 0);
                            }};
        default: return std::nullopt;
    }
}

}  // namespace pbxlab::lines::test
