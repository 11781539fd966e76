// The end of a run: settling, traces, strictness, leaks, limits.
#include "harness/ending.h"

#include <atomic>

#include <gmock/gmock.h>

#include "harness/limits.h"
#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::HasSubstr;

constexpr StateWord kAnyRun{};
StateWord word(std::uint32_t state, std::optional<std::uint32_t> mode = {}) {
    return {.state = state, .mode = mode};
}
ToldState told(std::uint32_t state, std::uint32_t mode = 0) { return {state, mode}; }

bool fits(const std::vector<StateWord>& words, const std::vector<ToldState>& states) {
    return trace_matches(words, states);
}

TEST(TraceMatching, IsExact) {
    const std::vector<StateWord> words = {word(lines::LINECALLSTATE_OFFERING),
                                          word(lines::LINECALLSTATE_CONNECTED)};
    EXPECT_TRUE(
        fits(words, {told(lines::LINECALLSTATE_OFFERING), told(lines::LINECALLSTATE_CONNECTED)}));
    EXPECT_FALSE(fits(words, {told(lines::LINECALLSTATE_OFFERING)}));
    EXPECT_FALSE(
        fits(words, {told(lines::LINECALLSTATE_OFFERING), told(lines::LINECALLSTATE_CONNECTED),
                     told(lines::LINECALLSTATE_IDLE)}));
    EXPECT_FALSE(
        fits(words, {told(lines::LINECALLSTATE_CONNECTED), told(lines::LINECALLSTATE_OFFERING)}));
    EXPECT_TRUE(fits({}, {}));
    EXPECT_FALSE(fits({}, {told(lines::LINECALLSTATE_IDLE)}));
}

TEST(TraceMatching, CountsEqualStatesInARowAsOne) {
    const std::vector<ToldState> states = {
        told(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVE),
        told(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVEHELD),
        told(lines::LINECALLSTATE_IDLE)};
    EXPECT_TRUE(
        fits({word(lines::LINECALLSTATE_CONNECTED), word(lines::LINECALLSTATE_IDLE)}, states));
}

TEST(TraceMatching, CountsEachWhenTheTraceNamesModes) {
    const std::vector<ToldState> states = {
        told(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVE),
        told(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVEHELD)};
    const auto held = word(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVEHELD);
    EXPECT_TRUE(fits({word(lines::LINECALLSTATE_CONNECTED), held}, states));
    EXPECT_FALSE(fits({held}, states));
    EXPECT_FALSE(fits({held, word(lines::LINECALLSTATE_CONNECTED)}, states));
}

TEST(TraceMatching, TakesNoModeOfConnectedForActive) {
    EXPECT_TRUE(fits({word(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVE)},
                     {told(lines::LINECALLSTATE_CONNECTED)}));
    EXPECT_FALSE(fits({word(lines::LINECALLSTATE_DISCONNECTED, lines::LINEDISCONNECTMODE_NORMAL)},
                      {told(lines::LINECALLSTATE_DISCONNECTED)}));
}

TEST(TraceMatching, LetsThreeDotsStandForAnyRun) {
    const std::vector<ToldState> states = {
        told(lines::LINECALLSTATE_DIALTONE), told(lines::LINECALLSTATE_DIALING),
        told(lines::LINECALLSTATE_CONNECTED), told(lines::LINECALLSTATE_IDLE)};
    EXPECT_TRUE(fits({kAnyRun}, states));
    EXPECT_TRUE(fits({kAnyRun}, {}));
    EXPECT_TRUE(fits({kAnyRun, word(lines::LINECALLSTATE_IDLE)}, states));
    EXPECT_TRUE(fits({word(lines::LINECALLSTATE_DIALTONE), kAnyRun}, states));
    EXPECT_TRUE(fits({word(lines::LINECALLSTATE_DIALTONE), kAnyRun,
                      word(lines::LINECALLSTATE_DIALING), kAnyRun, kAnyRun},
                     states));
    EXPECT_FALSE(fits({kAnyRun, word(lines::LINECALLSTATE_CONNECTED)}, states));
    EXPECT_FALSE(fits({word(lines::LINECALLSTATE_DIALING), kAnyRun}, states));
}

constexpr std::string_view kCall = R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
    {"line": "bob", "expect": "offering", "as": "b1"}, {"call": "b1", "do": "answer"},
        {"call": "a1", "expect": "connected"})";

TEST(Ending, ComparesTracesWithWhatWasTold) {
    expect_passed(play(kCall,
                       R"("traces": {"a1": ["dialtone", "...", "ringback", "connected"],
        "b1": ["offering", "connected"]})"));
    const auto result = play(kCall, R"("traces": {"b1": ["offering", "accepted", "connected"]})");
    EXPECT_EQ(verdict(result),
              "the states of b1 were not those of its trace; expected offering, accepted, "
              "connected; got offering, connected");
    EXPECT_TRUE(result.failure->mark);
    EXPECT_EQ(result.failure->step, 0U);
}

TEST(Ending, SettlesBeforeTracesClose) {
    const std::string_view steps =
        R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"})";
    const std::string_view traces =
        R"("traces": {"a1": ["dialtone", "dialing", "proceeding", "ringback"]})";
    expect_passed(play(steps, traces));
    EXPECT_THAT(verdict(play(steps, fmt::format(R"({}, "settle": "300ms")", traces))),
                HasSubstr("got dialtone, dialing"));
}

TEST(Ending, StrictlyRefusesAMessageThatNobodyExpected) {
    const std::string_view steps = R"({"line": "alice", "do": "makeCall", "to": null, "as": "a1"},
                                      {"call": "a1", "expect": "dialtone"})";
    expect_passed(play(steps, R"("strict": true)"));
    EXPECT_THAT(verdict(play(kCall, R"("strict": true)")), HasSubstr("the scenario is strict"));
}

TEST(Ending, StrictlyAllowsTheStatesThatATraceLists) {
    expect_passed(
        play(R"({"line": "alice", "do": "makeCall", "to": null, "as": "a1"}, {"wait": "1s"})",
             R"("strict": true, "traces": {"a1": ["dialtone"]})"));
}

TEST(Ending, PutsDownWhatAScenarioLeaves) {
    expect_passed(
        play(connected(R"({"call": "a1", "do": "hold"}, {"line": "carol", "phone": "lift"},
        {"outside": "zoe", "inject": "calls", "to": "1001"}, {"wait": "2s"})")));
}

// The row of the switch's table that is called `text`.
pbx::MutedRow row(std::string_view text) {
    pbx::MutedRow muted{.table = pbx::MutedRow::Table::ConnectionMoves};
    for (; muted.row < pbx::row_count(muted.table); ++muted.row) {
        if (pbx::describe_row(muted).find(text) != std::string::npos) return muted;
    }
    ADD_FAILURE() << "no row " << text;
    return {};
}

TEST(Ending, FindsWhatLivesOn) {
    const auto result = play(R"({"line": "alice", "phone": "lift"}, {"wait": "1s"})", "",
                             {.check_invariants = false, .muted = row("dialTone on release")});
    EXPECT_TRUE(result.failure)
        << "an end of no connection can be released, and nothing was noticed";
}

TEST(Ending, StopsWhenInterrupted) {
    const std::atomic<bool> interrupt{true};
    const auto result =
        play(R"({"repeat": 1000000, "steps": [{"wait": "1ms"}]})", "", {.interrupt = &interrupt});
    EXPECT_EQ(result.outcome, Outcome::Interrupted);
    EXPECT_FALSE(result.failure);
    EXPECT_LE(result.steps, 1U);
}

TEST(Limits, BoundSimulatedTime) {
    constexpr std::string_view kWaits = R"({"repeat": 1000000, "steps": [{"wait": "700h"}]})";
    constexpr std::string_view kReached =
        "the run reached the limit on simulated time; expected at most 8784 h";
    EXPECT_EQ(verdict(play(kWaits)), kReached);
    // The same while something goes on: a telephone rings.
    const std::string call = R"({"line": "alice", "do": "makeCall", "to": "1002"},)";
    EXPECT_EQ(verdict(play(call + std::string{kWaits}, "", {.check_invariants = false})), kReached);
}

TEST(Limits, BoundStepsWithRepeatsMultipliedOut) {
    // The reader refuses such a file, so that only a scenario made by hand gets so far.
    Scenario scenario = over_three_lines(
        R"({"repeat": 1000, "steps": [{"repeat": 1000, "steps": [{"wait": "0s"}]}]})");
    for (Step* step = scenario.steps.data(); step->kind == StepKind::Repeat;
         step = step->steps.data()) {
        step->repeat = 1'000'000;
    }
    EXPECT_EQ(verdict(run_scenario(scenario)),
              fmt::format(
                  "the run reached the limit on steps, repeats multiplied out; expected at most {}",
                  kMaxPlayedSteps));
}

TEST(Runs, AreTheSameForOneSeed) {
    const std::string steps =
        R"({"outside": "zoe", "inject": "script", "does": "answers", "after": {"least": "1s",
        "most": "50s"}},
        {"line": "alice", "do": "makeCall", "to": "95551234", "as": "a1"},
        {"call": "a1", "expect": "connected"})";
    const auto trace = [&steps](std::uint64_t seed) {
        StringSink sink;
        expect_passed(play(steps, "", {.seed = seed, .trace = &sink}));
        return sink.text;
    };
    EXPECT_EQ(trace(7), trace(7));
    EXPECT_NE(trace(7), trace(8));
}

TEST(Runs, DrawOtherNumbersForAnotherScenario) {
    EXPECT_NE(mix_seed(1, "a.json"), mix_seed(1, "b.json"));
    EXPECT_NE(mix_seed(1, "a.json"), mix_seed(2, "a.json"));
    EXPECT_EQ(mix_seed(1, "a.json"), mix_seed(1, "a.json"));
}

TEST(Runs, SayWhenTheSwitchCannotBeSetUp) {
    Scenario scenario = over_three_lines("");
    scenario.exchange.lines.at("bob").addresses.front().number.value = "1001";
    EXPECT_EQ(verdict(run_scenario(scenario)),
              "the switch cannot be set up; got line bob cannot have the number \"1001\": the dial "
              "plan refuses it");
}

}  // namespace
}  // namespace pbxlab::harness::test
