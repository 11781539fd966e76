// Hunt groups: a number behind which several stations can take the call. Plain data; what is done
// with it stands in hunting.cpp and queueing.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "switch/ids.h"
#include "switch/time.h"

namespace pbxlab::pbx {

// Which stage is tried first, and which next.
enum class HuntOrder : std::uint8_t {
    Listed,       // as they are listed, always from the first
    Circular,     // from the one behind the stage that took the last call
    LongestIdle,  // by how long the first member of each has been without a call
};

// Members that ring together.
struct HuntStage {
    std::vector<AddressId> members;  // at least one
    Duration time{15s};  // before the next stage has its turn; zero: until somebody answers
};

// Callers whom nobody takes may wait.
struct QueueSpec {
    std::uint32_t places = 0;   // callers that can wait at a time; 0: nobody waits
    Duration longest_wait{};    // zero: as long as the caller likes
    Duration announce_after{};  // first announcement, from the start of the wait; zero: none
    Duration announce_every{};  // the others; zero: there is only one
    bool announcement_answers = false;  // it connects the caller
};

struct GroupSpec {
    std::string number;  // dialled like a station's
    std::string name;    // may be empty
    HuntOrder order = HuntOrder::Listed;
    std::vector<HuntStage> stages;
    std::uint32_t rounds = 1;  // how often the stages are gone through; 0: until the caller goes
    bool rings_busy = false;   // a member with a call is rung too if it has a free appearance
    QueueSpec queue;
    std::string overflow;  // inside number for calls that nobody took; "": none
};

struct Group {
    GroupSpec spec;
    TextId number, name;
    std::uint32_t next = 0;             // the stage with which a Circular hunt begins
    std::vector<ConnectionId> waiting;  // callers in the queue, longest first
};

enum class HuntState : std::uint8_t {
    Ringing,  // members ring, or are about to
    Waiting,  // in the queue
};

// One caller's search for a member.
struct Hunt {
    GroupId group;
    ConnectionId caller;
    HuntState state = HuntState::Ringing;
    std::uint32_t first = 0;   // the stage a round begins with
    std::uint32_t turns = 0;   // stages that have had theirs in this round
    std::uint32_t stage = 0;   // the last of them
    std::uint32_t rounds = 0;  // gone through
    std::uint32_t announcements = 0;
    SimTime idle_since;     // LongestIdle: of the stage that had its turn last
    SimTime waiting_since;  // from its first wait on
    TimerId stage_timer, wait_timer, announcement_timer;
    bool rang_this_round = false;
    bool rang = false;
    bool timed_out = false;  // somebody was rung for a whole stage and did not answer
    bool has_waited = false;
    bool waited_enough = false;  // for the longest wait, and then was rung once more
};

}  // namespace pbxlab::pbx
