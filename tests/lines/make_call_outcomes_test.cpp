// What becomes of a call that was made, where it does not just get through (reference:
// tapi2-operations 4, edge cases 1, 2, 10, 13, 14).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr const char* kToRingback =
    "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 PROCEEDING; CS h1 RINGBACK";

std::string asked(Seat& seat, const CallParams& params, const char* to = "1002") {
    static HCall call;
    return outcome(seat.app->make_call(seat.line, &call, to, 0, &params));
}

TEST(MakeCallOutcomes, GlareIsDecidedByTheSwitchInTheReply) {  // edge case 1
    OfficeSpec spec;
    spec.lines[0].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    b.make("1001");
    while (office.exchange.connection_count() < 2) office.step();
    a.told();
    EXPECT_EQ(asked(a, {}), "CALLUNAVAIL") << "the incoming call has the only appearance";

    Office other{spec};
    Seat& c = other.open(0);
    const HCall& first = c.make("1002");
    const HCall& second = c.make("1003");
    other.run();
    EXPECT_EQ(c.told(),
              "REPLY ok; REPLY CALLUNAVAIL; CS h1 DIALTONE/NORMAL; CS h1 DIALING; "
              "CS h1 PROCEEDING; CS h1 RINGBACK");
    EXPECT_NE(first, kNoCall);
    EXPECT_EQ(second, kNoCall);
}

TEST(MakeCallOutcomes, BadNumbersFailTheCallWhereTheProviderDoesSo) {  // edge case 2
    Office office;
    Seat& a = office.open(0);
    a.make("7777");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 DISCONNECTED/BADADDRESS");
}

TEST(MakeCallOutcomes, BadNumbersBringSpecialInformationWhereTheExchangeDoesSo) {
    pbx::Policy policy;
    policy.on_bad_number = pbx::Treatment::Intercept;
    Office office{with(policy)};
    Seat& a = office.open(0);
    a.make("7777");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 SPECIALINFO/CUSTIRREG");
}

TEST(MakeCallOutcomes, BadNumbersAreRefusedInTheReplyWhereTheProviderDoesSo) {
    Profile profile;
    profile.bad_number = BadNumber::RefuseInReply;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    const HCall& call = a.make("7777");
    office.run();
    EXPECT_EQ(a.told(), "REPLY INVALADDRESS");
    EXPECT_EQ(call, kNoCall);
    EXPECT_EQ(m.told(), "");
    EXPECT_EQ(a.counts(), "0/0/0");
}

TEST(MakeCallOutcomes, BadNumbersAreRefusedAtReturnWhereTheProviderDoesSo) {
    Profile profile;
    profile.bad_number = BadNumber::RefuseAtReturn;
    Office office{with(profile)};
    Seat& a = office.open(0);
    EXPECT_EQ(asked(a, {}, "7777"), "INVALADDRESS");
    EXPECT_EQ(asked(a, {}, "7;"), "INVALADDRESS");
    EXPECT_EQ(asked(a, {}, "100;"), "asked");
    EXPECT_EQ(asked(a, {}, "1002"), "asked");
}

TEST(MakeCallOutcomes, BusyStationGivesBusyTone) {  // edge case 14
    OfficeSpec spec;
    spec.lines[1].max_active = 1;
    Office office{spec};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    Seat& c = office.open(2);
    office.connect(b, c);
    const HCall& call = a.make("1002");
    office.run(300s);
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 PROCEEDING; "
              "CS h1 BUSY/STATION");
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 IDLE");
}

TEST(MakeCallOutcomes, OwnNumberIsBusy) {  // edge case 10
    Office office;
    Seat& a = office.open(0);
    a.make("1001");
    office.run();
    EXPECT_EQ(a.told(),
              "REPLY ok; CS h1 DIALTONE/NORMAL; CS h1 DIALING; CS h1 PROCEEDING; "
              "CS h1 BUSY/STATION");
}

TEST(MakeCallOutcomes, CallersNoAnswerLimitEndsTheAttempt) {  // edge case 13
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const CallParams params{.no_answer_timeout = 20};
    a.make("1002", &params);
    office.run(30s);
    EXPECT_EQ(a.told(), std::string{kToRingback} + "; CS h1 DISCONNECTED/NOANSWER");
    EXPECT_EQ(b.told(),
              "NEWCALL h1 OWNER; CS h1 OFFERING/ACTIVE p3=OWNER; "
              "CS h1 DISCONNECTED/NORMAL; CS h1 IDLE");
}

TEST(MakeCallOutcomes, NoAnswerLimitAboveTheProvidersIsTakenAsThat) {
    pbx::Policy policy;
    policy.longest_no_answer = 10s;
    Office office{with(policy)};
    Seat& a = office.open(0);
    const CallParams params{.no_answer_timeout = 0xFFFF'FFFF};
    const HCall& call = a.make("1002", &params);
    office.run(15s);
    EXPECT_EQ(a.state(call), "DISCONNECTED/NOANSWER");
}

TEST(MakeCallOutcomes, OutsidePartiesAreReachedOverTrunks) {
    Office office;
    office.outside("5551234", {.after_least = 3s, .after_most = 3s, .clears_after = 5s});
    Seat& a = office.open(0);
    a.make("95551234");
    office.run(20s);
    EXPECT_EQ(a.told(), std::string{kToRingback} +
                            "; CS h1 CONNECTED/ACTIVE; INFO h1 CONNECTEDID; "
                            "CS h1 DISCONNECTED/NORMAL");
}

TEST(MakeCallOutcomes, WithoutATrunkItIsBusyOrFailsAsThePolicySays) {
    using pbx::Treatment;
    for (const auto& [how, state] : {std::pair{Treatment::Tone, "BUSY/TRUNK"},
                                     std::pair{Treatment::Intercept, "SPECIALINFO/NOCIRCUIT"},
                                     std::pair{Treatment::Clear, "DISCONNECTED/CONGESTION"}}) {
        OfficeSpec spec;
        spec.policy.on_trunks_busy = how;
        spec.trunks = 0;
        Office office{spec};
        office.outside("5551234");
        Seat& a = office.open(0);
        const HCall& call = a.make("95551234");
        office.run(5s);
        EXPECT_EQ(a.state(call), state);
    }
}

TEST(MakeCallOutcomes, EachFailureOfAnOutsidePartyHasItsMode) {
    using Does = pbx::OutsideScript::Does;
    struct Row {
        Does does;
        pbx::Cause tone;
        const char* state;
    };
    for (const Row& row :
         {Row{Does::Busy, {}, "BUSY/STATION"}, Row{Does::Rejects, {}, "DISCONNECTED/REJECT"},
          Row{Does::SpecialInfo, pbx::Cause::VacantTone, "SPECIALINFO/CUSTIRREG"},
          Row{Does::SpecialInfo, pbx::Cause::CircuitTone, "SPECIALINFO/NOCIRCUIT"},
          Row{Does::SpecialInfo, pbx::Cause::ReorderTone, "SPECIALINFO/REORDER"},
          Row{Does::DoesNotExist, {}, "DISCONNECTED/BADADDRESS"},
          Row{Does::NumberChanged, {}, "DISCONNECTED/NUMBERCHANGED"},
          Row{Does::OutOfOrder, {}, "DISCONNECTED/OUTOFORDER"},
          Row{Does::Unreachable, {}, "DISCONNECTED/UNREACHABLE"},
          Row{Does::Congestion, {}, "DISCONNECTED/CONGESTION"}}) {
        Office office;
        office.outside("5551234", {.does = row.does, .tone = row.tone});
        Seat& a = office.open(0);
        const HCall& call = a.make("95551234");
        office.run(10s);
        EXPECT_EQ(a.state(call), row.state);
    }
}

}  // namespace
}  // namespace pbxlab::lines::test
