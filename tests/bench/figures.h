// The figures of `pbxlab bench`, and the goals that they are held against.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pbxlab::bench {

// What a figure says of the case `of`, or of how it compares with the case `against`. All but the
// clock's are of processor time.
enum class Kind : std::uint8_t {
    Speed,         // how many times as fast
    Cost,          // how many times the time
    ClockSpeed,    // the same by the clock
    ClockCost,     //
    Times,         // pieces a second on one core, in units of `unit`
    TimesQuicker,  // how often a piece, by the clock, goes into `unit` milliseconds
    Milliseconds,  // of a piece, by the clock
    Nanoseconds,   // of a piece
    Allocations,   // of a piece
    Bytes,         // of a piece
};

enum class Must : std::uint8_t { Nothing, BeAtLeast, BeAtMost };

struct Goal {
    Must must = Must::Nothing;
    double value = 0;
    bool gate = true;  // else for information: --check does not look at it
};
constexpr Goal at_least(double value) { return {Must::BeAtLeast, value}; }
constexpr Goal at_most(double value) { return {Must::BeAtMost, value}; }
constexpr Goal hoped_at_least(double value) { return {Must::BeAtLeast, value, false}; }
constexpr Goal hoped_at_most(double value) { return {Must::BeAtMost, value, false}; }

struct Figure {
    std::string_view theme;  // what is measured in turn with it
    std::string_view key;    // stays the same between commits
    std::string_view text;
    Kind kind = Kind::Nanoseconds;
    std::string_view of, against;
    double unit = 1;
    Goal goal;
    bool heavy = false;  // takes gigabytes and a minute: not with --quick
};

// What others reach (performance.md): SIPp's best rate on two cores, its fastest single call, and
// 100 of its scenario files one after the other.
inline constexpr double kSippCalls = 16'800;           // a second
inline constexpr double kSippCall = 15.8;              // milliseconds
inline constexpr double kSippHundredScenarios = 1560;  // milliseconds

inline constexpr std::string_view kYardCall = "yardstick/1000/compared";

constexpr Figure feature(std::string_view key, std::string_view text, std::string_view of) {
    return {.theme = "features",
            .key = key,
            .text = text,
            .kind = Kind::Cost,
            .of = of,
            .against = kYardCall};
}
constexpr Figure together(std::string_view key, std::string_view text, std::string_view of,
                          std::string_view against = kYardCall) {
    return {.theme = "together",
            .key = key,
            .text = text,
            .kind = Kind::Cost,
            .of = of,
            .against = against};
}

inline constexpr std::array kFigures = {
    // 1,000 lines, 100 calls at a time
    Figure{"call", "call.switch", "switch: calls against the yardstick's, traced and compared",
           Kind::Speed, "switch/1000/compared", kYardCall, 1, at_least(0.50)},
    Figure{"call", "call.lines", "lines: calls against the yardstick's, traced and compared",
           Kind::Speed, "lines/1000/compared", kYardCall, 1, at_least(0.20)},
    Figure{"call",
           "call.lines.allocations",
           "lines: allocations a call, once all has grown",
           Kind::Allocations,
           "lines/1000/traced",
           {},
           1,
           at_most(0)},
    Figure{"call",
           "call.switch.allocations",
           "switch: allocations a call, once all has grown",
           Kind::Allocations,
           "switch/1000/traced",
           {},
           1,
           at_most(0)},
    Figure{"call", "call.switch.trace", "switch: cost with the trace against without", Kind::Cost,
           "switch/1000/traced", "switch/1000/bare", 1, at_most(1.15)},
    Figure{"call", "call.switch.compare", "switch: cost with trace and comparison against without",
           Kind::Cost, "switch/1000/compared", "switch/1000/bare", 1, at_most(1.22)},
    Figure{"call", "call.lines.trace", "lines: cost with the trace against without", Kind::Cost,
           "lines/1000/traced", "lines/1000/bare", 1, at_most(1.15)},
    Figure{"call", "call.lines.compare", "lines: cost with trace and comparison against without",
           Kind::Cost, "lines/1000/compared", "lines/1000/bare", 1, at_most(1.22)},
    Figure{"call",
           "call.lines.sipp",
           "lines: calls a second on one core, times SIPp's on two",
           Kind::Times,
           "lines/1000/compared",
           {},
           kSippCalls,
           hoped_at_least(15)},
    Figure{"call",
           "call.switch.sipp",
           "switch: calls a second on one core, times SIPp's on two",
           Kind::Times,
           "switch/1000/compared",
           {},
           kSippCalls,
           hoped_at_least(40)},
    Figure{"call", "call.yardstick.ns", "yardstick: nanoseconds a call, traced and compared",
           Kind::Nanoseconds, kYardCall},
    Figure{"call", "call.switch.ns", "switch: nanoseconds a call, traced and compared",
           Kind::Nanoseconds, "switch/1000/compared"},
    Figure{"call", "call.lines.ns", "lines: nanoseconds a call, traced and compared",
           Kind::Nanoseconds, "lines/1000/compared"},
    // one call at a time
    Figure{"one call", "one.switch", "switch: calls against the yardstick's, one at a time",
           Kind::Speed, "switch/10/compared", "yardstick/10/compared"},
    Figure{"one call", "one.lines", "lines: calls against the yardstick's, one at a time",
           Kind::Speed, "lines/10/compared", "yardstick/10/compared"},
    // many lines
    Figure{"many lines: switch", "scale.switch.100k", "switch: cost at 100,000 lines against 1,000",
           Kind::Cost, "switch/100000/compared", "switch/1000/compared", 1, at_most(2.2)},
    Figure{"many lines: switch", "scale.switch.100k.yardstick",
           "switch: calls against the yardstick's at 100,000 lines", Kind::Speed,
           "switch/100000/compared", "yardstick/100000/compared"},
    Figure{"many lines: lines", "scale.lines.100k", "lines: cost at 100,000 lines against 1,000",
           Kind::Cost, "lines/100000/compared", "lines/1000/compared", 1, at_most(2.2)},
    Figure{"many lines: lines", "scale.lines.100k.yardstick",
           "lines: calls against the yardstick's at 100,000 lines", Kind::Speed,
           "lines/100000/compared", "yardstick/100000/compared"},
    Figure{"a million lines: switch", "scale.switch.1M",
           "switch: cost at 1,000,000 lines against 1,000", Kind::Cost, "switch/1000000/compared",
           "switch/1000/compared", 1, at_most(6), true},
    Figure{"a million lines: switch",
           "scale.switch.1M.yardstick",
           "switch: calls against the yardstick's at 1,000,000 lines",
           Kind::Speed,
           "switch/1000000/compared",
           "yardstick/1000000/compared",
           1,
           {},
           true},
    Figure{"a million lines: lines", "scale.lines.1M",
           "lines: cost at 1,000,000 lines against 1,000", Kind::Cost, "lines/1000000/compared",
           "lines/1000/compared", 1, at_most(6), true},
    Figure{"a million lines: lines",
           "scale.lines.1M.yardstick",
           "lines: calls against the yardstick's at 1,000,000 lines",
           Kind::Speed,
           "lines/1000000/compared",
           "yardstick/1000000/compared",
           1,
           {},
           true},
    // memory
    Figure{"memory",
           "memory.line",
           "bytes of an idle line: station, address, open line handle",
           Kind::Bytes,
           "memory/line",
           {},
           1,
           at_most(192)},
    Figure{"memory",
           "memory.call",
           "bytes of an active call between two applications",
           Kind::Bytes,
           "memory/call",
           {},
           1,
           at_most(1024)},
    // files
    Figure{"trace", "trace.json",
           "a trace record as JSON: times as fast as nlohmann's object, dumped", Kind::Speed,
           "trace/written", "trace/nlohmann", 1, at_least(20)},
    Figure{"trace", "trace.json.dump", "the same, had the object been there: its dump alone",
           Kind::Speed, "trace/written", "trace/dumped"},
    Figure{"trace", "trace.json.ns", "a trace record as JSON: nanoseconds", Kind::Nanoseconds,
           "trace/written"},
    Figure{"load", "load.scenario", "a scenario read and checked: cost against SAX accept",
           Kind::Cost, "load/scenario", "load/nlohmann"},
    Figure{"suite", "suite.one", "10,000 scenario files run: cost against SAX accept", Kind::Cost,
           "suite/one-job", "suite/nlohmann", 1, at_most(2)},
    Figure{"suite", "suite.two", "the same with two jobs: times as fast as with one",
           Kind::ClockSpeed, "suite/two-jobs", "suite/one-job", 1, at_least(1.3)},
    Figure{"start", "start.one", "pbxlab run ONE: cost against an empty program", Kind::ClockCost,
           "start/one", "start/empty", 1, at_most(2.5)},
    Figure{"start",
           "start.one.ms",
           "pbxlab run ONE: milliseconds from start to exit",
           Kind::Milliseconds,
           "start/one",
           {},
           1,
           hoped_at_most(5)},
    Figure{"start",
           "start.one.sipp",
           "pbxlab run ONE: times as fast as SIPp's fastest call",
           Kind::TimesQuicker,
           "start/one",
           {},
           kSippCall,
           hoped_at_least(3)},
    Figure{"start",
           "start.hundred.sipp",
           "100 scenarios in one run: times as fast as 100 SIPp runs",
           Kind::TimesQuicker,
           "start/hundred",
           {},
           kSippHundredScenarios,
           hoped_at_least(60)},
    // single operations, in calls of the yardstick
    feature("feature.call", "a call between two applications", "features/call"),
    feature("feature.hold", "hold and unhold", "features/hold"),
    feature("feature.swap", "swap", "features/swap"),
    feature("feature.blind-transfer", "a call with a blind transfer", "features/blind-transfer"),
    feature("feature.transfer", "a call with a consultation and a transfer",
            "features/consultation-transfer"),
    feature("feature.conference", "a conference of three", "features/conference"),
    feature("feature.park", "park and unpark", "features/park"),
    feature("feature.pickup", "a call that is picked up", "features/pickup"),
    feature("feature.redirect", "a call that is redirected", "features/redirect"),
    feature("feature.forward", "forwarding set and cancelled", "features/forward"),
    feature("feature.completion", "a busy call, completion asked for and cancelled",
            "features/completion"),
    feature("feature.handoff", "a call handed to another application and back", "features/handoff"),
    feature("feature.secure", "a call that is secured", "features/secure"),
    feature("feature.digits", "a digit along a call, heard and told", "features/digits"),
    together("together.forwarded.5", "a call forwarded 5 times", "together/forwarded-5"),
    together("together.forwarded.50", "a call forwarded 50 times, against 5 times",
             "together/forwarded-50", "together/forwarded-5"),
    together("together.conference.64", "each party of a conference of 64",
             "together/conference-64"),
    together("together.monitors.10", "a call with ten monitors, against without",
             "together/ten-monitors", "features/call"),
    Figure{"together", "together.fan-out", "one message told to 100 applications: nanoseconds each",
           Kind::Nanoseconds, "together/fan-out"},
};

}  // namespace pbxlab::bench
