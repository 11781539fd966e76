// lineForward: what is asked for, when it is told, and what the address's status shows
// (nf-tapi-lineforwardw; reference: call-model 15).
#include "lines/forwarding.h"
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

struct Forwarder : Office {
    explicit Forwarder(const OfficeSpec& spec = {}) : Office(spec), seat(open(0)) {
        seat.app->set_status_messages(seat.line, 0, LINEADDRESSSTATE_FORWARD);
    }
    LineResult forward(std::vector<Forward> entries, std::uint32_t rings = 2, bool all = false) {
        const ForwardList list{.entries = std::move(entries)};
        return seat.app->forward(seat.line, all, 0, &list, rings, &consult, nullptr);
    }
    AddressStatus status(std::uint32_t room = Sized::kRoomForAll, std::uint32_t address = 0) {
        AddressStatus status;
        status.total_size = room;
        EXPECT_EQ(seat.app->get_address_status(seat.line, address, &status), 0);
        return status;
    }
    Seat& seat;
    HCall consult{7};
};

TEST(Forward, IsAcceptedFirstAndConfirmedLater) {
    Forwarder office;
    EXPECT_GT(office.forward({{.mode = LINEFORWARDMODE_BUSY, .dest_address = "1003"}}), 0);
    office.run(20ms);
    EXPECT_EQ(office.seat.told(), "REPLY ok");
    EXPECT_EQ(office.consult, kNoCall) << "no consultation call is made";
    EXPECT_TRUE(office.status().forwards.empty());
    office.run(1s);
    EXPECT_EQ(office.seat.told(), "AS 0 FORWARD");
    ASSERT_EQ(office.status().forwards.size(), 1U);
    EXPECT_EQ(office.status().forwards[0].mode, LINEFORWARDMODE_BUSY);
    EXPECT_EQ(office.status().forwards[0].dest_address, "1003");
    EXPECT_EQ(office.status().num_rings_no_answer, 2U);
}

TEST(Forward, TakesTheNearestNumberOfRings) {
    Forwarder office;
    const std::vector<Forward> rules = {{.mode = LINEFORWARDMODE_NOANSW, .dest_address = "1003"}};
    for (const auto& [asked, taken] :
         {std::pair{0U, 1U}, std::pair{5U, 5U}, std::pair{0xFFFF'FFFFU, 10U}}) {
        EXPECT_GT(office.forward(rules, asked), 0);
        office.run(1s);
        EXPECT_EQ(office.status().num_rings_no_answer, taken);
    }
}

TEST(Forward, StatusLeavesOutWhatFindsNoRoom) {  // reference: tapi2-operations 1.6
    Forwarder office;
    EXPECT_GT(office.forward({{.mode = LINEFORWARDMODE_BUSYSPECIFIC,
                               .caller_address = "1002",
                               .dest_address = "1003"},
                              {.mode = LINEFORWARDMODE_UNCOND}}),
              0);
    office.run(1s);
    EXPECT_EQ(office.status().used_size, 64U + 2 * 24U + 2 * 10U);
    EXPECT_EQ(office.status().forwards[0].caller_address, "1002");
    const AddressStatus small = office.status(64 + 24);
    EXPECT_EQ(small.needed_size, 64U + 2 * 24U + 2 * 10U);
    EXPECT_EQ(small.used_size, 64U + 24U);
    ASSERT_EQ(small.forwards.size(), 1U);
    EXPECT_EQ(small.forwards[0].caller_address, "");
}

TEST(Forward, GoesOnWhenTheApplicationIsGone) {
    Forwarder office;
    EXPECT_GT(office.forward({{.mode = LINEFORWARDMODE_UNCOND, .dest_address = "1003"}}), 0);
    office.run(20ms);
    office.seat.app->shutdown();
    office.run(1s);
    EXPECT_EQ(office.exchange.forwarding(*office.exchange.find_address("1001")).rules.size(), 1U);
}

TEST(Forward, IsWithdrawnWithItsLineBeforeItIsAccepted) {
    Forwarder office;
    EXPECT_GT(office.forward({{.mode = LINEFORWARDMODE_UNCOND, .dest_address = "1003"}}), 0);
    office.seat.app->close(office.seat.line);
    office.run(1s);
    EXPECT_TRUE(office.exchange.forwarding(*office.exchange.find_address("1001")).rules.empty());
    EXPECT_EQ(office.consult, HCall{7}) << "what it pointed to may be gone";
}

TEST(Forward, EveryModeMeansOneConditionAndOneKindOfCaller) {
    for (std::uint32_t mode = 1; mode <= LINEFORWARDMODE_BUSYNASPECIFIC; mode <<= 1U) {
        const auto rule = forward_rule({.mode = mode, .dest_address = "1003"});
        ASSERT_TRUE(rule.has_value());
        EXPECT_EQ(forward_mode(*rule), mode);
    }
    EXPECT_FALSE(forward_rule({.mode = LINEFORWARDMODE_UNKNOWN}).has_value());
    EXPECT_FALSE(forward_rule({.mode = 3}).has_value());
    EXPECT_FALSE(forward_rule({.mode = 1, .dest_address = "1 2"}).has_value());
}

TEST(Forward, IsLearntWhenTheLineIsHeardOfAgain) {
    Forwarder office;
    office.telephony.set_connected(0, false);
    const pbx::AddressId own = *office.exchange.find_address("1001");
    office.exchange.set_forwarding(own, {.rules = {{.to = "1003"}}});
    EXPECT_TRUE(office.status().forwards.empty());
    office.seat.told();
    office.telephony.set_connected(0, true);
    EXPECT_EQ(office.seat.told(), "AS 0 FORWARD");
    EXPECT_EQ(office.status().forwards.size(), 1U);
}

}  // namespace
}  // namespace pbxlab::lines::test
