// Status of lines and addresses, and which messages about them are wanted (reference:
// tapi2-operations 2 and 12).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

TEST(LineDevStatus, CountsCallsOverAllAddresses) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall held = office.connect(a, b).first;
    a.app->hold(held);
    const CallParams second{.address_id = 1};
    a.make(nullptr, &second);
    office.run();
    LineDevStatus status;
    EXPECT_EQ(a.app->get_line_dev_status(a.line, &status), 0);
    EXPECT_EQ(status.num_active_calls, 1U);
    EXPECT_EQ(status.num_on_hold_calls, 1U);
    EXPECT_EQ(status.num_on_hold_pend_calls, 0U);
    EXPECT_EQ(status.num_call_completions, 0U);
    EXPECT_EQ(bit_words("LINEFEATURE", status.line_features),
              "FORWARD|MAKECALL|SETDEVSTATUS|FORWARDFWD|FORWARDDND");
    EXPECT_EQ(status.dev_status_flags, LINEDEVSTATUSFLAGS_CONNECTED | LINEDEVSTATUSFLAGS_INSERVICE);
}

TEST(LineDevStatus, ListsWhoHasTheLineOpen) {
    Office office;
    Seat& a = office.open(0, {.media = LINEMEDIAMODE_G3FAX, .module = "fax.exe"});
    office.open(0, {.module = "voice.exe"});
    office.open(1, {.module = "other.exe"});
    LineDevStatus status;
    EXPECT_EQ(a.app->get_line_dev_status(a.line, &status), 0);
    EXPECT_EQ(status.num_opens, 2U);
    EXPECT_EQ(status.open_media_modes, LINEMEDIAMODE_G3FAX | LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(status.app_info, (std::vector<std::string>{"fax.exe", "voice.exe"}));
    EXPECT_EQ(status.needed_size, 88U + 16 + 20);
    status.total_size = 88 + 16;
    EXPECT_EQ(a.app->get_line_dev_status(a.line, &status), 0);
    EXPECT_EQ(status.app_info, (std::vector<std::string>{"fax.exe"}));
    EXPECT_EQ(status.needed_size, 88U + 16 + 20);
    EXPECT_EQ(status.used_size, 88U + 16);
}

TEST(LineDevStatus, TheListCameWithVersion20) {
    Office office;
    Seat& old = office.open(0, {.version = kTapi14});
    LineDevStatus status;
    status.total_size = 75;
    EXPECT_EQ(outcome(old.app->get_line_dev_status(old.line, &status)), "STRUCTURETOOSMALL");
    status.total_size = 76;
    EXPECT_EQ(outcome(old.app->get_line_dev_status(old.line, &status)), "ok");
    EXPECT_EQ(status.needed_size, 76U);
    EXPECT_TRUE(status.app_info.empty());
}

TEST(AddressStatus, TellsCountsUseAndFeatures) {
    OfficeSpec spec;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    AddressStatus status;
    EXPECT_EQ(a.app->get_address_status(a.line, 0, &status), 0);
    EXPECT_EQ(status.num_in_use, 0U);
    const std::uint32_t always = LINEADDRFEATURE_MAKECALL | LINEADDRFEATURE_UNPARK |
                                 LINEADDRFEATURE_FORWARD | LINEADDRFEATURE_FORWARDFWD |
                                 LINEADDRFEATURE_FORWARDDND;
    EXPECT_EQ(status.address_features & always, always);
    EXPECT_EQ(status.used_size, 64U);
    a.make(nullptr);
    office.run();
    EXPECT_EQ(a.app->get_address_status(a.line, 0, &status), 0);
    EXPECT_EQ(status.num_in_use, 1U);
    EXPECT_EQ(status.num_active_calls, 1U);
    EXPECT_EQ(status.address_features & LINEADDRFEATURE_MAKECALL, 0U) << "no appearance is free";
    LineDevStatus line;
    EXPECT_EQ(a.app->get_line_dev_status(a.line, &line), 0);
    EXPECT_EQ(line.line_features & LINEFEATURE_MAKECALL, 0U);
}

TEST(AddressStatus, OutOfServiceNothingIsPossible) {  // call-model 20
    Office office;
    Seat& a = office.open(0);
    office.exchange.set_service(office.station(0), false);
    AddressStatus status;
    EXPECT_EQ(a.app->get_address_status(a.line, 0, &status), 0);
    EXPECT_EQ(status.address_features, 0U);
    LineDevStatus line;
    EXPECT_EQ(a.app->get_line_dev_status(a.line, &line), 0);
    EXPECT_EQ(line.line_features, 0U);
    EXPECT_EQ(line.dev_status_flags, LINEDEVSTATUSFLAGS_CONNECTED);
}

TEST(Status, ChecksItsArguments) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    LineDevStatus line;
    AddressStatus address;
    EXPECT_EQ(outcome(a.app->get_line_dev_status(b.line, &line)), "INVALLINEHANDLE");
    EXPECT_EQ(outcome(a.app->get_line_dev_status(a.line, nullptr)), "INVALPOINTER");
    line.total_size = 87;
    EXPECT_EQ(outcome(a.app->get_line_dev_status(a.line, &line)), "STRUCTURETOOSMALL");
    EXPECT_EQ(outcome(a.app->get_address_status(b.line, 0, &address)), "INVALLINEHANDLE");
    EXPECT_EQ(outcome(a.app->get_address_status(a.line, 0, nullptr)), "INVALPOINTER");
    EXPECT_EQ(outcome(a.app->get_address_status(a.line, 1, &address)), "INVALADDRESSID");
    address.total_size = 63;
    EXPECT_EQ(outcome(a.app->get_address_status(a.line, 0, &address)), "STRUCTURETOOSMALL");
}

TEST(StatusMessages, AreOffUntilAskedForExceptReinit) {
    Office office;
    Seat& a = office.open(0);
    std::uint32_t line = 0;
    std::uint32_t address = 0;
    EXPECT_EQ(a.app->get_status_messages(a.line, &line, &address), 0);
    EXPECT_EQ(line, LINEDEVSTATE_REINIT);
    EXPECT_EQ(address, 0U);
    a.app->set_status_messages(a.line, LINEDEVSTATE_RINGING, LINEADDRESSSTATE_NUMCALLS);
    a.app->get_status_messages(a.line, &line, &address);
    EXPECT_EQ(line, LINEDEVSTATE_RINGING | LINEDEVSTATE_REINIT);
    EXPECT_EQ(address, LINEADDRESSSTATE_NUMCALLS);
}

TEST(StatusMessages, AnUndefinedBitChangesNothing) {  // edge case 154
    Office office;
    Seat& a = office.open(0);
    a.app->set_status_messages(a.line, LINEDEVSTATE_RINGING, LINEADDRESSSTATE_NUMCALLS);
    EXPECT_EQ(outcome(a.app->set_status_messages(a.line, 0x8000'0000, 0)), "INVALLINESTATE");
    EXPECT_EQ(outcome(a.app->set_status_messages(a.line, 0, 0x8000'0000)), "INVALADDRESSSTATE");
    std::uint32_t line = 0;
    std::uint32_t address = 0;
    a.app->get_status_messages(a.line, &line, &address);
    EXPECT_EQ(line, LINEDEVSTATE_RINGING | LINEDEVSTATE_REINIT);
    EXPECT_EQ(address, LINEADDRESSSTATE_NUMCALLS);
    EXPECT_EQ(outcome(a.app->set_status_messages(a.line, LINEDEVSTATE_BATTERY, 0)), "ok")
        << "bits that the device never sends are taken";
    EXPECT_EQ(outcome(a.app->get_status_messages(a.line, nullptr, &address)), "INVALPOINTER");
    EXPECT_EQ(outcome(a.app->get_status_messages(a.line, &line, nullptr)), "INVALPOINTER");
}

TEST(StatusMessages, AreFilteredForEachApplication) {  // edge case 155
    Office office;
    Seat& a = office.open(0);
    Seat& numbers = office.open(0);
    Seat& use = office.open(0);
    numbers.app->set_status_messages(numbers.line, 0, LINEADDRESSSTATE_NUMCALLS);
    use.app->set_status_messages(use.line, LINEDEVSTATE_NUMCALLS, LINEADDRESSSTATE_INUSEONE);
    a.make(nullptr);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALTONE/NORMAL");
    EXPECT_EQ(numbers.told(), "AS 0 NUMCALLS");
    EXPECT_EQ(use.told(), "AS 0 INUSEONE; LDS NUMCALLS");
    EXPECT_EQ(use.all[0].device, static_cast<std::uint32_t>(use.line));
}

}  // namespace
}  // namespace pbxlab::lines::test
