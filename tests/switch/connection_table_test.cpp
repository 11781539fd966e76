// The table of a connection's life, by itself: what the drawing promises and nothing more.
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "switch/connection_states.h"
#include "switch/exchange.h"

namespace pbxlab::pbx {
namespace {

constexpr auto kAll = [] {
    std::array<ConnState, kConnStateCount> states{};
    for (std::size_t i = 0; i < states.size(); ++i) states[i] = static_cast<ConnState>(i);
    return states;
}();

TEST(ConnectionTable, NothingLeavesNullButTheBeginningOfACallOrOfAConference) {
    std::set<Cue> out;
    for (const Move& move : kConnectionMoves) {
        if (move.from == ConnState::Null) out.insert(move.on);
    }
    EXPECT_EQ(out, (std::set{Cue::Seize, Cue::Offer, Cue::UsedElsewhere, Cue::Fetch, Cue::CampOn,
                             Cue::Hold, Cue::Form, Cue::Confer}));
}

TEST(ConnectionTable, HasOneRowAtMostForEachStateAndCue) {
    std::set<std::pair<ConnState, Cue>> seen;
    for (const Move& move : kConnectionMoves) {
        EXPECT_TRUE(seen.insert({move.from, move.on}).second)
            << name(move.from) << " on " << name(move.on);
    }
}

TEST(ConnectionTable, EveryStateIsReachable) {
    std::set reached{ConnState::Null};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const Move& move : kConnectionMoves) {
            if (reached.contains(move.from)) reached.insert(move.to);
        }
    }
    EXPECT_EQ(reached.size(), kConnStateCount);
}

TEST(ConnectionTable, EveryStateButNullCanBeReleased) {
    for (const ConnState state : kAll) {
        const int row = find_move(state, Cue::Release);
        if (state == ConnState::Null) {
            EXPECT_LT(row, 0);
            continue;
        }
        ASSERT_GE(row, 0) << name(state);
        EXPECT_EQ(kConnectionMoves[static_cast<std::size_t>(row)].to, ConnState::Null);
    }
}

// reference: call-model 3.3, "DISCONNECTED -> anything but IDLE" is forbidden
TEST(ConnectionTable, AClearedConnectionCanOnlyBeReleased) {
    for (const Move& move : kConnectionMoves) {
        if (move.from != ConnState::Cleared) continue;
        EXPECT_EQ(move.to, ConnState::Null);
    }
}

TEST(ConnectionTable, EveryArrowThatIsDrawnIsInTheTable) {
    std::ifstream file{PBXLAB_SOURCE_DIR "/switch/connection_states.h"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::string drawing = text.substr(0, text.find("#pragma once"));
    std::set<std::string> rows;
    for (std::uint32_t i = 0; i < kConnectionMoves.size(); ++i) {
        rows.insert(describe_row({MutedRow::Table::ConnectionMoves, i}));
    }
    const auto small = [](std::string word) {
        word[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
        return word;
    };
    int arrows = 0;
    std::istringstream words{drawing};
    std::string last;
    for (std::string word; words >> word; last = word) {
        if (!word.starts_with("--") || !word.ends_with("-->")) continue;
        std::string target;
        words >> target;
        const std::string cue = word.substr(2, word.size() - 5);
        const std::string row = small(last) + " on " + small(cue) + " -> " + small(target);
        EXPECT_TRUE(rows.contains(row)) << row;
        word = target;  // one arrow's end is the next one's start
        ++arrows;
    }
    EXPECT_GE(arrows, 6);
}

TEST(ConnectionTable, NamesItsRows) {
    EXPECT_EQ(row_count(MutedRow::Table::None), 0U);
    EXPECT_EQ(row_count(MutedRow::Table::ConnectionMoves), kConnectionMoves.size());
    EXPECT_EQ(row_count(MutedRow::Table::Orders), kOrderKindCount);
    EXPECT_EQ(describe_row({MutedRow::Table::ConnectionMoves, 1}),
              "seized on giveTone -> dialTone");
    EXPECT_EQ(describe_row({MutedRow::Table::StateTimers, 0}),
              "in dialTone: dial tone and no digit");
    EXPECT_EQ(describe_row({MutedRow::Table::Orders, 7}), "check of swap");
    EXPECT_EQ(describe_row({}), "nothing");
}

TEST(ConnectionTable, EveryRowOfEveryTableHasItsOwnWords) {
    using Table = MutedRow::Table;
    for (const Table table : {Table::ConnectionMoves, Table::StateTimers, Table::Orders}) {
        std::set<std::string> words;
        for (std::uint32_t i = 0; i < row_count(table); ++i) words.insert(describe_row({table, i}));
        EXPECT_EQ(words.size(), row_count(table));
    }
}

}  // namespace
}  // namespace pbxlab::pbx
