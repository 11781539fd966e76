// What a provider offers needs something to carry it out with (reference: tapi2-operations 2).
#include <gtest/gtest.h>

#include "lines/capabilities.h"
#include "lines/profile.h"

namespace pbxlab::lines::test {
namespace {

// Without the means the offer is gone, and nothing else.
struct Row {
    std::uint32_t Profile::*means;
    std::uint32_t Profile::*offers;
    std::uint32_t offer;
};
constexpr auto kCall = &Profile::call_features;
constexpr auto kAddress = &Profile::address_features;
constexpr auto kLine = &Profile::line_features;
constexpr Row kRows[] = {
    {&Profile::park_modes, kCall, LINECALLFEATURE_PARK},
    {&Profile::transfer_modes, kCall, LINECALLFEATURE_COMPLETETRANSF},
    {&Profile::completion_modes, kCall, LINECALLFEATURE_COMPLETECALL},
    {&Profile::completion_conds, kCall, LINECALLFEATURE_COMPLETECALL},
    {&Profile::generate_digit_modes, kCall, LINECALLFEATURE_GENERATEDIGITS},
    {&Profile::generate_tone_modes, kCall, LINECALLFEATURE_GENERATETONE},
    {&Profile::monitor_digit_modes, kCall,
     LINECALLFEATURE_MONITORDIGITS | LINECALLFEATURE_GATHERDIGITS},
    {&Profile::monitor_tone_entries, kCall, LINECALLFEATURE_MONITORTONES},
    {&Profile::monitor_tone_freqs, kCall, LINECALLFEATURE_MONITORTONES},
    {&Profile::uui_send_size, kCall, LINECALLFEATURE_SENDUSERUSER},
    {&Profile::call_data_size, kCall, LINECALLFEATURE_SETCALLDATA},
    {&Profile::terminals, kCall, LINECALLFEATURE_SETTERMINAL},
    {&Profile::terminals, kAddress, LINEADDRFEATURE_SETTERMINAL},
    {&Profile::terminals, kLine, LINEFEATURE_SETTERMINAL},
    {&Profile::terminal_modes, kCall, LINECALLFEATURE_SETTERMINAL},
    {&Profile::terminal_modes, kAddress, LINEADDRFEATURE_SETTERMINAL},
    {&Profile::terminal_modes, kLine, LINEFEATURE_SETTERMINAL},
    {&Profile::forward_modes, kAddress,
     LINEADDRFEATURE_FORWARD | LINEADDRFEATURE_FORWARDFWD | LINEADDRFEATURE_FORWARDDND},
    {&Profile::forward_modes, kLine,
     LINEFEATURE_FORWARD | LINEFEATURE_FORWARDFWD | LINEFEATURE_FORWARDDND},
    {&Profile::completion_messages, &Profile::completion_modes, LINECALLCOMPLMODE_MESSAGE},
};

// A provider with every feature, and the means for each.
Profile everything() {
    Profile profile;
    for (const Row& row : kRows) profile.*row.means = 1;
    profile.completion_modes = LINECALLCOMPLMODE_CALLBACK | LINECALLCOMPLMODE_MESSAGE;
    profile.call_features = profile.address_features = profile.line_features = ~0U;
    return profile;
}

TEST(Offers, StayWhereThereIsSomethingToCarryThemOutWith) {
    EXPECT_EQ(without_empty_offers(everything()), everything());
}

TEST(Offers, TheLampIsSetWhereTheProviderKnowsOfIt) {
    Profile given = everything();
    given.message_waiting = false;
    EXPECT_EQ(without_empty_offers(given).line_features, ~LINEFEATURE_SETDEVSTATUS);
}

TEST(Offers, GoWithTheirMeans) {
    for (const Row& row : kRows) {
        Profile given = everything();
        given.*row.means = 0;
        const Profile carried_out = without_empty_offers(given);
        EXPECT_EQ(carried_out.*row.offers & row.offer, 0U) << "row " << &row - kRows;
        EXPECT_EQ(carried_out.*row.offers | row.offer, given.*row.offers) << "row " << &row - kRows;
    }
}

TEST(Offers, OfFinishingCallsAreInVainWhereNoRequestCanBeOutstanding) {  // lineaddresscaps
    const InVain usually = offered_in_vain({});
    EXPECT_EQ(usually.call_features | usually.address_features, 0U);
    pbx::Policy none;
    none.max_completions = 0;
    EXPECT_EQ(offered_in_vain(none).call_features, LINECALLFEATURE_COMPLETECALL);
    EXPECT_EQ(offered_in_vain(none).address_features, LINEADDRFEATURE_UNCOMPLETECALL);
}

TEST(Offers, OfRemovalAreInVainWhereNobodyCanBeRemoved) {  // lineremovefromconf--constants
    pbx::Policy nobody;
    nobody.remove_party = pbx::RemoveParty::Nobody;
    EXPECT_EQ(offered_in_vain(nobody).call_features, LINECALLFEATURE_REMOVEFROMCONF);
    EXPECT_EQ(offered_in_vain(nobody).address_features, 0U);
}

}  // namespace
}  // namespace pbxlab::lines::test
