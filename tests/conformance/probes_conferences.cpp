// Transfers and conferences.
#include "tests/conformance/probes.h"

namespace pbxlab::lines::test {

namespace {

// The consultation is at the second address, which has no room for it.
Plan at_a_full_address(Op op) {
    return {.op = op,
            .settle =
                [](OfficeSpec& s) {
                    s.lines[0].addresses = 2;
                    s.lines[0].max_active = 1;
                },
            .before = [](Stage& s) { s.scene.bring(LINECALLSTATE_DIALTONE, 1); },
            .after =
                [](Stage& s) {
                    s.ask.with_params = true;
                    s.ask.params.address_mode = LINEADDRESSMODE_ADDRESSID;
                    s.ask.params.address_id = 1;
                }};
}

// The conference is on hold, and an independent call is to be added to it.
Plan held_conference(Op op, const std::function<void(OfficeSpec&)>& settle, Spoil spoil) {
    return {.op = op,
            .settle =
                [settle](OfficeSpec& s) {
                    s.lines[0].profile.conference_make = true;
                    settle(s);
                },
            .after =
                [spoil](Stage& s) {
                    leave_the_conference(s);
                    s.ask.call = s.owner.h(s.scene.conference(LINECALLSTATE_ONHOLD).conference);
                    spoil(s);
                }};
}

}  // namespace

std::optional<Plan> of_transfer(const Guard& g) {
    switch (g.check) {
        case Check::NotShared:
            return Plan{.op = g.op,
                        .settle =
                            [](OfficeSpec& s) {
                                s.lines[0].sharing = pbx::Sharing::Joined;
                                s.lines[3].appearance_of = 0;
                            },
                        .after =
                            [](Stage& s) {
                                Office& office = s.scene.office;
                                const auto shown = office.exchange.station(office.station(3)).first;
                                office.exchange.place(
                                    {.kind = pbx::OrderKind::Answer, .connection = shown});
                                s.scene.office.run(1s);
                                s.owner.told();
                                s.monitor.told();
                            }};
        case Check::Destination: return with_number(g.op, "1-2");
        case Check::TransferMode: return after(g.op, [](Stage& s) { s.ask.transfer_mode = 0; });
        case Check::TransferModeOffered:
            return with_profile(g.op,
                                [](Profile& p) { p.transfer_modes = LINETRANSFERMODE_CONFERENCE; });
        case Check::HeldState:
            return after(g.op, [](Stage& s) {
                s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_ONHOLD));
            });
        case Check::TargetState:
            return after(g.op, [](Stage& s) {
                s.ask.other = s.owner.h(s.scene.bring(LINECALLSTATE_DIALTONE));
            });
        case Check::TargetAddress:
            return with_param(g.op, [of = g.op](CallParams& p) {
                p.call_param_flags = of == Op::SetupTransfer ? LINECALLPARAMFLAGS_ONESTEPTRANSFER
                                                             : LINECALLPARAMFLAGS_NOHOLDCONFERENCE;
            });
        case Check::ConsultModel:
            return with_profile(g.op, [](Profile& p) { p.consult_model = ConsultModel::Make; });
        case Check::PendingRoom:
            return Plan{.op = g.op, .settle = [](OfficeSpec& s) { s.lines[0].max_pending = 0; }};
        case Check::ConsultRoom: return at_a_full_address(g.op);
        default: return std::nullopt;
    }
}

std::optional<Plan> of_conference(const Guard& g) {
    const auto starts_from_a_line = [](Profile& p) { p.setup_conf_null = true; };
    switch (g.check) {
        case Check::ConferenceLine: return with_profile(g.op, starts_from_a_line);
        case Check::ConferenceCall: return after(g.op, [](Stage& s) { s.ask.call = kNoCall; });
        case Check::IsConference:
            return after(g.op, [](Stage& s) {
                s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED));
            });
        case Check::NotConference:
            return after(g.op, [](Stage& s) {
                s.scene.order(pbx::OrderKind::Clear);
                const auto calls = s.scene.conference(LINECALLSTATE_CONNECTED);
                s.ask.call = s.owner.h(calls.conference);
            });
        case Check::ConferenceOffered:
            return with_profile(g.op,
                                [](Profile& p) { p.call_features = ~LINECALLFEATURE_SETUPCONF; });
        case Check::ConferenceState:
            return after(g.op, [](Stage& s) {
                s.ask.call = s.owner.h(s.op == Op::SetupConference
                                           ? s.scene.bring(LINECALLSTATE_ONHOLD)
                                           : s.scene.bring(LINECALLSTATE_ONHOLDPENDCONF));
            });
        case Check::ConferencePlace:
            return Plan{.op = g.op, .settle = [op = g.op](OfficeSpec& s) {
                            s.lines[0].max_conference = op == Op::SetupConference ? 2 : 3;
                        }};
        case Check::ConferenceHold:
            return Plan{.op = g.op,
                        .settle = [](OfficeSpec& s) { s.lines[0].max_pending = 1; },
                        .after = a_call(LINECALLSTATE_ONHOLDPENDTRANSFER)};
        case Check::ConferenceRoom: return at_a_full_address(g.op);
        case Check::InConference:
            return after(g.op, [](Stage& s) {
                s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED));
            });
        case Check::TransferConference:
            return Plan{
                .op = g.op,
                .settle = [](OfficeSpec& s) { s.lines[0].max_transfer_conference = 2; },
                .after = [](Stage& s) { s.ask.transfer_mode = LINETRANSFERMODE_CONFERENCE; }};
        default: return std::nullopt;
    }
}

std::optional<Plan> of_members(const Guard& g) {
    switch (g.check) {
        case Check::Addable:
            return after(g.op, [](Stage& s) {
                s.ask.other = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED));
            });
        case Check::AddState:
            return after(g.op, [](Stage& s) {
                const auto calls = s.scene.confer(false);
                s.ask.call = s.owner.h(calls.conference);
                s.ask.other = s.owner.h(calls.second);
            });
        case Check::AddPlace:
            return held_conference(
                g.op, [](OfficeSpec& s) { s.lines[0].max_conference = 3; },
                [](Stage& s) { s.ask.other = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED)); });
        case Check::AddRoom:
            return held_conference(
                g.op,
                [](OfficeSpec& s) {
                    s.lines[0].addresses = 2;
                    s.lines[0].max_active = 1;
                },
                [](Stage& s) {
                    s.ask.other = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED, 1));
                    s.scene.bring(LINECALLSTATE_DIALTONE, 0);
                });
        case Check::RemoveState: return Plan{.op = g.op, .state = LINECALLSTATE_CONNECTED};
        case Check::RemoveRoom:
            return Plan{.op = g.op, .settle = [](OfficeSpec& s) {
                            s.policy.removed_to = pbx::RemovedTo::Held;
                            s.lines[0].max_held = 0;
                        }};
        default: return std::nullopt;
    }
}

}  // namespace pbxlab::lines::test
