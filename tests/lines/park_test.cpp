// linePark, lineUnpark and linePickup as applications see them.
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

struct Lot {
    explicit Lot(const OfficeSpec& spec = {})
        : office(spec), a(office.open(0)), b(office.open(1)), c(office.open(2)) {
        EXPECT_TRUE(office.exchange.add_orbit("701").has_value());
        EXPECT_TRUE(office.exchange.add_orbit("702").has_value());
    }
    Office office;
    Seat& a;
    Seat& b;
    Seat& c;
};

TEST(Park, FillsTheChosenAddressWithItsReply) {  // nf-tapi-lineparkw
    Lot lot;
    const auto [from, to] = lot.office.connect(lot.a, lot.b);
    VarString chosen;
    EXPECT_GT(lot.b.app->park(to, LINEPARKMODE_NONDIRECTED, nullptr, &chosen), 0);
    EXPECT_EQ(chosen.text, "");
    lot.office.run();
    EXPECT_EQ(chosen.text, "701");
    EXPECT_EQ(chosen.used_size, 24U + 8U);
    EXPECT_EQ(lot.b.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(lot.a.told(), "CS h1 CONNECTED/ACTIVEHELD");
    EXPECT_EQ(lot.a.state(from), "CONNECTED/ACTIVEHELD");
}

TEST(Park, IsRefusedInTheReplyWhenTheAddressFindsNoRoom) {
    Lot lot;
    const auto [from, to] = lot.office.connect(lot.a, lot.b);
    VarString chosen;
    chosen.total_size = 31;
    EXPECT_GT(lot.b.app->park(to, LINEPARKMODE_NONDIRECTED, nullptr, &chosen), 0);
    lot.office.run();
    EXPECT_EQ(lot.b.told(), "REPLY STRUCTURETOOSMALL");
    EXPECT_EQ(lot.b.state(to), "CONNECTED/ACTIVE");
    EXPECT_EQ(lot.a.state(from), "CONNECTED/ACTIVE");
}

TEST(Park, OffersOnlyTheModesOfTheProfile) {  // linecallfeature2--constants
    Profile profile;
    profile.park_modes = LINEPARKMODE_DIRECTED;
    Lot lot{with(profile)};
    const auto [from, to] = lot.office.connect(lot.a, lot.b);
    constexpr std::uint32_t kBoth = LINECALLFEATURE2_PARKDIRECT | LINECALLFEATURE2_PARKNONDIRECT;
    EXPECT_EQ(lot.a.status(from).call_features2 & kBoth, LINECALLFEATURE2_PARKDIRECT);
    EXPECT_EQ(lot.b.status(to).call_features2 & kBoth, kBoth);
    VarString chosen;
    EXPECT_EQ(outcome(lot.a.app->park(from, LINEPARKMODE_NONDIRECTED, nullptr, &chosen)),
              "INVALPARKMODE");
    AddressCaps caps;
    EXPECT_EQ(lot.a.app->get_address_caps(0, 0, kTapi22, 0, &caps), 0);
    EXPECT_EQ(caps.park_modes, LINEPARKMODE_DIRECTED);
    EXPECT_EQ(caps.call_features2 & kBoth, LINECALLFEATURE2_PARKDIRECT);
}

TEST(Unpark, RepliesBeforeAnythingIsToldOfTheNewCall) {  // reference: tapi2-operations 1.3
    Lot lot;
    Seat& monitor = lot.office.monitor(2);
    const auto [from, to] = lot.office.connect(lot.a, lot.b);
    EXPECT_GT(lot.b.app->park(to, LINEPARKMODE_DIRECTED, "701", nullptr), 0);
    lot.office.run();
    HCall fetched = kNoCall;
    EXPECT_GT(lot.c.app->unpark(lot.c.line, 0, &fetched, "701"), 0);
    EXPECT_EQ(fetched, kNoCall);
    lot.office.run();
    ASSERT_NE(fetched, kNoCall);
    EXPECT_EQ(lot.c.told(), "REPLY ok; CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(monitor.told(),
              "NEWCALL h1 MONITOR; CS h1 UNKNOWN p3=MONITOR; CS h1 CONNECTED/ACTIVE");
    EXPECT_EQ(lot.c.info(fetched).reason, LINECALLREASON_UNPARK);
    EXPECT_EQ(lot.c.info(fetched).call_id, lot.a.info(from).call_id);
}

TEST(Pickup, GivesTheWinnerAHandleAndTheLoserNone) {  // edge case 80
    Lot lot;
    const auto [from, to] = lot.office.ring(lot.a, lot.b);
    Seat& other = lot.office.open(2);
    HCall first = kNoCall;
    HCall second = kNoCall;
    EXPECT_GT(lot.c.app->pickup(lot.c.line, 0, &first, "1002", nullptr), 0);
    EXPECT_GT(other.app->pickup(other.line, 0, &second, "1002", nullptr), 0);
    lot.office.run();
    EXPECT_NE(first, kNoCall);
    EXPECT_EQ(second, kNoCall);
    EXPECT_EQ(other.told(), "REPLY OPERATIONFAILED");
    EXPECT_EQ(lot.b.state(to), "IDLE");
    EXPECT_EQ(lot.a.info(from).redirecting.number, "1002");
}

TEST(Features, OfTheAddressSayWhatCanBeFetchedNow) {  // lineaddrfeature--constants
    Profile profile;
    profile.address_features = ~LINEADDRFEATURE_PICKUPHELD;
    OfficeSpec spec = with(profile);
    spec.lines[0].max_active = 1;
    Lot lot{spec};
    const auto features = [&] {
        AddressStatus status;
        EXPECT_EQ(lot.a.app->get_address_status(lot.a.line, 0, &status), 0);
        return bit_words("LINEADDRFEATURE", status.address_features);
    };
    EXPECT_EQ(features(),
              "FORWARD|MAKECALL|PICKUP|UNPARK|PICKUPGROUP|PICKUPDIRECT|PICKUPWAITING|"
              "FORWARDFWD|FORWARDDND");
    lot.a.make(nullptr);
    lot.office.run();
    EXPECT_EQ(features(), "FORWARD|FORWARDFWD|FORWARDDND");
}

}  // namespace
}  // namespace pbxlab::lines::test
