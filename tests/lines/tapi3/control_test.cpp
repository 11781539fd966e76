// ITBasicCallControl, method by method (reference: tapi3-operations 10 and 17).
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

TEST(Tapi3Connect, ReturnsWithTheOutcome) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    Call& call = alice.create("1002");
    EXPECT_EQ(Phone::state(call), "CS_IDLE");
    const Returned connect = call.Connect(VARIANT_TRUE);
    office.run();
    EXPECT_EQ(alice.told(), "c1 CS_INPROGRESS");
    EXPECT_EQ(bob.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
    EXPECT_EQ(bob.result(bob.c(1).Answer()), "S_OK");
    EXPECT_EQ(bob.told(), "c1 CS_CONNECTED; -> S_OK");
    EXPECT_EQ(alice.result(connect), "S_OK");
    EXPECT_EQ(alice.told(), "c1 CS_CONNECTED; -> S_OK");
}

TEST(Tapi3Connect, SaysWhyNothingCameOfIt) {
    OfficeSpec spec;
    spec.lines[1].max_active = 1;
    Office office{spec};
    Phone alice{office, 0};
    office.exchange.phone_lift(office.station(1));
    office.run();
    Call& call = alice.create("1002");
    EXPECT_EQ(alice.result(call.Connect(VARIANT_TRUE)), "TAPI_E_DESTBUSY");
    EXPECT_EQ(alice.told(),
              "c1 CS_INPROGRESS; c1 CS_DISCONNECTED/CEC_DISCONNECT_BUSY; -> TAPI_E_DESTBUSY");
    EXPECT_EQ(alice.result(call.Connect(VARIANT_TRUE)), "TAPI_E_INVALCALLSTATE");
}

TEST(Tapi3Disconnect, RejectsWhatIsOffered) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    EXPECT_EQ(alice.result(alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    alice.told();
    bob.told();
    EXPECT_EQ(bob.result(bob.c(1).Disconnect(DC_REJECTED)), "S_OK");
    office.run();
    EXPECT_EQ(bob.told(), "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; -> S_OK");
    EXPECT_EQ(alice.told(), "c1 CS_DISCONNECTED/CEC_DISCONNECT_REJECTED");
    EXPECT_EQ(bob.result(bob.c(1).Disconnect(DC_NORMAL)), "S_FALSE");
}

// Alice and Bob talk; each is c1 to its application.
void talk(Office& office, Phone& alice, Phone& bob) {
    EXPECT_EQ(alice.result(alice.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(bob.result(bob.c(1).Answer()), "S_OK");
    office.run();
    alice.told();
    bob.told();
}

TEST(Tapi3Hold, HoldsAndTakesBack) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    talk(office, alice, bob);
    Call& call = alice.c(1);
    EXPECT_EQ(alice.result(call.Hold(VARIANT_FALSE)), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
    EXPECT_EQ(alice.result(call.Hold(VARIANT_FALSE)), "S_OK");
    EXPECT_EQ(alice.told(), "c1 CS_HOLD; -> S_OK; c1 CS_CONNECTED; -> S_OK");
    EXPECT_EQ(bob.told(), "");
}

TEST(Tapi3Transfer, CallsTheThirdPartyAndFinishes) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    Phone carol{office, 2};
    talk(office, alice, bob);
    Call& call = alice.c(1);
    Call& consultation = alice.create("1003");
    const Returned transfer = call.Transfer(&consultation, VARIANT_TRUE);
    office.run();
    EXPECT_EQ(alice.told(), "c1 CS_HOLD; c2 CS_INPROGRESS");
    EXPECT_EQ(carol.result(carol.c(1).Answer()), "S_OK");
    EXPECT_EQ(alice.result(transfer), "S_OK");
    EXPECT_EQ(alice.told(), "c2 CS_CONNECTED; -> S_OK");
    EXPECT_EQ(alice.result(consultation.Finish(FM_ASTRANSFER)), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(),
              "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; "
              "c2 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; -> S_OK");
    EXPECT_EQ(Phone::state(bob.c(1)), "CS_CONNECTED");
    EXPECT_EQ(Phone::state(carol.c(1)), "CS_CONNECTED");
}

TEST(Tapi3Conference, HasAHubInPlaceOfAParent) {
    Office office;
    Phone alice{office, 0, {.events = kCallsOnly | TE_CALLHUB}};
    Phone bob{office, 1};
    Phone carol{office, 2};
    talk(office, alice, bob);
    Call& call = alice.c(1);
    Call& consultation = alice.create("1003");
    EXPECT_EQ(alice.result(call.Conference(&consultation, VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(carol.result(carol.c(1).Answer()), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(),
              "c1 CS_HOLD; CHE_CALLHUBNEW; c2 CHE_CALLJOIN; c2 CS_INPROGRESS; -> S_OK; "
              "c2 CS_CONNECTED");
    EXPECT_EQ(alice.result(consultation.Finish(FM_ASTRANSFER)), "TAPI_E_INVALCALLSTATE");
    EXPECT_EQ(alice.result(consultation.Finish(FM_ASCONFERENCE)), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(),
              "c2 CHE_CALLLEAVE; CHE_CALLHUBIDLE; c2 CHE_CALLJOIN; c1 CS_CONNECTED; -> S_OK");
    Ref<CallHub> hub;
    EXPECT_EQ(hresult_name(call.get_CallHub(&hub)), "S_OK");
    std::uint32_t count = 0;
    hub->get_NumCalls(&count);
    EXPECT_EQ(count, 2U);
    EXPECT_EQ(alice.result(consultation.RemoveFromConference()), "S_OK");
    office.run();
    EXPECT_EQ(alice.told(), "c2 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; c2 CHE_CALLLEAVE; -> S_OK");
}

TEST(Tapi3Park, IsTakenFromWhereItWasPut) {
    Office office;
    office.exchange.add_orbit("701");
    Phone alice{office, 0};
    Phone bob{office, 1};
    talk(office, alice, bob);
    std::string where;
    EXPECT_EQ(alice.result(alice.c(1).ParkIndirect(&where)), "S_OK");
    EXPECT_EQ(where, "701");
    EXPECT_EQ(alice.told(), "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL; -> S_OK");
    Call& again = alice.create("701");
    EXPECT_EQ(alice.result(again.Unpark()), "S_OK");
    EXPECT_EQ(alice.told(), "c2 CS_CONNECTED; -> S_OK");
}

TEST(Tapi3Release, GivesUpThePrivilege) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    talk(office, alice, bob);
    alice.release(1);
    office.run();
    EXPECT_EQ(alice.told(), "");
    EXPECT_EQ(bob.told(), "c1 CS_DISCONNECTED/CEC_DISCONNECT_NORMAL");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
