// Every profile that is shipped: what its lines and addresses offer apart from calls is never
// refused as unavailable, and the rest always is (ns-tapi-lineaddresscaps, ns-tapi-linedevcaps;
// reference: call-model 6).
#include "tests/conformance/scene.h"
#include "tests/conformance/shipped.h"

namespace pbxlab::lines::test {
namespace {

struct Bits {
    std::uint32_t address = 0, line = 0;  // LINEADDRFEATURE_, LINEFEATURE_
};

// Refinements of a feature: where none is told, any variant may work.
bool refined(std::uint32_t bits, std::uint32_t all, std::uint32_t base, std::uint32_t needed) {
    return (bits & base) != 0 && ((bits & all) == 0 || (bits & needed) != 0);
}

bool forwards(std::uint32_t bits, std::uint32_t kind) {
    constexpr std::uint32_t kKinds = LINEADDRFEATURE_FORWARDFWD | LINEADDRFEATURE_FORWARDDND;
    return refined(bits, kKinds, LINEADDRFEATURE_FORWARD, kind);
}
bool forwards_line(std::uint32_t bits, std::uint32_t kind) {
    constexpr std::uint32_t kKinds = LINEFEATURE_FORWARDFWD | LINEFEATURE_FORWARDDND;
    return refined(bits, kKinds, LINEFEATURE_FORWARD, kind);
}
bool picks_up(std::uint32_t bits, std::uint32_t kinds) {
    constexpr std::uint32_t kKinds = LINEADDRFEATURE_PICKUPHELD | LINEADDRFEATURE_PICKUPGROUP |
                                     LINEADDRFEATURE_PICKUPDIRECT | LINEADDRFEATURE_PICKUPWAITING;
    return (bits & kKinds) != 0 ? (bits & kinds) != 0 : (bits & LINEADDRFEATURE_PICKUP) != 0;
}

// A request, and which bits offer it.
struct Offer {
    const char* what;
    Op op;
    bool (*is_offered)(const Bits& bits);
    void (*fit)(Ask& ask);
};
constexpr auto kAsItIs = [](Ask&) {};
const Offer kOffers[] = {
    {"making a call", Op::MakeCall,
     [](const Bits& b) {
         return (b.line & LINEFEATURE_MAKECALL) != 0 && (b.address & LINEADDRFEATURE_MAKECALL) != 0;
     },
     kAsItIs},
    {"forwarding an address", Op::Forward,
     [](const Bits& b) { return forwards(b.address, LINEADDRFEATURE_FORWARDFWD); }, kAsItIs},
    {"turning calls of an address away", Op::Forward,
     [](const Bits& b) { return forwards(b.address, LINEADDRFEATURE_FORWARDDND); },
     [](Ask& a) { a.forwards.front().dest_address.clear(); }},
    {"forwarding a line", Op::Forward,
     [](const Bits& b) { return forwards_line(b.line, LINEFEATURE_FORWARDFWD); },
     [](Ask& a) { a.all_addresses = true; }},
    {"turning calls of a line away", Op::Forward,
     [](const Bits& b) { return forwards_line(b.line, LINEFEATURE_FORWARDDND); },
     [](Ask& a) {
         a.all_addresses = true;
         a.forwards.front().dest_address.clear();
     }},
    {"unparking", Op::Unpark,
     [](const Bits& b) { return (b.address & LINEADDRFEATURE_UNPARK) != 0; },
     [](Ask& a) { a.number = "701"; }},
    {"picking up at a number", Op::Pickup,
     [](const Bits& b) { return picks_up(b.address, LINEADDRFEATURE_PICKUPDIRECT); }, kAsItIs},
    {"picking up in a group", Op::Pickup,
     [](const Bits& b) { return picks_up(b.address, LINEADDRFEATURE_PICKUPGROUP); },
     [](Ask& a) {
         a.number = nullptr;
         a.group = "7";
     }},
    {"picking up whatever there is", Op::Pickup,
     [](const Bits& b) {
         return picks_up(b.address, LINEADDRFEATURE_PICKUPHELD | LINEADDRFEATURE_PICKUPGROUP |
                                        LINEADDRFEATURE_PICKUPWAITING);
     },
     [](Ask& a) { a.number = nullptr; }},
    {"cancelling a completion", Op::UncompleteCall,
     [](const Bits& b) { return (b.address & LINEADDRFEATURE_UNCOMPLETECALL) != 0; }, kAsItIs},
    {"terminals of an address", Op::SetTerminal,
     [](const Bits& b) { return (b.address & LINEADDRFEATURE_SETTERMINAL) != 0; },
     [](Ask& a) { a.select = LINECALLSELECT_ADDRESS; }},
    {"terminals of a line", Op::SetTerminal,
     [](const Bits& b) { return (b.line & LINEFEATURE_SETTERMINAL) != 0; }, kAsItIs},
    {"a conference that starts from a line", Op::SetupConference,
     [](const Bits& b) { return (b.address & LINEADDRFEATURE_SETUPCONF) != 0; }, kAsItIs},
};

enum class Standing { Idle, AllTaken, OutOfService };

class Desk {
 public:
    Desk(const harness::ProviderBehaviour& behaviour, Standing standing)
        : version_(std::min<std::uint32_t>(kTapi22, behaviour.profile.highest_api)),
          scene_(spec_of(behaviour, standing), version_) {
        pbx::Exchange& exchange = scene_.office.exchange;
        const pbx::StationId front = exchange.add_station({.name = "front"});
        EXPECT_TRUE(exchange.add_address(front, {.number = "1099", .pickup_group = "7"}));
        if (standing == Standing::AllTaken) {
            scene_.next_far().make("1001");
            scene_.office.run(3s);
            exchange.phone_answer(scene_.office.station(0));
            scene_.office.run(1s);
        }
        if (standing == Standing::OutOfService)
            exchange.set_service(scene_.office.station(0), false);
    }

    Bits capabilities() {
        DevCaps line;
        AddressCaps address;
        EXPECT_EQ(seat().app->get_dev_caps(0, version_, 0, &line), 0);
        EXPECT_EQ(seat().app->get_address_caps(0, 0, version_, 0, &address), 0);
        return {address.address_features, line.line_features};
    }
    Bits now() {
        LineDevStatus line;
        AddressStatus address;
        EXPECT_EQ(seat().app->get_line_dev_status(seat().line, &line), 0);
        EXPECT_EQ(seat().app->get_address_status(seat().line, 0, &address), 0);
        return {address.address_features, line.line_features};
    }
    // The error that the request meets, at return or in its reply; "ok" when none.
    std::string outcome_of(const Offer& offer, const Profile& profile) {
        Ask request{.app = seat().app, .line = seat().line};
        fit_to(profile, request);
        offer.fit(request);
        Answers answers;
        seat().told();
        const LineResult id = ask(scene_.office, offer.op, request, answers);
        if (id <= 0) return outcome(id);
        seat().all.clear();
        scene_.office.run(1s);
        seat().told();
        for (const Message& m : seat().all) {
            if (m.id == LINE_REPLY) return outcome(static_cast<LineResult>(m.param2));
        }
        return "no reply";
    }

 private:
    static OfficeSpec spec_of(const harness::ProviderBehaviour& behaviour, Standing standing) {
        OfficeSpec spec = scene_spec();
        spec.policy = behaviour.policy;
        spec.lines[0].profile = behaviour.profile;
        if (standing == Standing::AllTaken) spec.lines[0].max_active = 1;
        return spec;
    }
    Seat& seat() { return scene_.owner; }

    std::uint32_t version_;
    Scene scene_;
};

class OffersOfAProfile : public testing::TestWithParam<std::string> {
 protected:
    const harness::ProviderBehaviour behaviour_ = behaviour_of(GetParam());
};

bool is_missing(const Offer& offer, const std::string& result) {
    if (result == "OPERATIONUNAVAIL") return true;
    // Where conferences start from calls one has to be given.
    return offer.op == Op::SetupConference &&
           (result == "INVALCALLHANDLE" || result == "INVALLINEHANDLE");
}

TEST_P(OffersOfAProfile, AreNeverUnavailableAndWhatIsNotOfferedAlwaysIs) {
    for (const Standing standing : {Standing::Idle, Standing::AllTaken, Standing::OutOfService}) {
        for (const Offer& offer : kOffers) {
            SCOPED_TRACE(std::string{offer.what} + ", " +
                         std::to_string(static_cast<int>(standing)));
            Desk office{behaviour_, standing};
            const bool offered = offer.is_offered(office.capabilities());
            const bool now = offer.is_offered(office.now());
            const std::string result = office.outcome_of(offer, behaviour_.profile);
            // TAPI asks a line that is out of service for nothing.
            const bool out = standing == Standing::OutOfService && result == "INVALLINESTATE";
            EXPECT_TRUE(!offered == is_missing(offer, result) || (!offered && out)) << result;
            EXPECT_TRUE(offered || !now);
            const bool promises = now && offer.op == Op::MakeCall;
            EXPECT_TRUE(!promises || result == "ok") << result;
        }
    }
}

TEST_P(OffersOfAProfile, TellNowWhatTheCapabilitiesHaveAndNothingElse) {
    for (const Standing standing : {Standing::Idle, Standing::AllTaken, Standing::OutOfService}) {
        Desk office{behaviour_, standing};
        const Bits caps = office.capabilities();
        const Bits now = office.now();
        EXPECT_EQ(now.address & ~caps.address, 0U);
        EXPECT_EQ(now.line & ~caps.line, 0U);
        if (standing == Standing::OutOfService) {
            EXPECT_EQ(now.address | now.line, 0U);
        }
        if (standing == Standing::AllTaken) {
            EXPECT_EQ(now.address & LINEADDRFEATURE_MAKECALL, 0U);
            EXPECT_EQ(now.line & LINEFEATURE_MAKECALL, 0U);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, OffersOfAProfile, testing::ValuesIn(shipped()), plain);

}  // namespace
}  // namespace pbxlab::lines::test
