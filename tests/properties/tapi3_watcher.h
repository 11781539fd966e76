// Reads everything that one TAPI 3 application is told, and compares what it is shown with what the
// lines say (reference: tapi3-operations 2, 3.4 and 13).
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3::test {

// The states that may follow each, as bits; a call begins in CS_IDLE, or queued.
inline std::uint32_t followers(std::uint32_t state) {
    const auto bits = [](std::initializer_list<std::uint32_t> all) {
        std::uint32_t sum = 0;
        for (const std::uint32_t each : all) sum |= 1U << each;
        return sum;
    };
    switch (state) {
        case CS_IDLE:
            return bits(
                {CS_INPROGRESS, CS_CONNECTED, CS_DISCONNECTED, CS_OFFERING, CS_HOLD, CS_QUEUED});
        case CS_INPROGRESS:
        case CS_OFFERING:
        case CS_QUEUED: return bits({CS_CONNECTED, CS_DISCONNECTED, CS_HOLD});
        case CS_CONNECTED: return bits({CS_HOLD, CS_DISCONNECTED});
        case CS_HOLD: return bits({CS_CONNECTED, CS_DISCONNECTED});
        default: return 0;
    }
}

class Tapi3Watcher {
 public:
    std::uint64_t events = 0, transitions = 0, returns = 0;
    std::vector<Ref<Call>> calls;  // in the order in which they became known

    void asked(const Returned& returned) {
        if (returned.pending != 0) ++waiting_[returned.pending];
    }
    void saw(const Notice& notice) {
        if (notice.pending != 0) {
            EXPECT_EQ(waiting_.erase(notice.pending), 1U) << "a return of nothing that waits";
            ++returns;
            return;
        }
        ++events;
        const Event& event = notice.event;
        if (event.call) keep(event.call);
        if (event.kind == TE_CALLSTATE) state(event);
        if (event.kind == TE_CALLNOTIFICATION) notified_[event.call->number()] = true;
    }
    void keep(const Ref<Call>& call) {
        if (std::ranges::find(calls, call) == calls.end()) calls.push_back(call);
    }
    void release(const Call* call) {
        std::erase_if(calls, [call](const Ref<Call>& each) { return each.get() == call; });
    }
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

    // What is shown is what the lines say.
    void compare(Engine& engine) const {
        std::map<std::uint64_t, const Call*> by_key;
        for (const auto& [number, call] : engine.calls) {
            const CallFacts& facts = call->facts();
            CallStatus status;
            if (facts.handle == kNoCall || engine.app->get_call_status(facts.handle, &status) < 0)
                continue;
            EXPECT_TRUE(by_key.emplace(engine.app->call_key(facts.handle), call).second)
                << "a call has two objects";
            const bool owner = status.call_privilege == LINECALLPRIVILEGE_OWNER;
            EXPECT_EQ(facts.privilege, owner ? CP_OWNER : CP_MONITOR) << "c" << number;
            if (!facts.finished) folds(engine, *call, status);
        }
        hubs(engine);
    }

 private:
    static std::string word(std::uint32_t state) {
        return std::string{tapi_word("CALL_STATE", state)};
    }

    void state(const Event& event) {
        EXPECT_NE(event.detail, CS_IDLE);
        EXPECT_EQ(event.detail == CS_DISCONNECTED, event.cause != CEC_NONE) << word(event.detail);
        const std::uint32_t number = event.call->number();
        const auto known = states_.find(number);
        const std::uint32_t from = known == states_.end() ? CS_IDLE : known->second;
        const bool told_anew = std::exchange(notified_[number], false) && from == event.detail;
        EXPECT_TRUE(told_anew || (followers(from) & (1U << event.detail)) != 0)
            << "c" << number << " " << word(from) << " -> " << word(event.detail);
        states_[number] = event.detail;
        ++transitions;
    }

    static void folds(Engine& engine, const Call& call, const CallStatus& status) {
        const CallFacts& facts = call.facts();
        CallStatus parent;
        const bool held =
            status.call_state == LINECALLSTATE_CONFERENCED &&
            engine.app->get_call_status(facts.conference, &parent) == 0 &&
            (parent.call_state & (LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDCONF)) != 0;
        const auto to = fold(
            {.state = status.call_state, .mode = status.call_state_mode, .conference_held = held},
            engine.habits(*facts.address));
        if (!to || *to == facts.shown) return;
        // What cannot follow stays as it was, unless it would be another call.
        const bool cannot = (followers(facts.shown) & (1U << *to)) == 0;
        const bool another = facts.shown == CS_DISCONNECTED || *to == CS_OFFERING;
        EXPECT_TRUE(cannot && (!another || facts.shown == CS_QUEUED))
            << "c" << call.number() << " is shown " << word(facts.shown) << ", and is "
            << tapi_word("LINECALLSTATE", status.call_state);
    }

    // Calls are in one hub if they have one id, or are members of one conference.
    static void hubs(Engine& engine) {
        std::map<std::uint32_t, const CallHub*> by_id;
        std::map<std::uint32_t, const CallHub*> by_conference;
        for (const auto& [number, call] : engine.calls) {
            const CallFacts& facts = call->facts();
            CallInfo info;
            if (!facts.hub || facts.handle == kNoCall ||
                engine.app->get_call_info(facts.handle, &info) < 0)
                continue;
            EXPECT_NE(facts.shown, CS_DISCONNECTED) << "c" << number << " is over, and in a hub";
            const bool member = facts.state == LINECALLSTATE_CONFERENCED;
            auto& known = member ? by_conference : by_id;
            const std::uint32_t key =
                member ? static_cast<std::uint32_t>(facts.conference) : info.call_id;
            const CallHub* hub = known.emplace(key, facts.hub.get()).first->second;
            EXPECT_EQ(hub, facts.hub.get())
                << "c" << number << (member ? ", a member," : "") << " with the id " << info.call_id
                << " is in a hub of its own, of the id " << facts.hub->call_id();
        }
    }

    std::map<std::uint32_t, std::uint32_t> states_;
    std::map<std::uint32_t, bool> notified_;
    std::map<std::uint32_t, int> waiting_;
};

}  // namespace pbxlab::lines::tapi3::test
