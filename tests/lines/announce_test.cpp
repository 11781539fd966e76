// Messages about calls and their counts (reference: tapi2-operations 1.3 and 1.7, call-model 11).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

TEST(Announce, CountsAreUpdatedBeforeTheyAreTold) {
    Office office;
    Seat& a = office.open(0);
    a.want_everything();
    a.make("1002");
    while (a.told().empty()) office.step();
    EXPECT_EQ(a.counts(), "1/0/0");
}

TEST(Announce, StatusMessagesFollowTheCall) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    a.want_everything();
    b.want_everything();
    const HCall& call = a.make("1002");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; AS 0 INUSEONE|NUMCALLS; LDS NUMCALLS; CS h1 DIALTONE/NORMAL; "
              "CS h1 DIALING; CS h1 PROCEEDING; CS h1 RINGBACK");
    EXPECT_EQ(b.told(),
              "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER; "
              "AS 0 INUSEONE|NUMCALLS; LDS NUMCALLS; LDS RINGING 1 0");
    a.app->drop(call);
    office.run();
    EXPECT_EQ(b.told(),
              "CS h1 DISCONNECTED/NORMAL; CS h1 IDLE; AS 0 INUSEZERO|NUMCALLS; "
              "LDS NUMCALLS");
}

TEST(Announce, ASecondCallChangesNumbersButNotUse) {
    Office office;
    Seat& a = office.open(0);
    a.make("1002");
    office.run();
    a.told();
    a.want_everything();
    const HCall& second = a.make(nullptr);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; AS 0 NUMCALLS; LDS NUMCALLS; CS h2 DIALTONE/NORMAL");
    a.app->drop(second);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h2 IDLE; AS 0 NUMCALLS; LDS NUMCALLS");
}

TEST(Announce, HoldingChangesTwoNumbersOfTheAddressAndNoneOfTheLine) {  // edge case 40
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    a.want_everything();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD; AS 0 NUMCALLS; AS 0 NUMCALLS");
}

TEST(Announce, AddressesAreCountedApart) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    Office office{spec};
    Seat& a = office.open(0);
    a.want_everything();
    const CallParams second{.address_id = 1};
    a.make(nullptr, &second);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; AS 1 INUSEONE|NUMCALLS; LDS NUMCALLS; CS h1 DIALTONE/NORMAL");
    EXPECT_EQ(a.counts(0), "0/0/0");
    EXPECT_EQ(a.counts(1), "1/0/0");
}

TEST(Announce, SomeProvidersDoNotReportNumbers) {
    Profile profile;
    profile.reports_numcalls = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    a.want_everything();
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; AS 0 INUSEONE; CS h1 DIALTONE/NORMAL");
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE; AS 0 INUSEZERO");
}

TEST(Announce, PrivilegeIsToldOnceOnly) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    office.connect(a, b);
    for (const Seat* seat : {&a, &b}) {
        int flagged = 0;
        for (const Message& m : seat->all)
            flagged += m.id == LINE_CALLSTATE && m.param3 != 0 ? 1 : 0;
        EXPECT_EQ(flagged, seat == &a ? 0 : 1);
    }
}

TEST(Announce, TheMakersFirstStateMayBearItsPrivilege) {  // owner_flag_on_own_calls
    Profile profile;
    profile.owner_flag_on_own_calls = true;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    a.make(nullptr);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALTONE/NORMAL p3=OWNER");
    EXPECT_EQ(m.told(), "NEWCALL h1 MONITOR; CS h1 UNKNOWN p3=MONITOR; CS h1 DIALTONE/NORMAL");
    a.app->dial(a.h(1), "1002", 0);
    office.run(300ms);
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALING");
}

TEST(Announce, MessagesOfOneEventGoOutInTheOrderOfOpening) {
    Office office;
    Seat& first = office.open(0);  // gets its handle last
    Seat& second = office.monitor(0);
    Seat& third = office.open(0);
    const HCall& call = third.make(nullptr);
    office.run();
    CallList list;
    first.app->get_new_calls(first.line, 0, LINECALLSELECT_LINE, &list);
    third.app->drop(call);
    office.run();
    std::vector<std::uint64_t> order;
    for (Seat* seat : {&first, &second, &third}) {
        EXPECT_TRUE(seat->told().ends_with("CS h1 IDLE"));
        order.push_back(seat->all.back().sequence);
    }
    EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST(Announce, NoInfoIsSentWithANewCallOrItsUnknownState) {  // edge case 4
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    a.make(nullptr);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALTONE/NORMAL");
    EXPECT_EQ(m.told(), "NEWCALL h1 MONITOR; CS h1 UNKNOWN p3=MONITOR; CS h1 DIALTONE/NORMAL");
}

TEST(Announce, WithoutAnybodyToTellTheCallIsCountedAllTheSame) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1, {.privileges = LINECALLPRIVILEGE_NONE});
    a.make("1002");
    office.run();
    EXPECT_EQ(b.told(), "");
    EXPECT_EQ(b.counts(), "1/0/0");
    a.app->drop(a.h(1));
    office.run_until_quiet();
    EXPECT_EQ(b.counts(), "0/0/0");
}

TEST(Announce, ALineLiftedAndPutDownBeforeItsDialToneIsNotHeardOf) {
    for (const bool told : {false, true}) {
        Profile profile;
        profile.drop_reports_disconnected = told;
        Office office{with(profile)};
        Seat& m = office.monitor(0);
        office.exchange.phone_lift(office.station(0));
        office.run(50ms);
        office.exchange.phone_hang_up(office.station(0));
        office.run();
        EXPECT_EQ(m.told(), "");
        EXPECT_EQ(m.counts(), "0/0/0");
    }
}

TEST(Announce, CallsOfTheTelephoneAreSeenFromDialToneOn) {  // edge case 16
    Office office;
    Seat& m = office.monitor(0);
    office.exchange.phone_lift(office.station(0));
    office.run();
    office.exchange.phone_dial(office.station(0), "1002");
    office.run();
    EXPECT_EQ(m.told(),
              "NEWCALL h1 MONITOR; CS h1 DIALTONE/NORMAL p3=MONITOR; CS h1 DIALING; "
              "CS h1 PROCEEDING; INFO h1 CALLEDID; CS h1 RINGBACK");
    EXPECT_EQ(m.info(m.h(1)).num_owners, 0U);
    office.exchange.phone_hang_up(office.station(0));
    office.run();
    EXPECT_EQ(m.told(), "CS h1 IDLE");
}

}  // namespace
}  // namespace pbxlab::lines::test
