// ITAddress: Forward, do not disturb, and the lamp (reference: tapi3-operations 6).
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

constexpr PhoneAs kAll{.events = kCallsOnly | TE_ADDRESS};

// What is in force, as text: "0x10 1003; 0x800 1003 of 1002, 4 rings".
std::string in_force(Address& address) {
    std::shared_ptr<ForwardInformation> info;
    const HResult result = address.get_CurrentForwardInfo(&info);
    if (result != 0) return hresult_name(result);
    std::string text;
    for (const auto& [mode, entry] : info->entries())
        text += bit_words("LINEFORWARDMODE", mode) + " " + entry.destination +
                (entry.caller.empty() ? "" : " of " + entry.caller) + "; ";
    return text + std::to_string(info->rings()) + " rings";
}

std::string disturbs(Address& address) {
    VariantBool now = 7;
    const HResult result = address.get_DoNotDisturb(&now);
    return result != 0 ? hresult_name(result) : now == VARIANT_TRUE ? "true" : "false";
}

std::string lamp(Address& address) {
    VariantBool now = 7;
    const HResult result = address.get_MessageWaiting(&now);
    return result != 0 ? hresult_name(result) : now == VARIANT_TRUE ? "true" : "false";
}

TEST(Tapi3Forward, PutsAListInForceInPlaceOfAll) {
    Office office;
    Phone alice{office, 0, kAll};
    std::shared_ptr<ForwardInformation> info;
    EXPECT_EQ(alice.address->CreateForwardInfoObject(&info), 0);
    EXPECT_TRUE(info->entries().empty());
    EXPECT_EQ(in_force(*alice.address), "0 rings");
    info->put_NumRingsNoAnswer(4);
    info->SetForwardType(LINEFORWARDMODE_NOANSW, "1003", nullptr);
    info->SetForwardType(LINEFORWARDMODE_BUSYSPECIFIC, "1003", "1002");
    EXPECT_EQ(alice.result(alice.address->Forward(info.get(), nullptr)), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(), "-> S_OK; AE_FORWARD") << "accepted first, then in force";
    EXPECT_EQ(in_force(*alice.address), "BUSYSPECIFIC 1003 of 1002; NOANSW 1003; 4 rings");
    info->Clear();
    info->SetForwardType(LINEFORWARDMODE_UNCOND, "1002", "1003");
    EXPECT_EQ(alice.result(alice.address->Forward(info.get(), nullptr)), "S_OK");
    office.run();
    EXPECT_TRUE(in_force(*alice.address).starts_with("UNCOND 1002; "))
        << "a caller counts in the modes for one only";
    EXPECT_EQ(alice.result(alice.address->Forward(nullptr, nullptr)), "S_OK");
    office.run();
    EXPECT_EQ(in_force(*alice.address), "0 rings");
}

TEST(Tapi3Forward, SendsCallsOn) {
    Office office;
    Phone alice{office, 0, kAll};
    Phone bob{office, 1};
    Phone carol{office, 2};
    ForwardInformation info;
    info.SetForwardType(LINEFORWARDMODE_UNCOND, "1003", nullptr);
    EXPECT_EQ(bob.result(bob.address->Forward(&info, nullptr)), "S_OK");
    office.run();
    alice.create("1002").Connect(VARIANT_FALSE);
    office.run();
    EXPECT_EQ(carol.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
}

TEST(Tapi3Forward, IsRefusedWithTheDocumentedCodes) {
    Profile profile;
    profile.address_features = ~LINEADDRFEATURE_FORWARD;
    Office office{with(profile)};
    Phone alice{office, 0};
    Phone bob{office, 1};
    ForwardInformation info;
    info.SetForwardType(LINEFORWARDMODE_UNCOND, "1003", nullptr);
    EXPECT_EQ(alice.result(alice.address->Forward(&info, nullptr)), "E_INVALIDARG")
        << "the address cannot forward";
    EXPECT_EQ(disturbs(*alice.address), "TAPI_E_NOTSUPPORTED");
    info.SetForwardType2(LINEFORWARDMODE_UNCOND, "carol", LINEADDRESSTYPE_EMAILNAME, nullptr,
                         LINEADDRESSTYPE_PHONENUMBER);
    EXPECT_EQ(bob.result(bob.address->Forward(&info, nullptr)), "TAPI_E_INVALADDRESSTYPE");
    info.SetForwardType(LINEFORWARDMODE_UNCOND, "1002", nullptr);
    EXPECT_EQ(bob.result(bob.address->Forward(&info, nullptr)), "TAPI_E_INVALADDRESS")
        << "to itself";
    EXPECT_EQ(bob.address->CreateForwardInfoObject(nullptr), hresult(E_POINTER));
    EXPECT_EQ(bob.address->get_CurrentForwardInfo(nullptr), hresult(E_POINTER));
    bob.tapi.Shutdown();
    EXPECT_EQ(bob.result(bob.address->Forward(nullptr, nullptr)), "TAPI_E_NOT_INITIALIZED");
    EXPECT_EQ(in_force(*bob.address), "TAPI_E_NOT_INITIALIZED");
}

TEST(Tapi3Forward, WhatIsInForceIsNotKnownWhereTheProviderCannotTell) {
    Profile profile;
    profile.forward_status_valid = false;
    Office office{with(profile)};
    Phone alice{office, 0};
    EXPECT_EQ(in_force(*alice.address), "E_NOTIMPL");
}

TEST(Tapi3Forward, OfSeveralCallersTheFirstIsShown) {
    Office office;
    Phone alice{office, 0};
    Seat& seat = office.open(0);
    const ForwardList list{.entries = {{.mode = LINEFORWARDMODE_BUSYSPECIFIC,
                                        .caller_address = "1002",
                                        .dest_address = "1003"},
                                       {.mode = LINEFORWARDMODE_BUSYSPECIFIC,
                                        .caller_address = "1003",
                                        .dest_address = "1002"}}};
    HCall consult{};
    EXPECT_GT(seat.app->forward(seat.line, false, 0, &list, 3, &consult, nullptr), 0);
    office.run();
    EXPECT_EQ(in_force(*alice.address), "BUSYSPECIFIC 1003 of 1002; 3 rings");
}

struct Consulting {
    Consulting() : office{with(asking())} {}
    static Profile asking() {
        Profile profile;
        profile.forward_consult = true;
        return profile;
    }
    Office office;
    Phone alice{office, 0, kAll};
    Phone bob{office, 1};
    ForwardInformation info;
};

TEST(Tapi3Forward, AsksItsDestinationByACallOfTheApplications) {  // LINEADDRCAPFLAGS_FWDCONSULT
    Consulting c;
    c.info.SetForwardType(LINEFORWARDMODE_UNCOND, "1002", nullptr);
    Call& call = c.alice.create("1002");
    EXPECT_EQ(c.alice.result(c.alice.address->Forward(&c.info, &call)), "S_OK");
    c.office.run();
    EXPECT_EQ(c.alice.told(), "-> S_OK; c1 CS_INPROGRESS");
    EXPECT_EQ(in_force(*c.alice.address), "0 rings") << "not before it has answered";
    EXPECT_EQ(c.bob.result(c.bob.c(1).Answer()), "S_OK");
    c.office.run();
    EXPECT_EQ(Phone::state(call), "CS_CONNECTED");
    EXPECT_TRUE(in_force(*c.alice.address).starts_with("UNCOND 1002; "));
    EXPECT_NE(c.alice.told().find("AE_FORWARD"), std::string::npos);
    EXPECT_EQ(c.alice.result(call.Connect(VARIANT_FALSE)), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3Forward, NeedsACallThatIsStillToBeMade) {
    Consulting c;
    c.info.SetForwardType(LINEFORWARDMODE_UNCOND, "1002", nullptr);
    const auto asked = [&](Call* call) {
        return c.alice.result(c.alice.address->Forward(&c.info, call));
    };
    EXPECT_EQ(asked(nullptr), "E_INVALIDARG");
    EXPECT_EQ(asked(&c.bob.create("1003")), "E_INVALIDARG") << "at another address";
    Call& used = c.alice.create("1003");
    EXPECT_EQ(c.alice.result(used.Connect(VARIANT_FALSE)), "S_OK");
    EXPECT_EQ(asked(&used), "E_INVALIDARG");
    c.info.SetForwardType(LINEFORWARDMODE_UNCOND, "", nullptr);
    EXPECT_EQ(asked(nullptr), "S_OK") << "there is nobody to ask";
    EXPECT_EQ(c.alice.result(c.alice.address->Forward(nullptr, nullptr)), "S_OK");
}

TEST(Tapi3Forward, ACallThatItsRefusalLeavesIsAsBefore) {
    Consulting c;
    c.info.SetForwardType(LINEFORWARDMODE_UNCOND, "1001", nullptr);
    Call& call = c.alice.create("1002");
    EXPECT_EQ(c.alice.result(c.alice.address->Forward(&c.info, &call)), "TAPI_E_INVALADDRESS");
    EXPECT_EQ(c.alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
}

TEST(Tapi3DoNotDisturb, IsAForwardingOfEverybodyToNobody) {
    Office office;
    Phone alice{office, 0, kAll};
    Phone bob{office, 1};
    ForwardInformation info;
    info.SetForwardType(LINEFORWARDMODE_BUSY, "1003", nullptr);
    alice.address->Forward(&info, nullptr);
    office.run();
    EXPECT_EQ(disturbs(*alice.address), "false");
    EXPECT_EQ(alice.result(alice.address->put_DoNotDisturb(VARIANT_TRUE)), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(), "-> S_OK; AE_FORWARD; -> S_OK; AE_FORWARD");
    EXPECT_EQ(disturbs(*alice.address), "true");
    EXPECT_TRUE(in_force(*alice.address).starts_with("UNCOND ; "));
    bob.create("1001").Connect(VARIANT_FALSE);
    office.run();
    EXPECT_EQ(alice.told(), "");
    EXPECT_EQ(bob.told(), "-> S_OK; c1 CS_INPROGRESS; c1 CS_DISCONNECTED/CEC_DISCONNECT_FAILED");
    alice.address->Forward(&info, nullptr);
    office.run();
    EXPECT_EQ(alice.result(alice.address->put_DoNotDisturb(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(in_force(*alice.address), "0 rings") << "whoever set it";
}

TEST(Tapi3DoNotDisturb, IsRefusedWithTheDocumentedCodes) {
    Profile profile;
    profile.address_features = ~LINEADDRFEATURE_FORWARDDND;
    Office office{with(profile)};
    Phone alice{office, 0};
    EXPECT_EQ(disturbs(*alice.address), "TAPI_E_NOTSUPPORTED");
    EXPECT_EQ(alice.result(alice.address->put_DoNotDisturb(1)), "E_INVALIDARG");
    EXPECT_EQ(alice.address->get_DoNotDisturb(nullptr), hresult(E_POINTER));
}

TEST(Tapi3MessageWaiting, IsTheLampOfTheLine) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Office office{spec};
    Phone alice{office, 0, kAll};
    EXPECT_EQ(lamp(*alice.address), "false");
    EXPECT_EQ(alice.result(alice.address->put_MessageWaiting(VARIANT_TRUE)), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(), "AE_MSGWAITON; AE_MSGWAITON; -> S_OK") << "of both addresses";
    EXPECT_EQ(lamp(*alice.address), "true");
    EXPECT_EQ(lamp(*alice.tapi.address(0, 1)), "true");
    EXPECT_EQ(lamp(*alice.tapi.address(1, 0)), "false");
    EXPECT_EQ(alice.result(alice.address->put_MessageWaiting(VARIANT_FALSE)), "S_OK");
    EXPECT_EQ(lamp(*alice.address), "false");
}

TEST(Tapi3MessageWaiting, IsRefusedWithTheDocumentedCodes) {
    Profile profile;
    profile.message_waiting = false;
    Office office{with(profile)};
    Phone alice{office, 0};
    Phone bob{office, 1};
    EXPECT_EQ(alice.result(alice.address->put_MessageWaiting(VARIANT_TRUE)), "TAPI_E_NOTSUPPORTED");
    EXPECT_EQ(bob.result(bob.address->put_MessageWaiting(1)), "E_INVALIDARG");
    EXPECT_EQ(bob.address->get_MessageWaiting(nullptr), hresult(E_POINTER));
    office.exchange.set_service(office.station(1), false);
    EXPECT_EQ(bob.result(bob.address->put_MessageWaiting(VARIANT_TRUE)), "TAPI_E_OPERATIONFAILED");
    bob.tapi.Shutdown();
    EXPECT_EQ(bob.result(bob.address->put_MessageWaiting(VARIANT_TRUE)), "TAPI_E_NOT_INITIALIZED");
    EXPECT_EQ(lamp(*bob.address), "TAPI_E_NOT_INITIALIZED");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
