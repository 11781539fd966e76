// A probe for every row of the guard table: a situation and a request in which that row, and no
// earlier one, refuses. That no other does is shown by switching the row off: then something else
// comes of it.
#include <iostream>
#include <optional>

#include "tests/conformance/stage.h"

namespace pbxlab::lines::test {
namespace {

using Plan = Stage::Plan;
using Spoil = std::function<void(Stage&)>;

constexpr std::uint32_t kTooFast = 1'000'000;

Plan after(Op op, Spoil spoil) { return {.op = op, .after = std::move(spoil)}; }

Plan with_profile(Op op, const std::function<void(Profile&)>& change, Spoil spoil = {}) {
    return {.op = op,
            .settle = [change](OfficeSpec& spec) { change(spec.lines[0].profile); },
            .after = std::move(spoil)};
}

Plan with_param(Op op, const std::function<void(CallParams&)>& change) {
    return after(op, [change](Stage& s) {
        s.ask.with_params = true;
        change(s.ask.params);
    });
}

Plan with_number(Op op, const char* number) {
    return after(op, [number](Stage& s) { s.ask.number = number; });
}

// The monitor's handle of one of the owner's calls.
HCall to_monitor(Stage& s, HCall call) {
    const auto& calls = s.owner.calls();
    const auto n = std::ranges::find(calls, call) - calls.begin() + 1;
    return call == kNoCall ? kNoCall : s.monitor.h(static_cast<std::size_t>(n));
}

// The monitor asks; of two calls it owns the second.
void as_monitor(Stage& s) {
    s.ask.app = s.monitor.app;
    s.ask.call = to_monitor(s, s.ask.call);
    s.ask.other = to_monitor(s, s.ask.other);
    if (s.ask.other != kNoCall)
        s.monitor.app->set_call_privilege(s.ask.other, LINECALLPRIVILEGE_OWNER);
}
void as_monitor_of_the_other(Stage& s) {
    s.ask.app = s.monitor.app;
    s.ask.call = to_monitor(s, s.ask.call);
    s.ask.other = to_monitor(s, s.ask.other);
    s.monitor.app->set_call_privilege(s.ask.call, LINECALLPRIVILEGE_OWNER);
}

// The second call by its handle of another line that the same application has open.
void over_another_line(Stage& s) {
    Seat& second = s.scene.office.open(*s.owner.app, 0);
    CallList list;
    second.app->get_new_calls(second.line, 0, LINECALLSELECT_LINE, &list);
    for (const HCall call : list.calls) {
        second.app->set_call_privilege(call, LINECALLPRIVILEGE_OWNER);
        const bool held = second.status(call).call_state == LINECALLSTATE_ONHOLD;
        const bool talks = second.status(call).call_state == LINECALLSTATE_CONNECTED;
        if (s.op == Op::SwapHold ? held : talks) s.ask.other = call;
    }
}

std::optional<Plan> of_handles(const Guard& g) {
    switch (g.check) {
        case Check::Initialized:
            return after(g.op, [](Stage& s) {
                s.monitor.app->shutdown();
                for (int i = 0; i < 3; ++i) s.scene.next_far().app->shutdown();
                s.owner.app->shutdown();
            });
        case Check::AppHandle: return after(g.op, [](Stage& s) { s.owner.app->shutdown(); });
        case Check::LineHandle: return after(g.op, [](Stage& s) { s.ask.line = s.monitor.line; });
        case Check::CallHandle: return after(g.op, [](Stage& s) { s.ask.call = kNoCall; });
        case Check::OtherCallHandle: return after(g.op, [](Stage& s) { s.ask.other = kNoCall; });
        case Check::SameLine: return after(g.op, over_another_line);
        case Check::Owner: return after(g.op, as_monitor);
        case Check::OtherOwner: return after(g.op, as_monitor_of_the_other);
        default: return std::nullopt;
    }
}

std::optional<Plan> of_session(const Guard& g) {
    switch (g.check) {
        case Check::NoProxy:
            return after(g.op, [](Stage& s) { s.ask.privileges |= LINEOPENOPTION_PROXY; });
        case Check::DeviceId: return after(g.op, [](Stage& s) { s.ask.device = 99; });
        case Check::Pointer:
            return after(g.op, [](Stage& s) {
                s.ask.null = true;
                s.ask.transfer_mode = LINETRANSFERMODE_CONFERENCE;
            });
        case Check::StructureSize:
            return after(g.op, [](Stage& s) {
                s.ask.park_mode = LINEPARKMODE_NONDIRECTED;
                s.ask.total_size = s.ask.params.total_size = 23;
                s.ask.with_params = true;
            });
        case Check::ApiVersion:
            return after(g.op, [](Stage& s) { s.ask.low = s.ask.version = kTapi30; });
        case Check::ExtVersion: return after(g.op, [](Stage& s) { s.ask.ext = 1; });
        case Check::InitOption: return after(g.op, [](Stage& s) { s.ask.initialize.option = 0; });
        case Check::AppName: return after(g.op, [](Stage& s) { s.ask.initialize.module = ""; });
        case Check::PrivilegeSelect: return after(g.op, [](Stage& s) { s.ask.privileges = 0; });
        case Check::OpenMedia:
            return after(g.op, [](Stage& s) { s.ask.media = LINEMEDIAMODE_TDD; });
        case Check::OpenAddress:
            return after(g.op, [](Stage& s) { s.ask.privileges |= LINEOPENOPTION_SINGLEADDRESS; });
        case Check::Mapper:
            return after(g.op, [](Stage& s) {
                s.ask.device = LINEMAPPER;
                s.ask.with_params = true;
                s.ask.params.max_rate = kTooFast;
            });
        case Check::QueueNotEmpty: return after(g.op, [](Stage& s) { s.owner.told(); });
        case Check::DevStatusFlags: return after(g.op, [](Stage& s) { s.ask.status_flags = 0; });
        case Check::DevStatusSettable:
            return after(g.op, [](Stage& s) { s.ask.status_flags = LINEDEVSTATUSFLAGS_INSERVICE; });
        default: return std::nullopt;
    }
}

std::optional<Plan> of_call_params(const Guard& g) {
    switch (g.check) {
        case Check::ParamFlags:
            return with_param(g.op, [](CallParams& p) { p.call_param_flags = 0x4000'0000; });
        case Check::AddressMode: return with_param(g.op, [](CallParams& p) { p.address_mode = 3; });
        case Check::BearerMode: return with_param(g.op, [](CallParams& p) { p.bearer_mode = 3; });
        case Check::BearerOffered:
            return with_param(g.op, [](CallParams& p) { p.bearer_mode = LINEBEARERMODE_MULTIUSE; });
        case Check::MediaMode:
            return with_param(g.op, [](CallParams& p) { p.media_mode = LINEMEDIAMODE_TDD; });
        case Check::Rate:
            return with_param(g.op, [](CallParams& p) { p.min_rate = 2, p.max_rate = 1; });
        case Check::RateOffered:
            return with_param(g.op, [](CallParams& p) { p.max_rate = kTooFast; });
        case Check::CountryCode: return after(g.op, [](Stage& s) { s.ask.country = 1000; });
        case Check::ParamAddress: return with_param(g.op, [](CallParams& p) { p.address_id = 9; });
        case Check::OrigAddress:
            return with_param(g.op, [](CallParams& p) {
                p.address_mode = LINEADDRESSMODE_DIALABLEADDR;
                p.orig_address = "1002";
            });
        case Check::UserInfoSize:
            return after(g.op, [](Stage& s) {
                s.ask.with_params = true;
                s.ask.info = s.ask.params.user_user_info = std::string(500, 'u');
            });
        default: return std::nullopt;
    }
}

std::optional<Plan> of_numbers(const Guard& g) {
    static constexpr std::array kNumbers = {std::pair{'?', "1?"}, std::pair{'$', "1$"},
                                            std::pair{'@', "1@"}, std::pair{'W', "1W"},
                                            std::pair{':', "1:"}};
    switch (g.check) {
        case Check::Modifier:
            for (const auto& [character, number] : kNumbers) {
                if (static_cast<char>(g.argument) != character) continue;
                return with_profile(
                    g.op,
                    [](Profile& p) { p.dial_billing = p.dial_quiet = p.dial_dialtone = false; },
                    [text = number](Stage& s) { s.ask.number = text; });
            }
            return std::nullopt;
        case Check::DialString: return with_number(g.op, "1-2");
        case Check::PartialDial:
            return with_profile(
                g.op, [](Profile& p) { p.partial_dial = false; },
                [](Stage& s) { s.ask.number = "10;"; });
        case Check::KnownNumber:
            return with_profile(
                g.op, [](Profile& p) { p.bad_number = BadNumber::RefuseAtReturn; },
                [](Stage& s) { s.ask.number = "7777"; });
        case Check::WholeNumber: return with_number(g.op, "10;");
        case Check::ParkMode: return after(g.op, [](Stage& s) { s.ask.park_mode = 3; });
        case Check::PickupGroup: return after(g.op, [](Stage& s) { s.ask.group = "nobody"; });
        case Check::PickupOffered:
            return with_profile(g.op, [](Profile& p) {
                p.address_features = LINEADDRFEATURE_MAKECALL | LINEADDRFEATURE_PICKUPGROUP;
            });
        case Check::MoreDigits: return with_number(g.op, "");
        default: return std::nullopt;
    }
}

std::optional<Plan> of_selections(const Guard& g) {
    switch (g.check) {
        case Check::AddressId:
            return after(g.op, [](Stage& s) {
                s.ask.address = 9;
                s.ask.select = LINECALLSELECT_ADDRESS;
            });
        case Check::Select: return after(g.op, [](Stage& s) { s.ask.select = 0; });
        case Check::Privilege: return after(g.op, [](Stage& s) { s.ask.privilege = 0; });
        case Check::NumberMode:
            return after(g.op, [](Stage& s) { s.ask.address_mode = LINEADDRESSMODE_ADDRESSID; });
        case Check::OwnNumber: return after(g.op, [](Stage& s) { s.ask.own_number = "1002"; });
        case Check::IdSelect: return after(g.op, [](Stage& s) { s.ask.select = 0; });
        case Check::SelectedLine: return after(g.op, [](Stage& s) { s.ask.line = kNoLine; });
        case Check::SelectedCall:
            return after(g.op, [](Stage& s) {
                s.ask.select = LINECALLSELECT_CALL;
                s.ask.call = kNoCall;
            });
        case Check::DeviceClass:
            return after(g.op, [](Stage& s) { s.ask.device_class = "wave/in"; });
        case Check::CallMedia: return after(g.op, [](Stage& s) { s.ask.media_mode = 0; });
        case Check::StatusLineBits:
            return after(g.op, [](Stage& s) { s.ask.line_states = 0x8000'0000; });
        case Check::StatusAddressBits:
            return after(g.op, [](Stage& s) { s.ask.address_states = 0x8000'0000; });
        case Check::Offered:
            return with_profile(g.op, [bit = g.argument](Profile& p) { p.call_features = ~bit; });
        case Check::OfferedOnLine:
            return with_profile(g.op, [bit = g.argument](Profile& p) { p.line_features = ~bit; });
        case Check::OfferedOnAddress:
            return with_profile(g.op,
                                [bit = g.argument](Profile& p) { p.address_features = ~bit; });
        default: return std::nullopt;
    }
}

std::optional<Plan> of_inband(const Guard& g) {
    switch (g.check) {
        case Check::MonitorDigitModes:
        case Check::GatherModes:
        case Check::GenerateDigitMode: return after(g.op, [](Stage& s) { s.ask.digit_modes = 8; });
        case Check::GatherCount: return after(g.op, [](Stage& s) { s.ask.num_digits = 0; });
        case Check::TerminationDigits:
            return after(g.op, [](Stage& s) { s.ask.termination = "E"; });
        case Check::GatherTimeouts:
            return with_profile(g.op, [](Profile& p) { p.gather_timeout_check = true; });
        case Check::ToneModes: return after(g.op, [](Stage& s) { s.ask.tone_mode = 32; });
        case Check::ToneCount: return after(g.op, [](Stage& s) { s.ask.tones.resize(4, {440}); });
        case Check::GeneratedTones:
            return after(g.op, [](Stage& s) { s.ask.tones[0].frequency = 0; });
        case Check::MonitorToneCount:
            return after(g.op, [](Stage& s) { s.ask.listened.resize(9); });
        case Check::MonitoredTones:
            return after(g.op, [](Stage& s) { s.ask.listened[0].frequencies[1] = 20'001; });
        case Check::MonitorMediaModes:
            return after(g.op, [](Stage& s) { s.ask.media_mode = LINEMEDIAMODE_TDD; });
        case Check::GenerateState: return Plan{.op = g.op, .state = LINECALLSTATE_ONHOLD};
        default: return std::nullopt;
    }
}

// First the call that was made for it, then the first member's, which is all that is left.
void leave_the_conference(Stage& s) {
    for (int i = 0; i < 2; ++i) s.scene.order(pbx::OrderKind::Clear);
}

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

Spoil a_call(std::uint32_t state) {
    return [state](Stage& s) { s.scene.bring(state); };
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
        case Check::RemoveOffered:
            return Plan{.op = g.op, .settle = [](OfficeSpec& s) {
                            s.policy.remove_party = pbx::RemoveParty::Nobody;
                        }};
        case Check::RemoveState: return Plan{.op = g.op, .state = LINECALLSTATE_CONNECTED};
        case Check::RemoveRoom:
            return Plan{.op = g.op, .settle = [](OfficeSpec& s) {
                            s.policy.removed_to = pbx::RemovedTo::Held;
                            s.lines[0].max_held = 0;
                        }};
        default: return std::nullopt;
    }
}

std::optional<Plan> of_translation(const Guard& g) {
    switch (g.check) {
        case Check::AppOrNone: return after(g.op, [](Stage& s) { s.owner.app->shutdown(); });
        case Check::KnownVersion: return after(g.op, [](Stage& s) { s.ask.version = 0x0001'0002; });
        case Check::TranslateOptions: return after(g.op, [](Stage& s) { s.ask.options = 16; });
        case Check::Card:
            return after(g.op, [](Stage& s) {
                s.ask.options = LINETRANSLATEOPTION_CARDOVERRIDE;
                s.ask.card = 7;
            });
        case Check::Address: return after(g.op, [](Stage& s) { s.ask.canonical = "+1(425)"; });
        case Check::Location: return after(g.op, [](Stage& s) { s.ask.location = 7; });
        case Check::TollOption: return after(g.op, [](Stage& s) { s.ask.toll_option = 3; });
        case Check::TollAddress: return after(g.op, [](Stage& s) { s.ask.canonical = "5550100"; });
        case Check::Country: return after(g.op, [](Stage& s) { s.ask.country_id = 2; });
        case Check::Present:
            return after(g.op, [](Stage& s) {
                s.ask.device = s.monitor.device + 3;
                s.scene.office.telephony.remove_line(s.ask.device);
            });
        case Check::NoReinit:
            return after(g.op, [](Stage& s) { s.scene.office.telephony.request_reinit(); });
        default: return std::nullopt;
    }
}

std::optional<Plan> of_handing_on(const Guard& g) {
    switch (g.check) {
        case Check::CallDataSize:
            return after(g.op, [](Stage& s) { s.ask.call_data = std::string(1025, 'd'); });
        case Check::Treatment: return after(g.op, [](Stage& s) { s.ask.treatment = 5; });
        case Check::HandOffMode:
            return after(g.op, [](Stage& s) {
                s.ask.module = nullptr;
                s.ask.owner_mode = LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_INTERACTIVEVOICE;
            });
        case Check::HandOffTarget: return after(g.op, [](Stage& s) { s.ask.module = "none.exe"; });
        case Check::HandOffOther: return after(g.op, [](Stage& s) { s.ask.module = nullptr; });
        case Check::ModuleName: return after(g.op, [](Stage& s) { s.ask.module = "c:\\app.exe"; });
        case Check::PriorityMedia:
            return after(g.op, [](Stage& s) { s.ask.ranked_modes = 0x8000'0000; });
        case Check::PriorityRequest:
            return after(g.op, [](Stage& s) { s.ask.ranked_modes = s.ask.request_mode = 0; });
        case Check::PriorityValue: return after(g.op, [](Stage& s) { s.ask.priority = 2; });
        case Check::RecipientModes: return after(g.op, [](Stage& s) { s.ask.request_mode = 8; });
        case Check::RequestMode:
            return after(g.op, [](Stage& s) {
                s.ask.request_mode = LINEREQUESTMODE_MAKECALL | LINEREQUESTMODE_MEDIACALL;
            });
        case Check::Registered:
            return after(g.op, [](Stage& s) {
                s.monitor.app->register_request_recipient(0, LINEREQUESTMODE_MAKECALL, true);
                s.owner.app->register_request_recipient(0, LINEREQUESTMODE_MAKECALL, false);
            });
        case Check::RequestWaits:
            return after(g.op, [](Stage& s) {
                MakeCallRequest request;
                s.owner.app->get_request(LINEREQUESTMODE_MAKECALL, &request);
            });
        case Check::DestinationText: return after(g.op, [](Stage& s) { s.ask.destination = ""; });
        case Check::Recipient:
            return after(g.op, [](Stage& s) {
                s.owner.app->register_request_recipient(0, LINEREQUESTMODE_MAKECALL, false);
            });
        case Check::RequestRoom:
            return after(g.op, [](Stage& s) {
                for (int i = 0; i < 20; ++i)
                    s.owner.app->request_make_call("1", nullptr, nullptr, nullptr);
            });
        case Check::Never: return Plan{.op = g.op};
        default: return std::nullopt;
    }
}

std::optional<Plan> of_forwarding(const Guard& g) {
    const auto entry = [&g](auto change) {
        return after(g.op, [change](Stage& s) { change(s.ask.forwards[0]); });
    };
    switch (g.check) {
        case Check::ForwardOffered:
            return with_profile(g.op,
                                [](Profile& p) { p.address_features = ~LINEADDRFEATURE_FORWARD; });
        case Check::ForwardModes: return entry([](Forward& f) { f.mode = 3; });
        case Check::ForwardEntries:
            return after(g.op, [](Stage& s) { s.ask.forwards.resize(17, s.ask.forwards[0]); });
        case Check::ForwardCallers: return entry([](Forward& f) { f.caller_address = "1002"; });
        case Check::ForwardPairs:
            return Plan{
                .op = g.op,
                .settle = [](OfficeSpec& s) { s.lines[0].profile.forward_busy_na_address = false; },
                .after =
                    [](Stage& s) {
                        s.ask.forwards = {{.mode = LINEFORWARDMODE_BUSY, .dest_address = "1002"},
                                          {.mode = LINEFORWARDMODE_NOANSW, .dest_address = "1003"}};
                    }};
        case Check::ForwardCountries: return entry([](Forward& f) { f.dest_country_code = 1000; });
        case Check::ForwardNumbers: return entry([](Forward& f) { f.dest_address = "1001"; });
        case Check::ForwardKinds:
            return with_profile(
                g.op, [](Profile& p) { p.address_features = ~LINEADDRFEATURE_FORWARDFWD; });
        default: return std::nullopt;
    }
}

std::optional<Plan> of_completion(const Guard& g) {
    switch (g.check) {
        case Check::CompletionMode:
            return after(g.op, [](Stage& s) { s.ask.completion_mode = LINECALLCOMPLMODE_INTRUDE; });
        case Check::MessageId:
            return Plan{.op = g.op,
                        .settle =
                            [](OfficeSpec& s) {
                                s.lines[0].profile.completion_modes = LINECALLCOMPLMODE_MESSAGE;
                            },
                        .after =
                            [](Stage& s) {
                                s.ask.completion_mode = LINECALLCOMPLMODE_MESSAGE;
                                s.ask.message = 1;
                            }};
        case Check::CompletionState: return Plan{.op = g.op, .state = LINECALLSTATE_CONNECTED};
        case Check::CompletionRoom:
            return Plan{.op = g.op,
                        .settle = [](OfficeSpec& s) { s.policy.max_completions = 1; },
                        .before = [](Stage& s) {  // one that is outstanding already
                            const HCall rings = s.owner.h(s.scene.bring(LINECALLSTATE_RINGBACK));
                            s.owner.app->complete_call(rings, &s.answers.number,
                                                       LINECALLCOMPLMODE_CALLBACK, 0);
                            s.scene.office.run(1s);
                        }};
        case Check::CompletionId: return after(g.op, [](Stage& s) { s.ask.completion = 7; });
        default: return std::nullopt;
    }
}

std::optional<Plan> of_terminals(const Guard& g) {
    switch (g.check) {
        case Check::SelectedAddress:
            return after(g.op, [](Stage& s) {
                s.ask.select = LINECALLSELECT_ADDRESS;
                s.ask.address = 1;
            });
        case Check::TerminalOffered:
            return with_profile(g.op,
                                [](Profile& p) { p.line_features = ~LINEFEATURE_SETTERMINAL; });
        case Check::TerminalId:
            return after(g.op, [](Stage& s) {
                s.ask.terminal = 3;
                s.ask.enable = false;
            });
        case Check::TerminalModes:
            return after(g.op, [](Stage& s) { s.ask.terminal_modes = LINETERMMODE_LAMPS; });
        default: return std::nullopt;
    }
}

std::optional<Plan> probe(const Guard& guard) {
    for (const auto part :
         {of_handles, of_session, of_call_params, of_numbers, of_selections, of_inband, of_states,
          of_room, of_transfer, of_conference, of_members, of_translation, of_handing_on,
          of_forwarding, of_completion, of_terminals}) {
        if (auto plan = part(guard)) return plan;
    }
    return std::nullopt;
}

std::string played(const Plan& plan, int muted) {
    Stage stage{plan, muted};
    return outcome(stage.act());
}

TEST(GuardRows, GoodRequestsPassEveryRow) {
    for (const Operation& entry : operations()) {
        SCOPED_TRACE(entry.function);
        const bool offered = guards(entry.op).back().check != Check::Never;
        EXPECT_EQ(played({.op = entry.op}, -1), !offered             ? "OPERATIONUNAVAIL"
                                                : entry.asynchronous ? "asked"
                                                                     : "ok");
    }
}

TEST(GuardRows, EveryRowRefusesAndIsTheOneThatDoes) {
    for (std::size_t row = 0; row < guards().size(); ++row) {
        const Guard& guard = guards()[row];
        SCOPED_TRACE(describe(guard));
        const auto plan = probe(guard);
        ASSERT_TRUE(plan.has_value()) << "no probe";
        const std::string error = outcome(line_error(guard.error));
        EXPECT_EQ(played(*plan, -1), error);
        EXPECT_NE(played(*plan, static_cast<int>(row)), error) << "another row refuses as well";
    }
    std::cout << guards().size() << " rows\n";
}

TEST(GuardRows, ARefusalOfAnyRowChangesNothing) {
    for (const Guard& guard : guards()) {
        SCOPED_TRACE(describe(guard));
        if (guard.check == Check::Initialized || guard.check == Check::AppHandle ||
            guard.check == Check::AppOrNone)
            continue;
        Stage stage{*probe(guard)};
        const std::string before = stage.scene.snapshot();
        EXPECT_LT(stage.act(), 0);
        EXPECT_EQ(stage.scene.snapshot(), before);
        stage.scene.office.check();
    }
}

}  // namespace
}  // namespace pbxlab::lines::test
