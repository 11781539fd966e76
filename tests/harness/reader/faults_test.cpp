// Reading of faults, from good/faults.json, and the faults of the lines that come of them.
#include <gtest/gtest.h>

#include "harness/fault_words.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

using namespace std::chrono_literals;
using lines::FaultKind;
using lines::Op;

const std::vector<FaultWords>& faults() {
    static const Scenario kScenario =
        read_scenario(reader_tests() / "good/faults.json", source_dir() / "tests").value();
    return kScenario.faults;
}

lines::Fault fault(std::size_t number) { return fault_of(faults().at(number)); }

TEST(FaultsOfAScenario, AreOfEveryKind) {
    std::vector<bool> used(fault_kinds().size());
    for (const FaultWords& words : faults()) used[words.kind] = true;
    EXPECT_EQ(used, std::vector<bool>(fault_kinds().size(), true));
}

TEST(FaultsOfAScenario, SelectMessagesByStateModeBitAndOperation) {
    EXPECT_EQ(fault(0).kind, FaultKind::Drop);
    ASSERT_EQ(fault(0).messages.size(), 1U);
    EXPECT_EQ(fault(0).messages[0].id, lines::LINE_CALLSTATE);
    EXPECT_EQ(fault(0).messages[0].bits, lines::LINECALLSTATE_IDLE);
    EXPECT_FALSE(fault(0).messages[0].mode);
    ASSERT_EQ(fault(1).messages.size(), 2U);
    EXPECT_EQ(fault(1).messages[0].id, lines::LINE_CALLINFO);
    EXPECT_EQ(fault(1).messages[0].bits, 0U);
    EXPECT_EQ(fault(1).messages[1].mode, lines::LINEDISCONNECTMODE_BUSY);
    EXPECT_EQ(fault(2).messages.at(0).op, Op::Hold);
    EXPECT_EQ(fault(4).messages.at(0).bits, lines::LINEDEVSTATE_RINGING);
}

TEST(FaultsOfAScenario, TellWhenAndHowOften) {
    EXPECT_EQ(fault(0).from, 1U);
    EXPECT_EQ(fault(0).times, 0U);
    EXPECT_EQ(fault(1).least, 1s);
    EXPECT_EQ(fault(1).most, 2s);
    EXPECT_TRUE(fault(1).holds_back);
    EXPECT_EQ(fault(2).from, 2U);
    EXPECT_EQ(fault(2).times, 1U);
    EXPECT_EQ(fault(2).least, 1s);
    EXPECT_EQ(fault(2).most, 1s);
    EXPECT_EQ(fault(3).from, 2U);
    EXPECT_EQ(fault(3).times, 3U);
    EXPECT_EQ(fault(8).least, 3s);
    EXPECT_EQ(fault(15).at, pbx::SimTime{5s});
    EXPECT_EQ(fault(15).lasts, 2s);
    EXPECT_FALSE(fault(16).at);
    EXPECT_EQ(fault(16).messages.at(0).bits, lines::LINECALLSTATE_IDLE);
    EXPECT_EQ(fault(16).act, lines::FaultAct::SpuriousCall);
}

TEST(FaultsOfAScenario, TellWhatIsWrong) {
    EXPECT_EQ(fault(4).param, 3U);
    EXPECT_EQ(fault(4).value, 7U);
    EXPECT_EQ(fault(5).kind, FaultKind::Corrupt);
    EXPECT_EQ(fault(5).param, 0U);
    EXPECT_EQ(fault(9).ops, (std::vector<Op>{Op::Hold, Op::MonitorTones}));
    EXPECT_EQ(fault(9).error, lines::line_error(lines::LINEERR_RESOURCEUNAVAIL));
    EXPECT_TRUE(fault(9).at_return);
    EXPECT_EQ(fault(10).kind, FaultKind::Slow);
    EXPECT_TRUE(fault(10).ops.empty());
    EXPECT_TRUE(faults()[0].optional);
    EXPECT_EQ(faults()[0].name.value, "lost");
}

TEST(FaultsOfAScenario, AreWrittenInTheirOwnWords) {
    EXPECT_EQ(fault_text(faults()[0]), "drop callState.idle on bob");
    EXPECT_EQ(fault_text(faults()[2]), "duplicate reply.hold app alice nth 2");
    EXPECT_EQ(fault_text(faults()[3]), "reorder callState.connected call a1 from 2 times 3");
    EXPECT_EQ(fault_text(faults()[10]), "slow any");
    EXPECT_EQ(fault_text(faults()[15]), "happens outOfService on bob");
    EXPECT_EQ(fault_text(faults()[16]), "happens spuriousCall when callState.idle");
}

TEST(FaultsOfAScenario, OfDifferentOccurrencesOrLinesDoNotContradictEachOther) {
    const auto with = [](const std::string& list) {
        return R"({"name":"x","switch":{"lines":{"a":{"address":"1"},"b":{"address":"2"}}},)"
               R"("steps":[],"faults":[)" +
               list + "]}";
    };
    EXPECT_EQ(refusal(with(R"({"drop":"reply","nth":1},{"delay":"reply","by":"1s"})")), "");
    EXPECT_EQ(refusal(with(R"({"drop":"reply","on":"a"},{"delay":"reply","on":"b","by":"1s"})")),
              "");
    EXPECT_NE(refusal(with(R"({"drop":"reply"},{"delay":"reply","by":"1s"})")), "");
    EXPECT_EQ(refusal(with(R"({"hide":"hold"},{"advertise":"park"})")), "");
}

}  // namespace

}  // namespace pbxlab::harness
