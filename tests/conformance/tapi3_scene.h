// A call of Alice's in any situation that ITBasicCallControl knows of, as its owner and a monitor
// have it; and what can be seen of everything, to show that nothing changed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "lines/tapi3/engine.h"
#include "tests/lines/tapi3/trio.h"

namespace pbxlab::lines::tapi3::test {

enum class Situation : std::uint8_t {
    Created,       // CS_IDLE
    DialTone,      // CS_INPROGRESS, no number yet
    Ringing,       // CS_INPROGRESS
    Connected,     // CS_CONNECTED
    Held,          // CS_HOLD
    Busy,          // CS_DISCONNECTED, the tone can still be heard
    FarGone,       // CS_DISCONNECTED by the other party, not cleared
    Cleared,       // CS_DISCONNECTED, nothing left
    Offered,       // CS_OFFERING
    Accepted,      // CS_OFFERING, in TAPI 2 it is ACCEPTED
    Queued,        // CS_QUEUED
    HeldForOne,    // CS_HOLD, a consultation for a transfer
    Consultation,  // CS_CONNECTED, the call that consults
    HeldToAdd,     // CS_HOLD, a consultation for a conference
    Addition,      // CS_CONNECTED, the call that consults for it
    Member,        // CS_CONNECTED, in a conference
};
inline constexpr std::size_t kSituations = static_cast<std::size_t>(Situation::Member) + 1;

inline constexpr std::array<const char*, kSituations> kShown = {
    "CS_IDLE",      "CS_INPROGRESS",   "CS_INPROGRESS",   "CS_CONNECTED",
    "CS_HOLD",      "CS_DISCONNECTED", "CS_DISCONNECTED", "CS_DISCONNECTED",
    "CS_OFFERING",  "CS_OFFERING",     "CS_QUEUED",       "CS_HOLD",
    "CS_CONNECTED", "CS_HOLD",         "CS_CONNECTED",    "CS_CONNECTED"};

inline OfficeSpec scene_spec(Situation situation) {
    OfficeSpec spec;
    spec.lines.resize(5);
    spec.lines[0].max_active = 4;
    spec.lines[0].max_pending = 3;
    spec.policy.auto_accept = situation == Situation::Accepted;
    spec.lines[0].profile.queue = situation == Situation::Queued;
    return spec;
}

class Scene {
 public:
    explicit Scene(Situation situation, const char* number = "1002")
        : trio{scene_spec(situation)},
          monitor{trio.office, 0, {.owner = false, .module = "monitor.exe"}},
          dave{trio.office, 3} {
        other = &held();
        subject = &bring(situation, number);
        // After all these, so that nobody else gets the calls.
        crm = &trio.office.open(0, {.module = "crm.exe"});
        trio.office.telephony.set_priorities(LINEMEDIAMODE_INTERACTIVEVOICE, {"crm.exe"});
        forget();
    }

    Trio trio;
    Phone monitor, dave;
    Seat* crm = nullptr;
    Call* subject = nullptr;  // the owner's
    Call* other = nullptr;    // its call with Dave, held

    // The same call, as that application has it; nullptr: it has none.
    Call* as_seen_by(Phone& phone, Call& call) {
        const std::uint64_t key = trio.alice.tapi.application()->call_key(call.facts().handle);
        if (call.facts().handle == kNoCall || key == 0) return nullptr;
        std::vector<Ref<Call>> calls;
        phone.address->EnumerateCalls(&calls);
        for (const Ref<Call>& each : calls) {
            if (phone.tapi.application()->call_key(each->facts().handle) == key) return each.get();
        }
        return nullptr;
    }
    void forget() {
        trio.forget();
        monitor.told();
        dave.told();
    }
    // Takes everything that the line can be asked for off it.
    void withhold() {
        Profile profile = trio.office.telephony.profile_of(0);
        profile.call_features = profile.call_features2 = 0;
        profile.address_features = profile.line_features = 0;
        trio.office.telephony.change_profile(0, profile);
        trio.office.run(1s);
        forget();
    }
    std::string snapshot() {
        const Office& office = trio.office;
        std::string text =
            std::to_string(office.telephony.last_message()) + " messages, " +
            std::to_string(office.exchange.order_count()) + " orders, " +
            std::to_string(office.exchange.scheduler().now().time_since_epoch() / 1us) + "\n";
        for (Phone* phone : {&trio.alice, &monitor}) {
            std::vector<Ref<CallHub>> hubs;
            phone->tapi.EnumerateCallHubs(&hubs);
            text += std::to_string(hubs.size()) + " hubs\n";
            for (std::uint32_t n = 1; n < 12; ++n) {
                if (Call* call = phone->tapi.call(n); call != nullptr) text += view(*call) + "\n";
            }
        }
        return text;
    }

 private:
    static std::string view(Call& call) {
        const CallFacts& facts = call.facts();
        return std::to_string(call.number()) + " " + Phone::state(call) + " " +
               std::to_string(facts.privilege) + (facts.used ? " used" : "") + " " +
               std::to_string(static_cast<std::uint32_t>(facts.handle)) + " " +
               std::to_string(static_cast<int>(facts.consulting)) +
               (facts.partner != nullptr ? std::to_string(facts.partner->number()) : "") + " " +
               std::to_string(facts.cause);
    }
    Call& held() {
        Call& call = trio.ring("1004");
        trio.answer(dave);
        EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
        return call;
    }
    Call& bring(Situation situation, const char* number) {
        switch (situation) {
            case Situation::Created: return trio.alice.create(number);
            case Situation::DialTone: return trio.ring(nullptr);
            case Situation::Ringing: return trio.ring();
            case Situation::Busy: return trio.ring("1001");
            case Situation::Offered:
            case Situation::Accepted:
            case Situation::Queued: return trio.offer();
            case Situation::Member: return *trio.confer().first;
            default: break;
        }
        Call& call = trio.talk();
        const bool adds = situation == Situation::HeldToAdd || situation == Situation::Addition;
        switch (situation) {
            case Situation::Held:
                EXPECT_EQ(trio.alice.result(call.Hold(VARIANT_TRUE)), "S_OK");
                break;
            case Situation::FarGone:
                EXPECT_EQ(trio.bob.result(trio.bob.newest().Disconnect(DC_NORMAL)), "S_OK");
                break;
            case Situation::Cleared:
                EXPECT_EQ(trio.alice.result(call.Disconnect(DC_NORMAL)), "S_OK");
                break;
            case Situation::HeldForOne:
            case Situation::HeldToAdd: trio.consult(call, adds); break;
            case Situation::Consultation:
            case Situation::Addition: return trio.consult(call, adds);
            default: break;
        }
        trio.office.run(1s);
        return call;
    }
};

}  // namespace pbxlab::lines::tapi3::test
