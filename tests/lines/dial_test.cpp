// lineDial (nf-tapi-linedialw, dial-ovr).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

std::string dialled(Seat& seat, HCall call, const char* digits) {
    return outcome(seat.app->dial(call, digits, 0));
}

TEST(Dial, CompletesANumberPieceByPiece) {  // edge case 8
    Office office;
    Seat& a = office.open(0);
    const HCall& call = a.make("1;");
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING");
    EXPECT_EQ(dialled(a, call, "00;"), "asked");
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok");
    EXPECT_EQ(dialled(a, call, "2"), "asked");
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 PROCEEDING; INFO h1 CALLEDID; CS h1 RINGBACK");
}

TEST(Dial, StartsWhereNoNumberWasGiven) {
    Office office;
    Seat& a = office.open(0);
    const HCall& call = a.make(nullptr);
    office.run();
    a.told();
    EXPECT_EQ(dialled(a, call, "1002"), "asked");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h1 DIALING; CS h1 PROCEEDING; INFO h1 CALLEDID; "
              "CS h1 RINGBACK");
}

TEST(Dial, EmptyNumberEndsOneThatWasAnnouncedAsPartial) {
    Office office;
    office.outside("555");
    office.outside("5551");  // so that 555 alone is not complete
    Seat& a = office.open(0);
    const HCall& call = a.make("9555;");
    office.run();
    a.told();
    EXPECT_EQ(dialled(a, call, ""), "asked");
    office.run(1s);
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 PROCEEDING; INFO h1 CALLEDID; CS h1 RINGBACK");
}

TEST(Dial, EmptyNumberIsRefusedWhereNothingWasAnnounced) {
    Office office;
    Seat& a = office.open(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(dialled(a, call, ""), "INVALADDRESS");
}

TEST(Dial, EmptyNumberIsRefusedAfterTheLastPiece) {
    Office office;
    Seat& a = office.open(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(dialled(a, call, "1002"), "asked");
    office.run(150ms);
    EXPECT_EQ(a.state(call), "DIALING");
    EXPECT_EQ(dialled(a, call, ""), "INVALADDRESS");
}

TEST(Dial, OnlyAtDialToneAndWhileDialling) {  // Appendix B-3
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.ring(a, b);
    EXPECT_EQ(dialled(a, call, "1"), "INVALCALLSTATE");
    EXPECT_EQ(dialled(b, other, "1"), "INVALCALLSTATE");
    b.app->answer(other);
    office.run();
    EXPECT_EQ(dialled(a, call, "1"), "INVALCALLSTATE");
}

TEST(Dial, SomeProvidersTakeDigitsAnywhere) {
    Profile profile;
    profile.dial_anywhere = true;
    OfficeSpec spec = with(profile);
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    EXPECT_EQ(dialled(a, call, "1"), "asked");
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok");
    b.app->drop(other);
    office.run();
    EXPECT_EQ(dialled(a, call, "1"), "INVALCALLSTATE") << "not when disconnected";
}

TEST(Dial, ChecksNumberCountryAndModifiers) {
    Profile profile;
    profile.dial_dialtone = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(dialled(a, call, nullptr), "INVALPOINTER");
    EXPECT_EQ(dialled(a, call, "1-2"), "INVALADDRESS");
    EXPECT_EQ(dialled(a, call, "1W2"), "DIALDIALTONE");
    EXPECT_EQ(dialled(a, call, "1?"), "DIALPROMPT");
    EXPECT_EQ(dialled(a, call, "1:"), "DIALVOICEDETECT");
    EXPECT_EQ(outcome(a.app->dial(call, "1", 1000)), "INVALCOUNTRYCODE");
    EXPECT_EQ(a.state(call), "DIALTONE/NORMAL");
}

TEST(Dial, SeveralPiecesNeedPartialDialling) {
    Profile profile;
    profile.partial_dial = false;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(dialled(a, call, "10;"), "INVALADDRESS");
    EXPECT_EQ(dialled(a, call, "1002"), "asked");
}

TEST(Dial, BadNumbersFollowTheProfile) {
    Profile profile;
    profile.bad_number = BadNumber::RefuseInReply;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& call = a.make("7;");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; "
              "CS h1 DISCONNECTED/BADADDRESS")
        << "no number starts like this";

    profile.bad_number = BadNumber::RefuseAtReturn;
    Office other{with(profile)};
    Seat& c = other.open(0);
    const HCall& second = c.make("10;");
    other.run();
    EXPECT_EQ(dialled(c, second, "77"), "INVALADDRESS");
    EXPECT_EQ(dialled(c, second, "02"), "asked");
    static_cast<void>(call);
}

TEST(Dial, BadNumberIsRefusedInTheReplyAndTheCallGoesOn) {
    Profile profile;
    profile.bad_number = BadNumber::RefuseInReply;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& call = a.make("10;");
    office.run();
    a.told();
    EXPECT_EQ(dialled(a, call, "77"), "asked");
    office.run();
    EXPECT_EQ(a.told(), "REPLY INVALADDRESS");
    EXPECT_EQ(a.state(call), "DIALING");
}

TEST(Dial, NeedsOwnershipAndService) {
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(dialled(m, m.h(1), "1002"), "NOTOWNER");
    office.exchange.set_service(office.station(0), false);
    EXPECT_EQ(dialled(a, call, "1002"), "INVALLINESTATE");
}

TEST(Dial, WithheldFeatureRefuses) {
    Profile profile;
    profile.call_features = ~LINECALLFEATURE_DIAL;
    Office office{with(profile)};
    Seat& a = office.open(0);
    const HCall& call = a.make(nullptr);
    office.run();
    EXPECT_EQ(dialled(a, call, "1002"), "OPERATIONUNAVAIL");
}

}  // namespace
}  // namespace pbxlab::lines::test
