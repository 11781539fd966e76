// Methods that wait, and a provider that does not reply (reference: tapi3-operations 0 and 4.1).
#include <functional>
#include <string_view>
#include <vector>

#include "lines/tapi3/engine.h"
#include "tests/lines/tapi3/trio.h"

namespace pbxlab::lines::tapi3::test {
namespace {

struct Waits {
    std::string_view method;
    std::function<std::function<Returned()>(Trio&)> prepare;  // what calls it, once all is in place
};

const std::vector<Waits>& waiting_methods() {
    static std::string chosen;
    static const std::vector<Waits> kMethods = {
        {"Connect",
         [](Trio& t) {
             Call& call = t.alice.create("1002");
             return [&call] { return call.Connect(VARIANT_FALSE); };
         }},
        {"Connect, synchronously",
         [](Trio& t) {
             Call& call = t.alice.create("1002");
             return [&call] { return call.Connect(VARIANT_TRUE); };
         }},
        {"Answer",
         [](Trio& t) {
             Call& call = t.offer();
             return [&call] { return call.Answer(); };
         }},
        {"Disconnect",
         [](Trio& t) {
             Call& call = t.talk();
             return [&call] { return call.Disconnect(DC_NORMAL); };
         }},
        {"Hold",
         [](Trio& t) {
             Call& call = t.talk();
             return [&call] { return call.Hold(VARIANT_TRUE); };
         }},
        {"SwapHold",
         [](Trio& t) {
             Call& first = t.talk();
             Call& second = t.consult(first);
             return [&first, &second] { return second.SwapHold(&first); };
         }},
        {"BlindTransfer",
         [](Trio& t) {
             Call& call = t.talk();
             return [&call] { return call.BlindTransfer("1003"); };
         }},
        {"ParkDirect",
         [](Trio& t) {
             Call& call = t.talk();
             return [&call] { return call.ParkDirect("701"); };
         }},
        {"ParkIndirect",
         [](Trio& t) {
             Call& call = t.talk();
             return [&call] { return call.ParkIndirect(&chosen); };
         }},
        {"Unpark",
         [](Trio& t) {
             EXPECT_EQ(t.alice.result(t.talk().ParkDirect("701")), "S_OK");
             Call& call = t.alice.create("701");
             return [&call] { return call.Unpark(); };
         }},
        {"Pickup",
         [](Trio& t) {
             EXPECT_EQ(t.bob.result(t.bob.create("1003").Connect(VARIANT_FALSE)), "S_OK");
             t.office.run();
             Call& call = t.alice.create("1003");
             return [&call] { return call.Pickup(nullptr); };
         }},
        {"Dial",
         [](Trio& t) {
             Call& call = t.ring("10;");
             return [&call] { return call.Dial("02"); };
         }},
        {"Transfer",
         [](Trio& t) {
             Call& first = t.talk();
             Call& second = t.alice.create("1003");
             return [&first, &second] { return first.Transfer(&second, VARIANT_FALSE); };
         }},
        {"Conference",
         [](Trio& t) {
             Call& first = t.talk();
             Call& second = t.alice.create("1003");
             return [&first, &second] { return first.Conference(&second, VARIANT_TRUE); };
         }},
        {"Finish",
         [](Trio& t) {
             Call& second = t.consult(t.talk());
             return [&second] { return second.Finish(FM_ASTRANSFER); };
         }},
        {"Finish of a conference",
         [](Trio& t) {
             Call& second = t.consult(t.talk(), true);
             return [&second] { return second.Finish(FM_ASCONFERENCE); };
         }},
        {"RemoveFromConference",
         [](Trio& t) {
             Call* call = t.confer().second;
             return [call] { return call->RemoveFromConference(); };
         }},
    };
    return kMethods;
}

Fault of_replies(FaultKind kind) {
    Fault fault;
    fault.kind = kind;
    fault.messages = {{.id = LINE_REPLY}};
    fault.device = 0;
    return fault;
}

int returns(const std::string& told) {
    int count = 0;
    for (std::size_t at = told.find("->"); at != std::string::npos; at = told.find("->", at + 1))
        ++count;
    return count;
}

TEST(Tapi3TimeOut, EndsEveryMethodThatIsNeverRepliedTo) {
    for (const Waits& each : waiting_methods()) {
        SCOPED_TRACE(each.method);
        Trio trio;
        const auto method = each.prepare(trio);
        trio.forget();
        trio.office.telephony.add_fault(of_replies(FaultKind::Drop));
        const pbx::SimTime begun = trio.office.exchange.scheduler().now();
        const Returned returned = method();
        ASSERT_NE(returned.pending, 0U);
        EXPECT_EQ(trio.alice.result(returned), "TAPI_E_TIMEOUT");
        EXPECT_EQ(trio.office.exchange.scheduler().now() - begun, 2min);
        EXPECT_EQ(returns(trio.alice.told()), 1);
    }
}

// The reply comes when nobody waits for it any more: what was asked for is so, and is not told to
// have failed or to be done a second time.
TEST(Tapi3TimeOut, DoesNotUndoWhatTheLinesGoOnWith) {
    for (const Waits& each : waiting_methods()) {
        SCOPED_TRACE(each.method);
        Trio trio;
        const auto method = each.prepare(trio);
        trio.forget();
        Fault late = of_replies(FaultKind::Delay);
        late.least = late.most = 150s;
        trio.office.telephony.add_fault(late);
        EXPECT_EQ(trio.alice.result(method()), "TAPI_E_TIMEOUT");
        trio.office.run(5min);
        EXPECT_EQ(returns(trio.alice.told()), 1);
        const Application& app = *trio.alice.tapi.application();
        std::vector<Ref<Call>> calls;
        trio.alice.address->EnumerateCalls(&calls);
        for (const Ref<Call>& call : calls) {
            const CallFacts& facts = call->facts();
            if (facts.handle == kNoCall) continue;
            EXPECT_NE(app.call_key(facts.handle), 0U) << Phone::state(*call);
        }
    }
}

TEST(Tapi3TimeOut, LeavesTheObjectOfALateCallItsCall) {
    Trio trio;
    Fault late = of_replies(FaultKind::Delay);
    late.least = late.most = 150s;
    late.times = 1;
    late.holds_back = true;
    trio.office.telephony.add_fault(late);
    Call& call = trio.alice.create("1002");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_FALSE)), "TAPI_E_TIMEOUT");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_FALSE)), "TAPI_E_INVALCALLSTATE");
    trio.office.run(40s);
    EXPECT_EQ(Phone::state(call), "CS_INPROGRESS");
    EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "S_OK");
}

// Nobody is left to have it.
TEST(Tapi3TimeOut, OfAnObjectThatIsReleasedEndsItsLateCall) {
    Trio trio;
    Fault late = of_replies(FaultKind::Delay);
    late.least = late.most = 150s;
    late.times = 1;
    trio.office.telephony.add_fault(late);
    Call& call = trio.alice.create("1002");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_FALSE)), "TAPI_E_TIMEOUT");
    trio.alice.release(1);
    EXPECT_EQ(trio.alice.tapi.call(1), nullptr);  // the method has no hold of it
    trio.office.run(5min);
    EXPECT_EQ(Phone::state(trio.bob.c(1)), "CS_DISCONNECTED");
    EXPECT_EQ(trio.alice.told(), "-> TAPI_E_TIMEOUT");
}

TEST(Tapi3TimeOut, ComesOnlyOnceForAConnectThatRings) {
    Trio trio;
    Call& call = trio.alice.create("1002");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_TRUE)), "TAPI_E_TIMEOUT");
    EXPECT_EQ(Phone::state(call), "CS_INPROGRESS");  // it is not dropped
    trio.answer(trio.bob);
    EXPECT_EQ(Phone::state(call), "CS_CONNECTED");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
