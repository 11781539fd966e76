#include "tests/bench/generated.h"

#include <array>
#include <fstream>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "tests/bench/work.h"

namespace pbxlab::bench {

namespace {

// $A to $D are lines, $1 to $4 their numbers, $N is the scenario's own number.
constexpr std::string_view kHold = R"json({
  "$schema": "../schema/scenario.schema.json",

       "name": "Scenario $N: $A holds the call of $B, talks to $C, swaps the two and ends both",
  "why": "$Y",
  "about": ["lineHold", "lineSwapHold", "lineUnhold"],
  "tags": ["generated", "hold", "two calls"],
  "switch": {
    "lines": {
      "$A": {"address": "$1"},
      "$B": {"address": "$2"},
      "$C": {"address": "$3"}
    }
  },
  "steps": [
    {"line": "$A", "do": "makeCall", "to": "$2", "as": "first"},
    {"call": "first", "expect": "ringback"},
    {"line": "$B", "expect": "offering", "as": "called", "callerId": "$1"},
    {"call": "called", "check": {"features": ["accept", "answer", "drop"]}},
    {"call": "called", "do": "answer"},
    {"call": "first", "expect": "connected", "within": "5s"},
    {"call": "first", "do": "hold"},
    {"call": "first", "expect": "onHold"},
    {"call": "called", "expect": "connected/activeHeld"},
    {"line": "$A", "do": "makeCall", "to": "$3", "as": "second"},
    {"line": "$C", "expect": "offering", "as": "other", "callerId": "$1"},
    {"call": "other", "do": "answer"},
    {"call": "second", "expect": "connected", "within": "5s"},
    {"call": "second", "do": "swapHold", "with": "first"},
    {"anyOrder": [
      {"call": "first", "expect": "connected"},
      {"call": "second", "expect": "onHold"}
    ]},
    {"call": "other", "check": {"state": "connected/activeHeld", "calledId": "$3"}},
    {"wait": "$Ws"},
    {"call": "first", "do": "drop"},
    {"call": "called", "expect": "disconnected"},
    {"call": "second", "do": "unhold"},
    {"call": "second", "expect": "connected"},
    {"call": "second", "do": "drop"},
    {"call": "other", "expect": "disconnected"}
  ],
  "traces": {
    "first": ["dialtone", "dialing", "proceeding", "ringback",
      "connected", "onHold", "connected", "idle"],
    "called": ["offering", "connected", "disconnected"],
    "second": ["dialtone", "dialing", "proceeding", "ringback",
      "connected", "onHold", "connected", "idle"],
    "other": ["offering", "connected", "disconnected"]
  }
}
)json";

constexpr std::string_view kTransfer = R"json({
  "$schema": "../schema/scenario.schema.json",
  "name": "Scenario $N: $B, whom $A has called, asks $C and then transfers the call to $C",
  "why": "$Y",
  "about": ["lineSetupTransfer", "lineDial", "lineCompleteTransfer"],
  "tags": ["generated", "transfer"],
  "switch": {
    "lines": {
      "$A": {"address": "$1"},
      "$B": {"address": "$2"},
      "$C": {"address": "$3"},
      "$D": {"address": "$4"}
    }
  },
  "steps": [
    {"line": "$A", "do": "makeCall", "to": "$2", "as": "caller"},
    {"line": "$B", "expect": "offering", "as": "front", "callerId": "$1", "calledId": "$2"},
    {"call": "front", "do": "accept"},
    {"call": "front", "expect": "accepted"},
    {"call": "front", "do": "answer"},
    {"call": "caller", "expect": "connected", "within": "5s"},
    {"call": "front", "check": {"state": "connected", "features": ["drop", "hold",
      "setupTransfer"]}},
    {"call": "front", "do": "setupTransfer", "as": "question"},
    {"call": "front", "expect": "onHoldPendTransfer"},
    {"call": "question", "expect": "dialtone"},
    {"call": "question", "do": "dial", "digits": "$3"},
    {"line": "$C", "expect": "offering", "as": "back", "callerId": "$2"},
    {"call": "back", "do": "answer"},
    {"call": "question", "expect": "connected"},
    {"wait": "$Ws"},
    {"call": "front", "do": "completeTransfer", "with": "question", "mode": "transfer"},
    {"anyOrder": [
      {"call": "front", "expect": "idle"},
      {"call": "question", "expect": "idle"}
    ]},
    {"call": "caller", "check": {"state": "connected", "connectedId": "$3"}},
    {"call": "back", "check": {"state": "connected", "connectedId": "$1"}},
    {"call": "caller", "check": {"features": ["drop", "hold"], "lacks": ["unhold"]}},
    {"call": "caller", "do": "drop"},
    {"call": "back", "expect": "disconnected"}
  ],
  "traces": {
    "caller": ["dialtone", "dialing", "proceeding", "ringback", "connected", "idle"],
    "front": ["offering", "accepted", "connected", "onHoldPendTransfer", "idle"],
    "question": ["dialtone", "dialing", "proceeding", "ringback", "connected", "idle"],
    "back": ["offering", "connected", "disconnected"]
  }
}
)json";

constexpr std::string_view kBusy = R"json({
  "$schema": "../schema/scenario.schema.json",
  "name": "Scenario $N: while $A talks to $B, neither of them can be reached by $C, who gives up",
  "why": "$Y",
  "about": ["lineMakeCall", "lineDrop", "lineGetCallStatus", "lineGetCallInfo"],
  "tags": ["generated", "busy", "calls"],
  "switch": {
    "lines": {
      "$A": {"addresses": [{"number": "$1", "maxActiveCalls": 1}]},
      "$B": {"addresses": [{"number": "$2", "maxActiveCalls": 1}]},
      "$C": {"address": "$3"}
    }
  },
  "steps": [
    {"line": "$A", "do": "makeCall", "to": "$2", "as": "call"},
    {"call": "call", "expect": "dialtone"},
    {"call": "call", "expect": "dialing"},
    {"call": "call", "expect": "proceeding"},
    {"line": "$B", "expect": "offering", "as": "called", "reason": "direct", "callerId": "$1"},
    {"call": "called", "do": "accept"},
    {"call": "called", "do": "answer"},
    {"call": "call", "expect": "connected", "within": "5s"},
    {"call": "call", "check": {"state": "connected/active", "calledId": "$2", "connectedId": "$2"}},
    {"line": "$C", "do": "makeCall", "to": "$1", "as": "one"},
    {"call": "one", "expect": "busy", "within": "5s"},
    {"call": "one", "check": {"features": ["drop"], "lacks": ["hold", "unhold", "swapHold"]}},
    {"call": "one", "do": "drop"},
    {"call": "one", "expect": "idle"},
    {"line": "$C", "do": "makeCall", "to": "$2", "as": "two"},
    {"call": "two", "expect": "busy", "within": "5s"},
    {"call": "two", "do": "hold", "fails": "LINEERR_INVALCALLSTATE", "failsAt": "return"},
    {"call": "two", "do": "drop"},
    {"call": "two", "expect": "idle"},
    {"wait": "$Ws"},
    {"call": "call", "check": {"state": "connected/active"}},
    {"call": "called", "check": {"state": "connected/active"}},
    {"call": "called", "do": "drop"},
    {"call": "call", "expect": "disconnected"}
  ],
  "traces": {
    "call": ["dialtone", "dialing", "proceeding", "ringback", "connected", "disconnected"],
    "called": ["offering", "accepted", "connected", "idle"],
    "one": ["dialtone", "dialing", "proceeding", "busy", "idle"],
    "two": ["dialtone", "dialing", "proceeding", "busy", "idle"]
  }
}
)json";

constexpr std::array kTexts = {kHold, kTransfer, kBusy};
constexpr std::array<std::string_view, 3> kWhys = {
    "whoever is held must be told so and must be told again when the call comes back to it; the "
    "two calls of one line must never be active at the same time, and both must end",
    "both of the transferring party's calls must end idle, the other two parties must stay "
    "connected and each must learn the number that it is connected to from now on",
    "a line whose one appearance is in use is busy: the caller must hear it, its call must not end "
    "by itself, and the two who talk must not notice anything of it",
};
constexpr std::array<std::string_view, 16> kNames = {
    "alice", "bob",  "carol",   "dave", "erin",  "frank", "grace",  "heidi",
    "ivan",  "judy", "mallory", "nina", "oscar", "peggy", "rupert", "sybil"};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

std::string generated_scenario(std::uint32_t number) {
    std::string text{kTexts[number % kTexts.size()]};
    replace_all(text, "$Y", kWhys[number % kWhys.size()]);
    for (std::uint32_t i = 0; i < 4; ++i) {
        replace_all(text, fmt::format("${}", static_cast<char>('A' + i)),
                    kNames[(number * 5 + i) % kNames.size()]);
        replace_all(text, fmt::format("${}", i + 1),
                    std::to_string(1000 + (number * 13) % 7000 + i * 17));
    }
    replace_all(text, "$N", std::to_string(number));
    replace_all(text, "$W", std::to_string(1 + number % 50));
    return text;
}

GeneratedFiles::GeneratedFiles(std::uint32_t count)
    : folder_{std::filesystem::temp_directory_path() /
              fmt::format("pbxlab-bench-{}-{}", getpid(), count)} {
    std::filesystem::create_directories(folder_ / "schema");  // makes it a scenario root
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto below = folder_ / fmt::format("part-{:03}", i / 100);
        if (i % 100 == 0) std::filesystem::create_directories(below);
        files_.push_back((below / fmt::format("scenario-{:05}.json", i)).string());
        std::ofstream out{files_.back(), std::ios::binary};
        out << generated_scenario(i);
        must(out.good(), "scenario files cannot be written");
    }
}

GeneratedFiles::~GeneratedFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

}  // namespace pbxlab::bench
