// The outermost shell, which alone waits (reference: tapi3-operations 4.1).
#include "lines/tapi3/blocking.h"

#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

TEST(Blocking, AnswersWhileNobodyElseActs) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    Blocking alice_waits{alice.tapi, office.exchange.scheduler()};
    Blocking bob_waits{bob.tapi, office.exchange.scheduler()};
    Call& call = alice.create("1002");
    EXPECT_EQ(hresult_name(alice_waits(call.Connect(VARIANT_FALSE))), "S_OK");
    Notice event;
    while (!bob_waits.next(&event)) office.step();
    EXPECT_EQ(event.event.kind, TE_CALLNOTIFICATION);
    const Ref<Call> offered = event.event.call;
    EXPECT_EQ(hresult_name(bob_waits(offered->Answer())), "S_OK");
    EXPECT_EQ(Phone::state(*offered), "CS_CONNECTED");  // as soon as Answer has returned
    office.run();
    EXPECT_EQ(hresult_name(alice_waits(call.Hold(VARIANT_TRUE))), "S_OK");
    EXPECT_EQ(Phone::state(call), "CS_HOLD");
}

TEST(Blocking, GivesUpAfterTwoMinutes) {
    Office office;
    Phone alice{office, 0};
    Phone bob{office, 1};
    Blocking wait{alice.tapi, office.exchange.scheduler()};
    const pbx::SimTime begun = office.exchange.scheduler().now();
    Call& call = alice.create("1002");
    EXPECT_EQ(hresult_name(wait(call.Connect(VARIANT_TRUE))), "TAPI_E_TIMEOUT");
    EXPECT_EQ(office.exchange.scheduler().now() - begun, 2min);
    EXPECT_EQ(Phone::state(call), "CS_INPROGRESS");  // the call rings on
}

TEST(Blocking, CannotWaitFromWithinAnEvent) {
    struct Waits : pbx::TimerTarget {
        Waits(Blocking& with, Call& on) : wait{with}, call{on} {}
        void on_timer(std::uint32_t /*what*/, std::uint64_t /*argument*/) override {
            result = wait(call.Connect(VARIANT_TRUE));
        }
        Blocking& wait;
        Call& call;
        HResult result = 0;
    };
    Office office;
    Phone alice{office, 0};
    Blocking wait{alice.tapi, office.exchange.scheduler()};
    Waits waits{wait, alice.create("1002")};
    office.exchange.scheduler().set({}, waits, 0, 0);
    office.step();
    EXPECT_EQ(hresult_name(waits.result), "E_UNEXPECTED");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
