// Translation, handing on, forwarding, completion and terminals.
#include "tests/conformance/probes.h"

namespace pbxlab::lines::test {

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

}  // namespace pbxlab::lines::test
