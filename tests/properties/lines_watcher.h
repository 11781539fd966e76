// Reads everything that one application is told and says what no application may ever see: a second
// reply, a reply to nothing, a message about a call that is IDLE or about a handle that is void, a
// state that cannot follow the one before, a LINE_APPNEWCALL without its LINE_CALLSTATE.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "tests/lines/fixture/words.h"

namespace pbxlab::lines::test {

// The states that may follow a state (reference: call-model 3); IDLE and UNKNOWN follow any.
inline std::uint32_t successors(std::uint32_t state) {
    using Row = std::pair<std::uint32_t, std::uint32_t>;
    constexpr std::uint32_t kFailed =
        LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO | LINECALLSTATE_DISCONNECTED;
    constexpr std::array kRows = {
        Row{LINECALLSTATE_DIALTONE, LINECALLSTATE_DIALING | LINECALLSTATE_PROCEEDING |
                                        LINECALLSTATE_SPECIALINFO | LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_DIALING, LINECALLSTATE_PROCEEDING | LINECALLSTATE_CONNECTED | kFailed},
        Row{LINECALLSTATE_PROCEEDING,  // transferred to who is busy, and told to wait on hold
            LINECALLSTATE_ONHOLD | LINECALLSTATE_RINGBACK | LINECALLSTATE_CONNECTED |
                LINECALLSTATE_CONFERENCED | kFailed},
        Row{LINECALLSTATE_RINGBACK, LINECALLSTATE_CONNECTED | LINECALLSTATE_PROCEEDING |
                                        LINECALLSTATE_CONFERENCED | LINECALLSTATE_BUSY |
                                        LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_BUSY,  // who has waited for a trunk finds the party outside busy: a mode
            LINECALLSTATE_CONNECTED | LINECALLSTATE_RINGBACK | LINECALLSTATE_ONHOLD |
                LINECALLSTATE_BUSY | LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_SPECIALINFO, LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_OFFERING,
            LINECALLSTATE_ACCEPTED | LINECALLSTATE_CONNECTED | LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_ACCEPTED, LINECALLSTATE_CONNECTED | LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_CONNECTED,
            LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDTRANSFER |
                LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_CONFERENCED |
                LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK | kFailed},
        Row{LINECALLSTATE_ONHOLD,  // camping on, at either end, too
            LINECALLSTATE_CONNECTED | LINECALLSTATE_CONFERENCED | LINECALLSTATE_DISCONNECTED |
                LINECALLSTATE_OFFERING | LINECALLSTATE_RINGBACK | LINECALLSTATE_BUSY},
        Row{LINECALLSTATE_ONHOLDPENDTRANSFER, LINECALLSTATE_CONNECTED | LINECALLSTATE_CONFERENCED |
                                                  LINECALLSTATE_DISCONNECTED |
                                                  LINECALLSTATE_ONHOLD},
        Row{LINECALLSTATE_ONHOLDPENDCONF, LINECALLSTATE_CONNECTED | LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_CONFERENCED,
            LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD | LINECALLSTATE_DISCONNECTED},
        Row{LINECALLSTATE_DISCONNECTED, 0},
        Row{LINECALLSTATE_UNKNOWN, 0xFFFF}};
    for (const auto& [of, next] : kRows) {
        const bool final_but_idle = state == LINECALLSTATE_DISCONNECTED;
        if (of == state)
            return next | LINECALLSTATE_IDLE | (final_but_idle ? 0 : LINECALLSTATE_UNKNOWN);
    }
    return 0;  // nothing follows IDLE
}

// The same where the provider does not tell the states in `hidden`.
inline std::uint32_t successors(std::uint32_t state, std::uint32_t hidden) {
    std::uint32_t all = successors(state);
    for (std::uint32_t before = 0; before != all;) {
        before = all;
        for (std::uint32_t bit = 1; bit <= LINECALLSTATE_UNKNOWN; bit <<= 1U) {
            if ((all & hidden & bit) != 0) all |= successors(bit);
        }
    }
    return all;
}

class Watcher {
 public:
    // Every asynchronous request, with the line and call that it is about.
    void asked(LineResult id, HLine line, HCall call = kNoCall) {
        if (id <= 0) return;
        EXPECT_TRUE(waiting_.emplace(static_cast<std::uint32_t>(id), Asked{line, call}).second)
            << "a request id stands for two requests";
    }
    void line_closed(HLine line) {
        std::erase_if(waiting_, [line](const auto& entry) { return entry.second.line == line; });
        closed_.insert(static_cast<std::uint32_t>(line));
    }
    // Below 2.0 the replies about a deallocated call do not come.
    void call_released(HCall call, bool silences) {
        released_.insert(static_cast<std::uint32_t>(call));
        if (silences) {
            std::erase_if(waiting_,
                          [call](const auto& entry) { return entry.second.call == call; });
        }
    }
    void handle_given(HCall call, std::uint32_t state) {
        states_[static_cast<std::uint32_t>(call)] = state;
    }
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

    // `hidden`: states that the line of this message's call does not tell.
    void saw(const Message& m, std::uint32_t hidden) {
        EXPECT_GT(m.sequence, last_.sequence);
        EXPECT_GE(m.at, last_.at);
        if (last_.id == LINE_APPNEWCALL) {
            EXPECT_TRUE(m.id == LINE_CALLSTATE && m.device == last_.param2 &&
                        m.param3 == last_.param3)
                << "LINE_APPNEWCALL is followed at once by its LINE_CALLSTATE";
        }
        if (m.id == LINE_REPLY) {
            EXPECT_EQ(waiting_.erase(m.param1), 1U) << "a reply to nothing that waits for one";
        }
        if (m.id == LINE_CALLSTATE) state(m, hidden);
        if (m.id == LINE_CALLINFO) info(m);
        if (m.id == LINE_ADDRESSSTATE || m.id == LINE_LINEDEVSTATE || m.id == LINE_APPNEWCALL) {
            EXPECT_FALSE(closed_.contains(m.device)) << "a message for a line that is closed";
        }
        last_ = m;
        ++messages;
    }
    std::uint64_t messages = 0, transitions = 0;

 private:
    struct Asked {
        HLine line;
        HCall call;
    };

    void state(const Message& m, std::uint32_t hidden) {
        EXPECT_FALSE(released_.contains(m.device)) << "a message for a void handle";
        if (m.param1 == LINECALLSTATE_CONFERENCED) {
            EXPECT_FALSE(released_.contains(m.param2)) << "a conference with a void handle";
            EXPECT_NE(m.param2, m.device) << "a member of itself";
        }
        const auto known = states_.find(m.device);
        if (known == states_.end()) {
            EXPECT_TRUE(m.param3 != 0 || given_by_reply_.insert(m.device).second);
        } else {
            const bool handed_on = m.param3 == LINECALLPRIVILEGE_OWNER && known->second == m.param1;
            EXPECT_TRUE(handed_on || (successors(known->second, hidden) & m.param1) != 0)
                << tapi_word("LINECALLSTATE", known->second) << " -> "
                << tapi_word("LINECALLSTATE", m.param1);
            ++transitions;
        }
        states_[m.device] = m.param1;
    }
    void info(const Message& m) {
        EXPECT_FALSE(released_.contains(m.device)) << "a message for a void handle";
        const auto known = states_.find(m.device);
        if (known != states_.end()) {
            EXPECT_NE(known->second, LINECALLSTATE_IDLE) << "LINE_CALLINFO after IDLE";
        }
    }

    std::map<std::uint32_t, Asked> waiting_;
    std::map<std::uint32_t, std::uint32_t> states_;
    std::set<std::uint32_t> given_by_reply_, released_, closed_;
    Message last_;
};

}  // namespace pbxlab::lines::test
