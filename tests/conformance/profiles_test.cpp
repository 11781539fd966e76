// Every profile that is shipped: what a line says that it can, what it refuses, and what the
// exchange does come from the same settings and never disagree.
#include <iostream>

#include "harness/provider_keys.h"
#include "harness/provider_profile.h"
#include "tests/conformance/features.h"

namespace pbxlab::lines::test {
namespace {

const std::filesystem::path kRoot = PBXLAB_SOURCE_DIR "/scenarios";

harness::ProviderBehaviour behaviour_of(const std::string& profile) {
    const auto read = harness::read_profile({profile, {}}, {{}, "test"}, kRoot);
    EXPECT_TRUE(read) << read.error().text();
    harness::Settings settings;
    for (const auto& each : read->settings) settings.push_back(each.setting);
    harness::ProviderBehaviour behaviour;
    harness::apply(settings, behaviour);
    return behaviour;
}

// As persons bring it about, because the provider may offer no way to ask for it.
std::size_t by_hand(Scene& scene, std::uint32_t state) {
    pbx::Exchange& exchange = scene.office.exchange;
    const pbx::StationId station = scene.office.station(0);
    const auto dial = [&](const char* number) {
        exchange.phone_lift(station);
        scene.office.run(1s);
        exchange.phone_dial(station, number);
        scene.office.run(3s);
    };
    const auto incoming = [&] {
        scene.next_far().make("1001");
        scene.office.run(3s);
    };
    const auto talk = [&] {
        incoming();
        exchange.phone_answer(station);
        scene.office.run(1s);
    };
    switch (state) {
        case LINECALLSTATE_DIALTONE:
            exchange.phone_lift(station);
            scene.office.run(1s);
            break;
        case LINECALLSTATE_DIALING: dial("10"); break;
        case LINECALLSTATE_RINGBACK: dial("1003"); break;
        case LINECALLSTATE_BUSY: dial("1001"); break;
        case LINECALLSTATE_SPECIALINFO: dial("9555"); break;
        case LINECALLSTATE_DISCONNECTED: dial("7777"); break;
        case LINECALLSTATE_OFFERING:
        case LINECALLSTATE_ACCEPTED: incoming(); break;
        case LINECALLSTATE_ONHOLD:
            talk();
            scene.order(pbx::OrderKind::Hold);
            break;
        case LINECALLSTATE_ONHOLDPENDTRANSFER:
            talk();
            scene.order(pbx::OrderKind::Consult);
            break;
        default: talk();
    }
    scene.own_all();
    const auto all = scene.owner.calls().size();
    if (all == 0) return 0;  // there is nothing to be seen of it
    scene.owner.h(all);
    scene.monitor.h(all);
    return state == LINECALLSTATE_ONHOLDPENDTRANSFER ? all - 1 : all;
}

// The lowest bit: one of several ways that there are.
std::uint32_t one_of(std::uint32_t ways, std::uint32_t usual) {
    return ways == 0 || (ways & usual) != 0 ? usual : ways & (~ways + 1);
}

void fit_to(const Profile& profile, Ask& ask) {
    ask.park_mode = one_of(profile.park_modes, ask.park_mode);
    ask.digit_modes = one_of(profile.generate_digit_modes, ask.digit_modes);
    ask.tone_mode = one_of(profile.generate_tone_modes, ask.tone_mode);
    ask.completion_mode = one_of(profile.completion_modes, ask.completion_mode);
    ask.transfer_mode = one_of(profile.transfer_modes, ask.transfer_mode);
    ask.bearer = one_of(profile.bearer_modes, ask.bearer);
    ask.media_mode = one_of(profile.media_modes, ask.media_mode);
    ask.terminal = 0;
    ask.enable = false;
    ask.highest_rate = std::min(ask.highest_rate, profile.max_rate);
}

Situation under(const std::string& name, const std::vector<std::uint32_t>& others) {
    const harness::ProviderBehaviour behaviour = behaviour_of(name);
    Situation situation;
    situation.name = "under " + name + (others.empty() ? "" : ", beside another call");
    situation.others = others;
    situation.settle = [behaviour](OfficeSpec& spec) {
        const bool accepts = spec.policy.auto_accept;
        spec.policy = behaviour.policy;
        spec.policy.auto_accept = spec.policy.auto_accept || accepts;
        spec.policy.self_call = pbx::SelfCall::Busy;  // how a call comes to be busy here
        spec.lines[0].profile = behaviour.profile;
    };
    situation.version = std::min<std::uint32_t>(kTapi22, behaviour.profile.highest_api);
    situation.patience = 500ms;
    situation.bring = &by_hand;
    situation.fit = [profile = behaviour.profile](Ask& ask) { fit_to(profile, ask); };
    return situation;
}

class OfAProfile : public testing::TestWithParam<std::string> {};

TEST_P(OfAProfile, CapabilitiesAndRefusalsAgree) {
    Cells cells;
    for (const auto& others :
         {std::vector<std::uint32_t>{}, {LINECALLSTATE_ONHOLD}, {LINECALLSTATE_CONNECTED}}) {
        try_all(under(GetParam(), others), cells);
        if (HasFailure()) return;
    }
    std::cout << GetParam() << ": " << cells.tried << " cells, " << cells.on << " bits on\n";
    EXPECT_GT(cells.tried, 300U);
    EXPECT_GT(cells.on, 10U);
}

std::string plain(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == '/'; });
    return name;
}

INSTANTIATE_TEST_SUITE_P(Shipped, OfAProfile, testing::ValuesIn(harness::profile_names(kRoot)),
                         plain);

}  // namespace
}  // namespace pbxlab::lines::test
