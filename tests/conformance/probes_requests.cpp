// Handles and arguments of requests.
#include "tests/conformance/probes.h"

namespace pbxlab::lines::test {

namespace {

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

}  // namespace

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

}  // namespace pbxlab::lines::test
