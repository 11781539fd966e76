// Faults in a run: in the trace, in the ladder, beside a failure, and when they never came to act.
#include <gmock/gmock.h>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr std::string_view kRings = R"(
    {"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
    {"line": "bob", "expect": "offering", "as": "b1"})";

TEST(FaultOfARun, ThatNeverHadAnEffectFailsIt) {
    const RunResult result = play(kRings, R"("faults": [{"drop": "callState.busy", "on": "bob"}])");
    EXPECT_EQ(result.outcome, Outcome::Failed);
    EXPECT_THAT(verdict(result), HasSubstr("this fault never fired: drop callState.busy on bob"));
    ASSERT_TRUE(result.failure && result.failure->mark);
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults[0].fault, "drop callState.busy on bob");
    EXPECT_EQ(result.faults[0].fired, 0U);
}

TEST(FaultOfARun, ThatIsOptionalNeedNotHaveAnEffect) {
    expect_passed(play(kRings, R"("faults": [{"drop": "callState.busy", "optional": true}])"));
}

TEST(FaultOfARun, IsInItsTraceBesideTheMessage) {
    StringSink sink;
    const RunResult result = play(
        kRings, R"("faults": [{"duplicate": "callState.offering", "on": "bob", "name": "twice"}])",
        {.trace = &sink});
    expect_passed(result);
    EXPECT_EQ(result.faults.at(0).fired, 1U);
    const std::size_t fault = sink.text.find(R"("kind":"fault")");
    ASSERT_NE(fault, std::string::npos);
    const std::string line = sink.text.substr(fault, sink.text.find('\n', fault) - fault);
    EXPECT_THAT(line, HasSubstr(R"("fault":"duplicate callState.offering on bob")"));
    EXPECT_THAT(line, HasSubstr(R"("name":"twice","app":"bob","line":"bob","call":"h1")"));
    EXPECT_THAT(line, HasSubstr(R"("text":"CALLSTATE OFFERING/ACTIVE OWNER")"));
    EXPECT_GT(fault, sink.text.find("APPNEWCALL"));
    EXPECT_LT(fault, sink.text.find(R"("message":"CALLSTATE","line":"bob")"));
}

TEST(FaultOfARun, StandsBesideAFailure) {
    const RunResult result = play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                {"call": "a1", "expect": "ringback", "within": "5s"})",
                                  R"("faults": [{"drop": "callState.ringback", "on": "alice"}])");
    ASSERT_TRUE(result.failure);
    EXPECT_THAT(result.failure->notes,
                Contains(HasSubstr("drop callState.ringback on alice: CALLSTATE RINGBACK")));
    EXPECT_THAT(result.failure->ladder, HasSubstr("!drop callState.ringback"));
}

TEST(FaultOfARun, HasTheSameEffectsForTheSameSeed) {
    const auto trace = [](std::uint64_t seed) {
        StringSink sink;
        play(kRings,
             R"("faults": [{"delay": "callState", "by": {"least": "1ms", "most": "900ms"}}],
                "settle": "10s")",
             {.seed = seed, .trace = &sink});
        return sink.text.substr(sink.text.find('\n'));
    };
    EXPECT_EQ(trace(1), trace(1));
    EXPECT_NE(trace(1), trace(2));
}

TEST(FaultOfARun, LeavesNothingBehindForTheCleanUp) {
    expect_passed(play(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                          {"wait": "5s"})",
                       R"("faults": [{"delay": "callState", "by": "24h"},
        {"happens": "outOfService", "on": "carol", "at": "0s", "for": "24h"},
        {"happens": "disconnect", "on": "alice", "when": "reply.makeCall", "by": "1s"},
        {"fail": "drop", "optional": true}, {"slow": "drop", "by": "1h", "optional": true,
         "on": "bob"}])"));
}

TEST(FaultOfARun, OfAStepThatNeverActsFailsItToo) {
    EXPECT_THAT(verdict(play(connected(R"(
                    {"inject": "fault", "faults": [{"drop": "callState.ringback"}]})"))),
                HasSubstr("this fault never fired: drop callState.ringback"));
}

}  // namespace
}  // namespace pbxlab::harness::test
