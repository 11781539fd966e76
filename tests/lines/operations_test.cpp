// The table of operations and their guards, from which refusals, capabilities and documentation
// come.
#include "lines/operations.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace pbxlab::lines {
namespace {

TEST(Operations, StandInTheOrderOfTheirNames) {
    ASSERT_EQ(operations().size(), kOpCount);
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < kOpCount; ++i) {
        const Operation& entry = operations()[i];
        EXPECT_EQ(static_cast<std::size_t>(entry.op), i);
        EXPECT_EQ(&operation(entry.op), &entry);
        const bool of_lines = entry.function.starts_with("line");
        EXPECT_TRUE(of_lines || entry.function.starts_with("tapi")) << entry.function;
        EXPECT_TRUE(words.insert(entry.word).second) << entry.word;
        EXPECT_TRUE(entry.source.starts_with(of_lines ? "nf-tapi-line" : "nf-tapi-tapi"))
            << entry.source;
    }
}

TEST(Operations, RowsOfOneOperationStandTogether) {
    std::size_t rows = 0;
    for (const Operation& entry : operations()) {
        const auto own = guards(entry.op);
        EXPECT_FALSE(own.empty()) << entry.function;
        for (const Guard& guard : own) EXPECT_EQ(guard.op, entry.op);
        rows += own.size();
    }
    EXPECT_EQ(rows, guards().size());
}

TEST(Operations, GuardsAreDescribedInTapisWords) {
    EXPECT_EQ(describe({Op::Hold, Check::State, LINECALLSTATE_CONNECTED, LINEERR_INVALCALLSTATE}),
              "lineHold: State CONNECTED else LINEERR_INVALCALLSTATE");
    EXPECT_EQ(describe({Op::Dial, Check::Modifier, '$', LINEERR_DIALBILLING}),
              "lineDial: Modifier '$' else LINEERR_DIALBILLING");
    EXPECT_EQ(describe({Op::Drop, Check::Owner, 0, LINEERR_NOTOWNER}),
              "lineDrop: Owner else LINEERR_NOTOWNER");
    std::set<std::string> texts;
    for (const Guard& guard : guards()) {
        EXPECT_TRUE(texts.insert(describe(guard)).second) << describe(guard) << " stands twice";
    }
}

TEST(Operations, EveryCheckHasAName) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kCheckCount; ++i) {
        EXPECT_TRUE(names.insert(name(static_cast<Check>(i))).second);
    }
    EXPECT_EQ(name(Check::Initialized), "Initialized");
    EXPECT_EQ(name(Check::QueueNotEmpty), "QueueNotEmpty");
}

TEST(Operations, EachCheckIsUsed) {
    std::set<Check> used;
    for (const Guard& guard : guards()) used.insert(guard.check);
    EXPECT_EQ(used.size(), kCheckCount);
}

}  // namespace
}  // namespace pbxlab::lines
