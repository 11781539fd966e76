// ITBasicCallControl with wrong arguments, in every situation: they are looked at before anything
// else (reference: tapi3-operations 4.1), and nothing changes.
#include <functional>
#include <iostream>
#include <string_view>

#include "tests/conformance/tapi3_scene.h"

namespace pbxlab::lines::tapi3::test {
namespace {

struct Calls {
    Call& c;        // the one that it is about
    Call& foreign;  // of another application
    Call& fresh;    // that is only created, and has no destination
};

struct Wrong {
    std::string_view what;
    std::function<Returned(const Calls&)> invoke;
    std::string_view expected;
};

const std::vector<Wrong>& wrong_arguments() {
    constexpr std::string_view kPointer = "E_POINTER";
    constexpr std::string_view kInvalid = "E_INVALIDARG";
    static const std::vector<Wrong> kWrong = {
        {"SwapHold(NULL)", [](const Calls& on) { return on.c.SwapHold(nullptr); }, kPointer},
        {"Transfer(NULL)", [](const Calls& on) { return on.c.Transfer(nullptr, VARIANT_TRUE); },
         kPointer},
        {"Conference(NULL)",
         [](const Calls& on) { return on.c.Conference(nullptr, VARIANT_FALSE); }, kPointer},
        {"HandoffDirect(NULL)", [](const Calls& on) { return on.c.HandoffDirect(nullptr); },
         kPointer},
        {"BlindTransfer(NULL)", [](const Calls& on) { return on.c.BlindTransfer(nullptr); },
         kPointer},
        {"ParkDirect(NULL)", [](const Calls& on) { return on.c.ParkDirect(nullptr); }, kPointer},
        {"ParkIndirect(NULL)", [](const Calls& on) { return on.c.ParkIndirect(nullptr); },
         kPointer},
        {"Dial(NULL)", [](const Calls& on) { return on.c.Dial(nullptr); }, kPointer},
        {"Disconnect(3)", [](const Calls& on) { return on.c.Disconnect(3); }, kInvalid},
        {"Finish(2)", [](const Calls& on) { return on.c.Finish(2); }, kInvalid},
        {"HandoffIndirect(0)", [](const Calls& on) { return on.c.HandoffIndirect(0); }, kInvalid},
        {"HandoffIndirect(two)",
         [](const Calls& on) {
             return on.c.HandoffIndirect(TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_G3FAX);
         },
         kInvalid},
        {"HandoffIndirect(no type)",
         [](const Calls& on) { return on.c.HandoffIndirect(LINEMEDIAMODE_INTERACTIVEVOICE); },
         kInvalid},
        {"SetQOS(0)", [](const Calls& on) { return Returned{on.c.SetQOS(0, QSL_NEEDED)}; },
         kInvalid},
        {"SetQOS(no level)",
         [](const Calls& on) { return Returned{on.c.SetQOS(TAPIMEDIATYPE_AUDIO, 4)}; }, kInvalid},
        {"SwapHold(foreign)", [](const Calls& on) { return on.c.SwapHold(&on.foreign); }, kInvalid},
        {"Transfer(foreign)",
         [](const Calls& on) { return on.c.Transfer(&on.foreign, VARIANT_FALSE); }, kInvalid},
        {"Conference(foreign)",
         [](const Calls& on) { return on.c.Conference(&on.foreign, VARIANT_FALSE); }, kInvalid},
        {"SwapHold(no call)", [](const Calls& on) { return on.c.SwapHold(&on.fresh); }, kInvalid},
        {"Transfer(no destination)",
         [](const Calls& on) { return on.c.Transfer(&on.fresh, VARIANT_FALSE); }, kInvalid},
        {"Conference(no destination)",
         [](const Calls& on) { return on.c.Conference(&on.fresh, VARIANT_FALSE); }, kInvalid},
        {"Transfer(itself)", [](const Calls& on) { return on.c.Transfer(&on.c, VARIANT_FALSE); },
         kInvalid},
        {"Conference(itself)",
         [](const Calls& on) { return on.c.Conference(&on.c, VARIANT_FALSE); }, kInvalid},
    };
    return kWrong;
}

TEST(Tapi3Arguments, AreLookedAtFirst) {
    std::size_t cells = 0;
    for (std::size_t s = 0; s < kSituations; ++s) {
        const auto situation = static_cast<Situation>(s);
        Scene scene{situation};
        for (Phone* phone : {&scene.trio.alice, &scene.monitor}) {
            const bool owner = phone == &scene.trio.alice;
            Call* subject = owner ? scene.subject : scene.as_seen_by(scene.monitor, *scene.subject);
            if (subject == nullptr) continue;
            const Calls calls{*subject, scene.dave.newest(), phone->create(nullptr)};
            const std::string before = scene.snapshot();
            for (const Wrong& each : wrong_arguments()) {
                SCOPED_TRACE(std::string{each.what} + " in situation " + std::to_string(s) +
                             (owner ? "" : ", by a monitor"));
                const Returned returned = each.invoke(calls);
                EXPECT_EQ(returned.pending, 0U);
                EXPECT_EQ(hresult_name(returned.result), each.expected);
                ++cells;
            }
            EXPECT_EQ(scene.snapshot(), before);
            EXPECT_EQ(phone->told(), "");
        }
    }
    std::cout << cells << " cells\n";
    EXPECT_EQ(cells, wrong_arguments().size() * (2 * kSituations - 1));
}

TEST(Tapi3Arguments, CountForNothingWhenTheSessionIsOver) {
    std::string chosen;
    const std::vector<std::function<Returned(Call&, Call&)>> methods = {
        [](Call& c, Call&) { return c.Connect(VARIANT_TRUE); },
        [](Call& c, Call&) { return c.Answer(); },
        [](Call& c, Call&) { return c.Disconnect(DC_NORMAL); },
        [](Call& c, Call&) { return c.Hold(VARIANT_TRUE); },
        [](Call& c, Call&) { return c.HandoffDirect("crm.exe"); },
        [](Call& c, Call&) { return c.HandoffIndirect(TAPIMEDIATYPE_AUDIO); },
        [](Call& c, Call& fresh) { return c.Conference(&fresh, VARIANT_TRUE); },
        [](Call& c, Call& fresh) { return c.Transfer(&fresh, VARIANT_TRUE); },
        [](Call& c, Call&) { return c.BlindTransfer("1003"); },
        [](Call& c, Call&) { return c.ParkDirect("701"); },
        [&chosen](Call& c, Call&) { return c.ParkIndirect(&chosen); },
        [](Call& c, Call&) { return c.Unpark(); },
        [](Call& c, Call&) { return c.Pickup(nullptr); },
        [](Call& c, Call&) { return c.Dial("1003"); },
        [](Call& c, Call&) { return c.Finish(FM_ASTRANSFER); },
        [](Call& c, Call&) { return c.RemoveFromConference(); },
    };
    for (std::size_t s = 0; s < kSituations; ++s) {
        Scene scene{static_cast<Situation>(s)};
        Call& fresh = scene.trio.alice.create("1005");
        EXPECT_EQ(hresult_name(scene.trio.alice.tapi.Shutdown()), "S_OK");
        for (const auto& method : methods) {
            const Returned returned = method(*scene.subject, fresh);
            EXPECT_EQ(hresult_name(returned.result), "TAPI_E_NOT_INITIALIZED") << "situation " << s;
        }
    }
}

// The provider has taken their line away: they are no calls any more.
TEST(Tapi3Arguments, CallsThatAreGoneAreNoneToActWith) {
    Scene scene{Situation::Connected};
    Trio& trio = scene.trio;
    trio.office.telephony.force_close(0);
    trio.office.run();
    trio.forget();
    Call& call = trio.alice.create("1005");
    EXPECT_EQ(trio.alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
    Phone eve{trio.office, 4, {.module = "eve.exe"}};
    trio.office.run();
    for (Call* gone : {scene.subject, scene.other}) {
        EXPECT_EQ(trio.alice.result(call.SwapHold(gone)), "E_INVALIDARG");
        EXPECT_EQ(trio.alice.result(call.Transfer(gone, VARIANT_FALSE)), "E_INVALIDARG");
        EXPECT_EQ(trio.alice.result(call.Conference(gone, VARIANT_FALSE)), "E_INVALIDARG");
        EXPECT_EQ(trio.alice.result(gone->Disconnect(DC_NORMAL)), "S_FALSE");
        EXPECT_EQ(trio.alice.result(gone->Answer()), "E_UNEXPECTED");
        EXPECT_EQ(trio.alice.result(gone->HandoffDirect("crm.exe")), "TAPI_E_INVALCALLSTATE");
    }
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
