// Every profile that is shipped: what a line says that it can, what it refuses, and what the
// exchange does come from the same settings and never disagree.
#include <iostream>

#include "tests/conformance/features.h"
#include "tests/conformance/shipped.h"

namespace pbxlab::lines::test {
namespace {

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

INSTANTIATE_TEST_SUITE_P(Shipped, OfAProfile, testing::ValuesIn(shipped()), plain);

}  // namespace
}  // namespace pbxlab::lines::test
