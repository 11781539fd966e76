// ITBasicCallControl in every situation: each method, by an owner and by a monitor, on a line that
// offers everything and on one that offers nothing. What is expected is written down from the
// reference of TAPI 3 (tapi3-operations 4.1 and 10); a method that is refused changes nothing.
#include <functional>
#include <iostream>
#include <string_view>

#include "tests/conformance/tapi3_scene.h"

namespace pbxlab::lines::tapi3::test {
namespace {

using enum Situation;

constexpr std::uint32_t in(Situation situation) {
    return 1U << static_cast<std::uint32_t>(situation);
}
constexpr std::uint32_t kNowhere = 0;
constexpr std::uint32_t kAnywhere = (1U << kSituations) - 1;
constexpr std::uint32_t kProgress = in(DialTone) | in(Ringing);
constexpr std::uint32_t kOffers = in(Offered) | in(Accepted);
constexpr std::uint32_t kTalking = in(Connected) | in(Consultation) | in(Addition);
constexpr std::uint32_t kHolding = in(Held) | in(HeldForOne) | in(HeldToAdd);
constexpr std::uint32_t kLive = kProgress | kTalking | kHolding | in(Member);

struct Calls {
    Call& c;      // the one that it is about
    Call& held;   // another, held
    Call& fresh;  // one that is only created
};

struct Rule {
    std::string_view method;
    std::function<Returned(const Calls&)> invoke;
    std::uint32_t states;          // in which it can be used
    std::string_view wrong;        // and its word in the others
    std::string_view unsupported;  // empty: it cannot be withheld
    std::string_view becomes;      // CALL_STATE afterwards; empty: as it was
    // Situations in which an owner is refused for what the call is, not for its state.
    std::uint32_t unfit = kNowhere;
    std::string_view why;
    const char* number = "1002";  // the destination of a call that is only created
};

constexpr std::string_view kWrong = "TAPI_E_INVALCALLSTATE";
constexpr std::string_view kNo = "TAPI_E_NOTSUPPORTED";

const std::vector<Rule>& rules() {
    static std::string chosen;
    static const std::vector<Rule> kRules = {
        {"Connect(FALSE)", [](const Calls& on) { return on.c.Connect(VARIANT_FALSE); }, in(Created),
         kWrong, kNo, "CS_INPROGRESS"},
        {"Connect(TRUE)",
         [](const Calls& on) { return on.c.Connect(VARIANT_TRUE); },
         in(Created),
         kWrong,
         kNo,
         "CS_DISCONNECTED",
         kNowhere,
         {},
         "1001"},
        {"Answer", [](const Calls& on) { return on.c.Answer(); }, kOffers, "E_UNEXPECTED", kNo,
         "CS_CONNECTED"},
        {"Disconnect", [](const Calls& on) { return on.c.Disconnect(DC_NORMAL); },
         kAnywhere & ~in(Created) & ~in(Cleared), "S_FALSE", kNo, "CS_DISCONNECTED"},
        {"Hold(TRUE)", [](const Calls& on) { return on.c.Hold(VARIANT_TRUE); }, kTalking, kWrong,
         kNo, "CS_HOLD"},
        {"Hold(FALSE)", [](const Calls& on) { return on.c.Hold(VARIANT_FALSE); }, kHolding, kWrong,
         kNo, "CS_CONNECTED"},
        {"SwapHold", [](const Calls& on) { return on.c.SwapHold(&on.held); }, kTalking | in(Member),
         kWrong, "E_FAIL", "CS_HOLD"},
        {"HandoffDirect",
         [](const Calls& on) { return on.c.HandoffDirect("crm.exe"); },
         kAnywhere & ~in(Created),
         kWrong,
         {},
         {}},
        {"HandoffIndirect",
         [](const Calls& on) { return on.c.HandoffIndirect(TAPIMEDIATYPE_AUDIO); },
         kAnywhere & ~in(Created),
         kWrong,
         {},
         {}},
        {"Conference", [](const Calls& on) { return on.c.Conference(&on.fresh, VARIANT_FALSE); },
         kTalking | in(Member), kWrong, kNo, "CS_HOLD"},
        {"Transfer", [](const Calls& on) { return on.c.Transfer(&on.fresh, VARIANT_FALSE); },
         kTalking, kWrong, "E_FAIL", "CS_HOLD"},
        {"BlindTransfer", [](const Calls& on) { return on.c.BlindTransfer("1005"); }, kTalking,
         kWrong, "E_FAIL", "CS_DISCONNECTED"},
        {"ParkDirect", [](const Calls& on) { return on.c.ParkDirect("701"); }, kTalking, kWrong,
         "E_FAIL", "CS_DISCONNECTED"},
        {"ParkIndirect", [](const Calls& on) { return on.c.ParkIndirect(&chosen); }, kTalking,
         kWrong, "E_FAIL", "CS_DISCONNECTED"},
        {"Dial", [](const Calls& on) { return on.c.Dial("1002"); }, in(DialTone), kWrong, kNo,
         "CS_INPROGRESS", in(Ringing), kWrong},
        {"Finish(TRANSFER)", [](const Calls& on) { return on.c.Finish(FM_ASTRANSFER); },
         in(Consultation), kWrong, kNo, "CS_DISCONNECTED", kLive & ~in(Consultation), kWrong},
        {"Finish(CONFERENCE)", [](const Calls& on) { return on.c.Finish(FM_ASCONFERENCE); },
         in(Consultation) | in(Addition), kWrong, kNo, "CS_CONNECTED",
         kLive & ~in(Consultation) & ~in(Addition), kWrong},
        {"RemoveFromConference", [](const Calls& on) { return on.c.RemoveFromConference(); },
         in(Member) | in(HeldToAdd), kWrong, kNo, "CS_DISCONNECTED",
         kTalking | in(Held) | in(HeldForOne), "TAPI_E_NOCONFERENCE"},
    };
    return kRules;
}

struct Cell {
    const Rule& rule;
    Situation situation;
    bool owner, granted;

    // Pointers and values are right; then the state, the privilege, what the line offers.
    [[nodiscard]] std::string expected() const {
        const bool fits = (rule.states & in(situation)) != 0;
        const bool unfit = (rule.unfit & in(situation)) != 0;
        if (!fits && !unfit) return std::string{rule.wrong};
        if (!owner) return "TAPI_E_NOTOWNER";
        const bool withheld = !granted && !rule.unsupported.empty();
        if (withheld && (fits || rule.method == "Dial")) return std::string{rule.unsupported};
        if (unfit) return std::string{rule.why};
        return rule.method == "Connect(TRUE)" ? "TAPI_E_DESTBUSY" : "S_OK";
    }
};

void play(const Cell& cell) {
    Scene scene{cell.situation, cell.rule.number};
    if (!cell.granted) scene.withhold();
    ASSERT_EQ(Phone::state(*scene.subject), kShown.at(static_cast<std::size_t>(cell.situation)));
    Phone& phone = cell.owner ? scene.trio.alice : scene.monitor;
    Call* subject = cell.owner ? scene.subject : scene.as_seen_by(phone, *scene.subject);
    Call* other = cell.owner ? scene.other : scene.as_seen_by(phone, *scene.other);
    ASSERT_NE(subject, nullptr);
    ASSERT_NE(other, nullptr);
    const Ref<Call> kept{subject};
    Call& fresh = phone.create("1005");
    const std::string was = Phone::state(*subject);
    const std::string before = scene.snapshot();
    const Returned returned = cell.rule.invoke({*subject, *other, fresh});
    if (returned.pending == 0) {
        EXPECT_EQ(hresult_name(returned.result), cell.expected());
        if (cell.expected() != "S_OK") {
            EXPECT_EQ(scene.snapshot(), before) << "a method that is refused changes nothing";
            EXPECT_EQ(phone.told(), "");
        }
    } else {
        ASSERT_EQ(phone.result(returned), cell.expected());
    }
    scene.trio.office.run(1s);
    phone.told();
    const bool done = cell.expected() == "S_OK" || cell.rule.method == "Connect(TRUE)";
    const bool changes = done && (cell.rule.states & in(cell.situation)) != 0 && cell.owner &&
                         !cell.rule.becomes.empty();
    if (changes && cell.granted) {
        EXPECT_EQ(Phone::state(*subject), cell.rule.becomes);
    } else if (!done) {
        EXPECT_EQ(Phone::state(*subject), was);
    }
}

TEST(Tapi3Matrix, EveryMethodInEverySituation) {
    std::size_t cells = 0;
    for (const Rule& rule : rules()) {
        for (std::size_t s = 0; s < kSituations; ++s) {
            for (const bool owner : {true, false}) {
                for (const bool granted : {true, false}) {
                    const auto situation = static_cast<Situation>(s);
                    if (situation == Created && !owner) continue;  // it is its creator's alone
                    SCOPED_TRACE(std::string{rule.method} + " in situation " + std::to_string(s) +
                                 ", " + kShown.at(s) + ", by " +
                                 (owner ? "its owner" : "a monitor") +
                                 (granted ? "" : ", withheld"));
                    play({rule, situation, owner, granted});
                    ++cells;
                }
            }
        }
    }
    std::cout << cells << " cells\n";
    EXPECT_EQ(cells, rules().size() * (kSituations * 4 - 2));
}

// Unpark and Pickup, in place of Connect, need something to fetch.
TEST(Tapi3Matrix, FetchingInEverySituation) {
    std::size_t cells = 0;
    for (const bool unpark : {true, false}) {
        for (std::size_t s = 0; s < kSituations; ++s) {
            for (const bool granted : {true, false}) {
                const auto situation = static_cast<Situation>(s);
                SCOPED_TRACE(std::string{unpark ? "Unpark" : "Pickup"} + " in situation " +
                             std::to_string(s) + (granted ? "" : ", withheld"));
                Scene scene{situation, unpark ? "701" : "1003"};
                Phone& alice = scene.trio.alice;
                if (situation == Created && unpark) {
                    EXPECT_EQ(alice.result(scene.other->Hold(VARIANT_FALSE)), "S_OK");
                    EXPECT_EQ(alice.result(scene.other->ParkDirect("701")), "S_OK");
                } else if (situation == Created) {
                    scene.trio.bob.create("1003").Connect(VARIANT_FALSE);
                    scene.trio.office.run();
                }
                if (!granted) scene.withhold();
                scene.forget();
                const std::string before = scene.snapshot();
                const Returned returned =
                    unpark ? scene.subject->Unpark() : scene.subject->Pickup(nullptr);
                const std::string expected = situation != Created ? std::string{kWrong}
                                             : granted            ? "S_OK"
                                                                  : "E_FAIL";
                if (returned.pending == 0) {
                    EXPECT_EQ(scene.snapshot(), before);
                }
                EXPECT_EQ(alice.result(returned), expected);
                scene.trio.office.run(1s);
                const bool done = expected == "S_OK";
                EXPECT_EQ(Phone::state(*scene.subject), done ? "CS_CONNECTED" : kShown.at(s));
                ++cells;
            }
        }
    }
    std::cout << cells << " cells\n";
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
