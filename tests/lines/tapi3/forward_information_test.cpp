// ITForwardInformation and ITForwardInformation2 (reference: tapi3-operations 7).
#include "lines/tapi3/forward_information.h"

#include <gtest/gtest.h>

namespace pbxlab::lines::tapi3 {
namespace {

using Info = ForwardInformation;

TEST(ForwardInformation, KeepsOneForwardingForEachMode) {
    Info info;
    EXPECT_EQ(info.SetForwardType(LINEFORWARDMODE_BUSY, "1002", nullptr), 0);
    EXPECT_EQ(info.SetForwardType(LINEFORWARDMODE_NOANSWSPECIFIC, "1003", "1001"), 0);
    EXPECT_EQ(info.SetForwardType(LINEFORWARDMODE_BUSY, "1004", nullptr), 0);
    ASSERT_EQ(info.entries().size(), 2U);
    std::string to;
    std::string caller = "x";
    EXPECT_EQ(info.GetForwardType(LINEFORWARDMODE_BUSY, &to, &caller), 0);
    EXPECT_EQ(to + "/" + caller, "1004/") << "the last one stands";
    EXPECT_EQ(info.get_ForwardTypeDestination(LINEFORWARDMODE_NOANSWSPECIFIC, &to), 0);
    EXPECT_EQ(info.get_ForwardTypeCaller(LINEFORWARDMODE_NOANSWSPECIFIC, &caller), 0);
    EXPECT_EQ(to + "/" + caller, "1003/1001");
    EXPECT_EQ(info.get_ForwardTypeDestination(LINEFORWARDMODE_UNCOND, &to), 0);
    EXPECT_EQ(to, "") << "what has not been set is empty";
}

TEST(ForwardInformation, ANullDestinationIsAnEmptyOne) {
    Info info;
    EXPECT_EQ(info.SetForwardType(LINEFORWARDMODE_UNCOND, nullptr, nullptr), 0);
    EXPECT_TRUE(info.entries().contains(LINEFORWARDMODE_UNCOND));
}

TEST(ForwardInformation, TakesExactlyOneModeThatExists) {
    Info info;
    for (const std::uint32_t mode :
         {0U, 3U, LINEFORWARDMODE_UNKNOWN, LINEFORWARDMODE_UNAVAIL, 0x8000'0000U}) {
        std::string text;
        EXPECT_EQ(info.SetForwardType(mode, "1002", "1001"), hresult(E_INVALIDARG)) << mode;
        EXPECT_EQ(info.get_ForwardTypeDestination(mode, &text), hresult(E_INVALIDARG)) << mode;
    }
    EXPECT_TRUE(info.entries().empty());
}

TEST(ForwardInformation, ACallerHasToBeGivenWhereTheModeIsForOne) {
    Info info;
    for (const std::uint32_t mode :
         {LINEFORWARDMODE_UNCONDSPECIFIC, LINEFORWARDMODE_BUSYSPECIFIC,
          LINEFORWARDMODE_NOANSWSPECIFIC, LINEFORWARDMODE_BUSYNASPECIFIC})
        EXPECT_EQ(info.SetForwardType(mode, "1002", nullptr), hresult(E_POINTER)) << mode;
    EXPECT_TRUE(info.entries().empty());
}

TEST(ForwardInformation, KnowsTypesOfAddresses) {
    Info info;
    EXPECT_EQ(info.SetForwardType2(LINEFORWARDMODE_BUSY, "bob", LINEADDRESSTYPE_EMAILNAME, nullptr,
                                   LINEADDRESSTYPE_PHONENUMBER),
              0);
    std::uint32_t type = 0;
    EXPECT_EQ(info.get_ForwardTypeDestinationAddressType(LINEFORWARDMODE_BUSY, &type), 0);
    EXPECT_EQ(type, LINEADDRESSTYPE_EMAILNAME);
    EXPECT_EQ(info.get_ForwardTypeCallerAddressType(LINEFORWARDMODE_BUSY, &type), 0);
    EXPECT_EQ(type, LINEADDRESSTYPE_PHONENUMBER);
    for (const std::uint32_t wrong : {0U, 3U, 0x20U}) {
        EXPECT_EQ(info.SetForwardType2(LINEFORWARDMODE_NOANSW, "1002", wrong, nullptr,
                                       LINEADDRESSTYPE_PHONENUMBER),
                  hresult(E_INVALIDARG));
        EXPECT_EQ(info.SetForwardType2(LINEFORWARDMODE_NOANSW, "1002", LINEADDRESSTYPE_PHONENUMBER,
                                       nullptr, wrong),
                  hresult(E_INVALIDARG));
    }
}

TEST(ForwardInformation, ClearEmptiesTheListAndLeavesTheRings) {
    Info info;
    info.put_NumRingsNoAnswer(4);
    info.SetForwardType(LINEFORWARDMODE_BUSY, "1002", nullptr);
    EXPECT_EQ(info.Clear(), 0);
    EXPECT_TRUE(info.entries().empty());
    std::uint32_t rings = 0;
    EXPECT_EQ(info.get_NumRingsNoAnswer(&rings), 0);
    EXPECT_EQ(rings, 4U);
}

TEST(ForwardInformation, PointersMustBeGiven) {
    Info info;
    std::string text;
    std::uint32_t type = 0;
    constexpr std::uint32_t kMode = LINEFORWARDMODE_BUSY;
    const HResult wrong = hresult(E_POINTER);
    EXPECT_EQ(info.get_NumRingsNoAnswer(nullptr), wrong);
    EXPECT_EQ(info.get_ForwardTypeDestination(kMode, nullptr), wrong);
    EXPECT_EQ(info.get_ForwardTypeCaller(kMode, nullptr), wrong);
    EXPECT_EQ(info.GetForwardType(kMode, nullptr, &text), wrong);
    EXPECT_EQ(info.GetForwardType(kMode, &text, nullptr), wrong);
    EXPECT_EQ(info.GetForwardType2(kMode, &text, nullptr, &text, &type), wrong);
    EXPECT_EQ(info.GetForwardType2(kMode, &text, &type, &text, nullptr), wrong);
    EXPECT_EQ(info.get_ForwardTypeDestinationAddressType(kMode, nullptr), wrong);
    EXPECT_EQ(info.get_ForwardTypeCallerAddressType(kMode, nullptr), wrong);
}

}  // namespace
}  // namespace pbxlab::lines::tapi3
